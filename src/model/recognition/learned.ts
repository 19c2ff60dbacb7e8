// The learned weights at work: evidence in, chances of the answers and the strongest reasons out.

import { lazily } from '../../knowledge'
import type { Answers, Classifier } from './classifier'
import type { Seen } from './evidence/seen'
import { type Table, weightTable } from './weight-table'
import { weights } from './weights'

/** Chances of the answers, the likeliest first. */
export function answersOf({ answers, weightsOf }: Table, seen: readonly Seen[]): Answers {
  const scores = new Float64Array(answers.length)
  for (const { name, amount, answer } of seen) {
    const numbers = weightsOf(name)
    if (!numbers) continue
    for (let at = 0; at < numbers.length; at += 2) {
      const place = numbers[at] === -1 ? answers.indexOf(answer ?? '') : numbers[at]!
      if (place >= 0) scores[place]! += numbers[at + 1]! * amount
    }
  }
  let all = 0
  const most = scores.reduce((one, other) => Math.max(one, other))
  for (let place = 0; place < scores.length; place++) all += scores[place] = Math.exp(scores[place]! - most)
  return answers
    .map((answer, place): Answers[number] => [answer, scores[place]! / all])
    .sort((one, other) => other[1] - one[1])
}

/** What is seen in each picture is no reason. */
const prior = 'every picture'

/** At most so many reasons are told. */
const mostReasons = 2

/** What speaks most for an answer and against the others, in words. */
export function reasonsFor(
  { answers, weightsOf }: Table,
  seen: readonly Seen[],
  answer: string,
): readonly string[] {
  const own = answers.indexOf(answer)
  const others = Math.max(1, answers.length - 1)
  const strongest: Reason[] = []
  for (const one of seen) {
    const numbers = weightsOf(one.name)
    if (!numbers || one.name === prior) continue
    let sum = 0
    for (let at = 0; at < numbers.length; at += 2) {
      const place = numbers[at] === -1 ? answers.indexOf(one.answer ?? '') : numbers[at]!
      sum += place === own ? numbers[at + 1]! : -numbers[at + 1]! / others
    }
    const says = sum * one.amount
    if (says > leastTold) keep(strongest, { one, says })
  }
  return strongest.map(({ one }) => one.why ?? one.name)
}

interface Reason {
  readonly one: Seen
  readonly says: number
}

/** Less than this is no reason. */
const leastTold = 0.05

function keep(strongest: Reason[], reason: Reason): void {
  const place = strongest.findIndex(({ says }) => says < reason.says)
  strongest.splice(place < 0 ? strongest.length : place, 0, reason)
  if (strongest.length > mostReasons) strongest.pop()
}

export const tables = {
  picture: lazily(() => weightTable(weights.picture)),
  box: lazily(() => weightTable(weights.box)),
  arrow: lazily(() => weightTable(weights.arrow)),
}

export const learned: Classifier = (question, seen) => answersOf(tables[question](), seen)
