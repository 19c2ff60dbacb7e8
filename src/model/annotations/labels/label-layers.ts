// Labels laid on the nodes and arrows that carry them.

import { isTimeline } from '../../../syntax/notation'
import type { Arrow, Attribute, Diagram, Node } from '../../../syntax/tree'
import type { Edit } from '../../../text/edit'
import { type Span, span } from '../../../text/span'
import type { Origin } from '../../system'
import { type ArrowAttributes, arrowVocabulary, type NodeAttributes, nodeVocabulary } from '../../vocabulary'
import { addLayer, type FigureLayers } from '../figure-layers'
import { type Provenance, readFigures } from '../metadata/figures'
import { strengths } from '../precedence'
import type { LabelAttribute, Request } from './label-reading'
import { readArrowLabel, readNodeLabel } from './read-label'

/** Reads every label into the layers; returns the requests by arrow index. */
export function layLabels(diagram: Diagram, layers: FigureLayers): readonly (Request | undefined)[] {
  for (const node of diagram.nodes) layNode(node, diagram, layers)
  return diagram.arrows.map((arrow, index) => layArrow(arrow, index, { diagram, layers }))
}

function layNode(node: Node, { text: source }: Diagram, layers: FigureLayers): void {
  const at = node.mentions.findLast(({ label }) => label)?.label
  const fallback = at ?? node.mentions[0]?.span
  const read = (text: string | undefined, at?: Span) => {
    if (!text) return
    const place = placeOf({ text, at, source, fallback })
    layOnNode(layers, node.id, located(readNodeLabel(place.readable).attributes, place))
  }
  if (node.text !== node.id) read(node.text, at)
  read(node.technology, node.technologySpan)
  read(node.description, node.descriptionSpan)
}

function layArrow(
  arrow: Arrow,
  index: number,
  { diagram, layers }: { diagram: Diagram; layers: FigureLayers },
): Request | undefined {
  const { text: source } = diagram
  const read = (text: string | undefined, at: Span | undefined): Request | undefined => {
    if (!text) return undefined
    const place = placeOf({ text, at, source, fallback: arrow.span })
    const { attributes, request } = readArrowLabel(place.readable)
    const ofCall = isTimeline(diagram) ? attributes.filter(({ key }) => key !== 'order') : attributes
    layOnArrow(layers, index, located(ofCall, place))
    layOnNode(layers, arrow.to, located(quorumOf(place.readable), place))
    return request
  }
  const [ofLabel, ofTechnology] = [
    read(arrow.text, arrow.labelSpan),
    read(arrow.technology, arrow.technologySpan),
  ]
  return ofLabel ?? ofTechnology
}

/** `CQL, quorum 2 of 3` asks so many copies of what it calls, which is said of these. */
const quorumOf = (text: string): readonly LabelAttribute[] => {
  if (!/\bquorum\b/i.test(text)) return []
  const { attributes } = readNodeLabel(text)
  const quorum = attributes.find(({ key }) => key === 'quorum')
  return attributes.filter(({ start }) => start === quorum?.start)
}

/** Figures found in prose, with their places. */
export interface FoundAttributes {
  readonly attributes: readonly Attribute[]
  /** Takes one out, where that leaves a sound label. */
  readonly removalOf?: (attribute: Attribute) => Edit | undefined
  /** Labels unless told otherwise. */
  readonly origin?: Extract<Origin, 'label' | 'note'>
}

export function layOnArrow(layers: FigureLayers, index: number, found: FoundAttributes): void {
  if (found.attributes.length === 0) return
  const provenance = provenanceOf(found)
  const { figures, claims } = readFigures<ArrowAttributes>(arrowVocabulary, found.attributes, provenance)
  addLayer(layers.arrows, index, { figures, claims, strength: strengths[provenance.origin] })
}

export function layOnNode(layers: FigureLayers, id: string, found: FoundAttributes): void {
  if (found.attributes.length === 0) return
  const provenance = provenanceOf(found)
  const { figures, claims } = readFigures<NodeAttributes>(nodeVocabulary, found.attributes, provenance)
  addLayer(layers.nodes, id, { figures, claims, strength: strengths[provenance.origin] })
}

/** A figure in a label as the attribute it stands for. */
export function attributeAt({ key, value }: LabelAttribute, at: Span): Attribute {
  return { key, keySpan: at, value, valueSpan: at }
}

function provenanceOf({ origin = 'label', removalOf }: FoundAttributes): Provenance {
  return {
    origin,
    source: `stated in the ${origin}`,
    located: true,
    removalOf,
  }
}

interface LabelPlace {
  /** The text that is read. */
  readonly readable: string
  /** The same label as it is written. */
  readonly written: string
  readonly at: Span
}

interface LabelSource {
  readonly text: string
  readonly at: Span | undefined
  readonly source: string
  readonly fallback: Span | undefined
}

/** Reads what is written where nothing in it is encoded: there every figure has its own place. */
function placeOf({ text, at, source, fallback }: LabelSource): LabelPlace {
  const written = at ? source.slice(at.start, at.end) : ''
  const isPlain = at !== undefined && text !== '' && !/[#&]\w{1,31};/.test(written)
  const readable = isPlain ? written : text
  return { readable, written, at: at ?? fallback ?? span(0, 0) }
}

function located(attributes: readonly LabelAttribute[], place: LabelPlace): FoundAttributes {
  const places = attributes.map(attribute => whereWritten(attribute, place))
  const { start } = place.at
  const found = attributes.map((attribute, index) => {
    const own = places[index]
    return attributeAt(attribute, own ? span(start + own.start, start + own.end) : place.at)
  })
  const removalOf = (attribute: Attribute): Edit | undefined => {
    const own = places[found.indexOf(attribute)]
    return own && removal(own, place)
  }
  return { attributes: found, removalOf }
}

/** Its offsets in the label as it is written: where they are in what is read, or where the same words stand alone. */
function whereWritten({ start, end }: LabelAttribute, { readable, written }: LabelPlace): Span | undefined {
  const words = readable.slice(start, end)
  if (written.startsWith(words, start)) return span(start, end)
  const at = written.indexOf(words)
  return at >= 0 && at === written.lastIndexOf(words) ? span(at, at + words.length) : undefined
}

/** Takes a part between commas out together with one comma; nothing else can be removed without breaking a sentence. */
function removal({ start, end }: Span, { written, at }: LabelPlace): Edit | undefined {
  const before = written.slice(0, start).trimEnd()
  const after = written.slice(end)
  const rest = after.trimStart()
  const endsPart = rest === '' || rest.startsWith(',')
  if (before.endsWith(',') && endsPart)
    return { span: span(at.start + before.length - 1, at.start + end), text: '' }
  if (before !== '' || !rest.startsWith(',')) return undefined
  const skipped = after.length - rest.slice(1).trimStart().length
  return { span: span(at.start + start, at.start + end + skipped), text: '' }
}
