// What `npm run look` takes pictures of: designs of all sizes and families in all themes and widths, and the states between.

import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import {
  analyze,
  defaultConfiguration,
  explainingPart,
  finished,
  type PictureChoices,
  previewModel,
} from '../../src/service'
import type { Change, ToPreview } from '../../src/service/preview/messages'
import { page, treeFlowchart } from '../bench/designs'
import type { Options, Preview } from './harness'
import { german, translatingBy } from './languages'
import { architecture, broken, c4 } from './samples/index'

export interface Look {
  readonly name: string
  readonly message: ToPreview
  readonly options: Options
  /** What the reader does before the picture is taken. */
  readonly act?: (preview: Preview) => Promise<unknown>
}

const root = resolve(import.meta.dirname, '../..')

const analyzed = (path: string, text: string) =>
  analyze(text, {
    language: path.endsWith('.md') ? 'markdown' : 'mermaid',
    configuration: defaultConfiguration,
  })

/** What the extension would send for a document. */
export const messageFor = (
  path: string,
  { diagram = 0, source, ...choices }: PictureChoices & { diagram?: number; source?: string },
): ToPreview => {
  const text = source ?? readFileSync(resolve(root, path), 'utf8')
  const snapshot = analyzed(path, text)
  return {
    type: 'picture',
    picture: { document: `file:///${path}`, ...previewModel(snapshot, diagram, choices) },
  }
}

const example = (name: string, diagram = 0, changes: readonly Change[] = []) =>
  messageFor(`examples/${name}`, { diagram, changes })

const tree = (nodes: number, direction: string) =>
  messageFor(`tree-${nodes}.mmd`, {
    source: treeFlowchart(nodes).replace('flowchart LR', `flowchart ${direction}`),
  })

const themes = ['dark', 'light', 'high-contrast', 'high-contrast-light'] as const
const widths = [420, 700, 1400] as const

/** Each size in each direction, with themes and widths dealt out so that every pair of them occurs. */
const sizes: readonly Look[] = [5, 30, 200].flatMap((nodes, row) =>
  ['LR', 'TB'].flatMap((direction, column) =>
    widths.map((width, turn) => {
      const theme = themes[(row + column + turn) % themes.length] ?? 'dark'
      return {
        name: `tree-${nodes}-${direction}-${width}-${theme}`,
        message: tree(nodes, direction),
        options: { theme, width },
      }
    }),
  ),
)

const families: readonly Look[] = [
  { name: 'checkout', message: example('checkout.md'), options: {} },
  { name: 'checkout-light', message: example('checkout.md'), options: { theme: 'light' } },
  { name: 'checkout-contrast', message: example('checkout.md'), options: { theme: 'high-contrast' } },
  { name: 'checkout-700', message: example('checkout.md'), options: { width: 700, theme: 'light' } },
  { name: 'checkout-420', message: example('checkout.md'), options: { width: 420 } },
  { name: 'events', message: example('checkout.md', 1), options: {} },
  { name: 'read-path', message: example('read-path.md'), options: { theme: 'light' } },
  { name: 'chat', message: example('chat.md'), options: {} },
  { name: 'chat-sequence', message: example('chat.md', 1), options: { theme: 'light' } },
  { name: 'production', message: example('production-stack.mmd'), options: { theme: 'light', width: 700 } },
  {
    name: 'sequence',
    message: messageFor('page.md', { source: page(3), diagram: 1 }),
    options: { width: 700 },
  },
  { name: 'c4', message: { type: 'picture', picture: c4 }, options: {} },
]

const down: readonly Change[] = [{ target: 'psp', key: 'component', value: 'down' }]
const slower: readonly Change[] = [
  { target: 'psp', key: 'p99', value: '300' },
  { target: 'cache', key: 'component', value: 'down' },
]

/** The checkout as it might have been in the last commit. */
const earlier = readFileSync(resolve(root, 'examples/checkout.md'), 'utf8')
  .replace('800ms timeout', '2s timeout')
  .replace(/^ {2}stock -->.*\n/m, '  gateway -->|"HTTPS, 1s timeout"| payment\n')
  .replace('p99: 600ms', 'p99: 900ms')

/** The checkout with rate and capacity. */
const busy = messageFor('examples/checkout.md', {
  source: readFileSync(resolve(root, 'examples/checkout.md'), 'utf8')
    .replace('%% gateway@{', '%% shopper@{ rate: 400/s }\n  %% gateway@{ capacity: 1500/s,')
    .replace('%% checkout@{', '%% checkout@{ capacity: 600/s,')
    .replace('%% orders@{', '%% orders@{ capacity: 450/s,')
    .replace('%% stock@{', '%% stock@{ capacity: 380/s,'),
})

const compared = (source: string | undefined, name = 'HEAD'): ToPreview => {
  const snapshot = source === undefined ? undefined : analyzed('checkout.md', source)
  const problem = `checkout.md is not in ${name}, so everything in it is new.`
  return messageFor('examples/checkout.md', {
    compareWith: { name, snapshot, ...(snapshot ? {} : { problem }) },
  })
}

