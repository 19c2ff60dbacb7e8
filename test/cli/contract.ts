// The machine formats as promised: version 1, nothing missing, nothing more. The schemas that ship are made of this.

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
      syntaxOnly: z.int().min(0),
      lookedAt: z.int().min(0),
      skipped: z.int().min(0),
    }),
  }),
})

const ms = z.number().min(0).nullable()
const share = z.number().min(0).max(1)

const reached = z.strictObject({
  flow: z.string(),
  availability: share,
  p99: ms,
  shortfalls: z.array(z.string()),
})

const budgetUse = { allowedSecondsPerYear: z.number().min(0), usedSecondsPerYear: z.number().min(0) }

const varied = z.strictObject({ value: z.string(), reached })

const budget = z.strictObject({
  ...budgetUse,
  parts: z
    .array(z.strictObject({ name: z.string(), ...budgetUse }))
    .describe(
      'each dependency is allowed an equal part, and uses what the flow would gain without its failures',
    ),
})

const deciding = z.strictObject({
  name: z.string(),
  figure: z.enum(['availability', 'time', 'errorRate', 'hitRatio', 'rate']),
  value: z.string(),
  stated: z.boolean(),
  worse: varied,
  better: varied,
})

const flow = z.strictObject({
  name: z.string(),
  line: z.int().min(1).describe('of the diagram’s header keyword'),
  from: z.string().describe('the id of what asks'),
  to: z.string(),
  p50: ms.describe('milliseconds; null where no request is answered'),
  p95: ms,
  p99: ms,
  p999: ms,
  failed: share.describe('of requests, with everything up; the percentiles are of the others'),
  availability: share,
  downtimeSecondsPerYear: z.number().min(0),
  attempts: z.number().min(1).describe('at most, for one request, at the component that gets most'),
  attemptsAt: z.string(),
  longest: ms.describe('when everything runs into its timeout; null where timeouts don’t bound it'),
  exact: z.boolean().describe('false: the availability is a lower bound'),
  range: z
    .strictObject({
      availability: z.tuple([share, share]),
      p99: z.tuple([z.number().min(0), z.number().min(0)]).nullable(),
    })
    .describe('low and high, as far as what nobody stated may be off'),
  load: z
    .array(
      z.strictObject({
        at: z.string(),
        rate: z.number().min(0).describe('requests per second'),
        utilization: z.number().min(0).describe('above 1 it gets more than it can serve'),
      }),
    )
    .optional(),
  overloaded: z.array(z.string()).optional(),
  backlog: z
    .strictObject({
      arriving: z.number().min(0).describe('messages per second'),
      serving: z.number().min(0),
      growing: z.number().min(0).describe('what piles up in a second'),
      outage: z.number().min(0).describe('milliseconds of the outage that is looked at'),
      piledUp: z.number().min(0).describe('messages that it leaves waiting'),
      drain: ms.describe('until they are worked off; null where they never are'),
    })
    .optional()
    .describe('of what consumers do, where rate and capacity are known'),
  interval: z.number().min(0).optional().describe('milliseconds between two runs of what a clock starts'),
  criticalPath: z.array(z.string()),
  assumed: z.array(
    z.strictObject({ at: z.string(), key: z.string(), value: z.string(), source: z.string() }),
  ),
  objective: z
    .strictObject({
      text: z.string().describe('what is promised'),
      met: z.boolean(),
      missed: z.array(z.string()),
      shortfalls: z.array(z.string()),
      budget: budget.optional().describe('where an availability is promised'),
      deciding: z
        .array(deciding)
        .optional()
        .describe('the figures that decide whether it is met, what matters most at the top'),
    })
    .optional(),
})

const row = flow.extend({ path: z.string() })

export const flowsContract = z.strictObject({
  version: z.literal(1),
  flows: z.array(row),
  pages: z.array(row).optional().describe('what browsers ask for in all, at once, where no flow is named'),
  background: z.array(row).optional().describe('what consumers do for a message, and what a clock starts'),
})

