// Known answers asked of whole designs: what a document says when its figures are these.

import { deadlinesOf } from '../../src/math'
import { analyze, defaultConfiguration, type FlowRow } from '../../src/service'
import { flowIn } from '../flows/door'

const nothingAssumed = '%% arrowsmith: { assume: nothing }'

const design = (...lines: readonly string[]): FlowRow =>
  flowIn(['flowchart LR', ...lines, nothingAssumed].join('\n'))

/** A browser, and services that call one another; the figures of each arrow, outermost first. */
function chain(arrows: readonly string[]): readonly string[] {
  const ids = arrows.map((_, index) => `hop${index + 1}`)
  const hops = ['web', ...ids]
  return [
    'web[Browser]',
    ...ids.map(id => `${id}[API service]`),
    ...ids.map((id, index) => `${hops[index]} -->|HTTPS| ${id}`),
    ...arrows.map((figures, index) => `%% ${hops[index]}->${ids[index]}@{ ${figures} }`),
  ]
}

/** Attempts at the bottom of a chain whose hops each make so many. */
export const attemptsAtBottom = (attempts: readonly number[]): number =>
  design(...chain(attempts.map(count => `attempts: ${count}`))).attempts

/** The availability of a call that fails for good with `unavailability`, and by chance with `errorRate` an attempt. */
export const afterRetries = (unavailability: number, errorRate: number, attempts: number): number =>
  design(
    ...chain(['', `attempts: ${attempts}, errorRate: ${100 * errorRate}%`]),
    `%% hop2@{ availability: ${100 * (1 - unavailability)}% }`,
  ).availability

interface Cached {
  readonly cache: number
  readonly db: number
  readonly hit: number
}

const availabilities = ({ cache, db, hit }: Cached): readonly string[] => [
  `%% cache@{ availability: ${100 * cache}%, hitRatio: ${100 * hit}% }`,
  `%% db@{ availability: ${100 * db}% }`,
]

/** Reads pass through the cache. */
export const behindCache = (parts: Cached): number =>
  design('web[Browser] --> api[API service] --> cache[(Redis)] --> db[(Postgres)]', ...availabilities(parts))
    .availability

/** The service asks the database itself when the cache has nothing or is down. */
export const besideCache = (parts: Cached): number =>
  design(
    'web[Browser] --> api[API service]',
    'api --> cache[(Redis)]',
    'api --> db[(Postgres)]',
    ...availabilities(parts),
  ).availability

/** Milliseconds until an answer arrives from a server that takes none. */
export const firstAnswer = (figures: string, label = 'HTTPS'): number | null =>
  design(`web[Browser] -->|${label}| api[API service]`, `%% web->api@{ ${figures} }`).p50

interface Retried {
  readonly attempts: number
  readonly timeoutMs: number
  readonly backoffMs: readonly number[]
}

/** Pauses that double, or none. */
const retried = ({ attempts, timeoutMs, backoffMs: [base] }: Retried): string =>
  `timeout: ${timeoutMs}ms, attempts: ${attempts}${base === undefined ? '' : `, backoff: exponential, baseDelay: ${base}ms`}`

/** The longest that a call takes with all its attempts and pauses, milliseconds. */
export const longest = (call: Retried): number | null => design(...chain([retried(call)])).longest

/** Each hop of a chain under the timeouts above it. */
export function deadlines(arrows: readonly (Retried | number)[]) {
  const figures = arrows.map(arrow =>
    typeof arrow === 'number' ? `timeout: ${arrow}ms, attempts: 1` : retried(arrow),
  )
  const { diagrams } = analyze(['flowchart LR', ...chain(figures), nothingAssumed].join('\n'), {
    language: 'mermaid',
    configuration: defaultConfiguration,
  })
  return deadlinesOf(diagrams[0]!.system.flows[0]!)
}
