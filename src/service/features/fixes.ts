// Ways out of findings: their own fixes, and silence where the author knows better.

import type { Fix } from '../../rules/rule'
import { unusedSuppression } from '../../rules/syntax/unused-suppression'
import type { Edit } from '../../text/edit'
import { contains, overlaps, type Span } from '../../text/span'
import { takenPlaces } from '../../text/taken'
import { findings } from '../engine/findings'
import type { Finding, Snapshot } from '../engine/snapshot'
import { placeAt } from './place'

export interface OfferedFix extends Fix {
  readonly finding: Finding
}

/** The fixes of the findings that a span of the source touches, as far as they are known, then a suppression of each. */
export function fixesAt(snapshot: Snapshot, span: Span): readonly OfferedFix[] {
  const touched = findings(snapshot, { faint: true }).filter(
    finding =>
      !finding.suppressed &&
      (overlaps(finding.span, span) || finding.span.start === span.start || finding.span.end === span.start),
  )
  const own = touched.flatMap(finding => finding.fixes.map(fix => ({ ...fix, finding })))
  return [...own, ...touched.flatMap(finding => suppressionFix(snapshot, finding))]
}

/** The edits of the safe fixes of all findings that are known: editors run them while somebody saves. */
export const fixAll = (snapshot: Snapshot): readonly Edit[] =>
  safeFixes(snapshot, { figures: false }).flatMap(({ edits }) => edits)

/** Safe fixes of all findings, first come first served where they collide. */
export function safeFixes(snapshot: Snapshot, { figures = true } = {}): readonly Fix[] {
  const accepted: Fix[] = []
  const taken = takenPlaces()
  for (const { fixes, suppressed } of findings(snapshot, { figures })) {
    const fix = fixes.find(({ safe }) => safe)
    if (!fix || suppressed) continue
    const { edits } = fix
    if (edits.some(({ span }) => taken.overlaps(span) || taken.startsAt(span.start))) continue
    accepted.push(fix)
    for (const edit of edits) taken.add(edit)
  }
  return accepted
}

/** A comment line above the line of the finding, which may be a comment itself: figures are stated there. */
function suppressionFix(snapshot: Snapshot, finding: Finding): OfferedFix[] {
  const place = placeAt(snapshot, finding.span.start)
  if (!place || finding.rule === unusedSuppression.id) return []
  const { block, system } = place.diagram
  const { statements, comments, frontmatter } = system.diagram
  const lines = [...statements, ...comments.map(({ span }) => span)]
  const lineOfOffset = block.text.lastIndexOf('\n', place.offset - 1) + 1
  const anchor = lines.find(line => contains(line, place.offset))?.start ?? lineOfOffset
  const lineStart = block.text.lastIndexOf('\n', anchor - 1) + 1
  if (
    (frontmatter && place.offset < frontmatter.span.end) ||
    block.text.slice(anchor, place.offset).includes('\n')
  )
    return []
  const indentation = /^[ \t]*/.exec(block.text.slice(lineStart))?.[0] ?? ''
  const text = `${indentation}%% arrowsmith-disable-next-line ${finding.rule}\n`
  const edit = block.editToSource({ span: { start: lineStart, end: lineStart }, text })
  return [{ title: `Ignore ${finding.rule} here`, edits: [edit], safe: false, finding }]
}
