// Diagrams in the comments of source code: looked at where that is wanted, at their places, and mended in their comments.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { embedded } from '../hosts'
import { build, design, flawless, folderOf, runner } from './program'

const arrowsmith = runner(build('cli'))

const files = {
  'src/a.rs': embedded.code(design),
  'src/b.py': embedded.python(design),
  'src/c.ts': 'const none = "mermaid"\n',
}
const lint = (cwd: string, ...words: readonly string[]) =>
  arrowsmith(['lint', '--format', 'agent', '--rule', 'unlabeled-arrow=warning', ...words], { cwd })
const found = [
  expect.stringMatching(/^src\/a\.rs:8:13: warning unlabeled-arrow/),
  expect.stringMatching(/^src\/b\.py:8:14: warning unlabeled-arrow/),
  '',
]

it('are left alone by default', async () => {
  expect((await lint(folderOf(files))).stdout).toBe('')
})

it('are looked at with --comments, by configuration, and in files that are named', async () => {
  expect((await lint(folderOf(files), '--comments')).stdout.split('\n')).toEqual(found)
  const configured = (settings: string) => folderOf({ ...files, 'arrowsmith.config.json': settings })
  expect((await lint(configured('{ "comments": true }'))).stdout.split('\n')).toEqual(found)
  const some = configured('{ "files": { "**/*.py": { "comments": true } } }')
  expect((await lint(some)).stdout.split('\n')).toEqual(found.slice(1))
  expect((await lint(folderOf(files), 'src/a.rs', 'src/b.py')).stdout.split('\n')).toEqual(found)
})

it('are mended with the marks of their comment', async () => {
  const misspelt = `${flawless}  db@{ shape: cyl, replcas: 2 }\n`
  const cwd = folderOf({ 'a.rs': embedded.code(misspelt) })
  expect((await arrowsmith(['lint', '--fix', 'a.rs'], { cwd })).code).toBe(0)
  expect(readFileSync(join(cwd, 'a.rs'), 'utf8')).toBe(embedded.code(misspelt.replace('replcas', 'replicas')))
})
