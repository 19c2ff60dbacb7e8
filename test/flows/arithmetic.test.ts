// The page about the arithmetic: each figure in it is what comes out.

import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { formatDuration, formatPercentage } from '../../src/text/figures'
import { flowIn } from './door'

const page = readFileSync('docs/arithmetic.md', 'utf8')
const examples = [...page.matchAll(/^```mermaid\n([\s\S]*?)^%% flow: (.*)\n```$/gm)].map(
  ([, diagram = '', said = '']) => ({ diagram, said }),
)

it.each(examples)('$said', ({ diagram, said }) => {
  const { name, p99, failed, availability, objective } = flowIn(diagram)
  const missed = objective?.shortfalls.map(shortfall => `: ${shortfall}`).join('') ?? ''
  expect(
    `${name} p99 ${formatDuration(p99)}, answered ${formatPercentage(1 - failed)}, availability ${formatPercentage(availability)}${missed}`,
  ).toBe(said)
})

it('has an example for each mechanism', () => expect(examples).toHaveLength(7))
