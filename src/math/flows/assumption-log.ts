// What is assumed for a part of a plan, kept with the part: each flow that has the part notes it as its own.

import type { Assumption } from '../../model/system'
import type { Assumptions } from './assumptions'

/** In the order of the reading; the notes of a part within, where that part was read. */
export interface LoggedAssumptions {
  readonly entries: readonly (Assumption | LoggedAssumptions)[]
}

export interface Logged<T> {
  readonly value: T
  readonly notes: LoggedAssumptions
}

/** Assumptions as they are made while parts are read that contain each other. */
export interface AssumptionLog extends Assumptions {
  /** `read` for each part once, with what it notes. */
  readonly remembering: <K, T>(read: (part: K) => T) => (part: K) => Logged<T>
}

export function openAssumptionLog(): AssumptionLog {
  let entries: (Assumption | LoggedAssumptions)[] = []
  const recorded = <T>(read: () => T): Logged<T> => {
    const around = entries
    const own: (Assumption | LoggedAssumptions)[] = []
    entries = own
    const value = read()
    entries = around
    return { value, notes: { entries: own } }
  }
  return {
    add: assumption => {
      entries.push(assumption)
    },
    remembering: <K, T>(read: (part: K) => T): ((part: K) => Logged<T>) => {
      const known = new Map<K, Logged<T>>()
      return part => {
        let noted = known.get(part)
        if (!noted) {
          noted = recorded(() => read(part))
          known.set(part, noted)
        }
        if (noted.notes.entries.length > 0) entries.push(noted.notes)
        return noted
      }
    },
  }
}

/** Passes on what is read, and adds what was noted for it to a flow's assumptions, once for each part. */
export function loggedIn(assumptions: Assumptions): <T>(noted: Logged<T>) => T {
  const seen = new Set<LoggedAssumptions>()
  const add = (notes: LoggedAssumptions): void => {
    if (seen.has(notes)) return
    seen.add(notes)
    for (const entry of notes.entries)
      if ('entries' in entry) add(entry)
      else assumptions.add(entry)
  }
  return ({ value, notes }) => {
    add(notes)
    return value
  }
}
