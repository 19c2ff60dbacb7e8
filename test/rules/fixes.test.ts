// Where fixes write, and in whose way: each finding's first fix, applied to the text.

import { describe, expect, it } from 'vitest'
import { readSystem } from '../../src/model'
import { rules } from '../../src/rules'
import { annotateArrow, annotatePart, inOneBlock, restateArrow } from '../../src/rules/fixes/annotate'
import { commentedArrow, commentedBlock } from '../../src/rules/fixes/commented-block'
import { reportsIn } from '../../src/service/engine/report'
import { parseDiagram } from '../../src/syntax'
import { applyEdits } from '../../src/text/edit'

const systemOf = (text: string) => readSystem(parseDiagram(text), {})

type Entries = Parameters<typeof annotateArrow>[1]['entries']

/** The text after entries were stated for its arrow of that number. */
function stated(text: string, entries: Entries, arrow = 0): string {
  const system = systemOf(text)
  return applyEdits(
    text,
    annotateArrow(system, { connection: system.connections[arrow]!, title: '', entries }).edits,
  )
}

function statedOfPart(text: string, id: string, entries: Entries): string {
  const system = systemOf(text)
  const part = [...system.components, ...system.boundaries].find(each => each.id === id)!
  return applyEdits(text, annotatePart(system, { part, title: '', entries }).edits)
}

const call = 'flowchart LR\n  api[Order API] -->|SQL| db[(Postgres)]\n'

