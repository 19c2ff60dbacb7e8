// What is wrong with an arrow, its text and its label, and how to write it.

import { span } from '../../../text/span'
import { lineAround, lineEnd } from '../../problems'
import type { Stretch } from '../../written-text'
import { arrowTextParts } from '../repair'
import type { Failure } from '../statements'
import type { Habit } from './habits'
import { instead } from './instead'
import { misplacedQuotes, quoted } from './quotes'
import type { Advice } from './syntax-errors'

/** How a text in the middle of each kind of arrow ends, and what it can't contain. */
const strokes: Readonly<Record<string, { readonly end: string; readonly sign: string }>> = {
  '--': { end: '-->', sign: '--' },
  '==': { end: '==>', sign: '=' },
  '-.': { end: '.->', sign: '.' },
}

export function brokenArrowText({ at, since }: Failure, text: string): Advice {
  const opening = /^(?:\S*@)?\s*[xo<]?(?:--|==|-\.)/.exec(text.slice(since, lineEnd(text, since)))?.[0] ?? ''
  const operator = span(since, since + opening.length)
  const known = arrowInQuotes(operator, text)
  if (known) return known
  const parts = arrowTextParts(text, operator)
  if (!parts) {
    const half =
      halfArrow(text, operator) ?? labelWithoutArrow(operator.end - 2, text) ?? wrongEnd(operator, text)
    if (half) return half
    const end = Math.min(lineEnd(text, since), Math.max(at.end, operator.end))
    const stroke = opening.slice(-2) || '--'
    return {
      at: span(since, end),
      message: `The text of this arrow has no arrow after it: write \`${stroke} text ${strokes[stroke]?.end}\``,
    }
  }
  const label = text.slice(parts.label.start, parts.label.end)
  return (
    otherStroke(opening.slice(-2), parts.closing, text) ??
    misplacedQuotes(parts.label, label) ??
    needsQuotes(parts.label, label, opening.slice(-2))
  )
}

function needsQuotes(at: Stretch, label: string, stroke: string): Advice {
  const shown = label.length > 60 ? 'This text' : `\`${label}\``
  return {
    at,
    message: `${shown} needs quotes: between \`${stroke}\` and \`${strokes[stroke]?.end}\` a text can't contain \`${strokes[stroke]?.sign}\` without them`,
    fix: { title: 'Put the text in quotes', edits: [{ at, text: quoted(label) }] },
  }
}

/** `a == text --> b`: only an arrow of the same line ends the text. */
function otherStroke(opening: string, closing: Stretch, text: string): Advice | undefined {
  const arrow = text.slice(closing.start, closing.end)
  const stroke = arrow.includes('.') ? '-.' : arrow.slice(0, 2)
  const wanted = strokes[opening]?.end
  if (stroke === opening || wanted === undefined) return undefined
  return {
    at: closing,
    message: `A text that begins behind \`${opening}\` ends with \`${wanted}\`: write that instead of \`${arrow}\`, or \`${stroke}\` before the text`,
    fix: { title: `Write \`${wanted}\``, edits: [{ at: closing, text: wanted }] },
  }
}

/** `a -- "text -->" b`. */
function arrowInQuotes({ end }: Stretch, text: string): Advice | undefined {
  const [whole = '', inside = ''] = /^[ \t]*"([^"]*)"/.exec(text.slice(end, lineEnd(text, end))) ?? []
  const [arrow = ''] = arrowAtEnd.exec(inside) ?? []
  if (!arrow.endsWith('>')) return undefined
  const words = inside.slice(0, -arrow.length).trimEnd()
  const at = span(end + whole.indexOf('"'), end + whole.length)
  const wanted = `"${words}" ${arrow}`
  const shown = wanted.length > 60 ? `"…" ${arrow}` : wanted
  return {
    at,
    message: `The arrow stands inside the quotes, as a part of its text: write \`${shown}\``,
    fix: { title: 'Close the quotes before the arrow', edits: [{ at, text: wanted }] },
  }
}

/** `a -- text -> b`, `a -- text --|> b`. */
function wrongEnd({ end }: Stretch, text: string): Advice | undefined {
  const rest = text.slice(end, lineEnd(text, end))
  const found = /(?:[ \t]|(?<=\w)(?=->[ \t]))(-{1,2}\|>|-+>>?|=>|\.+>|[-–—]*[—→⟶➜]>?|–>)(?=[ \t\w])/.exec(
    rest,
  )
  if (!found) return undefined
  const [whole, arrow = ''] = found
  const wanted = strokes[text.slice(end - 2, end)]?.end ?? '-->'
  const from = end + found.index + whole.length - arrow.length
  const at = span(from, from + arrow.length)
  return {
    at,
    message: `\`${arrow}\` is not an arrow; write \`${wanted}\``,
    fix: { title: `Write \`${wanted}\``, edits: [{ at, text: wanted }] },
  }
}

