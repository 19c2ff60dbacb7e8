// One line for each budget: what was measured, what was promised, and whether that holds; in the end, which do not.

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

const missed: string[] = []
let budgets = 0

/** Prints a measurement as soon as it is there. */
export function report({ what, value, unit, atMost, atLeast, detail }: Measured): void {
  const budget = atMost !== undefined ? `≤ ${atMost}` : atLeast !== undefined ? `≥ ${atLeast}` : ''
  const kept = value <= (atMost ?? Infinity) && value >= (atLeast ?? -Infinity)
  if (budget !== '') budgets++
  if (!kept) missed.push(what)
  const verdict = budget === '' ? '' : kept ? 'met' : 'missed'
  const figure = `${Number(value.toPrecision(3))} ${unit}`
  console.log(
    `${verdict.padEnd(6)} ${what.padEnd(58)} ${figure.padEnd(22)} ${budget.padEnd(8)} ${detail ?? ''}`.trimEnd(),
  )
}

/** Prints how many budgets hold, and which do not. */
export function reportVerdict(): void {
  console.log(`\n${budgets - missed.length} of ${budgets} budgets met`)
  for (const what of missed) console.log(`missed: ${what}`)
}

/** "41 ms against 212 ms". */
export const against = (ours: number, theirs: number): string => `${ms(ours)} against ${ms(theirs)}`

const ms = (time: number): string => `${Number(time.toPrecision(3))} ms`
