// What a change of a text did beside its purpose: blanks at line ends, empty lines, other indentation, another end.

/** In words, one for each stray change between two versions of a text; line by line. */
export function strayChanges(before: string, after: string): string[] {
  const old = before.split('\n')
  const written = after.split('\n')
  const kept = keptLines(old, written)
  const stray = before.endsWith('\n') === after.endsWith('\n') ? [] : ['the end of the last line']
  let above = -1
  written.forEach((line, index) => {
    const place = kept.get(index)
    if (place !== undefined) above = place
    else stray.push(...strayIn(line, neighbors(old, { above, below: nextKept(kept, index) ?? old.length })))
  })
  return stray
}

/** The old lines around a new one: those it replaces, the one above and the one below. */
const neighbors = (old: readonly string[], { above, below }: { above: number; below: number }): string[] =>
  old.slice(Math.max(0, above), below + 1)

/** The entries are in the order of the new text. */
function nextKept(kept: ReadonlyMap<number, number>, from: number): number | undefined {
  for (const [index, place] of kept) if (index > from) return place
  return undefined
}

function strayIn(line: string, around: readonly string[]): string[] {
  const stray = []
  const indentations = around.map(indentation)
  if (/[ \t]$/.test(line) && !around.some(each => /[ \t]$/.test(each)))
    stray.push(`blanks at the end of "${line}"`)
  if (line.trim() === '' && !around.some(each => each.trim() === '')) stray.push('an empty line')
  if (!indentations.includes(indentation(line))) stray.push(`the indentation of "${line}"`)
  return stray
}

const indentation = (line: string): string => /^[ \t]*/.exec(line)?.[0] ?? ''

/**
 * The lines of the longest common subsequence: index in the new text → index in the old. A fix changes a few lines: most
 * of them stand before and behind those.
 */
function keptLines(old: readonly string[], written: readonly string[]): ReadonlyMap<number, number> {
  const [oldEnd, writtenEnd] = endsOfChange(old, written)
  const start = startOfChange(old.slice(0, oldEnd), written.slice(0, writtenEnd))
  const kept = new Map<number, number>()
  for (let index = 0; index < start; index++) kept.set(index, index)
  for (const [index, place] of keptBetween(old.slice(start, oldEnd), written.slice(start, writtenEnd)))
    kept.set(start + index, start + place)
  for (let index = writtenEnd; index < written.length; index++) kept.set(index, index - writtenEnd + oldEnd)
  return kept
}

function startOfChange(old: readonly string[], written: readonly string[]): number {
  const first = written.findIndex((line, index) => line !== old[index])
  return first < 0 ? written.length : first
}

/** Behind them both texts go on alike. */
function endsOfChange(old: readonly string[], written: readonly string[]): readonly [number, number] {
  let [oldEnd, writtenEnd] = [old.length, written.length]
  while (oldEnd > 0 && writtenEnd > 0 && old[oldEnd - 1] === written[writtenEnd - 1]) {
    oldEnd--
    writtenEnd--
  }
  return [oldEnd, writtenEnd]
}

function keptBetween(old: readonly string[], written: readonly string[]): ReadonlyMap<number, number> {
  const lengths = Array.from({ length: old.length + 1 }, () => new Array<number>(written.length + 1).fill(0))
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = written.length - 1; j >= 0; j--)
      lengths[i]![j] =
        old[i] === written[j]
          ? lengths[i + 1]![j + 1]! + 1
          : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!)
  const kept = new Map<number, number>()
  let i = 0
  let j = 0
  while (i < old.length && j < written.length) {
    if (old[i] === written[j]) kept.set(j++, i++)
    else if (lengths[i + 1]![j]! > lengths[i]![j + 1]!) i++
    else j++
  }
  return kept
}
