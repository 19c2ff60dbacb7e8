// DNS that hands out the addresses of servers without asking whether they live.

import { writeDuration } from '../../model/annotations'
import { hasKind, isEdge } from '../../model/ends'
import { replicaSets } from '../../model/flows/replicas'
import { statesCheck } from '../../model/health-checks'
import { isCall } from '../../model/requests'
import type { Call, Component, System } from '../../model/system'
import { annotatePart } from '../fixes/annotate'
import { drawsChecks } from '../queries/health-checks'
import { nameSpan } from '../queries/places'
import { defineRule, type Report } from '../rule'

export const dnsWithoutHealthCheck = defineRule({
  id: 'dns-without-health-check',
  category: 'load-balancing',
  speaksOf: 'omission',
  topic: 'health check',
  summary: 'DNS balances servers and states no health check.',
  inOperation: true,
  presets: { recommended: 'info' },
  fixable: 'review',
  options: {},

  *check(system) {
    if (drawsChecks(system)) return
    for (const part of system.components.filter(balancesByName)) {
      const servers = serversOf(part)
      if (servers.length > 1) yield judge(system, part, servers)
    }
  },
})

function balancesByName(part: Component): boolean {
  const { figures, technology, text, outgoing } = part
  if (!hasKind(part, 'dns') || technology?.healthChecksByDefault || statesCheck(figures.healthCheck))
    return false
  // Routing by fail-over is made of health checks.
  return ![text, ...outgoing.map(({ connection }) => connection.arrow.text)].some(words =>
    /fail-?over/i.test(words),
  )
}

/** Copies of one thing that it sends clients to; what a provider runs behind one name is none of ours. */
function serversOf({ outgoing }: Component): readonly Component[] {
  const direct = outgoing.filter(isServer)
  return (
    replicaSets(direct)
      .find(set => set.length > 1)
      ?.map(({ callee }) => callee) ?? []
  )
}

const isServer = ({ connection, callee }: Call): boolean =>
  connection.network.value &&
  isCall(connection) &&
  !statesCheck(connection.figures.healthCheck) &&
  !hasKind(callee, 'dns', 'cdn', 'external') &&
  callee.technology?.managed !== true

function judge(system: System, part: Component, servers: readonly Component[]): Report {
  const ttl = part.figures.ttl?.value
  const until =
    ttl === undefined
      ? 'until somebody removes the record, and then for its TTL'
      : `until somebody removes the record, and then for ${writeDuration(ttl)} more`
  return {
    at: nameSpan(part),
    message: `${part.name} returns addresses of ${namesOf(servers)} without health checks. When one fails, ${leftBehind(part, servers)} keep calling it ${until}. State healthCheck: 30s${instead(servers)}.`,
    related: servers.map(server => ({
      at: nameSpan(server),
      message: `${server.name} may be dead`,
    })),
    fixes: [
      annotatePart(system, {
        part,
        title: 'State a health check every 30s',
        entries: { healthCheck: '30s' },
      }),
    ],
  }
}

const byPlace = /\b(?:geo\w*|latency|nearest|closest|proximity)\b/i

/** Routing by place sends all clients of a place to one server. */
function leftBehind({ text, outgoing }: Component, servers: readonly Component[]): string {
  const words = [text, ...outgoing.map(({ connection }) => connection.arrow.text)]
  if (words.some(said => byPlace.test(said))) return 'the clients nearest to it'
  return `${Math.round(100 / servers.length)}% of the clients`
}

/** Balancers have none in front of them, and regions share none. */
const instead = (servers: readonly Component[]): string =>
  servers.some(isEdge) || new Set(servers.map(({ boundary }) => boundary)).size > 1
    ? ''
    : ', or put a balancer in front'

function namesOf(servers: readonly Component[]): string {
  const names = [...new Set(servers.map(({ name }) => name))]
  return names.length === 1 ? `${servers.length} × ${names[0]}` : names.slice(0, 4).join(', ')
}
