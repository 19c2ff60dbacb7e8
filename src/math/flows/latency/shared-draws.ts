// What is tried again meets the same request: its shares and hits are drawn once for all attempts.

import type { Latency } from '../../latency/latency'

interface Case {
  readonly share: number
  readonly of: Latency
}

/** More cases than this are not told apart: then each attempt draws for itself. */
const MOST_CASES = 16

/** `repeat` for each way in which the request's draws may come out. */
export function perDraw(latency: Latency, repeat: (of: Latency) => Latency): Latency {
  const cases = casesOf(latency)
  if (!cases || cases.length === 1) return repeat(latency)
  return { op: 'choice', perRequest: true, of: cases.map(({ share, of }) => ({ share, of: repeat(of) })) }
}

/** What expressions come to, each looked at once however many contain it; null where the cases are too many. */
const known = new WeakMap<Latency, readonly Case[] | null>()

/** Undefined where there are too many. */
function casesOf(latency: Latency): readonly Case[] | undefined {
  const before = known.get(latency)
  if (before !== undefined) return before ?? undefined
  const cases = casesAnew(latency)
  known.set(latency, cases ?? null)
  return cases
}

function casesAnew(latency: Latency): readonly Case[] | undefined {
  switch (latency.op) {
    case 'constant':
    case 'lognormal':
    case 'exponential':
    case 'down':
      return [{ share: 1, of: latency }]
    case 'choice':
      return latency.perRequest ? casesOfChoice(latency) : [{ share: 1, of: latency }]
    case 'sequence':
    case 'parallel':
    case 'quorum':
      return combined(latency, latency.of, of => ({ ...latency, of }))
    case 'fallback':
      return combined(
        latency,
        [latency.of, latency.otherwise],
        ([of = latency.of, otherwise = latency.otherwise]) => ({ ...latency, of, otherwise }),
      )
    default:
      return combined(latency, [latency.of], ([of = latency.of]) => ({ ...latency, of }))
  }
}

function casesOfChoice({ of }: Extract<Latency, { op: 'choice' }>): readonly Case[] | undefined {
  const rest = 1 - of.reduce((sum, { share }) => sum + share, 0)
  const cases: Case[] = rest > 1e-12 ? [{ share: rest, of: { op: 'constant', ms: 0 } }] : []
  for (const branch of of) {
    const inner = casesOf(branch.of)
    if (!inner) return undefined
    cases.push(...inner.map(each => ({ share: branch.share * each.share, of: each.of })))
  }
  return cases.length > MOST_CASES ? undefined : cases
}

/** Every case of one part with every case of the others; the expression itself where nothing in it is drawn. */
function combined(
  latency: Latency,
  parts: readonly Latency[],
  whole: (parts: readonly Latency[]) => Latency,
): readonly Case[] | undefined {
  const casesOfParts: (readonly Case[])[] = []
  let ways = 1
  for (const part of parts) {
    const cases = casesOf(part)
    ways *= cases?.length ?? Number.POSITIVE_INFINITY
    if (!cases || ways > MOST_CASES) return undefined
    casesOfParts.push(cases)
  }
  const isUndrawn = ways === 1 && casesOfParts.every(([only], index) => only?.of === parts[index])
  if (isUndrawn) return [{ share: 1, of: latency }]
  return Array.from({ length: ways }, (_, way) => {
    const taken = casesTaken(casesOfParts, way)
    return {
      share: taken.reduce((product, { share }) => product * share, 1),
      of: whole(taken.map(({ of }) => of)),
    }
  })
}

/** The cases of one way: its number's digits, of which the last part's turns fastest. */
function casesTaken(casesOfParts: readonly (readonly Case[])[], way: number): readonly Case[] {
  let rest = way
  return casesOfParts
    .toReversed()
    .map(cases => {
      const digit = rest % cases.length
      rest = (rest - digit) / cases.length
      return cases[digit]!
    })
    .reverse()
}
