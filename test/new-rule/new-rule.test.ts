// A rule that `npm run new:rule` wrote works before anybody has rewritten it: its page holds.

import { readFileSync } from 'node:fs'
import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'
import type { Rule } from '../../src/rules/rule'
import { configurationOf } from '../../src/service/configuration/layers'
import { analyze } from '../../src/service/engine/analyze'
import { readExpectations, withoutExpectations } from '../expectations'
import { exportName, pageFile, ruleFile, withRule } from './new-rule'

const [id, category] = ['too-many-retries', 'retries']

/** The rule as its file has it, read as if it lay in its category's folder. */
async function written(): Promise<Rule> {
  const { outputFiles } = await build({
    stdin: { contents: ruleFile(id, category), loader: 'ts', resolveDir: `src/rules/${category}` },
    bundle: true,
    format: 'esm',
    write: false,
    logLevel: 'error',
  })
  const module = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0]!.text)}`)
  return module[exportName(id)]
}

function diagrams(section: string): string[] {
  const text = pageFile(id).split(`## ${section}\n`)[1]!.split('\n## ')[0]!
  return [...text.matchAll(/```mermaid\n([\s\S]*?)```/g)].map(match => match[1]!)
}

describe('a new rule', () => {
  it('flags what its page says, where it says, and nothing in the clean diagrams', async () => {
    const rule = await written()
    const review = { preset: 'recommended', unusedSuppressions: [], isSilent: () => false } as const
    const reports = (text: string) =>
      analyze(text, { language: 'mermaid', configuration: configurationOf([]) }).diagrams.flatMap(
        ({ system }) => [...rule.check(system, {}, review)],
      )
    expect(diagrams('Flagged')).toHaveLength(3)
    for (const text of diagrams('Flagged')) {
      const [expected] = readExpectations(text)
      const [found] = reports(withoutExpectations(text))
      expect(found).toMatchObject({ message: expect.stringContaining(expected!.quoted[0]!) })
      expect(found!).toHaveProperty('at', expected!.span)
    }
    expect(diagrams('Clean')).toHaveLength(3)
    expect(diagrams('Clean').flatMap(reports)).toEqual([])
  })

  it('is imported, and listed behind the last rule of its category', () => {
    const index = readFileSync('src/rules/index.ts', 'utf8')
    const text = withRule(index, id, category)
    expect(text).toContain(`import { tooManyRetries } from './${category}/${id}'`)
    expect(text).toMatch(/\n {2}\w+,\n {2}tooManyRetries,\n {2}\/\/ Overload and outages\n/)
    expect(text.length).toBe(
      index.length +
        "import { tooManyRetries } from './retries/too-many-retries'\n".length +
        '  tooManyRetries,\n'.length,
    )
  })
})
