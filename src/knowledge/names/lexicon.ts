// Finds known names in a text: words in any spelling (`LoadBalancer`, `load-balancer`, `load balancers`).

/** One word of a text: folded to lower case without accents; camelCase and digits count as boundaries. */
export interface Word {
  readonly text: string
  readonly start: number
  readonly end: number
  /** Nothing but a blank or one of `-_./&+'` stands between it and the word before: a name may span both. */
  readonly joins: boolean
}

/** Names with what they stand for. `exact` names are everyday words that count only when written just so. */
export interface Naming<T> {
  readonly value: T
  readonly names: readonly string[]
  readonly exact?: readonly string[] | undefined
}

/** Values by their names. */
export interface Lexicon<T> {
  readonly values: () => readonly T[]
  readonly keys: () => readonly string[]
  readonly valueAt: (index: number) => T
  readonly sensesOf: (key: string) => Senses | undefined
  /** Length of the longest key. */
  readonly longest: number
}

/** The index of the value for nearly all keys; a list for everyday words and names of several things. */
type Senses = number | readonly Sense[]

/** Index of a value, and the spelling that the text must have if the name is an everyday word. */
type Sense = readonly [index: number, exact?: string]

/** A lexicon as a build keeps it: in JSON texts, of which only those are read that somebody asks for. */
export interface PackedLexicon {
  /** One for each value. */
  readonly values: readonly string[]
  /** Keys with their senses, by what the keys begin with. */
  readonly keys: Readonly<Record<string, string>>
  readonly longest: number
}

export interface Meaning<T> {
  readonly value: T
  /** The spelling that the text must have, for everyday words. */
  readonly exact?: string | undefined
}

export interface NameMatch<T> {
  readonly value: T
  readonly start: number
  readonly end: number
  /** Index of its first word and of the word after its last. */
  readonly from: number
  readonly to: number
  /** An everyday word in its exact spelling: surer than nothing, less sure than a name. */
  readonly everyday: boolean
}

/**
 * Builds the table that `namesIn` looks names up in. A later naming never displaces an earlier one;
 * names of one letter (what is left of `C++`) are none.
 */
export function lexiconOf<T>(namings: Iterable<Naming<T>>): Lexicon<T> {
  const values: T[] = []
  const senses = new Map<string, Sense[]>()
  const add = (name: string, sense: Sense) => {
    const key = fold(name)
    if (key.length < 2 && key < '\u3000') return
    const known = senses.get(key)
    if (known) known.push(sense)
    else senses.set(key, [sense])
  }
  for (const { value, names, exact = [] } of namings) {
    const index = values.push(value) - 1
    const everyday = exact.length === 0 ? undefined : new Set(exact.map(fold))
    for (const name of names) if (!everyday?.has(fold(name))) add(name, [index])
    for (const name of exact) add(name, [index, name])
  }
  const compacted = new Map([...senses].map(([key, all]) => [key, compact(all)]))
  return {
    values: () => values,
    keys: () => [...compacted.keys()],
    valueAt: index => values[index]!,
    sensesOf: key => compacted.get(key),
    longest: [...senses.keys()].reduce((most, key) => Math.max(most, key.length), 0),
  }
}

function compact(senses: readonly Sense[]): Senses {
  const [[index, exact] = [0]] = senses
  return senses.length === 1 && exact === undefined ? index : senses
}

export function packed<T>(lexicon: Lexicon<T>): PackedLexicon {
  const keys: Record<string, Record<string, Senses | undefined>> = {}
  for (const key of lexicon.keys()) {
    keys[beginning(key)] ??= {}
    keys[beginning(key)]![key] = lexicon.sensesOf(key)
  }
  return {
    values: lexicon.values().map(value => JSON.stringify(value)),
    keys: Object.fromEntries(Object.entries(keys).map(([start, senses]) => [start, JSON.stringify(senses)])),
    longest: lexicon.longest,
  }
}

/** Reads a name's value when the name is first met: a diagram names a handful of the thousands there are. */
export function unpacked<T>({ values, keys, longest }: PackedLexicon): Lexicon<T> {
  const read: T[] = []
  const valueAt = (index: number): T => {
    read[index] ??= JSON.parse(values[index]!)
    return read[index]!
  }
  const begun = new Map<string, ReadonlyMap<string, Senses>>()
  const sensesFrom = (start: string): ReadonlyMap<string, Senses> | undefined => {
    const known = begun.get(start)
    const text = keys[start]
    if (known || text === undefined) return known
    const senses = new Map<string, Senses>(Object.entries(JSON.parse(text)))
    begun.set(start, senses)
    return senses
  }
  return {
    values: () => values.map((_, index) => valueAt(index)),
    keys: () => Object.keys(keys).flatMap(start => [...(sensesFrom(start)?.keys() ?? [])]),
    valueAt,
    sensesOf: key => sensesFrom(beginning(key))?.get(key),
    longest,
  }
}

const beginning = (key: string): string => key.slice(0, 2)

