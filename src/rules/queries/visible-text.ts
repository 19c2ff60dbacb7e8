// The text of a diagram as far as it is drawn, and words of it inside a pattern.

import type { Diagram } from '../../syntax/tree'

/** Without comments, in which nothing is drawn. */
export const visibleText = ({ text }: Diagram): string => text.replace(/^[ \t]*%%.*$/gm, '')

/** The source of a pattern that matches these words as they are written. */
export const escaped = (words: string): string => words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

/** `tagsOf` and `tags_of` with their words apart. */
export const asWords = (text: string): string => text.replace(/_+|(?<=\p{Ll})(?=\p{Lu})/gu, ' ')

/** What a pattern matches, with the words it begins and ends in as they are written: the pattern may know stems only (`очеред` of `очередь`). */
export function wholeWords(pattern: RegExp, text: string): string | undefined {
  const match = pattern.exec(text)
  if (!match) return undefined
  let [start, end] = [match.index, match.index + match[0].length]
  while (isInflected.test(text.slice(start, start + 1)) && isInflected.test(text.charAt(start - 1))) start--
  while (isInflected.test(text.charAt(end - 1)) && isInflected.test(text.charAt(end))) end++
  return text.slice(start, end)
}

/** In scripts that put spaces between words. */
const isInflected = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hangul}]/u
