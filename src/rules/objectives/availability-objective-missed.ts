// Promised availabilities that the parts of the flow don't add up to.

import { partName } from '../../advice/planning/failure-budget'
import {
  type AvailabilityPart,
  downtimeOf,
  fallsShort,
  type JudgedFigures,
  percentileNames,
  systemFigures,
} from '../../math'
import { writeShare } from '../../model/annotations'
import { neededBy } from '../../model/flows/dependence'
import type { Flow, System } from '../../model/system'
import { keepPromise } from '../fixes/design-change'
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

export const availabilityObjectiveMissed = defineRule({
  id: 'availability-objective-missed',
  category: 'objectives',
  speaksOf: 'contradiction',
  summary: 'A flow misses its availability objective.',
  presets: { sketch: 'info' },
  raised: 'error',
  needsFigures: true,
  fixable: 'review',
  options: {},

  promised({ availability }, system) {
    if (availability === undefined || commitmentsOf(system).length > 0) return undefined
    const { byStated } = systemFigures(system)
    const judged = [...system.flows, ...system.pages].filter(isPromisable).flatMap(flow => {
      const reached = byStated(flow)
      return reached && fallsShort(reached.unavailability, availability) ? [{ flow, reached }] : []
    })
    const [worst] = judged.sort((a, b) => a.reached.availability - b.reached.availability)
    return worst && brokenPromise(worst, availability)
  },

  *check(system) {
    const figures = systemFigures(system)
    for (const commitment of commitmentsOf(system)) {
      const wanted = commitment.objective.availability
      if (wanted === undefined) continue
      const { judged, leftOut } = figuresIn(commitment, figures)
      const [worst] = judged.sort((a, b) => a.reached.availability - b.reached.availability)
      if (worst && fallsShort(worst.reached.unavailability, wanted))
        yield judge({ ...worst, commitment, wanted, byStated: figures.byStated(worst.flow) }, system)
      else if (leftOut[0] && !promisesLatency(commitment)) yield unjudged(leftOut[0], commitment, system)
    }
  },
})

/** A single stated figure may be about something else; those of several are multiplied by nobody but us. */
const isPromisable = ({ background, plan }: Flow): boolean =>
  !background && [...neededBy(plan)].filter(({ figures }) => figures.availability?.stated === true).length > 1

function brokenPromise({ flow, reached }: JudgedFlow, wanted: number): string {
  const parts = reached.availabilityParts.filter(({ gain }) => gain > reached.unavailability / 50).slice(0, 3)
  const [outage, allowed] = toldApart(reached.unavailability, 1 - wanted)
  return `This promises ${writeShare(wanted)}, and the figures in the diagram come to at most ${written(reached.unavailability, wanted)} for “${flow.name}”: ${outage} of outage a year instead of ${allowed}. ${mostOf(parts)}Add a replica or a fallback there, or promise ${attainable(reached.unavailability)}.`
}

/** Then that rule says what is left out. */
const promisesLatency = ({ objective }: Commitment): boolean =>
  percentileNames.some(name => objective[name] !== undefined)

interface Miss {
  readonly flow: Flow
  readonly reached: JudgedFigures
  /** By stated figures alone. */
  readonly byStated: JudgedFigures | undefined
  readonly commitment: Commitment
  readonly wanted: number
}

function judge({ commitment, wanted, flow, reached, byStated }: Miss, system: System): Report {
  const certain = byStated !== undefined && fallsShort(byStated.unavailability, wanted)
  const parts = reached.availabilityParts.filter(({ gain }) => gain > reached.unavailability / 50).slice(0, 3)
  const [outage, allowed] = toldApart(reached.unavailability, 1 - wanted)
  const remedy = certain
    ? `Add a replica or a fallback there, or promise ${attainable(reached.unavailability)}.`
    : assumptionIn(reached.availabilityParts)
  return {
    at: placeOfCommitment(commitment.objective, system),
    message: `${commitmentName(commitment, flow)} promises ${writeShare(wanted)} and reaches ${written(reached.unavailability, wanted)}: ${outage} of outage a year instead of ${allowed}. ${mostOf(parts)}${remedy}`,
    related: parts.flatMap(({ component, gain }) =>
      component ? [shareOf(component, `${yearly(gain)} a year`)] : [],
    ),
    raised: certain,
    get fixes() {
      return keepPromise(system, {
        flow,
        against: 'failures',
        narrowed: ({ name, availability }) => ({ name, availability }),
        buys: ({ unavailability }) => `buys ${yearly(reached.unavailability - unavailability)} a year`,
      })
    },
  }
}

/** What decides, of all that nobody stated. */
function assumptionIn(parts: readonly AvailabilityPart[]): string {
  const part = parts.find(isAssumed)
  if (!part?.component)
    return 'That rests on the assumption that copies share a tenth of their failures: state commonCause.'
  return `That rests on ${part.component.name}, assumed at ${writeShare(1 - part.unavailability)}: state its availability or its replicas.`
}

const isAssumed = ({ component }: AvailabilityPart): boolean =>
  component !== undefined && component.figures.availability?.stated !== true

function mostOf(parts: readonly AvailabilityPart[]): string {
  const named = parts.map(part => `${partName(part)} ${yearly(part.gain)}`)
  return named.length > 0 ? `Most of it: ${named.join(', ')}. ` : ''
}

/** With as many digits as it takes to tell one from the other. */
function toldApart(reached: number, allowed: number): readonly [string, string] {
  const pairs = [2, 3, 4, 5].map(digits => [yearly(reached, digits), yearly(allowed, digits)] as const)
  return pairs.find(([more, less]) => more !== less) ?? pairs[0]!
}

const yearly = (unavailability: number, digits = 2): string => {
  const seconds = downtimeOf(unavailability).year
  const [amount, unit] =
    seconds >= 3600 ? [seconds / 3600, 'h'] : seconds >= 60 ? [seconds / 60, 'min'] : [seconds, 's']
  return `${amount >= 10 ** digits ? Math.round(amount) : Number(amount.toPrecision(digits))} ${unit}`
}

/** Two digits of what is missing to 100%, or as many as it takes to tell it from what is wanted: 99.61%, 99.897%. */
function written(unavailability: number, wanted: number): string {
  const missing = unavailability * 100
  const enough = [1, 2, 3, 4, 5, 6, 7].find(
    digits =>
      digits >= 1 - Math.floor(Math.log10(missing)) && Number((100 - missing).toFixed(digits)) < wanted * 100,
  )
  return `${(100 - missing).toFixed(enough ?? 8)}%`
}

/** The nearest promise with two digits of failure that is kept: 99.6145% keeps 99.61%. */
function attainable(unavailability: number): string {
  const scale = 10 ** (Math.floor(Math.log10(unavailability)) - 1)
  return writeShare(1 - Math.ceil(unavailability / scale - 1e-6) * scale)
}
