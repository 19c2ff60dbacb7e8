// How durations, availabilities and downtimes are written for people.

/** A duration in milliseconds with three significant digits at most; null is a dash. */
export function duration(ms: number | null): string {
  if (ms === null) return '–'
  if (ms < 1) return `${digits(ms * 1000)} µs`
  if (ms < 1000) return `${digits(ms)} ms`
  if (ms < 120_000) return `${digits(ms / 1000)} s`
  return `${digits(ms / 60_000)} min`
}

/** A share as a percentage, with as many nines as it has and two digits behind them. */
export function percentage(share: number): string {
  if (share >= 1) return '100 %'
  const decimals = Math.min(8, Math.max(2, Math.ceil(-Math.log10(1 - share)) - 1))
  return `${Number((share * 100).toFixed(decimals))} %`
}

/** A stretch of time in seconds, in the unit that suits it. */
export function stretch(seconds: number): string {
  if (seconds < 1) return `${digits(seconds * 1000)} ms`
  if (seconds < 120) return `${digits(seconds)} s`
  if (seconds < 7200) return `${digits(seconds / 60)} min`
  if (seconds < 172_800) return `${digits(seconds / 3600)} h`
  return `${digits(seconds / 86_400)} d`
}

const digits = (value: number): string =>
  String(value < 1000 ? Number(value.toPrecision(3)) : Math.round(value))
