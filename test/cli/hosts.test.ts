// What code hosts read: SARIF that its schema accepts, and paths from the root of the repository.

import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { build, design, folderOf, repository, runner } from './program'
import { faultsOf } from './sarif-schema'

const arrowsmith = runner(build('cli'))
/** Tests may themselves run in GitHub's workspace. */
const outside = { GITHUB_WORKSPACE: '' }

const location = z.object({
  physicalLocation: z.object({
    artifactLocation: z.object({ uri: z.string(), uriBaseId: z.string().optional() }),
  }),
})
const log = z.object({
  runs: z.tuple([
    z.object({
      results: z.array(
        z.object({
          ruleId: z.string(),
          locations: z.tuple([location]),
          relatedLocations: z.array(location).optional(),
        }),
      ),
    }),
  ]),
})

/** Of these rules every example; `npm run test:sarif -- src/rules` tries those of all. */
const pages = ['retries', 'topology', 'real-time', 'arrows'].map(category => `src/rules/${category}`)

async function sarifOf(
  words: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = outside,
) {
  const { stdout } = await arrowsmith(['lint', '--format', 'sarif', ...words], { cwd, env })
  const sarif: unknown = JSON.parse(stdout)
  expect(faultsOf(sarif)).toEqual([])
  const [{ results }] = log.parse(sarif).runs
  return results
}

describe('SARIF is valid', () => {
  it('of the project’s own documents, with strict rules', async () => {
    const results = await sarifOf(['--preset', 'strict', 'examples', ...pages], repository)
    expect(new Set(results.map(({ ruleId }) => ruleId)).size).toBeGreaterThan(60)
  })

  it('where one arrow draws several calls of which the same is said', async () => {
    const twice = `flowchart LR
  web[Web app] -->|HTTPS| gateway[Gateway service]
  gateway --> a[Cell service] & b[Cell service] & c[Cell service]
`
    const results = await sarifOf(['--preset', 'strict'], folderOf({ 'a.mmd': twice }))
    const timeout = results.find(({ ruleId }) => ruleId === 'missing-timeout')
    expect(timeout?.relatedLocations).toHaveLength(2)
  })

  it('of text with signs that mean something elsewhere', async () => {
    const results = await sarifOf(
      [],
      folderOf({ 'a b/ü%25#?.mmd': design.replace('Order service', 'Order \u0001\ud800 "service" \\ %41') }),
    )
    expect(results.map(({ locations: [place] }) => place.physicalLocation.artifactLocation.uri)).toContain(
      'a%20b/%C3%BC%2525%23%3F.mmd',
    )
  })
})

describe('paths start at the root of the repository', () => {
  async function pathsOf(words: readonly string[], cwd: string, env?: Readonly<Record<string, string>>) {
    const [result] = await sarifOf(words, cwd, env)
    const { stdout } = await arrowsmith(['lint', '--format', 'github', ...words], {
      cwd,
      env: env ?? outside,
    })
    return [
      result?.locations[0].physicalLocation.artifactLocation.uri,
      /^::\w+ file=([^,]*)/.exec(stdout)?.[1]?.replaceAll('%3A', ':'),
    ]
  }
  const both = (path: string) => [path, path]

  it('from a folder in it', async () => {
    const cwd = folderOf({ '.git/HEAD': '', 'docs/deep/a.mmd': design, 'b.mmd': design })
    expect(await pathsOf([], join(cwd, 'docs'))).toEqual(both('docs/deep/a.mmd'))
    expect(await pathsOf(['../../b.mmd'], join(cwd, 'docs/deep'))).toEqual(both('b.mmd'))
    expect(await pathsOf([join(cwd, 'b.mmd')], join(cwd, 'docs'))).toEqual(both('b.mmd'))
    expect((await arrowsmith(['lint'], { cwd: join(cwd, 'docs') })).stdout).toMatch(/^deep\/a\.mmd\n/)
  })

  it('which is the workspace of GitHub, submodules included', async () => {
    const cwd = folderOf({ '.git/HEAD': '', 'lib/.git': 'gitdir: elsewhere', 'lib/docs/a.mmd': design })
    expect(await pathsOf([], join(cwd, 'lib/docs'))).toEqual(both('docs/a.mmd'))
    expect(await pathsOf([], join(cwd, 'lib/docs'), { GITHUB_WORKSPACE: cwd })).toEqual(
      both('lib/docs/a.mmd'),
    )
  })

  it('whether it has been cloned, unpacked, checked out below the workspace or linked to', async () => {
    const cwd = folderOf({ 'unpacked/a.mmd': design, 'inner/.git/HEAD': '', 'inner/docs/a.mmd': design })
    const env = { GITHUB_WORKSPACE: cwd }
    expect(await pathsOf([], join(cwd, 'unpacked'), env)).toEqual(both('unpacked/a.mmd'))
    expect(await pathsOf([], join(cwd, 'inner/docs'), env)).toEqual(both('docs/a.mmd'))
    mkdirSync(join(cwd, 'links'))
    symlinkSync(join(cwd, 'inner'), join(cwd, 'links/inner'), 'junction')
    expect(await pathsOf([join(cwd, 'links/inner/docs/a.mmd')], cwd, outside)).toEqual(both('docs/a.mmd'))
  })

  it('and are the folder’s own without a repository', async () => {
    const cwd = folderOf({ 'docs/a.mmd': design, 'b.mmd': design })
    expect(await pathsOf([], join(cwd, 'docs'))).toEqual(both('a.mmd'))
    const [uri = '', path = ''] = await pathsOf(['../b.mmd'], join(cwd, 'docs'))
    expect(uri).toMatch(/^file:\/\/\/.*\/b\.mmd$/)
    expect(uri.endsWith(path.replaceAll('\\', '/'))).toBe(true)
  })
})
