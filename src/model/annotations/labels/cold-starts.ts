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
  const around = segmentAround(words, at)
  const only = (figure: 'percent' | 'duration', key: string): LabelAttribute[] => {
    const [found, ...others] = around.filter(word => word.figure === figure)
    return found && others.length === 0
      ? [{ key, value: found.text, start: found.start, end: found.end }]
      : []
  }
  return [...only('percent', 'coldStarts'), ...only('duration', 'coldStart')]
}
