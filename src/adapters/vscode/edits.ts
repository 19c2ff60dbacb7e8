// What is asked for in the preview, as edits of the source.

import { type Finding, findings, picture, type Snapshot } from '../../service'
import type { Edit } from '../../text/edit'

/** The edits of a fix that a picture offers; none if the text has moved on and the finding is gone. */
export function fixEdits(
  snapshot: Snapshot,
  diagram: number,
  asked: { finding: number; fix: number },
): readonly Edit[] {
  const shown = picture(snapshot, diagram).findings[asked.finding]
  const isShown = ({ rule, message, span }: Finding) =>
    rule === shown?.rule &&
    message === shown.message &&
    snapshot.lines.positionAt(span.start).line === shown.line
  return findings(snapshot, { figures: true }).find(isShown)?.fixes[asked.fix]?.edits ?? []
}
