// The snippets: the Markdown ones are the Mermaid ones in fences, and each is a diagram without a finding.

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { analyze, defaultConfiguration, findings } from '../../src/service'

interface Snippet {
  readonly prefix: string
  readonly description: string
  readonly body: readonly string[]
}

const read = (name: string): Readonly<Record<string, Snippet>> =>
  JSON.parse(readFileSync(join('snippets', name), 'utf8'))

const snippets = read('mermaid.json')

/** Statements for a diagram that is there already; the rest are whole diagrams. */
const isPart = ({ body }: Snippet) => !/^(flowchart|sequenceDiagram)\b/.test(body[0] ?? '')

function fenced(snippet: Snippet): Snippet {
  if (isPart(snippet)) return snippet
  const body = snippet.body.filter(line => line.trim() !== '$0')
  return { ...snippet, body: ['```mermaid', ...body, '```', '$0'] }
}

describe('snippets', () => {
  it('are the same in Markdown, in fences (UPDATE=1 writes them)', () => {
    const expected = Object.fromEntries(
      Object.entries(snippets).map(([name, snippet]) => [name, fenced(snippet)]),
    )
    if (process.env.UPDATE)
      writeFileSync(join('snippets', 'markdown.json'), `${JSON.stringify(expected, null, 2)}\n`)
    expect(read('markdown.json')).toEqual(expected)
  })

  it('have prefixes of their own', () => {
    const prefixes = Object.values(snippets).map(({ prefix }) => prefix)
    expect(new Set(prefixes).size).toBe(prefixes.length)
    expect(prefixes.filter(prefix => !/^arch-[a-z-]+$/.test(prefix))).toEqual([])
  })

  it.each(Object.entries(snippets).filter(([, snippet]) => !isPart(snippet)))(
    '%s has neither errors nor warnings',
    (_, snippet) => {
      const context = { language: 'mermaid', configuration: defaultConfiguration } as const
      const found = findings(analyze(written(snippet), context), { figures: true })
      expect(
        found
          .filter(({ severity, suppressed }) => !suppressed && /error|warning/.test(severity))
          .map(({ rule, message }) => `${rule}: ${message}`),
      ).toEqual([])
    },
  )
})

/** What stands in the editor when every placeholder is left as it is. */
const written = ({ body }: Snippet): string =>
  body
    .join('\n')
    .replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, '$1')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\$\d/g, '')
    .replace(/\\([\\$}])/g, '$1')
