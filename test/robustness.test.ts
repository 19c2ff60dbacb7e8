// Whatever stands in a document: nothing throws, nothing points outside of the text.

import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { rules } from '../src/rules'
import {
  analyze,
  completionsAt,
  configurationOf,
  type DocumentSymbol,
  defaultConfiguration,
  documentLinks,
  findings,
  fixesAt,
  flowTables,
  folds,
  formatEdits,
  hints,
  hoverAt,
  inspect,
  lenses,
  readConfiguration,
  referencesAt,
  referencesInOthers,
  type Snapshot,
  selectionsAt,
  symbols,
  tokens,
} from '../src/service'
import { findDiagrams } from '../src/text/diagrams'
import { applyEdits } from '../src/text/edit'
import type { Language } from '../src/text/languages'
import type { Span } from '../src/text/span'
import { exhaustive, rounds } from './fuzzing'
import { embedded, randomDocument } from './hosts'
import { garbled, mangled, mutated, pick, randomFrom } from './mangling'
import { readPage } from './pages'

const pages = rules.map(rule => ({ name: rule.id, texts: readPage(rule).examples.map(({ text }) => text) }))

/** Every fourth text of all pages in turn, beginning with this one; in exhaustive mode all of them. */
const some = (texts: readonly string[], from: 0 | 2): readonly string[] =>
  exhaustive ? texts : texts.filter(text => (placeOf.get(text) ?? 0) % 4 === from)

const placeOf = new Map(pages.flatMap(({ texts }) => texts).map((text, place) => [text, place]))

const strict = { ...defaultConfiguration, preset: 'strict' as const }

describe('half-written diagrams', () => {
  it.each(pages)('of the page of $name', ({ texts }) => {
    const random = randomFrom(23)
    for (const text of some(texts, 0))
      for (const _ of rounds(1, 2 / texts.length)) examine(cut(text, random), 'mermaid')
  })
})

describe('mangled diagrams', () => {
  it.each(pages)('of the page of $name', ({ texts }) => {
    const random = randomFrom(7)
    for (const text of some(texts, 2))
      for (const _ of rounds(1, 3 / texts.length))
        examine((random() < 0.5 ? garbled : mangled)(text, random), 'mermaid')
  })
})

