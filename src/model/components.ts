// Nodes and groups into components and boundaries: what each is, and its figures.

import {
  type ComponentHint,
  defaultFigures,
  type Inference,
  type Kind,
  namesAws,
  recognizeKind,
  regionsIn,
  rememberedBy,
  type Sighting,
  type SourcedFigure,
  sightingsIn,
  type Technology,
} from '../knowledge'
import { notationOf } from '../syntax/notation'
import type { Diagram, Group, Node } from '../syntax/tree'
import { type Annotations, nameWithoutFigures } from './annotations'
import type { End } from './ends'
import { headlineOf } from './headline'
import { rememberedFor } from './remembered-for'
import type { Boundary, Call, Component, Figure, Figures } from './system'
import type { NodeAttributes } from './vocabulary'

export interface Parts {
  readonly components: readonly Component[]
  readonly boundaries: readonly Boundary[]
  /** What an arrow's end names. A subgraph's id names the boundary. */
  endOf(id: string): End | undefined
  /** Notes a call at its two components. */
  attach(call: Call): void
  /** What each place says of a component's kind. */
  sightingsOf(component: Component): readonly Sighting[]
  /** Settles what a component is that its own wording leaves open, and with that its figures. */
  settle(component: Component, kind: Inference<Kind>, technology?: Technology): void
  /** Notes the program that a component is a part of. */
  join(component: Component, program: string): void
}

export function partsOf(diagram: Diagram, annotations: Annotations): Parts {
  const boundaries = boundariesOf(diagram, annotations)
  const hints = new Map<string, ComponentHint>()
  const components = diagram.nodes.map(node => {
    const boundary = node.parent === undefined ? undefined : boundaries.get(node.parent)
    const parts = { node, boundary, diagram, annotations }
    const hint = hintOf(parts)
    hints.set(node.id, hint)
    const component = componentOf(parts, hint)
    boundary?.members.push(component)
    return component
  })
  const byId = new Map(components.map(component => [component.id, component]))
  return {
    components,
    boundaries: [...boundaries.values()],
    endOf: id => boundaries.get(id) ?? byId.get(id),
    attach(call) {
      byId.get(call.caller.id)?.outgoing.push(call)
      byId.get(call.callee.id)?.incoming.push(call)
    },
    sightingsOf({ id }) {
      const hint = hints.get(id)
      return hint ? sightingsIn(hint) : []
    },
    settle({ id }, kind, technology) {
      const component = byId.get(id)
      if (!component) return
      component.kind = kind
      component.technology ??= technology
      component.figures = figuresOf(component, annotations)
    },
    join({ id }, program) {
      const component = byId.get(id)
      if (component) component.program = program
    },
  }
}

interface GrowingBoundary extends Boundary {
  readonly members: Component[]
}

/** Mermaid lists groups as they close, so a parent may come after its children. */
function boundariesOf(diagram: Diagram, annotations: Annotations): Map<string, GrowingBoundary> {
  const groups = new Map(diagram.groups.map(group => [group.id, group]))
  const made = new Map<string, GrowingBoundary>()
  const make = (group: Group, within: ReadonlySet<string>): GrowingBoundary => {
    const known = made.get(group.id)
    if (known) return known
    const parentGroup =
      group.parent === undefined || within.has(group.parent) ? undefined : groups.get(group.parent)
    const parent = parentGroup && make(parentGroup, new Set([...within, group.id]))
    const figures = annotations.groups.get(group.id) ?? {}
    const boundary: GrowingBoundary = {
      id: group.id,
      text: group.text || group.id,
      name: spokenName(group.text || group.id),
      group,
      ...(parent && { parent }),
      members: [],
      figures,
      span: group.labelSpan ?? group.span,
    }
    made.set(group.id, boundary)
    return boundary
  }
  for (const group of diagram.groups) make(group, new Set())
  return made
}

interface GrowingComponent extends Component {
  kind?: Inference<Kind>
  technology?: Technology
  program?: string
  figures: Figures<NodeAttributes>
  readonly incoming: Call[]
  readonly outgoing: Call[]
}

interface ComponentParts {
  readonly node: Node
  readonly boundary: Boundary | undefined
  readonly diagram: Diagram
  readonly annotations: Annotations
}

function hintOf({ node, boundary, diagram, annotations }: ComponentParts): ComponentHint {
  const headline = headlineOf(node)
  const stated = annotations.nodes.get(node.id)?.tech?.value
  return {
    id: node.id,
    text:
      headline.below.length === 0 && !headline.element
        ? node.text
        : [headline.name, ...headline.below].join('\n'),
    shape: node.shape,
    icon: node.icon,
    technology: stated ?? node.technology ?? headline.element?.technology,
    description: node.description,
    classes: node.classes,
    variant: headline.element?.variant ?? node.shape,
    drawsSteps: notationOf(diagram).drawsSteps,
    amongAws: isAmongAws(diagram),
    group: boundary?.text,
  }
}

const isAmongAws = rememberedFor(({ text }: Diagram): boolean => namesAws(text))

const nothing: ReturnType<typeof recognizeKind> = {}

