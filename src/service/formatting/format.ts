// The diagrams of a document laid out; what stands around them is left alone.

import { diffArrays } from 'diff'
import type { Edit } from '../../text/edit'
import { overlaps, type Span } from '../../text/span'
import type { AnalyzedDiagram, Snapshot } from '../engine/snapshot'
import { formattedDiagram } from './format-diagram'

/** The changes of lines that lay out the diagrams, or those of the lines that a span of the source touches. */
export function formatEdits({ diagrams, source }: Snapshot, range?: Span): readonly Edit[] {
  const edits = diagrams.filter(({ leftOut, block }) => !leftOut && !block.fault).flatMap(editsOf)
  return range ? edits.filter(({ span }) => touches(span, wholeLines(source, range))) : edits
}

function editsOf({ system, block }: AnalyzedDiagram): readonly Edit[] {
  const { text } = block
  return lineEdits(text, formattedDiagram(system.diagram)).map(edit => block.editToSource(edit))
}

/** One edit for each line that differs, and for each stretch whose lines are more or fewer than before. */
function lineEdits(before: string, after: string): readonly Edit[] {
  if (before === after) return []
  const edits: Edit[] = []
  let at = 0
  let removed: readonly string[] = []
  for (const { value, added, removed: isRemoved } of diffArrays(linesIn(before), linesIn(after))) {
    if (isRemoved) {
      removed = value
      continue
    }
    edits.push(...replacements(at, removed, added ? value : []))
    at += lengthOf(removed) + (added ? 0 : lengthOf(value))
    removed = []
  }
  return [...edits, ...replacements(at, removed, [])]
}

/** Lines in the place of others, one by one where they are as many. */
function replacements(at: number, removed: readonly string[], added: readonly string[]): readonly Edit[] {
  if (removed.length === 0 && added.length === 0) return []
  if (removed.length !== added.length)
    return [{ span: { start: at, end: at + lengthOf(removed) }, text: added.join('') }]
  let start = at
  return removed.map((line, index) => {
    const span = { start, end: start + line.length }
    start = span.end
    return { span, text: added[index] ?? '' }
  })
}

const lengthOf = (lines: readonly string[]): number => lines.reduce((sum, line) => sum + line.length, 0)

/** With their line breaks. */
const linesIn = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? []

const touches = (span: Span, range: Span): boolean =>
  overlaps(span, range) || (span.start === span.end && range.start <= span.start && span.start <= range.end)

function wholeLines(source: string, { start, end }: Span): Span {
  const next = source.indexOf('\n', end)
  return { start: source.lastIndexOf('\n', start - 1) + 1, end: next < 0 ? source.length : next }
}
