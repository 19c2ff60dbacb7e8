// What is said of mistakes in flowcharts: the words, the place, and a fix that Mermaid accepts; and of what is none.

import { describe, expect, it } from 'vitest'
import { parseDiagram } from '../../src/syntax'
import { applyEdits } from '../../src/text/edit'
import { ask } from '../conformance/oracle'

const body = (text: string): string => text.split('\n').slice(1).join('\n')

/** A text, words of its only message, the place, and what its fix makes of the text. */
type Row = readonly [source: string, words: string, at: string, fixed?: string]

function tells(rows: readonly Row[]): void {
  it.each(rows.map(row => ({ row })))('$row', async ({ row: [source, words, at, fixed] }) => {
    const text = `flowchart LR\n${source}`
    const { problems } = parseDiagram(text)
    expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining(words)])
    const [problem] = problems
    expect(text.slice(problem?.span.start, problem?.span.end)).toBe(at)
    const fix = problem?.fixes[0]
    expect(body(applyEdits(text, fix?.edits ?? []))).toBe(fixed ?? source)
    expect((await ask(text)).error).toBeDefined()
    if (fixed !== undefined) expect((await ask(`flowchart LR\n${fixed}`)).error).toBeUndefined()
  })
}

describe('quotes in labels', () => {
  tells([
    ['a["the "new" one"]', '`#quot;` for each inside', '"new"', 'a["the #quot;new#quot; one"]'],
    ['a{"is "it" new?"}', '`#quot;` for each inside', '"it"', 'a{"is #quot;it#quot; new?"}'],
    ['a(["x "y" z"])', '`#quot;` for each inside', '"y"', 'a(["x #quot;y#quot; z"])'],
    ['a["{"k": "v"}"]', '`#quot;` for each inside', '"k": "v"', 'a["{#quot;k#quot;: #quot;v#quot;}"]'],
    ['a["5" disk"]', '`#quot;` for each inside', '"', 'a["5#quot; disk"]'],
    ['a["`the "new" one`"]', '`#quot;` for each inside', '"new"', 'a["`the #quot;new#quot; one`"]'],
    ['a["订单 "新" 服务"]', '`#quot;` for each inside', '"新"', 'a["订单 #quot;新#quot; 服务"]'],
    ['a -- "x "y" z" --> b', '`#quot;` for each inside', '"y"', 'a -- "x #quot;y#quot; z" --> b'],
    ['a -->|"x "y" z"| b', '`#quot;` for each inside', '"y"', 'a -->|"x #quot;y#quot; z"| b'],
    ['a["none (\\"\\")"]', 'A backslash does not keep', '\\"\\"', 'a["none (#quot;#quot;)"]'],
    ['a[\\"Paid\\"] --> b', 'no backslash before it', '\\"', 'a["Paid"] --> b'],
    ['a[\\"x\\" or \\"y\\"]', 'quotes around all of it', '"x\\"', 'a["#quot;x#quot; or #quot;y#quot;"]'],
    ['subgraph s[\\"New\\"]\na\nend', 'no backslash before it', '[', 'subgraph s["New"]\na\nend'],
    ['a[log("x")]', '`#quot;` for each inside', '"x"', 'a["log(#quot;x#quot;)"]'],
    ['a -->|is "ok"| b', 'quotes around all of it', '"ok"', 'a -->|"is #quot;ok#quot;"| b'],
    ['a -- is "ok" --> b', 'quotes around all of it', '"ok"', 'a -- "is #quot;ok#quot;" --> b'],
    ['a -->|"x", "y"| b', 'quotes around all of it', '"x"', 'a -->|"#quot;x#quot;, #quot;y#quot;"| b'],
    ['a["Orders" (new)]', 'only a part', '"Orders"', 'a["Orders (new)"]'],
    ['a["Orders"<br/>"new"]', 'only a part', '"Orders"', 'a["Orders<br/>new"]'],
    ['a[ "Orders" ]', 'No space may stand outside', '"Orders"', 'a["Orders"]'],
    ['a -->|"uses|" b', 'quotes stand inside the bars', '"uses|"', 'a -->|"uses"| b'],
    ['a[f(x) #35;1]', 'contains `(`', '(', 'a["f(x) #35;1"]'],
    ['a["`go` fence"]', 'begins a Markdown text', '`', 'a["#96;go` fence"]'],
    ['a{"`.env`\\nexists?"}', 'begins a Markdown text', '`', 'a{"#96;.env`\\nexists?"}'],
  ])

  it.each(['a["Orders" and more]', 'a["say \\"hi\\""]', 'a -->|"say "hi""| b'])(
    'are no mistake where Mermaid reads them: %s',
    async source => {
      expect(parseDiagram(`flowchart LR\n${source}`).problems).toEqual([])
      expect((await ask(`flowchart LR\n${source}`)).error).toBeUndefined()
    },
  )
})

