// What a label says answers when the call fails: `fallback: cached prices`, `falls back to Spare service`.

import type { LabelAttribute } from './label-reading'
import { segmentAround } from './named-figures'
import type { LabelWord } from './words'

/** By name or in words, up to the next break; an arrow that merely says `fallback` names nothing. */
export function labelFallbacks(words: readonly LabelWord[], label: string): LabelAttribute[] {
  return words.flatMap((word, at) => {
    const after = afterWords(words, at)
    const first = words[after ?? words.length]
    if (after === undefined || first === undefined) return []
    if (first.kind === 'break' || conditions.has(first.low) || negations.has(words[at - 1]?.low ?? ''))
      return []
    const { end } = segmentAround(words, after).at(-1)!
    return [{ key: 'fallback', value: label.slice(first.start, end), start: word.start, end }]
  })
}

/** The index behind `fallback:`, `fallback to`, `fallback to:`, `falls back to`. */
function afterWords(words: readonly LabelWord[], at: number): number | undefined {
  const [first = '', second, third] = [0, 1, 2].map(offset => words[at + offset]?.low)
  const isTwoWords = /^fall(?:s|ing)?$/.test(first) && second === 'back' && third === 'to'
  if (!isTwoWords && first !== 'fallback' && first !== 'fall-back') return undefined
  const behind = isTwoWords ? at + 2 : at + 1
  let after = behind
  while (words[after]?.low === 'to' || words[after]?.kind === 'link') after++
  return after > behind ? after : undefined
}

const negations = new Set(['no', 'not', 'without', 'never'])
const conditions = new Set(['if', 'when', 'on', 'after', 'none', 'no', 'false'])
