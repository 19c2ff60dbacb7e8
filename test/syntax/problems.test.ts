// What is wrong with a diagram: where, in which words, and that every offered fix mends it.

import { describe, expect, it } from 'vitest'
import { parseDiagram } from '../../src/syntax'
import { applyEdits } from '../../src/text/edit'
import { ask } from '../conformance/oracle'

interface Expected {
  readonly kind: string
  readonly at: string
  readonly fixed?: string
}

function problemsIn(text: string): Expected[] {
  return parseDiagram(text).problems.map(({ kind, span, fixes }) => {
    const fixed = fixes[0] && applyEdits(text, fixes[0].edits)
    return {
      kind,
      at: text.slice(span.start, span.end),
      ...(fixed !== undefined && { fixed: fixed.split('\n').slice(1).join('\n') }),
    }
  })
}

type Row = readonly [source: string, kind: string, at: string, fixed?: string]

function holds(header: string, rows: readonly Row[]): void {
  for (const [source, kind, at, fixed] of rows) {
    it(`${kind}: ${source.replace(/\n/g, '⏎')}`, async () => {
      expect(problemsIn(`${header}\n${source}`)).toEqual([
        { kind, at, ...(fixed !== undefined && { fixed }) },
      ])
      if (fixed === undefined) return
      expect(parseDiagram(`${header}\n${fixed}`).problems).toEqual([])
      expect((await ask(`${header}\n${fixed}`)).error).toBeUndefined()
    })
  }
}

