// Promised percentiles that the flow exceeds.

import { roundUp } from '../../advice/suggested-timeout'
import {
  type JudgedFigures,
  type JudgedPercentile,
  judgedPercentiles,
  type LatencyShare,
  percentileNames,
  type SystemFigures,
  systemFigures,
} from '../../math'
import { writeDuration } from '../../model/annotations'
import { statesTime } from '../../model/figure'
import { neededBy } from '../../model/flows/dependence'
import type { Flow, StatedObjective, System } from '../../model/system'
import { keepPromise } from '../fixes/design-change'
import { enumerated } from '../fixes/enumeration'
import { overloadText } from '../fixes/overload'
import {
  type Commitment,
  commitmentName,
  commitmentsOf,
  figuresIn,
  type JudgedFlow,
  placeOfCommitment,
  shareOf,
  unjudged,
} from '../queries/promises/commitments'
import { defineRule, type Report } from '../rule'

export const latencyObjectiveMissed = defineRule({
  id: 'latency-objective-missed',
  category: 'objectives',
  speaksOf: 'contradiction',
  summary: 'A flow misses its latency objective.',
  presets: { sketch: 'info' },
  raised: 'error',
  needsFigures: true,
  fixable: 'review',
  options: {},

  promised({ latency }, system) {
    if (!latency || commitmentsOf(system).length > 0) return undefined
    const { percentile, ms } = latency
    const { byStated } = systemFigures(system)
    const misses = system.flows.filter(isTimed).flatMap(flow => {
      const reached = byStated(flow)
      return reached ? missesIn({ flow, reached }, { name: '', [percentile]: ms }) : []
    })
    const [worst] = misses.sort((a, b) => a.within - b.within)
    return worst && brokenPromise(worst)
  },

  *check(system) {
    const figures = systemFigures(system)
    for (const commitment of commitmentsOf(system)) {
      if (percentileNames.every(name => commitment.objective[name] === undefined)) continue
      const { judged, leftOut } = figuresIn(commitment, figures)
      const overload = judged.find(({ reached }) => reached.overloaded.length > 0)
      const misses = judged.flatMap(each => missesIn(each, commitment.objective))
      const worst = misses.sort((a, b) => a.within / a.promised - b.within / b.promised)[0]
      if (overload) yield judgeOverload(overload, commitment, system)
      else if (worst) yield judge(worst, { commitment, system, figures })
      else if (leftOut[0]) yield unjudged(leftOut[0], commitment, system)
    }
  },
})

/** One stated time may be the promise itself, written into the picture. */
const isTimed = ({ background, plan }: Flow): boolean =>
  !background && [...neededBy(plan)].filter(({ figures }) => statesTime(figures)).length > 1

const brokenPromise = ({ flow, percentile, allowed, promised, takes, within }: Miss): string =>
  `This promises ${percentile} ${writeDuration(allowed)}, and by the figures in the diagram “${flow.name}” ${takes === null ? 'fails too often' : `takes ${rounded(takes)}`}: ${inTime(within)} within ${writeDuration(allowed)}, ${asPercent(promised)} promised. Shorten the chain, call side by side what doesn't depend on each other, or promise more time.`

interface Miss extends JudgedPercentile, JudgedFlow {
  /** Milliseconds in which the promised share is answered; null where more fail than it leaves. */
  readonly takes: number | null
}

const missesIn = (judged: JudgedFlow, objective: StatedObjective): readonly Miss[] =>
  brokenBy(judged.reached, objective).map(miss => ({
    ...judged,
    ...miss,
    takes: judged.reached.answering(miss.promised),
  }))

const brokenBy = (
  { within }: Pick<JudgedFigures, 'within'>,
  objective: StatedObjective,
): readonly JudgedPercentile[] => judgedPercentiles(objective, within).filter(({ kept }) => !kept)

