// An editor beside the language server: a process, messages over standard input and output.

import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, expect } from 'vitest'
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node'
import { z } from 'zod'
import { build } from '../cli/program'

export const uri = 'file:///nowhere/design.mmd'
export const position = z.object({ line: z.int(), character: z.int() })
export const range = z.object({ start: position, end: position })
export const textEdit = z.object({ range, newText: z.string() })
const diagnostic = z.object({
  range,
  severity: z.int(),
  code: z.string().optional(),
  codeDescription: z.object({ href: z.url() }).optional(),
  source: z.literal('arrowsmith'),
  message: z.string(),
})
export type Diagnostic = z.infer<typeof diagnostic>

export interface Session {
  readonly process: ChildProcess
  readonly connection: MessageConnection
  /** What the server answered to `initialize`. */
  readonly initialized: unknown
  /** Every set of diagnostics that was sent, by URI. */
  readonly sent: Map<string, Diagnostic[][]>
  /** What was shown to the user. */
  readonly messages: string[]
  /** Requests of the server: their methods. */
  readonly asked: string[]
  /** How far long work has come, in words. */
  readonly progress: string[]
  /** Sends a request about the open document. */
  ask(method: string, parameters?: object): Promise<unknown>
}

/** What the editor announces. */
export interface Editor {
  readonly capabilities?: object
  readonly folder?: string
  /** Sent with the hello. */
  readonly initializationOptions?: object
  /** What the user set, when the server asks. */
  readonly settings?: () => unknown
}

/** Announces nothing but that it asks for diagnostics. */
export const pulling = { textDocument: { diagnostic: {} } }

/** Announces all that ours makes a difference for. */
export const able = {
  workspace: {
    diagnostics: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
  textDocument: {
    diagnostic: {},
    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown', 'plaintext'] } },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    rename: { prepareSupport: true },
  },
}

/** Builds the server; gives what starts a session with it. Processes end with their tests. */
export function server(): (editor?: Editor) => Promise<Session> {
  const built = build('cli', 'lsp')
  const running: ChildProcess[] = []
  afterEach(() => {
    for (const process of running.splice(0)) process.kill()
  })
  return async ({ capabilities = pulling, folder, initializationOptions, settings = () => null } = {}) => {
    const process = spawn(globalThis.process.execPath, [join(built, 'cli.mjs'), 'lsp'], { stdio: 'pipe' })
    running.push(process)
    const connection = createMessageConnection(
      new StreamMessageReader(process.stdout),
      new StreamMessageWriter(process.stdin),
    )
    const heard = listen(connection, settings)
    const initialized = await connection.sendRequest('initialize', {
      processId: null,
      rootUri: folder === undefined ? null : pathToFileURL(folder).href,
      capabilities,
      initializationOptions,
    })
    expect(initialized).toMatchObject({ serverInfo: { name: 'arrowsmith' } })
    await connection.sendNotification('initialized', {})
    const ask = (method: string, parameters = {}) =>
      connection.sendRequest(method, { textDocument: { uri }, ...parameters })
    return { process, connection, initialized, ...heard, ask }
  }
}

function listen(
  connection: MessageConnection,
  settings: () => unknown,
): Pick<Session, 'sent' | 'messages' | 'asked' | 'progress'> {
  const sent = new Map<string, Diagnostic[][]>()
  const messages: string[] = []
  const asked: string[] = []
  const progress: string[] = []
  connection.onNotification('textDocument/publishDiagnostics', (parameters: unknown) => {
    const published = z.object({ uri: z.string(), diagnostics: z.array(diagnostic) }).parse(parameters)
    sent.set(published.uri, [...(sent.get(published.uri) ?? []), published.diagnostics])
  })
  connection.onNotification('window/showMessage', (parameters: unknown) => {
    messages.push(z.object({ message: z.string() }).parse(parameters).message)
  })
  connection.onNotification('$/progress', (parameters: unknown) => {
    const { kind, message } = z
      .object({ value: z.object({ kind: z.string(), message: z.string().optional() }) })
      .parse(parameters).value
    progress.push(message === undefined ? kind : `${kind}: ${message}`)
  })
  connection.onRequest((method: string) => {
    asked.push(method)
    return method === 'workspace/configuration' ? [settings()] : null
  })
  connection.listen()
  return { sent, messages, asked, progress }
}

export const open = (
  { connection }: Session,
  text: string,
  name = uri,
  languageId = 'mermaid',
): Promise<void> =>
  connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri: name, languageId, version: 1, text },
  })

/** Replaces the whole text. */
export const change = (
  { connection }: Session,
  text: string,
  { name = uri, version = 2 }: { readonly name?: string; readonly version?: number | null } = {},
): Promise<void> =>
  connection.sendNotification('textDocument/didChange', {
    textDocument: { uri: name, version },
    contentChanges: [{ text }],
  })

/** The diagnostics of a document, asked for. */
export async function pulled(session: Session, name = uri): Promise<Diagnostic[]> {
  const report = await session.ask('textDocument/diagnostic', { textDocument: { uri: name } })
  return z.object({ kind: z.literal('full'), items: z.array(diagnostic) }).parse(report).items
}

/** Their codes. */
export const codes = (found: readonly Diagnostic[] | undefined): (string | undefined)[] =>
  (found ?? []).map(({ code }) => code)
