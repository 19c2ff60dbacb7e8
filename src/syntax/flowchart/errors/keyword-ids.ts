// Where a word of flowcharts stands as the id of a node.

import { span } from '../../../text/span'
import type { Stretch } from '../../written-text'

/** Beside an arrow, before a bracket, or behind the keyword of a statement about nodes; never in a label. */
export function idsCalled(word: string, text: string): readonly Stretch[] {
  const bare = text.replace(labels, label => ' '.repeat(label.length))
  return [...bare.matchAll(words)].flatMap(({ index, 0: found }) => {
    const end = index + found.length
    const isId =
      isBehind.test(bare.slice(Math.max(0, index - 20), index)) || isBefore.test(text.slice(end, end + 20))
    return found === word && isId ? [span(index, end)] : []
  })
}

const labels =
  /"[^"\n]{0,400}"|\[[^\]\n]{0,400}\]|\([^)\n]{0,400}\)|\{[^}\n]{0,400}\}|\|[^|\n]{0,400}\||%%[^\n]*/g
const words = /(?<![\w.-])\w+(?![\w-])/g
/** Two strokes alone begin the text of an arrow: `a -- call me --> b`. */
const isBehind = /(?:>|-{3}|={3}|\.-|[-=.][ox]|~~~|&|\||^[ \t]*(?:style|click|class))[ \t]+$/m
const isBefore = /^[ \t]{0,9}(?:[[({>&@]|--|==|-\.|~~~|<)/
