// Where diagrams live in a source text: whole files, and the Mermaid blocks of the hosts that embed them.

import { blockOf, type DiagramBlock, nestedBlock } from './block'
import { everyBlock, type HostedBlock } from './blocks'
import { isMermaid } from './fence-marks'
import { fencedFile } from './fenced-file'
import { readFences } from './fences'
import { asciidocBlocks } from './hosts/asciidoc'
import { htmlFinder } from './hosts/html'
import { restructuredTextBlocks } from './hosts/restructured-text'
import { keptForLast } from './kept-for-last'
import { type Language, markupOf } from './languages'
import { textsInside } from './texts-inside'

export type { DiagramBlock } from './block'

/** The diagrams in a source text, in order. */
export const findDiagrams = keptForLast((source, language: Language): readonly DiagramBlock[] => {
  const inside = textsInside(source, language)
  if (inside)
    return inside.flatMap(outer =>
      findDiagrams(outer.text, 'markdown').map(block => nestedBlock(outer, block)),
    )
  return hostedBlocks(source, language).map(({ pieces, span, host, fault }) => {
    const block = blockOf(source, pieces ?? [span], span, host)
    return fault ? { ...block, fault } : block
  })
})

function hostedBlocks(source: string, language: Language): readonly HostedBlock[] {
  switch (markupOf(language)) {
    case 'none':
      return inMarks(source) ?? [wholeFile(source)]
    case 'markdown':
      return inMarkdown(source, language === 'mdx')
    case 'notebook':
    case 'comments':
      return []
    case 'html':
      return everyBlock(htmlFinder(source))
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

/** Whoever writes marks of Markdown into the file of a diagram means what stands between them. */
function inMarks(source: string): readonly HostedBlock[] | undefined {
  const blocks = fencedFile(source) ? inMarkdown(source, false) : []
  return blocks.length > 0 ? blocks : undefined
}

/** Fences of Mermaid, and what else holds diagrams, in order of the text. */
function inMarkdown(source: string, mdx: boolean): HostedBlock[] {
  const { fences, hosted } = readFences(source, { mdx })
  return [...fences.filter(({ info }) => isMermaid(info)), ...hosted].toSorted(
    (a, b) => a.span.start - b.span.start,
  )
}
