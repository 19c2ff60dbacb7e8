// A diagram set beside another version of it, or another diagram: what is new in it, changed and gone, and what that did to its flows.

import type { Translate } from '../../text/translation'
import { type CallPart, type ChangedValue, changeBetween, changeOfDiagram } from '../comparison/drawing'
import type { AnalyzedDiagram, Snapshot } from '../engine/snapshot'
import type { PictureComparison } from './messages'

/** What a picture is compared with. */
export interface OtherVersion {
  /** As its users call it: `HEAD`. */
  readonly name: string
  /** Undefined where there is none. */
  readonly snapshot: Snapshot | undefined
  /** Which of its diagrams, where that was chosen; otherwise the version there of the one on show. */
  readonly diagram?: number
  /** Why there is none, in a sentence. */
  readonly problem?: string
}

export interface ComparedDiagram {
  readonly comparison: PictureComparison
  /** The other version of the diagram. */
  readonly old: AnalyzedDiagram | undefined
}

/** Layout is no difference; nothing is marked where there is no other version to compare with. */
export function comparedWith(
  { name, snapshot, diagram: chosen, problem }: OtherVersion,
  now: Snapshot,
  { diagram, translate }: { diagram: AnalyzedDiagram; translate: Translate },
): ComparedDiagram {
  const nothing = { version: name, parts: [], removed: [] }
  if (!snapshot) return { comparison: { ...nothing, ...(problem && { problem }) }, old: undefined }
  const { old, components, calls } =
    chosen === undefined
      ? changeOfDiagram(snapshot, now, diagram)
      : changeBetween(snapshot.diagrams[chosen], diagram)
  if (!old) {
    const unknown = translate('This diagram is not in {0}.', name)
    return { comparison: { ...nothing, problem: unknown }, old: undefined }
  }
  const changed = changedPart(translate('not stated'))
  const ids = new Map(diagram.system.components.map(({ id, name: called }) => [called, id]))
  return {
    old,
    comparison: {
      version: name,
      parts: [
        ...components.added.map(({ id, name: called }) => added({ kind: 'node', id } as const, called)),
        ...calls.added.map(call => added({ kind: 'arrow', index: call.index } as const, nameOf(call))),
        ...components.changed.map(({ id, name: called, figures }) =>
          changed({ kind: 'node', id } as const, called, figures),
        ),
        ...calls.changed.map(call =>
          changed({ kind: 'arrow', index: call.index } as const, nameOf(call), call.figures),
        ),
      ],
      removed: [
        ...components.removed.map(({ name: called }) => ({ name: called })),
        ...calls.removed.map(call => {
          const [from, to] = [ids.get(call.caller), ids.get(call.callee)]
          return { name: nameOf(call), ...(from && to && { ends: { from, to } }) }
        }),
      ],
    },
  }
}

type Part = PictureComparison['parts'][number]

const added = (target: Part['target'], name: string): Part => ({ change: 'added', target, name, figures: [] })

const changedPart =
  (nothing: string) =>
  (target: Part['target'], name: string, figures: readonly ChangedValue[]): Part => ({
    change: 'changed',
    target,
    name,
    figures: figures.map(({ key, before, after }) => `${key} ${before ?? nothing} → ${after ?? nothing}`),
  })

const nameOf = ({ caller, callee, label }: CallPart): string =>
  `${caller} → ${callee}${label === '' ? '' : `: ${label}`}`
