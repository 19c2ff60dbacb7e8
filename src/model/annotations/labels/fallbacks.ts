// What a label says answers when the call fails: `fallback: cached prices`, `falls back to Spare service`.

import type { LabelAttribute } from './label-reading'
import type { LabelWord } from './words'

/** By name or in words, up to the next break; an arrow that merely says `fallback` names nothing. */
export function labelFallbacks(words: readonly LabelWord[], label: string): LabelAttribute[] {
  return words.flatMap((word, at) => {
    const after = afterWords(words, at)
    if (after === undefined || negations.has(words[at - 1]?.low ?? '')) return []
    let last = after
    while (last < words.length && words[last]?.kind !== 'break') last++
    const [first, end] = [words[after], words[last - 1]]
    if (!first || !end || last === after || conditions.has(first.low)) return []
    return [{ key: 'fallback', value: label.slice(first.start, end.end), start: word.start, end: end.end }]
  })
}

/** The index behind `fallback:`, `fallback to`, `falls back to`. */
function afterWords(words: readonly LabelWord[], at: number): number | undefined {
  const [first, second, third] = [0, 1, 2].map(offset => words[at + offset]?.low)
  const leads = (index: number) =>
    words[index]?.low === 'to' || words[index]?.text === ':' || words[index]?.text === '='
  if (first === 'fallback' || first === 'fall-back') return leads(at + 1) ? at + 2 : undefined
  return /^fall(?:s|ing)?$/.test(first ?? '') && second === 'back' && third === 'to' ? at + 3 : undefined
}

const negations = new Set(['no', 'not', 'without', 'never'])
const conditions = new Set(['if', 'when', 'on', 'after', 'none', 'no', 'false'])