/** `a --|text| b`, `a -|text|-> b`: a label stands behind a whole arrow. */
export function labelWithoutArrow(start: number, text: string): Advice | undefined {
  const found = /^(-{1,2})(\|[^|\n]*\|)(-*>?)/.exec(text.slice(start, lineEnd(text, start)))
  if (!found) return undefined
  const [whole, , label = '', head = ''] = found
  const at = span(start, start + whole.length)
  const wanted = `-->${label.length > 40 ? '|…|' : label}`
  const message = `A label stands behind a whole arrow: write \`${wanted}\``
  if (!head.includes('>')) return { at, message: `${message}, or \`---\` without a head` }
  return {
    at,
    message,
    fix: { title: 'Put the label behind the arrow', edits: [{ at, text: `-->${label}` }] },
  }
}

/** `a <-- b`, `a -.> b`, `a --|> b`: an arrow in other kinds of diagrams, half of one here. */
function halfArrow(text: string, { start, end }: Stretch): Advice | undefined {
  const from = start + text.slice(start, end).search(/\S/)
  const arrow = text.slice(from, end) + (/^\|?>/.exec(text.slice(end, end + 2))?.[0] ?? '')
  const wanted = arrow === '<--' ? '<-->' : arrow === '-.>' ? '-.->' : arrow === '--|>' ? '-->' : undefined
  if (wanted === undefined) return undefined
  const at = span(from, from + arrow.length)
  const message =
    arrow === '<--'
      ? '`<--` has no end on its right: write `<-->`, or turn the arrow around'
      : `\`${arrow}\` is not an arrow; write \`${wanted}\``
  return { at, message, fix: { title: `Write \`${wanted}\``, edits: [{ at, text: wanted }] } }
}

/** `a -->|text|> b`, `a -->|text|--> b`: the arrow was written before its label. */
export function signBehindLabel({ start }: Stretch, text: string): Advice | undefined {
  const { start: begin, text: line } = lineAround(start, text)
  const sign = /^(?:[-=.]*-?>+|-{2,}|={2,})/.exec(text.slice(start, start + 12).trimStart())?.[0]
  const before = /((?<![-=.])[-=.]+[>xo]?)(?<![ \t])[ \t]*(\|[^|]*\|)[ \t]*$/.exec(
    line.slice(0, start - begin),
  )
  if (sign === undefined || !before) return undefined
  const [, arrow = '', label = ''] = before
  const from = start + text.slice(start).search(/\S/)
  const at = span(from, from + sign.length)
  const wanted = sign.includes('>') ? headed(arrow) : arrow
  const shown = `${wanted}${label.length > 40 ? '|…|' : label} id`
  const whole = span(begin + before.index, from + sign.length)
  return {
    at,
    message: `Only the node stands behind the label of an arrow: write \`${shown}\``,
    fix: { title: `Remove \`${sign}\``, edits: [{ at: whole, text: `${wanted}${label}` }] },
  }
}

const headed = (arrow: string): string =>
  /[>xo]$/.test(arrow) ? arrow : arrow.includes('.') ? `${arrow}>` : `${arrow.slice(0, -1)}>`

