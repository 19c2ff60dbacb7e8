// In each process that runs tests: notes which functions each test reached, and ends a process that hangs in a loop,
// which nothing inside it can do.

import { Worker } from 'node:worker_threads'
import { afterAll, afterEach, beforeEach } from 'vitest'

declare global {
  /** Names of functions that were called since the last test began. */
  var reached: Set<string> | undefined
}

declare module 'vitest' {
  interface TaskMeta {
    reached?: readonly string[]
    /** Milliseconds of CPU. */
    cpu?: number
  }
}

/** By CPU time, so that a busy machine does not look like a loop. */
const watch = `setInterval(() => {
  const { user, system } = process.cpuUsage()
  if (user + system > ${process.env.PATIENCE} * 1e6) process.kill(process.pid, 'SIGKILL')
}, 500)`

new Worker(watch, { eval: true }).unref()

globalThis.reached = new Set()
const outside = new Set<string>()

/** What was reached since it was last asked. */
function taken(): readonly string[] {
  const names = [...(globalThis.reached ?? [])]
  globalThis.reached = new Set()
  return names
}

let begun = process.cpuUsage()

beforeEach(() => {
  for (const name of taken()) outside.add(name)
  begun = process.cpuUsage()
})

afterEach(({ task }) => {
  task.meta.reached = taken()
  task.meta.cpu = process.cpuUsage(begun).user / 1000
})

// biome-ignore lint/correctness/noEmptyPattern: vitest reads the names of fixtures from it.
afterAll(({}, file) => {
  file.meta.reached = [...outside]
})
