// The part of a label that belongs together.

/** Up to the next commas, brackets and breaks on both sides of an index. */
export function partAround(label: string, at: number): { readonly text: string; readonly start: number } {
  const ends = /[,;()[\]\n<>|]/
  let start = at
  let end = at
  while (start > 0 && !ends.test(label[start - 1]!)) start--
  while (end < label.length && !ends.test(label[end]!)) end++
  return { text: label.slice(start, end), start }
}
