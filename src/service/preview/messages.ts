// What crosses to the preview and back: schemas checked on both sides.

import * as z from 'zod/mini'
import { assumedFields, flowFields, objectiveFields } from '../flows/flow-schema'
import { unlimitedAttempts } from '../flows/unlimited-attempts'
import { comparison } from './comparison-schema'
import { index, target } from './target-schema'

export { unlimitedAttempts }

/** A figure for which infinity has a word of its own: JSON, which messages cross as, has none for it. */
const figure = <S extends z.ZodMiniType>(schema: S, infinity: z.input<S>) =>
  z.pipe(
    z.transform((value: unknown) => (value === Infinity ? infinity : value)),
    schema,
  )

/** Milliseconds; null: unbounded or does not exist. */
const ms = figure(z.nullable(z.number()), null)

/** Attempts or calls of one request: more than anybody makes where nothing bounds them. */
const count = figure(z.number(), unlimitedAttempts)

const measure = z.enum(['p50', 'p95', 'p99', 'p999', 'availability', 'freshness', 'drain'])

export type PreviewTarget = z.infer<typeof target>

const [losses, amounts] = [
  ['component', 'group', 'region', 'zone'],
  ['p99', 'availability', 'replicas', 'hitRatio', 'rate', 'timeout', 'retries'],
] as const

/**
 * One thing changed for a what-if. What is lost takes `down`, of a node's id, a group's id or the name of a region or
 * zone; `p99` (milliseconds), `availability`, `replicas`, `hitRatio` and `rate` (`800/s`, also by label) are
 * a node's; `timeout` (milliseconds) and `retries` an arrow's, by its index.
 */
export const changeSchema = z.object({
  target: z.string(),
  key: z.enum([...losses, ...amounts]),
  value: z.string(),
})
export type Change = z.infer<typeof changeSchema>

/** At which the waterfall is drawn. */
const percentile = z.enum(['p50', 'p95', 'p99'])
export type Percentile = z.infer<typeof percentile>

const pictureFinding = z.object({
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'info', 'hint']),
  message: z.string(),
  target,
  line: z.int(),
  fixes: z.array(z.string()),
  url: z.string(),
})

const pictureNode = z.object({
  id: z.string(),
  text: z.string(),
  kind: z.optional(z.string()),
  /** As written, while something is changed. */
  before: z.optional(z.object({ p99: z.optional(ms), availability: z.optional(z.number()) })),
  /** Own time, and whether it is assumed. */
  p50: z.optional(ms),
  p99: z.optional(ms),
  availability: z.optional(z.number()),
  assumed: z.boolean(),
  line: z.int(),
  region: z.optional(z.string()),
  /** Availability zones. */
  zones: z.optional(z.array(z.string())),
  /** Ids of the groups it is in, the innermost first. */
  groups: z.array(z.string()),
  replicas: z.optional(z.number()),
  hitRatio: z.optional(z.number()),
  /** Requests a second that arrive here from outside. */
  rate: z.optional(z.number()),
  /** The collapsed group that is drawn in its place. */
  drawnAs: z.optional(z.string()),
})

const pictureGroup = z.object({
  id: z.string(),
  text: z.string(),
  parent: z.optional(z.string()),
  /** Whether it is drawn as one box; undefined where it can't be. */
  collapsed: z.optional(z.boolean()),
})

const pictureArrow = z.object({
  index,
  from: z.string(),
  to: z.string(),
  text: z.string(),
  /** What it stands for: a call on the path, or something off the path. */
  role: z.string(),
  network: z.boolean(),
  line: z.int(),
  /** Of one attempt, in milliseconds. */
  timeout: z.optional(z.number()),
  /** Attempts after the first. */
  retries: z.optional(z.number()),
  /** Where groups are collapsed: which arrow is drawn for it, or null where it is inside of one. */
  drawnAs: z.optional(z.nullable(index)),
})

/** What a change moves. */
const headline = z.object({
  ...{ p50: ms, p95: ms, p99: ms, p999: ms, longest: ms },
  availability: z.number(),
  downtimeSecondsPerYear: z.number(),
  attempts: count,
})

/** A bar of the waterfall: one call of one request at the chosen percentile. */
const bar = z.object({
  target,
  label: z.string(),
  depth: z.int(),
  start: z.number(),
  end: z.number(),
  /** When what the callee does itself is over, and it waits for others. */
  worked: z.number(),
  /** When the call gives up with all its attempts, on the axis of start and end (ms since the request began). */
  timeout: z.nullable(z.number()),
  attempts: count,
  onCriticalPath: z.boolean(),
  /** Of the same call in the design as written, while something is changed. */
  before: z.optional(z.object({ start: z.number(), end: z.number() })),
})

const shareFields = { latency: z.number(), unavailability: z.number(), attempts: z.optional(count) }

const loadFields = { rate: z.number(), utilization: z.number() }

