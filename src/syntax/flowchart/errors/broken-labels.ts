// Labels of boxes and arrows that cannot be read, and how to write them.

import { span } from '../../../text/span'
import { lineEnd } from '../../problems'
import type { Stretch } from '../../written-text'
import { bracketed, closesBehindBar, closings, openingAt } from '../repair'
import type { Failure } from '../statements'
import { notAnArrow } from './broken-arrows'
import { inQuotes, misplacedQuotes } from './quotes'
import type { Advice } from './syntax-errors'

/** A label of a box: never closed, empty, or with a sign that ends it. */
export function brokenLabel({ at, since }: Failure, text: string): Advice {
  const opening = openingAt(text, since)
  const inside = bracketed(text, since, opening)
  if (!inside) {
    const dots = opening === '>' ? /\.{1,4}$/.exec(text.slice(Math.max(0, since - 4), since))?.[0] : undefined
    if (dots !== undefined) return notAnArrow(span(since - dots.length, since + 1), text, '-.->')
    const closing = closings[opening] ?? ']'
    const end = lineEnd(text, since)
    const wrong = wrongClosing(text.slice(since + opening.length, end))
    if (wrong !== undefined) {
      const at = span(end - wrong.length, end)
      return {
        at,
        message: `This closes \`${opening}\`: expected \`${closing}\``,
        fix: { title: `Write \`${closing}\``, edits: [{ at, text: closing }] },
      }
    }
    return {
      at: span(since, since + opening.length),
      message: `This \`${opening}\` is never closed: expected \`${closing}\``,
      ...(text.slice(since, end).trim() !== opening && {
        fix: { title: `Add \`${closing}\``, edits: [{ at: span(end, end), text: closing }] },
      }),
    }
  }
  const label = text.slice(inside.start, inside.end)
  const fix = inQuotes(inside, label)
  if (label.replace(/"/g, '').trim() === '')
    return (
      loneSlash(since, text) ??
      withoutIt(
        span(since, inside.end + (closings[opening] ?? ']').length),
        'A label must not be empty; leave the brackets out',
      )
    )
  const inner = label.slice(2, -2)
  if (label.startsWith('"`') && label.endsWith('`"') && inner.includes('`') && !inner.includes('"'))
    return {
      at,
      message: 'A Markdown text ends at the next backtick: write `#96;` for one that is shown',
      fix: { title: 'Write `#96;`', edits: [{ at: inside, text: `"\`${inner.replaceAll('`', '#96;')}\`"` }] },
    }
  const quotes = misplacedQuotes(inside, label)
  if (quotes) return quotes
  if (/^[/\\]/.test(label)) return slanted(since, inside, text)
  const mark = text.slice(at.start, at.end).trim()
  return { at, message: `A label that contains \`${mark}\` needs quotes`, fix }
}

/** `Root[/]`: the slash is the label. */
const loneSlash = (since: number, text: string): Advice | undefined =>
  /^\[[/\\]\]$/.test(text.slice(since, since + 3))
    ? slanted(since, span(since + 1, since + 2), text)
    : undefined

function slanted(since: number, label: Stretch, text: string): Advice {
  const words = text.slice(label.start, label.end)
  return {
    at: span(since, label.start + 1),
    message: `\`[${words[0]}\` opens a slanted box: a label that starts like this needs quotes`,
    fix: inQuotes(label, words),
  }
}

export const withoutIt = (at: Stretch, message: string): Advice => ({
  at,
  message,
  fix: { title: 'Leave it out', edits: [{ at, text: '' }] },
})

/** Brackets of another kind that end the line right behind a label. */
const wrongClosing = (rest: string): string | undefined =>
  /^(?:"[^"]*"|[^"()[\]{}]+)([)\]}]+)$/.exec(rest)?.[1]

/** `-->|text|`, where the text ends earlier or never. */
export function brokenArrowLabel({ at, since }: Failure, text: string): Advice {
  const end = lineEnd(text, since)
  const close = text.indexOf('|', since + 1)
  if (close < 0 || close > end)
    return { at: span(since, since + 1), message: 'This `|` is never closed: write `-->|label|`' }
  const label = span(since + 1, close)
  if (close === since + 1)
    return withoutIt(span(since, close + 1), "An arrow's label must not be empty; leave the `||` out")
  const words = text.slice(label.start, close)
  if (closesBehindBar(words, text[close + 1])) {
    const at = span(label.start, close + 2)
    const message = 'The quotes stand inside the bars: write `|"text"|`'
    return { at, message, fix: { title: 'Swap them', edits: [{ at, text: `${words}"|` }] } }
  }
  const quotes = misplacedQuotes(label, words)
  if (quotes) return quotes
  return {
    at,
    message: `An arrow's label that contains \`${text.slice(at.start, at.end).trim()}\` needs quotes`,
    fix: inQuotes(label, words),
  }
}
