// Names in a sentence.

import { type Translate, untranslated } from '../../text/translation'

/** "A", "A and B", "A, B and C". */
export const enumerated = (names: readonly string[], translate: Translate = untranslated): string =>
  names.length < 2
    ? names.join('')
    : translate('{0} and {1}', names.slice(0, -1).join(', '), names.at(-1) ?? '')

/** So many of them as a sentence names before it says that there are others. A single other is named, too. */
export const unlessMany = <T>(all: readonly T[], most: number): readonly T[] =>
  all.length > most + 1 ? all.slice(0, most) : all

/** The first three, and that there are others: "A, B, C and others". */
export function enumeratedFirst(names: readonly string[]): string {
  const named = unlessMany(names, 3)
  return enumerated(named.length < names.length ? [...named, 'others'] : named)
}
