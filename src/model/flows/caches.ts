// What a cache spares: beside what it keeps copies of, or in front of it.

import { hasKind, isBroker, isEdge, isStore } from '../ends'
import type { Assumption, Call, Component, Figure, Plan } from '../system'
import { asksForCopies, callName, isAskedAlways, isOnPath } from './graph'

/** The share of these reads that the cache answers: of this caller, else of all. */
export const hitRatioOf = ({ connection, callee }: Call): Figure<number> | undefined =>
  connection.figures.hitRatio ?? callee.figures.hitRatio

/** Whether hits count when what is behind is down: by a stated ratio, or where it is stated that stale answers are served. */
export const sparesFailures = (
  ratio: Figure<number> | undefined,
  { figures: { staleIfError } }: Component,
): boolean => ratio?.stated === true || (staleIfError?.stated === true && staleIfError.value !== false)

/** Requests pass through it on their way: what answers is behind. */
export const isPassedThrough = (component: Component): boolean =>
  isEdge(component) || (hasKind(component, 'cache') && component.outgoing.some(isOnPath))

/** What requests reach, by which call; none where they enter. */
export interface Reached {
  readonly component: Component
  readonly call?: Call
}

export interface Passed {
  readonly plan: Plan
  readonly assumptions: readonly Assumption[]
}

/**
 * What is behind, for the misses only, where the component caches. An unstated ratio counts in caches, and in CDNs
 * that carry static content by their arrows or by what is `behind`.
 */
export function throughCache(reached: Reached, plan: Plan, behind: readonly Call[]): Passed {
  const { component, call } = reached
  const passed: Passed = { plan, assumptions: [] }
  const ratio = (call && hitRatioOf(call)) ?? component.figures.hitRatio
  if (!ratio || !isPassedThrough(component) || isEmpty(plan) || (call && isWrite(call))) return passed
  const carrier = ratio.stated ? undefined : carrierOf(reached, behind)
  if (!ratio.stated && !carrier && !hasKind(component, 'cache')) return passed
  const branches = [{ share: 1 - ratio.value, plan }]
  const misses: Plan = { kind: 'choice', branches, assumed: !sparesFailures(ratio, component) }
  if (ratio.stated) return { ...passed, plan: misses }
  const source = carrier ? `${ratio.source}; ${callName(carrier)} carries static content` : ratio.source
  return { plan: misses, assumptions: [assumedRatio(component, { value: ratio.value, source })] }
}

const isEmpty = (plan: Plan): boolean => plan.kind === 'sequence' && plan.steps.length === 0

const staticContent = /\b(?:static|assets?|images?|media|scripts?|css|buckets?)\b/i

const carrierOf = ({ component, call }: Reached, behind: readonly Call[]): Call | undefined =>
  hasKind(component, 'cdn')
    ? [...(call ? [call] : []), ...behind].find(
        ({ connection, callee }) =>
          staticContent.test(connection.arrow.text) ||
          (callee !== component && staticContent.test(callee.text)),
      )
    : undefined

export const assumedRatio = (
  { id }: Component,
  { value, source }: { readonly value: number; readonly source: string },
): Assumption => ({ at: id, key: 'hitRatio', value: `${value * 100}%`, source })

export interface CachedCalls {
  readonly cache: Call
  /** The calls that hits spare; empty where it isn't told which they are. */
  readonly reads: readonly Call[]
  /** The cache itself asks for what it has not, so that its caller does not. */
  readonly fetches: boolean
}

/** A cache beside what it keeps copies of: stores, else the one service whose answers these must be. Writes pass by it. */
export function cachedAmong(calls: readonly Call[]): CachedCalls | undefined {
  const cache = calls.find(asksForCopies)
  if (!cache) return undefined
  const others = calls.filter(call => call !== cache && !isWrite(call))
  const stores = others.filter(({ callee }) => isStore(callee) && !hasKind(callee, 'objectStore'))
  const reads = stores.length > 0 ? stores : answersIn(cache, others)
  const asks = new Set(reads.map(({ callee }) => callee))
  return { cache, reads, fetches: cache.callee.outgoing.some(next => asks.has(next.callee)) }
}

/** What a stated ratio is of where no store stands beside: the only other call, or those named like the cache. */
function answersIn(cache: Call, others: readonly Call[]): readonly Call[] {
  if (hitRatioOf(cache)?.stated !== true || cache.callee.outgoing.some(isOnPath)) return []
  const answering = others.filter(call => !isBroker(call.callee) && !isAskedAlways(call))
  if (answering.length <= 1) return answering
  const words = namesIn(cache)
  return answering.filter(call => namesIn(call).some(word => words.includes(word)))
}

const namesIn = ({ callee }: Call): readonly string[] =>
  (callee.text.toLowerCase().match(/\p{L}{3,}/gu) ?? []).filter(word => !general.has(word))

const general = new Set(['cache', 'redis', 'service', 'api', 'memcached', 'valkey', 'server', 'the', 'for'])

const writing =
  /\b(?:writes?|insert|update|upsert|create|save|stores?|persist|delete|commit|post|put|patch)\b/i
const reading = /\b(?:reads?|get|select|query|queries|fetch|load|lookup|find)\b/i

/** Says that it writes, and not also that it reads. */
export function isWrite({ connection }: Call): boolean {
  const method = connection.figures.method?.value ?? connection.request?.method ?? ''
  const words = `${connection.arrow.text} ${method}`
  return writing.test(words) && !reading.test(words)
}
