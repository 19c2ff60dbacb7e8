// The visit that a call makes at its callee, and who answers instead when it fails.

import type { Call, Plan, Visit } from '../system'
import { isOptional } from './graph'
import { fallbackAmong, saidFallbackOf } from './standbys'

export const noWork: Plan = { kind: 'sequence', steps: [] }

/** What a call makes happen: `work` at its callee, and `fallback` where it fails. */
export function visitOf(call: Call, { work, fallback }: Pick<Visit, 'work' | 'fallback'>): Visit {
  return {
    kind: 'visit',
    component: call.callee,
    call,
    work,
    ...timesOf(call),
    optional: isOptional(call),
    async: isHandedOver(call),
    ...(fallback && { fallback }),
  }
}

/** A message that a broker takes: what comes of it is done without its sender. */
export const isHandedOver = ({ connection }: Call): boolean => connection.role.value === 'enqueue'

/** How often a call is made, and whether at once. */
function timesOf({ connection }: Call): Pick<Visit, 'times' | 'sideBySide'> {
  const times = connection.figures.calls?.value ?? 1
  const sideBySide = times > 1 && connection.figures.order?.value === 'parallel'
  return { times, ...(sideBySide && { sideBySide }) }
}

/**
 * `fallback` names a component that answers instead, or just says that there is an answer. Who falls back on a call
 * needs it, whatever is said of the call otherwise.
 */
export function fallbackOf(call: Call, visit: (instead: Call) => Visit): Plan | undefined {
  const stated = call.connection.figures.fallback?.value
  if (stated === undefined || stated === false || stated === 'none') return undefined
  const instead = fallbackAmong(call, call.caller.outgoing)
  return instead ? { ...visit(instead), optional: false } : noWork
}

/** The same by the label of the call that is made instead. */
export function fallbackSaid(call: Call, visit: (instead: Call) => Visit): Plan | undefined {
  const instead = saidFallbackOf(call)
  return instead && { ...visit(instead), optional: false }
}