describe('flowcharts', () => {
  holds('flowchart LR', [
    ['a[f(x)] --> b', 'syntax-error', '(', 'a["f(x)"] --> b'],
    ['a --> b -- x -->|y| c', 'syntax-error', '|y|', 'a --> b -- "x<br/>y" --> c'],
    ['a -- "p -- q" -->|y| c', 'syntax-error', '|y|', 'a -- "p -- q<br/>y" --> c'],
    ['a --> b[x -- y] -- z -->|y| c', 'syntax-error', '|y|', 'a --> b[x -- y] -- "z<br/>y" --> c'],
    ['a --> b --> |x| --> c', 'syntax-error', '-->', 'a --> b -->|x| c'],
    ['a --> b{ok?} -yes-> c', 'syntax-error', '-yes->', 'a --> b{ok?} -- yes --> c'],
    ['a --> b{ok?} --yes-> c', 'syntax-error', '->', 'a --> b{ok?} --yes--> c'],
    ['a --x--> b', 'syntax-error', '--x-->', 'a -- x --> b'],
    ['a --> --> b', 'syntax-error', '-->'],
    ['a - b', 'syntax-error', '-', 'a --- b'],
    ['a ~~ b', 'syntax-error', '~~', 'a ~~~ b'],
    ['a[x] - b --> c', 'syntax-error', '-', 'a[x] --- b --> c'],
    ['Orders - new --> b', 'syntax-error', '-'],
    ['a..>b', 'syntax-error', '..>', 'a-.->b'],
    ['a <- b', 'syntax-error', 'a <- b', 'b --> a'],
    ['a --> b:::x:::y', 'syntax-error', ':::y', 'a --> b:::x\nclass b y'],
    [
      'a --> b\nstyle a fill=#fff, stroke = #000',
      'syntax-error',
      'fill=#fff, stroke = #000',
      'a --> b\nstyle a fill:#fff, stroke:#000',
    ],
    ['a --> b\nend', 'syntax-error', 'end', 'a --> b\n'],
    ['a -->|f(x)| b', 'syntax-error', '(', 'a -->|"f(x)"| b'],
    ['a -. v1.2 .-> b', 'syntax-error', 'v1.2', 'a -. "v1.2" .-> b'],
    ['a --> end', 'syntax-error', 'end', 'a --> End'],
    ['a -> b', 'syntax-error', '->', 'a --> b'],
    ['a[loader]\\n(S3) --> b', 'syntax-error', '[loader]\\n(S3)', 'a["loader<br/>(S3)"] --> b'],
    ['a --> b : loads', 'syntax-error', ': loads', 'a -->|loads| b '],
    ['a <|-- b', 'syntax-error', 'a <|-- b', 'b --> a'],
    ['a ..|> b', 'syntax-error', 'a ..|> b', 'a -.-> b'],
    ['a --> b % why', 'syntax-error', '% why', '%% why\na --> b'],
    ['a -->|x| (Orders)', 'syntax-error', '(Orders)', 'a -->|x| orders(Orders)'],
    ['a→b', 'syntax-error', '→', 'a-->b'],
    ['a --> b %% why', 'syntax-error', '%% why', '%% why\na --> b'],
    ['a[x --> b', 'syntax-error', '[', 'a[x --> b]'],
    ['a["Orders")', 'syntax-error', ')', 'a["Orders"]'],
    ['a[(Orders]\na --> b', 'syntax-error', ']', 'a[(Orders)]\na --> b'],
    ['a --> b[/orders]', 'syntax-error', '[/', 'a --> b["/orders"]'],
    ['a[/orders (v2)/] --> b', 'syntax-error', '(', 'a[/"orders (v2)"/] --> b'],
    ['a[/orders (v2)\\] --> b', 'syntax-error', '(', 'a[/"orders (v2)"\\] --> b'],
    ['subgraph s\na --> b', 'syntax-error', 'subgraph s', 'subgraph s\na --> b\nend'],
    ['subgraph Step 1 (Take)\na\nend', 'syntax-error', '(', 'subgraph "Step 1 (Take)"\na\nend'],
    ['subgraph "Orders" (new)\na\nend', 'syntax-error', '(', 'subgraph "Orders (new)"\na\nend'],
    [
      'subgraph orders[Order API]:::own\na\nend\nclassDef own fill:#fff',
      'syntax-error',
      ':::own',
      'subgraph orders["Order API"]\na\nend\nclassDef own fill:#fff\nclass orders own',
    ],
    ['subgraph "Order API":::own\na\nend', 'syntax-error', ':::own'],
    ['subgraph orders(Order API)\na\nend', 'syntax-error', '(', 'subgraph orders["Order API"]\na\nend'],
    ['subgraph orders "Order API"\na\nend', 'syntax-error', 'O', 'subgraph orders["Order API"]\na\nend'],
    ['subgraph Orders [x] y\na\nend', 'syntax-error', ']', 'subgraph "Orders [x] y"\na\nend'],
    ['subgraph [Orders]\na\nend', 'syntax-error', '[', 'subgraph "Orders"\na\nend'],
    ['subgraph Orders – new\na\nend', 'syntax-error', '–', 'subgraph "Orders – new"\na\nend'],
    ['subgraph "Orders\na\nend', 'syntax-error', '"Orders', 'subgraph "Orders"\na\nend'],
    ['subgraph s {\na\n}\na --> b', 'syntax-error', '{', 'subgraph s\na\nend\na --> b'],
    ['flowchart LR\na --> b', 'syntax-error', 'flowchart LR', 'a --> b'],
    ['a --> b\ngraph TD\nc --> d', 'syntax-error', 'graph TD', 'a --> b\nc --> d'],
    ['graph --> b', 'syntax-error', 'graph', 'Graph --> b'],
    ['a["Orders (new)] --> b', 'syntax-error', '"', 'a["Orders (new)"] --> b'],
    ['a -->|"uses| b', 'syntax-error', '"', 'a -->|"uses"| b'],
    ['// the way\na --> b', 'syntax-error', '//', '%% the way\na --> b'],
    ['# the way\na --> b', 'syntax-error', '#', '%% the way\na --> b'],
    ['a --> b // why', 'syntax-error', '// why', '%% why\na --> b'],
    ['a【Orders】 --> b', 'syntax-error', '【', 'a[Orders] --> b'],
    ['a ->> b', 'syntax-error', '->>', 'a --> b'],
    ['a -->> b', 'syntax-error', '-->>', 'a --> b'],
    ['a <-> b', 'syntax-error', '<->', 'a <--> b'],
    ['a <-- b', 'syntax-error', '<--', 'a <--> b'],
    ['a -.> b', 'syntax-error', '-.>', 'a -.-> b'],
    ['a ->|reads| b', 'syntax-error', '->', 'a -->|reads| b'],
    ['a --> b: reads it', 'syntax-error', ': reads it', 'a -->|reads it| b'],
    ['a --> b, c', 'syntax-error', ',', 'a --> b & c'],
    ['a:::hot:::cold --> b', 'syntax-error', ':::cold', 'a:::hot --> b\nclass a cold'],
    ['a ::: hot --> b', 'syntax-error', ':::', 'a:::hot --> b'],
    ['a:::hot[Orders] --> b', 'syntax-error', ':::hot[Orders]', 'a[Orders]:::hot --> b'],
    ['a --> b\nclass a, b hot', 'syntax-error', 'class a,', 'a --> b\nclass a,b hot'],
    [
      'a --> b\nclassDef hot fill:rgb(1,2,30)',
      'syntax-error',
      'rgb(1,2,30)',
      'a --> b\nclassDef hot fill:#01021e',
    ],
    ['"Orders" --> [Stock]', 'syntax-error', '"Orders"', 'orders["Orders"] --> stock[Stock]'],
    ['a@b --> c', 'syntax-error', 'a@b', 'a_b["a@b"] --> c'],
    ['a=b --> c', 'syntax-error', 'a=b', 'a_b["a=b"] --> c'],
    ['participant a as Orders', 'syntax-error', 'participant', 'a["Orders"]'],
    ['a --> b\ndirection lr', 'syntax-error', 'lr', 'a --> b\ndirection LR'],
    ['a[] --> b', 'syntax-error', '[]', 'a --> b'],
    ['a --> b["`x `y` z`"]', 'syntax-error', '`', 'a --> b["`x #96;y#96; z`"]'],
    ['end[Done] --> a', 'syntax-error', 'end', 'End[Done] --> a'],
    ['a b --> c', 'syntax-error', 'b'],
    ['a --> ', 'syntax-error', '>'],
    ['a@{ shape: Cyl }', 'syntax-error', 'Cyl'],
    ['a --> b\nlinkStyle 3 stroke:red', 'syntax-error', '3'],
    [
      'a[set direction LR] --> b',
      'swallowed-line',
      'a[set direction LR] --> b',
      'a[set direction#nbsp;LR] --> b',
    ],
    ['a -- b\nc --> d', 'swallowed-line', '-- b'],
    ['a---ob', 'circle-or-cross-by-accident', '---ob', 'a--- ob'],
    ['a --output--> b', 'circle-or-cross-by-accident', '--output', 'a -- output--> b'],
    ['a --> b\na&b --> c', 'missing-group-space', 'a&b', 'a --> b\na & b --> c'],
    ['a[one] --> b\na[two]', 'label-redefined', 'two', 'a[one] --> b\na'],
    ['a --> b\ncall', 'syntax-error', 'call', 'a --> b\nCall'],
    ['a --> call', 'syntax-error', 'call', 'a --> Call'],
    ['a --> call[Call it]\nb --> call', 'syntax-error', 'call', 'a --> Call[Call it]\nb --> Call'],
    ['a -- call me --> b\nb --> call', 'syntax-error', 'call', 'a -- call me --> b\nb --> Call'],
    [
      'a --o b\nb --> call\nstyle call fill:red',
      'syntax-error',
      'call',
      'a --o b\nb --> Call\nstyle Call fill:red',
    ],
    ['subgraph s\na --> end\nend', 'syntax-error', 'end', 'subgraph s\na --> End\nend'],
    ['... (as before)\na --> b', 'syntax-error', '...', '%% (as before)\na --> b'],
    ['call --> b', 'syntax-error', 'call', 'Call --> b'],
    ['a --> b\nerDiagram\nUser ||--o{ Order : has\npie\n"a" : 1', 'syntax-error', 'erDiagram'],
    ['a --> b\nflowchart TD\nc --> d\nflowchart TD\nd --> e', 'syntax-error', 'flowchart TD'],
    [
      'a --> b\n====\n2\u{FE0F}\u20E3 LIFE OF AN ORDER\n\nflowchart TD\nc --> d\npie\n"a" : 1',
      'syntax-error',
      'flowchart TD',
    ],
    [
      'a --> b\n## Orders (new)\n## All of them\nerDiagram\nUser ||--o{ Order : has',
      'syntax-error',
      'erDiagram',
    ],
    [
      'x --> b[Orders<br/>Node.js]\nsubgraph b [Orders]\na\nend',
      'ambiguous-group',
      'b',
      'x --> b[Orders<br/>Node.js]\nsubgraph b ["Orders<br/>Node.js"]\na\nend',
    ],
    ['subgraph a\nb\na[box]\nend', 'ambiguous-group', 'a', 'subgraph a\nb\na_box[box]\nend'],
    [
      'x --> a[A box]\nsubgraph a\nb\nend',
      'ambiguous-group',
      'a',
      'x --> a[A box]\nsubgraph a [A box]\nb\nend',
    ],
    ['x --> a[b/c]\nsubgraph a\nb\nend', 'ambiguous-group', 'a', 'x --> a[b/c]\nsubgraph a ["b/c"]\nb\nend'],
    ['x --> a[box]\nsubgraph a[Group]\nb\nend', 'ambiguous-group', 'a', 'x --> a\nsubgraph a[Group]\nb\nend'],
    ['subgraph a[Group]\nb --> a["group (all)"]\nend', 'ambiguous-group', 'a'],
    ['subgraph a\nsubgraph a\nb\nend\nend', 'ambiguous-group', 'a'],
    ['subgraph a\nb\nx\nend\nsubgraph b\na\ny\nend', 'ambiguous-group', 'b'],
    ['subgraph a\nsubgraph b\nx --> a\nend\nend', 'ambiguous-group', 'a'],
    ['subgraph a\na --> x\na --> y\nend', 'ambiguous-group', 'a'],
    ['subgraph a\na[a]\nb\nend', 'ambiguous-group', 'a', 'subgraph a\na_box[a]\nb\nend'],
    ['click --> b', 'keyword-as-id', 'click', 'Click --> b'],
    ['e1@{ animate: true }\na e1@--> b', 'unreachable-metadata', 'e1@{ animate: true }'],
  ])

  it('are told the direction in capitals', () => {
    expect(problemsIn('flowchart lr\na --> b')).toEqual([
      { kind: 'syntax-error', at: 'lr', fixed: 'a --> b' },
    ])
  })
})

