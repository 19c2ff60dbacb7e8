// Times that mean something on a busy machine: candidates take turns, medians and ratios are what counts.

import { spawnSync } from 'node:child_process'

export interface Times {
  /** Milliseconds. */
  readonly median: number
  readonly p95: number
  /** Of each round, in order. */
  readonly rounds: readonly number[]
}

/** Times of each candidate; they run in turn, `rounds` times each, after one round that does not count.
 * A candidate that gives a number has taken its own time, in milliseconds. */
export async function inTurns<K extends string>(
  rounds: number,
  candidates: Readonly<Record<K, () => unknown>>,
): Promise<Readonly<Record<K, Times>>> {
  const names = Object.keys(candidates) as K[]
  const times = new Map<K, number[]>(names.map(name => [name, []]))
  for (let round = -1; round < rounds; round++) {
    for (const name of names) {
      const start = performance.now()
      const result = await candidates[name]()
      const time = typeof result === 'number' ? result : performance.now() - start
      if (round >= 0) times.get(name)?.push(time)
    }
  }
  return Object.fromEntries(names.map(name => [name, summary(times.get(name) ?? [])])) as Record<K, Times>
}

/** How many times as long `a` takes as `b`: the median over the rounds, in each of which both met the same machine. */
export function ratio(a: Times, b: Times): number {
  return summary(a.rounds.map((time, round) => time / (b.rounds[round] ?? Number.NaN))).median
}

/** A process from start to end, with the Node that runs this; gives what it prints. Its exit code may be anything but a crash. */
export function run(words: readonly string[], cwd: string): string {
  const { error, status, stdout, stderr } = spawnSync(process.execPath, words, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  })
  if (error) throw error
  if (status === null || status > 1) throw new Error(`${words.join(' ')} ended with ${status}: ${stderr}`)
  return stdout
}

function summary(rounds: readonly number[]): Times {
  const sorted = [...rounds].sort((a, b) => a - b)
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { median: at(0.5), p95: at(0.95), rounds }
}
