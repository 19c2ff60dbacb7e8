// The language server as an editor meets it: a process, messages over standard input and output.

import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { DiagnosticSeverity } from 'vscode-languageserver'
import { z } from 'zod'
import { design, flawless, folderOf } from '../cli/program'
import { embedded } from '../hosts'
import {
  able,
  change,
  codes,
  open,
  position,
  pulled,
  range,
  type Session,
  server,
  textEdit,
  uri,
} from './session'

const start = server()

const workspaceEdit = z.object({ changes: z.record(z.string(), z.array(textEdit)) })

async function opened(text: string, name = uri): Promise<Session> {
  const session = await start({ capabilities: able })
  await open(session, text, name)
  return session
}

const unlabeled = { start: { line: 2, character: 9 }, end: { line: 2, character: 12 } }

describe('diagnostics', () => {
  it('are there for the asking, in the text as it stands', async () => {
    const session = await opened(design)
    expect((await pulled(session)).find(({ code }) => code === 'unlabeled-arrow')?.range).toEqual(unlabeled)
    await session.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ range: { start: unlabeled.end, end: unlabeled.end }, text: '|gRPC|' }],
    })
    expect(await pulled(session)).toEqual([])
  })

  it('mark each place that one finding speaks for with a faint hint, whose fix is at the bulb', async () => {
    const session = await opened(
      'flowchart LR\n  web[Web app] -->|HTTPS| api[Order API]\n  api -->|SQL| db[(Postgres)]\n',
    )
    const told = (await pulled(session)).filter(({ code }) => code === 'missing-timeout')
    expect(told.map(({ severity, range: { start } }) => [severity, start.line])).toEqual([
      [DiagnosticSeverity.Information, 0],
      [DiagnosticSeverity.Hint, 1],
      [DiagnosticSeverity.Hint, 2],
    ])
    const parameters = { range: told[2]?.range, context: { diagnostics: [] } }
    const actions = z.array(z.object({ title: z.string(), edit: workspaceEdit }))
    const [action] = actions.parse(await session.ask('textDocument/codeAction', parameters))
    expect(action?.edit.changes[uri]?.map(({ newText }) => newText.trim())).toEqual([
      '%% api->db@{ timeout: 100ms }',
    ])
  })

  it('stand at the sentence that tells a hazard, until it denies it', async () => {
    const name = uri.replace(/\.\w+$/, '.md')
    const says = (sentence: string) => `# Mail\n\n${sentence}\n\n\`\`\`mermaid\n${design}\`\`\`\n`
    const told = 'The worker acknowledges each message before it processes it.'
    const session = await start({ capabilities: able })
    await open(session, says(told), name, 'markdown')
    const places = async () =>
      (await pulled(session, name)).filter(({ code }) => code === 'ack-before-work').map(each => each.range)
    expect(await places()).toEqual([
      { start: { line: 2, character: 0 }, end: { line: 2, character: told.length } },
    ])
    await change(session, says('The worker never acknowledges a message before it processes it.'), { name })
    expect(await places()).toEqual([])
  })

  it('are sent to editors that do not ask, and withdrawn when the document closes', async () => {
    const session = await start({ capabilities: {} })
    await open(session, design)
    await expect.poll(() => codes(session.sent.get(uri)?.at(-1))).toContain('unlabeled-arrow')
    await session.connection.sendNotification('textDocument/didClose', { textDocument: { uri } })
    await expect.poll(() => session.sent.get(uri)?.at(-1)).toEqual([])
  })

  it('are the same whatever the diagram is embedded in', async () => {
    const session = await start({ capabilities: able })
    const folder = folderOf({ 'arrowsmith.config.json': '{ "comments": true }' })
    const extensions: Readonly<Record<string, string>> = {
      ...{ restructuredtext: 'rst', notebook: 'ipynb', code: 'ts', python: 'py' },
    }
    for (const [language, embed] of Object.entries(embedded)) {
      const name = pathToFileURL(join(folder, `design.${extensions[language] ?? language}`)).href
      const text = embed(design)
      await open(session, text, name, 'plaintext')
      const place = (await pulled(session, name)).find(({ code }) => code === 'unlabeled-arrow')?.range.start
      expect([language, text.split('\n')[place?.line ?? 0]]).toEqual([
        language,
        expect.stringContaining('  orders --'),
      ])
    }
  })

  it('are not for source code, unless its comments are wanted', async () => {
    const name = 'file:///nowhere/design.rs'
    const session = await start({ capabilities: able })
    await open(session, embedded.code(design), name, 'rust')
    expect(await pulled(session, name)).toEqual([])
  })

  it('follow the nearest configuration file', async () => {
    const folder = folderOf({ 'arrowsmith.config.json': '{ "rules": { "unlabeled-arrow": "off" } }' })
    const name = pathToFileURL(join(folder, 'deep/design.mmd')).href
    expect(codes(await pulled(await opened(design, name), name))).not.toContain('unlabeled-arrow')
  })
})

