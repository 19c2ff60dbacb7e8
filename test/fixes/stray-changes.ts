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

function nextKept(kept: ReadonlyMap<number, number>, from: number): number | undefined {
  return [...kept].filter(([index]) => index > from).map(([, place]) => place)[0]
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

/** The lines of the longest common subsequence: index in the new text → index in the old. */
function keptLines(old: readonly string[], written: readonly string[]): ReadonlyMap<number, number> {
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
