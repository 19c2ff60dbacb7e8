// What a message, a figure or a finding is about, as one comparable word.

import type { PreviewTarget } from '../../service/preview/messages'

/** Equal for targets that are the same part of the diagram. */
export const keyOf = (target: PreviewTarget): string => {
  switch (target.kind) {
    case 'node':
      return `node ${target.id}`
    case 'arrow':
      return `arrow ${target.index}`
    case 'diagram':
      return 'diagram'
  }
}

/** Things by the part of the diagram that they are about, in their order. */
export const byTarget = <T extends { readonly target: PreviewTarget }>(
  things: readonly T[],
): Map<string, T[]> => {
  const groups = new Map<string, T[]>()
  for (const thing of things) {
    const group = groups.get(keyOf(thing.target))
    if (group) group.push(thing)
    else groups.set(keyOf(thing.target), [thing])
  }
  return groups
}