describe('what is stated of an arrow', () => {
  it.each<[string, string, Entries, string]>([
    ['stands below it', call, { timeout: '2s' }, `${call}  %% api->db@{ timeout: 2s }\n`],
    [
      'stands at the end of a text without a last line break',
      'flowchart LR\n  api[Order API] -->|SQL| db[(Postgres)]',
      { timeout: '2s' },
      'flowchart LR\n  api[Order API] -->|SQL| db[(Postgres)]\n  %% api->db@{ timeout: 2s }',
    ],
    [
      'keeps the line breaks of Windows',
      'flowchart LR\r\n  api[Order API] -->|SQL| db[(Postgres)]\r\n  db --> log[Log]\r\n',
      { timeout: '2s' },
      'flowchart LR\r\n  api[Order API] -->|SQL| db[(Postgres)]\r\n  db --> log[Log]\n  %% api->db@{ timeout: 2s }\r\n',
    ],
    [
      'stands below the last arrow, so that arrows stay together',
      `${call}  api -->|HTTP| mail[Mail API]\n  style db fill:#eee\n`,
      { timeout: '2s' },
      `${call}  api -->|HTTP| mail[Mail API]\n  %% api->db@{ timeout: 2s }\n  style db fill:#eee\n`,
    ],
    [
      'stands with what is stated below all arrows',
      `${call}  api -->|HTTP| mail[Mail API]\n\n  %% db@{ p99: 20ms }\n`,
      { timeout: '2s' },
      `${call}  api -->|HTTP| mail[Mail API]\n\n  %% db@{ p99: 20ms }\n  %% api->db@{ timeout: 2s }\n`,
    ],
    [
      'stands with what is stated above all arrows',
      'flowchart LR\n  %% db@{ p99: 20ms }\n  api[Order API] -->|SQL| db[(Postgres)]\n',
      { timeout: '2s' },
      'flowchart LR\n  %% db@{ p99: 20ms }\n  %% api->db@{ timeout: 2s }\n  api[Order API] -->|SQL| db[(Postgres)]\n',
    ],
    [
      'stands below its own arrow where others do',
      `${call}  %% db@{ p99: 20ms }\n  api -->|HTTP| mail[Mail API]\n  mail --> log[Log]\n`,
      { timeout: '2s' },
      `${call}  %% api->db@{ timeout: 2s }\n  %% db@{ p99: 20ms }\n  api -->|HTTP| mail[Mail API]\n  mail --> log[Log]\n`,
    ],
    [
      'goes into its own block',
      `${call}  %% api->db@{ retries: 2 }\n`,
      { timeout: '2s' },
      `${call}  %% api->db@{ retries: 2, timeout: 2s }\n`,
    ],
    [
      'replaces what its own block states',
      `${call}  %% api->db@{ timeout: 5s, retries: 2 }\n`,
      { timeout: '2s', jitter: true },
      `${call}  %% api->db@{ timeout: 2s, retries: 2, jitter: true }\n`,
    ],
    [
      'goes into an empty block',
      `${call}  %% api->db@{}\n`,
      { timeout: '2s' },
      `${call}  %% api->db@{ timeout: 2s }\n`,
    ],
    [
      'does not go into a block of several arrows',
      `${call}  api -->|HTTP| mail[Mail API]\n  %% api->*@{ retries: 2 }\n`,
      { timeout: '2s' },
      `${call}  api -->|HTTP| mail[Mail API]\n  %% api->*@{ retries: 2 }\n  %% api->db@{ timeout: 2s }\n`,
    ],
    [
      'stands below an arrow with an id, not below the last',
      'flowchart LR\n  api[Order API] hop@-->|SQL| db[(Postgres)]\n  api --> log[Log]\n',
      { timeout: '2s' },
      'flowchart LR\n  api[Order API] hop@-->|SQL| db[(Postgres)]\n  hop@{ timeout: 2s }\n  api --> log[Log]\n',
    ],
    [
      'stands in the block of an arrow with an id',
      'flowchart LR\n  api[Order API] hop@-->|SQL| db[(Postgres)]\n',
      { timeout: '2s' },
      'flowchart LR\n  api[Order API] hop@-->|SQL| db[(Postgres)]\n  hop@{ timeout: 2s }\n',
    ],
    [
      'is quoted where YAML would read something else',
      call,
      { fallback: 'a, b', stack: ['breaker', 'retry'], note: 'a: b' },
      `${call}  %% api->db@{ fallback: "a, b", stack: [breaker, retry], note: "a: b" }\n`,
    ],
    [
      'stands in the label where figures do',
      'flowchart LR\n  api[Order API] -->|"SQL, 3 attempts"| db[(Postgres)]\n',
      { timeout: '2s' },
      'flowchart LR\n  api[Order API] -->|"SQL, 3 attempts, 2s timeout"| db[(Postgres)]\n',
    ],
    [
      'stands in the label in quotes',
      'flowchart LR\n  api[Order API] -->|SQL 3 attempts| db[(Postgres)]\n',
      { timeout: '2s' },
      'flowchart LR\n  api[Order API] -->|"SQL 3 attempts, 2s timeout"| db[(Postgres)]\n',
    ],
    [
      'reads as the author writes',
      'flowchart LR\n  api[Order API] -->|"SQL, p99: 20ms"| db[(Postgres)]\n',
      { timeout: '2s' },
      'flowchart LR\n  api[Order API] -->|"SQL, p99: 20ms, timeout: 2s"| db[(Postgres)]\n',
    ],
    [
      'stands in the brackets of the label',
      'flowchart LR\n  api[Order API] -->|"SQL (timeout 2s)"| db[(Postgres)]\n',
      { backoff: 'exponential', jitter: true },
      'flowchart LR\n  api[Order API] -->|"SQL (timeout 2s, exponential backoff, jitter)"| db[(Postgres)]\n',
    ],
    [
      'stands in new brackets where most figures stand in some',
      'flowchart LR\n  api[Order API] -->|"SQL (2s timeout)"| db[(Postgres)]\n  api -->|"HTTP (300ms timeout)"| mail[Mail API]\n  api -->|"HTTP"| tax[Tax API]\n',
      { timeout: '1s' },
      'flowchart LR\n  api[Order API] -->|"SQL (2s timeout)"| db[(Postgres)]\n  api -->|"HTTP (300ms timeout)"| mail[Mail API]\n  api -->|"HTTP (1s timeout)"| tax[Tax API]\n',
    ],
    [
      'does not stand in a label that several arrows share',
      'flowchart LR\n  api[Order API] & web[Web app] -->|"SQL, 3 attempts"| db[(Postgres)]\n',
      { timeout: '2s' },
      'flowchart LR\n  api[Order API] & web[Web app] -->|"SQL, 3 attempts"| db[(Postgres)]\n  %% api->db@{ timeout: 2s }\n',
    ],
    [
      'does not stand in a label that has no words for it',
      'flowchart LR\n  api[Order API] -->|"SQL, 3 attempts"| db[(Postgres)]\n',
      { stack: ['retry', 'breaker'] },
      'flowchart LR\n  api[Order API] -->|"SQL, 3 attempts"| db[(Postgres)]\n  %% api->db@{ stack: [retry, breaker] }\n',
    ],
  ])('%s', (what, text, entries, expected) =>
    expect(stated(text, entries, what.includes('new brackets') ? 2 : 0)).toBe(expected),
  )

  it('stands in the message of a sequence diagram', () => {
    const trace = (message: string) =>
      `sequenceDiagram\n  participant api as Order API\n  participant db as Postgres\n  api->>db: ${message}\n`
    expect(stated(trace('SELECT orders, 3 attempts'), { timeout: '2s' })).toBe(
      trace('SELECT orders, 3 attempts, 2s timeout'),
    )
    expect(stated(trace('SELECT orders'), { timeout: '2s' })).toBe(
      `${trace('SELECT orders')}  %% api->db@{ timeout: 2s }\n`,
    )
  })
})

