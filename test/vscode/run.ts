// `npm run test:vscode`: the suites inside a real VS Code's extension hosts and through its window.

import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { startBrowser } from '../browser'
import { runInHost } from './host'
import { results, root } from './paths'
import { type Outcome, printOutcomes } from './report'
import { type Server, startServer } from './server'
import { writeUser } from './user'
import { namedSuites, runInWindow, suiteNames, windowsOf } from './window'

const fixtures = [join(root, 'test', 'vscode', 'workspace'), join(root, 'examples')]

/**
 * All of them, or those that the arguments name: `remote`, `web`, `window`, or one of the window's suites by its name;
 * `beginning`: the first check of each of the window's.
 */
const wanted = (suite: string) => process.argv.length === 2 || process.argv.includes(suite)

/** What one window tries. */
type Job = (browser: Browser) => Promise<Outcome[]>

/** Every window gets a fresh copy of the workspace, so that none sees another's traces. */
async function runAll(): Promise<Outcome[]> {
  mkdirSync(join(root, '.vscode-test'), { recursive: true })
  mkdirSync(results, { recursive: true })
  const data = mkdtempSync(join(root, '.vscode-test', 'run-'))
  const workspace = (name: string) => {
    const folder = join(data, name)
    for (const fixture of fixtures) cpSync(fixture, folder, { recursive: true })
    return folder
  }
  writeUser(join(data, 'server', 'data'))
  const server = await startServer(join(data, 'server'))
  try {
    return await runJobs(jobsOn(server, workspace))
  } finally {
    await server.stop()
    rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}

function jobsOn(server: Server, workspace: (name: string) => string): readonly Job[] {
  const most = process.argv.includes('beginning') ? 1 : undefined
  const named = namedSuites.filter(name => process.argv.includes(name))
  const suites = named.length > 0 ? named : wanted('window') || most ? suiteNames : []
  const hosts = (['remote', 'web'] as const).filter(wanted)
  return [
    ...windowsOf(suites).map(
      window => (browser: Browser) => runInWindow({ server, browser, workspace, most, suites: window }),
    ),
    ...hosts.map(
      host => (browser: Browser) => runInHost(server, browser, { folder: workspace(`${host}-host`), host }),
    ),
  ]
}

/**
 * Two windows at a time, since each waits for its timers half of the time. Each of the two has a browser of its own:
 * the clipboard is the browser's.
 */
async function runJobs(jobs: readonly Job[]): Promise<Outcome[]> {
  const waiting = jobs.entries()
  const outcomes: Outcome[][] = []
  const work = async () => {
    const browser = await startBrowser()
    try {
      for (const [index, job] of waiting) outcomes[index] = await job(browser)
    } finally {
      await browser.close()
    }
  }
  const ends = await Promise.allSettled([work(), work()])
  const failed = ends.find(({ status }) => status === 'rejected')
  if (failed?.status === 'rejected') throw failed.reason
  return outcomes.flat()
}

process.exitCode = await runAll().then(
  outcomes => (printOutcomes(outcomes) ? 0 : 1),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    console.log('0 passed, 1 failed')
    return 1
  },
)
