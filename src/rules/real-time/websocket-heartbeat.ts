// WebSockets that are silent for longer than a hop on their way keeps silent connections.

import { writeDuration } from '../../model/annotations'
import { behindEdge } from '../../model/behind-edge'
import { groupedBy } from '../../model/grouped-by'
import type { Call, Component, Connection, System } from '../../model/system'
import type { Span } from '../../text/span'
import { annotateArrow, mergedEdits } from '../fixes/annotate'
import { wordsOn } from '../fixes/reword-arrow'
import { type IdleTimeout, shortestIdleTimeout } from '../queries/idle-timeouts'
import { heartbeatOfLibrary, isDrawn } from '../queries/real-time/heartbeats'
import { clientSockets, isPassed, socketWord } from '../queries/real-time/web-sockets'
import { defineRule, fixOnDemand, type RelatedPlace, type Report } from '../rule'

export const websocketHeartbeat = defineRule({
  id: 'websocket-heartbeat',
  category: 'real-time',
  speaksOf: 'omission',
  topic: 'heartbeat',
  summary: 'A WebSocket has no heartbeat shorter than the idle timeouts on its path.',
  presets: { recommended: 'info' },
  fixable: 'review',
  settledBy: /\bheart-?beats?\b|\bpings?\b|\bping-?pong\b|\bkeep-?alives?\b|心跳|ハートビート|하트비트/i,
  onRequest: true,
  options: {},

  *check(system) {
    const silent = clientSockets(system).filter(socket => !isDrawn(socket, system))
    for (const sockets of groupedByServer(silent).values()) {
      const found = judge(sockets, system)
      if (found) yield found
    }
  },
})

/**
 * One mistake, however many clients are drawn, unless an arrow states a heartbeat of its own: that is then
 * the heartbeat of all that a trace draws of the same socket.
 */
function groupedByServer(sockets: readonly Call[]): ReadonlyMap<string, readonly Call[]> {
  const ends = ({ caller, callee }: Call): string => `${caller.id}\n${callee.id}`
  const states = ({ connection }: Call): boolean => connection.figures.heartbeat !== undefined
  const stating = new Set(sockets.filter(states).map(ends))
  return groupedBy(
    sockets.filter(socket => states(socket) || !stating.has(ends(socket))),
    socket => `${socket.callee.id}\n${states(socket) ? socket.caller.id : ''}`,
  )
}

function judge(sockets: readonly Call[], system: System): Report | undefined {
  const [socket] = sockets
  if (!socket) return undefined
  const { connection, caller, callee } = socket
  const { calls, hops, answerers } = behindEdge(socket, isPassed)
  const heartbeat = calls.map(call => call.connection.figures.heartbeat).find(figure => figure !== undefined)
  const shortest = shortestIdleTimeout([...hops, ...answerers])
  const sent = heartbeat?.value ?? heartbeatOfLibrary(calls)
  if (sent !== undefined && (!shortest || sent < shortest.value)) return undefined
  const wanted = writeDuration(Math.min(30_000, Math.floor((shortest?.value ?? 60_000) / 2)))
  const socketName = `The WebSocket from ${caller.name} to ${callee.name}`
  const state =
    sent === undefined ? 'states no heartbeat' : `sends a heartbeat every ${writeDuration(sent)} only`
  const title = `State heartbeat: ${wanted}`
  return {
    goesIntoIt: shortest !== undefined && passesSockets(shortest.component),
    oncePerDocument: `${caller.name} ${callee.name}`,
    at: heartbeat?.span ?? socketSpan(system, connection),
    message: `${socketName} ${state}. ${closing(shortest)} and a lost peer is never noticed. Write heartbeat: ${wanted}.`,
    related: [
      ...closers(shortest),
      ...others(sockets).map(({ connection, caller }) => ({
        at: socketSpan(system, connection),
        message: `and the one from ${caller.name}`,
      })),
    ],
    fixes: [
      fixOnDemand(title, () =>
        mergedEdits(
          [socket, ...others(sockets)].map(({ connection }) =>
            annotateArrow(system, { connection, title, entries: { heartbeat: wanted } }),
          ),
        ),
      ),
    ],
  }
}

/** It lets sockets through by itself, and is known to close quiet ones: of others `websocket-behind-l7` speaks. */
const passesSockets = ({ technology }: Component): boolean =>
  technology !== undefined && technology.webSocket !== 'configure' && technology.webSocket !== 'none'

const socketSpan = (system: System, connection: Connection): Span =>
  wordsOn(system, connection, socketWord) ?? connection.arrow.operator

/** The sockets of the other clients; a trace draws many messages over one. */
function others([first, ...rest]: readonly Call[]): readonly Call[] {
  const seen = new Set([first?.caller])
  return rest.filter(({ caller }) => !seen.has(caller) && seen.add(caller))
}

const closers = (shortest: IdleTimeout | undefined): readonly RelatedPlace[] =>
  shortest?.span
    ? [{ at: shortest.span, message: `${shortest.component.name} closes idle connections after this` }]
    : []

function closing(shortest: IdleTimeout | undefined): string {
  if (!shortest) return 'A proxy closes an idle connection after a minute or two,'
  const { component, value, stated } = shortest
  return `${component.name} closes an idle connection after ${writeDuration(value)}${stated ? '' : ' unless configured'},`
}
