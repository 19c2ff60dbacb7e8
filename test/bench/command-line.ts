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
  await benchUnchanged(linters)
  rmSync(pages, { recursive: true })
}

async function benchOne({ built, maid, cwd, pages }: Linters): Promise<void> {
  const cli = join(built, 'cli.mjs')
  const file = join(pages, '0.md')
  const lint = () => void run([cli, 'lint', '--no-cache', file], cwd)
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
    ours: () => void run([join(built, 'cli.mjs'), 'lint', '--no-cache', pages], cwd),
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

/** What nobody has changed since the last run: a thousand documents with findings, and as many without. */
async function benchUnchanged({ built, cwd }: Linters): Promise<void> {
  for (const [what, words] of [
    ['3,800 findings', []],
    ['no findings', ['--preset', 'sketch']],
  ] as const) {
    const folder = mkdtempSync(join(tmpdir(), 'arrowsmith-bench-'))
    for (let number = 0; number < 1000; number++) writeFileSync(join(folder, `${number}.md`), page(number))
    const { ours, node } = await inTurns(9, {
      ours: () => void run([join(built, 'cli.mjs'), 'lint', folder, ...words], cwd),
      node: () => void run(['-e', '0'], cwd),
    })
    report({
      what: `1,000 Markdown files, 2,000 diagrams, unchanged, ${what}`,
      value: ours.median,
      unit: 'ms',
      atMost: 250,
      detail: against(ours.median, node.median),
    })
    rmSync(folder, { recursive: true })
  }
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
