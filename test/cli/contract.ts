// The machine formats as promised: version 1, nothing missing, nothing more.

import { z } from 'zod'

const position = {
  line: z.int().min(1),
  column: z.int().min(1),
  endLine: z.int().min(1),
  endColumn: z.int().min(1),
}

const finding = z.strictObject({
  rule: z.string().regex(/^[a-z][a-z0-9-]+$/),
  severity: z.enum(['error', 'warning', 'info', 'hint']),
  message: z.string().min(1),
  ...position,
  related: z.array(z.strictObject({ message: z.string(), ...position })),
  fixable: z.boolean(),
  url: z.url(),
  suppressed: z
    .strictObject({ reason: z.string().optional(), external: z.literal(true).optional() })
    .optional(),
})

export const lintContract = z.strictObject({
  version: z.literal(1),
  files: z.array(z.strictObject({ path: z.string(), findings: z.array(finding) })),
  summary: z.strictObject({
    errors: z.int().min(0),
    warnings: z.int().min(0),
    infos: z.int().min(0),
    hints: z.int().min(0),
    diagrams: z.strictObject({
      checked: z.int().min(0),
      lookedAt: z.int().min(0),
      skipped: z.int().min(0),
    }),
  }),
})

const ms = z.number().min(0).nullable()

export const flowsContract = z.strictObject({
  version: z.literal(1),
  flows: z.array(
    z.looseObject({
      path: z.string(),
      line: z.int().min(1),
      name: z.string(),
      from: z.string(),
      to: z.string(),
      p50: ms,
      p95: ms,
      p99: ms,
      p999: ms,
      failed: z.number().min(0).max(1),
      availability: z.number().min(0).max(1),
      downtimeSecondsPerYear: z.number().min(0),
      attempts: z.number().min(1),
      attemptsAt: z.string(),
      longest: ms,
      exact: z.boolean(),
      range: z.strictObject({
        availability: z.tuple([z.number().min(0).max(1), z.number().min(0).max(1)]),
        p99: z.tuple([z.number().min(0), z.number().min(0)]).nullable(),
      }),
      load: z
        .array(z.looseObject({ at: z.string(), rate: z.number().min(0), utilization: z.number().min(0) }))
        .optional(),
      overloaded: z.array(z.string()).optional(),
      criticalPath: z.array(z.string()),
      assumed: z.array(
        z.looseObject({ at: z.string(), key: z.string(), value: z.string(), source: z.string() }),
      ),
    }),
  ),
})

export const failuresContract = z.strictObject({
  version: z.literal(1),
  failures: z.array(
    z.strictObject({
      path: z.string(),
      flow: z.string(),
      line: z.int().min(1),
      down: z.string(),
      name: z.string(),
      effect: z.enum(['fails', 'degrades', 'none']),
      failed: z.number().min(0).max(1),
      p99: ms,
      usualP99: ms,
      shownAfter: ms,
      waitingForever: z.number().min(0).max(1),
      attempts: z.number().min(1),
      stuck: ms.optional(),
    }),
  ),
})

const arrowHead = z.enum(['none', 'arrow', 'circle', 'cross'])
const stated = z.record(z.string(), z.unknown())
const inference = z.looseObject({ confidence: z.number().min(0).max(1), why: z.string().min(1) })

export const inspectContract = z.strictObject({
  version: z.literal(1),
  diagrams: z.array(
    z.looseObject({
      path: z.string(),
      line: z.int().min(1),
      family: z.enum(['flowchart', 'sequence', 'c4', 'architecture', 'other']),
      architecture: z.looseObject({ value: z.boolean(), confidence: z.number(), why: z.string() }),
      nodes: z.array(
        z.looseObject({ id: z.string(), label: z.string(), shape: z.string(), ...position, stated }),
      ),
      arrows: z.array(
        z.looseObject({
          from: z.string(),
          to: z.string(),
          label: z.string(),
          stroke: z.enum(['normal', 'dotted', 'thick', 'invisible']),
          head: arrowHead,
          tail: arrowHead,
          ...position,
          stated,
          inferred: z.object({ role: inference, network: inference }),
        }),
      ),
      groups: z.array(z.looseObject({ id: z.string(), label: z.string() })),
      problems: z.array(z.unknown()),
    }),
  ),
})
