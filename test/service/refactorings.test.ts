// Refactorings: a design written in another form says the same, to the analysis and to Mermaid.

import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  analyze,
  defaultConfiguration,
  findings,
  flowTables,
  type Refactoring,
  refactoringsAt,
  type Snapshot,
} from '../../src/service'
import { applyEdits } from '../../src/text/edit'
import { ask } from '../conformance/oracle'

const read = (source: string, language: 'markdown' | 'mermaid' = 'mermaid'): Snapshot => {
  const snapshot = analyze(source, { language, configuration: defaultConfiguration })
  flowTables(snapshot)
  return snapshot
}

const shop = `flowchart LR
  web[Web app] -->|"HTTPS, 2s timeout, 2 retries"| orders["Order service<br/>p99 40ms, x3"]
  orders -->|"SQL, 100ms timeout"| db[(PostgreSQL)]
  orders -->|"Kafka, async"| events[[Order events]]
  orders e1@-->|gRPC| pay[Payment service]
  %% db@{ availability: 99.95%, managed: true }
  e1@{ timeout: 300ms, retries: 1, share: 30% }
`

/** What is offered at the characters `from`, or for all up to the end of `to`. */
function offered(
  source: string,
  from: string,
  { to = '', language = 'mermaid' as 'markdown' | 'mermaid' } = {},
) {
  const start = source.indexOf(from)
  const end = to === '' ? start : source.indexOf(to) + to.length
  return refactoringsAt(read(source, language), { start, end })
}

const titled = (all: readonly Refactoring[], title: string): Refactoring => {
  const found = all.find(each => each.title === title)
  expect(found, `among ${all.map(each => each.title).join('; ')}`).toBeDefined()
  return found!
}

const done = (source: string, from: string, title: string): string =>
  applyEdits(source, titled(offered(source, from), title).edits)

describe('figures move', () => {
  it('from a label behind %%, and from there into the label again', () => {
    const moved = done(shop, 'HTTPS', 'Move the figures of the label after %%')
    expect(moved).toContain('web[Web app] -->|"HTTPS"| orders')
    expect(moved).toContain('  %% web->orders@{ timeout: 2s, retries: 2 }\n')
    expect(done(moved, 'HTTPS', 'Move the figures into the label')).toBe(shop)
  })

  it('from a label into braces of Mermaid, for which the arrow gets an id', () => {
    const moved = done(shop, 'SQL', 'Move the figures of the label into @{ }')
    expect(moved).toContain('orders e2@-->|"SQL"| db[(PostgreSQL)]\n  e2@{ timeout: 100ms }\n')
  })

  it('out of a box whose name stays what it was, and back below the name', () => {
    const moved = done(shop, 'orders["Order', 'Move the figures of the label after %%')
    expect(moved).toContain('orders["Order service"]\n  %% orders@{ p99: 40ms, replicas: 3 }\n')
    expect(done(moved, 'orders["Order', 'Move the figures into the label')).toContain(
      'orders["Order service<br/>p99 40ms, 3 replicas"]',
    )
    expect(done(shop, 'PostgreSQL', 'Move the figures into the label')).toContain(
      '[("PostgreSQL<br/>99.95% SLA, managed")]',
    )
  })

  it('from braces into the words that labels have for rates', () => {
    const busy =
      'flowchart LR\n  web[Web app] -->|HTTPS| api[Order API]\n  %% api@{ capacity: 300/s, rateLimit: 200/s }\n'
    expect(done(busy, 'api[', 'Move the figures into the label')).toContain(
      'api["Order API<br/>capacity 300/s, rate limit 200/s"]',
    )
  })

  it('between braces behind %% and those that Mermaid reads', () => {
    expect(done(shop, 'db@{', 'Write the metadata as @{ } of Mermaid')).toContain(
      '\n  db@{ availability: 99.95%, managed: true }\n',
    )
    expect(done(shop, 'gRPC', 'Write the metadata after %%')).toContain(
      '\n  %% orders->pay@{ timeout: 300ms, retries: 1, share: 30% }\n',
    )
  })

  it('in a sequence diagram too', () => {
    const source = 'sequenceDiagram\n  web->>api: HTTPS, 2s timeout\n  api-->>web: 200\n'
    expect(done(source, 'HTTPS', 'Move the figures of the label after %%')).toBe(
      'sequenceDiagram\n  web->>api: HTTPS\n  api-->>web: 200\n  %% web->api@{ timeout: 2s }\n',
    )
  })

  it('nowhere where a label says nothing but figures, or several arrows share it', () => {
    const titles = (source: string, at: string) => offered(source, at).map(({ title }) => title)
    const alone = 'flowchart LR\n  web[Web app] -->|2s timeout| api[Order API]\n'
    expect(titles(alone, '2s').filter(title => title.startsWith('Move'))).toEqual([])
    const shared = 'flowchart LR\n  web[Web] & app[App] -->|"HTTPS, 2s timeout"| api[Order API]\n'
    expect(titles(shared, 'HTTPS').filter(title => title.startsWith('Move'))).toEqual([])
  })
})

