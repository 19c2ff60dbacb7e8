// Calls between clients that somebody in the middle is to record, where nobody is in the middle.

import { hasKind, isClient } from '../../model/ends'
import type { Component, Connection, System } from '../../model/system'
import type { Span } from '../../text/span'
import { nameSpan } from '../queries/places'
import { defineRule } from '../rule'

export const webrtcRecordingWithoutSfu = defineRule({
  id: 'webrtc-recording-without-sfu',
  category: 'real-time',
  speaksOf: 'hazard',
  summary: 'Media that goes from peer to peer is to be recorded.',
  presets: { recommended: 'info' },
  options: {},

  *check(system) {
    const peers = system.connections.find(isPeerToPeer)
    const use = peers && useOf(system)
    if (!peers || !use || system.components.some(relaysMedia)) return
    const { arrow, caller, callee } = peers
    yield {
      at: arrow.labelSpan ?? arrow.operator,
      message: `${caller.name} and ${callee.name} send their media to each other, encrypted end to end: no server receives it, so ${use.text} gets no media. Put an SFU in between that gets every stream once (${caller.name} → SFU → ${callee.name}), or record on the client.`,
      related: [{ at: use.at, message: `${use.text} needs the media` }],
    }
  },
})

const isPeerToPeer = ({ protocols, caller, callee }: Connection): boolean =>
  protocols.includes('webrtc') && isClient(caller) && isClient(callee) && caller !== callee

const middle =
  /\b(?:sfu|mcu|media ?(?:server|soup|gateway)|mediasoup|livekit|janus|jitsi|kurento|twilio|agora|daily|chime)\b/i

const relaysMedia = (part: Component): boolean => hasKind(part, 'sfu') || middle.test(part.text)

/** A patient's record is none of a call. */
const wanted =
  /\b(?:recorder|recordings?|records? (?:the |a |all )?(?:calls?|meetings?|lessons?|sessions?|video|audio|streams?|media)|moderat\w+|transcri\w+|live ?caption\w*)\b/i
const onClient = /\b(?:client|local|browser|device|medical|dns|audit|database|order|event)\b/i

interface Use {
  readonly text: string
  readonly at: Span
}

/** A component or an arrow that wants the media on a server. */
function useOf({ components, connections }: System): Use | undefined {
  const wants = (words: string): boolean => wanted.test(words) && !onClient.test(words)
  const part = components.find(each => !isClient(each) && wants(each.text))
  if (part) return { text: part.name, at: nameSpan(part) }
  const arrow = connections.find(each => wants(each.arrow.text))?.arrow
  return arrow && { text: `“${arrow.text}”`, at: arrow.labelSpan ?? arrow.operator }
}
