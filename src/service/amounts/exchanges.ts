// What exchanges over a distance take: handshakes, hops, transfers with a round trip, calls in a row.

import { transferMs, transmissionMs } from '../../math'
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
  timeText,
} from './amount'

const DISTANCE = `(?: (?:at|over|with|for|on|and))?(?: an?)?(?: rtt(?: of)?)? ?${DURATION}(?: (?:rtt|latency|round[ -]trips?|delay))?`

export const exchangeReaders: readonly AmountReader[] = [
  {
    pattern: phrase(
      `(?:(?:transfer|send|download|upload|fetch) )?${SIZE}(?: file)?(?: (?:at|over|on|via))? ${BANDWIDTH},?${DISTANCE}`,
    ),
    read: ([whole, digits, scale, binary, speed, unit, trip, tripUnit]) =>
      transfer(whole, bytesIn(digits, scale, binary), {
        bitsPerSecond: bitsPerSecondIn(speed, unit),
        roundTripMs: millisecondsIn(trip, tripUnit),
      }),
  },
  {
    pattern: phrase(
      `(?:(?:cold|new|first|full|fresh) )?(tls ?1\\.2|tls ?1\\.3|tls|https|http\\/3|quic|tcp|wss)(?: (?:connection|handshake|request|connect|setup|over tcp))*${DISTANCE}`,
    ),
    read: ([whole, protocol = '', trip, unit]) => opened(whole, protocol, millisecondsIn(trip, unit)),
  },
  {
    pattern: phrase(
      `(\\d{1,3}) (?:network |sequential )?hops?(?: (?:at|of|with|×|x))?(?: about)? ${DURATION}(?: each)?`,
    ),
    read: ([, count, digits, unit]) => inARow(Number(count), millisecondsIn(digits, unit), 'hops'),
  },
  {
    pattern: phrase(
      `(\\d{1,4}) (?:sequential|serial|consecutive) (?:calls|requests|queries)(?: (?:at|of|with|×|x))?(?: about)? ${DURATION}(?: each)?`,
    ),
    read: ([, count, digits, unit]) => inARow(Number(count), millisecondsIn(digits, unit), 'calls in a row'),
  },
  {
    pattern: phrase(
      `p(\\d{2,3}) of (\\d{1,4}) (?:sequential|serial|chained|consecutive) (?:calls|requests|services|hops)`,
    ),
    read: ([whole, percentile = '', count]) => sequentialTail(whole, percentile, Number(count)),
  },
  {
    pattern: phrase(`(\\d{1,3}) ?fps(?:,| (?:at|with|and|over))? ${BANDWIDTH}`),
    read: ([whole, frames, speed, unit]) => framed(whole, Number(frames), bitsPerSecondIn(speed, unit)),
  },
  {
    pattern: phrase(
      `${DURATION} (?:latency |time-?out )?budget (?:over|across|for|with|in) (\\d{1,3}) (?:hops|calls|services|steps|layers)`,
    ),
    read: ([whole, digits, unit, count]) => divided(whole, millisecondsIn(digits, unit), Number(count)),
  },
  {
    pattern: phrase(`${DURATION} ?(?:×|x|\\*) ?2 ?(?:\\^|\\*\\*) ?(\\d{1,2})`),
    read: ([whole, digits, unit, exponent]) => doubled(whole, millisecondsIn(digits, unit), Number(exponent)),
  },
  {
    pattern: phrase(`${NUMBER} (?:connections|workers|threads|slots|places) ?(?:×|x|\\*) ?${DURATION}`),
    read: ([whole, digits, scale, amount, unit]) =>
      capacity(whole, numberIn(digits, scale), millisecondsIn(amount, unit)),
  },
]

function transfer(
  whole: string,
  bytes: number,
  path: { bitsPerSecond: number; roundTripMs: number },
): Amount {
  const wire = transmissionMs(bytes, path.bitsPerSecond)
  const open = transferMs(bytes, path)
  return {
    computed: `**${whole}**: ${timeText(wire)} on the wire; about ${timeText(open)} on an open TCP connection, slow start included, and ${timeText(open + 2 * path.roundTripMs)} on a new one with TLS 1.3.`,
    entry: 'slow-start',
  }
}

/** Round trips before the request: of the transport, then of the encryption. */
const handshakes: readonly (readonly [pattern: RegExp, transport: number, tls: number, said: string])[] = [
  [/^tls ?1\.2/, 1, 2, 'TCP 1, TLS 1.2 2'],
  [/^(?:http\/3|quic)/, 1, 0, 'QUIC 1, TLS 1.3 within'],
  [/^tcp/, 1, 0, 'TCP 1'],
  [/^/, 1, 1, 'TCP 1, TLS 1.3 1'],
]

function opened(whole: string, protocol: string, roundTripMs: number): Amount | undefined {
  const [, transport, tls, said] = handshakes.find(([pattern]) => pattern.test(protocol.toLowerCase()))!
  const before = (transport + tls) * roundTripMs
  return {
    computed: `**${whole}**: ${timeText(before)} before the request can be sent (round trips: ${said}), ${timeText(before + roundTripMs)} until the first byte of the answer, plus the server’s time and a DNS lookup if the name isn’t cached. On an open connection ${timeText(roundTripMs)}.`,
    entry: 'round-trips-to-first-byte',
  }
}

const inARow = (count: number, ms: number, things: string): Amount => ({
  computed: `**${figureText(count)} ${things}** of ${timeText(ms)} take ${timeText(count * ms)} together, if none waits for anything else.`,
  entry: 'latency-components',
})

/** Calls in a row rarely are all slow: what is certain is how often at least one is. */
function sequentialTail(whole: string, percentile: string, count: number): Amount | undefined {
  const share =
    Number(percentile.length > 2 ? `${percentile.slice(0, 2)}.${percentile.slice(2)}` : percentile) / 100
  const slow = 1 - share ** count
  return {
    computed: `**${whole}**: their times add up, and ${figureText(100 * slow)}% of requests meet at least one call slower than its p${percentile} (1 − ${share}^${count}). The sum’s p${percentile} is less than ${count} times one call’s: they are rarely slow together.`,
    entry: 'percentile',
  }
}

const framed = (whole: string, frames: number, bitsPerSecond: number): Amount | undefined =>
  frames === 0
    ? undefined
    : {
        computed: `**${whole}**: a frame every ${timeText(1000 / frames)}, ${figureText(bitsPerSecond / 8000 / frames)} kB on average; an hour takes ${figureText((bitsPerSecond * 3600) / 8e9)} GB.`,
        entry: 'media-transport',
      }

const divided = (whole: string, ms: number, steps: number): Amount | undefined =>
  steps === 0
    ? undefined
    : {
        computed: `**${whole}**: ${timeText(ms / steps)} each if they come one after the other, networks and retries included. If each calls the next, a caller’s timeout must exceed what it waits for: ${timeText(ms)} at the edge, less at every step below.`,
        entry: 'deadline-propagation',
      }

const doubled = (whole: string, ms: number, exponent: number): Amount => ({
  computed: `**${whole}** = ${timeText(ms * 2 ** exponent)}: the pause of exponential backoff before retry ${exponent + 1}, without a cap; all before and with it wait ${timeText(ms * (2 ** (exponent + 1) - 1))}.`,
  entry: 'backoff',
})

const capacity = (whole: string, places: number, ms: number): Amount | undefined =>
  ms === 0
    ? undefined
    : {
        computed: `**${whole}**: ${figureText((places * 1000) / ms)}/s at the most (Little’s law: in flight ÷ time).`,
        entry: 'littles-law',
      }
