// Sentences of the editor's surface in the reader's language.

/** Puts the values into the places of a message, `{0}` for the first, in the language of the reader. */
export type Translate = (message: string, ...values: readonly (string | number)[]) => string

/** How many of something: a message for one and one for several, since languages have endings of their own. */
export const plural = (
  translate: Translate,
  count: number,
  [one, several]: readonly [one: string, several: string],
): string => (count === 1 ? translate(one) : translate(several, count))

/** The messages as they are written. */
export const untranslated: Translate = (message, ...values) =>
  message.replace(/\{(\d+)\}/g, (place, index) => String(values[Number(index)] ?? place))
