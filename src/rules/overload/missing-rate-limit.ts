// Public entries that admit whatever comes.

import { hasKind, isClient, isEdge, isProbable, isService } from '../../model/ends'
import { isCall } from '../../model/requests'
import type { Call, Component, System } from '../../model/system'
import { defineRule } from '../rule'

export const missingRateLimit = defineRule({
  id: 'missing-rate-limit',
  category: 'overload',
  speaksOf: 'omission',
  topic: 'rate limit',
  summary: 'Nothing limits the rate of requests at a public entry.',
  presets: { strict: 'info' },
  options: {},

  *check(system) {
    const entered = new Map<Component, Call>()
    for (const call of system.calls) {
      if (isPublicEntry(call) && !entered.has(call.callee)) entered.set(call.callee, call)
    }
    for (const [door, { caller, connection }] of entered) {
      if (isLimited(system, door)) continue
      yield {
        at: door.node.mentions[0]?.id ?? door.span,
        message: `${caller.name} reaches ${door.name}, and nothing on the first two hops limits the rate. One script, one retry storm or one eager customer can use up the capacity for all others. Write rateLimit: with a rate, e.g. 100/s for each client, on ${door.name} or in front of it.`,
        related: [{ at: connection.arrow.operator, message: `Requests from ${caller.name} enter here` }],
      }
    }
  },
})

/** A client of ours or the world's calls something that we run. */
function isPublicEntry({ caller, callee, connection }: Call): boolean {
  const isOutside = isClient(caller) && isProbable(caller) && !isServed(caller, callee)
  const isOurs = isService(callee) || (isEdge(callee) && !hasKind(callee, 'dns', 'nat', 'firewall'))
  const isNetworked = connection.protocols.length > 0 || connection.request !== undefined
  return isOutside && isOurs && isNetworked && isCall(connection)
}

/** A frontend behind a balancer is a server of ours: requests enter before it. */
const isServed = ({ incoming }: Component, door: Component): boolean =>
  incoming.some(
    ({ caller, connection }) =>
      isCall(connection) && caller !== door && hasKind(caller, 'balancer', 'gateway', 'proxy', 'cdn'),
  )

const limiter = /rate.?limit|\blimiter\b|throttl|\bquota|\bwaf\b|ddos|\bshield\b/i

/** On the door itself, on what it does by itself, or on anything it hands requests to or asks about them. */
function isLimited({ connections }: System, door: Component): boolean {
  const next = door.outgoing.map(({ callee }) => callee)
  return (
    [door, ...next].some(limits) ||
    connections.some(({ caller, arrow }) => caller === door && limiter.test(arrow.text))
  )
}

function limits(component: Component): boolean {
  const stated = component.figures.rateLimit
  return stated ? stated.value !== false : hasKind(component, 'waf') || limiter.test(component.text)
}
