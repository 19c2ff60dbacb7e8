// Counts in a label: retries, attempts, calls, replicas, seconds to live.

import type { LabelAttribute } from './label-reading'
import { segmentAround } from './named-figures'
import { quorumAt } from './quorum'
import { type LabelWord, wholeNumberIn } from './words'

/** What each number in a label counts, where the words beside it tell. */
export function countsIn(words: readonly LabelWord[], place: 'arrow' | 'node'): LabelAttribute[] {
  return words.flatMap((_, index) => {
    const quorum = place === 'node' ? quorumAt(words, index) : undefined
    if (quorum) return quorum
    const together = place === 'arrow' ? callsTogether(words, index) : undefined
    if (together) return together
    const found =
      timeToLive(words, index) ??
      (place === 'arrow' ? (tries(words, index) ?? calls(words, index)) : replicas(words, index))
    return found ? [{ key: found.key, value: found.value, ...extent(words, found) }] : []
  })
}

interface Count {
  readonly key: string
  readonly value: number | string
  /** Indexes of the first and the last word that say it. */
  readonly from: number
  readonly to: number
}

/** `TTL 300`, `ttl=60`: seconds, as in the records of DNS and in Cache-Control. */
function timeToLive(words: readonly LabelWord[], index: number): Count | undefined {
  const seconds = wholeNumberIn(words[index])
  const first = beforeLimits(words, index)
  return seconds === undefined || words[first]?.low !== 'ttl' || words[first]?.kind === 'compare'
    ? undefined
    : { key: 'ttl', value: `${seconds}s`, from: first, to: index }
}

const mostTries = 20
const mostCalls = 100
const mostTogether = 10_000

function tries(words: readonly LabelWord[], index: number): Count | undefined {
  const value = wholeNumberIn(words[index]) ?? spelledOut(words[index])
  if (value === undefined) return uncountedTries(words, index)
  // `retry=1 < 5` counts those that were made.
  if (value > mostTries || words[index + 1]?.kind === 'compare') return undefined
  const next = words[index + 1]?.low ?? ''
  const first = beforeLimits(words, index)
  const named = words[first]
  if (named?.kind === 'compare' || conditions.has(named?.low ?? '')) return undefined
  const before = named?.low ?? ''
  if (retryNouns.has(next) || next === 'retry')
    return ending(words, { key: 'retries', value, from: index, to: index + 1 })
  if (attemptNouns.has(next) && (!retryWords.has(before) || words[index - 1]?.text === '('))
    return ending(words, { key: 'attempts', value, from: index, to: index + 1 })
  // `3回リトライ`, `3 mal wiederholen`
  if (next === 'times' && retryWords.has(words[index + 2]?.low ?? ''))
    return { key: 'retries', value, from: index, to: index + 2 }
  if (retryNouns.has(before)) return { key: 'retries', value, from: first, to: index }
  if (attemptNouns.has(before)) return { key: 'attempts', value, from: first, to: index }
  const counted =
    words[index]?.figure !== 'number' || first < index - 1 || next === 'times' || attemptNouns.has(next)
  return retryWords.has(before) && counted
    ? { key: 'retries', value, from: first, to: next === 'times' ? index + 1 : index }
    : undefined
}

/** `no retries`, `unlimited retries`, `retry forever`. */
function uncountedTries(words: readonly LabelWord[], index: number): Count | undefined {
  const [word, next] = [words[index]?.low ?? '', words[index + 1]?.low ?? '']
  const span = { from: index, to: index + 1 }
  if (!retryWords.has(word) && !retryNouns.has(next) && next !== 'retry') return undefined
  if (retryWords.has(word))
    return forever.has(next) ? { key: 'retries', value: 'unlimited', ...span } : undefined
  if (word === 'no' || word === 'without') return { key: 'retries', value: 0, ...span }
  return endless.has(word) ? { key: 'retries', value: 'unlimited', ...span } : undefined
}

/** `3 retries left` and `3 attempts failed` tell a story, not a setting. */
function ending(words: readonly LabelWord[], count: Count): Count | undefined {
  return storyWords.has(words[count.to + 1]?.low ?? '') ? undefined : count
}

function calls(words: readonly LabelWord[], index: number): Count | undefined {
  const value = wholeNumberIn(words[index])
  if (value === undefined || value < 1 || value > mostCalls) return undefined
  const segment = segmentAround(words, index)
  if (segment.some(({ low }) => storyWords.has(low) || conditions.has(low) || low === 'backoff'))
    return undefined
  const next = words[index + 1]?.low ?? ''
  if (words[index]?.figure === 'multiple') {
    const isOnly = words.filter(({ figure }) => figure === 'multiple').length === 1
    return isOnly && atEdge(words, index) ? { key: 'calls', value, from: index, to: index } : undefined
  }
  const isCounted = next === 'calls' || (readNouns.has(next) && !ratePer(words, index + 2))
  if (isCounted && segment[0] === words[index]) return { key: 'calls', value, from: index, to: index + 1 }
  const isCalled = next === 'times' && words[index - 1]?.low === 'called'
  return isCalled ? { key: 'calls', value, from: index - 1, to: index + 1 } : undefined
}

