// Balancers that nobody said look whether their servers are alive.

import { isSurely, kindOf } from '../../model/ends'
import { normalizedName } from '../../model/flows/replicas'
import { checksAnyway, statesCheck } from '../../model/health-checks'
import { layerOf } from '../../model/layer'
import { isCall } from '../../model/requests'
import type { Call, Component, System } from '../../model/system'
import { isTimeline } from '../../syntax/notation'
import { annotatePart } from '../fixes/annotate'
import { enumerated } from '../fixes/enumeration'
import { drawsChecks } from '../queries/health-checks'
import { nameSpan } from '../queries/places'
import { defineRule, type Report } from '../rule'

export const missingHealthCheck = defineRule({
  id: 'missing-health-check',
  category: 'load-balancing',
  speaksOf: 'omission',
  topic: 'health check',
  summary: 'A balancer states no health check.',
  inOperation: true,
  presets: { recommended: 'info' },
  fixable: 'review',
  options: {},

  *check(system) {
    // A sequence diagram shows the way of a request, and checks are on none.
    if (isTimeline(system.diagram) || drawsChecks(system)) return
    const eligible = system.components.filter(part => serversOf(part).length > 0 && !checksAnyway(part))
    const missing = eligible.filter(part => !isChecked(part)).map(part => judge(system, part))
    yield {
      eligible: eligible.length,
      missing,
      message: howMany =>
        `${howMany} balancers state no health check. A dead server keeps getting its share of the requests until somebody notices. State healthCheck: on each, with the path to check.`,
      fixTitle: count => `State a health check on all ${count}`,
    }
  },
})

/** What it sends requests to, if it is surely a balancer or a caller that chooses among servers itself. */
function serversOf(part: Component): readonly Call[] {
  const calls = part.outgoing.filter(
    ({ connection, callee }) => isCall(connection) && kindOf(callee) !== undefined,
  )
  if (isSurely(part, 'balancer')) return calls
  return calls.filter(({ connection }) => connection.figures.algorithm?.stated)
}

function isChecked(part: Component): boolean {
  if (statesCheck(part.figures.healthCheck)) return true
  return serversOf(part).every(
    ({ connection, callee }) =>
      statesCheck(connection.figures.healthCheck) ||
      statesCheck(callee.figures.healthCheck) ||
      callee.figures.readiness !== undefined,
  )
}

function judge(system: System, part: Component): Report {
  const servers = [...new Set(serversOf(part).map(({ callee }) => callee))]
  const check = layerOf(part)?.value === 'L4' ? 'tcp' : '/healthz'
  return {
    at: nameSpan(part),
    // Health has a picture of its own.
    refutedBy: drawsChecks,
    message: `Nothing says that ${part.name} checks whether ${namesOf(servers)} still ${servers.length > 1 ? 'answer' : 'answers'}. ${harm(servers)} Write healthCheck: ${check}.`,
    fixes: [
      annotatePart(system, { part, title: `State healthCheck: ${check}`, entries: { healthCheck: check } }),
    ],
  }
}

function namesOf(servers: readonly Component[]): string {
  if (servers.length > 3) return `its ${servers.length} targets`
  return servers.length === 0 ? 'its servers' : enumerated(servers.map(({ name }) => name))
}

/** The share of requests that one dead server of equal ones keeps. */
function harm(servers: readonly Component[]): string {
  const copies = new Set(servers.map(normalizedName)).size === 1
  const several = copies ? servers.length : undefined
  const stated = servers.length === 1 ? servers[0]?.figures.replicas?.value : several
  const share =
    stated !== undefined && stated > 1 ? `1 of ${stated} requests fails` : 'its share of the requests fails'
  return `When one server dies, ${share} until somebody notices.`
}
