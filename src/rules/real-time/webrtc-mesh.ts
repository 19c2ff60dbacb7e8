// Calls in which everybody sends to everybody.

import { hasKind } from '../../model/ends'
import type { Call, Component, System } from '../../model/system'
import { wordsOn } from '../fixes/reword-arrow'
import { isNamed, peerToPeer, webRtcWord } from '../queries/real-time/web-rtc'
import { defineRule, type Report } from '../rule'

export const webrtcMesh = defineRule({
  id: 'webrtc-mesh',
  category: 'real-time',
  speaksOf: 'hazard',
  summary: 'Five or more WebRTC peers form a mesh.',
  presets: { strict: 'info' },
  options: { peers: { default: 5, description: 'How many peers are too many for a mesh.' } },

  *check(system, { peers: limit }) {
    if (system.components.some(part => hasKind(part, 'sfu')) || isNamed(system, /\bsfu\b|\bmcu\b/i)) return
    const calls = peerToPeer(system)
    const peers = new Set(calls.flatMap(({ caller, callee }) => [caller, callee]))
    const connected = new Set(calls.map(pairOf)).size
    const replicas = Math.max(0, ...[...peers].map(({ figures }) => figures.replicas?.value ?? 1))
    if (peers.size >= limit && connected > peers.size) yield judge(system, calls, peers.size)
    else if (replicas >= limit) yield judge(system, calls, replicas)
  },
})

const pairOf = ({ caller, callee }: Call): string => [caller.id, callee.id].sort().join('\n')

function judge(system: System, calls: readonly Call[], peers: number): Report {
  const { connection } = calls[0]!
  const connections = (peers * (peers - 1)) / 2
  const upload = ((peers - 1) * 1.5).toLocaleString('en', { maximumFractionDigits: 1 })
  return {
    at: wordsOn(system, connection, webRtcWord) ?? connection.arrow.operator,
    message: `${peers} peers in a mesh are ${connections} WebRTC connections, and each encodes and uploads its video ${peers - 1} times: ${upload} Mbit/s at 1.5 each. Phones overheat first, then uplinks saturate. Draw an SFU, so that each peer uploads once.`,
    related: calls
      .slice(1)
      .map(({ connection, caller, callee }) => related(connection.arrow.operator, caller, callee)),
  }
}

const related = (at: Report['at'], a: Component, b: Component) => ({
  at,
  message: `${a.name} and ${b.name}`,
})
