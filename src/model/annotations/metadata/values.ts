// The values that figures are written in – durations, shares, rates, sizes, flags – read and written back.

import type { Scalar } from '../../../syntax/tree'

/** A value understood, or why it isn't, with the text that was probably meant where that is mechanical. */
export type ValueReading<T> = { readonly value: T } | Misreading
export interface Misreading {
  readonly message: string
  readonly suggestion?: string
}

export type Raw = Scalar | readonly Scalar[]

/** An amount that can have a unit, and the most of it that anybody means: figures made of more are no numbers any more. */
interface Amount {
  /** With its article. */
  readonly words: string
  /** Appended to a number that has none. */
  readonly unit: string
  readonly most: number
  /** The same, as authors write it. */
  readonly mostWritten: string
}

const aDuration: Amount = {
  words: 'a duration',
  unit: 'ms',
  most: 36_500 * 86_400_000,
  mostWritten: '36500d',
}
const aRate: Amount = { words: 'a rate', unit: '/s', most: 1e12, mostWritten: '1000000M/s' }
const aSize: Amount = { words: 'a size', unit: 'B', most: 1e18, mostWritten: '1000000TB' }
const aBandwidth: Amount = { words: 'a bandwidth', unit: 'B/s', most: 1e18, mostWritten: '1000000TB/s' }

/** Reads `250us`, `30ms`, `1.5s`, `2m`, `1h`, `1m30s` into milliseconds, from 0 to a century. */
export function readDuration(raw: Raw): ValueReading<number> {
  if (typeof raw === 'number') return bare(raw, aDuration)
  const value = typeof raw === 'string' ? durationIn(raw) : undefined
  if (value !== undefined) return within(value, aDuration)
  if (typeof raw === 'string' && isNumeral(raw)) return bare(Number(raw), aDuration)
  return { message: 'expected a duration such as 250us, 30ms, 1.5s, 2m or 1h' }
}

/** Reads `99.95%` or `0.9995` into a fraction from 0 to 1. */
export function readShare(raw: Raw): ValueReading<number> {
  if (typeof raw === 'number' && raw >= 0 && raw <= 1) return { value: raw }
  const written = typeof raw === 'number' ? String(raw) : typeof raw === 'string' ? raw.trim() : ''
  if (written.endsWith('%') && isNumeral(written.slice(0, -1).trim())) {
    const value = movePoint(written.slice(0, -1).trim(), -2)
    return value <= 1 ? { value } : { message: 'expected a share of at most 100%' }
  }
  if (!isNumeral(written)) return { message: 'expected a share such as 99.95% or 0.9995' }
  if (Number(written) <= 1) return { value: Number(written) }
  return { message: `a share above 1 needs a percent sign: ${written}%`, suggestion: `${written}%` }
}

/** Reads `500/s`, `30k/min`, `200 rps` into a rate per second, from 0 to 10¹². */
export function readRate(raw: Raw): ValueReading<number> {
  if (typeof raw === 'number') return bare(raw, aRate)
  const [number, unit] = typeof raw === 'string' ? numberAndUnit(raw) : []
  const per = unit === undefined ? undefined : rateUnit(unit)
  if (number !== undefined && per) return within((number * per.factor) / per.seconds, aRate)
  if (number !== undefined && unit === '') return bare(number, aRate)
  return { message: 'expected a rate such as 500/s or 30k/min' }
}

/** Reads `512B`, `10KB` (1,000 each), `10KiB` (1,024 each), `1.5MB` into bytes, from 0 to 10¹⁸. */
export function readSize(raw: Raw): ValueReading<number> {
  if (typeof raw === 'number') return bare(raw, aSize)
  const [number, unit] = typeof raw === 'string' ? numberAndUnit(raw) : []
  const bytes = unit === undefined ? undefined : byteUnits.get(unit.toLowerCase())
  if (number !== undefined && bytes !== undefined) return within(number * bytes, aSize)
  if (number !== undefined && unit === '') return bare(number, aSize)
  return { message: 'expected a size such as 512B, 10KB or 1.5MB' }
}

/** Reads `100Mbps`, `1Gbit/s`, `10MB/s` into bytes per second, from 0 to 10¹⁸. */
export function readBandwidth(raw: Raw): ValueReading<number> {
  const [number, unit] = typeof raw === 'string' ? numberAndUnit(raw) : []
  const bytesPerSecond = unit === undefined ? undefined : bandwidthUnit(unit)
  if (number !== undefined && bytesPerSecond !== undefined) return within(number * bytesPerSecond, aBandwidth)
  return { message: 'expected a bandwidth such as 100Mbps or 10MB/s' }
}

/** Reads true, on, yes and false, off, no, in any case. */
export function readFlag(raw: Raw): ValueReading<boolean> {
  if (typeof raw === 'boolean') return { value: raw }
  const value = typeof raw === 'string' ? flags.get(raw.trim().toLowerCase()) : undefined
  return value === undefined ? { message: 'expected true or false' } : { value }
}

/** In thousands: `2KB`, `1.5MB`. */
export function writeBytes(bytes: number): string {
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), 4)
  return `${Number((bytes / 1000 ** power).toPrecision(4))}${['B', 'KB', 'MB', 'GB', 'TB'][power]}`
}

