// Each rule speaks in flowcharts, sequence, C4 and architecture diagrams, or its page says why it has nothing to say there.

import { describe, expect, it } from 'vitest'
import { rules } from '../../src/rules'
import { type Family, families, flaggedFamilies, readPage } from '../pages'

/** How a page names a family. */
const names: Readonly<Record<Family, RegExp>> = {
  flowchart: /\bflowcharts?\b/i,
  sequence: /\bsequence\b/i,
  c4: /\bC4\b/,
  architecture: /\barchitecture diagrams?\b/i,
}

describe.each(rules.map(rule => ({ id: rule.id, rule })))('$id', ({ rule }) => {
  const page = readPage(rule)
  const spoken = flaggedFamilies(page)

  it('has a flagged diagram', () => {
    expect(spoken).not.toEqual([])
  })

  it.each(families.filter(family => !spoken.includes(family)))('says why it is silent in a %s', family => {
    const prose = page.source.slice(page.source.indexOf('<!-- end -->'), page.source.indexOf('\n## Flagged'))
    const sentences = prose.replace(/\n/g, ' ').split(/(?<=[.:;])\s/)
    expect(
      sentences.some(sentence => names[family].test(sentence)),
      page.path,
    ).toBe(true)
  })
})
