// Did you mean: the nearest known word to a mistyped one.

/** ` (did you mean 'lint'?)`, or nothing when no known word is near. */
export function didYouMean(word: string, known: readonly string[]): string {
  const [nearest] = known
    .map(candidate => ({ candidate, distance: editDistance(word, candidate) }))
    .filter(({ distance }) => distance <= Math.max(1, Math.floor(word.length / 3)))
    .sort((a, b) => a.distance - b.distance)
  return nearest ? ` (did you mean '${nearest.candidate}'?)` : ''
}

/** Levenshtein's distance; words that differ in length by more than 8 count as that difference. */
function editDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 8) return Math.abs(a.length - b.length)
  let row = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(replaced, row[j]! + 1, next[j - 1]! + 1))
    }
    row = next
  }
  return row[b.length]!
}