describe('figures of families that have no braces of their own', () => {
  it.each([
    [
      'C4',
      'C4Container\n  Container(api, "API")\n  ContainerDb(db, "DB", "PostgreSQL")\n  Rel(api, db, "Reads, 100ms timeout")\n',
      'Rel(api, db, "Reads")\n  %% api->db@{ timeout: 100ms }\n',
    ],
    [
      'architecture',
      'architecture-beta\n  service api(server)[API]\n  service db(database)[Postgres]\n  api:R -[SQL 100ms timeout]-> L:db\n',
      'api:R -[SQL]-> L:db\n  %% api->db@{ timeout: 100ms }\n',
    ],
  ])('move behind %%: %s', (_, source, moved) => {
    expect(done(source, '100ms', 'Move the figures of the label after %%')).toContain(moved)
  })
})

describe('selected lines', () => {
  it('go into a subgraph of their own', () => {
    const [first = ''] = /^.*SQL.*$/m.exec(shop) ?? []
    const extracted = titled(offered(shop, first, { to: first }), 'Extract 2 components to a subgraph')
    expect(extracted.kind).toBe('extract')
    expect(applyEdits(shop, extracted.edits)).toBe(
      shop.replace(first, `  subgraph group1 [Group]\n  ${first}\n  end`),
    )
  })

  it('go in as far as the author goes in', () => {
    const source = 'flowchart LR\n    a[API] --> b[(Postgres)]\n'
    const extracted = titled(
      offered(source, '    a', { to: 'Postgres)]' }),
      'Extract 2 components to a subgraph',
    )
    expect(applyEdits(source, extracted.edits)).toBe(
      'flowchart LR\n    subgraph group1 [Group]\n        a[API] --> b[(Postgres)]\n    end\n',
    )
  })

  it('stay where they are when that would take a component out of another one', () => {
    const source = 'flowchart LR\n  subgraph eu\n    a[API]\n  end\n  a --> b[(Postgres)]\n'
    expect(offered(source, '  a -->', { to: 'Postgres)]' }).map(({ kind }) => kind)).not.toContain('extract')
    expect(offered(source, '    a[API]', { to: 'end' }).map(({ kind }) => kind)).not.toContain('extract')
  })
})

describe('a flow as a sequence diagram', () => {
  const title = 'Draw Web app → Order service as a sequence diagram'

  it('has the same calls in their order, with the same figures, in a document beside it', () => {
    const { creates, edits } = titled(offered(shop, 'gRPC'), title)
    expect(edits).toEqual([])
    expect(creates?.suffix).toBe('sequence')
    expect(creates?.text).toContain(
      [
        '  orders->>db: SQL, 100ms timeout',
        '  db-->>orders: response',
        '  orders-)events: Kafka, async',
        '  %% @{ share: 30% }',
        '  opt 30% of requests',
        '    %% @{ timeout: 300ms, retries: 1 }',
        '    orders->>pay: gRPC',
        '    pay-->>orders: response',
        '  end',
        '  orders-->>web: response',
      ].join('\n'),
    )
    const [before, now] = [shop, creates?.text ?? ''].map(text => flowTables(read(text))[0])
    expect(now?.p99).toBeCloseTo(before?.p99 ?? 0, 1)
    expect(now?.availability).toBeCloseTo(before?.availability ?? 0, 6)
  })

  it('keeps its promise', () => {
    const promised = `---\narrowsmith:\n  objectives:\n    buying: { from: web, to: orders, p99: 1.5s, availability: 99.9% }\n---\n${shop}`
    const { creates } = titled(offered(promised, 'gRPC'), 'Draw buying as a sequence diagram')
    const [flow] = flowTables(read(creates?.text ?? ''))
    expect([flow?.name, flow?.objective]).toEqual(['buying', flowTables(read(promised))[0]?.objective])
  })

  it('stands in a fence below the one that it comes from, quoted as that is', () => {
    const source = `# Shop\r\n\r\n> ~~~mermaid\r\n${shop.replace(/^(?=.)/gm, '> ').replaceAll('\n', '\r\n')}> ~~~\r\n\r\nText\r\n`
    const drawn = titled(offered(source, 'gRPC', { language: 'markdown' }), title)
    const text = applyEdits(source, drawn.edits)
    expect(text.startsWith(source.slice(0, source.indexOf('\r\n\r\nText')))).toBe(true)
    expect(text.endsWith('> ~~~\r\n\r\nText\r\n')).toBe(true)
    expect(text.replaceAll('\r\n', '')).not.toContain('\n')
    const [flowchart, sequence] = flowTables(read(text, 'markdown'))
    expect(sequence?.p99).toBeCloseTo(flowchart?.p99 ?? 0, 1)
  })

  it('and back: its calls are the flowchart again', () => {
    const sequence = titled(offered(shop, 'gRPC'), title).creates?.text ?? ''
    const { creates } = titled(offered(sequence, 'gRPC'), 'Draw these calls as a flowchart')
    expect(creates?.text).toBe(`flowchart LR
  web[Web app]
  orders["Order service p99 40ms, x3"]
  db[(PostgreSQL)]
  events[[Order events]]
  pay[Payment service]
  web -->|"HTTPS, 2s timeout, 2 retries"| orders
  orders -->|"SQL, 100ms timeout"| db
  orders -.->|"Kafka, async"| events
  orders -->|gRPC| pay
  %% db@{ availability: 99.95%, managed: true }
  %% orders->pay@{ timeout: 300ms, retries: 1 }
`)
  })

  it('is not offered where messages cannot tell it', () => {
    const source = shop.replace(
      'orders -->|"SQL',
      'orders -->|gRPC| b[Backup];\n  orders -->|"SQL, fallback: b',
    )
    const titles = offered(source, 'gRPC').map(each => each.title)
    for (const each of titles.filter(found => found.startsWith('Draw'))) {
      const { creates } = titled(offered(source, 'gRPC'), each)
      expect(flowTables(read(creates?.text ?? ''))[0]?.p99).toBeCloseTo(
        flowTables(read(source))[0]?.p99 ?? 0,
        0,
      )
    }
  })
})

