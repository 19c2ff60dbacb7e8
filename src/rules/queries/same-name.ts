// When two names in different pictures are meant to be one.

import { remembered } from '../../knowledge'
import { type End, framesAround } from '../../model/ends'
import { escaped } from './visible-text'

/** `Order Service (8007)`, `order-svc :8007` and `OrderService` become one word; what tells copies apart stays. */
export const sameName: (name: string) => string = remembered(name => {
  const words = name
    .replace(/\([^()]*\)|:\d{2,5}\b|\b\d{4,5}\b|\d\uFE0F?\u20E3/g, ' ')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/\bauthentication\b/g, 'auth')
    .replace(/\bload[- ]?balancers?\b/g, 'lb')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
  return words.replace(generic, '').replaceAll(' ', '') || roleOf(words)
})

/** One name goes on where the other ends: `Order service` and `Order service Node.js`. */
export function isNamedAlike(one: string, other: string): boolean {
  const [a, b] = [sameName(one), sameName(other)]
  return a.startsWith(b) || b.startsWith(a)
}

/** `Backend`, `API` and `API server` name nothing but what they do. */
const roleOf = (words: string): string =>
  /\b(?:dbs?|databases?)\b/.test(words) ? 'database' : /\bcaches?\b/.test(words) ? 'cache' : 'server'

const generic =
  /\b(?:micro ?services?|services?|svc|apis?|servers?|backend|containers?|dbs?|databases?|caches?|primary|master)\b/g

/** A sentence on what is called so that goes on with these words: `the order service uses an outbox`; or others. */
export function saidOf(name: string, words: RegExp, ...orElse: readonly RegExp[]): RegExp {
  const others = orElse.map(({ source }) => `|${source}`).join('')
  return new RegExp(`${escaped(name)}[^.|>\\n]{0,120}(?:${words.source})${others}`, 'i')
}

/** Their names as they stand apart in a sentence, with the frames that tell two of one name apart: `Worker (Zone b)`, or `the other Worker`. */
export function toldApart(one: End, other: End): readonly [string, string] {
  if (one.name !== other.name) return [one.name, other.name]
  const [mine, its] = [frameBeside(one, other), frameBeside(other, one)]
  return [
    mine ? `${one.name} (${mine})` : one.name,
    its ? `${other.name} (${its})` : `the other ${other.name}`,
  ]
}

/** The nearest frame around it of which the other has none of that name. */
const frameBeside = (end: End, other: End): string | undefined => {
  const names = new Set(framesAround(other).map(({ name }) => name))
  return framesAround(end).find(({ name }) => !names.has(name))?.name
}

/** Their names, with the frames they stand in where both are called the same: `Orders DB (Oslo) and Orders DB (Milan)`. */
export function bothNamed(one: End, other: End): string {
  if (one.name !== other.name) return `${one.name} and ${other.name}`
  const [mine, its] = [frameBeside(one, other), frameBeside(other, one)]
  if (!mine && !its) return `Two boxes named ${one.name}`
  const framed = (name: string, frame: string | undefined): string => (frame ? `${name} (${frame})` : name)
  return `${framed(one.name, mine)} and ${framed(other.name, its)}`
}