describe('comments', () => {
  tells([
    ['a --> b; // this one', 'A comment begins with `%%`', '// this one', '%% this one\na --> b;'],
    ['  a --> b; %this one', 'A comment begins with `%%`', '%this one', '  %%this one\n  a --> b;'],
    ['a --> b; # this one', 'A comment begins with `%%`', '# this one', '%% this one\na --> b;'],
    ['a --> b %why', 'A comment begins with `%%`', '%why', '%%why\na --> b'],
    ['a --> b #why not', 'A comment begins with `%%`', '#why not', '%%why not\na --> b'],
    ['a --> b /* why */', 'A comment begins with `%%`', '/* why */', '%% why\na --> b'],
    ['a --> b <!-- why -->', 'A comment begins with `%%`', '<!-- why -->', '%% why\na --> b'],
    ['a --> b #1', "An id can't contain `#`", '#1'],
  ])
})

describe('what follows a node', () => {
  tells([
    ['a[x] --> b[y]   c[z]', 'begin a new line', 'c[z]', 'a[x] --> b[y]\nc[z]'],
    ['a --> b  c --> d', 'begin a new line', 'c', 'a --> b\nc --> d'],
    ['a[x] b[y]', 'Nothing joins `b[y]`', 'b[y]'],
    ['a --> b[x] and more', 'behind a label', 'and more'],
    ['f(x)g --> b', 'behind a label', 'g'],
    ['a --> b c', "can't contain spaces", 'c'],
    ['get_(all)_x --> b', "can't contain `(`", 'get_(all)_x', 'get_all_x["get_(all)_x"] --> b'],
    ['get_(all)_x[All] --> b', "can't contain `(`", 'get_(all)_x[All]', 'get_all_x[All] --> b'],
    [
      'a[x]((fill:#fff;color:red)) --> b(y)(fill:#000)',
      '`style a fill:#fff,color:red`',
      '((fill:#fff;color:red))',
      'a[x] --> b(y)\nstyle a fill:#fff,color:red\nstyle b fill:#000',
    ],
    ['a[x](https://x.org)', 'its link stands', '(https://x.org)', 'a[x]\nclick a "https://x.org"'],
    ['a[x](y) --> b', 'one pair of brackets', '('],
    ['a[Order API]\nb --> Order API', 'label of `a`', 'Order API', 'a[Order API]\nb --> a'],
    ['a(订单 服务)\n订单 服务 --> b & c', 'label of `a`', '订单 服务', 'a(订单 服务)\na --> b & c'],
    ['a[X Y] --> b[X Y]\nc --> X Y', "can't contain spaces", 'Y'],
    ['a --> b; "why"', 'A text alone', '"why"'],
    ['a --> b; "x" --> c', 'an id in front', '"x"', 'a --> b; x["x"] --> c'],
    ['a --> [b, c, d]', 'joined by `&`', '[b, c, d]', 'a --> b & c & d'],
    ['(a & b) --> c', 'joined by `&`', '(a & b)', 'a & b --> c'],
    ['a --> [b c, d]', 'an id in front', '[b c, d]', 'a --> b_c_d[b c, d]'],
    ['a#35;b --> c', "can't contain `#`", 'a#35;b', 'a_35_b["a#35;b"] --> c'],
  ])
})

