// How long something takes, as an expression, and its evaluation into a distribution.

import type { QueueLaw } from '../queueing/impatient-queue'
import { type Attempts, withAttempts } from './attempts'
import { constant } from './distribution'
import { meanOf, quantile, readerOf, variabilityOf } from './distribution-reader'
import { type Grid, gridOf } from './grid'
import { exponential as exponentialLeaf, lognormal as lognormalLeaf } from './leaves'
import { type Lognormal, mergeNarrow } from './lognormal'
import {
  certain,
  inChoice,
  inParallel,
  inQuorum,
  inSequence,
  type Outcome,
  withFallback,
  withHedge,
} from './outcome'
import { withQueue } from './queue'

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

/** Ratio between grid points: 1.05 is accurate to 0.1 % up to p99.9, 1.10 to 0.7 % in half the time. */
export const DEFAULT_GAMMA = 1.05

/** Percentiles of successes and the probability of failure, apart. */
export function percentilesOf(latency: Latency, gamma: number = DEFAULT_GAMMA): Percentiles {
  return readPercentiles(evaluatorOf(gamma).evaluate(latency))
}

export function readPercentiles(outcome: Outcome): Percentiles {
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
/** Steps narrower than this are merged analytically (Fenton–Wilkinson) before anything is convolved. */
const NARROW_SIGMA = 0.3

function createEvaluator(grid: Grid): Evaluator {
  const outcomes = new Map<string, Outcome & { readonly id: number }>()
  let keys = new WeakMap<Latency, Outcome & { readonly id: number }>()
  let lastId = 0
  let largest = 0
  const visit = (latency: Latency): Outcome & { readonly id: number } => {
    const seen = keys.get(latency)
    if (seen) return seen
    const shaped = latency.op === 'sequence' && latency.of.length > 1 ? balanced(latency.of) : latency
    const parts = partsOf(shaped).map(visit)
    const key = `${keyOf(shaped)}(${parts.map(part => part.id).join()})`
    let outcome = outcomes.get(key)
    if (!outcome) {
      outcome = { ...operate(grid, shaped, parts), id: lastId++ }
      outcomes.set(key, outcome)
    }
    keys.set(latency, outcome)
    return outcome
  }
  return {
    grid,
    evaluate: latency => {
      const seen = keys.get(latency)
      if (seen) return seen
      // Parts of the largest expression are asked for as well: all of it has room.
      if (outcomes.size > Math.max(REMEMBERED, 2 * largest)) {
        outcomes.clear()
        keys = new WeakMap()
      }
      const before = outcomes.size
      const outcome = visit(latency)
      largest = Math.max(largest, outcomes.size - before)
      return outcome
    },
  }
}

function partsOf(latency: Latency): readonly Latency[] {
  switch (latency.op) {
    case 'constant':
    case 'lognormal':
    case 'exponential':
      return []
    case 'sequence':
    case 'parallel':
    case 'quorum':
      return latency.of
    case 'choice':
      return latency.of.map(branch => branch.of)
    case 'fallback':
      return [latency.of, latency.otherwise]
    default:
      return [latency.of]
  }
}

/** Everything but the parts that decides the outcome; the item does not. */
function keyOf(latency: Latency): string {
  switch (latency.op) {
    case 'constant':
      return `c${latency.ms}`
    case 'lognormal':
      return `l${latency.mu},${latency.sigma},${latency.shift},${latency.upperSigma ?? ''}`
    case 'exponential':
      return `e${latency.mean}`
    case 'choice':
      return `o${latency.of.map(branch => branch.share).join()}`
    case 'call': {
      const { timeout, attempts, backoff, jitter, base = '', errorRate, errorMs } = latency
      return `t${timeout},${attempts},${backoff.join(':')},${jitter}${base},${errorRate},${errorMs}`
    }
    case 'hedge':
      return `h${latency.after}`
    case 'queue': {
      const { arrivals, drain, idle, factor, patience } = latency
      return `w${arrivals},${drain},${idle},${factor},${patience}`
    }
    case 'quorum':
      return `q${latency.need}`
    default:
      return latency.op
  }
}

function operate(grid: Grid, latency: Latency, parts: readonly Outcome[]): Outcome {
  switch (latency.op) {
    case 'constant':
      return certain(constant(grid, latency.ms))
    case 'lognormal':
      return certain(lognormalLeaf(grid, latency))
    case 'exponential':
      return certain(exponentialLeaf(grid, latency.mean))
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

const isNarrow = ({ sigma, shift, upperSigma }: Lognormal): boolean =>
  sigma <= NARROW_SIGMA && shift >= 0 && upperSigma === undefined

/**
 * Constants added up exactly, narrow steps merged, the rest in a balanced tree: equals are convolved with
 * equals, and a changed step redoes one branch of the tree.
 */
function balanced(steps: readonly Latency[]): Latency {
  let fixed = 0
  const narrow: Lognormal[] = []
  const rest: Latency[] = []
  for (const step of steps) {
    if (step.op === 'constant') fixed += step.ms
    else if (step.op === 'lognormal' && isNarrow(step)) narrow.push(step)
    else rest.push(step)
  }
  if (narrow.length > 0) rest.unshift({ op: 'lognormal', ...mergeNarrow(narrow) })
  if (fixed !== 0 || rest.length === 0) rest.unshift({ op: 'constant', ms: fixed })
  return { op: 'sequence', of: halved(rest) }
}

function halved(steps: readonly Latency[]): readonly Latency[] {
  if (steps.length <= 2) return steps
  const middle = Math.ceil(steps.length / 2)
  return [steps.slice(0, middle), steps.slice(middle)].map(half =>
    half.length === 1 ? half[0]! : { op: 'sequence', of: halved(half) },
  )
}
