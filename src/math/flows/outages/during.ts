// A request while something is down and everything else is up.

import { hangs } from '../../../model/flows/down'
import { partsOfPlan } from '../../../model/flows/plan'
import type { Call, Plan, Visit } from '../../../model/system'
import { evaluatorOf } from '../../latency/latency'
import type { Outcome } from '../../latency/outcome'
import type { FlowReading } from '../flow-reading'
import { latencyReader } from '../latency/latency-plan'

/**
 * What a flow's request comes to. `strikes` tells the visits that reach what is down. Unless it is stated, nobody
 * waits for it where no timeout would ever end that (`endless`: they do). Undefined where it would be too much work.
 */
export function during(
  reading: FlowReading,
  strikes: (visit: Visit) => boolean,
  { endless = false } = {},
): Outcome | undefined {
  const { flow, gamma, affordsOutage } = reading
  const ended = waitsEnded(reading)
  const outage = (visit: Visit) => {
    if (!strikes(visit)) return undefined
    const waiting = hangs(visit)
    return waiting === true || (waiting === 'usually' && (endless || ended(visit))) ? 'hangs' : 'refuses'
  }
  const time = latencyReader({ ...reading, outage }).plan(flow.plan).value
  return affordsOutage(time) ? evaluatorOf(gamma).evaluate(time) : undefined
}

/** Whether a timeout ends the wait for a call, its own or one of those above it, whichever way leads there. */
function waitsEnded({ flow: { plan }, policyOf }: FlowReading): (visit: Visit) => boolean {
  const endless = new Set<Call | undefined>()
  const seen = new Set<Plan>()
  const walk = (part: Plan): void => {
    if (seen.has(part)) return
    seen.add(part)
    if (part.kind !== 'visit') {
      partsOfPlan(part).forEach(walk)
      return
    }
    const { timeout, deadline } = part.call ? policyOf(part.call) : {}
    const isEnded = timeout !== undefined || deadline !== undefined
    if (!isEnded) endless.add(part.call)
    if (!isEnded && !part.component.figures.timeout) walk(part.work)
    if (part.fallback) walk(part.fallback)
  }
  walk(plan)
  return ({ call }) => !endless.has(call)
}

/** The visits that may fail without failing the request: what is optional, a cache beside its store, or has a fallback. */
export function sparedVisits(plan: Plan): ReadonlySet<Visit> {
  const seen = [new Set<Plan>(), new Set<Plan>()] as const
  const spared = new Set<Visit>()
  const walk = (part: Plan, isSpared: boolean): void => {
    const done = seen[isSpared ? 1 : 0]
    if (done.has(part)) return
    done.add(part)
    const all = (parts: readonly Plan[], spares: boolean) => {
      for (const each of parts) walk(each, isSpared || spares)
    }
    switch (part.kind) {
      case 'visit':
        if (isSpared || part.optional || part.fallback) spared.add(part)
        all([part.work], part.optional || part.fallback !== undefined)
        if (part.fallback) all([part.fallback], false)
        break
      case 'sequence':
        all(part.steps, false)
        break
      case 'parallel':
        all(part.branches, false)
        break
      case 'redundant':
        // Copies that are down are taken out: nobody waits for them.
        all(part.branches, false)
        break
      case 'choice':
        all(
          part.branches.map(branch => branch.plan),
          false,
        )
        break
      case 'cacheAside':
        all([part.cache], part.failOpen)
        all([part.store], false)
    }
  }
  walk(plan, false)
  return spared
}