describe('arrows', () => {
  tells([
    ['a --&gt; b --&gt; c', 'write `-->`', '--&gt;', 'a --> b --> c'],
    ['a &lt;--&gt; b', 'write `<-->`', '&lt;--&gt;', 'a <--> b'],
    ['a -&gt;|x| b', 'write `-->`', '-&gt;', 'a -->|x| b'],
    ['a -- x --&gt; b', 'write `-->`', '--&gt;', 'a -- x --> b'],
    ['a ==&gt; b[x &gt; y]', 'write `==>`', '==&gt;', 'a ==> b[x &gt; y]'],
    ['a &amp; b --> c', 'write `&`', '&amp;', 'a & b --> c'],
    ['a[x (y) --&gt; z] --> b', 'contains `(`', '(', 'a["x (y) --&gt; z"] --> b'],
    ['a -- "uses -->" b', 'inside the quotes', '"uses -->"', 'a -- "uses" --> b'],
    ['a == "uses ==>" b', 'inside the quotes', '"uses ==>"', 'a == "uses" ==> b'],
    ['a -. "uses .->" b --> c', 'inside the quotes', '"uses .->"', 'a -. "uses" .-> b --> c'],
    ['a -->|uses|> b', 'Only the node', '>', 'a -->|uses| b'],
    ['a ---|uses|-> b', 'Only the node', '->', 'a -->|uses| b'],
    ['a -.-|uses|> b', 'Only the node', '>', 'a -.->|uses| b'],
    ['a -->|uses| --> b', 'Only the node', '-->', 'a -->|uses| b'],
    ['a --|uses|> b', 'behind a whole arrow', '--|uses|>', 'a -->|uses| b'],
    ['a --|uses| b', 'behind a whole arrow', '--|uses|'],
    ['a -|uses|-> b', 'behind a whole arrow', '-|uses|->', 'a -->|uses| b'],
    ['a -- uses --|> b', 'not an arrow', '--|>', 'a -- uses --> b'],
    ['a -. optional .> b', 'not an arrow', '.>', 'a -. optional .-> b'],
    ['a -. optional', 'write `-. text .->`', '-. optional'],
    ['a -- uses -> b', 'not an arrow', '->', 'a -- uses --> b'],
    ['a == uses => b', 'write `==>`', '=>', 'a == uses ==> b'],
    ['a -. uses ..> b', 'write `.->`', '..>', 'a -. uses .-> b'],
    ['a == uses --> b', 'ends with `==>`', '-->', 'a == uses ==> b'],
    ['a == "uses" --> b', 'ends with `==>`', '-->', 'a == "uses" ==> b'],
    ['a -. uses --> b', 'ends with `.->`', '-->', 'a -. uses .-> b'],
    ['a -- uses -.-> b', 'ends with `-->`', '-.->', 'a -- uses --> b'],
    ['a -.v1.2 of it.-> b', "can't contain `.`", 'v1.2 of it', 'a -."v1.2 of it".-> b'],
    ['a == x=1 ==> b', "can't contain `=`", 'x=1', 'a == "x=1" ==> b'],
    ['a -->|x|^2| b', 'contains `|`', '|x|^2|', 'a -->|"x|^2"| b'],
    ['a ==>|x || y| b[z]', 'contains `|`', '|x || y|', 'a ==>|"x || y"| b[z]'],
    ['a -->|x||y| b', 'two labels', '|y|', 'a -->|"x<br/>y"| b'],
    ['a -- "x" -->|"y"| b', 'two labels', '|"y"|', 'a -- "x<br/>y" --> b'],
  ])

  it.each(['a -->|x|b -->|y| c', 'a --|uses|--> b', 'a -. uses -.-> b'])('may be written so: %s', source => {
    expect(parseDiagram(`flowchart LR\n${source}`).problems).toEqual([])
  })
})

describe('styles and clicks', () => {
  tells([
    [
      'a\nstyle a fill:#f9f; stroke:#333;color:red',
      'separated by commas',
      'fill:#f9f; stroke:#333;color:red',
      'a\nstyle a fill:#f9f,stroke:#333,color:red',
    ],
    ['classDef x {fill:#fff}', 'no braces', '{fill:#fff}', 'classDef x fill:#fff'],
    ['a --> b\nclass a fill:#f9f;', '`style` for a style', 'class', 'a --> b\nstyle a fill:#f9f;'],
    [
      'a --> b --> c\nlinkStyle 0-1 stroke:red',
      '`linkStyle 0,1`',
      '0-1',
      'a --> b --> c\nlinkStyle 0,1 stroke:red',
    ],
    [
      'a --> b --> c\nlinkStyle 0, 1 stroke:red',
      'without spaces',
      '0, 1',
      'a --> b --> c\nlinkStyle 0,1 stroke:red',
    ],
    ['a --> b\nlinkStyle all stroke:red', 'default', 'all', 'a --> b\nlinkStyle default stroke:red'],
    ['a --> b\nclick a call "Tip"', 'needs brackets', 'call "Tip"'],
    [
      'a\nclick a call f "Tip"\nb --> c',
      'needs brackets',
      'call f "Tip"',
      'a\nclick a call f() "Tip"\nb --> c',
    ],
  ])
})

describe('subgraphs without `end`', () => {
  tells([
    [
      'subgraph a\n  x\nsubgraph b\n  y\nend\nx --> y',
      'above `subgraph b`',
      'subgraph a',
      'subgraph a\n  x\nend\nsubgraph b\n  y\nend\nx --> y',
    ],
    [
      'subgraph a\n  subgraph b\n    x\nend\nx --> y',
      'of the subgraph around it',
      'subgraph b',
      'subgraph a\n  subgraph b\n    x\n  end\nend\nx --> y',
    ],
    // Without indentation, the second may stand in the first.
    ['subgraph a\nx\nsubgraph b\ny\nend', 'no `end`', 'subgraph a', 'subgraph a\nx\nsubgraph b\ny\nend\nend'],
  ])
})

describe('shapes', () => {
  tells([
    ['a@{ shape: cloudy }', 'write `cloud`', 'cloudy'],
    ['a@{ shape: hexagn }', 'write `hexagon`', 'hexagn'],
    ['a@{ shape: Cyl }', 'write `cyl`', 'Cyl'],
    ['a@{ shape: whatever }', 'no shape `whatever`', 'whatever'],
  ])
})

