// Sockets that any website may open in its visitor's name.

import { hasKind } from '../../model/ends'
import type { Call, Component, System } from '../../model/system'
import { annotatePart } from '../fixes/annotate'
import { defineRule, type Report } from '../rule'

export const websocketOriginUnchecked = defineRule({
  id: 'websocket-origin-unchecked',
  category: 'security',
  speaksOf: 'omission',
  topic: 'origin check',
  summary: 'A WebSocket trusts cookies, and its origin is not checked.',
  presets: { strict: 'info' },
  fixable: 'review',
  options: {},

  *check(system) {
    if (
      system.components.some(
        ({ figures, text }) => figures.originCheck?.value === true || /\borigin check/i.test(text),
      )
    )
      return
    for (const call of system.calls.filter(trustsCookies)) yield judge(system, call)
  },
})

/** `?sessionId=` in a path is no cookie. */
const cookies = /\bcookies?\b|\bsession ?id\b(?!=)/i
const proven = /\b(?:tokens?|jwt|ticket|bearer|origin|csrf|hmac|signed)\b/i

/** A browser's socket, authenticated by what the browser sends along by itself. */
function trustsCookies({ connection, caller, callee }: Call): boolean {
  const { protocols, role, arrow, network } = connection
  if (!network.value || role.value !== 'call' || !protocols.includes('websocket')) return false
  if (!hasKind(caller, 'browser') || hasKind(callee, 'external')) return false
  const words = `${arrow.text} ${callee.text}`
  return !proven.test(words) && cookies.test(words)
}

function judge(system: System, { connection, caller, callee }: Call): Report {
  const { arrow } = connection
  const part = serverOf(callee)
  return {
    at: arrow.labelSpan ?? arrow.operator,
    message: `${caller.name} opens a WebSocket to ${callee.name} that a cookie authenticates. Browsers send cookies with a socket that any website opens; no same-origin policy applies, so other sites can read and write as your user. Let ${part.name} compare the Origin header with a list, or ask for a token in the first message.`,
    fixes: [
      annotatePart(system, {
        part,
        title: `State that ${part.name} checks the origin`,
        entries: { originCheck: true },
      }),
    ],
  }
}

/** The server of the socket, behind what only passes it on. */
function serverOf(part: Component): Component {
  const onward = part.outgoing.find(({ connection }) => connection.protocols.includes('websocket'))
  return onward && hasKind(part, 'balancer', 'proxy', 'gateway', 'cdn', 'waf') ? onward.callee : part
}
