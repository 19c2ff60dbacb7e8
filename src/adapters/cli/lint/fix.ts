// Applies the safe fixes of analyzed files until none is left, and writes or shows what changed.

import { analyze, type Snapshot, safeFixes } from '../../../service'
import { applyEdits } from '../../../text/edit'
import { writeSource } from '../../disk/files'
import type { AnalyzedFile } from '../analysis'
import { say } from '../output'
import { printable } from '../printable'

export interface FixMode {
  readonly write: boolean
  /** Print the changed lines when nothing is written. */
  readonly show: boolean
}

/** A fix may make room for the next; this many rounds settle every text that settles at all. */
const maximumRounds = 5

export interface FixedFile {
  readonly file: AnalyzedFile
  /** How many have been applied, or would have been. */
  readonly fixes: number
  /** Why the file can't be written: it stayed as it was. */
  readonly unwritten?: string
}

export function fixFile(file: AnalyzedFile, mode: FixMode): FixedFile {
  const { snapshot, fixes } = settle(file.snapshot)
  if (snapshot.source === file.snapshot.source) return { file, fixes: 0 }
  if (!mode.write && mode.show) say(changedLines(file, snapshot))
  const problem = mode.write ? writeSource(file.source, snapshot.source) : undefined
  return problem ? { file, fixes: 0, unwritten: problem.failure } : { file: { ...file, snapshot }, fixes }
}

function settle(snapshot: Snapshot): { readonly snapshot: Snapshot; readonly fixes: number } {
  let settled = snapshot
  let fixes = 0
  for (let round = 0; round < maximumRounds; round++) {
    const applied = safeFixes(settled)
    if (applied.length === 0) break
    fixes += applied.length
    const edits = applied.flatMap(fix => fix.edits)
    settled = analyze(applyEdits(settled.source, edits), settled.context, settled)
  }
  return { snapshot: settled, fixes }
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
  return [`${printable(source.path)}:${start + 1}`, ...lines('-', old), ...lines('+', changed), ''].join('\n')
}
