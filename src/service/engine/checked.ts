// What of a document has been checked, what was only looked at, and what looks like a diagram and was skipped.

import { notationOf } from '../../syntax/notation'
import { readFences } from '../../text/fences'
import { markupOf } from '../../text/languages'
import type { Snapshot } from './snapshot'

export interface Checked {
  /** How many diagrams have been read and judged. */
  readonly diagrams: number
  /** Diagrams of kinds that are not read: only their first line was. */
  readonly lookedAt: readonly { readonly line: number; readonly keyword: string }[]
  readonly skipped: readonly { readonly line: number; readonly why: string }[]
}

/** 1-based lines. A diagram of no kind that Mermaid knows is checked: that is what is wrong with it. */
export function checkedOf(snapshot: Snapshot): Checked {
  const { diagrams, lines } = snapshot
  const lineOf = (offset: number): number => lines.positionAt(offset).line
  const large = diagrams.filter(({ leftOut }) => leftOut)
  const lookedAt = diagrams.filter(
    ({ leftOut, system: { diagram } }) =>
      !leftOut && notationOf(diagram).draws === 'nothing' && diagram.keyword !== '',
  )
  return {
    diagrams: diagrams.length - large.length - lookedAt.length,
    lookedAt: lookedAt.map(({ block, system: { diagram } }) => ({
      line: lineOf(block.toSource(diagram.header.start)),
      keyword: diagram.keyword,
    })),
    skipped: [
      ...large.map(({ block }) => ({ line: lineOf(block.span.start), why: 'is too large' })),
      ...missedIn(snapshot).map(({ at, stands }) => ({ line: lineOf(at.start), why: `stands ${stands}` })),
    ].sort((a, b) => a.line - b.line),
  }
}

function missedIn({ source, context: { language }, diagrams }: Snapshot) {
  if (markupOf(language) !== 'markdown') return []
  const isRead = (offset: number) =>
    diagrams.some(({ block: { span } }) => span.start <= offset && offset < span.end)
  const { missed } = readFences(source, { mdx: language === 'mdx' })
  const byStart = new Map(missed.map(fence => [fence.at.start, fence]))
  return [...byStart.values()].filter(({ at }) => !isRead(at.start))
}
