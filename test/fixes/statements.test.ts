// Figures are written where their author writes them: into a label, into braces that are there, into a line of their own.

import { describe, expect, it } from 'vitest'
import { readSystem } from '../../src/model'
import {
  annotateArrow,
  annotatePart,
  inOneBlock,
  type Restatement,
  restateArrow,
  type StatedEntries,
} from '../../src/rules/fixes/annotate'
import { commentedArrow, commentedBlock } from '../../src/rules/fixes/commented-block'
import { parseDiagram } from '../../src/syntax'
import { applyEdits } from '../../src/text/edit'

const chart = (lines: string): string => `flowchart LR\n${lines.replace(/^\s*/gm, '  ')}\n`
const lines = (text: string): string =>
  text
    .split('\n')
    .slice(1)
    .map(line => line.trim())
    .join('\n')
    .trim()

const systemOf = (text: string) => readSystem(parseDiagram(text), {})

/** A flowchart after entries are stated for its first arrow. */
function withArrow(drawn: string, entries: StatedEntries): string {
  const text = chart(drawn)
  const system = systemOf(text)
  return lines(
    applyEdits(text, annotateArrow(system, { connection: system.connections[0]!, title: '', entries }).edits),
  )
}

/** A flowchart after entries are stated for its first component. */
function withPart(drawn: string, entries: StatedEntries): string {
  const text = chart(drawn)
  const system = systemOf(text)
  return lines(
    applyEdits(text, annotatePart(system, { part: system.components[0]!, title: '', entries }).edits),
  )
}

function restated(drawn: string, key: Restatement['key'], value: string | number): string {
  const text = chart(drawn)
  const system = systemOf(text)
  return lines(applyEdits(text, restateArrow(system, { connection: system.connections[0]!, key, value })))
}

const two = 'a[Order service] -->|HTTP| b[Stock service]'

describe('for an arrow', () => {
  it.each<[string, string, StatedEntries, string]>([
    ['in a line of its own', two, { timeout: '2s' }, `${two}\n%% a->b@{ timeout: 2s }`],
    ['several', two, { timeout: '2s', retries: 2 }, `${two}\n%% a->b@{ timeout: 2s, retries: 2 }`],
    ['a list', two, { stack: ['breaker', 'retry'] }, `${two}\n%% a->b@{ stack: [breaker, retry] }`],
    ['what YAML would read otherwise', two, { fallback: 'a: b' }, `${two}\n%% a->b@{ fallback: "a: b" }`],
    [
      'below the last arrow',
      `${two}\nb -->|SQL| c[(Postgres)]`,
      { timeout: '2s' },
      `${two}\nb -->|SQL| c[(Postgres)]\n%% a->b@{ timeout: 2s }`,
    ],
    [
      'below what is stated below all arrows',
      `${two}\nb -->|SQL| c[(Postgres)]\n%% c@{ p99: 5ms }`,
      { timeout: '2s' },
      `${two}\nb -->|SQL| c[(Postgres)]\n%% c@{ p99: 5ms }\n%% a->b@{ timeout: 2s }`,
    ],
    [
      'below what is stated above all arrows',
      `%% c@{ p99: 5ms }\n${two}\nb -->|SQL| c[(Postgres)]`,
      { timeout: '2s' },
      `%% c@{ p99: 5ms }\n%% a->b@{ timeout: 2s }\n${two}\nb -->|SQL| c[(Postgres)]`,
    ],
    [
      'below its arrow, as others are',
      `${two}\n%% b@{ p99: 5ms }\nb -->|SQL| c[(Postgres)]\n%% c@{ p99: 5ms }`,
      { timeout: '2s' },
      `${two}\n%% a->b@{ timeout: 2s }\n%% b@{ p99: 5ms }\nb -->|SQL| c[(Postgres)]\n%% c@{ p99: 5ms }`,
    ],
    [
      'into its braces',
      `${two}\n%% a->b@{ retries: 2 }`,
      { timeout: '2s' },
      `${two}\n%% a->b@{ retries: 2, timeout: 2s }`,
    ],
    [
      'in the place of another value',
      `${two}\n%% a->b@{ timeout: 3s }`,
      { timeout: '2s' },
      `${two}\n%% a->b@{ timeout: 2s }`,
    ],
    [
      'one there, one added',
      `${two}\n%% a->b@{ timeout: 3s }`,
      { timeout: '2s', retries: 2 },
      `${two}\n%% a->b@{ timeout: 2s, retries: 2 }`,
    ],
    ['into empty braces', `${two}\n%% a->b@{ }`, { timeout: '2s' }, `${two}\n%% a->b@{ timeout: 2s }`],
    [
      'not into braces of two arrows',
      `${two}\na -->|HTTP| b\n%% a->b@{ retries: 2 }`,
      { timeout: '2s' },
      `${two}\na -->|HTTP| b\n%% a->b@{ retries: 2 }\n%% a->b#1@{ timeout: 2s }`,
    ],
    [
      'by its id',
      'a[Order service] e1@-->|HTTP| b[Stock service]',
      { timeout: '2s' },
      'a[Order service] e1@-->|HTTP| b[Stock service]\ne1@{ timeout: 2s }',
    ],
  ])('%s', (_, drawn, entries, wanted) => expect(withArrow(drawn, entries)).toBe(wanted))
})

