// A setting with its value: `timeout 3s`, `TTL 300`, `layer 7`, `RFC 9110`, `close code 1006`.

import {
  type Amount,
  type AmountReader,
  DAY,
  DURATION,
  figureText,
  millisecondsIn,
  phrase,
  timeText,
  YEAR,
} from './amount'
import { HIGHEST_PORT, noPort } from './endpoints'

const SETTING = `((?:connect(?:ion)?|read|write|idle|request|keep-?alive|total|client|server|upstream|call|visibility)? ?(?:time-?out|deadline|keep-?alive)|dns ttl|cache ttl|ttl|max-age|back-?off|retry-after|poll(?:ing)?(?: interval)?|heartbeat|ping|rtt|round[ -]trip(?: time)?|rto|rpo)`

export const settingReaders: readonly AmountReader[] = [
  {
    pattern: phrase(`${SETTING}(?: of| every|:|=)? ?${DURATION}`),
    read: ([, name, n, unit]) => setting(name, millisecondsIn(n, unit)),
  },
  {
    pattern: phrase(`${DURATION} ${SETTING}`),
    read: ([, n, unit, name]) => setting(name, millisecondsIn(n, unit)),
  },
  {
    pattern: phrase('(dns ttl|cache ttl|ttl|max-age|retry-after)(?: of|:|=)? ?(\\d{1,9})'),
    read: ([, name, n]) => setting(name, Number(n) * 1000),
  },
  {
    pattern: phrase(
      '(?:websocket |ws )?(?:clos(?:e|ed|ing) )?(?:with )?(?:code )?(10(?:0[0-3]|0[5-9]|1[0-5]))(?: [a-z ]{3,20})?',
    ),
    read: ([, code]) => closeCode(code),
  },
  {
    pattern: phrase('(?:websocket |ws )?(?:clos(?:e|ed|ing) )?(?:with )?(?:code )?(4\\d{3})'),
    read: ([, code]) => ({
      computed: `**${code}** as a WebSocket close code is the application’s own (4000–4999): its documentation says what it means.`,
      entry: 'websocket',
    }),
  },
  {
    pattern: phrase('\\/(\\d{1,3})(?: (?:network|subnet|block|prefix))?'),
    read: ([, bits]) => prefix(Number(bits)),
  },
  {
    pattern: phrase('(3600|86400|604800|2592000|31536000)'),
    read: ([, seconds]) => lifetime(Number(seconds)),
  },
  {
    pattern: phrase('(?:port )?(\\d{5,6})'),
    read: ([, port = '']) => (Number(port) > HIGHEST_PORT + 1 ? noPort(port) : undefined),
  },
  { pattern: phrase('65,?53[56](?: ports?)?'), read: () => allPorts },
  {
    pattern: phrase(
      '(\\d{1,2})(?: ?x| times)?[ -](?:re-?tries|retry)|re-?(?:tries|try)(?: up to)? ?[:=x×]? ?(\\d{1,2})(?: ?x| times)?',
    ),
    read: ([, before, after]) => retries(Number(before ?? after)),
  },
  { pattern: phrase('6 connections(?: per (?:origin|host|domain))?'), read: () => sixConnections },
  { pattern: phrase('(?:5|4\\.9) ?ms (?:per|\\/|each) ?1,?000 ?km'), read: () => lightInFiber },
]

/** Which explanation a setting belongs to; the last that fits the name. */
const subjects: readonly (readonly [RegExp, string])[] = [
  [/timeout|time-out/, 'timeout'],
  [/connect/, 'connect-timeout'],
  [/visibility/, 'message-queue'],
  [/idle/, 'idle-timeout'],
  [/deadline/, 'deadline-propagation'],
  [/keep-?alive/, 'keep-alive'],
  [/ttl/, 'dns-ttl'],
  [/cache|max-age/, 'cache-ttl'],
  [/back-?off/, 'backoff'],
  [/retry-after/, 'retry-after'],
  [/poll/, 'short-polling'],
  [/heartbeat|ping/, 'heartbeat'],
  [/rtt|round/, 'rtt'],
  [/^rto$/, 'rto-rpo'],
  [/^rpo$/, 'rto-rpo'],
]

function setting(name = '', ms: number): Amount | undefined {
  const entry = subjects.findLast(([pattern]) => pattern.test(name.toLowerCase()))?.[1]
  return entry === undefined || Number.isNaN(ms)
    ? undefined
    : { computed: `**${name} ${timeText(ms)}**${recovery(name, ms) ?? consequence(entry, ms)}`, entry }
}

const closeCodes: ReadonlyMap<string, string> = new Map([
  ['1000', 'normal: the purpose is fulfilled'],
  ['1001', 'going away: the server stops or the page is left'],
  ['1002', 'protocol error'],
  ['1003', 'a kind of data that the receiver does not take'],
  ['1005', 'no code was given (never sent)'],
  [
    '1006',
    'the connection was lost without a close frame (never sent): a proxy’s idle timeout, a crash, a network that went away',
  ],
  ['1007', 'a text message that is not UTF-8'],
  ['1008', 'policy: often failed authentication'],
  ['1009', 'the message is too big'],
  ['1010', 'the client needs an extension that the server did not offer'],
  ['1011', 'the server met an unexpected error'],
  ['1012', 'the service restarts; reconnect after a random pause'],
  ['1013', 'try again later: overloaded'],
  ['1014', 'bad gateway: the upstream’s answer was invalid'],
  ['1015', 'the TLS handshake failed (never sent)'],
])

