// What is tried again meets the same request: its shares and hits are drawn once for all attempts.

import type { WorkAllowance } from '../../latency/attribution-work'
import type { Latency } from '../../latency/latency'
import { partsInside } from '../../latency/shape'

interface Case {
  readonly share: number
  readonly of: Latency
}

/** More cases than this are not told apart: of what is drawn beyond, each attempt draws for itself. */
const MOST_CASES = 64
/** The same in an expression of more parts than `FEW_PARTS`, which each case repeats. */
const MOST_CASES_OF_MANY = 16
const FEW_PARTS = 100

/** `repeat` for each way in which the request's draws may come out. */
export type DrawReader = (latency: Latency, repeat: (of: Latency) => Latency) => Latency

/** What it takes to write an expression down once more, in the unit of evaluating one. */
const WRITING = 0.1

/**
 * One reader for all flows of a system: it remembers what their expressions have in common. What it writes down is
 * taken from the work that is left; where nothing is, no case is told apart, and nothing is evaluated either.
 */
export function drawReader(work: WorkAllowance = { left: Infinity }): DrawReader {
  const inSmall = caseReader(MOST_CASES, work)
  const inLarge = caseReader(MOST_CASES_OF_MANY, work)
  return (latency, repeat) => {
    const cases = hasFewParts(latency) ? inSmall(latency) : inLarge(latency)
    if (cases.length === 1) return repeat(latency)
    return { op: 'choice', perRequest: true, of: cases.map(({ share, of }) => ({ share, of: repeat(of) })) }
  }
}

function hasFewParts(latency: Latency): boolean {
  const seen = new Set([latency])
  for (const each of seen) {
    if (seen.size > FEW_PARTS) return false
    for (const part of partsInside(each)) seen.add(part)
  }
  return true
}

/** What expressions come to, each looked at once however many contain it. */
function caseReader(most: number, work: WorkAllowance): (latency: Latency) => readonly Case[] {
  const known = new Map<Latency, readonly Case[]>()
  const casesOf = (latency: Latency): readonly Case[] => {
    const before = known.get(latency)
    if (before) return before
    const cases = casesAnew(latency, { most, work, casesOf })
    known.set(latency, cases)
    return cases
  }
  return casesOf
}

interface CaseReading {
  readonly most: number
  readonly work: WorkAllowance
  readonly casesOf: (latency: Latency) => readonly Case[]
}

const asOne = (of: Latency): readonly Case[] => [{ share: 1, of }]

function casesAnew(latency: Latency, reading: CaseReading): readonly Case[] {
  switch (latency.op) {
    case 'constant':
    case 'lognormal':
    case 'exponential':
    case 'down':
      return asOne(latency)
    case 'choice':
      return latency.perRequest ? casesOfChoice(latency, reading) : asOne(latency)
    case 'sequence':
    case 'parallel':
    case 'quorum':
      return combined(latency, latency.of, of => ({ ...latency, of }), reading)
    case 'fallback':
      return combined(
        latency,
        [latency.of, latency.otherwise],
        ([of = latency.of, otherwise = latency.otherwise]) => ({ ...latency, of, otherwise }),
        reading,
      )
    default:
      return combined(latency, [latency.of], ([of = latency.of]) => ({ ...latency, of }), reading)
  }
}

function casesOfChoice(
  choice: Extract<Latency, { op: 'choice' }>,
  { most, casesOf }: CaseReading,
): readonly Case[] {
  const { of } = choice
  const rest = 1 - of.reduce((sum, { share }) => sum + share, 0)
  const cases: Case[] = rest > 1e-12 ? [{ share: rest, of: { op: 'constant', ms: 0 } }] : []
  if (cases.length + of.length > most) return asOne(choice)
  let room = most - cases.length - of.length
  for (const branch of of) {
    const inner = casesOf(branch.of)
    const told = inner.length - 1 <= room ? inner : asOne(branch.of)
    room -= told.length - 1
    cases.push(...told.map(each => ({ share: branch.share * each.share, of: each.of })))
  }
  return cases
}

/** Every case of one part with every case of the others; the expression itself where nothing in it is drawn. */
function combined(
  latency: Latency,
  parts: readonly Latency[],
  whole: (parts: readonly Latency[]) => Latency,
  reading: CaseReading,
): readonly Case[] {
  const casesOfParts = toldApart(parts, reading)
  const ways = casesOfParts.reduce((product, { length }) => product * length, 1)
  const isUndrawn = ways === 1 && casesOfParts.every(([only], index) => only?.of === parts[index])
  if (isUndrawn || reading.work.left < 0) return asOne(latency)
  reading.work.left -= WRITING * ways
  return Array.from({ length: ways }, (_, way) => {
    const taken = casesTaken(casesOfParts, way)
    return { share: taken.share, of: whole(taken.parts) }
  })
}

/** The cases of each part; where they are too many together, rounds of one call are the first to be left whole. */
function toldApart(parts: readonly Latency[], { most, casesOf }: CaseReading): readonly (readonly Case[])[] {
  const all = parts.map(casesOf)
  let ways = all.reduce((product, { length }) => product * length, 1)
  if (ways <= most) return all
  const rounds = repeatedIn(parts)
  ways = 1
  return parts.map((part, index) => {
    const cases = rounds.has(part) ? asOne(part) : (all[index] ?? asOne(part))
    if (ways * cases.length > most) return asOne(part)
    ways *= cases.length
    return cases
  })
}

function repeatedIn(parts: readonly Latency[]): ReadonlySet<Latency> {
  const seen = new Set<Latency>()
  return new Set(parts.filter(part => seen.size === seen.add(part).size))
}

/** One way: the digits of its number are the cases of the parts, of which the last part's turns fastest. */
function casesTaken(
  casesOfParts: readonly (readonly Case[])[],
  way: number,
): { readonly share: number; readonly parts: readonly Latency[] } {
  const parts: Latency[] = []
  let share = 1
  let ways = casesOfParts.reduce((product, { length }) => product * length, 1)
  let rest = way
  for (const cases of casesOfParts) {
    ways /= cases.length
    const taken = cases[Math.floor(rest / ways)]!
    rest %= ways
    share *= taken.share
    parts.push(taken.of)
  }
  return { share, parts }
}