/** `a -->|x|y| b`. */
export const barInLabel: Habit = (line, { reading }) => {
  if (reading !== 'node' && reading !== 'end of statement') return undefined
  const opening = [...line.text.slice(0, line.broken).matchAll(/(?:--|==|\.-)[>xo]?\|/g)].at(-1)
  if (!opening) return undefined
  const from = opening.index + opening[0].length
  const [rest = ''] = line.text.slice(from).split(/--|==|~~|-\.|["[\](){}]/, 1)
  const to = from + rest.lastIndexOf('|')
  const label = line.text.slice(from, to)
  // Two bars without blanks around them end one label and begin another.
  const parts = label.replaceAll(' || ', ' or ').split('|')
  if (to < line.broken || !label.includes('|') || parts.some(part => part.trim() === '')) return undefined
  const wanted = `|${quoted(label)}|`
  const message = `An arrow's label that contains \`|\` needs quotes${wanted.length > 60 ? '' : `: write \`${wanted}\``}`
  return instead(line, [from - 1, to + 1], wanted, message, 'Put the label in quotes')
}

/** `a <--|label| b` opens a label, which the next arrow ends: that arrow's own label comes second. */
export function secondLabel({ start }: Stretch, text: string): Advice {
  const from = Math.max(0, start - longestLabel)
  const opening = [...text.slice(from, start).matchAll(/<(?:-{2,}|={2,}|-\.)(?=\|)/g)].at(-1)
  if (!opening) return twoLabels(start, text)
  const [tail] = opening
  const message = `\`${tail}\` has no end on its right, so all up to the next arrow is read as its label: write \`${tail}>\`, or turn the arrow around`
  return { at: span(from + opening.index, from + opening.index + tail.length), message }
}

/** In characters. */
const longestLabel = 2_000

/** `a -- x -->|y| b`, `a -->|x| |y| b`. */
function twoLabels(start: number, text: string): Advice {
  const { start: begin, end, text: line } = lineAround(start, text)
  const second = /^\|([^|]*)\|/.exec(text.slice(start, end))
  const before = line.slice(0, start - begin)
  const first = labelAtEnd(before)
  if (!second || !first) return { message: 'This arrow has two labels: keep one of them' }
  const words = before.slice(first.start, first.end)
  const both = `"${[words, second[1] ?? ''].map(part => part.trim().replaceAll('"', '')).join('<br/>')}"`
  const from = begin + before.trimEnd().length
  return {
    at: span(start, start + second[0].length),
    message: 'This arrow has two labels: put both into one, or keep one of them',
    fix: {
      title: 'Put both into one label',
      edits: [
        { at: span(begin + first.start, begin + first.end), text: both },
        { at: span(from, start + second[0].length), text: '' },
      ],
    },
  }
}

/** The label of the arrow that ends this: of `a -->|x|` what stands between the bars, of `a -- x -->` the text. */
function labelAtEnd(before: string): Stretch | undefined {
  const written = before.trimEnd()
  const bar = written.lastIndexOf('|', written.length - 2)
  if (written.endsWith('|')) return bar < 0 ? undefined : span(bar + 1, written.length - 1)
  const closing = arrowAtEnd.exec(written)
  const bare = written.slice(0, closing?.index).replace(inMarks, part => '"'.repeat(part.length))
  // What stands before that belongs to another arrow, as in `a --> b -- x -->`.
  const from = Math.max(bar + 1, bare.length - (bare.split(wholeArrow).at(-1) ?? '').length)
  const opening = /(?:--|==|-\.)[ \t]*(?=\S)/.exec(bare.slice(from))
  if (!closing || !opening) return undefined
  return span(from + opening.index + opening[0].length, bare.trimEnd().length)
}

const inMarks = /"[^"]*"|\[[^[\]]*\]|\([^()]*\)|\{[^{}]*\}/g

const wholeArrow = /(?<!-)-{2,}[->xo]|(?<!=)={2,}[=>xo]|(?<!\.)\.+-[>xo]?/

const arrowAtEnd = /(?:(?<!-)-{2,}|(?<!=)={2,}|-?(?<!\.)\.+-)[>xo]?$/

/** Arrows of a text that was escaped for HTML: `--&gt;`. */
const escaped =
  /(?:&lt;)?(?:(?<!-)-+|(?<!=)={2,}|-\.+-?|(?<!\.)\.+->?)(?:&gt;)+|&lt;(?:-{2,}|={2,}|-\.+-)|(?<=[ \t])&amp;(?=[ \t])/g

/** All of a line at once; what stands in quotes and brackets is shown as it was meant. */
export function htmlArrow({ at }: Failure, text: string): Advice | undefined {
  const line = lineAround(at.start, text)
  if (!/&(?:lt|gt|amp);/.test(line.text)) return undefined
  const bare = line.text.replace(/"[^"]*"|\[[^[\]]*\]|\([^()]*\)|\|[^|]*\|/g, part => ' '.repeat(part.length))
  const arrows = [...bare.matchAll(escaped)].map(({ index, 0: arrow }) => ({
    at: span(line.start + index, line.start + index + arrow.length),
    text: written(arrow),
  }))
  const [first] = arrows
  if (!first || at.end <= first.at.start) return undefined
  const found = text.slice(first.at.start, first.at.end)
  return {
    at: first.at,
    message: `\`${found}\` is escaped for HTML: write \`${first.text}\``,
    fix: { title: `Write \`${first.text}\``, edits: arrows },
  }
}

/** `-&gt;` and `-&gt;&gt;` would not be arrows either. */
const written = (arrow: string): string =>
  arrow
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replace(/(?:&gt;)+/, '>')
    .replace(/^(<?)->/, '$1-->')
    .replace(/^(<?)-\.>/, '$1-.->')

export const notAnArrow = (at: Stretch, text: string, wanted: string): Advice => ({
  at,
  message: `\`${text.slice(at.start, at.end)}\` is not an arrow; write \`${wanted}\``,
  fix: { title: `Write \`${wanted}\``, edits: [{ at, text: wanted }] },
})
