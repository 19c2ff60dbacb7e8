// Messages and notes without the `:` before their text.

import { span } from '../../text/span'
import { short } from '../line-advice'
import { type Explained, type Line, lineAround } from '../problems'
import type { Construct } from './events'
import { leadingName, type Participants } from './participants'

interface Failure {
  readonly reading: Construct
  readonly found: string
  readonly since: number
  readonly participants: Participants
}

/** What is said of a message or a note that has no `:` where its text begins. */
export function missingColon({ reading, found, since, participants }: Failure, text: string) {
  const line = lineAround(since, text)
  if (reading === 'note text') return inNote(line, participants)
  if (reading !== 'message text') return undefined
  const [head, words = ''] = messageHead.exec(line.text) ?? []
  if (head === undefined) return undefined
  const at = head.length - words.length
  const name = leadingName(words, participants)
  const rest = name === undefined ? '' : words.slice(name.length)
  if (name !== undefined && isText(rest)) return behind(line, at + name.length, 'message')
  return found === 'line end'
    ? withoutText(line, { words: words.trim(), isKnown: name === words.trim() })
    : undefined
}

const messageHead = /^[^:\n]*?-{1,2}(?:>>?|[x)])[ \t]*(?:[+-][ \t]*)?((?:[^ \t\n][^\n]*)?)$/i
const noteHead = /^[ \t]*note[ \t]+(?:over|left[ \t]+of|right[ \t]+of)[ \t]+(?=\S)/i

/** Not `,` or a mark of an activation, which something else is said of. */
const isText = (rest: string): boolean => /^[\s("'[{/–—]/.test(rest) && /^(?![,:+]|--|-?$)/.test(rest.trim())

function inNote(line: Line, participants: Participants): Explained | undefined {
  const start = noteHead.exec(line.text)?.[0].length
  if (start === undefined) return undefined
  const words = line.text.slice(start)
  const first = leadingName(words, participants)
  if (first === undefined) return undefined
  const comma = /^[ \t]*,[ \t]*/.exec(words.slice(first.length))?.[0]
  const other = comma && leadingName(words.slice(first.length + comma.length), participants)
  const length = first.length + (comma && other ? comma.length + other.length : 0)
  return isText(words.slice(length)) ? behind(line, start + length, 'note') : undefined
}

/** A `:` where the name ends, instead of a dash where one stands. */
function behind({ start, text: line }: Line, end: number, kind: 'message' | 'note'): Explained {
  const dash = /^[ \t]*(?:[-–—|][ \t]+)?/.exec(line.slice(end))![0].length
  const text = line.slice(end + dash).trimEnd()
  const written = `${line.slice(0, end).trim()}: ${text}`
  return {
    at: span(start + end + dash, start + end + dash + text.length),
    message: `A \`:\` stands before the text of a ${kind}: write \`${short(written)}\``,
    title: 'Add `:`',
    edits: [{ at: span(start + end, start + end + dash), text: ': ' }],
  }
}

/** Of several words that nobody knows as a name, some may be the text. */
function withoutText(
  { start, text: line }: Line,
  { words, isKnown }: { readonly words: string; readonly isKnown: boolean },
): Explained {
  const end = start + line.trimEnd().length
  const at = span(Math.max(start, end - Math.max(1, words.length)), end)
  const message = 'A message needs a `:` after its receiver, even without a text'
  if (!isKnown && /\s/.test(words)) return { at, message }
  return { at, message, title: 'Add `:`', verbatim: true, edits: [{ at: span(end, end), text: ':' }] }
}
