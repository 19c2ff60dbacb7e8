// A text's words as evidence: in singular, without numbers; Chinese and Japanese in pairs of characters.

import { remembered, wordsOf } from '../../../knowledge'

const mostWords = 24

/** At most so many, in order. */
export const wordsIn = remembered((text: string): readonly string[] => {
  const found: string[] = []
  let before = ''
  for (const { text: word } of wordsOf(text)) {
    const ideograph = word >= '\u3040' && word.length === 1
    if (ideograph) {
      if (before !== '') found.push(before + word)
      before = word
      continue
    }
    before = ''
    if (word.length > 1 && !/^\d/.test(word)) found.push(singular(word))
    if (found.length >= mostWords) break
  }
  return found
})

const singular = (word: string): string =>
  word.length > 4 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
