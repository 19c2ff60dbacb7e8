// What the preview shows of each flow: figures, shares, a waterfall, what would help and what is assumed.

import { verdictOn } from '../../advice/objective-verdict'
import type { Steps } from '../../knowledge'
import { systemFigures } from '../../math'
import type { Component, StatedObjective, System } from '../../model/system'
import { estimate, formatDowntime } from '../../text/figures'
import type { Translate } from '../../text/translation'
import { attributedFlows, type EvaluatedFlow, evaluatedFlows } from '../engine/evaluation'
import { summaryOf } from '../flows/flow-summary'
import { outageLoad } from '../flows/outage-load'
import { sharesOf } from '../flows/shares'
import { waterfallOf } from '../flows/waterfall'
import { besideBefore } from './beside-before'
import type { Percentile, PreviewModel, PreviewTarget } from './messages'
import { isHardlyUp, overviewOf } from './overview'
import { isStatable } from './statements'
import { targetNamed } from './targets'

type FlowPicture = PreviewModel['flows'][number]

export interface FlowView {
  /** Of the waterfalls. */
  readonly percentile: Percentile
  /** The design as written where something is tried, else the version that it is compared with. */
  readonly before?: System
  /** Whether the system is the one before with something changed: then their parts are the same ones. */
  readonly isTried: boolean
  /** Without whose share is what: no shares, bars or improvements. */
  readonly figuresOnly: boolean
  readonly translate: Translate
}

/** All flows of a system, a step each. */
export function* picturingFlows(
  system: System,
  { percentile, before, isTried, figuresOnly, translate }: FlowView,
): Steps<FlowPicture[]> {
  const flowsBefore = isTried && !figuresOnly ? attributedFlows : evaluatedFlows
  const written = before && new Map(flowsBefore(before).map(each => [each.flow.name, each]))
  const pictures: FlowPicture[] = []
  for (const evaluated of figuresOnly ? evaluatedFlows(system) : attributedFlows(system)) {
    const unchanged = written?.get(evaluated.flow.name)
    const picture = {
      ...pictureOf(evaluated, system, translate),
      ...(figuresOnly ? noShares : sharesIn(evaluated, system, { percentile, translate })),
      ...(unchanged && { before: headlineOf(unchanged, system) }),
    }
    const bars = unchanged && before && isTried && !figuresOnly ? barsOf(unchanged, before, percentile) : []
    pictures.push(unchanged && isTried ? besideBefore(picture, unchanged, bars) : picture)
    yield
  }
  return pictures
}

function pictureOf(
  evaluated: EvaluatedFlow,
  system: System,
  translate: Translate,
): Omit<FlowPicture, keyof Shares | 'before'> {
  const { flow, figures } = evaluated
  const { load, ...summary } = summaryOf(evaluated, system.diagram, translate)
  const objective = flow.objective && pictureOfGoal(flow.objective, figures, translate)
  return {
    ...summary,
    ...(load && { load: [...load] }),
    notes: {
      ...summary.notes,
      gaps: [...outageLoad(flow, system, translate), ...summary.notes.gaps],
    },
    overview: overviewOf(evaluated, system, translate),
    distribution: distributionOf(evaluated),
    background: flow.background,
    criticalPath: [...figures.criticalPath],
    assumed: figures.assumed.map(assumption => ({
      ...assumption,
      target: targetNamed(assumption.at, system),
      statable: isStatable(assumption),
    })),
    ...(objective && { objective }),
  }
}

/** The figures are of requests that are answered: where none is, no time that is promised is kept. */
function pictureOfGoal(
  stated: StatedObjective,
  figures: EvaluatedFlow['figures'],
  translate: Translate,
): NonNullable<FlowPicture['objective']> {
  const { text, met, parts, shortfalls } = verdictOn(stated, figures, translate)
  const unanswered = isHardlyUp(figures)
    ? parts.filter(part => part.met && part.measure !== 'availability' && part.measure !== 'drain')
    : []
  return {
    text,
    met: met && unanswered.length === 0,
    parts: parts.map(part => ({ ...part, met: part.met && !unanswered.includes(part) })),
    shortfalls: [...(unanswered.length > 0 ? [translate('latency: no answer')] : []), ...shortfalls],
    promised: promisedIn(stated),
  }
}

