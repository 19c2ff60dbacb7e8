// Datagrams for what must not get lost.

import { hasKind, isStore } from '../../model/ends'
import { isRequest } from '../../model/requests'
import type { Connection, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { rewordArrow, wordsOn } from '../fixes/reword-arrow'
import { defineRule, type Report } from '../rule'

export const udpNeedsReliability = defineRule({
  id: 'udp-needs-reliability',
  category: 'real-time',
  speaksOf: 'hazard',
  summary: 'UDP carries data that must not get lost.',
  presets: { recommended: 'warning' },
  fixable: 'review',
  options: {},

  *check(system) {
    for (const connection of system.connections) {
      if (isRequest(connection) && isBareUdp(connection) && mustArrive(connection))
        yield judge(system, connection)
    }
  },
})

/** What brings its own order and acknowledgements, or needs none. */
const reliable: ReadonlySet<string> = new Set([
  'quic',
  'http3',
  'webrtc',
  'webtransport',
  'dtls',
  'srt',
  'rtp',
  'srtp',
  'sip',
  'dns',
  'stun',
  'turn',
  'statsd',
  'syslog',
  'snmp',
  'netflow',
  'coap',
  'dds',
  'tcp',
  'nfs',
  'wireguard',
  'ipsec',
])

const isBareUdp = ({ protocols }: Connection): boolean =>
  protocols.includes('udp') && !protocols.some(id => reliable.has(id))

const precious =
  /\bpay(?:s|ments?)?\b|\bcharges?\b|\bcheckout|\borders?\b(?! book)|\bledger|\bbilling|\binvoices?\b|\btransactions?\b|\btransfers?\b|\bfiles?\b|\bbackups?\b|\bbookings?\b|\baccounts?\b|\bsql\b|\bdocuments?\b/i
const harmless =
  /\back|\bretransmi|\breliab|\bkcp\b|\benet\b|\budt\b|\baeron\b|\bfec\b|\bsequence num|\bmetrics?\b|\blogs?\b|\blogging|\btelemetry|\bstats|\btrac(?:es|ing)|\bmulticast|\bmarket data|\bsensor|\bposition|\bvideo|\baudio|\bvoice|\bgame|\bheartbeat|\bdiscovery|\binflux|\bgraphite|\btimescale|\bvictoria|\btelegraf|\bloki\b|\belastic|\bsplunk|\btime[- ]series/i

/** A store's call, or one that is named after money, orders or files. */
function mustArrive(connection: Connection): boolean {
  const { caller, callee } = connection
  const label = wordingOf(connection.arrow)
  if (harmless.test(label) || harmless.test(callee.text) || harmless.test(caller.text)) return false
  if (hasKind(callee, 'monitoring', 'dns', 'search', 'stream')) return false
  return isStore(callee) || precious.test(label) || precious.test(callee.text)
}

const word = /\budp\b/i

function judge(system: System, connection: Connection): Report {
  const { caller, callee } = connection
  const { arrow } = connection
  return {
    at: wordsOn(system, connection, word) ?? arrow.labelSpan ?? arrow.operator,
    message: `${caller.name} sends to ${callee.name} by UDP, which silently loses, duplicates and reorders packets: at 0.1% loss, 1 of 1,000 never arrives, and above about 1,200 bytes a lost fragment loses the whole datagram. Write TCP or QUIC, or state how it is acknowledged.`,
    fixes: [
      ...rewordArrow(system, connection, { title: 'Use TCP', pattern: word, by: 'TCP' }),
      ...rewordArrow(system, connection, { title: 'Use QUIC', pattern: word, by: 'QUIC' }),
    ],
  }
}
