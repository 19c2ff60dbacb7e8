// What is wrong with stated figures, in full: the message, the place, and the text after the fix.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  annotate,
  fromJson,
  type OuterFigures,
  readDocumentSettings,
  settingsFrom,
} from '../../src/model/annotations'
import { directoryOf } from '../../src/model/annotations/metadata/directory'
import { namesInTarget } from '../../src/model/annotations/metadata/targets'
import type { Figures } from '../../src/model/system'
import type { ArrowAttributes } from '../../src/model/vocabulary'
import { parseDiagram } from '../../src/syntax'
import { nearest, plain } from '../../src/syntax/nearest'
import { applyEdits } from '../../src/text/edit'

const flowchart = (...lines: string[]) => ['flowchart LR', ...lines].join('\n')
const read = (text: string, outer?: OuterFigures) => annotate(parseDiagram(text), outer)

/** `message | words at its place | lines that the fix changes`. */
const problemsIn = (text: string): readonly string[] =>
  read(text).problems.map(({ message, span, fixes: [fix] }) => {
    const lines = text.split('\n')
    const after = fix ? applyEdits(text, fix.edits).split('\n') : lines
    return [message, text.slice(span.start, span.end), ...after.filter(line => !lines.includes(line))].join(
      ' | ',
    )
  })

const ofNode = (block: string) => problemsIn(flowchart('api --> db', `%% api@{ ${block} }`))
const ofArrow = (block: string) => problemsIn(flowchart('api --> db', `%% api->db@{ ${block} }`))

describe('a block', () => {
  const glued = (key: string, written: string, value: string) =>
    `“${written}” has no space after its colon, so YAML reads it as one word. Write “${key}: ${value}”. | ${written} | %% api@{ ${key}: ${value} }`

  it.each([
    ['p99:5ms', [glued('p99', 'p99:5ms', '5ms')]],
    ['p99:5', [glued('p99', 'p99:5', '5')]],
    ['shape:rect', [glued('shape', 'shape:rect', 'rect')]],
    [
      'p99:-5',
      ['Nothing reads the key “p99:-5” here. Neither Arrowsmith nor Mermaid has such a key. | p99:-5'],
    ],
    ['wait', ['Nothing reads the key “wait” here. Neither Arrowsmith nor Mermaid has such a key. | wait']],
    [
      '"p99:x": 5',
      ['Nothing reads the key “p99:x” here. Neither Arrowsmith nor Mermaid has such a key. | "p99:x"'],
    ],
    ['breaker: on', ['Nothing reads the key “breaker” here. It can be stated for arrows. | breaker']],
    [
      'retry: 3',
      ['Nothing reads the key “retry” here. Neither Arrowsmith nor Mermaid has such a key. | retry'],
    ],
    ['p99: fast', ['“p99” is “fast”: expected a duration such as 250us, 30ms, 1.5s, 2m or 1h. | fast']],
    ['p99: ', ['“p99” is nothing: expected a duration such as 250us, 30ms, 1.5s, 2m or 1h. | p99']],
    ['p99: 5', ['“p99” is “5”: a duration needs its unit: 5ms. | 5 | %% api@{ p99: 5ms }']],
    ['', []],
    ['shape: rect', []],
  ])('of `%s` is told', (block, problems) => expect(ofNode(block)).toEqual(problems))

  it.each([
    ['sla: 99%', 'availability: 99%'],
    ['tries: 3', 'attempts: 3'],
  ])('that states `%s` on an arrow is mended to `%s`', (block, mended) => {
    expect(ofArrow(block)[0]).toContain(`| %% api->db@{ ${mended} }`)
  })

  it('of nothing has no target that could be unknown', () => {
    expect(problemsIn(flowchart('api --> db', '%% nobody@{ }'))).toEqual([])
  })
})

