// Which kind of diagram a prepared text is, as Mermaid decides it.

import { familyOf } from './notation'
import { withoutHidden } from './preprocess'
import type { Family } from './tree'

export interface Detected {
  readonly family: Family
  /** The header keyword as written. */
  readonly keyword: string
  /** False where Mermaid knows no such diagram. */
  readonly known: boolean
}

const others =
  /^(?:mindmap|agentflow|kanban|classDiagram|erDiagram|gantt|info|pie|requirement|timeline|gitGraph|stateDiagram|journey|quadrantChart|sankey|packet|xychart|block|eventmodeling|treeView-beta|radar-beta|ishikawa|treemap|railroad|venn|wardley|cynefin|usecase|zenuml|error$)/i

/** The header of a diagram, alone on its line. */
export const isHeader = (line: string): boolean => headerAlone.test(line)

const headerAlone =
  /^[ \t]*(?:mindmap|kanban|timeline|journey|gantt|pie|gitGraph|classDiagram(?:-v2)?|erDiagram|requirementDiagram|stateDiagram(?:-v2)?|quadrantChart|(?:sankey|packet|xychart|block|architecture)-beta|sequenceDiagram|C4(?:Context|Container|Component|Dynamic|Deployment)|(?:graph|flowchart(?:-elk)?)(?:[ \t]+(?:LR|RL|TB|TD|BT))?;?)[ \t]*$/

/** Mermaid asks for these before all others: what C4 looks for may stand in them. */
const first: readonly (readonly [RegExp, Family])[] = [
  [/^\s*flowchart-elk/, 'flowchart'],
  [/^\s*mindmap/, 'other'],
]

export function detect(prepared: string): Detected {
  const text = withoutHidden(prepared)
  const keyword = /^\s*([^\s;]*)/.exec(text)?.[1] ?? ''
  const family = first.find(([pattern]) => pattern.test(text))?.[1] ?? familyOf(text)
  return { family, keyword, known: family !== 'other' || others.test(text.trimStart()) }
}
