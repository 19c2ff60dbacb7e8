// WebRTC peers without a relay for those who can't reach each other.

import { hasKind } from '../../model/ends'
import type { Call, System } from '../../model/system'
import { drawServer } from '../fixes/draw-server'
import { wordsOn } from '../fixes/reword-arrow'
import { isNamed, peerToPeer, webRtcWord } from '../queries/real-time/web-rtc'
import { defineRule, type Report } from '../rule'

export const webrtcWithoutTurn = defineRule({
  id: 'webrtc-without-turn',
  category: 'real-time',
  speaksOf: 'hazard',
  summary: 'WebRTC peers have no TURN server to fall back to.',
  presets: { recommended: 'warning' },
  fixable: 'review',
  options: {},

  *check(system) {
    const calls = peerToPeer(system).filter(call => !isLocal(call))
    const [first] = calls
    if (first && !hasRelay(system)) yield judge(system, first, calls)
  },
})

const hasRelay = (system: System): boolean =>
  system.components.some(part => hasKind(part, 'turn', 'sfu')) ||
  system.connections.some(({ protocols }) => protocols.includes('turn')) ||
  isNamed(system, /\bturns?\b|co-?turn|\brelay|\bsfu\b|\bmcu\b|network traversal/i)

/** In one network every peer reaches every other. */
const isLocal = ({ connection, caller, callee }: Call): boolean =>
  [caller, callee].some(
    ({ figures, boundary }) => figures.network?.value === 'lan' || boundary?.figures.network?.value === 'lan',
  ) ||
  /\blan\b|local network|same network|wi-?fi direct|intranet/i.test(placeOf({ connection, caller, callee }))

const placeOf = ({ connection, caller, callee }: Call): string =>
  [connection.arrow.text, caller.name, callee.name, caller.boundary?.text, callee.boundary?.text].join(' ')

function judge(system: System, { connection, caller, callee }: Call, calls: readonly Call[]): Report {
  const peers = new Set(calls.flatMap(({ caller, callee }) => [caller, callee]))
  return {
    at: wordsOn(system, connection, webRtcWord) ?? connection.arrow.operator,
    message: `${caller.name} and ${callee.name} talk WebRTC without a TURN server. Behind symmetric NATs and firewalls that block UDP, no direct path exists: 10–20% of calls fail. Draw a TURN server that both reach, over TLS on port 443 as well.`,
    related: calls
      .slice(1)
      .map(({ connection }) => ({ at: connection.arrow.operator, message: 'and these two' })),
    fixes: [
      drawServer(system, {
        title: 'Draw a TURN server',
        id: 'turn',
        text: 'TURN server',
        technology: 'coturn',
        protocol: 'TURN',
        callers: [...peers],
        below: connection.arrow.statement,
      }),
    ],
  }
}
