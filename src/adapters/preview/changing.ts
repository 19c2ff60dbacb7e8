// What a figure was and is, as everything that is tried says it.

import { durationText } from './format'

/** A figure in words, and the beginning of them that says what it was, where that was something else. */
export interface Changing {
  readonly text: string
  readonly past: string
}

/** `600 → 210 ms`: a unit that both have is said once. Without a figure of before it is what it is. */
export const changing = <T>(
  before: T | null | undefined,
  now: NonNullable<T>,
  words: (figure: NonNullable<T>) => string,
): Changing => {
  const after = words(now)
  const past = before === null || before === undefined ? '' : formerly(words(before), after)
  return { text: `${past}${after}`, past }
}

/** What comes before the figure of now; nothing where they read alike. */
export const formerly = (before: string, after: string): string => {
  if (before === after) return ''
  const unit = unitOf(before)
  const number = unit !== '' && unit === unitOf(after) ? before.slice(0, -unit.length) : before
  return `${number} → `
}

/** What follows the last digit; nothing where there is none. */
const unitOf = (figure: string): string => /\d(\D*)$/.exec(figure)?.[1] ?? ''

/** With its sign; undefined where there is nothing to subtract. */
export const difference = (
  before: number | null | undefined,
  after: number | null,
  words: (amount: number) => string = durationText,
): string | undefined => {
  if (before === null || before === undefined || after === null) return undefined
  return `${after < before ? '−' : '+'}${words(Math.abs(after - before))}`
}
