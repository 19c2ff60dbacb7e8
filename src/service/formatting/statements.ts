// One statement a line: what stands behind a semicolon begins a line of its own, and none stands at the end of one.

import { notationOf } from '../../syntax/notation'
import type { Diagram } from '../../syntax/tree'
import type { Edit } from '../../text/edit'
import { linesOfDiagram } from './lines'

/** Only families whose statements a semicolon ends have any. */
export function oneStatementALine(diagram: Diagram): readonly Edit[] {
  const { text, header, statements } = diagram
  if (!notationOf(diagram).endsAtSemicolons) return []
  const lines = linesOfDiagram(diagram)
  const lineStartOf = (offset: number) => text.lastIndexOf('\n', offset - 1) + 1
  const between = [header, ...statements].flatMap((statement, index): Edit[] => {
    const next = statements[index]
    // The direction belongs to the header.
    const end = index === 0 ? directionEnd(text, header.end) : statement.end
    if (!next || !/^[ \t]*(?:;[ \t]*)+$/.test(text.slice(end, next.start))) return []
    return lineStartOf(next.start) > end ? [] : [{ span: { start: end, end: next.start }, text: '\n' }]
  })
  const atEnds = lines.flatMap(({ first, end, inside }): Edit[] => {
    const line = text.slice(first, end)
    const kept = /^(?!%%)(.*?[^;\s])[ \t]*(?:;[ \t]*)+$/.exec(line)?.[1]
    return inside || kept === undefined ? [] : [{ span: { start: first + kept.length, end }, text: '' }]
  })
  return [...between, ...atEnds]
}

const directionEnd = (text: string, from: number): number =>
  from + (/^[ \t]+(?:TB|TD|BT|LR|RL|[<>^v])(?=[ \t;]|$)/m.exec(text.slice(from, from + 40))?.[0].length ?? 0)
