// Promised times that light cannot keep.

import { silicaMargin } from '../../knowledge'
import { type Floor, floorOf } from '../../math/flows/latency/floor'
import { writeDuration } from '../../model/annotations'
import { crossingOf } from '../../model/regions'
import type { Call, StatedObjective, System } from '../../model/system'
import { labelSpanOf } from '../queries/places'
import {
  type Commitment,
  commitmentName,
  commitmentsOf,
  placeOfCommitment,
} from '../queries/promises/commitments'
import { defineRule, type Report } from '../rule'

export const objectiveBelowFloor = defineRule({
  id: 'objective-below-floor',
  category: 'objectives',
  speaksOf: 'contradiction',
  summary: 'An objective allows less time than light needs for the distance.',
  presets: { sketch: 'warning' },
  raised: 'error',
  supersedes: ['latency-objective-missed'],
  options: {},

  *check(system) {
    for (const commitment of commitmentsOf(system)) {
      const tightest = tightestOf(commitment.objective)
      const floors = commitment.flows.map(flow => ({ flow, floor: floorOf(flow.plan) }))
      const worst = floors.sort((a, b) => b.floor.fiberMs - a.floor.fiberMs)[0]
      if (!tightest || !worst || tightest.ms >= worst.floor.fiberMs * silicaMargin) continue
      yield judge({ commitment, ...worst, ...tightest }, system)
    }
  },
})

interface Aim {
  readonly percentile: string
  readonly ms: number
}

function tightestOf(objective: StatedObjective): Aim | undefined {
  const aims = (['p50', 'p95', 'p99', 'p999'] as const).flatMap(percentile => {
    const ms = objective[percentile]
    return ms === undefined ? [] : [{ percentile, ms }]
  })
  return aims.sort((a, b) => a.ms - b.ms)[0]
}

interface Shortfall extends Aim {
  readonly commitment: Commitment
  readonly flow: Commitment['flows'][number]
  readonly floor: Floor
}

function judge({ commitment, flow, floor, percentile, ms }: Shortfall, system: System): Report {
  const impossible = ms < floor.vacuumMs
  const how = impossible
    ? `light in a vacuum needs ${rounded(floor.vacuumMs)} for its round trips, and in fiber ${rounded(floor.fiberMs)}`
    : `light in fiber needs ${rounded(floor.fiberMs)} for its round trips`
  return {
    at: placeOfCommitment(commitment.objective, system),
    message: `${commitmentName(commitment, flow)} promises ${percentile} ${writeDuration(ms)}, but ${how}: ${floor.calls.map(wayOf).join(', ')}. No hardware changes that: keep its dependencies in the region of its callers, or promise more than ${rounded(floor.fiberMs)}.`,
    related: floor.calls.map(call => ({
      at: labelSpanOf(call.connection),
      message: wayOf(call),
    })),
    raised: impossible,
  }
}

function wayOf(call: Call): string {
  const crossing = crossingOf(call)
  return `${call.caller.name} → ${call.callee.name}${crossing ? ` (${Math.round(crossing.km)} km, ${rounded(crossing.floorMs)})` : ''}`
}

const rounded = (ms: number): string => writeDuration(Math.round(ms))
