// When the panel's picture follows the text: after a pause, once, and when its figures are worked out beside the typing.

import { afterEach, beforeEach, expect, it, vi } from 'vitest'

const { listeners, refresh } = vi.hoisted(() => ({
  listeners: new Map<string, (event: unknown) => void>(),
  refresh: vi.fn(),
}))
const document = {}

vi.mock('vscode', () => {
  const on = (name: string) => (listener: (event: unknown) => void) => listeners.set(name, listener)
  return {
    Disposable: { from: () => ({}) },
    Uri: class {},
    ViewColumn: {},
    l10n: { t: (message: string) => message },
    commands: { registerCommand: (name: string, act: () => void) => on(name)(act) },
    window: {
      visibleTextEditors: [],
      createWebviewPanel: () => ({ onDidDispose: () => {} }),
      registerWebviewPanelSerializer: () => {},
      onDidChangeActiveTextEditor: () => {},
      onDidChangeVisibleTextEditors: () => {},
      onDidChangeTextEditorSelection: () => {},
    },
    workspace: { onDidChangeTextDocument: on('change') },
  }
})
vi.mock('../../src/service', () => ({ diagramAt: () => 0 }))
vi.mock('../../src/adapters/vscode/preview/panel', () => ({
  PreviewPanel: class {
    document = document
    refresh = refresh
  },
}))

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

it('waits for the figures of the newest text, and is drawn once for all keystrokes', async () => {
  const { registerPreview } = await import('../../src/adapters/vscode/preview/preview')
  const waiting: (() => void)[] = []
  const reviews = { settled: () => new Promise<void>(resolve => waiting.push(resolve)) }
  const documents = { onDidChange: () => {}, read: async () => undefined }
  registerPreview({} as never, documents as never, reviews)
  listeners.get('arrowsmith.openPreviewToSide')?.(undefined)
  const type = () => listeners.get('change')?.({ document })

  type()
  await vi.advanceTimersByTimeAsync(100)
  type()
  await vi.advanceTimersByTimeAsync(149)
  expect(waiting).toHaveLength(0)
  await vi.advanceTimersByTimeAsync(1)
  expect(waiting).toHaveLength(1)
  expect(refresh).not.toHaveBeenCalled()

  type()
  await vi.advanceTimersByTimeAsync(150)
  expect(waiting).toHaveLength(2)
  for (const settle of waiting) settle()
  await vi.advanceTimersByTimeAsync(0)
  expect(refresh).toHaveBeenCalledTimes(1)
})
