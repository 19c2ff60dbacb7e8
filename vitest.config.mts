// The unit and integration tests that run in plain Node; the VS Code suites have their own scripts.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/vscode/**'],
    globalSetup: 'test/setup.ts',
    testTimeout: 30_000,
    // One process for each core: left alone, vitest keeps one core for itself.
    maxWorkers: '100%',
    reporters: ['default'],
  },
})
