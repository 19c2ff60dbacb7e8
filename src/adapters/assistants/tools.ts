// The tools that assistants are given, in the order in which they are listed.

import { compareDesignsTool } from './compare-designs'
import { computeFlowsTool } from './compute-flows'
import { explainTermTool } from './explain-term'
import { lintDiagramTool } from './lint-diagram'
import type { AssistantTool } from './tool'
import { whatIfTool } from './what-if'

export const assistantTools: readonly AssistantTool[] = [
  lintDiagramTool,
  computeFlowsTool,
  whatIfTool,
  explainTermTool,
  compareDesignsTool,
]
