// Browsers that are drawn as senders of raw datagrams.

import { hasKind, isSurely } from '../../model/ends'
import { isRequest } from '../../model/requests'
import type { Call } from '../../model/system'
import { wordsOn } from '../fixes/reword-arrow'
import { defineRule } from '../rule'

export const browserUdp = defineRule({
  id: 'browser-udp',
  category: 'real-time',
  speaksOf: 'hazard',
  summary: 'A browser uses raw UDP.',
  presets: { sketch: 'warning' },
  supersedes: ['udp-needs-reliability'],
  options: {},

  *check(system) {
    for (const call of system.calls.filter(isRawUdp)) {
      const { connection, caller, callee } = call
      const { arrow } = connection
      yield {
        at: wordsOn(system, connection, word) ?? arrow.labelSpan ?? arrow.operator,
        message: `${caller.name} talks UDP with ${callee.name}, but no page can open a UDP socket. Write WebTransport (datagrams to a server, over HTTP/3) or a WebRTC data channel (to a server or to another browser), or WebSocket if ordered delivery is acceptable.`,
      }
    }
  },
})

const word = /\b(?:udp|s?rtp|dtls)\b/i

/** What a browser does over UDP by itself, below what a page can reach. */
const builtIn: ReadonlySet<string> = new Set([
  'webrtc',
  'webtransport',
  'http3',
  'quic',
  'stun',
  'turn',
  'dns',
  'websocket',
])

function isRawUdp({ connection, caller, callee }: Call): boolean {
  const { protocols } = connection
  if (!isRequest(connection) || ![caller, callee].some(end => isSurely(end, 'browser'))) return false
  if (!protocols.some(id => id === 'udp' || id === 'rtp' || id === 'dtls')) return false
  const media = [caller, callee].some(end => hasKind(end, 'stun', 'turn', 'sfu', 'dns', 'signaling'))
  return (
    !media &&
    !protocols.some(id => builtIn.has(id)) &&
    !/webrtc|web transport/i.test(`${caller.text} ${callee.text}`)
  )
}
