// The unit and integration tests that run in plain Node; the VS Code suites have their own scripts.
import { defineConfig } from 'vitest/config'

/**
 * Tests that only call functions: a process loads the sources once and runs one file after the other. The rest builds,
 * starts other processes, measures CPU time or replaces what JavaScript brings: each of these files has its own.
 */
const functions = [
  'test/{conformance,fixes,knowledge,math,model,recognition,rules,service,text}/**/*.test.ts',
  'test/flows/!(presentation).test.ts',
  'test/{architecture,diagrams,manifest,notices,robustness,rules,style,translations,words}.test.ts',
]

export default defineConfig({
  test: {
    globalSetup: 'test/setup.ts',
    // What hangs is ended; what is slow on a busy machine is not.
    testTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } },
    // One process for each core: left alone, vitest keeps one core for itself.
    maxWorkers: '100%',
    reporters: ['default'],
    projects: [
      { extends: true, test: { name: 'functions', include: functions, isolate: false } },
      {
        extends: true,
        test: { name: 'apart', include: ['test/**/*.test.ts'], exclude: [...functions, 'test/vscode/**'] },
      },
    ],
  },
})
