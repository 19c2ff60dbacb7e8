// Which technology a component names as its own: the name as a whole, its head word, what stands beside it.

import { wordsOf } from '../names/lexicon'
import { type TechnologyMention, technologiesIn } from '../technologies'
import type { Technology } from '../technologies/technology'
import { namesConfiguration } from './configuration-objects'
import type { ComponentHint } from './hint'
import type { Kind } from './kind'
import { roleAfter } from './role-after'
import { iconName, shapeKind, storeShapes } from './shapes'
import { isActivity } from './steps'

export interface NamedTechnology {
  readonly mention: TechnologyMention
  readonly place: Place
  /** The text it was found in: the words around it may change its role. */
  readonly text: string
}

export type Place = 'the label' | 'the icon' | 'the technology' | 'the id' | 'the group'

/** The technology that a component names as what it is or runs on. What it reads, updates or configures is another's. */
export function ownTechnology(hint: ComponentHint): NamedTechnology | undefined {
  const places: readonly (readonly [string | undefined, Place])[] = [
    [hint.text, 'the label'],
    [shapeKind({ icon: hint.icon }) ? undefined : productIcon(hint.icon), 'the icon'],
    [hint.technology, 'the technology'],
    [named(hint.description), 'the technology'],
    [hint.id, 'the id'],
    [isMember(hint.text) ? hint.group : undefined, 'the group'],
  ]
  for (const [text, place] of places) {
    if (!text) continue
    const mention = likeliest(technologiesIn(text).filter(one => counts(one, { text, place, hint })))
    if (mention) return { mention, place, text }
  }
  return undefined
}

