// What the words of a diagram were understood to be: colors on top of the grammar, which knows no meanings.

import { protocolsIn } from '../../knowledge'
import { readArrowLabel, readNodeLabel } from '../../model/annotations'
import { directoryOf } from '../../model/annotations/metadata/directory'
import { namesInTarget } from '../../model/annotations/metadata/targets'
import type { System } from '../../model/system'
import type { Attribute, Diagram } from '../../syntax/tree'
import type { Span } from '../../text/span'
import type { Snapshot } from '../engine/snapshot'
import { inSource } from './place'

export const tokenTypes = [
  'variable',
  'namespace',
  'property',
  'number',
  'enumMember',
  'string',
  'interface',
  'decorator',
] as const
export type TokenType = (typeof tokenTypes)[number]

export interface WordToken {
  /** Offsets in the source, on one line. */
  readonly span: Span
  readonly type: TokenType
  /** Where a component or a group is drawn first. */
  readonly declares: boolean
}

/** In the order of the text; none overlap. */
export function tokens(snapshot: Snapshot): readonly WordToken[] {
  const found = snapshot.diagrams.flatMap(diagram =>
    tokensIn(diagram.system)
      .concat(
        diagram.suppressions.flatMap(({ rule, at }) => (rule === undefined ? [] : [token(at, 'decorator')])),
      )
      .map(each => ({ ...each, span: inSource(diagram, each.span) })),
  )
  const ordered = found
    .filter(
      ({ span }) => span.end > span.start && !snapshot.source.slice(span.start, span.end).includes('\n'),
    )
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
  let end = -1
  return ordered.filter(({ span }) => {
    if (span.start < end) return false
    end = span.end
    return true
  })
}

const token = (span: Span, type: TokenType, declares = false): WordToken => ({ span, type, declares })

function tokensIn({ diagram }: System): WordToken[] {
  return [
    ...diagram.nodes.flatMap(({ mentions }) =>
      mentions.flatMap(({ id, label }, index) => [
        token(id, 'variable', index === 0),
        ...(label && !samePlace(id, label) ? figuresIn(diagram, label, 'node') : []),
      ]),
    ),
    ...diagram.groups.flatMap(({ idSpan }) => (idSpan ? [token(idSpan, 'namespace', true)] : [])),
    ...diagram.arrows.flatMap(({ labelSpan, technologySpan }) =>
      [labelSpan, technologySpan].flatMap(label =>
        label ? [...protocolsNamed(diagram, label), ...figuresIn(diagram, label, 'arrow')] : [],
      ),
    ),
    ...diagram.references.map(({ span }) => token(span, 'variable')),
    ...metadataTokens(diagram),
  ]
}

const samePlace = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end

const protocolsNamed = ({ text }: Diagram, { start, end }: Span): readonly WordToken[] =>
  protocolsIn(text.slice(start, end)).map(found =>
    token({ start: start + found.start, end: start + found.end }, 'interface'),
  )

function figuresIn({ text }: Diagram, { start, end }: Span, place: 'node' | 'arrow'): readonly WordToken[] {
  const written = text.slice(start, end)
  const { attributes } = place === 'node' ? readNodeLabel(written) : readArrowLabel(written)
  return attributes
    .filter(({ key }) => key !== 'method' && key !== 'order')
    .map(found => token({ start: start + found.start, end: start + found.end }, 'number'))
}

function metadataTokens(diagram: Diagram): readonly WordToken[] {
  const { metadata } = diagram
  if (metadata.length === 0) return []
  const directory = directoryOf(diagram)
  return metadata.flatMap(block => [
    ...(block.comment ? namesInTarget(block, directory).map(({ span }) => token(span, 'variable')) : []),
    ...block.attributes.flatMap(attribute => [
      token(attribute.keySpan, 'property'),
      token(attribute.valueSpan, typeOfValue(attribute)),
    ]),
  ])
}

/** `300ms`, `99.9%`; `true`, `exponential`; anything else. */
function typeOfValue({ value }: Attribute): TokenType {
  if (typeof value === 'number' || (typeof value === 'string' && /^[\d.]/.test(value))) return 'number'
  return typeof value === 'boolean' || (typeof value === 'string' && /^[\w-]+$/.test(value))
    ? 'enumMember'
    : 'string'
}
