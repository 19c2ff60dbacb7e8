// Figures stated in diagrams: where they land, which one counts, and what is wrong with them.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  annotate,
  fromJson,
  type OuterFigures,
  readDocumentSettings,
  settingsFrom,
} from '../../src/model/annotations'
import type { Figures } from '../../src/model/system'
import type { NodeAttributes } from '../../src/model/vocabulary'
import { parseDiagram } from '../../src/syntax'
import { applyEdits } from '../../src/text/edit'
import type { Span } from '../../src/text/span'

const flowchart = (...lines: string[]) => ['flowchart LR', ...lines].join('\n')
const sequence = (...lines: string[]) => ['sequenceDiagram', ...lines].join('\n')

function values(figures: object | undefined): Record<string, unknown> {
  return Object.fromEntries(Object.entries(figures ?? {}).map(([key, figure]) => [key, figure.value]))
}

function read(text: string, outer?: OuterFigures) {
  const annotations = annotate(parseDiagram(text), outer)
  return {
    ...annotations,
    node: (id: string) => values(annotations.nodes.get(id)),
    arrow: (index: number) => values(annotations.arrows[index]),
    kinds: annotations.problems.map(({ kind }) => kind),
  }
}

/** The text after the only fix of the only problem. */
function fixed(text: string): string {
  const { problems } = read(text)
  expect(problems).toHaveLength(1)
  expect(problems[0]?.fixes).toHaveLength(1)
  return applyEdits(text, problems[0]?.fixes[0]?.edits ?? [])
}

test('native metadata states figures of nodes and arrows, typed', () => {
  const text = flowchart(
    'web[Web] e1@-->|gRPC| db[(Orders)]',
    'e1@{ timeout: 300ms, retries: 2, jitter: on }',
    'db@{ p99: 30ms, availability: 99.95%, zone: [a, b], shape: cyl }',
  )
  const { arrow, node, problems, arrows } = read(text)
  expect(problems).toEqual([])
  expect(arrow(0)).toEqual({ timeout: 300, retries: 2, jitter: true })
  expect(node('db')).toEqual({ p99: 30, availability: 0.9995, zone: ['a', 'b'] })
  const at = arrows[0]?.timeout?.span
  expect(text.slice(at?.start, at?.end)).toBe('timeout: 300ms')
})

test.each([
  ['%% api@{ p99: 30ms }', 'node api'],
  ['%% "api"@{ p99: 30ms }', 'node api'],
  ['%% api->db@{ p99: 30ms }', 'arrow 0'],
  ['%% api --> db@{ p99: 30ms }', 'arrow 0'],
  ['%% api->>db@{ p99: 30ms }', 'arrow 0'],
  ['%% api-.->db#1@{ p99: 30ms }', 'arrow 0'],
  ['%% db<-api@{ p99: 30ms }', 'arrow 0'],
  ['%% "api"->"db"@{ p99: 30ms }', 'arrow 0'],
])('the comment %s states a figure of %s', (comment, place) => {
  const { node, arrow, problems } = read(flowchart('api --> db', comment))
  expect(problems).toEqual([])
  expect(place === 'arrow 0' ? arrow(0) : node('api')).toEqual({ p99: 30 })
})

test('ids may hold operators, ordinals and blanks: the longest that exists is meant', () => {
  const { arrow, problems } = read(
    sequence(
      'participant a-',
      'participant C#',
      'participant My Svc',
      'a-->>C#: one',
      'My Svc->>C#: two',
      'My Svc->>C#: three',
      '%% My Svc->>C##2@{ timeout: 2s }',
      '%% "My Svc"->>C##1@{ timeout: 1s }',
    ),
  )
  expect(problems).toEqual([])
  expect([arrow(1), arrow(2)]).toEqual([{ timeout: 1000 }, { timeout: 2000 }])
})

test('a target without a name is the next statement, past blank and comment lines', () => {
  const { arrow, node, problems } = read(
    flowchart(
      '%% @{ timeout: 1s }',
      '',
      '%% a remark',
      'a --> b --> c',
      '%% @{ replicas: 3 }',
      'd[Orders]',
      'c --> d',
    ),
  )
  expect(problems).toEqual([])
  expect([arrow(0), arrow(1), arrow(2)]).toEqual([{ timeout: 1000 }, { timeout: 1000 }, {}])
  expect(node('d')).toEqual({ replicas: 3 })
})

