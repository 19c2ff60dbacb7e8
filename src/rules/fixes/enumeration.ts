// Names in a sentence.

/** "A", "A and B", "A, B and C". */
export const enumerated = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

/** The first three, and that there are others: "A, B, C and others". */
export const enumeratedFirst = (names: readonly string[]): string =>
  enumerated(names.length > 3 ? [...names.slice(0, 3), 'others'] : names)
