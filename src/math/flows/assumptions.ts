// What a result rests on that nobody stated, collected without repetition.

import { callName } from '../../model/flows/graph'
import type { Assumption, Call } from '../../model/system'

export interface Assumptions {
  readonly add: (assumption: Assumption) => void
}

export interface CollectedAssumptions extends Assumptions {
  /** One for each place and key, the first that was noted. */
  readonly all: () => readonly Assumption[]
}

/** Those `known` come first. Repetitions are left out when they are asked for: most readings never are. */
export function collectAssumptions(known: () => readonly Assumption[] = () => []): CollectedAssumptions {
  const added: Assumption[] = []
  return {
    add: assumption => {
      added.push(assumption)
    },
    all: () => {
      const byPlace = new Map<string, Assumption>()
      for (const assumption of [...known(), ...added]) {
        const place = `${assumption.at}\n${assumption.key}`
        if (!byPlace.has(place)) byPlace.set(place, assumption)
      }
      return [...byPlace.values()]
    },
  }
}

/** The source of what counts as 0 ms, or as never failing, because nothing tells. */
export const noFigure = 'no figure is known'

/** For a reading that only needs the figures. */
export const unrecorded: Assumptions = { add: () => undefined }

/** Tells calls apart that join the same components. */
export const callKey = (call: Call): string => `call:${call.connection.index}:${callName(call)}`

export const componentKey = (component: { readonly id: string }): string => `component:${component.id}`

export const milliseconds = (ms: number): string =>
  ms >= 1000 ? `${rounded(ms / 1000)} s` : `${rounded(ms)} ms`

export const writtenPercent = (share: number): string => `${Number((share * 100).toPrecision(7))}%`

const rounded = (value: number): number => Number(value.toPrecision(3))
