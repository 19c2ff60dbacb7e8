// A diagram's tree into the system it shows.

import { finished, type Inference, lazily, type Steps } from '../knowledge'
import { parseDiagram } from '../syntax'
import type { Diagram } from '../syntax/tree'
import type { Introduction } from '../text/introduction'
import { type Annotations, annotate, type OuterFigures } from './annotations'
import { callsOf } from './calls'
import { partsOf } from './components'
import { connectionsOf } from './connections'
import { isBroker } from './ends'
import { flowsOf, pagesOf } from './flows'
import { settleAnswering } from './recognition/answering'
import type { ArrowDecision, JudgedArrow } from './recognition/arrows'
import { settleBrokers } from './recognition/brokers'
import type { Classifier } from './recognition/classifier'
import type { Decision } from './recognition/decision'
import { impliedServices } from './recognition/implied'
import { type Kinds, otherKinds, settleKinds } from './recognition/kinds'
import { settleKubernetesServices } from './recognition/kubernetes'
import { learned } from './recognition/learned'
import { answersWithin } from './recognition/network'
import { programsOf } from './recognition/programs'
import { recognize, recognizeArrows } from './recognition/recognize'
import type { Connection, Role, System } from './system'
import { answeredIn, readTrace } from './trace'

/**
 * Reads a system; never throws. `outer` holds what the document and the workspace state for all diagrams; `classify`
 * weighs what is seen, and only measurements bring their own.
 */
export function readSystem(
  diagram: Diagram,
  outer: OuterFigures,
  introduction: Introduction = nothingBefore,
  classify: Classifier = learned,
): System {
  return finished(readingSystem(diagram, outer, introduction, classify))
}

/** The same in steps. */
export function* readingSystem(
  diagram: Diagram,
  outer: OuterFigures,
  introduction: Introduction = nothingBefore,
  classify: Classifier = learned,
): Steps<System> {
  return yield* reading(diagram, { outer, introduction, classify })
}

/** What a system is read from beside its diagram. */
interface Reading {
  readonly outer: OuterFigures
  readonly introduction: Introduction
  readonly classify: Classifier
}

function* reading(diagram: Diagram, around: Reading, known?: Recognition): Steps<System> {
  const { system, recognition } = yield* systemIn(diagram, around, known)
  readings.set(system, { around, recognition })
  return system
}

const readings = new WeakMap<System, { readonly around: Reading; readonly recognition: Recognition }>()

/** The system with further lines at the end of its text; places in the text stay what they were. */
export const restated = (system: System, lines: readonly string[]): System =>
  finished(restating(system, lines))

/** The same in steps. Other figures make nothing another kind of thing: what was recognized is kept. */
export function* restating(system: System, lines: readonly string[]): Steps<System> {
  const read = readings.get(system)
  if (lines.length === 0 || !read) return system
  const diagram = parseDiagram(`${system.diagram.text}\n${lines.join('\n')}\n`)
  yield
  const { nodes, arrows } = system.diagram
  const isSame = diagram.nodes.length === nodes.length && diagram.arrows.length === arrows.length
  return yield* reading(diagram, read.around, isSame ? read.recognition : undefined)
}

/** What another text shows in the place of a system's own. */
export function redrawn(system: System, text: string): System {
  const read = readings.get(system)
  return read ? finished(reading(parseDiagram(text), read.around)) : system
}

/** What is told of a picture by weighing what is seen in it. */
interface Recognition {
  readonly architecture: Decision
  readonly kinds: Kinds
  readonly arrows: readonly JudgedArrow[]
}

function* systemIn(
  diagram: Diagram,
  { outer, introduction, classify }: Reading,
  known: Recognition | undefined,
): Steps<{ readonly system: System; readonly recognition: Recognition }> {
  const annotations = annotate(diagram, outer)
  yield
  const parts = partsOf(diagram, annotations)
  yield
  const trace = readTrace(diagram, id => isBroker(parts.endOf(id)))
  const sources = { parts, annotations, replies: trace.replies, answered: answeredIn(trace) }
  const { settings, problems } = annotations
  const { components, boundaries } = parts
  const annotated = diagram.metadata.length > 0 && isAnnotated(annotations)
  let connections = connectionsOf(diagram, sources)
  yield
  const drawn = { diagram, settings, introduction, components, annotated }
  const architecture = known?.architecture ?? recognize({ ...drawn, connections }, classify)
  yield
  const chance = architecture.value ? architecture.confidence : 1 - architecture.confidence
  const kinds = known?.kinds ?? otherKinds({ diagram, introduction, parts, chance }, classify)
  const weighed = settleKinds(parts, kinds)
  yield
  const services = settleKubernetesServices(parts, connections)
  const brokers = settleBrokers(parts, connections)
  const answering = settleAnswering(parts, connections)
  if ((weighed || services || brokers || answering) && architecture.value)
    connections = connectionsOf(diagram, sources)
  yield
  const decisions = known?.arrows ?? recognizeArrows({ ...drawn, connections }, architecture, classify)
  yield
  const roles = settledRoles(connections, decisions)
  if (roles.size > 0) connections = connectionsOf(diagram, { ...sources, roles })
  yield
  const network = answersWithin()
  connections.forEach((connection, at) => {
    connection.network = network(connection, decisions[at]!.network)
    connection.chances = decisions[at]!.chances
  })
  yield
  for (const [component, program] of programsOf(components, connections)) parts.join(component, program)
  const calls = callsOf(connections)
  for (const call of calls) parts.attach(call)
  for (const [component, kind] of impliedServices(calls)) parts.settle(component, kind)
  const { sections } = annotations
  yield
  const source = { diagram, settings, components, connections, calls, trace, sections }
  const pages = lazily(() => pagesOf(source))
  const system: System = {
    ...{ diagram, architecture, settings, components, boundaries, connections, calls, problems },
    ...flowsOf(source),
    get pages() {
      return pages()
    },
  }
  return { system, recognition: { architecture, kinds, arrows: decisions } }
}

/** Where more than the arrow and its ends speaks for another role. */
function settledRoles(
  connections: readonly Connection[],
  decisions: readonly ArrowDecision[],
): ReadonlyMap<number, Inference<Role>> {
  const settled = new Map<number, Inference<Role>>()
  connections.forEach(({ role, index }, at) => {
    const decision = decisions[at]!
    if (decision.role !== role) settled.set(index, decision.role)
  })
  return settled
}

const nothingBefore: Introduction = { headings: [], before: '' }

/** Figures of calls in metadata: only a design has those. */
function isAnnotated({ nodes, arrows }: Annotations): boolean {
  const inMetadata = (figures: object) => Object.values(figures).some(figure => figure?.origin === 'metadata')
  return [...nodes.values()].some(inMetadata) || arrows.some(inMetadata)
}
