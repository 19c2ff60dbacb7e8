// Snapshots: findings in the source's own offsets, suppressions, reuse, settings of documents and workspaces.

import { describe, expect, it } from 'vitest'
import {
  analyze,
  type Configuration,
  defaultConfiguration,
  findings,
  fixAll,
  fixesAt,
} from '../../src/service'
import { applyEdits } from '../../src/text/edit'

const design = (...lines: string[]) =>
  ['# Orders', '', '```mermaid', 'flowchart LR', ...lines, '```', ''].join('\n')

const bare = design(
  '  web[Web app] -->|HTTPS| api[Order API]',
  '  api --> mail[Mail service]',
  '  api -->|SQL| db[(PostgreSQL)]',
)

/** Only the rules that these tests are about. */
const configuration: Configuration = {
  ...defaultConfiguration,
  rules: { 'missing-timeout': { severity: 'off' } },
}

const analyzed = (source: string, overrides: Partial<Configuration> = {}) =>
  analyze(source, { language: 'markdown', configuration: { ...configuration, ...overrides } })

const found = (source: string, overrides: Partial<Configuration> = {}) =>
  findings(analyzed(source, overrides)).filter(
    ({ rule }) => rule === 'unlabeled-arrow' || rule === 'unused-suppression',
  )

describe('findings', () => {
  it('point into the document', () => {
    const [finding] = found(bare)
    expect(finding).toMatchObject({ rule: 'unlabeled-arrow', severity: 'warning' })
    expect(bare.slice(finding?.span.start, finding?.span.end)).toBe('-->')
    expect(finding?.url).toMatch(/^https:.*\/src\/rules\/arrows\/unlabeled-arrow\.md$/)
  })

  it('offer edits that fit into quoted lists', () => {
    const quoted = bare.replaceAll(/^/gm, '> ')
    const [finding] = found(quoted)
    expect(applyEdits(quoted, finding?.fixes[0]?.edits ?? [])).toContain(
      '>   api -->|HTTPS| mail[Mail service]',
    )
  })

  it('come in the order of the text', () => {
    const starts = found(`${bare}\n${bare}`).map(({ span }) => span.start)
    expect(starts).toHaveLength(2)
    expect(starts).toEqual([...starts].sort((a, b) => a - b))
  })
})

describe('severities', () => {
  it.each(['error', 'info'] as const)('can be %s', severity => {
    expect(found(bare, { rules: { 'unlabeled-arrow': { severity } } })[0]?.severity).toBe(severity)
  })

  it('can be off', () => {
    expect(found(bare, { rules: { 'unlabeled-arrow': { severity: 'off' } } })).toEqual([])
  })
})

describe('suppressions', () => {
  const arrow = '  api --> mail[Mail service]'
  const with_ = (comment: string) => bare.replace(arrow, `${comment}\n${arrow}`)

  it('of the next line, with a reason', () => {
    const [finding] = found(with_('  %% arrowsmith-disable-next-line unlabeled-arrow -- in-house framing'))
    expect(finding?.suppressed).toEqual({ reason: 'in-house framing' })
  })

  it('of the next line reach no further', () => {
    const source = with_('  %% arrowsmith-disable-next-line unlabeled-arrow').replace(
      arrow,
      `  api -->|SQL| log[(MySQL)]\n${arrow}`,
    )
    expect(found(source).map(({ rule, suppressed }) => [rule, suppressed])).toEqual([
      ['unused-suppression', undefined],
      ['unlabeled-arrow', undefined],
    ])
  })

  it('from here on, until enabled again', () => {
    const source = with_('  %% arrowsmith-disable unlabeled-arrow')
    expect(found(source)[0]?.suppressed).toEqual({})
    expect(
      found(
        source.replace(
          '  api -->|SQL|',
          '  %% arrowsmith-enable\n  api --> bill[Billing service]\n  api -->|SQL|',
        ),
      ).map(finding => finding.suppressed),
    ).toEqual([{}, undefined])
  })

  it.each([
    '<!-- arrowsmith-disable unlabeled-arrow -- examples of what not to do -->',
    '<!-- arrowsmith-disable -->',
  ])('of a whole document: %s', comment => {
    expect(found(`${comment}\n\n${bare}`)).toMatchObject([{ suppressed: {} }])
  })

  it('of a whole document that suppress nothing', () => {
    const comment = '<!-- arrowsmith-disable syntax-error -->'
    const source = `${comment}\n\n${bare}`
    const unused = found(source).find(({ rule }) => rule === 'unused-suppression')
    expect(source.slice(unused?.span.start, unused?.span.end)).toBe('syntax-error')
    expect(applyEdits(source, unused?.fixes[0]?.edits ?? [])).toBe(`\n${bare}`)
  })

  it('inside code of another kind are text', () => {
    expect(found(`\`\`\`html\n<!-- arrowsmith-disable -->\n\`\`\`\n\n${bare}`)[0]?.suppressed).toBeUndefined()
  })
})

