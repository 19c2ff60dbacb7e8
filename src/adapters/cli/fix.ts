// Applies the safe fixes of analyzed files until none is left, and writes or shows what changed.

import { analyze, fixAll, type Snapshot } from '../../service'
import { applyEdits } from '../../text/edit'
import { writeSource } from '../disk/files'
import type { AnalyzedFile } from './analysis'
import { say } from './output'
import { printable } from './terminal'

export interface FixMode {
  readonly write: boolean
  /** Print the changed lines when nothing is written. */
  readonly show: boolean
}

/** A fix may make room for the next; this many rounds settle every text that settles at all. */
const maximumRounds = 5

export interface Fixed {
  readonly files: readonly AnalyzedFile[]
  /** One sentence for each file that can't be written; it stays as it was. */
  readonly failures: readonly string[]
}

export function fixFiles(files: readonly AnalyzedFile[], mode: FixMode): Fixed {
  const unwritten: string[] = []
  const fixed = files.map(file => {
    const snapshot = settle(file.snapshot)
    if (snapshot.source === file.snapshot.source) return file
    if (!mode.write && mode.show) say(changedLines(file, snapshot))
    const problem = mode.write ? writeSource(file.source, snapshot.source) : undefined
    if (!problem) return { ...file, snapshot }
    unwritten.push(problem.failure)
    return file
  })
  return { files: fixed, failures: unwritten }
}

function settle(snapshot: Snapshot): Snapshot {
  let settled = snapshot
  for (let round = 0; round < maximumRounds; round++) {
    const edits = fixAll(settled)
    if (edits.length === 0) break
    settled = analyze(applyEdits(settled.source, edits), settled.context, settled)
  }
  return settled
}

/** The stretch of lines that differ, old ones with `-`, new ones with `+`. */
function changedLines({ source, snapshot: before }: AnalyzedFile, after: Snapshot): string {
  const old = before.source.split(/\r\n|\n|\r/)
  const changed = after.source.split(/\r\n|\n|\r/)
  const shorter = Math.min(old.length, changed.length)
  let start = 0
  while (start < shorter && old[start] === changed[start]) start++
  let end = 0
  while (end < shorter - start && old.at(-1 - end) === changed.at(-1 - end)) end++
  const lines = (mark: string, all: readonly string[]) =>
    all.slice(start, all.length - end).map(line => `${mark} ${printable(line)}`)
  return [`${source.path}:${start + 1}`, ...lines('-', old), ...lines('+', changed), ''].join('\n')
}
