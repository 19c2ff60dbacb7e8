// Rules that argue with what stands in no line, or in two: a line that cannot be read may be the one.

import { expect, it } from 'vitest'
import { analyze, defaultConfiguration, findings } from '../../src/service'

const rulesIn = (lines: readonly string[]): readonly string[] =>
  findings(analyze(lines.join('\n'), { language: 'mermaid', configuration: defaultConfiguration })).map(
    ({ rule }) => rule,
  )

const chart = ['flowchart LR', '  a[Web app] -->|HTTPS| b[Order API]', '  b -->|SQL| c[(Orders DB)]']
const trace = ['sequenceDiagram', '  participant a as Web app', '  participant b as Order API']

it.each([
  ['arrow-drawn-twice', [...chart, '  b -->|SQL| c'], '  participant d'],
  [
    'ampersand-crossed',
    ['flowchart LR', '  o[Order service] & u[User service] --> d[Order DB] & e[User DB]'],
    '  participant f',
  ],
  ['activation-left-open', [...trace, '  a->>+b: POST /orders', '  b->>a: 201'], '  a-b'],
  [
    'disconnected-component',
    [
      ...[...trace, '  participant d as PostgreSQL', '  participant m as Mail service'],
      ...['  a->>b: POST /orders', '  b->>d: INSERT INTO orders', '  d-->>b: ok', '  b-->>a: 201 Created'],
    ],
    '  b-m',
  ],
])('%s is silent where a line cannot be read, and its suppression is not unused', (rule, lines, broken) => {
  expect(rulesIn(lines)).toContain(rule)
  const refused = [...lines, broken]
  expect(rulesIn(refused)).toContain('syntax-error')
  expect(rulesIn(refused)).not.toContain(rule)
  const suppressed = [lines[0]!, `  %% arrowsmith-disable ${rule}`, ...refused.slice(1)]
  expect(rulesIn(suppressed)).not.toContain('unused-suppression')
})

it('markup that is never closed is read in linear time', () => {
  const time = (tags: number): number => {
    const text = `sequenceDiagram\n  A->>B: ${'<b>'.repeat(tags)}\n`
    const begin = performance.now()
    analyze(text, { language: 'mermaid', configuration: defaultConfiguration })
    findings(analyze(text, { language: 'mermaid', configuration: defaultConfiguration }))
    return performance.now() - begin
  }
  time(1000)
  expect(time(32_000)).toBeLessThan(40 * Math.max(time(4000), 5))
})
