// Amounts of traffic: rates, bandwidths, what is in flight, what a transfer takes.

import { bandwidthDelayBytes, inFlight, LINUX_PORTS, transferMs, transmissionMs } from '../../math'
import {
  type Amount,
  type AmountReader,
  BANDWIDTH,
  bitsPerSecondIn,
  bytesIn,
  DURATION,
  figureText,
  millisecondsIn,
  NUMBER,
  numberIn,
  phrase,
  SIZE,
  sizeText,
  timeText,
} from './amount'

const RATE = String.raw`${NUMBER} ?(?:rps|qps|tps|(?:req(?:uest)?s?|quer(?:y|ies)|messages?|msgs?|events?|calls?|writes?|reads?|transactions?)? ?(?:\/ ?s(?:ec(?:ond)?)?|(?:per|a) second))`
const TIMES = String.raw` ?(?:link |line |path |connection )?(?:×|x|\*|at|with|for|and|,|(?=delay )) ?(?:a )?(?:latency |rtt )?(?:of )?`
const OVER = String.raw` ?(?:\/|at|over|on|via|through|by) ?(?:a )?`

export const trafficReaders: readonly AmountReader[] = [
  { pattern: phrase(`(?:a )?${BANDWIDTH}(?: (?:link|connection|line|network))?`), read: bandwidth },
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
    pattern: phrase(
      `${NUMBER} (?:(?:concurrent|open|idle|persistent|simultaneous|active|connected|online|tcp|websocket|sse) ){0,3}(?:connections|sockets|websockets|clients|users|devices|subscribers)`,
    ),
    read: connections,
  },
  {
    pattern: phrase(
      `${NUMBER} (?:in flight|concurrent|connections|workers|threads)(?: ?(?:\\/|at|with|and|÷) ?)${DURATION}(?: each)?`,
    ),
    read: throughput,
  },
]

function bandwidth([whole, digits, scale]: RegExpExecArray): Amount {
  const bits = bitsPerSecondIn(digits, scale)
  const fetched = (bytes: number) => `${sizeText(bytes)} take ${timeText(transmissionMs(bytes, bits))}`
  return {
    computed: `**${whole}**: ${sizeText(bits / 8)} a second. ${fetched(1e6)}, ${fetched(1e9)} on the wire; a round trip of 100 ms keeps ${sizeText(bandwidthDelayBytes(bits, 100))} in flight.`,
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

function connections([, digits, scale]: RegExpExecArray): Amount {
  const count = numberIn(digits, scale)
  const addresses = Math.ceil(count / LINUX_PORTS)
  return {
    computed: `**${figureText(count)} connections**: as many file descriptors on the server (the usual limit of a process is 1,024), about ${sizeText(count * IDLE_CONNECTION_BYTES)} of memory while idle at 10 kB each; a proxy that opens them to one target needs ${figureText(addresses)} source ${addresses === 1 ? 'address' : 'addresses'} (${figureText(LINUX_PORTS)} ports each on Linux).`,
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
