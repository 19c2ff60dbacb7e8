// What editors list and draw: outlines, names, tables of flows, lines above diagrams, the picture.

import { describe, expect, it } from 'vitest'
import {
  analyze,
  defaultConfiguration,
  explainTerm,
  explanationPage,
  flowTables,
  hints,
  inspect,
  lenses,
  previewModel,
  referencesInOthers,
  renameEdits,
  ruleList,
  searchExplanations,
  symbols,
} from '../../src/service'
import { toPreview } from '../../src/service/preview/messages'
import { applyEdits } from '../../src/text/edit'

const source = `## Checkout

\`\`\`mermaid
flowchart LR
  %% arrowsmith: { objectives: { checkout: { from: web, to: api, p99: 10ms, availability: 90% } } }
  subgraph eu [Frankfurt]
    api[Order API] -->|SQL, 200ms timeout, 2 retries| db[(PostgreSQL)]
  end
  web[Browser] -->|HTTPS| api
  %% api@{ p50: 10ms, p99: 40ms, availability: 99.9% }
  %% db@{ p50: 2ms, p99: 20ms, availability: 99.9% }
  %% eu@{ region: eu-central-1 }
\`\`\`
`
const snapshot = analyze(source, { language: 'markdown', configuration: defaultConfiguration })

describe('outline', () => {
  it('nests components in groups in diagrams', () => {
    expect(symbols(snapshot)).toMatchObject([
      {
        kind: 'diagram',
        children: [
          {
            kind: 'group',
            name: 'Frankfurt',
            children: [{ name: 'Order API' }, { name: 'PostgreSQL', detail: 'PostgreSQL · database' }],
          },
          { kind: 'component', name: 'Browser', children: [] },
        ],
      },
    ])
  })
})

describe('outline of a document', () => {
  it('names diagrams by their titles, else by the headings above them', () => {
    const fenced = (text: string) => `\`\`\`mermaid\n${text}\n\`\`\`\n`
    const document = `${fenced('flowchart LR\n  a')}\n## Paying\n\n${fenced('sequenceDiagram\n  a->>b: x')}\n${fenced('---\ntitle: Refunds\n---\nflowchart LR\n  a')}`
    const outline = symbols(analyze(document, { language: 'markdown', configuration: defaultConfiguration }))
    expect(outline.map(({ name, detail }) => [name, detail])).toEqual([
      ['flowchart', ''],
      ['Paying', 'sequenceDiagram'],
      ['Refunds', 'flowchart'],
    ])
  })
})

describe('references', () => {
  const fenced = (text: string) => `\`\`\`mermaid\nflowchart LR\n${text}\`\`\`\n`
  const document =
    fenced('  web[Web app] -->|HTTPS| orders[Order service]\n') +
    fenced('  o[Order service] -->|SQL| db[(Postgres)]\n  o --> x[Mail service]\n') +
    fenced('  third[Order service] -->|gRPC| web[Web app]\n  %% third@{ kind: database }\n')
  const linesAt = (part: string, sharing?: 'off') => {
    const configuration = { ...defaultConfiguration, ...(sharing && { sharing }) }
    const read = analyze(document, { language: 'markdown', configuration })
    return referencesInOthers(read, document.indexOf(part)).map(
      ({ start }) => read.lines.positionAt(start).line,
    )
  }

  it('are in the other diagrams that draw the same thing, and in none that draws another of its name', () => {
    expect(linesAt('orders[')).toEqual([7, 8])
    expect(linesAt('third[')).toEqual([])
  })

  it('are not where nothing is shared', () => {
    expect(linesAt('orders[', 'off')).toEqual([])
  })
})

describe('rename', () => {
  it('reaches mentions and targets', () => {
    const edits = renameEdits(snapshot, source.indexOf('api['), 'orders')
    const renamed = 'error' in edits ? edits.error : applyEdits(source, edits)
    expect(renamed).toContain('orders[Order API] -->|SQL')
    expect(renamed).toContain('|HTTPS| orders\n')
    expect(renamed).toContain('%% orders@{')
    expect(renamed).toContain('from: web, to: orders,')
  })

  it.each(['end', 'a b', 'web', ''])('refuses %j', name => {
    expect(renameEdits(snapshot, source.indexOf('api['), name)).toHaveProperty('error')
  })
})

