// What crosses to the preview of a comparison.

import * as z from 'zod/mini'
import { target } from './target-schema'

/** How the diagram differs from another version of it, or from another diagram. */
export const comparison = z.object({
  /** What it is compared with, as its users call it: `HEAD`, a branch, the title of another diagram. */
  version: z.string(),
  /** Why there is no other version of this diagram; everything in it is new then, or nothing can be said. */
  problem: z.optional(z.string()),
  /** New or changed parts of the picture, and the calls that are gone between what is still there. */
  parts: z.array(
    z.object({
      change: z.enum(['added', 'changed']),
      target,
      name: z.string(),
      /** `timeout 800ms → 500ms`, as annotations write it; empty for what is new. */
      figures: z.array(z.string()),
    }),
  ),
  removed: z.array(
    z.object({
      name: z.string(),
      /** The ends of a call, where both are still there. */
      ends: z.optional(z.object({ from: z.string(), to: z.string() })),
    }),
  ),
})
