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
  /** The part of it that nothing tells of: it is waited for until a timeout ends. */
  readonly stuck: number
  /** Time until failure is known, given that it is ever. Computed only when something retries or falls back. */
  readonly failure: () => Distribution
}

/** P(failure that shows by itself). */
export const shown = ({ failed, stuck }: Pick<Outcome, 'failed' | 'stuck'>): number =>
  Math.max(0, failed - stuck)

export const certain = (success: Distribution): Outcome => ({
  success,
  failed: 0,
  stuck: 0,
  failure: () => constant(success.grid, 0),
})

/** What is down: it refuses at once, or never says so. */
export const down = (grid: Grid, hangs: boolean): Outcome => ({
  success: never(grid),
  failed: 1,
  stuck: hangs ? 1 : 0,
  failure: () => constant(grid, 0),
})

/** Steps one after another; the first failure ends it. */
export function inSequence(grid: Grid, steps: readonly Outcome[]): Outcome {
  if (steps.length === 1) return steps[0]!
  const success = convolveAll(
    grid,
    steps.map(step => step.success),
  )
  const failed = anyFails(steps)
  const stuck = stuckInSequence(steps)
  return { success, failed, stuck, failure: later(grid, () => failuresInSequence(grid, steps)) }
}

/** Branches started together, all of them waited for; it fails when any fails. */
export function inParallel(grid: Grid, branches: readonly Outcome[]): Outcome {
  if (branches.length === 0) return certain(constant(grid, 0))
  if (branches.length === 1) return branches[0]!
  const failures = (): Term[] => {
    const ended = new Map([...new Set(branches)].map(branch => [branch, either(branch)]))
    // Equal branches fail alike: each kind is looked at once.
    return [...ended.keys()]
      .filter(branch => shown(branch) > 0)
      .map(branch => {
        // Two failing at once are counted with each: second order in the failure probabilities.
        const others = branches.toSpliced(branches.indexOf(branch), 1).map(other => ended.get(other)!)
        const count = branches.filter(other => other === branch).length
        return { measure: slowest([branch.failure(), ...others]), weight: count * shown(branch) }
      })
  }
  return {
    success: slowest(branches.map(branch => branch.success)),
    failed: anyFails(branches),
    stuck: anyStuck(branches),
    failure: later(grid, failures),
  }
}

/** One branch happens, each with its share; what is missing to 1 takes no time and never fails. */
export function inChoice(
  grid: Grid,
  branches: readonly { readonly share: number; readonly outcome: Outcome }[],
): Outcome {
  const rest = Math.max(0, 1 - branches.reduce((sum, branch) => sum + branch.share, 0))
  const failed = Math.min(
    1,
    branches.reduce((sum, { share, outcome }) => sum + share * outcome.failed, 0),
  )
  const stuck = branches.reduce((sum, { share, outcome }) => sum + share * outcome.stuck, 0)
  const taken: Term[] = branches.map(({ share, outcome }) => ({
    measure: outcome.success,
    weight: share * (1 - outcome.failed),
  }))
  if (rest > 1e-15) taken.push({ measure: constant(grid, 0, rest) })
  return {
    success: normalized(weightedSum(grid, taken), 1 - failed),
    failed,
    stuck,
    failure: later(grid, () =>
      branches
        .filter(({ outcome }) => shown(outcome) > 0)
        .map(({ share, outcome }) => ({ measure: outcome.failure(), weight: share * shown(outcome) })),
    ),
  }
}

/** What is tried when the first fails; it starts when the failure is known. */
export function withFallback(first: Outcome, second: Outcome): Outcome {
  if (first.failed === 0) return first
  const { grid } = first.success
  const known = shown(first)
  const failed = Math.min(1, first.stuck + known * second.failed)
  const success = weightedSum(grid, [
    { measure: first.success, weight: 1 - first.failed },
    { measure: convolve(first.failure(), second.success), weight: known * (1 - second.failed) },
  ])
  return {
    success: normalized(success, 1 - failed),
    failed,
    stuck: first.stuck + known * second.stuck,
    failure: later(grid, () => [{ measure: convolve(first.failure(), second.failure()) }]),
  }
}

/** Any `need` of the copies must answer; the fastest ones count. */
export function inQuorum(grid: Grid, copies: readonly Outcome[], need: number): Outcome {
  if (need <= 0) return certain(constant(grid, 0))
  if (need === copies.length) return inParallel(grid, copies)
  const answers = copies.map(copy => weigh(copy.success, 1 - copy.failed))
  const failures = copies.map(copy => copy.failed)
  const failed = tooFewSucceed(failures, need)
  const stuck = copies.some(copy => copy.stuck > 0)
    ? failed - (1 - anyStuck(copies)) * tooFewSucceed(copies.map(shownUnlessStuck), need)
    : 0
  return {
    success: normalized(kthFastest(answers, need), 1 - failed),
    failed,
    stuck: Math.max(0, stuck),
    // Too few answers is known when the last copy has answered or failed.
    failure: later(grid, () => [{ measure: slowest(copies.map(either)) }]),
  }
}

/** A second copy is sent after a delay (milliseconds); the first success wins (Dean and Barroso 2013). */
export function withHedge(outcome: Outcome, after: number): Outcome {
  const { grid } = outcome.success
  const failed = outcome.failed * outcome.failed
  const first = hedged(weigh(outcome.success, 1 - outcome.failed), after, outcome.failed === 0)
  return {
    success: normalized(first, 1 - failed),
    failed,
    stuck: failed - shown(outcome) ** 2,
    failure: later(grid, () => [{ measure: slowest([outcome.failure(), delay(outcome.failure(), after)]) }]),
  }
}

/** Success and failure times together, as far as there are any. */
export function either(outcome: Outcome): Distribution {
  const { success, failed, stuck, failure } = outcome
  if (failed === 0) return success
  const both = weightedSum(success.grid, [
    { measure: success, weight: 1 - failed },
    { measure: failure(), weight: shown(outcome) },
  ])
  return stuck === 0 ? both : normalized(both, 1 - stuck)
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

const anyStuck = (outcomes: readonly Outcome[]): number =>
  1 - outcomes.reduce((product, { stuck }) => product * (1 - stuck), 1)

const shownUnlessStuck = (outcome: Outcome): number =>
  outcome.stuck < 1 ? shown(outcome) / (1 - outcome.stuck) : 0

/** P(a step is waited for that all before it lead to). */
function stuckInSequence(steps: readonly Outcome[]): number {
  let reached = 1
  return steps.reduce((sum, { failed, stuck }) => {
    const here = reached * stuck
    reached *= 1 - failed
    return sum + here
  }, 0)
}

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
    if (shown(step) > 0)
      terms.push({ measure: convolve(before, step.failure()), weight: reached * shown(step) })
    if (index === steps.length - 1) break
    before = convolve(before, step.success)
    reached *= 1 - step.failed
  }
  return terms
}

/** P(fewer than `need` succeed) as a sum of positive terms. */
function tooFewSucceed(failures: readonly number[], need: number): number {
  const exactly = new Float64Array(failures.length + 1)
  exactly[0] = 1
  failures.forEach((failed, done) => {
    for (let k = done + 1; k > 0; k--) exactly[k] = exactly[k]! * failed + exactly[k - 1]! * (1 - failed)
    exactly[0]! *= failed
  })
  return exactly.subarray(0, need).reduce((sum, p) => sum + p, 0)
}
