// The built command line as a process: what it prints and how it ends, in folders made for one test.

import { execFile, execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, onTestFinished } from 'vitest'
import { newBuild, shareBuild, sharedBuild } from '../builds'

export const repository = join(import.meta.dirname, '../..')

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface Circumstances {
  readonly cwd?: string
  readonly input?: string | Uint8Array
  readonly env?: Readonly<Record<string, string>>
}

/** `adapters` as the project's own bundler builds them, in a folder that the suite removes; gives the folder. */
export function build(...adapters: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'arrowsmith-built-'))
  afterAll(() => {
    for (const made of [folder, caches(folder)]) rmSync(made, { recursive: true, force: true })
  })
  process.env.XDG_CACHE_HOME = caches(folder)
  const name = ['built', ...adapters].join('-')
  const built = sharedBuild(name) ?? shareBuild(name, bundled(adapters))
  cpSync(built, folder, { recursive: true })
  return folder
}

function bundled(adapters: readonly string[]): string {
  const folder = newBuild()
  execFileSync(process.execPath, ['esbuild.mjs', ...adapters, `--outdir=${folder}`], {
    cwd: repository,
    stdio: 'pipe',
  })
  return folder
}

/** Where a program that has been built by a test keeps what it keeps between runs. */
export const caches = (built: string): string => `${built}-caches`

/** Runs `arrowsmith` with these words; what hangs is killed and has no exit code. */
export function runner(built: string) {
  return (
    words: readonly string[],
    { cwd = repository, input = '', env = {} }: Circumstances = {},
  ): Promise<Ended> =>
    new Promise(resolve => {
      const { FORCE_COLOR: _, ...inherited } = process.env
      const options = {
        cwd,
        env: { ...inherited, NO_COLOR: '1', ...env },
        maxBuffer: 2 ** 28,
        timeout: 100_000,
      }
      const child = execFile(
        process.execPath,
        [join(built, 'cli.mjs'), ...words],
        options,
        (_, stdout, stderr) => {
          resolve({ code: child.exitCode, stdout, stderr })
        },
      )
      child.stdin?.on('error', () => {})
      child.stdin?.end(input)
    })
}

/** A folder with these files, removed after the test. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'arrowsmith-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}

/** A design in which one arrow of three names no protocol. */
export const design = `flowchart LR
  web[Web app] -->|HTTPS, 2s timeout| orders[Order service]
  orders --> stock[Inventory service]
  orders -->|SQL, 500ms timeout| db[(Postgres)]
  %% orders->stock@{ timeout: 300ms }
`

/** A design that nothing is wrong with. */
export const flawless = design.replace('orders -->', 'orders -->|gRPC|')