describe('frontmatter that is not at the top', () => {
  const matter = '---\ntitle: Orders\n---\n'
  const top = (text: string) => `${matter}${text}`

  it.each([
    ['%%{init: {}}%%\n', 'flowchart LR\na --> b'],
    ['%% the orders\n\n', 'flowchart LR\na --> b'],
    ['flowchart LR\n', 'a --> b'],
    ['%%{init: {}}%%\n', 'C4Context\nPerson(a, "Buyer")'],
    ['%%{init: {}}%%\n', 'classDiagram\na --> b'],
  ])('moves there from below %j', async (above, below) => {
    const text = `${above}${matter}${below}`
    const { problems } = parseDiagram(text)
    expect(problems.map(({ span }) => span)).toEqual([{ start: above.length, end: above.length + 3 }])
    const moved = applyEdits(text, problems[0]?.fixes[0]?.edits ?? [])
    expect(moved).toBe(top(`${above}${below}`))
    expect(parseDiagram(moved).problems).toEqual([])
    expect((await ask(text)).error).toBeDefined()
    expect((await ask(moved)).error).toBeUndefined()
  })

  it.each(['\n', ' \n\n'])('begins below %j, which is removed', async blank => {
    const text = `${blank}${matter}sequenceDiagram\na->>b: order`
    const [problem] = parseDiagram(text).problems
    expect(problem?.message).toContain('below a blank line')
    const repaired = applyEdits(text, problem?.fixes[0]?.edits ?? [])
    expect(repaired).toBe(top('sequenceDiagram\na->>b: order'))
    expect((await ask(text)).error).toBeDefined()
    expect((await ask(repaired)).error).toBeUndefined()
  })

  it('begins behind blanks, which are removed', async () => {
    const text = `  ${matter}sequenceDiagram\na->>b: order`
    const [problem] = parseDiagram(text).problems
    expect(problem?.message).toContain('in the first column')
    const repaired = applyEdits(text, problem?.fixes[0]?.edits ?? [])
    expect(repaired).toBe(top('sequenceDiagram\na->>b: order'))
    expect((await ask(text)).error).toBeDefined()
    expect((await ask(repaired)).error).toBeUndefined()
  })

  it('joins what is there', () => {
    const text = top(`---\nconfig:\n  look: neo\n---\nflowchart LR\na --> b`)
    const { problems } = parseDiagram(text)
    expect(problems.map(({ span }) => span.start)).toEqual([matter.length])
    expect(applyEdits(text, problems[0]?.fixes[0]?.edits ?? [])).toBe(
      '---\ntitle: Orders\nconfig:\n  look: neo\n---\nflowchart LR\na --> b',
    )
  })

  it('is skipped by the grammar of architecture diagrams', async () => {
    const text = `%%{init: {}}%%\n${matter}architecture-beta\nservice a(server)[Orders]`
    expect((await ask(text)).error).toBeUndefined()
    expect(parseDiagram(text).problems).toEqual([])
  })
})

describe('state diagrams', () => {
  const problem = { kind: 'keyword-as-id', at: '%' }

  it.each([
    ['% paid orders', [{ ...problem, fixed: '%% paid orders' }]],
    ['a --> b\n  %paid', [{ ...problem, fixed: 'a --> b\n  %%paid' }]],
    ['%% paid orders\na --> b', []],
    ['note right of a\n% paid orders\nend note\na --> b', []],
  ])('draw what a single percent sign comments: %j', (text, expected) => {
    expect(problemsIn(`stateDiagram-v2\n${text}`)).toEqual(expected)
  })
})

describe('texts and labels of C4 diagrams', () => {
  holds('C4Context', [
    ["Person(a, 'Buyer')", 'syntax-error', "'Buyer'", 'Person(a, "Buyer")'],
    ['Person(a, “Buyer”)', 'syntax-error', '“Buyer”', 'Person(a, "Buyer")'],
    ['Person(a, "Buyer")\nRel(a, a)', 'syntax-error', 'Rel(a, a)', 'Person(a, "Buyer")\nRel(a, a, "uses")'],
  ])
})

describe('the type of a diagram', () => {
  it.each([
    ['Flowchart LR\na --> b', 'flowchart LR\na --> b'],
    ['sequencediagram\na->>b: order', 'sequenceDiagram\na->>b: order'],
  ])('is told in its own letters: %j', (text, wanted) => {
    const [problem] = parseDiagram(text).problems
    expect(applyEdits(text, problem?.fixes[0]?.edits ?? [])).toBe(wanted)
  })
})

