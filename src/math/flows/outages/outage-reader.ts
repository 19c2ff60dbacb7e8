// A request while something is down and everything else is up.

import { hangs } from '../../../model/flows/down'
import { partsLeadingTo, partsOfPlan } from '../../../model/flows/plan'
import type { Call, Plan, Visit } from '../../../model/system'
import { evaluatorOf } from '../../latency/latency'
import type { Outcome } from '../../latency/outcome'
import type { FlowReading } from '../flow-reading'
import { latencyReader } from '../latency/latency-plan'

/** What a flow's request comes to while visits of it meet what is down. */
export interface OutageReader {
  /**
   * Unless it is stated, nobody waits where no timeout would ever end that (`endless`: they do). Undefined where it
   * would be too much work.
   */
  readonly during: (struck: readonly Visit[], options?: { readonly endless?: boolean }) => Outcome | undefined
  /** Whether somebody would wait forever. */
  readonly isEndless: (struck: readonly Visit[]) => boolean
}

/** What reading a part takes, against working out what it comes to. */
const READING = 1 / 8

/** Only the parts that lead to what is down are read anew. */
export function outageReader(reading: FlowReading): OutageReader {
  const { flow, gamma, latency, outages } = reading
  const ended = waitsEnded(reading)
  const isEndless = (visit: Visit): boolean => hangs(visit) === 'usually' && !ended(visit)
  return {
    isEndless: struck => struck.some(isEndless),
    during: (struck, { endless = false } = {}) => {
      const leading = partsLeadingTo(struck, flow.plan)
      if (leading.size > outages.left) return undefined
      outages.left -= leading.size * READING
      const down = new Set(struck)
      const time = latencyReader({
        ...reading,
        affords: outages.affords,
        outage: {
          at: visit => {
            if (!down.has(visit)) return undefined
            return hangs(visit) && (endless || !isEndless(visit)) ? 'hangs' : 'refuses'
          },
          elsewhere: part => (leading.has(part) ? undefined : latency.plan(part)),
        },
      }).plan(flow.plan).value
      return outages.affords(time) ? evaluatorOf(gamma).evaluate(time) : undefined
    },
  }
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
