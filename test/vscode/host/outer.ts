// What opened the window: it hands files in and takes the report out where there is no disk, and sees what the window shows.

import * as vscode from 'vscode'

/** Whether this is a web worker. */
export const isWeb = 'importScripts' in globalThis

/** The addresses beside the extension's own that the window's opener answers. */
const addressOf = (name: string): string =>
  vscode.Uri.joinPath(vscode.extensions.getExtension('arrowsmith.arrowsmith')!.extensionUri, name).toString(
    true,
  )

/** The workspace's files by their paths. */
export const givenFiles = async (): Promise<Record<string, string>> =>
  (await fetch(addressOf('given-files'))).json() as Promise<Record<string, string>>

export async function handOver(report: string): Promise<void> {
  await fetch(addressOf('report'), { method: 'POST', body: report })
}

/** Resolves when some page in the window shows a text. */
export async function seen(text: string): Promise<void> {
  const answer = await fetch(addressOf('seen'), { method: 'POST', body: text })
  if (!answer.ok) throw new Error(`waited in vain to see ${text}`)
}
