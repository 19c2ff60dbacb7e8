// WebSockets that are silent for longer than a hop on their way keeps silent connections.

import { formatDuration } from '../model/annotations'
import { behindEdge } from '../model/behindEdge'
import type { Call, System } from '../model/system'
import { defineRule, type Judgement } from './rule'
import { type IdleTimeout, shortestIdleTimeout } from './subjects/idleTimeouts'
import { clientSockets, isPassed } from './subjects/webSockets'
import { annotateArrow } from './writing/annotate'
import { wordsOn } from './writing/rewordArrow'

export const websocketHeartbeat = defineRule({
  id: 'websocket-heartbeat',
  category: 'protocols',
  summary: 'A WebSocket has no heartbeat below the idle timeouts on its way.',
  presets: { strict: 'info' },
  fixable: 'review',
  options: {},

  *check(system) {
    const judged = new Set<string>()
    for (const socket of clientSockets(system)) {
      const { arrow } = socket.connection
      const pair = `${socket.caller.id}\n${socket.callee.id}`
      if (judged.has(pair) || /heart ?-?beat|\bpings?\b|keep-?alive/i.test(arrow.text)) continue
      judged.add(pair)
      const found = judge(socket, system)
      if (found) yield found
    }
  },
})

function judge(socket: Call, system: System): Judgement | undefined {
  const { connection, caller, callee } = socket
  const { calls, hops, answerers } = behindEdge(socket, isPassed)
  const heartbeat = calls.map(call => call.connection.figures.heartbeat).find(figure => figure !== undefined)
  const shortest = shortestIdleTimeout([...hops, ...answerers])
  if (heartbeat && (!shortest || heartbeat.value < shortest.value)) return undefined
  const wanted = formatDuration(Math.min(30_000, Math.floor((shortest?.value ?? 60_000) / 2)))
  const socketName = `The WebSocket from ${caller.name} to ${callee.name}`
  const interval = heartbeat ? formatDuration(heartbeat.value) : ''
  const state = heartbeat ? `sends a sign of life every ${interval} only` : 'states no heartbeat'
  return {
    at:
      heartbeat?.span ??
      wordsOn(system, connection, /\bweb ?sockets?\b|\bwss?\b/i) ??
      connection.arrow.operator,
    message: `${socketName} ${state}. ${closing(shortest)} and a peer that vanished is never noticed. Write heartbeat: ${wanted}.`,
    ...(shortest?.span && {
      related: [
        { at: shortest.span, message: `${shortest.component.name} closes silent connections after this` },
      ],
    }),
    fixes: [
      annotateArrow(system, {
        connection,
        title: `State heartbeat: ${wanted}`,
        entries: { heartbeat: wanted },
      }),
    ],
  }
}

function closing(shortest: IdleTimeout | undefined): string {
  if (!shortest) return 'A proxy closes a silent connection after a minute or two,'
  const { component, value, stated } = shortest
  return `${component.name} closes a silent connection after ${formatDuration(value)}${stated ? '' : ' unless configured'},`
}
