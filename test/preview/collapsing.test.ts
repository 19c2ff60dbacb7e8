// Groups collapsed into boxes: by sign, key and menu, with their figures, and as the reader left them.

import { afterAll, beforeAll, expect, it } from 'vitest'
import { analyze, defaultConfiguration, previewModel } from '../../src/service'
import type { PreviewModel } from '../../src/service/preview/messages'
import { type Harness, type Preview, startHarness } from './harness'

const source = `flowchart LR
  web[Web app] -->|HTTPS, 2s timeout| api[Order API]
  subgraph data [Storage]
    db[(Postgres)]
    cache[Redis]
  end
  subgraph edge [Other systems]
    psp[Card processor]
  end
  api -->|SQL| db
  api -->|RESP| cache
  api -->|HTTPS| psp
  %% db@{ p50: 20ms, p99: 90ms }
  %% cache@{ p50: 1ms, p99: 4ms }
  %% psp@{ p50: 80ms, p99: 300ms }
`

const snapshot = analyze(source, { language: 'mermaid', configuration: defaultConfiguration })

const picture = (...collapsed: readonly string[]): PreviewModel => ({
  document: 'file:///orders.mmd',
  ...previewModel(snapshot, 0, { collapsed }),
})

let harness: Harness
let preview: Preview

beforeAll(async () => {
  harness = await startHarness()
  preview = await harness.open()
  await show()
}, 60_000)

afterAll(() => harness?.close())

const show = (...collapsed: readonly string[]) =>
  preview.show({ type: 'picture', picture: picture(...collapsed) })

/** What the page asks for is drawn, as the extension would. */
const answer = async (act: () => Promise<unknown>) => {
  const before = (await preview.sent()).length
  await act()
  const asked = (await preview.sent()).slice(before).find(message => message.type === 'collapse')
  if (!asked) throw new Error('nothing was asked for')
  await show(...asked.groups)
  return asked.groups
}

const nodes = () =>
  preview.page.$$eval('.stage .node', elements => elements.map(({ id }) => id.split('-').at(-2)).sort())

const arrows = () =>
  preview.page.$$eval('.stage .handle', handles =>
    handles.map(handle => handle.getAttribute('aria-label')?.split('\n')[0]?.split(', p99')[0] ?? ''),
  )

const all = ['api', 'cache', 'db', 'psp', 'web']

it('a press on its sign collapses a group into one box, and the same press expands it', async () => {
  expect(await answer(() => preview.page.click('[aria-label="Collapse Storage"]'))).toEqual(['data'])
  expect(await nodes()).toEqual(['api', 'data', 'psp', 'web'])
  expect(await arrows()).toContain('Order API → Storage: SQL, RESP')
  expect(await preview.page.textContent('.stage .node[id*="-data-"]')).toContain('2 components')
  expect(await answer(() => preview.page.click('[aria-label="Expand Storage"]'))).toEqual([])
  expect(await nodes()).toEqual(all)
})

it('the box has the share of its components, and the panel all figures', async () => {
  await show()
  const figures = () => preview.page.$$eval('.tile strong', tiles => tiles.map(tile => tile.textContent))
  const before = await figures()
  await show('edge')
  expect(await preview.page.textContent('.badge[data-node=edge]')).toMatch(/^\d+% of p99$/)
  expect(await figures()).toEqual(before)
  await preview.page.focus('[id*="flowchart-edge-"]')
  await preview.page.keyboard.press('Enter')
  expect((await preview.sent()).at(-1)).toEqual({ type: 'reveal', target: { kind: 'node', id: 'edge' } })
  await show()
})

it('C collapses the group around the part in focus and expands it again, and the focus stays there', async () => {
  const focused = () => preview.page.evaluate(() => document.activeElement?.id.split('-').at(-2))
  await preview.page.focus('[id*="flowchart-psp-"]')
  expect(await answer(() => preview.page.keyboard.press('c'))).toEqual(['edge'])
  expect(await focused()).toBe('edge')
  expect(await answer(() => preview.page.keyboard.press('c'))).toEqual([])
  expect(await focused()).toBe('psp')
})

it('the menu collapses one group or all, and takes a collapsed one down', async () => {
  await preview.page.click('[id*="flowchart-db-"]', { button: 'right' })
  expect(await answer(() => preview.page.click('[role=menuitem] >> text=Collapse all groups'))).toEqual([
    'data',
    'edge',
  ])
  expect(await nodes()).toEqual(['api', 'data', 'edge', 'web'])
  await preview.page.click('[id*="flowchart-data-"]', { button: 'right' })
  await preview.page.click('[role=menuitem] >> text=Take it down')
  const change = { target: 'data', key: 'group', value: 'down' } as const
  await preview.page.waitForFunction(() => window.sent.at(-1)?.type === 'whatIf')
  expect((await preview.sent()).at(-1)).toEqual({ type: 'whatIf', changes: [change] })
  const down = { ...previewModel(snapshot, 0, { collapsed: ['data'], changes: [change] }) }
  await preview.show({ type: 'picture', picture: { document: 'file:///orders.mmd', ...down } })
  expect(await preview.page.locator('.down-mark[data-down=data]').count()).toBe(1)
  expect(await preview.page.textContent('.badge[data-node=data]')).toBe('down')
})