describe('in its label', () => {
  const label = (written: string, entries: StatedEntries): string =>
    /\|(.*)\|/.exec(withArrow(`a[Order service] -->|${written}| b[Stock service]`, entries))?.[1] ?? ''

  it.each<[string, StatedEntries, string]>([
    ['"HTTP, 2 retries"', { timeout: '2s' }, '"HTTP, 2 retries, 2s timeout"'],
    ['"HTTP, timeout 3s"', { deadline: '9s' }, '"HTTP, timeout 3s, deadline 9s"'],
    ['"HTTP, timeout: 3s"', { deadline: '9s' }, '"HTTP, timeout: 3s, deadline: 9s"'],
    ['"HTTP, timeout=3s"', { deadline: '9s' }, '"HTTP, timeout=3s, deadline=9s"'],
    ['"HTTP, 3s timeout"', { deadline: '9s' }, '"HTTP, 3s timeout, 9s deadline"'],
    ['"HTTP (3s timeout)"', { deadline: '9s' }, '"HTTP (3s timeout, 9s deadline)"'],
    ['"HTTP, 3s timeout (orders)"', { deadline: '9s' }, '"HTTP, 3s timeout (orders), 9s deadline"'],
    ['"HTTP, 2 retries"', { breaker: true }, '"HTTP, 2 retries, circuit breaker"'],
    ['"HTTP, 2 retries"', { jitter: true }, '"HTTP, 2 retries, jitter"'],
    ['"POST /orders, 2 retries"', { idempotencyKey: true }, '"POST /orders, 2 retries, idempotency key"'],
    ['"HTTP, 2 retries"', { backoff: 'exponential' }, '"HTTP, 2 retries, exponential backoff"'],
    ['2s timeout', { retries: 2 }, '2s timeout'],
    ['"HTTP, 2 retries"', { breaker: false }, '"HTTP, 2 retries"'],
    ['"HTTP &amp; 2 retries"', { timeout: '2s' }, '"HTTP &amp; 2 retries"'],
  ])('%s and %o', (written, entries, wanted) => expect(label(written, entries)).toBe(wanted))

  it('where most others state theirs there', () => {
    const other = (share: string) => `b -->|SQL${share}| c[(Postgres)]`
    expect(
      withArrow(`${two}\n${other(', 1s timeout')}\nb -->|SQL, 1s timeout| d[(MySQL)]`, { timeout: '2s' }),
    ).toContain('a[Order service] -->|"HTTP, 2s timeout"| b')
    expect(withArrow(`${two}\n${other(', 1s timeout')}`, { timeout: '2s' })).toContain(
      '%% a->b@{ timeout: 2s }',
    )
  })

  it.each([
    ['the technology', '"Reads", "HTTP, 2 retries"', '"Reads", "HTTP, 2 retries, 2s timeout"'],
    [
      'the label, where that states figures',
      '"Reads, 2 retries", "HTTP"',
      '"Reads, 2 retries, 2s timeout", "HTTP"',
    ],
    ['the label, where nothing else is there', '"Reads, 2 retries"', '"Reads, 2 retries, 2s timeout"'],
  ])('in C4: %s', (_, written, wanted) => {
    const drawn = (words: string) =>
      `C4Container\nContainer(a, "Order service")\nContainer(b, "Stock service")\nRel(a, b, ${words})\n`
    const system = systemOf(drawn(written))
    const [connection] = system.connections
    const { edits } = annotateArrow(system, {
      connection: connection!,
      title: '',
      entries: { timeout: '2s' },
    })
    expect(applyEdits(drawn(written), edits)).toBe(drawn(wanted))
  })

  it('but not in C4 where the label stands without quotes', () => {
    const drawn =
      'C4Container\nContainer(a, "Order service")\nContainer(b, "Stock service")\nRel(a, b, Reads 2 retries)\n'
    const system = systemOf(drawn)
    const [connection] = system.connections
    const { edits } = annotateArrow(system, {
      connection: connection!,
      title: '',
      entries: { timeout: '2s' },
    })
    expect(applyEdits(drawn, edits).split('\n')).toEqual(
      expect.arrayContaining(['Rel(a, b, Reads 2 retries)', '%% a->b@{ timeout: 2s }']),
    )
  })

  it('but not in one of several arrows', () => {
    const drawn = 'a[Order service] & c[Cart service] -->|"HTTP, 2 retries"| b[Stock service]'
    expect(withArrow(drawn, { timeout: '2s' })).toContain('%% a->b@{ timeout: 2s }')
  })
})

