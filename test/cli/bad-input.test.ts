// What can be wrong with a request: one clear sentence, exit code 2, nothing thrown.

import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { build, design, flawless, folderOf, runner } from './program'

const built = build('cli')
const arrowsmith = runner(built)

const commands = ['lint', 'flows', 'diff', 'inspect', 'explain', 'rules', 'init', 'lsp']

describe('wrong usage', () => {
  it.each([
    [['lnt'], "unknown command 'lnt' (did you mean 'lint'?)"],
    [['constructor'], "unknown command 'constructor'"],
    [['__proto__'], "unknown command '__proto__'"],
    [['lint', '--constructor'], 'unknown option --constructor'],
    [['lint', '--format', 'constructor'], "--format can't be 'constructor'"],
    [['lint', '--preset', 'toString'], "--preset can't be 'toString'"],
    [['lint', '--rule', '__proto__=off'], "unknown rule '__proto__'"],
    [['--vresion'], 'unknown option --vresion'],
    [['lint', '--formt', 'json'], "unknown option --formt (did you mean '--format'?)"],
    [['lint', '--format', 'jsn'], "--format can't be 'jsn' (did you mean 'json'?)"],
    [['lint', '--format'], '--format needs a value'],
    [['lint', '--fix=yes'], '--fix takes no value'],
    [['lint', '--max-warnings', 'few'], "--max-warnings needs a whole number, not 'few'"],
    [['lint', '--max-warnings', '-1'], '--max-warnings needs a whole number'],
    [
      ['lint', '--rule', 'unlabeled-arow=off'],
      "unknown rule 'unlabeled-arow' (did you mean 'unlabeled-arrow'?)",
    ],
    [['lint', '--rule', 'unlabeled-arrow'], '--rule unlabeled-arrow needs a severity'],
    [['lint', '--preset', 'strictest'], "--preset can't be 'strictest' (did you mean 'strict'?)"],
    [['lint', '--config', 'none.json'], "none.json: can't be read: no such file or directory"],
    [['lint', '--config', '.'], ".: can't be read: illegal operation on a directory"],
    [['lint', 'none.md'], 'none.md: no such file or folder'],
    [['lint', '*.nothing'], '*.nothing: no such file or folder'],
    [['flows', 'none.md'], 'none.md: no such file or folder'],
    [['inspect', 'none.md'], 'none.md: no such file or folder'],
    [['diff', 'one.mmd'], 'diff needs two files or two revisions'],
    [['diff', 'one.mmd', 'two.mmd'], 'one.mmd: no such file'],
    [['diff', 'HEAD~1', 'HEAD', '.'], 'not a git repository'],
    [['init', 'extra'], "init takes options only, not 'extra'"],
    [['rules', 'extra'], "rules takes options only, not 'extra'"],
    [['lsp', 'extra'], "lsp takes options only, not 'extra'"],
    [['explain'], 'nothing to explain'],
    [
      ['explain', 'qqqqqqqq'],
      "nothing is known about 'qqqqqqqq'; 'arrowsmith explain --search' finds explanations by the words",
    ],
    [['schema', 'qqqqqqqq'], "there is no schema 'qqqqqqqq'; 'arrowsmith schema' lists them"],
    [['completion'], "completion needs a shell: 'arrowsmith completion bash', zsh or fish"],
    [['lint', ''], "'': no such file or folder"],
    [['lint', '-o', 'sarif='], '--output-file: sarif= needs a file: sarif=FILE'],
    [['lint', '-o', 'sarfi=out.json'], "--output-file: unknown format 'sarfi' (did you mean 'sarif'?)"],
  ])('%j', async (words, sentence) => {
    const { code, stdout, stderr } = await arrowsmith(words, { cwd: folderOf({}) })
    expect(stderr).toMatch(/^arrowsmith: [^\n]+\n$/)
    expect(stderr).toContain(sentence)
    expect({ code, noise: stdout }).toEqual({ code: 2, noise: '' })
  })

  it.each(commands)('%s has help', async name => {
    const help = await arrowsmith([name, '--help'])
    expect(help).toMatchObject({ code: 0, stderr: '' })
    expect(help.stdout).toContain(`Usage: arrowsmith ${name}`)
    expect(help.stdout).toMatch(/^Exit codes: 0 done; .*2 wrong usage/m)
  })
})

