// What disks and shells come up with: each bad file fails alone, and no text is ever lost.

import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  open,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
} from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { formats } from '../../src/adapters/cli/reporters/formats'
import { build, design, flawless, folderOf, runner } from './program'

const built = build('cli')
const arrowsmith = runner(built)

const latin = new Uint8Array([...Buffer.from('flowchart LR\n a["caf'), 0xe9, ...Buffer.from('"]')])
const misspelt = `${flawless}  db@{ shape: cyl, replcas: 2 }\n`
const spelt = misspelt.replace('replcas', 'replicas')
const marks = '<!-- arrowsmith:flows -->\n<!-- /arrowsmith:flows -->\n'
const keeping = (text = flawless) => `# Flows\n\n\`\`\`mermaid\n${text}\`\`\`\n\n${marks}`

/** Runs a shell's command, in which `$arrowsmith` stands for the program. */
function shell(command: string, cwd: string, env: Readonly<Record<string, string>> = {}): string {
  const program = `"${process.execPath}" "${join(built, 'cli.mjs')}"`
  return execFileSync('sh', ['-c', command.replaceAll('$arrowsmith', program)], {
    cwd,
    env: { ...process.env, NO_COLOR: '1', ...env },
    encoding: 'utf8',
  })
}

/** A file system that refuses some names to the program; root may read whatever modes say. */
const refusing = preloaded(`
  const fs = require('node:fs')
  const refuse = (code, text) => { throw Object.assign(new Error(code + ': ' + text + ', open'), { code }) }
  for (const name of ['readFileSync', 'readdirSync', 'openSync']) {
    const original = fs[name]
    fs[name] = (path, ...rest) => {
      if (/(^|[/\\\\])locked(\\.mmd)?$/.test(path)) refuse('EACCES', 'permission denied')
      if (/gone\\.mmd$/.test(path)) refuse('ENOENT', 'no such file or directory')
      return original(path, ...rest)
    }
  }
`)

/** An engine that throws where it cuts pieces out of a text with certain words. */
const breaking = preloaded(`
  const { slice } = String.prototype
  String.prototype.slice = function (...range) {
    if (this.includes('breaks the program') && new Error().stack.includes('service.cjs'))
      throw new TypeError('broken for a test')
    return slice.apply(this, range)
  }
`)