describe('the assumed figures', () => {
  it('are stated but for those of what runs within its caller', () => {
    const source = `sequenceDiagram
  participant web as Web app
  participant api as Order API
  participant index as Label index
  participant db as PostgreSQL
  web->>api: HTTPS, GET /orders
  api->>index: lookUp(label)
  index-->>api: 3 ids
  api->>db: SQL
  db-->>api: rows
`
    const text = done(source, 'api->>db', 'State the 6 assumed figures of this diagram')
    expect(text).toContain('%% api@{ p50: ')
    expect(text).toContain('%% db@{ p50: ')
    expect(text).not.toContain('index@{')
  })

  it('are stated of the one flow that is selected, too', () => {
    const source = `flowchart LR
  web[Web app] -->|HTTPS| api[Order API]
  api -->|SQL| db[(Postgres)]
  partner[Partner app] -->|gRPC| stock[Stock service]
`
    const titles = offered(source, 'gRPC').map(({ title }) => title)
    expect(titles).toContain('State the 3 assumed figures of Partner app → Stock service')
    expect(titles).toContain('State the 9 assumed figures of this diagram')
    const text = done(source, 'gRPC', 'State the 3 assumed figures of Partner app → Stock service')
    expect(text.match(/%% .*@/g)).toEqual(['%% stock@'])
  })
})

describe('whatever is offered in our own designs', () => {
  const folders = ['examples', 'test/diagrams']
  const paths = folders.flatMap(folder =>
    readdirSync(folder)
      .filter(name => /\.(?:md|mmd)$/.test(name))
      .map(name => `${folder}/${name}`),
  )

  it.each(paths)('is a diagram that Mermaid reads, without new problems: %s', async path => {
    const source = readFileSync(path, 'utf8')
    const language = path.endsWith('.md') ? 'markdown' : 'mermaid'
    const snapshot = read(source, language)
    const wrong = (text: string) =>
      findings(read(text, language)).filter(({ rule }) => /syntax|unknown|conflicting|unreachable/.test(rule))
    for (const { block, system } of snapshot.diagrams) {
      const { arrows, nodes } = system.diagram
      const places = [
        arrows[0]?.span.start,
        arrows.at(-1)?.labelSpan?.start,
        nodes.at(-1)?.mentions[0]?.span.start,
      ]
      const offers = places
        .flatMap(at => (at === undefined ? [] : [block.toSource(at)]))
        .flatMap(at => refactoringsAt(snapshot, { start: at, end: at }))
      for (const { title, edits, creates } of new Map(offers.map(each => [each.title, each])).values()) {
        const text = applyEdits(source, edits)
        expect(wrong(text).length, title).toBeLessThanOrEqual(wrong(source).length)
        const drawn = creates ? [creates.text] : read(text, language).diagrams.map(each => each.block.text)
        for (const each of drawn) expect((await ask(each)).error, `${title}\n${each}`).toBeUndefined()
      }
    }
  })
})