function judgeOverload({ flow, reached }: JudgedFlow, commitment: Commitment, system: System): Report {
  const loads = reached.overloaded
  const [percentile] = percentileNames.filter(name => commitment.objective[name] !== undefined)
  const promised = percentile ? `${percentile} ${writeDuration(commitment.objective[percentile] ?? 0)}` : ''
  const stated = loads.some(({ component: { figures } }) => (figures.capacity ?? figures.concurrency)?.stated)
  return {
    at: placeOfCommitment(commitment.objective, system),
    message: `${commitmentName(commitment, flow)} promises ${promised} and its latency grows without limit: ${enumerated(loads.map(load => overloadText(load)))}. Add replicas or capacity, or admit fewer requests with a rateLimit.`,
    related: loads.map(({ component }) => shareOf(component, 'gets more than it can serve')),
    raised: stated,
  }
}

interface Occasion {
  readonly commitment: Commitment
  readonly system: System
  readonly figures: SystemFigures
}

function judge(miss: Miss, { commitment, system, figures }: Occasion): Report {
  const { flow, reached, percentile, promised, allowed, takes, within } = miss
  const stated = figures.byStated(flow)
  const certain =
    stated !== undefined &&
    brokenBy(stated, commitment.objective).some(other => other.percentile === percentile)
  const attributed = figures.latencyShares(flow, promised)
  const shares = attributed?.filter(({ ms }) => ms >= 0.02 * (takes ?? allowed)).slice(0, 3)
  const assumed = certain ? undefined : shares?.find(isAssumed)?.component
  const path = figures.criticalPath(flow).filter(component => component !== flow.entry)
  const measured =
    takes === null ? `${asPercent(reached.failed)} of its requests fail` : `takes ${rounded(takes)}`
  return {
    at: placeOfCommitment(commitment.objective, system),
    message: `${commitmentName(commitment, flow)} promises ${percentile} ${writeDuration(allowed)} and ${measured}: ${inTime(within)} within ${writeDuration(allowed)}, ${asPercent(promised)} promised. ${slowest(shares)}${remedyFor(miss, assumed?.name)}`,
    related: path.map(part => shareOf(part, `on the critical path${partOf(part, shares ?? [])}`)),
    raised: certain,
    get fixes() {
      return keepPromise(system, {
        flow,
        against: 'time',
        narrowed: ({ availability: _, ...objective }) => objective,
        buys: after => `brings the ${percentile} to ${rounded(after.answering(promised) ?? 0)}`,
      })
    },
  }
}

const isAssumed = ({ component }: LatencyShare): boolean =>
  component !== undefined && !statesTime(component.figures)

function slowest(shares: readonly LatencyShare[] | undefined): string {
  if (!shares) return 'Shares of the time are left out, because computing them takes too long. '
  const named = shares.map(share => `${nameOf(share)} ${rounded(share.ms)}`)
  return named.length > 0 ? `Most of it: ${named.join(', ')}. ` : ''
}

const nameOf = ({ component, call }: LatencyShare): string =>
  component?.name ?? (call ? `the network from ${call.caller.name} to ${call.callee.name}` : 'pauses')

function partOf(part: Flow['entry'], shares: readonly LatencyShare[]): string {
  const share = shares.find(({ component }) => component === part)
  return share ? `, ${rounded(share.ms)}` : ''
}

function remedyFor({ percentile, takes }: Miss, assumed: string | undefined): string {
  if (assumed)
    return `That rests on ${assumed}, whose time is assumed: state its ${percentile === 'p50' ? 'p50' : 'p99'}.`
  if (takes === null)
    return 'Raise the timeout that they exceed if there is time, retry, or give the call a fallback.'
  return `Speed up the slowest part, call it in parallel, drop it, or promise ${writeDuration(roundUp(takes))}.`
}

const rounded = (ms: number): string => writeDuration(Number(ms.toPrecision(3)))

const asPercent = (share: number): string => `${Number((share * 100).toPrecision(3))}%`

/** Rounded down, so that a miss never reads as kept. */
const inTime = (share: number): string => `${Math.floor(share * 10_000) / 100}%`
