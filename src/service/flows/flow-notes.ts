// What to know about a flow's figures before believing them; for people, and no part of machine formats.

import type { Backlog, FlowFigures, FlowProvenance, Unknown } from '../../math'
import type { Assumption } from '../../model/system'
import { enumerated } from '../../rules/fixes/enumeration'
import { overloadText } from '../../rules/fixes/overload'
import type { Diagram } from '../../syntax/tree'
import { formatDuration, formatPercentage } from '../../text/figures'
import { plural, type Translate, untranslated } from '../../text/translation'
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

export function notesOn(
  { flow, figures }: EvaluatedFlow,
  { problems }: Diagram,
  translate: Translate = untranslated,
): FlowNotes {
  return {
    assumed: figures.basis.assumed,
    gaps: [
      ...(figures.backlog
        ? [queueing(figures.backlog, flow, translate)]
        : [...overloads(figures, translate), ...fullest(figures, translate)]),
      ...periodic({ flow, figures }, translate),
      ...givingUp(figures.basis, translate),
      ...missingFigures(figures.basis, translate),
      ...(figures.basis.withoutClientNetwork ? [translate(clientNetwork)] : []),
      ...(figures.exact ? [] : [translate(tangled)]),
      ...(figures.attribution === null ? [translate(sharesLeftOut)] : []),
      ...(isBroken(problems) ? [translate(broken)] : []),
    ],
    mostAsked: (figures.attemptsByComponent[0]?.component ?? flow.to).name,
    calls: Math.min(figures.attemptsByComponent[0]?.calls ?? 1, unlimitedAttempts),
    retried: figures.attemptsByComponent.some(({ attempts, calls }) => attempts > calls),
  }
}

/** What is left out, and how it is added. */
const clientNetwork = "The client's network is not included: state rtt on the client's arrow to count it."

const broken = 'The diagram has syntax errors; the affected statements are left out.'

const tangled = 'The availability is a lower bound, because the diagram is too complex for an exact one.'

/** What is said where nobody would wait for whose time it is. */
export const sharesLeftOut = 'Shares are left out, because computing them for so many calls takes too long.'

/** `The latency grows without limit: Order API gets 800 requests a second and serves at most 768.` */
export const overloads = (
  { overloaded }: Pick<FlowFigures, 'overloaded'>,
  translate: Translate = untranslated,
): readonly string[] => {
  if (overloaded.length === 0) return []
  const each = overloaded.map(load => overloadText(load, translate))
  return [translate('The latency grows without limit: {0}.', enumerated(each, translate))]
}

function periodic({ flow, figures: { interval } }: EvaluatedFlow, translate: Translate): readonly string[] {
  if (interval === undefined) return []
  const every = formatDuration(interval, 3, translate)
  return [
    translate('{0} starts every {1}; in between, its results are those of the last run.', flow.name, every),
  ]
}

/** What is used less than this is far from being the first to saturate. */
const LEAST_USED = 0.0005

/** `Postgres is 71% utilized and saturates first, at 1.4 × today's rate.` */
function fullest({ load: [first], overloaded }: FlowFigures, translate: Translate): readonly string[] {
  if (!first?.utilization || first.utilization < LEAST_USED || overloaded.length > 0) return []
  const { component, utilization, saturated, refused } = first
  if (saturated)
    return [translate('{0}: the other requests wait until they time out.', overloadText(first, translate))]
  if (refused > 0) {
    const share = formatPercentage(refused)
    return [translate('{0} refuses {1} of its requests by its rate limit.', component.name, share)]
  }
  const factor = Number((1 / utilization).toPrecision(utilization > 0.9 ? 3 : 2))
  const percent = Number((utilization * 100).toFixed(utilization > 0.98 ? 1 : 0))
  return [
    translate(
      "{0} is {1}% utilized and saturates first, at {2} × today's rate.",
      component.name,
      percent,
      factor,
    ),
  ]
}

/** `Mail worker handles 33 of 100 messages a second: 67 pile up each second, 241,200 an hour.` */
function queueing(
  { arriving, serving, growing, outage, drain }: Backlog,
  { to }: EvaluatedFlow['flow'],
  translate: Translate,
): string {
  const [gets, does] = [rounded(arriving), rounded(serving)]
  if (drain === null && growing > 0)
    return translate(
      '{0} handles {1} of {2} messages a second: {3} pile up each second, {4} an hour.',
      ...[to.name, does, gets, rounded(growing), rounded(growing * 3600)],
    )
  if (drain === null)
    return translate(
      '{0} gets as many messages as it can handle, {1} a second, so a backlog is never worked off.',
      ...[to.name, does],
    )
  return translate(
    '{0} can handle {1} messages a second and gets {2}: an outage of {3} is worked off in {4}.',
    ...[to.name, does, gets, formatDuration(outage, 3, translate), formatDuration(drain, 3, translate)],
  )
}

const rounded = (count: number): string => Number(count.toPrecision(3)).toLocaleString('en')

/** `Amazon API Gateway gives up after 29 s unless configured otherwise: state its timeout.` */
const givingUp = ({ ended }: FlowProvenance, translate: Translate): readonly string[] => [
  ...new Set(
    ended.map(({ by, ms }) =>
      translate(
        '{0} gives up after {1} unless configured otherwise: state its timeout.',
        by.name,
        formatDuration(ms, 3, translate),
      ),
    ),
  ),
]

/** What is said in the place of a percentile beyond capacity. */
export const unlimited = 'grows without limit'

/** The sentence about what counts as 0 ms, or as never failing, if anything does. */
export const missingFigures = (
  { unknown }: FlowProvenance,
  translate: Translate = untranslated,
): readonly string[] =>
  unknown.length > 0
    ? [translate('Not included: {0}, because no figure is known.', partsOf(unknown, translate))]
    : []

/** `12 figures are assumed.` */
export const assumedLine = (
  { length }: readonly Assumption[],
  translate: Translate = untranslated,
): string =>
  length === 0
    ? translate('Every figure is stated.')
    : plural(translate, length, ['1 figure is assumed.', '{0} figures are assumed.'])

/** What Mermaid refuses hides what it draws. */
export const isBroken = (problems: Diagram['problems']): boolean =>
  problems.some(({ kind }) => kind === 'syntax-error')

const mostNamed = 4

function partsOf(unknown: readonly Unknown[], translate: Translate): string {
  const named = unknown.slice(0, mostNamed).map(each => partOf(each, translate))
  const others = unknown.length - named.length
  const all = others > 0 ? [...named, plural(translate, others, ['1 other', '{0} others'])] : named
  return enumerated(all, translate)
}

function partOf({ component: { name }, time, availability }: Unknown, translate: Translate): string {
  if (time && availability) return name
  return time ? translate('the time of {0}', name) : translate('failures of {0}', name)
}
