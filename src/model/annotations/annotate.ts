// A diagram's stated figures: metadata, labels, notes, groups and defaults laid over each other.

import { tested } from '../../syntax'
import type { Diagram, Node, Section } from '../../syntax/tree'
import { span } from '../../text/span'
import type { AnnotationProblem, Figure, Figures } from '../system'
import type {
  ArrowAttributes,
  GroupAttributes,
  NodeAttributes,
  SectionAttributes,
  Settings,
} from '../vocabulary'
import { noFigureLayers } from './figure-layers'
import { layBranches } from './labels/branches'
import { layLabels } from './labels/label-layers'
import type { Request } from './labels/label-reading'
import { layLoops } from './labels/loops'
import { normalizedLabel } from './labels/normalized-label'
import { layNotes } from './labels/notes'
import { type Directory, directoryOf } from './metadata/directory'
import { layMetadata } from './metadata/metadata-layers'
import { layeredSettings, readSettings } from './metadata/settings'
import { type FigureLayer, merge, strengths } from './precedence'

/** What a diagram's surroundings state: the document, the workspace, other diagrams. */
export interface OuterFigures {
  /** The workspace's settings with the document's laid over them (`layeredSettings`). */
  readonly settings?: Partial<Settings>
  /** Figures of components, by normalized label (`normalizedLabel`) or technology. */
  readonly components?: ReadonlyMap<string, Figures<NodeAttributes>>
  /** Figures that the workspace states for nodes of this document, by id. */
  readonly nodes?: ReadonlyMap<string, Figures<NodeAttributes>>
  /** Figures stated in other diagrams for the same things, by node id. */
  readonly shared?: ReadonlyMap<string, Figures<NodeAttributes>>
}

export interface Annotations {
  /** By node id; every node has an entry. */
  readonly nodes: ReadonlyMap<string, Figures<NodeAttributes>>
  /** By arrow index. */
  readonly arrows: readonly Figures<ArrowAttributes>[]
  /** By group id; every group has an entry. */
  readonly groups: ReadonlyMap<string, Figures<GroupAttributes>>
  /** What is stated on the line above a block of a sequence diagram, or above its `else`. */
  readonly sections: ReadonlyMap<Section, Figures<SectionAttributes>>
  /** By arrow index: what the label says about the request. */
  readonly requests: readonly (Request | undefined)[]
  readonly settings: Settings
  readonly problems: readonly AnnotationProblem[]
}

/** Reads all figures that are stated for a diagram; never throws. */
export function annotate(diagram: Diagram, outer: OuterFigures = {}): Annotations {
  const directory = directoryOf(diagram)
  const stated = readSettings(diagram, directory.idOf)
  const layers = noFigureLayers()
  const requests = layLabels(diagram, layers)
  layNotes(diagram, layers)
  layLoops(diagram, layers)
  layBranches(diagram, layers)
  const problems: AnnotationProblem[] = [...stated.problems, ...layMetadata(directory, layers)]
  const settle = <A>(own: readonly FigureLayer<A>[], empty: Figures<A>): Figures<A> => {
    const merged = merge(own, empty)
    problems.push(...merged.problems)
    return merged.figures
  }
  const groups = new Map(
    diagram.groups.map(({ id }) => [id, settle<GroupAttributes>(layers.groups.get(id) ?? [], {})]),
  )
  const places = inheritance(directory, groups)
  const around = surroundings(outer, stated.settings)
  const nodes = new Map<string, Figures<NodeAttributes>>()
  for (const node of diagram.nodes) {
    const outside = around(node).concat(layer(places(node.parent), strengths.group))
    const own = layers.nodes.get(node.id) ?? []
    nodes.set(node.id, settle<NodeAttributes>(outside.concat(own), {}))
  }
  const arrowDefaults = layer<ArrowAttributes>(
    { ...outer.settings?.defaults?.arrow, ...stated.settings.defaults?.arrow },
    strengths.diagram,
  )
  const arrows = diagram.arrows.map((_, index) => {
    const own = layers.arrows.get(index) ?? []
    return withOneCount(settle<ArrowAttributes>(arrowDefaults.concat(own), {}))
  })
  const sections = new Map(
    [...layers.sections].map(([section, own]) => [section, settle<SectionAttributes>(own, {})]),
  )
  const settings = settledIn(directory, layeredSettings([outer.settings ?? {}, stated.settings]))
  return {
    ...{ nodes, arrows, groups, sections, requests, settings },
    problems: problems.map(problem => tested(problem, diagram)),
  }
}

