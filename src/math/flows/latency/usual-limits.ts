// When products end a wait by themselves, where what they wait for takes that long and nobody states a timeout.

import { callName } from '../../../model/flows/graph'
import { hiddenLongestRun, hiddenTimeout } from '../../../model/hidden-defaults'
import type { Component, Visit } from '../../../model/system'
import { type Latency, percentilesOf } from '../../latency/latency'
import { milliseconds } from '../assumptions'
import type { CallPolicy } from '../attempts/call-policy'
import type { ReadingContext } from '../reading-context'

/** Such an end of a wait. */
export interface UsualLimit {
  readonly ms: number
  /** Who gives up, or is stopped. */
  readonly by: Component
  readonly source: string
}

/** Answers that take longer are felt: fewer than one in a thousand are no reason to assume anything. */
const NOTICED = 0.999

/** What ends a visit's call; undefined where its author states when, or where hardly an answer takes so long. */
export function usualLimit(visit: Visit, attempt: Latency, context: ReadingContext): UsualLimit | undefined {
  const { call, component } = visit
  const first = earliestLimit(visit, context)
  if (!first || !call || !isFelt(first, attempt, context)) return undefined
  // Where an annotation can state it.
  const at = first.by === component ? component.id : callName(call)
  context.assumptions.add({ at, key: 'timeout', value: milliseconds(first.ms), source: first.source })
  return first
}

/** Beyond capacity the wait grows without limit: that is said as such. */
function isFelt({ ms }: UsualLimit, attempt: Latency, { affords, gamma, outage }: ReadingContext): boolean {
  if (!affords(attempt)) return false
  const slow = percentilesOf(attempt, gamma).at(NOTICED)
  return slow > ms && (slow < Infinity || outage !== undefined)
}

/** When products would end a visit's call, however soon it is answered. */
export function earliestLimit(
  { call, component }: Visit,
  { assume, policyOf }: Pick<ReadingContext, 'assume' | 'policyOf'>,
): UsualLimit | undefined {
  if (!call || assume === 'nothing' || policyOf(call).timeout !== undefined) return undefined
  const { connection } = call
  const limits = [
    { by: call.caller, found: hiddenTimeout(connection) },
    { by: component, found: hiddenLongestRun(connection) },
  ].flatMap(({ by, found }) => (found ? [{ by, ms: found.value, source: found.source }] : []))
  return limits.toSorted((a, b) => a.ms - b.ms)[0]
}

/** The policy of a call that ends so. */
export const policyWith = (policy: CallPolicy, limit: UsualLimit | undefined): CallPolicy =>
  limit ? { ...policy, timeout: limit.ms } : policy
