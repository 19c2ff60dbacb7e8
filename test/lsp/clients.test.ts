// What editors differ in: what they announce, how they count, encode and change their minds.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { CancellationTokenSource } from 'vscode-jsonrpc/node'
import { z } from 'zod'
import { treeFlowchart } from '../bench/designs'
import { design, flawless, folderOf } from '../cli/program'
import { able, change, codes, open, pulled, pulling, server, textEdit, uri } from './session'

const start = server()

describe('what an editor announces', () => {
  const items = z.array(z.object({ label: z.string(), insertTextFormat: z.int().optional(), textEdit }))
  const completion = async (capabilities: object) => {
    const session = await start({ capabilities })
    await open(session, `${design}  %% \n`)
    const offered = items.parse(
      await session.ask('textDocument/completion', { position: { line: 5, character: 5 } }),
    )
    return offered.find(({ label }) => label === 'orders@{ }')
  }

  it('decides about placeholders in completions', async () => {
    expect(await completion(able)).toMatchObject({
      insertTextFormat: 2,
      textEdit: { newText: 'orders@{ $0 }' },
    })
    const plain = await completion(pulling)
    expect(plain?.insertTextFormat ?? 1).toBe(1)
    expect(plain?.textEdit.newText).toBe('orders@{  }')
  })

  it('decides whether symbols hold symbols', async () => {
    const session = await start({ capabilities: pulling })
    await open(session, 'flowchart LR\n  subgraph inner[Inside]\n    web[Web app]\n  end\n')
    const listed = z.array(
      z.strictObject({
        name: z.string(),
        kind: z.int(),
        location: z.object({ uri: z.literal(uri) }),
        containerName: z.string().optional(),
      }),
    )
    const symbols = listed.parse(await session.ask('textDocument/documentSymbol'))
    expect(symbols.map(({ name, containerName }) => [name, containerName])).toEqual([
      ['flowchart', undefined],
      ['Inside', 'flowchart'],
      ['Web app', 'Inside'],
    ])
  })

  it('decides about Markdown in hovers, and about asking before a rename', async () => {
    const onLabel = { position: { line: 1, character: 20 } }
    const contents = async (capabilities: object) => {
      const session = await start({ capabilities })
      await open(session, design)
      return { session, hover: await session.ask('textDocument/hover', onLabel) }
    }
    const plain = await contents({
      textDocument: { diagnostic: {}, hover: { contentFormat: ['plaintext'] } },
    })
    expect(plain.hover).toMatchObject({
      contents: { kind: 'plaintext', value: expect.not.stringContaining('**') },
    })
    expect(plain.session.initialized).toMatchObject({ capabilities: { renameProvider: true } })
    const rich = await contents(able)
    expect(rich.hover).toMatchObject({ contents: { kind: 'markdown', value: expect.stringContaining('**') } })
    expect(rich.session.initialized).toMatchObject({
      capabilities: { renameProvider: { prepareProvider: true } },
    })
  })
})

describe('changes', () => {
  it.each([
    ['with the version of before', 1],
    ['with a lower version', 0],
    ['without a version', null],
  ])('%s count', async (_, version) => {
    const session = await start()
    await open(session, design)
    expect(codes(await pulled(session))).toContain('unlabeled-arrow')
    await change(session, flawless, { version })
    expect(await pulled(session)).toEqual([])
  })
})

describe('addresses', () => {
  const off = { 'arrowsmith.config.json': '{ "rules": { "unlabeled-arrow": "off" } }' }

  it.each([
    ['100%25.mmd', '100%.mmd'],
    ['100%.mmd', '100%.mmd'],
    ['a%20b%28c%29.mmd', 'a b(c).mmd'],
    ['a b(c).mmd', 'a b(c).mmd'],
    ['sch%c3%b6n.mmd', 'schön.mmd'],
  ])('%s is the file %s', async (encoded, name) => {
    const folder = folderOf({ ...off, [name]: design })
    const address = `${pathToFileURL(folder).href}/${encoded}`
    const session = await start({ folder })
    await open(session, design, address)
    expect(codes(await pulled(session, address))).not.toContain('unlabeled-arrow')
  })

  it('of one file in two encodings are not taken for two files', async () => {
    const stating = (p99: string) => `${flawless}  %% stock@{ p99: ${p99} }\n`
    const folder = folderOf({ 'a(1).mmd': stating('200ms') })
    const address = `${pathToFileURL(folder).href}/a%281%29.mmd`
    const session = await start({ folder })
    await open(session, stating('300ms'), address)
    await session.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: `${pathToFileURL(folder).href}/a(1).mmd`, type: 2 }],
    })
    expect(await pulled(session, address)).toEqual([])
  })
})

describe('a request', () => {
  it('that nobody waits for any more is not worked on', async () => {
    const session = await start({ capabilities: pulling })
    await open(session, treeFlowchart(1000))
    const source = new CancellationTokenSource()
    const whole = { start: { line: 0, character: 0 }, end: { line: 3000, character: 0 } }
    const hints = session.connection.sendRequest(
      'textDocument/inlayHint',
      { textDocument: { uri }, range: whole },
      source.token,
    )
    source.cancel()
    await expect(hints).rejects.toMatchObject({ code: -32800 })
  })

  it('is answered while figures are worked out, and asked for again when they are known', async () => {
    const session = await start({ capabilities: able })
    await open(
      session,
      `${design}  %% arrowsmith: { objectives: { ordering: { from: web, to: db, p99: 1ms } } }\n`,
    )
    expect(codes(await pulled(session))).toContain('unlabeled-arrow')
    await expect.poll(() => session.asked).toContain('workspace/diagnostic/refresh')
    await expect.poll(() => session.asked).toContain('workspace/inlayHint/refresh')
    expect(codes(await pulled(session))).toContain('latency-objective-missed')
  })
})

describe('a broken configuration', () => {
  it('is told in a message and in its file, once, until it is mended', async () => {
    const folder = folderOf({ 'arrowsmith.config.json': '{ "preset": "harsh" }' })
    const [name = '', file = ''] = ['design.mmd', 'arrowsmith.config.json'].map(
      path => pathToFileURL(join(folder, path)).href,
    )
    const session = await start({ capabilities: able, folder })
    await open(session, design, name)
    await pulled(session, name)
    await change(session, flawless, { name })
    await pulled(session, name)
    expect(session.messages).toEqual([expect.stringContaining('"harsh" is not one of')])
    expect(session.sent.get(file)).toMatchObject([
      [{ range: { start: { line: 0, character: 12 } }, message: expect.stringContaining('"harsh"') }],
    ])
    writeFileSync(join(folder, 'arrowsmith.config.json'), '{ "preset": "strict" }')
    await session.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: file, type: 2 }],
    })
    await pulled(session, name)
    expect(session.sent.get(file)?.at(-1)).toEqual([])
  })
})
