// Amounts of reliability: nines, downtimes, pauses between attempts, tails of many calls, busy shares.

import { atLeastOneSlow, leafPercentileFor } from '../../math'
import {
  type Amount,
  type AmountReader,
  DAY,
  DURATION,
  downtimeText,
  figureText,
  millisecondsIn,
  periods,
  phrase,
  timeText,
  YEAR,
} from './amount'
import { serialReaders } from './series'

const words: readonly string[] = ['one', 'two', 'three', 'four', 'five', 'six', 'seven']

export const reliabilityReaders: readonly AmountReader[] = [
  {
    pattern: phrase(
      `(${words.join('|')}|[1-7])(?: (?:nines?|9s|9's)( and a half)?|( and a half) (?:nines?|9s|9's))(?: (?:of )?availability| uptime)?(?: (?:a|per|in a|of a) (?:year|month|week)| in (?:minutes|hours))?(?: downtime)?`,
    ),
    read: nines,
  },
  {
    pattern: phrase(
      `(?:(?:exponential )?(?:back-?off|pauses?|delays?)[: ] ?)?${DURATION}(?:,? ?(?:then |and |→ ?|-> ?)?${DURATION}){1,9}`,
    ),
    read: pauses,
  },
  {
    pattern: phrase(
      `(?:down (?:for )?)?${DURATION}(?: (?:of )?downtime)?(?: (?:a|per|\\/|each) ?(year|month|week|day))?`,
    ),
    read: downtime,
  },
  ...serialReaders,
  {
    pattern: phrase(
      `(?:exponential )?back-?off(?: from| of| starting at| base)? ${DURATION},? (?:factor|multiplier|×|x) ?(\\d(?:\\.\\d)?),?(?: with| and| for)? (\\d{1,2}) (attempts|retries|tries)`,
    ),
    read: ([, digits, unit, factor, count, sort]) =>
      grown(millisecondsIn(digits, unit), Number(factor), attemptsSaid(count, sort) - 1),
  },
  {
    pattern: phrase(
      `(\\d{1,2}) (retries|attempts|tries)(?: with)?(?:(?: exponential)? back-?off|,? doubling)(?: of| from| starting at)? ${DURATION}`,
    ),
    read: ([, count, sort, digits, unit]) =>
      grown(millisecondsIn(digits, unit), 2, attemptsSaid(count, sort) - 1),
  },
  {
    pattern: phrase(
      `(?:(\\d{1,2}) (retries|attempts|tries)|(?:re-?try|re-?tries) (\\d{1,2}) times)(?:,| with| and| using){0,3}(?: an?)?(?: (\\d(?:\\.\\d)?)x)?(?: exponential)?(?: back-?off)?(?:,| starting| start| from| at| with| base| initial){0,4} ${DURATION}(?: (?:base|initial|first|starting))?(?: (?:exponential|back-?off|delay|pause|wait)){1,3}`,
    ),
    read: ([, count, sort, times, factor = '2', digits, unit]) =>
      grown(
        millisecondsIn(digits, unit),
        Number(factor),
        attemptsSaid(count ?? times, sort ?? 'retries') - 1,
      ),
  },
  {
    pattern: phrase(
      `(?:re-?try|re-?tries) (\\d{1,2}) times,?(?: with)?(?: an?)? (\\d(?:\\.\\d)?)x (?:exponential )?back-?off,?(?: starting| start| from| at| with| of)* ${DURATION}`,
    ),
    read: ([, count, factor, digits, unit]) =>
      grown(millisecondsIn(digits, unit), Number(factor), Number(count)),
  },
  {
    pattern: phrase(
      `time-?out[ :=]+(?:of )?${DURATION}[, ]+(?:and |with )?(?:max[_ ]?)?(retries|attempts|retry)[ :=]+(\\d{1,2})(?: times)?`,
    ),
    read: ([, digits, unit, sort = '', count]) =>
      waited(millisecondsIn(digits, unit), attemptsSaid(count, sort === 'retry' ? 'retries' : sort)),
  },
  {
    pattern: phrase(
      `(?:timeout (?:of )?)?${DURATION}(?: timeout)?(?: with| and| ×| x|,)? (?:(\\d{1,2}) (retries|attempts|tries)|retry (\\d{1,2})(?: times)?)`,
    ),
    read: ([, digits, unit, count, sort, retries]) =>
      waited(millisecondsIn(digits, unit), attemptsSaid(count ?? retries, sort ?? 'retries')),
  },
  {
    pattern: phrase(
      `(\\d{1,2}) (retries|attempts|tries)(?: of| with| at|,| ×)*(?: a)? ${DURATION}(?: timeout)?(?: each)?`,
    ),
    read: ([, count, sort, digits, unit]) => waited(millisecondsIn(digits, unit), attemptsSaid(count, sort)),
  },
  {
    pattern: phrase(
      '(\\d{1,6}) (?:api |parallel )?(?:calls|requests|services|shards)(?: (?:at|with|each at))? p(\\d{2,3})',
    ),
    read: ([whole, count = '', percentile = '']) => tail(whole, percentile, count),
  },
  {
    pattern: phrase(
      '(?:p(\\d{2,3}(?:\\.\\d{1,2})?)|(?=9)(?:(\\d{2})th percentile)) (?:of|across|over|with|in|for) (\\d{1,6}) (?:parallel |concurrent )?(?:calls|requests|backends|services|shards|leaves)',
    ),
    read: ([whole, percentile, ordinal = '', count = '']) => tail(whole, percentile ?? ordinal, count),
  },
  {
    pattern: phrase('fan-?out(?: of| to|:)? (\\d{1,6})(?: (?:calls|services|shards|backends))?'),
    read: ([whole, count = '']) => tail(whole, '99', count),
  },
  {
    pattern: phrase('(\\d{1,2}(?:\\.\\d{1,2})?) ?%(?: (busy|utili[sz]ed|utili[sz]ation|load|cpu))?'),
    read: share,
  },
  {
    pattern: phrase(
      '(\\d{1,2}(?:\\.\\d{1,2})?) ?%(?: of)? (?:cdn |redis )?(?:cache )?(?:hit(?:[ -]?(?:ratio|rate))?|hits)',
    ),
    read: ([, digits]) => missed(Number(digits) / 100),
  },
]