describe('what stands above the header of a flowchart', () => {
  it('is refused where it is a comment without a text, and mended in all lines', () => {
    const text = '%% Orders\n%%\n%% and stock\n  %%\nflowchart LR\na --> b'
    const [problem, ...others] = parseDiagram(text).problems
    expect(others).toEqual([])
    expect(problem?.kind).toBe('syntax-error')
    const mended = applyEdits(text, problem?.fixes[0]?.edits ?? [])
    expect(mended).toBe('%% Orders\n%% and stock\nflowchart LR\na --> b')
    expect(parseDiagram(mended).problems).toEqual([])
  })

  it('is accepted above other diagrams', () => {
    expect(parseDiagram('%%\nsequenceDiagram\nA->>B: order').problems).toEqual([])
  })

  it('titles a group, whatever stands between the words', () => {
    const text = 'flowchart LR\nsubgraph s[All]\nb["Pay<br/>(new)"]\nend\nsubgraph b["Pay - new"]\nc\nend'
    expect(parseDiagram(text).problems).toEqual([])
  })

  it('titles a group, also with the word for what it is', () => {
    expect(parseDiagram('flowchart LR\nx --> k3s["k3s cluster"]\nsubgraph k3s\na\nend').problems).toEqual([])
  })
})

it.each([
  'flowchart LR\na["cancel(order, key)"] --> b\na["cancel()"] --> c',
  'flowchart LR\na[Orders] --> b\na[Orders<br/>Go] --> c',
])('a label in more or fewer words is no other label: %j', text => {
  expect(parseDiagram(text).problems).toEqual([])
})

it('tells whose activation was meant', () => {
  const [problem] = parseDiagram('sequenceDiagram\nA->>+Loyalty: x\ndeactivate Loaylty').problems
  expect(problem?.message).toContain('but `Loyalty` is')
})

it('reads on where a word that names a diagram is a box', () => {
  expect(parseDiagram('flowchart LR\na --> b\ntimeline\nb --> timeline').problems).toEqual([])
})

