// What is said of a line or of a part of it, with what to write there.

import { type Span, span } from '../text/span'
import { type Explained, type Line, lineAround } from './problems'

/** Advice for a part of a line, and what to write there. */
export function writeInstead(
  line: Line,
  [from, to]: readonly [number, number],
  wanted: string,
  message: string,
): Explained {
  const at = span(line.start + from, line.start + to)
  return { at, message, title: `Write \`${wanted}\``, edits: [{ at, text: wanted }] }
}

/** What is said of a line that means nothing here. */
export function asComment({ start, text: words }: Line, message: string): Explained {
  const from = words.search(/\S/)
  return {
    at: span(start + from, start + words.trimEnd().length),
    message,
    title: 'Turn the line into a comment',
    edits: [{ at: span(start + from, start + from), text: '%% ' }],
  }
}

/** What is said of a word with no opening above it: its line can go, where it stands alone on that. */
export function withoutOpening(
  { start, end }: Pick<Span, 'start' | 'end'>,
  text: string,
  why: string,
): Explained {
  const line = lineAround(start, text)
  const word = text.slice(start, end).trim()
  const at = span(start, start + word.length)
  if (line.text.replace(/;[ \t]*$/, '').trim() !== word) return { at, message: `${why}: remove it` }
  const edits = [{ at: span(line.start, Math.min(line.end + 1, text.length)), text: '' }]
  return { at, message: `${why}: remove the line`, title: 'Remove this line', edits }
}

/** Words of the author in a message: whole, where they are short. */
export const short = (words: string): string =>
  words.length > 60 ? `${words.slice(0, 40).trimEnd()}…` : words
