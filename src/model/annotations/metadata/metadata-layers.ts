// Metadata blocks laid on what they name.

import type { Attribute, Metadata } from '../../../syntax/tree'
import type { Edit } from '../../../text/edit'
import { lastAtMost, wholeLine } from '../../../text/lines'
import { encloses, overlaps, type Span, span } from '../../../text/span'
import type { AnnotationProblem } from '../../system'
import {
  type ArrowAttributes,
  arrowVocabulary,
  type GroupAttributes,
  groupVocabulary,
  mermaidKeys,
  type NodeAttributes,
  nodeVocabulary,
  type SectionAttributes,
  sectionVocabulary,
} from '../../vocabulary'
import { addLayer, type FigureLayers } from '../figure-layers'
import { strengths } from '../precedence'
import type { AnnotationTarget, Directory } from './directory'
import { type Provenance, readFigures } from './figures'
import { unreadable } from './settings'
import { resolveTarget } from './targets'

/** Reads every block into the layers and returns what is wrong with them. */
export function layMetadata(directory: Directory, layers: FigureLayers): AnnotationProblem[] {
  const commentStarts = directory.diagram.comments.map(({ span }) => span.start)
  const lineOf = ({ span: whole }: Metadata) => {
    const line = directory.diagram.comments[lastAtMost(commentStarts, whole.start)]?.span
    return line && encloses(line, whole) ? wholeLine(directory.diagram.text, line) : undefined
  }
  let unknown = 0
  return directory.diagram.metadata.flatMap(metadata => {
    const faults = metadata.fault ? [unreadable(metadata.fault)] : []
    if (metadata.attributes.length === 0 || isNodeCommentedOut(metadata)) return faults
    const resolution = resolveTarget(metadata, directory, { suggest: unknown < mostSuggestions })
    if ('problem' in resolution) {
      unknown++
      return [...faults, resolution.problem]
    }
    const block = { metadata, provenance: provenanceOf(metadata, lineOf) }
    const problems = layOn(resolution.target, block, layers)
    // A value that could not be read to its end is told of once.
    return [...faults, ...problems.filter(({ span }) => !faults.some(fault => overlaps(fault.span, span)))]
  })
}

/** `%% a@{ shape: cloud, label: "…" }`: whatever its keys are, Mermaid would read them, and nobody states a figure. */
const isNodeCommentedOut = ({ comment, attributes }: Metadata): boolean =>
  comment && attributes.every(({ key }) => mermaidKeys.has(key))

/** Keeps the time linear where nothing fits; nobody reads more. */
const mostSuggestions = 20

interface Block {
  readonly metadata: Metadata
  readonly provenance: Provenance
}

function layOn(
  target: AnnotationTarget,
  { metadata, provenance }: Block,
  layers: FigureLayers,
): readonly AnnotationProblem[] {
  const { attributes } = metadata
  const strength = strengths.metadata
  if (target.kind === 'arrows') {
    const { problems, ...read } = readFigures<ArrowAttributes>(arrowVocabulary, attributes, provenance)
    const layer = { ...read, strength: strength + target.specificity }
    for (const index of target.indexes) addLayer(layers.arrows, index, layer)
    return problems
  }
  if (target.kind === 'group') {
    const { problems, ...read } = readFigures<GroupAttributes>(groupVocabulary, attributes, provenance)
    addLayer(layers.groups, target.id, { ...read, strength })
    return problems
  }
  if (target.kind === 'section') {
    const { problems, ...read } = readFigures<SectionAttributes>(sectionVocabulary, attributes, provenance)
    addLayer(layers.sections, target.section, { ...read, strength })
    return problems
  }
  const { problems, ...read } = readFigures<NodeAttributes>(nodeVocabulary, attributes, provenance)
  for (const id of target.kind === 'node' ? [target.id] : target.ids)
    addLayer(layers.nodes, id, { ...read, strength })
  return problems
}

type LineOf = (metadata: Metadata) => Span | undefined

function provenanceOf(metadata: Metadata, lineOf: LineOf): Provenance {
  return {
    origin: 'metadata',
    source: 'stated in metadata',
    located: true,
    removalOf: attribute => removal(attribute, metadata, lineOf),
  }
}

/** The edit that takes an attribute out of its block; the whole comment goes where nothing else is in it. */
function removal(attribute: Attribute, metadata: Metadata, lineOf: LineOf): Edit | undefined {
  const { attributes } = metadata
  const index = attributes.indexOf(attribute)
  const next = attributes[index + 1]
  if (next) return gone(span(attribute.keySpan.start, next.keySpan.start))
  const previous = attributes[index - 1]
  if (previous) return gone(span(endOf(previous), endOf(attribute)))
  const line = lineOf(metadata)
  return line && gone(line)
}

const gone = (at: Span): Edit => ({ span: at, text: '' })

const endOf = ({ keySpan, valueSpan }: Attribute): number => Math.max(keySpan.end, valueSpan.end)
