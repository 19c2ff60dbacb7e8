// What editors offer while somebody points and types: likely labels for half an arrow, hovers that fit, figures to state.

import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  analyze,
  completionsAt,
  defaultConfiguration,
  explainTerm,
  findings,
  fixEdits,
  fixesAt,
  flowTables,
  hoverAt,
  objectiveAt,
  placeOfTarget,
  previewModel,
  refactoringsAt,
  type Snapshot,
  statementEdits,
  statusOf,
  targetAt,
} from '../../src/service'
import { hoverLines, linesIn } from '../../src/service/features/hover/budget'
import { applyEdits } from '../../src/text/edit'

const read = (source: string, language: 'markdown' | 'mermaid' = 'mermaid'): Snapshot =>
  analyze(source, { language, configuration: defaultConfiguration })

const shop = `flowchart LR
  web[Web app] -->|HTTPS| orders[Order service]
  orders -->|"SQL, 100ms timeout"| db[(PostgreSQL)]
  orders -->|RESP| cache[(Redis)]
`

describe('a label that is being typed', () => {
  const offeredAfter = (typed: string, rest = '') => {
    const source = `${shop}  ${typed}${rest}\n`
    return completionsAt(read(source), source.indexOf(typed, shop.length) + typed.length)
  }

  it.each([
    ['orders -->|', ' | cache', 'RESP'],
    ['orders -->|', ' | db', 'SQL'],
    ['orders[Order service] ==>|', ' | cache', 'RESP'],
    ['web -->|', '', 'HTTPS'],
    ['web --> orders -->|', ' | db', 'SQL'],
  ])('%s …%s begins with what both ends speak', (typed, rest, expected) => {
    expect(offeredAfter(typed, rest)[0]?.label).toBe(expected)
  })

  it('offers what the source may speak to anything before what it never does', () => {
    const labels = offeredAfter('orders -->|').map(({ label }) => label)
    expect(labels.slice(0, 3)).toContain('SQL')
    expect(labels.slice(0, 4)).toContain('RESP')
    expect(labels.indexOf('SQL')).toBeLessThan(labels.indexOf('GraphQL'))
  })

  it('closes the bar that is open, and no other', () => {
    expect(offeredAfter('orders -->|')[0]?.insert).toMatch(/\|$/)
    expect(offeredAfter('orders -->|', '| db')[0]?.insert).not.toMatch(/\|$/)
  })
})

describe('keys', () => {
  it.each([
    ['orders->db', 'timeout'],
    ['cache', 'hitRatio'],
    ['orders', 'p50'],
  ])('of %s begin with what is usually stated: %s', (target, expected) => {
    const source = `${shop}  %% ${target}@{ `
    expect(completionsAt(read(`${source} }\n`), source.length)[0]?.label).toBe(expected)
  })
})

