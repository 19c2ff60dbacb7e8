// Languages that hold texts in Markdown: notebooks in their cells, source code in its comments.

import type { DiagramBlock } from './block'
import { pythonComments, slashComments } from './hosts/comments'
import { markdownCells } from './hosts/notebook'
import { keptForLast } from './kept-for-last'
import { type Language, markupOf } from './languages'

/** The texts inside of a source; undefined where the source is one itself. */
export const textsInside = keptForLast((source, language: Language): readonly DiagramBlock[] | undefined => {
  if (markupOf(language) === 'notebook') return markdownCells(source)
  if (markupOf(language) !== 'comments') return undefined
  return language === 'python' ? pythonComments(source) : slashComments(source)
})