describe('suppressions of places that a rule counts at the header', () => {
  const calls = [
    '  shop[Shop service] -->|HTTPS| api[Order API]',
    '  api -->|SQL| db[(PostgreSQL)]',
    '  api -->|gRPC| mail[Mail service]',
  ]
  const disabled = '  %% arrowsmith-disable-next-line missing-timeout -- the pool sets one'
  const heard = (source: string) =>
    findings(analyzed(source, { rules: {} }))
      .filter(({ rule }) => rule === 'missing-timeout' || rule === 'unused-suppression')
      .map(({ span, message, related, suppressed }) => ({
        at: source.slice(span.start, span.end),
        says: message.split(/(?:\.|reason:) /, 1)[0],
        places: related.length,
        ...(suppressed && { suppressed }),
      }))
  const suppressed = { reason: 'the pool sets one' }

  it('leave the count and the places', () => {
    expect(heard(design(calls[0]!, disabled, calls[1]!, calls[2]!))).toEqual([
      {
        at: 'flowchart',
        says: 'Some synchronous calls state no timeout, and most clients wait forever by default',
        places: 2,
      },
      { at: '-->', says: 'No timeout: Order API → PostgreSQL', places: 0, suppressed },
    ])
  })

  it('leave what is said of a place to it once few are left', () => {
    expect(heard(design(calls[0]!, disabled, calls[1]!, disabled, calls[2]!))).toEqual([
      { at: '-->', says: 'No timeout: Shop service → Order API', places: 0 },
      { at: '-->', says: 'No timeout: Order API → PostgreSQL', places: 0, suppressed },
      { at: '-->', says: 'No timeout: Order API → Mail service', places: 0, suppressed },
    ])
  })

  it.each([
    ['a stretch', design(calls[0]!, disabled.replace('-next-line', ''), calls[1]!, calls[2]!), 1, 2],
    ['the diagram', design(disabled.replace('-next-line', ''), ...calls), 0, 3],
    ['the document', `<!-- arrowsmith-disable missing-timeout -->\n\n${design(...calls)}`, 0, 3],
  ])('are used: %s', (_, source, open, silenced) => {
    const found = heard(source)
    expect(found.filter(each => !each.suppressed)).toHaveLength(open)
    expect(found.filter(each => each.suppressed)).toHaveLength(silenced)
  })
})

describe('an arrow that Mermaid refuses', () => {
  const drawn = (message: string) =>
    design(
      '  participant C as Web client',
      '  participant I as Ingestion service',
      '  participant L as Ledger service',
      '  C->>I: POST /events (HTTPS, timeout 2s)',
      `  ${message}`,
      '  L-->>I: ok',
    ).replace('flowchart LR', 'sequenceDiagram')
  const rulesOn = (source: string, rules: Configuration['rules'] = {}) =>
    findings(analyzed(source, { rules })).map(({ rule, span }) => [
      rule,
      source.slice(0, span.start).split('\n').length,
    ])

  it('is spoken of by its syntax error alone', () => {
    expect(rulesOn(drawn('I->>L'))).toEqual([['syntax-error', 9]])
  })

  it('is heard again once it is whole', () => {
    const rules = {
      'missing-timeout': { severity: 'warning' },
      'unlabeled-arrow': { severity: 'warning' },
    } as const
    expect(rulesOn(drawn('I->>L:'), rules)).toEqual([
      ['missing-timeout', 9],
      ['unlabeled-arrow', 9],
    ])
  })

  it('is not counted at the header', () => {
    const source = design(
      '  shop[Shop service] -->|HTTPS| api[Order API]',
      '  api -->|SQL| db[(PostgreSQL)]',
      '  api -->|gRPC| mail[Mail',
    )
    expect(findings(analyzed(source, { rules: {} })).map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/^(?:2|Some) synchronous calls/),
    )
  })
})

