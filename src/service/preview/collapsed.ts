// A diagram with some of its groups collapsed into one box each: what stands for what in the drawing.

import { notationOf } from '../../syntax/notation'
import type { Arrow, Diagram, Group } from '../../syntax/tree'
import type { Translate } from '../../text/translation'
import type { CollapsedParts } from './collapsed-box'
import { collapsedText } from './collapsed-text'

/** `groups`: those asked for that are there, and in no other of them. */
export interface Collapsed extends Omit<CollapsedParts, 'translate'> {
  /** For Mermaid to draw. */
  readonly text: string
}

/** Whether a group can be drawn as one box. Mermaid has no such thing: the text that it draws is written anew. */
export const canCollapse = (diagram: Diagram, { id }: Pick<Group, 'id'>): boolean =>
  notationOf(diagram).collapses &&
  !diagram.nodes.some(node => node.id === id) &&
  !diagram.problems.some(({ kind }) => kind === 'syntax-error')

/** Undefined where none of the groups is one of the diagram, or can be collapsed. */
export function collapse(
  diagram: Diagram,
  wanted: readonly string[],
  translate: Translate,
): Collapsed | undefined {
  const asked = new Set(wanted)
  const ids = diagram.groups.filter(group => asked.has(group.id) && canCollapse(diagram, group))
  if (ids.length === 0) return undefined
  const boxOf = boxesOf(diagram, new Set(ids.map(({ id }) => id)))
  const groups = new Set(ids.map(({ id }) => boxOf(id)))
  const arrows = arrowsDrawn(diagram.arrows, { groups, boxOf })
  return { groups, boxOf, arrows, text: collapsedText(diagram, { groups, boxOf, arrows, translate }) }
}

/** The outermost of the collapsed groups around something is what it is drawn as. */
function boxesOf({ nodes, groups }: Diagram, collapsed: ReadonlySet<string>): Collapsed['boxOf'] {
  const parents = new Map([...groups, ...nodes].map(({ id, parent }) => [id, parent]))
  return id => {
    let box = id
    const seen = new Set<string>()
    for (let at: string | undefined = id; at !== undefined && !seen.has(at); at = parents.get(at)) {
      seen.add(at)
      if (collapsed.has(at)) box = at
    }
    return box
  }
}

/** Arrows between the same two of which one is a collapsed group are one arrow, the first. */
function arrowsDrawn(
  arrows: readonly Arrow[],
  { groups, boxOf }: Pick<Collapsed, 'groups' | 'boxOf'>,
): Collapsed['arrows'] {
  const first = new Map<string, number>()
  return arrows.map(({ from, to, stroke }, index) => {
    const [start, end] = [boxOf(from), boxOf(to)]
    if (!groups.has(start) && !groups.has(end)) return index
    if (start === end) return undefined
    const key = JSON.stringify([start, end, stroke === 'invisible'])
    const drawn = first.get(key) ?? index
    first.set(key, drawn)
    return drawn
  })
}
