// The language server in the same process, asked what an editor asks of an open document at a keystroke.

import { PassThrough } from 'node:stream'
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node'
import { createConnection } from 'vscode-languageserver/node'
import { serve } from '../../src/adapters/lsp/server'
import type { Snapshot } from '../../src/service'

/** Opens the document, types a letter in its midst and sends one request about that place. */
export async function typedAndAsked({ source, context, lines }: Snapshot, method: string): Promise<unknown> {
  const [requests, answers] = [new PassThrough(), new PassThrough()]
  serve(createConnection(new StreamMessageReader(requests), new StreamMessageWriter(answers)))
  const editor = createMessageConnection(new StreamMessageReader(answers), new StreamMessageWriter(requests))
  editor.listen()
  const uri = 'file:///nowhere/design'
  const { line } = lines.positionAt(source.length >> 1)
  const position = { line: line - 1, character: 0 }
  const range = { start: position, end: { line, character: 0 } }
  await editor.sendRequest('initialize', {
    processId: null,
    rootUri: null,
    capabilities: { textDocument: { diagnostic: {} } },
  })
  await editor.sendNotification('initialized', {})
  await editor.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: context.language, version: 1, text: source },
  })
  await editor.sendNotification('textDocument/didChange', {
    textDocument: { uri, version: 2 },
    contentChanges: [{ range: { start: position, end: position }, text: 'x' }],
  })
  const answer = await editor.sendRequest(method, { textDocument: { uri }, position, range })
  // Nothing of it may still be at work when the next one is measured.
  await editor.sendNotification('textDocument/didClose', { textDocument: { uri } })
  await editor.sendRequest('shutdown')
  editor.dispose()
  return answer
}