function preloaded(script: string): Readonly<Record<string, string>> {
  return {
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(`import { createRequire } from 'node:module'; const require = createRequire('/'); ${script}`)}`,
  }
}

describe.skipIf(process.platform === 'win32')('each bad file fails alone', () => {
  const commands = [
    ...formats.map(format => ['lint', '--format', format]),
    ...['text', 'json', 'markdown'].map(format => ['flows', '--format', format]),
    ['flows', '--check'],
    ['inspect'],
  ]

  it.each(commands.map(words => [words.join(' '), words] as const))('%s', async (_, words) => {
    const cwd = folderOf({ 'a.md': keeping(design), 'latin.mmd': latin, 'dump.mmd': '' })
    symlinkSync('loop.mmd', join(cwd, 'loop.mmd'))
    const long = `${'long'.repeat(100)}.mmd`
    truncateSync(join(cwd, 'dump.mmd'), 2 ** 26 + 1)
    const { code, stdout, stderr } = await arrowsmith(
      [...words, 'loop.mmd', long, 'dump.mmd', 'none.mmd', 'latin.mmd', 'a.md'],
      { cwd },
    )
    expect(stderr.split('\n').filter(line => line !== '')).toEqual([
      expect.stringMatching(/^arrowsmith: loop\.mmd: can't be read: too many symbolic links/),
      `arrowsmith: ${long}: can't be read: name too long`,
      'arrowsmith: none.mmd: no such file or folder',
      'arrowsmith: dump.mmd: is larger than 64 MB',
      'arrowsmith: latin.mmd: is not UTF-8 text',
    ])
    expect(stdout).toContain('a.md')
    expect(code).toBe(2)
  })

  it('and links in a folder are not followed, whatever they lead to', async () => {
    const cwd = folderOf({ 'a.mmd': flawless })
    for (const [name, target] of Object.entries({ loop: 'loop', up: '..', 'none.mmd': 'nowhere' }))
      symlinkSync(target, join(cwd, name))
    mkdirSync(join(cwd, 'folder.md'))
    expect(await arrowsmith(['lint'], { cwd })).toEqual({
      code: 0,
      stdout: 'No findings in 1 diagram of 1 file\n',
      stderr: '',
    })
  })

  it('and what the system refuses is told by its name', async () => {
    const cwd = folderOf({
      'a.mmd': flawless,
      'locked.mmd': flawless,
      'locked/b.mmd': flawless,
      'gone.mmd': flawless,
    })
    const { code, stdout, stderr } = await arrowsmith(['lint'], { cwd, env: refusing })
    expect(stderr).toBe(
      [
        "arrowsmith: locked: can't be read: permission denied",
        "arrowsmith: gone.mmd: can't be read: no such file or directory",
        "arrowsmith: locked.mmd: can't be read: permission denied\n",
      ].join('\n'),
    )
    expect({ code, stdout }).toEqual({ code: 2, stdout: 'No findings in 1 diagram of 1 file\n' })
  })

  it('and one that breaks the program is named', async () => {
    const cwd = folderOf({ 'a.mmd': flawless, 'breaking.mmd': `${flawless}%% breaks the program\n` })
    for (const words of [['lint'], ['flows'], ['inspect'], ['lint', '--format', 'sarif']]) {
      const { code, stdout, stderr } = await arrowsmith(words, { cwd, env: breaking })
      expect(stderr).toBe('arrowsmith: breaking.mmd: internal error: broken for a test\n')
      expect(code).toBe(2)
      expect(stdout.length).toBeGreaterThan(10)
    }
    expect(await arrowsmith(['diff', 'a.mmd', 'breaking.mmd'], { cwd, env: breaking })).toEqual({
      code: 2,
      stdout: '',
      stderr: 'arrowsmith: breaking.mmd: internal error: broken for a test\n',
    })
  })

  it('and excluded ones are not read', async () => {
    const cwd = folderOf({
      'arrowsmith.config.json': '{ "exclude": ["latin.mmd"] }',
      'a.mmd': flawless,
      'latin.mmd': latin,
    })
    expect(await arrowsmith(['lint'], { cwd })).toMatchObject({ code: 0, stderr: '' })
    expect(await arrowsmith(['lint', 'latin.mmd'], { cwd })).toMatchObject({ code: 2 })
  })
})

describe.skipIf(process.platform === 'win32')('is read', () => {
  const placed = (path: string) => expect.stringMatching(new RegExp(`^${path}\n\n {2}3:10 `))

  it.each([
    ['a named pipe', 'mkfifo pipe; cat a.mmd > pipe & $arrowsmith lint pipe', 'pipe'],
    ['a file behind /dev/stdin', '$arrowsmith lint /dev/stdin < a.mmd', '<stdin>'],
    ['a pipe behind /dev/stdin', 'cat a.mmd | $arrowsmith lint /dev/stdin', '<stdin>'],
    ['a pipe behind -', 'cat a.mmd | $arrowsmith lint -', '<stdin>'],
    ['a device', '$arrowsmith lint --rule syntax-error=off /dev/null a.mmd', 'a.mmd'],
  ])('%s', (_, command, path) => {
    const cwd = folderOf({ 'a.mmd': design })
    expect(shell(`${command} || true`, cwd)).toEqual(placed(path))
  })

  it('a socket behind /dev/stdin', async () => {
    const { stdout, stderr } = await arrowsmith(['lint', '/dev/stdin'], { input: design, cwd: folderOf({}) })
    expect(stderr).toBe('')
    expect(stdout).toEqual(placed('<stdin>'))
  })
})

describe.skipIf(process.platform === 'win32')('the exit code', () => {
  const many = (text: string) =>
    Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`${index}.mmd`, text]))

  it.each([
    ['lint --rule unlabeled-arrow=error', 1],
    ['lint --rule unlabeled-arrow=hint', 0],
    ['lint . none.mmd', 2],
    ['inspect', 0],
  ])('of %s stays when the reader goes away', (words, code) => {
    const cwd = folderOf(many(design))
    shell(
      `{ $arrowsmith ${words}; echo $? > ../code-$$; mv ../code-$$ code; } 2> complaints | head -n 1`,
      cwd,
    )
    expect(readFileSync(join(cwd, 'code'), 'utf8')).toBe(`${code}\n`)
    expect(readFileSync(join(cwd, 'complaints'), 'utf8')).toBe(
      code === 2 ? 'arrowsmith: none.mmd: no such file or folder\n' : '',
    )
  })

  it.skipIf(!existsSync('/dev/full'))('is 2 when the result does not fit on the disk', () => {
    const cwd = folderOf({ 'a.mmd': flawless })
    expect(shell('$arrowsmith lint 2>&1 > /dev/full; echo $?', cwd)).toBe(
      "arrowsmith: the result can't be written: no space left on device\n2\n",
    )
  })
})

