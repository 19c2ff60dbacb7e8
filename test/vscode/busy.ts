// `npm run test:busy`: the window's suites begin ten times in a row, each on a server of its own, beside two busy loops.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from './paths'

const rounds = Number(process.argv[2] ?? 10)
/** They end with this process, however it ends. */
const loops: readonly ChildProcess[] = Array.from({ length: 2 }, () =>
  spawn(process.execPath, ['-e', `while (process.ppid === ${process.pid});`], { stdio: 'ignore' }),
)

/** Prints what a round did where it failed. */
function passes(round: number): boolean {
  const began = Date.now()
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'dist', 'test', 'run.mjs'), 'beginning'],
    { encoding: 'utf8' },
  )
  const seconds = Math.round((Date.now() - began) / 1000)
  console.log(`${status === 0 ? '✓' : '✗'} round ${round} of ${rounds}, ${seconds} s`)
  if (status !== 0) console.log(stdout + stderr)
  return status === 0
}

try {
  const passed = Array.from({ length: rounds }, (_, round) => passes(round + 1)).filter(Boolean).length
  console.log(`${passed} passed, ${rounds - passed} failed`)
  process.exitCode = passed === rounds ? 0 : 1
} finally {
  for (const loop of loops) loop.kill()
}
