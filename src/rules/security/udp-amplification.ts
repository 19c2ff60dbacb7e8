// Public services that answer datagrams from addresses that anybody can forge.

import { hasKind, isClient } from '../../model/ends'
import type { Call, System } from '../../model/system'
import { annotatePart } from '../fixes/annotate'
import { defineRule, type Report } from '../rule'

export const udpAmplification = defineRule({
  id: 'udp-amplification',
  category: 'security',
  speaksOf: 'omission',
  topic: 'rate limit',
  summary: 'A public UDP service does not limit its replies.',
  presets: { strict: 'info' },
  fixable: 'review',
  options: {},

  *check(system) {
    const judged = new Set<string>()
    for (const call of system.calls.filter(isOpen)) {
      if (judged.has(call.callee.id)) continue
      judged.add(call.callee.id)
      yield judge(system, call)
    }
  },
})

/** Protocols that answer the first datagram; QUIC, DTLS and WebRTC validate the address before. */
const answering: ReadonlySet<string> = new Set(['udp', 'coap', 'ntp', 'snmp', 'dns', 'memcached'])
const limited =
  /\b(?:rate[- ]?limit\w*|rrl|cap(?:ped)?|cookies?|handshake|auth\w*|token|dtls|quic|vpn|private|internal|lan)\b/i

function isOpen({ connection, caller, callee }: Call): boolean {
  const { protocols, network, arrow } = connection
  if (!network.value || !isClient(caller) || hasKind(caller, 'person')) return false
  const datagrams = protocols.some(
    id => id === 'udp' || (answering.has(id) && /\budp\b/i.test(arrow.text)) || id === 'coap' || id === 'ntp',
  )
  if (!datagrams || protocols.some(id => ['quic', 'dtls', 'webrtc', 'http3', 'turn', 'stun'].includes(id)))
    return false
  if (isClient(callee) || hasKind(callee, 'external', 'turn', 'stun', 'sfu', 'balancer', 'firewall'))
    return false
  const { rateLimit, network: place, audience } = callee.figures
  if (rateLimit || place?.value === 'lan' || place?.value === 'private' || audience?.value === 'internal')
    return false
  return callee.technology?.managed !== true && !limited.test(`${arrow.text} ${callee.text}`)
}

function judge(system: System, { connection, callee }: Call): Report {
  const { arrow } = connection
  return {
    at: arrow.labelSpan ?? arrow.operator,
    message: `${callee.name} answers UDP from the internet. Sender addresses are easily forged: an attacker makes ${callee.name} send its answers to a victim, 28 to 556 times as large as the request with DNS and NTP. Send no more than was received until the address is verified, and limit replies (rateLimit).`,
    fixes: [
      annotatePart(system, {
        part: callee,
        title: `State that ${callee.name} limits its replies`,
        entries: { rateLimit: true },
      }),
    ],
  }
}