describe('sequence diagrams', () => {
  holds('sequenceDiagram', [
    ['A => B: order', 'syntax-error', '=>', 'A ->> B: order'],
    ['A -->|order| B', 'syntax-error', '-->|order| B', 'A -->>B: order'],
    ['A->>B：order', 'syntax-error', '：', 'A->>B:order'],
    ['// the order\nA->>B: order', 'syntax-error', '//', '%% the order\nA->>B: order'],
    ['loop each day\nA->>B: order\nend loop', 'syntax-error', 'end loop', 'loop each day\nA->>B: order\nend'],
    ['loop each day\nA->>B: order\nendloop', 'syntax-error', 'endloop', 'loop each day\nA->>B: order\nend'],
    [
      'if paid\nA->>B: order\nelse\nA->>B: wait\nend',
      'syntax-error',
      'if',
      'alt paid\nA->>B: order\nelse\nA->>B: wait\nend',
    ],
    [
      'participant Opt as Options\nnote over Opt: idle',
      'syntax-error',
      'Opt',
      'participant Opt_ as Options\nnote over Opt_: idle',
    ],
    [
      'participant Box as Sandbox\nloop each test\n  Box->>A: done\nend\nactivate A',
      'syntax-error',
      'Box',
      'participant Box_ as Sandbox\nloop each test\n  Box_->>A: done\nend\nactivate A',
    ],
    [
      'alt paid\n  A->>B: done\n  break out\nelse open\n  A->>B: wait\nend',
      'syntax-error',
      'break out',
      'alt paid\n  A->>B: done\n  break out\n  end\nelse open\n  A->>B: wait\nend',
    ],
    [
      'A->>B: {\n  "id": 1,\n  "lines": [\n    2\n  ]\n}\nB->>A: done',
      'syntax-error',
      '"id": 1,',
      'A->>B: {<br/>"id": 1,<br/>"lines": [<br/>2<br/>]<br/>}\nB->>A: done',
    ],
    [
      'note over A: first\n    second\n    third\nA->>B: done',
      'syntax-error',
      'second',
      'note over A: first<br/>second<br/>third\nA->>B: done',
    ],
    ['A->>B: List&lt;Order&gt; of A', 'syntax-error', '&lt;', 'A->>B: List#lt;Order#gt; of A'],
    ['note A: paid', 'syntax-error', 'note A', 'note over A: paid'],
    ['note left A: paid', 'syntax-error', 'note left A', 'note left of A: paid'],
    ['note over A, B, C: paid', 'syntax-error', 'A, B, C', 'note over A,C: paid'],
    [
      'box "Shop" #fa0\nparticipant A\nend\nA->>B: order',
      'truncated-message',
      '#fa0',
      'box rgb(255, 170, 0) "Shop" \nparticipant A\nend\nA->>B: order',
    ],
    [
      'database D\nA->>D: order',
      'syntax-error',
      'database D',
      'participant D@{ "type": "database" }\nA->>D: order',
    ],
    [
      'database "Orders (Postgres + PostGIS)" as D\nA->>D: order',
      'syntax-error',
      'database "Orders (Postgres + PostGIS)" as D',
      'participant D as Orders (Postgres + PostGIS)\nA->>D: order',
    ],
    [
      'database D as Orders database\nA->>D: order',
      'syntax-error',
      'database D as Orders database',
      'participant D as Orders database\nA->>D: order',
    ],
    ['queue Jobs as Q\nA->>Q: job', 'syntax-error', 'queue Jobs as Q', 'participant Q as Jobs\nA->>Q: job'],
    ['queue Q as Jobs\nA->>Q: job', 'syntax-error', 'queue Q as Jobs', 'participant Q as Jobs\nA->>Q: job'],
    ['direction LR\nA->>B: order', 'syntax-error', 'direction LR', '\nA->>B: order'],
    ['sequenceDiagram\nA->>B: a', 'syntax-error', 'sequenceDiagram', 'A->>B: a'],
    ['A->>B: a; b', 'syntax-error', '; b', 'A->>B: a#59; b'],
    [
      'participant A as One\nparticipant A as Two\nA->>A: x',
      'label-redefined',
      'Two',
      'participant A as One\nparticipant A\nA->>A: x',
    ],
    ['A->>B', 'syntax-error', 'B', 'A->>B:'],
    ['A->>B: 1\n  style A fill:#f9f', 'syntax-error', 'style', 'A->>B: 1\n  %% style A fill:#f9f'],
    ['A->>B: 1\nclass A hot', 'syntax-error', 'class', 'A->>B: 1\n%% class A hot'],
    ['A->>B: 1\nsubgraph Backend', 'syntax-error', 'subgraph'],
    ['A->>End: x', 'syntax-error', 'End', 'A->>End_: x'],
    ['A->>Title: x', 'syntax-error', 'Title', 'A->>Title_: x'],
    ['A->>Link: x\nLink-->>A: y', 'keyword-as-id', 'Link', 'A->>Link_: x\nLink_-->>A: y'],
    ['A->>+details-db: x', 'keyword-as-id', 'details-db', 'A->>+details_-db: x'],
    ['note over A,Properties: x', 'keyword-as-id', 'Properties', 'note over A,Properties_: x'],
    [
      'participant Links\nA->>Links: x\nactivate Links',
      'keyword-as-id',
      'Links',
      'participant Links_ as Links\nA->>Links_: x\nactivate Links_',
    ],
    ['participant Link as L\nLink->>A: x', 'keyword-as-id', 'Link', 'participant Link_ as L\nLink_->>A: x'],
    ['loop x\nA->>B: 1', 'syntax-error', 'loop x', 'loop x\nA->>B: 1\nend'],
    ['A->>B: 1\nend', 'syntax-error', 'end', 'A->>B: 1\n'],
    ['A->>B: set a=1;b=2;c=#35;3;', 'syntax-error', ';b=2;', 'A->>B: set a=1#59;b=2#59;c=#35;3;'],
    ['A->>>B: x', 'syntax-error', '->>>', 'A->>B: x'],
    ['A-->>>B: x', 'syntax-error', '-->>>', 'A-->>B: x'],
    ['A<-B: x', 'syntax-error', 'A<-B', 'B->>A: x'],
    ['A <-- Order service: x', 'syntax-error', 'A <-- Order service', 'Order service-->>A: x'],
    [
      'participant A\nparticipant B\n== Payment ==\nA->>B: x',
      'syntax-error',
      '== Payment ==',
      'participant A\nparticipant B\nnote over A,B: Payment\nA->>B: x',
    ],
    ['A->>B,C: x', 'syntax-error', 'B,C', 'A->>B: x\nA->>C: x'],
    [
      'alt paid\n  A->>B: 1\nalt refused\n  A->>B: 2\nend',
      'syntax-error',
      'alt refused',
      'alt paid\n  A->>B: 1\nelse refused\n  A->>B: 2\nend',
    ],
    [
      'loop each\n  opt new\n    A->>B: 1\nend',
      'syntax-error',
      'opt new',
      'loop each\n  opt new\n    A->>B: 1\nend\nend',
    ],
    [
      'loop each\n  A->>B: 1\nopt new\nend',
      'syntax-error',
      'loop each',
      'loop each\n  A->>B: 1\nopt new\nend\nend',
    ],
    [
      'participant A@{ type: queue\nA->>B: 1',
      'syntax-error',
      '@{',
      'participant A@{ type: queue }\nA->>B: 1',
    ],
    ['A->>B: 1\ndeactivate B', 'syntax-error', 'B'],
    ['A->>B: 1\nactivate B #98ff8c\ndeactivate B', 'syntax-error', 'B'],
    ['A->>B: 1\nactivate B\ndeactivate B #98ff8c', 'syntax-error', 'B #98ff8c'],
    ['A->>B: a\nA->>B see, there', 'syntax-error', 'see, there', 'A->>B: a\nA->>B: see, there'],
    [
      'participant Order service\nA->>+Order service (twice)',
      'syntax-error',
      '(twice)',
      'participant Order service\nA->>+Order service: (twice)',
    ],
    ['B->>A: a\nA->>B - done', 'syntax-error', 'done', 'B->>A: a\nA->>B: done'],
    ['A->>Order service', 'syntax-error', 'Order service'],
    ['A->>订单: a\nA->>订单 已付', 'syntax-error', '已付', 'A->>订单: a\nA->>订单: 已付'],
    ['A->>B: a\nnote left of B is paid', 'syntax-error', 'is paid', 'A->>B: a\nnote left of B: is paid'],
    [
      'A->>B: a\nnote over A, B all, paid',
      'syntax-error',
      'all, paid',
      'A->>B: a\nnote over A, B: all, paid',
    ],
    ['note over Orders paid', 'syntax-error', 'd'],
    [
      'alt paid\n  note right of A\n    one; two\n    three\n  end note\nelse\n  A->>B: a\nend',
      'syntax-error',
      'note right of A',
      'alt paid\n  note right of A: one#59; two<br/>three\nelse\n  A->>B: a\nend',
    ],
    [
      'note over A: one\ntwo\nendnote\nA->>B: a',
      'syntax-error',
      'note over A: one',
      'note over A: one<br/>two\nA->>B: a',
    ],
    [
      'note over A\n  one\n  two\nA->>B: a',
      'syntax-error',
      'note over A',
      'note over A: one<br/>two\nA->>B: a',
    ],
    ['A->>B: a\nnote right\n one\nend note', 'syntax-error', 'note right'],
    ['A->>B: a\nnote right: one', 'syntax-error', 'note right'],
    ['note left of A,B: paid', 'syntax-error', 'left of A,B', 'note over A,B: paid'],
    ['hnote over A: paid', 'syntax-error', 'hnote', 'note over A: paid'],
    ['ref over A,B: paying', 'syntax-error', 'ref', 'note over A,B: paying'],
    ['A->>B: a\nnote across: b', 'syntax-error', 'note across: b', 'A->>B: a\nnote over A,B: b'],
    [
      'A->>B: a\n...a day later...',
      'syntax-error',
      '...a day later...',
      'A->>B: a\nnote over A,B: a day later',
    ],
    ['A->>B: a\n- one\n- two\nA->>B: b', 'syntax-error', '- one', 'A->>B: a<br/>- one<br/>- two\nA->>B: b'],
    ['- A->>B: a', 'syntax-error', '-', 'A->>B: a'],
    [
      'alt paid\nA->>B: a\nelif open\nA->>B: b\nend',
      'syntax-error',
      'elif',
      'alt paid\nA->>B: a\nelse open\nA->>B: b\nend',
    ],
    [
      'alt x {\nA->>B: a\n} else if z {\nA->>B: b\nend',
      'syntax-error',
      '} else if',
      'alt x {\nA->>B: a\nelse z {\nA->>B: b\nend',
    ],
    ['loop each day {\nA->>B: a\n}', 'syntax-error', '}', 'loop each day {\nA->>B: a\nend'],
    ['A->>B: a\n}', 'syntax-error', '}'],
    ['constructor of it', 'syntax-error', 'constructor of it'],
    ['participant a: Orders', 'syntax-error', 'a: Orders', 'participant a as Orders'],
    ['participant A, B', 'syntax-error', 'A, B', 'participant A\nparticipant B'],
    ['A->>B: a\nactivate A, B', 'syntax-error', 'A, B', 'A->>B: a\nactivate A\nactivate B'],
    ['participant A <<db>>\nA->>B: a', 'syntax-error', '<<db>>', 'participant A\nA->>B: a'],
    [
      'participant web->api\nweb->api->>A: a\nnote over web->api: b',
      'syntax-error',
      'web->api',
      'participant web_api as web->api\nweb_api->>A: a\nnote over web_api: b',
    ],
    [
      'participant Order log@{ "type": "queue" }\nA->>Order log: a',
      'syntax-error',
      'Order log',
      'participant Order_log@{ "type": "queue" } as Order log\nA->>Order_log: a',
    ],
    ['create B\nA->>B: a', 'syntax-error', 'create', 'create participant B\nA->>B: a'],
    ['autonumber stop\nA->>B: a', 'syntax-error', 'stop', 'autonumber off\nA->>B: a'],
    ['autonumber 5,10\nA->>B: a', 'syntax-error', '5,10', 'autonumber 5 10\nA->>B: a'],
    ['autonumber 5 ten\nA->>B: a', 'syntax-error', '5 ten'],
    ['A==>>B: x', 'syntax-error', '==>>', 'A->>B: x'],
    ['A ~~> B: x', 'syntax-error', '~~>', 'A -->> B: x'],
    ['A—>B: x', 'syntax-error', '—>', 'A-->>B: x'],
    ['A <--> B: x', 'syntax-error', '<-->', 'A <<-->> B: x'],
    ['A-&gt;&gt;B: x', 'syntax-error', '-&gt;&gt;', 'A->>B: x'],
    ['A-[#red]>B: x', 'syntax-error', '-[#red]>', 'A->>B: x'],
    ['A --|> B: x --> y', 'syntax-error', '--|>', 'A -->> B: x --> y'],
    ['A->>B ++: x', 'syntax-error', 'A->>B ++', 'A->>+B: x'],
    ['A->>+B: x\nB-->>A --', 'syntax-error', 'B-->>A --', 'A->>+B: x\nB-->>-A:'],
    ['A+->>B: x', 'syntax-error', '+->>', 'A->>+B: x'],
    ['A->>B --++: x', 'syntax-error', '--++'],
    [
      'A->>B: x\nB->>C: y\nC-->>B: z\nreturn ok',
      'syntax-error',
      'return ok',
      'A->>B: x\nB->>C: y\nC-->>B: z\nB-->>A: ok',
    ],
    ['A->>+B: x\nreturn ok', 'syntax-error', 'return ok', 'A->>+B: x\nB-->>-A: ok'],
    ['return ok\nA->>B: x', 'syntax-error', 'return ok'],
    ['skinparam x y\nA->>B: x', 'syntax-error', 'skinparam x y', '%% skinparam x y\nA->>B: x'],
    ["' why\nA->>B: x", 'syntax-error', "'", '%% why\nA->>B: x'],
    ['A->>+B: x\nA->>-B: y', 'syntax-error', 'A'],
    [
      'participant A @{ "type": "queue" }\nA->>B: x',
      'space-before-metadata',
      ' ',
      'participant A@{ "type": "queue" }\nA->>B: x',
    ],
    ['A->>B: issue #12', 'truncated-message', '#12', 'A->>B: issue #35;12'],
  ])
})

