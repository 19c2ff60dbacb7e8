// Where diagrams live in a source text: whole files, and the Mermaid blocks of the hosts that embed them.

import { blockOf, type DiagramBlock, nestedBlock } from './block'
import type { HostedBlock } from './blocks'
import { isMermaid } from './fence-marks'
import { fencesOf } from './fences'
import { asciidocBlocks } from './hosts/asciidoc'
import { htmlBlocks } from './hosts/html'
import { jsxBlocks } from './hosts/jsx'
import { restructuredTextBlocks } from './hosts/restructured-text'
import { shortcodeBlocks } from './hosts/shortcodes'
import { type Language, markupOf } from './languages'
import { insideOf } from './span'
import { textsInside } from './texts-inside'

export type { DiagramBlock } from './block'

/** The diagrams in a source text, in order. */
export function findDiagrams(source: string, language: Language): readonly DiagramBlock[] {
  const inside = textsInside(source, language)
  if (inside)
    return inside.flatMap(outer =>
      findDiagrams(outer.text, 'markdown').map(block => nestedBlock(outer, block)),
    )
  return hostedBlocks(source, language).map(({ pieces, span, host, fault }) => {
    const block = blockOf(source, pieces ?? [span], span, host)
    return fault ? { ...block, fault } : block
  })
}

function hostedBlocks(source: string, language: Language): readonly HostedBlock[] {
  switch (markupOf(language)) {
    case 'none':
      return [wholeFile(source)]
    case 'markdown':
      return inMarkdown(source, language === 'mdx')
    case 'notebook':
    case 'comments':
      return []
    case 'html':
      return htmlBlocks(source)
    case 'asciidoc':
      return asciidocBlocks(source)
    case 'restructuredtext':
      return restructuredTextBlocks(source)
  }
}

function wholeFile(source: string): HostedBlock {
  const start = source.startsWith('\uFEFF') ? 1 : 0
  return { span: { start, end: source.length } }
}

/** Fences, and what else begins a line outside of them: tags, shortcodes, components. */
function inMarkdown(source: string, mdx: boolean): HostedBlock[] {
  const fences = fencesOf(source, { mdx })
  const isFenced = insideOf(fences.map(({ span }) => span))
  const canOpen = (offset: number) => startsItsLine(source, offset) && !isFenced(offset)
  const outside = [...htmlBlocks(source), ...shortcodeBlocks(source, canOpen), ...jsxBlocks(source)].filter(
    ({ opening = 0 }) => canOpen(opening),
  )
  return withoutOverlaps([...fences.filter(({ info }) => isMermaid(info)), ...outside])
}

/** In order of the text; of two that overlap the first. */
function withoutOverlaps(blocks: readonly HostedBlock[]): HostedBlock[] {
  let end = 0
  return blocks
    .toSorted((a, b) => a.span.start - b.span.start)
    .filter(({ span, opening = span.start }) => {
      if (opening < end) return false
      end = span.end
      return true
    })
}

/** Does nothing but blanks stand before what stands here? */
function startsItsLine(source: string, offset: number): boolean {
  let at = offset - 1
  while (source[at] === ' ' || source[at] === '\t') at--
  return at < 0 || source[at] === '\n' || source[at] === '\r' || source[at] === '\uFEFF'
}
