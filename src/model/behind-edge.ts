// What stands behind the edge: the hops a request passes, and the components that answer it.

import { isEdge } from './ends'
import { isCall } from './requests'
import type { Call, Component } from './system'

export interface Passage {
  /** DNS, CDN, balancers, gateways and proxies on the way, nearest first. */
  readonly hops: readonly Component[]
  /** The first components that are no edge; an edge that leads nowhere answers itself. */
  readonly answerers: readonly Component[]
  /** All calls on the way, the first included. */
  readonly calls: readonly Call[]
}

/** Where a call leads once it has passed the edge, or what else `isHop` says it only passes. */
export function behindEdge(call: Call, isHop: (component: Component) => boolean = isEdge): Passage {
  const hops = new Set<Component>()
  const answerers = new Set<Component>()
  const calls = new Set<Call>()
  const open = [call]
  for (let next = open.pop(); next; next = open.pop()) {
    calls.add(next)
    const onward = isHop(next.callee) ? onwardCalls(next.callee) : []
    if (onward.length === 0) answerers.add(next.callee)
    else if (!hops.has(next.callee)) {
      hops.add(next.callee)
      open.push(...onward.toReversed())
    }
  }
  return { hops: [...hops], answerers: [...answerers], calls: [...calls] }
}

const onwardCalls = ({ outgoing }: Component): readonly Call[] =>
  outgoing.filter(({ connection }) => isCall(connection))
