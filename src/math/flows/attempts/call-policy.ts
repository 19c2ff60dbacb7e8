// How a call is made, from its figures: attempts, timeouts, waits; and the longest it can take.

import { statedIdleTimeout } from '../../../model/hidden-defaults'
import type { Call, Component, Visit } from '../../../model/system'
import { type Jitter, totalWait, waitsOf } from '../../retries/backoff'

export interface CallPolicy {
  /** All tries, the first included; Infinity for unlimited ones. */
  readonly attempts: number
  /** Milliseconds one attempt may take. */
  readonly timeout?: number
  /** Milliseconds all attempts and waits may take. */
  readonly deadline?: number
  /** The longest waits between attempts, milliseconds. */
  readonly waits: readonly number[]
  readonly jitter: Jitter
  /** The least wait, milliseconds, where it is more than none. */
  readonly base?: number
  /** Transient failures of one attempt, a fraction. */
  readonly errorRate: number
  /** Copies of the request sent at most: 2 when hedged. */
  readonly copies: number
  /** When the second is sent, milliseconds; absent where that follows from the times. */
  readonly hedgeAfter?: number
  /** A base delay was stated without how it grows, or growth without a base. */
  readonly guessedBackoff?: string
}

/** The first wait when backoff is stated without one: what most libraries start with, milliseconds. */
const USUAL_BASE_DELAY = 100
/** Unlimited retries are drawn out to this many attempts where a distribution or a list is needed. */
export const DRAWN_ATTEMPTS = 50
/** The share of slow answers that a well-chosen hedge sends again: those beyond the p95 (Dean and Barroso, 2013). */
export const HEDGED_SHARE = 0.05

const policies = new WeakMap<Call, CallPolicy>()

/** `attempts` counts the first call, `retries` does not; neither stated means one attempt. */
export function policyOf(call: Call): CallPolicy {
  const known = policies.get(call)
  if (known) return known
  const policy = policyFrom(call)
  policies.set(call, policy)
  return policy
}

function policyFrom({ connection }: Call): CallPolicy {
  const { figures } = connection
  const stated = figures.attempts?.value ?? (figures.retries === undefined ? 1 : figures.retries.value + 1)
  const attempts = Math.max(1, stated)
  const growth = figures.backoff?.value ?? (figures.baseDelay ? 'exponential' : 'none')
  const base = figures.baseDelay?.value ?? USUAL_BASE_DELAY
  const cap = figures.maxDelay?.value
  const jitter = figures.jitter?.value
  const isDecorrelated = jitter === 'decorrelated' && growth !== 'none'
  const drawn = Math.min(attempts, DRAWN_ATTEMPTS)
  const isGuessed = growth !== 'none' && attempts > 1
  const guessedBackoff = isGuessed
    ? guessOf(figures.backoff !== undefined, figures.baseDelay !== undefined)
    : undefined
  return {
    attempts,
    timeout: (figures.timeout ?? statedIdleTimeout(connection))?.value,
    deadline: figures.deadline?.value,
    waits: waitsOf({ growth: isDecorrelated ? 'decorrelated' : growth, base, cap }, drawn - 1),
    jitter: jitterOf(jitter),
    ...(isDecorrelated && { base }),
    errorRate: figures.errorRate?.value ?? 0,
    copies: figures.hedge && figures.hedge.value !== false ? 2 : 1,
    ...(typeof figures.hedge?.value === 'number' && { hedgeAfter: figures.hedge.value }),
    guessedBackoff,
  }
}

const jitterOf = (stated: boolean | Jitter | undefined): Jitter =>
  stated === undefined || stated === false ? 'none' : stated === true ? 'full' : stated

function guessOf(growth: boolean, base: boolean): string | undefined {
  if (growth === base) return undefined
  return growth ? `first wait ${USUAL_BASE_DELAY} ms` : 'exponential'
}

export const isSoleRetrier = ({ figures }: Component): boolean => figures.soleRetrier?.value === true

/**
 * The policy among these components. Where one is the sole retrier, calls of the others are made once.
 */
export function policiesAmong(components: readonly Component[]): (call: Call) => CallPolicy {
  const soleRetriers = new Set(components.filter(isSoleRetrier))
  if (soleRetriers.size === 0) return policyOf
  return call => {
    const policy = policyOf(call)
    return soleRetriers.has(call.caller) ? policy : { ...policy, attempts: 1, waits: [] }
  }
}

/**
 * The longest a call can take by its own figures: min(deadline, attempts × timeout + Σ longest waits),
 * milliseconds; null when nothing bounds it.
 */
export function worstCaseOfCall(call: Call): number | null {
  const longest = longestOf(policyOf(call), Infinity)
  return Number.isFinite(longest) ? longest : null
}

/** The same when one attempt is also over after `attempt` milliseconds by what it calls. */
export function longestOf(policy: CallPolicy, attempt: number): number {
  const one = Math.min(policy.timeout ?? Infinity, attempt + (policy.hedgeAfter ?? 0))
  const waiting = totalWait(policy.waits, policy.jitter).max
  const all = policy.attempts === Infinity ? Infinity : policy.attempts * one + waiting
  return Math.min(policy.deadline ?? Infinity, all)
}

/** Calls one visit makes for one request at most: attempts × repetitions × hedged copies. */
export const callsPerVisit = ({ attempts, copies }: CallPolicy, { times }: Pick<Visit, 'times'>): number =>
  attempts * Math.max(1, times) * copies
