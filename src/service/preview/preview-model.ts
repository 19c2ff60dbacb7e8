// Everything the preview shows of one diagram, as plain data.

import type { Component, Connection, System } from '../../model/system'
import type { Edit } from '../../text/edit'
import { encloses, type Span } from '../../text/span'
import { attributedFlows, type EvaluatedFlow } from '../engine/evaluation'
import { findings } from '../engine/findings'
import type { AnalyzedDiagram, Finding, Snapshot } from '../engine/snapshot'
import { estimate, formatDowntime } from '../features/format'
import { inSource } from '../features/place'
import { summaryOf } from '../flows/flow-summary'
import { sharesOf } from '../flows/shares'
import { waterfallOf } from '../flows/waterfall'
import type { Change, PreviewModel, PreviewTarget } from './messages'
import { isStatable } from './statements'
import { targetNamed, targetOfSpan } from './targets'
import { changedSystem } from './what-if'

/** A picture of what knows only its text. */
export type PlacelessPicture = Omit<PreviewModel, 'document'>

/** The picture of a diagram by its index; `changes` are what-ifs: they move the numbers, not the drawing or the findings. */
export function previewModel(
  snapshot: Snapshot,
  index: number,
  changes: readonly Change[] = [],
): PlacelessPicture {
  const diagram = snapshot.diagrams[index]
  if (!diagram) return emptyPicture(snapshot)
  const { system, block, introduction } = diagram
  const changed = changedSystem(diagram, changes, snapshot)
  const lineOf = (span: Span) => snapshot.lines.positionAt(inSource(diagram, span).start).line
  return {
    ...emptyPicture(snapshot),
    title: system.diagram.title ?? introduction.headings.at(-1) ?? '',
    diagram: index,
    line: lineOf(system.diagram.header),
    family: system.diagram.family,
    architecture: { value: system.architecture.value, why: system.architecture.why },
    text: block.text,
    nodes: changed.components.map(component => nodeOf(component, lineOf)),
    arrows: changed.connections.map(connection => arrowOf(connection, lineOf)),
    flows: attributedFlows(changed).map(evaluated => flowOf(evaluated, changed)),
    findings: findingsOf(diagram, snapshot),
    changes: [...changes],
  }
}

function emptyPicture({ diagrams }: Snapshot): PlacelessPicture {
  return {
    version: 1,
    title: '',
    diagram: 0,
    diagramCount: diagrams.length,
    line: 1,
    family: 'other',
    architecture: { value: false, why: 'there is no diagram' },
    text: '',
    nodes: [],
    arrows: [],
    flows: [],
    findings: [],
    changes: [],
  }
}

type LineOf = (span: Span) => number

function nodeOf({ id, text, kind, figures, span }: Component, lineOf: LineOf): PreviewModel['nodes'][number] {
  const p50 = figures.p50 ?? figures.latency
  const { p99, availability, region } = figures
  return {
    id,
    text,
    ...(kind && { kind: kind.value }),
    ...(p50 && { p50: p50.value }),
    ...(p99 && { p99: p99.value }),
    ...(availability && { availability: availability.value }),
    ...(region && { region: region.value }),
    assumed: [p50, p99, availability].every(figure => !figure?.stated),
    line: lineOf(span),
  }
}

function arrowOf(
  { index, arrow, role, network }: Connection,
  lineOf: LineOf,
): PreviewModel['arrows'][number] {
  return {
    index,
    from: arrow.from,
    to: arrow.to,
    text: arrow.text,
    role: role.value,
    network: network.value,
    line: lineOf(arrow.span),
  }
}

type PictureFlow = PreviewModel['flows'][number]

function flowOf(evaluated: EvaluatedFlow, system: System): PictureFlow {
  const { flow, figures, objective } = evaluated
  const { load, ...summary } = summaryOf(evaluated, system.diagram)
  return {
    ...summary,
    ...(load && { load: [...load] }),
    background: flow.background,
    criticalPath: [...figures.criticalPath],
    shares: [...sharesOf(evaluated)],
    bars: [...waterfallOf(evaluated)],
    improvements: improvementsOf(evaluated),
    assumed: figures.assumed.map(assumption => ({
      ...assumption,
      target: targetNamed(assumption.at, system),
      statable: isStatable(assumption),
    })),
    assumedShare: figures.attribution?.assumedShare.p99 ?? 0,
    ...(objective && {
      objective: { ...objective, missed: [...objective.missed], shortfalls: [...objective.shortfalls] },
    }),
  }
}

/** The two parts that cost most time, and the two that cost most availability. */
function improvementsOf({ figures: { attribution } }: EvaluatedFlow): PictureFlow['improvements'] {
  const faster = (attribution?.latency ?? [])
    .flatMap(({ component, ms }) => (component && ms >= 1 ? [{ component, ms }] : []))
    .slice(0, 2)
    .map(({ component, ms }) => ({
      text: `${component.text} twice as fast`,
      gain: `about −${estimate(ms / 2)} at p99`,
      target: nodeTarget(component),
    }))
  const steadier = (attribution?.availability ?? [])
    .flatMap(({ component, gain }) => (component && gain > 0 ? [{ component, gain }] : []))
    .slice(0, 2)
    .map(({ component, gain }) => ({
      text: `${component.text} never down`,
      gain: `−${formatDowntime(gain * secondsPerYear)}`,
      target: nodeTarget(component),
    }))
  return [...faster, ...steadier]
}

const secondsPerYear = 365 * 86_400

const nodeTarget = ({ id }: Component): PreviewTarget => ({ kind: 'node', id })

/** The findings that the picture of a diagram shows, in its order. */
function shownFindings({ block }: AnalyzedDiagram, snapshot: Snapshot): readonly Finding[] {
  return findings(snapshot, { figures: true }).filter(
    ({ suppressed, span }) => !suppressed && encloses(block.span, span),
  )
}

function findingsOf(diagram: AnalyzedDiagram, snapshot: Snapshot): PreviewModel['findings'] {
  return shownFindings(diagram, snapshot).map(({ rule, severity, message, span, fixes, url }) => ({
    rule,
    severity,
    message,
    target: targetOfSpan(diagram, span),
    line: snapshot.lines.positionAt(span.start).line,
    fixes: fixes.map(({ title }) => title),
    url,
  }))
}

/** A fix by its place in a picture: the finding's, and the fix's among those of the finding. */
export interface ChosenFix {
  readonly finding: number
  readonly fix: number
}

/** The edits of a fix that the picture of a diagram offers; none if there is no such fix any more. */
export function fixEdits(snapshot: Snapshot, index: number, { finding, fix }: ChosenFix): readonly Edit[] {
  const diagram = snapshot.diagrams[index]
  const shown = diagram ? shownFindings(diagram, snapshot) : []
  return shown[finding]?.fixes[fix]?.edits ?? []
}
