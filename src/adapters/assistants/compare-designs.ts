// What a change of design does to its flows and findings.

import * as z from 'zod/mini'
import { compareSnapshots, haveRegressed } from '../../service'
import { designInput, openDesign } from './design'
import { flowSchema } from './flow-output'
import { defineTool, refused } from './tool'
import { compared } from './what-if'

const located = z.object({
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'info', 'hint']),
  message: z.string(),
  line: z.int(),
})

export const compareDesignsTool = defineTool({
  name: 'compare_designs',
  title: 'Compare two versions of a design',
  description:
    'Describes the effect of a design change: which flows have a different latency, downtime, number of attempts or objective (`flows`; unchanged ones are left out), what is drawn or stated differently (`drawings`), which findings are new (`added`) and which are gone (`removed`). `regressed` is true for a new error or warning or an objective newly missed. Use it before proposing a change, or to choose between options. Works offline.',
  input: z.object({ before: z.object(designInput), after: z.object(designInput) }),
  output: z.object({
    version: z.literal(1),
    regressed: z.boolean(),
    flows: z.array(
      z.object({
        name: z.string(),
        changed: z.array(z.string()),
        before: z.optional(flowSchema),
        after: z.optional(flowSchema),
      }),
    ),
    /** What is drawn or stated differently: components and calls, added, removed and changed. */
    drawings: z.array(z.looseObject({ diagram: z.enum(['kept', 'new', 'deleted']) })),
    added: z.array(located),
    removed: z.array(located),
  }),
  async answer(input, host) {
    const before = await openDesign(input.before, host)
    if (refused(before)) return { refusal: `before: ${before.refusal}` }
    const after = await openDesign(input.after, host)
    if (refused(after)) return { refusal: `after: ${after.refusal}` }
    const comparison = compareSnapshots(before, after)
    return {
      version: 1 as const,
      regressed: haveRegressed([comparison]),
      flows: comparison.flows.map(compared),
      drawings: comparison.drawings.map(drawing => ({ ...drawing })),
      added: [...comparison.added],
      removed: [...comparison.removed],
    }
  },
})
