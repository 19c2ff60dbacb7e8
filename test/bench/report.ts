// One line for each budget: what was measured, what was promised, and whether that holds.

export interface Measured {
  readonly what: string
  readonly value: number
  /** What comes after the number: `ms`, `× node -e 0`. */
  readonly unit: string
  /** The budget: at most or at least so much; absent for what is only told. */
  readonly atMost?: number
  readonly atLeast?: number
  /** The figures behind a ratio. */
  readonly detail?: string
}

/** Prints a measurement as soon as it is there; gives whether it is within its budget. */
export function report({ what, value, unit, atMost, atLeast, detail }: Measured): boolean {
  const kept = value <= (atMost ?? Infinity) && value >= (atLeast ?? -Infinity)
  const budget = atMost !== undefined ? `≤ ${atMost}` : atLeast !== undefined ? `≥ ${atLeast}` : ''
  const verdict = budget === '' ? ' ' : kept ? '✓' : '✗'
  const figure = `${Number(value.toPrecision(3))} ${unit}`
  console.log(
    `${verdict} ${what.padEnd(58)} ${figure.padEnd(22)} ${budget.padEnd(8)} ${detail ?? ''}`.trimEnd(),
  )
  return kept
}

/** "41 ms against 212 ms". */
export const against = (ours: number, theirs: number): string => `${ms(ours)} against ${ms(theirs)}`

const ms = (time: number): string => `${Number(time.toPrecision(3))} ms`