describe('a figure in metadata that is overruled', () => {
  const pair = (first: string, second: string) =>
    problemsIn(flowchart('api --> db', `%% api->db@{ ${first} }`, `%% api->db@{ ${second} }`)).map(text =>
      text.split(' | ').slice(1),
    )

  it.each([
    ['timeout: 1s, attempts: 2', 'timeout: 2s', [['timeout: 1s', '%% api->db@{ attempts: 2 }']]],
    ['attempts: 2, timeout: 1s', 'timeout: 2s', [['timeout: 1s', '%% api->db@{ attempts: 2 }']]],
    ['timeout: 1s', 'timeout: 2s', [['timeout: 1s']]],
  ])('leaves { %s } before { %s }', (first, second, places) => expect(pair(first, second)).toEqual(places))

  it('takes its whole comment along, but no statement', () => {
    const [{ fixes: [fix] = [] } = {}] = read(
      flowchart('api --> db', '%% api->db@{ timeout: 1s }', '%% api->db@{ timeout: 2s }'),
    ).problems
    const text = flowchart('api --> db', '%% api->db@{ timeout: 1s }', '%% api->db@{ timeout: 2s }')
    expect(applyEdits(text, fix?.edits ?? [])).toBe(flowchart('api --> db', '%% api->db@{ timeout: 2s }'))
    const native = flowchart('api e1@--> db', 'e1@{ timeout: 1s }', '%% api->db#1@{ timeout: 2s }')
    expect(read(native).problems.map(({ kind, fixes }) => [kind, fixes.length])).toEqual([
      ['conflicting-figures', 0],
    ])
  })
})

describe('of two figures', () => {
  const timeout = (...lines: string[]) => read(flowchart(...lines)).arrows[0]?.timeout?.value

  it.each([
    [['%% @{ timeout: 1s }', 'a --> b', '%% a->b#1@{ timeout: 2s }'], 2000],
    [['%% a->b#1@{ timeout: 2s }', '%% @{ timeout: 1s }', 'a --> b'], 2000],
    [['%% a->b@{ timeout: 2s }', '%% @{ timeout: 1s }', 'a --> b'], 1000],
    [['a e1@--> b', 'e1@{ timeout: 1s }', '%% a->b#1@{ timeout: 2s }'], 2000],
    [['a e1@--> b', '%% a->b#1@{ timeout: 2s }', 'e1@{ timeout: 1s }'], 1000],
    [['%% e1@{ timeout: 1s }', 'a e1@--> b'], 1000],
  ])('of %o the more specific counts, else the later', (lines, value) =>
    expect(timeout(...lines)).toBe(value),
  )

  it.each([
    ['two notes', 'sequenceDiagram\nNote over a: timeout 2s\nNote over a: timeout 3s\na->>b: x', 1],
    ['a note and a label', 'sequenceDiagram\nNote over a: timeout 2s\na->>b: x, timeout 3s', 1],
    [
      'two notes that agree',
      'sequenceDiagram\nNote over a: timeout 2s\nNote over a: timeout 2s\na->>b: x',
      0,
    ],
  ])('%s', (_, text, conflicts) => expect(read(text).problems).toHaveLength(conflicts))

  it('another diagram and a note contradict each other', () => {
    const text = 'sequenceDiagram\nparticipant b\nNote over b: p99 70ms\na->>b: x'
    expect(read(text, { shared: new Map([['b', { p99: stated(80) }]]) }).problems).toHaveLength(1)
  })

  const counts = (text: string, outer?: OuterFigures) => {
    const { attempts, retries } = read(text, outer).arrows[0] ?? {}
    return { attempts: attempts?.value, retries: retries?.value }
  }

  it.each([
    ['metadata above a label', ['%% a->b@{ attempts: 5 }', 'a -->|HTTP, 2 retries| b'], { attempts: 5 }],
    ['metadata below a label', ['a -->|HTTP, 3 attempts| b', '%% a->b@{ retries: 4 }'], { retries: 4 }],
  ])('retries and attempts: %s', (_, lines, expected) => {
    expect(counts(flowchart(...lines))).toEqual({ attempts: undefined, retries: undefined, ...expected })
  })

  it('retries and attempts that a document states are attempts', () => {
    const arrow = { attempts: stated(3), retries: stated(1) } as Figures<ArrowAttributes>
    const settings = { defaults: { arrow, node: {} } }
    expect(counts(flowchart('a --> b'), { settings })).toEqual({ attempts: 3, retries: undefined })
  })
})

