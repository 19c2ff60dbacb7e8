// Quantities as people read them.

/** Milliseconds with three significant digits at most: `250 µs`, `41 ms`, `1.5 s`, `2.5 min`; a dash for none. */
export function formatDuration(ms: number | null): string {
  if (ms === null) return '–'
  if (ms < 1) return `${digits(ms * 1000)} µs`
  if (ms < 1000) return `${digits(ms)} ms`
  return ms < 120_000 ? `${digits(ms / 1000)} s` : `${digits(ms / 60_000)} min`
}

/** A percentile that was worked out: two significant digits are what its inputs bear. `97 ms`, `1.3 s`. */
export const estimate = (ms: number | null): string =>
  formatDuration(ms === null ? null : Number(ms.toPrecision(2)))

/** A fraction as a percentage with two digits after its nines: `99.83 %`, `99.9962 %`. */
export function formatPercentage(fraction: number): string {
  if (fraction >= 1) return '100 %'
  const nines = Math.ceil(-Math.log10(1 - fraction)) - 1
  return `${Number((fraction * 100).toFixed(Math.min(8, Math.max(2, nines))))} %`
}

/** A share that falls short of a promise, rounded down so that it never reads as kept: `98.55 %`. */
export function formatShareBelow(fraction: number, promised: number): string {
  const digits = promised < 1 ? Math.max(2, Math.round(-Math.log10(1 - promised)) - 1) : 2
  return `${Math.floor(fraction * 10 ** (digits + 2) + 1e-6) / 10 ** digits} %`
}

/** Seconds a year as the unit that fits: `14.6 h/year`. */
export function formatDowntime(secondsPerYear: number): string {
  if (secondsPerYear < 120) return `${digits(secondsPerYear)} s/year`
  if (secondsPerYear < 7200) return `${digits(secondsPerYear / 60)} min/year`
  return secondsPerYear < 172_800
    ? `${digits(secondsPerYear / 3600)} h/year`
    : `${digits(secondsPerYear / 86_400)} d/year`
}

/** A figure that rests on something assumed is marked. */
export const marked = (figure: string, assumed: boolean): string =>
  assumed && figure !== '–' ? `≈ ${figure}` : figure

/** More than anybody retries: unlimited retries as a number that JSON can hold. */
export const unlimitedAttempts = 1e9

const digits = (value: number): string =>
  String(value < 1000 ? Number(value.toPrecision(3)) : Math.round(value))
