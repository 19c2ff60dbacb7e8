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

/** An assumed figure written under the diagram's last statement, for the author to change; none where it can't be written. */
export function statementEdits(
  snapshot: Snapshot,
  diagram: number,
  asked: { at: string; key: string },
): readonly Edit[] {
  const analyzed = snapshot.diagrams[diagram]
  const assumed = picture(snapshot, diagram)
    .flows.flatMap(flow => flow.assumed)
    .find(({ at, key }) => at === asked.at && key === asked.key)
  const last = analyzed?.system.diagram.statements.at(-1)
  const entries = assumed && entriesOf(assumed)
  if (!analyzed || !last || !entries) return []
  const { text } = analyzed.block
  const lineStart = text.lastIndexOf('\n', last.start - 1) + 1
  const indentation = /^[ \t]*/.exec(text.slice(lineStart, last.start))?.[0] ?? ''
  const lineEnd = text.indexOf('\n', last.end)
  const end = lineEnd < 0 ? text.length : lineEnd
  const line = `\n${indentation}%% ${asked.at}@{ ${entries} }`
  return [analyzed.block.editToSource({ span: { start: end, end }, text: line })]
}

/** `p50/p99`, `5 ms / 50 ms` as `p50: 5ms, p99: 50ms`; undefined for what is told in words. */
function entriesOf({ key, value }: { key: string; value: string }): string | undefined {
  const values = value.split(' / ').map(part => part.replace(/\s/g, ''))
  const isWritable = values.every(part => /^[\d.]+(us|ms|s|m|h|%)?$/.test(part))
  if (!isWritable) return undefined
  return key
    .split('/')
    .map((name, index) => `${name}: ${values[index]}`)
    .join(', ')
}
