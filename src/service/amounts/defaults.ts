// Durations that somebody's default made known: whose they are, and where that is written.

import {
  type Amount,
  type AmountReader,
  DURATION,
  figureText,
  millisecondsIn,
  phrase,
  timeText,
} from './amount'
import { knownDefaults } from './known-defaults'

export const defaultReaders: readonly AmountReader[] = [
  {
    pattern: phrase(`${DURATION}(?: default| timeout| idle timeout| keep-?alive)?`),
    read: ([whole, digits, unit]) => knownAs(whole, millisecondsIn(digits, unit)),
  },
  {
    pattern: phrase('(\\d{1,5}) ?(day|week|d|w)s?'),
    read: ([whole, count, unit]) => lifetime(whole, Number(count) * (unit?.startsWith('w') ? 7 : 1)),
  },
]

/** So long nothing waits; it is kept. */
const lifetime = (whole: string, days: number): Amount => ({
  computed: `**${whole}**: ${figureText(24 * days)} h or, as a TTL, a max-age and in cookies, ${figureText(86_400 * days)} seconds.`,
  entry: 'cache-ttl',
})

function knownAs(written: string, ms: number): Amount | undefined {
  const known = knownDefaults.get(ms)
  if (!known) return undefined
  const whose = known.map(([name, source]) => `[${name}](${source})`).join(', ')
  const other = timeText(ms).replace(' ', '') === written.replace(' ', '') ? '' : ` (${timeText(ms)})`
  const [first] = known
  const entry = first?.[2]
  return {
    computed: `**${written}**${other} is by default ${whose}.`,
    ...(entry === undefined ? {} : { entry }),
  }
}
