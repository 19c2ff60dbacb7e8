// `arrowsmith format`: what it writes, what it only shows, and what it leaves alone.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { build, folderOf, runner } from './program'

const arrowsmith = runner(build('cli'))

const untidy = `flowchart LR; web[Web app]-->|"HTTPS"| api["Order API"]
subgraph eu [Europe]
api-->db[(Orders)] ;
   %% db@{replicas: 2,p99:  20ms}
end
`
const tidy = `flowchart LR
  web[Web app] -->|HTTPS| api[Order API]
  subgraph eu [Europe]
    api --> db[(Orders)]
    %% db@{ replicas: 2, p99: 20ms }
  end
`

it('writes what changes, and the next time nothing', async () => {
  const folder = folderOf({ 'a.mmd': untidy, 'b.mmd': tidy })
  expect(await arrowsmith(['format'], { cwd: folder })).toEqual({
    ...{ code: 0, stdout: 'formatted a.mmd\n', stderr: '' },
  })
  expect(readFileSync(join(folder, 'a.mmd'), 'utf8')).toBe(tidy)
  expect(await arrowsmith(['format'], { cwd: folder })).toEqual({ code: 0, stdout: '', stderr: '' })
})

it('only says what would change for --check, and shows it for --diff', async () => {
  const folder = folderOf({ 'a.mmd': untidy, 'b.mmd': tidy })
  const checked = await arrowsmith(['format', '--check'], { cwd: folder })
  expect([checked.code, checked.stdout]).toEqual([1, 'a.mmd: is not formatted\n'])
  const { code, stdout } = await arrowsmith(['format', '--diff'], { cwd: folder })
  expect(code).toBe(0)
  expect(stdout).toContain('--- a.mmd')
  expect(stdout).toContain('-api-->db[(Orders)] ;\n')
  expect(stdout).toContain('+    api --> db[(Orders)]\n')
  expect(stdout).not.toContain('b.mmd')
  expect(readFileSync(join(folder, 'a.mmd'), 'utf8')).toBe(untidy)
  expect((await arrowsmith(['format', '--check', 'b.mmd'], { cwd: folder })).code).toBe(0)
})

it('prints standard input laid out, byte for byte', async () => {
  const { code, stdout } = await arrowsmith(['format', '-', '--stdin-filename', 'a.mmd'], { input: untidy })
  expect([code, stdout]).toEqual([0, tidy])
  const marked = await arrowsmith(['format', '-'], { input: `\ufeff${tidy.trimEnd()}` })
  expect(marked.stdout).toBe(`\ufeff${tidy.trimEnd()}`)
})

it('keeps line breaks, marks, quotes and all that is no diagram', async () => {
  const quoted = (text: string) => text.replace(/^(?=.)/gm, '> ')
  const document = (diagram: string) =>
    `\ufeff# Orders\n\n-   a list ;  of  things\n\n${quoted(`\`\`\`mermaid\n${diagram}\`\`\`\n`)}\nEnd  of it.\n`.replaceAll(
      '\n',
      '\r\n',
    )
  const folder = folderOf({ 'a.md': document(untidy) })
  expect((await arrowsmith(['format', 'a.md'], { cwd: folder })).code).toBe(0)
  expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe(document(tidy))
})

it('leaves diagrams alone that Mermaid refuses, and those that it does not read', async () => {
  const broken = 'flowchart LR\n   a[-->b;\n'
  const pie = 'pie\n   "a" : 3\n'
  const folder = folderOf({ 'a.mmd': broken, 'b.mmd': pie, 'c.md': 'No  diagram ;\n' })
  expect(await arrowsmith(['format'], { cwd: folder })).toEqual({ code: 0, stdout: '', stderr: '' })
  expect(readFileSync(join(folder, 'a.mmd'), 'utf8')).toBe(broken)
})
