// The smaller commands: diff, inspect, explain, rules, init.

import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { inspectContract } from './contract'
import { build, design, flawless, folderOf, runner } from './program'

const arrowsmith = runner(build('cli'))

describe('diff', () => {
  it('names the findings that come and go between two files', async () => {
    const cwd = folderOf({ 'old.mmd': flawless, 'new.mmd': design })
    const forth = await arrowsmith(['diff', 'old.mmd', 'new.mmd'], { cwd })
    const back = await arrowsmith(['diff', 'new.mmd', 'old.mmd', '--format', 'markdown'], { cwd })
    expect(forth.stdout).toMatch(/^new\.mmd\n[\s\S]*new \w+ at line 3: unlabeled-arrow: /)
    expect(back.stdout).toMatch(/^### old\.mmd\n[\s\S]*- gone \w+ at line 3: unlabeled-arrow: /)
  })

  it('compares Git revisions with the files of the same path', async () => {
    const cwd = folderOf({ 'docs/a.mmd': design })
    const git = (...words: string[]) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...words], { cwd, stdio: 'pipe' })
    git('init', '-q')
    git('add', '.')
    git('commit', '-q', '-m', 'one')
    writeFileSync(join(cwd, 'docs/a.mmd'), flawless)
    git('commit', '-q', '-a', '-m', 'two')
    const versions = z.object({
      version: z.literal(1),
      files: z.array(z.object({ path: z.string(), removed: z.array(z.object({ rule: z.string() })) })),
    })
    const read = async (...words: string[]) =>
      versions.parse(JSON.parse((await arrowsmith(['diff', ...words, '--format', 'json'], { cwd })).stdout))
    expect((await read('HEAD~1', 'HEAD', 'docs/a.mmd')).files[0]?.removed.map(({ rule }) => rule)).toContain(
      'unlabeled-arrow',
    )
    expect(
      (await read('HEAD~1:docs/a.mmd', 'docs/a.mmd')).files[0]?.removed.map(({ rule }) => rule),
    ).toContain('unlabeled-arrow')
    const unknown = await arrowsmith(['diff', 'nowhere', 'HEAD', 'docs/b.mmd'], { cwd })
    expect(unknown).toMatchObject({ code: 2, stdout: '' })
    expect(unknown.stderr).toMatch(/^arrowsmith: nowhere:docs\/b\.mmd: [^\n]+\n$/)
  })

  it('says that nothing changed', async () => {
    const cwd = folderOf({ 'a.mmd': design, 'b.mmd': `%% moved\n${design}` })
    expect((await arrowsmith(['diff', 'a.mmd', 'b.mmd'], { cwd })).stdout).toBe(
      'b.mmd\n  no change in flows or findings\n',
    )
  })
})

describe('inspect', () => {
  it('gives what is understood of each diagram', async () => {
    const { stdout } = await arrowsmith(['inspect'], {
      cwd: folderOf({ 'a.md': `# A\n\n\`\`\`mermaid\n${design}\`\`\`\n` }),
    })
    const { diagrams } = inspectContract.parse(JSON.parse(stdout))
    expect(diagrams).toHaveLength(1)
    expect(diagrams[0]).toMatchObject({
      path: 'a.md',
      line: 4,
      family: 'flowchart',
      direction: 'LR',
      problems: [],
    })
    expect(diagrams[0]?.nodes.map(({ id }) => id)).toEqual(['web', 'orders', 'stock', 'db'])
    expect(diagrams[0]?.arrows.map(({ from, to, line }) => [from, to, line])).toEqual([
      ['web', 'orders', 5],
      ['orders', 'stock', 6],
      ['orders', 'db', 7],
    ])
  })
})

describe('explain', () => {
  it('explains a protocol', async () => {
    const { code, stdout } = await arrowsmith(['explain', 'grpc'])
    expect(code).toBe(0)
    expect(stdout).toContain('gRPC')
  })

  it('shows the page of a rule: why, what to write, a diagram and what is said of it', async () => {
    const { code, stdout } = await arrowsmith(['explain', 'retry-layering'])
    expect(code).toBe(0)
    expect(stdout).toContain('# retry-layering\n')
    expect(stdout).toContain('Retry in one place')
    expect(stdout).toMatch(/^%% +\^+ 3 × 4 × 3 = 36 attempts can reach Postgres/m)
    expect(stdout).not.toMatch(/<!--|expect:|## Fixed/)
  })

  it('understands a misspelt term', async () => {
    const { code, stdout } = await arrowsmith(['explain', 'websockt'])
    expect(code).toBe(0)
    expect(stdout).toContain('WebSocket')
  })
})

describe('rules', () => {
  it('lists them all, for people and as JSON', async () => {
    const list = z.object({
      version: z.literal(1),
      rules: z.array(z.object({ id: z.string(), summary: z.string() })),
    })
    const { rules } = list.parse(JSON.parse((await arrowsmith(['rules', '--format', 'json'])).stdout))
    const { stdout } = await arrowsmith(['rules'])
    expect(rules.length).toBeGreaterThan(10)
    expect(rules.filter(({ id }) => !stdout.includes(`  ${id} `))).toEqual([])
  })
})

describe('init', () => {
  it('writes a configuration that lint accepts, and overwrites none', async () => {
    const cwd = folderOf({ 'a.mmd': flawless })
    expect((await arrowsmith(['init'], { cwd })).stdout).toBe('wrote arrowsmith.config.json\n')
    expect((await arrowsmith(['lint'], { cwd })).stderr).toBe('')
    expect(await arrowsmith(['init'], { cwd })).toMatchObject({ code: 2 })
  })
})
