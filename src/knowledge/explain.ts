// Finds the explanation of what stands at a place in a text, or of a term typed by hand.

import { describeTechnology } from './describe'
import type { Entry } from './entry'
import { lazily } from './lazily'
import { fold, lookUp, namesIn } from './lexicon'
import { quantityAt } from './quantities'
import { closest } from './spelling'
import { entryTable } from './tables'
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
  if (port) return { computed: port.markdown, suggestions: [] }
  const product = productOf(text)
  if (product.computed !== undefined) return { ...product, suggestions: [] }
  const meant = closest(fold(text), names())
  const inside = meant.length > 0 ? undefined : namesIn(entryTable(), text)[0]?.value
  if (inside) return { entry: inside, suggestions: [] }
  const [best] = meant
  if (best !== undefined && best.distance === 1) {
    const entry = lookUp(entryTable(), best.name)[0]?.value
    if (entry) return { entry, suggestions: [] }
  }
  return { suggestions: [...new Set(meant.map(({ name }) => titles().get(name) ?? name))].slice(0, 5) }
}

/** All explanations. */
export function entries(): readonly Entry[] {
  return entryTable().values
}

/** The entry of that id. */
export function entryById(id: string): Entry | undefined {
  return byId().get(id)
}

function explainLine(line: string, offset: number): Explanation | undefined {
  const quantity = quantityAt(line, offset)
  if (quantity)
    return {
      ...withEntry(quantity.entry),
      computed: quantity.markdown,
      start: quantity.start,
      end: quantity.end,
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
  return (
    product && { computed: describeTechnology(product.technology), start: product.start, end: product.end }
  )
}

/** A bare `503` is a status code, unless a unit follows or digits surround it. */
function statusAt(line: string, offset: number): Explanation | undefined {
  for (const match of line.matchAll(
    /(?<![\w.:/,#$€-])[1-5]\d\d(?![\w%:/]|[.,]\d|\s?(?:ms|s|%|users?|items?|req|rps|[kMG]?B)\b)/g,
  )) {
    const [start, end] = [match.index, match.index + 3]
    const entry = covers({ start, end }, offset) ? byId().get(`status-${match[0]}`) : undefined
    if (entry) return { entry, start, end }
  }
  return undefined
}

function entryNamed(text: string): Entry | undefined {
  return lookUp(entryTable(), fold(text))[0]?.value
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
  for (const key of Object.keys(entryTable().keys))
    known.set(key, lookUp(entryTable(), key)[0]?.value.title ?? key)
  return known
})

const names = lazily(() => [...titles().keys()])
