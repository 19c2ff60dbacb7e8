// The lines of the working directory's files that a revision does not have, as Git sees it.

import { join } from 'node:path'
import { type FileFailure, failed, failure } from '../../disk/failure'
import { pathFromRepository, repositoryAround } from '../../disk/repository'
import { type FileReport, placeOf, withFindings } from '../reporters/report'
import { changesSince, mergeBase, untrackedFiles } from './git'

/** The findings about a line that is new or changed since a revision, or that point at one. */
export async function sinceRevision(
  reports: readonly FileReport[],
  revision: string,
): Promise<readonly FileReport[] | FileFailure> {
  const changed = await changedLines(revision)
  if (failed(changed)) return changed
  return reports.map(report => {
    const lines = changed.get(pathFromRepository(report.source.path))
    const isChanged = (span: Parameters<typeof placeOf>[1]) => {
      const { line, endLine } = placeOf(report, span)
      return lines === 'all' || (lines?.some(([from, to]) => line <= to && endLine >= from) ?? false)
    }
    const findings = report.findings.filter(
      ({ span, related }) => isChanged(span) || related.some(place => isChanged(place.span)),
    )
    return withFindings(report, findings)
  })
}

/** First and last line, 1-based. */
type LineRange = readonly [number, number]

/** By path from the repository's root. What others did to the revision since the branch left it doesn't count. */
async function changedLines(
  revision: string,
): Promise<ReadonlyMap<string, readonly LineRange[] | 'all'> | FileFailure> {
  const root = repositoryAround(process.cwd())
  if (root === undefined) return failure('--since needs a Git repository around the working directory')
  const base = await mergeBase(revision, root)
  if (failed(base)) return base
  const [patch, untracked] = [await changesSince(base, root), await untrackedFiles(root)]
  if (failed(patch)) return patch
  if (failed(untracked)) return untracked
  const whole = untracked.map(path => [pathFromRepository(join(root, path)), 'all'] as const)
  return new Map<string, readonly LineRange[] | 'all'>([...rangesIn(patch), ...whole])
}

/** The new side of a patch without context: `+++ b/path`, then `@@ -1,2 +3,4 @@` for each piece. */
function rangesIn(patch: string): Map<string, LineRange[]> {
  const ranges = new Map<string, LineRange[]>()
  let file: LineRange[] = []
  for (const [, path, start, count = '1'] of patch.matchAll(
    /^(?:\+\+\+ b\/(.+)|@@ -\S+ \+(\d+)(?:,(\d+))? @@.*)$/gm,
  )) {
    if (path !== undefined) {
      file = []
      ranges.set(path.replace(/\t$/, ''), file)
    } else {
      // A piece of which only lines are gone changes the line above it.
      file.push([Number(start), Number(start) + Math.max(Number(count), 1) - 1])
    }
  }
  return ranges
}
