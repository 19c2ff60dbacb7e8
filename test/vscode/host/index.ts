// What VS Code calls inside its extension host: runs the suites and leaves a report.

import * as vscode from 'vscode'
import { type Report, runChecks } from '../report'
import { activation } from './activation'
import { assisting } from './assisting'
import { configuring, proposing, rewriting } from './configuring'
import { editing } from './editing'
import { judging } from './judging'
import { MemoryFiles } from './memory-files'
import { navigating } from './navigating'
import { givenFiles, handOver, isWeb } from './outer'
import { outside } from './outside'
import { comparing, previewing } from './previewing'

/**
 * Called by VS Code (`extensionTestsPath`), on the desktop, on a server and in a web worker alike; in a web
 * worker only what differs there is tried, in a virtual workspace.
 */
export async function run(): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]
  if (!folder) throw new Error('The tests need a workspace folder.')
  if (isWeb)
    vscode.workspace.registerFileSystemProvider(folder.uri.scheme, new MemoryFiles(await givenFiles()))
  const suites = isWeb
    ? [activation, judging, configuring, outside, assisting, previewing, comparing]
    : [
        activation,
        judging,
        editing,
        navigating,
        configuring,
        rewriting,
        proposing,
        outside,
        assisting,
        previewing,
      ]
  const outcomes = await runChecks(suites.flat(), 240)
  const report: Report = { host: isWeb ? 'web' : 'remote', outcomes }
  await leave(JSON.stringify(report), folder.uri)
  const failed = outcomes.filter(({ failure }) => failure !== undefined)
  if (failed.length > 0) throw new Error(`${failed.length} of ${outcomes.length} failed`)
}

const leave = (report: string, folder: vscode.Uri): PromiseLike<void> =>
  isWeb
    ? handOver(report)
    : vscode.workspace.fs.writeFile(
        vscode.Uri.joinPath(folder, 'report.json'),
        new TextEncoder().encode(report),
      )