test('blocks of a sequence diagram take a share and a number of calls', () => {
  const { sections, problems } = read(
    sequence(
      '%% @{ calls: 3 }',
      'loop each item',
      'A->>B: get',
      'end',
      'alt hit',
      'A->>C: get',
      '%% @{ share: 0.1 }',
      'else miss',
      'A->>B: get',
      'end',
    ),
  )
  expect(problems).toEqual([])
  expect([...sections].map(([{ label }, figures]) => [label, values(figures)])).toEqual([
    ['each item', { calls: 3 }],
    ['miss', { share: 0.1 }],
  ])
})

test('what names one call beats what names all calls between two ends, silently', () => {
  const { arrow, problems } = read(
    flowchart('a --> b', 'a --> b', '%% a->b#2@{ timeout: 2s }', '%% a->b@{ timeout: 1s, retries: 1 }'),
  )
  expect(problems).toEqual([])
  expect([arrow(0), arrow(1)]).toEqual([
    { timeout: 1000, retries: 1 },
    { timeout: 2000, retries: 1 },
  ])
})

test('two statements of one kind that disagree are a conflict; the later counts and the fix removes the loser', () => {
  const text = flowchart('a --> b', '%% a->b@{ timeout: 1s, retries: 1 }', '%% a->b@{ timeout: 2s }')
  const { arrow, problems, kinds } = read(text)
  expect(kinds).toEqual(['conflicting-figures'])
  expect(problems[0]?.message).toContain('timeout 1s')
  expect(arrow(0)).toEqual({ timeout: 2000, retries: 1 })
  expect(fixed(text)).toBe(flowchart('a --> b', '%% a->b@{ retries: 1 }', '%% a->b@{ timeout: 2s }'))
})

test('metadata beats the label; the fix takes the figure out of the label', () => {
  const text = flowchart('a -->|gRPC, 300ms timeout| b', '%% a->b@{ timeout: 500ms }')
  expect(read(text).arrow(0)).toEqual({ timeout: 500 })
  expect(fixed(text)).toBe(flowchart('a -->|gRPC| b', '%% a->b@{ timeout: 500ms }'))
})

test('retries: 2 and attempts: 3 agree; where they differ the stronger source counts alone', () => {
  expect(read(flowchart('a -->|gRPC, 2 retries| b', '%% a->b@{ attempts: 3 }')).problems).toEqual([])
  const { arrow, kinds } = read(flowchart('a -->|gRPC, 5 retries| b', '%% a->b@{ attempts: 3 }'))
  expect(arrow(0)).toEqual({ attempts: 3 })
  expect(kinds).toEqual(['conflicting-figures'])
})

test('figures in labels point at their words', () => {
  const text = flowchart('a["Orders ×3"] -->|"gRPC, 300ms timeout"| b')
  const { nodes, arrows } = read(text)
  const written = (
    figures: Readonly<Record<string, { readonly span?: Span } | undefined>> = {},
    key: string,
  ) => text.slice(figures[key]?.span?.start, figures[key]?.span?.end)
  expect(written(nodes.get('a'), 'replicas')).toBe('×3')
  expect(written(arrows[0], 'timeout')).toBe('300ms timeout')
})

test('members inherit where they run from the nearest group that says so', () => {
  const { node, problems } = read(
    flowchart(
      'subgraph eu',
      'subgraph vpc',
      'api',
      'end',
      'web',
      'end',
      '%% eu@{ region: eu-west-1, network: private }',
      '%% vpc@{ network: public }',
      '%% web@{ region: us-east-1 }',
    ),
  )
  expect(problems).toEqual([])
  expect(node('api')).toEqual({ region: 'eu-west-1', network: 'public' })
  expect(node('web')).toEqual({ region: 'us-east-1', network: 'private' })
})

