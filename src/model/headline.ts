// What a label calls its box, apart from what its other lines say about it.

import { technologiesIn } from '../knowledge'
import { labelLines } from '../syntax/labels'
import type { Node } from '../syntax/tree'

/** Up to this many words a label is one name, however it is broken into lines. */
const wordsOfName = 3

/** A label's name, and the lines below it: `Order service` and `Port: 8081`. */
export interface Headline {
  readonly name: string
  readonly below: readonly string[]
  /** What a line such as `[Container: Go]` draws the box as. */
  readonly element?: HeadlineElement
}

/** An element of C4, as flowcharts write them. */
export interface HeadlineElement {
  readonly variant: string
  readonly technology?: string
}

/** `Load<br/>Balancer` is one name; `Order service<br/>Port: 8081` is a name and a fact. */
export function headlineOf({ label, text }: Pick<Node, 'label' | 'text'>): Headline {
  if (!/[<\\\n]/.test(label)) return { name: text, below: [] }
  const lines = labelLines(label)
  const at = lines.findIndex((line, index) => index > 0 && elementLine.test(line))
  const taken = at > 0 ? at : linesOfName(lines)
  const element = elementOf(lines[at] ?? '')
  return {
    name: lines.slice(0, taken).join(' '),
    below: lines.slice(element ? at + 1 : taken),
    ...(element && { element }),
  }
}

/** Few words, or one word and the next line's one or two, are one name; what it is made with is not part of it. */
function linesOfName(lines: readonly string[]): number {
  if (lines.length > 1 && ordinal.test(lines[0]!)) return 1 + linesOfName(lines.slice(1))
  const whole = lines.findIndex(line => !goesOn.test(line)) + 1
  if (whole > 1) return whole
  const figure = lines.findIndex((line, index) => index > 0 && isFigureAlone.test(line))
  if (figure > 0) return linesOfName(lines.slice(0, figure))
  const code = lines.findIndex((line, index) => index > 0 && listsFunctions(line))
  if (code > 0) return linesOfName(lines.slice(0, code))
  const made = lines.findIndex((line, index) => index > 0 && isTechnology(line))
  if (made > 0 && wordCount(lines[0] ?? '') > 1) return linesOfName(lines.slice(0, made))
  if (wordCount(lines.join(' ')) <= wordsOfName) return lines.length
  const [first = '', second = ''] = lines
  return wordCount(first) === 1 && wordCount(second) > 0 && wordCount(second) <= 2 ? 2 : 1
}

/** `99.95 %` below a name is what it reaches. */
const isFigureAlone = /^[~≈<>≤≥]?\d[\d.,]{0,8} ?(?:%|ms|s)$/

/** `price_order, reserve_stock()`: what stands below a name and is what its code is called. */
export function listsFunctions(words: string): boolean {
  const names = words.split(/[\s,;·]+/).filter(Boolean)
  return names.length > 0 && names.every(name => functionName.test(name))
}

const functionName = /^[a-z][a-z\d]*(?:_[a-z\d/]+)+(?:\(\))?$/

/** `2.0` above a name says where the process stands among others. */
const ordinal = /^\(?\d{1,2}(?:\.\d{1,2}){0,2}[.):]?$/

/** A list of names is broken anywhere: `catalog, payment,<br/>ledger`, `API gateway/<br/>Message queue`. */
const goesOn = /[,，、&/]$/

/** A line that is nothing but a product or a language: `Go`, `Spring Boot`, `(PostgreSQL)`. */
function isTechnology(line: string): boolean {
  const text = line.replace(/^[\s([]{1,20}|[\s)\]]{1,20}$/g, '')
  return (
    languages.test(text) || technologiesIn(text).some(({ start, end }) => start === 0 && end === text.length)
  )
}

const languages =
  /^(?:go|golang|rust|python|java|kotlin|scala|c#|c\+\+|\.net|php|ruby|elixir|erlang|swift|dart|typescript|javascript|node(?:\.js)?)(?: ?v?\d[\d.]*)?$/i

const elementLine =
  /^\[(person|(?:external |software )?system|container|component)(?:\s*:(?!\]$)\s*(\S.*)?)?\]$/i

function elementOf(line: string): HeadlineElement | undefined {
  const [, variant, technology] = elementLine.exec(line) ?? []
  return variant === undefined ? undefined : { variant, ...(technology && { technology }) }
}

/** Signs alone, such as an emoji, are no words. */
const wordCount = (text: string): number => text.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0
