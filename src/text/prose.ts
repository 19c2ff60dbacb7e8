// What a document says in words: its text without its diagrams and code.

import { findDiagrams } from './diagrams'
import { readFences } from './fences'
import { type Language, markupOf } from './languages'
import type { Span } from './span'
import { textsInside } from './texts-inside'

/** Headings, paragraphs, lists and tables of a document, in its order; '' for a bare diagram. */
export function proseOf(source: string, language: Language): string {
  const inside = textsInside(source, language)
  if (inside) return inside.map(({ text }) => proseOf(text, 'markdown')).join('\n')
  switch (markupOf(language)) {
    case 'none':
      return ''
    case 'markdown':
      return without(source, [
        ...readFences(source, { mdx: language === 'mdx' }).fences,
        ...findDiagrams(source, language),
      ])
    default:
      return without(source, findDiagrams(source, language))
  }
}

function without(source: string, blocks: readonly { readonly span: Span }[]): string {
  const parts: string[] = []
  let end = 0
  for (const { span } of blocks.toSorted((a, b) => a.span.start - b.span.start)) {
    if (span.start > end) parts.push(source.slice(end, span.start))
    end = Math.max(end, span.end)
  }
  return [...parts, source.slice(end)].join('\n')
}
