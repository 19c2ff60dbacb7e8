// Cold starts in a label: `3% cold starts of 1.2s`, `cold start 800ms`.

import type { LabelAttribute } from './label-reading'
import { segmentAround } from './named-figures'
import type { LabelWord } from './words'

/** How many requests meet one and how long it takes, where the same part of the label says so. */
export function coldStartsIn(words: readonly LabelWord[]): LabelAttribute[] {
  const at = words.findIndex(
    ({ low }, index) => low === 'cold' && /^starts?$/.test(words[index + 1]?.low ?? ''),
  )
  if (at < 0) return []
  const around = [...segmentAround(words, at), ...bracketBehind(words, at + 2)]
  const only = (figure: 'percent' | 'duration'): LabelWord | undefined => {
    const found = around.filter(word => word.figure === figure)
    return found.length === 1 ? found[0] : undefined
  }
  const [share, time] = [only('percent'), only('duration')]
  // The words belong to the figure in front of them, else to the one behind.
  const { start } = words[at]!
  const { end } = words[at + 2]?.low === 'of' ? words[at + 2]! : words[at + 1]!
  const [before, after] = [share, time].map(word => word !== undefined && word.start < start)
  const figureOf = (
    key: string,
    word: LabelWord | undefined,
    isFirst: boolean | undefined,
  ): LabelAttribute[] =>
    word
      ? [
          {
            key,
            value: word.text,
            start: before || after ? word.start : start,
            end: isFirst ? end : word.end,
          },
        ]
      : []
  return [...figureOf('coldStarts', share, before), ...figureOf('coldStart', time, !before && after)]
}

/** `10% cold starts (1 s)` */
const bracketBehind = (words: readonly LabelWord[], at: number): readonly LabelWord[] =>
  words[at]?.text === '(' ? segmentAround(words, at + 1) : []
