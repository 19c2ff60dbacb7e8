// WebRTC in a design: the connections that carry it, and its peers.

import { isClient, kindOf } from '../../../model/ends'
import { isRequest } from '../../../model/requests'
import type { Call, Component, System } from '../../../model/system'
import { wordingOf } from '../../../model/wording'

export const webRtcCalls = ({ calls }: System): readonly Call[] =>
  calls.filter(({ connection }) => isRequest(connection) && connection.protocols.includes('webrtc'))

/** A client, or something whose name tells nothing else: "Alice", "Peer B". */
const isPeer = (component: Component): boolean => isClient(component) || kindOf(component) === undefined

/** WHIP and WHEP are how a client publishes to and plays from a media server. */
const reachesServer = ({ connection: { arrow }, caller, callee }: Call): boolean =>
  /\bwh[ie]p\b/i.test(`${wordingOf(arrow)} ${caller.text} ${callee.text}`)

/** Connections without a server in between. */
export const peerToPeer = (system: System): readonly Call[] =>
  webRtcCalls(system).filter(call => isPeer(call.caller) && isPeer(call.callee) && !reachesServer(call))

/** Whether a component or an arrow of the design is called so. */
export const isNamed = ({ components, connections }: System, pattern: RegExp): boolean =>
  components.some(({ text }) => pattern.test(text)) ||
  connections.some(({ arrow }) => pattern.test(arrow.text))

export const webRtcWord = /\bweb ?rtc\b/i
