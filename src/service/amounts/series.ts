// Availabilities that are multiplied: `0.999^10`, `10 services at 99.9%`, and shares of requests that meet a slow call.

import {
  type Amount,
  type AmountReader,
  DAY,
  downtimeText,
  figureText,
  periods,
  phrase,
  timeText,
  YEAR,
} from './amount'

/** An availability: `99.9%`, also without the sign where it has decimals. */
const PERCENT = String.raw`(\d{2}(?:\.\d{1,6})? ?%|\d{2}\.\d{1,6})`

export const serialReaders: readonly AmountReader[] = [
  {
    pattern: phrase('(0\\.\\d{1,9}) ?(?:\\^|\\*\\*) ?(\\d{1,4})'),
    read: ([, p, n]) => series(Number(p), Number(n)),
  },
  {
    pattern: phrase('(\\d{2}(?:\\.\\d{1,6})?) ?% ?(?:\\^|\\*\\*?|×|x) ?(\\d{1,4})'),
    read: ([, percent, n]) => series(Number(percent) / 100, Number(n)),
  },
  {
    pattern: phrase(
      '(\\d{1,4}|two|three|four|five|six) (?:\\w+ )?(?:(?:micro)?services|dependencies|components|calls|hops|systems)(?: (?:each|with|of|at|in series))* (\\d{2}(?:\\.\\d{1,6})?) ?%(?: each| availability| available)*',
    ),
    read: ([, n = '', percent]) => series(Number(percent) / 100, countOf(n)),
  },
  {
    pattern: phrase(`${PERCENT}(?: ?(?:×|x|\\*|and|,|in series with|then) ?${PERCENT}){1,7}(?: in series)?`),
    read: ([whole]) => chain(whole),
  },
  {
    pattern: phrase(
      `(two|three|four|\\d) (?:(?:\\w+ )?(?:of |with |at |each )*${PERCENT}(?: \\w+)? in parallel|(?:replicas|copies|instances|nodes|zones|azs?|availability zones|servers|regions)(?:,| of| with| at| each)* ${PERCENT}(?: each)?|${PERCENT} (?:replicas|copies|instances|nodes|zones|servers|regions))`,
    ),
    read: ([whole, count = '', share, each, before]) =>
      parallel(whole, countOf(count), shareIn(share ?? each ?? before)),
  },
  {
    pattern: phrase(
      `(?:how (?:long|much|many (?:minutes|hours))(?: down(?: ?time)?)? (?:is|are|does|at|for|of) )?${PERCENT}(?: (?:uptime|availability|available|downtime))?(?: in (?:minutes|hours|seconds))?(?: (?:of|per|a|in a|for a|over a|each|in) ?(?:a )?|\\/| (?=\\w+ly))(year|month|week|day|dai)(?:ly)?(?: (?:of )?(?:downtime|uptime))?`,
    ),
    read: ([, share, period = '']) => downPer(shareIn(share), period),
  },
  {
    pattern: phrase(
      `(?:(?:error|downtime) budget (?:of|for)|(?:uptime|availability) (?:of|at)|(?:how (?:much|many|long)|what)(?: \\w+)? (?:down ?time |minutes |hours )?(?:is|does|of)|downtime (?:of|for|at)) ${PERCENT}(?: (?:uptime|availability|available|mean|allow|per|a|year|month))*`,
    ),
    read: ([, share]) => series(shareIn(share), 1),
  },
  {
    pattern: phrase(
      'error rate(?: of|:)? ?(\\d{1,2}(?:\\.\\d{1,6})?) ?%|(\\d{1,2}(?:\\.\\d{1,6})?) ?% (?:errors?|failures?|error rate|5xx|failed requests)',
    ),
    read: ([, before, after]) => failed(Number(before ?? after) / 100),
  },
  {
    pattern: phrase(
      '(?:1|one) (?:in|of|out of) (\\d[\\d,]{0,11})(?: (?:requests|calls|users|messages|times))?',
    ),
    read: ([, count = '']) => failed(1 / Number(count.replaceAll(',', ''))),
  },
  {
    pattern: phrase('1 ?[-−–] ?(0\\.\\d{1,9}) ?(?:\\^|\\*\\*) ?(\\d{1,6})'),
    read: ([, p, n]) => slowShare(Number(p), Number(n)),
  },
  {
    pattern: phrase(
      '(?:(?:uptime|availability|sla|slo)(?: of|:| =)? )?(\\d{2}(?:\\.\\d{1,6})?) ?%?(?: (?:uptime|availability|available|sla|slo))?',
    ),
    // With nothing beside it, it may be anything but for `99.9`.
    read: ([whole, percent]) => (/[a-z]|^99\.\d/i.test(whole) ? series(Number(percent) / 100, 1) : undefined),
  },
]

function series(share: number, count: number): Amount {
  const all = share ** count
  const each = count === 1 ? ' available:' : `: ${count} in series with ${percent(share)}% each;`
  return {
    computed: `**${percent(all)}%**${each} ${downtimeText(1 - all)}.`,
    entry: count === 1 ? 'availability' : 'serial-availability',
  }
}

function slowShare(share: number, count: number): Amount {
  return {
    computed: `**${figureText(100 * (1 - share ** count))}%** of requests meet at least one of ${count} calls that is slower than its p${percent(share)}.`,
    entry: 'tail-latency',
  }
}

const shareIn = (text = ''): number => Number.parseFloat(text) / 100

/** Never 100 for less than all. */
const percent = (share: number): string => {
  const rounded = String(Number((100 * share).toFixed(4)))
  return rounded === '100' && share < 1 ? 'over 99.9999' : rounded
}

function chain(whole: string): Amount | undefined {
  const shares = (whole.match(/\d{2}(?:\.\d{1,6})?/g) ?? []).map(each => Number(each) / 100)
  const all = shares.reduce((product, share) => product * share, 1)
  if (shares.some(share => share < 0.5)) return undefined
  return {
    computed: `**${percent(all)}%**: ${shares.map(share => `${percent(share)}%`).join(' × ')} in series; down ${timeText((1 - all) * YEAR)} a year.`,
    entry: 'serial-availability',
  }
}

const countOf = (word: string): number => counts.get(word.toLowerCase()) ?? Number(word)
const counts: ReadonlyMap<string, number> = new Map([
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['five', 5],
  ['six', 6],
])

/** The share of failures that redundant parts have in common; see the explanation of redundancy. */
const COMMON = 0.1

function parallel(whole: string, count: number, share: number): Amount {
  const [down, common] = [(1 - share) ** count, COMMON * (1 - share)]
  return {
    computed: `**${whole}**: ${percent(1 - down)}% if they failed independently; about ${percent(1 - down - common)}% when a tenth of the failures hits all at once (β = ${COMMON}).`,
    entry: 'redundancy',
  }
}

function downPer(share: number, written: string): Amount | undefined {
  const period = written.replace(/^dai$/, 'day')
  const whole = periods.get(period)
  if (whole === undefined || share < 0.5) return undefined
  return {
    computed: `**${percent(share)}%** of a ${period}${period === 'month' ? ' (30 days)' : ''}: down ${timeText((1 - share) * whole)}.`,
    entry: 'availability',
  }
}

function failed(share: number): Amount | undefined {
  if (share >= 1) return undefined
  return {
    computed: `**${percent(1 - share)}%** of requests succeed; of a million ${figureText(1e6 * share)} fail. As time it would be ${timeText(share * 30 * DAY)} in 30 days.`,
    entry: 'slo',
  }
}
