// Which kind of diagram a prepared text is, as Mermaid decides it.

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

export function detect(prepared: string): Detected {
  const text = withoutHidden(prepared)
  const keyword = /^\s*([^\s;]*)/.exec(text)?.[1] ?? ''
  const family = familyOf(text)
  return { family: family ?? 'other', keyword, known: family !== undefined || others.test(text.trimStart()) }
}

/** In Mermaid's order. Its test for C4 looks for most headers anywhere in the text, labels included. */
function familyOf(text: string): Family | undefined {
  if (/^\s*flowchart-elk/.test(text)) return 'flowchart'
  if (/^\s*mindmap/.test(text)) return undefined
  if (/^\s*architecture/.test(text)) return 'architecture'
  // Few texts have the two characters that all its headers begin with: the pattern would look at every place.
  if (text.includes('C4') && /^\s*C4Context|C4Container|C4Component|C4Dynamic|C4Deployment/.test(text))
    return 'c4'
  if (/^\s*sequenceDiagram/.test(text)) return 'sequence'
  if (/^\s*(?:swimlane-beta\b|graph|flowchart)/.test(text)) return 'flowchart'
  return undefined
}
