// The lines of a diagram, with what may not be moved in them: the frontmatter, and texts that go over several lines.

import type { Diagram } from '../../syntax/tree'
import { insideOf, type Span } from '../../text/span'

/** Offsets in the diagram's text. */
export interface TextLine {
  readonly start: number
  /** Without its line break. */
  readonly end: number
  /** Where something stands first; the end where nothing does. */
  readonly first: number
  /** It begins inside of a label, a block or an argument. */
  readonly inside: boolean
}

/** The lines below the frontmatter. */
export function linesOfDiagram(diagram: Diagram): readonly TextLine[] {
  const { text } = diagram
  const isInside = insideOfPart(diagram)
  const lines: TextLine[] = []
  for (let start = bodyStart(diagram); start <= text.length; ) {
    const lineBreak = text.indexOf('\n', start)
    const next = lineBreak < 0 ? text.length + 1 : lineBreak + 1
    const content = text.slice(start, next - 1).replace(/\r$/, '')
    const first = start + (/^[ \t]*/.exec(content)?.[0].length ?? 0)
    lines.push({ start, end: start + content.length, first, inside: isInside(start) })
    start = next
  }
  return lines
}

/** Below the line that closes the frontmatter. */
function bodyStart({ text, frontmatter }: Diagram): number {
  if (!frontmatter) return 0
  const closing = /^[ \t]*---[ \t]*\r?$/m.exec(text.slice(frontmatter.span.end))
  if (!closing) return frontmatter.span.end
  const lineBreak = text.indexOf('\n', frontmatter.span.end + closing.index)
  return lineBreak < 0 ? text.length : lineBreak + 1
}

/** Behind the first and before the last character of a part. */
const insideOfPart = (diagram: Diagram): ((offset: number) => boolean) =>
  insideOf(
    partsOverLines(diagram).map(({ start, end }) => ({
      start: start + 1,
      end: start + diagram.text.slice(start, end).trimEnd().length - 1,
    })),
  )

const opening = /^[ \t]*accDescr[ \t]*\{/gm

/** Accessible descriptions are kept by no tree: they end with their brace. */
function descriptionsIn(text: string): readonly Span[] {
  const found: Span[] = []
  for (const {
    0: { length },
    index,
  } of text.matchAll(opening)) {
    if (index < (found.at(-1)?.end ?? 0)) continue
    const end = text.indexOf('}', index + length) + 1
    if (end === 0) break
    found.push({ start: index, end })
  }
  return found
}

function partsOverLines({
  text,
  statements,
  nodes,
  arrows,
  groups,
  metadata,
  steps,
}: Diagram): readonly Span[] {
  const notes = steps.flatMap(step => (step.kind === 'note' ? [step.span] : []))
  return [
    ...statements,
    ...nodes.flatMap(({ mentions }) => mentions.map(({ span }) => span)),
    ...arrows.map(({ span }) => span),
    ...groups.map(({ span }) => span),
    ...metadata.map(({ span }) => span),
    ...notes,
    ...descriptionsIn(text),
  ].filter(({ start, end }) => text.slice(start, end).includes('\n'))
}
