// Tokens where every log and proxy on the way writes them down.

import type { Connection, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { wordsOn } from '../fixes/reword-arrow'
import { labelSpanOf } from '../queries/places'
import { drawnWords } from '../queries/told'
import { defineRule, type Report } from '../rule'

export const tokenInUrl = defineRule({
  id: 'token-in-url',
  category: 'security',
  speaksOf: 'hazard',
  summary: 'A token or secret is sent in the URL.',
  presets: { recommended: 'warning' },
  everyDiagram: true,
  told: [
    {
      words: [
        /\b(?:access|auth|bearer|session|api)[- ]?(?:tokens?|keys?)\b|\bpasswords?\b|\bsecrets?\b|\bcredentials\b|\bjwts?\b|passwort|contraseña|令牌|密钥|トークン/i,
        /\b(?:in|as|via|through) (?:the |a |its )?(?:urls?\b|query[- ]?(?:strings?|params?|parameters?)\b)|\bin der url\b|\ben la url\b|拼在|URL ?(?:参数|パラメータ)|クエリ(?:文字列|パラメータ)/i,
      ],
      unless:
        /https?:|deprecat|public key|configur|field defines|\bnot\b|\bnever\b|n['’]t\b|\bno\b|verif|confirm|reset|magic|invit|pre-?signed|signed|one[- ]time|single[- ]use|oauth|redirect|callback|websocket|\bwss?\b|short-lived|page token|idempot|cache key|foreign|primary|\bpages?\b|nicht\b|kein|\bdeliberate|\bintentional|\b(?:server|access|proxy) logs?\b|\bhistory\b|\breferr?er|\brecommend|\bwarning\b|\bcaution\b|\bsecurity note\b|\bachtung\b|\bvorsicht\b|\bhinweis\b/i,
      message:
        'The URL contains a secret. Access logs, proxies, browser histories and error reports keep whole URLs, and whoever reads one can use the secret until it expires. Send it in the Authorization header or in the body.',
    },
  ],
  options: {},

  *check(system) {
    for (const connection of system.connections) {
      const handed = handedBack(connection)
      if (handed) yield judgeRedirect(system, connection, handed)
      const found = handed ? undefined : secretIn(connection)
      if (found === undefined || (plain.test(found) && exchangesTicket(system))) continue
      yield judge(system, connection, found)
    }
  },
})

const inQuery =
  /[?&](access_?token|auth_?token|id_?token|bearer|token|jwt|api_?key|client_?secret|password)=/i

/** Made to travel in a link: it is good for one thing, once, or for a moment. */
const once =
  /verif|confirm|reset|activat|unsubscri|invit|magic|download|upload|sign(?:ed|ature)|presign|callback|redirect|oauth|authorize|csrf|share|preview|page_?token|next_?token|sync|ticket|one[- ]time|single[- ]use|short[- ]lived|introspect|track|link|mail/i

/** By this name a ticket travels as well as what it is exchanged for. */
const plain = /^(?:auth_?)?token$/i

/** What travels is stored for seconds, or is gone once it has been looked up. */
const exchangesTicket = (system: System): boolean =>
  drawnWords(system).some(({ text }) => ticket.test(text) && goodOnce.test(text))

const ticket = /token|ticket|nonce/i

const goodOnce =
  /\bget ?(?:&|and)? ?del(?:ete)?\b|\bone[- ]time\b|\bsingle[- ]use\b|\bshort[- ]lived\b|(?<!\d)[1-9]\d? ?s(?:ec(?:ond)?s?)? (?:ttl|expiry)\b|\b(?:ttl|expires? in)\W{0,3}[1-9]\d? ?s(?:ec(?:ond)?s?)?\b|\bEX [1-9]\d?\b/i

function secretIn({ network, role, arrow }: Connection): string | undefined {
  const words = wordingOf(arrow)
  if (!network.value || role.value === 'reply' || role.value === 'delivery' || once.test(words))
    return undefined
  return inQuery.exec(words)?.[1]
}

/** Behind `?` in the address that a browser is sent to, whichever way it is drawn; behind `#` it stays in the browser. */
const returned =
  /\b([a-z][\w+.-]{0,30}):\/\/[^\s?#]{0,200}\?(?:[^\s#&]{0,200}&){0,9}?(access_?token|refresh_?token|id_?token|jwt|token(?==eyJ))=/i

const sends = /redirect|\b30[1237]\b|deep ?link|callback/i

interface Handed {
  readonly scheme: string
  readonly name: string
}

function handedBack({ arrow, from, to }: Connection): Handed | undefined {
  const words = wordingOf(arrow)
  const [, scheme, name] = returned.exec(words) ?? []
  return scheme && name && from !== to && sends.test(words) ? { scheme, name } : undefined
}

function judgeRedirect(system: System, connection: Connection, { scheme, name }: Handed): Report {
  const { from, to } = connection
  const why = /^https?$/i.test(scheme)
    ? 'Browser histories, logs and Referer headers keep whole URLs'
    : `Any program that registers ${scheme}:// may receive it, logs and histories keep it`
  return {
    at: wordsOn(system, connection, returned) ?? labelSpanOf(connection),
    oncePerDocument: true,
    message: `${from.name} hands ${name} to ${to.name} in the URL of a redirect. ${why}, and whoever has it can use it until it expires. Put a code there that is good once, and exchange it with PKCE.`,
  }
}

/** A browser lets neither a WebSocket nor an EventSource send a header. */
function remedyFor(isSocket: boolean, isStream: boolean): string {
  const ticket = 'Fetch a ticket that is good once, for a few seconds, and send that'
  if (isSocket) return `${ticket}, or send the token as the first message.`
  return isStream ? `${ticket}, or use an HttpOnly cookie.` : 'Send it in the Authorization header.'
}

/** A link in a mail has no other place for it. */
const inMail =
  /\bmagic[- ]?links?\b|\b(?:single|one)[- ](?:use|time) (?:login )?(?:tokens?|links?)\b|\btokens?\b[^.\n]{0,40}\bsingle[- ]use\b/i

function judge(system: System, connection: Connection, name: string): Report {
  const { caller, callee, protocols, arrow } = connection
  const isSocket = protocols.includes('websocket') || /\bwss?\b|web ?socket/i.test(arrow.text)
  const isStream = protocols.includes('sse') || /event ?source|\bsse\b|server-sent/i.test(arrow.text)
  return {
    at: wordsOn(system, connection, inQuery) ?? labelSpanOf(connection),
    oncePerDocument: true,
    ...(!isSocket && !isStream && { settledBy: inMail }),
    message: `${caller.name} sends ${name} to ${callee.name} in the URL. Access logs, proxies, browser histories and error reports keep whole URLs, and whoever reads one can use the token until it expires. ${remedyFor(isSocket, isStream)}`,
  }
}