/** The first call counts where attempts or tries are named. */
const attemptsSaid = (count: string | undefined, sort: string | undefined): number =>
  Number(count) + (sort === 'retries' ? 1 : 0)

function nines([, count = '', after, before]: RegExpExecArray): Amount | undefined {
  const known = words.indexOf(count.toLowerCase())
  const nines = known < 0 ? Number(count) : known + 1
  const down = ((after ?? before) === undefined ? 1 : 0.5) * 10 ** -nines
  const percent = Number((100 - 100 * down).toFixed(7))
  return { computed: `**${percent}%** available: ${downtimeText(down)}.`, entry: 'availability' }
}

const MONTH = 30 * DAY
const WEEK = 7 * DAY

/** The downtimes that whole and half nines leave, which people quote: 8.76 h a year, 43.2 min in 30 days. */
function downtime([, digits, unit, period]: RegExpExecArray): Amount | undefined {
  const ms = millisecondsIn(digits, unit)
  const over = period === undefined ? quotedFor(ms, digits ?? '') : periods.get(period)
  if (over === undefined) return undefined
  const availability = quotedShare(ms / over)
  if (availability < 0) return undefined
  return {
    computed: `**${timeText(ms)}** of downtime ${periodNames.get(over)} leaves ${Number(availability.toPrecision(6))}% availability.`,
    entry: 'availability',
  }
}

const periodNames: ReadonlyMap<number, string> = new Map([
  [YEAR, 'a year'],
  [YEAR / 12, 'a month (a twelfth of a year)'],
  [MONTH, 'in 30 days'],
  [WEEK, 'a week'],
  [DAY, 'a day'],
])

const quotedShares = [1e-1, 5e-2, 1e-2, 5e-3, 1e-3, 5e-4, 1e-4, 5e-5, 1e-5, 1e-6]

/** In percent; the share that people quote where this is it, rounded. */
function quotedShare(down: number): number {
  const share = quotedShares.find(each => Math.abs(down / each - 1) < 0.02) ?? down
  return 100 * (1 - share)
}

