// Fixes that write a protocol on an arrow, in the place where each family of diagrams has room for it.

import type { Connection, System } from '../../model/system'
import { type ByFamily, forFamily, notationOf } from '../../syntax/notation'
import type { Arrow, Diagram } from '../../syntax/tree'
import type { Edit } from '../../text/edit'
import type { Span } from '../../text/span'
import { type Fix, fixOnDemand } from '../rule'
import { arrowText, canHoldText } from './label-form'

/** Fixes that label an arrow with a protocol, appending to the label it has; none where it has no room for a text. */
export function labelProtocol(
  { diagram }: System,
  { connection: { arrow }, title, names }: ProtocolLabel,
): readonly Fix[] {
  if (!canHold(diagram, arrow)) return []
  return names.map(name => fixOnDemand(title(name), () => [labelEdit(diagram, arrow, name)]))
}

export interface ProtocolLabel {
  readonly connection: Connection
  readonly title: (name: string) => string
  /** As they are to be read: "HTTPS", "gRPC". */
  readonly names: readonly string[]
}

/** An argument that holds quotes of its own ends elsewhere than its author thinks. */
function canHold(diagram: Diagram, arrow: Arrow): boolean {
  const { quotes } = notationOf(diagram).labels
  const place = arrow.technologySpan ?? arrow.labelSpan
  if (place) return quotes !== 'always' || /^[^"]*"$/.test(diagram.text.slice(place.start, place.end + 1))
  return quotes !== 'optional' || canHoldText(diagram, arrow)
}

function labelEdit(diagram: Diagram, arrow: Arrow, name: string): Edit {
  const isLabeled = arrow.labelSpan && arrow.label !== '' && !notationOf(diagram).labels.besideTechnology
  return isLabeled
    ? appended(diagram, arrow.labelSpan, name)
    : forFamily(newLabel, diagram)(diagram, arrow, name)
}

/** Within the quotes where the label has some, and before its trailing blanks. */
function appended({ text }: Diagram, label: Span, name: string): Edit {
  const written = text.slice(label.start, label.end)
  const content = written.replace(/(?:(?<!["`])["`]+|(?<!["`\s]))\s*$/, '')
  return insertion(label.start + content.length, `, ${name}`)
}

/** `Rel(a, b, "label")` gets a technology argument; an empty one is filled. */
function technologyArgument({ text }: Diagram, arrow: Arrow, name: string): Edit {
  if (arrow.technologySpan) {
    const separator = arrow.technology ? ', ' : ''
    return insertion(arrow.technologySpan.end, `${separator}${name}`)
  }
  const label = arrow.labelSpan ?? arrow.toSpan
  const closing = text[label.end] === '"' ? label.end + 1 : label.end
  const [empty] = /^\s*,\s*"(?=")/.exec(text.slice(closing)) ?? []
  return empty === undefined ? insertion(closing, `, "${name}"`) : insertion(closing + empty.length, name)
}

/** `a:R --> L:b` becomes `a:R -[HTTPS]-> L:b`. */
function titledEdge({ text }: Diagram, { operator }: Arrow, name: string): Edit {
  const written = text.slice(operator.start, operator.end)
  return { span: operator, text: written.replace('--', `-[${name}]-`) }
}

/** `A->>B: ` gets its text after the colon. */
function messageText({ text }: Diagram, { toSpan, statement }: Arrow, name: string): Edit {
  const colon = text.slice(0, statement.end).indexOf(':', toSpan.end)
  return insertion(colon < 0 ? toSpan.end : colon + 1, colon < 0 ? `: ${name}` : ` ${name}`)
}

/** How each family writes a protocol on an arrow that has no label. */
const newLabel: ByFamily<(diagram: Diagram, arrow: Arrow, name: string) => Edit> = {
  flowchart: arrowText,
  sequence: messageText,
  c4: technologyArgument,
  architecture: titledEdge,
  other: arrowText,
}

const insertion = (at: number, text: string): Edit => ({ span: { start: at, end: at }, text })
