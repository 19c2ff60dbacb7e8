// Reads a rule's page: its sections, and the diagrams in them with the configuration that stands before each.

import { existsSync, readFileSync } from 'node:fs'
import type { Rule } from '../src/rules/rule'
import { parseDiagram } from '../src/syntax'

export const sections = ['Flagged', 'Fixed', 'Clean', 'Options'] as const
export type Section = (typeof sections)[number]

export interface Example {
  readonly section: Section
  /** The diagram's text, without fences. */
  readonly text: string
  /** Where the text stands in the page. */
  readonly start: number
  /** 1-based line in the page. */
  readonly line: number
  /** The `json` block before the diagram: a piece of `arrowsmith.config.json`. */
  readonly configuration?: string
}

/** The kinds of diagrams whose arrows are judged. */
export const families = ['flowchart', 'sequence', 'c4', 'architecture'] as const
export type Family = (typeof families)[number]

export interface Page {
  readonly path: string
  readonly source: string
  readonly title: string
  readonly headings: readonly string[]
  readonly examples: readonly Example[]
}

export const pagePath = (rule: Rule): string => `src/rules/${rule.category}/${rule.id}.md`

export function readPage(rule: Rule): Page {
  const path = pagePath(rule)
  const source = existsSync(path) ? readFileSync(path, 'utf8') : ''
  const headings = [...source.matchAll(/^## (.*)$/gm)]
  return {
    path,
    source,
    title: /^# (.*)$/m.exec(source)?.[1] ?? '',
    headings: headings.map(match => match[1]!),
    examples: examplesOf(source, headings),
  }
}

/** The families that a rule speaks in: those of its flagged diagrams. */
export function flaggedFamilies({ examples }: Page): readonly Family[] {
  const flagged = examples.filter(({ section }) => section === 'Flagged')
  const found = new Set<string>(flagged.map(({ text }) => parseDiagram(text).family))
  return families.filter(family => found.has(family))
}

function examplesOf(source: string, headings: readonly RegExpExecArray[]): Example[] {
  const examples: Example[] = []
  let configuration: string | undefined
  for (const fence of source.matchAll(/^```(mermaid|json)\n([\s\S]*?)^```$/gm)) {
    const text = fence[2]!
    if (fence[1] === 'json') {
      configuration = text
      continue
    }
    const heading = headings.filter(match => match.index < fence.index).at(-1)?.[1]
    const section = sections.find(known => known === heading)
    const start = fence.index + '```mermaid\n'.length
    if (section !== undefined) {
      const line = source.slice(0, start).split('\n').length
      examples.push({ section, text: text.replace(/\n$/, ''), start, line, configuration })
    }
    configuration = undefined
  }
  return examples
}
