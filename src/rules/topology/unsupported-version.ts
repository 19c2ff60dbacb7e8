// A product in the picture in a version whose support has ended.

import { lazily, type Month, monthOf, type VersionedProduct, versionedProducts } from '../../knowledge'
import { type End, framesAround } from '../../model/ends'
import type { System } from '../../model/system'
import { labelLines } from '../../syntax/labels'
import type { Span } from '../../text/span'
import { enumerated, unlessMany } from '../fixes/enumeration'
import { nameSpan } from '../queries/places'
import { showsChange } from '../queries/told'
import { defineRule, type Report } from '../rule'
import { supportEnded } from '../support-ended'

export const unsupportedVersion = defineRule({
  id: 'unsupported-version',
  category: 'topology',
  speaksOf: 'hazard',
  summary: 'A product is drawn in a version whose support has ended.',
  inOperation: true,
  presets: { recommended: 'info' },
  options: {},

  *check(system) {
    const found = findingsIn(system)
    if (found.length > 0 && !showsChange(system)) yield judge(found)
  },
})

interface Found {
  readonly product: VersionedProduct
  readonly version: string
  readonly ended: Month
  readonly at: Span
}

/** Each version of each product once, at the first place that names it. */
function findingsIn(system: System): readonly Found[] {
  const places = placesIn(system)
  const picture = places.map(({ text }) => text).join('\n')
  const byName = new Map<string, Found>()
  for (const product of versionedProducts.filter(({ written }) => written.test(picture))) {
    if (isCounted(product, picture)) continue
    for (const { text, around, at } of places) {
      const isElsewhere = product.unless?.test(`${text} ${around}`) || known.test(text)
      const version = isElsewhere ? undefined : versionIn(text, product)
      const ended = version === undefined ? undefined : endOf(version, product)
      if (version === undefined || !ended) continue
      const name = `${product.name} ${version}`
      if (!byName.has(name)) byName.set(name, { product, version, ended, at })
    }
  }
  return [...byName.values()]
}

interface Place {
  readonly text: string
  /** The titles of the frames that it stands in. */
  readonly around: string
  readonly at: Span
}

/** Boxes, what C4 says of them, and the titles of frames. */
const placesIn = ({ components, boundaries }: System): readonly Place[] =>
  [
    ...components.map(part => ({
      text: [lines(part.node.label), part.node.technology, part.node.description].filter(Boolean).join('\n'),
      around: titlesAround(part),
      at: nameSpan(part),
    })),
    ...boundaries.map(frame => ({
      text: [lines(frame.group.label), frame.group.technology].filter(Boolean).join('\n'),
      around: titlesAround(frame),
      at: frame.span,
    })),
  ].toSorted((a, b) => a.at.start - b.at.start)

/** A version stands in the line of its product: `PostgreSQL<br/>9 tables` names none. */
const lines = (label: string): string => labelLines(label).join('\n')

const titlesAround = (end: End): string =>
  framesAround(end)
    .map(({ text }) => text)
    .join(' ')

/** As it is written behind the product's name, on the same line; of `18.x` what is sure. */
function versionIn(text: string, { written }: VersionedProduct): string | undefined {
  const [, version, rest = ''] = versions().get(written)!.exec(text) ?? []
  if (version === undefined || open.test(rest)) return undefined
  const isBare = !version.includes('.') && !/^\.x\b|^[-.][a-z]/i.test(rest)
  return isBare && counts.test(rest) ? undefined : version
}

const between = String.raw`[ \t]?(?:[ \t:/@_(-]|version )?[ \t]?v?\.?`

const number = String.raw`(\d+(?:\.\d+)*)(?![\d:])(.*)`
const versionBehind = (written: string) => new RegExp(`(?:${written})${between}${number}`, 'i')

const versions = lazily(
  () => new Map(versionedProducts.map(({ written }) => [written, versionBehind(written.source)])),
)

/** Or a newer one, or one of several. */
const open =
  /^(?:\.x)?\+|^(?:\.x)?\)?[ \t]*(?:[/–|,&-][ \t]?v?\d|~|or\b|and (?:up|later|above|newer)|to v?\d|→|⇒|[-=]+>|以上|이상|以降|oder|o superior|ou supérieur|ou superior|и выше)/i

