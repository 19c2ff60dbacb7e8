// How the failure of a component shows to those who call it.

import { hasKind, isEdge } from '../ends'
import { checksAnyway, statesCheck } from '../health-checks'
import type { Component, Visit } from '../system'

/**
 * Whether callers of what is down wait until they give up: as stated, or `usually` where nothing is stated and no
 * health check takes it out. A circuit breaker ends all waiting.
 */
export function hangs({ component, call }: Pick<Visit, 'component' | 'call'>): boolean | 'usually' {
  const calling = call?.connection.figures
  if (statesCheck(calling?.breaker)) return false
  const stated = component.figures.fails
  if (stated) return stated.value === 'hang'
  const checked = [calling?.healthCheck, component.figures.healthCheck].some(statesCheck)
  return checked || (call && takesOut(call.caller)) ? false : 'usually'
}

/** What spreads requests leaves out servers that fail its checks. */
const takesOut = (caller: Component): boolean =>
  (isEdge(caller) && statesCheck(caller.figures.healthCheck)) ||
  (hasKind(caller, 'balancer') && checksAnyway(caller))
