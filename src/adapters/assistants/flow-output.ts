// The figures of a flow, as tools give them.

import * as z from 'zod/mini'
import { assumedLine, contracted, diagramsLeftOut, type FlowRow, type Snapshot } from '../../service'
import { assumedFields, flowFields, objectiveFields } from '../../service/flows/flow-schema'

export const flowSchema = z.looseObject({
  /** The line of the diagram's header. */
  line: z.int(),
  ...flowFields({ ms: z.nullable(z.number()), count: z.number() }),
  objective: z.optional(z.object(objectiveFields)),
  assumed: z.array(z.object(assumedFields)),
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
