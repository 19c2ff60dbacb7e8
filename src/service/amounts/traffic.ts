// Amounts of traffic: rates, bandwidths, what is in flight, what a transfer takes.

import { quantityAt } from '../../knowledge'
import { bandwidthDelayBytes, inFlight, LINUX_PORTS, transferMs, transmissionMs } from '../../math'
import {
  type Amount,
  type AmountReader,
  BANDWIDTH,
  bitsPerSecondIn,
  bytesIn,
  DURATION,
  figureText,
  isInBytes,
  millisecondsIn,
  NUMBER,
  numberIn,
  phrase,
  SIZE,
  sizeText,
  timeText,
} from './amount'

const RATE = String.raw`${NUMBER} ?(?:rps|qps|tps|(?:req(?:uest)?s?|quer(?:y|ies)|messages?|msgs?|events?|calls?|writes?|reads?|transactions?)? ?(?:\/ ?s(?:ec(?:ond)?)?|(?:per|a) second))`
const TIMES = String.raw` ?(?:link |line |path |connection )?(?:×|x|\*|@|at|with|for|and|,|(?=delay )|(?<=\w )(?=\d)) ?(?:a )?(?:latency |rtt )?(?:of )?`
const OVER = String.raw`(?: (?:file|upload|download|transfer(?: time)?))? ?(?:\/|@|at|over|on|via|through|by|(?<= )) ?(?:a )?`

const THINGS =
  '(?:requests?|reqs?|messages?|events?|orders|writes|reads|queries|calls|transactions|jobs|emails?|notifications|posts|tweets|payments|uploads|logins|records|rows|hits|views|page views|invocations|photos)'

