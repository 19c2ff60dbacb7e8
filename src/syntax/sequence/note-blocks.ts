// Notes over several lines, which `end note` closes in PlantUML and in state diagrams.

import { span } from '../../text/span'
import { type Explained, type Line, lineAround, lineEnd } from '../problems'
import type { Stretch } from '../written-text'
import { linesBelow } from './continued-text'

interface NoteBlock extends Stretch {
  readonly head: Line
  readonly lines: readonly string[]
  /** Where its `end note` stands, if it has one. */
  readonly closing?: number
}

/** What stands in a note over several lines. */
export interface InNoteBlock {
  readonly noteBlock?: NoteBlock
  /** Mermaid takes `end note` for the `end` of the block around it. */
  readonly closesEarly?: boolean
}

interface Failure {
  readonly reading: string
  readonly found: string
  readonly since: number
  readonly at: Stretch
}

/** One failure for each of these notes, instead of those of its lines. */
export function withNoteBlocks<F extends Failure>(
  failures: readonly F[],
  text: string,
): readonly (F & InNoteBlock)[] {
  const blocks = noteBlocksIn(text)
  const ends = new Set(failures.filter(({ found }) => found === 'end').map(({ at }) => at.start))
  const kept: (F & InNoteBlock)[] = []
  let current: NoteBlock | undefined
  let index = 0
  for (const failure of failures) {
    if (failure.reading === 'end') kept.push(failure)
    else if (!current || !holds(current, failure)) {
      while ((blocks[index]?.end ?? text.length) < failure.since) index++
      const next = blocks[index]
      current = next && holds(next, failure) ? next : textBelow(failure, text)
      const closesEarly = current?.closing !== undefined && !ends.has(current.closing)
      kept.push(current ? { ...failure, noteBlock: current, closesEarly } : failure)
    }
  }
  return kept
}

const holds = ({ start, end }: NoteBlock, { since }: Failure): boolean => start <= since && since <= end

/** `note over a` with its text on the lines below. */
function textBelow({ reading, found, since }: Failure, text: string): NoteBlock | undefined {
  if (reading !== 'note text' || found !== 'line end') return undefined
  const head = lineAround(since, text)
  const end = linesBelow(head, text)
  if (end === undefined) return undefined
  return { head, start: head.start, end, lines: trimmedLines(text.slice(head.end + 1, end)) }
}

const trimmedLines = (text: string): readonly string[] =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')

/** In order of the text; asked for only where something is refused. */
function noteBlocksIn(text: string): readonly NoteBlock[] {
  if (!/^[ \t]*end[ _]?(?:[hr]?note|ref)[ \t]*$/im.test(text)) return []
  const blocks: NoteBlock[] = []
  let head: Line | undefined
  for (let start = 0; start < text.length; start = lineEnd(text, start) + 1) {
    const end = lineEnd(text, start)
    const line = { start, end, text: text.slice(start, end) }
    if (/^[ \t]*(?:[hr]?note|ref)\b/i.test(line.text)) head = line
    else if (/^[ \t]*end[ _]?(?:[hr]?note|ref)[ \t]*$/i.test(line.text) && head) {
      const lines = trimmedLines(text.slice(head.end + 1, start))
      blocks.push({ head, start: head.start, end, lines, closing: start + line.text.search(/\S/) })
      head = undefined
    }
  }
  return blocks
}

/** Said at its head, in place of all its lines. */
export function noteBlockOnOneLine({ head, end, lines }: NoteBlock): Explained {
  const [whole = '', indent = '', before = '', words = ''] =
    /^([ \t]*)(?:[hr]?note|ref)([^:\n]*)(?::([^\n]*))?$/i.exec(head.text) ?? []
  const at = span(head.start + indent.length, head.start + whole.trimEnd().length)
  const texts = [...(words.trim() === '' ? [] : [words.trim()]), ...lines].map(shown)
  const place = before.trim()
  const isPlaced = /^(?:over|left[ \t]+of|right[ \t]+of)[ \t]+\S/i.test(place)
  const where = isPlaced ? place : 'right of a'
  const first = texts.length === 1 ? (texts[0] ?? '') : '…'
  const message = `A note stands on one line, without \`end note\`: write \`note ${where}: ${first.length > 60 ? '…' : first}\`${texts.length > 1 ? ', with `<br/>` where a new line shall begin' : ''}`
  if (!isPlaced) return { at, message }
  const wanted = `note ${where}: ${texts.join('<br/>')}`
  return {
    at,
    message,
    title: 'Put the note on one line',
    edits: [{ at: span(at.start, end), text: wanted }],
  }
}

/** A `;` would end the statement, a `#` begin a comment: but not those of codes. */
const shown = (words: string): string =>
  words.replace(/#(?!\w{1,10};)/g, '#35;').replace(/(?<!#\w{1,10});/g, '#59;')
