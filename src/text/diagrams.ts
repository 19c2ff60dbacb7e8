// Where diagrams live in a source text: whole files, and the Mermaid blocks of the hosts that embed them.

import { blockOf, type DiagramBlock } from './block'
import { asciidocBlocks, htmlBlocks, htmlHost, htmlPieces, restructuredTextBlocks } from './blocks'
import { fencesOf } from './fences'
import type { Span } from './span'

export type { DiagramBlock } from './block'

export type Language = 'mermaid' | 'markdown' | 'mdx' | 'html' | 'asciidoc' | 'restructuredtext'

/** The language that a file's name promises; undefined for files that hold no diagrams. */
export function languageOf(path: string): Language | undefined {
  const extension = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? ''
  return languages[extension]
}

const languages: Readonly<Partial<Record<string, Language>>> = {
  mmd: 'mermaid',
  mermaid: 'mermaid',
  md: 'markdown',
  markdown: 'markdown',
  mdown: 'markdown',
  mdx: 'mdx',
  html: 'html',
  htm: 'html',
  adoc: 'asciidoc',
  asciidoc: 'asciidoc',
  rst: 'restructuredtext',
}

/** The diagrams in a source text, in order. */
export function findDiagrams(source: string, language: Language): readonly DiagramBlock[] {
  switch (language) {
    case 'mermaid':
      return [wholeFile(source)]
    case 'markdown':
    case 'mdx':
      return inMarkdown(source, language === 'mdx')
    case 'html':
      return htmlBlocks(source).map(span => inHtml(source, span))
    case 'asciidoc':
      return asciidocBlocks(source).map(span => blockOf(source, [span], span))
    case 'restructuredtext':
      return restructuredTextBlocks(source).map(({ pieces, span }) => blockOf(source, pieces, span))
  }
}

function wholeFile(source: string): DiagramBlock {
  const start = source.startsWith('\uFEFF') ? 1 : 0
  const span = { start, end: source.length }
  return blockOf(source, [span], span)
}

const inHtml = (source: string, span: Span): DiagramBlock =>
  blockOf(source, htmlPieces(source, span), span, htmlHost)

function inMarkdown(source: string, mdx: boolean): DiagramBlock[] {
  const fences = fencesOf(source, { mdx })
  const blocks = fences
    .filter(fence => /^mermaid(?![\w-])/i.test(fence.info))
    .map(({ pieces, span }) => blockOf(source, pieces, span))
  if (!/class\s*=\s*["'][^"']*mermaid/.test(source)) return blocks
  const outside = htmlBlocks(source).filter(
    ({ start }) =>
      startsItsLine(source, start) && !fences.some(({ span }) => span.start <= start && start <= span.end),
  )
  return [...blocks, ...outside.map(span => inHtml(source, span))].sort((a, b) => a.span.start - b.span.start)
}

/** Does nothing but blanks stand before the tag whose content starts here? */
function startsItsLine(source: string, start: number): boolean {
  const tag = source.lastIndexOf('<', start)
  return source.slice(source.lastIndexOf('\n', tag) + 1, tag).trim() === ''
}