describe('writing', () => {
  const changing = [
    ['lint --fix', misspelt, spelt],
    ['flows --write', keeping(), undefined],
  ] as const

  it.each(changing)('%s keeps mode, links, byte order mark and line ends', async (words, before, after) => {
    const crlf = (text: string) => `\ufeff${text.trimEnd().replaceAll('\n', '\r\n')}`
    const cwd = folderOf({ 'real/a.md': crlf(before.startsWith('#') ? before : keeping(before)) })
    chmodSync(join(cwd, 'real/a.md'), 0o640)
    symlinkSync('real/a.md', join(cwd, 'link.md'))
    const { stderr } = await arrowsmith([...words.split(' '), 'link.md'], { cwd })
    expect(stderr).toBe('')
    const text = readFileSync(join(cwd, 'real/a.md'), 'utf8')
    if (after) expect(text).toBe(crlf(keeping(after)))
    else expect(text).toContain('\r\n| Web app → ')
    expect(text).toMatch(/^\ufeff#[\s\S]*[^\n]$/)
    expect(text.replaceAll('\r\n', '')).not.toContain('\n')
    expect(statSync(join(cwd, 'real/a.md')).mode & 0o777).toBe(0o640)
    expect(lstatSync(join(cwd, 'link.md')).isSymbolicLink()).toBe(true)
    expect(readdirSync(cwd, { recursive: true }).sort()).toEqual(['link.md', 'real', 'real/a.md'])
  })

  it.skipIf(process.platform === 'win32').each(changing)(
    '%s leaves a file as it was where it does not fit on the disk',
    (words, before) => {
      const padding = '%% padding\n'.repeat(200)
      const big = before.startsWith('#') ? `${before}\n<!-- ${padding} -->\n` : before + padding
      const cwd = folderOf({ 'a.md': before.startsWith('#') ? big : keeping(big), 'z.md': keeping(before) })
      const original = readFileSync(join(cwd, 'a.md'), 'utf8')
      // Blocks of 512 bytes: room for the small file, not for the big one, nor for compiled code.
      const output = shell(`ulimit -f 3; $arrowsmith ${words} 2>&1; echo $?`, cwd, {
        XDG_CACHE_HOME: join(cwd, 'caches'),
      })
      expect(output).toContain("arrowsmith: a.md: can't be written: file too large\n")
      expect(output).toMatch(/\n2\n$/)
      expect(output).not.toMatch(/updated a\\.md|2 fixed|in 2 files/)
      expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(original)
      expect(output).toMatch(/updated z\.md|1 fixed in 1 file/)
    },
  )

  it.skipIf(process.platform === 'win32').each(changing)(
    '%s leaves a file alone that somebody else has changed meanwhile',
    async (words, before) => {
      const cwd = folderOf({ 'a.md': before.startsWith('#') ? before : keeping(before) })
      execFileSync('mkfifo', [join(cwd, 'pipe')])
      const ended = arrowsmith([...words.split(' '), 'a.md', 'pipe'], { cwd })
      // Opens when the program reads it, which is after a.md.
      const pipe = await promisify(open)(join(cwd, 'pipe'), 'w')
      appendFileSync(join(cwd, 'a.md'), 'A sentence of somebody else.\n')
      const theirs = readFileSync(join(cwd, 'a.md'), 'utf8')
      closeSync(pipe)
      const { code, stdout, stderr } = await ended
      expect(stderr).toBe(
        'arrowsmith: a.md: not changed, because it was modified since it was read; run the command again\n',
      )
      expect(code).toBe(2)
      expect(stdout).not.toMatch(/updated|\d fixed|nothing to fix/)
      expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(theirs)
    },
  )

  it('writes a file once that is named twice', async () => {
    const cwd = folderOf({ 'a.mmd': misspelt })
    symlinkSync('a.mmd', join(cwd, 'link.mmd'))
    expect(await arrowsmith(['lint', '--fix', 'a.mmd', 'link.mmd'], { cwd })).toMatchObject({
      code: 0,
      stderr: '',
    })
    expect(readFileSync(join(cwd, 'a.mmd'), 'utf8')).toBe(spelt)
  })
})
