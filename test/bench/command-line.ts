// The command line as a process: how long one file and two hundred take, beside Node alone and a peer.

import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { page } from './designs'
import { against, report } from './report'
import { inTurns, ratio, run } from './timing'

/** The peer that lints Mermaid's syntax. It is installed where git does not see it, never as a dependency. */
const peer = { name: '@probelabs/maid', version: '0.0.29', bin: 'node_modules/@probelabs/maid/out/cli.js' }

interface Linters {
  /** Folder of the built command line. */
  readonly built: string
  readonly maid: string
  /** Folder to run in. */
  readonly cwd: string
  /** Folder of two hundred documents. */
  readonly pages: string
}

export async function benchCommandLine(built: string, folder: string): Promise<void> {
  // Not below a folder that git ignores: the linter would pass it by.
  const pages = mkdtempSync(join(tmpdir(), 'arrowsmith-bench-'))
  for (let number = 0; number < 200; number++) writeFileSync(join(pages, `${number}.md`), page(number))
  process.env.XDG_CACHE_HOME = join(folder, 'caches')
  const linters = { built, maid: installed(join(folder, 'peers')), cwd: folder, pages }
  await benchOne(linters)
  await benchMany(linters)
  rmSync(pages, { recursive: true })
}

async function benchOne({ built, maid, cwd, pages }: Linters): Promise<void> {
  const cli = join(built, 'cli.mjs')
  const file = join(pages, '0.md')
  const lint = () => void run([cli, 'lint', file], cwd)
  const cold = await inTurns(25, {
    node: () => void run(['-e', '0'], cwd),
    ours: lint,
    maid: () => void run([maid, file], cwd),
  })
  report({
    what: 'Cold start, one file',
    value: ratio(cold.ours, cold.node),
    unit: '× node -e 0',
    atMost: 2.5,
    detail: against(cold.ours.median, cold.node.median),
  })
  report({
    what: 'Cold start, one file, against maid',
    value: ratio(cold.maid, cold.ours),
    unit: '× faster',
    atLeast: 4,
    detail: against(cold.ours.median, cold.maid.median),
  })
  const first = await inTurns(9, {
    node: () => void run(['-e', '0'], cwd),
    ours: () => {
      rmSync(join(cwd, 'caches'), { recursive: true, force: true })
      return timed(lint)
    },
  })
  report({
    what: 'First start ever, before code is kept compiled',
    value: ratio(first.ours, first.node),
    unit: '× node -e 0',
    detail: against(first.ours.median, first.node.median),
  })
}

async function benchMany({ built, maid, cwd, pages }: Linters): Promise<void> {
  const many = await inTurns(5, {
    ours: () => void run([join(built, 'cli.mjs'), 'lint', pages], cwd),
    maid: () => void run([maid, pages], cwd),
  })
  report({
    what: '200 Markdown files, 400 diagrams, against maid',
    value: ratio(many.maid, many.ours),
    unit: '× faster',
    atLeast: 3,
    detail: against(many.ours.median, many.maid.median),
  })
}

function timed(act: () => void): number {
  const start = performance.now()
  act()
  return performance.now() - start
}

function installed(folder: string): string {
  const bin = join(folder, peer.bin)
  if (existsSync(bin)) return bin
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "private": true }')
  execFileSync('npm', ['install', '--no-audit', '--no-fund', `${peer.name}@${peer.version}`], {
    cwd: folder,
    stdio: 'ignore',
  })
  return bin
}
