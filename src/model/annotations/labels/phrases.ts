// Words that state a figure by themselves: `exponential backoff`, `idempotent`, `async`.

import type { Scalar } from '../../../syntax/tree'
import type { LabelAttribute } from './label-reading'
import { segmentAround } from './named-figures'
import type { LabelWord } from './words'

/** What the words of a label state; `no`, `not` and `without` in front turn a flag around. */
export function phrasesIn(words: readonly LabelWord[], place: 'arrow' | 'node'): LabelAttribute[] {
  const table = place === 'arrow' ? arrowPhrases : nodePhrases
  const found: LabelAttribute[] = []
  for (let at = 0; at < words.length; at++) {
    const match = matchAt(words, at, table.get(words[at]!.low) ?? [])
    if (!match) continue
    const attribute = stated(words, match)
    if (attribute) found.push(attribute)
    at = match.after - 1
  }
  return found
}

interface Match {
  readonly phrase: Phrase
  readonly at: number
  /** The index behind its last word. */
  readonly after: number
}

/** The longest phrase that starts at an index; a line break may stand in it. */
function matchAt(words: readonly LabelWord[], at: number, phrases: readonly Phrase[]): Match | undefined {
  for (const phrase of phrases) {
    let after = at
    const fits = phrase.parts.every(part => {
      if (isLineBreak(words[after])) after++
      return words[after++]?.low === part
    })
    if (fits) return { phrase, at, after }
  }
  return undefined
}

function isLineBreak(word: LabelWord | undefined): boolean {
  return word?.kind === 'break' && /^<|\n/.test(word.text)
}

interface Phrase {
  readonly parts: readonly string[]
  readonly key: string
  readonly value: Scalar
  /** Counts only where these words, or none, stand beside it. */
  readonly beside?: ReadonlySet<string>
  /** Does not count where one of these words stands in its part of the label. */
  readonly without?: ReadonlySet<string>
  /** Does not count as the whole label. */
  readonly notAlone?: boolean
}

function stated(words: readonly LabelWord[], { phrase, at, after }: Match): LabelAttribute | undefined {
  const { key, value, beside, without, notAlone } = phrase
  const own = words.slice(at, after)
  const others = segmentAround(words, at).filter(word => !own.includes(word))
  if (beside && !others.every(({ low }) => beside.has(low))) return undefined
  if (without && others.some(({ low }) => without.has(low))) return undefined
  if (notAlone && own.length === words.length) return undefined
  const [start, end] = [own[0]!.start, own.at(-1)!.end]
  const before = words[at - 1]
  if (!before || !negations.has(before.low)) return { key, value, start, end }
  const opposite = key === 'backoff' ? 'none' : value === true ? false : undefined
  return opposite === undefined ? undefined : { key, value: opposite, start: before.start, end }
}

const negations = new Set(['no', 'not', 'non', 'without'])
const none = new Set<string>()
const callWords = new Set(
  'call calls request requests rpc grpc http https rest api graphql thrift soap tcp json over via invoke'.split(
    ' ',
  ),
)
const breakerStory = new Set('open opens opened trips tripped closed half state triggered status'.split(' '))
const afterwards = new Set(['after', 'during'])
const waiting = new Set([...afterwards, 'wait'])
const media = new Set('buffer media rtp audio video network'.split(' '))

const phrase = (
  words: string,
  key: string,
  value: Scalar = true,
  limits: Pick<Phrase, 'beside' | 'without' | 'notAlone'> = {},
): Phrase => ({
  parts: words.split(' '),
  key,
  value,
  ...limits,
})

const algorithms: readonly Phrase[] = [
  ...['round robin', 'roundrobin'].map(words => phrase(words, 'algorithm', 'round-robin')),
  phrase('weighted round robin', 'algorithm', 'weighted-round-robin'),
  ...['least connections', 'least conn', 'least outstanding requests'].map(words =>
    phrase(words, 'algorithm', 'least-connections'),
  ),
  ...['ip hash', 'source ip hash'].map(words => phrase(words, 'algorithm', 'ip-hash')),
  ...['consistent hash', 'consistent hashing'].map(words => phrase(words, 'algorithm', 'consistent-hash')),
  ...['power of two', 'p2c'].map(words => phrase(words, 'algorithm', 'power-of-two')),
  phrase('pick first', 'algorithm', 'pick-first'),
  ...['sync', 'synchronous', 'async', 'asynchronous', 'quorum'].map(word =>
    phrase(`${word} replication`, 'replication', word.replace('hronous', '')),
  ),
]

