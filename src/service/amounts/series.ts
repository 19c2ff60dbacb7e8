// Availabilities that are multiplied: `0.999^10`, `10 services at 99.9%`, and shares of requests that meet a slow call.

import { type Amount, type AmountReader, figureText, phrase, timeText } from './amount'

export const serialReaders: readonly AmountReader[] = [
  {
    pattern: phrase('(0\\.\\d{1,9}) ?(?:\\^|\\*\\*) ?(\\d{1,4})'),
    read: ([, p, n]) => series(Number(p), Number(n)),
  },
  {
    pattern: phrase('(\\d{2}(?:\\.\\d{1,6})?) ?% ?(?:\\^|\\*\\*|×|x) ?(\\d{1,4})'),
    read: ([, percent, n]) => series(Number(percent) / 100, Number(n)),
  },
  {
    pattern: phrase(
      '(\\d{1,4}) (?:\\w+ )?(?:services|dependencies|components|calls|hops|systems)(?: (?:each|with|of|at|in series))* (\\d{2}(?:\\.\\d{1,6})?) ?%(?: each| availability| available)*',
    ),
    read: ([, n, percent]) => series(Number(percent) / 100, Number(n)),
  },
  {
    pattern: phrase('1 ?[-−–] ?(0\\.\\d{1,9}) ?(?:\\^|\\*\\*) ?(\\d{1,6})'),
    read: ([, p, n]) => slowShare(Number(p), Number(n)),
  },
  {
    pattern: phrase('(\\d{2}(?:\\.\\d{1,6})?) ?%? (?:uptime|availability|available|sla|slo)'),
    read: ([, percent]) => series(Number(percent) / 100, 1),
  },
]

function series(share: number, count: number): Amount {
  const all = share ** count
  const down = (1 - all) * 365 * 86_400_000
  const each = count === 1 ? '' : `: ${count} in series with ${percent(share)}% each`
  return {
    computed: `**${percent(all)}%**${each}; down ${timeText(down)} a year, ${timeText(down / 12)} a month, ${timeText((down * 7) / 365)} a week.`,
    entry: count === 1 ? 'availability' : 'serial-availability',
  }
}

function slowShare(share: number, count: number): Amount {
  return {
    computed: `**${figureText(100 * (1 - share ** count))}%** of requests meet at least one of ${count} calls that is slower than its p${percent(share)}.`,
    entry: 'tail-latency',
  }
}

const percent = (share: number): string => String(Number((100 * share).toFixed(4)))
