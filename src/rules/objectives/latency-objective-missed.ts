// Promised percentiles that the flow exceeds.

import { roundUp } from '../../advice/suggested-timeout'
import {
  appliedLoad,
  attributionOf,
  type ComponentLoad,
  criticalPathOf,
  type FlowOptions,
  type JudgedPercentile,
  judgedPercentiles,
  type LatencyShare,
  type Load,
  latencyOf,
  loadOf,
  overloadedIn,
  percentileNames,
  type WorkAllowance,
  workForShares,
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
  speaksOf: 'contradiction',
  summary: 'A flow is slower than its objective says.',
  presets: { sketch: 'info' },
  raised: 'error',
  needsFigures: true,
  options: {},

  *check(system) {
    const { assume } = system.settings
    // Stated rates make requests wait.
    const load = loadOf(system, { assume })
    const options = { assume, load: appliedLoad(load) }
    const occasion = { options, system, allowance: workForShares() }
    for (const commitment of commitmentsOf(system)) {
      const overload = overloadOf(commitment, load)
      if (overload) {
        yield judgeOverload(overload, commitment, system)
        continue
      }
      const misses = commitment.flows.flatMap(flow => missesIn(flow, commitment.objective, options))
      const worst = misses.sort((a, b) => a.within / a.promised - b.within / b.promised)[0]
      if (worst) yield judge(worst, { commitment, ...occasion })
    }
  },
})

interface Miss extends JudgedPercentile {
  readonly flow: Flow
  /** Milliseconds in which the promised share is answered; null where more fail than it leaves. */
  readonly takes: number | null
  /** The share of requests that fail. */
  readonly failed: number
}

function missesIn(flow: Flow, objective: StatedObjective, options: FlowOptions): readonly Miss[] {
  if (percentileNames.every(name => objective[name] === undefined)) return []
  const { within, answering, failed } = latencyOf(flow, options)
  return judgedPercentiles(objective, within)
    .filter(({ kept }) => !kept)
    .map(judged => ({ ...judged, flow, failed, takes: answering(judged.promised) }))
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
  /** For all commitments together. */
  readonly allowance: WorkAllowance
}

function judge(miss: Miss, { commitment, options, system, allowance }: Occasion): Report {
  const { flow, percentile, promised, allowed, takes, failed, within } = miss
  const certain = missesIn(statedOnly(flow), commitment.objective, { assume: 'nothing' }).some(
    stated => stated.percentile === percentile,
  )
  const attributed = attributionOf(flow, promised, options, allowance)
  const shares = attributed?.filter(({ ms }) => ms >= 0.02 * (takes ?? allowed)).slice(0, 3)
  const assumed = certain ? undefined : shares?.find(isAssumed)?.component
  const path = criticalPathOf(flow, options).components.filter(part => part !== flow.entry)
  const measured = takes === null ? `${asPercent(failed)} of its requests fail` : `takes ${rounded(takes)}`
  return {
    at: placeOfCommitment(commitment.objective, system),
    message: `${commitmentName(commitment, flow)} promises ${percentile} ${writeDuration(allowed)} and ${measured}: ${inTime(within)} within ${writeDuration(allowed)}, ${asPercent(promised)} promised. ${slowest(shares)}${remedyFor(miss, assumed?.name)}`,
    related: path.map(part => shareOf(part, `on the critical path${partOf(part, shares ?? [])}`)),
    raised: certain,
  }
}

const isAssumed = ({ component }: LatencyShare): boolean => {
  if (!component) return false
  const { p50, p95, p99, latency } = component.figures
  return ![p50, p95, p99, latency].some(figure => figure?.stated)
}

function slowest(shares: readonly LatencyShare[] | undefined): string {
  if (!shares) return 'Whose time it is, is left out: that takes too long to work out. '
  const named = shares.map(share => `${nameOf(share)} ${rounded(share.ms)}`)
  return named.length > 0 ? `Most of it: ${named.join(', ')}. ` : ''
}

const nameOf = ({ component, call }: LatencyShare): string =>
  component?.name ?? (call ? `the way from ${call.caller.name} to ${call.callee.name}` : 'pauses')

function partOf(part: Flow['entry'], shares: readonly LatencyShare[]): string {
  const share = shares.find(({ component }) => component === part)
  return share ? `, ${rounded(share.ms)}` : ''
}

function remedyFor({ percentile, takes }: Miss, assumed: string | undefined): string {
  if (assumed)
    return `That rests on ${assumed}, whose time is assumed: state its ${percentile === 'p50' ? 'p50' : 'p99'}.`
  if (takes === null)
    return 'Lengthen the timeout that they run into if there is time, call again, or give the call a fallback.'
  return `Shorten what is slowest, call it in parallel or leave it out, or promise ${writeDuration(roundUp(takes))}.`
}

const rounded = (ms: number): string => writeDuration(Number(ms.toPrecision(3)))

const asPercent = (share: number): string => `${Number((share * 100).toPrecision(3))}%`

/** Rounded down, so that a miss never reads as kept. */
const inTime = (share: number): string => `${Math.floor(share * 10_000) / 100}%`