test.each([
  ['%% api@{ lattency: 30ms }', '%% api@{ latency: 30ms }'],
  ['%% api@{ replica: 3 }', '%% api@{ replicas: 3 }'],
  ['%% api@{ SLA: 99.9% }', '%% api@{ availability: 99.9% }'],
  ['%% api->db@{ timout: 1s }', '%% api->db@{ timeout: 1s }'],
  ['%% api->db@{ hit_ratio: 90% }', '%% api->db@{ hitRatio: 90% }'],
  ['%% api->db@{ timeout:300ms }', '%% api->db@{ timeout: 300ms }'],
  ['%% api->db@{ timeout: 300 }', '%% api->db@{ timeout: 300ms }'],
  ['%% api@{ availability: 99.95 }', '%% api@{ availability: 99.95% }'],
  ['%% api@{ capacity: 500 }', '%% api@{ capacity: 500/s }'],
  ['%% apo@{ p99: 30ms }', '%% api@{ p99: 30ms }'],
  ['%% apo->db@{ p99: 30ms }', '%% api->db@{ p99: 30ms }'],
  ['%% db->api@{ p99: 30ms }', '%% api->db@{ p99: 30ms }'],
  ['%% "Order service"@{ p99: 30ms }', '%% api@{ p99: 30ms }'],
])('%s is mended to %s', (wrong, right) => {
  const text = (comment: string) => flowchart('api[Order service] --> db', comment)
  expect(fixed(text(wrong))).toBe(text(right))
  expect(read(text(right)).problems).toEqual([])
})

test.each([
  ['%% api@{ p99: fast }', 'invalid-value', 'a duration such as'],
  ['%% api@{ kind: thing }', 'invalid-value', 'one of person'],
  ['%% api@{ replicas: 0 }', 'invalid-value', 'whole number from 1'],
  ['%% api@{ p99: }', 'invalid-value', 'nothing'],
  ['%% api@{ retries: 3 }', 'unknown-attribute', 'arrows'],
  ['%% api@{ zzzzzz: 3 }', 'unknown-attribute', 'Nothing reads the key'],
  ['%% api->db#3@{ p99: 3ms }', 'unknown-target', 'only one'],
  ['%% nobody@{ p99: 3ms }', 'unknown-target', 'nobody'],
  ['%% api->lb@{ p99: 3ms }', 'unknown-target', 'No arrow goes'],
  ['%% @{ p99: 3ms }', 'unknown-target', 'No statement after this'],
])('%s is an %s: …%s…', (comment, kind, part) => {
  const { problems } = read(flowchart('lb', 'api --> db', comment))
  expect(problems.map(problem => problem.kind)).toEqual([kind])
  expect(problems[0]?.message).toContain(part)
})

test('notes state deadlines of participants and timeouts of the call that follows', () => {
  const { node, arrow } = read(
    sequence(
      'participant A as API',
      'W->>A: POST /orders',
      'Note over A: deadline = now + 800ms',
      'Note right of A: timeout 400ms, 2 retries',
      'A->>D: query',
      'D-->>A: rows',
    ),
  )
  expect(node('A')).toEqual({ timeout: 800 })
  expect(arrow(1)).toEqual({ timeout: 400, retries: 2 })
})

test('a reply with a bare time says how long its call took', () => {
  const { arrow, arrows } = read(
    sequence('A->>B: get', 'B->>C: get', 'C-->>B: 20ms', 'B-->>A: 200 OK (80ms)'),
  )
  expect([arrow(0), arrow(1), arrow(2)]).toEqual([{ latency: 80 }, { latency: 20 }, {}])
  expect(arrows[0]?.latency?.origin).toBe('label')
})

test('labels of participants state figures', () => {
  expect(read(sequence('participant A as API (budget: 800ms)', 'A->>B: x')).node('A')).toEqual({
    timeout: 800,
  })
})

test('settings come from the frontmatter and from comments', () => {
  const text = [
    '---',
    'title: Orders',
    'arrowsmith:',
    '  objectives:',
    '    checkout: { from: web, to: Order service, availability: 99.9%, p99: 800ms }',
    '    browse:',
    '      p95: 300ms # of all',
    '  defaults:',
    '    arrow: { timeout: 1s }',
    '  entries: [web]',
    '---',
    'flowchart LR',
    'web --> api[Order service]',
    'api -->|300ms timeout| db',
    '%% arrowsmith: { preset: strict, assume: nothing, defaults: { node: { p99: 10ms } } }',
  ].join('\n')
  const { settings, arrow, node, arrows, problems } = read(text)
  expect(problems).toEqual([])
  expect(settings).toMatchObject({
    preset: 'strict',
    assume: 'nothing',
    entries: ['web'],
    objectives: { checkout: { from: 'web', to: 'api', availability: 0.999, p99: 800 }, browse: { p95: 300 } },
  })
  expect([arrow(0), arrow(1), node('db')]).toEqual([{ timeout: 1000 }, { timeout: 300 }, { p99: 10 }])
  const at = arrows[0]?.timeout?.span
  expect(text.slice(at?.start, at?.end)).toBe('timeout: 1s')
  const place = settings.objectives.checkout?.span
  expect(text.slice(place?.start, place?.end)).toBe('checkout')
})