const arrowPhrases = byFirstWord([
  ...algorithms,
  ...['exponential backoff', 'exp backoff', 'backoff exponential'].map(words =>
    phrase(words, 'backoff', 'exponential', { without: afterwards }),
  ),
  phrase('backoff', 'backoff', 'exponential', { without: waiting }),
  phrase('exponential', 'backoff', 'exponential', { beside: none }),
  ...['linear backoff', 'linear'].map(words =>
    phrase(words, 'backoff', 'linear', words === 'linear' ? { beside: none } : {}),
  ),
  ...['fixed backoff', 'constant backoff', 'fixed delay'].map(words => phrase(words, 'backoff', 'fixed')),
  ...['attempts', 'retries', 'tries'].map(word => phrase(`between ${word}`, 'backoff', 'fixed')),
  phrase('jitter', 'jitter', true, { without: media }),
  ...['full', 'equal', 'decorrelated'].map(word => phrase(`${word} jitter`, 'jitter', word)),
  ...['async', 'asynchronous', 'asynchronously', 'fire and forget', 'fire & forget'].map(words =>
    phrase(words, 'mode', 'async'),
  ),
  ...['synchronous', 'synchronously'].map(word => phrase(word, 'mode', 'sync')),
  phrase('sync', 'mode', 'sync', { beside: callWords, notAlone: true }),
  phrase('idempotent', 'idempotent'),
  ...['idempotency key', 'idempotent key'].map(words => phrase(words, 'idempotencyKey')),
  ...['circuit breaker', 'breaker'].map(words => phrase(words, 'breaker', true, { without: breakerStory })),
  phrase('hedged', 'hedge'),
  ...['optional', 'best effort'].map(words => phrase(words, 'optional', true, { beside: none })),
  phrase('mtls', 'tls', 'mtls'),
  ...['1.2', '1.3'].flatMap(version => [
    phrase(`tls ${version}`, 'tls', version),
    phrase(`tls${version}`, 'tls', version),
    phrase(`tlsv${version}`, 'tls', version),
  ]),
  ...['0 rtt', '0-rtt'].map(words => phrase(words, 'connection', '0-rtt')),
  ...['new connection', 'new connections'].map(words => phrase(words, 'connection', 'new')),
])

const nodePhrases = byFirstWord([
  ...algorithms,
  ...['l4', 'l7'].map(word => phrase(word, 'layer', word.toUpperCase())),
  ...['4', '7'].map(number => phrase(`layer ${number}`, 'layer', `L${number}`)),
  ...['sticky sessions', 'sticky session', 'session affinity', 'sticky'].map(words =>
    phrase(words, 'sticky'),
  ),
  ...['health check', 'health checks', 'healthcheck', 'healthchecks', 'health checked'].map(words =>
    phrase(words, 'healthCheck'),
  ),
  ...['rate limit', 'rate limits', 'rate limited', 'rate limiting', 'rate limiter'].map(words =>
    phrase(words, 'rateLimit'),
  ),
  phrase('stale while revalidate', 'staleWhileRevalidate'),
  phrase('stale if error', 'staleIfError'),
  ...['request coalescing', 'coalescing'].map(words => phrase(words, 'coalesce')),
  ...['tls termination', 'terminates tls', 'ssl termination'].map(words => phrase(words, 'tls', 'terminate')),
  ...['tls passthrough', 'ssl passthrough'].map(words => phrase(words, 'tls', 'passthrough')),
  ...['active active', 'active/active'].map(words => phrase(words, 'active', 'active')),
  ...['active passive', 'active/passive', 'active standby'].map(words => phrase(words, 'active', 'passive')),
  phrase('managed', 'managed', true, { beside: none }),
  ...['with dlq', 'with dead letter queue'].map(words => phrase(words, 'deadLetter')),
])

/** Phrases by their first word, the longest first. */
function byFirstWord(phrases: readonly Phrase[]): ReadonlyMap<string, readonly Phrase[]> {
  const index = new Map<string, Phrase[]>()
  for (const item of phrases.toSorted((a, b) => b.parts.length - a.parts.length)) {
    const first = item.parts[0]!
    index.set(first, [...(index.get(first) ?? []), item])
  }
  return index
}
