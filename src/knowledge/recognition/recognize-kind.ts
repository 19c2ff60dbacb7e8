// Tells what a component is from its id, label, icon, shape, technology and C4 element, and says why.

import { rememberedBy } from '../remembered'
import { technologiesIn } from '../technologies'
import type { Technology } from '../technologies/technology'
import { headWord, namesNoSystem } from './head-word'
import type { ComponentHint } from './hint'
import type { Inference, Kind } from './kind'
import { type NamedTechnology, ownTechnology, runsCode } from './named-technology'
import { roleAfter } from './role-after'
import { shapeKind, storeShapes, variantKind } from './shapes'
import { namesStandIn } from './stand-ins'
import { readsAsStep } from './steps'

export interface Recognition {
  readonly kind?: Inference<Kind>
  readonly technology?: Technology
}

/** The kind of a component and the technology it names. A technology beats a word, a word beats a shape. */
export const recognizeKind = rememberedBy(keyOf, hint =>
  standIn(partOfContainer(recognize(hint), hint), hint),
)

/** A stand-in for a third party is run by whoever draws it. */
function standIn(found: Recognition, { text }: ComponentHint): Recognition {
  const { kind } = found
  if (kind?.value !== 'external' || !namesStandIn(text)) return found
  return { ...found, kind: { ...kind, value: 'service', why: `${kind.why}, stood in for` } }
}

/** A C4 component is part of a container: `Order client` among them is the library by which it calls. */
function partOfContainer(found: Recognition, { variant = '' }: ComponentHint): Recognition {
  const { kind } = found
  if (kind?.value !== 'client' || !/component/i.test(variant)) return found
  return { ...found, kind: { ...kind, value: 'service', why: `${kind.why}, of a component` } }
}

function keyOf(hint: ComponentHint): string {
  const { id, text, shape, icon, technology, description, classes, variant, drawsSteps, amongAws, group } =
    hint
  return `${id}\0${text}\0${shape}\0${icon}\0${technology}\0${description}\0${classes?.join(' ')}\0${variant}\0${drawsSteps}\0${amongAws}\0${group}`
}

function recognize(hint: ComponentHint): Recognition {
  const variant = variantKind(hint.variant ?? hint.shape)
  if (variant?.value === 'person') return { kind: variant }
  const named = ownTechnology(hint)
  if (named?.mention.technology.library) return { technology: named.mention.technology }
  const word = wordKind(named?.place === 'the label' ? withoutNames(hint) : hint)
  const shape = shapeKind(hint)
  const grouped = groupKind(hint)
  const isEvent = grouped !== undefined && grouped.confidence >= 0.75
  const step = mayBeStep(hint) && !isEvent && named?.mention.start !== 0 && readsAsStep(hint.text)
  if (named) {
    const settled = settle(named, word)
    const technology = settled.technology ? { technology: settled.technology } : {}
    const kind = variant?.value === 'external' && doesOurWork(settled.kind.value) ? variant : settled.kind
    return { kind: step ? weakened(kind, 'the label reads as a step') : kind, ...technology }
  }
  const drawn = [variant, ours(variant, word), shape, classKind(hint.classes)]
  const likely = strongest(step ? drawn : [...drawn, grouped])
  if (!likely) return {}
  const kind = confirmed(likely, hint.group)
  return { kind: step ? weakened(kind, 'the label reads as a step') : kind }
}

/** What one place says of a component's kind. */
export interface Sighting {
  readonly place: string
  readonly kind: Inference<Kind>
}

/** All that speaks for kinds, each place for itself, and what they come to. */
export const sightingsIn = rememberedBy(keyOf, (hint): readonly Sighting[] => {
  const found: Sighting[] = []
  const see = (place: string, kind: Inference<Kind> | undefined) => kind && found.push({ place, kind })
  see('its name as a whole', recognizeKind(hint).kind)
  see('its element', variantKind(hint.variant ?? hint.shape))
  const named = ownTechnology(hint)
  see('a word', wordKind(named?.place === 'the label' ? withoutNames(hint) : hint))
  if (named && !named.mention.technology.library) {
    const { technology, confidence } = named.mention
    see(`a technology in ${named.place}`, { value: technology.kind, confidence, why: technology.name })
  }
  see('its shape', shapeKind(hint))
  see('its group', groupKind(hint))
  see('its class', classKind(hint.classes))
  return found
})