describe('features', () => {
  const onLabel = { position: { line: 1, character: 20 } }
  const onOrders = { position: { line: 2, character: 4 } }

  it('hover explains a protocol', async () => {
    const session = await opened(design)
    const hover = z.object({ contents: z.object({ kind: z.literal('markdown'), value: z.string() }), range })
    expect(hover.parse(await session.ask('textDocument/hover', onLabel)).contents.value).toContain('HTTPS')
  })

  it('completion offers protocols in a label', async () => {
    const session = await opened(`${design}  stock -->|g| db\n`)
    const items = z.array(z.object({ label: z.string(), textEdit }))
    const offered = items.parse(
      await session.ask('textDocument/completion', { position: { line: 5, character: 13 } }),
    )
    expect(offered.map(({ label }) => label)).toContain('gRPC')
  })

  it('code actions fix a finding', async () => {
    const session = await opened(design)
    const actions = z.array(z.object({ title: z.string(), kind: z.string(), edit: workspaceEdit }))
    const parameters = { range: unlabeled, context: { diagnostics: [] } }
    const [action] = actions.parse(await session.ask('textDocument/codeAction', parameters))
    expect(action?.kind).toBe('quickfix')
    expect(Object.keys(action?.edit.changes ?? {})).toEqual([uri])
    expect(action?.edit.changes[uri]?.length).toBeGreaterThan(0)
  })

  it('editors that resolve actions get the edits of the one that is chosen', async () => {
    const session = await start({
      capabilities: { textDocument: { codeAction: { resolveSupport: { properties: ['edit'] } } } },
    })
    await open(session, design)
    const parameters = { range: unlabeled, context: { diagnostics: [], only: ['quickfix'] } }
    const offered = z.array(z.looseObject({ title: z.string(), edit: workspaceEdit.optional() }))
    const [action] = offered.parse(await session.ask('textDocument/codeAction', parameters))
    expect(action?.edit).toBeUndefined()
    const chosen = await session.connection.sendRequest('codeAction/resolve', action)
    expect(offered.element.parse(chosen).edit?.changes[uri]?.length).toBeGreaterThan(0)
    const gone = { ...action, title: 'Something else' }
    expect(await session.connection.sendRequest('codeAction/resolve', gone)).toEqual(gone)
  })

  it('selected lines are extracted, and a flow is drawn in a file beside it where editors write files', async () => {
    const workspaceEdits = { documentChanges: true, resourceOperations: ['create'] }
    const asked = async (capabilities: object, only: string) => {
      const session = await start({ capabilities })
      await open(session, flawless)
      await session.ask('textDocument/codeLens')
      const lines = { start: { line: 1, character: 0 }, end: { line: 2, character: 0 } }
      return z.array(z.object({ title: z.string(), kind: z.string(), edit: z.unknown() })).parse(
        await session.ask('textDocument/codeAction', {
          range: lines,
          context: { diagnostics: [], only: [only] },
        }),
      )
    }
    const [extracted] = await asked({}, 'refactor.extract')
    expect(extracted).toMatchObject({ title: expect.stringContaining('subgraph'), kind: 'refactor.extract' })
    const drawn = await asked({ workspace: { workspaceEdit: workspaceEdits } }, 'refactor.rewrite')
    expect(drawn.find(({ title }) => title.endsWith('as a sequence diagram'))?.edit).toMatchObject({
      documentChanges: [
        { kind: 'create', uri: uri.replace('.mmd', '-sequence.mmd') },
        { edits: [{ newText: expect.stringContaining('sequenceDiagram') }] },
      ],
    })
    const without = await asked({}, 'refactor.rewrite')
    expect(without.filter(({ title }) => title.endsWith('as a sequence diagram'))).toEqual([])
  })

  it('a drawn flow does not overwrite a file that is there', async () => {
    const folder = folderOf({ 'shop-sequence.mmd': 'flowchart LR\n' })
    const workspaceEdit = { documentChanges: true, resourceOperations: ['create'] }
    const session = await start({ capabilities: { workspace: { workspaceEdit } } })
    const shop = pathToFileURL(join(folder, 'shop.mmd')).href
    await open(session, flawless, shop)
    const textDocument = { uri: shop }
    await session.connection.sendRequest('textDocument/codeLens', { textDocument })
    const actions = await session.connection.sendRequest('textDocument/codeAction', {
      textDocument,
      range: { start: { line: 1, character: 0 }, end: { line: 2, character: 0 } },
      context: { diagnostics: [], only: ['refactor.rewrite'] },
    })
    expect(JSON.stringify(actions)).toContain(pathToFileURL(join(folder, 'shop-sequence-2.mmd')).href)
  })

  it('all safe fixes are one action for who asks', async () => {
    const session = await opened(`${design}  db@{ shape: cyl, replcas: 2 }\n`)
    const context = { diagnostics: [], only: ['source.fixAll'] }
    const actions = z.array(z.object({ kind: z.string(), edit: workspaceEdit }))
    const [action] = actions.parse(
      await session.ask('textDocument/codeAction', { range: unlabeled, context }),
    )
    expect(action?.kind).toBe('source.fixAll.arrowsmith')
    expect(action?.edit.changes[uri]?.map(({ newText }) => newText)).toEqual(['replicas'])
  })

  it('a finding is ignored where it stands', async () => {
    const session = await opened(design)
    const actions = z.array(z.object({ title: z.string(), edit: workspaceEdit }))
    const offered = actions.parse(
      await session.ask('textDocument/codeAction', { range: unlabeled, context: { diagnostics: [] } }),
    )
    const ignoring = offered.find(({ title }) => title.startsWith('Ignore unlabeled-arrow'))
    expect(ignoring?.edit.changes[uri]?.map(({ newText }) => newText)).toEqual([
      '  %% arrowsmith-disable-next-line unlabeled-arrow\n',
    ])
  })

  it('groups fold, selections grow, rules lead to their pages', async () => {
    const session = await opened(
      `${design}  subgraph eu [Europe]\n    db\n  end\n  %% arrowsmith-disable-next-line missing-timeout\n`,
    )
    expect(await session.ask('textDocument/foldingRange')).toEqual([{ startLine: 5, endLine: 6 }])
    const selections = z.array(z.object({ range, parent: z.object({ range }) }))
    const [grown] = selections.parse(
      await session.ask('textDocument/selectionRange', { positions: [onOrders.position] }),
    )
    expect(grown?.parent.range.end.character).toBeGreaterThan(grown?.range.end.character ?? 0)
    const links = z.array(z.object({ range, target: z.url() }))
    const [link] = links.parse(await session.ask('textDocument/documentLink'))
    expect(link?.target).toMatch(/missing-timeout\.md$/)
    const highlighted = await session.ask('textDocument/documentHighlight', onOrders)
    expect(z.array(z.object({ range })).parse(highlighted)).toHaveLength(4)
  })

  it('the calls of a component are a hierarchy', async () => {
    const session = await opened(design)
    const called = z.looseObject({ name: z.string() })
    const [item] = z.array(called).parse(await session.ask('textDocument/prepareCallHierarchy', onOrders))
    expect(item?.name).toBe('Order service')
    const incoming = await session.ask('callHierarchy/incomingCalls', { item })
    expect(
      z
        .array(z.object({ from: called }))
        .parse(incoming)
        .map(({ from }) => from.name),
    ).toEqual(['Web app'])
    const outgoing = await session.ask('callHierarchy/outgoingCalls', { item })
    expect(
      z
        .array(z.object({ to: called }))
        .parse(outgoing)
        .map(({ to }) => to.name),
    ).toEqual(['Inventory service', 'Postgres'])
  })

  it('words have colors by what they were understood to be', async () => {
    const session = await opened(design)
    const legend = z.object({
      capabilities: z.object({
        semanticTokensProvider: z.object({ legend: z.object({ tokenTypes: z.array(z.string()) }) }),
      }),
    })
    const { tokenTypes } = legend.parse(session.initialized).capabilities.semanticTokensProvider.legend
    const { data } = z
      .object({ data: z.array(z.int()) })
      .parse(await session.ask('textDocument/semanticTokens/full'))
    // Line, character, length, type, modifiers: `web` is where it is drawn first, HTTPS behind it a protocol.
    expect(data.slice(0, 5)).toEqual([1, 2, 3, tokenTypes.indexOf('variable'), 1])
    expect(data.filter((_, at) => at % 5 === 3)).toContain(tokenTypes.indexOf('interface'))
  })

  it('a Mermaid file is laid out, whole or in part; in Markdown for who asks by name', async () => {
    const untidy = 'flowchart LR\na-->b\nb-->c\n'
    const session = await opened(untidy)
    const edits = z.array(textEdit)
    const whole = edits.parse(await session.ask('textDocument/formatting', { options: {} }))
    expect(whole.map(({ newText }) => newText)).toEqual(['  a --> b\n', '  b --> c\n'])
    const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 1 } }
    const part = await session.ask('textDocument/rangeFormatting', { range, options: {} })
    expect(edits.parse(part)).toEqual([whole[0]])
    const markdown = 'file:///nowhere/design.md'
    await open(session, `\`\`\`mermaid\n${untidy}\`\`\`\n`, markdown)
    const about = { textDocument: { uri: markdown } }
    expect(await session.ask('textDocument/formatting', { ...about, options: {} })).toBeNull()
    const context = { diagnostics: [], only: ['source.formatDiagrams'] }
    const actions = z.array(z.object({ kind: z.string(), edit: workspaceEdit }))
    const [action] = actions.parse(await session.ask('textDocument/codeAction', { ...about, range, context }))
    expect(action?.edit.changes[markdown]?.[0]?.newText).toContain('  a --> b')
  })

  it('definition, references and rename agree about a component', async () => {
    const session = await opened(design)
    const place = z.object({ uri: z.literal(uri), range })
    const definition = place.parse(await session.ask('textDocument/definition', onOrders))
    expect(definition.range.start.line).toBe(1)
    const context = { includeDeclaration: true }
    const references = z
      .array(place)
      .parse(await session.ask('textDocument/references', { ...onOrders, context }))
    expect(references.map(({ range: { start } }) => start.line)).toEqual([1, 2, 3, 4])
    expect(await session.ask('textDocument/prepareRename', onOrders)).toEqual(references[1]?.range)
    const renamed = workspaceEdit.parse(
      await session.ask('textDocument/rename', { ...onOrders, newName: 'checkout' }),
    )
    expect(renamed.changes[uri]?.map(({ newText }) => newText)).toEqual([
      'checkout',
      'checkout',
      'checkout',
      'checkout',
    ])
    await expect(session.ask('textDocument/rename', { ...onOrders, newName: 'a b' })).rejects.toThrow()
  })

  it('symbols outline the diagram', async () => {
    const session = await opened(design)
    const symbols = z.array(z.object({ name: z.string(), children: z.array(z.object({ name: z.string() })) }))
    const [diagram] = symbols.parse(await session.ask('textDocument/documentSymbol'))
    expect(diagram?.children.map(({ name }) => name)).toEqual([
      'Web app',
      'Order service',
      'Inventory service',
      'Postgres',
    ])
  })

  it('inlay hints stand beside arrows of the visible range', async () => {
    const session = await opened(design)
    const hints = z.array(z.object({ position, label: z.string() }))
    const within = (last: number) => ({
      range: { start: { line: 0, character: 0 }, end: { line: last, character: 0 } },
    })
    const shown = async (last: number) =>
      hints.parse(await session.ask('textDocument/inlayHint', within(last)))
    await expect.poll(() => shown(4)).not.toEqual([])
    expect(await shown(0)).toEqual([])
  })

  it('documents that are not open get empty answers', async () => {
    const session = await start()
    expect(await session.ask('textDocument/hover', onLabel)).toBeNull()
    expect(await pulled(session)).toEqual([])
  })
})

