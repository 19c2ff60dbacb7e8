// What a document says in words: its text without its diagrams and code.

import { findDiagrams } from '../diagrams'
import { readFences } from '../fences'
import { type Language, markupOf } from '../languages'
import type { Span } from '../span'
import { textsInside } from '../texts-inside'

/** Headings, paragraphs, lists and tables of a document, in its order; '' for a bare diagram. */
export function proseOf(source: string, language: Language): string {
  const inside = textsInside(source, language)
  if (inside) return inside.map(({ text }) => proseOf(text, 'markdown')).join('\n')
  return proseSpans(source, language)
    .map(({ start, end }) => source.slice(start, end))
    .join('\n')
}

/** The same with the code between its paragraphs: what a design sets there is stated as well. */
export function proseAndCodeOf(source: string, language: Language): string {
  if (textsInside(source, language) || markupOf(language) !== 'markdown') return proseOf(source, language)
  return spansWithout(source, findDiagrams(source, language))
    .map(({ start, end }) => source.slice(start, end))
    .join('\n')
}

/** The stretches of a source that are words; none in a bare diagram, in notebooks and in source code. */
export const proseSpans = (source: string, language: Language): readonly Span[] =>
  ['none', 'notebook', 'comments'].includes(markupOf(language))
    ? []
    : spansWithout(source, blocksIn(source, language))

/** What stands in a document beside its words: diagrams, and code in Markdown. */
const blocksIn = (source: string, language: Language): readonly { readonly span: Span }[] => [
  ...(markupOf(language) === 'markdown' ? readFences(source, { mdx: language === 'mdx' }).fences : []),
  ...findDiagrams(source, language),
]

function spansWithout(source: string, blocks: readonly { readonly span: Span }[]): readonly Span[] {
  const spans: Span[] = []
  let end = 0
  for (const { span } of blocks.toSorted((a, b) => a.span.start - b.span.start)) {
    if (span.start > end) spans.push({ start: end, end: span.start })
    end = Math.max(end, span.end)
  }
  return [...spans, { start: end, end: source.length }]
}
