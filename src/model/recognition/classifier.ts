// Who answers the questions of recognition from what was seen: the learned weights, or those that are measured.

import type { Seen } from './evidence/seen'

/** Is this picture a design, what is this box, and what is this arrow? */
export type Question = 'picture' | 'box' | 'arrow'

/** Answers with their chances, which add up to 1; the likeliest first. */
export type Answers = readonly (readonly [answer: string, chance: number])[]

/** `about` tells a measurement which thing of the picture is asked about; it is no evidence. */
export type Classifier = (question: Question, seen: readonly Seen[], about: string | number) => Answers

export const chanceOf = (answers: Answers, answer: string): number =>
  answers.find(([name]) => name === answer)?.[1] ?? 0

/** Log odds, within reason. */
export function logit(chance: number): number {
  const within = Math.min(0.99, Math.max(0.01, chance))
  return Math.log(within / (1 - within))
}
