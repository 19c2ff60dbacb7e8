// The tests in processes that live for one run, with sources changed on their way into them.

import { join, relative } from 'node:path'
import { BaseSequencer, createVitest, type TestModule, type TestSpecification } from 'vitest/node'

const root = join(import.meta.dirname, '../..')

/** Some tests of a file, by their ids; all of them without ids. */
export interface Selection {
  readonly file: string
  readonly ids?: readonly string[]
}

/** What tests read instead of a source, named from the project's root. */
export type Rewrite = (file: string, text: string) => string | undefined

export interface Tests {
  /** Runs tests, one file after the other, until `bail` of them have failed. */
  readonly run: (selections: readonly Selection[]) => Promise<Run>
  readonly close: () => Promise<void>
}

export interface Run {
  readonly passed: boolean
  readonly modules: readonly TestModule[]
}

export interface Openness {
  readonly rewrite: Rewrite
  /** The file that says what to do, see `Plan`. */
  readonly plan: string
  /** Failures after which the rest is not run; 0 for never. */
  readonly bail: number
}

/** Vitest would begin with the slow ones; the quick ones tell sooner. */
class AsGiven extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files
  }
}

export async function openTests({ rewrite, plan, bail }: Openness): Promise<Tests> {
  const vitest = await createVitest(
    {
      root,
      config: false,
      watch: false,
      reporters: [{}],
      include: ['test/**/*.test.ts'],
      runner: 'test/mutation/runner.ts',
      testTimeout: 3_600_000,
      bail,
      isolate: false,
      sequence: { sequencer: AsGiven },
      maxWorkers: 1,
      env: { MUTATION_PLAN: plan },
      // A change on the way is no part of the key.
      fsModuleCache: false,
    },
    {
      plugins: [
        {
          name: 'rewrite',
          enforce: 'pre',
          transform: (text, id) => rewrite(relative(root, id.split('?')[0]!).replaceAll('\\', '/'), text),
        },
      ],
    },
  )
  await vitest.standalone()
  const [project] = vitest.projects
  if (!project) throw new Error('vitest has no project')
  const specificationOf = ({ file, ids }: Selection): TestSpecification =>
    project.createSpecification(join(root, file), ids ? { testIds: [...ids] } : undefined)
  return {
    run: async selections => {
      const { testModules, unhandledErrors } = await vitest.runTestSpecifications(
        selections.map(specificationOf),
      )
      // Vitest also gives those of earlier runs.
      const files = new Set(selections.map(({ file }) => join(root, file)))
      const modules = testModules.filter(({ moduleId }) => files.has(moduleId))
      return { passed: unhandledErrors.length === 0 && modules.every(module => module.ok()), modules }
    },
    close: () => vitest.close(),
  }
}