describe('the process', () => {
  const ended = (process: ChildProcess) =>
    new Promise<number | null>(resolve => process.once('exit', resolve))

  it('ends when its input closes', async () => {
    const { process } = await start()
    const exit = ended(process)
    process.stdin?.end()
    expect(await exit).not.toBeNull()
  })

  it('ends with 0 after shutdown and exit', async () => {
    const { process, connection } = await start()
    const exit = ended(process)
    await connection.sendRequest('shutdown')
    await connection.sendNotification('exit')
    expect(await exit).toBe(0)
  })
})

describe('documents that are no files', () => {
  const configuration = JSON.stringify({ rules: { 'unlabeled-arrow': 'error' } })
  const severity = async (session: Session, name: string) =>
    (await pulled(session, name)).find(({ code }) => code === 'unlabeled-arrow')?.severity

  it.each([
    ['a new one', () => 'untitled:Untitled-1'],
    ['an older version', (folder: string) => `git:${pathToFileURL(join(folder, 'a.mmd')).pathname}?HEAD`],
    [
      'a cell',
      (folder: string) => `vscode-notebook-cell:${pathToFileURL(join(folder, 'a.ipynb')).pathname}#W0`,
    ],
  ])('%s is judged by the configuration of where it lies', async (_, address) => {
    const folder = folderOf({ 'arrowsmith.config.json': configuration })
    const session = await start({ folder })
    await open(session, design, address(folder))
    expect(await severity(session, address(folder))).toBe(1)
  })

  it('are judged by the defaults where no folder is open', async () => {
    const session = await start()
    await open(session, design, 'untitled:Untitled-1')
    expect(await severity(session, 'untitled:Untitled-1')).toBeGreaterThan(1)
  })
})