function closeCode(code = ''): Amount | undefined {
  const meaning = closeCodes.get(code)
  return meaning === undefined
    ? undefined
    : { computed: `**WebSocket close code ${code}**: ${meaning}.`, entry: 'websocket' }
}

function prefix(bits: number): Amount | undefined {
  if (bits > 128) return undefined
  if (bits > 32) return longPrefix(bits)
  const count = 2 ** (32 - bits)
  const mask = [24, 16, 8, 0].map(shift => Math.floor((2 ** 32 - count) / 2 ** shift) % 256).join('.')
  return {
    computed: `**/${bits}**: ${count.toLocaleString('en-US')} IPv4 ${count === 1 ? 'address' : 'addresses'}, mask ${mask}.`,
    entry: 'cidr',
  }
}

/** No prefix of IPv4. */
const longPrefix = (bits: number): Amount => ({
  computed: `**/${bits}** is a prefix of IPv6: ${bits > 64 ? `2^${128 - bits} addresses` : bits === 64 ? 'one subnet of 2^64 addresses' : `${(2 ** (64 - bits)).toLocaleString('en-US')} subnets of /64`}.`,
  entry: 'ipv6',
})

const sixConnections: Amount = {
  computed:
    '**6 connections per origin**: what browsers open over HTTP/1.1; the seventh request waits. HTTP/2 and HTTP/3 carry all requests on one.',
  entry: 'http-1-1',
}

const lightInFiber: Amount = {
  computed:
    '**5 ms per 1,000 km** one way: light in fiber goes 200,000 km a second; there and back it is 10 ms.',
  entry: 'speed-of-light',
}

/** What an objective for disasters comes to. */
function recovery(name: string, ms: number): string | undefined {
  if (/^rto$/i.test(name))
    return `: back within ${timeText(ms)}. One such outage a year leaves ${Number((100 - (100 * ms) / YEAR).toPrecision(6))}% for the year, if nothing else happens.`
  return /^rpo$/i.test(name)
    ? `: what was written in the last ${timeText(ms)} may be lost; at 100 writes a second that is ${figureText(ms / 10)}. Copies must be made at least that often.`
    : undefined
}

/** What a value of that setting comes to. */
function consequence(entry: string, ms: number): string {
  switch (entry) {
    case 'timeout':
    case 'connect-timeout':
    case 'deadline-propagation':
      return `: while the callee hangs, 100 requests a second hold ${figureText(ms / 10)} calls, threads or connections (rate × time). Three such attempts make it ${timeText(3 * ms)} and the pauses between.`
    case 'message-queue':
      return `: a message whose worker dies comes back after ${timeText(ms)}, and so does one whose work takes longer. Make it longer than the longest job, or extend it while the job runs.`
    case 'dns-ttl':
    case 'cache-ttl':
      return `: after a change, and after a failure, caches may give the old answer for up to ${timeText(ms)}.`
    case 'short-polling':
      return `: ${figureText(DAY / ms)} requests a day and client; news is ${timeText(ms / 2)} old on average, ${timeText(ms)} at most.`
    case 'rtt':
      return `: a first HTTPS request over TLS 1.3 needs three of them, ${timeText(3 * ms)}, before the server’s own work (TCP, TLS, request); each later one on that connection ${timeText(ms)}. Light in fiber covers ${figureText(100 * ms)} km and back in that time.`
    case 'heartbeat':
      return `: ${figureText(1_000_000 / ms)} messages a second for 1,000 clients; a dead one is noticed after two or three: ${timeText(3 * ms)}. Keep it below the shortest idle timeout on the way (often 60 s).`
    case 'idle-timeout':
    case 'keep-alive':
      return `: a silent connection is closed after ${timeText(ms)}; whoever sends on it must have the shorter limit.`
    default:
      return '.'
  }
}

/** Numbers that are nearly always seconds of a lifetime. */
function lifetime(seconds: number): Amount {
  return {
    computed: `**${seconds}** as a TTL or max-age, in seconds: ${timeText(seconds * 1000)}. Caches may serve the old answer for that long after a change.`,
    entry: 'cache-ttl',
  }
}

const allPorts: Amount = {
  computed:
    '**65,535** is the highest port: 16 bits, 65,536 numbers with 0. Also the largest TCP window without scaling, in bytes.',
  entry: 'port-and-socket',
}

function retries(count: number): Amount {
  return {
    computed: `**${count} ${count === 1 ? 'retry' : 'retries'}** are ${count + 1} attempts: while everything fails, the callee gets ${count + 1} times the load; with the same at each of two layers, ${(count + 1) ** 2} times.`,
    entry: 'retry',
  }
}