describe('hovers', () => {
  it.each(readdirSync('examples'))('in %s fit without scrolling', name => {
    const source = readFileSync(`examples/${name}`, 'utf8')
    const snapshot = read(source, name.endsWith('.md') ? 'markdown' : 'mermaid')
    const long = [...source.matchAll(/[\p{L}\p{N}]+/gu)].flatMap(({ index }) => {
      const markdown = hoverAt(snapshot, index)?.markdown ?? ''
      return linesIn(markdown) > hoverLines + 1 ? [markdown] : []
    })
    expect(long).toEqual([])
  })

  it('say where there is more', () => {
    const source = readFileSync('examples/checkout.md', 'utf8')
    const hover = hoverAt(read(source, 'markdown'), source.indexOf('gRPC, 800ms'))
    expect(hover?.more).toBe('gRPC')
    expect(hover?.markdown).not.toContain('*Use:*')
    expect(explainTerm(hover?.more ?? '')).toMatchObject({ markdown: expect.stringContaining('*Use:*') })
  })

  it.each([
    ['a share', `flowchart LR\n  web[Web app] -->|"HTTPS, 99.95%"| orders[Order service]\n`, '**share** –'],
    ['a share of traffic', `flowchart LR\n  web -->|"HTTPS, 99.95% of traffic"| orders\n`, '**share** –'],
    [
      'a figure of a box',
      `flowchart LR\n  web -->|HTTPS| orders["Order service 99.95%"]\n`,
      'availability **99.9%**',
    ],
    ['a stated share', `${shop}  %% web->orders@{ share: 99.95% }\n`, '**share** –'],
  ])('of %s speak of no other availability than is meant', (_, source, expected) => {
    const markdown = hoverAt(read(source), source.indexOf('99.95') + 1)?.markdown
    expect(markdown).toContain(expected)
    expect(markdown).not.toMatch(/99\.95\s?%\*\* available/)
  })

  it('tell what an availability that is meant comes to', () => {
    const source = `flowchart LR\n  web[Web app] -->|"HTTPS, 99.95% SLA"| orders[Order service]\n`
    const markdown = hoverAt(read(source), source.indexOf('99.95'))?.markdown
    expect(markdown).toContain('availability **99.95%**')
    expect(markdown).toMatch(/99\.95\s?%\*\* available: down/)
  })

  it('set a call against what its caller has left', () => {
    const source = readFileSync('examples/checkout.md', 'utf8')
    const hover = hoverAt(read(source, 'markdown'), source.indexOf('gRPC, 800ms'))
    expect(hover?.markdown).toContain('at worst **2.4 s** in 3 attempts, longer than the **1.5 s**')
  })
})

describe('quick fixes', () => {
  it('mend all of one kind in the document at once', () => {
    const source = `${shop}  %% db@{ replcas: 2 }\n  %% cache@{ replcas: 2, p99: 3 }\n`
    const snapshot = read(source)
    const at = source.indexOf('replcas')
    const all = fixesAt(snapshot, { start: at, end: at }).find(({ title }) => title.startsWith('Fix all'))
    expect(all?.title).toBe('Fix all 2 findings of unknown-attribute')
    expect(applyEdits(source, all?.edits ?? [])).toBe(source.replaceAll('replcas', 'replicas'))
  })

  it('offer no more than there is', () => {
    const source = 'flowchart LR\n  web[Web app] --> api[Order API]\n  api -->|SQL| db[(PostgreSQL)]\n'
    const at = source.indexOf('-->')
    const titles = fixesAt(read(source), { start: at, end: at }).map(({ title }) => title)
    expect(titles.filter(title => title.startsWith('Fix all'))).toEqual([])
  })
})

describe('refactorings', () => {
  it('state what is assumed, after which nothing is', () => {
    const snapshot = read(shop)
    const at = shop.indexOf('orders')
    expect(refactoringsAt(snapshot, { start: at, end: at })).toEqual([])
    const before = flowTables(snapshot)
    const [refactoring] = refactoringsAt(snapshot, { start: at, end: at })
    expect(refactoring?.title).toMatch(/^State the \d+ assumed figures of this diagram$/)
    const stated = applyEdits(shop, refactoring?.edits ?? [])
    expect(stated.startsWith(shop.trimEnd())).toBe(true)
    const after = read(stated)
    const [then, now] = [before, flowTables(after)].map(([flow]) => flow)
    expect(now?.assumed.length).toBeLessThan((then?.assumed.length ?? 0) / 2)
    expect(now?.p99).toBeCloseTo(then?.p99 ?? 0, 0)
    expect(findings(after).map(({ rule }) => rule)).not.toContain('unknown-target')
  })
})

describe('the status', () => {
  it('tells what there is to mend and which goals are missed', () => {
    const promised = (p99: string) =>
      read(
        `---\narrowsmith:\n  objectives:\n    buying: { from: web, to: orders, p99: ${p99} }\n---\n${shop}`,
      )
    const status = (snapshot: Snapshot) => {
      flowTables(snapshot)
      return statusOf(snapshot, { earlier: undefined })
    }
    expect(status(promised('20ms'))).toMatchObject({
      text: expect.stringMatching(/^\d+ findings? · goal missed$/),
      details: [expect.stringMatching(/^buying: p99 /), expect.stringMatching(/^buying: .* promised$/)],
      severity: expect.stringMatching(/warning|error/),
    })
    expect(status(promised('5s'))?.text).not.toContain('goal')
    expect(status(read('No diagram here.', 'markdown'))).toBeUndefined()
  })
})