/** All names in the text, leftmost first, longest first, never overlapping. Linear in the text. */
export function namesIn<T>(lexicon: Lexicon<T>, text: string, words = wordsOf(text)): NameMatch<T>[] {
  const found: NameMatch<T>[] = []
  for (let at = 0; at < words.length; ) {
    const hit = longestAt(lexicon, { text, words, at })
    if (hit) found.push(hit)
    at = hit ? hit.to : at + 1
  }
  return found
}

/** The key under which a name is kept: its words run together. */
export function fold(name: string): string {
  if (/^[ -~]*$/.test(name)) return name.toLowerCase().replace(/[^a-z0-9]+/g, '')
  return wordsOf(name)
    .map(word => word.text)
    .join('')
}

/** What the key stands for, singular or plural; `https` is no plural. */
export function lookUp<T>(lexicon: Lexicon<T>, key: string): readonly Meaning<T>[] {
  const exactly = meaningsOf(lexicon, key)
  if (exactly.length > 0 || key.length < 3 || !key.endsWith('s') || /(?:ss|https)$/.test(key)) return exactly
  if (key.endsWith('ies')) return meaningsOf(lexicon, `${key.slice(0, -3)}y`)
  const singular = meaningsOf(lexicon, key.slice(0, -1))
  return singular.length === 0 && key.endsWith('es') ? meaningsOf(lexicon, key.slice(0, -2)) : singular
}

function meaningsOf<T>(lexicon: Lexicon<T>, key: string): readonly Meaning<T>[] {
  const senses = lexicon.sensesOf(key)
  if (senses === undefined) return nothing
  if (typeof senses === 'number') return [{ value: lexicon.valueAt(senses) }]
  return senses.map(([index, exact]) => ({ value: lexicon.valueAt(index), exact }))
}

const nothing: readonly never[] = []

/** The names in a text that separates them by commas. */
export function listed(names: string): readonly string[] {
  return names.split(',').map(name => name.trim())
}

/** Splits a text into words. CJK runs, which have no blanks, become one word per character. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  let end = -3
  let at = 0
  while (at < text.length) {
    const stop = wordEnd(text, at)
    if (stop === at) {
      at++
      continue
    }
    words.push({ text: plain(text.slice(at, stop)), start: at, end: stop, joins: isJoint(text, end, at) })
    end = stop
    at = stop
  }
  return words
}

/** No name has more words; a bound keeps the search linear whatever the text. */
const mostWords = 12

function longestAt<T>(
  lexicon: Lexicon<T>,
  { text, words, at }: { text: string; words: readonly Word[]; at: number },
): NameMatch<T> | undefined {
  const first = words[at]
  if (!first) return undefined
  let best: NameMatch<T> | undefined
  let key = ''
  for (let to = at; to < words.length && to < at + mostWords; to++) {
    const word = words[to]
    if (!word || (to > at && !word.joins)) break
    key += word.text
    if (key.length > lexicon.longest + 2) break
    const raw = text.slice(first.start, word.end)
    const meaning = lookUp(lexicon, key).find(
      one => one.exact === undefined || (one.exact === raw && standsAlone(text, first.start, word.end)),
    )
    if (meaning) {
      const everyday = meaning.exact !== undefined
      best = { value: meaning.value, start: first.start, end: word.end, from: at, to: to + 1, everyday }
    }
  }
  return best
}

/** An everyday word inside `RenderQueue` is no name. */
function standsAlone(text: string, start: number, end: number): boolean {
  return sortOf(text, start - 1) === 0 && sortOf(text, end) === 0
}

const upper = 1
const lower = 2
const digit = 3
const ideograph = 4

function wordEnd(text: string, at: number): number {
  const first = sortOf(text, at)
  if (first === 0) return at
  if (first === ideograph) return at + 1
  let end = at + 1
  let sort = first
  while (end < text.length) {
    const next = sortOf(text, end)
    if (next === sort) end++
    else if (sort === upper && next === lower) {
      if (end - at > 1) return end - 1
      sort = lower
      end++
    } else return end
  }
  return end
}

function sortOf(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code >= 97 && code <= 122) return lower
  if (code >= 65 && code <= 90) return upper
  if (code >= 48 && code <= 57) return digit
  if (code < 0xaa) return 0
  if ((code >= 0x3040 && code <= 0x30ff) || (code >= 0x3400 && code <= 0x9fff)) return ideograph
  const char = text.charAt(at)
  if (!/[\p{L}\p{M}]/u.test(char)) return 0
  return char !== char.toLowerCase() ? upper : lower
}

function plain(word: string): string {
  const small = word.toLowerCase()
  return /^[a-z0-9]*$/.test(small) ? small : small.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC')
}

function isJoint(text: string, end: number, start: number): boolean {
  const gap = start - end
  if (gap === 0) return true
  if (gap > 2 || end < 0) return false
  const between = text.slice(end, start)
  return gap === 1 ? " -_./&+'’ \t".includes(between) : between === '  '
}