describe('reuse', () => {
  const other = design('  app[Mobile app] -->|HTTPS| gw[API gateway]', '  gw -->|gRPC| cart[Cart service]')

  it('keeps diagrams whose text stays', () => {
    const before = analyzed(`${bare}\n${other}`)
    const after = analyze(
      `A sentence.\n\n${bare}\n${other.replace('gRPC', 'HTTP/2')}`,
      before.context,
      before,
    )
    expect(after.diagrams[0]?.system).toBe(before.diagrams[0]?.system)
    expect(after.diagrams[1]?.system).not.toBe(before.diagrams[1]?.system)
    expect(findings(after)[0]?.span.start).toBe(
      (findings(before)[0]?.span.start ?? 0) + 'A sentence.\n\n'.length,
    )
  })

  it('keeps nothing when the configuration changes', () => {
    const before = analyzed(bare)
    const after = analyze(
      bare,
      { ...before.context, configuration: { ...configuration, preset: 'strict' } },
      before,
    )
    expect(after.diagrams[0]?.system).not.toBe(before.diagrams[0]?.system)
  })
})

describe('fixes', () => {
  it('are offered where the cursor is, with a way to say no', () => {
    const at = bare.indexOf('-->', bare.indexOf('api -->'))
    const fixes = fixesAt(analyzed(bare), { start: at, end: at })
    expect(fixes[0]?.title).toBe('Label it HTTPS')
    const ignored = applyEdits(
      bare,
      fixes.find(({ title }) => title === 'Ignore unlabeled-arrow here')?.edits ?? [],
    )
    expect(found(ignored)).toMatchObject([{ rule: 'unlabeled-arrow', suppressed: {} }])
  })

  it('that state nothing run together', () => {
    const source = design(
      '  api[Order API] -->|SQL| db[(PostgreSQL)]',
      '  %% db@{ replica: 2 }',
      '  %% api->db@{ timout: 200ms }',
    )
    expect(applyEdits(source, fixAll(analyzed(source)))).toContain(
      '%% db@{ replicas: 2 }\n  %% api->db@{ timeout: 200ms }',
    )
  })
})

describe('what surrounds a diagram', () => {
  const figureOf = (source: string, overrides: Partial<Configuration> = {}) =>
    analyzed(source, overrides).diagrams[0]?.system.components.find(({ id }) => id === 'mail')?.figures.p99

  it('the workspace states figures by label', () => {
    expect(figureOf(bare, { components: { 'Mail Service': { p99: '70ms' } } })).toMatchObject({
      value: 70,
      stated: true,
    })
  })

  it('the document states a preset', () => {
    const source = `---\narrowsmith:\n  preset: strict\n---\n\n${bare}`
    expect(analyzed(source).context.configuration.preset).toBe('strict')
  })

  it('another diagram states figures of the same component', () => {
    const other = design('  mail[Mail service] -->|SMTP| out[Mail relay]', '  %% mail@{ p99: 90ms }')
    expect(figureOf(`${bare}\n${other}`)).toMatchObject({ value: 90, stated: true, origin: 'shared' })
  })

  it('but not of one that is only called alike', () => {
    const other = design('  api[API] -->|SQL| mail[Database]', '  %% mail@{ p99: 90ms }')
    const source = `${design('  web[Web app] -->|HTTPS| mail[Database]')}\n${other}`
    expect(figureOf(source)?.origin).not.toBe('shared')
  })

  it('what is wrong in the settings of the document is found there', () => {
    const source = `---\ntitle: Orders\narrowsmith:\n  prest: strict\n---\n\n${bare}`
    const [finding] = findings(analyzed(source))
    expect(finding?.rule).toBe('unknown-attribute')
    expect(source.slice(finding?.span.start, finding?.span.end)).toBe('prest')
  })
})

describe('what a place offers', () => {
  const source = `flowchart LR
  web[Web app] -->|"HTTPS, 2s timeout, 2 retries"| orders[Order service]
  orders -->|"HTTPS, 1s timeout, 2 retries"| stock[Stock service]
  orders -->|"HTTPS, 1s timeout, 2 retries"| pay[Payment service]
`
  const snapshot = analyze(source, { language: 'mermaid', configuration: defaultConfiguration })
  const at = source.indexOf('2 retries', source.indexOf('orders -->'))
  const offered = fixesAt(snapshot, { start: at, end: at }).filter(
    ({ finding }) => finding.rule === 'retry-without-backoff',
  )

  it('has one best way out, and one for all findings of the rule', () => {
    expect(offered.filter(({ preferred }) => preferred)).toHaveLength(1)
    expect(offered[0]?.preferred).toBe(true)
    const all = offered.find(({ title }) => title.startsWith('Fix all'))
    expect(all?.title).toBe('Fix all 3 findings of retry-without-backoff')
    const mended = applyEdits(source, all?.edits ?? [])
    const left = findings(analyze(mended, { language: 'mermaid', configuration: defaultConfiguration }))
    expect(left.filter(({ rule }) => rule === 'retry-without-backoff')).toEqual([])
  })
})
