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
import { type Default, knownDefaults } from './known-defaults'

export const defaultReaders: readonly AmountReader[] = [
  {
    pattern: phrase(`${DURATION}(?: default| timeout| idle timeout| keep-?alive)?`),
    read: ([whole, digits, unit]) => knownAs(whole, millisecondsIn(digits, unit)),
  },
  {
    pattern: phrase(
      `(?=[^\\d])([a-z@][\\w .,’'@/-]{3,60}?(?:time-?outs?|keep-?alive|heartbeat|duration|delay|period|interval|time[_-]wait))(?: (?:default|in seconds|limit))?(?: (?:of )?${DURATION})?`,
    ),
    read: ([, name]) => defaultCalled(name),
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
  const known = knownDefaults.filter(([each]) => each === ms)
  const [first] = known
  if (!first) return undefined
  const whose = known.map(linked).join(', ')
  const other = timeText(ms).replace(' ', '') === written.replace(' ', '') ? '' : ` (${timeText(ms)})`
  return told(first, `**${written}**${other} is by default ${whose}.`)
}

/** "NLB idle timeout": the defaults that are described with all of these words. */
function defaultCalled(name = ''): Amount | undefined {
  const words = wordsIn(name)
  const known = knownDefaults.filter(([, whose]) => {
    const said = wordsIn(whose)
    return words.every(word => said.includes(word))
  })
  const [first] = known
  // One word says too little, and what fits many means none of them.
  if (!first || words.length < 2 || known.length > MOST_DEFAULTS) return undefined
  return told(first, known.map(each => `**${timeText(each[0])}** by default: ${linked(each)}.`).join('\n\n'))
}

const MOST_DEFAULTS = 3

const linked = ([, whose, source]: Default): string => `[${whose}](${source})`

const told = ([, , , entry]: Default, computed: string): Amount => ({
  computed,
  ...(entry !== undefined && { entry }),
})

/** The words of a description that say something, in lower case: `AWS’s ALB` is `aws`, `alb`. */
const wordsIn = (text: string): readonly string[] =>
  (
    text
      .toLowerCase()
      .replace(/[’']s\b|[’']/g, '')
      .match(/[a-z0-9]+/g) ?? []
  )
    .map(word => word.replace(/(?<=..[^s])s$/, ''))
    .filter(
      word =>
        ![
          'the',
          'of',
          'a',
          'an',
          'in',
          'to',
          'by',
          'default',
          'aw',
          'amazon',
          'azure',
          'google',
          'gcp',
          'for',
          'is',
          'what',
          'connection',
        ].includes(word),
    )