describe('for a part', () => {
  it.each<[string, string, string]>([
    ['below its statement', two, `${two}\n%% a@{ replicas: 2 }`],
    ['into its braces', `${two}\n%% a@{ p99: 5ms }`, `${two}\n%% a@{ p99: 5ms, replicas: 2 }`],
    ['in the place of another value', `${two}\n%% a@{ replicas: 1 }`, `${two}\n%% a@{ replicas: 2 }`],
    [
      'not into braces that are broken',
      `${two}\n%% a@{ p99: [5ms }`,
      `${two}\n%% a@{ replicas: 2 }\n%% a@{ p99: [5ms }`,
    ],
  ])('%s', (_, drawn, wanted) => expect(withPart(drawn, { replicas: 2 })).toBe(wanted))

  it('on a line of its own in braces over several lines', () => {
    const drawn = 'flowchart LR\n  a[Order service] --> b[Stock service]\n  a@{\n    p99: 5ms\n  }\n'
    const system = systemOf(drawn)
    const { edits } = annotatePart(system, {
      part: system.components[0]!,
      title: '',
      entries: { replicas: 2 },
    })
    expect(applyEdits(drawn, edits)).toBe(
      'flowchart LR\n  a[Order service] --> b[Stock service]\n  a@{\n    p99: 5ms\n    replicas: 2\n  }\n',
    )
  })

  it('above a directive that runs on', () => {
    const drawn = 'flowchart LR\n  a[Order service] --> b[Stock service] %%{ init: {\n  } }%%\n'
    const system = systemOf(drawn)
    const { edits } = annotatePart(system, {
      part: system.components[0]!,
      title: '',
      entries: { replicas: 2 },
    })
    expect(applyEdits(drawn, edits)).toContain('flowchart LR\n  %% a@{ replicas: 2 }\n  a[')
  })

  it('before the end of a line from Windows', () => {
    const drawn = 'flowchart LR\r\n  a[Order service] --> b[Stock service]\r\n'
    const system = systemOf(drawn)
    const { edits } = annotatePart(system, {
      part: system.components[0]!,
      title: '',
      entries: { replicas: 2 },
    })
    expect(applyEdits(drawn, edits)).toBe(
      'flowchart LR\r\n  a[Order service] --> b[Stock service]\n  %% a@{ replicas: 2 }\r\n',
    )
  })
})

