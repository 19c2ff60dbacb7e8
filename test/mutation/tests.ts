// The tests in one warm process, with sources changed on their way into them.

import { join, relative } from 'node:path'
import { createVitest, type TestModule, type TestSpecification } from 'vitest/node'

const root = join(import.meta.dirname, '../..')

/** Some tests of a file, by their ids; all of them without ids. */
export interface Selection {
  readonly file: string
  readonly ids?: readonly string[]
}

/** What tests read instead of a source, named from the project's root. */
export type Rewrite = (file: string, text: string) => string | undefined

export interface Tests {
  /** Runs tests until one fails, in files that run side by side. */
  readonly run: (selections: readonly Selection[]) => Promise<Run>
  /** Has a source read anew by the next run. */
  readonly forget: (file: string) => void
  readonly close: () => Promise<void>
}

export interface Run {
  readonly passed: boolean
  readonly modules: readonly TestModule[]
}

export interface Openness {
  readonly rewrite: Rewrite
  /** Seconds of CPU after which a file of tests is taken for one that never stops. */
  readonly patience: number
  /** Failures after which the rest is not run; 0 for never. */
  readonly bail: number
}

export async function openTests({ rewrite, patience, bail }: Openness): Promise<Tests> {
  const vitest = await createVitest(
    {
      root,
      config: false,
      watch: false,
      reporters: [{}],
      include: ['test/**/*.test.ts'],
      setupFiles: ['test/mutation/worker.ts'],
      testTimeout: 600_000,
      bail,
      maxWorkers: '100%',
      env: { PATIENCE: String(patience) },
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
    forget: file => vitest.invalidateFile(join(root, file)),
    close: () => vitest.close(),
  }
}
