// Explanations that speak of all words of a phrase, the ones that speak of them most first.

import { lazily } from '../lazily'
import { entryTable } from '../names/tables'
import type { Entry } from './entry'

/** How much it says about an entry that a word stands there. */
const weights = { name: 6, what: 2, text: 1 } as const

/** Words that a phrase has for grammar's sake. */
const fillers = new Set(
  'a an and are as at be by do does for from how i in into is it its my of on or our per should than that the their then this to use used using vs was we what when where which why with without you your'.split(
    ' ',
  ),
)

/** Entries whose names and text have every word of the phrase, best first; at most `most`. */
export function entriesAbout(phrase: string, most = 5): readonly Entry[] {
  const words = [...new Set(stemsOf(phrase))].filter(word => !fillers.has(word))
  if (words.length === 0) return []
  const scored = index().flatMap(({ entry, weightOf }) => {
    const found = words.map(word => weightOf.get(word) ?? 0)
    if (found.some(weight => weight === 0)) return []
    const score = found.reduce((sum, weight) => sum + weight, 0) / words.length
    return [{ entry, score }]
  })
  // A single word that only stands somewhere in the text says too little.
  const least = words.length === 1 ? weights.name : 0
  return scored
    .filter(({ score }) => score >= least)
    .sort((a, b) => b.score - a.score || a.entry.title.length - b.entry.title.length)
    .slice(0, most)
    .map(({ entry }) => entry)
}

const index = lazily(() =>
  entryTable()
    .values()
    .map(entry => ({ entry, weightOf: weightsIn(entry) })),
)

function weightsIn(entry: Entry): ReadonlyMap<string, number> {
  const { id, title, aliases, typed = [], what, where, cost, use, breaks, numbers } = entry
  const weightOf = new Map<string, number>()
  const add = (text: string, weight: number) => {
    for (const word of stemsOf(text)) if ((weightOf.get(word) ?? 0) < weight) weightOf.set(word, weight)
  }
  for (const text of [where, cost, use, breaks, numbers]) add(text ?? '', weights.text)
  add(what, weights.what)
  for (const name of [id, title, ...aliases, ...typed]) add(name, weights.name)
  return weightOf
}

/** Words without their endings: "retries", "retried" and "retry" are one. `OpenAPI` is one word, not two. */
const stemsOf = (text: string): readonly string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map(stemOf)

function stemOf(word: string): string {
  if (word.length < 4) return word
  const singular = word.replace(/ie[sd]$/, 'y').replace(/(?<=[^su])s$/, '')
  return singular.replace(/(?<=...)(?:ing|ed|e)$/, '')
}
