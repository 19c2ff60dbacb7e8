// The fences that don't close what they should, each as one judgement in the source.

import type { Report } from '../../rules/rule'
import { parseDiagram } from '../../syntax'
import { fencedFile } from '../../text/fenced-file'
import { markupOf } from '../../text/languages'
import type { FenceFault } from '../../text/unclosed'
import type { AnalyzedDiagram, Snapshot } from './snapshot'

export interface FenceReport {
  readonly report: Report
  /** Mermaid draws the diagram all the same, with a box too many. */
  readonly drawn: boolean
}

/** What is wrong with the fences of a document's diagrams; offsets in the source. */
export const fenceFaults = ({
  diagrams,
  lines,
  source,
}: Pick<Snapshot, 'diagrams' | 'lines' | 'source'>): FenceReport[] =>
  diagrams.flatMap(diagram => {
    const { fault } = diagram.block
    if (!fault) return []
    const { line } = lines.positionAt(fault.edit.span.start)
    const fix = { title: titles[fault.kind], edits: [fault.edit], safe: isCertain(diagram) }
    const drawn = isDrawn(diagram, fault, source)
    const message = drawn
      ? `This does not close the diagram: Mermaid draws a box of that name. ${insteadOf(fault)}`
      : messages[fault.kind](fault, line - 1)
    return [{ report: { at: fault.at, message, fixes: [fix] }, drawn }]
  })

/** The marks of Markdown around what a file of its own holds. */
export function fileFault({
  source,
  context: { language },
}: Pick<Snapshot, 'source' | 'context'>): Report | undefined {
  const fenced = markupOf(language) === 'none' ? fencedFile(source) : undefined
  if (!fenced) return undefined
  const { at, edits } = fenced
  return {
    at,
    message:
      "A file of this kind is one diagram and nothing else: Mermaid refuses the marks of Markdown around it. Remove them, or end the file's name in “.md”",
    fixes: edits.length > 0 ? [{ title: 'Remove the marks', edits, safe: true }] : [],
  }
}

/** Backticks are an id in some families; with nothing else below, nothing is refused. */
function isDrawn({ system: { diagram } }: AnalyzedDiagram, fault: FenceFault, source: string): boolean {
  const { kind, at, edit } = fault
  if (kind !== 'mistaken' || source.slice(edit.span.end).trim() !== '') return false
  const read = parseDiagram(`${diagram.text}\n${source.slice(at.start, at.end)}\n`)
  return !read.problems.some(({ kind }) => kind === 'syntax-error')
}

/** Nothing is left to guess where Mermaid reads what stands before the end without complaint. */
const isCertain = ({ system }: AnalyzedDiagram): boolean =>
  !system.diagram.problems.some(({ kind }) => kind === 'syntax-error')

const swallows = 'the text below is read as part of the diagram, which Mermaid then refuses'

const insteadOf = ({ closing }: FenceFault): string =>
  `Write “${closing}” alone, as it was opened, with no more indentation`

const messages: Readonly<Record<FenceFault['kind'], (fault: FenceFault, line: number) => string>> = {
  unclosed: ({ closing }, line) =>
    `This diagram is not closed, so ${swallows}. Write “${closing}” on a line of its own below line ${line}`,
  glued: ({ closing }) =>
    `“${closing}” after other text does not close the diagram: it is read as part of the diagram, and so is everything after it. Write it on a line of its own`,
  followed: ({ closing }) =>
    `A closing fence with text behind it does not close the diagram, so what stands below is read as part of it. Write “${closing}” alone on its line`,
  mistaken: fault => `This does not close the diagram, so ${swallows}. ${insteadOf(fault)}`,
}

const titles: Readonly<Record<FenceFault['kind'], string>> = {
  unclosed: 'Close the diagram',
  glued: 'Put the closing fence on its own line',
  followed: 'Put the text behind the closing fence on its own line',
  mistaken: 'Close the diagram as it was opened',
}
