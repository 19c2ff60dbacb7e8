// Phrases that are made of names alone: `TLS session tickets`, "exponential backoff with jitter".

import { distinctSenses, type Sense, sensesOf } from './senses'

/** Words that join names. */
const joints = new Set(
  'a an and at behind between by for from in of on or over per the to via with'.split(' '),
)

/** A name has no more words. */
const MOST_WORDS_OF_NAME = 5
const MOST_WORDS = 10
const MOST_NAMES = 3

/** What a phrase's names mean, in its order, where it has two or three of them and no other word; else none. */
export function namedInTurn(phrase: string): readonly Sense[] {
  const words = phrase.split(' ')
  if (words.length > MOST_WORDS) return []
  const found: Sense[] = []
  for (let at = 0; at < words.length; ) {
    const next = longestNameAt(words, at)
    if (next) found.push(next.sense)
    else if (!joints.has(words[at]!.toLowerCase())) return []
    at += next?.length ?? 1
  }
  const senses = distinctSenses(found)
  return found.length >= 2 && found.length <= MOST_NAMES ? senses : []
}

function longestNameAt(words: readonly string[], at: number): { sense: Sense; length: number } | undefined {
  for (let length = Math.min(MOST_WORDS_OF_NAME, words.length - at); length > 0; length--) {
    const [sense] = sensesOf(words.slice(at, at + length).join(' '))
    // A storm of broadcasts is no product.
    if (sense?.entry && (!sense.entry.id.startsWith('product-') || /[A-Z\d]/.test(words[at]!)))
      return { sense, length }
  }
  return undefined
}