const pictureFlow = z.object({
  ...flowFields({ ms, count }),
  /** The flow in two or three sentences. */
  overview: z.string(),
  /** Of the design as written while something is changed, else of the version that it is compared with. */
  before: z.optional(headline),
  /** The share of requests that is answered within so many milliseconds, at rising times; empty where none is. */
  distribution: z.array(z.tuple([z.number(), z.number()])),
  background: z.boolean(),
  /** Whether the availability is exact; otherwise it is a lower bound. */
  exact: z.boolean(),
  /** Low and high, as far as what is not stated may be off. */
  range: z.object({
    availability: z.readonly(z.tuple([z.number(), z.number()])),
    p99: z.nullable(z.readonly(z.tuple([z.number(), z.number()]))),
  }),
  /** What the flow waits for, where rate and capacity are known, the fullest first; above 1 requests are refused. */
  load: z.optional(
    z.array(z.object({ at: z.string(), ...loadFields, before: z.optional(z.object(loadFields)) })),
  ),
  notes: z.object({
    /** Whether something assumed is in the percentiles, and in the availability. */
    assumed: z.object({ times: z.boolean(), availability: z.boolean() }),
    /** Sentences that say what the figures leave out. */
    gaps: z.readonly(z.array(z.string())),
    /** The name of the component at which most attempts arrive. */
    mostAsked: z.string(),
    /** How many of the attempts where most arrive are no repetitions. */
    calls: count,
    /** Whether any call of the flow is tried again or hedged. */
    retried: z.boolean(),
  }),
  /**
   * Share of the p99 (0..1) and of the unavailability (0..1) for each component and arrow on the flow: a
   * component's own, an arrow's with all that happens in the call. `attempts`: how many one request can cause there.
   */
  shares: z.array(
    z.object({
      target,
      ...shareFields,
      p99: ms,
      /** In the design as written, while something is changed. */
      before: z.optional(z.object(shareFields)),
    }),
  ),
  bars: z.array(bar),
  improvements: z.array(z.object({ text: z.string(), gain: z.string(), target })),
  assumed: z.array(
    z.object({
      ...assumedFields,
      target: z.optional(target),
      /** Whether an annotation can state it. */
      statable: z.boolean(),
    }),
  ),
  /** Share of the p99 that rests on assumed figures, 0..1. */
  assumedShare: z.number(),
  /** `parts`: what is promised, one by one; `shortfalls`: in words, how far it is missed. */
  objective: z.optional(
    z.object({
      ...objectiveFields,
      /** Promised percentiles, in milliseconds. */
      promised: z.optional(z.array(z.tuple([z.string(), z.number()]))),
      parts: z.array(z.object({ measure, text: z.string(), met: z.boolean() })),
    }),
  ),
})

export type PictureComparison = z.infer<typeof comparison>

const pictureSchema = z.object({
  version: z.literal(1),
  /** The document's address: diagrams of different documents are never the same. */
  document: z.string(),
  title: z.string(),
  diagram: index,
  diagramCount: z.int(),
  line: z.int(),
  family: z.string(),
  architecture: z.object({ value: z.boolean(), why: z.string() }),
  /** For Mermaid to draw: the diagram's text, written anew where groups are collapsed. */
  text: z.string(),
  nodes: z.array(pictureNode),
  arrows: z.array(pictureArrow),
  flows: z.array(pictureFlow),
  /** Whose share is what is still being worked out: flows have no shares, bars or improvements until it is. */
  pending: z.optional(z.boolean()),
  findings: z.array(pictureFinding),
  groups: z.array(pictureGroup),
  /** Of the bars. */
  percentile,
  /** What is changed now for a what-if, and what figures were before; empty: the design as written. */
  changes: z.array(z.extend(changeSchema, { was: z.optional(z.string()) })),
  comparison: z.optional(comparison),
})
export type PreviewModel = z.infer<typeof pictureSchema>

/** What the editor's own command offers: at twice the size, or as text. */
export const askedExports = ['svg', 'png2', 'html', 'markdown'] as const
export type AskedExport = (typeof askedExports)[number]

export const toPreview = z.discriminatedUnion('type', [
  z.object({ type: z.literal('picture'), picture: pictureSchema }),
  /** There is nothing to draw. */
  z.object({ type: z.literal('empty'), reason: z.string() }),
  /** There is something, and it can't be shown. */
  z.object({ type: z.literal('failed'), reason: z.string() }),
  z.object({ type: z.literal('select'), target }),
  /** Shows the flow of that name. */
  z.object({ type: z.literal('flow'), name: z.string() }),
  /** What the editor's hover says of a part, in Markdown. */
  z.object({ type: z.literal('explained'), target, markdown: z.string() }),
  /** The picture is wanted as a file, once it is drawn. */
  z.object({ type: z.literal('exportAs'), way: z.enum(askedExports) }),
])
export type ToPreview = z.infer<typeof toPreview>

export const fromPreview = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('reveal'), target }),
  z.object({ type: z.literal('explain'), target }),
  z.object({ type: z.literal('fix'), finding: index, fix: index }),
  z.object({ type: z.literal('state'), at: z.string(), keys: z.array(z.string()) }),
  z.object({ type: z.literal('open'), url: z.string() }),
  z.object({ type: z.literal('diagram'), index }),
  z.object({ type: z.literal('whatIf'), changes: z.array(changeSchema) }),
  /** Groups to draw as one box each, by their ids; the others as they are written. */
  z.object({ type: z.literal('collapse'), groups: z.array(z.string()) }),
  /** Whether to set the picture beside what it was compared with last: at first the document's version in `HEAD`. */
  z.object({ type: z.literal('compare'), on: z.boolean() }),
  /** Asks the reader what to compare with. */
  z.object({ type: z.literal('chooseCounterpart') }),
  /** The changes are to be written into the text. */
  z.object({ type: z.literal('apply') }),
  z.object({ type: z.literal('percentile'), percentile }),
  /** The text of the SVG or of the HTML, or the PNG in base64. */
  z.object({ type: z.literal('export'), format: z.enum(['svg', 'png', 'html']), data: z.string() }),
  /** Into the clipboard. */
  z.object({ type: z.literal('copy'), text: z.string() }),
])
export type FromPreview = z.infer<typeof fromPreview>