/** The words of products' names say nothing of the role: `HAProxy`, `Azure Service Bus`, `Kafka / RabbitMQ`. */
function withoutNames(hint: ComponentHint): ComponentHint {
  let text = hint.text
  for (const { start, end } of technologiesIn(hint.text)) {
    text = text.slice(0, start) + ' '.repeat(end - start) + text.slice(end)
  }
  return { ...hint, text }
}

/** `Web app` is a client only perhaps, but in a group named `Clients` it is one. */
function confirmed(kind: Inference<Kind>, group = ''): Inference<Kind> {
  const isClient = kind.value === 'client' || kind.value === 'browser' || kind.value === 'mobile'
  if (!isClient || kind.confidence < 0.5 || kind.confidence >= 0.7) return kind
  return clientGroup.test(group) ? { ...kind, confidence: 0.75, why: `${kind.why}, in '${group}'` } : kind
}

const clientGroup =
  /\b(?:clients?|consumers?|channels?|front-?ends?|users?|browsers?|devices?|presentation)\b/i

/** `API clients` may be a library, but not beside the browsers in a group named `Clients`. */
function groupKind({ text, group = '' }: ComponentHint): Inference<Kind> | undefined {
  if (clientGroup.test(group) && /\b(?:clients?|consumers?)$/i.test(text))
    return { value: 'client', confidence: 0.75, why: `'${text}' in '${group}'` }
  if (people.test(group) && !machine.test(text))
    return { value: 'person', confidence: 0.91, why: `in the group '${group}'` }
  const kind = groupKinds.find(([name]) => name.test(group))?.[1]
  const confidence = kind === 'stream' && eventName.test(text) ? 0.8 : 0.6
  return kind && { value: kind, confidence, why: `in the group '${group}'` }
}

/** Groups of people, and what else is drawn among them. */
const people =
  /^\W*(?:(?:external|internal|end|business|внешние|внутренние)[ -])?(?:users|people|personas|actors|пользователи|usuarios|usuários|utilisateurs|benutzer|nutzer|用户|使用者|ユーザー|사용자)\W*$/iu
const machine =
  /\b(?:apps?|browsers?|clients?|portals?|u[ix]|front-?ends?|web|mobile|devices?|api|cli|sdks?|bots?|agents?|services?|systems?|servers?|sites?|store|db|ios|android|iot|sensors?|dashboards?|gateways?|terminals?|phones?|tablets?|desktops?|integrations?|scripts?|tools?|internet)\b|приложени|браузер|сайт|клиент|应用|浏览器|客户端|アプリ|ブラウザ|앱|브라우저/iu

/** `orders.created`, `order-placed`: among topics one of them, elsewhere what happened. */
const eventName = /^\w(?:[^\W_]*_\w+|\w*(?:[.:-]\w+)+)$/

/** What all members of a group are, whatever they are called. */
const groupKinds: readonly (readonly [RegExp, Kind])[] = [
  [/\b(?:topics|event hubs|event types|domain events|kafka|kafka cluster)$/i, 'stream'],
  [/\bqueues$/i, 'queue'],
  [/\b(?:microservices|producers)$/i, 'service'],
  [/\b(?:workers|consumers)$/i, 'worker'],
  [/\b(?:databases|data ?stores)$/i, 'database'],
  [/\b(?:external|third[- ]party|3rd[- ]party)(?: \w+)? (?:systems|services|apis|providers)$/i, 'external'],
]

/** C4 draws what is not ours as `System_Ext`: our own payment gateway is a service. */
function ours(variant: Inference<Kind> | undefined, word: Inference<Kind> | undefined) {
  return variant?.value === 'service' && word?.value === 'external' ? { ...word, value: variant.value } : word
}

/** Participants and elements of C4 are named things. */
function mayBeStep({ drawsSteps, variant }: ComponentHint): boolean {
  return drawsSteps === undefined ? variant === undefined : drawsSteps && !c4Element.test(variant ?? '')
}

const c4Element = /person|system|container|component/i

