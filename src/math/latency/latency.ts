// How long something takes, as an expression, and its evaluation into a distribution.

import type { QueueLaw } from '../queueing/impatient-queue'
import { type Attempts, withAttempts } from './attempts'
import { constant } from './distribution'
import { meanOf, quantile, readerOf, variabilityOf } from './distribution-reader'
import { type Grid, gridOf } from './grid'
import { exponential as exponentialLeaf, lognormal as lognormalLeaf } from './leaves'
import type { Lognormal } from './lognormal'
import {
  certain,
  down,
  inChoice,
  inParallel,
  inQuorum,
  inSequence,
  type Outcome,
  withFallback,
  withHedge,
} from './outcome'
import { withQueue } from './queue'
import { identityOf, partsInside, shapeOf } from './shape'

/** Times in milliseconds. `item` names what a share of the total is attributed to. */
export type Latency =
  | { readonly op: 'constant'; readonly ms: number; readonly item?: string }
  | ({ readonly op: 'lognormal'; readonly item?: string } & Lognormal)
  /** Waits for a free server: mostly short, now and then long. */
  | { readonly op: 'exponential'; readonly mean: number; readonly item?: string }
  /** Waits for a place before `of`, and gives up when its patience ends. */
  | ({ readonly op: 'queue'; readonly of: Latency; readonly item?: string } & QueueLaw)
  | { readonly op: 'sequence'; readonly of: readonly Latency[] }
  | { readonly op: 'parallel'; readonly of: readonly Latency[] }
  /** Shares add up to at most 1; the rest takes no time. `perRequest`: all attempts of a request take one branch. */
  | {
      readonly op: 'choice'
      readonly of: readonly { readonly share: number; readonly of: Latency }[]
      readonly perRequest?: boolean
    }
  | ({ readonly op: 'call'; readonly of: Latency; readonly item?: string } & Attempts)
  | { readonly op: 'hedge'; readonly of: Latency; readonly after: number; readonly item?: string }
  | { readonly op: 'quorum'; readonly need: number; readonly of: readonly Latency[] }
  | { readonly op: 'fallback'; readonly of: Latency; readonly otherwise: Latency }
  /** What is down: callers are refused at once, or wait for nothing. */
  | { readonly op: 'down'; readonly hangs: boolean }
  /** Waits for it, but succeeds whether or not it does. */
  | { readonly op: 'optional'; readonly of: Latency }

export interface Percentiles {
  /** Milliseconds, of the requests that succeed. */
  readonly at: (percentile: number) => number
  readonly mean: number
  /** Variance of the time over its squared mean. */
  readonly variability: number
  /** Probability that a request fails, with every component up. */
  readonly failed: number
  /** P(success within a time), over all requests. */
  readonly within: (ms: number) => number
}

export interface Evaluator {
  readonly grid: Grid
  readonly evaluate: (latency: Latency) => Outcome
}

/** Ratio between grid points: 1.05 is accurate to 0.1% up to p99.9, 1.10 to 0.7% in half the time. */
export const DEFAULT_GAMMA = 1.05

/** Percentiles of successes and the probability of failure, apart. */
export function percentilesOf(latency: Latency, gamma: number = DEFAULT_GAMMA): Percentiles {
  return readPercentiles(evaluatorOf(gamma).evaluate(latency))
}

const read = new WeakMap<Outcome, Percentiles>()

/** The same for the same outcome. */
export function readPercentiles(outcome: Outcome): Percentiles {
  const known = read.get(outcome) ?? percentilesIn(outcome)
  read.set(outcome, known)
  return known
}

function percentilesIn(outcome: Outcome): Percentiles {
  const reader = readerOf(outcome.success)
  const possible = outcome.failed < 1
  return {
    at: percentile => (possible ? quantile(reader, percentile) : Infinity),
    mean: possible ? meanOf(outcome.success) : Infinity,
    variability: possible ? variabilityOf(outcome.success) : 0,
    failed: outcome.failed,
    within: ms => (possible ? (1 - outcome.failed) * Math.min(1, reader.upTo(ms)) : 0),
  }
}

/**
 * The evaluator of a grid. It remembers outcomes by structure, so that a changed figure recomputes only the
 * expressions that contain it. The memory is bounded and never changes a result.
 */
export function evaluatorOf(gamma: number): Evaluator {
  const known = evaluators.get(gamma)
  if (known) return known
  const evaluator = createEvaluator(gridOf(gamma))
  evaluators.set(gamma, evaluator)
  return evaluator
}

const evaluators = new Map<number, Evaluator>()
const REMEMBERED = 3000
type Known = Outcome & { readonly id: number }

function createEvaluator(grid: Grid): Evaluator {
  let now = emptyMemory()
  let earlier = emptyMemory()
  let lastId = 0
  let largest = 0
  const visit = (latency: Latency): Known => {
    const seen = now.byExpression.get(latency)
    if (seen) return seen
    const outcome = earlier.byExpression.get(latency) ?? byStructure(latency)
    now.byExpression.set(latency, outcome)
    return outcome
  }
  const byStructure = (latency: Latency): Known => {
    const shaped = shapeOf(latency)
    const parts = partsInside(shaped).map(visit)
    const key = `${identityOf(shaped)}(${parts.map(part => part.id).join()})`
    const outcome = now.byKey.get(key) ??
      earlier.byKey.get(key) ?? { ...operate(grid, shaped, parts), id: lastId++ }
    now.byKey.set(key, outcome)
    return outcome
  }
  return {
    grid,
    evaluate: latency => {
      // Parts of the largest expression are asked for as well: all of it has room.
      if (now.byKey.size > Math.max(REMEMBERED, largest)) {
        earlier = now
        now = emptyMemory()
      }
      const before = now.byKey.size
      const outcome = visit(latency)
      largest = Math.max(largest, now.byKey.size - before)
      return outcome
    },
  }
}

/** What is asked for again moves on from one memory to the next; what isn't goes with the earlier one. */
interface Memory {
  readonly byKey: Map<string, Known>
  readonly byExpression: WeakMap<Latency, Known>
}

const emptyMemory = (): Memory => ({ byKey: new Map(), byExpression: new WeakMap() })

function operate(grid: Grid, latency: Latency, parts: readonly Outcome[]): Outcome {
  switch (latency.op) {
    case 'constant':
      return certain(constant(grid, latency.ms))
    case 'lognormal':
      return certain(lognormalLeaf(grid, latency))
    case 'exponential':
      return certain(exponentialLeaf(grid, latency.mean))
    case 'down':
      return down(grid, latency.hangs)
    case 'sequence':
      return inSequence(grid, parts)
    case 'parallel':
      return inParallel(grid, parts)
    case 'choice':
      return inChoice(
        grid,
        latency.of.map((branch, index) => ({ share: branch.share, outcome: parts[index]! })),
      )
    case 'call':
      return withAttempts(parts[0]!, latency)
    case 'queue':
      return withQueue(parts[0]!, latency)
    case 'hedge':
      return withHedge(parts[0]!, latency.after)
    case 'quorum':
      return inQuorum(grid, parts, latency.need)
    case 'fallback':
      return withFallback(parts[0]!, parts[1]!)
    case 'optional':
      return withFallback(parts[0]!, certain(constant(grid, 0)))
  }
}
