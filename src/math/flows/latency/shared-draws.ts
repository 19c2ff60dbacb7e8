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

/** Undefined where there are too many. */
function casesOf(latency: Latency): readonly Case[] | undefined {
  switch (latency.op) {
    case 'constant':
    case 'lognormal':
    case 'exponential':
      return [{ share: 1, of: latency }]
    case 'choice':
      return latency.perRequest ? casesOfChoice(latency) : [{ share: 1, of: latency }]
    case 'sequence':
    case 'parallel':
    case 'quorum':
      return combined(latency.of, of => ({ ...latency, of }))
    case 'fallback':
      return combined(
        [latency.of, latency.otherwise],
        ([of = latency.of, otherwise = latency.otherwise]) => ({
          ...latency,
          of,
          otherwise,
        }),
      )
    default:
      return combined([latency.of], ([of = latency.of]) => ({ ...latency, of }))
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

/** Every case of one part with every case of the others. */
function combined(
  parts: readonly Latency[],
  whole: (parts: readonly Latency[]) => Latency,
): readonly Case[] | undefined {
  let ways: readonly { readonly share: number; readonly parts: readonly Latency[] }[] = [
    { share: 1, parts: [] },
  ]
  for (const part of parts) {
    const cases = casesOf(part)
    if (!cases || ways.length * cases.length > MOST_CASES) return undefined
    ways = ways.flatMap(way =>
      cases.map(({ share, of }) => ({ share: way.share * share, parts: [...way.parts, of] })),
    )
  }
  return ways.map(way => ({ share: way.share, of: whole(way.parts) }))
}
