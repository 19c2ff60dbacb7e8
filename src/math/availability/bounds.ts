// Unavailability within bounds, for structures too tangled for a decision diagram.

import { type Effort, takeFrom, VALUES_PER_NODE } from './effort'
import { failureTrials } from './failure-trials'
import type { Flat } from './structure'
import type { Evaluation, PartImportance } from './unavailability'

/** What trying failures may cost: so many are tried as that leaves room for. */
const MOST_EFFORT = 300_000

/**
 * Fails every part and every pair of parts, and adds up the probability of exactly those failures. What is
 * left – three or more down, parts and pairs not tried – is between harmless and fatal. The upper bound is
 * reported: better to promise too little. Which failures are fatal is asked once, however likely they are.
 */
export function boundedEvaluator(
  flat: Flat,
  effort: Effort,
): (unavailabilityOf: (name: string) => number) => Evaluation {
  const fatality = fatalityOf(flat)
  const affordable = takeFrom(effort, MOST_EFFORT) * VALUES_PER_NODE
  const trials = Math.floor(affordable / flat.steps.length)
  return unavailabilityOf => {
    const parts = flat.names
      .map(name => ({ name, u: Math.min(1, Math.max(0, unavailabilityOf(name))) }))
      .sort((a, b) => b.u - a.u)
    const allUp = parts.reduce((product, { u }) => product * (1 - u), 1)
    const odds = parts.map(({ u }) => u / Math.max(1e-300, 1 - u))
    const gains = new Float64Array(parts.length)
    const none = fatality()
    let low = none * allUp
    let seen = allUp
    const alone = parts.slice(0, trials).map(({ name }, index) => {
      const fails = fatality(name)
      const probability = allUp * odds[index]!
      low += fails * probability
      seen += probability
      gains[index]! += (fails - none) * probability
      return fails
    })
    const paired = Math.min(alone.length, MOST_PAIRED, Math.floor(Math.sqrt(2 * (trials - alone.length))))
    for (let a = 0; a < paired; a++)
      for (let b = a + 1; b < paired; b++) {
        const fails = alone[a] === 1 || alone[b] === 1 ? 1 : fatality(parts[a]!.name, parts[b]!.name)
        const probability = allUp * odds[a]! * odds[b]!
        low += fails * probability
        seen += probability
        gains[a]! += (fails - alone[b]!) * probability
        gains[b]! += (fails - alone[a]!) * probability
      }
    const high = Math.min(1, low + Math.max(0, 1 - seen))
    return { unavailability: high, low, high, exact: false, parts: partImportances(parts, gains) }
  }
}

/** Pairs are tried among this many parts at most, the least available ones. */
const MOST_PAIRED = 200

/** P(the request fails) while exactly these are down, each worked out once. */
function fatalityOf(flat: Flat): (one?: string, other?: string) => number {
  const known = new Map<string, number>()
  const succeedsWithout = failureTrials(flat)
  return (one, other) => {
    const down = [one, other].filter(name => name !== undefined).sort()
    const key = down.join('\n')
    const fails = known.get(key) ?? 1 - succeedsWithout(down)
    known.set(key, fails)
    return fails
  }
}

const partImportances = (
  parts: readonly { readonly name: string; readonly u: number }[],
  gains: Float64Array,
): PartImportance[] =>
  parts.map(({ name, u }, index) => ({
    name,
    unavailability: u,
    gain: gains[index]!,
    importance: u > 0 ? gains[index]! / u : 0,
  }))
