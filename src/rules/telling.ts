// A hazard as documents tell it in words: in a sentence around the diagrams, in a box, on an arrow, in a note.

import type { System } from '../model/system'
import { isDenied, isElsewhere, isSupposed, outsideQuotes } from './claims'

export interface Telling {
  /** Each of these is in the sentence. */
  readonly words: readonly RegExp[]
  /** Sentences with these words say that it is dealt with, or speak of something else. */
  readonly unless?: RegExp
  /** Words anywhere in the document by which it is dealt with; those of the rule unless stated. */
  readonly settledBy?: RegExp
  /** Words that are somewhere in the document, if not in the sentence: what makes it matter. */
  readonly besides?: RegExp
  /** What a diagram of the document shows as well. */
  readonly drawn?: (system: System) => boolean
  /** What is so. Why it hurts. What to do. */
  readonly message: string
}

/** Whether a sentence tells it as something that is so, and not as something to be avoided, feared or weighed. */
export const tells = (sentence: string, { words, unless }: Telling): boolean =>
  sentence.length <= longest &&
  !(words.length > 1 && name.test(sentence)) &&
  !sentence.includes('|') &&
  words.every(each => each.test(sentence)) &&
  !unless?.test(sentence) &&
  !isElsewhere(sentence) &&
  outsideQuotes(sentence)
    .split(/[;；]/)
    .some(part => words.every(each => each.test(part)) && !isSupposed(part, words) && !isDenied(part, words))

/** One or two words, as most boxes have: a name, which tells nothing together, and the patterns are slow to prepare. */
const name = /^[!-~]*(?: [!-~]+)?$/

/** A paragraph without a full stop puts words together that have nothing to do with each other, and so do the cells of a row. */
const longest = 400
