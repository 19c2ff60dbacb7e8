// Balancers of which nobody can tell whether they balance connections or requests.

import { isSurely } from '../../model/ends'
import { layerOf } from '../../model/layer'
import { isCall } from '../../model/requests'
import type { Component, System } from '../../model/system'
import { annotatePart } from '../fixes/annotate'
import { nameSpan } from '../queries/places'
import { sameName } from '../queries/same-name'
import { defineRule, type Lack } from '../rule'

export const loadBalancerLayerUnstated = defineRule({
  id: 'load-balancer-layer-unstated',
  category: 'load-balancing',
  speaksOf: 'omission',
  topic: 'layer',
  summary: 'A balancer does not state its layer.',
  presets: { recommended: 'info' },
  fixable: 'review',
  options: {},

  *check(system) {
    const eligible = system.components.filter(balances)
    const missing = eligible.filter(part => layerOf(part) === undefined).map(part => judge(system, part))
    yield {
      eligible: eligible.length,
      missing,
      message: howMany =>
        `${howMany} balancers do not state whether they balance connections (L4) or requests (L7). Retries, WebSockets, gRPC streams and TLS behave differently behind the two. Write layer: L7 or layer: L4 on each.`,
      fixTitle: count => `State layer: L7 on all ${count}`,
    }
  },
})

function judge(system: System, part: Component): Lack {
  const product = part.technology ? ` ${part.technology.name} does both.` : ''
  return {
    at: nameSpan(part),
    subject: sameName(part.name),
    message: `${part.name} does not state whether it balances connections (L4) or requests (L7).${product} Retries, WebSockets, gRPC streams and TLS behave differently behind the two. Write layer: L7 or layer: L4.`,
    fixes: [
      annotatePart(system, {
        part,
        title: 'State layer: L7 (it reads requests)',
        entries: { layer: 'L7' },
      }),
      annotatePart(system, {
        part,
        title: 'State layer: L4 (it passes connections on)',
        entries: { layer: 'L4' },
      }),
    ],
  }
}

/** A library picks the server for each call, DNS before any connection; a gateway that balances too reads requests. */
const withoutLayer = /\bclient[- ]side\b|dns\b|gateway\b/i

/** Surely a balancer, and something is drawn that it sends requests to. */
function balances(part: Component): boolean {
  if (!isSurely(part, 'balancer') || withoutLayer.test(part.text)) return false
  return part.outgoing.some(({ connection }) => isCall(connection))
}