/** `PostgreSQL (13 tables)`, `Redis 5 nodes`, `Redis 5m`. */
const counts =
  /^[ \t]+(?!lts\b|alpine\b|slim\b|and\b|with\b|on\b|in\b|con\b|mit\b|avec\b)\p{Ll}|^[ \t]*(?:[x×%°]|(?:[KMGT]i?[Bb]|ms|min|[smhdk])\b|(?:Nodes?|Tables?|Instances?|Replicas?|Pods?|Brokers?|Shards?|Services?|Databases?|Workers?|Servers?|Partitions?|Clusters?)\b)/u

/** `Redis 1`, `Redis 2` … number its copies. */
const isCounted = ({ written }: VersionedProduct, picture: string): boolean =>
  copies().get(written)!.test(picture)

const oneOfSeveral = String.raw`(?: (?:node|server|instance|pod|broker|replica))?[ _#-]?[01](?![.\d])`
const copyOf = (written: string) => new RegExp(`(?:${written})${oneOfSeveral}`, 'i')

const copies = lazily(
  () => new Map(versionedProducts.map(({ written }) => [written, copyOf(written.source)])),
)

/** Its own line of the ledger, or that of what it is a part of. */
function endOf(version: string, { ended }: VersionedProduct): Month | undefined {
  const parts = version.split('.')
  for (let length = parts.length; length > 0; length--) {
    const month = ended.get(parts.slice(0, length).join('.'))
    if (month) return month
  }
  return undefined
}

/** The label itself says that it is known, or stands for something else. `164 migrations` are those of its tables. */
const known =
  /\b(?:legacy|deprecated|obsolete|old|former(?:ly)?|previous(?:ly)?|replac\w*|migrat(?!ions\b)\w*|upgrad\w*|no longer|end[- ]of[- ]life|EOL|compatib\w*|extended (?:support|security)|ESM|ESU|LTSS|tuxcare)\b/i

function judge(found: readonly Found[]): Report {
  const [first, ...others] = found
  return {
    at: first!.at,
    oncePerDocument: true,
    settledBy: settling().get(first!.product)!,
    message: `${sentenceOn(found)} ${harmOf(found)} Draw the version that you will upgrade to, or write who still supports ${found.length > 1 ? 'these' : 'it'}.`,
    related: others.map(each => ({ at: each.at, message: `${nameOf(each)}: ${monthOf(each.ended)}` })),
  }
}

/** Behind the support that everybody gets, some sell another. */
const harmOf = (found: readonly Found[]): string =>
  found.every(({ product }) => product.support !== undefined && product.support !== 'extended')
    ? 'Fixes of security holes go only to who pays for more.'
    : `Security holes that are found in ${found.length > 1 ? 'them' : 'it'} from then on stay open.`

function sentenceOn(found: readonly Found[]): string {
  const [first, ...others] = found
  if (others.length === 0)
    return `${nameOf(first!)} has been out of ${supportOf(first!)} since ${monthOf(first!.ended)}.`
  const named = unlessMany(found, most)
  const each = named.map(one => `${nameOf(one)} (since ${monthOf(one.ended)})`)
  const more = found.length - named.length
  return `${enumerated(more > 0 ? [...each, `${more} more`] : each)} are out of support.`
}

/** So many are named; the others are told at their places. */
const most = 3

const nameOf = ({ product, version }: Found): string => `${product.name} ${version}`

const supportOf = ({ product: { support } }: Found): string => (support ? `${support} support` : 'support')

/** Its dots end no sentence. */
const itsVersion = String.raw`(?:[ /:-]?v?\d[\d.]{0,10})?`
const near = String.raw`[^.|>\n]{0,80}`
const fate = String.raw`(?:\b(?:upgrad\w*|migrat(?!ions\b)\w*|legacy)\b|업그레이드|アップグレード|バージョンアップ|升级|升級|${supportEnded})`
const paid = String.raw`\bextended (?:security )?(?:support|maintenance|updates)\b|\bubuntu pro\b|\btuxcare\b|\bherodevs\b`
const onward = `${itsVersion}${near}${fate}`
const goes = (name: string) => new RegExp(`(?:${name})${onward}|${fate}${near}(?:${name})|${paid}`, 'i')

/** A sentence that names it and says what becomes of it, or that somebody supports it. */
const settling = lazily(
  () => new Map(versionedProducts.map(product => [product, goes(product.written.source)])),
)