/** The period for which this is a downtime that people quote; months of 30 days and of a twelfth of a year. */
function quotedFor(ms: number, digits: string): number | undefined {
  const decimals = digits.split('.')[1]?.length ?? 0
  // "5 min" is a duration like any other; "5.26 min" and "4.4 min" are somebody's table of nines, rounded.
  if (ms < 1000 || decimals === 0) return undefined
  const rounding = Math.max(0.004, (0.5 * 10 ** -decimals) / Number(digits))
  const isQuoted = (period: number) =>
    quotedShares.some(share => Math.abs(ms / (share * period) - 1) < rounding)
  return [YEAR, MONTH, YEAR / 12, WEEK].find(isQuoted)
}

/** Pauses between attempts: their sum, and how they grow. */
function pauses([whole]: RegExpExecArray): Amount {
  const each = [...whole.matchAll(durations)].map(([, digits, unit]) => millisecondsIn(digits, unit))
  const [first = 0, second = 0] = each
  const factor = second / first
  const grows = each.every((ms, at) => at === 0 || Math.abs(ms / (each[at - 1] ?? 1) - factor) < 0.01)
  const growth = !grows
    ? ''
    : factor === 1
      ? ', always the same'
      : `, each ${figureText(factor)} times the last`
  return {
    computed: `**${each.length} pauses**${growth}: ${timeText(each.reduce((sum, ms) => sum + ms, 0))} altogether, for ${each.length + 1} attempts. Without jitter all clients come back together.`,
    entry: 'backoff',
  }
}

/** How long a caller waits at worst. */
function waited(ms: number, count: number): Amount {
  return {
    computed: `**${timeText(ms * count)}** at worst: ${count} attempts of ${timeText(ms)} each, and the pauses between. Whoever waits above needs a longer timeout, and the callee gets ${count} times the load while it hangs.`,
    entry: 'deadline-propagation',
  }
}

/** The pauses of an exponential backoff and what they come to. */
function grown(first: number, factor: number, count: number): Amount {
  const pauses = Array.from({ length: count }, (_, at) => first * factor ** at)
  const told = pauses.slice(0, 8).map(timeText).join(', ')
  return {
    computed: `**${count} pauses**: ${told}${count > 8 ? ' …' : ''}; ${timeText(pauses.reduce((sum, ms) => sum + ms, 0))} altogether, besides the attempts themselves. With full jitter half of that on average.`,
    entry: 'backoff',
  }
}

function tail(_: string, digits: string, count: string): Amount {
  const percentile = digits === '999' ? 0.999 : Number(digits) / 100
  const calls = Number(count)
  const share = 100 * atLeastOneSlow(calls, percentile)
  const needed = 100 * leafPercentileFor(calls, percentile)
  return {
    computed: `**${figureText(share)}%** of requests meet at least one call slower than its p${digits} (1 − ${percentile}^${calls}). For the whole to have that p${digits}, each call needs it at p${Number(needed.toPrecision(6))}.`,
    entry: 'tail-latency',
  }
}

/** A share with nothing beside it: what it would be of time, and of a server. */
function share([, digits, word]: RegExpExecArray): Amount | undefined {
  const busy = Number(digits) / 100
  if (busy === 0 || (busy >= 0.9 && word === undefined)) return undefined
  return busy < LEAST_BUSY && word === undefined
    ? failing(busy)
    : {
        computed: `**${digits}%** busy: requests wait ${figureText(busy / (1 - busy))} service times on average (M/M/1, ρ/(1 − ρ)); at 80% it is 4, at 90% 9. As an availability it would be ${downtimeText(1 - busy)}.`,
        entry: 'littles-law',
      }
}

/** What a cache lets through. */
const missed = (hits: number): Amount => ({
  computed: `**${figureText(100 * hits)}%** hits: ${figureText(100 * (1 - hits))}% of the reads still reach the origin, one in ${figureText(1 / (1 - hits))}. Without the cache it gets ${figureText(1 / (1 - hits))} times as many.`,
  entry: 'cache-hit-ratio',
})

/** Below that a bare share is of requests, an error rate as a rule: nobody speaks of a server that is 1% busy. */
const LEAST_BUSY = 0.05

const failing = (share: number): Amount => ({
  computed: `**${figureText(100 * share)}%** is one in ${figureText(1 / share)}: ${figureText(1e6 * share)} of a million requests. As an error rate it leaves ${Number((100 - 100 * share).toFixed(4))}%, as an availability of that much ${downtimeText(share)}.`,
  entry: 'slo',
})

const durations = new RegExp(DURATION, 'gi')
