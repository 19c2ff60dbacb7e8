// Figures as a reader takes them in: few digits, always a unit.

import { unlimitedAttempts } from '../../service/preview/messages'

const blank = '\u00a0'

/** A duration in milliseconds with two significant digits, in the unit that suits it; `none` if it does not exist. */
export const durationText = (ms: number | null | undefined): string => {
  if (ms === null || ms === undefined) return 'none'
  const rounded = significant(ms, 2)
  if (rounded === 0) return `0${blank}ms`
  if (rounded < 0.1) return `${plain(significant(ms * 1000, 2))}${blank}µs`
  if (rounded < 1000) return `${plain(rounded)}${blank}ms`
  if (rounded < 120_000) return `${plain(significant(ms / 1000, 2))}${blank}s`
  return `${plain(significant(ms / 60_000, 2))}${blank}min`
}

/** A figure that rests on something assumed is marked. */
export const markedFigure = (figure: string, assumed: boolean): string =>
  assumed && figure !== 'none' ? `≈${blank}${figure}` : figure

/** A fraction as a percentage with as many nines as it has, and the digit after them. */
export const availability = (fraction: number): string => {
  const missing = (1 - fraction) * 100
  if (missing <= 1e-9) return `100${blank}%`
  const decimals = Math.min(7, Math.max(0, Math.ceil(-Math.log10(missing)) + 1))
  return `${plain(Number((100 - missing).toFixed(decimals)))}${blank}%`
}

/** Seconds per year (or another period that is named beside it) with three significant digits. */
export const downtime = (seconds: number): string => {
  if (seconds < 0.05) return `0${blank}s`
  if (seconds < 60) return `${plain(significant(seconds, 3))}${blank}s`
  if (seconds < 3600) return `${plain(significant(seconds / 60, 3))}${blank}min`
  if (seconds < 2 * 86_400) return `${plain(significant(seconds / 3600, 3))}${blank}h`
  return `${plain(significant(seconds / 86_400, 3))}${blank}days`
}

/** The downtime that a fraction leaves in a year of 365 days. */
export const yearlyDowntime = (fraction: number): string => downtime((1 - fraction) * 365 * 86_400)

/** A share 0..1 as a whole percentage. */
export const percent = (share: number): string =>
  share > 0 && share < 0.01 ? `<1${blank}%` : `${Math.round(share * 100)}${blank}%`

/** How many, in words where nothing limits it. */
export const timesText = (count: number): string =>
  count < unlimitedAttempts ? plain(significant(count, 3)) : 'unlimited'

/** `36 attempts`, `unlimited attempts`. */
export const attemptsText = (count: number): string =>
  count < unlimitedAttempts ? counted(count, 'attempt') : 'unlimited attempts'

/** `1 finding`, `2 findings`. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

const significant = (value: number, digits: number): number => Number(value.toPrecision(digits))

/** Never in scientific notation. Made once: making one takes longer than formatting a hundred figures. */
const figures = new Intl.NumberFormat('en-US', { maximumFractionDigits: 7, useGrouping: false })

const plain = (value: number): string => figures.format(value)
