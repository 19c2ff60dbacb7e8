// Diagrams in the comments of source code: looked at where that is wanted, at their places, and mended in their comments.

import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
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

it('are compared at two revisions, where that is wanted', async () => {
  const cwd = folderOf(files)
  const git = (...words: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...words], { cwd })
  git('init', '--quiet')
  git('add', '.')
  git('commit', '--quiet', '-m', 'one')
  const changed = design.replace('500ms', '3s')
  writeFileSync(join(cwd, 'src/a.rs'), embedded.code(changed))
  writeFileSync(join(cwd, 'src/b.py'), embedded.python(changed))
  git('commit', '--quiet', '-am', 'two')
  const compared = async (...words: readonly string[]) =>
    (await arrowsmith(['diff', 'HEAD~1', 'HEAD', 'src', ...words], { cwd })).stdout
  expect(await compared()).toBe('no change in calls, flows or findings\n')
  expect(await compared('--comments')).toMatch(/^src\/a\.rs\n[\s\S]*\nsrc\/b\.py\n/)
})

it('are mended with the marks of their comment', async () => {
  const misspelt = `${flawless}  db@{ shape: cyl, replcas: 2 }\n`
  const cwd = folderOf({ 'a.rs': embedded.code(misspelt) })
  expect((await arrowsmith(['lint', '--fix', 'a.rs'], { cwd })).code).toBe(0)
  expect(readFileSync(join(cwd, 'a.rs'), 'utf8')).toBe(embedded.code(misspelt.replace('replcas', 'replicas')))
})
