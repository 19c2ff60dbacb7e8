// Services that some clients reach past the gateway in front of them.

import { hasKind, isClient, isProbable, isSurely } from '../../model/ends'
import { isCall } from '../../model/requests'
import type { Call, Component } from '../../model/system'
import { isTimeline } from '../../syntax/notation'
import { defineRule, type Report } from '../rule'

export const gatewayBypassed = defineRule({
  id: 'gateway-bypassed',
  category: 'security',
  speaksOf: 'hazard',
  summary: 'A client reaches a service past its gateway.',
  presets: { recommended: 'info' },
  options: {},

  *check(system) {
    if (isTimeline(system.diagram)) return
    for (const direct of system.calls.filter(isDirect)) {
      const guard = guardOf(direct)
      if (guard) yield judge(direct, guard)
    }
  },
})

/** Whoever runs the system builds, starts and looks into its parts, over ways of their own. */
const running =
  /\b(?:operators?|ops|admins?|administrators?|developers?|engineers?|sre|ci|dba|kubectl|terraform|helm|ssh|deploy\w*|bastion)\b/i

/** Media and sockets go their own ways, and what is stated to be public is. */
const ownWay = /\b(?:signed|upload|media|stream\w*|direct|public|legacy|before|old|callback|webhook)\b/i

function isDirect(call: Call): boolean {
  const { connection, caller, callee } = call
  if (!isCall(connection) || !isClient(caller) || hasKind(caller, 'person') || !hasKind(callee, 'service'))
    return false
  if (!isProbable(callee) || !isProbable(caller) || isServed(caller)) return false
  if (callee.figures.public?.value || callee.figures.audience?.value === 'public') return false
  const sockets = connection.protocols.some(id =>
    ['webrtc', 'websocket', 'sse', 'udp', 'webtransport'].includes(id),
  )
  const said = `${connection.arrow.text} ${callee.text} ${caller.text}`
  return !sockets && !ownWay.test(said) && !running.test(`${connection.arrow.text} ${caller.text}`)
}

/** `Frontend pod` behind the same gateway is a server: it reaches others from within. */
const isServed = ({ incoming }: Component): boolean =>
  incoming.some(({ connection, caller }) => isCall(connection) && isGuard(caller))

/** The gateway or balancer by which other clients reach the same service. */
function guardOf({ callee, caller }: Call): Call | undefined {
  return callee.incoming.find(
    way =>
      way.caller !== caller &&
      isCall(way.connection) &&
      isGuard(way.caller) &&
      way.caller.incoming.some(
        entry => isCall(entry.connection) && isClient(entry.caller) && entry.caller !== caller,
      ),
  )
}

const isGuard = (part: Component): boolean => isSurely(part, 'gateway', 'balancer', 'waf')

function judge({ connection, caller, callee }: Call, guard: Call): Report {
  const { arrow } = connection
  const lost = hasKind(guard.caller, 'balancer')
    ? 'health checks, balancing and TLS'
    : 'authentication, rate limits and logging'
  return {
    at: arrow.operator,
    message: `${caller.name} reaches ${callee.name} directly, while other clients go through ${guard.caller.name}. This call bypasses ${lost}, and ${callee.name} has to be open to the internet. Point the arrow at ${guard.caller.name}.`,
    related: [{ at: guard.connection.arrow.operator, message: `the path through ${guard.caller.name}` }],
  }
}