export const failuresContract = z.strictObject({
  version: z.literal(1),
  failures: z.array(
    z.strictObject({
      path: z.string(),
      flow: z.string(),
      line: z.int().min(1),
      down: z.string().describe('the id of a component or a group'),
      name: z.string(),
      effect: z.enum(['fails', 'degrades', 'none']),
      failed: share,
      p99: ms,
      usualP99: ms,
      shownAfter: ms,
      waitingForever: share,
      attempts: z.number().min(1),
      stuck: ms.optional(),
    }),
  ),
  storms: z
    .array(
      z.strictObject({
        path: z.string(),
        line: z.int().min(1),
        at: z.string(),
        name: z.string(),
        rate: z.number().min(0).describe('requests per second in normal times'),
        serving: z.number().min(0).describe('at most'),
        multiplied: z
          .array(z.strictObject({ errorRate: share, factor: z.number().min(0) }))
          .describe('what retries make of one request at that error rate of the component'),
        state: z.enum(['stable', 'metastable', 'overloaded']),
        tipping: share.nullable().describe('the error rate from which retries fill it; null where none does'),
        recoversBelow: z.number().min(0).describe('requests per second'),
      }),
    )
    .optional()
    .describe('where rates and capacities are known and something is tried again'),
  coldCaches: z
    .array(
      z.strictObject({
        path: z.string(),
        line: z.int().min(1),
        cache: z.string(),
        cacheName: z.string(),
        at: z.string().describe('who answers what the empty cache does not'),
        name: z.string(),
        factor: z.number().min(0).nullable().describe('of its usual load; null where that is nothing'),
        rates: z
          .strictObject({
            usual: z.number().min(0),
            cold: z.number().min(0).describe('while the cache is empty'),
            serving: z.number().min(0).nullable().describe('at most; null where no capacity is known'),
          })
          .optional()
          .describe('requests per second, where rates are stated'),
      }),
    )
    .optional()
    .describe('where hit ratios are stated, the first to be overloaded at the top'),
})

export const planContract = z.strictObject({
  version: z.literal(1),
  plans: z.array(
    z.strictObject({
      path: z.string(),
      line: z.int().min(1),
      objective: z.string(),
      promised: z.string(),
      now: reached,
      steps: z.array(z.strictObject({ title: z.string(), lines: z.array(z.string()), reached })),
      met: z.boolean().describe('whether the objective is kept after the last step'),
      cutShort: z.boolean().describe('whether changes were left untried, which would have taken too long'),
      remaining: z.array(z.string()),
      budget: budget
        .optional()
        .describe(
          'how long requests may fail and do fail as things are; absent where no availability is promised',
        ),
      deciding: z
        .array(deciding)
        .describe('the figures that matter most for the objective, with what comes of others for them'),
    }),
  ),
})

const located = z.strictObject({
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'info', 'hint']),
  message: z.string(),
  line: z.int().min(1),
})

const changed = z.strictObject({
  key: z.string(),
  before: z.string().optional(),
  after: z.string().optional(),
})

const changesOf = <Part extends z.core.$ZodLooseShape>(part: Part) =>
  z.strictObject({
    added: z.array(z.strictObject(part)),
    removed: z.array(z.strictObject(part)),
    changed: z.array(z.strictObject({ ...part, figures: z.array(changed) })),
  })

export const diffContract = z.strictObject({
  version: z.literal(1),
  files: z.array(
    z.strictObject({
      path: z.string(),
      renamedFrom: z.string().optional(),
      file: z.enum(['kept', 'new', 'deleted']),
      drawings: z.array(
        z.strictObject({
          title: z.string().optional(),
          diagram: z.enum(['kept', 'new', 'deleted']),
          components: changesOf({ name: z.string() }),
          calls: changesOf({ caller: z.string(), callee: z.string(), label: z.string() }),
        }),
      ),
      flows: z.array(z.strictObject({ name: z.string(), before: flow.optional(), after: flow.optional() })),
      added: z.array(located),
      removed: z.array(located),
    }),
  ),
})

