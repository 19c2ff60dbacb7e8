// How an amount that somebody typed is read: a pattern for the whole phrase, and what it comes to.

import { formatDuration } from '../../text/figures'

export interface Amount {
  /** Markdown with the figures worked out. */
  readonly computed: string
  /** Id of the explanation to read with it. */
  readonly entry?: string
}

export interface AmountReader {
  /** Matches the whole phrase. */
  readonly pattern: RegExp
  readonly read: (match: RegExpExecArray) => Amount | undefined
}

/** A number with thousands separators, a decimal point, and a scale: `10K`, `1.5M`, `1,000`, `2 million`. */
export const NUMBER = String.raw`(\d{1,3}(?:,\d{3})+|\d{1,3}e\d{1,2}|\d{1,12}(?:\.\d{1,6})?) ?(k|K|m(?=\b)|M|G|B(?=\b)|thousand|million|billion)?`

const scales: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['thousand', 1e3],
  ['m', 1e6],
  ['million', 1e6],
  ['g', 1e9],
  ['b', 1e9],
  ['billion', 1e9],
])

/** The number that the two groups of `NUMBER` hold. */
export const numberIn = (digits = '', scale = ''): number =>
  Number(digits.replaceAll(',', '')) * (scales.get(scale.toLowerCase()) ?? 1)

/** A duration: `200 ms`, `3s`, `2 min`. */
export const DURATION = String.raw`(\d{1,9}(?:\.\d{1,6})?) ?(µs|us|ms|msecs?|milliseconds?|secs?|seconds?|s|mins?|minutes?|m|hours?|hrs?|h|days?|d)`

const units: readonly (readonly [RegExp, number])[] = [
  [/^(?:µs|us)$/, 0.001],
  [/^m(?:s|secs?|illiseconds?)$/, 1],
  [/^s(?:ecs?|econds?)?$/, 1000],
  [/^m(?:ins?|inutes?)?$/, 60_000],
  [/^h(?:ours?|rs?)?$/, 3_600_000],
  [/^d(?:ays?)?$/, 86_400_000],
]

/** Milliseconds that the two groups of `DURATION` hold. */
export const millisecondsIn = (digits = '', unit = ''): number =>
  Number(digits) * (units.find(([pattern]) => pattern.test(unit))?.[1] ?? Number.NaN)

/** A bandwidth: `100 Mbps`, `1 Gbit/s`, `25 GbE`, and in bytes `5 MB/s`. */
export const BANDWIDTH = String.raw`(\d{1,9}(?:\.\d{1,6})?) ?((?:[kKMGT]|kilo|mega|giga|tera)(?:i?bps|bits?(?:\/s(?:ec)?| per second|)|bytes?(?:\/s(?:ec)?| per second)|i?b(?:\/s(?:ec)?| per second| a second)|be))`

/** Bits a second that the two groups of `BANDWIDTH` hold. A capital B is a byte, but `MBPS` is all capitals. */
export function bitsPerSecondIn(digits = '', unit = ''): number {
  const bits = isInBytes(unit) ? 8 : 1
  const scale = bitScales.get(unit.charAt(0).toLowerCase()) ?? Number.NaN
  return Number(digits) * bits * (/^.i/.test(unit) && !/^giga/i.test(unit) ? binary(scale) : scale)
}

/** Whether a bandwidth is written in bytes. */
export const isInBytes = (unit: string): boolean => /^.i?B(?:ps|\/s| per| a )|byte/.test(unit)

const binary = (scale: number): number => 1024 ** Math.round(Math.log10(scale) / 3)

const bitScales: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['m', 1e6],
  ['g', 1e9],
  ['t', 1e12],
])

/** A size: `10 MB`, `64 KiB`, `1460 bytes`. */
export const SIZE = String.raw`(\d{1,9}(?:\.\d{1,6})?) ?(?:([kKMGTP])(i?)B|bytes?|B)`

/** Bytes that the three groups of `SIZE` hold. */
export const bytesIn = (digits = '', scale = '', binary = ''): number =>
  Number(digits) * (binary ? 1024 : 1000) ** ' kmgtp'.indexOf(scale.toLowerCase() || ' ')

/** Patterns for whole phrases, whatever their case. */
export const phrase = (source: string): RegExp => new RegExp(`^(?:${source})$`, 'iu')

/** Three significant digits, thousands separated. */
export function figureText(value: number): string {
  const rounded = value >= 1000 ? Math.round(value) : Number(value.toPrecision(3))
  return rounded.toLocaleString('en-US', { maximumFractionDigits: 9 })
}

/** Milliseconds. */
export const DAY = 86_400_000
export const YEAR = 365 * DAY

/** The spans over which people speak of downtime; a month has 30 days. */
export const periods: ReadonlyMap<string, number> = new Map([
  ['year', YEAR],
  ['month', 30 * DAY],
  ['week', 7 * DAY],
  ['day', DAY],
])

/** How long something is down that is down for this share of the time. */
export const downtimeText = (share: number): string =>
  share === 0
    ? 'never down, which nothing behind a network is'
    : `down ${timeText(share * YEAR)} a year, ${timeText(share * 30 * DAY)} in 30 days, ${timeText(share * 7 * DAY)} a week`

/** Milliseconds as people say them. */
export const timeText = (ms: number): string => (Number.isFinite(ms) ? formatDuration(ms) : 'forever')

/** Bytes as people say them. */
export function sizeText(bytes: number): string {
  const steps = ['bytes', 'kB', 'MB', 'GB', 'TB', 'PB']
  const step = Math.max(0, Math.min(steps.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3)))
  return `${figureText(bytes / 1000 ** step)} ${steps[step]}`
}
