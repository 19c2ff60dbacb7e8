// The command line as a process: how long one file and two hundred take, beside Node alone and a peer.

import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { page } from './designs'
import { against, report } from './report'
import { inTurns, run } from './timing'

/** The peer that lints Mermaid's syntax. It is installed where git does not see it, never as a dependency. */
const peer = { name: '@probelabs/maid', version: '0.0.29', bin: 'node_modules/@probelabs/maid/out/cli.js' }

export async function benchCommandLine(built: string, folder: string): Promise<void> {
  const cli = join(built, 'cli.mjs')
  const maid = installed(join(folder, 'peers'))
  // Not below a folder that git ignores: the linter would pass it by.
  const pages = mkdtempSync(join(tmpdir(), 'arrowsmith-bench-'))
  for (let number = 0; number < 200; number++) writeFileSync(join(pages, `${number}.md`), page(number))

  const one = join(pages, '0.md')
  const cold = await inTurns(15, {
    node: () => run(['-e', '0'], folder),
    ours: () => run([cli, 'lint', one], folder),
    maid: () => run([maid, one], folder),
  })
  const ratio = cold.ours.median / cold.node.median
  const detail = against(cold.ours.median, cold.node.median)
  report({ what: 'Cold start, one file', value: ratio, unit: '× node -e 0', atMost: 2.5, detail })
  report({
    what: 'Cold start, one file, against maid',
    value: cold.maid.median / cold.ours.median,
    unit: '× faster',
    atLeast: 4,
    detail: against(cold.ours.median, cold.maid.median),
  })

  const many = await inTurns(5, {
    ours: () => run([cli, 'lint', pages], folder),
    maid: () => run([maid, pages], folder),
  })
  report({
    what: '200 Markdown files, 400 diagrams, against maid',
    value: many.maid.median / many.ours.median,
    unit: '× faster',
    atLeast: 3,
    detail: against(many.ours.median, many.maid.median),
  })
  rmSync(pages, { recursive: true })
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
