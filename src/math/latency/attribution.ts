// Whose time a percentile is made of.

import { finished, type Steps } from '../../knowledge'
import { DEFAULT_GAMMA, type Latency, percentilesOf } from './latency'
import { lognormalMean } from './lognormal'

const STEP = 0.02
/** Items measured one by one; of more, the rest shares what is left in proportion to its mean times. */
const MOST_MEASURED = 64

/**
 * Euler allocation: item i gets ∂q/∂ln(scaleᵢ) = (q(1 + 2%) − q(1 − 2%))/4%. Because scaling everything
 * scales the percentile, the parts add up to it; each equals E[Xᵢ | T = q] (Tasche 1999). Leaves, constants,
 * timeouts and waits all belong to an item; those without one are attributed to ''.
 */
export const attribute = (
  latency: Latency,
  percentile: number,
  gamma: number = DEFAULT_GAMMA,
): Map<string, number> => finished(attributing(latency, percentile, gamma))

/** The same in steps, one for each item. */
export function* attributing(
  latency: Latency,
  percentile: number,
  gamma: number,
): Steps<Map<string, number>> {
  const items = heaviestFirst(latency)
  const shares = new Map<string, number>()
  const whole = percentilesOf(latency, gamma).at(percentile)
  // Of what is never answered, nobody has a share.
  if (!Number.isFinite(whole)) return shares
  let left = whole
  for (const [item] of items.slice(0, MOST_MEASURED)) {
    const at = (factor: number): number => percentilesOf(scaled(latency, item, factor), gamma).at(percentile)
    const share = (at(1 + STEP) - at(1 - STEP)) / (2 * STEP)
    shares.set(item, Number.isFinite(share) ? share : 0)
    left -= shares.get(item)!
    yield
  }
  const rest = items.slice(MOST_MEASURED)
  const weight = rest.reduce((sum, [, own]) => sum + own, 0)
  for (const [item, own] of rest) shares.set(item, weight > 0 ? (Math.max(0, left) * own) / weight : 0)
  return addingUpTo(whole, shares)
}

/** The items that are measured one by one. */
export const measuredItems = (latency: Latency): readonly string[] =>
  heaviestFirst(latency)
    .slice(0, MOST_MEASURED)
    .map(([item]) => item)

const heaviestFirst = (latency: Latency): readonly (readonly [item: string, weight: number])[] =>
  [...itemWeights(latency)].sort(([, a], [, b]) => b - a)

/** The quotient is not quite the derivative where a timeout cuts: the difference is spread over all. */
function addingUpTo(whole: number, shares: Map<string, number>): Map<string, number> {
  const sum = [...shares.values()].reduce((total, share) => total + share, 0)
  if (!(sum > 0)) return shares
  return new Map([...shares].map(([item, share]) => [item, (share * whole) / sum]))
}

/** The expression with the times of one item multiplied; parts without it stay the same objects. */
export function scaled(latency: Latency, item: string, factor: number): Latency {
  const known = new Map<Latency, Latency>()
  const visit = (part: Latency): Latency => {
    const done = known.get(part)
    if (done) return done
    const result = scaleOwn(withParts(part, visit), item, factor)
    known.set(part, result)
    return result
  }
  return visit(latency)
}

/** The expression with its parts replaced; itself when none of them changed. */
export function withParts(latency: Latency, replace: (part: Latency) => Latency): Latency {
  switch (latency.op) {
    case 'constant':
    case 'lognormal':
    case 'exponential':
    case 'down':
      return latency
    case 'sequence':
    case 'parallel':
    case 'quorum': {
      const of = latency.of.map(replace)
      return of.every((part, index) => part === latency.of[index]) ? latency : { ...latency, of }
    }
    case 'choice': {
      const of = latency.of.map(branch => ({ share: branch.share, of: replace(branch.of) }))
      return of.every((branch, index) => branch.of === latency.of[index]!.of) ? latency : { ...latency, of }
    }
    case 'fallback': {
      const of = replace(latency.of)
      const otherwise = replace(latency.otherwise)
      return of === latency.of && otherwise === latency.otherwise ? latency : { ...latency, of, otherwise }
    }
    default: {
      const of = replace(latency.of)
      return of === latency.of ? latency : { ...latency, of }
    }
  }
}

function scaleOwn(latency: Latency, item: string, factor: number): Latency {
  if (!isTimed(latency) || itemOf(latency) !== item) return latency
  switch (latency.op) {
    case 'constant':
      return { ...latency, ms: latency.ms * factor }
    case 'lognormal':
      return { ...latency, mu: latency.mu + Math.log(factor), shift: latency.shift * factor }
    case 'exponential':
      return { ...latency, mean: latency.mean * factor }
    case 'hedge':
      return { ...latency, after: latency.after * factor }
    case 'queue':
      return {
        ...latency,
        arrivals: latency.arrivals / factor,
        drain: latency.drain / factor,
        patience: latency.patience * factor,
      }
    case 'call':
      return {
        ...latency,
        ...(latency.timeout !== undefined && { timeout: latency.timeout * factor }),
        backoff: latency.backoff.map(wait => wait * factor),
        errorMs: latency.errorMs * factor,
      }
  }
}

type Timed = Extract<Latency, { readonly item?: string }>

const isTimed = (latency: Latency): latency is Timed =>
  latency.op === 'constant' ||
  latency.op === 'lognormal' ||
  latency.op === 'exponential' ||
  latency.op === 'hedge' ||
  latency.op === 'queue' ||
  latency.op === 'call'

/** Whom a part's own time is attributed to, if it takes any. */
export const itemOf = (latency: Latency): string | undefined =>
  isTimed(latency) ? (latency.item ?? '') : undefined

/** The items and roughly how much time each stands for, milliseconds. */
function itemWeights(latency: Latency): Map<string, number> {
  const weights = new Map<string, number>()
  const seen = new Set<Latency>()
  const visit = (part: Latency): Latency => {
    if (seen.has(part)) return part
    seen.add(part)
    if (isTimed(part)) {
      const item = part.item ?? ''
      weights.set(item, (weights.get(item) ?? 0) + weightOf(part))
    }
    withParts(part, visit)
    return part
  }
  visit(latency)
  return weights
}

function weightOf(part: Timed): number {
  switch (part.op) {
    case 'constant':
      return part.ms
    case 'lognormal':
      return lognormalMean(part)
    case 'exponential':
      return part.mean
    case 'hedge':
      return part.after
    case 'queue':
      return 1 / part.drain
    case 'call':
      return (part.timeout ?? 0) + (part.backoff[0] ?? 0)
  }
}
