// Copies of which one answers: as requests are spread over those that serve.

import type { Plan } from '../../../model/system'
import { unservedPart } from '../../availability/redundancy'
import { evaluatorOf, type Latency } from '../../latency/latency'
import { unrecorded } from '../assumptions'
import { failoverOf } from '../availability/component-availability'
import type { ReadingContext } from '../reading-context'

type Copies = Extract<Plan, { kind: 'redundant' }>

/** By their shares, else evenly. Copies that stand by answer when those that serve have failed. */
export function answeredByOne(
  { shares, takeover }: Copies,
  branches: readonly Latency[],
  { outage, gamma }: ReadingContext,
): Latency {
  const copies = branches.map((of, index) => ({ share: shares?.[index] ?? 1 / branches.length, of }))
  const serving = copies.filter(({ share }) => share > 0)
  if (!outage) return spread(serving)
  const isUp = ({ of }: { readonly of: Latency }): boolean => evaluatorOf(gamma).evaluate(of).failed < 1
  const left = serving.filter(isUp)
  if (left.length > 0) return spread(left)
  const idle = copies.filter(({ share }) => share === 0).filter(isUp)
  if (idle.length === 0) return refused
  const instead = spread(idle.map(({ of }) => ({ share: 1, of })))
  if (!takeover) return instead
  const unserved = unservedPart(failoverOf(takeover, unrecorded))
  return {
    op: 'choice',
    of: [
      { share: 1 - unserved, of: instead },
      { share: unserved, of: refused },
    ],
  }
}

/** Who spreads requests takes out what is down, and says so when nothing is left. */
const refused: Latency = { op: 'down', hangs: false }

function spread(copies: readonly { readonly share: number; readonly of: Latency }[]): Latency {
  const whole = copies.reduce((sum, { share }) => sum + share, 0)
  return copies.length === 1
    ? copies[0]!.of
    : { op: 'choice', of: copies.map(({ share, of }) => ({ share: share / whole, of })) }
}
