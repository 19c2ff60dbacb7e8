// When two names in different pictures are meant to be one.

import { remembered } from '../../knowledge'
import { type End, isComponent } from '../../model/ends'
import { escaped } from './visible-text'

/** `Order Service (8007)`, `order-svc :8007` and `OrderService` become one word; what tells copies apart stays. */
export const sameName: (name: string) => string = remembered(name => {
  const words = name
    .replace(/\([^()]*\)|:\d{2,5}\b|\b\d{4,5}\b/g, ' ')
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

/** Their names, with the frames they stand in where both are called the same: `Orders DB (Oslo) and Orders DB (Milan)`. */
export function bothNamed(one: End, other: End): string {
  const frames = [one, other].map(end => (isComponent(end) ? end.boundary?.name : undefined))
  const areAlike = one.name === other.name && frames[0] !== frames[1]
  const [first, second] = [one, other].map(({ name }, at) =>
    areAlike && frames[at] !== undefined ? `${name} (${frames[at]})` : name,
  )
  return first === second ? `Two boxes named ${first}` : `${first} and ${second}`
}
