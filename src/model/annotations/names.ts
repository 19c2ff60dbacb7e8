// Labels as names: what two diagrams call the same thing.

/** A label without case, punctuation and doubled blanks, so that "Order-Service" and "order service" meet. */
export function normalizedLabel(label: string): string {
  return label
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]+/gu, ' ')
    .trim()
}
