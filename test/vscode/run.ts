// `npm run test:vscode`: the suites inside a real VS Code's extension hosts and through its window.

import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { startBrowser } from '../browser'
import { runInHost } from './host'
import { results, root } from './paths'
import { type Outcome, printOutcomes } from './report'
import { startServer } from './server'
import { writeUser } from './user'
import { namedSuites, runInWindow, suiteNames } from './window'

const fixtures = [join(root, 'test', 'vscode', 'workspace'), join(root, 'examples')]

/**
 * All of them, or those that the arguments name: `remote`, `web`, `window`, or one of the window's suites by its name;
 * `beginning`: the first check of each of the window's.
 */
const wanted = (suite: string) => process.argv.length === 2 || process.argv.includes(suite)

/** Every window gets a fresh copy of the workspace, so that no suite sees another's traces. */
async function runAll(): Promise<Outcome[]> {
  mkdirSync(join(root, '.vscode-test'), { recursive: true })
  mkdirSync(results, { recursive: true })
  const data = mkdtempSync(join(root, '.vscode-test', 'run-'))
  const workspace = (name: string) => {
    const folder = join(data, name)
    for (const fixture of fixtures) cpSync(fixture, folder, { recursive: true })
    return folder
  }
  const browser = await startBrowser()
  try {
    writeUser(join(data, 'server', 'data'))
    const server = await startServer(join(data, 'server'))
    try {
      const outcomes: Outcome[] = []
      if (wanted('remote'))
        outcomes.push(
          ...(await runInHost(server, browser, { folder: workspace('remote-host'), host: 'remote' })),
        )
      if (wanted('web'))
        outcomes.push(...(await runInHost(server, browser, { folder: workspace('web-host'), host: 'web' })))
      const most = process.argv.includes('beginning') ? 1 : undefined
      const named = namedSuites.filter(name => process.argv.includes(name))
      const suites = named.length > 0 ? named : wanted('window') || most ? suiteNames : []
      outcomes.push(...(await runInWindow({ server, browser, workspace, most, suites })))
      return outcomes
    } finally {
      await server.stop()
    }
  } finally {
    await browser.close()
    rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}

process.exitCode = await runAll().then(
  outcomes => (printOutcomes(outcomes) ? 0 : 1),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    console.log('0 passed, 1 failed')
    return 1
  },
)
