// Ways out of findings: their own fixes, and silence where the author knows better.

import type { Fix } from '../rules/rule'
import type { Edit } from '../text/edit'
import { overlaps, type Span } from '../text/span'
import { findings } from './findings'
import { placeAt } from './place'
import type { Finding, Snapshot } from './snapshot'

export interface OfferedFix extends Fix {
  readonly finding: Finding
}

/** The fixes of the findings that a span of the source touches, then a suppression of each. */
export function fixesAt(snapshot: Snapshot, span: Span): readonly OfferedFix[] {
  const touched = findings(snapshot, { figures: true }).filter(
    finding =>
      !finding.suppressed &&
      (overlaps(finding.span, span) || finding.span.start === span.start || finding.span.end === span.start),
  )
  const own = touched.flatMap(finding => finding.fixes.map(fix => ({ ...fix, finding })))
  return [...own, ...touched.flatMap(finding => suppressionFix(snapshot, finding))]
}

/** Safe fixes of all findings, first come first served where they collide. */
export function fixAll(snapshot: Snapshot): readonly Edit[] {
  const accepted: Edit[] = []
  for (const { fixes, suppressed } of findings(snapshot, { figures: true })) {
    const fix = fixes.find(({ safe }) => safe)
    if (!fix || suppressed || fix.edits.some(edit => accepted.some(other => collide(edit.span, other.span))))
      continue
    accepted.push(...fix.edits)
  }
  return accepted
}

const collide = (a: Span, b: Span): boolean => overlaps(a, b) || a.start === b.start

/** A comment line above the line of the finding. */
function suppressionFix(snapshot: Snapshot, finding: Finding): OfferedFix[] {
  const place = placeAt(snapshot, finding.span.start)
  if (!place) return []
  const { block, system } = place.diagram
  const { header, statements, frontmatter } = system.diagram
  const statement = statements.find(({ start, end }) => start <= place.offset && place.offset <= end)
  const anchor = statement?.start ?? header.start
  const lineStart = block.text.lastIndexOf('\n', anchor - 1) + 1
  if (
    (frontmatter && place.offset < frontmatter.span.end) ||
    block.text.slice(anchor, place.offset).includes('\n')
  )
    return []
  const indentation = block.text.slice(lineStart, anchor).replace(/\S.*/, '')
  const text = `${indentation}%% arrowsmith-disable-next-line ${finding.rule}\n`
  const edit = block.editToSource({ span: { start: lineStart, end: lineStart }, text })
  return [{ title: `Ignore ${finding.rule} here`, edits: [edit], safe: false, finding }]
}
