// Starting on a repository that has findings already: those on changed lines only, and those that are put off.

import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { build, design, folderOf, runner } from './program'

const arrowsmith = runner(build('cli'))
const asked = ['--rule', 'unlabeled-arrow=warning', '--format', 'agent']
const second = '  orders --> mail[Mail service]\n  %% orders->mail@{ timeout: 300ms }\n'

const lint = (cwd: string, ...words: string[]) => arrowsmith(['lint', ...asked, ...words], { cwd })

function repositoryOf(files: Readonly<Record<string, string>>): string {
  const cwd = folderOf(files)
  const identity = ['-c', 'user.name=A', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false']
  for (const words of [
    ['init', '-q'],
    ['add', '-A'],
    [...identity, 'commit', '-qm', 'first'],
  ])
    execFileSync('git', words, { cwd, stdio: 'pipe' })
  return cwd
}

describe('--since', () => {
  it('leaves the findings about changed lines, in tracked and new files, from a subfolder too', async () => {
    const cwd = repositoryOf({ 'docs/ä b.mmd': design })
    expect(await lint(cwd, '--since', 'HEAD')).toEqual({ code: 0, stdout: '', stderr: '' })
    writeFileSync(join(cwd, 'docs/ä b.mmd'), `${design}${second}`)
    writeFileSync(join(cwd, 'docs/new.mmd'), design)
    const found = (await lint(cwd, '--since', 'HEAD')).stdout.split('\n')
    expect(found).toEqual([
      expect.stringMatching(/^docs\/new\.mmd:3:10: warning unlabeled-arrow/),
      expect.stringMatching(/^docs\/ä b\.mmd:6:10: warning unlabeled-arrow/),
      '',
    ])
    const below = await lint(join(cwd, 'docs'), '--since', 'HEAD')
    expect(below.stdout).toBe(found.join('\n').replaceAll('docs/', ''))
  })

  it('counts a finding that points at a changed line', async () => {
    const chain = design.replace('orders -->', 'orders -->|"gRPC, 2 retries"|')
    const cwd = repositoryOf({ 'a.mmd': chain })
    writeFileSync(join(cwd, 'a.mmd'), chain.replace('HTTPS, 2s', 'HTTPS, 100ms'))
    expect((await lint(cwd, '--since', 'HEAD')).stdout).toContain('timeout-inversion')
  })

  it.each([
    ['nowhere', "unknown revision 'nowhere'"],
    ['--exec=x', "'--exec=x' is not a revision"],
  ])('%s is refused', async (revision, sentence) => {
    const cwd = repositoryOf({ 'a.mmd': design })
    expect(await lint(cwd, `--since=${revision}`)).toEqual({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining(sentence),
    })
  })

  it('needs a repository', async () => {
    const { code, stderr } = await lint(folderOf({ 'a.mmd': design }), '--since', 'HEAD')
    expect([code, stderr]).toEqual([2, expect.stringMatching(/^arrowsmith: --since needs a Git repository/)])
  })
})

describe('findings that are put off', () => {
  const file = 'arrowsmith-suppressions.json'

  it('do not count, wherever their lines move; new ones do', async () => {
    const cwd = folderOf({ 'a.mmd': design, 'b.mmd': design })
    expect(await lint(cwd, '--suppress-all', '--reason', 'before the redesign')).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    })
    expect(JSON.parse(readFileSync(join(cwd, file), 'utf8'))).toMatchObject({
      version: 1,
      files: {
        'a.mmd': [
          {
            rule: 'unlabeled-arrow',
            line: 'orders --> stock[Inventory service]',
            reason: 'before the redesign',
          },
        ],
      },
    })
    writeFileSync(join(cwd, 'a.mmd'), design.replace('LR\n', `LR\n\n${second}`))
    const { code, stdout } = await lint(cwd)
    expect(stdout).toMatch(/^a\.mmd:3:10: warning unlabeled-arrow: [^\n]*Mail service[^\n]*\n$/)
    expect(code).toBe(1)
    const sarif = JSON.parse((await lint(cwd, '--format', 'sarif')).stdout)
    expect(JSON.stringify(sarif)).toContain(
      '"suppressions":[{"kind":"external","justification":"before the redesign"}]',
    )
  })

  it('that are mended are told, and taken out when asked; files not looked at keep theirs', async () => {
    const cwd = folderOf({ 'a.mmd': design, 'b.mmd': design })
    await lint(cwd, '--suppress-all')
    writeFileSync(join(cwd, 'a.mmd'), design.replace('orders -->', 'orders -->|gRPC|'))
    const told = await lint(cwd, 'a.mmd')
    expect(told.stderr).toBe(
      `arrowsmith: ${file}: 1 no longer found; lint --prune-suppressions removes them\n`,
    )
    expect(told.code).toBe(0)
    expect((await lint(cwd, 'a.mmd', '--prune-suppressions')).stderr).toBe('')
    const { files } = JSON.parse(readFileSync(join(cwd, file), 'utf8'))
    expect(Object.keys(files)).toEqual(['b.mmd'])
    expect(await lint(cwd)).toEqual({ code: 0, stdout: '', stderr: '' })
  })

  it('of one line count as often as they were there', async () => {
    const cwd = folderOf({ 'a.mmd': `${design}  orders --> stock\n` })
    await lint(cwd, '--suppress-all')
    const more = `${design}  orders --> stock\n  orders --> stock\n`
    writeFileSync(join(cwd, 'a.mmd'), more)
    expect((await lint(cwd)).stdout.split('\n').filter(line => line !== '')).toHaveLength(1)
  })

  it.each([
    ['no JSON', '{'],
    ['another version', '{ "version": 2, "files": {} }'],
  ])('in a file with %s are said to be unreadable', async (_, text) => {
    const cwd = folderOf({ 'a.mmd': design, [file]: text })
    const { code, stderr } = await lint(cwd)
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(new RegExp(`^arrowsmith: ${file}: .*--suppress-all`)),
    ])
    expect((await lint(cwd, '--suppress-all')).code).toBe(0)
  })

  it('are nobody’s business where no such file is', async () => {
    const cwd = folderOf({ 'a.mmd': design })
    mkdirSync(join(cwd, 'docs'))
    await lint(cwd)
    expect(existsSync(join(cwd, file))).toBe(false)
  })
})
