// What an editor waits for and keeps: from a keystroke to squiggles, the first ones ever, and two hundred open documents.

import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node'
import { analyze, defaultConfiguration, findings, flowTables, type Snapshot } from '../../src/service'
import { longDocument, page } from './designs'
import { report } from './report'
import { inTurns } from './timing'

const context = { language: 'markdown', configuration: defaultConfiguration } as const

export async function benchEditor(built: string): Promise<void> {
  await benchTyping()
  await benchServer(built)
  benchMemory()
}

/** A word that grows in the label of an arrow halfway down. */
function typed(text: string, round: number): string {
  const at = text.indexOf('|HTTPS', text.length / 2) + '|HTTPS'.length
  return `${text.slice(0, at)}${'x'.repeat(1 + (round % 7))}${text.slice(at)}`
}

async function benchTyping(): Promise<void> {
  const text = longDocument()
  let previous: Snapshot | undefined
  let round = 0
  const type = () => {
    previous = analyze(typed(text, round++), context, previous)
    return findings(previous, { faint: true })
  }
  for (let turn = 0; turn < 30; turn++) type()
  const { keystroke } = await inTurns(80, { keystroke: type })
  report({
    what: '3,000 lines, 40 diagrams: keystroke to findings, p95',
    value: keystroke.p95,
    unit: 'ms',
    atMost: 50,
    detail: `median ${keystroke.median.toFixed(1)} ms`,
  })
}

const uri = 'file:///nowhere/design.md'

interface Server {
  readonly process: ChildProcess
  readonly connection: MessageConnection
  /** Resolves when diagnostics are published the next time. */
  published(): Promise<void>
}

function serve(built: string): Server {
  const process = spawn(globalThis.process.execPath, [join(built, 'cli.mjs'), 'lsp'], { stdio: 'pipe' })
  const connection = createMessageConnection(
    new StreamMessageReader(process.stdout),
    new StreamMessageWriter(process.stdin),
  )
  let heard = () => {}
  connection.onNotification('textDocument/publishDiagnostics', () => heard())
  connection.listen()
  return { process, connection, published: () => new Promise(resolve => (heard = resolve)) }
}

async function begun({ connection }: Server): Promise<void> {
  await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} })
  await connection.sendNotification('initialized', {})
}

const open = ({ connection }: Server, text: string) =>
  connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'markdown', version: 1, text },
  })

async function benchServer(built: string): Promise<void> {
  const text = longDocument()
  const { cold } = await inTurns(9, {
    async cold() {
      const server = serve(built)
      await begun(server)
      const start = performance.now()
      const first = server.published()
      await open(server, text)
      await first
      const time = performance.now() - start
      server.process.kill()
      return time
    },
  })
  report({
    what: 'The same, language server just started: first diagnostics',
    value: cold.median,
    unit: 'ms',
    atMost: 500,
    detail: `p95 ${cold.p95.toFixed(0)} ms`,
  })
  const server = serve(built)
  await begun(server)
  const first = server.published()
  await open(server, text)
  await first
  let version = 1
  const { keystroke } = await inTurns(80, {
    async keystroke() {
      const start = performance.now()
      const next = server.published()
      version++
      await server.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ text: typed(text, version) }],
      })
      await next
      const time = performance.now() - start
      // The figures of a pause are no part of it, and must not be in the way of the next.
      await server.connection.sendRequest('textDocument/hover', {
        textDocument: { uri },
        position: { line: 0, character: 0 },
      })
      return time
    },
  })
  server.process.kill()
  report({
    what: 'The same, language server: keystroke to diagnostics, p95',
    value: keystroke.p95,
    unit: 'ms',
    atMost: 50,
    detail: `median ${keystroke.median.toFixed(1)} ms`,
  })
}

/** Bytes in use once what nobody needs is gone. */
function heapInUse(): number {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  if (typeof collect === 'function') for (let round = 0; round < 3; round++) collect()
  return process.memoryUsage().heapUsed
}

function benchMemory(): void {
  const analyzed = (number: number): Snapshot => {
    const snapshot = analyze(page(number), context)
    findings(snapshot)
    flowTables(snapshot)
    return snapshot
  }
  // What is loaded and remembered for whatever comes is the baseline.
  for (let number = 0; number < 10; number++) analyzed(number)
  const before = heapInUse()
  const open = Array.from({ length: 200 }, (_, number) => analyzed(number))
  const after = heapInUse()
  report({
    what: `${open.length} open documents, with figures, over the baseline`,
    value: (after - before) / 1e6,
    unit: 'MB',
    atMost: 60,
    detail: `${open.reduce((sum, { diagrams }) => sum + diagrams.length, 0)} diagrams`,
  })
}
