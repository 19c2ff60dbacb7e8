// `npm run test:electron`: the in-host suites in a desktop VS Code, downloaded or named.

import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { runTests } from '@vscode/test-electron'
import { root } from './paths'
import { type Outcome, printOutcomes, type Report } from './report'
import { writeUser } from './user'

/** The first argument or VSCODE_EXECUTABLE names the program; without either, the stable release is downloaded. */
const executable = process.argv[2] ?? process.env.VSCODE_EXECUTABLE

async function runElectron(): Promise<readonly Outcome[]> {
  if (executable && !existsSync(executable)) throw new Error(`${executable} does not exist.`)
  mkdirSync(join(root, '.vscode-test'), { recursive: true })
  const data = mkdtempSync(join(root, '.vscode-test', 'run-'))
  const folder = join(data, 'workspace')
  cpSync(join(root, 'test', 'vscode', 'workspace'), folder, { recursive: true })
  writeUser(join(data, 'user'))
  try {
    const failure = await runTests({
      ...(executable ? { vscodeExecutablePath: executable } : {}),
      extensionDevelopmentPath: root,
      extensionTestsPath: join(root, 'dist', 'test', 'host.js'),
      launchArgs: [
        folder,
        '--disable-extensions',
        '--disable-workspace-trust',
        '--user-data-dir',
        join(data, 'user'),
      ],
    }).then(
      () => undefined,
      (error: unknown) => String(error),
    )
    const report = join(folder, 'report.json')
    if (!existsSync(report)) throw new Error(`VS Code did not run the suites. ${failure ?? ''}`)
    const { outcomes }: Report = JSON.parse(readFileSync(report, 'utf8'))
    return outcomes
  } finally {
    rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}

process.exitCode = await runElectron().then(
  outcomes => (printOutcomes(outcomes) ? 0 : 1),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    if (!executable)
      console.error(
        'Where the download is out of reach, name a VS Code: VSCODE_EXECUTABLE=/path/to/code npm run test:electron',
      )
    console.log('0 passed, 1 failed')
    return 1
  },
)
