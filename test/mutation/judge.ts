// Which mutants some test notices. First all at once, switched on one after the other in a process that has everything
// loaded; then those of them that only a new process can judge, each in one of its own.

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import type { Mutant } from './mutants.ts'
import type { Heard, Plan } from './plan.ts'
import { type Switched, withSwitches } from './switching.ts'
import { openTests, type Rewrite, type Run, type Selection } from './tests.ts'

/** Processes that may die of a mutant, each of another one, before something else must be wrong. */
const mostDeaths = 200

/** Milliseconds of CPU over which a test is left to the whole suite: a mutant should cost little. */
const slowTest = 400

/** Milliseconds of CPU, at most, for the tests of one mutant. */
const mostTime = 2_500

/** Milliseconds of CPU under which a test is asked whatever others have taken: a row of a table costs next to nothing. */
const quickTest = 1

export interface Asked {
  /** All of the room, those without a mutant too: what they keep depends on the others. */
  readonly sources: readonly string[]
  readonly mutants: readonly Mutant[]
  /** Paths from the project's root. */
  readonly testFiles: readonly string[]
  /** Where it may write its files. */
  readonly folder: string
  /** Told as soon as it is known; a mutant that it is not told of survived. */
  readonly onKilled: (mutant: Mutant) => void
}

export const keyOfMutant = ({ name, start }: Mutant): string => `${start} ${name}`

/** @throws if a test fails without any mutant. */
export async function judge({ sources, mutants, testFiles, folder, onKilled }: Asked): Promise<void> {
  const heard = `${folder}/heard.jsonl`
  const planPath = `${folder}/plan.json`
  writeFileSync(heard, '')
  const plan: Plan = {
    mutants: mutants.map(keyOfMutant),
    sources: sources.length,
    heard,
    patience: 60_000,
    slow: slowTest,
    budget: mostTime,
    quick: quickTest,
  }
  writeFileSync(planPath, JSON.stringify(plan))
  const rewrite = rewriteOf(mutants, sources)
  const told = new Set<string>()
  const tell = (): void => {
    for (const mutant of killedOf(readHeard(heard))) {
      if (told.has(mutant)) continue
      told.add(mutant)
      onKilled(mutants[plan.mutants.indexOf(mutant)]!)
    }
  }
  const timer = setInterval(tell, 1_000)
  await judgeTogether(await openTests({ rewrite, plan: planPath, bail: 0 }), testFiles)
  tell()
  clearInterval(timer)
  const left = apart(mutants, sources, readHeard(heard))
  console.log(`${left.length} mutants need a process of their own`)
  const tests = await openTests({ rewrite, plan: planPath, bail: 1 })
  for (const { number, selections } of left) {
    writeFileSync(planPath, JSON.stringify({ ...plan, always: number } satisfies Plan))
    if (selections.length > 0 && !(await tests.run(selections)).passed) onKilled(mutants[number]!)
  }
  await tests.close()
}

function rewriteOf(mutants: readonly Mutant[], sources: readonly string[]): Rewrite {
  const switched = mutants.map((mutant, number): Switched => ({ mutant, number }))
  const byFile = Map.groupBy(switched, ({ mutant: { file } }) => file)
  return (file, text) => {
    const source = sources.indexOf(file)
    return source < 0 ? undefined : withSwitches(text, byFile.get(file) ?? [], source)
  }
}

/** Goes on with the rest where a mutant had its process ended. */
async function judgeTogether(
  { run, close }: Awaited<ReturnType<typeof openTests>>,
  files: readonly string[],
): Promise<void> {
  let open = files
  for (let deaths = 0; open.length > 0 && deaths < mostDeaths; deaths++) {
    const result = await run(open.map(file => ({ file })))
    const failures = failuresOf(result)
    if (failures.length > 0) throw new Error(`Without any mutant, these tests fail:\n${failures.join('\n')}`)
    const done = new Set(result.modules.filter(module => module.ok()).map(pathOf))
    open = open.filter(file => !done.has(file))
  }
  await close()
}

const pathOf = ({ moduleId }: Run['modules'][number]): string =>
  relative(process.cwd(), moduleId).replaceAll('\\', '/')

function failuresOf({ modules }: Run): readonly string[] {
  return modules.flatMap(module => [
    ...module.errors().map(({ message }) => `${module.relativeModuleId}: ${message}`),
    ...[...module.children.allTests('failed')].map(
      test => `${module.relativeModuleId}: ${test.fullName}\n  ${test.result().errors?.[0]?.message}`,
    ),
  ])
}

function readHeard(path: string): readonly Heard[] {
  if (!existsSync(path)) return []
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line): Heard => JSON.parse(line))
}

function killedOf(heard: readonly Heard[]): ReadonlySet<string> {
  return new Set(heard.flatMap(({ mutant, killed }) => (killed && mutant !== undefined ? [mutant] : [])))
}

interface Apart {
  readonly number: number
  readonly selections: readonly Selection[]
}

/**
 * What is evaluated once, when a source or a file of tests is loaded, and what is kept from then on; with the tests that
 * enter its source, quick ones first, and the files that reached it outside of their tests.
 */
function apart(
  mutants: readonly Mutant[],
  sources: readonly string[],
  heard: readonly Heard[],
): readonly Apart[] {
  const killed = killedOf(heard)
  const tests = heard.filter(({ test, milliseconds = 0 }) => test !== undefined && milliseconds < slowTest)
  return mutants.flatMap((mutant, number) => {
    const name = keyOfMutant(mutant)
    const outside = heard.filter(line => line.mutant === name && line.outside !== undefined)
    if (killed.has(name) || outside.length === 0) return []
    const source = sources.indexOf(mutant.file)
    const entering = Map.groupBy(
      affordable(tests.filter(({ entered }) => entered?.includes(source))),
      ({ file }) => file!,
    )
    for (const { outside: file } of outside) if (!entering.has(file!)) entering.set(file!, [])
    const selections = [...entering]
      .sort(([, a], [, b]) => b.length - a.length)
      .map(([file, some]) => (some.length > 0 ? { file, ids: some.map(({ test }) => test!) } : { file }))
    return [{ number, selections }]
  })
}

/** The quickest of them, as many as one mutant may take. */
function affordable(tests: readonly Heard[]): readonly Heard[] {
  let time = 0
  return tests
    .toSorted((a, b) => (a.milliseconds ?? 0) - (b.milliseconds ?? 0))
    .filter(({ milliseconds = 0 }) => {
      time += milliseconds
      return time < mostTime
    })
}
