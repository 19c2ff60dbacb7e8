// Sentences of the editor's surface in the reader's language.

/** Puts the values into the places of a message, `{0}` for the first, in the language of the reader. */
export type Translate = (message: string, ...values: readonly (string | number)[]) => string

/** The messages as they are written. */
export const untranslated: Translate = (message, ...values) =>
  message.replace(/\{(\d+)\}/g, (place, index) => String(values[Number(index)] ?? place))
