// Figures as a reader takes them in: few digits, always a unit.

import { unlimitedAttempts } from '../../service/preview/messages'
import { estimate, formatPercentage, formatPeriod, formatShare, marked } from '../../text/figures'
import { plural } from '../../text/translation'
import { t } from './translation'

/** On one line: a unit never stands apart from its figure. */
const unbroken = (figure: string): string => figure.replaceAll(' ', '\u00a0')

/** A duration in milliseconds with two significant digits, in the unit that suits it; `none` if it does not exist. */
export const durationText = (ms: number | null | undefined): string =>
  ms === null || ms === undefined ? t('none') : unbroken(estimate(ms, t))

/** A figure that rests on something assumed is marked. */
export const markedFigure = (figure: string, assumed: boolean): string =>
  figure === t('none') ? figure : unbroken(marked(figure, assumed))

/** A fraction as a percentage with two digits after its nines. */
export const availability = (fraction: number): string => formatPercentage(fraction)

/** Seconds per year (or another period that is named beside it) with three significant digits. */
export const downtime = (seconds: number): string => unbroken(formatPeriod(seconds, 3, t))

/** The downtime that a fraction leaves in a year of 365 days. */
export const yearlyDowntime = (fraction: number): string => downtime((1 - fraction) * 365 * 86_400)

/** A share 0..1 as a whole percentage. */
export const percent = (share: number): string => formatShare(share)

/** How many, in words where nothing limits it. */
export const timesText = (count: number): string =>
  count < unlimitedAttempts ? plain(significant(count, 3)) : t('unlimited')

/** `36 attempts`, `unlimited attempts`. */
export const attemptsText = (count: number): string =>
  count < unlimitedAttempts ? plural(t, count, ['1 attempt', '{0} attempts']) : t('unlimited attempts')

const significant = (value: number, digits: number): number => Number(value.toPrecision(digits))

/** Never in scientific notation. Made once: making one takes longer than formatting a hundred figures. */
const figures = new Intl.NumberFormat('en-US', { maximumFractionDigits: 7, useGrouping: false })

const plain = (value: number): string => figures.format(value)
