// Explanations that speak of the words of a phrase, the ones that speak of them most first.

import { lazily } from '../lazily'
import { wordsOf } from '../names/lexicon'
import { entryTable, technologyTable } from '../names/tables'
import { remembered } from '../remembered'
import type { Entry } from './entry'
import { termsOf } from './glossary/glossary'
import { entryOfProduct, withoutBrand } from './senses'

/** How much it says about an entry that a word stands there. */
const weights = { name: 6, what: 2, text: 1 } as const

/** Words that a phrase has for grammar's sake. */
const fillers = new Set(
  'a an and any are as at be been but by can choose could did do does for from get gets got had happen happens has have how i if in into is it its keep keeps many me more most much my need not of off on or our out over per pick picking should so some than that the their them then there these they this to too up us use used using very vs was we what when where which while who why will with without would you your'.split(
    ' ',
  ),
)

/** Of what a phrase says, how much an entry must speak of; a word counts for the more the fewer entries have it. */
const LEAST_COVERED = 0.62
/** The same for an entry whose whole name is in the phrase. */
const LEAST_BESIDE_NAME = 0.12

/** Who asks in general isn't told of a product first. */
const weightOfTopic = ({ topic }: Entry): number => (topic === 'products' ? 0.5 : 1)

const BONUS_OF_NAME = 1.25

/** Entries that speak of the words of a phrase, best first; at most `most`. */
export const entriesAbout = (phrase: string, most = 5): readonly Entry[] =>
  ranked(phrase)
    .slice(0, most)
    .map(({ entry }) => entry)

/** How much more it must say than the next to be the answer rather than one of several offers. */
const CLEARLY = 1.5

/** The best of them, if it speaks of every word of the phrase and its name is among them: `axios default timeout`. */
export function entrySayingAll(phrase: string): Entry | undefined {
  const [best, next] = ranked(phrase)
  return best?.saysAll && best.score > CLEARLY * (next?.score ?? 0) ? best.entry : undefined
}

interface Scored {
  readonly entry: Entry
  readonly score: number
  readonly saysAll: boolean
}

/** As many as anybody asks for. */
const MOST_RANKED = 50

/** One question asks for it several times. */
const ranked = remembered(rank)

function rank(phrase: string): readonly Scored[] {
  const words = wordsSaid(phrase)
  if (words.length === 0 || words.length > MOST_WORDS) return []
  const rarities = words.map(rarityOf)
  const total = rarities.reduce((sum, rarity) => sum + rarity, 0)
  const scored = index().rows.flatMap(({ entry, weightOf, names }) => {
    const found = words.map(word => weightOf.get(word) ?? 0)
    const covered = rarities.reduce((sum, rarity, at) => sum + (found[at] ? rarity : 0), 0) / total
    const named = rarities.reduce((sum, rarity, at) => sum + rarity * (found[at] ?? 0), 0) / total
    const inside = names.some(name => name.size > 0 && [...name].every(word => words.includes(word)))
    // A single word that only stands somewhere in the text says too little.
    const enough = words.length === 1 ? found[0] === weights.name : named >= 1
    return covered < (inside ? LEAST_BESIDE_NAME : LEAST_COVERED) || !enough
      ? []
      : [
          {
            entry,
            score: named * covered ** 4 * weightOfTopic(entry) * (inside ? BONUS_OF_NAME : 1),
            saysAll: inside && found.every(weight => weight > 0),
          },
        ]
  })
  return scored
    .sort((a, b) => b.score - a.score || a.entry.title.length - b.entry.title.length)
    .slice(0, MOST_RANKED)
}

/** The words that matter, `terminationGracePeriod` and `CERT_HAS_EXPIRED` in pieces where no entry has them whole. */
function wordsSaid(phrase: string): readonly string[] {
  const { entriesWith } = index()
  const words = phrase.split(/[\s_]+/).flatMap(word => {
    const whole = stemsOf(word)
    const pieces = whole.every(stem => entriesWith.has(stem))
      ? whole
      : wordsOf(word).map(({ text }) => stemOf(text))
    // GET is a name, "get" is none.
    return /^[A-Z]{2,}$/.test(word) ? pieces : pieces.filter(piece => !fillers.has(piece))
  })
  const said = [...new Set(words)].filter(word => word !== '')
  // What is left of `valueOf` alone says nothing.
  return said.length === 1 && !entriesWith.has(stemOf(phrase.toLowerCase())) && /^\w+$/.test(phrase)
    ? []
    : said
}

