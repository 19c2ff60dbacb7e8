// The page about the arithmetic: each figure in it is what comes out.

import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import {
  analyze,
  backgroundTables,
  type ColdCacheRow,
  coldCacheTables,
  defaultConfiguration,
  type FlowRow,
  flowTables,
  pageTables,
  type StormRow,
  stormTables,
} from '../../src/service'
import { formatDuration, formatPercentage } from '../../src/text/figures'

const page = readFileSync('docs/arithmetic.md', 'utf8')
const examples = [...page.matchAll(/^```mermaid\n([\s\S]*?)^```$/gm)].map(([, diagram = '']) => ({
  diagram,
  said: [...diagram.matchAll(/^%% (flow|page|background|note): (.*)$/gm)].map(
    ([, kind, text]) => `${kind}: ${text}`,
  ),
}))

it.each(examples.map(example => ({ ...example, title: example.said.join(' · ') })))(
  '$title',
  ({ diagram, said }) => {
    const snapshot = analyze(diagram, { language: 'mermaid', configuration: defaultConfiguration })
    expect(snapshot.diagrams.flatMap(({ system }) => system.problems)).toEqual([])
    const rows = {
      flow: flowTables(snapshot),
      page: pageTables(snapshot),
      background: backgroundTables(snapshot),
    }
    const found = Object.entries(rows).flatMap(([kind, all]) => all.map(row => `${kind}: ${inWords(row)}`))
    const notes = [
      ...Object.values(rows).flat().flatMap(notesOn),
      ...stormTables(snapshot).map(stormIn),
      ...coldCacheTables(snapshot).rows.map(coldCacheIn),
    ]
    expect(said.length).toBeGreaterThan(0)
    const all = [...found, ...notes.map(note => `note: ${note}`)].join('\n')
    for (const line of said) expect(`${all}\n`).toContain(`${line}\n`)
  },
)

function inWords({ name, p99, failed, availability, objective }: FlowRow): string {
  const missed = objective?.shortfalls.map(shortfall => `: ${shortfall}`).join('') ?? ''
  return `${name} p99 ${formatDuration(p99)}, answered ${formatPercentage(1 - failed)}, availability ${formatPercentage(availability)}${missed}`
}

const notesOn = ({ longest, attempts, notes }: FlowRow): readonly string[] => [
  ...notes.gaps,
  `longest ${formatDuration(longest)}, ${attempts} attempts at ${notes.mostAsked}`,
]

function stormIn({ name, rate, multiplied, state, tipping }: StormRow): string {
  const [, half = rate, all = rate] = multiplied.map(({ factor }) => Math.round(rate * factor))
  return `${name} gets ${Math.round(rate)} requests a second, ${half} at 50% errors, ${all} if all fail, and is ${state} from ${formatPercentage(tipping ?? 1)} on`
}

function coldCacheIn({ cacheName, name, rates }: ColdCacheRow): string {
  const { usual = 0, cold = 0, serving = null } = rates ?? {}
  return `With ${cacheName} empty, ${name} gets ${Math.round(cold)} instead of ${Math.round(usual)} requests a second and serves ${serving}`
}

it('has an example for each mechanism', () => expect(examples).toHaveLength(28))
