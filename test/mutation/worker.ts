// In each process that runs tests: notes which functions each test reached, and ends a process that hangs in a loop,
// which nothing inside it can do.

import { Worker } from 'node:worker_threads'
import { afterAll, afterEach, beforeEach } from 'vitest'

declare global {
  /** 1 for each function that was called since the last test began. */
  var reached: Uint8Array
}

declare module 'vitest' {
  interface TaskMeta {
    /** Numbers of functions. */
    reached?: readonly number[]
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

/** More than any room has. */
const mostFunctions = 2 ** 15

globalThis.reached = new Uint8Array(mostFunctions)
const outside = new Set<number>()

/** What was reached since it was last asked. */
function taken(): readonly number[] {
  const found: number[] = []
  for (let at = globalThis.reached.indexOf(1); at >= 0; at = globalThis.reached.indexOf(1, at + 1))
    found.push(at)
  globalThis.reached.fill(0)
  return found
}

let begun = process.cpuUsage()

beforeEach(() => {
  for (const place of taken()) outside.add(place)
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
