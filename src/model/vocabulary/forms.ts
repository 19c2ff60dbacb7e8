// The forms that values take: each reads what YAML read into the typed value.

import {
  type Raw,
  readBandwidth,
  readDuration,
  readFlag,
  readRate,
  readShare,
  readSize,
  type ValueReading,
  writeBytes,
  writeDuration,
  writeShare,
} from '../annotations/metadata/values'

/** How a kind of value is written, and how it is read. */
export interface Form<T = unknown> {
  read(raw: Raw): ValueReading<T>
  /** Its numbers as people write them, with their unit. */
  write(value: number): string
  /** In words, for messages and the reference page: "a duration". */
  readonly words: string
  readonly examples: readonly string[]
  /** All values there are, where they are few. */
  readonly choices?: readonly string[]
}

export const duration = form(readDuration, 'a duration', ['50ms', '300ms', '1s'], writeDuration)
export const share = form(readShare, 'a share', ['99.9%', '99.95%', '0.9995'], writeShare)
export const rate = form(readRate, 'a rate', ['500/s', '30k/min'], value => `${value}/s`)
/** What is served: nothing is no capacity. */
export const capacity = form(readCapacity, 'a rate', ['500/s', '30k/min'], value => `${value}/s`)
export const size = form(readSize, 'a size', ['2KB', '1MB'], writeBytes)
export const bandwidth = form(
  readBandwidth,
  'a bandwidth',
  ['100Mbps', '10MB/s'],
  value => `${writeBytes(value)}/s`,
)
export const flag = { ...form(readFlag, 'true or false', ['true', 'false']), choices: ['true', 'false'] }
export const text = form(readText, 'a text', [])
export const names = form(readNames, 'a name or a [list] of names', [])
export const count = form(readCount, 'a whole number from 1', ['2', '3'])
export const times = form(readTimes, 'a number above 0', ['2', '3'])
export const tries = form(readTries, 'a whole number from 0, or unlimited', ['2', '3'])
export const flagOrText = form(flagOr(readText), 'true, false or a text', ['true'])
export const flagOrDuration = form(
  flagOr(readDuration),
  'true, false or a duration',
  ['true', '30s'],
  writeDuration,
)
export const flagOrRate = form(
  flagOr(readRate),
  'true, false or a rate',
  ['true', '100/s'],
  value => `${value}/s`,
)
export const placeInOrder = form(readPlaceInOrder, 'sequential, parallel or a place in the order', [
  'sequential',
  'parallel',
  '1',
])

/** One of a few words; the spellings after them are accepted too. Blanks, hyphens, underscores and case don't matter. */
export function oneOf<const W extends string>(
  words: readonly W[],
  spellings: Readonly<Record<string, NoInfer<W>>> = {},
): Form<W> {
  const accepted = new Map<string, W>(words.map(word => [plain(word), word]))
  for (const [spelling, word] of Object.entries(spellings)) accepted.set(plain(spelling), word)
  const read = (raw: Raw): ValueReading<W> => {
    const word = raw === null || typeof raw === 'object' ? undefined : accepted.get(plain(String(raw)))
    return word === undefined ? { message: `expected one of ${words.join(', ')}` } : { value: word }
  }
  return { ...form(read, words.map(word => `\`${word}\``).join(' | '), words), choices: words }
}

/** One of a few words, or a bare true or false. */
export function flagOrOneOf<const W extends string>(
  words: readonly W[],
  spellings: Readonly<Record<string, NoInfer<W>>> = {},
) {
  const word = oneOf(words, spellings)
  const read = (raw: Raw): ValueReading<boolean | W> => {
    const flagged = readFlag(raw)
    if ('value' in flagged) return flagged
    const spelled = word.read(raw)
    return 'value' in spelled ? spelled : { message: `expected true, false or one of ${words.join(', ')}` }
  }
  return form(read, `true, false, ${word.words}`, ['true', ...words])
}

function form<T>(
  read: (raw: Raw) => ValueReading<T>,
  words: string,
  examples: readonly string[],
  write: (value: number) => string = writeNumber,
): Form<T> {
  return { read, write, words, examples }
}

function writeNumber(value: number): string {
  return Number.isFinite(value) ? String(value) : 'unlimited'
}

function flagOr<T>(read: (raw: Raw) => ValueReading<T>) {
  return (raw: Raw): ValueReading<boolean | T> => {
    const flagged = readFlag(raw)
    return 'value' in flagged ? flagged : read(raw)
  }
}

function readText(raw: Raw): ValueReading<string> {
  const value = raw === null || typeof raw === 'object' ? '' : String(raw).trim()
  return value === '' ? { message: 'expected a text' } : { value }
}

function readNames(raw: Raw): ValueReading<readonly string[]> {
  if (raw === false || raw === 'none') return { value: [] }
  const list: readonly Raw[] = raw !== null && typeof raw === 'object' ? raw : [raw]
  const value = list.map(item => (item === null ? '' : String(item).trim()))
  return value.includes('') ? { message: 'expected a name or a [list] of names' } : { value }
}

function readCount(raw: Raw): ValueReading<number> {
  const value = numeral(raw)
  if (value > MOST_COUNTED) return { message: `expected a whole number up to ${MOST_COUNTED}` }
  return Number.isInteger(value) && value >= 1 ? { value } : { message: 'expected a whole number from 1' }
}

function readCapacity(raw: Raw): ValueReading<number> {
  const reading = readRate(raw)
  if (!('value' in reading) || reading.value >= LEAST_SERVED) return reading
  return {
    message:
      reading.value === 0
        ? 'expected a rate above 0, such as 500/s'
        : 'expected a rate of at least 1/36500d, such as 500/s',
  }
}

/** Once a century, per second: what serves less serves nothing. */
const LEAST_SERVED = 1 / (36_500 * 86_400)

function readTimes(raw: Raw): ValueReading<number> {
  const value = numeral(raw)
  if (value > MOST_COUNTED) return { message: `expected a number up to ${MOST_COUNTED}` }
  return value > 0 ? { value } : { message: 'expected a number above 0' }
}

/** A trillion: what is counted beyond is a slip, and sums over it are no numbers any more. */
const MOST_COUNTED = 1_000_000_000_000

function readTries(raw: Raw): ValueReading<number> {
  if (
    typeof raw === 'string' &&
    ['unlimited', 'infinite', 'forever', '∞'].includes(raw.trim().toLowerCase())
  ) {
    return { value: Number.POSITIVE_INFINITY }
  }
  const value = numeral(raw)
  if (value > MOST_COUNTED) return { message: `expected a whole number up to ${MOST_COUNTED}, or unlimited` }
  return Number.isInteger(value) && value >= 0
    ? { value }
    : { message: 'expected a whole number from 0, or unlimited' }
}

function readPlaceInOrder(raw: Raw): ValueReading<'sequential' | 'parallel' | number> {
  if (raw === 'sequential' || raw === 'parallel') return { value: raw }
  const value = numeral(raw)
  if (Math.abs(value) > MOST_COUNTED) return { message: `expected a place up to ${MOST_COUNTED}` }
  return Number.isInteger(value) ? { value } : { message: 'expected sequential, parallel or a whole number' }
}

function numeral(raw: Raw): number {
  if (typeof raw === 'number') return raw
  return typeof raw === 'string' && /^-?\d+(?:\.\d+)?$/.test(raw.trim()) ? Number(raw) : Number.NaN
}

function plain(word: string): string {
  return word.toLowerCase().replace(/[\s_-]+/g, '')
}