/** Icons are written small, whatever a product's name looks like: `logos:react`. */
function productIcon(icon: string | undefined): string | undefined {
  const name = iconName(icon)
  if (!name || technologiesIn(name).length > 0) return name
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** `CloudFront/Cloudflare` where C4 asks for a description. */
const named = (description: string | undefined): string | undefined =>
  description && technologiesIn(description)[0]?.start === 0 && !list.test(description)
    ? description
    : undefined

/** `Kafka, Pulsar, NATS and others`: examples of what it may be. */
const list = /^\S+(?: \S+)?, \S+(?: \S+)?,/

/** The surest, and rather a product than a library; what is written in a language says more than it: `Python, FFmpeg`. */
function likeliest(mentions: readonly TechnologyMention[]): TechnologyMention | undefined {
  let best: TechnologyMention | undefined
  for (const mention of mentions) if (!best || rank(mention) > rank(best)) best = mention
  if (!best?.technology.language) return best
  return mentions.find(({ technology }) => !technology.language && runsCode(technology.kind)) ?? best
}

const rank = ({ technology, confidence }: TechnologyMention): number =>
  technology.library ? confidence - 1 : confidence

interface Where {
  readonly text: string
  readonly place: Place
  readonly hint: ComponentHint
}

function counts(mention: TechnologyMention, { text, place, hint }: Where): boolean {
  if (mention.technology.library && !isLibrary(mention, { text, place, hint })) return false
  if (isAwsByItsMaker(mention.technology) && !hint.amongAws && !namesAws(text)) return false
  switch (place) {
    case 'the label':
      return isOwn(mention, text, storeShapes.has(hint.shape ?? ''))
    case 'the technology':
      return !isInIdentifier(mention, text)
    case 'the icon':
      return mention.technology.id !== 'docker'
    case 'the id':
      return (
        !mention.everyday &&
        !mention.technology.generic &&
        !isNamedIn(hint.text, mention.technology) &&
        isToldById(mention, hint)
      )
    case 'the group':
      return !mention.everyday && isWhole(mention, nameOf(text))
    default:
      return true
  }
}

/** AWS itself, or one of its services: what stands beside it is likely one, too. */
export const namesAws = (text: string): boolean => aws.test(text)

const aws =
  /\b(?:aws|amazon)\b|\baws-|lambda|dynamo ?db|cloud ?front|cognito|event ?bridge|app ?sync|step functions?|fargate|kinesis|route ?53|\b(?:apigw|s3|sqs|sns|ec2|ecs|eks|alb|vpc|iam)\b/i

/** Each framework has a WebSocket API, and each maker an API gateway for REST: those of AWS stand among AWS. */
const isAwsByItsMaker = ({ id }: Technology): boolean => id.startsWith('aws-api-gateway')

/** `DockerMgr[Docker manager]`: as what the label names it, it is another's. */
const isNamedIn = (label: string, technology: Technology): boolean =>
  technologiesIn(label).some(mention => mention.technology === technology)

/** Programs are made with many libraries; a box or a part that names nothing else is one. */
const isLibrary = (mention: TechnologyMention, { text, place, hint }: Where): boolean =>
  place === 'the technology'
    ? /component/i.test(hint.variant ?? '')
    : place === 'the label' &&
      wordsOf(text.slice(0, mention.start)).length === 0 &&
      !/^[\p{L}\d]/u.test(text.slice(mention.end))

function isOwn(mention: TechnologyMention, text: string, isStore: boolean): boolean {
  const { technology, start, end } = mention
  if (homonyms.get(technology.id)?.test(text) || question.test(text)) return false
  if (isInIdentifier(mention, text) || isUsed(text.slice(0, start))) return false
  if (namesConfiguration(text) && !isWhole(mention, nameOf(text))) return false
  if (isAnothers(mention, text)) return false
  const inName = end <= nameOf(text).length
  if (technology.generic && !inName) return false
  if (inName && !isStore && !technology.delivers && artifact.test(text.slice(end))) return false
  if (!mention.everyday || runsCode(technology.kind)) return true
  return (
    isWhole(mention, nameOf(text)) || isPiece(mention, text) || roleAfter({ mention, text }) !== undefined
  )
}

/**
 * `Cloudflare agent` watches it, `Bitwarden clients` use it, `SAP-Beleg` is a document in it, `K8s agent` runs on it, and of
 * `OpenAI / Claude / Gemini / Ollama` it is one example.
 */
function isAnothers({ technology, start, end }: TechnologyMention, text: string): boolean {
  const after = text.slice(end)
  if (user.test(after) && !hasOwnAgent(technology)) return true
  if (part.test(after) || alternative.test(text)) return true
  if (!runsCode(technology.kind) && code.test(after)) return true
  if (led.test(text.slice(0, start))) return true
  if (technology.kind === 'external' && compound.test(after)) return true
  if (hosts.has(technology.id) && hosted.test(after)) return true
  return /[/,]/.test(text) && isExample(text, start)
}

const user = /^ (?:agents?|clients)(?=\s*(?:$|[([,:;|\n]))/i

const part = /^ (?:triggers?|repositor(?:y|ies))(?=\s*(?:$|[([,:;|\n]|[-–—]\s))/i

/** `MongoDB handler` is the code that talks to it; a `Lambda handler` is what runs there. */
const code = /^ (?:handlers?|wrappers?|helpers?|utils?|daos?)(?=\s*(?:$|[([,:;|\n]|[-–—]\s|[\w.-]+\/))/i

/** `SQS / in-memory`, `DashScope or demo`: the code that talks to either. */
const alternative = /(?:\/|\bor) ?(?:in[- ])?(?:memory|mock|demo|fake)\b|\bmemory ?\//i

/** `Product search → Elasticsearch`: what it leads to; `Outbox repository (Postgres)`: what its code keeps things in. */
const led = /→|➜|⇒|\brepositor(?:y|ies)\s*(?:[([]|\s[-–—]\s)/i

/** What watches has agents of its own, so has what builds, and of what agents are made with they are made. */
const hasOwnAgent = ({ kind, delivers }: Technology): boolean =>
  kind === 'monitoring' || delivers === true || runsCode(kind)

const compound =
  /^-(?!(?:api|app|server|service|cloud|system|cluster|bot|hub|sso|instanz|dienst|anbindung)(?!\p{L}))\p{L}{2}/iu

const hosts: ReadonlySet<string> = new Set(['kubernetes', 'docker'])

/** Objects of an orchestrator and what manages them. */
const hosted =
  /^(?:\d|[- ](?:agents?|managers?|services|secrets?|config ?maps?|ingress|nodes?|objects?|jobs?|operator|network|hosts?)(?!\p{L}))/iu

/** One of four or more names between slashes or commas. */
function isExample(text: string, start: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', start) + 1).split('\n', 1)[0] ?? ''
  return !/\betc\b/.test(line) && line.split(/ ?\/ | ?, /).filter(item => item.trim() !== '').length >= 4
}

/** `Redshift enabled?` */
const question = /\s\S*\?\s*$/

/** What a product shares its name with, and the words that tell: ids as Twitter made them, a shard's number. */
const homonyms: ReadonlyMap<string, RegExp> = new Map([
  ['dataflow', /dataflow[_ #-]?\d/i],
  ['snowflake', /\bids?\b|\bid[- ]?gen|\bgenerators?\b|\bschema\b/i],
  ['s3', /\b(?:service|server|shard|node|replica|segment|stage|step|site|switch|api|zone) s3\b/i],
])

/** `Postgres data`, `.NET builds`: what is made with it or kept in it. */
const artifact =
  /^(?: \w+)? (?:data|builds?|image|volumes?|schemas?|migrations?|scripts?|docs|releases?|adapters|networks?|change|repositor(?:y|ies)|routes|setup|secrets?)(?=\s*(?:$|[([,:;|\n]))/i

/** The name is what stands before a bracket, a comma, a dash or the end of the line. */
const nameOf = (text: string): string => text.split(breaks, 1)[0] ?? ''

const breaks = /[([,:;|\n]|\s[-–—+&]\s/

/** `Kong` in `Gateway (Kong, TLS)`: all that stands between two separators. */
function isPiece(mention: TechnologyMention, text: string): boolean {
  const before = text.slice(0, mention.start).split(pieces).at(-1) ?? ''
  const after = text.slice(mention.end).split(pieces, 1)[0] ?? ''
  const name = text.slice(mention.start, mention.end)
  return isWhole(
    { ...mention, start: before.length, end: before.length + name.length },
    before + name + after,
  )
}

const pieces = /[()[\],:;|\n]|\s[-–—+&/]\s/

/** `Vault`, `Vault cluster`, `Neon DB 2`; `Vault graph` is a graph. */
function isWhole({ technology, start, end }: TechnologyMention, name: string): boolean {
  const around = wordsOf(`${name.slice(0, start)} ${name.slice(end)}`)
  return around.every(
    ({ text }) =>
      /^\d+$/.test(text) ||
      text.length === 1 ||
      (neutral.has(text) && !(technology.embedded && text === 'server')),
  )
}

const neutral: ReadonlySet<string> = new Set(
  'cluster clusters server servers service node nodes instance instances primary replica replicas standby secondary master db database cloud managed local shared global pool orm'.split(
    ' ',
  ),
)

/** `Primary`, `Replica 2`, `Broker B` in a group named for a product. */
const isMember = (text: string): boolean => member.test(nameOf(text).trim())

const member =
  /^(?:primary|secondary|replica|standby|master|slave|leader|follower|broker|node|shard|sentinel|(?:primary|data|master|worker|read) (?:node|replica))s?(?:[ #-]?(?:\d+|[a-z]))?$/i

/** A file, a class or a variable is named for what it has to do with. */
const isInIdentifier = ({ start, end }: TechnologyMention, text: string): boolean =>
  isInFile(text, start, end) || isInClass(text, start, end) || isInVariable(text, start, end)

/** `kb-index.py`, `supabase/migrations/`, `build.rs tauri_build::build()`, `config.openshift.io/cluster`, an image. */
function isInFile(text: string, start: number, end: number): boolean {
  const first = text.slice(0, start).split(/\s/).at(-1) ?? ''
  const rest = /^\S*/.exec(text.slice(end))?.[0] ?? ''
  return extension.test(rest) || path.test(first + text.slice(start, end) + rest)
}

const extension =
  /\.(?:py|tsx?|jsx?|mjs|rs|go|java|kt|cs|rb|php|sh|sql|ya?ml|jsonl?|toml|md|tf|conf|ini|env)\b|::/

const path =
  /^~?\/[.\w]|^[a-z\d]+\/[a-z\d]+(?:-[a-z\d]+)+\)?$|^[.~]?[a-z\d_.-]*\/(?:[a-z\d_.-]*\/)*$|^[a-z\d-]+(?:\.[a-z\d-]+){2,}\/\w+$/

/** `FacebookRequest`, `ReactContext`. */
const isInClass = (text: string, start: number, end: number): boolean =>
  classEnd.test(text.slice(end)) && !/[\p{L}\p{N}]$/u.test(text.slice(0, start).slice(-1))

const classEnd =
  /^(?:\p{Lu}\p{Ll}+)*(?:Request|Response|Context|Config|Error|Exception|Api|Model|Batch|Factory|Provider|Options|Params|Dto|Repo|Repository|Port|Publisher|Service|Helper|Utils?)\b/u

const kept = /^_(?:sg|data|logs?|backups?|config|volumes?|import|conf|plugins)\b/i

/** `CLAUDE_CODE_ENABLE_TELEMETRY`, `RDS_SG`, `postgres_data`. */
const isInVariable = (text: string, start: number, end: number): boolean =>
  kept.test(text.slice(end)) ||
  (/^(?:_[A-Z]{2,}){2}/.test(text.slice(end)) && !/[a-z]/.test(text.slice(start, end)))

/** `Updates Qdrant`, `sync to S3`, `exporter for Redis`: what the component works on. */
function isUsed(before: string): boolean {
  const words = (before.split(/[([,;:|/+•·—–&→\n]/).at(-1) ?? '').trim().split(/\s+/)
  return towards.has(words.at(-1)?.toLowerCase() ?? '') || words.some(isActivity)
}

const towards: ReadonlySet<string> = new Set('to from for into against like e.g. z.b.'.split(' '))

/**
 * `postgres[(Orders)]`. Ids shorten and number labels (`H2[Keep top n]`, `s3[Shard 3]`): those that end in a digit count
 * only where the drawing says the same.
 */
function isToldById(
  { technology, start, end }: TechnologyMention,
  { id, text, shape, icon }: ComponentHint,
): boolean {
  if (id === text || /^[A-Z]{1,3}\d?$/.test(id) || heldById.test(id.slice(end))) return false
  const isNumbering = end === id.length && /^[a-z]{1,3}\d$/i.test(id.slice(start))
  return !isNumbering || shapeKind({ shape, icon })?.value === technology.kind
}

/** `MongoRepo`, `pgVol`: code that uses it, or where its data lies. */
const heldById = /^[_-]?(?:repo|repository|vol|volume|data|sg|setup)$/i

/** Languages, frameworks and platforms: what runs on them is told by the other words. */
export const runsCode = (kind: Kind): boolean =>
  kind === 'service' || kind === 'worker' || kind === 'function' || kind === 'browser' || kind === 'mobile'
