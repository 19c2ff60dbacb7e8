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

/** What goes first where there is no room. */
const dispensable = ['see', 'numbers', 'use', 'cost', 'where', 'breaks'] as const

/** An entry in at most so many lines: its first sentences at least, without its sources where even these are too much. */
export function fitEntry(entry: Entry, lines: number): FittedEntry {
  let left = entry
  for (const part of dispensable) {
    if (linesIn(renderEntry(left, explanationUrl)) <= lines) break
    left = { ...left, [part]: undefined }
  }
  const markdown = renderEntry(left, explanationUrl)
  if (linesIn(markdown) > lines) return { markdown: markdown.split('\n\n', 1)[0] ?? '', shortened: true }
  return { markdown, shortened: dispensable.some(part => entry[part] !== left[part]) }
}
