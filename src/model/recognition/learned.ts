// The learned weights at work: evidence in, chances of the answers and the strongest reasons out.

import { lazily } from '../../knowledge'
import type { Seen } from './evidence/seen'
import type { Answers, Mind } from './mind'
import { weights } from './weights'

/** What the evidence of one question weighs. */
export interface Table {
  readonly answers: readonly string[]
  /** By evidence: places of answers, each followed by its weight. Place -1: the answer that the evidence speaks for. */
  readonly weights: ReadonlyMap<string, readonly number[]>
}

/** Reads a table: a line of answers, then a line for each evidence, with what it weighs behind a tab. */
export function tableOf(text: string): Table {
  const [first = '', ...lines] = text.trim().split('\n')
  const answers = first.split(' ')
  const table = new Map<string, readonly number[]>()
  for (const line of lines) {
    const [name = '', weighed = ''] = line.split('\t')
    const numbers: number[] = []
    for (const pair of weighed.split(' ')) {
      const [answer = '', weight] = pair.split('=')
      numbers.push(
        ...(weight === undefined ? [-1, Number(answer)] : [answers.indexOf(answer), Number(weight)]),
      )
    }
    table.set(name, numbers)
  }
  return { answers, weights: table }
}

/** Chances of the answers, the likeliest first. */
export function answersOf(table: Table, seen: readonly Seen[]): Answers {
  const scores = table.answers.map(() => 0)
  for (const one of seen)
    eachWeight(table, one, (place, weight) => {
      scores[place] = (scores[place] ?? 0) + weight * one.amount
    })
  const most = Math.max(...scores)
  const odds = scores.map(score => Math.exp(score - most))
  const all = odds.reduce((sum, odd) => sum + odd, 0)
  return table.answers
    .map((answer, place): Answers[number] => [answer, odds[place]! / all])
    .sort((one, other) => other[1] - one[1])
}

function eachWeight(table: Table, one: Seen, take: (place: number, weight: number) => void): void {
  const numbers = table.weights.get(one.name)
  if (!numbers) return
  for (let at = 0; at < numbers.length; at += 2) {
    const place = numbers[at] === -1 ? table.answers.indexOf(one.answer ?? '') : numbers[at]!
    if (place >= 0) take(place, numbers[at + 1]!)
  }
}

/** What is seen in each picture is no reason. */
const prior = 'every picture'

/** At most so many reasons are told. */
const mostReasons = 2

/** What speaks most for an answer and against the others, in words. */
export function reasonsFor(table: Table, seen: readonly Seen[], answer: string): readonly string[] {
  const own = table.answers.indexOf(answer)
  const others = Math.max(1, table.answers.length - 1)
  const speaking = seen.map(one => {
    let sum = 0
    eachWeight(table, one, (place, weight) => {
      sum += place === own ? weight : -weight / others
    })
    return { why: one.why ?? one.name, says: sum * one.amount }
  })
  return speaking
    .filter(({ says, why }) => says > 0.05 && why !== prior)
    .sort((one, other) => other.says - one.says)
    .slice(0, mostReasons)
    .map(({ why }) => why)
}

export const tables = {
  picture: lazily(() => tableOf(weights.picture)),
}

export const learned: Mind = (question, seen) => answersOf(tables[question](), seen)
