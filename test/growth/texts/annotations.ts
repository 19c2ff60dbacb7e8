// What is stated in a diagram, as often as one likes: figures, settings, suppressions, right ones and wrong ones.

import { generators, times, word } from '../generator'

const flowchart = (body: string) => `flowchart LR\n${body}\n`

const each = (line: (index: number) => string) => (units: number) =>
  flowchart(`a[Web app] -->|HTTPS| b[API]\n${times(units, line)}`)

const design = (units: number) => times(units, n => `a${n}[Web app] -->|HTTP| b${n}[${word(n)} API]`)

const frontmatter = (settings: string) =>
  `---\narrowsmith:\n${settings}\n---\nflowchart LR\na[Web app] --> b[API]\n`

export const annotations = generators('annotations', 'mermaid', {
  'of nodes': n =>
    flowchart(`${design(n)}\n${times(n, i => `%% b${i}@{ p99: ${i}ms, availability: 99.9% }`)}`),
  'of arrows': n => flowchart(`${design(n)}\n${times(n, i => `%% a${i}->b${i}@{ timeout: ${i}ms }`)}`),
  'of the same arrow': each(n => `%% a->b@{ timeout: ${n}ms }`),
  'of arrows by number': n =>
    flowchart(`${times(n, () => 'a --> b')}\n${times(n, i => `%% a->b#${i + 1}@{ timeout: 1s }`)}`),
  'of the same node': each(n => `%% b@{ p99: ${n}ms }`),
  'of the line above': n => flowchart(times(n, i => `%% @{ timeout: ${i}ms }\na${i} --> b${i}`)),
  'of nothing': each(n => `%% x${n}@{ p99: 1ms }`),
  'of unknown arrows': each(n => `%% a->x${n}@{ timeout: 1s }`),
  'of unknown keys': each(n => `%% b@{ latncy${n}: 1ms }`),
  'of unknown long keys': n => flowchart(`a --> b\n%% b@{ ${'latency'.repeat(n / 7)}: 1ms }`),
  'of bad values': each(n => `%% b@{ p99: ${word(n)} }`),
  'of a long bad value': n => flowchart(`a --> b\n%% b@{ p99: ${'x'.repeat(n)} }`),
  'of a long number': n => flowchart(`a --> b\n%% b@{ p99: ${'9'.repeat(n)} }`),
  'of many keys': n => flowchart(`a --> b\n%% b@{ ${times(n, i => `k${i}: 1ms`, ', ')} }`),
  'of a long list': n => flowchart(`a --> b\n%% b@{ locations: [${times(n, word, ', ')}] }`),
  'without end': each(() => '%% b@{ p99: 1ms'),
  'in nested braces': n => flowchart(`a --> b\n%% b@{ a: ${'{ a: '.repeat(n)}`),
  'in nested lists': n => flowchart(`a --> b\n%% b@{ a: ${'['.repeat(n)}`),
  'in native metadata': n => flowchart(times(n, i => `a${i} e${i}@--> b${i}\ne${i}@{ timeout: ${i}ms }`)),
  'of a participant': n =>
    `sequenceDiagram\n${times(n, i => `a->>b${i}: GET /x\n%% a->>b${i}@{ timeout: 1s }`)}`,
  settings: each(() => '%% arrowsmith: { preset: strict }'),
  'settings without end': each(() => '%% arrowsmith: { preset: strict'),
  'settings nested': n => `---\narrowsmith: ${'{a: '.repeat(n)}\n---\nflowchart LR\na-->b`,
  'settings nested in blocks': n =>
    `---\narrowsmith:\n${times(Math.sqrt(n), i => `${' '.repeat(i + 1)}a:`)}\n---\nflowchart LR\na-->b`,
  entries: n =>
    `---\narrowsmith:\n  entries: [${times(n, i => `a${i}`, ', ')}]\n---\nflowchart LR\n${design(n)}`,
  'entries in a block': n =>
    `---\narrowsmith:\n  entries:\n${times(n, i => `    - a${i}`)}\n---\nflowchart LR\n${design(n)}`,
  'entries of the unknown': n => frontmatter(`  entries: [${times(n, i => `x${i}`, ', ')}]`),
  objectives: n =>
    frontmatter(`  objectives:\n${times(n, i => `    o${i}: { from: a, to: b, p99: ${i + 1}ms }`)}`),
  'objectives of many flows': n =>
    `---\narrowsmith:\n  objectives:\n${times(n, i => `    o${i}: { from: a${i}, to: b${i}, p99: 1ms }`)}\n---\nflowchart LR\n${design(n)}`,
  'objectives without end': n => frontmatter(`  objectives: { ${times(n, i => `o${i}: { from: a`, ', ')}`),
  defaults: n => frontmatter(`  defaults:\n    node:\n${times(n, i => `      k${i}: 1ms`)}`),
  frontmatter: n => `---\n${times(n, i => `key${i}: value`)}\n---\nflowchart LR\na-->b`,
  'frontmatter of one line': n => `---\ntitle: ${'x'.repeat(n)}\n---\nflowchart LR\na-->b`,
  'frontmatter of lists': n =>
    `---\ntitle: x\nlist:\n${times(n, i => `  - item ${i}`)}\n---\nflowchart LR\na-->b`,
})

const suppression = (words: string) => `%% arrowsmith-${words}`

export const suppressions = generators('suppressions', 'mermaid', {
  'before each arrow': n =>
    flowchart(times(n, i => `${suppression('disable-next-line')}\na${i}[Web app] -->|HTTP| b${i}[API]`)),
  'of one rule before each arrow': n =>
    flowchart(
      times(n, i => `${suppression('disable-next-line missing-timeout')}\na${i}[Web] -->|HTTP| b${i}[API]`),
    ),
  'of nothing': each(() => suppression('disable-next-line missing-timeout')),
  'of unknown rules': each(n => suppression(`disable-next-line rule-${word(n)}`)),
  'of the whole diagram': n =>
    `${times(n, () => suppression('disable missing-timeout'))}\nflowchart LR\n${design(n)}`,
  'of many rules': n => flowchart(`${suppression(`disable ${times(n, word, ', ')}`)}\na --> b`),
  'switched on and off': n =>
    flowchart(times(n, i => `${suppression('disable')}\na${i} -->|HTTP| b${i}\n${suppression('enable')}`)),
  'switched off': n =>
    flowchart(times(n, i => `${suppression('disable missing-timeout')}\na${i} -->|HTTP| b${i}`)),
  'with reasons': each(n => suppression(`disable-next-line missing-timeout -- because ${n}`)),
  'switched on': each(() => suppression('enable')),
})
