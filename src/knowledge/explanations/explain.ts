// Finds the explanation of what stands at a place in a text, or of a term typed by hand.

import { lazily } from '../lazily'
import { fold, lookUp, namesIn } from '../names/lexicon'
import { closest } from '../names/spelling'
import { entryTable, glossaryTable, typedTable } from '../names/tables'
import { technologies, technologiesIn } from '../technologies'
import { comparedIn } from './compare'
import { describeTechnology, describeWithFigures } from './describe'
import type { Entry, Topic } from './entry'
import { errorNamed } from './error-messages'
import { glossesOf } from './glossary/glossary'
import { namedInTurn } from './named-in-turn'
import { portAsked } from './port-asked'
import { type Quantity, quantityAt } from './quantities'
import { entriesAbout, entryNamedWith, entrySayingAll } from './search'
import {
  distinctSenses,
  entryById,
  entryOfKind,
  entryOfProduct,
  type Sense,
  sensesOf,
  withoutBrand,
} from './senses'
import { type Setting, settingsAt, settingsNamed } from './settings'
import { spellingsOf } from './spellings'
import { symptomIn } from './symptoms'

export interface Explanation {
  readonly entry?: Entry
  /** Markdown about this very value or product: the size of a CIDR block, what 99.95% is in a year. */
  readonly computed?: string
  readonly start: number
  readonly end: number
}

export interface Answer {
  /** What the term means, the likeliest first. */
  readonly senses: readonly Sense[]
  /** Where nothing has that name: explanations that speak of all its words, best first. */
  readonly related: readonly Entry[]
  /** Where there is neither: names spelled nearly so. A suggestion, never an answer. */
  readonly suggestions: readonly string[]
}

/** What there is to say about what stands at an offset of a text. */
export function entryAt(text: string, offset: number): Explanation | undefined {
  const around = lineAround(text, offset)
  const found = explainLine(around.text, offset - around.start)
  return found && { ...found, start: found.start + around.start, end: found.end + around.start }
}

/**
 * What there is to say about a term: a name, a status code, a port, a CIDR block, a figure. A name beats a figure, a
 * figure beats words that are found in a text, and what is merely spelled nearly so is no answer. `amountIn` reads
 * phrases with figures that take arithmetic.
 */
export function explain(term: string, amountIn = noAmount): Answer {
  const senses = meaningsOf(term, amountIn)
  if (senses.length > 0) return answered(senses)
  const text = plainTerm(term)
  const found = foundIn(text)
  if (found.length > 0) return answered(found)
  const about = entriesAbout(text)
  const related = about.length > 0 ? about : entriesNamedIn(text)
  return { senses: [], related, suggestions: related.length > 0 ? [] : namesLike(text) }
}

/** What is meant by a phrase that is no name itself: the one name that has its words, the one product it is about. */
function foundIn(text: string): readonly Sense[] {
  const worded = entryNamedWith(text)
  if (worded) {
    const senses = sensesOf(worded.name)
    return senses.some(({ entry }) => entry === worded.entry) ? senses : [{ entry: worded.entry }]
  }
  const described = productIn(text)
  if (described) return [described]
  const symptom = symptomIn(text)
  if (symptom) return [symptom]
  const saying = entrySayingAll(text)
  if (saying) return [aboutProductOf(text, saying)]
  const [best, ...others] = entriesAbout(text)
  const parts = namedInTurn(text)
  // What speaks of the whole phrase is offered before what its words mean one by one.
  if (best && !parts.some(({ entry }) => entry === best)) return []
  const rank = ({ entry }: Sense) => [best, ...others].indexOf(entry) >>> 0
  return [...parts].sort((a, b) => rank(a) - rank(b))
}

/** "Step Functions retry": with the explanation of several products, what is known of the one that is named. */
function aboutProductOf(text: string, entry: Entry): Sense {
  const named = technologiesIn(text).find(
    ({ everyday, technology }) => !everyday && entryOfProduct(technology) === entry,
  )
  return { entry, ...(named && { computed: describeWithFigures(named.technology) }) }
}

/** "Azure Front Door timeout": the one product of the phrase, where only its figures are known and little else is said. */
function productIn(text: string): Sense | undefined {
  const [only, other] = technologiesIn(text).filter(({ everyday }) => !everyday)
  if (!only || other || entryOfProduct(only.technology) || 2 * (only.end - only.start) < text.length)
    return undefined
  const entry = entryOfKind(only.technology)
  return { ...(entry && { entry }), computed: describeWithFigures(only.technology) }
}

/** What is named within a phrase, in any language: `接口幂等性` has the name of idempotency in it. */
function entriesNamedIn(text: string): readonly Entry[] {
  const least = leastLetters(text)
  const named = [
    ...namesIn(entryTable(), text).filter(({ everyday }) => !everyday),
    ...namesIn(typedTable(), text),
  ].filter(({ start, end }) => end - start >= least)
  const longest = named.sort((a, b) => b.end - b.start - (a.end - a.start))
  return [
    ...new Set(longest.flatMap(({ value }) => (typeof value === 'string' ? entryById(value) : value) ?? [])),
  ].slice(0, 3)
}

/** Two characters of Chinese say as much as five letters. */
const leastLetters = (text: string): number => (/[\u3040-\u9fff\uac00-\ud7af]/.test(text) ? 2 : 5)

