// What introduces a diagram: the headings above it and the paragraph before it.

import { expect, it } from 'vitest'
import { findDiagrams } from '../../src/text/diagrams'
import { introductionsIn } from '../../src/text/introduction'
import type { Language } from '../../src/text/languages'

function introductions(source: string, language: Language) {
  const introductionAt = introductionsIn(source, language)
  return findDiagrams(source, language).map(({ span }) => introductionAt(span.start))
}

const fence = '```mermaid\nflowchart LR\n  a --> b\n```\n'

it('is the headings that a diagram stands under, and the paragraph before it', () => {
  const source = `# Orders\n\nOld words.\n\n## Runtime\n\nThis is how orders\nare taken:\n\n${fence}`
  expect(introductions(source, 'markdown')).toEqual([
    { headings: ['Orders', 'Runtime'], before: 'This is how orders are taken:' },
  ])
})

it('takes no words from above a heading or from another diagram', () => {
  expect(introductions(`Old words.\n\n# Runtime\n\n${fence}`, 'markdown')).toEqual([
    { headings: ['Runtime'], before: '' },
  ])
  expect(introductions(`First:\n\n${fence}\n${fence}`, 'markdown').map(({ before }) => before)).toEqual([
    'First:',
    '',
  ])
})

it('is nothing for a bare diagram', () => {
  expect(introductions('flowchart LR\n  a --> b\n', 'mermaid')).toEqual([{ headings: [], before: '' }])
})

it('is no line of marks around a diagram, whatever dashes follow it', () => {
  const titled = fence.replace('flowchart', '---\ntitle: Orders\n---\nflowchart')
  expect(introductions(`# Runtime\n\n${titled}---\n\n${fence}`, 'markdown')).toEqual([
    { headings: ['Runtime'], before: '' },
    { headings: ['Runtime'], before: '' },
  ])
})