function componentOf(
  { node, boundary, diagram, annotations }: ComponentParts,
  hint: ComponentHint,
): GrowingComponent {
  const stated = annotations.nodes.get(node.id) ?? noFigures
  const headline = headlineOf(node)
  // A bend in a line is nothing, whatever its id says.
  const recognized = node.junction ? nothing : recognizeKind(hint)
  const { technology } = recognized
  const kind = statedKind(stated) ?? recognized.kind
  return {
    id: node.id,
    text: node.text || node.id,
    name: spokenName(nameWithoutFigures(headline.name) || node.id),
    headline: headline.name || node.id,
    node,
    kind,
    technology,
    figures: figuresOf({ node, boundary, technology, kind }, annotations),
    boundary,
    span: node.mentions[0]?.span ?? diagram.header,
    incoming: [],
    outgoing: [],
  }
}

/** What is stated, else where it stands, else the catalogue's figures for what it is. */
function figuresOf(
  { node, boundary, technology, kind }: Pick<Component, 'node' | 'boundary' | 'technology' | 'kind'>,
  { nodes, settings }: Annotations,
): Figures<NodeAttributes> {
  const stated = nodes.get(node.id)
  const assumed =
    settings.assume === 'catalogue'
      ? catalogueFigures({
          technology,
          kind: kindForFigures(kind),
          managed: stated?.managed?.value,
          latencyStated: stated !== undefined && statesLatency(stated),
        })
      : noFigures
  return laidOver(assumed, placeFigures(node, boundary), stated)
}

/** Third parties are slow: nobody is taken for one by its place in the picture alone. */
const kindForFigures = (kind: Inference<Kind> | undefined): Kind | undefined =>
  kind?.value === 'external' && kind.confidence < 0.7 ? undefined : kind?.value

function statedKind(stated: Figures<NodeAttributes>): Inference<Kind> | undefined {
  return stated.kind && { value: stated.kind.value, confidence: 1, why: 'stated' }
}

/** A stated latency of any form closes all that the catalogue says of latency. */
const statesLatency = ({ p50, p95, p99, latency }: Figures<NodeAttributes>): boolean =>
  (p50 ?? p95 ?? p99 ?? latency) !== undefined

interface Unstated {
  readonly technology: Technology | undefined
  readonly kind: Kind | undefined
  readonly managed: boolean | undefined
  readonly latencyStated: boolean
}

/** The catalogue's figures for what the author leaves open. */
const catalogueFigures = rememberedBy(
  ({ technology, kind, managed, latencyStated }: Unstated) =>
    `${technology?.id} ${kind} ${managed} ${latencyStated}`,
  ({ technology, kind, managed, latencyStated }): Figures<NodeAttributes> => {
    const { p50, p99, availability, hitRatio } = defaultFigures(technology, kind, managed) ?? {}
    return {
      ...(!latencyStated && p50 && { p50: fromCatalogue(p50) }),
      ...(!latencyStated && p99 && { p99: fromCatalogue(p99) }),
      ...(availability && { availability: fromCatalogue(availability) }),
      ...(hitRatio && { hitRatio: fromCatalogue(hitRatio) }),
    }
  },
)

function fromCatalogue({ value, source, tag }: SourcedFigure): Figure<number> {
  return {
    value,
    origin: tag === 'assumption' ? 'assumed' : 'catalogue',
    stated: false,
    source: tag === 'assumption' ? source : `${source} (${tag})`,
  }
}

/** Region names written in the label or in an enclosing group's title. */
function placeFigures(node: Node, boundary: Boundary | undefined): Figures<NodeAttributes> | undefined {
  const own = regionsIn(node.text)[0]
  if (own) return { region: inferred(own.region.id, `named in the label`) }
  for (let place = boundary; place; place = place.parent) {
    const stated = place.figures.region
    if (stated) return { region: { ...stated, origin: 'group' } }
    const named = regionsIn(place.text)[0]
    if (named) return { region: inferred(named.region.id, `named by the group "${place.text}"`) }
  }
  return undefined
}

const noFigures: Figures<NodeAttributes> = {}

/** Most nodes state nothing: then the catalogue's figures are theirs as they are. */
function laidOver(
  assumed: Figures<NodeAttributes>,
  place: Figures<NodeAttributes> | undefined,
  stated: Figures<NodeAttributes> | undefined,
): Figures<NodeAttributes> {
  return place || stated ? { ...assumed, ...place, ...stated } : assumed
}

const inferred = (value: string, source: string): Figure<string> => ({
  value,
  origin: 'inferred',
  stated: false,
  source,
})

const longestName = 40

/** Whole words, as many as fit; in sequence diagrams quotes are part of the label. */
function spokenName(text: string): string {
  const bare = complete(/^(["'])(.+)\1$/.exec(text)?.[2] ?? text)
  if (bare.length <= longestName) return bare
  const kept = bare.slice(0, longestName)
  const words = kept.replace(/(?<![^\p{L}\p{N})])[^\p{L}\p{N})]+[\p{L}\p{N}]*$/u, '')
  const whole = complete(words)
  if (whole !== words) return whole
  return `${words.length > longestName / 2 ? words : kept}…`
}

const complete = (text: string): string => withoutSeparator(withoutOpenBracket(text))

/** Between the items of a list that goes on in the next line: `Redis: sessions · locks ·`. */
const withoutSeparator = (text: string): string => text.replace(/(?<=[^\s·•|–—:])[\s·•|–—:]+$/, '')

/** What a line break or the cut leaves of `Order service (rate<br/>limited)`: a bracket that nothing closes. */
const withoutOpenBracket = (text: string): string => text.replace(/(?<=\S)\s*\([^()]*$/, '')