/** Of a name, how much a phrase must say to mean it. */
const LEAST_OF_NAME = 0.6

/** The one entry with a name that has every word of a phrase, and that name; none if several have one. */
export function entryNamedWith(phrase: string): { entry: Entry; name: string } | undefined {
  const words = wordsSaid(phrase)
  if (words.length < 2 || words.length > MOST_WORDS) return undefined
  const [only, other] = index().rows.flatMap(({ entry, names, written }) => {
    // "Database service" is no short form of a product called Database Migration Service.
    const least = entry.topic === 'products' ? 1 : LEAST_OF_NAME
    const at = names.findIndex(
      name => name.size * least <= words.length && words.every(word => name.has(word)),
    )
    return at < 0 ? [] : [{ entry, name: written[at]! }]
  })
  return other === undefined ? only : undefined
}

/** No question has more words; a bound keeps the search short whatever is typed. */
const MOST_WORDS = 24

/** Inverse document frequency: near 0 for a word that every entry has, the highest for one that none has. */
function rarityOf(word: string): number {
  const { rows, entriesWith } = index()
  return Math.log(1 + rows.length / (1 + (entriesWith.get(word) ?? 0)))
}

interface Row {
  readonly entry: Entry
  readonly weightOf: ReadonlyMap<string, number>
  /** Its names as they are written, and the words of each. */
  readonly written: readonly string[]
  readonly names: readonly ReadonlySet<string>[]
}

const index = lazily(() => {
  const rows = entryTable()
    .values()
    .map((entry): Row => {
      const written = namesOf(entry)
      const names = written.map(name => new Set(stemsOf(name).filter(stem => !fillers.has(stem))))
      return { entry, weightOf: weightsIn(entry), written, names }
    })
  const entriesWith = new Map<string, number>()
  for (const { weightOf } of rows)
    for (const word of weightOf.keys()) entriesWith.set(word, (entriesWith.get(word) ?? 0) + 1)
  return { rows, entriesWith }
})

function weightsIn(entry: Entry): ReadonlyMap<string, number> {
  const { what, where, cost, use, breaks, numbers } = entry
  const weightOf = new Map<string, number>()
  const add = (text: string, weight: number) => {
    for (const word of stemsOf(text)) if ((weightOf.get(word) ?? 0) < weight) weightOf.set(word, weight)
  }
  for (const text of [where, cost, use, breaks, numbers]) add(text ?? '', weights.text)
  for (const { text } of termsOf(entry.id)) add(text, weights.text)
  add(what, weights.what)
  for (const name of namesOf(entry)) add(name, weights.name)
  return weightOf
}

const namesOf = ({ id, title, aliases, everyday = [], typed = [] }: Entry): readonly string[] => [
  id,
  title,
  ...aliases,
  ...everyday,
  ...typed,
  ...termsOf(id).flatMap(({ names }) => names),
  // "ALB 502" has no more of the status than its number.
  ...(/^status-(\d{3})$/.exec(id)?.slice(1) ?? []),
  ...(namesOfProducts().get(id) ?? []),
]

/** What the products are called that an explanation is about, by its id: "Aurora failover" is Amazon Aurora's. */
const namesOfProducts = lazily(() => {
  const names = new Map<string, readonly string[]>()
  for (const technology of technologyTable().values()) {
    const id = technology.language === true ? undefined : entryOfProduct(technology)?.id
    if (id === undefined) continue
    const { name, aliases } = technology
    names.set(id, [...(names.get(id) ?? []), name, withoutBrand(name), ...aliases])
  }
  return names
})

/** Words without their endings: "retries", "retried" and "retry" are one. `OpenAPI` is one word, not two. */
export const stemsOf = (text: string): readonly string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map(stemOf)

function stemOf(word: string): string {
  if (word.length < 4) return word
  const singular = word.replace(/ie[sd]$|iness$/, 'y').replace(/(?<=[^su])s$/, '')
  return singular
    .replace(/(?<=...)at(?:ions?|e[sd]?|ing|ors?)$/, 'at')
    .replace(/(?<=....)icat$/, '')
    .replace(/(?<=....)(?:ment|ness|ions?)$/, '')
    .replace(/(?<=...)(?:ing|ed|er|or|e)$|(?<=.....)y$/, '')
    .replace(/([b-df-hj-km-np-rtv-z])\1$/, '$1')
}
