// What a label calls its box, apart from what its other lines say about it.

import { linesOf } from '../syntax/labels'

/** Up to this many words a label is one name, however it is broken into lines. */
const wordsOfName = 3

/** A label's name, and the lines below it: `Order service` and `Port: 8081`. */
export interface Headline {
  readonly name: string
  readonly below: readonly string[]
}

/** `Load<br/>Balancer` is one name; `Order service<br/>Port: 8081` is a name and a fact. */
export function headlineOf(label: string): Headline {
  const lines = linesOf(label)
  const all = lines.join(' ')
  if (wordCount(all) <= wordsOfName) return { name: all, below: [] }
  const [first = '', second = ''] = lines
  const broken = wordCount(first) === 1 && wordCount(second) > 0 && wordCount(second) <= 2
  const taken = broken ? 2 : 1
  return { name: lines.slice(0, taken).join(' '), below: lines.slice(taken) }
}

/** Signs alone, such as an emoji, are no words. */
const wordCount = (text: string): number => text.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0
