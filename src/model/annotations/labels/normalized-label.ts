// Labels as names: what two diagrams call the same thing.

import { remembered } from '../../../knowledge'

/** A label without case, punctuation and doubled blanks, so that "Order-Service" and "order service" meet. */
export const normalizedLabel = remembered(label =>
  label
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]+/gu, ' ')
    .trim(),
)
