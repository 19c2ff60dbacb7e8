// Everything the product says about one flow.

import { finished, type Steps } from '../../knowledge'
import { statesTime } from '../../model/figure'
import { visitsOf } from '../../model/flows/plan'
import type { Assumption, Call, Component, Flow } from '../../model/system'
import { type Downtime, downtimeOf } from '../availability/downtime'
import { type WorkAllowance, workForShares } from '../latency/attribution-work'
import { attemptsIn, type ComponentAttempts } from './attempts/attempts'
import { worstCaseIn } from './attempts/worst-case'
import {
  type AvailabilityPart,
  availabilityIn,
  bandOf,
  type EvaluatedModel,
  evaluatedModel,
} from './availability/flow-availability'
import { type FlowReading, flowReader, readFlow } from './flow-reading'
import { criticalPathIn } from './latency/critical-path'
import { attributionIn, type LatencyShare, latencyIn } from './latency/flow-latency'
import type { Backlog } from './load/backlog'
import type { ComponentLoad } from './load/component-load'
import { MODEL_BAND } from './model-band'
import { type FlowProvenance, provenanceOf } from './provenance'
import type { FlowOptions } from './reading-context'

export interface FlowFigures {
  /** Milliseconds of the requests that are answered; null where none is, or where they grow without limit. */
  readonly p50: number | null
  readonly p95: number | null
  readonly p99: number | null
  readonly p999: number | null
  /** Probability that a request fails by errors and timeouts with every component up. */
  readonly failed: number
  /** P(a request is answered within so many milliseconds) with every component up. */
  readonly within: (ms: number) => number
  /** Milliseconds in which this share of all requests is answered; null where more of them fail. */
  readonly answering: (share: number) => number | null
  /** Fractions of requests, components and transient failures together. */
  readonly availability: number
  readonly unavailability: number
  readonly downtime: Downtime
  readonly downtimeSecondsPerYear: number
  /** The most attempts that one request can cause at any component, and where; Infinity when unlimited. */
  readonly attempts: number
  readonly attemptsAt?: string
  readonly attemptsByComponent: readonly ComponentAttempts[]
  /** Milliseconds when everything runs into its timeout; null when unbounded, and by which calls. */
  readonly longest: number | null
  readonly unbounded: readonly Call[]
  /** Ids, the entry first. */
  readonly criticalPath: readonly string[]
  readonly bands: Bands
  readonly assumed: readonly Assumption[]
  readonly basis: FlowProvenance
  /** How full what the flow waits for is, where that is known; the fullest, which saturates first, at the top. */
  readonly load: readonly ComponentLoad[]
  /** Those that get more requests than they can serve, without an end: there are no percentiles. */
  readonly overloaded: readonly ComponentLoad[]
  /** Where messages wait for consumers, how these keep up with them; absent where rate or capacity is unknown. */
  readonly backlog?: Backlog
  /** Milliseconds from one run to the next of what a clock starts. */
  readonly interval?: number
  /** Whether the availability is exact; of what is too tangled for that it is a lower bound. */
  readonly exact: boolean
  /** What each part takes from the availability, largest first. */
  readonly availabilityParts: readonly AvailabilityPart[]
  /** Absent when not asked for; null when working it out would take too long. */
  readonly attribution?: Attribution | null
}

/** Low and high; percentiles by the choice of distribution and correlation, availability by unstated figures. */
export interface Bands {
  readonly availability: Band
  readonly p50: Band | null
  readonly p95: Band | null
  readonly p99: Band | null
  readonly p999: Band | null
}

export type Band = readonly [low: number, high: number]

export interface Attribution {
  /** Parts of p99 in milliseconds, largest first. */
  readonly latency: readonly LatencyShare[]
  /** Parts of the unavailability, largest first. */
  readonly availability: readonly AvailabilityPart[]
  /** The shares of p99 and of the unavailability that rest on figures nobody stated. */
  readonly assumedShare: { readonly p99: number; readonly unavailability: number }
}

export interface EvaluationOptions extends FlowOptions {
  /** Whose share is what: costs two evaluations per component and call. Default true. */
  readonly attribution?: boolean
}

/** All figures of a flow; each part is also a function of its own, the cheap ones fit for every keystroke. */
export function evaluateFlow(flow: Flow, options: EvaluationOptions = {}): FlowFigures {
  const reading = readFlow(flow, options)
  const figures = figuresOf(reading, basicsOf(reading))
  if (options.attribution === false) return figures
  return { ...figures, attribution: finished(sharesOf(reading, figures, workForShares())) }
}

/** What promises are judged by. */
export type JudgedFigures = Pick<
  FlowFigures,
  | 'failed'
  | 'within'
  | 'answering'
  | 'availability'
  | 'unavailability'
  | 'availabilityParts'
  | 'exact'
  | 'overloaded'
  | 'backlog'
  | 'interval'
>

/** The figures of a system's flows. What flows share is worked out once, and so is each of them. */
export interface FlowEvaluator {
  /** Undefined where working them out would take too much of what the system may. */
  readonly figures: (flow: Flow) => FlowFigures | undefined
  /** Only those that promises are judged by. */
  readonly judged: (flow: Flow) => JudgedFigures | undefined
  /** Whose share is what: of the availability, and of the percentile (default 0.99). Null where that is too much. */
  readonly shares: (flow: Flow) => Steps<Attribution | null>
  readonly latencyShares: (flow: Flow, percentile: number) => readonly LatencyShare[] | undefined
  /** The components a slow request is waiting for, the entry first. */
  readonly criticalPath: (flow: Flow) => readonly Component[]
}

