// Figures that several diagrams state for one thing: shared within a document and a workspace, compared where they differ.

import { describe, expect, it } from 'vitest'
import {
  analyze,
  defaultConfiguration,
  findings,
  gatheredStatements,
  type LocatedStatement,
  type Snapshot,
  statementsOf,
} from '../../src/service'
import { applyEdits } from '../../src/text/edit'

const design = (...lines: string[]) => ['```mermaid', 'flowchart LR', ...lines, '```', ''].join('\n')

const calls = design('  web[Web app] -->|HTTPS, 2s timeout| orders[Order service]')
const states = (figures: string, label = 'Order service') =>
  design(`  orders[${label}] -->|SQL, 1s timeout| db[(Orders DB)]`, `  %% orders@{ ${figures} }`)

/** Documents of one workspace, each analyzed beside the others. */
function workspace(documents: Readonly<Record<string, string>>): Record<string, Snapshot> {
  const context = (path: string, statements: readonly LocatedStatement[]) => ({
    language: 'markdown' as const,
    configuration: defaultConfiguration,
    neighborhood: { path, stated: gatheredStatements(statements) },
  })
  const alone = Object.entries(documents).map(
    ([path, text]) => [path, analyze(text, context(path, []))] as const,
  )
  const statements = alone.flatMap(([path, snapshot]) => statementsOf(snapshot, path))
  return Object.fromEntries(
    alone.map(([path, { source }]) => [path, analyze(source, context(path, statements))]),
  )
}

function figure(snapshot: Snapshot | undefined, key: 'p99' | 'replicas' | 'region', diagram = 0) {
  const drawn = snapshot?.diagrams[diagram]?.system.components
  return drawn?.find(({ id }) => id === 'orders')?.figures[key]
}

const conflicts = (snapshot: Snapshot | undefined) =>
  snapshot ? findings(snapshot).filter(({ rule }) => rule === 'conflicting-figures') : []

describe('a thing drawn twice', () => {
  it('has one figure in all diagrams of a document', () => {
    const { 'a.md': a } = workspace({ 'a.md': `${calls}\n${states('p99: 40ms')}` })
    expect(figure(a, 'p99')).toMatchObject({
      value: 40,
      origin: 'shared',
      source: 'stated for “Order service” in line 9 of this document',
    })
  })

  it('has one figure in all documents of a workspace', () => {
    const { 'a.md': a } = workspace({ 'a.md': calls, 'docs/b.md': `# Orders\n\n${states('p99: 40ms')}` })
    expect(figure(a, 'p99')).toMatchObject({
      value: 40,
      source: 'stated for “Order service” in docs/b.md:6',
    })
  })

  it('is known by its label without figures', () => {
    const { 'a.md': a } = workspace({ 'a.md': calls, 'b.md': states('p99: 40ms', '"Order-Service x3"') })
    expect(figure(a, 'p99')?.value).toBe(40)
    expect(figure(a, 'replicas')?.value).toBe(3)
  })

  it('says the nearest first: its own diagram, its document, other documents in order', () => {
    const { 'c.md': c } = workspace({
      'a.md': states('p99: 10ms, replicas: 1'),
      'b.md': states('p99: 20ms, replicas: 2'),
      'c.md': `${calls}\n${states('p99: 30ms')}`,
    })
    expect(figure(c, 'p99')?.value).toBe(30)
    expect(figure(c, 'replicas')?.value).toBe(1)
  })
})