describe('what is stated of a part', () => {
  it.each<[string, string, string, Entries, string]>([
    ['stands below its statement', call, 'db', { replicas: 2 }, `${call}  %% db@{ replicas: 2 }\n`],
    [
      'goes into its block over several lines',
      `${call}  db@{\n    shape: cyl\n  }\n`,
      'db',
      { replicas: 2 },
      `${call}  db@{\n    shape: cyl\n    replicas: 2\n  }\n`,
    ],
    [
      'goes into its block on one line',
      `${call}  %% db@{ p99: 20ms }\n`,
      'db',
      { replicas: 2, p99: '30ms' },
      `${call}  %% db@{ p99: 30ms, replicas: 2 }\n`,
    ],
    [
      'stands below the line that opens a group',
      'flowchart LR\n  subgraph eu [Europe]\n    api[Order API] --> db[(Postgres)]\n  end\n',
      'eu',
      { region: 'eu-west-1' },
      'flowchart LR\n  subgraph eu [Europe]\n  %% eu@{ region: eu-west-1 }\n    api[Order API] --> db[(Postgres)]\n  end\n',
    ],
    [
      'does not go into a block that nothing closes',
      `${call}  %% db@{ zone: [a }\n`,
      'db',
      { replicas: 2 },
      'flowchart LR\n  api[Order API] -->|SQL| db[(Postgres)]\n  %% db@{ replicas: 2 }\n  %% db@{ zone: [a }\n',
    ],
  ])('%s', (_, text, id, entries, expected) => expect(statedOfPart(text, id, entries)).toBe(expected))
})

describe('a figure gets another value where it stands', () => {
  const restated = (
    label: string,
    key: Parameters<typeof restateArrow>[1]['key'],
    value: string | number,
  ) => {
    const text = `flowchart LR\n  api[Order API] -->|"${label}"| db[(Postgres)]\n`
    const system = systemOf(text)
    const mended = applyEdits(text, restateArrow(system, { connection: system.connections[0]!, key, value }))
    return /\|"(.*)"\|/.exec(mended)?.[1]
  }

  it.each([
    ['SQL, 300ms timeout', 'timeout', '2s', 'SQL, 2s timeout'],
    ['SQL, timeout 300 ms', 'timeout', '2s', 'SQL, timeout 2s'],
    ['SQL, timeout: 1m 30s', 'timeout', '2s', 'SQL, timeout: 2s'],
    ['SQL, retry 3x', 'retries', 1, 'SQL, retry 1x'],
    ['SQL, retry 3x', 'retries', 0, 'SQL, no retries'],
    ['SQL, 3 retries', 'retries', 1, 'SQL, 1 retry'],
    ['SQL, 3 attempts', 'attempts', 2, 'SQL, 2 attempts'],
    ['SQL, 3 attempts', 'attempts', 1, 'SQL, 1 attempt'],
    ['SQL, 2s deadline', 'deadline', '5s', 'SQL, 5s deadline'],
    ['GET /news, polling every 5s', 'interval', '30s', 'GET /news, polling every 30s'],
  ] as const)('%s: %s %s', (label, key, value, expected) =>
    expect(restated(label, key, value)).toBe(expected),
  )
})

describe('lines of several arrows', () => {
  const below = (at: number, text: string) => ({ span: { start: at, end: at }, text })

  it('come together below the last', () => {
    expect(
      inOneBlock([below(10, '\n  %% a->b@{ timeout: 1s }'), below(30, '\n    %% b->c@{ timeout: 2s }')]),
    ).toEqual([below(30, '\n    %% a->b@{ timeout: 1s }\n    %% b->c@{ timeout: 2s }')])
  })

  it('stay where one of them stands alone, and beside what is written into labels', () => {
    const label = { span: { start: 3, end: 8 }, text: 'SQL, 1s timeout' }
    const line = below(30, '\n  %% b->c@{ timeout: 2s }')
    expect(inOneBlock([label, line])).toEqual([label, line])
    expect(inOneBlock([label, line, below(50, '\n  %% c->d@{ timeout: 2s }')])).toEqual([
      label,
      below(50, '\n  %% b->c@{ timeout: 2s }\n  %% c->d@{ timeout: 2s }'),
    ])
  })
})