const stated = (value: number) => ({ value, origin: 'metadata', stated: true, source: 'elsewhere' }) as const

describe('what surrounds a diagram', () => {
  it('has objectives that fall away where nothing here has that name', () => {
    const objectives = {
      all: { p99: 300 },
      named: { p99: 300, from: 'Web app', to: 'api' },
      gone: { p99: 300, from: 'web', to: 'nobody' },
      lost: { p99: 300, from: 'nobody' },
    }
    const { settings } = read(flowchart('web[Web app] --> api'), { settings: { objectives } })
    expect(settings.objectives).toStrictEqual({
      all: { p99: 300 },
      named: { p99: 300, from: 'web', to: 'api' },
    })
  })

  it('gives replicas of a group to its members', () => {
    const text = flowchart('subgraph g [Rack]', 'a', 'end', 'g@{ replicas: 3 }')
    expect(read(text).nodes.get('a')?.replicas).toMatchObject({ value: 3, source: 'inherited from “Rack”' })
  })

  it.each([
    [101, ['z']],
    [102, undefined],
  ])('is inherited through %s groups: %o', (depth, zone) => {
    const names = Array.from({ length: depth }, (_, at) => `g${at}`)
    const text = flowchart(
      ...names.map(name => `subgraph ${name}`),
      'a',
      ...names.map(() => 'end'),
      'g0@{ zone: z }',
    )
    expect(read(text).nodes.get('a')?.zone?.value).toEqual(zone)
  })

  it('has no place in the diagram', () => {
    const { settings } = readDocumentSettings(
      'arrowsmith:\n  defaults: { node: { p99: 30ms, zone: [a, b] } }\n',
    )
    const { nodes } = read(flowchart('a'), { settings })
    expect(nodes.get('a')).toMatchObject({ p99: { value: 30, stated: true }, zone: { value: ['a', 'b'] } })
    expect(nodes.get('a')?.p99?.span).toBeUndefined()
  })
})

describe('settings', () => {
  const told = (frontmatter: string) =>
    readDocumentSettings(frontmatter).problems.map(({ kind, message, fixes }) =>
      [kind, message, ...fixes.map(({ title }) => title)].join(' | '),
    )
  const inDiagram = (line: string) => read(flowchart('web --> api', `%% arrowsmith: ${line}`))

  it.each([
    ['[', []],
    ['title: x', []],
    [
      'arrowsmith: { presett: strict }',
      [
        'unknown-attribute | Nothing reads the setting “presett”. Did you mean “preset”? | Rename to “preset”',
      ],
    ],
    [
      'arrowsmith: { x: strict }',
      [
        'unknown-attribute | Nothing reads the setting “x”. There are preset, assume, objectives, defaults, entries.',
      ],
    ],
    [
      'arrowsmith: { defaults: { node: { p99: { a: 1 } } } }',
      ['invalid-value | “p99” is nothing: expected a duration such as 250us, 30ms, 1.5s, 2m or 1h.'],
    ],
  ])('of a document, `%s`', (frontmatter, problems) => expect(told(frontmatter)).toEqual(problems))

  it('that YAML does not read are told of', () => {
    expect(told('arrowsmith: { preset: strict')).toHaveLength(1)
    expect(inDiagram('{ preset: strict').problems).toHaveLength(1)
  })

  it.each([
    ['{ entries: web }', ['web'], []],
    ['{ entries: [web, api] }', ['web', 'api'], []],
    ['{ entries: [{ a: b }] }', [], ['invalid-value']],
    ['{ objectives: { o: { p99: 300ms, from: { a: b } } } }', [], ['invalid-value']],
  ])('of a diagram, `%s`', (line, entries, kinds) => {
    const { settings, problems } = inDiagram(line)
    expect(settings.entries).toEqual(entries)
    expect(problems.map(({ kind }) => kind)).toEqual(kinds)
  })

  it('have objectives with the ends that are stated, placed in a diagram alone', () => {
    const of = (text: string) =>
      readDocumentSettings(`arrowsmith:\n  objectives: ${text}\n`).settings.objectives
    expect(of('{ o: { p99: 300ms, from: web } }')).toStrictEqual({ o: { p99: 300, from: 'web' } })
    expect(of('{ o: { p99: 300ms, to: web } }')).toStrictEqual({ o: { p99: 300, to: 'web' } })
    const { objectives } = inDiagram('{ objectives: { o: { p99: 300ms } } }').settings
    expect(objectives.o?.span?.start).toBe(flowchart('web --> api', '%% arrowsmith: { objectives: { ').length)
  })
})