describe('nothing is shared', () => {
  const unshared = (documents: Readonly<Record<string, string>>) => {
    const { 'a.md': a } = workspace(documents)
    expect(figure(a, 'p99')?.origin).not.toBe('shared')
    expect(conflicts(a)).toEqual([])
  }

  it('under a name that many things have', () =>
    unshared({ 'a.md': calls.replace('Order service', 'API'), 'b.md': states('p99: 40ms', 'API') }))

  it('between a service and a store of the same name', () =>
    unshared({
      'a.md': calls.replace(/\n```\n$/, '\n  %% orders@{ kind: service }\n```\n'),
      'b.md': states('p99: 40ms, kind: database'),
    }))

  it('between two products of the same name', () =>
    unshared({
      'a.md': calls.replace('Order service', 'Order archive (MongoDB)'),
      'b.md': states('p99: 40ms', 'Order archive (Cassandra)'),
    }))

  it('between caches that say no more than how long they keep something', () => {
    const cache = (ttl: string) =>
      design(`  api[Quote API] -->|RESP, p99 2ms| cache[(Redis Cache<br/>TTL ${ttl})]`)
    const { 'a.md': a } = workspace({ 'a.md': cache('6h'), 'b.md': cache('1h') })
    expect(conflicts(a)).toEqual([])
  })

  it('about entries that may be others', () => {
    const { 'a.md': a } = workspace({
      'a.md': states('ttl: 6h, p99: 2ms', 'Quote cache'),
      'b.md': states('ttl: 1h, p99: 2ms', 'Quote cache'),
    })
    expect(conflicts(a)).toEqual([])
  })

  it('from a diagram that draws the thing twice', () =>
    unshared({
      'a.md': calls,
      'b.md': states('p99: 40ms').replace('%%', 'web --> other[Order service]\n  %%'),
    }))

  it('between versions of a design', () => {
    unshared({ 'a.md': `## Current\n\n${calls}\n## Target\n\n${states('p99: 40ms')}` })
    unshared({ 'a.md': `### Option A\n\n${states('p99: 9ms')}\n### Option B\n\n${states('p99: 40ms')}` })
    unshared({ 'a.md': states('p99: 9ms'), 'docs/v2/orders.md': states('p99: 40ms') })
  })

  it('about where a copy runs', () => {
    const { 'a.md': a } = workspace({ 'a.md': calls, 'b.md': states('p99: 40ms, region: eu-west-1') })
    expect(figure(a, 'region')).toBeUndefined()
  })

  it('by a diagram that is no design', () =>
    unshared({
      'a.md': calls,
      'b.md': design(
        '  start([Start]) --> orders[Order service p99 40ms]',
        '  orders --> paid{Paid?}',
        '  paid -->|yes| ship([Ship it])',
        '  paid -->|no| start',
      ),
    }))
})

describe('two diagrams that disagree', () => {
  it('are both told, with the place of the other', () => {
    const documents = { 'a.md': states('p99: 40ms'), 'b.md': states('p99: 60ms') }
    const { 'a.md': a, 'b.md': b } = workspace(documents)
    expect(conflicts(a).map(({ message }) => message)).toEqual([
      "Two diagrams disagree: p99 40ms is stated in metadata, but p99 60ms is stated for “Order service” in b.md:4. Each is computed with its own figure, and a reader can't tell which is right. Write the same in both, or state it in one of them.",
    ])
    const [finding] = conflicts(b)
    expect(documents['b.md'].slice(finding?.span.start, finding?.span.end)).toBe('p99: 60ms')
  })

  it('are told in the units that people write', () => {
    const { 'a.md': a } = workspace({
      'a.md': states('rto: 30m, availability: 0.9995'),
      'b.md': states('rto: 2h, availability: 99.9%'),
    })
    expect(conflicts(a).map(({ message }) => message.split('. ')[0])).toEqual([
      'Two diagrams disagree: rto 30m is stated in metadata, but rto 2h is stated for “Order service” in b.md:4',
      'Two diagrams disagree: availability 99.95% is stated in metadata, but availability 99.9% is stated for “Order service” in b.md:4',
    ])
  })

  it('agree once one of them says nothing', () => {
    const source = `${states('p99: 40ms')}\n${states('p99: 60ms')}`
    const { 'a.md': a } = workspace({ 'a.md': source })
    const [first, second] = conflicts(a)
    expect(second?.fixes.map(({ title }) => title)).toEqual(['Remove p99 60ms'])
    const mended = applyEdits(source, first?.fixes[0]?.edits ?? [])
    expect(mended).toBe(source.replace('  %% orders@{ p99: 40ms }\n', ''))
    const { 'a.md': after } = workspace({ 'a.md': mended })
    expect(conflicts(after)).toEqual([])
    expect(figure(after, 'p99')?.value).toBe(60)
  })

  it('need not state the same things', () => {
    const { 'a.md': a } = workspace({
      'a.md': states('p99: 40ms'),
      'b.md': states('replicas: 3, p99: 0.04s'),
    })
    expect(conflicts(a)).toEqual([])
    expect(figure(a, 'replicas')?.value).toBe(3)
  })
})

describe('an analysis that knows the one before', () => {
  it('reads a diagram anew when its neighbors state something else', () => {
    const context = (p99: string) => ({
      language: 'markdown' as const,
      configuration: defaultConfiguration,
      neighborhood: {
        path: 'a.md',
        stated: gatheredStatements(
          statementsOf(workspace({ 'b.md': states(`p99: ${p99}`) })['b.md']!, 'b.md'),
        ),
      },
    })
    const before = analyze(calls, context('40ms'))
    const after = analyze(calls, context('60ms'), before)
    expect(figure(after, 'p99')?.value).toBe(60)
    expect(analyze(calls, context('60ms'), after).diagrams[0]?.system).toBe(after.diagrams[0]?.system)
  })
})
