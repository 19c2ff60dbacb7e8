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

/** The one name that this id is by a slip of the pen: with a letter too many, too few, or out of place. */
export function slipOf(id: string, names: readonly string[]): string | undefined {
  // Shorter ones are abbreviations, which differ in one letter on purpose.
  if (id.length < 5) return undefined
  const alike = closest(id, names).filter(({ name, distance }) => distance === 1 && isSlip(id, name))
  return alike.length === 1 ? alike[0]?.name : undefined
}

/** Copies are told apart by what stands first or last, by numbers and by capitals, and several from one by an `s`. */
function isSlip(one: string, other: string): boolean {
  if (one[0] !== other[0] || one.at(-1) !== other.at(-1)) return false
  if (one.replace(/\D/g, '') !== other.replace(/\D/g, '')) return false
  let at = 0
  while (one[at] === other[at]) at++
  if (one.length === other.length) return !/\p{Lu}/u.test(`${one[at]}${other[at]}`)
  return !/[s_-]/i.test((one.length > other.length ? one : other).charAt(at))
}
