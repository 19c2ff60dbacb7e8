// What a label calls its box, apart from what its other lines say about it.

import { linesOf } from '../syntax/labels'

/** Up to this many words a label is one name, however it is broken into lines. */
const wordsOfName = 3

/** A label's name, and the lines below it: `Order service` and `Port: 8081`. */
export interface Headline {
  readonly name: string
  readonly below: readonly string[]
  /** What a line such as `[Container: Go]` draws the box as. */
  readonly element?: Element
}

/** An element of C4, as flowcharts write them. */
export interface Element {
  readonly variant: string
  readonly technology?: string
}

/** `Load<br/>Balancer` is one name; `Order service<br/>Port: 8081` is a name and a fact. */
export function headlineOf(label: string): Headline {
  const all = linesOf(label)
  const written = all.slice(1).find(line => elementLine.test(line))
  const element = written === undefined ? undefined : elementOf(written)
  const lines = all.filter(line => line !== written)
  const whole = lines.join(' ')
  const [first = '', second = ''] = lines
  const broken = wordCount(first) === 1 && wordCount(second) > 0 && wordCount(second) <= 2
  const taken = wordCount(whole) <= wordsOfName ? lines.length : broken ? 2 : 1
  return {
    name: lines.slice(0, taken).join(' '),
    below: lines.slice(taken),
    ...(element && { element }),
  }
}

const elementLine = /^\[(person|(?:external |software )?system|container|component)(?:\s*:\s*(.+))?\]$/i

function elementOf(line: string): Element | undefined {
  const [, variant, technology] = elementLine.exec(line) ?? []
  return variant === undefined ? undefined : { variant, ...(technology && { technology }) }
}

/** Signs alone, such as an emoji, are no words. */
const wordCount = (text: string): number => text.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0
