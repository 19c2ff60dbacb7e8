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
            `${flow.name} starts every ${formatDuration(figures.interval)}; in between, its results are those of the last run.`,
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
const clientNetwork = "The client's network is not included: state rtt on the client's arrow to count it."

const tangled = 'The availability is a lower bound, because the diagram is too complex for an exact one.'

/** What is said where nobody would wait for whose time it is. */
export const sharesLeftOut = 'Shares are left out, because computing them for so many calls takes too long.'

/** `The latency grows without limit: Order API gets 800 requests a second and serves at most 768.` */
export const overloads = ({ overloaded }: Pick<FlowFigures, 'overloaded'>): readonly string[] =>
  overloaded.length === 0 ? [] : [`The latency ${unlimited}: ${enumerated(overloaded.map(overloadText))}.`]

/** `Postgres is 71% utilized and saturates first, at 1.4 × today's rate.` */
function fullest({ load: [first], overloaded }: FlowFigures): readonly string[] {
  if (!first?.utilization || overloaded.length > 0) return []
  const { component, utilization, saturated, refused } = first
  if (saturated) return [`${overloadText(first)}: the other requests wait until they time out.`]
  if (refused > 0)
    return [`${component.name} refuses ${formatPercentage(refused)} of its requests by its rate limit.`]
  const factor = Number((1 / utilization).toPrecision(utilization > 0.9 ? 3 : 2))
  const percent = Number((utilization * 100).toFixed(utilization > 0.98 ? 1 : 0))
  return [`${component.name} is ${percent}% utilized and saturates first, at ${factor} × today's rate.`]
}

/** `Mail worker handles 33 of 100 messages a second: 67 pile up each second, 241,200 an hour.` */
function queueing(
  { arriving, serving, growing, outage, drain }: Backlog,
  { to }: EvaluatedFlow['flow'],
): string {
  const [gets, does] = [rounded(arriving), rounded(serving)]
  if (drain === null)
    return growing > 0
      ? `${to.name} handles ${does} of ${gets} messages a second: ${rounded(growing)} pile up each second, ${rounded(growing * 3600)} an hour.`
      : `${to.name} gets as many messages as it can handle, ${does} a second, so a backlog is never worked off.`
  return `${to.name} can handle ${does} messages a second and gets ${gets}: an outage of ${formatDuration(outage)} is worked off in ${formatDuration(drain)}.`
}

const rounded = (count: number): string => Number(count.toPrecision(3)).toLocaleString('en')

/** What is said in the place of a percentile beyond capacity. */
export const unlimited = 'grows without limit'

/** The sentence about what counts as 0 ms, or as never failing, if anything does. */
export const missingFigures = ({ unknown }: FlowProvenance): readonly string[] =>
  unknown.length > 0 ? [`Not included: ${partsOf(unknown)}, because no figure is known.`] : []

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
