// Tells what a component is from its id, label, icon, shape, technology and C4 element, and says why.

import type { Inference, Kind } from './kind'
import { type KindWord, kindWords, notSystems } from './kindWords'
import { type Found, lazily, lexiconOf, namesIn, wordsOf } from './lexicon'
import { technologiesIn, type TechnologyMention } from './technologies'
import type { Layer, Technology } from './technology'

export interface ComponentHint {
  readonly id: string
  readonly text: string
  readonly shape?: string | undefined
  readonly icon?: string | undefined
  /** C4: the technology argument. */
  readonly technology?: string | undefined
  readonly classes?: readonly string[] | undefined
  /** C4 macro name or participant type. */
  readonly variant?: string | undefined
  readonly family?: string | undefined
  /** The text of the group around it. */
  readonly group?: string | undefined
}

export interface Recognition {
  readonly kind?: Inference<Kind>
  readonly technology?: Technology
}

/** The kind of a component and the technology it names. A technology beats a word, a word beats a shape. */
export function recognizeKind(hint: ComponentHint): Recognition {
  const named = technologyNamed(hint)
  const word = wordKind(hint)
  const shape = shapeKind(hint)
  const variant = variantKind(hint.variant)
  const step = readsAsStep(hint.text)
  if (named) {
    const settled = settle(named, word)
    const technology = settled.technology ? { technology: settled.technology } : {}
    const kind = variant?.value === 'external' && isOurs(settled.kind.value) ? variant : settled.kind
    return { kind: step ? weakened(kind, 'the label reads as a step') : kind, ...technology }
  }
  const kind = strongest([variant, word, shape, classKind(hint.classes)])
  if (!kind) return {}
  return { kind: step ? weakened(kind, 'the label reads as a step') : kind }
}

/** The layer that words like `L7`, `layer 4`, `HTTP load balancer` or `path routing` tell. */
export function layerIn(text: string): Inference<Layer> | undefined {
  const found = namesIn(layers(), text)
  const first = found[0]
  if (!first || found.some(one => one.value.layer !== first.value.layer)) return undefined
  const { layer, confidence } = first.value
  return { value: layer, confidence, why: `'${text.slice(first.start, first.end)}' in the label` }
}

/** Whether a label is a step of a process or a question rather than the name of a system. */
export function readsAsStep(text: string): boolean {
  const label = text.trim()
  if (/[?？]$/.test(label)) return true
  const [first, second] = wordsOf(label)
  if (!first || !second) return false
  return stepVerbs.has(first.text) && !systemNounsAfterVerb.has(`${first.text} ${second.text}`)
}

interface NamedTechnology {
  readonly mention: TechnologyMention
  readonly place: string
  /** The text it was found in: the words around it may change its role. */
  readonly text: string
}

function technologyNamed(hint: ComponentHint): NamedTechnology | undefined {
  const places: readonly (readonly [string | undefined, string])[] = [
    [hint.text, 'the label'],
    [iconName(hint.icon), 'the icon'],
    [hint.technology, 'the technology'],
    [hint.id, 'the id'],
  ]
  for (const [text, place] of places) {
    if (!text) continue
    const mention = bestMention(technologiesIn(text))
    if (mention) return { mention, place, text }
  }
  return undefined
}

function bestMention(mentions: readonly TechnologyMention[]): TechnologyMention | undefined {
  let best: TechnologyMention | undefined
  for (const mention of mentions) if (!best || mention.confidence > best.confidence) best = mention
  return best
}

/** Which kind wins where a label names a technology and a role: `Redis queue`, `Kafka consumer`, `Orders (Postgres)`. */
function settle(
  named: NamedTechnology,
  word: Inference<Kind> | undefined,
): Recognition & { kind: Inference<Kind> } {
  const { technology, start, end, confidence } = named.mention
  const why = `'${named.text.slice(start, end)}' in ${named.place}`
  const own = { value: technology.kind, confidence, why }
  if (named.place === 'the id' || named.place === 'the icon') {
    return word && word.confidence >= 0.75 && !sameRole(word.value, technology.kind)
      ? { kind: word }
      : { kind: own, technology }
  }
  const role = roleAfter(named)
  if (role) return { kind: role }
  if (!word || word.value === technology.kind) return { kind: own, technology }
  if (technology.mayBe?.includes(word.value)) return { kind: word, technology }
  if (runsOurCode(technology.kind) && word.confidence >= 0.5) return { kind: word, technology }
  if (sameRole(word.value, technology.kind)) return { kind: own, technology }
  if (named.place === 'the technology') return { kind: word, technology }
  if (isBeside(named) && word.confidence >= 0.75) return { kind: word }
  return { kind: own, technology }
}

