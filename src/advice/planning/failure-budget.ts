// What an objective lets fail in a year, and who uses it.

import { type AvailabilityPart, downtimeOf, type JudgedFigures } from '../../math'

/** Seconds in a year of 365 days. */
export interface BudgetUse {
  readonly allowedSecondsPerYear: number
  readonly usedSecondsPerYear: number
}

/**
 * `parts`: what the flow depends on, those that use most first. Each is allowed an equal part of the whole (Treynor and
 * others, "The Calculus of Service Availability", ACM Queue 2017), and uses what the flow would gain if it never failed.
 */
export interface FailureBudget extends BudgetUse {
  readonly parts: readonly (BudgetUse & { readonly name: string })[]
}

/** What uses less of all failures is no dependency that a budget is made for. */
const LEAST_USED = 0.005

export function failureBudget(
  promised: number,
  { unavailability, availabilityParts }: JudgedFigures,
): FailureBudget {
  const allowed = 1 - promised
  const parts = availabilityParts.filter(({ gain }) => gain > 0 && gain >= LEAST_USED * unavailability)
  const use = (used: number, share: number): BudgetUse => ({
    allowedSecondsPerYear: downtimeOf(share).year,
    usedSecondsPerYear: downtimeOf(used).year,
  })
  return {
    ...use(unavailability, allowed),
    parts: parts.map(part => ({ name: partName(part), ...use(part.gain, allowed / parts.length) })),
  }
}

/** A component, the errors of a call, or what copies have in common. */
export const partName = ({ component, call }: AvailabilityPart): string =>
  component?.name ??
  (call ? `errors of ${call.caller.name} → ${call.callee.name}` : 'failures that copies share')
