// Which tests reach which functions of a room, and how long each takes: found out by running all of them once.

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import { bodiesOf, noting } from './source-tree.ts'
import { openTests, type Run, type Selection } from './tests.ts'

/** Milliseconds of CPU over which a test is left to the whole suite: a mutant should cost seconds. */
const slowTest = 3_000

interface Test {
  readonly file: string
  readonly id: string
  readonly milliseconds: number
  /** Functions, by their places in `functions`. */
  readonly reached: readonly number[]
}

export interface Survey {
  /** Of the sources and tests it was made with. */
  readonly key: string
  /** Of all sources, as `file:start of body`. */
  readonly functions: readonly string[]
  readonly tests: readonly Test[]
}

export interface Asked {
  readonly key: string
  /** Where the survey is kept until sources or tests change. */
  readonly path: string
  readonly sources: ReadonlySet<string>
  readonly testFiles: readonly string[]
}

/** @throws if a test fails without any mutant. */
export async function surveyOf({ key, path, sources, testFiles }: Asked): Promise<Survey> {
  const kept: Survey | undefined = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined
  if (kept?.key === key) return kept
  const functions: string[] = []
  const tests = await openTests({
    rewrite: (file, text) => {
      if (!sources.has(file)) return undefined
      const first = functions.length
      functions.push(...bodiesOf(text).map(({ start }) => `${file}:${start}`))
      return noting(text, first)
    },
    patience: 1_200,
    bail: 0,
  })
  const run = await tests.run(testFiles.map(file => ({ file })))
  await tests.close()
  if (!run.passed) throw new Error(`Without any mutant, these tests fail:\n${failuresOf(run).join('\n')}`)
  const survey = { key, functions, tests: testsOf(run) }
  writeFileSync(path, JSON.stringify(survey))
  return survey
}

function failuresOf({ modules }: Run): readonly string[] {
  return modules.flatMap(module => [
    ...module.errors().map(({ message }) => `${module.relativeModuleId}: ${message}`),
    ...[...module.children.allTests('failed')].map(
      ({ fullName }) => `${module.relativeModuleId}: ${fullName}`,
    ),
  ])
}

function testsOf({ modules }: Run): readonly Test[] {
  return modules.flatMap(module => {
    const ofFile = module.meta().reached ?? []
    return [...module.children.allTests('passed')].map(test => ({
      file: relative(process.cwd(), module.moduleId).replaceAll('\\', '/'),
      id: test.id,
      milliseconds: Math.round(test.meta().cpu ?? 0),
      reached: [...new Set([...ofFile, ...(test.meta().reached ?? [])])],
    }))
  })
}

/**
 * The tests that reach a place: those that call the function around it, or any function of its file where it is outside
 * of all. The first files are those with most of them.
 */
export function testsReaching(
  { functions, tests }: Survey,
  { file, start }: { readonly file: string; readonly start: number },
): readonly Selection[] {
  const around = bodiesOf(readFileSync(file, 'utf8')).findLast(
    body => body.start <= start && start < body.end,
  )
  const wanted = around ? `${file}:${around.start}` : `${file}:`
  const isWanted = (place: number): boolean =>
    around ? functions[place] === wanted : functions[place]?.startsWith(wanted) === true
  const byFile = new Map<string, string[]>()
  for (const test of tests) {
    if (test.milliseconds > slowTest || !test.reached.some(isWanted)) continue
    const ids = byFile.get(test.file) ?? []
    ids.push(test.id)
    byFile.set(test.file, ids)
  }
  return [...byFile].map(([name, ids]) => ({ file: name, ids })).sort((a, b) => b.ids.length - a.ids.length)
}
