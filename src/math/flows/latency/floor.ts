// The time that light alone needs on a request's way.

import { crossingOf } from '../../../model/regions'
import type { Call, Plan } from '../../../model/system'
import { setupRoundTrips } from '../../network/handshakes'
import { setupOf } from './network-time'

export interface Floor {
  /** Milliseconds in a vacuum: nothing is faster. */
  readonly vacuumMs: number
  /** Milliseconds along the great circle in fiber. */
  readonly fiberMs: number
  /** The calls between regions that take it. */
  readonly calls: readonly Call[]
}

/** Cities stand for sites: coordinates may be off by some 100 km a crossing. */
const MARGIN_MS = 2

const none: Floor = { vacuumMs: 0, fiberMs: 0, calls: [] }

/** The least a successful request spends between regions; optional calls and unlikely branches don't count. */
export function floorOf(plan: Plan, known: Map<Plan, Floor> = new Map()): Floor {
  const before = known.get(plan)
  if (before) return before
  const result = leastOf(plan, part => floorOf(part, known))
  known.set(plan, result)
  return result
}

function leastOf(plan: Plan, read: (part: Plan) => Floor): Floor {
  switch (plan.kind) {
    case 'visit': {
      if (plan.optional || plan.fallback) return none
      const way = plan.call ? wayOf(plan.call) : none
      return times(sum([way, read(plan.work)]), plan.sideBySide ? 1 : Math.floor(plan.times))
    }
    case 'sequence':
      return sum(plan.steps.map(read))
    case 'parallel':
      return plan.branches.map(read).reduce((a, b) => (b.fiberMs > a.fiberMs ? b : a), none)
    case 'redundant':
      return ranked(plan.branches.map(read))[plan.need - 1] ?? none
    case 'choice': {
      const certain = plan.branches.reduce((total, { share }) => total + share, 0) >= 1 - 1e-9
      return certain ? (ranked(plan.branches.map(branch => read(branch.plan)))[0] ?? none) : none
    }
    case 'cacheAside':
      return plan.hitRatio > 0 ? none : read(plan.store)
  }
}

function wayOf(call: Call): Floor {
  const crossing = crossingOf(call)
  if (!crossing) return none
  const trips = 1 + setupRoundTrips(setupOf(call))
  const least = (ms: number): number => Math.max(0, ms - MARGIN_MS) * trips
  return { vacuumMs: least(crossing.vacuumFloorMs), fiberMs: least(crossing.floorMs), calls: [call] }
}

const sum = (floors: readonly Floor[]): Floor => ({
  vacuumMs: floors.reduce((total, { vacuumMs }) => total + vacuumMs, 0),
  fiberMs: floors.reduce((total, { fiberMs }) => total + fiberMs, 0),
  calls: [...new Set(floors.flatMap(({ calls }) => calls))],
})

const times = ({ vacuumMs, fiberMs, calls }: Floor, count: number): Floor =>
  count < 1 ? none : { vacuumMs: vacuumMs * count, fiberMs: fiberMs * count, calls }

const ranked = (floors: readonly Floor[]): readonly Floor[] =>
  [...floors].sort((a, b) => a.fiberMs - b.fiberMs)
