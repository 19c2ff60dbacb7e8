// Finds names that differ from a typed one by a slip or two.

export interface Near {
  readonly name: string
  /** Edits between them: insert, delete, replace, swap neighbors. */
  readonly distance: number
}

/** Names within an edit of the key (two or three for long keys), beginning or ending with it, nearest first. */
export function closest(key: string, names: readonly string[]): readonly Near[] {
  if (key.length < 3 || key.length > 40) return []
  const limit = key.length < 7 ? 1 : key.length < 13 ? 2 : 3
  const near: Near[] = []
  for (const name of names) {
    if (Math.abs(name.length - key.length) <= limit) {
      const distance = edits(key, name, limit)
      if (distance <= limit) near.push({ name, distance })
    } else if (key.length >= 4 && name.startsWith(key)) near.push({ name, distance: limit + 1 })
    else if (key.length >= 5 && name.endsWith(key)) near.push({ name, distance: limit + 2 })
  }
  return near.sort((a, b) => a.distance - b.distance || a.name.length - b.name.length)
}

/** Edits between two words (optimal string alignment), or more than the limit as soon as that is certain. */
function edits(a: string, b: string, limit: number): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const next = [row]
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (next[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + same,
      )
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      if (swapped) cost = Math.min(cost, (before[column - 2] ?? 0) + 1)
      next.push(cost)
    }
    if (Math.min(...next) > limit) return limit + 1
    before = last
    last = next
  }
  return last[b.length] ?? limit + 1
}
