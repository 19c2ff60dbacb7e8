// One run of `arrowsmith lint`: the files analyzed or recalled, fixed if that is asked for, their findings counted and written.

import { existsSync } from 'node:fs'
import { checkedOf, findings } from '../../../service'
import { type FileFailure, failed } from '../../disk/failure'
import { type AnalyzedFile, analyzing, type Work } from '../analysis'
import type { Arguments } from '../arguments'
import { findingsMemory, type Memory } from '../cache/memory'
import { exit } from '../command'
import type { LintOption } from '../commands/lint'
import { complain, remark, say, sayCommands, standardOutput } from '../output'
import { isFormat, reportFor } from '../reporters/formats'
import { countFindings, type FileReport, type FixCount, withFindings } from '../reporters/report'
import { startStopwatch } from '../stopwatch'
import { type Destination, destinations, writeReport } from './destinations'
import type { FixedFile } from './fix'
import { suppressionsFile } from './suppressions-file'

/** Lints what the operands name; `memory` knows the findings of documents that stayed as they are. */
export async function lintOnce(
  given: Arguments<LintOption>,
  memory: Memory | undefined = findingsMemory(given),
): Promise<number> {
  const measured = given.has('stats') ? startStopwatch() : undefined
  const code = await analyzing(given, {
    ...(await workFor(given, memory)),
    ...(measured && { stopwatch: measured }),
  })
  memory?.pack.save()
  memory?.details.save()
  if (measured) remark((await import('./statistics')).statistics(measured))
  return code
}

/** What is fixed is analyzed anew: fixes are worked out from an analysis. */
async function workFor(given: Arguments<LintOption>, memory: Memory | undefined): Promise<Work<FileReport>> {
  if (fixing(given)) return await fixingWork(given)
  const all = (reports: readonly FileReport[]) => conclude(reports, [], given)
  if (!memory) return { each: reportOf, all }
  const { recallConfiguration, recallReports } = await import('../cache/recall')
  return {
    each: reportOf,
    all,
    recall: (files, asked) => recallReports(files, asked, memory),
    reader: recallConfiguration(memory),
  }
}

async function fixingWork(given: Arguments<LintOption>): Promise<Work<FileReport>> {
  const { fixFile } = await import('./fix')
  const show = (given.value('format') ?? 'text') === 'text'
  const fixed: FixedFile[] = []
  return {
    each(file) {
      const done = fixFile(file, { write: writing(given), show })
      fixed.push(done)
      return reportOf(done.file)
    },
    all: reports => conclude(reports, fixed, given),
  }
}

const fixing = (given: Arguments<LintOption>): boolean => given.has('fix') || given.has('fix-dry-run')
const writing = (given: Arguments<LintOption>): boolean => !given.has('fix-dry-run')

/** A file's report: its findings, and what of it has been checked. */
export const reportOf = ({ source, snapshot }: AnalyzedFile): FileReport => ({
  source,
  lines: snapshot.lines,
  checked: checkedOf(snapshot),
  findings: findings(snapshot, { figures: true }),
  snapshot: () => snapshot,
})

async function conclude(
  all: readonly FileReport[],
  fixed: readonly FixedFile[],
  given: Arguments<LintOption>,
): Promise<number> {
  const read = await withOtherFamilies(given.has('quiet') ? all.map(quietly) : all, given)
  const found = failed(read) ? read : await counted(read, given)
  if (failed(found)) {
    complain(found.failure)
    return exit.unusable
  }
  const { reports, notes } = found
  for (const sentence of notes) complain(sentence)
  const unwritten = fixed.flatMap(file => file.unwritten ?? [])
  const count = fixCount(fixed, writing(given))
  // That nothing was fixed would be said of a file that needed it.
  const done = fixing(given) && (count.fixes > 0 || unwritten.length === 0) ? count : undefined
  const failures = [...unwritten, ...(await report(reports, given, done))]
  for (const sentence of failures) complain(sentence)
  if (failures.length > 0) return exit.unusable
  return given.has('exit-zero') ? exit.ok : verdict(reports, given.number('max-warnings') ?? 0)
}

const quietly = (report: FileReport): FileReport =>
  withFindings(
    report,
    report.findings.filter(({ severity }) => severity === 'error' || severity === 'warning'),
  )

/** With what Mermaid says of the families that only it reads, if that is asked for. */
const withOtherFamilies = async (
  reports: readonly FileReport[],
  given: Arguments<LintOption>,
): Promise<readonly FileReport[] | FileFailure> =>
  given.value('syntax') === 'all'
    ? await (await import('../other-families/other-families')).withRefusals(reports)
    : reports

interface Counted {
  readonly reports: readonly FileReport[]
  /** What there is to say about the file of suppressions. */
  readonly notes: readonly string[]
}

/** The findings that count: those on changed lines, if that is asked for, and none that are known. */
async function counted(
  all: readonly FileReport[],
  given: Arguments<LintOption>,
): Promise<Counted | FileFailure> {
  const revision = given.value('since')
  const reports =
    revision === undefined ? all : await (await import('../git/changed-lines')).sinceRevision(all, revision)
  if (failed(reports)) return reports
  const file = given.value('suppressions') ?? suppressionsFile
  const isAsked = given.has('suppressions') || given.has('suppress-all') || given.has('prune-suppressions')
  if (!isAsked && !existsSync(file)) return { reports, notes: [] }
  return (await import('./known-findings')).withKnownFindings(reports, {
    file,
    addAll: given.has('suppress-all'),
    prune: given.has('prune-suppressions'),
    reason: given.value('reason'),
  })
}

function fixCount(files: readonly FixedFile[], written: boolean): FixCount {
  const changed = files.filter(({ fixes }) => fixes > 0)
  return { fixes: changed.reduce((sum, { fixes }) => sum + fixes, 0), files: changed.length, written }
}

/** Writes the findings wherever they are wanted; a sentence for each file that can't be written. */
async function report(
  reports: readonly FileReport[],
  given: Arguments<LintOption>,
  done: FixCount | undefined,
): Promise<string[]> {
  const format = given.value('format')
  const failures: string[] = []
  for (const place of destinations(isFormat(format) ? format : 'text', given.values('output-file'))) {
    const text =
      place.format === 'text'
        ? await asText(reports, given, { done, file: place.file })
        : await reportFor(place.format, reports)
    const problem = deliver(text, place)
    if (problem) failures.push(problem.failure)
  }
  return failures
}

function deliver(text: string, { format, file }: Destination): FileFailure | undefined {
  if (file !== undefined) return writeReport(file, text)
  if (text !== '') (format === 'github' ? sayCommands : say)(text)
  return undefined
}

async function asText(
  reports: readonly FileReport[],
  given: Arguments<LintOption>,
  { done, file }: { readonly done: FixCount | undefined; readonly file: string | undefined },
): Promise<string> {
  const { reportText } = await import('../reporters/text')
  const { lookOf } = await import('../terminal')
  const [stream, color] = file === undefined ? [standardOutput(), colorWanted(given)] : [undefined, false]
  return await reportText(reports, lookOf(stream, color), done)
}

function colorWanted(given: Arguments<LintOption>): boolean | undefined {
  if (given.has('no-color')) return false
  return given.has('color') ? true : undefined
}

function verdict(reports: readonly FileReport[], maximumWarnings: number): number {
  const { errors, warnings } = countFindings(reports)
  return errors > 0 || warnings > maximumWarnings ? exit.findings : exit.ok
}
