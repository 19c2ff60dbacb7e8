// Everything the preview shows of one diagram, as plain data.

import { finished, type Steps } from '../../knowledge'
import type { Boundary, Component, Connection } from '../../model/system'
import type { Diagram } from '../../syntax/tree'
import type { Edit } from '../../text/edit'
import { encloses, type Span } from '../../text/span'
import { type Translate, untranslated } from '../../text/translation'
import { evaluating } from '../engine/evaluation'
import { findings } from '../engine/findings'
import type { AnalyzedDiagram, Finding, Snapshot } from '../engine/snapshot'
import { inSource } from '../features/place'
import { type Collapsed, canCollapse, collapse } from './collapsed'
import { comparedWith, type OtherVersion } from './compared'
import { picturingFlows } from './flow-picture'
import type { Change, Percentile, PreviewModel } from './messages'
import { targetOfSpan } from './targets'
import { changingSystem, valueBefore } from './what-if'

/** A picture of what knows only its text. */
export type PlacelessPicture = Omit<PreviewModel, 'document'>

export interface PictureChoices {
  /** What-ifs: they move the numbers, not the drawing or the findings. */
  readonly changes?: readonly Change[]
  /** Of the waterfalls. */
  readonly percentile?: Percentile
  readonly compareWith?: OtherVersion | undefined
  /** Ids of groups to draw as one box each. */
  readonly collapsed?: readonly string[]
  /** A picture to show until whose share is what is worked out, which takes many times as long. */
  readonly figuresOnly?: boolean
  /** Of everything but findings and what explains figures. */
  readonly translate?: Translate
}

/** The picture of a diagram by its index. */
export const previewModel = (
  snapshot: Snapshot,
  index: number,
  choices: PictureChoices = {},
): PlacelessPicture => finished(picturing(snapshot, index, choices))

/** The same in steps. */
export function* picturing(
  snapshot: Snapshot,
  index: number,
  choices: PictureChoices = {},
): Steps<PlacelessPicture> {
  const diagram = snapshot.diagrams[index]
  if (!diagram) return emptyPicture(snapshot)
  const { changes = [], percentile = 'p99', compareWith, collapsed = [] } = choices
  const { figuresOnly = false, translate = untranslated } = choices
  const { system, block } = diagram
  const changed = yield* changingSystem(diagram, changes)
  const compared = compareWith && comparedWith(compareWith, snapshot, { diagram, translate })
  const before = changed === system ? compared?.old?.system : system
  const isTried = changed !== system
  if (before) yield* evaluating(before, { attribution: isTried && !figuresOnly })
  yield* evaluating(changed, { attribution: !figuresOnly })
  const view = { percentile, figuresOnly, translate, isTried, ...(before && { before }) }
  const flows = yield* picturingFlows(changed, view)
  const drawn = collapse(system.diagram, collapsed, translate)
  const shown = findingsOf(diagram, snapshot)
  yield
  const written = new Map(system.components.map(component => [component.id, component]))
  const lineOf = (span: Span) => snapshot.lines.positionAt(inSource(diagram, span).start).line
  return {
    ...emptyPicture(snapshot),
    title: diagramTitle(diagram),
    diagram: index,
    line: lineOf(system.diagram.header),
    family: system.diagram.family,
    architecture: { value: system.architecture.value, why: system.architecture.why },
    text: drawn?.text ?? block.text,
    nodes: changed.components.map(component => ({
      ...nodeOf(component, lineOf),
      ...(isTried && { before: ownFigures(written.get(component.id)) }),
      ...(drawn && drawn.boxOf(component.id) !== component.id && { drawnAs: drawn.boxOf(component.id) }),
    })),
    groups: changed.boundaries.map(boundary => groupOf(boundary, system.diagram, drawn)),
    arrows: changed.connections.map(connection => ({
      ...arrowOf(connection, lineOf),
      ...(drawn && { drawnAs: drawn.arrows[connection.index] ?? null }),
    })),
    flows,
    ...(figuresOnly && { pending: true }),
    findings: shown,
    percentile,
    changes: changes.map(change => ({ ...change, was: valueBefore(change, system) })),
    ...(compared && { comparison: compared.comparison }),
  }
}

/** Its own, or that of the section it is in; empty for none. */
export const diagramTitle = ({ system, introduction }: AnalyzedDiagram): string =>
  system.diagram.title ?? introduction.headings.at(-1) ?? ''

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
    groups: [],
    percentile: 'p99',
    flows: [],
    findings: [],
    changes: [],
  }
}

type LineOf = (span: Span) => number

function nodeOf(component: Component, lineOf: LineOf): PreviewModel['nodes'][number] {
  const { id, text, kind, figures, span } = component
  const p50 = figures.p50 ?? figures.latency
  const { p99, availability, region, zone, replicas, hitRatio, rate } = figures
  return {
    id,
    text,
    ...(kind && { kind: kind.value }),
    ...(p50 && { p50: p50.value }),
    ...ownFigures(component),
    ...(region && { region: region.value }),
    ...(zone && { zones: [...zone.value] }),
    ...(replicas && { replicas: replicas.value }),
    ...(hitRatio && { hitRatio: hitRatio.value }),
    ...(rate && { rate: rate.value }),
    groups: groupsOf(component),
    assumed: [p50, p99, availability].every(figure => !figure?.stated),
    line: lineOf(span),
  }
}

const ownFigures = (
  component: Component | undefined,
): NonNullable<PreviewModel['nodes'][number]['before']> => {
  const { p99, availability } = component?.figures ?? {}
  return {
    ...(p99 && { p99: p99.value }),
    ...(availability && { availability: availability.value }),
  }
}

function groupOf(
  { id, name, parent }: Boundary,
  diagram: Diagram,
  drawn: Collapsed | undefined,
): PreviewModel['groups'][number] {
  return {
    id,
    text: name,
    ...(parent && { parent: parent.id }),
    ...(canCollapse(diagram, { id }) && { collapsed: drawn?.groups.has(id) === true }),
  }
}

/** Ids, the innermost first. */
function groupsOf({ boundary }: Component): string[] {
  const groups: string[] = []
  for (let group = boundary; group; group = group.parent) groups.push(group.id)
  return groups
}

function arrowOf(
  { index, arrow, role, network, figures: { timeout, retries, attempts } }: Connection,
  lineOf: LineOf,
): PreviewModel['arrows'][number] {
  const tries = retries?.value ?? (attempts && attempts.value - 1)
  return {
    index,
    from: arrow.from,
    to: arrow.to,
    text: arrow.text,
    role: role.value,
    network: network.value,
    line: lineOf(arrow.span),
    ...(timeout && { timeout: timeout.value }),
    ...(tries !== undefined && Number.isFinite(tries) && { retries: tries }),
  }
}

/** The findings that the picture of a diagram shows, in its order. */
function shownFindings({ block }: AnalyzedDiagram, snapshot: Snapshot): readonly Finding[] {
  return allFindings(snapshot).filter(({ suppressed, span }) => !suppressed && encloses(block.span, span))
}

/** Of what is written: a what-if changes none of them. */
function allFindings(snapshot: Snapshot): readonly Finding[] {
  const known = found.get(snapshot) ?? findings(snapshot, { figures: true })
  found.set(snapshot, known)
  return known
}

const found = new WeakMap<Snapshot, readonly Finding[]>()

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
