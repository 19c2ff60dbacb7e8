// The components a slow request is waiting for.

import type { Component, Flow, Plan } from '../../../model/system'
import { criticality } from '../../latency/criticality'
import { percentilesOf } from '../../latency/latency'
import { type FlowReading, readFlow } from '../flow-reading'
import type { FlowOptions } from '../reading-context'
import type { LatencyReader } from './latency-plan'

/** A choice with less than this share is not on the path of a request at p99. */
const RARE = 0.01

/**
 * In the order of the request, its entry first: at each join the branch that is most often the slowest; at each choice
 * the slowest that is not rare; the slowest copy.
 */
export const criticalPathOf = (flow: Flow, options?: FlowOptions): readonly Component[] =>
  criticalPathIn(readFlow(flow, options))

export function criticalPathIn({ flow, latency, gamma }: FlowReading): readonly Component[] {
  const seen = new Set<Plan>()
  const walk = (part: Plan): Component[] => {
    if (seen.has(part)) return []
    seen.add(part)
    switch (part.kind) {
      case 'visit':
        return [part.component, ...walk(part.work)]
      case 'sequence':
        return part.steps.flatMap(walk)
      case 'parallel':
        return walkJoin(part.branches)
      case 'redundant':
        return part.need > 1 ? walkJoin(part.branches) : walkSlowest(part.branches)
      case 'choice': {
        const likely = part.branches.filter(({ share }) => share > RARE).map(({ plan }) => plan)
        return walkSlowest(likely)
      }
      case 'cacheAside':
        return [...walk(part.cache), ...(1 - part.hitRatio > RARE ? walk(part.store) : [])]
    }
  }
  const walkSlowest = (plans: readonly Plan[]): Component[] => {
    const slowest = slowestOf(plans, latency, gamma)
    return slowest ? walk(slowest) : []
  }
  const walkJoin = (branches: readonly Plan[]): Component[] => {
    if (branches.length < 2) return branches.flatMap(walk)
    const indices = criticality(branches.map(latency.plan), gamma)
    return walk(branches[indices.indexOf(Math.max(...indices))]!)
  }
  return [...new Set([flow.entry, ...walk(flow.plan)])]
}

function slowestOf(plans: readonly Plan[], latency: LatencyReader, gamma: number): Plan | undefined {
  let slowest: { plan: Plan; p99: number } | undefined
  for (const plan of plans) {
    const p99 = percentilesOf(latency.plan(plan), gamma).at(0.99)
    if (!slowest || p99 > slowest.p99) slowest = { plan, p99 }
  }
  return slowest?.plan
}
