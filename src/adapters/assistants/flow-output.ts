// The figures of a flow, as tools give them.

import * as z from 'zod/mini'
import { assumedLine, contracted, diagramsLeftOut, type FlowRow, type Snapshot } from '../../service'

const ms = z.nullable(z.number())

export const flowSchema = z.looseObject({
  /** The line of the diagram's header. */
  line: z.int(),
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
  attempts: z.number(),
  attemptsAt: z.string(),
  longest: ms,
  criticalPath: z.array(z.string()),
  objective: z.optional(
    z.object({
      text: z.string(),
      met: z.boolean(),
      /** How far it is missed, in words. */
      shortfalls: z.array(z.string()),
    }),
  ),
  assumed: z.array(z.object({ at: z.string(), key: z.string(), value: z.string(), source: z.string() })),
  basis: z.string(),
  notes: z.array(z.string()),
})

/** With every assumed figure and its source, and what the figures leave out. */
export function flowOutput(row: FlowRow): z.infer<typeof flowSchema> {
  const { objective, criticalPath, assumed, ...figures } = contracted(row)
  return {
    ...figures,
    criticalPath: [...criticalPath],
    assumed: assumed.map(({ at, key, value, source }) => ({ at, key, value, source })),
    basis: assumedLine(assumed),
    notes: [...row.notes.gaps],
    ...(objective && {
      objective: { text: objective.text, met: objective.met, shortfalls: [...objective.shortfalls] },
    }),
  }
}

/** The diagrams that have no flows because they are too large, each in a sentence. */
export const leftOut = (snapshot: Snapshot): string[] =>
  diagramsLeftOut(snapshot).map(({ line, message }) => `Line ${line}: ${message}`)
