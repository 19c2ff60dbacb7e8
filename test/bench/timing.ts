// Times that mean something on a busy machine: candidates take turns, medians and ratios are what counts.

import { spawnSync } from 'node:child_process'

export interface Times {
  /** Milliseconds. */
  readonly median: number
  readonly p95: number
}

/** Times of each candidate; they run in turn, `rounds` times each, after one round that does not count. */
export async function inTurns<K extends string>(
  rounds: number,
  candidates: Readonly<Record<K, () => unknown>>,
): Promise<Readonly<Record<K, Times>>> {
  const names = Object.keys(candidates) as K[]
  const times = new Map<K, number[]>(names.map(name => [name, []]))
  for (let round = -1; round < rounds; round++) {
    for (const name of names) {
      const start = performance.now()
      await candidates[name]()
      if (round >= 0) times.get(name)?.push(performance.now() - start)
    }
  }
  return Object.fromEntries(names.map(name => [name, summary(times.get(name) ?? [])])) as Record<K, Times>
}

/** A process from start to end, with the Node that runs this. Its exit code may be anything but a crash. */
export function run(words: readonly string[], cwd: string): void {
  const { error, status, stderr } = spawnSync(process.execPath, words, { cwd, encoding: 'utf8' })
  if (error) throw error
  if (status === null || status > 1) throw new Error(`${words.join(' ')} ended with ${status}: ${stderr}`)
}

function summary(times: readonly number[]): Times {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { median: at(0.5), p95: at(0.95) }
}
