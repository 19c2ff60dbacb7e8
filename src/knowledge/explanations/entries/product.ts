// How an explanation of a product is written down.

import type { Entry } from '../entry'

export interface ProductRow extends Omit<Entry, 'id' | 'aliases' | 'typed' | 'topic'> {
  /** Id of the technology; the explanation's is `product-` before it. */
  readonly of: string
  /** Further names, which are typed: settings, errors, questions, products told together. */
  readonly names?: readonly string[]
}

/** A product's title is only typed: in labels its technology says where the name counts. */
export const product = ({ of, names = [], ...row }: ProductRow): Entry => ({
  id: `product-${of}`,
  aliases: [],
  typed: [row.title, ...names],
  topic: 'products',
  ...row,
})
