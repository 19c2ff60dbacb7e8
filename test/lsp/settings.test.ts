// What a user sets in an editor, what stands above diagrams, and how far reading a workspace has come.

import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { design, folderOf } from '../cli/program'
import { able, codes, open, pulled, pulling, type Session, server, uri } from './session'

const start = server()
const whole = { range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } } }

const hints = async (session: Session) =>
  z.array(z.object({ label: z.string() })).parse((await session.ask('textDocument/inlayHint', whole)) ?? [])

const lenses = async (session: Session) =>
  z
    .array(
      z.object({
        command: z.object({ title: z.string(), command: z.string(), arguments: z.array(z.string()) }),
      }),
    )
    .parse(await session.ask('textDocument/codeLens'))

const asking = {
  workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
  ...pulling,
}

describe('settings', () => {
  it('that come with the hello decide about hints and lenses', async () => {
    const usual = await start()
    await open(usual, design)
    expect(await hints(usual)).not.toEqual([])
    expect(await lenses(usual)).not.toEqual([])
    const quiet = await start({ initializationOptions: { inlayHints: 'off', codeLens: false } })
    await open(quiet, design)
    expect(await hints(quiet)).toEqual([])
    expect(await lenses(quiet)).toEqual([])
  })

  it('are asked for, and asked for again when they change', async () => {
    let settings: unknown = { rules: { 'unlabeled-arrow': 'off' } }
    const session = await start({ capabilities: asking, settings: () => settings })
    await open(session, design)
    await expect.poll(async () => codes(await pulled(session))).not.toContain('unlabeled-arrow')
    settings = { preset: 'strict' }
    await session.connection.sendNotification('workspace/didChangeConfiguration', { settings: null })
    await expect.poll(async () => codes(await pulled(session))).toContain('unlabeled-arrow')
  })

  it('are taken as sent from editors that cannot be asked', async () => {
    const session = await start()
    await open(session, design)
    expect(codes(await pulled(session))).toContain('unlabeled-arrow')
    await session.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { arrowsmith: { rules: { 'unlabeled-arrow': 'off' }, preset: 3 } },
    })
    expect(codes(await pulled(session))).not.toContain('unlabeled-arrow')
  })

  it('give way to a file of the workspace', async () => {
    const folder = folderOf({ 'arrowsmith.config.json': '{ "preset": "recommended" }', 'a.mmd': design })
    const session = await start({ folder, initializationOptions: { rules: { 'unlabeled-arrow': 'off' } } })
    const name = `file://${folder}/a.mmd`
    await open(session, design, name)
    expect(codes(await pulled(session, name))).toContain('unlabeled-arrow')
    await open(session, design)
    expect(codes(await pulled(session, uri))).not.toContain('unlabeled-arrow')
  })
})

describe('the line above a diagram', () => {
  it('tells its flow, and on request what that rests on', async () => {
    const session = await start({ capabilities: able })
    await open(session, design)
    await expect.poll(() => lenses(session)).not.toEqual([])
    const [{ command } = expect.fail('no lens')] = await lenses(session)
    expect(command.title).toMatch(/: p99 .* · .*down .* a year · \d+ findings?$/)
    await session.connection.sendRequest('workspace/executeCommand', command)
    await expect.poll(() => session.messages).toEqual([expect.stringContaining(`${command.title}. `)])
  })
})

describe('a workspace', () => {
  const files = { 'a.mmd': design, 'b.md': '# Nothing', 'c.md': 'Nothing' }

  it('is read with a word about how far it is', async () => {
    const session = await start({
      capabilities: { window: { workDoneProgress: true } },
      folder: folderOf(files),
    })
    await expect.poll(() => session.progress.at(-1)).toBe('end')
    expect(session.progress).toEqual([
      'begin: Reading the diagrams of the workspace',
      'report: 0 of 3 documents',
      'end',
    ])
  })

  it('is read without a word where none is shown', async () => {
    const session = await start({ folder: folderOf(files) })
    await open(session, design)
    await pulled(session)
    expect(session.asked).not.toContain('window/workDoneProgress/create')
  })
})
