// Requests that cross the internet in clear text.

import { namesStandIn, protocolById } from '../../knowledge'
import {
  type End,
  framesAround,
  isClient,
  isComponent,
  isProbable,
  isSurely,
  isSurelyClient,
} from '../../model/ends'
import { isRequest } from '../../model/requests'
import type { Boundary, Component, Connection, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import type { Edit } from '../../text/edit'
import { annotateArrow } from '../fixes/annotate'
import { rewordings, wordsOn } from '../fixes/reword-arrow'
import { sameName } from '../queries/same-name'
import { namesExamples } from '../queries/told'
import { defineRule, type Report } from '../rule'

/** The document says itself that encryption comes later, or where it ends before the picture begins. */
const leftForLater =
  /\b(?:out of scope|production (?:path|evolution|hardening|set-?up|deployments?)|(?:before|in|for) production|future|planned|road ?map|to-?do|next steps?|later|not yet)\b(?:[^|#\n]|\n(?!\n)){0,160}\b(?:tls|https(?!:)|ssl)\b|\b(?:tls|https(?!:)|ssl)\b[^.|#\n]{0,80}\b(?:out of scope|(?:before|in|for) production|planned|road ?map|to-?do|later|not yet|future|next step)\b|\b(?:trade-?offs?|deliberate\w*|on purpose|intentional\w*)\b[^.|\n]{0,100}\bhttp[- ]only\b|\bhttp[- ]only\b[^.|\n]{0,100}\b(?:trade-?offs?|deliberate\w*|on purpose|intentional\w*)\b|\b(?:tls|ssl|https)[ -](?:is |are )?(?:terminat|off-?load)|\b(?:terminat|off-?load)\w* (?:the )?(?:tls|ssl|https)\b/i

export const insecureTransport = defineRule({
  id: 'insecure-transport',
  category: 'security',
  speaksOf: 'hazard',
  summary: 'A request crosses the internet unencrypted.',
  inOperation: true,
  presets: { recommended: 'info' },
  raised: 'warning',
  fixable: 'review',
  settledBy: leftForLater,
  options: {},

  *check(system) {
    const all = inClearText(system)
    const chosen = all.filter(({ connection }) => isChosen(connection, system))
    for (const one of chosen) yield judge(system, one)
    const [first, ...others] = all.filter(one => !chosen.includes(one) && !tellsKind(one.connection, system))
    if (first) yield judgeMereHttp(first, others)
  },
})

const inClearText = (system: System): readonly ClearText[] =>
  system.connections.flatMap(connection => {
    if (!(isRequest(connection) || isVisit(connection)) || isSecured(connection)) return []
    const mended = encryptedWords(system, connection)
    if (mended.length === 0 && connection.figures.tls?.value !== 'none') return []
    const isOpen = crossesInternet(connection, system) && !isRedirected(connection, system)
    return isOpen ? [{ connection, mended }] : []
  })

/** A person opens a page, which is fetched from where it is served: `User -->|HTTP| Frontend (SPA)`. */
const isVisit = ({ caller, callee, role }: Connection): boolean =>
  role.value === 'usage' && isSurely(caller, 'person') && isClient(callee) && served.test(callee.text)

const served =
  /\b(?:front-?end|web ?(?:app|site|ui|portal|client)s?|sites?|portal|pages?|spa|pwa|next\.?js|nuxt|react|angular|vue|svelte)\b/i

/** Hosts of one machine or one private network: loopback, RFC 1918, names without a dot, names that no public DNS has. */
const privateHost = String.raw`(?:localhost|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|\[::1\]|[\w-]+(?:[:/\s"|]|$)|[\w.-]+\.(?:local|internal|lan|svc|test)\b)`

/** A URL behind `=` is a parameter, not where the request goes. */
const scheme = (name: string): RegExp => new RegExp(`(?<!=)\\b${name}://(?!${privateHost})`, 'i')

/** Words that name clear text, and what to write instead. Bare HTTP stands by itself: `HTTP POST` names the method. */
const clearText: readonly (readonly [RegExp, string])[] = [
  [scheme('http'), 'https://'],
  [scheme('ws'), 'wss://'],
  [scheme('ftp'), 'sftp://'],
  [
    /(?<=(?:^|[,;|([]|<br\s?\/?>)\s{0,3}(?:\d+[.)]\s)?)(?:plain )?http(?= {0,3}(?:$|[,;|)\]]|<br\s?\/?>(?!\s*(?:requests?|calls?|traffic|api)\b)|:80\b|port 80\b|TCP\/80\b| ?\(?:\d{2,5}\b(?<!443)| 80\b))/i,
    'HTTPS',
  ],
  [/\bftp\b(?!:)/i, 'SFTP'],
  [/\btelnet\b(?!:)/i, 'SSH'],
  [/(?<=(?<!\d):|\bport |\btcp[/ :]|\bhttp )80(?![\d.])/i, '443'],
]

/** Whatever else they ask, all of them have one of these. */
const anyClearText = /http|ws|ftp|telnet|80/i

const encryptedWords = (system: System, connection: Connection): readonly Edit[] =>
  wordsOn(system, connection, anyClearText)
    ? clearText.flatMap(([pattern, by]) => rewordings(system, connection, { pattern, by }))
    : []

function isSecured({ protocols, figures, arrow }: Connection): boolean {
  if (figures.tls && figures.tls.value !== 'none') return true
  const text = wordingOf(arrow)
  if (namesExamples.test(text)) return true
  if (/https|http ?\(s\)|http\/s|\bwss|\b443\b|\btls|\bssl|redirect|\b30[1278]\b/i.test(text)) return true
  return protocols.some(id => id === 'http2' || protocolById(id).encrypted === true)
}

/** `(HTTP)` beside `(SSE)` and `(WebSocket)`: which kind of call it is, not how it is carried. */
const tellsKind = ({ arrow }: Connection, { connections }: System): boolean =>
  /\(http\)/i.test(wordingOf(arrow)) && connections.some(other => otherKind.test(wordingOf(other.arrow)))

const otherKind = /\((?:sse|web ?sockets?|grpc|graphql|mqtt|amqp|async\w*|events?|polling|webhooks?)\)/i

/** The same two ends speak HTTPS too, or the answer sends the caller there. */
function isRedirected({ caller, callee }: Connection, { connections }: System): boolean {
  const between = (other: Connection) =>
    (other.caller === caller && other.callee === callee) ||
    (other.caller === callee && other.callee === caller)
  return connections.some(
    other =>
      between(other) &&
      (other.protocols.includes('https') || /redirect|\b30[1278]\b/i.test(other.arrow.text)),
  )
}

/**
 * From a client or a third party to us, a CDN's way to its origin included, or from us to a third party. A page is
 * fetched from somewhere, too; but between programs of one machine only a scheme says that a network lies there.
 */
function crossesInternet(connection: Connection, { diagram }: System): boolean {
  const { caller, callee } = connection
  if (isPrivate(callee) || isPrivate(caller) || isLibrary(caller) || staysAtHome(caller, callee)) return false
  if (notWeb.test(wordingOf(connection.arrow)) || standsInside(caller, callee)) return false
  if (isVisit(connection)) return !isAtHome(diagram)
  if (isClient(callee)) return isSurelyClient(caller) && namesScheme.test(connection.arrow.label)
  if (isAtHome(diagram)) return false
  if (isSurelyClient(caller) || isThirdParty(caller) || isThirdParty(callee)) return true
  if (isSurely(caller, 'cdn')) return true
  return (
    isComponent(caller) && isEntry(caller) && (isProbable(caller) || namesScheme.test(connection.arrow.label))
  )
}

/** Loopback, and packets that open a connection whatever it carries. */
const notWeb = /\blocalhost\b|\b127(?:\.\d{1,3}){3}\b|\bSYN\b/i

/** To the frame around it: its own program. */
const standsInside = (caller: End, callee: End): boolean =>
  isComponent(caller) && !isComponent(callee) && callee.members.includes(caller)

/** A library of the program that calls is no client on the internet. */
const isLibrary = (end: End): boolean =>
  /\b(?:httpx|axios|okhttp|resttemplate|webclient|feign) clients?\b/i.test(end.text)

const isAtHome = ({ title }: System['diagram']): boolean =>
  /\b(?:local|dev|development|docker compose)\b/i.test(title ?? '')

const namesScheme = /\b(?:http|ws|ftp):\/\//i
/** "Web app", "Frontend": a client only where nobody calls it. */
const isEntry = (part: Component): boolean =>
  isClient(part) && !part.incoming.some(({ connection }) => isRequest(connection))

/**
 * Somebody else's system. C4's external containers are often just outside of the boundary that is shown, and what one
 * runs oneself (a policy engine, an identity server) is external only to the program.
 */
const isThirdParty = (end: End): boolean =>
  isSurely(end, 'external') &&
  isComponent(end) &&
  !/container|component/.test(end.node.shape) &&
  (end.technology === undefined || end.technology.kind === 'external' || end.technology.managed === true)

const privateWords =
  /\b(?:private|intranet|internal|lan|on-?prem(?:ises)?|vpn|localhost|local|docker(?: compose)?|minikube|dev|development|factory|plant|home network|single machine|laptop|macbook|apple m\d|load[- _]?gen\w*)\b/i

/** Stated or named a network that outsiders cannot listen to, the frames around it included. */
function isPrivate(end: End): boolean {
  const { figures, text } = end
  const audience = isComponent(end) ? end.figures.audience?.value : undefined
  if (figures.network) return figures.network.value !== 'public'
  if (audience === 'internal' || privateWords.test(text) || namesStandIn(text)) return true
  const outer: Boundary | undefined = isComponent(end) ? end.boundary : end.parent
  return outer !== undefined && isPrivate(outer)
}

/** A device that serves plain HTTP by its firmware, or what runs on a small computer in somebody's home, unless it reaches out into a cloud. */
const staysAtHome = (caller: End, callee: End): boolean =>
  (isOnPremises(caller) && !outThere.test(callee.text)) ||
  (isOnPremises(callee) && !outThere.test(caller.text))

function isOnPremises(end: End): boolean {
  const own = isComponent(end) ? `${end.text} ${end.node.description ?? ''}` : end.text
  return [own, ...framesAround(end).map(({ text }) => text)].some(
    words => device.test(words) || abbreviated.test(words),
  )
}

const device =
  /\b(?:raspberry ?pi|synology|disk ?station|qnap|esp ?(?:32|8266)\w*|arduino|micro-?controllers?|smart ?meters?|solar inverters?|inverters?|open ?dtu|vzlogger|tasmota|shelly|esphome|home ?assistant|smart ?home|home ?owners?|household|ip[- ]?cam(?:era)?s?|cctv|smart ?(?:plug|bulb|tv|lock)s?|fritz!? ?box|openwrt|chromecast|sonos|octoprint)\b|wechselrichter|heimnetz|家庭|スマートホーム|스마트홈|умн\S{1,3} дом/i
const abbreviated = /\b(?:NAS|PLCs?|NVR|MCU)\b/

/** Whatever else it says, it lies beyond the router. */
const outThere = /\bcloud|\baws\b|\bazure\b|\bgcp\b|\bgoogle\b|\binternet\b|\bpublic\b|\bsaas\b|\bvps\b/i

interface ClearText {
  readonly connection: Connection
  /** What to write instead, where it is written. */
  readonly mended: readonly Edit[]
}

function judge(system: System, { connection, mended }: ClearText): Report {
  const { caller, callee, arrow, figures } = connection
  const [first] = mended
  const better = mended.map(({ text }) => text).join(' and ')
  return {
    at: first?.span ?? figures.tls?.span ?? arrow.operator,
    raised: true,
    // Copies of one client are one caller.
    oncePerDocument: `${sameName(caller.name)} ${sameName(callee.name)}`,
    message: `${caller.name} talks to ${callee.name} in clear text. Everybody on the path can read and change it: cookies, tokens, bodies.${refusal(connection)} Write ${better || 'tls: 1.3'}.`,
    fixes:
      mended.length > 0
        ? [{ title: `Write ${better}`, edits: mended, safe: false }]
        : [annotateArrow(system, { connection, title: 'State tls: 1.3', entries: { tls: '1.3' } })],
  }
}

/** Whoever writes HTTP on every arrow may mean the family: it is asked once, of all of them. */
function judgeMereHttp(first: ClearText, others: readonly ClearText[]): Report {
  const { caller, callee, arrow } = first.connection
  const edits = [first, ...others].flatMap(({ mended }) => mended)
  return {
    at: first.mended[0]?.span ?? arrow.operator,
    oncePerDocument: 'mere HTTP',
    // Among names of families it is one more; beside a port it is what is spoken there.
    onRequest: ![first, ...others].some(hasPort),
    message: listens.test(callee.text)
      ? `${caller.name} talks to ${callee.name} in clear text: it listens on port 80. Everybody on the path can read and change what is sent. Let it serve HTTPS on port 443, and redirect from port 80.`
      : `${caller.name} talks to ${callee.name} in clear text, unless HTTP stands for HTTPS here. Everybody on the path can read and change what is sent. Write HTTPS.`,
    related: others.map(({ connection }) => ({
      at: connection.arrow.operator,
      message: `${connection.caller.name} talks to ${connection.callee.name} over HTTP, too`,
    })),
    // The arrow alone would then contradict the box.
    fixes: listens.test(callee.text)
      ? []
      : [{ title: others.length > 0 ? 'Write HTTPS everywhere' : 'Write HTTPS', edits, safe: false }],
  }
}

/** Its own box says that it is no HTTPS. */
const listens = /\bhttp\b.{0,20}(?::|\bport:? ?)80\b(?!.*\b443\b)/is

/** On the arrow, or of what is called an HTTP server: of any other box, the port says nothing of how it is spoken to. */
const hasPort = ({ connection: { arrow, callee } }: ClearText): boolean =>
  port.test(wordingOf(arrow)) || (port.test(callee.text) && /http/i.test(callee.text))

const port = /:\d{2,5}\b|\bport \d/i

/** Clear text, as opposed to HTTPS: by a scheme or a port, or since other clients' requests are encrypted. A mere `HTTP` may name the family. */
const isChosen = ({ arrow, figures, protocols }: Connection, { connections }: System): boolean =>
  figures.tls !== undefined ||
  !protocols.includes('http') ||
  /:\/\/|\b80\b|\bplain\b/i.test(wordingOf(arrow)) ||
  connections.some(other => isClient(other.caller) && encrypted.test(wordingOf(other.arrow)))

const encrypted = /\bhttps\b|\bwss\b|\btls\b/i

const refusal = ({ protocols }: Connection): string =>
  protocols.includes('websocket') ? ' A page loaded over HTTPS may not even open it.' : ''
