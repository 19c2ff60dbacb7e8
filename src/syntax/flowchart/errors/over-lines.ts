// What Mermaid refuses in several lines, or in a later one than it stands in: one mistake, told once and at its place.

import { span } from '../../../text/span'
import { lineEnd } from '../../problems'
import type { Stretch } from '../../written-text'
import { inQuotes } from './quotes'
import type { Advice } from './syntax-errors'

export interface MistakeOverLines {
  /** All that belongs to it, from its first sign to its last. */
  readonly lines: Stretch
  readonly advice: Advice
}

export const mistakesOverLines = (text: string): readonly MistakeOverLines[] => [
  ...notesIn(text),
  ...labelsIn(text),
  ...openTextsIn(text),
  ...classesIn(text),
]

/** `note right of API … end note`, from other kinds of diagrams. */
function notesIn(text: string): readonly MistakeOverLines[] {
  return [...text.matchAll(noteOpening)].map(({ 0: line, index }) => {
    const end = line.includes(':') ? -1 : text.indexOf('end note', index)
    const note = span(index, end < 0 ? index + line.length : end + 'end note'.length)
    return { lines: note, advice: foreignNote(note, text) }
  })
}

const noteOpening = /^[ \t]*note (?:right|left|top|bottom|over)\b[^\n]*/gim

function foreignNote(note: Stretch, text: string): Advice {
  const lines = [...text.slice(note.start, note.end).matchAll(/^[ \t]*(?=\S)/gm)]
  const starts = lines.map(({ 0: blank, index }) => note.start + index + blank.length)
  return {
    at: span(starts[0] ?? note.start, lineEnd(text, note.start)),
    message:
      'Flowcharts have no notes, unlike sequence and state diagrams; write a box, or `%%` for a comment',
    fix: {
      title: 'Make it a comment',
      edits: starts.map(start => ({ at: span(start, start), text: '%% ' })),
    },
  }
}

/** `id[Load context` and in the next line `(events, promises)]`: Mermaid reads labels over lines, but no brackets in them. */
const labelsIn = (text: string): readonly MistakeOverLines[] =>
  [...text.matchAll(labelOverLines)].flatMap(({ 0: whole, index }) => {
    const label = span(index + 1, index + whole.length - 1)
    const words = whole.slice(1, -1)
    const sign = words.search(/[()[\]{}]/)
    if (closings[whole[0] ?? ''] !== whole.at(-1) || sign < 0 || statement.test(words)) return []
    const at = span(label.start + sign, label.start + sign + 1)
    const message = `A label that contains \`${words[sign]}\` needs quotes`
    return [
      { lines: span(index, index + whole.length), advice: { at, message, fix: inQuotes(label, words) } },
    ]
  })

const labelOverLines =
  /(?<=[\w-])[[{](?![[({/\\"|])[^"\]}\n]{0,200}\n(?:[^"\n]{0,200}\n){0,4}?[^"\n]{0,200}?[\]}](?=[ \t]*(?:$|:::|-->))/gm
const closings: Readonly<Record<string, string>> = { '[': ']', '{': '}' }
const statement = /--|==|-\.|~~~|^[ \t]*(?:subgraph|end|style|classDef|class|click|linkStyle)\b/m

/** `a -- "Update the name` that no quote ends: what follows was meant as its text. */
const openTextsIn = (text: string): readonly MistakeOverLines[] =>
  [...text.matchAll(openText)].map(({ 0: whole, index }) => {
    const first = whole.indexOf('"')
    const at = span(index + first, index + (whole.includes('\n') ? whole.indexOf('\n') : whole.length))
    const message =
      'No second quote ends this text, and no arrow follows it: write `-- "text" -->` and the node, all on one line'
    return { lines: span(index, index + whole.length), advice: { at, message } }
  })

const openText =
  /(?<![ \t])[ \t]*(?:--|==|-\.)[ \t]*"[^"\n]*(?:\n[ \t]*[\p{L}\p{N}][\p{L}\p{N} ,.:']*(?=$))*$/gmu

/** `class a,b call`, and the same in `classDef`: the word takes the line break with it. */
const classesIn = (text: string): readonly MistakeOverLines[] =>
  [...text.matchAll(keywordAsClass)].map(({ 0: whole, 1: before = '', 2: word = '', index }) => {
    const at = span(index + before.length, index + before.length + word.length)
    const name = `${word}s`
    const message = `\`${word}\` is a keyword of flowcharts and can't name a class: write another name, such as \`${name}\``
    const fix = { title: `Write \`${name}\``, edits: [{ at, text: name }] }
    return { lines: span(index, index + whole.length), advice: { at, message, fix } }
  })

const keywordAsClass =
  /^([ \t]*(?:classDef|class[ \t]+\S+)[ \t]+)(call|click|href|end|style|linkStyle|interpolate|classDef|class|graph|flowchart|subgraph)(?=\s|;|$)\s*/gm
