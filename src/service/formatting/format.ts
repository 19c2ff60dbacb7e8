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
  let removed: string[] = []
  let added: string[] = []
  const flush = (): void => {
    edits.push(...replacements(at, removed, added))
    at += lengthOf(removed)
    removed = []
    added = []
  }
  for (const [old, laid] of pairedLines(linesIn(before), linesIn(after)))
    if (old === laid) {
      flush()
      at += old?.length ?? 0
    } else {
      if (old !== undefined) removed.push(old)
      if (laid !== undefined) added.push(laid)
    }
  flush()
  return edits
}

/**
 * Lines beside what they have become, undefined where there is none. They are compared without their blanks: nearly
 * all are the same then, and finding out takes time in proportion to the text.
 */
function* pairedLines(
  before: readonly string[],
  after: readonly string[],
): Iterable<readonly [old: string | undefined, laid: string | undefined]> {
  let [old, laid] = [0, 0]
  for (const { count, added, removed } of diffArrays(before.map(withoutBlanks), after.map(withoutBlanks)))
    for (let line = 0; line < count; line++)
      yield [added ? undefined : before[old++], removed ? undefined : after[laid++]]
}

const withoutBlanks = (line: string): string => line.replace(/\s+/g, '')

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
