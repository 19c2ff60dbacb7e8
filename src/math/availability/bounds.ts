// Unavailability within bounds, for structures too tangled for a decision diagram.

import { type Flat, successGiven } from './structure'
import type { Evaluation, PartImportance } from './unavailability'

/** Pairs are tried among this many parts, the least available ones. */
const MOST_PAIRED = 200

/**
 * Fails every part and every pair of parts, and adds up the probability of exactly those failures. What is
 * left – three or more down, pairs not tried – is between harmless and fatal. The upper bound is reported:
 * better to promise too little.
 */
export function boundedEvaluation(flat: Flat, unavailabilityOf: (name: string) => number): Evaluation {
  const parts = flat.names
    .map(name => ({ name, u: Math.min(1, Math.max(0, unavailabilityOf(name))) }))
    .sort((a, b) => b.u - a.u)
  const allUp = parts.reduce((product, { u }) => product * (1 - u), 1)
  const odds = parts.map(({ u }) => u / Math.max(1e-300, 1 - u))
  const failing = (...down: readonly number[]): number =>
    1 - successGiven(flat, name => !down.some(index => parts[index]!.name === name))
  const gains = new Float64Array(parts.length)
  const none = failing()
  let low = none * allUp
  let seen = allUp
  const alone = parts.map((_, index) => {
    const fails = failing(index)
    const probability = allUp * odds[index]!
    low += fails * probability
    seen += probability
    gains[index]! += (fails - none) * probability
    return fails
  })
  const paired = Math.min(parts.length, MOST_PAIRED)
  for (let a = 0; a < paired; a++)
    for (let b = a + 1; b < paired; b++) {
      const fails = alone[a] === 1 || alone[b] === 1 ? 1 : failing(a, b)
      const probability = allUp * odds[a]! * odds[b]!
      low += fails * probability
      seen += probability
      gains[a]! += (fails - alone[b]!) * probability
      gains[b]! += (fails - alone[a]!) * probability
    }
  const high = Math.min(1, low + Math.max(0, 1 - seen))
  return { unavailability: high, low, high, exact: false, parts: partImportances(parts, gains) }
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