export const trafficReaders: readonly AmountReader[] = [
  {
    pattern: phrase(
      `(?:a )?${BANDWIDTH}(?: (?:link|connection|line|network|nic|uplink|ethernet|network card)| (?:to|in) [a-z]{1,9}(?:\\/s|ps)?)?`,
    ),
    read: bandwidth,
  },
  {
    pattern: phrase(`${SIZE} ?(?:\\/|per|a|each|every) ?(day|month|week|hour)`),
    read: ([whole, digits, scale, binary, period = '']) =>
      average(whole, bytesIn(digits, scale, binary), period),
  },
  {
    pattern: phrase(
      `(?:(?:rate ?limit|quota|limit)(?: of|:|=)? )?${NUMBER} ?(?:${THINGS} ?)?(?:\\/|(?<= )(?:per|a|each|every)) ?(day|month|week|hour|minute|min|hr?)`,
    ),
    read: ([whole, digits, scale, period = '']) => spread(whole, numberIn(digits, scale), period),
  },
  {
    pattern: phrase(
      `${NUMBER} (?:daily |active |daily active )*(?:users|clients|devices|customers|dau)(?:,|;| (?:x|×|with|and|each|making|doing|sending))* ${NUMBER} (?:${THINGS} )?(?:\\/|per|a|each) ?(?:user )?(?:per )?(day|hour|minute)`,
    ),
    read: ([whole, users, usersScale, digits, scale, period = '']) =>
      spread(whole, numberIn(users, usersScale) * numberIn(digits, scale), period),
  },
  {
    pattern: phrase(`(?:bandwidth )?${BANDWIDTH}${TIMES}(?:delay )?${DURATION}(?: rtt| latency| delay)?`),
    read: delayProduct,
  },
  {
    pattern: phrase(`${DURATION}(?: rtt| latency)?${TIMES}${BANDWIDTH}`),
    read: ([whole, amount, unit, digits, scale]) => delayProduct([whole, digits, scale, amount, unit]),
  },
  { pattern: phrase(`${SIZE}${OVER}${BANDWIDTH}(?: link)?`), read: transfer },
  { pattern: phrase(`${RATE}${TIMES}${DURATION}(?: each| latency)?`), read: concurrency },
  {
    pattern: phrase(
      `${RATE}(?:,| and| with| at|;)? ?${NUMBER} (?:in flight|concurrent(?: requests| calls)?|workers|threads|connections)`,
    ),
    read: ([, digits, scale, places, placesScale]) =>
      time(numberIn(digits, scale), numberIn(places, placesScale)),
  },
  { pattern: phrase(RATE), read: rate },
  {
    pattern: phrase(`${SIZE}${TIMES}${RATE}`),
    read: ([whole, digits, scale, binary, rate, rateScale]) =>
      volume(whole, bytesIn(digits, scale, binary) * numberIn(rate, rateScale)),
  },
  {
    pattern: phrase(`${SIZE} (?:in|within|every) ${DURATION}`),
    read: ([whole, digits, scale, binary, amount, unit]) =>
      volume(whole, (1000 * bytesIn(digits, scale, binary)) / millisecondsIn(amount, unit)),
  },
  {
    pattern: phrase(`${NUMBER} ?rpm|${NUMBER} requests per min`),
    read: ([whole, digits, scale]) => spread(whole, numberIn(digits, scale), 'minute'),
  },
  {
    pattern: phrase(`${RATE} ?(?:\\/|per|each|a) ?(?:user|client|device|tenant|ip|key|customer)`),
    read: ([whole, digits, scale]) => forEach(whole, numberIn(digits, scale)),
  },
  {
    pattern: phrase(`${NUMBER} ?(?:dau|mau|(daily|monthly)(?: active)? users)`),
    read: ([whole, digits, scale]) => activeUsers(whole, numberIn(digits, scale)),
  },
  {
    pattern: phrase(
      `${SIZE} (?:of )?(?:payload|body|file|image|photo|video|response|request|message|page|bundle|upload|download|object|packet|record|document|chunk|row|blob|asset|html|json)s?(?: size)?`,
    ),
    read: ([whole]) => sized(whole.replace(/(?<=B|bytes?) .*$/i, '')),
  },
  {
    pattern: phrase(
      `${NUMBER} (?:users|clients|devices|browsers|agents|sensors|pods|tabs)(?: (?:that|each|all|are))* ?(?:poll(?:ing|s)?|ping(?:s|ing)?|heart-?beats?|report(?:ing|s)?|send(?:ing|s)?|asking|ask)?(?: (?:data|each|once|a message))*(?: every)? ?${DURATION}`,
    ),
    read: ([whole, digits, scale, each, unit]) =>
      regularly(whole, numberIn(digits, scale), millisecondsIn(each, unit)),
  },
  {
    pattern: phrase(
      `${SIZE} (?:tcp )?(?:receive )?window(?: size)?(?:(?: at| over| with| and)? ${DURATION}(?: rtt| latency)?)?`,
    ),
    read: ([whole, digits, scale, binary, amount, unit]) =>
      amount === undefined
        ? windowed(`${whole} over 100 ms`, bytesIn(digits, scale, binary), 100)
        : windowed(whole, bytesIn(digits, scale, binary), millisecondsIn(amount, unit)),
  },
  {
    pattern: phrase(
      `(\\d{1,3}) (?:rtts?|round[ -]trips?)(?: (?:at|of|with|×|x))? ${DURATION}(?: each| rtt)?`,
    ),
    read: ([, count, digits, unit]) => trips(Number(count), millisecondsIn(digits, unit)),
  },
  {
    pattern: phrase(`${DURATION}(?: rtt)?(?:,| ×| x| and| with)? (\\d{1,3}) (?:rtts?|round[ -]trips?|hops)`),
    read: ([, digits, unit, count]) => trips(Number(count), millisecondsIn(digits, unit)),
  },
  {
    pattern: phrase(
      `${NUMBER} (?:(?:concurrent|open|idle|persistent|simultaneous|active|connected|online|tcp|websocket|sse) ){0,3}(connections|sockets|websockets|clients|users|devices|subscribers)`,
    ),
    read: connections,
  },
  {
    pattern: phrase(
      `(?:pool of |with )?${NUMBER} (?:in flight|concurrent|connections|workers|threads|slots)(?: ?(?:\\/|at|with|and|÷|,|(?<= )) ?)${DURATION}(?: each| per call| queries)?`,
    ),
    read: throughput,
  },
]

