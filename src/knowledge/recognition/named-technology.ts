// Which technology a component names as its own: the name as a whole, its head word, what stands beside it.

import { wordsOf } from '../names/lexicon'
import { type TechnologyMention, technologiesIn } from '../technologies'
import { namesConfiguration } from './configuration-objects'
import type { ComponentHint } from './hint'
import type { Kind } from './kind'
import { roleAfter } from './role-after'
import { iconName, shapeKind } from './shapes'
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
    [shapeKind({ icon: hint.icon }) ? undefined : iconName(hint.icon), 'the icon'],
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

/** `CloudFront/Cloudflare` where C4 asks for a description. */
const named = (description: string | undefined): string | undefined =>
  description && wordsOf(description).length <= 4 && technologiesIn(description)[0]?.start === 0
    ? description
    : undefined

/** The surest; what is written in a language says more than the language: `Python, FFmpeg`. */
function likeliest(mentions: readonly TechnologyMention[]): TechnologyMention | undefined {
  let best: TechnologyMention | undefined
  for (const mention of mentions) if (!best || mention.confidence > best.confidence) best = mention
  if (!best?.technology.language) return best
  return mentions.find(({ technology }) => !technology.language && runsCode(technology.kind)) ?? best
}

interface Where {
  readonly text: string
  readonly place: Place
  readonly hint: ComponentHint
}

function counts(mention: TechnologyMention, { text, place, hint }: Where): boolean {
  switch (place) {
    case 'the label':
      return isOwn(mention, text)
    case 'the id':
      return !mention.everyday && !mention.technology.generic && isToldById(mention, hint)
    case 'the group':
      return !mention.everyday && isWhole(mention, nameOf(text))
    default:
      return true
  }
}

function isOwn(mention: TechnologyMention, text: string): boolean {
  const { technology, start, end } = mention
  if (homonyms.get(technology.id)?.test(text)) return false
  if (isInFile(text, start, end) || isInClass(text, start, end) || isUsed(text.slice(0, start))) return false
  if (namesConfiguration(text) && !isWhole(mention, nameOf(text))) return false
  const inName = end <= nameOf(text).length
  if (technology.generic && !inName) return false
  if (inName && !technology.delivers && artifact.test(text.slice(end))) return false
  if (!mention.everyday || runsCode(technology.kind) || !inName) return true
  return isWhole(mention, nameOf(text)) || roleAfter({ mention, text }) !== undefined
}

/** What a product shares its name with, and the words that tell: ids as Twitter made them, a shard's number. */
const homonyms: ReadonlyMap<string, RegExp> = new Map([
  ['snowflake', /\bids?\b|\bid[- ]?gen|\bgenerators?\b|\bschema\b/i],
  ['s3', /\b(?:service|server|shard|node|replica|segment|stage|step|site|switch|api|zone) s3\b/i],
])

/** `Postgres data`, `.NET builds`: what is made with it or kept in it. */
const artifact =
  /^(?: \w+)? (?:data|builds?|image|volumes?|schemas?|migrations?|scripts?|docs|releases?|adapters|networks?|change)(?=\s*(?:$|[([,:;|\n]))/i

/** The name is what stands before a bracket, a comma, a dash or the end of the line. */
const nameOf = (text: string): string => text.split(/[([,:;|\n]|\s[-–—+&]\s/, 1)[0] ?? ''

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
  'cluster clusters server servers service node nodes instance instances primary replica replicas standby secondary master db database cloud managed local shared global pool'.split(
    ' ',
  ),
)

/** `Primary`, `Replica 2`, `Broker B` in a group named for a product. */
const isMember = (text: string): boolean => member.test(nameOf(text).trim())

const member =
  /^(?:primary|secondary|replica|standby|master|slave|leader|follower|broker|node|shard|sentinel|(?:primary|data|master|worker|read) (?:node|replica))s?(?:[ #-]?(?:\d+|[a-z]))?$/i

/** `kb-index.py`, `supabase/migrations/`, `build.rs tauri_build::build()`, `config.openshift.io/cluster`. */
function isInFile(text: string, start: number, end: number): boolean {
  const first = text.slice(0, start).split(/\s/).at(-1) ?? ''
  const rest = /^\S*/.exec(text.slice(end))?.[0] ?? ''
  return extension.test(rest) || path.test(first + text.slice(start, end) + rest)
}

const extension =
  /\.(?:py|tsx?|jsx?|mjs|rs|go|java|kt|cs|rb|php|sh|sql|ya?ml|json|toml|md|tf|conf|ini|env)\b|::/

const path = /^\/\w|^[.~]?[a-z\d_.-]*\/(?:[a-z\d_.-]*\/)*$|^[a-z\d-]+(?:\.[a-z\d-]+){2,}\/\w+$/

/** `FacebookRequest`, `ReactContext`: a class, named for what it has to do with. */
const isInClass = (text: string, start: number, end: number): boolean =>
  classEnd.test(text.slice(end)) && !/[\p{L}\p{N}]$/u.test(text.slice(0, start).slice(-1))

const classEnd =
  /^(?:\p{Lu}\p{Ll}+)*(?:Request|Response|Context|Config|Error|Exception|Model|Batch|Factory|Provider|Options|Params|Dto|Repository|Service|Helper|Utils?)\b/u

/** `Updates Qdrant`, `sync to S3`, `exporter for Redis`: what the component works on. */
function isUsed(before: string): boolean {
  const words = (before.split(/[([,;:|/+•·—–&→\n]/).at(-1) ?? '').trim().split(/\s+/)
  return towards.has(words.at(-1)?.toLowerCase() ?? '') || words.some(isActivity)
}

const towards: ReadonlySet<string> = new Set('to from for into against'.split(' '))

/**
 * `postgres[(Orders)]`. Ids shorten and number labels (`H2[Keep top n]`, `s3[Shard 3]`): those that end in a digit count
 * only where the drawing says the same.
 */
function isToldById(
  { technology, start, end }: TechnologyMention,
  { id, text, shape, icon }: ComponentHint,
): boolean {
  if (id === text) return true
  if (/^[A-Z]{1,3}\d?$/.test(id)) return false
  const isNumbering = end === id.length && /^[a-z]{1,3}\d$/i.test(id.slice(start))
  return !isNumbering || shapeKind({ shape, icon })?.value === technology.kind
}

/** Languages, frameworks and platforms: what runs on them is told by the other words. */
export const runsCode = (kind: Kind): boolean =>
  kind === 'service' || kind === 'worker' || kind === 'function' || kind === 'browser' || kind === 'mobile'
