// In the process that runs tests: each test runs as it is and then once more for each mutant that it reached, until one
// of the tests has noticed it. Sources and tests are loaded once for all of them.

import { appendFileSync, readFileSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { type RunnerTestCase, TestRunner } from 'vitest'
import type { Heard, Plan } from './plan.ts'

interface Mutation {
  readonly is: (number: number) => boolean
  readonly step: (source: number) => void
  readonly memory: <M extends object>(make: () => M) => M
  readonly anew: <A extends unknown[], R>(make: () => (...of: A) => R) => (...of: A) => R
}

declare global {
  /** What sources with switches ask; not there without `npm run mutation`. */
  var mutation: Mutation | undefined
}

const plan: Plan = JSON.parse(readFileSync(process.env.MUTATION_PLAN!, 'utf8'))

const reached = new Uint8Array(plan.mutants.length)
const entered = new Uint8Array(plan.sources)
let active = plan.always ?? -1
/** Counts the runs of tests: what one has kept is worked out again in the next, so that each reaches all that it asserts. */
let era = 0
let steps = 0
let mostSteps = Number.POSITIVE_INFINITY

globalThis.mutation = {
  is: number => {
    reached[number] = 1
    return active === number
  },
  step: source => {
    entered[source] = 1
    if (++steps > mostSteps) throw new Error('This mutant does not stop.')
  },
  memory: make => {
    let [memory, of] = [make(), era]
    return new Proxy(memory, {
      get(_, name) {
        if (of !== era) [memory, of] = [make(), era]
        const part: unknown = Reflect.get(memory, name)
        return typeof part === 'function' ? part.bind(memory) : part
      },
    })
  },
  anew: make => {
    let [answer, of] = [make(), era]
    return (...asked) => {
      if (of !== era) [answer, of] = [make(), era]
      return answer(...asked)
    }
  },
}

/** The number of the mutant that runs and the process's CPU time, in ms, when it began; for a thread that can end a loop. */
const running = new Int32Array(new SharedArrayBuffer(8)).fill(-1)
const cpuTime = (): number => process.cpuUsage().user / 1000

const watch = `
const { appendFileSync } = require('node:fs')
const { running, plan } = require('node:worker_threads').workerData
setInterval(() => {
  const [number, begun] = running
  if (number < 0 || process.cpuUsage().user / 1000 - begun < plan.patience) return
  appendFileSync(plan.heard, JSON.stringify({ mutant: plan.mutants[number], killed: true }) + '\\n')
  process.kill(process.pid, 'SIGKILL')
}, 500)`

new Worker(watch, { eval: true, workerData: { running, plan } }).unref()
if (active >= 0) running.set([active, cpuTime()])

/** Mutants that some test noticed, by number; other processes may have found them. */
function readKilled(): Set<number> {
  const lines = readFileSync(plan.heard, 'utf8').split('\n').filter(Boolean)
  const killed = new Set(
    lines.map((line): Heard => JSON.parse(line)).flatMap(heard => (heard.killed ? [heard.mutant] : [])),
  )
  return new Set(plan.mutants.flatMap((name, number) => (killed.has(name) ? [number] : [])))
}

function say(heard: Heard): void {
  appendFileSync(plan.heard, `${JSON.stringify(heard)}\n`)
}

function placesOf(marks: Uint8Array): readonly number[] {
  const found = [...marks.entries()].flatMap(([place, mark]) => (mark ? [place] : []))
  marks.fill(0)
  return found
}

const spent = new Map<number, number>()

/**
 * `missing-timeout > …` is about `missing-timeout.ts`, `roles.test.ts` about `roles.ts`, `availability.property.test.ts`
 * about what is in `availability/`: such tests are asked whatever others have taken.
 */
function isNamedAfter({ fullName, file }: RunnerTestCase, number: number): boolean {
  const [, folder, name] = /([\w-]+)\/([\w-]+)\.ts:/.exec(plan.mutants[number] ?? '') ?? []
  const [about] = file.name.replace(/^.*\//, '').split('.')
  return name !== undefined && (fullName.includes(name) || about === name || about === folder)
}

/** Mutants that were reached while they were on. */
const warm = new Set<number>()

/** What only a process of its own can judge. */
const cold = new Set<string>()

function leave(number: number, file: string): void {
  const mutant = plan.mutants[number]!
  if (cold.has(`${mutant} ${file}`)) return
  cold.add(`${mutant} ${file}`)
  say({ mutant, outside: file })
}

export default class extends TestRunner {
  killed = new Set<number>()

  override onCollectStart(file: Parameters<TestRunner['onCollectStart']>[0]): void {
    super.onCollectStart(file)
    this.killed = readKilled()
  }

  async runTask(test: RunnerTestCase): Promise<void> {
    const run = TestRunner.getTestFn(test)
    if (plan.always !== undefined) return run()
    // What a file does before its first test; what later ones share is loaded by then.
    const outside = placesOf(reached)
    const file = test.file.name
    for (const number of outside) leave(number, file)
    ;[steps, mostSteps] = [0, Number.POSITIVE_INFINITY]
    era++
    const begun = cpuTime()
    await run()
    const milliseconds = cpuTime() - begun
    const stepsNeeded = steps
    const here = placesOf(reached)
    say({ test: test.id, file, milliseconds, entered: placesOf(entered) })
    if (milliseconds > plan.slow) return
    for (const number of here) {
      const before = spent.get(number) ?? 0
      if (this.killed.has(number)) continue
      if (before > plan.budget && milliseconds > plan.quick && !isNamedAfter(test, number)) continue
      mostSteps = 20 * stepsNeeded + 100_000
      await this.#judge(number, run, test)
      spent.set(number, before + milliseconds)
    }
    mostSteps = Number.POSITIVE_INFINITY
    placesOf(reached)
    placesOf(entered)
  }

  async #judge(number: number, run: () => unknown, test: RunnerTestCase): Promise<void> {
    const mutant = plan.mutants[number]!
    active = number
    steps = 0
    era++
    reached[number] = 0
    running.set([number, cpuTime()])
    const passed = await passes(run)
    running.set([-1])
    active = -1
    era++
    const isCold = reached[number] === 0
    const exceeded = steps > mostSteps
    steps = 0
    if (passed && !exceeded) {
      // Something keeps what the source said before it was changed, unless it keeps what the mutant said.
      if (!isCold) warm.add(number)
      else if (!warm.has(number)) leave(number, test.file.name)
      return
    }
    if (await passes(run)) {
      this.killed.add(number)
      say({ mutant, killed: true, by: test.fullName })
      return
    }
    // Something keeps what the mutant said: only a process of its own can tell.
    leave(number, test.file.name)
    process.kill(process.pid, 'SIGKILL')
  }
}

async function passes(run: () => unknown): Promise<boolean> {
  try {
    await run()
    return true
  } catch {
    return false
  }
}
