// Promised percentiles that the flow exceeds.

import { roundUp } from '../../advice/suggested-timeout'
import {
  attributionOf,
  type ComponentLoad,
  criticalPathOf,
  type FlowOptions,
  type LatencyShare,
  type Load,
  latencyOf,
  loadOf,
  overloadedIn,
  waitingUnder,
} from '../../math'
import { writeDuration } from '../../model/annotations'
import { statedOnly } from '../../model/flows/stated-only'
import type { Flow, StatedObjective, System } from '../../model/system'
import { enumerated } from '../fixes/enumeration'
import { overloadText } from '../fixes/overload'
import {
  type Commitment,
  commitmentName,
  commitmentsOf,
  placeOfCommitment,
  shareOf,
} from '../queries/commitments'
import { defineRule, type Report } from '../rule'

export const latencyObjectiveMissed = defineRule({
  id: 'latency-objective-missed',
  category: 'objectives',
  summary: 'A flow is slower than its objective says.',
  presets: { sketch: 'info' },
  raised: 'error',
  needsFigures: true,
  options: {},

  *check(system) {
    const { assume } = system.settings
    // Stated rates make requests wait.
    const load = loadOf(system, { assume })
    const options = { assume, waiting: waitingUnder(load) }
    for (const commitment of commitmentsOf(system)) {
      const overload = overloadOf(commitment, load)
      if (overload) {
        yield judgeOverload(overload, commitment, system)
        continue
      }
      const misses = commitment.flows.flatMap(flow => missesIn(flow, commitment.objective, options))
      const worst = misses.sort((a, b) => a.within / a.share - b.within / b.share)[0]
      if (worst) yield judge(worst, { commitment, options, system })
    }
  },
})

const percentiles = { p50: 0.5, p95: 0.95, p99: 0.99, p999: 0.999 } as const
const percentileNames = ['p50', 'p95', 'p99', 'p999'] as const

interface Miss {
  readonly flow: Flow
  readonly percentile: (typeof percentileNames)[number]
  readonly share: number
  /** Milliseconds: promised, and what it is; null where more requests fail than the percentile leaves. */
  readonly wanted: number
  readonly is: number | null
  /** The share of all requests that succeed in time. */
  readonly within: number
}

/** Failures are late: the share of requests answered in time counts. */
function missesIn(flow: Flow, objective: StatedObjective, options: FlowOptions): readonly Miss[] {
  const wanted = percentileNames.filter(name => objective[name] !== undefined)
  if (wanted.length === 0) return []
  const latency = latencyOf(flow, options)
  return wanted.flatMap(percentile => {
    const ms = objective[percentile] ?? Infinity
    const share = percentiles[percentile]
    const within = latency.within(ms)
    return within < share - 1e-6
      ? [{ flow, percentile, share, wanted: ms, is: latency[percentile], within }]
      : []
  })
}

interface Overload {
  readonly flow: Flow
  readonly loads: readonly ComponentLoad[]
}

/** The first flow that runs into a component which gets more requests than it can serve, if a percentile is promised. */
function overloadOf({ flows, objective }: Commitment, load: Load): Overload | undefined {
  if (percentileNames.every(name => objective[name] === undefined)) return undefined
  return flows.map(flow => ({ flow, loads: overloadedIn(flow, load) })).find(({ loads }) => loads.length > 0)
}

function judgeOverload({ flow, loads }: Overload, commitment: Commitment, system: System): Report {
  const [percentile] = percentileNames.filter(name => commitment.objective[name] !== undefined)
  const promised = percentile ? `${percentile} ${writeDuration(commitment.objective[percentile] ?? 0)}` : ''
  const stated = loads.some(({ component: { figures } }) => (figures.capacity ?? figures.concurrency)?.stated)
  return {
    at: placeOfCommitment(commitment.objective, system),
    message: `${commitmentName(commitment, flow)} promises ${promised} and its latency grows without limit: ${enumerated(loads.map(overloadText))}. Give it more copies or capacity, or admit fewer requests with a rateLimit.`,
    related: loads.map(({ component }) => shareOf(component, 'gets more than it can serve')),
    raised: stated,
  }
}

interface Occasion {
  readonly commitment: Commitment
  readonly options: FlowOptions
  readonly system: System
}

function judge(miss: Miss, { commitment, options, system }: Occasion): Report {
  const { flow, percentile, share, wanted, is, within } = miss
  const certain = latencyOf(statedOnly(flow), { assume: 'nothing' }).within(wanted) < share - 1e-6
  const shares = attributionOf(flow, share, options)
    .filter(({ ms }) => ms >= 0.02 * (is ?? wanted))
    .slice(0, 3)
  const assumed = certain ? undefined : shares.find(isAssumed)?.component
  const path = criticalPathOf(flow, options).components.filter(part => part !== flow.entry)
  const measured = is === null ? 'fails too often to have one' : `takes ${rounded(is)}`
  return {
    at: placeOfCommitment(commitment.objective, system),
    message: `${commitmentName(commitment, flow)} promises ${percentile} ${writeDuration(wanted)} and ${measured}: ${inTime(within)} of the requests are answered in time. ${slowest(shares)}${remedyFor(miss, assumed?.name)}`,
    related: path.map(part => shareOf(part, `on the critical path${partOf(part, shares)}`)),
    raised: certain,
  }
}

const isAssumed = ({ component }: LatencyShare): boolean => {
  if (!component) return false
  const { p50, p95, p99, latency } = component.figures
  return ![p50, p95, p99, latency].some(figure => figure?.stated)
}

function slowest(shares: readonly LatencyShare[]): string {
  const named = shares.map(share => `${nameOf(share)} ${rounded(share.ms)}`)
  return named.length > 0 ? `Most of it: ${named.join(', ')}. ` : ''
}

const nameOf = ({ component, call }: LatencyShare): string =>
  component?.name ?? (call ? `the way from ${call.caller.name} to ${call.callee.name}` : 'pauses')

function partOf(part: Flow['entry'], shares: readonly LatencyShare[]): string {
  const share = shares.find(({ component }) => component === part)
  return share ? `, ${rounded(share.ms)}` : ''
}

function remedyFor({ percentile, is }: Miss, assumed: string | undefined): string {
  if (assumed)
    return `That rests on ${assumed}, whose time is assumed: state its ${percentile === 'p50' ? 'p50' : 'p99'}.`
  const commitment = is === null ? '' : `, or promise ${writeDuration(roundUp(is))}`
  return `Shorten what is slowest, call it in parallel or leave it out${commitment}.`
}

const rounded = (ms: number): string => writeDuration(Number(ms.toPrecision(3)))

/** Rounded down, so that a miss never reads as kept. */
const inTime = (share: number): string => `${Math.floor(share * 10_000) / 100}%`
