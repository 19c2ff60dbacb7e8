// Multinomial logistic regression over sparse named evidence: convex, deterministic, small.

import type { Seen } from '../../../src/model/recognition/evidence/seen'
import { minimize } from './minimize'

export interface Example {
  readonly evidence: readonly Seen[]
  readonly answer: string
  readonly weight: number
  /** The repository it is from. */
  readonly group: string
}

/** Weights by evidence and answer; evidence that speaks for one answer keeps its weight under `only`. */
export type Weights = Map<string, Map<string, number>>

export const only = '*'

export interface Learning {
  readonly answers: readonly string[]
  /** How strongly weights are pulled to zero. */
  readonly ridge: number
  /** Evidence from fewer repositories is left out. */
  readonly leastGroups: number
  /** How many characters the weights that stay may take, as they are written. */
  readonly most?: number
  /** What was learned before, from examples that are not at hand: weights are pulled to these instead of to zero. */
  readonly before?: Weights
}

export function learn(examples: readonly Example[], learning: Learning, start?: Weights): Weights {
  const problem = problemOf(examples, learning)
  const first = solved(problem, learning, placed(problem, start ?? learning.before))
  const kept = learning.most === undefined ? undefined : strongest(problem, first, learning)
  return decoded(problem, kept ? solved({ ...problem, kept }, learning, first) : first)
}

interface Coded {
  readonly at: Int32Array
  readonly amount: Float64Array
  /** -1: each answer weighs it for itself. */
  readonly sole: Int16Array
  readonly answer: number
  readonly weight: number
}

interface Problem {
  readonly names: ReadonlyMap<string, number>
  readonly answers: readonly string[]
  readonly examples: readonly Coded[]
  /** Where the weights are pulled to. */
  readonly home: Float64Array
  /** Places that may be other than zero. */
  readonly kept?: Uint8Array
}

function problemOf(all: readonly Example[], { answers, leastGroups, before }: Learning): Problem {
  const examples = all.filter(({ answer }) => answers.includes(answer))
  const groups = new Map<string, Set<string>>()
  for (const { evidence, group } of examples)
    for (const { name } of evidence) {
      const known = groups.get(name)
      if (known) known.add(group)
      else groups.set(name, new Set([group]))
    }
  const worth = new Set([...groups].filter(([, { size }]) => size >= leastGroups).map(([name]) => name))
  for (const name of before?.keys() ?? []) worth.add(name)
  const names = new Map([...worth].sort().map((name, at) => [name, at]))
  const coded = examples.map(({ evidence, answer, weight }) => {
    const known = evidence.filter(
      one => names.has(one.name) && (one.answer === undefined || answers.includes(one.answer)),
    )
    return {
      at: Int32Array.from(known, ({ name }) => names.get(name)!),
      amount: Float64Array.from(known, ({ amount }) => amount),
      sole: Int16Array.from(known, one => (one.answer === undefined ? -1 : answers.indexOf(one.answer))),
      answer: answers.indexOf(answer),
      weight,
    }
  })
  const problem = { names, answers, examples: coded }
  return { ...problem, home: placed(problem, before) }
}

function solved(problem: Problem, { ridge }: Learning, start: Float64Array): Float64Array {
  return minimize((weights, gradient) => loss(problem, ridge, { weights, gradient }), start)
}

interface Point {
  readonly weights: Float64Array
  readonly gradient: Float64Array
}

function loss(
  { examples, answers, home, kept }: Problem,
  ridge: number,
  { weights, gradient }: Point,
): number {
  const size = answers.length
  const scores = new Float64Array(size)
  let sum = 0
  for (let place = 0; place < weights.length; place++) {
    const away = weights[place]! - home[place]!
    gradient[place] = ridge * away
    sum += (ridge / 2) * away * away
  }
  for (const one of examples) {
    score(one, weights, scores)
    softmax(scores)
    sum -= one.weight * Math.log(Math.max(1e-12, scores[one.answer]!))
    scores[one.answer]! -= 1
    for (let f = 0; f < one.at.length; f++) {
      const base = one.at[f]! * size
      const amount = one.amount[f]! * one.weight
      const sole = one.sole[f]!
      if (sole >= 0) gradient[base]! += scores[sole]! * amount
      else for (let k = 0; k < size; k++) gradient[base + k]! += scores[k]! * amount
    }
  }
  if (kept) for (let place = 0; place < gradient.length; place++) if (!kept[place]) gradient[place] = 0
  return sum
}