describe('YAML', () => {
  it.each([
    ['a@{ label: "x" y }', 'y'],
    ['a@{ label: "\\q" }', '\\q'],
    ['a@{ label: b: c }', 'b:'],
    ['a@{ label: x,, shape: cyl }', ','],
    ['a@{ label: @x }', '@x'],
    ['a@{ label: *x }', '*x'],
    ['a@{ label: !own x }', '!own'],
    ['a@{ label: x, label: y }', 'label'],
    ['a@{ label: [x }', '['],
    ['a@{\n  label: x\n   shape: cyl\n}', 'shape: cyl'],
    ['a@{\n  label: x\n\tshape: cyl\n}', '\t'],
    ["a@{ label: 'x }", "'"],
  ])('that Mermaid refuses is one finding: %j', (text, at) => {
    const diagram = `flowchart LR\n${text}\nb --> c`
    expect(problemsIn(diagram)).toEqual([{ kind: 'syntax-error', at }])
    expect(parseDiagram(diagram).arrows).toHaveLength(1)
  })
})

describe('C4 diagrams', () => {
  holds('C4Context', [
    ['System(a, My system)', 'syntax-error', 'My system', 'System(a, "My system")'],
    ['Container_External(a,"A")', 'syntax-error', 'Container_External', 'Container_Ext(a,"A")'],
    [
      'System_Boundary(s,"S") {\nSystem(a,"A")',
      'syntax-error',
      'System_Boundary(s,"S")',
      'System_Boundary(s,"S") {\nSystem(a,"A")\n}',
    ],
    [
      'System(a,"A")\nRel_Back_Neighbor(a,b,"one")',
      'syntax-error',
      'Rel_Back_Neighbor',
      'System(a,"A")\nRel_Back(a,b,"one")',
    ],
    ['BiRel_Neighbor(a,b,"one")', 'syntax-error', 'BiRel_Neighbor', 'BiRel(a,b,"one")'],
    ['Database(a,"A","SQL")', 'syntax-error', 'Database', 'ContainerDb(a,"A","SQL")'],
    ['External_System(a,"A")', 'syntax-error', 'External_System', 'System_Ext(a,"A")'],
    ['Container_Db_Ext(a,"A")', 'syntax-error', 'Container_Db_Ext', 'ContainerDb_Ext(a,"A")'],
    ['Group(g,"G") {\nSystem(a,"A")\n}', 'syntax-error', 'Group', 'Boundary(g,"G") {\nSystem(a,"A")\n}'],
    ['System(a,"A")\nSHOW_LEGEND()', 'syntax-error', 'SHOW_LEGEND()', 'System(a,"A")\n%% SHOW_LEGEND()'],
    [
      '!include <C4/C4_Context>\nSystem(a,"A")',
      'syntax-error',
      '!include <C4/C4_Context>',
      '%% !include <C4/C4_Context>\nSystem(a,"A")',
    ],
    ['System(a,"A")\nconstructor(b,"B")', 'syntax-error', 'constructor'],
    ['System(a,"A");', 'syntax-error', ';', 'System(a,"A")'],
    ['System(a,"A")\n}', 'syntax-error', '}', 'System(a,"A")\n'],
    [
      'System_Boundary(s,"S") {\nSystem(a,"A")\nend',
      'syntax-error',
      'end',
      'System_Boundary(s,"S") {\nSystem(a,"A")\n}',
    ],
    [
      'subgraph s["Shop (new)"]\nSystem(a,"A")\nend',
      'syntax-error',
      'subgraph',
      'System_Boundary(s, "Shop (new)") {\nSystem(a,"A")\n}',
    ],
    [
      'System_Boundary(s,"S") {\n  System(a,"A")\nSystem(b,"B")',
      'syntax-error',
      'System_Boundary(s,"S")',
      'System_Boundary(s,"S") {\n  System(a,"A")\n}\nSystem(b,"B")',
    ],
    [
      'System_Boundary(s,"S") {\n  Boundary(t,"T") {\n    System(a,"A")\n}\nSystem(b,"B")',
      'syntax-error',
      'Boundary(t,"T")',
      'System_Boundary(s,"S") {\n  Boundary(t,"T") {\n    System(a,"A")\n  }\n}\nSystem(b,"B")',
    ],
    ['System(a,"A")\nRel(a,b,"one")\nRel(a,b,"two")', 'overwritten-relation', 'Rel(a,b,"two")'],
  ])

  it('name no relation that lacks an end', () => {
    for (const call of ['Rel()', 'Rel(a)', 'Rel(a, b)', 'BiRel()', 'RelIndex(1)'])
      expect(problemsIn(`C4Context\n${call}\n${call}`).map(({ kind }) => kind)).not.toContain(
        'overwritten-relation',
      )
  })
})

