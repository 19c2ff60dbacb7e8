// Numbers before a unit in a label, and the part of the label that says what they are of.

/** A number as people write it: `1500`, `1.5`, `1,500`. */
export const AMOUNT = String.raw`\d{1,3}(?:,\d{3})+|\d{1,6}(?:\.\d{1,3})?`

/** What must not stand right before it: it would be half of another number, a comparison, or a name. A tag may. */
export const AMOUNT_START = String.raw`(?<![\w.<≤≥/-]|\d,|(?<!<br ?/?)>)`

/** `1,500` as `1500`. */
export const ungrouped = (amount: string): string => amount.replaceAll(',', '')

/** Up to the next commas, brackets and breaks on both sides of an index. */
export function partAround(label: string, at: number): { readonly text: string; readonly start: number } {
  let start = at
  let end = at
  while (start > 0 && !isEnd(label, start - 1)) start--
  while (end < label.length && !isEnd(label, end)) end++
  return { text: label.slice(start, end), start }
}

const isEnd = (label: string, at: number): boolean =>
  /[,;()[\]\n<>|]/.test(label[at]!) && !/^\d,\d/.test(label.slice(Math.max(0, at - 1), at + 2))
