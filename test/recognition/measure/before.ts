// The committed weights as the learner keeps them, to learn on from.

import type { Table } from '../../../src/model/recognition/weight-table'
import { only, type Weights } from './learn'

export function weightsOfTable({ answers, evidence, weightsOf }: Table): Weights {
  const weights: Weights = new Map()
  for (const name of evidence()) {
    const numbers = weightsOf(name) ?? []
    const by = new Map<string, number>()
    for (let at = 0; at < numbers.length; at += 2) by.set(answers[numbers[at]!] ?? only, numbers[at + 1]!)
    weights.set(name, answers.length === 2 ? halved(answers, by) : by)
  }
  return weights
}

/** Of two answers the table keeps how much more the second weighs. */
function halved(
  [one = '', other = '']: readonly string[],
  by: ReadonlyMap<string, number>,
): Map<string, number> {
  const half = (by.get(other) ?? 0) / 2
  return new Map([
    [one, -half],
    [other, half],
  ])
}
