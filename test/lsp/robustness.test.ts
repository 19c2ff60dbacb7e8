// Whatever a client sends: the server answers, if only with an error, and goes on.

import { describe, expect, it } from 'vitest'
import { ResponseError } from 'vscode-jsonrpc'
import { design } from '../cli/program'
import { rounds } from '../fuzzing'
import { garbled, mangled, mutated, pick, randomFrom } from '../mangling'
import { able, change, codes, open, pulled, type Session, server, uri } from './session'

const start = server()
const textDocument = { uri }
const position = { line: 2, character: 9 }
const range = { start: position, end: { line: 3, character: 0 } }

/** Requests about a document, as an editor makes them. */
const requests: readonly (readonly [method: string, parameters: object])[] = [
  ['textDocument/diagnostic', { textDocument }],
  ['textDocument/completion', { textDocument, position, context: { triggerKind: 1 } }],
  ['textDocument/hover', { textDocument, position }],
  ['textDocument/codeAction', { textDocument, range, context: { diagnostics: [], only: ['quickfix'] } }],
  ['textDocument/documentSymbol', { textDocument }],
  ['textDocument/definition', { textDocument, position }],
  ['textDocument/references', { textDocument, position, context: { includeDeclaration: true } }],
  ['textDocument/documentHighlight', { textDocument, position }],
  ['textDocument/prepareRename', { textDocument, position }],
  ['textDocument/rename', { textDocument, position, newName: 'gateway' }],
  ['textDocument/codeLens', { textDocument }],
  ['textDocument/inlayHint', { textDocument, range }],
  ['textDocument/foldingRange', { textDocument }],
  ['workspace/executeCommand', { command: 'arrowsmith.fixAll', arguments: [uri] }],
]

/** What an editor tells without waiting for an answer. */
const notifications: readonly (readonly [method: string, parameters: object])[] = [
  [
    'textDocument/didOpen',
    { textDocument: { ...textDocument, languageId: 'mermaid', version: 1, text: '' } },
  ],
  [
    'textDocument/didChange',
    { textDocument: { ...textDocument, version: 3 }, contentChanges: [{ range, text: 'x' }] },
  ],
  ['textDocument/didClose', { textDocument }],
  ['workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] }],
  ['workspace/didChangeConfiguration', { settings: { arrowsmith: { preset: 'strict' } } }],
  ['workspace/didChangeWorkspaceFolders', { event: { added: [{ uri, name: 'x' }], removed: [] } }],
]

async function started(): Promise<Session> {
  const session = await start({ capabilities: able })
  await open(session, design)
  return session
}

/** As a document that nobody has tampered with is checked. */
async function expectSound(session: Session, sent: unknown): Promise<void> {
  const name = 'file:///nowhere/sound.mmd'
  await open(session, design, name)
  expect(codes(await pulled(session, name)), JSON.stringify(sent)).toContain('unlabeled-arrow')
  await session.connection.sendNotification('textDocument/didClose', { textDocument: { uri: name } })
}

/** Parameters as they cross: what JSON has no words for is gone. */
const crossing = (parameters: unknown): object | undefined => {
  const text = JSON.stringify(parameters)
  const read: unknown = text === undefined ? undefined : JSON.parse(text)
  return typeof read === 'object' && read !== null ? read : undefined
}

describe('the language server', () => {
  it('opens nothing that is no text, and goes on', async () => {
    const session = await started()
    const opened = {
      uri: 'file:///nowhere/odd.mmd',
      languageId: 'mermaid',
      version: 1,
      text: { kind: 'node' },
    }
    await session.connection.sendNotification('textDocument/didOpen', { textDocument: opened })
    await session.connection.sendNotification('textDocument/didChange', {
      textDocument: { ...textDocument, version: 2 },
      contentChanges: [{ text: 5 }],
    })
    expect(codes(await pulled(session))).toContain('unlabeled-arrow')
    await session.connection.sendRequest('textDocument/codeLens', { textDocument })
    await expectSound(session, opened)
  })

  it('goes on with an editor that refuses what it has announced', async () => {
    const refreshes = { refreshSupport: true }
    const session = await start({
      capabilities: {
        workspace: {
          codeLens: refreshes,
          inlayHint: refreshes,
          diagnostics: refreshes,
          configuration: true,
          didChangeWatchedFiles: { dynamicRegistration: true },
          didChangeConfiguration: { dynamicRegistration: true },
        },
        textDocument: { diagnostic: {} },
        window: { workDoneProgress: true },
      },
    })
    let refused = 0
    session.connection.onRequest(() => {
      refused += 1
      throw new ResponseError(-32601, 'not implemented')
    })
    await open(session, design)
    await expect.poll(() => refused, { timeout: 30_000 }).toBeGreaterThan(2)
    await expectSound(session, 'what is refused')
  })

  it('answers messages that are wrong, and those that follow', async () => {
    const session = await started()
    const random = randomFrom(13)
    for (const round of rounds(300, 180)) {
      const [method, parameters] = pick([...requests, ...notifications], random)
      const sent = crossing(mutated(parameters, random))
      const isRequest = requests.some(([name]) => name === method)
      if (isRequest)
        await session.connection.sendRequest(method, sent).catch(error => {
          expect(error, JSON.stringify([method, sent])).toBeInstanceOf(ResponseError)
        })
      else await session.connection.sendNotification(method, sent)
      if (round % 50 === 0) await expectSound(session, [method, sent])
    }
    await expectSound(session, 'the last of them')
    expect(session.process.exitCode).toBeNull()
  })

  it('answers about texts that are mangled while somebody types', async () => {
    const session = await started()
    const random = randomFrom(17)
    let text = design
    for (const round of rounds(300, 180)) {
      text = round % 20 === 0 ? design : (round % 2 === 0 ? mangled : garbled)(text, random)
      await change(session, text, { version: round + 2 })
      const [method, parameters] = pick(requests, random)
      const line = Math.floor(random() * 8)
      const somewhere = { line, character: Math.floor(random() * 40) }
      await session.connection
        .sendRequest(method, {
          ...parameters,
          ...('position' in parameters && { position: somewhere }),
          ...('range' in parameters && {
            range: { start: somewhere, end: { line: line + 1, character: 0 } },
          }),
        })
        .catch(error => {
          // What cannot be renamed or is no command is refused in words.
          expect(`${method}: ${error.message}`, text).not.toMatch(/undefined|is not a function|Cannot read/)
        })
    }
    await expectSound(session, text)
  })
})
