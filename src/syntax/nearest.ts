// "Did you mean": the known name nearest to a misspelled one.

/** The candidate fewest edits away, if it is near enough to be meant; a difference of case or `-`, `_` costs nothing. */
export function nearest(written: string, candidates: Iterable<string>): string | undefined {
  const wanted = plain(written)
  const tolerance = Math.min(3, Math.floor(wanted.length / 3))
  let best: string | undefined
  let bestDistance = tolerance + 1
  for (const candidate of candidates) {
    const distance = editDistance(wanted, plain(candidate), bestDistance)
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance]
  }
  return best
}

/** A name without case, blanks, hyphens and underscores, of bounded length. */
export function plain(name: string): string {
  return name
    .slice(0, 60)
    .toLowerCase()
    .replace(/[\s_-]+/g, '')
}

/** Insertions, deletions, replacements and swaps of neighbors that turn a into b; `limit` where it is at least that. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1]
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      const replaced = last[column - 1]! + (same ? 0 : 1)
      const edited = Math.min(replaced, last[column]! + 1, current[column - 1]! + 1)
      current.push(swapped ? Math.min(edited, beforeLast[column - 2]! + 1) : edited)
    }
    if (Math.min(...current) >= limit) return limit
    beforeLast = last
    last = current
  }
  return Math.min(limit, last[b.length]!)
}
