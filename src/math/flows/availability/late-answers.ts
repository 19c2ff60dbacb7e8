// Outages take time: who waits for what is down may have none left for the way around it.

import { visitsOf } from '../../../model/flows/plan'
import type { Assumption, Component } from '../../../model/system'
import { any, type Structure, up } from '../../availability/structure'
import type { Evaluation } from '../../availability/unavailability'
import { evaluatorOf } from '../../latency/latency'
import type { FlowReading } from '../flow-reading'
import { knowsLateness, outageReader } from '../outages/outage-reader'
import { sparedVisits } from '../outages/spared-visits'
import type { AvailabilityModel } from './availability-plan'
import { noDoubt } from './component-availability'
import type { Part } from './part'

export interface LateAnswers {
  /** What must hold besides what must be up. */
  readonly needed: readonly Structure[]
  /** The chances that these speak of. */
  readonly parts: readonly Part[]
  /** False where working them out would take too long: then whoever could be late is taken to be. */
  readonly exact: boolean
}

/** A part that has outages. */
type Struck = Part & Required<Pick<Part, 'strikes'>>

/** P(a request is not answered in time | these are down), of those that have a way around; undefined: not affordable. */
type Lateness = (down: readonly Struck[]) => number | undefined

/** Outages that are looked at two at a time as well: the most likely ones. */
const MOST_PAIRED = 6
/** Smaller differences are those between two ways of working out the same. */
const LEAST = 1e-6

/** What is told from the parts of a request by this beginning of its name. */
export const LATE = 'late:'

/**
 * For outages that leave a way around, one and two at a time, the share of requests that fail all the same: what is
 * down hangs until a timeout above has ended, or the way around takes too long.
 */
export function lateAnswers(model: AvailabilityModel, evaluate: Evaluate, reading: FlowReading): LateAnswers {
  if (!knowsLateness(reading)) return noneLate
  const inOrder = struckParts(model, reading)
  if (inOrder.length === 0) return noneLate
  const late = latenessOf(model, evaluate, reading)
  const likeliestFirst = inOrder.toSorted((a, b) => b.unavailability(noDoubt) - a.unavailability(noDoubt))
  const alone = new Map(likeliestFirst.map(part => [part, late([part])]))
  for (const [{ component }, share = 1] of alone)
    if (component && share >= LEAST && !component.figures.fails) reading.assumptions.add(hanging(component))
  // In the order of the structure, which adds what is needed to a decision diagram at once.
  const needed = inOrder.flatMap(part => unlessLate([part], alone.get(part) ?? 1))
  const paired = [...alone].filter(([, share]) => share !== 1).slice(0, MOST_PAIRED)
  paired.forEach(([one, first = 1], index) => {
    for (const [other, second = 1] of paired.slice(index + 1)) {
      const apart = (1 - first) * (1 - second)
      const together = late([one, other])
      if (apart > 0 && together !== undefined)
        needed.push(...unlessLate([one, other], 1 - (1 - together) / apart))
    }
  })
  return {
    needed: needed.map(({ structure }) => structure),
    parts: needed.flatMap(({ part }) => part ?? []),
    exact: [...alone.values()].every(share => share !== undefined),
  }
}

/** Comparisons of parts with visits; where there are more, all parts are taken to have a way around. */
const MOST_COMPARED = 5_000_000

/** The parts with outages that a request may survive. */
function struckParts({ parts }: AvailabilityModel, { flow }: FlowReading): readonly Struck[] {
  const spared = [...sparedVisits(flow.plan)]
  const struck = [...parts.values()].filter(
    (part): part is Struck => part.strikes !== undefined && part.unavailability(noDoubt) > 0,
  )
  if (spared.length * struck.length > MOST_COMPARED) return struck
  return struck.filter(({ strikes }) => spared.some(strikes))
}

export const noneLate: LateAnswers = { needed: [], parts: [], exact: true }

const hanging = ({ id }: Component): Assumption => ({
  at: id,
  key: 'fails',
  value: 'hang',
  source: 'no health check or circuit breaker takes it out when it is down',
})

type Evaluate = (unavailabilityOf: (name: string) => number) => Evaluation

/** What a part takes when the structure is asked, against working out a time. */
const ASKING = 1 / 50

/** By comparing what the times say of an outage with what the structure says, which knows no time. */
function latenessOf({ parts }: AvailabilityModel, evaluate: Evaluate, reading: FlowReading): Lateness {
  const { flow, latency, gamma, outages } = reading
  const answeredByStructure = (down: readonly Part[]): number => {
    const { unavailability } = evaluate(name => {
      const part = parts.get(name)
      if (!part?.strikes) return part?.unavailability(noDoubt) ?? 0
      return down.includes(part) ? 1 : 0
    })
    return 1 - unavailability
  }
  const usual = (1 - evaluatorOf(gamma).evaluate(latency.plan(flow.plan)).failed) / answeredByStructure([])
  const visits = visitsOf(flow.plan)
  const { during } = outageReader(reading)
  let isSpent = false
  return down => {
    outages.left -= parts.size * ASKING
    if (isSpent || outages.left < 0) return undefined
    const answered = answeredByStructure(down)
    if (answered < 1e-9 || !(usual > 0)) return 0
    const outcome = during(visits.filter(visit => down.some(({ strikes }) => strikes(visit))))
    isSpent = outcome === undefined
    return outcome && Math.max(0, 1 - (1 - outcome.failed) / (answered * usual))
  }
}

interface Needed {
  readonly structure: Structure
  readonly part?: Part
}

/** One of these is up, or the request is answered in time all the same. */
function unlessLate(down: readonly Part[], share: number): Needed[] {
  if (share < LEAST) return []
  const names = down.map(({ name }) => name)
  if (share > 1 - LEAST) return [{ structure: any(names.map(up)) }]
  const name = LATE + names.join('+')
  const inTime: Structure = { op: 'up', name, behind: names[names.length - 1] }
  return [{ structure: any([...names.map(up), inTime]), part: { name, unavailability: () => share } }]
}
