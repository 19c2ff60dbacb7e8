// Percentages with a name in a label: availability, hit ratio, a share of the traffic.

import type { LabelAttribute } from './label-reading'
import { indexed, namedFigures, segmentAround } from './named-figures'
import { type LabelWord, labelWords } from './words'

/** What each percentage means, where the words beside it tell; alone on an arrow it is a share of the calls. */
export function sharesIn(words: readonly LabelWord[], place: 'arrow' | 'node'): LabelAttribute[] {
  const named = namedFigures(words, names, { kind: 'percent' })
  const found = named.flatMap(({ name, figure, start, end }) => {
    const key = name[place]
    const possible = key !== 'availability' || Number.parseFloat(figure.text) >= 50
    return key !== undefined && possible ? [{ key, value: figure.text, start, end }] : []
  })
  const taken = new Set(named.map(({ figure }) => figure))
  return place === 'arrow' ? [...found, ...sharesOfCalls(words, taken)] : found
}

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
  const words = labelWords(title)
  const [percentage, ...others] = words.filter(({ figure }) => figure === 'percent')
  if (!percentage || others.length > 0 || Number.parseFloat(percentage.text) > 100) return undefined
  const beside = segmentAround(words, words.indexOf(percentage)).filter(word => word !== percentage)
  return beside.every(({ low }) => trafficWords.has(low) || branchWords.has(low))
    ? percentage.text
    : undefined
}

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
  { words: ['error', 'rate'], arrow: 'errorRate' },
])
