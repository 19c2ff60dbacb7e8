// The smaller commands: diff, inspect, explain, rules, init.

import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
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

  describe('of Git revisions', () => {
    /** A repository with one commit for each of these states of its files; null deletes one. */
    function history(...states: readonly Readonly<Record<string, string | null>>[]): string {
      const cwd = folderOf({})
      const git = (...words: string[]) =>
        execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...words], { cwd, stdio: 'pipe' })
      git('init', '-q')
      for (const files of states) {
        for (const [path, content] of Object.entries(files)) {
          mkdirSync(dirname(join(cwd, path)), { recursive: true })
          if (content === null) rmSync(join(cwd, path))
          else writeFileSync(join(cwd, path), content)
        }
        git('add', '.')
        git('commit', '-q', '-m', 'next')
      }
      return cwd
    }

    const versions = z.object({
      version: z.literal(1),
      files: z.array(
        z.object({
          path: z.string(),
          renamedFrom: z.string().optional(),
          file: z.enum(['kept', 'new', 'deleted']),
          removed: z.array(z.object({ rule: z.string() })),
        }),
      ),
    })
    const read = async (cwd: string, ...words: string[]) =>
      versions.parse(JSON.parse((await arrowsmith(['diff', ...words, '--format', 'json'], { cwd })).stdout))
        .files

    it('compares the files that are named', async () => {
      const cwd = history({ 'docs/a.mmd': design }, { 'docs/a.mmd': flawless })
      for (const words of [
        ['HEAD~1', 'HEAD', 'docs/a.mmd'],
        ['HEAD~1:docs/a.mmd', 'docs/a.mmd'],
      ]) {
        const [file] = await read(cwd, ...words)
        expect(file?.removed.map(({ rule }) => rule)).toContain('unlabeled-arrow')
      }
    })

    it('compares the documents in folders and globs, at whichever revision they are, and tells those that changed', async () => {
      const other = 'sequenceDiagram\n  client ->> billing: charges the card by HTTPS\n'
      const cwd = history(
        { 'a.mmd': design, 'docs/old.mmd': design, 'docs/same.mmd': design, 'code.ts': 'a', 'notes.md': 'a' },
        { 'a.mmd': flawless, 'docs/old.mmd': null, 'docs/new.mmd': other, 'code.ts': 'b', 'notes.md': 'b' },
      )
      const told = async (...words: string[]) =>
        (await read(cwd, 'HEAD~1', 'HEAD', ...words)).map(({ path, file }) => `${file} ${path}`)
      const inDocs = ['new docs/new.mmd', 'deleted docs/old.mmd']
      expect(await told('.')).toEqual(['kept a.mmd', ...inDocs])
      expect(await told('docs')).toEqual(inDocs)
      expect(await told('docs/*.mmd')).toEqual(inDocs)
      expect(await told('docs/same.mmd', 'docs')).toEqual(['kept docs/same.mmd', ...inDocs])
      expect((await arrowsmith(['diff', 'HEAD', 'HEAD', '.'], { cwd })).stdout).toBe(
        'no change in calls, flows or findings\n',
      )
    })

    it('compares a file with itself under its old name', async () => {
      const cwd = history(
        { 'docs/old.mmd': design, 'docs/moved.mmd': `${design}%% moved\n` },
        {
          'docs/old.mmd': null,
          'docs/new.mmd': flawless,
          'docs/moved.mmd': null,
          'docs/sub/moved.mmd': `${design}%% moved\n`,
        },
      )
      const { stdout } = await arrowsmith(['diff', 'HEAD~1', 'HEAD', 'docs'], { cwd })
      expect(stdout).toMatch(
        /^docs\/new\.mmd \(was docs\/old\.mmd\)\n {2}Order service → Inventory service: protocol unstated → gRPC\n {2}gone \w+ at line 3: unlabeled-arrow: [^\n]+\n$/,
      )
      expect(await read(cwd, 'HEAD~1', 'HEAD', 'docs')).toMatchObject([
        {
          path: 'docs/new.mmd',
          renamedFrom: 'docs/old.mmd',
          file: 'kept',
          removed: [{ rule: 'unlabeled-arrow' }],
        },
      ])
    })

    it('names a file that is no text, unless it is excluded, and compares the others', async () => {
      const binary = 'flowchart LR\n a["caf\0"]'
      const cwd = history({ 'a.mmd': design, 'b.mmd': binary }, { 'a.mmd': flawless, 'b.mmd': design })
      const { code, stdout, stderr } = await arrowsmith(['diff', 'HEAD~1', 'HEAD', '.'], { cwd })
      expect(stdout).toMatch(/^a\.mmd\n {2}[^\n]+\n {2}gone \w+ at line 3: unlabeled-arrow: [^\n]+\n$/)
      expect(stderr).toBe('arrowsmith: HEAD~1:b.mmd: is a binary file, not text\n')
      expect(code).toBe(2)
      writeFileSync(join(cwd, 'arrowsmith.config.json'), '{ "exclude": ["b.mmd"] }')
      expect(await arrowsmith(['diff', 'HEAD~1', 'HEAD', '.'], { cwd })).toEqual({
        code: 0,
        stdout,
        stderr: '',
      })
    })

    it('sees no regression in a document that only moves', async () => {
      const broken = `${design.replace(', 500ms timeout', '')}  db -->\n`
      const cwd = history({ 'a.mmd': broken }, { 'a.mmd': null, 'docs/a.mmd': broken }, { 'b.mmd': broken })
      const code = async (...words: string[]) =>
        (await arrowsmith(['diff', ...words, '.', '--fail-on-regression'], { cwd })).code
      expect(await code('HEAD~2', 'HEAD~1')).toBe(0)
      expect(await code('HEAD~1', 'HEAD')).toBe(1)
    })

    it('says that a file is new or deleted, and nothing of an empty one', async () => {
      const cwd = history({ 'a.mmd': flawless }, { 'a.mmd': null, 'b.mmd': flawless })
      const { stdout } = await arrowsmith(['diff', 'HEAD~1', 'HEAD', 'a.mmd', 'b.mmd'], { cwd })
      expect(stdout).toMatch(/^a\.mmd\n {2}deleted file\n[\s\S]*^b\.mmd\n {2}new file\n/m)
      expect(stdout).not.toContain('syntax-error')
    })

    it.each([
      [['nowhere', 'HEAD', 'a.mmd'], "unknown revision 'nowhere'"],
      [['HEAD', 'nowhere', '.'], "unknown revision 'nowhere'"],
      [['--', '-q', 'HEAD', 'a.mmd'], "'-q' is not a revision"],
      [['HEAD', 'HEAD', 'b.mmd'], 'b.mmd: no such file or folder, neither at HEAD nor at HEAD'],
      [['HEAD:docs', 'a.mmd'], 'HEAD:docs: is a folder'],
    ])('%j is refused', async (words, sentence) => {
      const cwd = history({ 'a.mmd': design, 'docs/b.mmd': design })
      const { code, stdout, stderr } = await arrowsmith(['diff', ...words], { cwd })
      expect(stderr).toMatch(/^arrowsmith: [^\n]+\n$/)
      expect(stderr).toContain(sentence)
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    })
  })

  it('leaves out what is smaller than what is shown', async () => {
    const stated = (p99: string) => `${flawless}  %% db@{ p50: 2ms, p99: ${p99} }\n`
    const cwd = folderOf({ 'a.mmd': stated('20ms'), 'b.mmd': stated('20.0001ms'), 'c.mmd': stated('80ms') })
    const told = async (now: string) => (await arrowsmith(['diff', 'a.mmd', now], { cwd })).stdout
    expect(await told('b.mmd')).toBe('b.mmd\n  Postgres: p99 20ms → 20.0001ms\n')
    expect(await told('c.mmd')).toMatch(/p99 \+[\d.]+ ms/)
  })

  it('fails on regressions when asked', async () => {
    const promising = (p99: string, text = flawless) =>
      `---\narrowsmith: { objectives: { order: { from: web, to: db, p99: ${p99} } } }\n---\n${text}`
    const cwd = folderOf({
      'good.mmd': promising('5s'),
      'missed.mmd': promising('5ms'),
      'warned.mmd': promising('5s', design.replace(', 500ms timeout', '')),
      'reworded.mmd': promising('5s', design.replace(', 500ms timeout', ' 17')),
    })
    const code = async (...words: string[]) => (await arrowsmith(['diff', ...words], { cwd })).code
    expect(await code('good.mmd', 'missed.mmd')).toBe(0)
    expect(await code('good.mmd', 'missed.mmd', '--fail-on-regression')).toBe(1)
    expect(await code('missed.mmd', 'good.mmd', '--fail-on-regression')).toBe(0)
    expect(await code('good.mmd', 'warned.mmd', '--fail-on-regression')).toBe(1)
    expect(await code('warned.mmd', 'good.mmd', '--fail-on-regression')).toBe(0)
    expect(await code('warned.mmd', 'reworded.mmd', '--fail-on-regression')).toBe(0)
    expect((await arrowsmith(['diff', 'good.mmd', 'missed.mmd'], { cwd })).stdout).toContain(
      'order: objective missed (10.33% within 5 ms, 99% promised)',
    )
  })

  it('says that nothing changed', async () => {
    const cwd = folderOf({ 'a.mmd': design, 'b.mmd': `%% moved\n${design}` })
    expect((await arrowsmith(['diff', 'a.mmd', 'b.mmd'], { cwd })).stdout).toBe(
      'b.mmd\n  no change in calls, flows or findings\n',
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
  it('repeats a term without an explanation as it was typed', async () => {
    const { code, stdout } = await arrowsmith(['explain', 'how <layers> deal with retries & *'])
    expect(code).toBe(0)
    expect(stdout).toContain(
      'There is no explanation called `how <layers> deal with retries & *`. The nearest:',
    )
  })

  it('explains a trouble, an error and an amount as people type them', async () => {
    const told = async (term: string) => (await arrowsmith(['explain', term])).stdout
    expect(await told('requests time out after 29 seconds')).toContain('integration timeout')
    expect(await told('ECONNRESET')).toContain('sent RST')
    expect(await told('TLS 1.2 handshake at 150 ms RTT')).toContain('450 ms before the request')
  })

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

  it('suggests the name that a misspelt term is near, and answers nothing', async () => {
    const { code, stdout, stderr } = await arrowsmith(['explain', 'websockt'])
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toContain("nothing is known about 'websockt'; did you mean WebSocket")
  })

  it('lists the explanations that speak of words', async () => {
    const { code, stdout } = await arrowsmith(['explain', '--search', 'retries', 'multiply'])
    expect(code).toBe(0)
    expect(stdout.split('\n')[0]).toMatch(/^Retries at several layers +resilience: When several layers retry/)
    const none = await arrowsmith(['explain', '--search', 'purple monkey dishwasher'])
    expect([none.code, none.stderr.trim()]).toEqual([
      2,
      "arrowsmith: no explanation mentions 'purple monkey dishwasher'",
    ])
  })

  it('works out a phrase with figures', async () => {
    const { code, stdout } = await arrowsmith(['explain', '1', 'Gbps', '×', '100', 'ms'])
    expect(code).toBe(0)
    expect(stdout).toContain('12.5 MB')
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

describe('flows under rates that are asked about', () => {
  const cwd = () =>
    folderOf({
      'shop.mmd': `flowchart LR
  web[Web app] -->|"HTTPS, 2s timeout"| api[Order API]
  %% api@{ p50: 50ms, p99: 100ms, concurrency: 42, availability: 99.9% }
  %% arrowsmith: { assume: nothing }
`,
    })

  it('takes a rate for an entry by id or label', async () => {
    const read = async (rate: string) => {
      const { stdout } = await arrowsmith(['flows', 'shop.mmd', '--rate', rate, '--format', 'json'], {
        cwd: cwd(),
      })
      return z
        .object({
          flows: z.array(z.looseObject({ load: z.array(z.looseObject({ utilization: z.number() })) })),
        })
        .parse(JSON.parse(stdout)).flows[0]?.load[0]?.utilization
    }
    expect(await read('web=400/s')).toBeCloseTo(0.5, 1)
    expect(await read('Web app=1600/s')).toBeCloseTo(2, 1)
  })

  it('sweeps rates and says where it breaks', async () => {
    const { code, stdout } = await arrowsmith(['flows', 'shop.mmd', '--rates', 'web=100..2000/s'], {
      cwd: cwd(),
    })
    expect(code).toBe(0)
    expect(stdout.match(/breaks here/g)).toHaveLength(1)
    expect(stdout).toMatch(/1030\/s {2}Web app → Order API: .* answered, api used to 128% {2}<- breaks here/)
  })

  it.each([
    [['--rate', 'web=fast'], '--rate web=fast: write an entry and its rate, as in web=800/s'],
    [['--rates', '100..200'], '--rates 100..200: write an entry and two rates, as in web=100..2000/s'],
    [['--rate', 'shop=10/s'], 'no component is called shop: name an entry by its id or its label'],
  ])('refuses %j', async (words, sentence) => {
    const { code, stderr } = await arrowsmith(['flows', 'shop.mmd', ...words], { cwd: cwd() })
    expect(stderr).toContain(sentence)
    expect(code).toBe(2)
  })
})