describe('unusable files', () => {
  const nul = new Uint8Array([0x66, 0, 1, 2])
  const latin = new Uint8Array([...Buffer.from('flowchart LR\n a["caf'), 0xe9, ...Buffer.from('"]')])
  const utf16 = Buffer.from('\ufeffflowchart LR\n', 'utf16le')

  it.each([
    ['a binary file', { 'a.mmd': nul }, 'a.mmd: is a binary file, not text'],
    ['a file in another encoding', { 'a.mmd': latin }, 'a.mmd: is not UTF-8 text'],
    ['a file as PowerShell writes it', { 'a.mmd': utf16 }, 'a.mmd: is UTF-16 text; save it as UTF-8'],
    [
      'broken configuration',
      { 'a.mmd': design, 'arrowsmith.config.json': '{ "preset": ' },
      'arrowsmith.config.json:1:',
    ],
    [
      'a wrong preset',
      { 'a.mmd': design, 'arrowsmith.config.json': '{\n  "preset": "strickt" }' },
      'arrowsmith.config.json:2:13: ',
    ],
    [
      'an unknown rule',
      { 'a.mmd': design, 'arrowsmith.config.json': '{ "rules": { "no-such": "off" } }' },
      'no-such',
    ],
  ])('%s', async (_, files, sentence) => {
    const { code, stderr } = await arrowsmith(['lint'], { cwd: folderOf(files) })
    expect(stderr).toMatch(/^arrowsmith: [^\n]+\n$/)
    expect(stderr).toContain(sentence)
    expect(code).toBe(2)
  })

  it('do not keep the others from being linted', async () => {
    const { code, stdout, stderr } = await arrowsmith(['lint'], {
      cwd: folderOf({ 'a.mmd': nul, 'b.mmd': design }),
    })
    expect(stdout).toContain('b.mmd')
    expect(stdout).toContain('unlabeled-arrow')
    expect(stderr).toContain('a.mmd: is a binary file')
    expect(code).toBe(2)
  })
})

describe('odd but usable input', () => {
  it.each([
    ['an empty file', { 'a.mmd': '' }],
    ['a Markdown file without diagrams', { 'a.md': '# Nothing\n' }],
    ['an empty fence', { 'a.md': '```mermaid\n```\n' }],
    ['a folder without documents', { 'a.txt': 'text' }],
    ['a byte order mark', { 'a.mmd': `\ufeff${flawless}` }],
  ])('%s has no findings', async (_, files) => {
    expect(await arrowsmith(['lint', '--rule', 'syntax-error=off'], { cwd: folderOf(files) })).toMatchObject({
      code: 0,
      stderr: '',
    })
  })

  it('a diagram of 5,000 lines is linted', async () => {
    const lines = Array.from(
      { length: 5000 },
      (_, index) => `  n${index}[Service ${index}] -->|HTTPS| n${index % 10 === 9 ? 0 : index + 1}`,
    )
    const cwd = folderOf({ 'a.mmd': `flowchart LR\n${lines.join('\n')}\n` })
    const { code, stderr } = await arrowsmith(['lint', '--format', 'json'], { cwd })
    expect(stderr).toBe('')
    expect(code).toBeLessThan(2)
  })

  it('a reader that goes away ends it quietly', () => {
    const cwd = folderOf(
      Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`${index}.mmd`, design])),
    )
    const script = `"${process.execPath}" "${join(built, 'cli.mjs')}" lint | head -n 1`
    expect(execFileSync('sh', ['-c', `${script} 2>&1`], { cwd, encoding: 'utf8' })).toBe('0.mmd\n')
  })
})
