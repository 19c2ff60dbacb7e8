// Percentiles that share a unit or a line of names: `p50/p95/p99: 20/40/80 ms`, `p50 20, p99 80 ms`.

import type { LabelAttribute } from './label-reading'
import type { LabelWord } from './words'

const NAME = String.raw`(?:p\d{2,3}(?:\.\d)?|median)`
const NUMBER = String.raw`\d{1,6}(?:\.\d{1,3})?`
const UNIT = '(?:ms|s|us|µs|sec|min)'
const BETWEEN = String.raw`[ \t]?[/|][ \t]?`
const AMOUNT = String.raw`${NUMBER}[ \t]?${UNIT}?`
const names = `${NAME}(?:${BETWEEN}${NAME}){1,4}`
const numbers = `${AMOUNT}(?:${BETWEEN}${AMOUNT}){1,4}`

/** Nearly no label names one, and the patterns below are slow to prepare. */
const anyName = /p\d|median/i

const namesFirst = new RegExp(
  String.raw`(?<![\w/.])(${names})(?:[ \t]latency)?[ \t]?[:=~≈(]?[ \t]?[~≈]?(${numbers})(?![\w/.])`,
  'i',
)
const numbersFirst = new RegExp(
  String.raw`(?<![\w/.])(${numbers})[ \t]?\(?[ \t]?(?:at |@)?(${names})(?![\w/.])`,
  'i',
)

/** As many numbers as names, one for each; nothing where they don't pair off or no unit is written. */
export function pairedPercentiles(label: string): LabelAttribute[] {
  if (!anyName.test(label)) return []
  const match = namesFirst.exec(label) ?? numbersFirst.exec(label)
  if (!match) return []
  const [whole, first = '', second = ''] = match
  const [named, counted] = /^\d/.test(first) ? [second, first] : [first, second]
  const keys = named.split(/[/|]/).map(part => part.trim().toLowerCase())
  const values = counted.split(/[/|]/).map(part => part.replace(/\s/g, ''))
  const unit = unitOf(values.at(-1) ?? '')
  if (keys.length !== values.length || unit === '') return []
  const span = { start: match.index, end: match.index + whole.length }
  return keys.flatMap((name, index) => {
    const key = name === 'median' ? 'p50' : name
    const value = values[index]!
    return stated.has(key) ? [{ key, value: /\d$/.test(value) ? `${value}${unit}` : value, ...span }] : []
  })
}

const unitOf = (written: string): string => written.replace(/^[\d.]+/, '')

const stated = new Set(['p50', 'p95', 'p99'])

/** `p50 20, p99 80 ms`: a bare number behind a percentile is in the unit of the next one that has a unit. */
export function withSharedUnits(words: readonly LabelWord[]): readonly LabelWord[] {
  let unit: string | undefined
  return words
    .toReversed()
    .map((word, index, reversed) => {
      const name = reversed.slice(index + 1).find(({ kind }) => kind !== 'link')
      if (name === undefined || !isPercentile(name)) return word
      if (word.figure === 'duration') unit = unitOf(word.text)
      return word.figure === 'number' && unit !== undefined ? inUnit(word, unit) : word
    })
    .toReversed()
}

const isPercentile = ({ low }: LabelWord): boolean => /^p\d{2,3}$|^median$/.test(low)

const inUnit = (word: LabelWord, unit: string): LabelWord => ({
  ...word,
  text: `${word.text}${unit}`,
  low: `${word.low}${unit}`,
  figure: 'duration',
})
