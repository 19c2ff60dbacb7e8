// Since when Mermaid has known what a diagram uses, one thing at a time, and how versions compare.

import { describe, expect, it } from 'vitest'
import { isBefore, kindSince, version, versionOf, written } from '../../src/rules/queries/mermaid-versions'
import { noveltiesIn } from '../../src/rules/queries/newer-syntax'
import { parseDiagram } from '../../src/syntax'

describe('versions', () => {
  it.each([
    ['11.4', '11.4'],
    ['v11.4.1', '11.4'],
    ['11', '11.0'],
    [' GitHub ', '11.17'],
    ['gitlab', '11.0'],
    ['nobody', undefined],
    ['11.4.x', undefined],
    ['', undefined],
  ])('%j is %s', (host, found) => {
    const known = versionOf(host)
    expect(known && written(known)).toBe(found)
  })

  it.each([
    [10, 9, 11, 0, true],
    [11, 0, 10, 9, false],
    [11, 3, 11, 4, true],
    [11, 4, 11, 4, false],
    [11, 5, 11, 4, false],
    [12, 0, 11, 4, false],
    [10, 4, 11, 3, true],
  ])('%i.%i before %i.%i: %s', (major, minor, otherMajor, otherMinor, before) =>
    expect(isBefore(version(major, minor), version(otherMajor, otherMinor))).toBe(before),
  )

  it.each([
    ['quadrantChart', '10.2'],
    ['sankey-beta', '10.3'],
    ['xychart-beta', '10.6'],
    ['block-beta', '10.8'],
    ['packet', '11.0'],
    ['architecture-beta', '11.1'],
    ['kanban', '11.4'],
    ['radar-beta', '11.6'],
    ['treemap', '11.8'],
    ['venn', '11.13'],
    ['treeView', '11.14'],
    ['wardley', '11.14'],
    ['swimlane', '11.16'],
    ['usecase', '12.0'],
    ['flowchart', undefined],
    ['gantt', undefined],
  ])('%s has been there since %s', (keyword, since) => {
    const found = kindSince(keyword)
    expect(found && written(found)).toBe(since)
  })
})

/** Each as what it is, since when, and from when on it was read wrongly. */
const found = (text: string): readonly string[] =>
  noveltiesIn(parseDiagram(text)).map(
    ({ what, since, wrongFrom }) => `${what} ${written(since)}${wrongFrom ? ` (${written(wrongFrom)})` : ''}`,
  )

describe('what a diagram uses', () => {
  it.each<[string, string, readonly string[]]>([
    ['nothing', 'flowchart LR\n  a[A] -->|x| b[B]\n', []],
    ['an arrow with an id', 'flowchart LR\n  a e1@--> b\n', ["The arrow's id `e1@` 11.5"]],
    ['metadata', 'flowchart LR\n  a --> b\n  a@{ shape: cyl }\n', ['`a@{ … }` 11.3']],
    ['metadata behind %%', 'flowchart LR\n  a --> b\n  %% a@{ p99: 20ms }\n', []],
    [
      'metadata of an arrow',
      'flowchart LR\n  a e1@--> b\n  e1@{ animate: true }\n',
      ["The arrow's id `e1@` 11.5"],
    ],
    [
      'a curve',
      'flowchart LR\n  a e1@--> b\n  e1@{ curve: linear }\n',
      ["The arrow's id `e1@` 11.5", 'A curve for one arrow 11.10'],
    ],
    [
      'a datastore',
      'flowchart LR\n  a --> b\n  a@{ shape: datastore }\n',
      ['`a@{ … }` 11.3', 'The shape `datastore` 11.15'],
    ],
    ['Markdown', 'flowchart LR\n  a["`**A**`"] --> b\n', ['A label in Markdown 10.1']],
    ['a list', 'flowchart LR\n  a["1. A"] --> b\n', ['A label that starts with “1. ” 11.10 (11.0)']],
    ['another list', 'flowchart LR\n  a["- A"] --> b\n', ['A label that starts with “- ” 11.10 (11.0)']],
    ['a heading', 'flowchart LR\n  a["## A"] --> b\n', ['A label that starts with “## ” 11.10 (11.0)']],
    ['a number', 'flowchart LR\n  a["1.5 A"] --> b\n', []],
    [
      'a list on an arrow',
      'flowchart LR\n  a -->|"1. A"| b\n',
      ['A label that starts with “1. ” 11.10 (11.0)'],
    ],
    [
      'a list on a frame',
      'flowchart LR\n  subgraph s["1. A"]\n    b\n  end\n',
      ['A label that starts with “1. ” 11.10 (11.0)'],
    ],
    ['messages', 'sequenceDiagram\n  a->>b: x\n', []],
    ['messages both ways', 'sequenceDiagram\n  a<<->>b: x\n', ['The arrow `<<->>` 11.0']],
    ['half arrows', 'sequenceDiagram\n  a-|\\b: x\n', ['The arrow `-|\\` 11.13']],
    ['somebody new', 'sequenceDiagram\n  a->>b: x\n  create participant c\n  a->>c: x\n', ['`create` 10.3']],
    ['somebody gone', 'sequenceDiagram\n  a->>b: x\n  destroy b\n  a-xb: x\n', ['`destroy` 10.3']],
    [
      'somebody new in a loop',
      'sequenceDiagram\n  loop x\n    create participant c\n    a->>c: x\n  end\n',
      ['`create` 10.3'],
    ],
    ['side by side', 'sequenceDiagram\n  par x\n    a->>b: x\n  end\n', []],
    ['overlapping', 'sequenceDiagram\n  par_over x\n    a->>b: x\n  end\n', ['`par_over` 10.2']],
    [
      'metadata of a participant',
      'sequenceDiagram\n  participant a@{ "type": "database" }\n  a->>b: x\n',
      ['`a@{ … }` 11.11'],
    ],
    ['C4', 'C4Container\n  Container(a, "A")\n', []],
    ['services', 'architecture-beta\n  service a(server)[A]\n', ['`architecture-beta` 11.1']],
    ['another kind', 'kanban\n  todo\n', ['`kanban` 11.4']],
  ])('%s', (_, text, wanted) => expect(found(text)).toEqual(wanted))
})
