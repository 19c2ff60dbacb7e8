// WebRTC peers that have no way to find each other.

import { hasKind } from '../../model/ends'
import type { Call, Component, System } from '../../model/system'
import { wordsOn } from '../fixes/reword-arrow'
import { isNamed, peerToPeer, webRtcWord } from '../queries/real-time/web-rtc'
import { defineRule } from '../rule'

export const webrtcWithoutSignaling = defineRule({
  id: 'webrtc-without-signaling',
  category: 'real-time',
  speaksOf: 'hazard',
  summary: 'WebRTC peers have no signaling server.',
  presets: { recommended: 'warning' },
  options: {},

  *check(system) {
    const lonely = peerToPeer(system).filter(call => !meetsSomewhere(call))
    const [first, ...others] = lonely
    if (!first || isSignaled(system)) return
    const { connection, caller, callee } = first
    yield {
      at: wordsOn(system, connection, webRtcWord) ?? connection.arrow.operator,
      message: `${caller.name} and ${callee.name} talk WebRTC, and nothing that both reach carries their offer, answer and ICE candidates. Without these, neither knows the other's address, so they cannot connect. Draw a signaling server that both reach by WebSocket.`,
      related: others.map(({ connection, caller, callee }) => ({
        at: connection.arrow.operator,
        message: `${caller.name} and ${callee.name} neither`,
      })),
    }
  },
})

const isSignaled = (system: System): boolean =>
  system.components.some(part => hasKind(part, 'signaling', 'sfu')) ||
  isNamed(
    system,
    /signal|\bsdp\b|\boffer\b|rendezvous|matchmak|\blobby\b|\bmeeting|\bwhip\b|\bwhep\b|\bsip\b/i,
  )

/** What carries no messages between clients. */
const meetsSomewhere = ({ caller, callee }: Call): boolean => {
  const places = new Set(reachedBy(caller))
  return reachedBy(callee).some(place => places.has(place))
}

const reachedBy = ({ outgoing, incoming }: Component): readonly Component[] =>
  [...outgoing.map(({ callee }) => callee), ...incoming.map(({ caller }) => caller)].filter(
    place =>
      !hasKind(place, 'stun', 'turn', 'cdn', 'dns', 'objectStore', 'person', 'browser', 'mobile', 'client'),
  )
