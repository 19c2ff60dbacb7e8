// What the picture can be compared with: chosen from what the editor's Git has, the document's diagrams and other files.

import { beforeEach, expect, it, vi } from 'vitest'
import type { Uri } from 'vscode'
import type { Documents } from '../../src/adapters/vscode/documents'
import { analyze, defaultConfiguration } from '../../src/service'
import type { PreviewModel, ToPreview } from '../../src/service/preview/messages'

interface Item {
  readonly label: string
  readonly description?: string
  readonly detail?: string
  readonly kind?: number
}

/** What the window has and is asked for. */
const world = vi.hoisted(() => ({
  /** Texts of the document by revision; undefined: the document is in no repository. */
  revisions: undefined as Map<string, string> | undefined,
  repositoryChanged: [] as (() => void)[],
  offered: [] as readonly Item[],
  /** The label of what the reader chooses. */
  choice: '',
  /** Texts by path. */
  files: new Map<string, string>(),
  fileChanged: [] as (() => void)[],
}))

vi.mock('vscode', () => {
  const uri = (path: string): object => ({ path, fsPath: path, toString: () => `file://${path}` })
  const filled = (message: string, ...values: unknown[]) =>
    message.replace(/\{(\d)\}/g, (_, place) => String(values[place]))
  const listening = (listeners: (() => void)[]) => (listener: () => void) => {
    listeners.push(listener)
    return { dispose: () => listeners.splice(listeners.indexOf(listener), 1) }
  }
  const repository = {
    state: { onDidChange: listening(world.repositoryChanged) },
    show: async (ref: string) => {
      const text = world.revisions?.get(ref)
      if (text === undefined) throw new Error(`fatal: path does not exist in ${ref}`)
      return text
    },
    getRefs: async () => [
      { type: 1, name: 'origin/HEAD', commit: 'a'.repeat(40) },
      { type: 0, name: 'main', commit: 'a'.repeat(40) },
      { type: 1, name: 'origin/main', commit: 'b'.repeat(40) },
      { type: 2, name: 'v1', commit: 'c'.repeat(40) },
    ],
    log: async () => [{ hash: '1234567890', message: 'Take payments\n\nAt last.', authorName: 'Ada' }],
  }
  return {
    l10n: { t: filled },
    env: { language: 'en' },
    Uri: { joinPath: ({ path }: Uri, ...parts: string[]) => uri([path, ...parts].join('/')) },
    RelativePattern: class {},
    QuickPickItemKind: { Separator: -1 },
    extensions: {
      getExtension: () => ({
        activate: async () => ({
          getAPI: () => ({ getRepository: () => (world.revisions ? repository : null) }),
        }),
      }),
    },
    window: {
      showQuickPick: async (items: Promise<readonly Item[]>) => {
        world.offered = await items
        return world.offered.find(({ label }) => label === world.choice)
      },
      showOpenDialog: async () => [uri('/other.mmd')],
    },
    workspace: {
      createFileSystemWatcher: () => ({
        onDidChange: listening(world.fileChanged),
        onDidCreate: () => ({ dispose: () => {} }),
        onDidDelete: () => ({ dispose: () => {} }),
        dispose: () => {},
      }),
      onDidChangeTextDocument: () => ({ dispose: () => {} }),
      openTextDocument: async ({ path }: Uri) => {
        const text = world.files.get(path)
        if (text === undefined) throw new Error('no such file')
        return { uri: uri(path), isUntitled: false, getText: () => text }
      },
    },
  }
})

const design = (calls: string, title: string) =>
  `# ${title}\n\n\`\`\`mermaid\nflowchart LR\n  web[Web app] -->|HTTPS, 1s timeout| api[Order service]\n${calls}\`\`\`\n`

const today = design('  api -->|SQL, 300ms timeout| db[(PostgreSQL)]\n', 'Today')
const target = design('  api -->|AMQP| queue[RabbitMQ]\n', 'Target')
const cooking = '# Soup\n\n```mermaid\nflowchart LR\n  peel[Peel onions] --> boil[Boil water]\n```\n'

const analyzed = (path: string, text: string) =>
  analyze(text, {
    language: path.endsWith('.md') ? 'markdown' : 'mermaid',
    configuration: defaultConfiguration,
  })

const documentOf = (path: string, text: string) =>
  ({
    uri: { path, fsPath: path, toString: () => `file://${path}` },
    isUntitled: false,
    getText: () => text,
  }) as never

