// How much of an explanation a hover has room for.

import { type Entry, renderEntry } from '../../../knowledge'
import { explanationUrl } from '../explanation-links'

/** Lines that a hover shows without scrolling. */
export const hoverLines = 12

/** Characters to a line, about as wide as editors make a hover. */
const width = 95

/** How many lines a piece of Markdown takes. */
export function linesIn(markdown: string): number {
  return markdown
    .split('\n')
    .filter(line => line !== '' && line !== '---' && !line.startsWith('```'))
    .map(line => Math.ceil(line.replace(/\]\([^)]*\)|[*[]/g, '').length / width))
    .reduce((sum, lines) => sum + lines, 0)
}

export interface FittedEntry {
  readonly markdown: string
  /** Whether something was left out. */
  readonly shortened: boolean
}

/** Parts of an entry, the most useful first: what has no room is left out. */
const byUse = ['breaks', 'cost', 'sources', 'where', 'use', 'numbers', 'see'] as const

/** An entry in at most so many lines, `rows` before its own: its first sentences at least. */
export function fitEntry(entry: Entry, lines: number, rows: readonly string[] = []): FittedEntry {
  const { id, title, aliases, topic, what, confirmed } = entry
  let fitted: Entry = { id, title, aliases, topic, what, sources: [], ...(confirmed && { confirmed }) }
  let shortened = false
  for (const part of byUse) {
    if (entry[part] === undefined) continue
    const larger: Entry = { ...fitted, [part]: entry[part] }
    if (linesIn(renderEntry(larger, explanationUrl, rows)) <= lines) fitted = larger
    else shortened = true
  }
  return { markdown: renderEntry(fitted, explanationUrl, rows), shortened }
}
