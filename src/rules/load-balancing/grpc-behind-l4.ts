// gRPC to several replicas through something that balances connections.

import { hasKind, isClient, isSurely } from '../../model/ends'
import { replicaSets } from '../../model/flows/replicas'
import { layerOf } from '../../model/layer'
import { isCall, isRequest } from '../../model/requests'
import type { Call, Component, System } from '../../model/system'
import { enumerated } from '../fixes/enumeration'
import { wordsOn } from '../fixes/reword-arrow'
import { defineRule, type Report } from '../rule'

export const grpcBehindL4 = defineRule({
  id: 'grpc-behind-l4',
  category: 'load-balancing',
  speaksOf: 'hazard',
  summary: 'gRPC reaches its replicas through a balancer that distributes connections.',
  presets: { recommended: 'info' },
  options: {},

  *check(system) {
    if (system.components.some(part => hasKind(part, 'mesh') || inMesh.test(part.text))) return
    const judged = new Set<string>()
    for (const call of system.calls) {
      const spread = isPinned(call) ? spreadBehind(call) : undefined
      const pair = `${call.caller.id}\n${call.callee.id}`
      if (!spread || judged.has(pair)) continue
      judged.add(pair)
      yield judge(system, spread)
    }
  },
})

const inMesh = /\bsidecar|service mesh|\bistio\b|\blinkerd\b|\benvoy\b|proxyless|\bxds\b/i

/** A server's gRPC: it opens one connection and keeps it. Of many clients each opens its own. */
function isPinned({ connection, caller }: Call): boolean {
  const { algorithm } = connection.figures
  if (!isRequest(connection) || !connection.protocols.includes('grpc') || isClient(caller)) return false
  if (algorithm && algorithm.value !== 'pick-first') return false
  return !/client[- ]side|round[- ]?robin|max ?connection ?age|look-?aside/i.test(connection.arrow.text)
}

interface Spread {
  readonly call: Call
  readonly replicas: number
  readonly hop: Component
  /** What stands behind it. */
  readonly servers: readonly Component[]
}

/** At least two replicas behind a layer-4 balancer or a Kubernetes Service. */
function spreadBehind(call: Call): Spread | undefined {
  const hop = call.callee
  if (!balancesConnections(hop)) return undefined
  const onward = hop.outgoing.filter(({ connection }) => isCall(connection))
  const sets = onward.length > 0 ? replicaSets(onward).map(set => set.map(({ callee }) => callee)) : [[hop]]
  for (const set of sets) {
    const servers = [...new Set(set)]
    const replicas = servers.reduce((sum, { figures }) => sum + (figures.replicas?.value ?? 1), 0)
    if (replicas >= 2 && ![hop, ...servers].some(({ figures }) => figures.maxConnectionAge)) {
      return { call, replicas, hop, servers }
    }
  }
  return undefined
}

function balancesConnections(hop: Component): boolean {
  const layer = layerOf(hop)
  return isSurely(hop, 'balancer', 'proxy') && layer?.value === 'L4' && layer.confidence >= 0.7
}

function judge(system: System, { call, replicas, hop, servers }: Spread): Report {
  const { connection, caller } = call
  const { arrow } = connection
  const behind = enumerated(servers.map(({ name }) => name))
  const many = servers.length > 1 || servers[0] === hop ? '' : ` of ${behind}`
  return {
    at: wordsOn(system, connection, /\bgrpcs?\b/i) ?? arrow.labelSpan ?? arrow.operator,
    message: `${caller.name} keeps one HTTP/2 connection, and ${hop.name} balances connections: all its gRPC calls go to 1 of ${replicas} replicas${many}, and new replicas get none. Balance requests (layer: L7, a mesh, or algorithm: round-robin in the caller), or state maxConnectionAge: 5m at the server.`,
    related: servers.map(server => ({
      at: server.node.mentions[0]?.span ?? server.span,
      message: server === hop ? `${server.name} stands for ${replicas} replicas` : `behind ${hop.name}`,
    })),
  }
}
