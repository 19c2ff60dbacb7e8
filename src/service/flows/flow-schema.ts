// The figures of a flow as data that leaves the process, for the preview and for assistants alike.

import * as z from 'zod/mini'

/** How figures are written that may be infinite: milliseconds, and counts of attempts. */
export interface FigureSchemas<Ms extends z.ZodMiniType, Count extends z.ZodMiniType> {
  readonly ms: Ms
  readonly count: Count
}

/**
 * The fields that every answer about a flow has; `FlowSummary` says what they mean. Components by their ids;
 * `shortfalls`: how far the objective is missed, in words.
 */
export const flowFields = <Ms extends z.ZodMiniType, Count extends z.ZodMiniType>({
  ms,
  count,
}: FigureSchemas<Ms, Count>) => ({
  name: z.string(),
  from: z.string(),
  to: z.string(),
  p50: ms,
  p95: ms,
  p99: ms,
  p999: ms,
  failed: z.number(),
  availability: z.number(),
  downtimeSecondsPerYear: z.number(),
  attempts: count,
  attemptsAt: z.string(),
  longest: ms,
  criticalPath: z.array(z.string()),
})

/** A promise and whether it is kept. */
export const objectiveFields = {
  text: z.string(),
  met: z.boolean(),
  shortfalls: z.array(z.string()),
}

/** A figure that nobody stated, with where it comes from; `at`: an id, or `caller->callee`. */
export const assumedFields = {
  at: z.string(),
  key: z.string(),
  value: z.string(),
  source: z.string(),
}
