// Durations with a name in a label: timeouts, deadlines, percentiles, intervals.

import { protocolsIn } from '../../../knowledge'
import { durationIn } from '../metadata/values'
import type { LabelAttribute, UnnamedDuration } from './label-reading'
import { indexed, type Name, namedFigures, segmentAround } from './named-figures'
import { withSharedUnits } from './percentiles'
import type { LabelWord } from './words'

export interface Durations {
  readonly named: readonly LabelAttribute[]
  /** The only duration, where nothing names it. */
  readonly bare?: LabelAttribute
  /** The first that fills its part of the label, or stands there beside a protocol, and that nothing names. */
  readonly unnamed?: UnnamedDuration
}

/** The named durations of a label; without any, a duration that stands for itself. */
export function durationsIn(
  label: string,
  written: readonly LabelWord[],
  place: 'arrow' | 'node',
): Durations {
  const words = withSharedUnits(written)
  const all = words.filter(({ figure }) => figure === 'duration')
  const [only] = all
  if (!only) return { named: [] }
  const used = new Set<LabelWord>()
  const found = [names, periodic].flatMap(table => namedFigures(words, table, { kind: 'duration', used }))
  const named = found.flatMap(({ name, figure, start, end }) => {
    const key = name.unlessPinged && pinged.test(label) ? undefined : name[place]
    return key === undefined || durationIn(figure.text)! > (name.most ?? Infinity)
      ? []
      : [{ key, value: figure.text, start, end }]
  })
  const [unnamed] = all.filter(word => !used.has(word)).flatMap(word => unnamedAt(label, words, word))
  if (isKeptFor(label, only)) return { named }
  const open = { named, ...(unnamed && { unnamed }) }
  const isAge = durationIn(only.text)! >= longestWork
  if (all.length > 1 || found.length > 0 || isAge || !standsAlone(words, only)) return open
  return { ...open, bare: { key: 'latency', value: only.text, start: only.start, end: only.end } }
}

/** `500ms`, `SQL ~500ms`, `max 200ms`, `<200ms`: a timeout or a latency, and nothing says which. */
function unnamedAt(label: string, words: readonly LabelWord[], duration: LabelWord): UnnamedDuration[] {
  if (durationIn(duration.text)! > longestCall) return []
  if (subtracted.test(label.slice(0, duration.start))) return []
  const segment = segmentAround(words, words.indexOf(duration))
  const start = segment[0]?.start ?? duration.start
  const protocols = protocolsIn(label.slice(start, segment.at(-1)?.end))
  const isProtocol = (word: LabelWord) =>
    protocols.some(each => start + each.start <= word.start && word.end <= start + each.end)
  const others = segment.filter(word => word !== duration && !isProtocol(word))
  if (!others.every(word => word.kind === 'link' || isLimit(word))) return []
  const from = Math.min(duration.start, ...others.map(word => word.start))
  const to = Math.max(duration.end, ...others.map(word => word.end))
  return [{ text: duration.text, isLimit: others.some(isLimit), start: from, end: to }]
}

/** `SETEX cart:{id}, 300 seconds`, `cache prices, 5 min`: how long something is kept, not how long the call takes. */
const isKeptFor = (label: string, { text }: LabelWord): boolean =>
  lifetime.test(label) ||
  (keeping.test(label) && durationIn(text)! >= shortestLife) ||
  (valid.test(label) && durationIn(text)! >= shortestValidity)

const lifetime =
  /\b(?:p?setex|getex|p?expire(?:s|d|at)?|expir(?:y|es|ation|ing)|expira(?:ci[óo]n|ção)?|ttl|time[- ]to[- ]live|life ?time|valid for|retention|retain(?:s|ed)?|max-age|s-maxage)\b|有效期|过期|過期|有効期限|만료/i

/** What does so within seconds may as well take them. */
const keeping = /\b(?:set(?:nx)?|cache[sd]?|keeps?|kept|stores?|saves?|locks?|lease|remember(?:s|ed)?)\b/i
const shortestLife = 10_000

/** `issue access token (15 min)`, `hold the seat, 5 min`: for so long it can be used. */
const valid =
  /\b(?:tokens?|jwts?|refresh|api[- ]?keys?|cookies?|sessions?|otps?|(?:one-time |verification |auth\w* )codes?|(?:magic |reset |signed |pre-?signed )?(?:links?|urls?)|certificates?|credentials?|holds?|reserv\w+)\b|令牌|会话|トークン|セッション|토큰|세션|токен|сесси/i
const shortestValidity = 60_000

/** There a keep-alive is a message, not the time that a connection is kept. */
const pinged = /mqtt|web ?socket|\bwss?\b|\btcp\b|\bsse\b|grpc|http\/2/i