describe('documents of one folder', () => {
  const stating = (p99: string) => `${flawless}  %% stock@{ p99: ${p99} }\n`
  const conflicts = async (session: Session, name: string) =>
    (await pulled(session, name)).filter(({ code }) => code === 'conflicting-figures')

  it('share what they state, saved or not', async () => {
    const folder = folderOf({ 'a.mmd': stating('200ms'), 'b.mmd': stating('250ms') })
    const [a = '', b = ''] = ['a.mmd', 'b.mmd'].map(name => pathToFileURL(join(folder, name)).href)
    const session = await start({ folder })
    await open(session, stating('200ms'), a)
    await expect
      .poll(() => conflicts(session, a))
      .toMatchObject([{ message: expect.stringContaining('in b.mmd:6') }])
    await open(session, stating('200ms'), b)
    expect(await conflicts(session, b)).toEqual([])
    expect(await conflicts(session, a)).toEqual([])
  })

  it('are looked through for components by name, saved or not', async () => {
    const folder = folderOf({ 'docs/a.mmd': design, 'b.md': 'No diagram.\n' })
    const session = await start({ folder })
    const found = async (query: string) =>
      z
        .array(z.object({ name: z.string(), location: z.object({ uri: z.string(), range }) }))
        .parse(await session.ask('workspace/symbol', { query }))
    const a = pathToFileURL(join(folder, 'docs/a.mmd')).href
    await expect
      .poll(() => found('ordsvc'))
      .toMatchObject([{ name: 'Order service', location: { uri: a, range: { start: { line: 1 } } } }])
    const b = pathToFileURL(join(folder, 'b.mmd')).href
    await open(session, 'flowchart LR\n  x[Fraud scoring service] -->|SQL| y[(Postgres)]\n', b)
    await pulled(session, b)
    expect((await found('fraud')).map(({ location }) => location.uri)).toEqual([b])
  })

  it('are where a component is referred to, if they draw the same', async () => {
    const stock = 'flowchart LR\n  s[Order service] --> w[(Orders DB)]\n'
    const folder = folderOf({
      'same.mmd': stock,
      'other.mmd': `${stock}  %% s@{ kind: database }\n`,
    })
    const session = await start({ folder })
    const a = pathToFileURL(join(folder, 'a.mmd')).href
    await open(session, design, a)
    const asked = { textDocument: { uri: a }, position: { line: 2, character: 4 } }
    const lineOf = z.object({ uri: z.string(), range })
    await expect
      .poll(async () => {
        const context = { includeDeclaration: true }
        const found = await session.ask('textDocument/references', { ...asked, context })
        return z
          .array(lineOf)
          .parse(found)
          .flatMap(each => (each.uri === a ? [] : [each]))
      })
      .toMatchObject([
        { uri: pathToFileURL(join(folder, 'same.mmd')).href, range: { start: { line: 1, character: 2 } } },
      ])
  })

  it('do not stop the server, however their marks stand', async () => {
    const folder = folderOf({
      'a.mmd': stating('200ms'),
      'b.mdx': `<Tab\n    title="Stock"\n    >\n\n\t> A remark\n\n\`\`\`mermaid\n${stating('250ms')}\`\`\`\n`,
    })
    const session = await start({ folder })
    const a = pathToFileURL(join(folder, 'a.mmd')).href
    await open(session, stating('200ms'), a)
    await expect.poll(() => conflicts(session, a)).toHaveLength(1)
  })

  it('are looked at again by those who are sent their diagnostics', async () => {
    const folder = folderOf({ 'a.mmd': stating('200ms') })
    const session = await start({ capabilities: {}, folder })
    const [a = '', b = ''] = ['a.mmd', 'b.mmd'].map(name => pathToFileURL(join(folder, name)).href)
    await open(session, stating('200ms'), a)
    await expect.poll(() => session.sent.get(a)?.at(-1)).toEqual([])
    await open(session, stating('250ms'), b)
    await expect.poll(() => codes(session.sent.get(a)?.at(-1))).toEqual(['conflicting-figures'])
  })
})
