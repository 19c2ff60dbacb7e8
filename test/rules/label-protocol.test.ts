// What is written on an arrow stays on its line.

import { expect, it } from 'vitest'
import { readSystem } from '../../src/model'
import { labelProtocol } from '../../src/rules/fixes/label-protocol'
import { parseDiagram } from '../../src/syntax'
import { applyEdits } from '../../src/text/edit'

it.each([
  ['api->>ledger', 'api->>ledger: HTTPS'],
  ['api->>ledger:', 'api->>ledger: HTTPS'],
  ['api->>ledger: books it', 'api->>ledger: books it, HTTPS'],
])('%s becomes %s', (written, labeled) => {
  const text = (message: string) => `sequenceDiagram\n  ${message}\n  ledger-->>api: ok\n`
  const system = readSystem(parseDiagram(text(written)), {})
  const connection = system.connections[0]!
  const [fix] = labelProtocol(system, { connection, title: () => '', names: ['HTTPS'] })
  expect(applyEdits(text(written), fix!.edits)).toBe(text(labeled))
})

it('is offered for no arrow that cannot hold it', () => {
  const fixes = (line: string) => {
    const system = readSystem(parseDiagram(`flowchart LR\n  api ${line}\n  db[(Orders)]\n`), {})
    return labelProtocol(system, { connection: system.connections[0]!, title: name => name, names: ['SQL'] })
  }
  expect(fixes('<-->')).toEqual([])
  expect(fixes('call@-->')).toEqual([])
  expect(fixes('-->').map(({ edits }) => edits[0]?.text)).toEqual(['-- SQL -->'])
})

/** The text with its first arrow labeled. */
function labeled(text: string): string | undefined {
  const system = readSystem(parseDiagram(text), {})
  const [fix] = labelProtocol(system, {
    connection: system.connections[0]!,
    title: name => name,
    names: ['HTTPS'],
  })
  return fix && applyEdits(text, fix.edits)
}

it.each([
  ['in bars', 'flowchart LR\n  a --> b\n', 'flowchart LR\n  a -->|HTTPS| b\n'],
  ['in bars that are there', 'flowchart LR\n  a -->|| b\n', 'flowchart LR\n  a -->|HTTPS| b\n'],
  [
    'in quotes where most labels are',
    'flowchart LR\n  a --> b\n  b -->|"SQL"| c\n',
    'flowchart LR\n  a -->|"HTTPS"| b\n  b -->|"SQL"| c\n',
  ],
  [
    'without where half of them are',
    'flowchart LR\n  a --> b\n  b -->|"SQL"| c\n  c -->|AMQP| d\n',
    'flowchart LR\n  a -->|HTTPS| b\n  b -->|"SQL"| c\n  c -->|AMQP| d\n',
  ],
  [
    'within the arrow where most labels are',
    'flowchart LR\n  a --> b\n  b -- SQL --> c\n',
    'flowchart LR\n  a -- HTTPS --> b\n  b -- SQL --> c\n',
  ],
  [
    'within a dotted arrow',
    'flowchart LR\n  a -.-> b\n  b -- SQL --> c\n',
    'flowchart LR\n  a -. HTTPS .-> b\n  b -- SQL --> c\n',
  ],
  [
    'within a thick arrow',
    'flowchart LR\n  a ==> b\n  b -- SQL --> c\n',
    'flowchart LR\n  a == HTTPS ==> b\n  b -- SQL --> c\n',
  ],
  ['behind its words', 'flowchart LR\n  a -->|reads| b\n', 'flowchart LR\n  a -->|reads, HTTPS| b\n'],
  [
    'behind its words in quotes',
    'flowchart LR\n  a -->|"reads "| b\n',
    'flowchart LR\n  a -->|"reads, HTTPS "| b\n',
  ],
  [
    'on an edge',
    'architecture-beta\n  service a(server)[A]\n  service b(server)[B]\n  a:R --> L:b\n',
    'architecture-beta\n  service a(server)[A]\n  service b(server)[B]\n  a:R -[HTTPS]-> L:b\n',
  ],
  [
    'as an argument',
    'C4Container\n  Container(a, "A")\n  Container(b, "B")\n  Rel(a, b, "reads")\n',
    'C4Container\n  Container(a, "A")\n  Container(b, "B")\n  Rel(a, b, "reads", "HTTPS")\n',
  ],
  [
    'in an empty argument',
    'C4Container\n  Container(a, "A")\n  Container(b, "B")\n  Rel(a, b, "reads", "")\n',
    'C4Container\n  Container(a, "A")\n  Container(b, "B")\n  Rel(a, b, "reads", "HTTPS")\n',
  ],
  [
    'behind an argument',
    'C4Container\n  Container(a, "A")\n  Container(b, "B")\n  Rel(a, b, "reads", "TLS")\n',
    'C4Container\n  Container(a, "A")\n  Container(b, "B")\n  Rel(a, b, "reads", "TLS, HTTPS")\n',
  ],
])('stands %s', (_, text, expected) => expect(labeled(text)).toBe(expected))
