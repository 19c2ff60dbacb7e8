// Checks with names, what became of them, and the line that says so.

export interface Check {
  readonly name: string
  run(): Promise<void>
}

export interface Outcome {
  readonly name: string
  /** Why it failed; undefined when it passed. */
  readonly failure?: string
  readonly seconds?: number
}

/** What the suites inside an extension host leave behind. */
export interface Report {
  /** A web worker, or Node. */
  readonly host: 'web' | 'remote'
  readonly outcomes: readonly Outcome[]
}

/** Runs checks one after another, each with a time limit, and says what happened. */
export async function runChecks(checks: readonly Check[], seconds: number): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const { name, run } of checks) {
    const began = performance.now()
    const failure = await failureOf(run, seconds)
    outcomes.push({ name, ...failure, seconds: (performance.now() - began) / 1000 })
  }
  return outcomes
}

/** One line per check and, at the end, `N passed, N failed`. Returns whether all passed. */
export function printOutcomes(outcomes: readonly Outcome[]): boolean {
  const failed = outcomes.filter(({ failure }) => failure !== undefined)
  for (const { name, failure, seconds } of outcomes) {
    const line = seconds === undefined ? name : `${name} (${seconds.toFixed(1)} s)`
    console.log(failure === undefined ? `  ✓ ${line}` : `  ✗ ${line}\n${indent(failure)}`)
  }
  console.log(`${outcomes.length - failed.length} passed, ${failed.length} failed`)
  return outcomes.length > 0 && failed.length === 0
}

async function failureOf(run: () => Promise<void>, seconds: number): Promise<{ failure?: string }> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done after ${seconds} s`)), seconds * 1000)
  })
  try {
    await Promise.race([run(), limit])
    return {}
  } catch (error) {
    return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  } finally {
    clearTimeout(timer)
  }
}

const indent = (text: string) => text.replace(/^/gm, '      ')
