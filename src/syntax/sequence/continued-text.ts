// A text that goes on below its message or note: Mermaid reads each line as a statement.

import { span } from '../../text/span'
import { type Explained, type Line, lineAround } from '../problems'
import { dividing, ofNames, opening } from './keywords'

/** A message or note, and the lines below it that are no statements but more of its text. */
export interface ContinuedText {
  readonly head: Line
  readonly end: number
}

/** The text that a line which cannot be read goes on with, if it does. */
export function continuedText(since: number, text: string): ContinuedText | undefined {
  const line = lineAround(since, text)
  let above = line
  for (let count = 0; count < mostLines && above.start > 0; count++) {
    above = lineAround(above.start - 1, text)
    if (isHead.test(above.text)) return goesOnFrom(above, line, text)
    if (above.text.trim() === '' || isStatement.test(above.text)) return undefined
  }
  return undefined
}

const mostLines = 40

/** A message or a note with a text. */
const isHead = /^[ \t]*(?:note[ \t]|[^\s:-][^:\n]{0,80}-{1,2}(?:>>?|[x)])[^:\n]{1,80}:)/i

const isStatement = new RegExp(
  String.raw`^[ \t]*(?:${opening}|${dividing}|end|${ofNames}|autonumber|title|%%)(?:[ \t;]|$)|->|-[-x)]`,
  'i',
)

/** JSON goes on until its brackets are closed; other text as long as it is indented further. */
function goesOnFrom(head: Line, line: Line, text: string): ContinuedText | undefined {
  const opened = depthOf(head.text)
  const isDeeper = ({ text: words }: Line): boolean =>
    indentOf(words) > indentOf(head.text) + 1 || isListed.test(words)
  if (opened <= 0 && !isDeeper(line)) return undefined
  let depth = opened
  let end = head.end
  while (end < text.length) {
    const next = lineAround(end + 1, text)
    const goesOn = opened > 0 ? depth > 0 : next.text.trim() !== '' && isDeeper(next)
    if (!goesOn || isStatement.test(next.text) || isHead.test(next.text)) break
    depth += depthOf(next.text)
    end = next.end
  }
  return end >= line.end && (opened <= 0 || depth === 0) ? { head, end } : undefined
}

const isListed = /^[ \t]*(?:[-*•][ \t]+|\d{1,2}[.)][ \t]+)\S/

/** Where the indented lines below a line end, of which none is a statement. */
export function linesBelow(head: Line, text: string): number | undefined {
  if (head.end >= text.length) return undefined
  return goesOnFrom(head, lineAround(head.end + 1, text), text)?.end
}

const indentOf = (line: string): number => /^[ \t]*/.exec(line)![0].length

const depthOf = (line: string): number =>
  (line.match(/[[{(]/g)?.length ?? 0) - (line.match(/[\]})]/g)?.length ?? 0)

/** Said of the first line that is read as a statement of its own. */
export function onOneLine({ head, end }: ContinuedText, text: string): Explained {
  const lines = text.slice(head.end + 1, end).split('\n')
  const isNote = /^[ \t]*note\b/i.test(head.text)
  const isList = isListed.test(lines[0] ?? '')
  const joined = lines.map(line => line.trim()).filter(line => line !== '')
  const start = head.end + 1 + indentOf(lines[0] ?? '')
  return {
    at: span(start, head.end + 1 + (lines[0] ?? '').trimEnd().length),
    message: `${isList ? 'Sequence diagrams have no lists, and the' : 'The'} text of a ${isNote ? 'note' : 'message'} ends with its line: write \`<br/>\` where a new line shall begin`,
    title: 'Put the text on one line, with `<br/>`',
    edits: [{ at: span(head.start + head.text.trimEnd().length, end), text: `<br/>${joined.join('<br/>')}` }],
  }
}
