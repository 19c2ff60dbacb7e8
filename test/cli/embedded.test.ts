// Documents of every host, colors and assumptions, by the command line as a process.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { embedded } from '../hosts'
import { build, design, folderOf, runner } from './program'

const arrowsmith = runner(build('cli'))

const extensions = {
  mermaid: 'mmd',
  markdown: 'md',
  mdx: 'mdx',
  notebook: 'ipynb',
  html: 'html',
  asciidoc: 'adoc',
  restructuredtext: 'rst',
} as const

const report = z.object({
  files: z.array(
    z.object({ path: z.string(), findings: z.array(z.object({ rule: z.string(), line: z.number() })) }),
  ),
})

it('finds the same in every host, where it stands in the file', async () => {
  const files = Object.entries(extensions).map(
    ([language, extension]) =>
      [`design.${extension}`, embedded[language as keyof typeof extensions](design)] as const,
  )
  const cwd = folderOf(Object.fromEntries(files))
  const { stdout } = await arrowsmith(['lint', '--format', 'json', '--exit-zero', '.'], { cwd })
  const found = report
    .parse(JSON.parse(stdout))
    .files.flatMap(({ path, findings }) =>
      findings.filter(({ rule }) => rule === 'unlabeled-arrow').map(({ line }) => ({ path, line })),
    )
  expect(found.map(({ path }) => path).sort()).toEqual(files.map(([name]) => name).sort())
  for (const { path, line } of found)
    expect(readFileSync(join(cwd, path), 'utf8').split('\n')[line - 1]).toContain('orders --')
})

it('prints colors where they are asked for, and none with --no-color', async () => {
  const cwd = folderOf({ 'a.mmd': design })
  const env = { NO_COLOR: '', FORCE_COLOR: '1' }
  const printed = async (...words: readonly string[]) =>
    (await arrowsmith(['lint', '--exit-zero', ...words, 'a.mmd'], { cwd, env })).stdout
  expect(await printed('--color')).toContain('\u001b[')
  expect(await printed('--no-color')).not.toContain('\u001b[')
})

it('lists what flows assume only when asked', async () => {
  const cwd = folderOf({ 'a.mmd': 'flowchart LR\n  web[Web app] -->|HTTPS| api[Order API]\n' })
  const [briefly, fully] = await Promise.all([
    arrowsmith(['flows', 'a.mmd'], { cwd }),
    arrowsmith(['flows', '--assumed', 'a.mmd'], { cwd }),
  ])
  expect(fully.stdout).toMatch(/^ +api: p50 10 ms \(/m)
  expect(briefly.stdout).toMatch(/^ +\d figures are assumed\.$/m)
  expect(briefly.stdout).not.toContain('api: p50')
})
