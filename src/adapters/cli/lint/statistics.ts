// What `--stats` prints: where a run's CPU time went.

import type { Measured, Times } from '../stopwatch'

const most = 10

/** Phases in their order; rules and documents by their time, the slowest first. */
export function statistics({ phases, rules, documents, known }: Measured): string {
  return [
    'CPU time by phase',
    ...rows([...phases]),
    '',
    `Slowest rules of ${rules.size}`,
    ...rows(slowest(rules)),
    '',
    `Slowest documents of ${documents.size}; the findings of ${known()} came from the cache`,
    ...rows(slowest(documents)),
  ].join('\n')
}

const slowest = (times: Times): [string, number][] => [...times].sort(([, a], [, b]) => b - a).slice(0, most)

const rows = (times: readonly [string, number][]): string[] =>
  times.map(([name, milliseconds]) => `${milliseconds.toFixed(1).padStart(10)} ms  ${name}`)
