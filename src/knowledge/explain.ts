// Finds the explanation of what stands at a place in a text, or of a term typed by hand.

import { describeTechnology } from './describe'
import type { Entry, Topic } from './entry'
import { lazily } from './lazily'
import { type Found, fold, lookUp, namesIn } from './lexicon'
import { type Quantity, quantityAt } from './quantities'
import { closest, isSlip } from './spelling'
import { entryTable, typedTable } from './tables'
import { technologies, technologiesIn, technologyNamed } from './technologies'

export interface Explanation {
  readonly entry?: Entry
  /** Markdown about this very value or product: the size of a CIDR block, what 99.95 % is in a year. */
  readonly computed?: string
  readonly start: number
  readonly end: number
}

export interface Answer {
  readonly entry?: Entry
  readonly computed?: string
  /** Titles of what may have been meant, best first; empty if something was found. */
  readonly suggestions: readonly string[]
}

/** What there is to say about what stands at an offset of a text. */
export function entryAt(text: string, offset: number): Explanation | undefined {
  const around = lineAround(text, offset)
  const found = explainLine(around.text, offset - around.start)
  return found && { ...found, start: found.start + around.start, end: found.end + around.start }
}

/** What there is to say about a term (a name, a status code, a port, a CIDR block), forgiving typing errors. */
export function explain(term: string): Answer {
  const text = term.trim().slice(0, 200)
  const quantity = quantityAt(text, 0)
  if (quantity && quantity.end === text.length)
    return { ...withEntry(quantity.entry), computed: quantity.markdown, suggestions: [] }
  const exact = entryNamed(text) ?? byId().get(`status-${text}`)
  if (exact) return { entry: exact, ...productOf(text), suggestions: [] }
  const port = /^\d{2,5}$/.test(text) ? quantityAt(`:${text}`, 1) : undefined
  if (port) return { ...withEntry(port.entry), computed: port.markdown, suggestions: [] }
  const product = productOf(text)
  if (product.computed !== undefined) return { ...product, suggestions: [] }
  const compared = comparisonNamed(text)
  return compared ? { entry: compared, suggestions: [] } : guess(text)
}

/** What the term may have meant: a slip of the finger, a name inside a longer question, or several candidates. */
function guess(text: string): Answer {
  const key = fold(text)
  const meant = closest(key, names())
  const [best] = meant
  if (best !== undefined && isSlip(key, best)) {
    const entry = lookUp(entryTable(), best.name)[0]?.value
    const product = productOf(best.name)
    if (entry || product.computed !== undefined)
      return { ...(entry ? { entry } : {}), ...product, suggestions: [] }
  }
  const inside = meant.length > 0 ? undefined : (longestNameIn(text) ?? statusIn(text))
  if (inside) return { entry: inside, suggestions: [] }
  return { suggestions: [...new Set(meant.map(({ name }) => titles().get(name) ?? name))].slice(0, 5) }
}

/** "gRPC vs REST" is explained where "REST vs gRPC" is. */
function comparisonNamed(text: string): Entry | undefined {
  const [left, right, more] = text
    .replace(/^.*\bdifference between /i, '')
    .split(/\s(?:vs\.?|versus|or|and)\s/i)
  if (left === undefined || right === undefined || more !== undefined) return undefined
  return entryNamed(`${left} vs ${right}`) ?? entryNamed(`${right} vs ${left}`)
}

function longestNameIn(text: string): Entry | undefined {
  return namesIn(entryTable(), text).reduce<Found<Entry> | undefined>(
    (best, one) => (best && best.end - best.start >= one.end - one.start ? best : one),
    undefined,
  )?.value
}

function statusIn(text: string): Entry | undefined {
  const [code] = /(?<!\d)[1-5]\d\d(?!\d)/.exec(text) ?? []
  return code === undefined ? undefined : byId().get(`status-${code}`)
}

/** All explanations. */
export function entries(): readonly Entry[] {
  return entryTable().values()
}

/** The entry of that id. */
export function entryById(id: string): Entry | undefined {
  return byId().get(id)
}

function explainLine(line: string, offset: number): Explanation | undefined {
  const quantity = quantityAt(line, offset)
  if (quantity) {
    const { markdown, start, end } = quantity
    const set = isDuration(quantity, line) ? settingBefore(line, start) : undefined
    return set ? { entry: set, start, end } : { ...withEntry(quantity.entry), computed: markdown, start, end }
  }
  const status = statusAt(line, offset)
  if (status) return status
  const product = technologiesIn(line).find(one => covers(one, offset))
  const named = namesIn(entryTable(), line).find(one => covers(one, offset))
  if (named && (!product || named.end - named.start >= product.end - product.start)) {
    const computed =
      product && product.start === named.start && product.end === named.end
        ? describeTechnology(product.technology)
        : undefined
    return {
      entry: named.value,
      ...(computed === undefined ? {} : { computed }),
      start: named.start,
      end: named.end,
    }
  }
  if (!product) return undefined
  const { technology, start, end } = product
  const entry = entryOfProduct(technology.name) ?? entryOfProduct(technology.id)
  return { ...(entry ? { entry } : {}), computed: describeTechnology(technology), start, end }
}

