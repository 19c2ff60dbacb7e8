// Findings that are kept between runs: taken for what is the same, and never a different answer.

import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  analyzedFile,
  besideEachOther,
  type ConfiguredFile,
  eachAlone,
} from '../../src/adapters/cli/analysis'
import { passingMemory } from '../../src/adapters/cli/cache/memory'
import { recallReports } from '../../src/adapters/cli/cache/recall'
import { reportOf } from '../../src/adapters/cli/lint/run'
import { countFindings, type FileReport } from '../../src/adapters/cli/reporters/report'
import { unwatched } from '../../src/adapters/cli/stopwatch'
import { type Configuration, defaultConfiguration } from '../../src/service'
import { build, design, flawless, folderOf, runner } from './program'

const built = build('cli')
const arrowsmith = runner(built)

const stating = (figure: string) => `${flawless}  %% stock@{ ${figure} }\n`

/** A folder of its own for what is kept, and how many documents it spared a run. */
function linter(files: Readonly<Record<string, string>>) {
  const cwd = folderOf({ ...files, '.cache/empty': '' })
  const kept = join(cwd, '.cache')
  const run = async (...words: readonly string[]) => {
    const { code, stdout, stderr } = await arrowsmith(
      ['lint', '--format', 'json', '--stats', '--cache-location', kept, ...words],
      { cwd },
    )
    return { code, stdout, known: Number(/the findings of (\d+) came from the cache/.exec(stderr)?.[1]) }
  }
  const fresh = async (...words: readonly string[]) =>
    (await arrowsmith(['lint', '--format', 'json', '--no-cache', ...words], { cwd })).stdout
  const packs = () =>
    readdirSync(kept)
      .filter(name => /^(?:findings|reports)-/.test(name))
      .map(name => join(kept, name))
  return {
    cwd,
    run,
    fresh,
    packs,
    write: (path: string, text: string) => writeFileSync(join(cwd, path), text),
  }
}

describe('findings of the last run', () => {
  it('are taken for documents that stayed as they are', async () => {
    const { run, fresh, write } = linter({ 'a.mmd': design, 'docs/b.mmd': flawless })
    const first = await run()
    expect(first.known).toBe(0)
    expect(await run()).toEqual({ ...first, known: 2 })
    write('a.mmd', flawless)
    expect(await run()).toMatchObject({ stdout: await fresh(), known: 1 })
    expect((await run('--no-cache')).known).toBe(0)
  })

  it('are spared the rules, whose times --stats lists, and the documents’', async () => {
    const cwd = folderOf({ 'a.mmd': design })
    const stats = async () => (await arrowsmith(['lint', '--stats', '--quiet'], { cwd })).stderr
    const first = await stats()
    for (const row of ['analyzing', 'a\\.mmd'])
      expect(first).toMatch(new RegExp(`^ +\\d+\\.\\d ms  ${row}$`, 'm'))
    expect(first).toMatch(/^Slowest rules of [1-9]\d+\n +\d+\.\d ms {2}[a-z-]+$/m)
    expect(await stats()).toMatch(/^Slowest rules of 0$/m)
  })

  it('hold for the settings that they were found with', async () => {
    const { run, fresh, write } = linter({ 'a.mmd': design })
    await run()
    for (const words of [
      ['--rule', 'unlabeled-arrow=error'],
      ['--preset', 'sketch'],
    ]) {
      expect((await run(...words)).stdout).toBe(await fresh(...words))
      expect((await run(...words)).known).toBe(1)
    }
    write('arrowsmith.config.json', '{ "rules": { "unlabeled-arrow": "off" } }')
    expect(await run()).toMatchObject({ stdout: await fresh(), known: 0 })
  })

  it('hold as long as nobody states something else for the same things', async () => {
    const { run, fresh, write } = linter({ 'a.mmd': stating('p99: 200ms'), 'b.mmd': design, 'c.mmd': design })
    await run()
    write('b.mmd', stating('p99: 250ms'))
    const disagreeing = await run()
    expect(disagreeing).toMatchObject({ stdout: await fresh(), known: 0 })
    expect(disagreeing.stdout.match(/conflicting-figures/g)?.length).toBeGreaterThan(1)
    expect((await run()).known).toBe(3)
    expect(await run('c.mmd')).toMatchObject({ stdout: await fresh('c.mmd') })
  })

  it.each<[string, (pack: string) => unknown]>([
    ['damaged', pack => writeFileSync(pack, readFileSync(pack, 'latin1').replace(/(:[^\n]*)\d/, '$1x'))],
    ['cut off', pack => writeFileSync(pack, readFileSync(pack).subarray(0, 200))],
    ['a folder', pack => [renameSync(pack, `${pack}.old`), mkdirSync(pack)]],
  ])('are found anew where the file is %s', async (_, damage) => {
    const { run, fresh, packs } = linter({ 'a.mmd': design })
    await run()
    for (const pack of packs()) damage(pack)
    expect(await run()).toMatchObject({ stdout: await fresh(), known: 0 })
  })

  it('are told in the same words without the engine, configured or not', async () => {
    const apart = folderOf({})
    cpSync(built, apart, { recursive: true })
    const engine = join(apart, 'service.cjs')
    utimesSync(engine, 1, 1)
    const cwd = folderOf({
      'docs/a.mmd': design,
      'docs/b.md': `支付 — “checkout”\n\n\`\`\`mermaid\n${design}\`\`\`\n`,
      'c.mmd': stating('p99: 200ms'),
      'old/d.mmd': design,
      'arrowsmith.config.json': '{ "exclude": ["old"], "files": { "docs/**": { "preset": "strict" } } }',
    })
    const lint = (...words: readonly string[]) => runner(apart)(['lint', ...words], { cwd })
    const first = await lint()
    expect(first).toMatchObject({ code: 1, stdout: expect.stringContaining('unlabeled-arrow') })
    // As old and as large as the engine, so that it is taken for it.
    writeFileSync(engine, "throw new Error('the engine was loaded')".padEnd(statSync(engine).size))
    utimesSync(engine, 1, 1)
    expect(await lint()).toEqual(first)
    expect((await lint('--no-cache')).stderr).toContain('the engine was loaded')
  })

  it('are written anew for a narrower terminal, other settings and fewer severities', async () => {
    const cwd = folderOf({ 'a.mmd': design })
    const lint = (...words: readonly string[]) => arrowsmith(['lint', ...words], { cwd })
    await lint()
    for (const words of [['--color'], ['--quiet'], ['--rule', 'unlabeled-arrow=hint', '--quiet']])
      expect(await lint(...words)).toEqual(await lint('--no-cache', ...words))
    expect((await lint('--color')).stdout).not.toBe((await lint()).stdout)
  })

  it('are found anew by another program', async () => {
    const { run } = linter({ 'a.mmd': design })
    await run()
    utimesSync(join(built, 'service.cjs'), 1, 1)
    expect((await run()).known).toBe(0)
  })

  it('are not taken where fixes are to be worked out', async () => {
    const { cwd, run } = linter({ 'a.mmd': `${flawless}  db@{ shape: cyl, replcas: 2 }\n` })
    await run()
    await run('--fix')
    expect(readFileSync(join(cwd, 'a.mmd'), 'utf8')).toContain('replicas')
  })
})

