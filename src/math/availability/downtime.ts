// Unavailability as the downtime people can picture.

export interface Downtime {
  /** Seconds in a year of 365 days. */
  readonly year: number
  /** Seconds in 90 days. */
  readonly quarter: number
  /** Seconds in a month of 30 days. */
  readonly month: number
  /** Seconds in 7 days. */
  readonly week: number
  readonly day: number
}

const DAY = 86_400

export const SECONDS_PER_YEAR = 365 * DAY

/** Conventions of the Site Reliability Engineering book, Appendix A: 365-day year, 30-day month. */
export const downtimeOf = (unavailability: number): Downtime => ({
  year: unavailability * SECONDS_PER_YEAR,
  quarter: unavailability * 90 * DAY,
  month: unavailability * 30 * DAY,
  week: unavailability * 7 * DAY,
  day: unavailability * DAY,
})
