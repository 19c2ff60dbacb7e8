// Names in a sentence.

import { type Translate, untranslated } from '../../text/translation'

/** "A", "A and B", "A, B and C". */
export const enumerated = (names: readonly string[], translate: Translate = untranslated): string =>
  names.length < 2
    ? names.join('')
    : translate('{0} and {1}', names.slice(0, -1).join(', '), names.at(-1) ?? '')

/** The first three, and that there are others: "A, B, C and others". A single other is named. */
export const enumeratedFirst = (names: readonly string[]): string =>
  enumerated(names.length > 4 ? [...names.slice(0, 3), 'others'] : names)
