// How diagrams are laid out; that they are drawn the same is shown beside Mermaid, in test/conformance.

import { describe, expect, it } from 'vitest'
import { analyze, defaultConfiguration, formatEdits } from '../../src/service'
import { applyEdits } from '../../src/text/edit'
import type { Language } from '../../src/text/languages'

function formatted(
  source: string,
  language: Language = 'mermaid',
  range?: { start: number; end: number },
): string {
  const snapshot = analyze(source, { language, configuration: defaultConfiguration })
  return applyEdits(source, formatEdits(snapshot, range))
}

describe('layout', () => {
  it.each([
    [
      'subgraphs and their comments',
      'flowchart LR\nsubgraph a [A]\n      subgraph b [B]\n%% inside\nx\nend\nend\ny\n',
      'flowchart LR\n  subgraph a [A]\n    subgraph b [B]\n      %% inside\n      x\n    end\n  end\n  y\n',
    ],
    [
      'branches',
      'sequenceDiagram\nalt in stock\na->>b: x\nelse\nloop twice\na->>b: y\nend\nend\n',
      'sequenceDiagram\n  alt in stock\n    a->>b: x\n  else\n    loop twice\n      a->>b: y\n    end\n  end\n',
    ],
    [
      'boundaries',
      'C4Context\nSystem_Boundary(s,"Shop"){\nSystem(a,"A, of b","asks,twice")\n}\nRel(a,b,"asks")\n',
      'C4Context\n  System_Boundary(s, "Shop") {\n    System(a, "A, of b", "asks,twice")\n  }\n  Rel(a, b, "asks")\n',
    ],
    [
      'messages and notes',
      'sequenceDiagram\n  web ->> +api:asks\n  api-->>-web : answers\n  Note over web,api :done\n',
      'sequenceDiagram\n  web->>+api: asks\n  api-->>-web: answers\n  Note over web,api: done\n',
    ],
    [
      'services',
      'architecture-beta\nservice a(server)[A]\nservice b(database)[B]\na:R-->L:b\n',
      'architecture-beta\n  service a(server)[A]\n  service b(database)[B]\n  a:R --> L:b\n',
    ],
    [
      'what is indented otherwise than the first line',
      '  flowchart LR\n      a --> b\n  b --> c\n\tsubgraph d\n    c\n\tend\n',
      'flowchart LR\n    a --> b\n    b --> c\n    subgraph d\n        c\n    end\n',
    ],
    ['a level of one blank, or of many', 'graph TD\n a --> b\n', 'graph TD\n  a --> b\n'],
    ['statements on one line', 'graph TD;a-->b;b---c\n', 'graph TD\n  a --> b\n  b --- c\n'],
    [
      'blanks at the ends of lines, and blank lines',
      'flowchart LR  \n\n\n  a --> b \t\n   \n  %% why  \n',
      'flowchart LR\n\n\n  a --> b\n\n  %% why\n',
    ],
  ])('of %s', (_, before, after) => {
    expect(formatted(before)).toBe(after)
    expect(formatted(after)).toBe(after)
  })

  it.each([
    ['an arrow that took a letter of the name', 'flowchart LR\n  a ---orders\n  b --xml\n'],
    ['texts over several lines', 'flowchart LR\n  a["one\n two"] --> b\n'],
    [
      'quotes that are needed',
      'flowchart LR\n  a["(one)"] -->|"a, b; c"| b["end"]\n  b --> c["`**bold**`"]\n',
    ],
    ['YAML over several lines', 'flowchart LR\n  a@{\n      shape: cyl\n      label: "A"\n  }\n'],
    ['frontmatter', '---\ntitle:   A\nconfig:\n      theme: dark\n---\nflowchart LR\n  a --> b\n'],
    ['accessible descriptions', 'flowchart LR\n  accDescr {\nfirst\n   second\n  }\n  a --> b\n'],
    [
      'a suppression',
      'flowchart LR\n  %% arrowsmith-disable-next-line unlabeled-arrow -- known\n  a --> b\n',
    ],
    ['indentation by four blanks', 'flowchart LR\n    subgraph a [A]\n        x\n    end\n    x --> y\n'],
    ['indentation by tabs', 'sequenceDiagram\n\talt in stock\n\t\ta->>b: x\n\tend\n'],
  ])('leaves %s alone', (_, text) => {
    expect(formatted(text)).toBe(text)
  })
})

it('does not hide that an arrowhead may be an accident', () => {
  expect(formatted('flowchart LR\n  a---oc\n')).toContain('---oc')
})

describe('a range', () => {
  const untidy = 'flowchart LR\na-->b\nb-->c\nc-->d\n'

  it('lays out its lines and no others', () => {
    const start = untidy.indexOf('b-->c')
    expect(formatted(untidy, 'mermaid', { start: start + 2, end: start + 3 })).toBe(
      'flowchart LR\na-->b\n  b --> c\nc-->d\n',
    )
  })
})

describe('documents', () => {
  it('keep what stands around their diagrams', () => {
    const list = '1.  Orders:\n\n    ```mermaid\n    flowchart LR\n    a-->b\n    ```\n\n2. More  ;\n'
    expect(formatted(list, 'markdown')).toBe(list.replace('    a-->b', '      a --> b'))
  })
})