/** A layer of figures from elsewhere; none where nothing is stated. */
function layer<A>(figures: Figures<A> | undefined, strength: number): FigureLayer<A>[] {
  return figures && Object.keys(figures).length > 0 ? [{ figures, claims: [], strength }] : []
}

/** What other diagrams state about this very thing may contradict what is stated here. */
function sharedLayer(figures: Figures<NodeAttributes> = {}): FigureLayer<NodeAttributes>[] {
  const claims = Object.entries(figures).map(([key, { value, source }]) => ({
    ...{ key, value, source, span: nowhere },
    removal: () => undefined,
  }))
  return [{ figures, claims, strength: strengths.shared }]
}

const nowhere = span(0, 0)

/** What other diagrams, the workspace, the document and the diagram as a whole say for a node. */
function surroundings(
  { shared, components, nodes, settings }: OuterFigures,
  stated: Partial<Settings>,
): (node: Node) => FigureLayer<NodeAttributes>[] {
  const outside = layer<NodeAttributes>(settings?.defaults?.node, strengths.workspace)
  const inside = layer<NodeAttributes>(stated.defaults?.node, strengths.diagram)
  const isSilent = !shared?.size && !components?.size && !nodes?.size && outside.length + inside.length === 0
  if (isSilent) return () => []
  return node => [
    ...sharedLayer(shared?.get(node.id)),
    ...outside,
    ...figuresNamed(node, components),
    ...layer(nodes?.get(node.id), strengths.workspace),
    ...inside,
  ]
}

/** What the workspace states under the name of a node, of its icon or of its technology. */
function figuresNamed(
  { icon, technology, text }: Node,
  components: OuterFigures['components'],
): FigureLayer<NodeAttributes>[] {
  if (!components?.size) return []
  const names = [icon?.replace(/^.*:/, '') ?? '', technology ?? '', text].map(normalizedLabel)
  return names.flatMap(name => layer(components.get(name), strengths.workspace))
}

type Inherited = Pick<NodeAttributes, 'region' | 'zone' | 'network' | 'trust' | 'replicas'>

const deepestNesting = 100

/** Where a group's members run: what it states itself, else what the groups around it state. */
function inheritance({ groups }: Directory, figures: ReadonlyMap<string, Figures<GroupAttributes>>) {
  const known = new Map<string, Figures<Inherited>>()
  const within = (id: string | undefined, depth = 0): Figures<Inherited> => {
    const group = id === undefined ? undefined : groups.get(id)
    if (!group || depth > deepestNesting) return {}
    const found = known.get(group.id)
    if (found) return found
    const { region, zone, network, trust, replicas } = figures.get(group.id) ?? {}
    const from = <T>(figure: Figure<T>): Figure<T> => ({
      ...figure,
      origin: 'group',
      source: `inherited from “${group.text || group.id}”`,
    })
    const own: Figures<Inherited> = {
      ...within(group.parent, depth + 1),
      ...(region && { region: from(region) }),
      ...(zone && { zone: from(zone) }),
      ...(network && { network: from(network) }),
      ...(trust && { trust: from(trust) }),
      ...(replicas && { replicas: from(replicas) }),
    }
    known.set(group.id, own)
    return own
  }
  return (parent: string | undefined) => within(parent)
}

/** Attempts and retries count the same thing: the weaker statement gives way. */
function withOneCount(figures: Figures<ArrowAttributes>): Figures<ArrowAttributes> {
  const { attempts, retries, ...others } = figures
  if (!attempts || !retries) return figures
  const [a, r] = [strengths[attempts.origin], strengths[retries.origin]]
  const retriesCount = a === r ? (retries.span?.start ?? 0) > (attempts.span?.start ?? 0) : r > a
  return retriesCount ? { ...others, retries } : { ...others, attempts }
}

/** Settings that name what this diagram has: what a document says of other diagrams falls away. */
function settledIn({ idOf }: Directory, settings: Settings): Settings {
  const objectives = Object.entries(settings.objectives).flatMap(([name, objective]) => {
    const { from, to } = objective
    const [fromId, toId] = [
      from === undefined ? undefined : idOf(from),
      to === undefined ? undefined : idOf(to),
    ]
    if ((from !== undefined && fromId === undefined) || (to !== undefined && toId === undefined)) return []
    return [[name, { ...objective, ...(fromId && { from: fromId }), ...(toId && { to: toId }) }] as const]
  })
  const entries = settings.entries.flatMap(name => idOf(name) ?? [])
  return { ...settings, objectives: Object.fromEntries(objectives), entries }
}
