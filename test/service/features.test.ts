// Hovers, completion, definitions and fixes, as fixtures say in their comments.

import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  analyze,
  completionsAt,
  defaultConfiguration,
  definitionAt,
  fixesAt,
  flowTables,
  hoverAt,
  type Snapshot,
} from '../../src/service'
import { formatDuration, formatPercentage } from '../../src/text/figures'
import { type Expectation, readExpectations, type Verb } from '../expectations'

const folder = 'test/service/fixtures'

describe.each(readdirSync(folder))('%s', name => {
  const source = readFileSync(`${folder}/${name}`, 'utf8')
  const snapshot = analyze(source, { language: 'mermaid', configuration: defaultConfiguration })
  const expectations = readExpectations(source).map(expectation => ({
    line: expectation.line,
    verb: expectation.verb,
    expectation,
  }))

  it.each(expectations)('line $line: $verb', ({ expectation }) => {
    checks[expectation.verb](snapshot, expectation)
  })
})

type Check = (snapshot: Snapshot, expectation: Expectation) => void

const checks: Readonly<Record<Verb, Check>> = {
  hover(snapshot, { span, quoted }) {
    const markdown = hoverAt(snapshot, span.start)?.markdown ?? 'no hover'
    for (const part of quoted) expect(markdown).toContain(part)
  },
  complete(snapshot, { span, quoted }) {
    const labels = completionsAt(snapshot, span.end).map(({ label }) => label)
    expect(labels).toEqual(expect.arrayContaining([...quoted]))
  },
  define(snapshot, { span, quoted, carets }) {
    const definition = definitionAt(
      snapshot,
      carets ? span.start : span.start + indentationAt(snapshot.source, span.start),
    )
    expect(definition && snapshot.source.slice(definition.start)).toMatch(startsWith(quoted[0] ?? ''))
  },
  fix(snapshot, { span, quoted }) {
    const titles = fixesAt(snapshot, span).map(({ title }) => title)
    expect(titles).toEqual(expect.arrayContaining([...quoted]))
  },
  flow(snapshot, { text }) {
    const rows = flowTables(snapshot).map(
      ({ name, p99, availability }) =>
        `${name} p99 ${formatDuration(p99)}, availability ${formatPercentage(availability)}`,
    )
    expect(rows).toContain(text)
  },
  expect() {
    throw new Error('findings belong on the pages of rules and in test/diagrams')
  },
}

const indentationAt = (source: string, offset: number): number =>
  /^\s*/.exec(source.slice(offset))?.[0].length ?? 0

const startsWith = (text: string): RegExp => new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`)
