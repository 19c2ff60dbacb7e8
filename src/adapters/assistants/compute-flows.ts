// Latency, availability and worst case of each request flow of a design.

import * as z from 'zod/mini'
import { flowTables } from '../../service'
import { designInput, openDesign } from './design'
import { flowOutput, flowSchema, leftOut } from './flow-output'
import { defineTool, refused } from './tool'

export const computeFlowsTool = defineTool({
  name: 'compute_flows',
  title: 'Compute the request flows of a diagram',
  description:
    'Computes each request flow of the Mermaid architecture diagrams in a text: latency percentiles and longest time in milliseconds, availability as a fraction, downtime in seconds a year, the most attempts that one request causes and where, the critical path, and whether stated objectives are met. `assumed` lists every figure that the design does not state, with its source; `notes` says what is left out. Use it for every figure; do not do this arithmetic yourself. Works offline.',
  input: z.object(designInput),
  output: z.object({
    version: z.literal(1),
    flows: z.array(flowSchema),
    leftOut: z.array(z.string()),
  }),
  async answer(input, host) {
    const snapshot = await openDesign(input, host)
    if (refused(snapshot)) return snapshot
    return {
      version: 1 as const,
      flows: flowTables(snapshot).map(flowOutput),
      leftOut: leftOut(snapshot),
    }
  },
})