describe('JSON', () => {
  const at = { start: 0, end: 0 }
  const scalar = (value: string | number | boolean | null) => ({ kind: 'scalar', value, span: at })

  it('reads as YAML does', () => {
    expect(fromJson(['a', 5, true, null, undefined])).toEqual({
      kind: 'list',
      items: [scalar('a'), scalar(5), scalar(true), scalar(null), scalar(null)],
      span: at,
    })
    expect(fromJson({ a: { b: 5 } })).toEqual({
      kind: 'mapping',
      entries: [
        {
          key: 'a',
          keySpan: at,
          value: { kind: 'mapping', entries: [{ key: 'b', keySpan: at, value: scalar(5) }], span: at },
        },
      ],
      span: at,
    })
  })

  it.each([16, 17])('is read %s levels deep if that is at most 16', depth => {
    const levels = Array.from({ length: depth })
    const innermost = depth > 16 ? '"value":null' : '"value":"x"'
    const lists = levels.reduce<unknown>(inner => [inner], 'x')
    const mappings = levels.reduce<unknown>(inner => ({ a: inner }), 'x')
    expect(JSON.stringify(fromJson(lists))).toContain(innermost)
    expect(JSON.stringify(fromJson(mappings))).toContain(innermost)
    expect(settingsFrom(fromJson(lists), 'workspace').problems).toHaveLength(1)
  })
})

