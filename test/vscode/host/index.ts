// What VS Code calls inside its extension host: runs the suites and leaves a report in the workspace.

import * as vscode from 'vscode'
import { type Report, runChecks } from '../report'
import { activation } from './activation'
import { assisting } from './assisting'
import { configuring, proposing } from './configuring'
import { editing } from './editing'
import { judging } from './judging'
import { navigating } from './navigating'
import { outside } from './outside'
import { previewing } from './previewing'

/**
 * Called by VS Code (`extensionTestsPath`), on the desktop, on a server and in a web worker alike; in a web
 * worker only what differs there is tried.
 */
export async function run(): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]
  if (!folder) throw new Error('The tests need a workspace folder.')
  const suites =
    host === 'web'
      ? [activation, judging, configuring, outside, assisting, previewing]
      : [activation, judging, editing, navigating, configuring, proposing, outside, assisting, previewing]
  const outcomes = await runChecks(suites.flat(), 70)
  await vscode.workspace.fs.writeFile(
    vscode.Uri.joinPath(folder.uri, 'report.json'),
    encoded({ host, outcomes }),
  )
  const failed = outcomes.filter(({ failure }) => failure !== undefined)
  if (failed.length > 0) throw new Error(`${failed.length} of ${outcomes.length} failed`)
}

const host = 'importScripts' in globalThis ? 'web' : 'remote'

const encoded = (report: Report) => new TextEncoder().encode(JSON.stringify(report))
