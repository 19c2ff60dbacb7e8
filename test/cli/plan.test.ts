// What a run would do, asked beforehand: its files, its configuration, and the words a shell can complete.

import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { build, design, folderOf, runner } from './program'

const arrowsmith = runner(build('cli'))

describe('--list-files', () => {
  it('prints what would be looked at, without the excluded', async () => {
    const cwd = folderOf({
      'a.mmd': design,
      'docs/b.md': '',
      'docs/c.txt': '',
      'vendor/d.md': '',
      'arrowsmith.config.json': '{ "exclude": ["vendor"] }',
    })
    expect(await arrowsmith(['lint', '--list-files'], { cwd })).toEqual({
      code: 0,
      stdout: 'a.mmd\ndocs/b.md\n',
      stderr: '',
    })
    const named = await arrowsmith(['lint', '--list-files', 'vendor/d.md', 'gone.md'], { cwd })
    expect(named).toEqual({
      code: 2,
      stdout: 'vendor/d.md\n',
      stderr: expect.stringContaining('gone.md: no such'),
    })
  })
})

describe('--print-config', () => {
  it('prints every rule’s severity and options for a file', async () => {
    const cwd = folderOf({
      'docs/arrowsmith.config.json':
        '{ "preset": "strict", "rules": { "deep-call-chain": { "severity": "error", "options": { "max": 9 } } } }',
    })
    const { stdout } = await arrowsmith(
      ['lint', '--print-config', 'docs/a.md', '--rule', 'missing-timeout=off'],
      { cwd },
    )
    expect(JSON.parse(stdout)).toMatchObject({
      preset: 'strict',
      rules: {
        'deep-call-chain': { severity: 'error', options: { max: 9 } },
        'missing-timeout': { severity: 'off' },
        'unlabeled-arrow': { severity: 'warning' },
      },
    })
    expect((await arrowsmith(['lint', '--print-config'], { cwd })).code).toBe(2)
  })
})

describe.skipIf(process.platform === 'win32')('completion', () => {
  it('in bash knows commands, options and their values', async () => {
    const { stdout: script } = await arrowsmith(['completion', 'bash'])
    const completed = (...words: string[]) => {
      const asked = words.map(word => `'${word}'`).join(' ')
      const test = `${script}\nCOMP_WORDS=(arrowsmith ${asked}) COMP_CWORD=${words.length}\n_arrowsmith\nprintf '%s\\n' "\${COMPREPLY[@]}"`
      return execFileSync('bash', ['-c', test], { encoding: 'utf8' }).trim().split('\n')
    }
    expect(completed('li')).toEqual(['lint'])
    expect(completed('lint', '--format', 'g')).toEqual(['github', 'gitlab'])
    expect(completed('lint', '--max')).toEqual(['--max-warnings'])
    expect(completed('diff', '--fail')).toEqual(['--fail-on-regression'])
  })

  it('is refused for shells that it is not written for', async () => {
    expect(await arrowsmith(['completion', '--help'])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('source <(arrowsmith completion bash|zsh)'),
    })
    expect(await arrowsmith(['completion', 'tcsh'])).toMatchObject({
      code: 2,
      stderr: "arrowsmith: completion supports bash, zsh and fish, not 'tcsh'\n",
    })
    expect((await arrowsmith(['completion', 'fish'])).stdout).toContain(
      "-n '__fish_seen_subcommand_from lint' -l format",
    )
  })
})
