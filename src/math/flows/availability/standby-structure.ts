// What a standby serves, and what fails with the group it stands in.

import { framesAround } from '../../../model/ends'
import type { Component, Plan, Visit } from '../../../model/system'
import { unservedPart } from '../../availability/redundancy'
import { all, any, type Structure, up } from '../../availability/structure'
import type { Assumptions } from '../assumptions'
import { failoverOf } from './component-availability'
import type { Part } from './part'

/** A standby serves what is left of an outage when it has taken over, if it does. Undefined where none stands by. */
export function takenOver(
  { shares, takeover, need }: Extract<Plan, { kind: 'redundant' }>,
  copies: readonly Structure[],
  {
    parts,
    context,
  }: { readonly parts: Map<string, Part>; readonly context: { readonly assumptions: Assumptions } },
): Structure | undefined {
  if (!takeover || need > 1) return undefined
  const name = `takeover:${takeover.at}`
  const unavailability = unservedPart(failoverOf(takeover, context.assumptions))
  parts.set(name, { name, unavailability: () => unavailability })
  const serving = copies.filter((_, index) => shares?.[index] !== 0)
  const idle = copies.filter((_, index) => shares?.[index] === 0)
  return any([...serving, all([up(name), any(idle)])])
}

/** What takes all at once that stands in a group. */
export function framesUp(component: Component, parts: Map<string, Part>): Structure[] {
  return framesAround(component).flatMap(({ id, figures: { availability } }) => {
    if (!availability || availability.value >= 1) return []
    const name = `group:${id}`
    const strikes = (visit: Visit): boolean => framesAround(visit.component).some(frame => frame.id === id)
    parts.set(name, { name, unavailability: () => 1 - availability.value, strikes })
    return [up(name)]
  })
}