export const explainContract = z.union([
  z.strictObject({
    version: z.literal(1),
    term: z.string(),
    markdown: z.string().nullable().describe('null where nothing is known of the term'),
    rule: z.string().optional(),
    suggestions: z.array(z.string()),
  }),
  z
    .strictObject({
      version: z.literal(1),
      words: z.string(),
      explanations: z.array(z.strictObject({ title: z.string(), topic: z.string(), gist: z.string() })),
    })
    .describe('of --search'),
])

export const rulesContract = z.strictObject({
  version: z.literal(1),
  rules: z.array(
    z.strictObject({
      id: z.string(),
      category: z.string(),
      summary: z.string(),
      presets: z.record(z.string(), z.string()),
      options: z.record(z.string(), z.strictObject({ default: z.unknown(), description: z.string() })),
      fixable: z.boolean(),
      url: z.url(),
    }),
  ),
})

export const suppressionsContract = z.strictObject({
  version: z.literal(1),
  files: z.record(
    z.string(),
    z.array(
      z.strictObject({
        rule: z.string(),
        line: z.string().describe('the text of the line, blanks counted as one'),
        times: z.int().min(2).optional(),
        reason: z.string().optional(),
      }),
    ),
  ),
})

const arrowHead = z.enum(['none', 'arrow', 'circle', 'cross'])
const stated = z.record(z.string(), z.unknown()).describe('milliseconds, shares as fractions')
const inference = z.looseObject({ confidence: share, why: z.string().min(1) })

export const inspectContract = z.strictObject({
  version: z.literal(1),
  diagrams: z.array(
    z.strictObject({
      path: z.string(),
      line: z.int().min(1),
      family: z.enum(['flowchart', 'sequence', 'c4', 'architecture', 'other']),
      architecture: z.looseObject({ value: z.boolean(), confidence: share, why: z.string() }),
      direction: z.string().optional(),
      nodes: z.array(
        z.strictObject({
          id: z.string(),
          label: z.string(),
          text: z.string(),
          shape: z.string(),
          kind: z.string().nullable(),
          technology: z.string().nullable(),
          parent: z.string().nullable(),
          ...position,
          stated,
          inferred: stated,
        }),
      ),
      arrows: z.array(
        z.strictObject({
          from: z.string(),
          to: z.string(),
          label: z.string(),
          text: z.string(),
          protocol: z.string().nullable(),
          protocols: z.array(z.string()),
          mode: z.string(),
          role: z.string(),
          network: z.boolean().describe('whether it crosses a network'),
          stroke: z.enum(['normal', 'dotted', 'thick', 'invisible']),
          head: arrowHead,
          tail: arrowHead,
          ...position,
          stated,
          inferred: z.strictObject({ role: inference, network: inference }).partial(),
        }),
      ),
      groups: z.array(
        z.strictObject({
          id: z.string(),
          label: z.string(),
          text: z.string(),
          parent: z.string().nullable(),
        }),
      ),
      problems: z.array(z.strictObject({ kind: z.string(), message: z.string(), ...position })),
    }),
  ),
})

/** What `arrowsmith schema NAME` prints, besides that of the configuration. */
export const contracts: Readonly<Record<string, z.ZodType>> = {
  lint: lintContract,
  flows: flowsContract,
  failures: failuresContract,
  plan: planContract,
  diff: diffContract,
  inspect: inspectContract,
  explain: explainContract,
  rules: rulesContract,
  suppressions: suppressionsContract,
}

/** JSON Schema 2020-12. Later versions of the program may say more: only tests refuse that. */
export const schemaOf = (name: string): object => ({
  title: `arrowsmith ${name}, version 1`,
  ...z.toJSONSchema(contracts[name]!, {
    override: ({ jsonSchema }) => {
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties
    },
  }),
})
