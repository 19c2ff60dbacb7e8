// `arrowsmith lint` through its door: exit codes, what is looked at, what is written where.

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { lintContract } from './contract'
import { build, design, flawless, folderOf, runner } from './program'

const arrowsmith = runner(build('cli'))

async function lintJson(words: readonly string[], cwd: string, input?: string) {
  const { stdout } = await arrowsmith(['lint', '--format', 'json', ...words], {
    cwd,
    ...(input !== undefined && { input }),
  })
  return lintContract.parse(JSON.parse(stdout))
}

describe('settings and figures in YAML', () => {
  it('that cannot be read are told, where they stand', async () => {
    const fence = '```'
    const cwd = folderOf({
      'settings.md': `---\ntitle: %page%\narrowsmith:\n  preset: "strict" or so\nlayout: post\n---\n`,
      'others.md': `---\narrowsmith: { preset: sketch }\ntitle: %page%\n---\n`,
      'figures.md': `${fence}mermaid\n${flawless.trimEnd()}\n%% orders@{ p99: 30ms p50: 3ms }\n%% arrowsmith: { preset: sketch\n${fence}\n`,
    })
    const { files } = await lintJson([], cwd)
    const told = files.flatMap(({ path, findings }) =>
      findings.map(({ rule, line, column, message }) => `${path}:${line}:${column} ${rule}: ${message}`),
    )
    expect(told).toEqual([
      'figures.md:7:18 invalid-value: Write a comma before “p50:”, or quotes around a value that holds “: ”.',
      'figures.md:8:16 invalid-value: This “{” is never closed: expected “}”.',
      'settings.md:4:20 invalid-value: Nothing can follow the value here; put all of it in quotes.',
    ])
  })
})

describe('the exit code', () => {
  it('is 0 for a design without findings', async () => {
    const ended = await arrowsmith(['lint'], { cwd: folderOf({ 'a.mmd': flawless }) })
    expect(ended).toEqual({ code: 0, stdout: 'No findings in 1 diagram of 1 file\n', stderr: '' })
  })

  it('is 1 for an error or warning, 0 for less', async () => {
    const cwd = folderOf({ 'a.mmd': design })
    const ending = async (severity: string) =>
      (await arrowsmith(['lint', '--rule', `unlabeled-arrow=${severity}`], { cwd })).code
    expect(await Promise.all(['error', 'warning', 'info', 'hint', 'off'].map(ending))).toEqual([
      1, 1, 0, 0, 0,
    ])
  })

  it('is 0 where all that is said is what the document does not go into; hints of editors are left out', async () => {
    const calls = ['Mail', 'Stock', 'Tax'].map((name, at) => `  gw --> s${at}[${name} service]\n`)
    const silent = `flowchart LR\n  gw[API gateway]\n${calls.join('')}  s0 --> db[(PostgreSQL)]\n`
    const cwd = folderOf({ 'a.mmd': silent })
    const { files } = await lintJson([], cwd)
    expect(files[0]?.findings.map(({ rule, severity, line }) => [rule, severity, line])).toEqual([
      ['missing-timeout', 'info', 1],
      ['unlabeled-arrow', 'info', 1],
    ])
    expect((await arrowsmith(['lint', '--max-warnings=0'], { cwd })).code).toBe(0)
  })

  it('is 1 only above --max-warnings', async () => {
    const cwd = folderOf({ 'a.mmd': design })
    const rule = ['--rule', 'unlabeled-arrow=warning']
    expect((await arrowsmith(['lint', ...rule, '--max-warnings', '1'], { cwd })).code).toBe(0)
    expect((await arrowsmith(['lint', ...rule, '--max-warnings=0'], { cwd })).code).toBe(1)
  })

  it('is 0 when every finding is suppressed', async () => {
    const suppressed = design.replace(
      '  orders -->',
      '  %% arrowsmith-disable-next-line -- a sketch\n  orders -->',
    )
    const cwd = folderOf({ 'a.mmd': suppressed })
    const { summary, files } = await lintJson(['--rule', 'unlabeled-arrow=error'], cwd)
    expect(summary).toMatchObject({ errors: 0, warnings: 0, infos: 0, hints: 0 })
    expect(files[0]?.findings[0]).toMatchObject({
      rule: 'unlabeled-arrow',
      suppressed: { reason: 'a sketch' },
    })
    expect((await arrowsmith(['lint', '--rule', 'unlabeled-arrow=error'], { cwd })).code).toBe(0)
  })
})

