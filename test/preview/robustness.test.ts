// Between editor and preview: whatever is drawn can cross, and whatever crosses is stood.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rules } from '../../src/rules'
import {
  analyze,
  defaultConfiguration,
  explainingPart,
  finished,
  fixEdits,
  placeOfTarget,
  previewModel,
  type Snapshot,
  statementEdits,
} from '../../src/service'
import { fromPreview, toPreview } from '../../src/service/preview/messages'
import { exhaustive, rounds } from '../fuzzing'
import { mutated, pick, randomFrom } from '../mangling'
import { readPage } from '../pages'
import { type Harness, type Preview, startHarness } from './harness'
import { c4, checkout, sequence } from './samples/index'

const read = (text: string): Snapshot =>
  analyze(text, { language: 'mermaid', configuration: defaultConfiguration })

const figures = [
  ...['p99: 1e308ms', 'p50: 1e400ms', 'p99: 0ms', 'availability: 0%', 'calls: 1e300', 'retries: 1e9'],
  ...['retries: unlimited', 'timeout: 1e300d', 'replicas: 1e300', 'hitRatio: 0%', 'p99: -1ms', 'rps: 1e300'],
]

/** Figures without measure for what a text draws, at its end. */
function overstated(text: string, random: () => number): string {
  const { components, calls } = read(text).diagrams[0]?.system ?? { components: [], calls: [] }
  const named = [
    ...components.map(({ id }) => `"${id}"`),
    ...calls.map(({ caller, callee }) => `"${caller.id}"->"${callee.id}"`),
  ]
  const lines = named.map(name => `%% ${name}@{ ${pick(figures, random)}, ${pick(figures, random)} }`)
  return `${text}\n${lines.join('\n')}\n`
}

const texts = rules
  .flatMap(rule => readPage(rule).examples.slice(0, exhaustive ? undefined : 1))
  .map(({ text }) => text)
  .filter((_, index) => exhaustive || index % 12 === 0)

describe('what is drawn of any text', () => {
  const random = randomFrom(3)
  const cut = (text: string) => text.slice(0, Math.floor(random() * text.length))
  const cases = texts.flatMap(text => [text, cut(text), overstated(text, random)])

  it.each(cases.map(text => [text.slice(0, 60), text]))('can cross: %j', (_, text) => {
    const snapshot = read(text)
    const { components = [] } = snapshot.diagrams[0]?.system ?? {}
    const target = components[0]?.id ?? 'none'
    for (const changes of [
      [],
      [{ target, key: 'p99' as const, value: pick(['1e308', '-1', 'NaN', ''], random) }],
      [{ target, key: 'component' as const, value: 'down' }],
    ]) {
      const message = {
        type: 'picture',
        picture: { document: '', ...previewModel(snapshot, 0, { changes }) },
      }
      const { data, error } = toPreview.safeParse(message)
      expect(error?.issues).toBeUndefined()
      expect(JSON.parse(JSON.stringify(data))).toEqual(data)
    }
  })
})

describe('what the preview asks for', () => {
  const asked = [
    { type: 'ready' },
    { type: 'reveal', target: { kind: 'node', id: 'gateway' } },
    { type: 'reveal', target: { kind: 'node', id: '__proto__' } },
    { type: 'reveal', target: { kind: 'arrow', index: 0 } },
    { type: 'reveal', target: { kind: 'arrow', index: 1e9 } },
    { type: 'explain', target: { kind: 'arrow', index: 0 } },
    { type: 'explain', target: { kind: 'node', id: 'constructor' } },
    { type: 'fix', finding: 0, fix: 0 },
    { type: 'fix', finding: 1e9, fix: 1e9 },
    { type: 'state', at: 'gateway', keys: ['p50/p99', 'availability'] },
    { type: 'state', at: 'constructor', keys: ['constructor', ''] },
    { type: 'open', url: 'https://arrowsmith.example' },
    { type: 'diagram', index: 0 },
    { type: 'whatIf', changes: [{ target: 'gateway', key: 'p99', value: '1e308' }] },
    { type: 'whatIf', changes: [{ target: '"}\n', key: 'region', value: 'down' }] },
    { type: 'export', format: 'svg', data: '<svg/>' },
  ]

  it('is done, or is refused, and changes nothing outside of the text', () => {
    const snapshot = read(checkout.text)
    const random = randomFrom(5)
    let obeyed = 0
    for (const round of rounds(1000, 60)) {
      const message = pick(asked, random)
      const { data } = fromPreview.safeParse(round % 2 === 0 ? message : mutated(message, random))
      if (data) obeyed += 1
      for (const { start, end } of placesOf(snapshot, data)) {
        expect(0 <= start && start <= end && end <= snapshot.source.length, JSON.stringify(data)).toBe(true)
      }
    }
    expect(obeyed).toBeGreaterThan(500)
  })
})

/** Where a message leads to or writes at, as the panel does it. */
function placesOf(snapshot: Snapshot, message: ReturnType<typeof fromPreview.safeParse>['data']) {
  const diagram = snapshot.diagrams[0]!
  switch (message?.type) {
    case 'reveal':
      return [placeOfTarget(diagram, message.target)]
    case 'explain':
      finished(explainingPart(snapshot, { diagram: 0, target: message.target, changes: [] }))
      return []
    case 'fix':
      return fixEdits(snapshot, 0, message).map(({ span }) => span)
    case 'state':
      return statementEdits(snapshot, 0, message).map(({ span }) => span)
    case 'whatIf':
      previewModel(snapshot, 0, { changes: message.changes })
      return []
    default:
      return []
  }
}

describe('what the preview gets', () => {
  let harness: Harness
  let preview: Preview

  beforeAll(async () => {
    harness = await startHarness()
    preview = await harness.open()
    await preview.show({ type: 'picture', picture: checkout })
  }, 60_000)

  afterAll(() => harness?.close())

  it('is shown, or told to be unreadable; it goes on after it', async () => {
    const random = randomFrom(9)
    for (const round of rounds(60, 300)) {
      const message = mutated({ type: 'picture', picture: pick([checkout, sequence, c4], random) }, random)
      await preview.post(message)
      await preview.drawn()
      const said = `${round}: ${JSON.stringify(message)?.slice(0, 300)}`
      expect(
        preview.complaints().filter(complaint => !complaint.includes('been blocked')),
        said,
      ).toEqual([])
      if (round % 10 !== 0) continue
      await preview.show({ type: 'picture', picture: checkout })
      expect(await preview.page.isVisible('.stage svg'), said).toBe(true)
      expect(await preview.page.isVisible('.nothing'), said).toBe(false)
    }
  })
})