describe('deep nesting', () => {
  const times = (count: number, write: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => write(index)).join('\n')

  it.each([
    [
      'subgraphs',
      `flowchart LR\n${times(1500, n => `subgraph g${n}`)}\na[API] --> b[(Postgres)]\n${times(1500, () => 'end')}`,
    ],
    [
      'fragments',
      `sequenceDiagram\n${times(1500, () => 'alt x\nA->>B: GET /x\nelse y')}\nA->>B: GET /x\n${times(1500, () => 'end')}`,
    ],
    ['fragments without an end', `sequenceDiagram\n${times(1500, () => 'par x')}\nA->>B: GET /x`],
    ['calls', `sequenceDiagram\n${times(1500, n => `P${n}->>P${n + 1}: GET /x`)}`],
    [
      'C4 boundaries',
      `C4Container\n${times(1500, n => `Container_Boundary(b${n}, "B") {`)}\nContainer(a, "A")\n${times(1500, () => '}')}`,
    ],
    [
      'groups',
      `architecture-beta\n${times(1500, n => `group g${n}(cloud)[G]${n > 0 ? ` in g${n - 1}` : ''}`)}\nservice a(server)[A] in g1499`,
    ],
    ['settings', `---\narrowsmith: ${'{a: '.repeat(1500)}\n---\nflowchart LR\na-->b`],
  ])('of %s', (_, text) => examine(text, 'mermaid'))
})

describe('documents', () => {
  it.each(readdirSync('examples').filter(name => /\.(md|mmd)$/.test(name)))('%s, cut anywhere', name => {
    const source = readFileSync(`examples/${name}`, 'utf8')
    const random = randomFrom(29)
    for (const _ of rounds(8, 30)) examine(cut(source, random), name.endsWith('.md') ? 'markdown' : 'mermaid')
  })

  it.each([
    '',
    '\n',
    '\uFEFF',
    '```mermaid',
    '```mermaid\n```',
    '%%',
    '%%{',
    '---\n---',
    '\0\uD800',
    'x'.repeat(5000),
  ])('%j', source => {
    examine(source, 'markdown')
    examine(source, 'mermaid')
  })
})

describe('hosts', () => {
  const languages = Object.keys(embedded) as Language[]

  it.each(languages)('%s, cut and mangled', language => {
    const random = randomFrom(11)
    const texts = pages.flatMap(page => page.texts.slice(0, 1))
    for (const round of rounds(24, 20)) {
      const document = embedded[language](pick(texts, random))
      examine([cut, mangled, garbled][round % 3]!(document, random), language)
    }
  })

  it.each(languages)('%s, put together at random', language => {
    const random = randomFrom(5)
    for (const round of rounds(250, 20)) {
      const document = randomDocument(language, 1 + Math.floor(random() * 24), random)
      locate(document, language)
      if (round % 50 === 0) examine(document, language)
    }
  })
})

/** Every diagram leads to its source and back, and can be written to. */
function locate(source: string, language: Language): void {
  const diagrams = findDiagrams(source, language)
  for (const { text, span, fault, toSource, fromSource, editToSource } of diagrams) {
    expectInside(source, [span, ...(fault ? [fault.at, fault.edit.span] : [])])
    for (const offset of [0, text.length >> 1, text.length]) {
      const there = toSource(offset)
      expectInside(source, [{ start: there, end: there }])
      expect(fromSource(there) ?? 0, JSON.stringify([source, offset])).toBeLessThanOrEqual(text.length)
      expectInside(source, [editToSource({ span: { start: offset, end: text.length }, text: 'x\n' }).span])
    }
  }
  const edits = diagrams.flatMap(({ fault }) => (fault ? [fault.edit] : []))
  const mended = findDiagrams(applyEdits(source, edits), language)
  expect(mended.length, JSON.stringify(source)).toBeGreaterThanOrEqual(diagrams.length)
}

/** Every rule judges without failing, every feature answers, every span lies inside. */
function examine(source: string, language: Language): void {
  try {
    judge(source, language)
  } catch (error) {
    throw new Error(`${language}: ${JSON.stringify(source)}`, { cause: error })
  }
}

function judge(source: string, language: Language): void {
  const snapshot = analyze(source, { language, configuration: strict })
  const found = findings(snapshot, { figures: true })
  for (const { message, rule, span, fixes, related } of found) {
    expect(message, rule).not.toMatch(/crashed on this diagram/)
    expectInside(source, [
      span,
      ...related.map(place => place.span),
      ...fixes.flatMap(({ edits }) => edits.map(edit => edit.span)),
    ])
  }
  ask(snapshot, source.length)
  ask(snapshot, source.length >> 1)
  expect(inspect(snapshot).length).toBe(symbols(snapshot).length)
  for (const symbol of symbols(snapshot)) expectShowable(symbol)
  expectInside(source, [
    ...hints(snapshot).map(({ offset }) => ({ start: offset, end: offset })),
    ...lenses(snapshot).map(({ span }) => span),
    ...tokens(snapshot).map(({ span }) => span),
    ...documentLinks(snapshot).map(({ span }) => span),
    ...formatEdits(snapshot).map(({ span }) => span),
  ])
  for (const { from, to } of folds(snapshot)) expect(from < to && to <= snapshot.lines.count).toBe(true)
  for (const table of flowTables(snapshot))
    expect(JSON.stringify(table)).not.toMatch(/NaN|Infinity|undefined/)
}

/** As editors want it: a name, which stands within the thing. */
function expectShowable({ name, span, selection, children }: DocumentSymbol): void {
  expect(name).toMatch(/\S/)
  expect(span.start <= selection.start && selection.end <= span.end, name).toBe(true)
  children.forEach(expectShowable)
}

function ask(snapshot: Snapshot, offset: number): void {
  const places: Span[] = completionsAt(snapshot, offset).map(({ replace }) => replace)
  const hover = hoverAt(snapshot, offset)
  if (hover) places.push(hover.span)
  places.push(...referencesAt(snapshot, offset), ...referencesInOthers(snapshot, offset))
  places.push(...selectionsAt(snapshot, offset))
  expectInside(snapshot.source, places)
  for (const fix of fixesAt(snapshot, { start: offset, end: offset }))
    expectInside(
      snapshot.source,
      fix.edits.map(({ span }) => span),
    )
}

function expectInside({ length }: string, spans: readonly Span[]): void {
  for (const { start, end } of spans) {
    if (!(0 <= start && start <= end && end <= length))
      expect.fail(`${start}–${end} is not inside 0–${length}`)
  }
}

const cut = (text: string, random: () => number): string => text.slice(0, Math.ceil(random() * text.length))

describe('configuration files', () => {
  it.each([
    '',
    '{',
    '[]',
    'null',
    '{"rules": []}',
    '{"rules": {"syntax-error": []}}',
    '{"preset": 3}',
    '{"components": {"a": 1}}',
    '{"a": {"b": {}}}',
  ])('%j', text => examineConfiguration(text))

  it('mangled', () => {
    const random = randomFrom(19)
    const text = JSON.stringify(everySetting, undefined, 2)
    for (const round of rounds(150, 60)) {
      examineConfiguration((round % 2 === 0 ? mangled : garbled)(text, random))
      examineConfiguration(JSON.stringify(mutated(everySetting, random)) ?? '')
    }
  })
})

const everySetting = {
  $schema: './schema.json',
  root: true,
  preset: 'strict',
  include: ['**/*.mmd'],
  exclude: ['docs/**/old', '!docs/new/*.{md,mdx}'],
  rules: {
    'unlabeled-arrow': 'off',
    'too-large': { severity: 'error', options: { elements: 5, characters: 1e5 } },
  },
  components: { Orders: { kind: 'database', p99: '20ms', availability: '99.9%' } },
  defaults: { node: { availability: '99.95%' }, arrow: { timeout: '2s' } },
  sharing: 'document',
  files: { 'a/**': { preset: 'sketch', rules: { 'missing-timeout': 'hint' }, components: { orders: {} } } },
}

/** What it says is wrong lies in the text, and what it makes of it checks a document. */
function examineConfiguration(text: string): void {
  const read = readConfiguration(text, 'arrowsmith.config.json')
  expectInside(
    text,
    read.problems.map(({ span }) => span),
  )
  const configuration = configurationOf([{ read, path: 'a/design.mmd' }])
  const found = findings(analyze(sound, { language: 'mermaid', configuration }), { figures: true })
  for (const { message } of found)
    expect(message, text).not.toMatch(/crashed on this diagram|could not judge/)
}

const sound = 'flowchart LR\n  web[Web app] --> api[Order API]\n  api -->|SQL| orders[(Orders)]\n'
