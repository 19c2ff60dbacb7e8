// A flow's availability, and what each component and call takes from it.

import type { Assumption, Call, Component, Flow } from '../../../model/system'
import { MOST_NODES } from '../../availability/decision-diagram'
import { type Downtime, downtimeOf, SECONDS_PER_YEAR } from '../../availability/downtime'
import { structureEvaluator } from '../../availability/evaluation'
import { series } from '../../availability/redundancy'
import { all } from '../../availability/structure'
import type { Evaluation } from '../../availability/unavailability'
import { type FlowReading, readFlow } from '../flow-reading'
import type { FlowOptions } from '../reading-context'
import { type AvailabilityModel, availabilityModel } from './availability-plan'
import { type Doubt, noDoubt } from './component-availability'
import { LATE, lateAnswers, noneLate } from './late-answers'

export interface FlowAvailability {
  /** Fractions. The unavailability is the accurate one. */
  readonly availability: number
  readonly unavailability: number
  readonly downtime: Downtime
  /** False when the diagram was too tangled and the unavailability is an upper bound. */
  readonly exact: boolean
  /** Largest gain first. */
  readonly parts: readonly AvailabilityPart[]
  readonly assumed: readonly Assumption[]
}

export interface AvailabilityPart {
  /** Which of the two it is; neither for what several copies share. */
  readonly component?: Component
  readonly call?: Call
  readonly unavailability: number
  /** What a perfect part would take off the flow's unavailability. */
  readonly gain: number
  /** The same as hours in a year of 365 days. */
  readonly hoursPerYear: number
}

/** Exact over shared components; retries repair transient failures only. */
export function availabilityOf(flow: Flow, options?: FlowOptions): FlowAvailability {
  const reading = readFlow(flow, options)
  return { ...availabilityIn(evaluatedModel(reading)), assumed: reading.assumptions.all() }
}

/** What must be up for a flow, and how likely that is with more or less doubt about what nobody stated. */
export interface EvaluatedModel extends AvailabilityModel {
  readonly evaluate: (doubt: Doubt) => Evaluation
}

export function evaluatedModel(reading: FlowReading): EvaluatedModel {
  const model = availabilityModel(reading)
  const timeless = structureEvaluator(model.structure, MOST_NODES, reading.effort)
  const usual = timeless(name => model.parts.get(name)?.unavailability(noDoubt) ?? 0)
  const late = usual.exact ? lateAnswers(model, timeless, reading) : noneLate
  const structure = all([model.structure, ...late.needed])
  const evaluate =
    late.needed.length === 0 ? timeless : structureEvaluator(structure, MOST_NODES, reading.effort)
  const parts = new Map([...model.parts, ...late.parts.map(part => [part.name, part] as const)])
  return {
    structure,
    parts,
    evaluate: doubt => {
      const evaluation = evaluate(name => parts.get(name)?.unavailability(doubt) ?? 0)
      return { ...evaluation, exact: evaluation.exact && late.exact }
    },
  }
}

/** The same without what it rests on, which the reading has noted. */
export function availabilityIn(model: EvaluatedModel): Omit<FlowAvailability, 'assumed'> {
  const { unavailability, exact, parts } = model.evaluate(noDoubt)
  return {
    availability: 1 - unavailability,
    unavailability,
    downtime: downtimeOf(unavailability),
    exact,
    parts: ofOneOwner(parts, model)
      .map(({ name, unavailability: u, gain }) => {
        const { component, call } = model.parts.get(name) ?? {}
        const hoursPerYear = (gain * SECONDS_PER_YEAR) / 3600
        return {
          ...(component && { component }),
          ...(call && { call }),
          unavailability: u,
          gain,
          hoursPerYear,
        }
      })
      .sort((a, b) => b.gain - a.gain),
  }
}

/** A call that is made several times fails each time for itself, and is one part all the same. */
function ofOneOwner(parts: Evaluation['parts'], model: EvaluatedModel): Evaluation['parts'] {
  const owners = new Map<Call | string, Evaluation['parts'][number]>()
  for (const part of parts) {
    // What comes too late in an outage is what the outage takes.
    if (part.name.startsWith(LATE)) continue
    const owner = model.parts.get(part.name)?.call ?? part.name
    const known = owners.get(owner)
    owners.set(
      owner,
      known
        ? {
            ...known,
            unavailability: series([known.unavailability, part.unavailability]),
            gain: known.gain + part.gain,
          }
        : part,
    )
  }
  return [...owners.values()]
}

/** How far unstated unavailabilities may be off: the range of published figures for one kind of thing. */
export const DOUBT_FACTOR = 3
const LEAST_COMMON_CAUSE = 0.02

/** Availability is monotone in every part, so that two runs bound it: [worst, best]. */
export const availabilityBand = (flow: Flow, options?: FlowOptions): readonly [number, number] =>
  bandOf(evaluatedModel(readFlow(flow, options)))

export function bandOf({ evaluate }: EvaluatedModel): readonly [number, number] {
  const availability = (doubt: Doubt): number => 1 - evaluate(doubt).unavailability
  const worst = availability({ factor: DOUBT_FACTOR, commonCause: noDoubt.commonCause })
  const best = availability({ factor: 1 / DOUBT_FACTOR, commonCause: LEAST_COMMON_CAUSE })
  return [worst, best]
}
