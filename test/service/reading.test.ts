// What helps while reading a design: hovers of settings, folds, selections, links, calls and colors.

import { describe, expect, it } from 'vitest'
import {
  analyze,
  calleesOf,
  callersOf,
  callItemAt,
  defaultConfiguration,
  documentLinks,
  folds,
  hoverAt,
  type Snapshot,
  selectionsAt,
  tokens,
} from '../../src/service'
import type { Language } from '../../src/text/languages'

const read = (source: string, language: Language = 'mermaid'): Snapshot =>
  analyze(source, { language, configuration: defaultConfiguration })

/** The cursor stands at `¦`. */
const pointed = (marked: string, language?: Language) => {
  const offset = marked.indexOf('¦')
  return { snapshot: read(marked.replace('¦', ''), language), offset }
}

const shop = `flowchart LR
  web[Web app] -->|"HTTPS, 2s timeout"| orders[Order service]
  orders -->|"SQL, 100ms timeout"| db[(PostgreSQL)]
`

describe('a hover', () => {
  const hover = (marked: string, language?: Language) => {
    const { snapshot, offset } = pointed(marked, language)
    const found = hoverAt(snapshot, offset)
    return found && { ...found, word: snapshot.source.slice(found.span.start, found.span.end) }
  }
  const promised = (aims: string) =>
    `---\narrowsmith:\n  objectives:\n    buying: { from: web, to: orders, ${aims} }\n---\n${shop}`

  it('of a promise says whether it is kept, by how much it is missed, and why', () => {
    const missed = hover(promised('p99: 50ms').replace('buying', 'buy¦ing'))
    expect(missed?.word).toBe('buying')
    expect(missed?.markdown).toMatch(
      /Web app → Order service: p99 ≤ 50 ms\n\n- \*\*missed\*\*: \d\d.* within 50 ms/,
    )
    expect(missed?.markdown).toMatch(
      /- most of the p99: Order service, \d+%\n- most of the downtime: PostgreSQL, \d+%$/,
    )
    expect(hover(promised('p99: 5s').replace('buying', 'buy¦ing'))?.markdown).toContain('**met**')
    expect(hover(promised('availability: 99%').replace('buying', 'buy¦ing'))?.markdown).toMatch(
      /\n- failures allowed in a year: [\d.]+ (?:h|days) of 3\.65 days used; PostgreSQL [\d.]+ h of /,
    )
  })

  it.each([
    ['a measure', promised('p9¦9: 50ms'), ['The 99th percentile', '**missed**']],
    ['an end', promised('p99: 1s').replace('from: web', 'from: w¦eb'), ['**Web app** – browser']],
    ['a setting', `---\narrowsmith:\n  ass¦ume: nothing\n---\n${shop}`, ['`catalogue`, `nothing`']],
    ['a value', `---\narrowsmith:\n  preset: str¦ict\n---\n${shop}`, ['**preset**', 'strictly']],
    ['a setting of Mermaid', `---\nconfig:\n  lo¦ok: neo\n---\n${shop}`, ['`handDrawn`']],
    [
      'a default',
      `---\narrowsmith:\n  defaults:\n    node: { repl¦icas: 2 }\n---\n${shop}`,
      ['How many copies run'],
    ],
    ['a comment with settings', `${shop}  %% arrowsmith: { entr¦ies: [web] }\n`, ['where requests start']],
    ['a call before braces', `${shop}  %% ord¦ers->db@{ p99: 9ms }\n`, ['**Order service → PostgreSQL**']],
    ['a node before braces', `${shop}  %% d¦b@{ p99: 9ms }\n`, ['**PostgreSQL** – database']],
    [
      'an edge by its id',
      `${shop}  orders e1@-->|HTTPS| bank[Bank API]\n  e¦1@{ animate: true }\n`,
      ['**Order service → Bank API**'],
    ],
    ['a node in a click', `${shop}  click or¦ders "https://example.com"\n`, ['**Order service** – service']],
  ])('of %s says what it means', (_, marked, parts) => {
    const { markdown = 'nothing' } = hover(marked) ?? {}
    for (const part of parts) expect(markdown).toContain(part)
  })

  it.each(['place an order', '"place an order"', "'place an order'", 'Prüfung'])(
    'of a promise finds it under its name: %s',
    written => {
      const block = `---\narrowsmith:\n  objectives:\n    ${written}:\n      from: web\n      p99: 50ms\n---\n${shop}`
      const name = written.replace(/["']/g, '')
      const pointedAt = (text: string) => hover(text.replace(name, `${name.slice(0, 2)}¦${name.slice(2)}`))
      for (const text of [block, promised('p99: 50ms').replace('buying', written)]) {
        expect(pointedAt(text)?.word).toBe(name)
        expect(pointedAt(text)?.markdown).toContain('**missed**')
        expect(hover(text.replace('p99', 'p¦99'))?.markdown).toContain('The 99th percentile')
      }
    },
  )

  it('speaks of the settings of a document, and of no key of others', () => {
    const document = `---\nlay¦out: post\narrowsmith:\n  entries: [web]\n---\n\n\`\`\`mermaid\n${shop}\`\`\`\n`
    expect(hover(document, 'markdown')).toBeUndefined()
    expect(hover(document.replace('¦', '').replace('entries', 'ent¦ries'), 'markdown')?.word).toBe('entries')
  })
})

describe('folds', () => {
  const folded = (source: string, language?: Language) =>
    folds(read(source, language)).map(({ from, to, kind }) => [from, to, kind])

  it('are the groups, metadata and comments of a flowchart', () => {
    expect(
      folded(
        'flowchart LR\n  subgraph eu [Europe]\n    subgraph a [A]\n      x\n    end\n  end\n  x@{\n    shape: cyl\n  }\n  %% one\n  %% two\n\n  %% alone\n',
      ),
    ).toEqual([
      [2, 5, 'region'],
      [3, 4, 'region'],
      [7, 8, 'region'],
      [10, 11, 'comment'],
    ])
  })

  it('are the branches of a sequence diagram, where it stands in its document', () => {
    const sequence =
      'sequenceDiagram\n  alt a\n    a->>b: x\n  else b\n    loop\n      a->>b: y\n    end\n  end\n'
    expect(folded(`# T\n\n\`\`\`mermaid\n${sequence}\`\`\`\n`, 'markdown')).toEqual([
      [5, 6, 'region'],
      [7, 10, 'region'],
      [8, 9, 'region'],
    ])
  })
})

it('a selection grows from the word to the diagram', () => {
  const { snapshot, offset } = pointed(
    `# T\n\n\`\`\`mermaid\n${shop.replace('  web', '  subgraph s\n  web').replace('time', 'ti¦me')}  end\n\`\`\`\n`,
    'markdown',
  )
  const grown = selectionsAt(snapshot, offset).map(({ start, end }) => snapshot.source.slice(start, end))
  expect(grown.slice(0, 4)).toEqual([
    'timeout',
    'HTTPS, 2s timeout',
    '-->|"HTTPS, 2s timeout"|',
    'web[Web app] -->|"HTTPS, 2s timeout"| orders[Order service]',
  ])
  expect(grown.at(-2)).toMatch(/^subgraph s[\s\S]*end$/)
  expect(grown.at(-1)).toMatch(/^flowchart[\s\S]*end\n$/)
})

it('links lead from rules to their pages and from clicks to what they open, and nowhere else', () => {
  const snapshot = read(
    `${shop}  %% arrowsmith-disable-next-line missing-timeout -- known\n  click db "pages/db.md"\n  click web href "https://example.com" _blank\n  click orders "javascript:alert(1)"\n`,
  )
  expect(
    documentLinks(snapshot).map(({ span, target }) => [snapshot.source.slice(span.start, span.end), target]),
  ).toEqual([
    ['missing-timeout', expect.stringMatching(/missing-timeout\.md$/)],
    ['pages/db.md', 'pages/db.md'],
    ['https://example.com', 'https://example.com'],
  ])
})

describe('calls', () => {
  it('of a component are those that reach it and those that it makes', () => {
    const { snapshot, offset } = pointed(
      `${shop.replace('orders -->', 'ord¦ers -->')}  admin[Admin UI] -->|HTTPS| orders\n`,
    )
    const item = callItemAt(snapshot, offset)
    expect(item).toMatchObject({ id: 'orders', name: 'Order service', detail: 'service' })
    if (!item) return
    expect(callersOf(snapshot, item).map(call => call.item.name)).toEqual(['Web app', 'Admin UI'])
    const [callee, ...others] = calleesOf(snapshot, item)
    expect(others).toEqual([])
    expect(callee?.item).toMatchObject({ name: 'PostgreSQL', detail: 'PostgreSQL · database' })
    expect(callee?.places.map(({ start, end }) => snapshot.source.slice(start, end))).toEqual([
      '-->|"SQL, 100ms timeout"|',
    ])
  })

  it('are not what comes back, nor lines that tie boxes together', () => {
    const { snapshot, offset } = pointed(
      'sequenceDiagram\n  participant web as Web app\n  participant a¦pi as Order API\n  participant db as PostgreSQL\n' +
        '  web->>api: HTTPS, GET /orders\n  api->>db: SQL\n  db-->>api: rows\n  api-->>web: 200 OK\n',
    )
    const item = callItemAt(snapshot, offset)
    expect(item && callersOf(snapshot, item).map(call => call.item.name)).toEqual(['Web app'])
    expect(item && calleesOf(snapshot, item).map(call => call.item.name)).toEqual(['PostgreSQL'])
  })

  it('go by who asks, not by how the arrow is drawn', () => {
    const { snapshot, offset } = pointed(
      'C4Container\n  ContainerDb(d¦b, "Orders DB")\n  Container(api, "Order API")\n  Rel_Back(db, api, "reads", "SQL")\n',
    )
    const item = callItemAt(snapshot, offset)
    expect(item && callersOf(snapshot, item).map(call => call.item.name)).toEqual(['Order API'])
  })
})

it('tokens tell what words were understood to be', () => {
  const snapshot = read(
    `${shop}  %% orders->db@{ retries: 2, backoff: exponential }\n  %% arrowsmith-disable-next-line missing-timeout\n  class db hot\n`,
  )
  const told = tokens(snapshot).map(
    ({ span, type, declares }) =>
      `${snapshot.source.slice(span.start, span.end)} ${type}${declares ? '!' : ''}`,
  )
  expect(told).toEqual([
    ...['web variable!', 'HTTPS interface', '2s timeout number', 'orders variable!'],
    ...['orders variable', 'SQL interface', '100ms timeout number', 'db variable!'],
    ...[
      'orders variable',
      'db variable',
      'retries property',
      '2 number',
      'backoff property',
      'exponential enumMember',
    ],
    ...['missing-timeout decorator', 'db variable'],
  ])
})
