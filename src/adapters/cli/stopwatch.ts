// How long the parts of a run take, for `--stats`: CPU time, since the clock also counts what else the machine does.

import type { Context } from '../../service'

/** Takes note of the time of work that it lets through. */
export interface Stopwatch {
  /** A part of the run. */
  phase<T>(name: string, work: () => T | Promise<T>): Promise<T>
  /** Work on one document; several times on the same add up. */
  document<T>(path: string, work: () => T): T
  /** A document's findings are known from an earlier run. */
  recalled(): void
  /** Work of one rule. */
  readonly timed?: Context['timed']
}

export const unwatched: Stopwatch = {
  phase: async (_, work) => await work(),
  document: (_, work) => work(),
  recalled() {},
}

/** CPU time in milliseconds by name. */
export type Times = ReadonlyMap<string, number>

export interface Measured extends Stopwatch {
  readonly phases: Times
  readonly documents: Times
  readonly rules: Times
  /** How many documents were not analyzed, because their findings were known. */
  readonly known: () => number
}

export function startStopwatch(): Measured {
  const phases = new Map<string, number>()
  const documents = new Map<string, number>()
  const rules = new Map<string, number>()
  const timedIn =
    (times: Map<string, number>) =>
    <T>(name: string, work: () => T): T => {
      const start = process.cpuUsage()
      const result = work()
      add(times, name, start)
      return result
    }
  let known = 0
  return {
    phases,
    documents,
    rules,
    known: () => known,
    recalled() {
      known++
    },
    async phase(name, work) {
      const start = process.cpuUsage()
      const result = await work()
      add(phases, name, start)
      return result
    },
    document: timedIn(documents),
    timed: timedIn(rules),
  }
}

function add(times: Map<string, number>, name: string, start: NodeJS.CpuUsage): void {
  const { user, system } = process.cpuUsage(start)
  times.set(name, (times.get(name) ?? 0) + (user + system) / 1000)
}
