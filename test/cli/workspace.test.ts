// Several documents and configuration files in one run: what they share, what overrides what, what is left alone.

import { describe, expect, it } from 'vitest'
import { flowsContract, lintContract } from './contract'
import { build, design, flawless, folderOf, runner } from './program'

const arrowsmith = runner(build('cli'))

async function lint(files: Readonly<Record<string, string>>, ...words: readonly string[]) {
  const { stdout, stderr } = await arrowsmith(['lint', '--format', 'json', ...words], {
    cwd: folderOf(files),
  })
  expect(stderr).toBe('')
  return lintContract
    .parse(JSON.parse(stdout))
    .files.map(({ path, findings }) => [path, findings.map(({ rule }) => rule)])
}

const stating = (figure: string) => `${flawless}  %% stock@{ ${figure} }\n`

describe('a thing that two documents draw', () => {
  it('has the figure that one of them states', async () => {
    const cwd = folderOf({ 'a.mmd': flawless, 'docs/b.mmd': stating('p50: 20ms, p99: 250ms') })
    const { stdout } = await arrowsmith(['flows', '--format', 'json', '.'], { cwd })
    const [inA, inB] = flowsContract.parse(JSON.parse(stdout)).flows
    expect(inA).toMatchObject({ path: 'a.mmd', p99: inB?.p99 })
    const { stdout: without } = await arrowsmith(['flows', '--format', 'json', 'a.mmd'], { cwd })
    expect(flowsContract.parse(JSON.parse(without)).flows[0]?.p99).not.toBe(inB?.p99)
  })

  it('is reported where they disagree', async () => {
    const files = { 'a.mmd': stating('p99: 200ms'), 'docs/b.mmd': stating('p99: 250ms') }
    expect(await lint(files)).toEqual([
      ['a.mmd', ['conflicting-figures']],
      ['docs/b.mmd', ['conflicting-figures']],
    ])
    const configuration = { 'arrowsmith.config.json': '{ "sharing": "document" }' }
    expect(await lint({ ...files, ...configuration })).toEqual([
      ['a.mmd', []],
      ['docs/b.mmd', []],
    ])
  })
})

describe('configuration files', () => {
  it('of inner folders lie over those of outer ones', async () => {
    const files = {
      'arrowsmith.config.json': '{ "rules": { "unlabeled-arrow": "off" } }',
      'a.mmd': design,
      'inner/arrowsmith.config.json': '{ "preset": "sketch" }',
      'inner/b.mmd': design,
      'apart/arrowsmith.config.json': '{ "root": true }',
      'apart/c.mmd': design,
    }
    expect(await lint(files)).toEqual([
      ['a.mmd', []],
      ['apart/c.mmd', ['unlabeled-arrow']],
      ['inner/b.mmd', []],
    ])
  })

  it('speak for the files that a pattern names', async () => {
    const files = {
      'arrowsmith.config.json': `{ "files": { "docs/legacy/**": { "rules": { "unlabeled-arrow": "off" } } } }`,
      'docs/a.mmd': design,
      'docs/legacy/b.mmd': design,
    }
    expect(await lint(files)).toEqual([
      ['docs/a.mmd', ['unlabeled-arrow']],
      ['docs/legacy/b.mmd', []],
    ])
  })

  it('leave files alone, unless they are named', async () => {
    const files = {
      'arrowsmith.config.json': '{ "exclude": ["archive"] }',
      'a.mmd': design,
      'archive/b.mmd': design,
    }
    expect(await lint(files)).toEqual([['a.mmd', ['unlabeled-arrow']]])
    expect(await lint(files, 'archive/b.mmd')).toEqual([['archive/b.mmd', ['unlabeled-arrow']]])
  })

  it('are told where a figure in them is wrong', async () => {
    const cwd = folderOf({
      'a.mmd': design,
      'arrowsmith.config.json': '{\n  "components": { "Inventory service": { "p99": "slow" } }\n}',
    })
    const { code, stderr } = await arrowsmith(['lint'], { cwd })
    expect(code).toBe(2)
    expect(stderr).toBe(
      'arrowsmith: arrowsmith.config.json:2:49: “p99” is “slow”: expected a duration such as 250us, 30ms, 1.5s, 2m or 1h.\n',
    )
  })
})
