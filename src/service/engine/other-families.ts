// Diagrams of families that are not read here: what Mermaid's own parser says of them, as findings at the author's place.

import { syntaxErrorRule } from '../../rules/syntax/syntax-error'
import { prepare } from '../../syntax/preprocess'
import { sourceSpan } from '../../syntax/source-map'
import { type Span, span } from '../../text/span'
import { findingOf } from './placed-finding'
import { presetOf, ruleReport, severityOf } from './report'
import type { AnalyzedDiagram, Finding, Snapshot } from './snapshot'
import { suppressionOf } from './suppressions'

export interface OtherDiagram {
  readonly diagram: AnalyzedDiagram
  /** As Mermaid's parsers get it: without frontmatter, directives and comments. */
  readonly body: string
}

/** Where a parser stopped, in the body. */
export interface Refusal {
  /** 1-based; the header's if absent. */
  readonly line?: number
  /** The text that cannot stand there; '' where the line or the diagram ended too early. */
  readonly found?: string
  /** What the parser says that knows no place. */
  readonly reason?: string
}

/** The diagrams whose syntax nobody here reads, such as class diagrams and Gantt charts; without those that are refused anyway. */
export const otherDiagrams = ({ diagrams }: Snapshot): readonly OtherDiagram[] =>
  diagrams
    .filter(
      ({ system: { diagram }, leftOut }) =>
        !leftOut &&
        diagram.family === 'other' &&
        diagram.keyword !== '' &&
        !diagram.problems.some(({ kind }) => kind === 'syntax-error'),
    )
    .map(diagram => ({ diagram, body: prepare(diagram.system.diagram.text).body.text }))

/** The finding of a syntax error; undefined where the rule is off. */
export function refusedFinding(
  snapshot: Snapshot,
  { diagram, body }: OtherDiagram,
  refusal: Refusal,
): Finding | undefined {
  const { configuration } = snapshot.context
  const severity = severityOf(syntaxErrorRule, configuration, presetOf(diagram.system, configuration))
  if (severity === undefined) return undefined
  const at = placeOf(diagram, body, refusal)
  const { id } = syntaxErrorRule
  const suppression =
    suppressionOf(id, at.start, diagram.suppressions) ??
    suppressionOf(id, diagram.block.toSource(at.start), snapshot.suppressions)
  const message = messageOf(diagram.system.diagram.keyword, refusal)
  return findingOf(ruleReport(syntaxErrorRule, { at, message }, severity), diagram.block, suppression)
}

function messageOf(keyword: string, { found, reason }: Refusal): string {
  if (reason !== undefined) return `Mermaid refuses this ${keyword}: ${reason}. It is not drawn.`
  const what =
    found === undefined || found === '' ? 'the line ends too early' : `“${found}” is not allowed here`
  return `Mermaid cannot read this ${keyword} any further: ${what}. It is not drawn.`
}

/** The text that was found, in its line; the whole line where it is not there. */
function placeOf(diagram: AnalyzedDiagram, body: string, { line, found = '' }: Refusal): Span {
  const { header, text } = diagram.system.diagram
  if (line === undefined) return header
  const lines = body.split('\n')
  const start = lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0)
  const content = lines[line - 1] ?? ''
  const column = found === '' ? -1 : content.lastIndexOf(found)
  const [from, to] =
    column < 0
      ? [start + content.search(/\S|$/), start + content.trimEnd().length]
      : [start + column, start + column + found.length]
  return from < to ? sourceSpan(prepare(text).body, span(from, to)) : header
}
