// WebSockets over which only the server speaks: server-sent events do that with less.

import { protocolsIn } from '../../knowledge'
import { isClient } from '../../model/ends'
import type { Call, Component, Connection, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { rewordings, wordsOn } from '../fixes/reword-arrow'
import { isWebSocket, lastHops, socketWord } from '../queries/real-time/web-sockets'
import { defineRule, type Report } from '../rule'

export const websocketOneWay = defineRule({
  id: 'websocket-one-way',
  category: 'real-time',
  speaksOf: 'hazard',
  summary: 'A WebSocket only carries messages from the server.',
  presets: { recommended: 'info' },
  onRequest: true,
  fixable: 'review',
  // Libraries bring heartbeats, reconnects and a way back: an object of theirs does more than push.
  settledBy:
    /\bsocket\.?io\b|\bsignal ?r\b|\baction ?cable\b|\bsock\.?js\b|\bcentrifug[eo]\b|\bpusher\b|\bably\b|\bpub ?nub\b|\bphoenix (?:channels?|sockets?|live ?view)\b|\bstomp\b|\bgraph ?ql[- ]subscriptions?\b|\bsubscriptions?\b[^.|\n]{0,40}\bweb ?sockets?\b|\bweb ?sockets?\b[^.|\n]{0,60}(?:\bbi-?directional|\btwo[- ]way|\bduplex|\bsubscri)|\bbi-?directional\b[^.|\n]{0,40}\bweb ?sockets?\b|\bweb ?sockets?\b[^.|\n]{0,60}\b(?:ingest\w*|gps|uploads?|typing|telemetry (?:from|in))\b|\b(?:gps|typing)\b[^.|\n]{0,60}\bweb ?sockets?\b/i,
  options: {},

  *check(system) {
    const byPair = new Map<string, Call[]>()
    for (const call of system.calls) {
      if (!isBetweenClientAndServer(call) || !isPushed(call, system)) continue
      const pair = [call.caller.id, call.callee.id].sort().join('\n')
      byPair.set(pair, [...(byPair.get(pair) ?? []), call])
    }
    for (const [first, ...others] of byPair.values()) if (first) yield judge(system, first, others)
  },
})

/** A trace may draw what a server pushes as the last answer to the client: `-->>App: WebSocket push`. */
const isCarried = (connection: Connection): boolean =>
  isWebSocket(connection) ||
  (connection.network.value &&
    connection.role.value === 'reply' &&
    connection.protocols.includes('websocket'))

/** A label that offers server-sent events too has said it all. */
const isBetweenClientAndServer = ({ connection, caller, callee }: Call): boolean =>
  isCarried(connection) &&
  isSaid(connection) &&
  !connection.protocols.includes('sse') &&
  isClient(caller) !== isClient(callee)

/** By the arrow itself: a server that is named for its sockets may push what was sent to another. */
const isSaid = ({ arrow, figures }: Connection): boolean =>
  figures.protocol !== undefined || protocolsIn(wordingOf(arrow)).some(({ id }) => id === 'websocket')

const pushing =
  /\bpush(?:es)?\b|\bfeeds?\b|\bnotif|\bdashboards?\b|\btickers?\b|\blive (?:scores?|updates?|prices?|results?|status|data|metrics)\b|\bupdates\b|\btokens? stream|\bstream(?:s|ing|ed)? (?:of )?tokens\b|\bprogress\b|\balerts?\b|\bprice (?:stream|updates?)\b|\bstatus updates?\b|\bnews\b|\bstreams? (?:prices|events|results|logs|metrics)\b/i

const answering =
  /\bchats?\b|\bcollab|\bedit|\bcursor|\bgam(?:e|es|ing)\b|\bplay|\btrad(?:e|er|ing)|\b(?:places?|placing|submits?|enters?) (?:an? )?orders?\b|\border entry|\bbid|\bauction|\bsubscri|\bcommand|\bcontrol|\binput|\bvoice|\bcalls?\b|\bpresence|\btyping|\bwhite ?board|\bmessag|\btwo[- ]way|\bbi-?di|\bduplex|\bsends?\b|\bpublish|\bjoin|\brooms?\b|\backs?\b|\bsignal|\bbinary|\bremote|\bterminal|\bshell|\bupload|\bdraw|\bvot(?:e|ing)|\bmultiplayer|\bsync|\bspeech|\baudio|\bvideo|\bframes?\b|\bimages?\b|\bimagens?\b|\bphotos?\b|\bjpe?g\b|\bbytes?\b|\bmedia\b|\binteract|\brpc\b|\bconversation|\bassistant|\bagent|\bquer(?:y|ies)|\brequests?\b/i

/** Described as a push, by the arrow or by the server's name, and nothing says that the client answers. */
function isPushed(call: Call, system: System): boolean {
  const { connection, caller, callee } = call
  if (connection.direction.value === 'both') return false
  const servers = isClient(caller) ? [callee, ...lastHops(call).map(({ callee }) => callee)] : [caller]
  const label = wordingOf(connection.arrow)
  const names = [caller.name, callee.name, ...servers.map(({ text }) => text)].join(' ')
  if (answering.test(`${label} ${names} ${besides(call, system)}`) || talksBack(call, system)) return false
  return pushing.test(label) || pushing.test(names)
}

/** What the client's other sockets say: all carry parts of one conversation. */
function besides({ caller, callee }: Call, { calls }: System): string {
  const client = isClient(caller) ? caller : callee
  const sockets = calls.filter(
    ({ connection, ...ends }) => isCarried(connection) && [ends.caller, ends.callee].includes(client),
  )
  return sockets.map(({ connection }) => wordingOf(connection.arrow)).join(' ')
}

/** Another arrow from the client that may be sent over the socket: it names no protocol, or this one. */
function talksBack({ connection, caller, callee }: Call, { calls }: System): boolean {
  const [client, server] = isClient(caller) ? [caller, callee] : [callee, caller]
  return calls.some(
    other =>
      other.connection !== connection &&
      other.caller === client &&
      other.connection.role.value !== 'reply' &&
      other.connection.protocols.every(id => id === 'websocket') &&
      (other.callee === server || lastHops(other).some(({ callee }) => callee === server)),
  )
}

/** Another scenario of the same two: what a client says there goes over the socket that this one opened. */
const sendsOverSocket = (
  { connection, caller, callee }: Call,
  client: Component,
  server: Component,
): boolean =>
  isClient(caller) &&
  isNamedAs(caller, client) &&
  isNamedAs(callee, server) &&
  isCarried(connection) &&
  connection.role.value !== 'reply' &&
  !pushing.test(wordingOf(connection.arrow))

const isNamedAs = (one: Component, other: Component): boolean =>
  one.name.toLowerCase() === other.name.toLowerCase()

/** The first of two ends' arrows is shown, and all are reworded. */
function judge(system: System, { connection, caller, callee }: Call, others: readonly Call[]): Report {
  const [client, server] = isClient(caller) ? [caller, callee] : [callee, caller]
  const { arrow } = connection
  const edits = [connection, ...others.map(other => other.connection)].flatMap(each =>
    rewordings(system, each, { pattern: socketWord, by: 'SSE' }),
  )
  return {
    at: wordsOn(system, connection, socketWord) ?? arrow.labelSpan ?? arrow.operator,
    message: `The WebSocket between ${client.name} and ${server.name} only carries what ${server.name} pushes. It needs an upgrade on every hop, heartbeats and your own reconnect logic. Server-sent events are plain HTTP and resume automatically: write SSE.`,
    fixes: edits.length > 0 ? [{ title: 'Use server-sent events', edits, safe: false }] : [],
    oncePerDocument: true,
    refutedBy: other => other.calls.some(call => sendsOverSocket(call, client, server)),
  }
}