/** A panel on a document, and what it last sent. */
const shownPanel = async (text: string) => {
  const { PreviewPanel } = await import('../../src/adapters/vscode/preview/panel')
  const sent: ToPreview[] = []
  let receive: (message: unknown) => void = () => {}
  const webview = {
    postMessage: (message: ToPreview) => sent.push(message),
    onDidReceiveMessage: (listener: typeof receive) => {
      receive = listener
    },
    asWebviewUri: String,
    cspSource: '',
  }
  const documents = {
    snapshotOf: ({ uri, getText }) => analyzed(uri.path, getText()),
    read: async ({ uri, getText }) => analyzed(uri.path, getText()),
    *reading({ uri, getText }) {
      yield
      return analyzed(uri.path, getText())
    },
    versionOf: ({ uri }, version) => analyzed(uri.path, version),
  } as Partial<Documents> as Documents
  const panel = new PreviewPanel(
    { webview, onDidDispose: () => {} } as never,
    { path: '/' } as never,
    documents,
  )
  panel.show(documentOf('/design.md', text), 0)
  const picture = (): PreviewModel | undefined => {
    const last = sent.at(-1)
    return last?.type === 'picture' ? last.picture : undefined
  }
  const compared = () => picture()?.comparison
  return {
    panel,
    press: (message: unknown) => receive(message),
    compared,
    picture,
    /** What it is compared with once somebody chose so. */
    choose: async (choice: string) => {
      world.choice = choice
      await panel.chooseCounterpart()
      await vi.waitFor(() => expect(compared()).toBeDefined())
      return compared()
    },
  }
}

beforeEach(() => {
  world.revisions = new Map([['HEAD', today]])
  world.repositoryChanged.length = 0
  world.fileChanged.length = 0
  world.files = new Map()
})

it('offers revisions, the other designs of the document, and files', async () => {
  const { panel } = await shownPanel(today + target + cooking)
  world.choice = ''
  await panel.chooseCounterpart()
  expect(world.offered.filter(({ kind }) => kind === undefined).map(({ label }) => label)).toEqual([
    'HEAD',
    'Target',
    'Take payments',
    'main',
    'origin/main',
    'v1',
    'Another file…',
  ])
})

it('compares with a branch, and follows where it moves', async () => {
  world.revisions?.set('refs/heads/main', design('', 'Today'))
  const { choose, compared } = await shownPanel(today)
  const names = () => compared()?.parts.map(({ name }) => name)
  expect(await choose('main')).toMatchObject({ version: 'main' })
  expect(names()).toContain('PostgreSQL')
  world.revisions?.set('refs/heads/main', today)
  for (const changed of world.repositoryChanged) changed()
  await vi.waitFor(() => expect(names()).toEqual([]))
})

it('compares with a commit, and says where the document or the diagram is not in it', async () => {
  const { choose } = await shownPanel(today)
  world.revisions?.set('1234567890', cooking)
  expect(await choose('Take payments')).toMatchObject({
    version: '1234567',
    problem: 'This diagram is not in 1234567.',
  })
  await expect((await shownPanel(today)).choose('v1')).resolves.toMatchObject({
    version: 'v1',
    problem: 'design.md is not in v1, so everything in it is new.',
  })
})

it('says why there is no revision before one is chosen, and after', async () => {
  world.revisions = undefined
  const { choose } = await shownPanel(today)
  const problem = 'design.md is not in a Git repository that is open in this window.'
  expect(await choose('HEAD')).toMatchObject({ problem })
  expect(world.offered[0]).toMatchObject({ label: 'HEAD', detail: problem })
})

it('compares two diagrams of a document, each with the other, until another document is shown', async () => {
  const { panel, press, choose, compared, picture } = await shownPanel(today + target)
  expect((await choose('Target'))?.removed).toContainEqual({ name: 'RabbitMQ' })
  press({ type: 'diagram', index: 1 })
  await vi.waitFor(() => expect(picture()?.diagram).toBe(1))
  expect(compared()?.version).toBe('Today')
  expect(compared()?.removed).toContainEqual({ name: 'PostgreSQL' })
  panel.show(documentOf('/another.md', today), 0)
  await vi.waitFor(() => expect(picture()?.document).toBe('file:///another.md'))
  expect(compared()).toBeUndefined()
})

it('compares with the diagram of another file, and follows its changes', async () => {
  world.files.set('/other.mmd', 'flowchart LR\n  a[Mobile app] -->|gRPC, 1s timeout| b[Billing service]\n')
  const { choose, compared } = await shownPanel(today)
  const chosen = await choose('Another file…')
  expect(chosen?.version).toBe('other.mmd')
  expect(chosen?.removed).toContainEqual({ name: 'Billing service' })
  world.files.delete('/other.mmd')
  for (const changed of world.fileChanged) changed()
  await vi.waitFor(() => expect(compared()?.problem).toBe('other.mmd cannot be read.'))
})

it('compares with what was chosen last when Compare is pressed again', async () => {
  const { choose, press, compared } = await shownPanel(today + target)
  await choose('Target')
  press({ type: 'compare', on: false })
  await vi.waitFor(() => expect(compared()).toBeUndefined())
  press({ type: 'compare', on: true })
  await vi.waitFor(() => expect(compared()?.version).toBe('Target'))
})

it('the command for HEAD compares with it whatever was compared before, and then no longer', async () => {
  const { panel, choose, compared } = await shownPanel(today + target)
  await choose('Target')
  panel.toggleHead()
  await vi.waitFor(() => expect(compared()?.version).toBe('HEAD'))
  panel.toggleHead()
  await vi.waitFor(() => expect(compared()).toBeUndefined())
})