/** `100 calls in parallel`, `8 parallel requests`. */
function callsTogether(words: readonly LabelWord[], index: number): LabelAttribute[] | undefined {
  const value = wholeNumberIn(words[index])
  if (value === undefined || value < 2 || value > mostTogether) return undefined
  const lows = [1, 2, 3].map(offset => words[index + offset]?.low ?? '')
  const [first = '', second = '', third = ''] = lows
  const before = together.has(first) && callNouns.has(second)
  const behind = callNouns.has(first) && (together.has(second) || (second === 'in' && third === 'parallel'))
  if (!before && !behind) return undefined
  const last = behind && second === 'in' ? index + 3 : index + 2
  const [start, end] = [words[index]!.start, words[last]!.end]
  return [
    { key: 'calls', value, start, end },
    { key: 'order', value: 'parallel', start, end },
  ]
}

function replicas(words: readonly LabelWord[], index: number): Count | undefined {
  const { low = '', figure } = words[index] ?? {}
  const next = words[index + 1]?.low ?? ''
  if (low === 'standalone') return { key: 'replicas', value: 1, from: index, to: index }
  if (low === 'single' && copyNouns.has(next))
    return { key: 'replicas', value: 1, from: index, to: index + 1 }
  const value = wholeNumberIn(words[index])
  const previous = words[index - 1]?.low ?? ''
  if (value === undefined || value < 1 || value > 999 || movements.has(previous)) return undefined
  if (segmentAround(words, index).some(({ low }) => low === 'limit')) return undefined
  if (figure === 'multiple')
    return atEdge(words, index) ? { key: 'replicas', value, from: index, to: index } : undefined
  if (copyNouns.has(next)) return { key: 'replicas', value, from: index, to: index + 1 }
  const noun = words[index - 1]?.kind === 'link' ? index - 2 : index - 1
  if (words[noun]?.low === 'concurrency') return { key: 'concurrency', value, from: noun, to: index }
  const isOfReads = words[noun - 1]?.low === 'read'
  return words[noun]?.low === 'replicas' && !isOfReads
    ? { key: 'replicas', value, from: noun, to: index }
    : undefined
}

/** `Orders x3` and `3x Orders`, but not `2x faster` in the middle of a sentence. */
function atEdge(words: readonly LabelWord[], index: number): boolean {
  const word = words[index]
  const segment = segmentAround(words, index)
  const next = words[index + 1]?.low ?? ''
  const isSize = word !== undefined && /^x(?:86|64|32)$/.test(word.low)
  return !isSize && !comparisons.has(next) && (segment[0] === word || segment.at(-1) === word)
}

/** The index of the word that a number belongs to, past `=`, `(`, `up to`, `max`. */
function beforeLimits(words: readonly LabelWord[], index: number): number {
  let at = index - 1
  while (words[at]?.kind === 'link' || words[at]?.text === '(' || limits.has(words[at]?.low ?? '')) at--
  return at
}

const numerals = ['', 'one', 'two', 'three', 'four', 'five']
const spelledOut = (word: LabelWord | undefined): number | undefined => {
  const value = numerals.indexOf(word?.low ?? '')
  return value > 0 ? value : undefined
}

const extent = (words: readonly LabelWord[], { from, to }: Count): { start: number; end: number } => ({
  start: words[from]!.start,
  end: words[to]!.end,
})

/** `3 queries per second` is a rate, `3 queries per request` a count. */
const ratePer = (words: readonly LabelWord[], index: number): boolean =>
  /^(?:per|an?|in)$/.test(words[index]?.low ?? '') && words[index + 1]?.low !== 'request'

const readNouns = new Set(['queries', 'lookups'])
const callNouns = new Set(['calls', 'requests', 'queries', 'lookups', 'rpcs', 'shards', 'partitions'])
const together = new Set(['parallel', 'concurrent', 'concurrently', 'simultaneous', 'simultaneously'])
const limits = new Set(['up', 'to', 'max', 'maximum', 'at', 'most', 'of'])
const conditions = new Set(['after', 'if', 'on', 'when', 'until', 'all', 'remaining'])
const movements = new Set(['on', 'to', 'from', 'across', 'for', 'per', 'every', 'each', 'of', 'all'])
const retryNouns = new Set(['retries', 'retrys'])
const retryWords = new Set(['retry', 'retries', 'retried', 'retrying'])
const attemptNouns = new Set(['attempts', 'tries'])
const storyWords = new Set([
  'left',
  'fails',
  'errors',
  'remaining',
  'exceeded',
  'failed',
  'fail',
  'exhausted',
  'reached',
  'later',
])
const forever = new Set(['forever', 'indefinitely', 'endlessly'])
const endless = new Set(['unlimited', 'infinite', 'endless'])
const copyNouns = new Set([
  'replicas',
  'replica',
  'instances',
  'instance',
  'pods',
  'pod',
  'nodes',
  'node',
  'copies',
  'brokers',
])
const comparisons = new Set([
  'faster',
  'slower',
  'cheaper',
  'larger',
  'smaller',
  'more',
  'less',
  'cpu',
  'vcpu',
  'gpu',
  'cores',
  'speed',
  'as',
])
