// What an operation may come to: a time when it succeeds, a probability and a time when it fails.

import { convolve, convolveAll } from './convolution'
import { constant, type Distribution, delay, never, type Term, weigh, weightedSum } from './distribution'
import type { Grid } from './grid'
import { hedged, kthFastest, slowest } from './order-statistics'

export interface Outcome {
  /** Time of success, given success: total mass 1 (empty when failure is certain). Milliseconds. */
  readonly success: Distribution
  /** Probability of failure, kept apart from the masses so that 1e-12 keeps its digits. */
  readonly failed: number
  /** Time until failure is known, given failure. Computed only when something retries or falls back. */
  readonly failure: () => Distribution
}

export const certain = (success: Distribution): Outcome => ({
  success,
  failed: 0,
  failure: () => constant(success.grid, 0),
})

/** Steps one after another; the first failure ends it. */
export function inSequence(grid: Grid, steps: readonly Outcome[]): Outcome {
  if (steps.length === 1) return steps[0]!
  const success = convolveAll(
    grid,
    steps.map(step => step.success),
  )
  const failed = anyFails(steps)
  return { success, failed, failure: later(grid, () => failuresInSequence(grid, steps)) }
}

/** Branches started together, all of them waited for; it fails when any fails. */
export function inParallel(grid: Grid, branches: readonly Outcome[]): Outcome {
  if (branches.length === 0) return certain(constant(grid, 0))
  if (branches.length === 1) return branches[0]!
  const failures = (): Term[] =>
    branches.map((branch, index) => {
      if (branch.failed === 0) return { measure: never(grid) }
      // Two failing at once are counted with each: second order in the failure probabilities.
      const others = branches.filter((_, other) => other !== index).map(either)
      return { measure: slowest([branch.failure(), ...others]), weight: branch.failed }
    })
  return {
    success: slowest(branches.map(branch => branch.success)),
    failed: anyFails(branches),
    failure: later(grid, failures),
  }
}

/** One branch happens, each with its share; what is missing to 1 takes no time and never fails. */
export function inChoice(
  grid: Grid,
  branches: readonly { readonly share: number; readonly outcome: Outcome }[],
): Outcome {
  const rest = Math.max(0, 1 - branches.reduce((sum, branch) => sum + branch.share, 0))
  const failed = branches.reduce((sum, { share, outcome }) => sum + share * outcome.failed, 0)
  const taken: Term[] = branches.map(({ share, outcome }) => ({
    measure: outcome.success,
    weight: share * (1 - outcome.failed),
  }))
  if (rest > 1e-15) taken.push({ measure: constant(grid, 0, rest) })
  return {
    success: normalized(weightedSum(grid, taken), 1 - failed),
    failed,
    failure: later(grid, () =>
      branches
        .filter(({ outcome }) => outcome.failed > 0)
        .map(({ share, outcome }) => ({ measure: outcome.failure(), weight: share * outcome.failed })),
    ),
  }
}

/** What is tried when the first fails; it starts when the failure is known. */
export function withFallback(first: Outcome, second: Outcome): Outcome {
  if (first.failed === 0) return first
  const { grid } = first.success
  const failed = first.failed * second.failed
  const success = weightedSum(grid, [
    { measure: first.success, weight: 1 - first.failed },
    { measure: convolve(first.failure(), second.success), weight: first.failed * (1 - second.failed) },
  ])
  return {
    success: normalized(success, 1 - failed),
    failed,
    failure: later(grid, () => [{ measure: convolve(first.failure(), second.failure()) }]),
  }
}

/** Any `need` of the copies must answer; the fastest ones count. */
export function inQuorum(grid: Grid, copies: readonly Outcome[], need: number): Outcome {
  if (need <= 0) return certain(constant(grid, 0))
  if (need === copies.length) return inParallel(grid, copies)
  const answers = copies.map(copy => weigh(copy.success, 1 - copy.failed))
  const failed = tooFewSucceed(copies, need)
  return {
    success: normalized(kthFastest(answers, need), 1 - failed),
    failed,
    // Too few answers is known when the last copy has answered or failed.
    failure: later(grid, () => [{ measure: slowest(copies.map(either)) }]),
  }
}

/** A second copy is sent after a delay (milliseconds); the first success wins (Dean and Barroso 2013). */
export function withHedge(outcome: Outcome, after: number): Outcome {
  const { grid } = outcome.success
  const failed = outcome.failed * outcome.failed
  const first = hedged(weigh(outcome.success, 1 - outcome.failed), after)
  return {
    success: normalized(first, 1 - failed),
    failed,
    failure: later(grid, () => [{ measure: slowest([outcome.failure(), delay(outcome.failure(), after)]) }]),
  }
}

/** Success and failure times together. */
export function either(outcome: Outcome): Distribution {
  if (outcome.failed === 0) return outcome.success
  return weightedSum(outcome.success.grid, [
    { measure: outcome.success, weight: 1 - outcome.failed },
    { measure: outcome.failure(), weight: outcome.failed },
  ])
}

/** Failure parts brought to mass 1, computed on first use and kept. */
export function later(grid: Grid, terms: () => readonly Term[]): () => Distribution {
  let known: Distribution | undefined
  return () => {
    known ??= toMassOne(weightedSum(grid, terms()))
    return known
  }
}

/** Brought to mass 1; what is next to impossible is dropped, since its reciprocal is not a number. */
export const normalized = (measure: Distribution, mass: number): Distribution =>
  mass > IMPOSSIBLE ? weigh(measure, 1 / mass) : never(measure.grid)

const IMPOSSIBLE = 1e-290

export const anyFails = (outcomes: readonly Outcome[]): number =>
  0 - Math.expm1(outcomes.reduce((sum, { failed }) => sum + Math.log1p(-failed), 0))

function toMassOne(measure: Distribution): Distribution {
  let sum = 0
  for (const { mass } of measure.atoms) sum += mass
  for (const mass of measure.mass) sum += mass
  return normalized(measure, sum)
}

function failuresInSequence(grid: Grid, steps: readonly Outcome[]): Term[] {
  const terms: Term[] = []
  let before: Distribution = constant(grid, 0)
  let reached = 1
  for (const [index, step] of steps.entries()) {
    if (step.failed > 0)
      terms.push({ measure: convolve(before, step.failure()), weight: reached * step.failed })
    if (index === steps.length - 1) break
    before = convolve(before, step.success)
    reached *= 1 - step.failed
  }
  return terms
}

/** P(fewer than `need` succeed) as a sum of positive terms. */
function tooFewSucceed(copies: readonly Outcome[], need: number): number {
  const exactly = new Float64Array(copies.length + 1)
  exactly[0] = 1
  copies.forEach(({ failed }, done) => {
    for (let k = done + 1; k > 0; k--) exactly[k] = exactly[k]! * failed + exactly[k - 1]! * (1 - failed)
    exactly[0]! *= failed
  })
  return exactly.subarray(0, need).reduce((sum, p) => sum + p, 0)
}
