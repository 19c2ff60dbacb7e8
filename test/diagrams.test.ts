// Whole design pages with every rule on: nothing is found but what their comments expect, and the figures are theirs.

import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { analyze, defaultConfiguration, findings, flowTables } from '../src/service'
import { formatDuration, formatPercentage } from '../src/text/figures'
import { ask } from './conformance/oracle'
import { mismatches, readExpectations } from './expectations'

const folder = 'test/diagrams'

describe.each(readdirSync(folder))('%s', name => {
  const source = readFileSync(`${folder}/${name}`, 'utf8')
  const snapshot = analyze(source, { language: 'markdown', configuration: defaultConfiguration })

  it('gets the findings it expects', () => {
    expect(mismatches(source, findings(snapshot, { figures: true }))).toEqual([])
  })

  it('has the figures it expects', () => {
    const rows = flowTables(snapshot).map(
      flow =>
        `${flow.name} p99 ${formatDuration(flow.p99)}, availability ${formatPercentage(flow.availability)}`,
    )
    const stated = readExpectations(source).filter(({ verb }) => verb === 'flow')
    expect(stated, 'flows stated').not.toEqual([])
    expect(rows).toEqual(expect.arrayContaining(stated.map(({ text }) => text)))
  })

  it('is Mermaid', async () => {
    const diagrams = [...source.matchAll(/^```mermaid\n([\s\S]*?)^```$/gm)].map(([, text]) => text!)
    expect(snapshot.diagrams).toHaveLength(diagrams.length)
    for (const text of diagrams) expect((await ask(text)).error, text).toBeUndefined()
  })
})
