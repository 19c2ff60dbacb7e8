// The examples are what a newcomer sees first: Mermaid draws them, and they show what the linter is for.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ask } from '../conformance/oracle'
import { flowsContract, lintContract } from './contract'
import { build, repository, runner } from './program'

const arrowsmith = runner(build('cli'))
const folder = join(repository, 'examples')

describe('examples', () => {
  it.each(readdirSync(folder))('%s is accepted by Mermaid', async name => {
    const text = readFileSync(join(folder, name), 'utf8')
    const blocks = name.endsWith('.md')
      ? Array.from(text.matchAll(/^```mermaid\n([\s\S]*?)^```$/gm), ([, block]) => block ?? '')
      : [text]
    expect(blocks.length).toBeGreaterThan(0)
    for (const block of blocks) expect((await ask(block)).error).toBeUndefined()
  })

  it('show retries that multiply, a timeout inversion and an upgrade that gets lost, and no mistakes of ours', async () => {
    const { files, summary } = lintContract.parse(
      JSON.parse((await arrowsmith(['lint', 'examples', '--format', 'json'])).stdout),
    )
    const rules = new Map(files.map(({ path, findings }) => [path, findings.map(({ rule }) => rule)]))
    expect(rules.get('examples/checkout.md')).toEqual(
      expect.arrayContaining(['retry-layering', 'timeout-inversion', 'retry-without-backoff']),
    )
    expect(rules.get('examples/chat.md')).toContain('websocket-behind-l7')
    expect(rules.get('examples/production-stack.mmd')).toEqual([])
    const careless = [
      'syntax-error',
      'unknown-attribute',
      'invalid-value',
      'unknown-target',
      'conflicting-figures',
      'unused-suppression',
    ]
    expect([...rules.values()].flat().filter(rule => careless.includes(rule))).toEqual([])
    expect(summary.errors + summary.warnings + summary.infos).toBeLessThan(25)
  })

  it('have flows, and tables that are true', async () => {
    const { flows } = flowsContract.parse(
      JSON.parse((await arrowsmith(['flows', 'examples', '--format', 'json'])).stdout),
    )
    expect(flows.find(({ name }) => name === 'checkout')).toMatchObject({ attempts: 27, attemptsAt: 'psp' })
    expect(new Set(flows.map(({ path }) => path)).size).toBe(4)
    expect((await arrowsmith(['flows', '--check', 'examples'])).code).toBe(0)
  })
})
