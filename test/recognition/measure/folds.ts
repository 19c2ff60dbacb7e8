// Repositories in folds, the same every time: what is measured on one was learned from the others.

import { createHash } from 'node:crypto'

const place = (text: string): number =>
  Number.parseInt(createHash('sha1').update(text).digest('hex').slice(0, 8), 16)

/** One of seven: nobody looked at these while choosing evidence. */
export const isSealed = (group: string): boolean => place(`seal${group}`) % 7 === 0

export interface Fold<T> {
  readonly rest: readonly T[]
  readonly held: readonly T[]
}

/** Each item is held once, together with all of its group. */
export function foldsOf<T extends { readonly group: string }>(
  items: readonly T[],
  count: number,
): readonly Fold<T>[] {
  const groups = [...new Set(items.map(({ group }) => group))].sort((a, b) => place(a) - place(b))
  const foldOf = new Map(groups.map((group, at) => [group, at % count]))
  return Array.from({ length: Math.min(count, groups.length) }, (_, fold) => ({
    rest: items.filter(({ group }) => foldOf.get(group) !== fold),
    held: items.filter(({ group }) => foldOf.get(group) === fold),
  }))
}

/** A share of the groups, for learning curves. */
export function shareOf<T extends { readonly group: string }>(
  items: readonly T[],
  share: number,
): readonly T[] {
  const groups = [...new Set(items.map(({ group }) => group))].sort((a, b) => place(a) - place(b))
  const kept = new Set(groups.slice(0, Math.round(groups.length * share)))
  return items.filter(({ group }) => kept.has(group))
}
