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

/** One edit for each stretch of lines that differ. */
function lineEdits(before: string, after: string): readonly Edit[] {
  if (before === after) return []
  const edits: Edit[] = []
  let at = 0
  let removed: Span | undefined
  let added = ''
  const flush = () => {
    if (removed || added !== '') edits.push({ span: removed ?? { start: at, end: at }, text: added })
    removed = undefined
    added = ''
  }
  for (const { value, added: isAdded, removed: isRemoved } of diffArrays(linesIn(before), linesIn(after))) {
    const text = value.join('')
    if (isAdded) added += text
    else if (isRemoved) {
      removed = { start: at, end: at + text.length }
      at += text.length
    } else {
      flush()
      at += text.length
    }
  }
  flush()
  return edits
}

/** With their line breaks. */
const linesIn = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? []

const touches = (span: Span, range: Span): boolean =>
  overlaps(span, range) || (span.start === span.end && range.start <= span.start && span.start <= range.end)

function wholeLines(source: string, { start, end }: Span): Span {
  const next = source.indexOf('\n', end)
  return { start: source.lastIndexOf('\n', start - 1) + 1, end: next < 0 ? source.length : next }
}
