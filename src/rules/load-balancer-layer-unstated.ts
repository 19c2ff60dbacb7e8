// Balancers of which nobody can tell whether they balance connections or requests.

import { layerOf } from '../model/layer'
import type { Component } from '../model/system'
import { defineRule } from './rule'
import { annotatePart } from './writing/annotate'

export const loadBalancerLayerUnstated = defineRule({
  id: 'load-balancer-layer-unstated',
  category: 'load-balancing',
  summary: 'A balancer does not say at which layer it works.',
  presets: { sketch: 'info' },
  fixable: 'review',
  options: {},

  *check(system) {
    for (const part of system.components.filter(isUndecided)) {
      const product = part.technology ? ` ${part.technology.name} does both.` : ''
      yield {
        at: part.node.mentions[0]?.label ?? part.span,
        message: `${part.name} does not say whether it balances connections (L4) or requests (L7).${product} Retries, WebSockets, gRPC streams and TLS behave differently behind the two. Write layer: L7 or layer: L4.`,
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
  },
})

/** A library picks the server for each call, DNS before any connection: neither has a layer. */
const withoutLayer = /\bclient[- ]side\b|dns\b/i

/** Surely a balancer, on somebody's path, and nothing tells its layer. */
function isUndecided(component: Component): boolean {
  const { kind, incoming, outgoing } = component
  const balances =
    kind?.value === 'balancer' && kind.confidence >= 0.7 && incoming.length + outgoing.length > 0
  return balances && layerOf(component) === undefined && !withoutLayer.test(component.text)
}
