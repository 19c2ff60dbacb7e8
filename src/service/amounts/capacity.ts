// What loads and copies come to: devices that report, rows that are kept, partitions, majorities, layers of attempts.

import { amplification } from '../../math'
import {
  type Amount,
  type AmountReader,
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

const WHO =
  '(?:users|clients|devices|sensors|phones|cars|vehicles|meters|agents|browsers|drivers|players|apps|nodes)'
const WHAT =
  '(?:msgs?|messages?|requests?|reqs?|events?|readings?|updates?|calls?|records?|positions?|points?|posts?|writes?|reads?)'

export const capacityReaders: readonly AmountReader[] = [
  {
    pattern: phrase(
      `${NUMBER} ${WHO}(?: each)?(?: (?:sending|send|making|make|doing|with|reporting|posting|,))* (\\d{1,6}|one|an?) ${WHAT} ?(?:\\/|per|an?|every|each) ?(second|sec|minute|min|hour|day|s)`,
    ),
    read: ([whole, digits, scale, each = '', period = '']) =>
      reporting(whole, numberIn(digits, scale) * (/^\d/.test(each) ? Number(each) : 1), period),
  },
  {
    pattern: phrase(
      `${SIZE}(?: (?:per|each|a) ${WHAT}| ${WHAT}| each)? ?(?:×|x|\\*|,|and|times) ?${NUMBER} ?(?:${WHAT})? ?(?:\\/|per|an?|each) ?(second|sec|minute|min|hour|day|month)`,
    ),
    read: ([whole, size, sizeScale, binary, digits, scale, period = '']) =>
      volume(whole, bytesIn(size, sizeScale, binary) * numberIn(digits, scale), period),
  },
  {
    pattern: phrase(
      `${NUMBER} ?(?:rows|records|documents|items|objects|messages|events|keys|users|entries|files|images|photos)? ?(?:×|x|\\*|of|at|with|,) ?${SIZE}(?: each)?`,
    ),
    read: ([whole, digits, scale, size, sizeScale, binary]) =>
      kept(whole, numberIn(digits, scale), bytesIn(size, sizeScale, binary)),
  },
  {
    pattern: phrase(`(\\d{1,4}) partitions?(?:,| and| with| for)? (\\d{1,4}) consumers?`),
    read: ([, partitions, consumers]) => dealtOut(Number(partitions), Number(consumers)),
  },
  {
    pattern: phrase(`(\\d{1,4}) consumers?(?:,| and| with| for| on)? (\\d{1,4}) partitions?`),
    read: ([, consumers, partitions]) => dealtOut(Number(partitions), Number(consumers)),
  },
  {
    pattern: phrase(
      `(?:quorum (?:of|for|with) )?(\\d{1,2})[ -](?:nodes?|members?|replicas|servers|masters|brokers)(?: cluster)?(?: (?:quorum|majority|tolerates?|can lose|raft|etcd|consensus|failures?|how many failures))+`,
    ),
    read: ([, nodes]) => majority(Number(nodes)),
  },
  {
    pattern: phrase(`(\\d{1,2})[ -](?:of|out of)[ -](\\d{1,2})(?: (?:quorum|majority|nodes|replicas))?`),
    read: ([, needed, nodes]) => needing(Number(needed), Number(nodes)),
  },
  {
    pattern: phrase(
      `(?:max(?:imum)? )?(\\d{1,2}) (?:attempts|tries)(?: each)?(?:,| and| with| at| in| over| across)* (\\d{1,2}) (?:layers|levels|hops|tiers|services)`,
    ),
    read: ([, attempts, layers]) => layered(Number(attempts), Number(layers)),
  },
  {
    pattern: phrase(
      `(\\d{1,3}(?:\\.\\d{1,6})?) ?% of ${NUMBER} ?(requests|users|calls|messages|records|connections)?`,
    ),
    read: ([whole, percent, digits, scale, things = '']) =>
      part(whole, (Number(percent) / 100) * numberIn(digits, scale), things),
  },
  {
    pattern: phrase(
      `(?:dns )?(?:ttl (?:of )?${DURATION}|${DURATION} (?:dns )?ttl)(?: (?:during|at|after|before|and|on|with))? (?:dns )?(?:fail-?over|migration|switch)`,
    ),
    read: ([whole, digits, unit, digits2, unit2]) =>
      bled(whole, millisecondsIn(digits ?? digits2, unit ?? unit2)),
  },
]

const seconds: ReadonlyMap<string, number> = new Map([
  ['s', 1],
  ['sec', 1],
  ['second', 1],
  ['min', 60],
  ['minute', 60],
  ['hour', 3600],
  ['day', 86_400],
  ['month', 2_592_000],
])

function reporting(whole: string, count: number, period: string): Amount {
  const perSecond = count / (seconds.get(period.toLowerCase()) ?? Number.NaN)
  return {
    computed: `**${whole}**: ${figureText(perSecond)} a second if evenly spread; all in the same moment if their clocks agree: add jitter. A day makes ${figureText(perSecond * 86_400)}.`,
    entry: 'request-rate',
  }
}

function volume(whole: string, bytes: number, period: string): Amount {
  const perSecond = bytes / (seconds.get(period.toLowerCase()) ?? Number.NaN)
  return {
    computed: `**${whole}**: ${sizeText(bytes)} a ${period}, ${figureText((8 * perSecond) / 1e6)} Mbit/s on average; ${sizeText(perSecond * 86_400 * 365)} a year, times the number of copies.`,
    entry: 'bandwidth',
  }
}

const kept = (whole: string, count: number, bytes: number): Amount => ({
  computed: `**${whole}**: ${sizeText(count * bytes)}; with three copies ${sizeText(3 * count * bytes)}, and indexes commonly add a third to as much again.`,
  entry: 'sharding',
})

function dealtOut(partitions: number, consumers: number): Amount | undefined {
  if (partitions === 0 || consumers === 0) return undefined
  const idle = Math.max(0, consumers - partitions)
  const each = Math.ceil(partitions / Math.min(partitions, consumers))
  return {
    computed: `**${partitions} partitions, ${consumers} consumers**: ${idle > 0 ? `${idle} of the consumers in a group get nothing, since a partition has one reader` : `up to ${each} ${each === 1 ? 'partition' : 'partitions'} for each consumer of a group`}; ${partitions} consumers are the most that help.`,
    entry: 'consumer-group',
  }
}

function majority(nodes: number): Amount | undefined {
  if (nodes === 0) return undefined
  const needed = Math.floor(nodes / 2) + 1
  return {
    computed: `**${nodes} nodes**: a majority is ${needed}, so ${nodes - needed} may fail${nodes % 2 === 0 ? `; ${nodes - 1} nodes bear the same` : ''}.`,
    entry: 'quorum',
  }
}

function needing(needed: number, nodes: number): Amount | undefined {
  if (needed > nodes || needed === 0) return undefined
  const isMajority = 2 * needed > nodes
  return {
    computed: `**${needed} of ${nodes}**: ${nodes - needed} may fail. ${isMajority ? 'Two such groups always overlap, so a read meets the last write.' : 'Two such groups need not overlap: it is no majority, and a partition can give two of them.'}`,
    entry: 'quorum',
  }
}

function layered(attempts: number, layers: number): Amount | undefined {
  if (attempts === 0 || layers === 0) return undefined
  const calls = amplification(Array.from({ length: layers }, () => attempts))
  return {
    computed: `**${figureText(calls)} calls** at the bottom for one request while it fails: ${layers} layers with ${attempts} attempts each.`,
    entry: 'retry-layering',
  }
}

const part = (whole: string, count: number, things: string): Amount => ({
  computed: `**${whole}** = ${figureText(count)}${things === '' ? '' : ` ${things}`}.`,
  entry: 'slo',
})

const bled = (whole: string, ms: number): Amount => ({
  computed: `**${whole}**: resolvers may send clients to the failed place for up to ${timeText(ms)} after the record has changed, detection not counted; some keep it longer. On average half of that, for half of the clients.`,
  entry: 'dns-failover',
})
