// What of a picture a search finds: components, groups and calls by what is written on them.

import type { PreviewModel, PreviewTarget } from '../../../service/preview/messages'
import { nameOfNode } from '../view'

/** All parts in which each word of the query occurs, components first; none for an empty query. */
export const matchesIn = (picture: PreviewModel, query: string): readonly PreviewTarget[] => {
  const words = foldedWords(query)
  if (words.length === 0) return []
  const nameOf = nameOfNode(picture)
  const has = (...texts: readonly (string | undefined)[]) => {
    const text = folded(texts.join(' '))
    return words.every(word => text.includes(word))
  }
  return [
    ...picture.nodes
      .filter(({ id, text, kind, region }) => has(text, id, kind, region))
      .map(({ id }): PreviewTarget => ({ kind: 'node', id })),
    ...picture.groups
      .filter(({ id, text }) => has(text, id))
      .map(({ id }): PreviewTarget => ({ kind: 'node', id })),
    ...picture.arrows
      .filter(({ text, from, to }) => has(text, words.length > 1 ? `${nameOf(from)} ${nameOf(to)}` : ''))
      .map(({ index }): PreviewTarget => ({ kind: 'arrow', index })),
  ]
}

const foldedWords = (query: string) => folded(query).split(/\s+/).filter(Boolean)

/** Without case and accents. */
const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
