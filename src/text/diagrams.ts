// Where diagrams live in a source text: whole files, and the Mermaid blocks of the hosts that embed them.

import { blockOf, type DiagramBlock } from './block'
import {
  asciidocBlocks,
  type HostedBlock,
  htmlBlocks,
  htmlHost,
  htmlPieces,
  restructuredTextBlocks,
} from './blocks'
import { fencesOf, isMermaid } from './fences'
import { type Language, markupOf } from './languages'
import { insideOf } from './span'
import type { FenceFault } from './unclosed'

export type { DiagramBlock } from './block'

/** The diagrams in a source text, in order. */
export function findDiagrams(source: string, language: Language): readonly DiagramBlock[] {
  switch (markupOf(language)) {
    case 'none':
      return [wholeFile(source)]
    case 'markdown':
      return inMarkdown(source, language === 'mdx')
    case 'html':
      return htmlBlocks(source).map(block => inHtml(source, block))
    case 'asciidoc':
      return asciidocBlocks(source).map(({ span, fault }) => faulty(blockOf(source, [span], span), fault))
    case 'restructuredtext':
      return restructuredTextBlocks(source).map(({ pieces, span }) => blockOf(source, pieces, span))
  }
}

function wholeFile(source: string): DiagramBlock {
  const start = source.startsWith('\uFEFF') ? 1 : 0
  const span = { start, end: source.length }
  return blockOf(source, [span], span)
}

const faulty = (block: DiagramBlock, fault: FenceFault | undefined): DiagramBlock =>
  fault ? { ...block, fault } : block

const inHtml = (source: string, { span, fault }: HostedBlock): DiagramBlock =>
  faulty(blockOf(source, htmlPieces(source, span), span, htmlHost), fault)

function inMarkdown(source: string, mdx: boolean): DiagramBlock[] {
  const fences = fencesOf(source, { mdx })
  const blocks = fences
    .filter(({ info }) => isMermaid(info))
    .map(({ pieces, span, fault }) => faulty(blockOf(source, pieces, span), fault))
  const isFenced = insideOf(fences.map(({ span }) => span))
  const outside = htmlBlocks(source).filter(
    ({ span }) => startsItsLine(source, span.start) && !isFenced(span.start),
  )
  return [...blocks, ...outside.map(block => inHtml(source, block))].sort(
    (a, b) => a.span.start - b.span.start,
  )
}

/** Does nothing but blanks stand before the tag whose content starts here? */
function startsItsLine(source: string, start: number): boolean {
  let at = source.lastIndexOf('<', start) - 1
  while (source[at] === ' ' || source[at] === '\t') at--
  return at < 0 || source[at] === '\n' || source[at] === '\r' || source[at] === '\uFEFF'
}
