// Finds the explanation of what stands at a place in a text, or of a term typed by hand.

import { entries } from './entries'
import type { Entry } from './entry'
import { fold, lazily, lexiconOf, lookUp, namesIn } from './lexicon'

export interface Explanation {
  readonly entry?: Entry
  /** Markdown about this very value: how many addresses a CIDR block has, what 99.95 % is in a year. */
  readonly computed?: string
  readonly start: number
  readonly end: number
}

export interface Answer {
  readonly entry?: Entry
  readonly computed?: string
  /** Titles of what may have been meant. */
  readonly suggestions: readonly string[]
}

/** What there is to say about the word at an offset of a text. */
export function entryAt(text: string, offset: number): Explanation | undefined {
  const around = window(text, offset)
  const found = namesIn(lexicon(), around.text).find(one => at(one, offset - around.start))
  return found && { entry: found.value, start: found.start + around.start, end: found.end + around.start }
}

/** What there is to say about a term, forgiving typing errors. */
export function explain(term: string): Answer {
  const entry = lookUp(lexicon(), fold(term))?.[0]?.value
  return entry ? { entry, suggestions: [] } : { suggestions: [] }
}

function at({ start, end }: { start: number; end: number }, offset: number): boolean {
  return start <= offset && offset <= end
}

function window(text: string, offset: number): { text: string; start: number } {
  const start = Math.max(text.lastIndexOf('\n', offset - 1) + 1, offset - 200)
  const newline = text.indexOf('\n', offset)
  return { text: text.slice(start, Math.min(newline < 0 ? text.length : newline, offset + 200)), start }
}

const lexicon = lazily(() =>
  lexiconOf(
    entries.map(entry => ({
      value: entry,
      names: [entry.id, entry.title, ...entry.aliases],
      exact: entry.everyday ?? [],
    })),
  ),
)