export function flowEvaluator(options: FlowOptions): FlowEvaluator {
  const read = flowReader(options)
  const known = new Map<Flow, Evaluated>()
  const evaluated = (flow: Flow): Evaluated => {
    const before = known.get(flow)
    if (before) return before
    const reading = read(flow)
    const basics = isAffordable(reading) ? basicsOf(reading) : undefined
    let all: FlowFigures | undefined
    const figures = () => {
      all ??= basics && figuresOf(reading, basics)
      return all
    }
    const result = { reading, judged: basics?.judged, figures }
    known.set(flow, result)
    return result
  }
  const forShares = workForShares()
  const forPercentiles = workForShares()
  return {
    figures: flow => evaluated(flow).figures(),
    judged: flow => evaluated(flow).judged,
    *shares(flow) {
      const { reading, judged } = evaluated(flow)
      return judged ? yield* sharesOf(reading, judged, forShares) : null
    },
    latencyShares: (flow, percentile) =>
      finished(attributionIn(evaluated(flow).reading, percentile, forPercentiles)),
    criticalPath: flow => criticalPathIn(evaluated(flow).reading),
  }
}

interface Evaluated {
  readonly reading: FlowReading
  readonly judged: JudgedFigures | undefined
  /** All of them: most are asked for only where somebody looks at the flow. */
  readonly figures: () => FlowFigures | undefined
}

/** What a flow takes for each of its visits besides the times that it adds up. */
const READING = 0.5

const isAffordable = ({ flow, latency, affords }: FlowReading): boolean =>
  affords(latency.plan(flow.plan), READING * visitsOf(flow.plan).length)

interface Basics {
  readonly latency: ReturnType<typeof latencyIn>
  readonly model: EvaluatedModel
  readonly judged: JudgedFigures
  readonly assumed: readonly Assumption[]
}

function basicsOf(reading: FlowReading): Basics {
  const latency = latencyIn(reading)
  const model = evaluatedModel(reading)
  const assumed = reading.assumptions.all()
  const { availability, unavailability, exact, parts } = availabilityIn(model)
  const { failed, within, answering } = latency
  const judged = {
    ...{ failed, within, answering, availability, unavailability, exact },
    availabilityParts: parts,
    overloaded: [],
  }
  return { latency, model, judged, assumed }
}

function figuresOf(reading: FlowReading, { latency, model, judged, assumed }: Basics): FlowFigures {
  const { flow } = reading
  const { p50, p95, p99, p999 } = latency
  const downtime = downtimeOf(judged.unavailability)
  const attemptsByComponent = attemptsIn(flow, reading.attempts)
  const most = attemptsByComponent[0]
  return {
    ...judged,
    p50,
    p95,
    p99,
    p999,
    downtime,
    downtimeSecondsPerYear: downtime.year,
    attempts: most?.attempts ?? 1,
    ...(most && { attemptsAt: most.component.id }),
    attemptsByComponent,
    ...worstCaseIn(flow, reading.worstCase),
    criticalPath: criticalPathIn(reading).map(({ id }) => id),
    bands: {
      availability: bandOf(model),
      p50: spread(p50, MODEL_BAND.p50),
      p95: spread(p95, MODEL_BAND.p95),
      p99: spread(p99, MODEL_BAND.p99),
      p999: spread(p999, MODEL_BAND.p999),
    },
    assumed,
    basis: provenanceOf({ ...reading, assumed, failed: judged.failed }),
    load: [],
  }
}

const spread = (ms: number | null, [low, high]: Band): Band | null =>
  ms === null ? null : [ms * low, ms * high]

function* sharesOf(
  reading: FlowReading,
  { availabilityParts: parts }: JudgedFigures,
  allowance: WorkAllowance,
): Steps<Attribution | null> {
  const latency = yield* attributionIn(reading, 0.99, allowance)
  if (!latency) return null
  const gained = parts.reduce((sum, { gain }) => sum + gain, 0)
  const p99 = latency.reduce((sum, { ms }) => sum + Math.max(0, ms), 0)
  const unstatedMs = latency.reduce(
    (sum, share) => sum + (restsOnStated(share) ? 0 : Math.max(0, share.ms)),
    0,
  )
  const unstatedGain = parts.reduce((sum, part) => sum + (isStatedAvailability(part) ? 0 : part.gain), 0)
  return {
    latency,
    availability: parts,
    assumedShare: {
      p99: p99 > 0 ? unstatedMs / p99 : 0,
      unavailability: gained > 0 ? unstatedGain / gained : 0,
    },
  }
}

/** Calls carry stated round trips and timeouts; a component's time is stated when one of its percentiles is. */
function restsOnStated({ component, call }: LatencyShare): boolean {
  if (!component) return call === undefined || !isEstimated(call)
  return statesTime(component.figures)
}

/** The network between two regions was estimated, not stated. */
const isEstimated = ({ connection: { figures } }: Call): boolean =>
  !statesTime(figures) && !figures.rtt?.stated && !figures.timeout?.stated

const isStatedAvailability = ({ component, call }: AvailabilityPart): boolean =>
  component ? component.figures.availability?.stated === true : call !== undefined