/** `createdAt < now() - 5min` */
const subtracted = /\)\s{0,2}[-+]\s{0,2}(?:interval )?['"]?$/i

/** Milliseconds. What takes longer is an age or a period, not one call. */
const longestCall = 15 * 60_000

/** Milliseconds. What takes a day is no step of anything: it is kept or waited for so long. */
const longestWork = 24 * 60 * 60_000

const isLimit = ({ low }: LabelWord): boolean => limitWords.has(low)

const limitWords = new Set(['<', '≤', 'max', 'maximum', 'up', 'to', 'at', 'most', 'under', 'below'])

/** It fills its part of the label: `80ms`, `200 OK (~80ms)`. */
function standsAlone(words: readonly LabelWord[], duration: LabelWord): boolean {
  const segment = segmentAround(words, words.indexOf(duration))
  return segment.every(word => word === duration || word.kind === 'link')
}

const name = (
  words: string,
  keys: { arrow?: string; node?: string },
  notAfter?: ReadonlySet<string>,
): Name => ({
  words: words.split(' '),
  ...keys,
  ...(notAfter && { notAfter }),
})

/** One key for both places. */
const both = (words: string, key: string, notAfter?: ReadonlySet<string>): Name =>
  name(words, { arrow: key, node: key }, notAfter)

const othersTimeouts = new Set(
  'visibility session lock lease ack statement transaction login job build test cookie token cache election user'.split(
    ' ',
  ),
)
const extremes = new Set(['max', 'maximum', 'worst', 'min', 'minimum', 'best', 'added', 'extra'])

/** What takes time but is no request. */
const notWork = new Set(
  'deploy deployment build startup boot warmup warm-up restart rollout rollback failover switchover migration propagation training recovery backup restore'.split(
    ' ',
  ),
)

const names = indexed([
  // The last two are Spanish and Portuguese, word by word in English where the dictionary has them.
  ...['timeout', 'time out', 'times out', 'timed out', 't/o', 'tiempo of espera', 'tempo limite'].map(words =>
    both(words, 'timeout', othersTimeouts),
  ),
  ...['gives up after', 'give up after'].map(words => both(words, 'timeout')),
  ...['per attempt', 'per try', 'each attempt', 'each try'].map(words => name(words, { arrow: 'timeout' })),
  ...['in total', 'overall'].map(words => name(words, { arrow: 'deadline' })),
  ...['connect timeout', 'connection timeout'].map(words => name(words, { arrow: 'connectTimeout' })),
  ...['idle timeout', 'inactivity timeout', 'keepalive timeout', 'keep alive timeout'].map(words =>
    both(words, 'idleTimeout'),
  ),
  { ...both('keep alive', 'idleTimeout'), unlessPinged: true },
  ...['deadline', 'budget', 'time budget', 'latency budget', 'total timeout', 'overall timeout'].map(words =>
    name(words, { arrow: 'deadline', node: 'timeout' }, new Set(['error'])),
  ),
  ...['p50', 'p95', 'p99'].map(words => both(words, words)),
  both('median', 'p50'),
  both('95th percentile', 'p95'),
  both('99th percentile', 'p99'),
  ...['latency', 'response time', 'processing time'].map(words => ({
    ...both(words, 'latency', extremes),
    most: longestCall,
  })),
  { ...both('takes', 'latency', notWork), most: longestCall },
  // `5 min average` is taken over five minutes.
  ...['avg', 'average', 'typical'].map(words => ({ ...both(words, 'latency', extremes), most: 59_999 })),
  ...['rtt', 'round trip', 'network latency'].map(words => name(words, { arrow: 'rtt' })),
  both('ttl', 'ttl'),
  ...[
    'heartbeat',
    'heartbeats',
    'heartbeat every',
    'heartbeats every',
    'heartbeat interval',
    'ping every',
    'ping interval',
    'keepalive',
    'keepalive every',
  ].map(words => name(words, { arrow: 'heartbeat' })),
  ...['lag', 'replication lag'].map(words => both(words, 'lag')),
  ...[
    ...['base delay', 'base', 'initial delay', 'initial backoff', 'backoff', 'retry delay'],
    ...['between attempts', 'between retries', 'between tries'],
  ].map(words => name(words, { arrow: 'baseDelay' })),
  ...['max delay', 'max backoff', 'cap', 'capped at'].map(words => name(words, { arrow: 'maxDelay' })),
  ...['hedge', 'hedged', 'hedge after', 'hedged after'].map(words => name(words, { arrow: 'hedge' })),
  ...['rpo', 'rto', 'mttr', 'failover'].map(words => name(words, { node: words })),
])

/** Looked for among what is left: `heartbeat every 30s` names a heartbeat, `every 30s` alone an interval. */
const periodic = indexed(
  ['interval', 'every', 'poll interval', 'polling interval', 'poll', 'polling'].map(words =>
    name(words, { arrow: 'interval' }),
  ),
)
