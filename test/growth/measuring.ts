// One generator in a process of its own, named after `--measure`: a line of JSON for each measurement.

import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { measured } from './measure'
import { texts } from './texts'

export { exponentOf, longestOf } from './measure'

export const names = texts.map(({ name }) => name)

const sizes = [1000, 1778, 3162, 5623, 10_000, 31_623, 100_000]

/** CPU time that one measurement may take: what takes longer is ended, and tells so by its exit code. */
const patience = 30

/** As little as the main thread has: what recurses must not get further here than where it ships. */
const stackSizeMb = 1

const [flag, wanted] = process.argv.slice(2)
if (isMainThread && flag === '--measure') watch(wanted ?? '')
else if (!isMainThread) await measure(String(workerData))

/** Only another thread can stop a loop that never asks. */
function watch(name: string): void {
  const worker = new Worker(new URL(import.meta.url), { workerData: name, resourceLimits: { stackSizeMb } })
  let since = process.cpuUsage()
  worker.on('message', measurement => {
    since = process.cpuUsage()
    console.log(JSON.stringify(measurement))
  })
  const timer = setInterval(() => {
    const { user, system } = process.cpuUsage(since)
    if (user + system > patience * 1e6) process.exit(3)
  }, 200)
  worker.on('error', error => console.error(String(error)))
  worker.on('exit', code => {
    clearInterval(timer)
    process.exitCode = code
  })
}

async function measure(name: string): Promise<void> {
  const generator = texts.find(known => known.name === name)
  if (!generator) throw new Error(`no generator is called ${name}`)
  // Compiled before anything counts.
  for (let round = 0; round < 3; round++) for await (const _ of measured(generator, [100], { seconds: 1 }));
  for await (const measurement of measured(generator, sizes, { seconds: 2 }))
    parentPort?.postMessage(measurement)
}
