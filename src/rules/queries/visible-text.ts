// The text of a diagram as far as it is drawn, and words of it inside a pattern.

import type { Diagram } from '../../syntax/tree'

/** Without comments, in which nothing is drawn. */
export const visibleText = ({ text }: Diagram): string => text.replace(/^[ \t]*%%.*$/gm, '')

/** The source of a pattern that matches these words as they are written. */
export const escaped = (words: string): string => words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

/** `tagsOf` and `tags_of` with their words apart. */
export const asWords = (text: string): string => text.replace(/_+|(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
