// How unavailable a component is, with its replicas, standbys and common causes.

import { defaults } from '../../../knowledge'
import type { Component, Takeover } from '../../../model/system'
import { activePassive, type Failover, withCommonCause } from '../../availability/redundancy'
import { type Assumptions, milliseconds, noFigure, writtenPercent } from '../assumptions'

/** Used when a standby is stated without its figures. */
const USUAL_FAILOVER_MS = (defaults.failover.detectSeconds + defaults.failover.switchSeconds) * 1000
const USUAL_REPAIR_MS = defaults.mttrMinutes.value * 60_000
const USUAL_COVERAGE = defaults.failover.coverage

/** Scales what nobody stated, for bands: unavailabilities by `factor`, common cause to `commonCause`. */
export interface Doubt {
  readonly factor: number
  readonly commonCause: number
}

export const noDoubt: Doubt = { factor: 1, commonCause: defaults.betaFactor.value }

/** The whole component's unavailability, a fraction; 0 when nothing is known. */
export function unavailabilityOf(
  component: Component,
  assumptions: Assumptions,
  doubt: Doubt = noDoubt,
): number {
  const { availability, replicas, managed, quorum, active } = component.figures
  if (!availability) {
    assumptions.add({ at: component.id, key: 'availability', value: '100%', source: noFigure })
    return 0
  }
  if (!availability.stated)
    assumptions.add({
      at: component.id,
      key: 'availability',
      value: writtenPercent(availability.value),
      source: availability.source,
    })
  const one = Math.min(1, Math.max(0, 1 - availability.value) * (availability.stated ? 1 : doubt.factor))
  const copies = replicas?.value ?? 1
  // A provider's promise covers the whole service, its replicas included.
  if (copies <= 1 || managed?.value === true || availability.origin === 'catalogue') return one
  if (active?.value === 'passive') return standby(component, one, assumptions)
  const beta = commonCauseOf(component, assumptions, doubt)
  return withCommonCause(one, { need: Math.min(copies, quorum?.value ?? 1), of: copies }, beta)
}

export function commonCauseOf(
  component: Component,
  assumptions: Assumptions,
  doubt: Doubt = noDoubt,
): number {
  const stated = component.figures.commonCause
  if (stated) return stated.value
  const { value, source } = defaults.betaFactor
  assumptions.add({ at: component.id, key: 'commonCause', value: writtenPercent(value), source })
  return doubt.commonCause
}

const standby = ({ id, figures }: Component, unavailability: number, assumptions: Assumptions): number =>
  activePassive(unavailability, failoverOf({ at: id, ...figures }, assumptions))

/** How a standby takes over, as far as it isn't stated as usual. */
export function failoverOf({ at, failover, mttr, coverage }: Takeover, assumptions: Assumptions): Failover {
  const usual = (key: string, value: string): void =>
    assumptions.add({ at, key, value, source: 'usual for a standby' })
  if (!failover) usual('failover', milliseconds(USUAL_FAILOVER_MS))
  if (!mttr) usual('mttr', milliseconds(USUAL_REPAIR_MS))
  if (!coverage) usual('coverage', writtenPercent(USUAL_COVERAGE))
  return {
    failoverSeconds: (failover?.value ?? USUAL_FAILOVER_MS) / 1000,
    repairSeconds: (mttr?.value ?? USUAL_REPAIR_MS) / 1000,
    coverage: coverage?.value ?? USUAL_COVERAGE,
  }
}