test.each([
  ['{ presett: strict }', 'unknown-attribute', 'presett'],
  ['{ preset: lenient }', 'invalid-value', 'lenient'],
  ['{ objectives: { a: { p99: 300 } } }', 'invalid-value', '300'],
  ['{ objectives: { a: { from: nobody } } }', 'unknown-target', 'nobody'],
  ['{ entries: [nobody] }', 'unknown-target', 'nobody'],
  ['{ defaults: { arow: { timeout: 1s } } }', 'unknown-attribute', 'arow'],
  ['{ defaults: 3 }', 'invalid-value', '3'],
])('the settings %s hold an %s at “%s”', (settings, kind, at) => {
  const text = flowchart('a --> b', `%% arrowsmith: ${settings}`)
  const { problems } = read(text)
  expect(problems.map(problem => [problem.kind, text.slice(problem.span.start, problem.span.end)])).toEqual([
    [kind, at],
  ])
})

test('a document’s settings apply where its names exist; a workspace’s components give figures by name', () => {
  const document = readDocumentSettings(
    'title: x\narrowsmith:\n  entries: [web, elsewhere]\n  defaults:\n    node:\n      p99: 5ms\n',
  )
  const components =
    settingsFrom(fromJson({ defaults: { node: { p99: '9ms', availability: '99.9%' } } }), 'workspace')
      .settings.defaults?.node ?? {}
  const outer = { settings: document.settings, components: new Map([['order service', components]]) }
  const { node, nodes, settings, problems } = read(
    flowchart('web --> api[Order-Service]', '%% api@{ p99: 3ms }'),
    outer,
  )
  expect(problems).toEqual([])
  expect(settings.entries).toEqual(['web'])
  expect([node('web'), node('api')]).toEqual([{ p99: 5 }, { p99: 3, availability: 0.999 }])
  expect(nodes.get('api')?.availability?.origin).toBe('workspace')
})

test('no prefix of a diagram makes annotating fail, and all spans lie in the text', () => {
  const texts = [
    '---\narrowsmith:\n  objectives: { a: { from: x, to: y, p99: 3s } }\n  entries:\n    - x\n---\nflowchart LR\nx e1@-->|"gRPC, 300ms timeout, 2 retries"| y[("DB x3<br/>p99 4ms")]\ne1@{ timeout: 1s }\n%% x->y#1@{ attempts: 9 }\n%% @{ share: [a }\ny & x --> z\n%% arrowsmith: { defaults: { arrow: { timeout: [[[ } } }',
    'sequenceDiagram\nparticipant A as API (budget: 8s)\n%% @{ calls: 3 }\nloop x\nA->>B: get, timeout 3s\nNote over A,B: 2 retries\nB-->>A: 20ms\nend',
  ]
  for (const text of texts) {
    for (let end = 0; end <= text.length; end++) {
      const { problems, nodes, arrows } = annotate(parseDiagram(text.slice(0, end)))
      const figures = [...nodes.values(), ...arrows].flatMap(stated =>
        Object.values<{ span?: Span }>({ ...stated }),
      )
      for (const { span } of [...problems, ...figures]) {
        if (span) expect(0 <= span.start && span.start <= span.end && span.end <= end).toBe(true)
      }
    }
  }
})

test('only the first of many unknown targets look for what was meant', () => {
  const unknown = Array.from({ length: 30 }, (_, index) => `%% payments${index}@{ p99: 3ms }`)
  const { problems } = read(flowchart('payments --> db', ...unknown))
  expect(problems.map(({ fixes }) => fixes.length)).toEqual([...Array(20).fill(1), ...Array(10).fill(0)])
})

test('settings nest as deeply as anyone writes, and no deeper', () => {
  expect(() =>
    settingsFrom(fromJson(JSON.parse(`${'['.repeat(2000)}${']'.repeat(2000)}`)), 'workspace'),
  ).not.toThrow()
  expect(() => read(flowchart(`%% arrowsmith: ${'{a: '.repeat(2000)}`))).not.toThrow()
})