/** The technology stands in brackets, after a comma or on another line: the component uses it. */
function isBeside({ mention, text }: NamedTechnology): boolean {
  return /[([,:;\n|•]|<br|\s[-–—+]\s|\s(?:with|using|via|and|on|mit|con|avec)\s/i.test(
    text.slice(0, mention.start),
  )
}

/** `Kafka consumer`, `Redis client`, `Postgres exporter`: the word after the name says what it really is. */
function roleAfter({ mention, text }: NamedTechnology): Inference<Kind> | undefined {
  const [next] = wordsOf(text.slice(mention.end, mention.end + 40))
  if (!next || text.slice(mention.end, mention.end + next.start).trim() !== '') return undefined
  const kind = roles[next.text]
  const raw = text.slice(mention.start, mention.end + next.end)
  return kind ? { value: kind, confidence: 0.8, why: `'${raw}' in the label` } : undefined
}

const roles: Readonly<Record<string, Kind>> = {
  consumer: 'worker',
  consumers: 'worker',
  worker: 'worker',
  workers: 'worker',
  listener: 'worker',
  subscriber: 'worker',
  processor: 'worker',
  sink: 'worker',
  producer: 'service',
  publisher: 'service',
  client: 'service',
  adapter: 'service',
  connector: 'worker',
  exporter: 'monitoring',
  handler: 'service',
  proxy: 'proxy',
  controller: 'service',
  uploader: 'service',
  webhook: 'service',
  integration: 'service',
  operator: 'service',
  bridge: 'service',
  wrapper: 'service',
  scheduler: 'scheduler',
  app: 'service',
}

function wordKind(hint: ComponentHint): Inference<Kind> | undefined {
  const inLabel = headWord(hint.text, 'the label')
  const stored = storeShapes.has(hint.shape ?? '')
  if (inLabel && !(stored && (inLabel.value === 'person' || inLabel.value === 'client'))) return inLabel
  if (namesIn(nonSystems(), hint.text).length > 0 && !stored) return undefined
  if (hint.id === hint.text) return undefined
  const inId = headWord(hint.id, 'the id')
  return inId ? { ...inId, confidence: inId.confidence * 0.9 } : undefined
}

/** The last naming word of the first part of the text: English names end in what the thing is. */
function headWord(text: string, place: string): Inference<Kind> | undefined {
  const head =
    text.split(
      /\n|<br\s*\/?>|[([,;:|]|\s(?:for|of|with|from|to|in|on|by|von|für|para|pour)\s|\s[-–—]\s/i,
      1,
    )[0] ?? ''
  const found = namesIn(words(), head)
  const whole = found.length > 0 ? found : namesIn(words(), text)
  const scope = found.length > 0 ? head : text
  const last = chosen(whole)
  if (!last) return suffixKind(scope, place)
  if (isNoSystem(scope, last)) return undefined
  const confidence =
    scope === head || place === 'the id' ? last.value.confidence : last.value.confidence * 0.85
  return { value: last.value.kind, confidence, why: `'${scope.slice(last.start, last.end)}' in ${place}` }
}

/** The head is the last word, unless it is a vague one and a telling one stands before it. */
function chosen(found: readonly Found<KindWord>[]): Found<KindWord> | undefined {
  const last = found[found.length - 1]
  if (!last || last.value.confidence > 0.6) return last
  return found.findLast(one => one.value.confidence > 0.85 && one.value.kind !== 'person') ?? last
}

function isNoSystem(text: string, word: Found<KindWord>): boolean {
  return namesIn(nonSystems(), text).some(one => one.end >= word.end && one.start <= word.start + 64)
}

/** `ordersdb`, `usersvc`: ids run together. */
function suffixKind(text: string, place: string): Inference<Kind> | undefined {
  const last = wordsOf(text).at(-1)
  if (!last || last.text.length < 4) return undefined
  const raw = text.slice(last.start, last.end)
  for (const [ending, kind] of endings) {
    if (last.text.endsWith(ending)) return { value: kind, confidence: 0.75, why: `'${raw}' in ${place}` }
  }
  return undefined
}

const endings: readonly (readonly [string, Kind])[] = [
  ['db', 'database'],
  ['svc', 'service'],
  ['service', 'service'],
  ['server', 'service'],
  ['datenbank', 'database'],
  ['dienst', 'service'],
  ['queue', 'queue'],
  ['cache', 'cache'],
  ['worker', 'worker'],
  ['gateway', 'gateway'],
  ['api', 'service'],
]

const storeShapes = new Set([
  'cylinder',
  'cyl',
  'database',
  'db',
  'disk',
  'lin-cyl',
  'lined-cylinder',
  'datastore',
  'container_db',
  'system_db',
  'component_db',
])

const shapeKinds: Readonly<Record<string, readonly [Kind, number]>> = {
  cylinder: ['database', 0.75],
  cyl: ['database', 0.75],
  database: ['database', 0.8],
  db: ['database', 0.75],
  disk: ['database', 0.7],
  'lin-cyl': ['database', 0.75],
  'lined-cylinder': ['database', 0.75],
  datastore: ['database', 0.75],
  'h-cyl': ['queue', 0.75],
  'horizontal-cylinder': ['queue', 0.75],
  das: ['queue', 0.75],
  queue: ['queue', 0.8],
  actor: ['person', 0.85],
  person: ['person', 0.9],
  icon_person: ['person', 0.9],
  circle: ['person', 0.3],
  cloud: ['external', 0.5],
  internet: ['client', 0.75],
  server: ['service', 0.6],
}

function shapeKind(hint: ComponentHint): Inference<Kind> | undefined {
  const known = shapeKinds[hint.shape ?? ''] ?? shapeKinds[iconName(hint.icon) ?? '']
  return (
    known && { value: known[0], confidence: known[1], why: `its shape (${hint.shape ?? hint.icon ?? ''})` }
  )
}

function iconName(icon: string | undefined): string | undefined {
  if (!icon) return undefined
  const name = icon.slice(icon.indexOf(':') + 1)
  return name.replace(/^(?:fa|fas|far|res|arch|service|icon)-/, '')
}

/** `ContainerDb_Ext`, `System`, `Person`, and participant types of sequence diagrams. */
function variantKind(variant: string | undefined): Inference<Kind> | undefined {
  if (!variant) return undefined
  const name = variant.toLowerCase().replace(/_/g, '')
  const why = `drawn as ${variant}`
  if (name.includes('person') || name === 'actor') return { value: 'person', confidence: 0.95, why }
  if (/(?:db|database)(?:ext)?$/.test(name)) return { value: 'database', confidence: 0.85, why }
  if (/queue(?:ext)?$/.test(name)) return { value: 'queue', confidence: 0.85, why }
  if (name.startsWith('external') || /^(?:system|container|component)ext$/.test(name)) {
    return { value: 'external', confidence: 0.9, why }
  }
  return /^(?:system|container)$/.test(name) ? { value: 'service', confidence: 0.6, why } : undefined
}

function classKind(classes: readonly string[] = []): Inference<Kind> | undefined {
  for (const name of classes) {
    const kind = headWord(name, 'the class')
    if (kind) return { ...kind, confidence: Math.min(0.7, kind.confidence) }
  }
  return undefined
}

function strongest(guesses: readonly (Inference<Kind> | undefined)[]): Inference<Kind> | undefined {
  let best: Inference<Kind> | undefined
  for (const guess of guesses) if (guess && (!best || guess.confidence > best.confidence)) best = guess
  return best
}

function weakened(kind: Inference<Kind>, why: string): Inference<Kind> {
  return { ...kind, confidence: kind.confidence * 0.4, why: `${kind.why}, but ${why}` }
}

function isOurs(kind: Kind): boolean {
  return kind === 'service' || kind === 'worker' || kind === 'auth' || kind === 'monitoring'
}

/** Languages, frameworks and platforms: what runs on them is told by the other words. */
function runsOurCode(kind: Kind): boolean {
  return (
    kind === 'service' || kind === 'worker' || kind === 'function' || kind === 'browser' || kind === 'mobile'
  )
}

const roleFamilies: readonly (readonly Kind[])[] = [
  ['database', 'warehouse', 'cache', 'objectStore', 'search'],
  ['queue', 'stream'],
  ['gateway', 'balancer', 'proxy', 'mesh', 'cdn', 'waf', 'nat', 'firewall'],
  ['person', 'client', 'browser', 'mobile'],
]

function sameRole(a: Kind, b: Kind): boolean {
  return roleFamilies.some(kinds => kinds.includes(a) && kinds.includes(b))
}

const stepVerbs = new Set(
  'accept add aggregate analyze apply approve assign authenticate authorize build calculate call check choose classify clean click close collect compare compile compute configure connect convert copy create decide decode define delete deliver deploy detect determine display download emit encode enter evaluate execute extract fetch filter find fix format generate get handle identify implement import initialize insert inspect install invoke is iterate join launch load login logout loop make map mark merge modify monitor move normalize notify open parse perform persist pick place poll populate prepare print process publish pull push put query raise read receive record redirect refresh register reject remove render replace reply request resolve respond restart retrieve retry return review route run save scan schedule select send set show sign skip sort start stop store submit subscribe sync test track train transform trigger try update upload use validate verify view visit wait write'.split(
    ' ',
  ),
)

const systemNounsAfterVerb = new Set(
  'load balancer|load balancers|load balancing|map service|map api|map server|test server|test runner|print service|print server|sync service|sync server|sync engine|sync worker|query service|query engine|query api|query cache|query side|query handler|publish service|monitor service|store service|store api|store db|store database|process manager|record store|route service|route table|view service|request router|request queue|request handler|review service|review db|reviews service|push service|push gateway|push notification|push server|push notifications|build server|build service|build agent|build cache|schedule service|scheduler service|test db|sign service|search service|update service|upload service|upload server|upload api|upload worker|upload bucket|download service|import service|import worker|fetch service|render service|render worker|retry queue|retry worker|retry topic|filter service|set top|login service|login server|login api|register service|notify service|run service|read replica|read replicas|read db|read model|read api|read store|read service|read side|write db|write api|write model|write service|write side|write store|load generator|call center|call service|read cache|write cache|merge service|format service|start node|process service|record service|place service|handle service|train service|visit service|track service|deploy service|approve service|open search|open ai|open telemetry|open shift|open stack|open id|open policy|open api|is service'.split(
    '|',
  ),
)

const layerWords: readonly {
  readonly layer: Layer
  readonly confidence: number
  readonly names: readonly string[]
}[] = [
  {
    layer: 'L4',
    confidence: 0.95,
    names: [
      'l4',
      'layer 4',
      'layer4',
      'l4 lb',
      'layer four',
      'transport layer',
      'tcp load balancer',
      'tcp lb',
      'udp load balancer',
      'tcp balancer',
      'tcp proxy',
      'network load balancer',
      'nlb',
      'stream mode',
      'stream proxy',
      'tls passthrough',
      'ssl passthrough',
      'tcp passthrough',
      'pass through',
      'ipvs',
      'lvs',
    ],
  },
  { layer: 'L4', confidence: 0.75, names: ['tcp', 'udp', 'passthrough'] },
  {
    layer: 'L7',
    confidence: 0.95,
    names: [
      'l7',
      'layer 7',
      'layer7',
      'l7 lb',
      'layer seven',
      'application layer',
      'http load balancer',
      'https load balancer',
      'http lb',
      'http balancer',
      'application load balancer',
      'alb',
      'http proxy',
      'path routing',
      'path based routing',
      'host routing',
      'host based routing',
      'header routing',
      'tls termination',
      'ssl termination',
      'terminates tls',
      'url map',
      'http routing',
      'content based routing',
    ],
  },
  {
    layer: 'L7',
    confidence: 0.75,
    names: ['http', 'https', 'http 2', 'grpc', 'reverse proxy', 'ingress', 'api gateway'],
  },
]

const words = lazily(() =>
  lexiconOf(kindWords.map(row => ({ value: row, names: row.words, exact: row.exact ?? [] }))),
)
const nonSystems = lazily(() => lexiconOf([{ value: true, names: notSystems }]))
const layers = lazily(() => lexiconOf(layerWords.map(row => ({ value: row, names: row.names }))))
