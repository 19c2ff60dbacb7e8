// What an arrow says in words.

import type { Arrow } from '../syntax/tree'

/** An arrow's label and, in C4, its technology. */
export const wordingOf = ({ text, technology }: Arrow): string =>
  technology ? `${text} ${technology}` : text
