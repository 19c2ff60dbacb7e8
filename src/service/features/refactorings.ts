// Changes of a design's text that mend nothing: they say what is understood anyway in another form.

import { visitsOf } from '../../model/flows'
import { rememberedFor } from '../../model/remembered-for'
import type { Assumption, Flow, System } from '../../model/system'
import { parseDiagram } from '../../syntax'
import { type ByFamily, forFamily } from '../../syntax/notation'
import type { Span } from '../../text/span'
import { type EvaluatedFlow, evaluatedFlows, isEvaluated } from '../engine/evaluation'
import type { AnalyzedDiagram, Snapshot } from '../engine/snapshot'
import { formattedDiagram } from '../formatting/format-diagram'
import { isStatable, statedLines } from '../preview/statements'
import { placeAt } from './place'
import { drawnBeside, type OtherDrawing } from './refactorings/drawn-beside'
import { extractedSubgraph } from './refactorings/extract-subgraph'
import { movedBehindComments, movedWithNative } from './refactorings/move-figures'
import { type Owner, ownerAt } from './refactorings/owner'
import type { Refactoring, Rewriting, Selected } from './refactorings/refactoring'
import { unchangedBy } from './refactorings/same-saying'
import { flowchartOf } from './refactorings/to-flowchart'
import { sequenceOf } from './refactorings/to-sequence'

export { type NewDocument, placesBeside, type Refactoring } from './refactorings/refactoring'

/** In larger diagrams nobody waits for a light bulb until they are read anew for each of these. */
const mostArrows = 300

/** What can be done with the diagram around a span of the source, as far as its figures are known. */
export function refactoringsAt(snapshot: Snapshot, span: Span): readonly Refactoring[] {
  const place = placeAt(snapshot, span.start)
  if (!place) return []
  const { diagram, offset } = place
  const { system, block } = diagram
  const end = block.fromSource(Math.min(span.end, block.span.end)) ?? offset
  const selected: Selected = { diagram, system, selection: { start: offset, end: Math.max(offset, end) } }
  const isSmall = system.connections.length <= mostArrows && system.diagram.problems.length === 0
  return [...(isSmall ? rewritten(selected) : []), ...whereEvaluated(snapshot, selected, isSmall)]
}

/** Each of them is read again before it is offered: it has to say the same. */
const rewritten = (selected: Selected): readonly Refactoring[] =>
  forFamily(rewritings, selected.system.diagram)
    .flatMap(rewrite => rewrite(selected))
    .filter(rewriting => unchangedBy(rewriting, selected.system))
    .map(rewriting => ({ ...rewriting, edits: rewriting.edits.map(selected.diagram.block.editToSource) }))

const rewritings: ByFamily<readonly ((selected: Selected) => readonly Rewriting[])[]> = {
  flowchart: [extractedSubgraph, movedWithNative],
  sequence: [movedBehindComments],
  c4: [movedBehindComments],
  architecture: [movedBehindComments],
  other: [],
}

/** What rests on figures: nobody waits for them at a light bulb. */
function whereEvaluated(snapshot: Snapshot, selected: Selected, isSmall: boolean): readonly Refactoring[] {
  const { system, diagram } = selected
  if (!isEvaluated(system, { attribution: false })) return []
  const drawn = isSmall ? forFamily(drawings, system.diagram)(selected) : []
  return [...drawn.flatMap(each => drawnBeside(each, diagram, snapshot) ?? []), ...assumedStated(selected)]
}

const drawings: ByFamily<(selected: Selected) => readonly OtherDrawing[]> = {
  flowchart: asSequences,
  sequence: asFlowchart,
  c4: asSequences,
  architecture: asSequences,
  other: () => [],
}

/** So many flows of a component are offered. */
const mostFlows = 3

/** The flows that the selected component or call is part of; all of them where none is selected. */
function asSequences({ system, selection }: Selected): readonly OtherDrawing[] {
  const owner = ownerAt(system, selection.start)
  const requests = evaluatedFlows(system).filter(({ flow }) => !flow.background)
  const own = requests.filter(({ flow }) => owner && isPartOf(owner, flow))
  return (own.length > 0 ? own : requests).slice(0, mostFlows).flatMap(evaluated => {
    const text = sequencesOf(system)(evaluated)
    const title = `Draw ${evaluated.flow.name} as a sequence diagram`
    return text === undefined ? [] : [{ title, suffix: 'sequence', text }]
  })
}

const isPartOf = (owner: Owner, { entry, plan }: Flow): boolean =>
  owner === entry ||
  visitsOf(plan).some(({ component, call }) => owner === component || owner === call?.connection)

/** Each worked out once: a light bulb is asked for at every move of the cursor. */
const sequencesOf = rememberedFor((system: System) =>
  rememberedFor((evaluated: EvaluatedFlow) => laidOut(sequenceOf(evaluated, system))),
)

function asFlowchart({ system }: Selected): readonly OtherDrawing[] {
  const text = flowchartsOf(system)
  return text === undefined ? [] : [{ title: 'Draw these calls as a flowchart', suffix: 'flowchart', text }]
}

const flowchartsOf = rememberedFor((system: System) => laidOut(flowchartOf(system)))

const laidOut = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : formattedDiagram(parseDiagram(text))

/** All that is assumed of what users wait for: of the one flow that is selected among several, and of all. */
function assumedStated({ diagram, system, selection }: Selected): readonly Refactoring[] {
  const owner = ownerAt(system, selection.start)
  const flows = evaluatedFlows(system).filter(({ flow }) => !flow.background)
  const own = flows.filter(({ flow }) => owner && isPartOf(owner, flow))
  const [first] = own
  return [
    ...(first && own.length === 1 && flows.length > 1 ? stating(own, first.flow.name, diagram) : []),
    ...stating(flows, 'this diagram', diagram),
  ]
}

function stating(
  flows: readonly EvaluatedFlow[],
  name: string,
  diagram: AnalyzedDiagram,
): readonly Refactoring[] {
  const assumed = distinct(flows.flatMap(({ figures }) => figures.assumed.filter(isWorthStating)))
  const edits = statedLines(diagram, assumed)
  return edits.length === 0 ? [] : [{ title: titleFor(assumed.length, name), kind: 'rewrite', edits }]
}

/** What runs within its caller costs nothing of its own: nobody would measure that. */
const isWorthStating = (assumption: Assumption): boolean =>
  isStatable(assumption) && !['0 ms', '100%'].includes(assumption.value)

const titleFor = (count: number, name: string): string =>
  count === 1 ? `State the assumed figure of ${name}` : `State the ${count} assumed figures of ${name}`

/** Flows share components: each figure once. */
const distinct = (all: readonly Assumption[]): readonly Assumption[] => [
  ...new Map(all.map(each => [`${each.at} ${each.key}`, each])).values(),
]