function isDuration({ entry, start }: Quantity, line: string): boolean {
  return (entry === undefined || entry === 'perception') && /\d/.test(line.charAt(start))
}

/** In "timeout 2s" or "polling every 5s" the duration sets what stands before it; nobody perceives it. */
function settingBefore(line: string, start: number): Entry | undefined {
  const found = namesIn(entryTable(), line.slice(0, start)).at(-1)
  const between = found && line.slice(found.end, start)
  return between !== undefined &&
    /^[\s:=<≤~]{1,3}(?:(?:every|after|of|for) )?$/.test(between) &&
    settings.has(found?.value.topic ?? 'latency')
    ? found?.value
    : undefined
}

const settings: ReadonlySet<Topic> = new Set<Topic>([
  'resilience',
  'real time',
  'balancing',
  'caching',
  'naming',
  'transport',
  'http',
])

/** A bare `503` is a status code where the words beside it speak of answers; `500 units` and `Room 404` are none. */
function statusAt(line: string, offset: number): Explanation | undefined {
  for (const match of line.matchAll(
    /(?<![\w.:/,#$€-])[1-5]\d\d(?![\w%:/]|[.,]\d|\s?(?:ms|s|%|users?|items?|req|rps|[kMG]?B)\b)/g,
  )) {
    const [start, end] = [match.index, match.index + 3]
    if (!covers({ start, end }, offset)) continue
    const entry = byId().get(`status-${match[0]}`)
    if (entry && answersBeside(line, { start, end, entry })) return { entry, start, end }
  }
  return undefined
}

interface Code {
  readonly start: number
  readonly end: number
  readonly entry: Entry
}

function answersBeside(line: string, { start, end, entry }: Code): boolean {
  const [before] = /[A-Za-z]*\s?$/.exec(line.slice(Math.max(0, start - 20), start)) ?? ['']
  const [after] = /^\s?[A-Za-z]*/.exec(line.slice(end, end + 20)) ?? ['']
  const phrase = entry.title.slice(4).toLowerCase()
  const [last, next] = [before.trim().toLowerCase(), after.trim().toLowerCase()]
  return (
    (last === '' || beforeStatus.has(last)) &&
    (next === '' || afterStatus.has(next) || phrase.startsWith(next))
  )
}

const beforeStatus = new Set(
  'http https status code codes error errors return returns returned respond responds response answer answers reply replies gets get got with a an or and on if is as from to than sends send sporadic random'.split(
    ' ',
  ),
)
const afterStatus = new Set(
  'error errors response responses status if on when or and for from with vs after until storm storms code instead to then'.split(
    ' ',
  ),
)

function entryNamed(text: string): Entry | undefined {
  const key = fold(text)
  const typed = lookUp(typedTable(), key)[0]?.value
  return lookUp(entryTable(), key)[0]?.value ?? (typed === undefined ? undefined : byId().get(typed))
}

/** The H2 database has nothing to do with h2, the version of HTTP: everyday names don't count. */
function entryOfProduct(name: string): Entry | undefined {
  return lookUp(entryTable(), fold(name)).find(({ exact }) => exact === undefined)?.value
}

function productOf(text: string): { computed?: string } {
  const technology = technologyNamed(text)
  return technology ? { computed: describeTechnology(technology) } : {}
}

function withEntry(id: string | undefined): { entry?: Entry } {
  const entry = id === undefined ? undefined : byId().get(id)
  return entry ? { entry } : {}
}

function covers({ start, end }: { start: number; end: number }, offset: number): boolean {
  return start <= offset && offset <= end
}

/** The line around an offset, no more than 200 characters to either side. */
function lineAround(text: string, offset: number): { text: string; start: number } {
  const start = Math.max(text.lastIndexOf('\n', offset - 1) + 1, offset - 200)
  const newline = text.indexOf('\n', offset)
  return { text: text.slice(start, Math.min(newline < 0 ? text.length : newline, offset + 200)), start }
}

const byId = lazily(() => new Map(entries().map(entry => [entry.id, entry])))

const titles = lazily(() => {
  const known = new Map<string, string>()
  for (const { name } of technologies()) known.set(fold(name), name)
  for (const key of entryTable().keys()) known.set(key, lookUp(entryTable(), key)[0]?.value.title ?? key)
  for (const key of typedTable().keys()) known.set(key, entryNamed(key)?.title ?? key)
  return known
})

const names = lazily(() => [...titles().keys()])
