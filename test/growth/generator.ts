// What a growth measurement is made of: texts that can be as long as one likes, and the questions asked of them.

import type { Language } from '../../src/text/languages'

/** A text of about `units` lines, words or levels, always the same one. */
export type Text = (units: number) => string

export interface Generator {
  readonly name: string
  readonly language: Language
  readonly text: Text
  /** The doors that are asked; all that need no place in the text where left out. */
  readonly doors?: readonly string[]
}

/** Generators of one language under a common name. */
export const generators = (
  family: string,
  language: Language,
  texts: Readonly<Record<string, Text>>,
  doors?: readonly string[],
): readonly Generator[] =>
  Object.entries(texts).map(([name, text]) => ({
    name: `${family}: ${name}`,
    language,
    text,
    ...(doors && { doors }),
  }))

/** `count` pieces, one a line or as `separator` has it. */
export const times = (count: number, piece: (index: number) => string, separator = '\n'): string =>
  Array.from({ length: count }, (_, index) => piece(index)).join(separator)

/** A name without digits, so that nothing is taken for one of several copies. */
export function word(index: number): string {
  let [left, letters] = [index, '']
  do {
    letters = String.fromCharCode(97 + (left % 26)) + letters
    left = Math.floor(left / 26)
  } while (left > 0)
  return `w${letters}x`
}