/** Whose share is what: it takes many times as long to work out as all the rest. */
type Shares = Pick<FlowPicture, 'shares' | 'bars' | 'improvements' | 'assumedShare'>

const noShares: Shares = { shares: [], bars: [], improvements: [], assumedShare: 0 }

const sharesIn = (
  evaluated: EvaluatedFlow,
  system: System,
  { percentile, translate }: Pick<FlowView, 'percentile' | 'translate'>,
): Shares => ({
  shares: [...sharesOf(evaluated)],
  bars: [...barsOf(evaluated, system, percentile)],
  improvements: improvementsOf(evaluated, translate),
  assumedShare: evaluated.figures.attribution?.assumedShare.p99 ?? 0,
})

const quantile: Readonly<Record<Percentile, number>> = { p50: 0.5, p95: 0.95, p99: 0.99 }

function barsOf(evaluated: EvaluatedFlow, system: System, percentile: Percentile): FlowPicture['bars'] {
  const { flow, figures } = evaluated
  const duration = figures[percentile]
  if (percentile === 'p99' || !figures.attribution || duration === null)
    return [...waterfallOf(evaluated, figures.p99)]
  const latency = systemFigures(system).latencyShares(flow, quantile[percentile]) ?? []
  const attribution = { ...figures.attribution, latency }
  return [...waterfallOf({ ...evaluated, figures: { ...figures, attribution } }, duration)]
}

function headlineOf(evaluated: EvaluatedFlow, { diagram }: System): NonNullable<FlowPicture['before']> {
  const summary = summaryOf(evaluated, diagram)
  const { p50, p95, p99, p999, longest, availability, downtimeSecondsPerYear, attempts } = summary
  return { p50, p95, p99, p999, longest, availability, downtimeSecondsPerYear, attempts }
}

const promisedIn = (objective: StatedObjective): [string, number][] =>
  (['p50', 'p95', 'p99', 'p999'] as const).flatMap(name => {
    const promised = objective[name]
    return promised === undefined ? [] : [[name, promised]]
  })

/** Points of the curve. */
const resolution = 64

function distributionOf({ figures: { p999, availability, within } }: EvaluatedFlow): [number, number][] {
  if (p999 === null || availability === 0) return []
  const longest = p999 * 1.02
  return Array.from({ length: resolution + 1 }, (_, step) => {
    const ms = (longest * step) / resolution
    return [ms, within(ms)]
  })
}

/** The two parts that cost most time, if requests are answered at all, and the two that cost most availability. */
function improvementsOf({ figures }: EvaluatedFlow, translate: Translate): FlowPicture['improvements'] {
  const { attribution, availability, p99 } = figures
  const answers = !isHardlyUp(figures)
  const faster = (answers ? (attribution?.latency ?? []) : [])
    // Halving what is given up before it is done gains nobody half of it.
    .flatMap(({ component, ms }) => (component && ms >= 1 && ms < (p99 ?? 0) ? [{ component, ms }] : []))
    .slice(0, 2)
    .map(({ component, ms }) => ({
      text: translate('{0} twice as fast', component.name),
      gain: translate('about −{0} at p99', estimate(ms / 2, translate)),
      target: nodeTarget(component),
    }))
  const steadier = (answers || availability === 0 ? (attribution?.availability ?? []) : [])
    .flatMap(({ component, gain }) => (component && gain > 0 ? [{ component, gain }] : []))
    .slice(0, 2)
    .map(({ component, gain }) => ({
      text: translate('{0} never down', component.name),
      gain: `−${formatDowntime(gain * secondsPerYear, translate)}`,
      target: nodeTarget(component),
    }))
  return [...faster, ...steadier]
}

const secondsPerYear = 365 * 86_400

const nodeTarget = ({ id }: Component): PreviewTarget => ({ kind: 'node', id })