describe('metadata that newer hosts alone read', () => {
  const commented = (text: string) => {
    const diagram = parseDiagram(text)
    const [fix] = commentedBlock(diagram, diagram.metadata[0]!)
    return fix && applyEdits(text, fix.edits)
  }

  it.each([
    ['in a line of its own', `${call}  db@{ replicas: 2 }\n`, `${call}  %% db@{ replicas: 2 }\n`],
    [
      'where the node is drawn',
      'flowchart LR\n  db@{ replicas: 2 } --> log[Log]\n',
      'flowchart LR\n  db --> log[Log]\n  %% db@{ replicas: 2 }\n',
    ],
    [
      'where an arrow follows it',
      `${call}  db@{ replicas: 2 } --> log[Log]\n`,
      `${call}  db --> log[Log]\n  %% db@{ replicas: 2 }\n`,
    ],
    ['that Mermaid reads as well', `${call}  db@{ shape: cyl, replicas: 2 }\n`, undefined],
    ['without a key', `${call}  db@{ }\n`, undefined],
    [
      'over several lines',
      `${call}  db@{\n    replicas: 2\n    p99: 20ms\n  }\n`,
      `${call}  %% db@{ replicas: 2, p99: 20ms }\n`,
    ],
  ])('%s', (_, text, expected) => expect(commented(text)).toBe(expected))

  const commentedId = (text: string) => {
    const [fix] = commentedArrow(parseDiagram(text), 0)
    return fix && applyEdits(text, fix.edits)
  }
  const hop = 'flowchart LR\n  api[Order API] hop@-->|SQL| db[(Postgres)]\n'

  it.each([
    [
      'of an arrow, with its id',
      `${hop}  hop@{ timeout: 2s }\n`,
      `${hop.replace('hop@', '')}  %% api->db@{ timeout: 2s }\n`,
    ],
    [
      'of an arrow, beside what a comment says of it',
      `${hop}  hop@{ timeout: 2s }\n  %% hop@{ retries: 2 }\n`,
      `${hop.replace('hop@', '')}  %% api->db@{ timeout: 2s }\n  %% api->db@{ retries: 2 }\n`,
    ],
    ['of an arrow whose id serves Mermaid', `${hop}  hop@{ timeout: 2s }\n  class hop fast\n`, undefined],
    ['of an arrow that Mermaid moves', `${hop}  hop@{ animate: true }\n`, undefined],
    ['of an arrow without an id', call, undefined],
  ])('%s', (_, text, expected) => expect(commentedId(text)).toBe(expected))
})

describe('the first fix', () => {
  const fixed = (id: string, text: string) => {
    const rule = rules.find(each => each.id === id)!
    const options = Object.fromEntries(
      Object.entries(rule.options).map(([key, option]) => [key, option.default]),
    )
    const review = { preset: 'recommended', unusedSuppressions: [], isSilent: () => false } as const
    const [report] = [...rule.check(systemOf(text), options, review)].flatMap(reportsIn)
    const [fix] = report?.fixes ?? []
    return fix && applyEdits(text, fix.edits)
  }

  it.each([
    [
      'retry-without-jitter',
      'flowchart LR\n  api[Order API] -->|"HTTP, 3 attempts, exponential backoff"| mail[Mail API]\n',
      'flowchart LR\n  api[Order API] -->|"HTTP, 3 attempts, exponential backoff, jitter"| mail[Mail API]\n',
    ],
    [
      'single-point-of-failure',
      'flowchart LR\n  web[Browser] --> api[Order API] -->|SQL| db[(Postgres)]\n  %% db@{ replicas: 1 }\n',
      'flowchart LR\n  web[Browser] --> api[Order API] -->|SQL| db[(Postgres)]\n  %% db@{ replicas: 2 }\n',
    ],
    [
      'obsolete-tls',
      'flowchart LR\n  api[Order API] -->|"HTTPS, TLS 1.0"| mail[Mail API]\n',
      'flowchart LR\n  api[Order API] -->|"HTTPS, TLS 1.2"| mail[Mail API]\n',
    ],
    [
      'retry-not-idempotent',
      'flowchart LR\n  api[Order API] -->|"POST /payments, 3 attempts"| pay[Payment service]\n',
      'flowchart LR\n  api[Order API] -->|"POST /payments, 3 attempts, idempotency key"| pay[Payment service]\n',
    ],
    [
      'graphql-unbounded',
      'flowchart LR\n  web[Browser] -->|GraphQL| api[Order API]\n',
      'flowchart LR\n  web[Browser] -->|GraphQL| api[Order API]\n  %% api@{ depthLimit: 10 }\n',
    ],
  ])('of %s', (id, text, expected) => expect(fixed(id, text)).toBe(expected))
})
