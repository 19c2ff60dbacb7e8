// Percentages with a name in a label: availability, hit ratio, a share of the traffic.

import type { LabelAttribute } from './label-reading'
import { indexed, namedFigures, segmentAround } from './named-figures'
import { type LabelWord, labelWords } from './words'

/** What each percentage means, where the words beside it tell; alone on an arrow it is a share of the calls. */
export function sharesIn(written: readonly LabelWord[], place: 'arrow' | 'node'): LabelAttribute[] {
  const words = written.map((word, index) => promisedShare(word, written[index - 1], written[index - 2]))
  const named = namedFigures(words, names, { kind: 'percent' })
  const found = named.flatMap(({ name, figure, start, end }) => {
    const key = name[place]
    const value = name.opposite ? restOf(figure.text) : figure.text
    const possible =
      key === 'availability'
        ? Number.parseFloat(value) >= 50
        : key !== 'errorRate' || !segmentAround(words, words.indexOf(figure)).some(tellsStory)
    return key !== undefined && possible ? [{ key, value, start, end }] : []
  })
  const taken = new Set(named.map(({ figure }) => figure))
  const all = [...found, ...ninesIn(words)]
  if (place === 'arrow') return [...all, ...sharesOfCalls(words, taken)]
  return all.some(({ key }) => key === 'availability') ? all : [...all, ...bareNines(words, taken)]
}

/** `Edge API (99.95 %)`: by itself in its part of a box, nothing else is ever that close to all. */
const bareNines = (words: readonly LabelWord[], taken: ReadonlySet<LabelWord>): LabelAttribute[] =>
  words.flatMap((word, index) =>
    word.figure === 'percent' &&
    !taken.has(word) &&
    /^99[.,]\d/.test(word.text) &&
    segmentAround(words, index).length === 1
      ? [{ key: 'availability', value: word.text, start: word.start, end: word.end }]
      : [],
  )

/** `opens at 50% errors`, `alert if 5% fail`: what happens then, not what is usual. */
const tellsStory = ({ low }: LabelWord): boolean => storyWords.has(low)

const storyWords = new Set(
  'breaker open opens opened trips tripped alert alerts threshold if when until once after over above below under budget'.split(
    ' ',
  ),
)

const restOf = (percentage: string): string =>
  `${Number((100 - Number.parseFloat(percentage)).toPrecision(10))}%`

/** `SLA 99.9`, `uptime: 0.9995`: nothing but a percentage or a fraction is promised of availability. */
function promisedShare(word: LabelWord, before?: LabelWord, first?: LabelWord): LabelWord {
  const name = before?.kind === 'link' ? first : before
  if (word.figure !== 'number' || !promises.has(name?.low ?? '')) return word
  const value = /^9\d(?:\.\d+)?$/.test(word.text) ? word.text : fractionAsPercent(word.text)
  return value === undefined ? word : { ...word, text: `${value}%`, low: `${value}%`, figure: 'percent' }
}

const promises = new Set(['availability', 'sla', 'slo', 'uptime'])

const fractionAsPercent = (text: string): string | undefined =>
  /^0\.9\d+$/.test(text) ? String(Number(`${text}e2`)) : undefined

/** `three nines`, `4 nines`. */
const ninesIn = (words: readonly LabelWord[]): LabelAttribute[] =>
  words.flatMap(({ low, start }, index) => {
    const next = words[index + 1]
    const count = numerals.indexOf(low) < 0 ? Number(low) : numerals.indexOf(low)
    if (next?.low !== 'nines' || !(count >= 2 && count <= 9 && Number.isInteger(count))) return []
    const value = count === 2 ? '99%' : `99.${'9'.repeat(count - 2)}%`
    return [{ key: 'availability', value, start, end: next.end }]
  })

const numerals = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven']

function sharesOfCalls(words: readonly LabelWord[], taken: ReadonlySet<LabelWord>): LabelAttribute[] {
  return words.flatMap((word, index) => {
    if (word.figure !== 'percent' || taken.has(word) || Number.parseFloat(word.text) > 100) return []
    const others = segmentAround(words, index).filter(other => other !== word)
    return others.every(({ low }) => trafficWords.has(low))
      ? [{ key: 'share', value: word.text, start: word.start, end: word.end }]
      : []
  })
}

/** The only percentage in the title of a branch, where nothing beside it says that it is of something else. */
export function shareOfBranch(title: string): string | undefined {
  const [, some, all] = someOfAll.exec(title) ?? []
  if (some !== undefined && Number(some) < Number(all))
    return `${Number(((100 * Number(some)) / Number(all)).toPrecision(10))}%`
  const words = labelWords(title)
  const [percentage, ...others] = words.filter(({ figure }) => figure === 'percent')
  if (!percentage || others.length > 0 || Number.parseFloat(percentage.text) > 100) return undefined
  const at = words.indexOf(percentage)
  if (words[at + 1]?.low === 'of' && takers.has(words[at + 2]?.low ?? '')) return percentage.text
  const beside = segmentAround(words, at).filter(word => word !== percentage)
  return beside.every(({ low }) => trafficWords.has(low) || branchWords.has(low))
    ? percentage.text
    : undefined
}

/** `1 in 10 requests` */
const someOfAll =
  /\b(\d{1,4}) (?:in|out of|of) (\d{1,6}) (?:requests|calls|users|cases|reads|writes|orders|times)\b/i

/** `found in 75% of requests`, whatever else the title says. */
const takers = new Set([
  'requests',
  'calls',
  'users',
  'traffic',
  'cases',
  'reads',
  'writes',
  'orders',
  'time',
])

const branchWords = new Set(
  'in case cases time sessions about approx probability chance cache hit hits miss misses ratio rate'.split(
    ' ',
  ),
)

const trafficWords = new Set([
  'of',
  'traffic',
  'requests',
  'users',
  'calls',
  'the',
  'canary',
  'weight',
  '~',
  ':',
  '=',
])

const keys = (key: string) => ({ arrow: key, node: key })

const names = indexed([
  ...['availability', 'available', 'sla', 'slo', 'uptime'].map(word => ({
    words: [word],
    ...keys('availability'),
  })),
  ...[
    'hit',
    'hits',
    'hit ratio',
    'hit rate',
    'cache hit',
    'cache hits',
    'cache hit ratio',
    'cache hit rate',
  ].map(words => ({
    words: words.split(' '),
    ...keys('hitRatio'),
  })),
  ...['miss rate', 'miss ratio', 'cache miss rate', 'cache miss ratio'].map(words => ({
    words: words.split(' '),
    ...keys('hitRatio'),
    opposite: true as const,
  })),
  ...['error rate', 'errors', 'failure rate', 'failures', 'fail'].map(words => ({
    words: words.split(' '),
    arrow: 'errorRate',
  })),
  ...['success rate', 'succeed'].map(words => ({
    words: words.split(' '),
    arrow: 'errorRate',
    opposite: true as const,
  })),
])
