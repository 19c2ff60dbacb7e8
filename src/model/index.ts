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
import type { ArrowDecision } from './recognition/arrows'
import { settleBrokers } from './recognition/brokers'
import type { Classifier } from './recognition/classifier'
import { impliedServices } from './recognition/implied'
import { settleKinds } from './recognition/kinds'
import { settleKubernetesServices } from './recognition/kubernetes'
import { learned } from './recognition/learned'
import { answersWithin } from './recognition/network'
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
  const system = yield* systemIn(diagram, outer, introduction, classify)
  readers.set(system, other => readingSystem(other, outer, introduction, classify))
  return system
}

const readers = new WeakMap<System, (diagram: Diagram) => Steps<System>>()

/** The system with further lines at the end of its text; places in the text stay what they were. */
export const restated = (system: System, lines: readonly string[]): System =>
  finished(restating(system, lines))

/** The same in steps. */
export function* restating(system: System, lines: readonly string[]): Steps<System> {
  if (lines.length === 0) return system
  return yield* redrawing(system, `${system.diagram.text}\n${lines.join('\n')}\n`)
}

/** What another text shows in the place of a system's own. */
export const redrawn = (system: System, text: string): System => finished(redrawing(system, text))

function* redrawing(system: System, text: string): Steps<System> {
  const reading = readers.get(system)
  if (!reading) return system
  const diagram = parseDiagram(text)
  yield
  return yield* reading(diagram)
}

function* systemIn(
  diagram: Diagram,
  outer: OuterFigures,
  introduction: Introduction,
  classify: Classifier,
): Steps<System> {
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
  const architecture = recognize({ ...drawn, connections }, classify)
  yield
  const chance = architecture.value ? architecture.confidence : 1 - architecture.confidence
  const weighed = settleKinds({ diagram, introduction, parts, chance }, classify)
  yield
  const services = settleKubernetesServices(parts, connections)
  const brokers = settleBrokers(parts, connections)
  if ((weighed || services || brokers) && architecture.value) connections = connectionsOf(diagram, sources)
  yield
  const decisions = recognizeArrows({ ...drawn, connections }, architecture, classify)
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
  const calls = callsOf(connections)
  for (const call of calls) parts.attach(call)
  for (const [component, kind] of impliedServices(calls)) parts.settle(component, kind)
  const { sections } = annotations
  yield
  const source = { diagram, settings, components, connections, calls, trace, sections }
  const pages = lazily(() => pagesOf(source))
  return {
    ...{ diagram, architecture, settings, components, boundaries, connections, calls, problems },
    ...flowsOf(source),
    get pages() {
      return pages()
    },
  }
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
