// What decides the outcome of an expression: how it is put together, whoever has written it.

import type { Latency } from './latency'
import { type Lognormal, mergeNarrow } from './lognormal'

/** Steps narrower than this are merged analytically (Fenton–Wilkinson) before anything is convolved. */
const NARROW_SIGMA = 0.3

/** The expression as it is worked out: sums of many times as a balanced tree of sums of two. */
export const shapeOf = (latency: Latency): Latency =>
  latency.op === 'sequence' && latency.of.length > 1 ? balanced(latency.of) : latency

/** What an expression is made of; a leaf of nothing. */
export function partsInside(latency: Latency): readonly Latency[] {
  switch (latency.op) {
    case 'constant':
    case 'lognormal':
    case 'exponential':
    case 'down':
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
export function identityOf(latency: Latency): string {
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
    case 'down':
      return latency.hangs ? 'hangs' : 'refuses'
    default:
      return latency.op
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