describe('a run with what is kept', () => {
  const label = fc.constantFrom('Order service', 'Inventory service', 'Billing', 'Postgres')
  const figure = fc.constantFrom(
    'p99: 200ms',
    'p99: 900ms',
    'availability: 99.9%',
    'timeout: 1s',
    'replicas: 3',
  )
  const statement = fc.oneof(
    fc.tuple(label, label).map(([from, to]) => `  ${id(from)}[${from}] -->|HTTPS| ${id(to)}[${to}]`),
    fc.tuple(label, figure).map(([of, states]) => `  ${id(of)}[${of}]\n  %% ${id(of)}@{ ${states} }`),
  )
  const heading = fc.constantFrom('Today', 'Option A', 'Design')
  const document = fc
    .array(fc.tuple(heading, fc.array(statement, { minLength: 1, maxLength: 4 })), { maxLength: 2 })
    .map(parts =>
      parts.map(
        ([title, lines]) => `## ${title}\n\n\`\`\`mermaid\nflowchart LR\n${lines.join('\n')}\n\`\`\`\n`,
      ),
    )
    .map(parts => parts.join('\n'))
  const configuration = fc.constantFrom<Configuration>(
    defaultConfiguration,
    { ...defaultConfiguration, sharing: 'document' },
    { ...defaultConfiguration, preset: 'strict' },
  )
  const edit = fc.record({ at: fc.nat(2), text: document, configuration, gone: fc.boolean() })

  it('says the same as one without, whatever is edited between runs', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 2, maxLength: 6 }), edits => {
        const memory = passingMemory()
        const files = new Map<string, ConfiguredFile>()
        for (const { at, text, configuration, gone } of edits) {
          const path = `${'abc'[at]}.md`
          if (gone) files.delete(path)
          else files.set(path, { source: sourceOf(path, text), configuration })
          const now = [...files.values()]
          const { results } = recallReports(now, { each: reportOf, stopwatch: unwatched, progress }, memory)
          expect(results.map(shown)).toEqual(uncached(now).map(shown))
        }
      }),
      { numRuns: 40 },
    )
  })
})

it('does without where a file stands in place of the folder', async () => {
  const cwd = folderOf({ 'a.mmd': flawless, taken: '' })
  for (const folder of ['taken', 'taken/inner'])
    expect(await arrowsmith(['lint', '--cache-location', folder], { cwd })).toMatchObject({
      code: 0,
      stderr: '',
    })
})

const id = (name: string): string => name.toLowerCase().replace(/\W/g, '')

const progress = { step() {}, end() {} }

const sourceOf = (path: string, text: string): ConfiguredFile['source'] => ({
  path,
  text,
  language: 'markdown',
  marked: false,
  place: path,
})

const uncached = (files: readonly ConfiguredFile[]): readonly FileReport[] =>
  eachAlone(besideEachOther(eachAlone(files, file => analyzedFile(file)).results).results, reportOf).results

/** All that a reporter can ask. */
const shown = (report: FileReport) => ({
  path: report.source.path,
  checked: report.checked,
  counts: countFindings([report]),
  findings: report.findings.map(({ rule, severity, message, span, related, fixes, url, suppressed }) => ({
    ...{ rule, severity, message, span, related, url, suppressed },
    fixes: fixes.map(({ title, safe, edits }) => ({ title, safe, edits })),
  })),
})