function bandwidth([whole, digits, unit]: RegExpExecArray): Amount {
  const bits = bitsPerSecondIn(digits, unit)
  const fetched = (bytes: number) => `${sizeText(bytes)} takes ${timeText(transmissionMs(bytes, bits))}`
  const other = isInBytes(unit ?? '') ? `${figureText(bits / 1e6)} Mbit/s` : `${sizeText(bits / 8)} a second`
  return {
    computed: `**${whole}**: ${other}. ${fetched(1e6)}, ${fetched(1e9)} on the wire; a round trip of 100 ms keeps ${sizeText(bandwidthDelayBytes(bits, 100))} in flight.`,
    entry: 'bandwidth',
  }
}

function delayProduct([, digits, scale, amount, unit]: readonly (string | undefined)[]): Amount {
  const [bits, ms] = [bitsPerSecondIn(digits, scale), millisecondsIn(amount, unit)]
  return {
    computed: `**${sizeText(bandwidthDelayBytes(bits, ms))}** in flight fill that path (bandwidth × round trip). A smaller window leaves it idle: 64 KiB at ${timeText(ms)} carry ${figureText((65_536 * 8) / ms / 1000)} Mbit/s.`,
    entry: 'bandwidth-delay-product',
  }
}

function transfer([whole, digits, scale, binary, speed, speedScale]: RegExpExecArray): Amount {
  const [bytes, bitsPerSecond] = [bytesIn(digits, scale, binary), bitsPerSecondIn(speed, speedScale)]
  return {
    computed: `**${whole}**: ${timeText(transmissionMs(bytes, bitsPerSecond))} on the wire. A new TCP connection over 100 ms needs ${timeText(transferMs(bytes, { bitsPerSecond, roundTripMs: 100 }))}, slow start included.`,
    entry: 'bandwidth',
  }
}

function concurrency([, digits, scale, amount, unit]: RegExpExecArray): Amount {
  const [perSecond, ms] = [numberIn(digits, scale), millisecondsIn(amount, unit)]
  return {
    computed: `**${figureText(inFlight(perSecond, ms))} in flight** on average (Little’s law: rate × time). A pool needs that many places at least; to wait little, about a third more.`,
    entry: 'littles-law',
  }
}

function throughput([, digits, scale, amount, unit]: RegExpExecArray): Amount {
  const [places, ms] = [numberIn(digits, scale), millisecondsIn(amount, unit)]
  return {
    computed: `**${figureText((places * 1000) / ms)}/s** at the most (Little’s law: in flight ÷ time).`,
    entry: 'littles-law',
  }
}

function rate([, digits, scale]: RegExpExecArray): Amount {
  const perSecond = numberIn(digits, scale)
  return {
    computed: `**${figureText(perSecond)}/s**: ${figureText(perSecond * 86_400)} a day, one every ${timeText(1000 / perSecond)}; at 100 ms each ${figureText(Math.max(1, Math.ceil(perSecond / 10)))} in flight (Little’s law).`,
    entry: 'littles-law',
  }
}

/** Kernel buffers of an idle TCP connection start at about 4 KB; TLS state and the application's own come on top. */
const IDLE_CONNECTION_BYTES = 10_000

function connections([, digits, scale, things = '']: RegExpExecArray): Amount {
  const count = numberIn(digits, scale)
  const addresses = Math.ceil(count / LINUX_PORTS)
  return {
    computed: `**${figureText(count)} ${things}**${/sockets|connections/i.test(things) ? '' : ', each with one connection open'}: one file descriptor each on the server (the usual limit of a process is 1,024), about ${sizeText(count * IDLE_CONNECTION_BYTES)} of memory while idle at 10 kB each; a proxy that opens them to one target needs ${figureText(addresses)} source ${addresses === 1 ? 'address' : 'addresses'} (${figureText(LINUX_PORTS)} ports each on Linux).`,
    entry: 'file-descriptors',
  }
}

