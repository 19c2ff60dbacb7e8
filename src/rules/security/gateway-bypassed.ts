// Services that some clients reach past the gateway in front of them.

import { hasKind, isClient, isComponent, isEdge, isProbable, isService, isSurely } from '../../model/ends'
import { isCall } from '../../model/requests'
import type { Call, Component, Connection, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { isTimeline } from '../../syntax/notation'
import { nameSpan } from '../queries/places'
import { defineRule, type Report } from '../rule'

export const gatewayBypassed = defineRule({
  id: 'gateway-bypassed',
  category: 'security',
  speaksOf: 'hazard',
  summary: 'A client reaches a service past its gateway.',
  presets: { recommended: 'info' },
  options: {},

  *check(system) {
    if (isTimeline(system.diagram)) return
    for (const direct of system.calls.filter(isDirect)) {
      const guard = guardOf(direct)
      if (guard) yield judge(direct, guard)
    }
    yield* pastChecks(system)
    yield* pastFirewalls(system)
  },
})

/** Whoever runs the system builds, starts and looks into its parts, over ways of their own. */
const running =
  /\b(?:operators?|ops|admins?|administrators?|developers?|engineers?|sre|ci|dba|kubectl|terraform|helm|ssh|deploy\w*|bastion)\b/i

/** Media and sockets go their own ways, and what is stated to be public is. */
const ownWay =
  /\b(?:signed|upload|media|stream\w*|direct|public|legacy|before|old|callback|webhook|edge|offline|local|lan|on-?prem\w*|on-?site|devices?|sensors?|telemetry|iot|raw data|mqtt)\b/i

function isDirect(call: Call): boolean {
  const { connection, caller, callee } = call
  if (!isCall(connection) || !isClient(caller) || hasKind(caller, 'person') || !hasKind(callee, 'service'))
    return false
  if (!isProbable(callee) || !isProbable(caller) || isServed(caller)) return false
  if (callee.figures.public?.value || callee.figures.audience?.value === 'public') return false
  const sockets = connection.protocols.some(id =>
    ['webrtc', 'websocket', 'sse', 'udp', 'webtransport'].includes(id),
  )
  const said = `${connection.arrow.text} ${callee.text} ${caller.text}`
  return !sockets && !ownWay.test(said) && !running.test(`${connection.arrow.text} ${caller.text}`)
}

/** `Frontend pod` behind the same gateway is a server: it reaches others from within. */
const isServed = ({ incoming }: Component): boolean =>
  incoming.some(({ connection, caller }) => isCall(connection) && isGuard(caller))

/** The gateway or balancer by which other clients reach the same service. */
function guardOf({ callee, caller }: Call): Call | undefined {
  return callee.incoming.find(
    way =>
      way.caller !== caller &&
      isCall(way.connection) &&
      isGuard(way.caller) &&
      way.caller.incoming.some(
        entry => isCall(entry.connection) && isClient(entry.caller) && entry.caller !== caller,
      ),
  )
}

const isGuard = (part: Component): boolean => isSurely(part, 'gateway', 'balancer', 'waf')

function judge({ connection, caller, callee }: Call, guard: Call): Report {
  const { arrow } = connection
  const lost = hasKind(guard.caller, 'balancer')
    ? 'health checks, balancing and TLS'
    : 'authentication, rate limits and logging'
  return {
    at: arrow.operator,
    message: `${caller.name} reaches ${callee.name} directly, while other clients go through ${guard.caller.name}. This call bypasses ${lost}, and ${callee.name} has to be open to the internet. Point the arrow at ${guard.caller.name}.`,
    related: [{ at: guard.connection.arrow.operator, message: `the path through ${guard.caller.name}` }],
  }
}

/** Ways around a gateway that is drawn as the place where requests are checked. */
function* pastChecks(system: System): Iterable<Report> {
  const { calls, connections, components } = system
  const checking = components.find(
    part => hasKind(part, 'gateway', 'waf') && isProbable(part) && checkOf(part) !== undefined,
  )
  const check = checking && checkOf(checking)
  if (!checking || check === undefined) return
  const behind = new Set(checking.outgoing.map(({ callee }) => callee))
  for (const call of calls)
    if (isOtherEntry(call, checking) && behind.has(call.callee)) yield judgeEntry(call, checking, check)
  const clients = new Set(checking.incoming.map(({ caller }) => caller).filter(isClient))
  for (const connection of connections)
    if (isUncheckedSocket(connection, clients) && ![...behind].some(part => isEnd(connection, part)))
      yield judgeSocket(connection, checking, check)
}

const checks =
  /\bjwts?\b|\bauth(?:entication|enticates?|orization|n|z)?\b|\btokens?\b|\bapi[- ]?keys?\b|\brate[- ]?limit\w*|\boidc\b|\boauth2?\b|认证|鉴权|限流|認証|인증|аутентиф\p{L}*/iu

/** What it is said to check, in its box or on its way out. */
const checkOf = ({ text, node, outgoing }: Component): string | undefined =>
  checks.exec(
    [text, node.description ?? '', ...outgoing.map(({ connection }) => wordingOf(connection.arrow))].join(
      ' ',
    ),
  )?.[0]

/** A CDN or proxy that takes requests of clients to where the gateway takes them too. */
const isOtherEntry = ({ connection, caller, callee }: Call, gateway: Component): boolean =>
  isCall(connection) &&
  caller !== gateway &&
  isSurely(caller, 'cdn', 'proxy', 'balancer') &&
  isProbable(callee) &&
  hasKind(callee, 'balancer', 'proxy', 'service') &&
  caller.incoming.some(entry => isClient(entry.caller)) &&
  !caller.incoming.some(entry => entry.caller === gateway) &&
  !caller.outgoing.some(way => way.callee === gateway) &&
  !checks.test(`${caller.text} ${wordingOf(connection.arrow)}`) &&
  !/\b(?:static|assets?|images?|media|public)\b/i.test(wordingOf(connection.arrow))

/** Ways around a web application firewall: of two ways in, attackers take the open one. */
function* pastFirewalls(system: System): Iterable<Report> {
  const firewalls = system.components.filter(part => isSurely(part, 'waf'))
  if (firewalls.length === 0) return
  const open = openFrom(system)
  for (const firewall of firewalls) {
    if (!firewall.incoming.some(({ caller }) => open.has(caller) || isFiltered(caller))) continue
    for (const { connection, callee } of firewall.outgoing) {
      if (
        !isCall(connection) ||
        isFiltered(callee) ||
        !hasKind(callee, 'gateway', 'balancer', 'proxy', 'service')
      )
        continue
      const past = callee.incoming.find(call => open.has(call.caller) && isOrdinary(call))
      if (past) yield judgePast(past, firewall)
    }
  }
}

/** Clients, third parties that nobody calls, and what they reach in front of all services and firewalls. */
function openFrom({ components }: System): ReadonlySet<Component> {
  const outside = (part: Component): boolean =>
    isClient(part) || (hasKind(part, 'external') && part.incoming.length === 0)
  const open = new Set(components.filter(part => outside(part) && !running.test(part.text)))
  // What is added on the way is looked at as well.
  for (const part of open)
    for (const call of part.outgoing)
      if (isOrdinary(call) && isEdge(call.callee) && !isFiltered(call.callee)) open.add(call.callee)
  return open
}

const isFiltered = (part: Component): boolean => hasKind(part, 'waf') || filters.test(part.text)

const filters = /\bwaf\b|\bshield\b|\bfirewall\b|\bcloud ?armor\b/i

const isOrdinary = ({ connection, caller }: Call): boolean => {
  const said = `${wordingOf(connection.arrow)} ${caller.text}`
  return (
    isCall(connection) &&
    !ownWay.test(said) &&
    !running.test(said) &&
    !filters.test(said) &&
    !/\b(?:vpn|private|internal|mtls|static|dns)\b/i.test(said)
  )
}

const judgePast = ({ connection, caller, callee }: Call, firewall: Component): Report => ({
  at: connection.arrow.operator,
  oncePerDocument: `${firewall.name} ${callee.name}`,
  message: `${caller.name} reaches ${callee.name} past ${firewall.name}, which filters the requests of others. Attackers take the way that is not filtered. Route this one through ${firewall.name} too, or write on the arrow what filters it.`,
  related: [{ at: nameSpan(firewall), message: 'the place where requests are filtered' }],
})

const isEnd = ({ from, to }: Connection, part: Component): boolean => from === part || to === part

/** Between a client of the gateway and one of our services; nobody says who checks it. */
function isUncheckedSocket(
  { from, to, arrow, protocols }: Connection,
  clients: ReadonlySet<unknown>,
): boolean {
  const isSocket = protocols.includes('websocket') || protocols.includes('sse')
  const service = clients.has(from) ? to : clients.has(to) ? from : undefined
  return (
    isSocket &&
    service !== undefined &&
    isComponent(service) &&
    isService(service) &&
    isProbable(service) &&
    !checks.test(`${service.text} ${service.node.description ?? ''} ${wordingOf(arrow)}`)
  )
}

const judgeEntry = ({ connection, caller, callee }: Call, gateway: Component, check: string): Report => ({
  at: connection.arrow.operator,
  message: `${caller.name} reaches ${callee.name} without passing ${gateway.name}, which checks requests ("${check}"). Nothing in the diagram checks the requests of this arrow. Point it at ${gateway.name}, or write on it what checks these requests.`,
  related: [{ at: nameSpan(gateway), message: 'the place where requests are checked' }],
})

function judgeSocket({ arrow, from, to }: Connection, gateway: Component, check: string): Report {
  const [client, service] = isClient(from) ? [from, to] : [to, from]
  return {
    at: arrow.operator,
    oncePerDocument: true,
    settledBy: /\b(?:web ?sockets?|wss?|sse)\b[^.|\n]{0,120}\b(?:auth\w*|jwts?|tokens?|tickets?)\b/i,
    message: `The stream between ${client.name} and ${service.name} bypasses ${gateway.name}, which checks the other requests of ${client.name} ("${check}"), and nothing says what checks this one. Route it through ${gateway.name}, or write on the arrow what is checked when it opens, for example "WSS, token".`,
    related: [{ at: nameSpan(gateway), message: 'the place where requests are checked' }],
  }
}