describe('flows', () => {
  const [row] = flowTables(snapshot)

  it('have figures and a verdict', () => {
    expect(row).toMatchObject({
      name: 'checkout',
      line: 4,
      from: 'web',
      to: 'api',
      attempts: 3,
      attemptsAt: 'db',
    })
    expect(row?.p50).toBeLessThan(row?.p99 ?? 0)
    expect(row?.availability).toBeGreaterThan(0.99)
    expect(row?.objective).toMatchObject({ met: false, missed: ['p99'] })
  })

  it('stand above their diagram', () => {
    expect(lenses(snapshot)).toMatchObject([
      {
        diagram: 0,
        title: expect.stringMatching(
          /^.+: p99 .*\d+ ms · .*99\.\d+%, down [\d.]+ h a year · goal missed · \d+ findings?$/,
        ),
      },
    ])
  })

  it('give arrows their shares', () => {
    const [hint] = hints(snapshot)
    expect(source.slice(0, hint?.offset)).toMatch(/retries\|$/)
    expect(hint?.text).toMatch(/^\d+ m?s \(\d+%\)$/)
  })

  it('give arrows the time that is left and components what they can bear, on request', () => {
    const loaded = `flowchart LR
  web[Web app] -->|"HTTPS, 2s timeout"| api[Order API]
  api -->|"SQL, 300ms timeout"| db[(Postgres)]
  api -->|"gRPC, 3s timeout"| pay[Payment service]
  %% web@{ rate: 60/s }
  %% db@{ managed: true, availability: 99.95%, p50: 10ms, p99: 20ms, capacity: 100/s }
`
    const said = hints(
      analyze(loaded, { language: 'mermaid', configuration: defaultConfiguration }),
      undefined,
      'all',
    ).map(({ offset, text }) => [loaded.slice(0, offset).split(/[ \n]/).at(-1), text])
    expect(said).toContainEqual(['db[(Postgres)]', '99.95% up, 60% used'])
    expect(said).toContainEqual(['timeout"|', expect.stringMatching(/, 1\.\d* s left$/)])
    expect(said).toContainEqual(['timeout"|', expect.stringMatching(/, 1(\.\d+)? s too long$/)])
  })

  it('tell nothing that is assumed of pictures without a flow', () => {
    const picture = 'stateless[Order service]\n  stored[(Postgres)]\n  %% stored@{ availability: 99.95% }\n'
    const drawn = analyze(`flowchart LR\n  ${picture}`, {
      ...{ language: 'mermaid', configuration: defaultConfiguration },
    })
    expect(hints(drawn, undefined, 'all').map(({ text }) => text)).toEqual(['99.95% up'])
  })
})