describe('words above the header', () => {
  it.each([
    ['Here is the system:\nflowchart TD\na --> b', 'Here is the system:'],
    ['mermaid\n\nsequenceDiagram\na->>b: order', 'mermaid'],
    ['%% kept\nFirst line.\nSecond line.\ngraph LR\na --> b', 'First line.\nSecond line.'],
  ])('are to be removed: %j', async (text, at) => {
    const { problems, arrows } = parseDiagram(text)
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('The diagram begins with'),
    ])
    expect(arrows).toHaveLength(1)
    const [problem] = problems
    expect(text.slice(problem?.span.start, problem?.span.end)).toBe(at)
    expect((await ask(text)).error).toBeDefined()
    expect((await ask(applyEdits(text, problem?.fixes[0]?.edits ?? []))).error).toBeUndefined()
  })

  it.each([
    ['classDef hot fill:#f00\nflowchart TD\na:::hot --> b', 'classDef hot fill:#f00'],
    ['%% kept\nclassDef hot fill:#f00;\r\n\n%% kept\ngraph LR\r\na:::hot --> b', 'classDef hot fill:#f00'],
  ])('are moved where they say how something looks: %j', async (text, at) => {
    const { problems, arrows } = parseDiagram(text)
    expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining('above this')])
    expect(arrows).toHaveLength(1)
    const [problem] = problems
    expect(text.slice(problem?.span.start, problem?.span.end)).toBe(at)
    expect((await ask(text)).error).toBeDefined()
    const mended = applyEdits(text, problem?.fixes[0]?.edits ?? [])
    expect(mended).toContain('classDef hot')
    expect((await ask(mended)).error).toBeUndefined()
  })

  it.each([
    'A[Web]\nflowchart TD\na --> b',
    'flowhcart LR\na --> b\npie',
    'one\ntwo\nthree\nfour\nfive\npie',
  ])('but not what may be a diagram: %j', text => {
    expect(parseDiagram(text).problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('is not a diagram type'),
    ])
  })
})

describe('what goes on over several lines', () => {
  tells([
    ['a[Orders\n(new)]\na --> b', 'contains `(`', '(', 'a["Orders\n(new)"]\na --> b'],
    ['a{Paid\n(in full)?} --> b', 'contains `(`', '(', 'a{"Paid\n(in full)?"} --> b'],
    ['a[Orders (new\nand old) of today]', 'contains `(`', '(', 'a["Orders (new\nand old) of today"]'],
    ['a[Orders\nof [today]]:::hot', 'contains `[`', '[', 'a["Orders\nof [today]"]:::hot'],
    ['a -- "Set the name\nand the stage\nb --> c', 'No second quote ends this text', '"Set the name'],
    ['a -- "Set the name', 'No second quote ends this text', '"Set the name'],
  ])

  it.each(['a[Orders\nof today] --> b', 'a -- "Set the name\nand the stage" --> b', 'a["Orders\n(new)"]'])(
    'is no mistake where Mermaid reads it: %j',
    async source => {
      expect(parseDiagram(`flowchart LR\n${source}`).problems).toEqual([])
      expect((await ask(`flowchart LR\n${source}`)).error).toBeUndefined()
    },
  )

  it.each([['a[Orders --> b\nb --> c[Stock (all)]', ['never closed', 'contains `(`']]])(
    'is looked for only where no other statement begins: %j',
    (source, words) => {
      const { problems } = parseDiagram(`flowchart LR\n${source}`)
      expect(problems.map(({ message }) => message)).toEqual(words.map(each => expect.stringContaining(each)))
    },
  )
})

describe('keywords', () => {
  tells([
    ['a --> b\nclassDef call fill:none', '`call` is a keyword', 'call', 'a --> b\nclassDef calls fill:none'],
    ['a --> b\nclassDef end fill:none', '`end` is a keyword', 'end', 'a --> b\nclassDef ends fill:none'],
    ['a --> b\nclass a,b style', '`style` is a keyword', 'style', 'a --> b\nclass a,b styles'],
  ])

  it('are told in each place where they name a class, and nothing for what follows', () => {
    const text = 'flowchart LR\na --> b\nclassDef call fill:none\n\nclass a call\nb --> c\n'
    const { problems } = parseDiagram(text)
    expect(problems.map(({ span }) => text.slice(span.start, span.end))).toEqual(['call', 'call'])
  })

  it.each(['default', 'direction', 'calls', 'ending'])('but %s is none', async name => {
    const text = `flowchart LR\na --> b\nclassDef ${name} fill:none\n`
    expect(parseDiagram(text).problems).toEqual([])
    expect((await ask(text)).error).toBeUndefined()
  })
})
