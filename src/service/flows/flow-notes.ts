// What to know about a flow's figures before believing them; for people, and no part of machine formats.

import type { Backlog, FlowFigures, FlowProvenance, Unknown } from '../../math'
import type { Assumption } from '../../model/system'
import { enumerated } from '../../rules/fixes/enumeration'
import { overloadText } from '../../rules/fixes/overload'
import type { Diagram } from '../../syntax/tree'
import { formatDuration, formatPercentage } from '../../text/figures'
import type { EvaluatedFlow } from '../engine/evaluation'
import { unlimitedAttempts } from './unlimited-attempts'

export interface FlowNotes {
  /** Whether something assumed is in the percentiles, and in the availability: such figures are shown with "≈". */
  readonly assumed: { readonly times: boolean; readonly availability: boolean }
  /** Sentences that say what the figures leave out. */
  readonly gaps: readonly string[]
  /** The name of the component at which most attempts arrive. */
  readonly mostAsked: string
  /** How many of the attempts where most arrive are no repetitions. */
  readonly calls: number
  /** Whether any call of the flow is tried again or hedged. */
  readonly retried: boolean
}

export function notesOn({ flow, figures }: EvaluatedFlow, { problems }: Diagram): FlowNotes {
  const { assumed, withoutClientNetwork } = figures.basis
  return {
    assumed,
    gaps: [
      ...(figures.backlog ? [queueing(figures.backlog, flow)] : [...overloads(figures), ...fullest(figures)]),
      ...(figures.interval === undefined
        ? []
        : [
            `${flow.name} starts each ${formatDuration(figures.interval)}: until then its results are those of the last run.`,
          ]),
      ...missingFigures(figures.basis),
      ...(withoutClientNetwork ? [clientNetwork] : []),
      ...(figures.exact ? [] : [tangled]),
      ...(figures.attribution === null ? [sharesLeftOut] : []),
      ...(isBroken(problems) ? ['The diagram has syntax errors; the affected statements are left out.'] : []),
    ],
    mostAsked: (figures.attemptsByComponent[0]?.component ?? flow.to).name,
    calls: Math.min(figures.attemptsByComponent[0]?.calls ?? 1, unlimitedAttempts),
    retried: figures.attemptsByComponent.some(({ attempts, calls }) => attempts > calls),
  }
}

/** What is left out, and how it is added. */
const clientNetwork = "Without the client's network: state rtt on the client's arrow to count it."

const tangled = 'The availability is a lower bound: the diagram is too tangled for an exact one.'

/** What is said where nobody would wait for whose time it is. */
export const sharesLeftOut = 'Shares are left out: for so many calls they take too long to work out.'

/** `The latency grows without limit: Order API gets 800 requests a second and serves at most 768.` */
export const overloads = ({ overloaded }: Pick<FlowFigures, 'overloaded'>): readonly string[] =>
  overloaded.length === 0 ? [] : [`The latency ${unlimited}: ${enumerated(overloaded.map(overloadText))}.`]

/** `Postgres is used to 71% and saturates first, at 1.4 × of today's rate.` */
function fullest({ load: [first], overloaded }: FlowFigures): readonly string[] {
  if (!first?.utilization || overloaded.length > 0) return []
  const { component, utilization, saturated, refused } = first
  if (saturated) return [`${overloadText(first)}: the others wait until they give up.`]
  if (refused > 0)
    return [`${component.name} refuses ${formatPercentage(refused)} of its requests by its rate limit.`]
  const factor = Number((1 / utilization).toPrecision(utilization > 0.9 ? 3 : 2))
  const percent = Number((utilization * 100).toFixed(utilization > 0.98 ? 1 : 0))
  return [`${component.name} is used to ${percent}% and saturates first, at ${factor} × of today's rate.`]
}

/** `Mail worker does 33 of 100 messages a second: 67 pile up each second, 241,200 an hour.` */
function queueing(
  { arriving, serving, growing, outage, drain }: Backlog,
  { to }: EvaluatedFlow['flow'],
): string {
  const [gets, does] = [rounded(arriving), rounded(serving)]
  if (drain === null)
    return growing > 0
      ? `${to.name} does ${does} of ${gets} messages a second: ${rounded(growing)} pile up each second, ${rounded(growing * 3600)} an hour.`
      : `${to.name} gets as many messages as it can do, ${does} a second: what piles up is never worked off.`
  return `${to.name} can do ${does} messages a second and gets ${gets}: an outage of ${formatDuration(outage)} is worked off in ${formatDuration(drain)}.`
}

const rounded = (count: number): string => Number(count.toPrecision(3)).toLocaleString('en')

/** What is said in the place of a percentile beyond capacity. */
export const unlimited = 'grows without limit'

/** The sentence about what counts as 0 ms, or as never failing, if anything does. */
export const missingFigures = ({ unknown }: FlowProvenance): readonly string[] =>
  unknown.length > 0 ? [`Without ${partsOf(unknown)}: no figure is known.`] : []

/** `12 figures are assumed.` */
export const assumedLine = ({ length }: readonly Assumption[]): string =>
  length === 0
    ? 'Every figure is stated.'
    : `${length} ${length === 1 ? 'figure is' : 'figures are'} assumed.`

/** What Mermaid refuses hides what it draws. */
export const isBroken = (problems: Diagram['problems']): boolean =>
  problems.some(({ kind }) => kind === 'syntax-error')

const mostNamed = 4

function partsOf(unknown: readonly Unknown[]): string {
  const named = unknown.slice(0, mostNamed).map(partOf)
  const others = unknown.length - named.length
  return enumerated(others > 0 ? [...named, others === 1 ? '1 other' : `${others} others`] : named)
}

function partOf({ component: { name }, time, availability }: Unknown): string {
  if (time && availability) return name
  return time ? `the time of ${name}` : `failures of ${name}`
}
