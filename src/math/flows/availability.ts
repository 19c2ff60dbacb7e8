// A flow's availability, and what each component and call takes from it.

import type { Assumption, Call, Component, Flow } from '../../model/system'
import { cutSets as minimalCutSets } from '../availability/cuts'
import { type Downtime, downtimeOf, SECONDS_PER_YEAR } from '../availability/downtime'
import { evaluateStructure } from '../availability/evaluation'
import { componentKey } from './assumptions'
import { type AvailabilityModel, availabilityModel } from './availability-plan'
import { type Doubt, noDoubt } from './component-availability'
import { contextOf, type FlowOptions } from './reading'

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

export interface ComponentCut {
  /** One or two components. */
  readonly components: readonly Component[]
  /** The share of the flow's requests that fail while they are down. */
  readonly share: number
}

/** Exact over shared components; retries repair transient failures only. */
export function availabilityOf(flow: Flow, options: FlowOptions = {}): FlowAvailability {
  const context = contextOf(flow, options, flow.assumptions)
  const model = availabilityModel(flow.plan, context)
  const { unavailability, exact, parts } = evaluateModel(model)
  return {
    availability: 1 - unavailability,
    unavailability,
    downtime: downtimeOf(unavailability),
    exact,
    parts: parts
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
    assumed: context.assumptions.all(),
  }
}

/** The components that take requests down alone, and the pairs that do it together. */
export function cutSetsOf(flow: Flow, options: FlowOptions = {}): readonly ComponentCut[] {
  const { structure, parts } = availabilityModel(flow.plan, contextOf(flow, options))
  const candidates = new Map<string, Component>()
  for (const { name, component } of parts.values())
    if (component && name === componentKey(component)) candidates.set(name, component)
  return minimalCutSets(structure, [...candidates.keys()]).map(({ names, share }) => ({
    components: names.flatMap(name => candidates.get(name) ?? []),
    share,
  }))
}

/** How far unstated unavailabilities may be off: the range of published figures for one kind of thing. */
const DOUBT_FACTOR = 3
const LEAST_COMMON_CAUSE = 0.02

/** Availability is monotone in every part, so that two runs bound it: [worst, best]. */
export function availabilityBand(flow: Flow, options: FlowOptions = {}): readonly [number, number] {
  const availability = (doubt: Doubt): number =>
    1 - evaluateModel(availabilityModel(flow.plan, contextOf(flow, options), doubt)).unavailability
  const worst = availability({ factor: DOUBT_FACTOR, commonCause: noDoubt.commonCause })
  const best = availability({ factor: 1 / DOUBT_FACTOR, commonCause: LEAST_COMMON_CAUSE })
  return [worst, best]
}

const evaluateModel = ({ structure, parts }: AvailabilityModel) =>
  evaluateStructure(structure, name => parts.get(name)?.unavailability ?? 0)
