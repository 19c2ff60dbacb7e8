// What of a document has been checked, what was only looked at, and what looks like a diagram and was skipped.

import { notationOf } from '../../syntax/notation'
import { readFences } from '../../text/fences'
import { markupOf } from '../../text/languages'
import type { AnalyzedDiagram, Snapshot } from './snapshot'

export interface Checked {
  /** How many diagrams have been read. */
  readonly diagrams: number
  /** Those of them that do not look like designs: the rules about running systems did not judge them. */
  readonly syntaxOnly: readonly { readonly line: number }[]
  /** Diagrams of kinds that are not read: only their first line was. */
  readonly lookedAt: readonly { readonly line: number; readonly keyword: string }[]
  readonly skipped: readonly { readonly line: number; readonly why: string }[]
}

/** 1-based lines. A diagram of no kind that Mermaid knows is checked: that is what is wrong with it. */
export function checkedOf(snapshot: Snapshot): Checked {
  const { diagrams, lines } = snapshot
  const lineOf = (offset: number): number => lines.positionAt(offset).line
  const headerLine = ({ block, system: { diagram } }: AnalyzedDiagram): number =>
    lineOf(block.toSource(diagram.header.start))
  const large = diagrams.filter(({ leftOut }) => leftOut)
  const lookedAt = diagrams.filter(diagram => !diagram.leftOut && isOnlyLookedAt(diagram))
  const read = diagrams.filter(diagram => !diagram.leftOut && !isOnlyLookedAt(diagram))
  return {
    diagrams: read.length,
    syntaxOnly: read
      .filter(({ system }) => !system.architecture.value)
      .map(diagram => ({ line: headerLine(diagram) })),
    lookedAt: lookedAt.map(diagram => ({
      line: headerLine(diagram),
      keyword: diagram.system.diagram.keyword,
    })),
    skipped: [
      ...large.map(({ block }) => ({ line: lineOf(block.span.start), why: 'is too large' })),
      ...missedIn(snapshot).map(({ at, stands }) => ({ line: lineOf(at.start), why: `stands ${stands}` })),
    ].sort((a, b) => a.line - b.line),
  }
}

const isOnlyLookedAt = ({ system: { diagram } }: AnalyzedDiagram): boolean =>
  notationOf(diagram).draws === 'nothing' && diagram.keyword !== ''

function missedIn({ source, context: { language }, diagrams }: Snapshot) {
  if (markupOf(language) !== 'markdown') return []
  const isRead = (offset: number) =>
    diagrams.some(({ block: { span } }) => span.start <= offset && offset < span.end)
  const { missed } = readFences(source, { mdx: language === 'mdx' })
  const byStart = new Map(missed.map(fence => [fence.at.start, fence]))
  return [...byStart.values()].filter(({ at }) => !isRead(at.start))
}