describe('a fence that closes nothing', () => {
  const lines = (text: string) => text.trimEnd().replace(/^/gm, '> ')
  const document = [
    `\`\`\`mermaid\n${flawless}`,
    'What follows explains the picture, and is no part of it: (see below).\n',
    `- \`a\` takes the orders\n- \`b\` keeps them\n`,
    `${lines(`\`\`\`mermaid\n${flawless.trimEnd()}\`\`\``)}\n`,
    'Another word on that, in brackets [or none].\n',
  ].join('\n')

  it('is one finding, which names the fence, whatever text follows', async () => {
    const { files } = await lintJson([], folderOf({ 'a.md': document }))
    expect(files[0]?.findings).toMatchObject([
      { rule: 'syntax-error', line: 1, column: 1, endLine: 1, endColumn: 11, fixable: true },
      { rule: 'syntax-error', line: 18, column: 40, endColumn: 43, fixable: true },
    ])
  })

  it('is mended by --fix', async () => {
    const cwd = folderOf({ 'a.md': document })
    expect(await arrowsmith(['lint', '--fix'], { cwd })).toMatchObject({ code: 0, stderr: '' })
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(
      document.replace('\n\nWhat', '\n```\n\nWhat').replace('}```', '}\n> ```'),
    )
  })
})

describe('JSON', () => {
  it('places a finding in lines and columns from 1, the end exclusive', async () => {
    const { files } = await lintJson([], folderOf({ 'docs/a.mmd': design }))
    const [file] = files
    expect(file?.path).toBe('docs/a.mmd')
    expect(file?.findings.find(({ rule }) => rule === 'unlabeled-arrow')).toMatchObject({
      line: 3,
      column: 10,
      endLine: 3,
      endColumn: 13,
      fixable: true,
    })
  })

  it('counts lines of the document, with CRLF, in lists and block quotes', async () => {
    const fence = [
      '# Design',
      '',
      '> - ```mermaid',
      ...design
        .trimEnd()
        .split('\n')
        .map(line => `>   ${line}`),
      '>   ```',
      '',
    ]
    const { files } = await lintJson([], folderOf({ 'a.md': fence.join('\r\n') }))
    expect(files[0]?.findings.find(({ rule }) => rule === 'unlabeled-arrow')).toMatchObject({
      line: 6,
      column: 14,
    })
  })

  it('counts columns in UTF-16 units', async () => {
    const { files } = await lintJson(
      [],
      folderOf({ 'a.mmd': design.replace('orders -->', 'orders["📦 注文"] -->') }),
    )
    expect(files[0]?.findings.find(({ rule }) => rule === 'unlabeled-arrow')).toMatchObject({
      line: 3,
      column: 19,
    })
  })

  it('counts what it lists', async () => {
    const { files, summary } = await lintJson(
      ['--preset', 'strict'],
      folderOf({ 'a.mmd': design, 'b.mmd': design }),
    )
    const severities = files.flatMap(({ findings }) => findings.map(({ severity }) => severity))
    expect(files).toHaveLength(2)
    expect(summary.errors + summary.warnings + summary.infos + summary.hints).toBe(severities.length)
    expect(summary.warnings).toBe(severities.filter(severity => severity === 'warning').length)
  })
})

