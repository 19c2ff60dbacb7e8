// What can be folded: groups, the blocks of sequence diagrams, metadata and comments over several lines, frontmatter.

import type { Diagram, Step } from '../../syntax/tree'
import type { Span } from '../../text/span'
import type { AnalyzedDiagram, Snapshot } from '../engine/snapshot'
import { inSource } from './place'

export interface Fold {
  /** Lines of the source, from 1; the first stays visible. */
  readonly from: number
  readonly to: number
  readonly kind: 'region' | 'comment'
}

/** In the order of the text, the outer before the inner. */
export function folds(snapshot: Snapshot): readonly Fold[] {
  return snapshot.diagrams
    .flatMap(diagram => foldsIn(diagram, snapshot))
    .sort((a, b) => a.from - b.from || b.to - a.to)
}

function foldsIn(diagram: AnalyzedDiagram, { lines }: Snapshot): readonly Fold[] {
  const tree = diagram.system.diagram
  const fold =
    (kind: Fold['kind'], keepsLast: boolean) =>
    (span: Span): Fold[] => {
      const { start, end } = inSource(diagram, trimmed(tree, span))
      const from = lines.positionAt(start).line
      // The line that closes it stays visible too.
      const to = lines.positionAt(end).line - (keepsLast ? 1 : 0)
      return to > from ? [{ from, to, kind }] : []
    }
  const { groups, steps, metadata, frontmatter } = tree
  return [
    ...groups.map(({ whole }) => whole).flatMap(fold('region', true)),
    ...blocksIn(steps).flatMap(({ span, isLast }) => fold('region', isLast)(span)),
    ...metadata.map(({ span }) => span).flatMap(fold('region', true)),
    ...(frontmatter ? fold('region', false)(frontmatter.span) : []),
    ...commentBlocks(tree).flatMap(fold('comment', false)),
  ]
}

/** Blanks and line breaks at its end are no part of it. */
const trimmed = ({ text }: Diagram, { start, end }: Span): Span => ({
  start,
  end: start + text.slice(start, end).trimEnd().length,
})

interface Block {
  readonly span: Span
  /** Its last line closes it; a branch ends where the next begins. */
  readonly isLast: boolean
}

/** `alt`, `loop` … and each of their branches. */
function blocksIn(steps: readonly Step[]): readonly Block[] {
  return steps.flatMap(step => {
    if (step.kind !== 'fragment') return []
    const { sections, span } = step
    const branches = sections.map(({ header }, index) => {
      const next = sections[index + 1]?.header
      return { span: { start: header.start, end: next?.start ?? span.end }, isLast: next === undefined }
    })
    return [...branches, ...sections.flatMap(section => blocksIn(section.steps))]
  })
}

/** Comments on lines that follow each other. */
function commentBlocks({ text, comments }: Diagram): readonly Span[] {
  const blocks: { start: number; end: number }[] = []
  for (const { span } of comments) {
    const last = blocks.at(-1)
    if (
      last &&
      /^\s*$/.test(text.slice(last.end, span.start)) &&
      !/\n\s*\n/.test(text.slice(last.end, span.start))
    )
      last.end = span.end
    else blocks.push({ ...span })
  }
  return blocks
}
