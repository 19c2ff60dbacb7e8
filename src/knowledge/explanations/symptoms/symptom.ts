// Troubles as people describe them: a sentence is taken for one whose words, in some form, it all has.

/** What somebody sees who has the trouble, and where to look. */
export interface Symptom {
  /** Groups of words separated by blanks; a sentence must have one word of each (`stale|old`). */
  readonly words: string
  readonly title: string
  /** Likely cause first, then how to tell, then the cure. */
  readonly text: string
  /** Id of the explanation to read with it. */
  readonly entry: string
}