const choose = (mode: string) => (preview: Preview) =>
  preview.page.check(`input[value=${mode}]`, { force: true })

const search = (query: string) => async (preview: Preview) => {
  await preview.page.keyboard.press('Control+f')
  await preview.page.keyboard.type(query)
}

const openMenu = (id: string) => (preview: Preview) =>
  preview.page.click(`[id*="flowchart-${id}-"]`, { button: 'right' })

/** Rests the pointer on something, and has the card say what the editor says of that. */
const pointAt = (selector: string) => async (preview: Preview) => {
  await preview.page.hover(selector)
  await preview.page.waitForFunction(() => window.sent.some(({ type }) => type === 'explain'))
  const asked = (await preview.sent()).findLast(message => message.type === 'explain')
  const path = 'examples/checkout.md'
  const snapshot = analyzed(path, readFileSync(resolve(root, path), 'utf8'))
  if (asked?.type !== 'explain') return
  const { target } = asked
  const markdown = finished(explainingPart(snapshot, { diagram: 0, target, changes: [] })) ?? ''
  await preview.post({ type: 'explained', target, markdown })
}

const openExport = (preview: Preview) => preview.page.click('.menu > summary')

const states: readonly Look[] = [
  { name: 'down', message: example('checkout.md', 0, down), options: {} },
  { name: 'what-if', message: example('checkout.md', 0, slower), options: { theme: 'light' } },
  { name: 'availability', message: example('checkout.md'), options: {}, act: choose('availability') },
  { name: 'attempts', message: example('checkout.md'), options: { theme: 'light' }, act: choose('attempts') },
  { name: 'utilization', message: busy, options: {}, act: choose('utilization') },
  { name: 'compare', message: compared(earlier), options: {} },
  { name: 'compare-light', message: compared(earlier), options: { theme: 'light', width: 700 } },
  { name: 'compare-contrast', message: compared(earlier), options: { theme: 'high-contrast' } },
  {
    name: 'compare-420',
    message: compared(earlier, 'origin/feature/idempotent-payments'),
    options: { theme: 'light', width: 420 },
  },
  { name: 'compare-new', message: compared(undefined), options: { theme: 'light' } },
  { name: 'search', message: example('checkout.md'), options: { theme: 'light' }, act: search('service') },
  { name: 'search-420', message: example('checkout.md'), options: { width: 420 }, act: search('redis') },
  { name: 'menu', message: example('checkout.md'), options: {}, act: openMenu('payment') },
  {
    name: 'hover',
    message: example('checkout.md'),
    options: { theme: 'light' },
    act: pointAt('button.track >> nth=6'),
  },
  {
    name: 'hover-420',
    message: example('checkout.md'),
    options: { width: 420 },
    act: pointAt('[id*="flowchart-gateway-"]'),
  },
  { name: 'export-menu', message: example('checkout.md'), options: { theme: 'light' }, act: openExport },
  {
    name: 'collapsed',
    message: messageFor('examples/read-path.md', { collapsed: ['us'] }),
    options: { theme: 'light', width: 700 },
  },
  ...[[], ['bank']].map((collapsed, place) => ({
    name: `collapsed-c4-${place}`,
    message: messageFor('bank.mmd', { source: c4.text, collapsed }),
    options: { theme: 'light', width: 700 } as const,
  })),
  ...[[], ['api']].map((collapsed, place) => ({
    name: `collapsed-architecture-${place}`,
    message: messageFor('cloud.mmd', { source: architecture.text, collapsed }),
    options: { width: 700 },
  })),
  { name: 'broken', message: { type: 'picture', picture: broken }, options: {} },
  {
    name: 'cooking',
    message: messageFor('soup.mmd', {
      source: 'flowchart LR\n  peel[Peel onions] --> boil[Boil water] --> eat[Eat]',
    }),
    options: { theme: 'light' },
  },
  {
    name: 'empty',
    message: {
      type: 'empty',
      reason:
        'There is no Mermaid diagram in notes.md. To begin with an example, type arch- in the text and choose a snippet.',
    },
    options: {},
  },
  {
    name: 'failed',
    message: { type: 'failed', reason: 'The analysis returned an invalid picture.flows.0.attempts.' },
    options: { theme: 'light' },
  },
]

/** Longer words in every theme but one, where they are tightest and where there is most room. */
const inGerman: readonly Look[] = [
  { name: 'checkout', message: messageFor('examples/checkout.md', { translate: translatingBy(german) }) },
  {
    name: 'what-if',
    message: messageFor('examples/checkout.md', { changes: slower, translate: translatingBy(german) }),
  },
].flatMap(({ name, message }) =>
  ([420, 1440] as const).map((width, place) => ({
    name: `german-${name}-${width}`,
    message,
    options: { width, theme: themes[place] ?? 'dark', translations: german },
  })),
)

export const looks: readonly Look[] = [...families, ...states, ...sizes, ...inGerman]