describe('architecture diagrams', () => {
  const ab = 'service a(server)[A]\nservice b(server)[B]\n'
  holds('architecture-beta', [
    ['service Redis(disk)[R]', 'syntax-error', 'Redis', 'service redis(disk)[R]'],
    ['service a.b(server)[A]', 'syntax-error', '.b', 'service a_b(server)[A]'],
    ['service a(server)[A]\na:R --> L:b', 'syntax-error', 'b'],
    [`${ab}a:R -->|x| L:b`, 'syntax-error', 'a:R -->|x| L:b', `${ab}a:R -[x]-> L:b`],
    [`${ab}a:R -- x y -- L:b`, 'syntax-error', 'a:R -- x y -- L:b', `${ab}a:R -[x y]- L:b`],
    [`${ab}a:R --> L:b : x`, 'syntax-error', 'a:R --> L:b : x', `${ab}a:R -[x]-> L:b`],
    [`${ab}a:R --> b:L`, 'syntax-error', 'a:R --> b:L', `${ab}a:R --> L:b`],
    [`${ab}a:right --> left:b`, 'syntax-error', 'a:right --> left:b', `${ab}a:R --> L:b`],
    [`${ab}a:R <-> L:b`, 'syntax-error', 'a:R <-> L:b', `${ab}a:R <--> L:b`],
    [`${ab}a.R --> L.b`, 'syntax-error', 'a.R --> L.b', `${ab}a:R --> L:b`],
    [`${ab}end`, 'syntax-error', 'end', `${ab}%% end`],
    ['service a(aws s3)[A]', 'syntax-error', '(aws s3)', 'service a(aws-s3)[A]'],
    ['service a()[A]', 'syntax-error', '()'],
    ['service a[A](server)', 'syntax-error', '[A](server)', 'service a(server)[A]'],
    ['service a(server) "A"', 'syntax-error', '"A"', 'service a(server)[A]'],
    ['service a(server)[A [b]]', 'syntax-error', '[A [b]]', 'service a(server)["A [b]"]'],
    ['a(server)[A]', 'syntax-error', 'a(server)[A]', 'service a(server)[A]'],
    [
      'service TH(disk)[TH]\nservice b(server)[B]\nTH:R -- L:b',
      'syntax-error',
      'TH',
      'service tH(disk)[TH]\nservice b(server)[B]\ntH:R -- L:b',
    ],
    [
      'group g(cloud)[G] {\n  service a(server)[A]\n  service b(server)[B] in g\n}',
      'syntax-error',
      '{',
      'group g(cloud)[G]\n  service a(server)[A] in g\n  service b(server)[B] in g\n',
    ],
  ])
})

describe('other texts', () => {
  it('are left alone if Mermaid knows them, and told so if it does not', () => {
    expect(parseDiagram('pie title Pets\n"Dogs": 3').problems).toEqual([])
    expect(parseDiagram('pie title Pets\n"Dogs": 3').family).toBe('other')
    expect(problemsIn('flowhcart LR\na --> b')).toEqual([{ kind: 'syntax-error', at: 'flowhcart' }])
    expect(problemsIn(' \n')).toHaveLength(1)
    expect(problemsIn('---\ntitle: a: b\n---\nflowchart LR\na')).toEqual([
      { kind: 'syntax-error', at: 'a: b' },
    ])
  })
})

it('an activation with a color is told what Mermaid makes of the color', () => {
  const messages = (text: string) =>
    parseDiagram(`sequenceDiagram\nA->>B: 1\n${text}`).problems.map(({ message }) => message)
  expect(messages('activate B #98ff8c\ndeactivate B')).toEqual([
    expect.stringContaining('`activate B #98ff8c` activates another participant'),
  ])
  expect(messages('A->>+B: 1\nB->>-A: 2\nB->>-A: 3')).toEqual([
    expect.stringContaining('has been ended above: leave this end out'),
  ])
  expect(messages('activate B\ndeactivate B #98ff8c')).toEqual([
    expect.stringContaining('Write `deactivate B`'),
  ])
  expect(messages('activate B #98ff8c\ndeactivate B #98ff8c')).toEqual([])
})

