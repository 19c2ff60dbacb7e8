// The tests with one mutant in the place of its source: MUTANT holds it as JSON.
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import type { Mutant } from './mutants'

const root = join(import.meta.dirname, '../..')
const mutant: Mutant | undefined = JSON.parse(process.env.MUTANT ?? 'null') ?? undefined

export default defineConfig({
  root,
  plugins: [
    {
      name: 'mutant',
      enforce: 'pre',
      transform(text, id) {
        if (!mutant || id.split('?')[0] !== join(root, mutant.file)) return undefined
        return `${text.slice(0, mutant.start)}${mutant.replacement}${text.slice(mutant.end)}`
      },
    },
  ],
  test: {
    include: ['test/**/*.test.ts'],
    bail: 1,
    testTimeout: 60_000,
    maxWorkers: '100%',
    // A mutant is no part of the key.
    fsModuleCache: false,
  },
})