/** Writes milliseconds in the largest unit that keeps them short: `250us`, `30ms`, `1.5s`, `2m`, `1h`. */
export function writeDuration(milliseconds: number): string {
  if (milliseconds === 0) return '0ms'
  if (!Number.isFinite(milliseconds)) return 'unlimited'
  if (milliseconds < 1) return `${short(milliseconds * 1000)}us`
  if (milliseconds < 1000) return `${short(milliseconds)}ms`
  if (milliseconds >= 3_600_000 && milliseconds % 1_800_000 === 0)
    return `${short(milliseconds / 3_600_000)}h`
  if (milliseconds >= 60_000 && milliseconds % 30_000 === 0) return `${short(milliseconds / 60_000)}m`
  return `${short(milliseconds / 1000)}s`
}

/** Writes a fraction as a percentage that keeps every nine: `99.95%`. */
export function writeShare(fraction: number): string {
  return `${Number((fraction * 100).toPrecision(12))}%`
}

/** Milliseconds in a text that is a duration and nothing else. */
export function durationIn(text: string): number | undefined {
  let total = 0
  let parts = 0
  for (let rest = text.trim(); rest !== ''; parts++) {
    const [part] = durationPart.exec(rest) ?? []
    if (part === undefined) return undefined
    const [number, unit] = numberAndUnit(part)
    const milliseconds = durationUnit(unit)
    if (number === undefined || milliseconds === undefined) return undefined
    total += number * milliseconds
    rest = rest.slice(part.length).trimStart()
  }
  return parts > 0 ? total : undefined
}

/** Milliseconds of a unit's name: `ms`, `seconds`, `min` … */
export function durationUnit(name: string): number | undefined {
  return durationUnits.get(name === 'M' ? '' : name.toLowerCase())
}

const durationPart = /^\d[\d.]*\s*[a-zA-Zµμ]+/

function bare(number: number, amount: Amount): ValueReading<number> {
  if (number === 0) return { value: 0 }
  const { words, unit, most } = amount
  if (!(Math.abs(number) <= most)) return beyond(amount)
  if (number < 0) return { message: `expected a positive figure with a unit, such as ${-number}${unit}` }
  return { message: `${words} needs its unit: ${number}${unit}`, suggestion: `${number}${unit}` }
}

const within = (value: number, amount: Amount): ValueReading<number> =>
  value <= amount.most ? { value } : beyond(amount)

const beyond = ({ words, mostWritten }: Amount): Misreading => ({
  message: `expected ${words} from 0 to ${mostWritten}`,
})

/** Splits `30k/min` into 30 and `k/min`; the number is missing where none stands in front. */
function numberAndUnit(text: string): [number | undefined, string] {
  const trimmed = text.trim()
  const digits = /^\d[\d_]*(?:\.\d+)?/.exec(trimmed)?.[0] ?? ''
  const number = digits === '' ? undefined : Number(digits.replaceAll('_', ''))
  return [number, trimmed.slice(digits.length).trim()]
}

function isNumeral(text: string): boolean {
  return /^\d+(?:\.\d+)?$/.test(text)
}

/** A decimal numeral times a power of ten, without the rounding of a multiplication. */
function movePoint(numeral: string, places: number): number {
  return Number(`${numeral}e${places}`)
}

function short(value: number): string {
  return String(Number(value.toPrecision(6)))
}

/** `k/min` is 1,000 in 60 seconds. */
function rateUnit(unit: string): { factor: number; seconds: number } | undefined {
  const thousands = /^[kKM](?![a-z])|^[kK](?=rps|qps|tps)/.exec(unit)?.[0] ?? ''
  const factor = thousands === '' ? 1 : thousands === 'M' ? 1e6 : 1e3
  const name = unit.slice(thousands.length).trim().toLowerCase()
  if (['rps', 'qps', 'tps'].includes(name)) return { factor, seconds: 1 }
  const [what, per, ...more] = name.split('/')
  if (per === undefined || more.length > 0 || !countedThings.has((what ?? '').trim())) return undefined
  const period = durationUnit(per.trim())
  return period === undefined ? undefined : { factor, seconds: period / 1000 }
}

function bandwidthUnit(unit: string): number | undefined {
  const bits = /^([kMGT]?)(?:bps|bit\/s|b\/s)$/.exec(unit)
  if (bits) return thousandsOf.get(bits[1]!)! / 8
  const [size, per] = unit.split('/')
  return per === 's' ? byteUnits.get((size ?? '').toLowerCase()) : undefined
}

const flags = new Map([
  ['true', true],
  ['on', true],
  ['yes', true],
  ['false', false],
  ['off', false],
  ['no', false],
])

const thousandsOf = new Map([
  ['', 1],
  ['k', 1e3],
  ['M', 1e6],
  ['G', 1e9],
  ['T', 1e12],
])

const countedThings = new Set(['', 'req', 'requests', 'calls', 'msg', 'messages', 'events', 'r', 'ops'])

const byteUnits = new Map([
  ['b', 1],
  ['bytes', 1],
  ['kb', 1e3],
  ['mb', 1e6],
  ['gb', 1e9],
  ['tb', 1e12],
  ['kib', 1024],
  ['mib', 1024 ** 2],
  ['gib', 1024 ** 3],
])

const durationUnits = new Map([
  ...['ns', 'nanoseconds'].map(name => [name, 1e-6] as const),
  ...['us', 'µs', 'μs', 'microseconds'].map(name => [name, 1e-3] as const),
  ...['ms', 'msec', 'msecs', 'millis', 'millisecond', 'milliseconds'].map(name => [name, 1] as const),
  ...['s', 'sec', 'secs', 'second', 'seconds'].map(name => [name, 1000] as const),
  ...['m', 'min', 'mins', 'minute', 'minutes'].map(name => [name, 60_000] as const),
  ...['h', 'hr', 'hrs', 'hour', 'hours'].map(name => [name, 3_600_000] as const),
  ...['d', 'day', 'days'].map(name => [name, 86_400_000] as const),
])
