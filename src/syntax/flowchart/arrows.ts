// The operators of flowchart arrows: how far they reach in the text, and what they mean.

import type { Head, Stroke } from '../tree'

export type ArrowLine = '-' | '=' | '.'

/** The end of a whole arrow (`-->`, `<==>`, `-.-x`) that starts here, or -1. */
export function arrowEnd(text: string, start: number, line: ArrowLine): number {
  const from = 'xo<'.includes(text[start]!) ? start + 1 : start
  return line === '.' ? dottedEnd(text, from) : solidEnd(text, from, line)
}

/** The end of the opening part (`--`, `x==`, `-.`) of an arrow with text in the middle, or -1. */
export function arrowStartEnd(text: string, start: number, line: ArrowLine): number {
  const from = 'xo<'.includes(text[start]!) ? start + 1 : start
  return text.startsWith(line === '.' ? '-.' : line + line, from) ? from + 2 : -1
}

function solidEnd(text: string, from: number, line: '-' | '='): number {
  let at = from
  while (text[at] === line) at++
  const length = at - from
  if (length < 2) return -1
  const head = text[at]
  if (head === 'x' || head === 'o' || head === '>') return at + 1
  return length >= 3 ? at : -1
}

function dottedEnd(text: string, from: number): number {
  let at = text[from] === '-' ? from + 1 : from
  const dots = at
  while (text[at] === '.') at++
  if (at === dots || text[at] !== '-') return -1
  at++
  const head = text[at]
  return head === 'x' || head === 'o' || head === '>' ? at + 1 : at
}

export interface ArrowForm {
  readonly stroke: Stroke
  readonly head: Head
  readonly tail: Head
  readonly length: number
}

/** What Mermaid draws when the two parts around a text do not fit (`x-- text -->`). */
const mismatched: ArrowForm = { stroke: 'normal', head: 'arrow', tail: 'none', length: 1 }

const heads: Readonly<Record<string, Head>> = { x: 'cross', o: 'circle', '>': 'arrow' }
const tails: Readonly<Record<string, Head>> = { x: 'cross', o: 'circle', '<': 'arrow' }

/** What an arrow means; both parts without the blanks around them. */
export function arrowForm(closing: string, opening = ''): ArrowForm {
  const form = wholeForm(closing)
  if (opening === '') return form
  const tail = tails[opening[0]!] ?? 'none'
  const stroke = strokeOf(opening)
  if (stroke !== form.stroke) return mismatched
  if (tail === 'none') return { ...form, tail: form.tail }
  if (tail !== form.head || form.tail !== 'none') return mismatched
  return { ...form, tail }
}

/** A tail counts only beside the same head: `<-->` and `x--x`, but `<---` is a plain line. */
function wholeForm(arrow: string): ArrowForm {
  const head = heads[arrow[arrow.length - 1]!] ?? 'none'
  const tail = head !== 'none' && tails[arrow[0]!] === head ? head : 'none'
  const line = arrow.slice(tail === 'none' ? 0 : 1, -1)
  const dots = line.includes('.') ? line.split('.').length - 1 : 0
  const stroke = dots > 0 ? 'dotted' : line[0] === '=' ? 'thick' : line[0] === '~' ? 'invisible' : 'normal'
  return { stroke, head, tail, length: dots > 0 ? dots : line.length - 1 }
}

function strokeOf(opening: string): Stroke {
  return opening.includes('.') ? 'dotted' : opening.includes('=') ? 'thick' : 'normal'
}
