// A request while something is down and everything else is up.

import { hangs } from '../../../model/flows/down'
import { groupedSteps, partsLeadingTo, partsOfPlan, visitsOf } from '../../../model/flows/plan'
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

/** What reading a part takes for each part in it, against working out what it comes to. */
const READING = 1 / 4

/** Only the parts that lead to what is down are read anew. */
export function outageReader(reading: FlowReading): OutageReader {
  const { flow, gamma, latency, outages } = reading
  const ended = waitsEnded(reading)
  const isEndless = (visit: Visit): boolean => hangs(visit) === 'usually' && !ended(visit)
  return {
    isEndless: struck => struck.some(isEndless),
    during: (struck, { endless = false } = {}) => {
      const leading = partsLeadingTo(struck, flow.plan)
      const work = widthOf(leading) * READING
      if (work > outages.left) return undefined
      outages.left -= work
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

/** How many parts are looked at when some are read anew. */
function widthOf(parts: ReadonlySet<Plan>): number {
  let width = 0
  for (const part of parts)
    width += 1 + (part.kind === 'sequence' ? groupedSteps(part) : partsOfPlan(part)).length
  return width
}

/** Whether a call has a timeout of its own, for each attempt or for all. */
function isLimited({ call }: Visit, policyOf: FlowReading['policyOf']): boolean {
  const { timeout, deadline } = call ? policyOf(call) : {}
  return timeout !== undefined || deadline !== undefined
}

/** Whether anything at all lets requests of a flow fail by their time: a timeout, or a wait that is stated to have no end. */
export const knowsLateness = ({ flow, policyOf }: FlowReading): boolean =>
  visitsOf(flow.plan).some(
    visit => isLimited(visit, policyOf) || visit.component.figures.timeout || hangs(visit) === true,
  )

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
    const isEnded = isLimited(part, policyOf)
    if (!isEnded) endless.add(part.call)
    if (!isEnded && !part.component.figures.timeout) walk(part.work)
    if (part.fallback) walk(part.fallback)
  }
  walk(plan)
  return ({ call }) => !endless.has(call)
}