describe('another value', () => {
  it.each<[string, Restatement['key'], string | number, string]>([
    ['2s timeout', 'timeout', '1s', '1s timeout'],
    ['timeout 2s', 'timeout', '1s', 'timeout 1s'],
    ['timeout 1m 30s', 'timeout', '1s', 'timeout 1s'],
    ['3 retries', 'retries', 2, '2 retries'],
    ['3 retries', 'retries', 1, '1 retry'],
    ['3 retries', 'retries', 0, 'no retries'],
    ['retry 3x', 'retries', 2, 'retry 2x'],
    ['retry 3x', 'retries', 0, 'no retries'],
    ['3 attempts', 'attempts', 1, '1 attempt'],
    ['every 2s', 'interval', '9s', 'every 9s'],
    ['9s deadline', 'deadline', '3s', '3s deadline'],
  ])('%s: %s %s', (written, key, value, wanted) =>
    expect(restated(`a[Order service] -->|"HTTP, ${written}"| b[Stock service]`, key, value)).toContain(
      `|"HTTP, ${wanted}"|`,
    ),
  )

  it('in braces', () =>
    expect(restated(`${two}\n%% a->b@{ timeout: 2s }`, 'timeout', '1s')).toBe(
      `${two}\n%% a->b@{ timeout: 1s }`,
    ))
})

describe('lines that are added', () => {
  const line = (start: number, text: string) => ({ span: { start, end: start }, text })

  it('come together below the last', () =>
    expect(inOneBlock([line(5, '\n  %% a@{ p99: 1s }'), line(9, '\n    %% b@{ p99: 1s }')])).toEqual([
      line(9, '\n    %% a@{ p99: 1s }\n    %% b@{ p99: 1s }'),
    ]))

  it('stay where they are alone or are no lines', () => {
    const one = [line(5, '\n  %% a@{ p99: 1s }')]
    expect(inOneBlock(one)).toBe(one)
    const other = [line(5, '\n  %% a@{ p99: 1s }'), line(9, ', timeout: 2s')]
    expect(inOneBlock(other)).toBe(other)
  })
})

describe('metadata for older versions', () => {
  const commented = (drawn: string): string => {
    const text = chart(drawn)
    const diagram = parseDiagram(text)
    const [fix] = commentedBlock(diagram, diagram.metadata[0]!)
    return fix ? lines(applyEdits(text, fix.edits)) : 'nothing'
  }

  it.each([
    ['on a line of its own', `${two}\na@{ p99: 5ms }`, `${two}\n%% a@{ p99: 5ms }`],
    ['that Mermaid reads', `${two}\na@{ shape: cyl }`, 'nothing'],
    ['with a value over several lines', `${two}\na@{ p99: "5\nms" }`, 'nothing'],
    ['that states nothing', `${two}\na@{ }`, 'nothing'],
    [
      'where the node is drawn',
      'a@{ p99: 5ms } --> b[Stock service]',
      'a --> b[Stock service]\n%% a@{ p99: 5ms }',
    ],
  ])('%s', (_, drawn, wanted) => expect(commented(drawn)).toBe(wanted))

  const withoutId = (drawn: string): string => {
    const text = chart(drawn)
    const [fix] = commentedArrow(parseDiagram(text), 0)
    return fix ? lines(applyEdits(text, fix.edits)) : 'nothing'
  }

  const withId = 'a[Order service] e1@-->|HTTP| b[Stock service]'

  it.each([
    ['an id and its block', `${withId}\ne1@{ timeout: 2s }`, `${two}\n%% a->b@{ timeout: 2s }`],
    ['an id that nothing names', withId, two],
    ['an id in a comment', `${withId}\n%% e1@{ timeout: 2s }`, `${two}\n%% a->b@{ timeout: 2s }`],
    ['an id that a class names', `${withId}\nclass e1 fast`, 'nothing'],
    ['an id that Mermaid reads', `${withId}\ne1@{ animate: true }`, 'nothing'],
    ['no id', two, 'nothing'],
  ])('%s', (_, drawn, wanted) => expect(withoutId(drawn)).toBe(wanted))
})