describe('what is looked at', () => {
  it('finds documents in folders as Git sees them', async () => {
    const cwd = folderOf({
      '.git/HEAD': '',
      '.gitignore': 'build/\n*.draft.md\n!kept.draft.md\n',
      'a.mmd': design,
      'b.txt': design,
      'build/c.mmd': design,
      'node_modules/x/README.md': design,
      'docs/.gitignore': '/d.mmd',
      'docs/d.mmd': design,
      'docs/deep/d.mmd': design,
      'e.draft.md': design,
      'kept.draft.md': design,
    })
    const { files } = await lintJson([], cwd)
    expect(files.map(({ path }) => path)).toEqual(['a.mmd', 'docs/deep/d.mmd', 'kept.draft.md'])
  })

  it('is never a file whose kind nobody knows, unless it has a Mermaid fence', async () => {
    const cwd = folderOf({
      'notes.txt': 'flowchart LR\n  a --> b\n',
      README: `\`\`\`mermaid\n${flawless}\`\`\`\n`,
    })
    const refused = await arrowsmith(['lint', 'notes.txt'], { cwd })
    expect([refused.code, refused.stdout]).toEqual([2, ''])
    expect(refused.stderr).toMatch(
      /^arrowsmith: notes\.txt: has an unsupported file type \(supported: \.mmd, /,
    )
    expect(await arrowsmith(['lint', 'README'], { cwd })).toMatchObject({ code: 0, stderr: '' })
  })

  it('is counted as checked only if it was read', async () => {
    const fenced = (text: string) => `\`\`\`mermaid\n${text}\`\`\`\n`
    const cwd = folderOf({
      'a.md': `${fenced(flawless)}\n${fenced('classDiagram\n  A --> B\n')}\nText\n\n${fenced(design).replace(/^/gm, '    ')}`,
      'b.md': `<div>\n${fenced(design)}</div>\n\n~~~~md\n${fenced(design)}~~~~\n`,
    })
    const { stdout } = await arrowsmith(['lint', 'a.md', 'b.md'], { cwd })
    expect(stdout.split('\n')).toEqual([
      'No findings in 1 diagram of 2 files',
      '1 diagram not checked (classDiagram): with --syntax=all Mermaid parses it',
      '3 diagrams skipped: a.md:16 stands in indented code, b.md:2 stands in a block of HTML, b.md:12 stands in other code',
      '',
    ])
    const { summary } = await lintJson(['a.md', 'b.md'], cwd)
    expect(summary.diagrams).toEqual({ checked: 1, syntaxOnly: 0, lookedAt: 1, skipped: 3 })
    expect((await arrowsmith(['lint', 'b.md'], { cwd })).stdout).toMatch(/^No diagrams checked in 1 file\n/)
  })

  it('is not called free of findings where only its syntax was judged, and judged where its author says so', async () => {
    const steps =
      'flowchart LR\n  a[Parse the order] --> b{Valid?}\n  b -->|yes| c[Save]\n  b -->|no| d[Stop]\n'
    const cwd = folderOf({
      'design.mmd': flawless,
      'steps.mmd': steps,
      'stated.mmd': `${steps}  %% arrowsmith: { preset: recommended }\n`,
    })
    const ending = async (...paths: string[]) =>
      (await arrowsmith(['lint', ...paths], { cwd })).stdout.trimEnd().split('\n')
    const remedy = 'Where one is, write in it: %% arrowsmith: { preset: recommended }'
    expect(await ending('steps.mmd', 'design.mmd')).toEqual([
      'No findings in 2 diagrams of 2 files',
      `1 diagram checked for syntax only (steps.mmd:1): it does not look like a design of running systems. ${remedy}`,
    ])
    expect((await ending('stated.mmd')).join()).not.toContain('syntax only')
    expect((await lintJson(['steps.mmd', 'design.mmd'], cwd)).summary.diagrams).toMatchObject({
      checked: 2,
      syntaxOnly: 1,
    })
    for (const at of [1, 2, 3]) writeFileSync(join(cwd, `more-${at}.mmd`), steps)
    expect(await ending()).toContain(
      `4 diagrams checked for syntax only: they do not look like designs of running systems. ${remedy}`,
    )
  })

  it('takes globs, and each file once', async () => {
    const cwd = folderOf({ 'a.mmd': design, 'docs/b.mmd': design, 'docs/c.md': design })
    const { files } = await lintJson(['**/*.mmd', 'a.mmd', './a.mmd'], cwd)
    expect(files.map(({ path }) => path)).toEqual(['a.mmd', 'docs/b.mmd'])
  })

  it('reads standard input, as Markdown where it is', async () => {
    const cwd = folderOf({})
    const lineOf = async (input: string, ...words: string[]) => {
      const { files } = await lintJson(['-', ...words], cwd, input)
      return files.map(({ path, findings }) => [
        path,
        findings.find(({ rule }) => rule === 'unlabeled-arrow')?.line,
      ])
    }
    expect(await lineOf(design)).toEqual([['<stdin>', 3]])
    expect(await lineOf(`# Design\n\`\`\`mermaid\n${design}\`\`\`\n`)).toEqual([['<stdin>', 5]])
    expect(await lineOf(design, '--stdin-filename', 'docs/a.mmd')).toEqual([['docs/a.mmd', 3]])
  })

  it('uses the nearest configuration, --config instead of it, and options above both', async () => {
    const off = '{ // not here\n  "rules": { "unlabeled-arrow": "off" } }'
    const cwd = folderOf({
      'arrowsmith.config.json': off,
      'a.mmd': design,
      'inner/arrowsmith.config.json': '{ "rules": { "unlabeled-arrow": "error" } }',
      'inner/deep/b.mmd': design,
    })
    const found = async (...words: string[]) => {
      const { files } = await lintJson(words, cwd)
      return files.map(({ findings }) => findings.find(({ rule }) => rule === 'unlabeled-arrow')?.severity)
    }
    expect(await found()).toEqual([undefined, 'error'])
    expect(await found('--config', 'arrowsmith.config.json')).toEqual([undefined, undefined])
    expect(await found('--rule', 'unlabeled-arrow=hint')).toEqual(['hint', 'hint'])
  })
})

describe('fixing', () => {
  const misspelt = `${flawless}  db@{ shape: cyl, replcas: 2 }\n`
  const spelt = misspelt.replace('replcas', 'replicas')

  it('writes safe fixes and leaves byte order mark and line ends alone', async () => {
    const cwd = folderOf({ 'a.mmd': `\ufeff${misspelt.replaceAll('\n', '\r\n')}`, 'b.mmd': design })
    await arrowsmith(['lint', '--fix'], { cwd })
    expect(readFileSync(join(cwd, 'a.mmd'), 'utf8')).toBe(`\ufeff${spelt.replaceAll('\n', '\r\n')}`)
    expect(readFileSync(join(cwd, 'b.mmd'), 'utf8')).toBe(design)
  })

  it('never removes a suppression that gives a reason, and mends its misspelt name', async () => {
    const above = (comment: string) =>
      flawless.replace(/\n/, `\n  %% arrowsmith-disable-next-line ${comment}\n`)
    const cwd = folderOf({
      'kept.mmd': above('missing-timeout -- the pool sets one, see ADR-12'),
      'bare.mmd': above('missing-timeout'),
      'misspelt.mmd': above('missing-timeuot -- the pool sets one'),
    })
    await arrowsmith(['lint', '--fix'], { cwd })
    const text = (name: string) => readFileSync(join(cwd, name), 'utf8')
    expect(text('kept.mmd')).toBe(above('missing-timeout -- the pool sets one, see ADR-12'))
    expect(text('bare.mmd')).toBe(flawless)
    expect(text('misspelt.mmd')).toBe(above('missing-timeout -- the pool sets one'))
  })

  it('writes a notebook that is one', async () => {
    const source = `Stack\n\n\`\`\`mermaid\n${misspelt}\`\`\``.match(/.*\n|.+$/g) ?? []
    const cell = { cell_type: 'markdown', metadata: {}, source }
    const cwd = folderOf({ 'a.ipynb': `${JSON.stringify({ cells: [cell], nbformat: 4 }, undefined, 1)}\n` })
    const { files } = await lintJson([], cwd)
    expect(files[0]?.findings[0]).toMatchObject({ line: 15, fixable: true })
    await arrowsmith(['lint', '--fix'], { cwd })
    const mended = source.map(line => line.replace('replcas', 'replicas'))
    const fixed = z.looseObject({ cells: z.array(z.looseObject({ source: z.array(z.string()) })) })
    expect(fixed.parse(JSON.parse(readFileSync(join(cwd, 'a.ipynb'), 'utf8'))).cells[0]?.source).toEqual(
      mended,
    )
  })

  it('has nothing left to fix a second time', async () => {
    const cwd = folderOf({
      'a.mmd': misspelt.trimEnd(),
      'b.md': `> \`\`\`mermaid\n${misspelt.replace(/^/gm, '> ')}`,
    })
    const texts = () => ['a.mmd', 'b.md'].map(name => readFileSync(join(cwd, name), 'utf8'))
    await arrowsmith(['lint', '--fix'], { cwd })
    const once = texts()
    expect(once.every(text => text.includes('replicas'))).toBe(true)
    await arrowsmith(['lint', '--fix'], { cwd })
    expect(texts()).toEqual(once)
  })

  it('says what it fixed, and what is left to a person', async () => {
    const cwd = folderOf({ 'a.mmd': misspelt, 'b.mmd': design })
    const last = async (...words: string[]) =>
      (await arrowsmith(['lint', ...words], { cwd })).stdout.trimEnd().split('\n').at(-1)
    const left = '1 fix needs your decision: open it in the editor'
    expect(await last()).toBe(`1 can be fixed with --fix; ${left}`)
    expect(await last('--fix-dry-run')).toBe(`1 would be fixed in 1 file; ${left}`)
    expect(await last('--fix')).toBe(`1 fixed in 1 file; ${left}`)
    expect(await last('--fix')).toBe(`nothing to fix automatically; ${left}`)
  })

  it('mends what Mermaid refuses where nothing is left to guess', async () => {
    const broken = `flowchart LR
  web[Web app (beta)] -->|HTTPS, 2s timeout| api[Order API] %% the new one
  api[Order API -->|SQL, 1s timeout| db[(Postgres)]
`
    const cwd = folderOf({ 'a.mmd': broken })
    await arrowsmith(['lint', '--fix'], { cwd })
    expect(readFileSync(join(cwd, 'a.mmd'), 'utf8')).toBe(
      broken
        .replace('[Web app (beta)]', '["Web app (beta)"]')
        .replace(' %% the new one', '')
        .replace('  web', '  %% the new one\n  web'),
    )
  })

  it('shows what it would write in a dry run', async () => {
    const cwd = folderOf({ 'a.mmd': misspelt })
    const { stdout } = await arrowsmith(['lint', '--fix-dry-run'], { cwd })
    expect(stdout).toContain(
      'a.mmd:6\n-   db@{ shape: cyl, replcas: 2 }\n+   db@{ shape: cyl, replicas: 2 }\n',
    )
    expect(readFileSync(join(cwd, 'a.mmd'), 'utf8')).toBe(misspelt)
  })
})

describe('a diagram between marks of Markdown in a file of its own', () => {
  const text = '```mermaid\nflowchart LR\n  a[Web (new)] --> b[API]\n```\n'
  const plain = 'flowchart LR\n  a["Web (new)"] --> b[API]\n'

  it.each(['a.mmd', 'a.mermaid'])('is told through a pipe, and mended in a subfolder: %s', async name => {
    const cwd = folderOf({ [`docs/${name}`]: text })
    const piped = await arrowsmith(['lint', '-', '--stdin-filename', name], { input: text, cwd })
    expect(piped.stdout).toContain('refuses the marks of Markdown')
    expect(piped.code).toBe(1)
    await arrowsmith(['lint', '--fix', '.'], { cwd: join(cwd, 'docs') })
    expect(readFileSync(join(cwd, 'docs', name), 'utf8')).toBe(plain)
  })
})

describe('a Markdown document in a file for one diagram', () => {
  const fenced = '```mermaid\nflowchart LR\n  a[Web] --> b[API]\n```\n'

  it.each(['# Orders', '<div align="center"><h3>Orders</h3></div>'])(
    'is told by its first line, and its diagrams are read: %s',
    async first => {
      const cwd = folderOf({ 'a.mmd': `${first}\n\n${fenced}` })
      const { stdout, code } = await arrowsmith(['lint', 'a.mmd'], { cwd })
      expect(stdout).toContain('refuses the marks of Markdown')
      expect(stdout).toContain('in 1 diagram')
      expect(code).toBe(1)
    },
  )

  it('is not what a heading without a diagram makes it', async () => {
    const cwd = folderOf({ 'a.mmd': '# Orders\n\nflowchart LR\n  a --> b\n' })
    const { stdout } = await arrowsmith(['lint', 'a.mmd'], { cwd })
    expect(stdout).toContain('The diagram begins with “flowchart LR”')
  })
})

describe('a hazard that a document tells in words', () => {
  const drawn = [
    'api[Order API] -->|AMQP| q[[RabbitMQ]] -->|AMQP| w[Mail worker]',
    'api -->|SQL| db[(Postgres)]',
  ]
  const sentence = 'The worker acknowledges each message before it processes it.'
  const diagram = ['flowchart LR', ...drawn.map(line => `  ${line}`)]
  const fenced = `# Mail\n\n${sentence}\n\n\`\`\`mermaid\n${diagram.join('\n')}\n\`\`\`\n`

  it.each([
    ['a.mdx', fenced],
    ['a.qmd', fenced],
    ['a.adoc', `= Mail\n\n${sentence}\n\n[mermaid]\n----\n${diagram.join('\n')}\n----\n`],
    [
      'a.rst',
      `Mail\n====\n\n${sentence}\n\n.. mermaid::\n\n${diagram.map(line => `   ${line}`).join('\n')}\n`,
    ],
  ])('is told through a pipe and in a subfolder, of %s', async (name, text) => {
    const cwd = folderOf({ [`docs/${name}`]: text })
    const piped = await arrowsmith(['lint', '-', '--stdin-filename', name], { input: text, cwd })
    const found = await arrowsmith(['lint', '.'], { cwd: join(cwd, 'docs') })
    expect([piped, found].map(({ stdout }) => stdout.includes('ack-before-work'))).toEqual([true, true])
  })
})
