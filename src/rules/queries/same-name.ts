// When two names in different pictures are meant to be one.

import { remembered } from '../../knowledge'
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