describe('the preview', () => {
  const snapshot = read(shop)

  it.each([
    ['a title of its own', '# Orders\n\n', '---\ntitle: Today\n---\n', 'Today'],
    ['the heading above', '# Shop\n\n## Orders\n\n', '', 'Orders'],
    ['no title of the document', '---\n# a remark\ntitle: The shop\n---\n\n', '', ''],
    ['no comment of a script', '# Orders\n\n```sh\n# install\n```\n\n', '', 'Orders'],
  ])('is titled by %s', (_, above, frontmatter, title) => {
    const document = `${above}\`\`\`mermaid\n${frontmatter}${shop}\`\`\`\n`
    expect(previewModel(read(document, 'markdown'), 0).title).toBe(title)
  })

  it('states assumed figures under the last statement', () => {
    const assumed = previewModel(snapshot, 0).flows.flatMap(flow => flow.assumed)
    const keys = assumed.filter(({ at, statable }) => at === 'db' && statable).map(({ key }) => key)
    const stated = applyEdits(shop, statementEdits(snapshot, 0, { at: 'db', keys }))
    expect(stated).toMatch(/cache\[\(Redis\)\]\n {2}%% db@\{ .*p99: \d+ms.* \}\n$/)
    const left = previewModel(read(stated), 0).flows.flatMap(flow => flow.assumed)
    expect(left.filter(({ at, key }) => at === 'db' && keys.includes(key))).toEqual([])
  })

  it('states nothing that is told in words, and nothing of nobody', () => {
    expect(statementEdits(snapshot, 0, { at: 'orders', keys: ['order'] })).toEqual([])
    expect(statementEdits(snapshot, 0, { at: 'nobody', keys: ['p99'] })).toEqual([])
    expect(statementEdits(snapshot, 7, { at: 'db', keys: ['p99'] })).toEqual([])
  })

  it('applies the fix that it shows', () => {
    const { findings } = previewModel(snapshot, 0)
    const finding = findings.findIndex(({ rule, fixes }) => rule === 'missing-timeout' && fixes.length > 0)
    expect(applyEdits(shop, fixEdits(snapshot, 0, { finding, fix: 0 }))).toContain(
      '%% web->orders@{ timeout: ',
    )
    expect(fixEdits(snapshot, 0, { finding: 99, fix: 0 })).toEqual([])
  })

  it('knows the flow that a line promises something of', () => {
    const promising = `---
arrowsmith:
  objectives:
    order: { from: web, to: orders, p99: 300ms }
---
${shop}`
    const [diagram] = read(promising).diagrams
    if (!diagram) throw new Error('no diagram')
    expect(objectiveAt(diagram, promising.indexOf('300ms'))).toBe('order')
    expect(objectiveAt(diagram, promising.indexOf('objectives:'))).toBeUndefined()
    expect(objectiveAt(diagram, promising.indexOf('RESP'))).toBeUndefined()
  })

  it('finds its parts in the source and back', () => {
    const [diagram] = snapshot.diagrams
    if (!diagram) throw new Error('no diagram')
    const db = { kind: 'node', id: 'db' } as const
    const { start, end } = placeOfTarget(diagram, db)
    expect(shop.slice(start, end)).toContain('db[(PostgreSQL)]')
    expect(targetAt(diagram, start + 1)).toEqual(db)
    expect(targetAt(diagram, shop.indexOf('RESP'))).toEqual({ kind: 'arrow', index: 2 })
    expect(targetAt(diagram, 2)).toEqual({ kind: 'diagram' })
  })
})
