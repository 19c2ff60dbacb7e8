// WebSockets through a layer-7 hop that needs to be told about them.

import { isComponent, isSurely, isSurelyClient, kindOf } from '../../model/ends'
import { layerOf } from '../../model/layer'
import type { Call, Component, Connection, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { annotatePart } from '../fixes/annotate'
import { wordsOn } from '../fixes/reword-arrow'
import { isPassed, isWebSocket, passedOn, socketWord } from '../queries/real-time/web-sockets'
import { sameName } from '../queries/same-name'
import { defineRule, type Fix, type RelatedPlace, type Report } from '../rule'

/** As nginx, HAProxy, Envoy, Apache and ingress controllers are told it; an idle timeout alone lets nothing through. Socket.IO and SignalR fall back to polling. */
const passesUpgrade =
  /\$http_upgrade|\bproxy_set_header\s+["']?upgrade\b|\btimeout tunnel \d|\bupgrade_configs?\b|\bupgrade=websocket\b|%\{HTTP:Upgrade\}|\bwebsocket-services\b|\bsocket\.io\b|\bsignalr\b|\bwebsocket\w* (?:upgrades?|support) (?:is |are )?(?:enabled|on|allowed|configured)|\bweb ?sockets?[- ](?:connection )?upgrades?\b[^.|\n>]{0,30}(?:\b(?:rout|forward|pass|handl|prox|support)|маршрут|прокс|转发|転送)|\b(?:rout|forward|pass|handl|prox|support)\w* (?:\w+ ){0,3}web ?sockets?[- ](?:connection )?upgrades?\b/i

export const websocketBehindL7 = defineRule({
  id: 'websocket-behind-l7',
  category: 'real-time',
  speaksOf: 'hazard',
  summary: 'A WebSocket passes a layer-7 hop that may not let it through.',
  presets: { sketch: 'info' },
  raised: 'warning',
  fixable: 'review',
  settledBy: passesUpgrade,
  options: {},

  *check(system) {
    for (const hop of system.components) {
      const onward = passedOn(hop)
      const socket = socketInto(hop, onward)
      if (
        socket &&
        onward &&
        mayBreak(hop) &&
        !isUpgraded(onward) &&
        !endsIt(system, { hop, socket, onward })
      )
        yield judge(system, { hop, socket, onward })
    }
  },
})

/** The call that opens the socket: it says so, or what leaves the hop does and a client's request is what it began as. */
function socketInto({ incoming }: Component, onward: Call | undefined): Call | undefined {
  const said = incoming.find(({ connection }) => isWebSocket(connection))
  if (said || !onward || !isWebSocket(onward.connection)) return said
  return incoming.find(({ connection, caller }) => isSurelyClient(caller) && connection.role.value === 'call')
}

/** The upgrade is drawn behind the hop too, or sockets beside other protocols: it is set up to let them through. */
const isUpgraded = ({ connection: { arrow } }: Call): boolean => setUp.test(wordingOf(arrow))

const setUp =
  /\bupgrades?\b|\b(?:web ?sockets?|wss?) ?[/,&+] ?(?:https?|sse|rest|grpc)\b|\b(?:https?|sse|rest|grpc) ?[/,&+] ?(?:web ?sockets?|wss?)\b/i

/** A broker brings it what it pushes, it answers on the socket itself and asks behind it in other words, or stands in a group beside a door for sockets. */
function endsIt({ connections }: System, { hop, socket, onward }: Passage): boolean {
  const pushes = (other: Connection) =>
    other.from === hop && other.to === socket.caller && other.protocols.includes('websocket')
  const isFed = hop.incoming.some(call => call.connection.role.value === 'delivery')
  if (isFed && !isWebSocket(onward.connection)) return true
  const asksAnew = onward.connection.arrow.text !== '' && !isWebSocket(onward.connection)
  if (asksAnew && connections.some(pushes)) return true
  const { callee } = socket.connection
  return !isComponent(callee) && !door.test(hop.text) && callee.members.some(({ text }) => door.test(text))
}

const door = /\bweb ?sockets?\b|\bwss?\b/i

/** `API gateway (Rust, Axum)` is a program of ours, which ends the socket and asks the services behind it. */
const isProgram = ({ technology }: Component): boolean => technology?.kind === 'service'

function mayBreak(hop: Component): boolean {
  const { figures, technology } = hop
  if (isProgram(hop)) return false
  if (figures.upgrade?.value === true || !isPassed(hop)) return false
  if (layerOf(hop)?.value === 'L4') return false
  const support = technology?.webSocket
  if (support) return isHop(hop) && (support === 'configure' || support === 'none')
  return isHop(hop) && (kindOf(hop) !== 'balancer' || layerOf(hop)?.value === 'L7')
}

/** Surely something that requests pass through. */
const isHop = (part: Component): boolean => isSurely(part, 'balancer', 'proxy', 'gateway', 'cdn')

interface Passage {
  readonly hop: Component
  readonly socket: Call
  readonly onward: Call
}

function judge(system: System, { hop, socket, onward }: Passage): Report {
  const { arrow } = socket.connection
  const support = hop.technology?.webSocket
  return {
    at: wordsOn(system, socket.connection, socketWord) ?? arrow.labelSpan ?? arrow.operator,
    raised: support !== undefined,
    // Of a gateway without a name nothing is known: most of those that people write forward sockets.
    onRequest: support === undefined,
    oncePerDocument: sameName(hop.name),
    message: `${socket.caller.name}'s WebSocket passes ${hop.name}, ${natureOf(hop)}. ${consequenceOf(hop)} ${remedyFor(hop, socket)}`,
    related: refusesSockets(hop) ? [] : neededOn({ hop, socket, onward }),
    fixes: fixesFor(system, hop),
  }
}

const refusesSockets = ({ technology }: Component): boolean => technology?.webSocket === 'none'

const consequenceOf = (hop: Component): string =>
  refusesSockets(hop)
    ? 'The handshake fails.'
    : 'Unless it forwards the Upgrade header and keeps idle connections open, the handshake fails or an idle socket is closed.'

/** What has to be configured, and for which connection. */
const neededOn = ({ hop, onward }: Passage): readonly RelatedPlace[] => [
  { at: hop.node.mentions[0]?.span ?? hop.span, message: `${hop.name} has to forward the upgrade` },
  {
    at: onward.connection.arrow.operator,
    message: `and keep the connection ${mayGoElsewhere(hop, onward) ? 'behind it' : `to ${onward.callee.name}`} open`,
  },
]

/** Several servers stand behind it, and nothing tells which of them holds the socket. */
const mayGoElsewhere = ({ outgoing }: Component, onward: Call): boolean =>
  !isWebSocket(onward.connection) &&
  outgoing.some(({ callee, connection }) => callee !== onward.callee && connection.role.value === 'call')

function natureOf({ technology }: Component): string {
  if (technology?.webSocket === 'configure')
    return `and ${technology.name} forwards upgrades only if configured to`
  if (technology?.id === 'aws-api-gateway')
    return 'and only a WebSocket API of Amazon API Gateway takes WebSockets, no REST or HTTP API'
  if (technology?.webSocket === 'none') return `and ${technology.name} does not support WebSockets`
  return 'which reads requests (layer 7)'
}

function remedyFor(hop: Component, socket: Call): string {
  const { name } = hop
  if (!refusesSockets(hop))
    return `State upgrade: true on ${name} once that is configured, or pass the connection through at layer 4.`
  const elsewhere = socket.caller.outgoing.find(
    ({ callee, connection }) => callee !== socket.callee && isWebSocket(connection),
  )
  return elsewhere
    ? `${socket.caller.name} opens a socket at ${elsewhere.callee.name}, too: take it off this arrow.`
    : 'Route the socket around it, or terminate it in a product that supports WebSockets.'
}

function fixesFor(system: System, hop: Component): readonly Fix[] {
  const { technology, figures } = hop
  if (technology?.webSocket === 'none') return []
  const upgrade = annotatePart(system, {
    part: hop,
    title: `State that ${hop.name} forwards the upgrade`,
    entries: { upgrade: true },
  })
  const hasLayer4 =
    !figures.layer && (technology ? technology.layer === 'both' : hop.kind?.value === 'balancer')
  if (!hasLayer4) return [upgrade]
  const title = `Pass connections through at layer 4 (TLS and authentication move to ${backendOf(hop)}, routing by path is lost)`
  return [upgrade, annotatePart(system, { part: hop, title, entries: { layer: 'L4', tls: 'passthrough' } })]
}

const backendOf = ({ outgoing }: Component): string => outgoing[0]?.callee.name ?? 'the servers'