export function softmax(scores: Float64Array): void {
  let most = Number.NEGATIVE_INFINITY
  for (const score of scores) if (score > most) most = score
  let sum = 0
  for (let k = 0; k < scores.length; k++) sum += scores[k] = Math.exp(scores[k]! - most)
  for (let k = 0; k < scores.length; k++) scores[k]! /= sum
}

function placed(
  { names, answers }: Pick<Problem, 'names' | 'answers'>,
  start: Weights | undefined,
): Float64Array {
  const weights = new Float64Array(names.size * answers.length)
  for (const [name, by] of start ?? []) {
    const at = names.get(name)
    if (at === undefined) continue
    for (const [answer, weight] of by)
      weights[at * answers.length + (answer === only ? 0 : answers.indexOf(answer))] = weight
  }
  return weights
}

/**
 * The places whose weights would be missed most for the room they take: without one, the loss grows by its square times
 * the curvature there. A name takes room once, however many of its weights stay.
 */
function strongest(problem: Problem, weights: Float64Array, { most = 0, ridge }: Learning): Uint8Array {
  const curvature = curvatureAt(problem, weights)
  const missed = weights.map(
    (weight, place) => weight * weight * (curvature[place]! + (problem.home[place] === 0 ? 0 : ridge)),
  )
  let [low, high] = [0, missed.reduce((one, other) => Math.max(one, other), 0)]
  for (let round = 0; round < 40; round++) {
    const price = (low + high) / 2
    if (worthTheirRoom(problem, missed, price).room > most) low = price
    else high = price
  }
  const { kept } = worthTheirRoom(problem, missed, high)
  for (let place = 0; place < weights.length; place++) if (!kept[place]) weights[place] = 0
  return kept
}

/** As written: ` se=-.31`; of two answers, one number stands for both. */
const roomOfWeight = (answers: readonly string[]): number => (answers.length === 2 ? 2.3 : 7.2)

/** Where a word is seen is written once for all of them. */
const roomOfName = (name: string): number => name.replace(/^[^']+(?= ')/, '').length + 2

/** Which weights stay where each character costs so much. */
function worthTheirRoom({ names, answers }: Problem, missed: Float64Array, price: number) {
  const size = answers.length
  const each = roomOfWeight(answers)
  const kept = new Uint8Array(missed.length)
  let room = 0
  for (const [name, at] of names) {
    const places = answers.map((_, k) => at * size + k).filter(place => missed[place]! > each * price)
    const gained = places.reduce((sum, place) => sum + missed[place]! - each * price, 0)
    if (gained <= roomOfName(name) * price) continue
    for (const place of places) kept[place] = 1
    room += roomOfName(name) + places.length * each
  }
  return { kept, room }
}

/** How steeply the loss bends along each weight: an answer that is never likely bends it little, however often it is seen. */
function curvatureAt({ examples, answers }: Problem, weights: Float64Array): Float64Array {
  const size = answers.length
  const curvature = new Float64Array(weights.length)
  const scores = new Float64Array(size)
  for (const one of examples) {
    score(one, weights, scores)
    softmax(scores)
    for (let f = 0; f < one.at.length; f++) {
      const base = one.at[f]! * size
      const amount = one.amount[f]! * one.amount[f]! * one.weight
      const sole = one.sole[f]!
      if (sole >= 0) curvature[base]! += scores[sole]! * (1 - scores[sole]!) * amount
      else for (let k = 0; k < size; k++) curvature[base + k]! += scores[k]! * (1 - scores[k]!) * amount
    }
  }
  return curvature
}

function score({ at, amount, sole }: Coded, weights: Float64Array, scores: Float64Array): void {
  const size = scores.length
  scores.fill(0)
  for (let f = 0; f < at.length; f++) {
    const base = at[f]! * size
    if (sole[f]! >= 0) scores[sole[f]!]! += weights[base]! * amount[f]!
    else for (let k = 0; k < size; k++) scores[k]! += weights[base + k]! * amount[f]!
  }
}

function decoded({ names, answers, examples }: Problem, weights: Float64Array): Weights {
  const sole = new Set<number>()
  for (const one of examples)
    one.at.forEach((at, f) => {
      if (one.sole[f]! >= 0) sole.add(at)
    })
  const learned: Weights = new Map()
  for (const [name, at] of names) {
    const by = new Map<string, number>()
    answers.forEach((answer, k) => {
      const weight = weights[at * answers.length + k]!
      if (Math.abs(weight) >= 0.0005) by.set(sole.has(at) ? only : answer, weight)
    })
    if (by.size > 0) learned.set(name, by)
  }
  return learned
}
