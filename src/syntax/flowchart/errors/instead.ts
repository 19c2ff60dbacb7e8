// What stands in a line in place of what Mermaid reads there.

import { writeInstead } from '../../line-advice'
import type { BrokenLine } from './habits'
import type { Advice } from './syntax-errors'

/** Advice for a part of a line, and what to write there. */
export function instead(
  line: BrokenLine,
  range: readonly [number, number],
  wanted: string,
  message: string,
  ownTitle?: string,
): Advice {
  const { at, title = '', edits = [] } = writeInstead(line, range, wanted, message)
  return { at, message, fix: { title: ownTitle ?? title, edits } }
}

/** An id that reads like the words: `Order service` is `order_service`. */
export function idFrom(words: string): string {
  const id = words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_|_$/g, '')
  return /^(?:end|class|style|graph|flowchart|subgraph|click|call|href|default)$/.test(id) ? `${id}_` : id
}