test('scrambled settings and metadata are read to their end', () => {
  const piece = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    ': ',
    '"',
    "'",
    '#',
    ' #',
    '\n',
    '\n  ',
    '- ',
    'a',
    'objectives',
    '3',
    '\\',
    '@{',
  )
  const scrambled = fc.array(piece, { maxLength: 40 }).map(pieces => pieces.join(''))
  fc.assert(
    fc.property(scrambled, text => {
      readDocumentSettings(`arrowsmith: ${text}`)
      readDocumentSettings(`arrowsmith:\n  ${text}`)
      read(flowchart('a --> b', `%% a->b@{ ${text} }`, `%% arrowsmith: ${text}`))
    }),
    { seed: 7, numRuns: 400 },
  )
})

const stated = <V>(value: V) => ({ value, origin: 'workspace', stated: true, source: 'elsewhere' }) as const

const workspaceDefaults = (node: Figures<NodeAttributes>): OuterFigures => ({
  settings: { defaults: { node, arrow: {} } },
})

test.each<[string, OuterFigures, string, Record<string, unknown>]>([
  ['what other diagrams share', { shared: new Map([['api', { p99: stated(80) }]]) }, '', { p99: 80 }],
  [
    'two figures that they share',
    { shared: new Map([['api', { p99: stated(80), p50: stated(5) }]]) },
    '',
    { p99: 80, p50: 5 },
  ],
  ['the workspace’s nodes', { nodes: new Map([['api', { p99: stated(80) }]]) }, '', { p99: 80 }],
  ['the workspace’s defaults', workspaceDefaults({ p99: stated(80) }), '', { p99: 80 }],
  ['the diagram’s defaults', {}, '%% arrowsmith: { defaults: { node: { p99: 70ms } } }', { p99: 70 }],
  [
    'the diagram’s defaults before the workspace’s',
    workspaceDefaults({ p99: stated(80), p50: stated(5) }),
    '%% arrowsmith: { defaults: { node: { p99: 70ms } } }',
    { p99: 70, p50: 5 },
  ],
])('%s count for a node that states nothing', (_, outer, line, figures) => {
  expect(read(flowchart('web[Web] --> api[API]', line), outer).node('api')).toEqual(figures)
})

test('what another diagram states otherwise is a conflict, unless metadata says nothing', () => {
  const shared: OuterFigures = { shared: new Map([['api', { p99: stated(80) }]]) }
  expect(read(flowchart('web --> api', '%% api@{ p99: 70ms }'), shared).kinds).toEqual([
    'conflicting-figures',
  ])
  expect(read(flowchart('web --> api["API, p99 70ms"]'), shared).kinds).toEqual(['conflicting-figures'])
  expect(read(flowchart('web --> api', '%% api@{ p99: 80ms }'), shared).kinds).toEqual([])
  const defaults = '%% arrowsmith: { defaults: { node: { p99: 70ms } } }'
  expect(read(flowchart('web --> api', defaults), shared).kinds).toEqual([])
})

test('a misspelled key is renamed unless the block has the right one', () => {
  expect(fixed(flowchart('a --> b', '%% a->b@{ timout: 2s }'))).toBe(
    flowchart('a --> b', '%% a->b@{ timeout: 2s }'),
  )
  const { problems } = read(flowchart('a --> b', '%% a->b@{ timeout: 2s, timout: 3s, method: GET }'))
  expect(problems.map(({ kind, fixes }) => [kind, fixes.length])).toEqual([['unknown-attribute', 0]])
})

test('a misspelled setting is renamed', () => {
  expect(fixed(flowchart('a --> b', '%% arrowsmith: { presett: strict }'))).toBe(
    flowchart('a --> b', '%% arrowsmith: { preset: strict }'),
  )
})

test('what is none of ours in frontmatter is not read', () => {
  const { settings, problems } = readDocumentSettings('arrowsmith:\n  preset: strict\ntitle: "')
  expect([settings.preset, problems]).toEqual(['strict', []])
  expect(readDocumentSettings('title: "').problems).toEqual([])
  expect(readDocumentSettings('title: {').problems).toEqual([])
})

