// How many copies of how many have to answer: `quorum 2 of 3`.

import type { LabelAttribute } from './label-reading'
import { type LabelWord, wholeNumberIn } from './words'

/** `quorum of 2`, `quorum: 2 of 3`, `quorum 2/3`, `2 of 3 quorum`: how many are needed, and of how many. */
export function quorumAt(words: readonly LabelWord[], index: number): LabelAttribute[] | undefined {
  if (words[index]?.low !== 'quorum') return undefined
  const behind =
    words.slice(index + 1).findIndex(({ kind, low }) => kind !== 'link' && low !== 'of') + index + 1
  const found = ratioAt(words, behind) ?? ratioAt(words, index - 3) ?? ratioAt(words, index - 1)
  if (!found) return undefined
  const { need, of, to } = found
  const span = {
    start: Math.min(words[found.from]!.start, words[index]!.start),
    end: Math.max(words[to]!.end, words[index]!.end),
  }
  const quorum = { key: 'quorum', value: need, ...span }
  return of === undefined ? [quorum] : [quorum, { key: 'replicas', value: of, ...span }]
}

interface Ratio {
  readonly need: number
  readonly of?: number
  readonly from: number
  readonly to: number
}

/** `2 of 3`, `2/3`, or `2` alone. */
function ratioAt(words: readonly LabelWord[], from: number): Ratio | undefined {
  const [, first, second] = /^(\d{1,2})\/(\d{1,2})$/.exec(words[from]?.text ?? '') ?? []
  const need = first === undefined ? wholeNumberIn(words[from]) : Number(first)
  if (need === undefined || need < 1) return undefined
  const isRatio = words[from + 1]?.low === 'of'
  const of = second === undefined ? (isRatio ? wholeNumberIn(words[from + 2]) : undefined) : Number(second)
  if (of === undefined) return isRatio ? undefined : { need, from, to: from }
  return of < need ? undefined : { need, of, from, to: second === undefined ? from + 2 : from }
}