it('what is selected or found in a collapsed group is its box', async () => {
  await show('data')
  await preview.post({ type: 'select', target: { kind: 'node', id: 'db' } })
  await preview.page.waitForSelector('.selection rect', { state: 'attached' })
  await preview.page.keyboard.press('Control+f')
  await preview.page.keyboard.type('redis')
  expect(await preview.page.locator('.matches rect').count()).toBe(1)
  await preview.page.keyboard.press('Escape')
})

it('is collapsed again when the reader comes back to the diagram', async () => {
  await show()
  await answer(() => preview.page.click('[aria-label="Collapse Storage"]'))
  await preview.show({ type: 'picture', picture: { ...picture(), document: 'file:///other.mmd' } })
  const again = async () => {
    await preview.post({ type: 'picture', picture: picture() })
    await preview.page.waitForFunction(() => window.sent.at(-1)?.type === 'collapse')
  }
  expect(await answer(again)).toEqual(['data'])
  expect(await nodes()).toEqual(['api', 'data', 'psp', 'web'])
})

it.each([
  [
    'boundary of C4',
    `C4Container
  Person(web, "Shopper")
  System_Boundary(data, "Storage") {
    Container(api, "API")
    ContainerDb(db, "Postgres")
  }
  Rel(web, api, "Asks", "HTTPS")
  Rel(api, db, "Reads", "SQL")
`,
    ['web', 'data'],
  ],
  [
    'group of an architecture',
    `architecture-beta
  group data(cloud)[Storage]
  service web(internet)[Web]
  service api(server)[API] in data
  service db(database)[Postgres] in data
  web:R --> L:api
  api:R --> L:db
`,
    ['web', 'data'],
  ],
])('a %s collapses and expands as a subgraph does', async (_, text, left) => {
  const read = analyze(text, { language: 'mermaid', configuration: defaultConfiguration })
  const of = (...collapsed: readonly string[]) => previewModel(read, 0, { collapsed })
  const shown = (...collapsed: readonly string[]) =>
    preview.show({ type: 'picture', picture: { document: 'file:///storage.mmd', ...of(...collapsed) } })
  const asked = async (act: () => Promise<unknown>) => {
    const before = (await preview.sent()).length
    await act()
    return (await preview.sent()).slice(before).find(message => message.type === 'collapse')?.groups
  }
  const names = () =>
    preview.page.$$eval('.stage .interactive', parts =>
      parts.map(part => part.getAttribute('aria-label')?.split(',')[0]),
    )
  const figures = () => preview.page.$$eval('.tile strong', tiles => tiles.map(tile => tile.textContent))
  await shown()
  const before = await figures()
  expect(before.length).toBe(4)
  expect(await asked(() => preview.page.click('[aria-label="Collapse Storage"]'))).toEqual(['data'])
  await shown('data')
  expect((await names()).length).toBe(left.length)
  expect(await names()).toContain('Storage')
  expect(await figures()).toEqual(before)
  expect(await preview.page.locator('.handle').count()).toBe(1)
  await preview.page.locator('.interactive[aria-label^=Storage]').focus()
  expect(await asked(() => preview.page.keyboard.press('c'))).toEqual([])
  await shown()
  expect(await names()).toHaveLength(3)
})

it('says why a box of participants stays open', async () => {
  const text = `sequenceDiagram
  participant web as Web app
  box Shop
    participant api as Order API
    participant db as Postgres
  end
  web->>api: POST /orders
  api->>db: INSERT
`
  const timeline = analyze(text, { language: 'mermaid', configuration: defaultConfiguration })
  const shown = { document: 'file:///timeline.mmd', ...previewModel(timeline, 0) }
  await preview.show({ type: 'picture', picture: shown })
  const before = (await preview.sent()).length
  await preview.page.locator('.stage [aria-label^="Order API"]').first().focus()
  await preview.page.keyboard.press('c')
  expect(await preview.page.textContent('.banner')).toBe(
    'Shop cannot be collapsed: one lifeline could not show the order of the messages within.',
  )
  expect((await preview.sent()).slice(before).map(({ type }) => type)).not.toContain('collapse')
})