/** Which kind wins where a label names a technology and a role: `Redis queue`, `Kafka consumer`, `Orders (Postgres)`. */
function settle(
  named: NamedTechnology,
  word: Inference<Kind> | undefined,
): Recognition & { kind: Inference<Kind> } {
  const { technology, start, end, confidence } = named.mention
  const why = `'${named.text.slice(start, end)}' in ${named.place}`
  const own = { value: technology.kind, confidence, why }
  if (named.place === 'the icon' && word && word.confidence >= 0.75)
    return word.value === 'person' ? { kind: word } : { kind: word, technology }
  if (named.place === 'the id') {
    return word && word.confidence >= 0.75 && !sameRole(word.value, technology.kind)
      ? { kind: word }
      : { kind: own, technology }
  }
  if (isLikened(named)) return { kind: word ?? { ...own, confidence: 0.6 } }
  const role = roleAfter(named)
  if (role) {
    if (runsItself(technology, role.value))
      return { kind: technology.mayBe?.includes(role.value) ? role : own, technology }
    return runsCode(technology.kind) ? { kind: role, technology } : { kind: role }
  }
  if (!word || word.value === technology.kind || word.value === 'person') return { kind: own, technology }
  if (technology.mayBe?.includes(word.value)) return { kind: word, technology }
  if (runsCode(technology.kind) && word.confidence >= sureness(technology.kind, word.value))
    return { kind: word, technology }
  if (sameRole(word.value, technology.kind)) return { kind: own, technology }
  if (named.place === 'the technology') return { kind: word, technology }
  if (isBeside(named) && word.confidence >= 0.75) return { kind: word }
  return { kind: own, technology }
}

/** `OpenAI-compatible API`: it answers like the product and is another. */
const isLikened = ({ mention, text }: NamedTechnology): boolean => likened.test(text.slice(mention.end))

const likened = /^[- ]?(?:compatible|compat\b|kompatib|совмест|兼容|互換|호환)/i

/** `Search Lambda (knowledge base)` is no database, and a `FastAPI application` no client. */
function sureness(technology: Kind, word: Kind): number {
  const holdsData = !runsCode(word) && word !== 'auth' && word !== 'gateway' && word !== 'proxy'
  return holdsData || (technology === 'service' && word === 'client') ? 0.75 : 0.5
}

/** The technology stands in brackets, after a comma or on another line: the component uses it. */
function isBeside({ mention, text }: NamedTechnology): boolean {
  return /[([,:;\n|•→]|->|<br|\s[-–—+]\s|\s(?:with|using|via|and|on|mit|con|avec)\s/i.test(
    text.slice(0, mention.start),
  )
}

/** `Nginx proxy`, `KEDA operator`, `Jenkins controller`: a part of the product, under its name. */
const runsItself = ({ kind, mayBe }: Technology, role: Kind): boolean =>
  role === kind || mayBe?.includes(role) === true || (role === 'service' && controlPlanes.has(kind))

const controlPlanes: ReadonlySet<Kind> = new Set<Kind>(['scheduler', 'registry', 'monitoring', 'mesh'])

function wordKind(hint: ComponentHint): Inference<Kind> | undefined {
  const word = naming(hint)
  const [foreign] = foreignWords.exec(hint.text) ?? []
  const isAnother = word && word.value !== 'external' && !isOurs(word.value) && word.confidence >= 0.5
  if (foreign === undefined || isAnother) return word
  return { value: 'external', confidence: 0.85, why: `'${foreign.trim()}' in the label` }
}

/** What others run, whatever it is. */
const foreignWords =
  /^\W*(?:(?:external|third[- ]party|3rd[- ]party|partner(?:['’]s)?|extern(?:er|es|e)|внешн(?:ий|яя|ее))(?=\s+\p{L})|外部|第三方|외부)|\s(?:of|by|from) (?:others|partners|third parties)$/iu

function naming(hint: ComponentHint): Inference<Kind> | undefined {
  const inLabel = headWord(hint.text, 'the label')
  const stored = storeShapes.has(hint.shape ?? '')
  if (inLabel && !(stored && (inLabel.value === 'person' || inLabel.value === 'client'))) return inLabel
  if (namesNoSystem(hint.text) && !stored) return undefined
  if (hint.id === hint.text) return undefined
  const inId = headWord(hint.id, 'the id')
  if (inId?.value === 'person' && (/^[a-z\d]+(?:-[a-z\d]+)+$/.test(hint.text) || aboutPeople.test(hint.text)))
    return undefined
  return inId ? { ...inId, confidence: inId.confidence * 0.9 } : undefined
}

/** `USER[User Management]`: what is done with people is done by a program. */
const aboutPeople =
  /\b(?:management|profiles?|registration|onboarding|verification|matching|tracking|analytics|preferences|module)\W*$/i

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

/** `System_Ext(sentry, "Sentry")` still watches us, and an identity provider still signs people in. */
const doesOurWork = (kind: Kind): boolean => kind === 'service' || kind === 'worker'

function isOurs(kind: Kind): boolean {
  return kind === 'service' || kind === 'worker' || kind === 'auth' || kind === 'monitoring'
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
