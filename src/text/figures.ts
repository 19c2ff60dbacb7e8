// How figures are written for people, in one way everywhere: `70 ms`, `99.9%`, `12.3 h a year`. Words among them are translated.

import { type Translate, untranslated } from './translation'

/** Milliseconds with as many significant digits at most: `250 µs`, `41 ms`, `1.5 s`, `2.5 min`; a dash for none. */
export function formatDuration(ms: number | null, precision = 3, translate = untranslated): string {
  if (ms === null) return '–'
  if (ms === 0) return '0 ms'
  if (ms < 1) return `${digits(ms * 1000, precision)} µs`
  return ms < 1000 ? `${digits(ms, precision)} ms` : formatPeriod(ms / 1000, precision, translate)
}

/** Seconds in the unit that fits: `31.5 s`, `52.6 min`, `14.9 h`, `3.65 days`. */
export function formatPeriod(seconds: number, precision = 3, translate = untranslated): string {
  if (seconds < 120) return `${digits(seconds, precision)} s`
  if (seconds < 7200) return `${digits(seconds / 60, precision)} min`
  return seconds < 172_800
    ? `${digits(seconds / 3600, precision)} h`
    : translate('{0} days', digits(seconds / 86_400, precision))
}

/** A percentile that was worked out: two significant digits are what its inputs bear. `97 ms`, `1.3 s`. */
export const estimate = (ms: number | null, translate: Translate = untranslated): string =>
  formatDuration(ms === null ? null : Number(ms.toPrecision(2)), 2, translate)

/** A fraction as a percentage with two digits after its nines: `99.83%`, `99.9962%`. */
export function formatPercentage(fraction: number): string {
  if (fraction >= 1) return '100%'
  const nines = Math.ceil(-Math.log10(1 - fraction)) - 1
  return `${Number((fraction * 100).toFixed(Math.min(8, Math.max(2, nines))))}%`
}

/** How many of something: `1 finding`, `2 findings`. */
export const countOf = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

/** A share as a whole percentage: `38%`; `<1%` for a little more than nothing. */
export const formatShare = (share: number): string =>
  share > 0 && share < 0.01 ? '<1%' : `${Math.round(share * 100)}%`

/** A share that falls short of a promise, rounded down so that it never reads as kept: `98.55%`. */
export function formatShareBelow(fraction: number, promised: number): string {
  const digits = promised < 1 ? Math.max(2, Math.round(-Math.log10(1 - promised)) - 1) : 2
  return `${Math.floor(fraction * 10 ** (digits + 2) + 1e-6) / 10 ** digits}%`
}

/** Seconds of downtime in a year: `14.6 h a year`. */
export const formatDowntime = (secondsPerYear: number, translate: Translate = untranslated): string =>
  translate('{0} a year', formatDownPeriod(secondsPerYear, translate))

/** The same where a sentence says that it is of a year: `14.6 h`. */
export const formatDownPeriod = (secondsPerYear: number, translate: Translate = untranslated): string =>
  formatPeriod(secondsPerYear < LEAST_DOWNTIME ? 0 : secondsPerYear, 3, translate)

/** Seconds a year that are none. */
const LEAST_DOWNTIME = 1e-3

/** A figure that rests on something assumed is marked. */
export const marked = (figure: string, assumed: boolean): string =>
  assumed && figure !== '–' ? `≈ ${figure}` : figure

/** So many significant digits, never in scientific notation. */
const digits = (value: number, precision: number): string =>
  String(value < 1000 ? Number(value.toPrecision(precision)) : Math.round(value))
