// What speaks for an answer: named evidence, collected for one question.

import type { Inference } from '../../../knowledge'

/** What was seen and how much of it. */
export interface Seen {
  /** In words that a reader understands: `ends in 'queue'`. */
  readonly name: string
  readonly amount: number
  /** The only answer it speaks for; without one, each answer weighs it for itself. */
  readonly answer?: string | undefined
  /** Says it better than its name. */
  readonly why?: string | undefined
}

/** At most so many names are kept of either kind. */
const mostNames = 20_000

/**
 * Names of evidence, each made once: pictures repeat their words and kinds, and a string that is made anew is hashed
 * anew wherever it is looked up.
 */
function namesOf(write: (place: string, value: string) => string): (place: string, value: string) => string {
  let known = new Map<string, Map<string, string>>()
  let count = 0
  return (place, value) => {
    const before = known.get(place)?.get(value)
    if (before !== undefined) return before
    if (count++ === mostNames) [known, count] = [new Map(), 1]
    const name = write(place, value)
    const there = known.get(place)
    if (there) there.set(value, name)
    else known.set(place, new Map([[value, name]]))
    return name
  }
}

const nameOf = namesOf((place, value) => `${place} ${value}`)
const nameOfWord = namesOf((place, word) => `${place} '${word}'`)

/** Evidence of one question. What is seen twice counts once. */
export class Evidence {
  readonly #names = new Set<string>()
  readonly all: Seen[] = []

  see(name: string, amount = 1): void {
    if (amount === 0 || this.#names.has(name)) return
    this.#names.add(name)
    this.all.push({ name, amount })
  }

  /** What is seen at a place: `shape` `cylinder`. */
  seeAt(place: string, value: string, amount = 1): void {
    this.see(nameOf(place, value), amount)
  }

  /** What was seen by itself before. */
  seeAll(seen: readonly Seen[]): void {
    for (const { name, amount } of seen) this.see(name, amount)
  }

  /** Speaks for one answer alone and weighs the same whichever that is. */
  speakFor({ value, why }: Inference<string>, name: string): void {
    this.all.push({ name, amount: 1, answer: value, why })
  }

  /** A share of many, and whether it is some, a good part, or most of them. */
  share(name: string, part: number, whole: number): void {
    if (part <= 0 || whole <= 0) return
    const share = Math.min(1, part / whole)
    this.see(name, share)
    this.see(`some ${name}`)
    if (share > 0.3) this.see(`many ${name}`)
    if (share > 0.6) this.see(`most ${name}`)
    if (share > 0.9) this.see(`all ${name}`)
  }

  /** Words, each with where it stands. */
  words(place: string, words: readonly string[], amount = 1): void {
    for (const word of words) this.see(nameOfWord(place, word), amount)
  }
}

/** How surely something is told, in steps. */
export const surely = (confidence: number): string =>
  confidence >= 0.9 ? 'surely' : confidence >= 0.75 ? 'likely' : confidence >= 0.5 ? 'perhaps' : 'hardly'

/** A number of things on a scale from 0 to 1 that a few of them climb quickly. */
export const many = (count: number): number => Math.min(1, Math.log(1 + count) / 4)