describe('a target', () => {
  const shop = flowchart('api[Order API] --> db[(Orders)]')
  const landsOn = (text: string, block: string) => {
    const { arrows, nodes, groups, problems } = read(`${text}\n%% ${block}`)
    const has = ([, figures]: readonly [unknown, Figures<object>]) => Object.keys(figures).length > 0
    return [...arrows.entries(), ...nodes, ...groups]
      .filter(has)
      .map(([name]) => name)
      .concat(problems.map(({ kind }) => kind))
  }

  it.each([
    ['api-db', [0]],
    ['api-db#1', [0]],
    ['api ===========> db', [0]],
    ['api ============> db', ['unknown-target']],
    ['apixdb', ['unknown-target']],
    ['db->api#1', ['unknown-target']],
  ])('%s', (target, found) => expect(landsOn(shop, `${target}@{ timeout: 1s }`)).toEqual(found))

  it('of a call may name the ends of a two-way arrow either way', () => {
    expect(landsOn(flowchart('api <--> db'), 'db->api@{ timeout: 1s }')).toEqual([0])
    expect(landsOn(flowchart('api --- db'), 'db->api@{ timeout: 1s }')).toEqual([0])
  })

  it('may end like an ordinal, and be called like an arrow', () => {
    const tagged = 'sequenceDiagram\nparticipant C\nparticipant C#1\na->>C: x\na->>C#1: y'
    expect(landsOn(tagged, 'a->>C#1@{ timeout: 1s }')).toEqual([1])
    const both = flowchart('e1[Box]', 'a e1@--> b')
    expect(landsOn(both, 'e1@{ p99: 3ms }')).toEqual(['e1'])
    expect(landsOn(`${both}\ne1@{ timeout: 3ms }`, 'nothing to see')).toEqual([0])
    expect(landsOn(flowchart('e1@{ p99: 3ms }', 'e1', 'a e1@--> b'), 'nothing to see')).toEqual(['e1'])
  })

  it('is the group, or nothing, that the next statement draws', () => {
    const next = (...lines: string[]) => landsOn(flowchart('x --> y', ...lines), 'nothing to see')
    expect(next('%% @{ network: private }', 'subgraph g', 'x', 'end')).toEqual(['x', 'g'])
    expect(next('%% @{ replicas: 3 }', 'classDef red fill:red')).toEqual(['unknown-target'])
    expect(next('%% @{ replicas: 3 }', 'a & b')).toEqual(['a', 'b'])
    expect(landsOn(flowchart('classDef red fill:red', '%% @{ replicas: 3 }', 'a[Orders]'), 'x')).toEqual([
      'a',
    ])
  })

  it('of one node is told from one of several', () => {
    const next = (line: string) => directoryOf(parseDiagram(flowchart(line))).drawnNextAfter(0)
    expect(next('a[Orders]')).toEqual({ kind: 'node', id: 'a' })
    expect(next('a & b')).toEqual({ kind: 'nodes', ids: ['a', 'b'] })
  })

  it('by a label is one of a kind', () => {
    const { idOfText } = directoryOf(parseDiagram(flowchart('a[Orders]', 'b[Orders]', 'c[Web]')))
    expect([idOfText('orders'), idOfText('web'), idOfText('x')]).toEqual([undefined, 'c', undefined])
  })

  it('has a side or a group beside its name', () => {
    const text = 'architecture-beta\nservice lb(server)[Left]\nservice db(database)[DB]\ndb:R -- L:lb'
    expect(landsOn(text, 'db:R -- L:lb@{ timeout: 1s }')).toEqual([0])
    const named = parseDiagram(`${text}\n%% db:R -- L:lb@{ timeout: 1s }`)
    const at = named.text.lastIndexOf('db:R')
    expect(
      namesInTarget(named.metadata[0]!, directoryOf(named)).map(({ id, span }) => [id, span.start - at]),
    ).toEqual([
      ['db', 0],
      ['lb', 10],
    ])
  })

  it.each([
    ['"api', 'Nothing here is called “"api”.'],
    ['api"', 'Nothing here is called “api"”.'],
    ['""', 'Nothing here is called “""”'],
    ['db->api#2', 'No arrow goes from db to api, but one goes from api to db.'],
    ['db->db#2', 'No arrow goes from db to db.'],
  ])('%s is refused', (target, message) => {
    expect(problemsIn(`${shop}\n%% ${target}@{ timeout: 1s }`)[0]).toContain(message)
  })
})

describe('the nearest of several names', () => {
  it('is three edits away at most, and of bounded length', () => {
    const written = 'abcdefghijklmnop'
    expect(nearest(written, ['abcdefghijklm'])).toBe('abcdefghijklm')
    expect(nearest(written, ['abcdefghijkl'])).toBeUndefined()
    expect(plain('x'.repeat(61))).toHaveLength(60)
  })

  /** By the definition, with insertions, deletions, replacements and swaps of neighbors. */
  const distance = (a: string, b: string): number => {
    if (a === '' || b === '') return a.length + b.length
    const edits = [
      distance(a.slice(1), b) + 1,
      distance(a, b.slice(1)) + 1,
      distance(a.slice(1), b.slice(1)) + Number(a[0] !== b[0]),
    ]
    const swaps = a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0]
    return Math.min(...edits, ...(swaps ? [distance(a.slice(2), b.slice(2)) + 1] : []))
  }

  it('is the first that is fewest edits away, within a third of its length', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 })
    fc.assert(
      fc.property(word, fc.array(word, { maxLength: 3 }), (written, names) => {
        const edits = names.map(name => distance(written, name))
        const fewest = Math.min(...edits)
        const meant = fewest <= Math.floor(written.length / 3) ? names[edits.indexOf(fewest)] : undefined
        expect(nearest(written, names)).toBe(meant)
      }),
      { seed: 1, numRuns: 150 },
    )
  })
})