describe('statements of other kinds of diagrams', () => {
  const messagesOf = (text: string) => parseDiagram(text).problems.map(({ message }) => message)
  const mended = (text: string) => {
    const { problems } = parseDiagram(text)
    return applyEdits(text, problems.find(({ fixes }) => fixes.length > 0)?.fixes[0]?.edits ?? [])
  }

  it.each([
    ['alt card accepted\n  a --> b\n  end', 'no `alt`', 'subgraph "card accepted"\n  a --> b\n  end'],
    ['loop every order\n  a --> b\n  end', 'an arrow back', 'subgraph "every order"\n  a --> b\n  end'],
    ['par stock\n  a --> b\n  end', '`a --> b & c`', 'subgraph "stock"\n  a --> b\n  end'],
    ['if paid\n  a --> b\n  end', 'no `if`', 'subgraph "paid"\n  a --> b\n  end'],
    ['while open\n  a --> b\n  end', 'an arrow back', 'subgraph "open"\n  a --> b\n  end'],
    ['box Web shop\n  a --> b\n  end', '`subgraph "Title"`', 'subgraph "Web shop"\n  a --> b\n  end'],
    ['autonumber 10', 'leave it out', '%% autonumber 10'],
    ['state paid', 'unlike state diagrams', 'paid'],
    ['[*] --> paid', 'start or the end of a state diagram', 'start((Start)) --> paid'],
    ['paid --> [*]', 'start or the end of a state diagram', 'paid --> done((End))'],
    ['class Order {', 'belongs into a class diagram', '%% class Order {'],
    ['shop ||--o{ order : takes', 'between entities', 'shop -->|"takes"| order'],
    ['activate shop', 'leave it out', '%% activate shop'],
    ['shop->>bank: pay (card)', '`a -->|text| b`', 'shop -->|"pay (card)"| bank'],
    ['bank-->>shop: paid', '`a -->|text| b`', 'bank -.->|"paid"| shop'],
    ['service db(database)[Orders]', 'unlike architecture diagrams', 'db["Orders"]'],
    ['Container(api, "Order API", "Go")', 'macro of C4', 'api["Order API"]'],
    ['Rel(api, db, "reads")', 'relation of C4', 'api -->|"reads"| db'],
    ['title Orders of a day', 'title: Orders', '%% title Orders of a day'],
    ['section Night', '`subgraph "Title"`', '%% section Night'],
  ])('in flowcharts: %s', (line, words, instead) => {
    const text = `flowchart LR\n  ${line}`
    expect(messagesOf(text)).toEqual([expect.stringContaining(words)])
    expect(mended(text)).toBe(`flowchart LR\n  ${instead}`)
    expect(parseDiagram(mended(text)).problems).toEqual([])
  })

  it('each part of a choice in a flowchart once, and not the end of it', () => {
    const text = 'flowchart LR\nalt in stock\na --> b\nelse sold out\na --> c\nend\nend'
    expect(messagesOf(text)).toEqual([
      expect.stringContaining('no `alt`'),
      expect.stringContaining('no `else`'),
      expect.stringContaining('no subgraph for this `end`'),
    ])
  })

  it.each(['alt --> loop', 'loop[Every order] --> par', 'opt & and --> title', 'service --> b'])(
    'but not ids of a flowchart: %s',
    line => {
      expect(messagesOf(`flowchart LR\n${line}`)).toEqual([])
    },
  )

  it.each([
    ['sequenceDiagram\nsubgraph Shop\nparticipant a\nend\na->>b: order', 'box Title'],
    ['sequenceDiagram\na[Web shop] --> b[Orders]', '`participant a as Web shop`'],
    ['architecture-beta\nsubgraph shop\nservice a(server)[Orders]', '`group web(cloud)[Title]`'],
    ['C4Context\nsubgraph Shop\nPerson(a, "Buyer")', '`System_Boundary(id, "Name") {`'],
    ['C4Context\nPerson(a, "Buyer")\na --> b', '`Rel(a, b, "uses")`'],
    ['C4Context\nactor Buyer\nPerson(a, "Buyer")', '`Person(id, "Name")`'],
  ])('in other families: %j', (text, words) => {
    expect(messagesOf(text)).toEqual([expect.stringContaining(words)])
  })

  it.each([
    ['sequenceDiagram\na->>b: 1\nend', 'for this `end` to close: remove the line'],
    ['sequenceDiagram\na->>b: 1\nstyle a fill:#fff', 'no `style`: remove the line'],
    ['sequenceDiagram\n->>b: 1', 'no sender: write its name before `->>`'],
    ['sequenceDiagram\na->>b->>c: 1', 'one receiver: write a line for each arrow'],
    ['sequenceDiagram\na->>Opt: 1', "can't name a participant, in any case of letters: write `Opt_`"],
    ['sequenceDiagram\nparticipant Opt\na->>Opt: 1', 'write `Opt_` in all of its 2 places'],
    [
      'sequenceDiagram\nparameter a as Orders\na->>b: 1',
      '`parameter` declares nobody: write `participant a as Orders`',
    ],
    ['sequenceDiagram\ndatabase a as Orders\na->>b: 1', 'participant'],
    ['sequenceDiagram\na--x>b: 1', '`--x>` is not an arrow: write `--x`'],
    ['sequenceDiagram\na->>b: reserve; set order->PAID', 'A `;` ends the statement here'],
    ['flowchart LR\nroot[/] --> a', '`[/` opens a slanted box'],
    ['flowchart LR\nroot[""] --> a', 'A label must not be empty'],
    ['flowchart LR\na --> b\nlinkStyle 0 stroke:#f90; %% HTTP calls', 'A comment needs a line of its own'],
    [
      'flowchart LR\nsubgraph u\nu[Users]\nend',
      'Mermaid up to 12.0, as on GitHub and in VS Code, refuses the diagram',
    ],
    ['flowchart LR\na[Redis] --> b\na[Kafka] --> c', '`a` was `Redis` above'],
    ['flowchart LR\na <- b', '`<-` is not an arrow: write `b --> a`'],
    ['flowchart LR\na --> --> b', '`-->` stands behind another arrow'],
  ])('says what to do about it: %j', (text, words) => {
    expect(messagesOf(text)).toEqual([expect.stringContaining(words)])
  })

  it('no sign stands behind the direction', () => {
    expect(mended('flowchart LR:\na --> b')).toBe('flowchart LR\na --> b')
  })

  it('a group around participants is a box', () => {
    const text = 'sequenceDiagram\nsubgraph shop["Web shop"]\nparticipant a\nend\na->>b: order'
    expect(mended(text)).toBe('sequenceDiagram\nbox Web shop\nparticipant a\nend\na->>b: order')
  })
})
