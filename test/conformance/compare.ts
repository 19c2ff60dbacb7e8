// Our tree beside Mermaid's database: the same facts from ours, and the first place where they differ.

import { type Diagram, parseDiagram, type Step } from '../../src/syntax'
import { titleOf } from '../../src/syntax/frontmatter'
import type { Answer, Facts } from './oracle'

export interface Verdict {
  readonly family: string
  readonly accepted: boolean
  /** Do both accept it, or both refuse it? */
  readonly sameVerdict: boolean
  /** Where both accept it: are all facts equal? */
  readonly sameTree: boolean
  /** The first difference, in words. */
  readonly difference?: string
}

export function compare(text: string, answer: Answer): Verdict {
  const diagram = parseDiagram(text)
  const refused = diagram.problems.find(problem => problem.kind === 'syntax-error')
  const accepted = answer.error === undefined
  const base = { family: diagram.family, accepted, sameVerdict: accepted === !refused }
  if (!base.sameVerdict) {
    const difference = refused ? `we refuse it: ${refused.message}` : `Mermaid refuses it: ${answer.error}`
    return { ...base, sameTree: true, difference }
  }
  if (!accepted || !answer.facts) return { ...base, sameTree: true }
  const difference = firstDifference(factsOf(diagram), answer.facts)
  return { ...base, sameTree: difference === undefined, ...(difference && { difference }) }
}

export function factsOf(diagram: Diagram): Facts {
  switch (diagram.family) {
    case 'sequence':
      return sequence(diagram)
    case 'c4':
      return c4(diagram)
    case 'architecture':
      return architecture(diagram)
    default:
      return flowchart(diagram)
  }
}

function flowchart({ direction, nodes, arrows, groups }: Diagram): Facts {
  return {
    ...(direction && { direction }),
    nodes: nodes.map(node => [node.id, node.label, node.shape, node.parent ?? null, node.classes]),
    arrows: arrows.map(({ from, to, label, stroke, tail, head, length, id }) => [
      from,
      to,
      label,
      stroke,
      tail,
      head,
      length,
      id ?? null,
    ]),
    groups: groups.map(group => [group.id, group.label, group.parent ?? null, group.direction ?? null]),
  }
}

function sequence({ title, frontmatter, nodes, arrows, groups, steps }: Diagram): Facts {
  const boxOf = (parent: string | undefined) => groups.findIndex(group => group.id === parent)
  return {
    ...(title && !frontmatter && { title }),
    nodes: nodes.map(({ id, label, shape, parent }) => [
      id,
      label,
      shape,
      parent === undefined ? null : boxOf(parent),
    ]),
    arrows: arrows.map(({ from, to, label, variant, activates }) => [from, to, label, variant, !!activates]),
    groups: groups.map(group => [group.label]),
    steps: steps.flatMap(step => flatten(step, arrows)),
  }
}

const opening: Readonly<Record<string, string>> = {
  else: 'ALT_ELSE',
  and: 'PAR_AND',
  option: 'CRITICAL_OPTION',
}

function flatten(step: Step, arrows: Diagram['arrows']): unknown[] {
  if (step.kind === 'message') return [['message', arrows[step.arrow]?.from, arrows[step.arrow]?.to]]
  if (step.kind === 'note') return [['note', step.over[0], step.over[step.over.length - 1], step.text]]
  if (step.kind === 'activate') return [['ACTIVE_START', step.node]]
  if (step.kind === 'deactivate') return [['ACTIVE_END', step.node]]
  if (step.kind !== 'fragment') return []
  const name = step.fragment === 'par' && step.overlapping ? 'PAR_OVER' : step.fragment.toUpperCase()
  const between =
    { alt: opening.else, par: opening.and, critical: opening.option }[step.fragment as 'alt'] ?? '?'
  const sections = step.sections.flatMap((section, index) => {
    const title = index === 0 ? `${name}_START` : between
    const head = step.fragment === 'rect' ? [title] : [title, section.label]
    return [head, ...section.steps.flatMap(inner => flatten(inner, arrows))]
  })
  const end = `${step.fragment.toUpperCase()}_END`
  return [...sections, step.fragment === 'rect' ? [end] : [end, '']]
}

function c4({ title, frontmatter, nodes, arrows, groups }: Diagram): Facts {
  return {
    ...(title && title !== titleOf(frontmatter?.value) && { title }),
    nodes: nodes.map(node => [
      node.id,
      node.label,
      node.shape,
      node.technology ?? '',
      node.description ?? '',
      node.parent ?? 'global',
    ]),
    arrows: arrows.map(arrow => [
      arrow.from,
      arrow.to,
      arrow.label,
      arrow.technology ?? '',
      relation(arrow.variant),
    ]),
    groups: groups.map(group => [group.id, group.label, group.parent ?? 'global']),
  }
}

/** Mermaid's name for a relation macro. */
function relation(macro = ''): string {
  if (macro === 'Rel' || macro === 'RelIndex') return 'rel'
  if (macro === 'BiRel') return 'birel'
  return `rel_${macro[4]?.toLowerCase()}`
}

function architecture({ title, frontmatter, nodes, arrows, groups }: Diagram): Facts {
  return {
    ...(title && !frontmatter && { title }),
    nodes: nodes.map(node => [node.id, node.label, node.shape, node.parent ?? null]),
    arrows: arrows.map(({ from, to, label, head, tail }) => [
      from,
      to,
      label,
      tail !== 'none',
      head !== 'none',
    ]),
    groups: groups.map(group => [group.id, group.label, group.icon ?? '', group.parent ?? null]),
  }
}

function firstDifference(ours: Facts, theirs: Facts): string | undefined {
  for (const key of ['direction', 'title', 'nodes', 'arrows', 'groups', 'steps'] as const) {
    const found = difference(ours[key], theirs[key])
    if (found) return `${key}${found}`
  }
  return undefined
}

function difference(ours: unknown, theirs: unknown): string | undefined {
  if (JSON.stringify(ours) === JSON.stringify(theirs)) return undefined
  if (!Array.isArray(ours) || !Array.isArray(theirs))
    return `: ours ${JSON.stringify(ours)}, Mermaid's ${JSON.stringify(theirs)}`
  const index = ours.findIndex((item, at) => JSON.stringify(item) !== JSON.stringify(theirs[at]))
  const at = index < 0 ? ours.length : index
  return ` ${at}: ours ${JSON.stringify(ours[at])}, Mermaid's ${JSON.stringify(theirs[at])}`
}
