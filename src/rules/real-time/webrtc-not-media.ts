// WebRTC for what a WebSocket does with a tenth of the machinery.

import { isClient } from '../../model/ends'
import type { Call, System } from '../../model/system'
import { rewordArrow, wordsOn } from '../fixes/reword-arrow'
import { webRtcCalls, webRtcWord } from '../queries/real-time/web-rtc'
import { defineRule, type Report } from '../rule'

export const webrtcNotMedia = defineRule({
  id: 'webrtc-not-media',
  category: 'real-time',
  speaksOf: 'hazard',
  summary: 'WebRTC carries only chat, documents or notifications.',
  presets: { recommended: 'info' },
  fixable: 'review',
  supersedes: ['webrtc-without-signaling', 'webrtc-without-turn'],
  options: {},

  *check(system) {
    const calls = webRtcCalls(system)
    const designs = [system.diagram.title ?? '', ...system.components.map(({ text }) => text)]
    if ([...designs, ...calls.flatMap(namesOn)].some(text => needsWebRtc.test(text))) return
    for (const call of calls) if (namesOn(call).some(text => plain.test(text))) yield judge(system, call)
  },
})

const namesOn = ({ connection, caller, callee }: Call): readonly string[] => [
  connection.arrow.text,
  connection.arrow.technology ?? '',
  caller.name,
  callee.name,
]

const plain =
  /\bchats?\b|\bmessag|\bdocuments?\b|\bdocs?\b|\bnotif|\bcomments?\b|\btexts?\b|\bedit(?:s|or|ing)?\b|\bdashboard|\balerts?\b|\bfeeds?\b|\bupdates\b/i

const needsWebRtc =
  /\baudio|\bvideo|\bvoice|\bcalls?\b|\bcalling|\bgam(?:e|es|ing)\b|\bfiles?\b|\bp2p\b|peer[- ]to[- ]peer|data ?channel|\bcrdt|\bmedia|\bscreen|\bmeeting|\bconferenc|\bcamera|\bsfu\b|\bmcu\b|\bspeech|\bstream|\bcursors?\b|low latency|\b[1-4]?\d ?ms\b|\bremote (?:control|desktop)|\brobot|\bdrone|end[- ]to[- ]end|\be2e|\btelehealth|\blivekit|\btorrent/i

function judge(system: System, { connection, caller, callee }: Call): Report {
  const betweenClients = isClient(caller) && isClient(callee)
  const remedy = betweenClients ? 'Connect both to a server by WebSocket.' : 'Write WebSocket.'
  return {
    at: wordsOn(system, connection, webRtcWord) ?? connection.arrow.operator,
    message: `WebRTC between ${caller.name} and ${callee.name} carries no media and nothing that must arrive in 50 ms. It needs signaling, STUN, TURN for 10–20% of users and seconds of ICE, and messages to offline users are lost. ${remedy}`,
    fixes: betweenClients
      ? []
      : rewordArrow(system, connection, { title: 'Use a WebSocket', pattern: webRtcWord, by: 'WebSocket' }),
  }
}