/** The same without a search through the explanations' texts: none where a term is nothing's name or figure. */
export function meaningsOf(term: string, amountIn = noAmount): readonly Sense[] {
  const text = plainTerm(term)
  const message = isMessage(text) ? errorNamed(text) : undefined
  if (message) return [message]
  const figure = isFigure(text) ? (amountIn(text) ?? figureNamed(text)) : undefined
  const named = distinctSenses([
    ...settingsIn(text),
    ...codesNamed(text),
    ...(figure ? [figure] : []),
    ...sensesOf(text),
  ])
  if (named.length > 0) return withNote(named, text)
  const compared = comparedIn(text, codesNamed)
  if (compared.length > 0) return compared
  const read = portAsked(text) ?? errorNamed(text) ?? amountIn(text) ?? figureNamed(text)
  return read ? [read] : []
}

/** `ECONNRESET` is a name of the explanation of resets, and a message that says more than that. */
function withNote([first, ...others]: readonly Sense[], text: string): readonly Sense[] {
  const message = first?.computed === undefined ? errorNamed(text) : undefined
  return first && message?.entry === first.entry ? [{ ...first, ...message }, ...others] : [first!, ...others]
}

/** What a program printed: its parts are names of other things too (`SSL`, `200 (OK)`), but the whole is the error. */
const isMessage = (text: string): boolean =>
  /^[a-z]{2,20}: [a-z]|^[A-Z]{2,8}: [A-Z_]{6,}|\bERR_[A-Z]|\w(?:Error|Exception)\b.*[: ]/.test(text)

/** `proxy_read_timeout 30s` and "what is proxy_read_timeout": keys of configuration files. */
function settingsIn(text: string): readonly Sense[] {
  for (const spelling of spellingsOf(text)) {
    const settings = settingsNamed(spelling)
    if (settings.length > 0) return toldTogether(settings)
  }
  return []
}

/** Settings that have an explanation in common, with it. */
function toldTogether(settings: readonly Setting[]): readonly Sense[] {
  const ids = [...new Set(settings.map(({ entry }) => entry))]
  const told = (id: string) => settings.flatMap(({ entry, markdown }) => (entry === id ? [markdown] : []))
  return ids.map(id => ({ ...withEntry(id), computed: told(id).join('\n\n') }))
}

const noAmount: (text: string) => Sense | undefined = () => undefined

/** On one line, `99,9 %` with a point. */
const plainTerm = (term: string): string =>
  term
    .trim()
    .replace(/\s+/g, ' ')
    .slice(0, 200)
    .replace(/(?<=^|\s)(\d{1,3}),(\d{1,2}(?= ?(?:m?s\b|sec|min|h\b))|\d{1,6}(?= ?%))/, '$1.$2')

const answered = (senses: readonly Sense[]): Answer => ({ senses, related: [], suggestions: [] })

/** Begins like a number or an address: what it comes to is asked first, its name after that. */
const isFigure = (text: string): boolean =>
  /^[\d/:[]|^[a-f\d]{0,4}:|^(?:one|two|three|four|five|six|seven) (?:nines|9s)\b|^[a-z][a-z ]{1,20}[=:] ?\d/i.test(
    text,
  ) && !/^\d{3}\b(?!\.|-?bit)/.test(text)

/** `404`, `HTTP 404`, `404 error`: the status; and `5432` the port. */
function codesNamed(text: string): readonly Sense[] {
  const code =
    /^(?:(?:http|https|status|error|code)[ :]{1,2}){0,2}([1-5]\d\d)(?: (?:error|status|response|code))?s?$/i.exec(
      text,
    )
  const entry = code?.[1] === undefined ? undefined : entryById(`status-${code[1]}`)
  if (entry) return [{ entry }]
  const port = /^\d{2,5}$/.test(text) ? quantityAt(`:${text}`, 1) : undefined
  return port ? [{ ...withEntry(port.entry), computed: port.markdown }] : []
}

function figureNamed(text: string): Sense | undefined {
  const quantity = quantityAt(text, 0)
  return quantity && quantity.end === text.length
    ? { ...withEntry(quantity.entry), computed: quantity.markdown }
    : undefined
}

function namesLike(text: string): readonly string[] {
  const meant = closest(fold(text), names())
  return [...new Set(meant.map(({ name }) => titles().get(name) ?? name))].slice(0, 5)
}

/** All explanations. */
export function entries(): readonly Entry[] {
  return entryTable().values()
}

function explainLine(line: string, offset: number): Explanation | undefined {
  const key = settingsAt(line, offset)
  if (key) return { ...toldTogether(key.settings)[0], start: key.start, end: key.end }
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
        : glossesOf(line.slice(named.start, named.end)).find(({ entry }) => entry === named.value.id)
            ?.markdown
    return {
      entry: named.value,
      ...(computed === undefined ? {} : { computed }),
      start: named.start,
      end: named.end,
    }
  }
  if (!product) return undefined
  const { technology, start, end } = product
  const entry = entryOfProduct(technology) ?? entryOfKind(technology)
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
    const entry = entryById(`status-${match[0]}`)
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
  const [before] = /(?<![A-Za-z])[A-Za-z]*\s?$/.exec(line.slice(Math.max(0, start - 20), start)) ?? ['']
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

function withEntry(id: string | undefined): { entry?: Entry } {
  const entry = id === undefined ? undefined : entryById(id)
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

const titles = lazily(() => {
  const known = new Map<string, string>()
  for (const key of entryTable().keys()) known.set(key, lookUp(entryTable(), key)[0]?.value.title ?? key)
  for (const key of typedTable().keys())
    known.set(key, sensesOf(key).find(({ entry }) => entry)?.entry?.title ?? key)
  for (const { names: each } of glossaryTable().values()) for (const name of each) known.set(fold(name), name)
  // `ngnix` means nginx, not the explanation that also speaks of it.
  for (const { name } of technologies())
    for (const each of [withoutBrand(name), name]) known.set(fold(each), name)
  return known
})

const names = lazily(() => [...titles().keys()])
