// Where words of a diagram lead: rules that comments name, and what `click` opens.

import { rules } from '../../rules'
import { notationOf } from '../../syntax/notation'
import type { Span } from '../../text/span'
import { ruleUrl } from '../engine/placed-finding'
import type { AnalyzedDiagram, Snapshot } from '../engine/snapshot'
import { inSource } from './place'

export interface DocumentLink {
  /** Offsets in the source. */
  readonly span: Span
  /** An address, or a path from the document's folder. */
  readonly target: string
  readonly tooltip: string
}

export const documentLinks = ({ diagrams, source, suppressions }: Snapshot): readonly DocumentLink[] => [
  ...diagrams.flatMap(diagram => [
    ...diagram.suppressions.flatMap(({ at }) =>
      toRule(inSource(diagram, at), diagram.block.text.slice(at.start, at.end)),
    ),
    ...clicks(diagram),
  ]),
  ...suppressions.flatMap(({ at }) => toRule(at, source.slice(at.start, at.end))),
]

function toRule(span: Span, name: string): readonly DocumentLink[] {
  const rule = rules.find(({ id }) => id === name)
  return rule ? [{ span, target: ruleUrl(rule), tooltip: rule.summary }] : []
}

/** `click a "https://…"`, `click a href "pages/a.md"`. */
const opening = /^([ \t]*click[ \t]+[^\s"]+[ \t]+(?:href[ \t]+)?")([^"\n]+)"/gm

function clicks(diagram: AnalyzedDiagram): readonly DocumentLink[] {
  const { diagram: drawn } = diagram.system
  if (!notationOf(drawn).clicks) return []
  return [...drawn.text.matchAll(opening)].flatMap(({ index, 1: before = '', 2: target = '' }) => {
    const start = index + before.length
    const isSafe = /^https?:/i.test(target) || !/^[a-z][\w+.-]*:/i.test(target)
    return isSafe
      ? [{ span: inSource(diagram, { start, end: start + target.length }), target, tooltip: target }]
      : []
  })
}
