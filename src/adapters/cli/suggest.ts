// Did you mean: the nearest known word, in the words of a complaint.

import { nearest } from '../../service'

/** ` (did you mean 'lint'?)`, or nothing when no known word is near. */
export function didYouMean(word: string, known: readonly string[]): string {
  const meant = nearest(word, known)
  return meant === undefined ? '' : ` (did you mean '${meant}'?)`
}
