// Quotes in the wrong place of a label: which of them were meant to enclose it, and which to be shown.

import { type Span, span } from '../../../text/span'
import type { Stretch } from '../../written-text'
import type { Advice } from './syntax-errors'

/** How the quotes of a label that Mermaid refuses have to be written; undefined where it has none. */
export function misplacedQuotes(at: Stretch, label: string): Advice | undefined {
  const words = label.trim()
  const first = at.start + label.indexOf('"')
  if (first < at.start) return undefined
  if (/^"`[^"]*"$/.test(words) && !words.endsWith('`"')) return openMarkdown(at, label)
  if (/^"[^"]*"$/.test(words) && words !== label)
    return {
      at: span(first, first + words.length),
      message: 'No space may stand outside the quotes of a label',
      fix: { title: 'Remove the spaces', verbatim: true, edits: [{ at, text: words }] },
    }
  if (/^(?:"[^"]+|[^"]+")$/.test(words))
    return {
      at: span(first, first + 1),
      message: 'This quote has no other: enclose the whole label in quotes',
      fix: { title: 'Close the quotes', edits: [{ at, text: `"${words.replace('"', '')}"` }] },
    }
  return escapedOutside(at, label) ?? quotesInside(at, label) ?? partlyQuoted(at, label, first)
}

/** ``["`orders` of today"]``: the first of the backticks was meant to be shown. */
function openMarkdown(at: Stretch, label: string): Advice {
  const first = at.start + label.indexOf('`')
  const backtick = span(first, first + 1)
  return {
    at: backtick,
    message:
      'A backtick right behind the quote begins a Markdown text, which has to end with a backtick and a quote: write `#96;` for one that is shown',
    fix: { title: 'Write `#96;`', verbatim: true, edits: [{ at: backtick, text: '#96;' }] },
  }
}

/** `[\"Orders\"]`, from a text in which quotes had to be escaped. */
function escapedOutside(at: Stretch, label: string): Advice | undefined {
  const words = label.trim()
  const inner = /^\\"(.*[^\\])\\"$/.exec(words)?.[1]
  if (inner === undefined || (inner.includes('"') && !areOuter(`"${inner.replaceAll('\\"', '"')}"`)))
    return undefined
  const start = at.start + label.indexOf('\\')
  return {
    at: span(start, start + 2),
    message: 'A quote has no backslash before it here: write `"` alone',
    fix: { title: 'Remove the backslashes', edits: [{ at, text: `"${shown(inner)}"` }] },
  }
}

/** `["the "new" ones"]`: the outer ones enclose the label, and each of the others ends it. */
function quotesInside(at: Stretch, label: string): Advice | undefined {
  const words = label.trim()
  if (!/^".*"$/.test(words) || !areOuter(words)) return undefined
  const isMarkdown = words.startsWith('"`') && words.endsWith('`"')
  const inner = isMarkdown ? words.slice(2, -2) : words.slice(1, -1)
  const text = isMarkdown ? `"\`${shown(inner).replaceAll('`', '#96;')}\`"` : `"${shown(inner)}"`
  const start = at.start + label.indexOf('"')
  const from = start + 1 + words.slice(1).search(/\\?"/)
  const last = start + words.slice(0, -1).lastIndexOf('"') + 1
  return {
    at: span(from, last),
    message: words.slice(1, -1).includes('\\"')
      ? 'A backslash does not keep a quote from ending the label: write `#quot;` for each inside'
      : 'A quote inside a label ends it: write `#quot;` for each inside',
    fix: { title: 'Write `#quot;` inside', verbatim: true, edits: [{ at, text }] },
  }
}

/** Whether the second quote of a label opens something inside, or stands there alone, rather than closes the first. */
function areOuter(words: string): boolean {
  const count = words.split('"').length - 1
  const second = words.indexOf('"', 1)
  const before = words.slice(1, second)
  if (count % 2 === 1 || before === '') return true
  return /\\$/.test(before) || (/[\s([{=:,>]$/.test(before) && !/^[\s,.;:)<]/.test(words.slice(second + 1)))
}

/** `[prints "done" there]`; where a label begins with quotes, Mermaid shows none of those that it accepts. */
function partlyQuoted(at: Stretch, label: string, first: number): Advice {
  const second = label.indexOf('"', first - at.start + 1)
  const place: Span = span(first, second < 0 ? first + 1 : at.start + second + 1)
  if (!label.trim().startsWith('"') || isList.test(label.trim()))
    return {
      at: place,
      message: 'A label with quotes in it needs quotes around all of it, and `#quot;` for each inside',
      fix: { ...inQuotes(at, label), verbatim: false },
    }
  return {
    at: place,
    message: 'These quotes enclose only a part of the label: write one pair around all of it',
    fix: { title: 'Put the label in quotes', edits: [{ at, text: `"${label.replaceAll('"', '').trim()}"` }] },
  }
}

/** `"new", "paid" or "sent"`: each is quoted for itself. */
const isList = /^"[^"]*"(?:[ \t]*(?:,|\/|&|\+|\||and|or)[ \t]*"[^"]*")+$/

/** Where quotes stand among the words, what they enclose is a guess. */
export const inQuotes = (at: Stretch, label: string): NonNullable<Advice['fix']> => ({
  title: 'Put the label in quotes',
  verbatim: !label.includes('"'),
  edits: [{ at, text: quoted(label) }],
})

/** The same words in quotes; quotes inside become entities. */
export function quoted(label: string): string {
  const inner = label.trim()
  return `"${shown(/^"[^"]*"$/.test(inner) ? inner.slice(1, -1) : inner)}"`
}

const shown = (words: string): string => words.replace(/\\?"/g, '#quot;')