describe('picture', () => {
  it('is what the preview understands', () => {
    const shown = previewModel(snapshot, 0)
    const message = { type: 'picture', picture: { document: 'file:///checkout.md', ...shown } }
    expect(toPreview.parse(message)).toEqual(message)
    expect(shown).toMatchObject({ title: 'Checkout', diagramCount: 1, family: 'flowchart', line: 4 })
  })

  it('splits the p99 among the parts of a flow', () => {
    const [flow] = previewModel(snapshot, 0).flows
    const nodes = flow?.shares.filter(({ target }) => target.kind === 'node') ?? []
    const sum = nodes.reduce((total, { latency }) => total + latency, 0)
    expect(sum).toBeGreaterThan(0.8)
    expect(sum).toBeLessThanOrEqual(1.001)
    expect(flow?.bars.map(({ label, depth }) => [label, depth])).toEqual([
      ['Browser → Order API', 0],
      ['Order API → PostgreSQL', 1],
    ])
    const [outer, inner] = flow?.bars ?? []
    expect(inner?.start).toBeGreaterThan(outer?.start ?? 0)
    expect(inner?.end).toBeCloseTo(outer?.end ?? 0, 6)
    expect(inner?.attempts).toBe(3)
    expect(inner?.timeout).toBeGreaterThanOrEqual((inner?.start ?? 0) + 3 * 200)
  })

  it.each([
    { target: 'db', key: 'component', value: 'down' },
    { target: 'eu-central-1', key: 'region', value: 'down' },
  ] as const)('what if $target is down', change => {
    const changed = previewModel(snapshot, 0, { changes: [change] })
    expect(changed.flows[0]?.availability).toBe(0)
    expect(changed.text).toBe(previewModel(snapshot, 0).text)
    expect(changed.changes).toEqual([change])
  })

  it('what if a component were slower', () => {
    const before = previewModel(snapshot, 0).flows[0]?.p99 ?? 0
    expect(
      previewModel(snapshot, 0, { changes: [{ target: 'db', key: 'p99', value: '150' }] }).flows[0]?.p99,
    ).toBeGreaterThan(before)
  })

  it('is set beside another version: what is new, changed and gone, with the figures of both', () => {
    const earlier = source
      .replace('200ms timeout', '900ms timeout')
      .replace('  web[Browser] -->|HTTPS| api', '  web[Browser] -->|HTTPS| api\n  web -->|gRPC| db')
    const old = analyze(earlier, { language: 'markdown', configuration: defaultConfiguration })
    const { comparison, flows } = previewModel(snapshot, 0, { compareWith: { name: 'HEAD', snapshot: old } })
    expect(comparison?.parts).toEqual([
      {
        change: 'changed',
        target: { kind: 'arrow', index: 0 },
        name: expect.stringContaining('Order API → PostgreSQL'),
        figures: ['timeout 900ms → 200ms'],
      },
    ])
    expect(comparison?.removed).toEqual([
      { name: 'Browser → PostgreSQL: gRPC', ends: { from: 'web', to: 'db' } },
    ])
    expect(flows[0]?.before).toBeDefined()
    const same = previewModel(snapshot, 0, { compareWith: { name: 'HEAD', snapshot } })
    expect(same.comparison).toEqual({ version: 'HEAD', parts: [], removed: [] })
    const unrelated = analyze('flowchart LR\n  x[Mail service] -->|SMTP| y[Mail relay]', {
      language: 'mermaid',
      configuration: defaultConfiguration,
    })
    const none = previewModel(snapshot, 0, { compareWith: { name: 'HEAD', snapshot: unrelated } })
    expect(none.comparison?.problem).toBe('This diagram is not in HEAD.')
  })

  it('pins findings to what they are about', () => {
    const targets = previewModel(snapshot, 0).findings.map(({ target }) => target.kind)
    expect(targets).not.toEqual([])
  })
})

describe('lists', () => {
  it('inspect sees what is stated', () => {
    const [diagram] = inspect(snapshot)
    expect(diagram).toMatchObject({ family: 'flowchart', line: 4, architecture: { value: true } })
    expect(diagram?.arrows[0]).toMatchObject({ from: 'api', to: 'db', stated: { timeout: 200, retries: 2 } })
    expect(diagram?.arrows[0]?.inferred).toMatchObject({
      role: { value: 'call', confidence: expect.any(Number), why: expect.stringMatching(/./) },
      network: { value: true, confidence: expect.any(Number), why: expect.stringMatching(/./) },
    })
    expect(diagram?.nodes.find(({ id }) => id === 'db')).toMatchObject({
      kind: 'database',
      technology: 'postgresql',
      parent: 'eu',
    })
  })

  it('explains terms, rules and keys, and what was probably meant', () => {
    expect(explainTerm('gRPC')).toMatchObject({ markdown: expect.stringContaining('gRPC') })
    expect(explanationPage('gRPC')).toMatch(/^# gRPC\n\n/)
    expect(explanationPage('gRPC')).toContain(
      '[Protocol Buffers](https://github.com/arrowsmith/arrowsmith/blob/main/docs/explanations.md#protocol-buffers)',
    )
    expect(searchExplanations('retries multiply')[0]?.title).toBe('Retries at several layers')
    expect(searchExplanations('').length).toBeGreaterThan(500)
    expect(explainTerm('unlabeled-arrow')).toMatchObject({
      markdown: expect.stringContaining('names no protocol'),
    })
    expect(explainTerm('upstreamIdleTimeout')).toMatchObject({
      markdown: expect.stringContaining('a duration'),
    })
    expect(explainTerm('unlabled-arrow')).toMatchObject({
      suggestions: expect.arrayContaining(['unlabeled-arrow']),
    })
  })

  it('rules have pages', () => {
    for (const { id, url } of ruleList()) expect(url).toContain(`${id}.md`)
  })
})
