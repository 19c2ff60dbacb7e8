// What is drawn for each request: a share, a hit, an error. Copies of a box draw together, different calls apart.

import { partsOfPlan } from '../../../model/flows/plan'
import type { Plan } from '../../../model/system'
import {
  all,
  always,
  any,
  atLeast,
  choice,
  type Structure,
  structureParts,
} from '../../availability/structure'
import type { Part } from './part'

/** The parts of copies that do the same work stand for the first copy's: whichever serves, the request is one. */
export function counterparts(): {
  readonly of: (part: Plan) => Plan
  readonly pair: (copies: readonly Plan[]) => void
  readonly standsFor: (variant: Plan, part: Plan) => void
} {
  const first = new Map<Plan, Plan>()
  const pair = (part: Plan, other: Plan): void => {
    if (part === other || part.kind !== other.kind || first.has(other)) return
    first.set(other, first.get(part) ?? part)
    const below = partsOfPlan(other)
    for (const [index, each] of partsOfPlan(part).entries()) {
      const counterpart = below[index]
      if (counterpart) pair(each, counterpart)
    }
  }
  return {
    of: part => first.get(part) ?? part,
    standsFor: (variant, part) => {
      first.set(variant, first.get(part) ?? part)
    },
    pair: ([one, ...others]) => {
      for (const other of others) if (one) pair(one, other)
    },
  }
}

/** How the variables that are drawn are told from those of components, and given other names. */
export interface DrawnNames {
  readonly isDrawn: (name: string) => boolean
  /** The variable of the same call made another time. */
  readonly again: (name: string, suffix: string) => string
  /** One variable for so many calls, each of which must get through. */
  readonly often: (name: string, times: number) => string
}

/** Errors, refusals and what copies pass on are drawn for each request; that components are up is not. */
export const drawnNames = (parts: Map<string, Part>): DrawnNames => ({
  isDrawn: name => name.startsWith(DRAWN),
  again: (name, suffix) => renamed(parts, name, `${name}${suffix}`, once => once),
  often: (name, times) =>
    renamed(parts, name, `${name}*${times}`, once => 0 - Math.expm1(times * Math.log1p(-once))),
})

export const DRAWN = 'drawn:'

function renamed(
  parts: Map<string, Part>,
  name: string,
  other: string,
  scaled: (unavailability: number) => number,
): string {
  const part = parts.get(name)
  if (part && !parts.has(other))
    parts.set(other, { ...part, name: other, unavailability: doubt => scaled(part.unavailability(doubt)) })
  return other
}

/** More rounds than this of what neither splits into parts nor has a closed form are not told apart. */
const MOST_ROUNDS = 100

/** More parts than this are not copied for calls of their own: then they draw together. */
const MOST_COPIED = 2000

/** Structures of work that is done several times for one request, each time with draws of its own. */
export function redrawing(names: DrawnNames) {
  const isDrawn = drawnStructures(names)
  const callers = new Map<Plan, Set<Plan>>()
  const numberOf = numbering()
  let copied = 0

  /** The same with other draws; itself where it has none, or where there are too many. */
  const again = (structure: Structure, suffix: string): Structure => {
    const done = new Map<Structure, Structure>()
    const copy = (part: Structure): Structure => {
      if (!isDrawn(part)) return part
      const known = done.get(part)
      if (known) return known
      copied++
      const result = withNames(
        part,
        copy,
        name => names.again(name, suffix),
        key => key + suffix,
      )
      done.set(part, result)
      return result
    }
    return copied > MOST_COPIED ? structure : copy(structure)
  }

  /** All rounds succeed in which a visit is made so many times. */
  const rounds = (structure: Structure, visit: Plan, times: number): Structure => {
    const count = Math.ceil(times)
    if (count <= 1 || !isDrawn(structure)) return structure
    switch (structure.op) {
      case 'up':
        return { op: 'up', name: names.often(structure.name, count) }
      case 'all':
        return all(structure.of.map(part => rounds(part, visit, count)))
      case 'choice':
        if (!isDrawn(structure.of) && !isDrawn(structure.otherwise)) return roundsOfChoice(structure, count)
    }
    if (count > MOST_ROUNDS) return roundsAtLeast(structure, part => rounds(part, visit, count))
    return all(
      Array.from({ length: count }, (_, round) =>
        round === 0 ? structure : again(structure, `×${numberOf(visit)}.${round}`),
      ),
    )
  }

  return {
    rounds,
    /** What a visit needs of the work behind it: another visit of the same work draws for itself. */
    calledBy: (visit: Plan, work: Plan, structure: Structure): Structure => {
      if (!isDrawn(structure)) return structure
      const known = callers.get(work) ?? new Set([visit])
      callers.set(work, known)
      known.add(visit)
      const [first] = known
      return visit === first ? structure : again(structure, `/${numberOf(visit)}`)
    },
  }
}

/** Tells what one visit draws from what any other does, whatever draws again what it has drawn. */
function numbering(): (visit: Plan) => number {
  const numbers = new Map<Plan, number>()
  return visit => {
    const number = numbers.get(visit) ?? numbers.size
    numbers.set(visit, number)
    return number
  }
}

/** Whether anything in a structure is drawn for each request. */
function drawnStructures(names: DrawnNames): (structure: Structure) => boolean {
  const known = new WeakMap<Structure, boolean>()
  const isDrawn = (structure: Structure): boolean => {
    const before = known.get(structure)
    if (before !== undefined) return before
    const result =
      structure.op === 'choice' ||
      (structure.op === 'up' ? names.isDrawn(structure.name) : structureParts(structure).some(isDrawn))
    known.set(structure, result)
    return result
  }
  return isDrawn
}

/** A bound for many rounds, on the side of failure: as if one way, or enough of them, had to do for all rounds. */
function roundsAtLeast(structure: Structure, rounds: (part: Structure) => Structure): Structure {
  switch (structure.op) {
    case 'any':
      return any(structure.of.map(rounds))
    case 'atLeast':
      return atLeast(structure.need, structure.of.map(rounds))
    case 'choice':
      return all([rounds(structure.of), rounds(structure.otherwise)])
    default:
      return structure
  }
}

type Choice = Extract<Structure, { op: 'choice' }>

/** The rounds take one branch, the other, or both. */
function roundsOfChoice({ share, of, otherwise, key }: Choice, times: number): Structure {
  const every = share ** times
  const none = (1 - share) ** times
  const mixed = choice(none / (1 - every), otherwise, all([of, otherwise]), `${key}*none of ${times}`)
  return choice(every, of, mixed, `${key}*all ${times}`)
}

function withNames(
  structure: Structure,
  copy: (part: Structure) => Structure,
  nameOf: (name: string) => string,
  keyOf: (key: string) => string,
): Structure {
  switch (structure.op) {
    case 'always':
      return always
    case 'up':
      return { op: 'up', name: nameOf(structure.name) }
    case 'all':
      return all(structure.of.map(copy))
    case 'any':
      return any(structure.of.map(copy))
    case 'atLeast':
      return atLeast(structure.need, structure.of.map(copy))
    case 'choice':
      return choice(structure.share, copy(structure.of), copy(structure.otherwise), keyOf(structure.key))
  }
}
