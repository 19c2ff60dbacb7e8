// What is said of diagrams that are too large for all that was asked.

import type { System } from '../../model/system'
import { enumerated } from '../../rules/fixes/enumeration'
import { tooLarge } from '../../rules/syntax/too-large'

export interface Saying {
  /** The line of the diagram's header keyword. */
  readonly line: number
  readonly message: string
}

/** Of a diagram that is not read, or only its syntax. */
export const tooLargeAt = (line: number, { diagram }: Pick<System, 'diagram'>): readonly Saying[] =>
  diagram.problems.filter(({ kind }) => kind === tooLarge.id).map(({ message }) => ({ line, message }))

/** Of flows beyond those that are listed, which have no objective. */
export const beyondListed = (
  line: number,
  { flows, unlisted }: Pick<System, 'flows' | 'unlisted'>,
): readonly Saying[] =>
  unlisted.length === 0
    ? []
    : [
        {
          line,
          message: `${unlisted.length} of ${flows.length + unlisted.length} flows are left out. Give those that matter an objective, or draw parts of the design as separate diagrams.`,
        },
      ]

/** Of flows or objectives without figures; nothing where there are none. */
export function withoutFigures(line: number, names: readonly string[]): readonly Saying[] {
  if (names.length === 0) return []
  const [verb, them] = names.length === 1 ? ['is', 'it'] : ['are', 'them']
  const message = `${enumerated(names)} ${verb} left out, because computing so many calls takes too long. Draw the part that belongs to ${them} as a separate diagram.`
  return [{ line, message }]
}