test('a number before a message is its place in the sequence, no figure', () => {
  expect(read(sequence('a->>b: 1. Login')).arrow(0)).toEqual({})
  expect(read(flowchart('a -->|1. Login| b')).arrow(0)).toEqual({ order: 1 })
})

test('a statement that draws two nodes states figures of both', () => {
  const { node } = read(flowchart('%% @{ p99: 30ms }', 'a[One] & b[Two]', 'a --> b'))
  expect([node('a'), node('b')]).toEqual([{ p99: 30 }, { p99: 30 }])
})

test.each<[string, readonly string[], Record<string, unknown>, readonly string[]]>([
  [
    'a label and metadata',
    ['a -->|2s timeout| b', '%% a->b@{ timeout: 3s }'],
    { timeout: 3000 },
    ['conflicting-figures'],
  ],
  [
    'a label and metadata that agree',
    ['a -->|2s timeout| b', '%% a->b@{ timeout: 2s }'],
    { timeout: 2000 },
    [],
  ],
  [
    'all calls and one of them',
    ['a -->|HTTP| b', '%% a->b@{ timeout: 2s }', '%% a->b#1@{ timeout: 3s }'],
    { timeout: 3000 },
    [],
  ],
  [
    'one of the calls and all of them',
    ['a -->|HTTP| b', '%% a->b#1@{ timeout: 3s }', '%% a->b@{ timeout: 2s }'],
    { timeout: 3000 },
    [],
  ],
  [
    'retries and as many attempts',
    ['a -->|HTTP, 2 retries| b', '%% a->b@{ attempts: 3 }'],
    { attempts: 3 },
    [],
  ],
  [
    'retries and more attempts',
    ['a -->|HTTP, 2 retries| b', '%% a->b@{ attempts: 5 }'],
    { attempts: 5 },
    ['conflicting-figures'],
  ],
  ['attempts, then retries', ['a --> b', '%% a->b@{ attempts: 3, retries: 2 }'], { retries: 2 }, []],
  ['retries, then attempts', ['a --> b', '%% a->b@{ retries: 2, attempts: 3 }'], { attempts: 3 }, []],
  [
    'one key twice',
    ['a --> b', '%% a->b@{ timeout: 2s, timeout: 3s }'],
    { timeout: 3000 },
    ['invalid-value', 'conflicting-figures'],
  ],
  [
    'the diagram and a label',
    ['a -->|2s timeout| b', '%% arrowsmith: { defaults: { arrow: { timeout: 9s } } }'],
    { timeout: 2000 },
    [],
  ],
  [
    'the diagram and nobody else',
    ['a -->|HTTP| b', '%% arrowsmith: { defaults: { arrow: { timeout: 9s } } }'],
    { timeout: 9000 },
    [],
  ],
])('of %s one counts, and who contradicts whom is told', (_, lines, figures, kinds) => {
  const { arrow, kinds: found } = read(flowchart(...lines))
  expect(arrow(0)).toEqual(figures)
  expect(found).toEqual(kinds)
})

test('a member has what the groups around it state, the nearest first', () => {
  const { nodes } = read(
    flowchart(
      'subgraph outer [Europe]',
      'subgraph inner [Rack]',
      'a --> b',
      'end',
      'c',
      'end',
      'outer@{ region: eu-west-1, network: private, zone: z }',
      'inner@{ zone: a, trust: internal }',
      'b@{ network: public }',
    ),
  )
  const of = (id: string) => values(nodes.get(id))
  expect(of('a')).toEqual({ region: 'eu-west-1', network: 'private', zone: ['a'], trust: 'internal' })
  expect(of('b')).toEqual({ region: 'eu-west-1', network: 'public', zone: ['a'], trust: 'internal' })
  expect(of('c')).toEqual({ region: 'eu-west-1', network: 'private', zone: ['z'] })
  expect(nodes.get('a')?.zone).toMatchObject({ origin: 'group', source: 'inherited from “Rack”' })
})

test.each([
  ['its text', flowchart('web --> x[Order API]')],
  ['its text in other letters', flowchart('web --> x[order api]')],
  ['its technology', 'C4Container\nContainer(x, "Orders", "Order API")'],
])('a workspace states figures by %s', (_, text) => {
  const components = new Map([['order api', { p99: stated(80) }]])
  expect(read(text, { components }).node('x')).toEqual({ p99: 80 })
})
