// A diagram's things by their names and places.

import { lazily } from '../../../knowledge'
import type { Diagram, Group, Node, Section, Step } from '../../../syntax/tree'
import { lastAtMost } from '../../../text/lines'
import { type Span, span } from '../../../text/span'
import { normalizedLabel } from '../labels/normalized-label'

export type AnnotationTarget =
  | { readonly kind: 'node'; readonly id: string }
  | { readonly kind: 'nodes'; readonly ids: readonly string[] }
  | { readonly kind: 'group'; readonly id: string }
  /** `specificity` from 0 to 0.9: all calls between two ends, those of one statement, exactly one. */
  | { readonly kind: 'arrows'; readonly indexes: readonly number[]; readonly specificity: number }
  | { readonly kind: 'section'; readonly section: Section }

export interface Directory {
  readonly diagram: Diagram
  readonly nodes: ReadonlyMap<string, Node>
  readonly groups: ReadonlyMap<string, Group>
  readonly arrowsById: ReadonlyMap<string, number>
  /** Whether a node or group has that id. */
  has(id: string): boolean
  /** Indexes of the arrows drawn from one to the other, in order. */
  arrowsBetween(from: string, to: string): readonly number[]
  /** The id of the only node or group that reads so. */
  idOfText(text: string): string | undefined
  /** A name that is an id already, else the id of the only thing that reads so. */
  idOf(name: string): string | undefined
  /** What the first statement after an offset draws, if it draws anything. */
  drawnNextAfter(offset: number): AnnotationTarget | undefined
}

/** What is found by name is only looked through where something is named: most diagrams state nothing. */
export function directoryOf(diagram: Diagram): Directory {
  const groups = new Map(diagram.groups.map(group => [group.id, group]))
  const nodes = lazily(() => new Map(diagram.nodes.map(node => [node.id, node])))
  const arrows = lazily(() => arrowsByName(diagram))
  const texts = lazily(() => idsByText(diagram))
  const has = (id: string) => groups.has(id) || nodes().has(id)
  const idOfText = (text: string) => texts().get(normalizedLabel(text))
  return {
    diagram,
    groups,
    get nodes() {
      return nodes()
    },
    get arrowsById() {
      return arrows().byId
    },
    has,
    arrowsBetween: (from, to) => arrows().between.get(pairName(from, to)) ?? [],
    idOfText,
    idOf: name => (has(name) ? name : idOfText(name)),
    drawnNextAfter: nextDrawn(diagram),
  }
}

/** All sections of all fragments of a sequence diagram, outermost first. */
export function sectionsOf(steps: readonly Step[]): readonly Section[] {
  const found: Section[] = []
  const open: (readonly Step[])[] = [steps]
  for (let list = open.pop(); list; list = open.pop()) {
    for (const step of list) {
      if (step.kind !== 'fragment') continue
      found.push(...step.sections)
      open.push(...step.sections.map(section => section.steps))
    }
  }
  return found
}

const pairName = (from: string, to: string): string => `${from}\u0000${to}`

function arrowsByName({ arrows }: Diagram) {
  const between = new Map<string, number[]>()
  const byId = new Map<string, number>()
  for (const [index, { from, to, id }] of arrows.entries()) {
    if (id !== undefined) byId.set(id, index)
    const name = pairName(from, to)
    const known = between.get(name)
    if (known) known.push(index)
    else between.set(name, [index])
  }
  return { between, byId }
}

function idsByText({ nodes, groups }: Diagram): Map<string, string | undefined> {
  const ids = new Map<string, string | undefined>()
  for (const { id, text } of [...nodes, ...groups]) {
    const label = normalizedLabel(text)
    ids.set(label, ids.has(label) ? undefined : id)
  }
  return ids
}

interface Drawn {
  readonly span: Span
  readonly arrow?: number
  readonly node?: string
  readonly group?: string
  readonly section?: Section
}

function nextDrawn(diagram: Diagram): (offset: number) => AnnotationTarget | undefined {
  let drawn: readonly Drawn[] | undefined
  let starts: readonly number[] = []
  return offset => {
    if (!drawn) {
      drawn = inOrder(diagram)
      starts = drawn.map(({ span }) => span.start)
    }
    const first = starts[0]! >= offset ? 0 : lastAtMost(starts, offset - 1) + 1
    return drawn[first] && targetOf(drawn, first)
  }
}

/** Everything a statement can draw, and the statements themselves, in order of the text. */
function inOrder(diagram: Diagram): readonly Drawn[] {
  const { statements, arrows, nodes, groups, steps } = diagram
  const drawn: Drawn[] = [
    ...statements.map(span => ({ span })),
    ...arrows.map(({ statement }, arrow) => ({ span: statement, arrow })),
    ...nodes.flatMap(({ id, mentions }) => mentions.map(({ span }) => ({ span, node: id }))),
    ...groups.map(({ id, span }) => ({ span, group: id })),
    ...sectionsOf(steps).map(section => ({ span: section.header, section })),
  ]
  return drawn.sort((a, b) => a.span.start - b.span.start)
}

/** Behind the last. */
const nothing = { span: span(Infinity, Infinity) }

/** What the statement at an index draws: its arrows, else its section or group, else its nodes. */
function targetOf(drawn: readonly Drawn[], first: number): AnnotationTarget | undefined {
  const { start } = drawn[first]!.span
  let end = start
  let after = first
  for (
    let { span } = drawn[first]!;
    span.start <= Math.max(start, end - 1);
    { span } = drawn[after] ?? nothing
  ) {
    if (span.start === start) end = Math.max(end, span.end)
    after++
  }
  const here = drawn.slice(first, after)
  const indexes = here.flatMap(({ arrow }) => (arrow === undefined ? [] : [arrow]))
  if (indexes.length > 0) return { kind: 'arrows', indexes, specificity: 0.5 }
  const section = here.find(item => item.section)?.section
  if (section) return { kind: 'section', section }
  const group = here.find(item => item.group !== undefined)?.group
  if (group !== undefined) return { kind: 'group', id: group }
  const ids = [...new Set(here.flatMap(({ node }) => (node === undefined ? [] : [node])))]
  const [id] = ids
  if (id === undefined) return undefined
  return ids.length === 1 ? { kind: 'node', id } : { kind: 'nodes', ids }
}
