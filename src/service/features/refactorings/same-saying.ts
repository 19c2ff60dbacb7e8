// Whether a diagram says the same of a design after its text was written in another way.

import { redrawn } from '../../../model'
import type { Figures } from '../../../model/figure'
import type { Component, Connection, System } from '../../../model/system'
import { applyEdits } from '../../../text/edit'
import type { Rewriting } from './refactoring'

/** The system after a change of its text; undefined where that says anything else than the one before. */
export function unchangedBy({ edits }: Rewriting, system: System): System | undefined {
  const after = redrawn(system, applyEdits(system.diagram.text, edits))
  return sayingOf(after) === sayingOf(system) ? after : undefined
}

/** Components, calls and what is stated of both: equal for drawings that say the same. Frames are left out. */
function sayingOf({ diagram, components, connections, problems }: System): string {
  return JSON.stringify({
    components: components.map(said),
    connections: connections.map(each => [saidOfCall(each), drawn(each)]),
    problems: [...diagram.problems, ...problems].map(({ kind }) => kind).sort(),
  })
}

/** What is said of a component, wherever and however it is drawn. */
export const said = ({ id, name, kind, technology, figures }: Component) => [
  ...[id, name, kind?.value, technology?.id],
  statedIn(figures),
]

/** What is said of a call, wherever and however it is drawn. */
export const saidOfCall = ({ caller, callee, role, protocol, figures }: Connection) => [
  ...[caller.id, callee.id, role.value, protocol?.value],
  statedIn(figures),
]

const drawn = ({ arrow: { from, to, stroke, head, tail } }: Connection) => [from, to, stroke, head, tail]

/** In any order. What a thing is counts as it is understood, whether that is stated or not. */
export const statedIn = <A>(figures: Figures<A>): readonly string[] =>
  Object.entries<{ stated: boolean; value: unknown } | undefined>(figures)
    .flatMap(([key, figure]) => (figure?.stated && !identity.has(key) ? [`${key}: ${figure.value}`] : []))
    .sort()

const identity: ReadonlySet<string> = new Set(['kind', 'tech', 'protocol'])