/** Little's law, solved for the time. */
function time(perSecond: number, places: number): Amount {
  return {
    computed: `**${timeText((1000 * places) / perSecond)}** each on average, the wait included (Little’s law: in flight ÷ rate).`,
    entry: 'littles-law',
  }
}

const seconds: ReadonlyMap<string, number> = new Map([
  ['minute', 60],
  ['min', 60],
  ['hour', 3600],
  ['hr', 3600],
  ['h', 3600],
  ['day', 86_400],
  ['week', 604_800],
  ['month', 2_592_000],
])

/** How much traffic usually exceeds its average at the busiest time of the day. */
const PEAK = 3

/** So many in a period, as a rate. */
function spread(whole: string, count: number, period: string): Amount | undefined {
  const perSecond = count / (seconds.get(period) ?? Number.NaN)
  if (!Number.isFinite(perSecond)) return undefined
  return {
    computed: `**${whole}**: ${figureText(perSecond)} a second on average; plan for a peak of about ${figureText(PEAK * perSecond)} (${PEAK} times) or what you measured.`,
    // So many a minute is a quota more often than a load.
    entry: period.startsWith('min') ? 'rate-limiting' : 'request-rate',
  }
}

/** Bytes a second that something makes, as a bandwidth. */
const volume = (whole: string, bytesPerSecond: number): Amount => ({
  computed: `**${whole}**: ${sizeText(bytesPerSecond)} a second, ${figureText((8 * bytesPerSecond) / 1e6)} Mbit/s without headers.`,
  entry: 'bandwidth',
})

/** A rate that each of many has. */
const forEach = (whole: string, perSecond: number): Amount => ({
  computed: `**${whole}**: 1,000 of them make ${figureText(1000 * perSecond)} a second, a million ${figureText(1e6 * perSecond)}. As a limit it needs a counter for each of them.`,
  entry: 'rate-limiting',
})

/** What users of a day or month come to, as no number of requests is stated. */
function activeUsers(whole: string, count: number): Amount {
  const days = /m(?:au|onthly)/i.test(whole) ? 30 : 1
  const perSecond = (10 * count) / days / 86_400
  return {
    computed: `**${whole}**: at 10 requests ${days === 1 ? 'a day' : 'a month'} each ${figureText(perSecond)} a second on average, about ${figureText(PEAK * perSecond)} at the peak. Multiply by what your users really send.`,
    entry: 'request-rate',
  }
}

/** A size with what has it. */
function sized(size: string): Amount | undefined {
  const quantity = quantityAt(size, 0)
  return quantity && { computed: quantity.markdown, entry: 'bandwidth' }
}

/** So many bytes in a period, as a bandwidth. */
function average(whole: string, bytes: number, period: string): Amount | undefined {
  const bits = (8 * bytes) / (seconds.get(period) ?? Number.NaN)
  if (!Number.isFinite(bits)) return undefined
  return {
    computed: `**${whole}**: ${figureText(bits / 1e6)} Mbit/s on average; at the peak about ${PEAK} times that.`,
    entry: 'bandwidth',
  }
}

function trips(count: number, ms: number): Amount {
  return {
    computed: `**${count} round trips** of ${timeText(ms)} take ${timeText(count * ms)}, whatever the bandwidth. A new connection has 1 for TCP, 1 for TLS 1.3 (2 for 1.2) and 1 for the request.`,
    entry: 'round-trips-to-first-byte',
  }
}

/** So many that each say something at an interval. */
function regularly(whole: string, count: number, intervalMs: number): Amount {
  return {
    computed: `**${whole}**: ${figureText((1000 * count) / intervalMs)} requests a second, evenly spread; all in the same second if they started together: add jitter.`,
    entry: 'short-polling',
  }
}

/** What one connection carries with a window of that size. */
function windowed(whole: string, bytes: number, ms: number): Amount {
  return {
    computed: `**${whole}**: ${figureText((8 * bytes) / ms / 1000)} Mbit/s at the most on one connection (window ÷ round trip), whatever the link.`,
    entry: 'bandwidth-delay-product',
  }
}
