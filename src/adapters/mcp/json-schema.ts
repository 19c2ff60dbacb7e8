// The schemas of tools as assistants read them.

import * as z from 'zod/mini'

/** A JSON Schema without the mark of its version; what it describes comes in or goes out. */
export function jsonSchema(schema: z.ZodMiniType, io: 'input' | 'output'): object {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}
