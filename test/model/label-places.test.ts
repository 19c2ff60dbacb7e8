// The words of a label that state each of its figures: messages point at them, and fixes take them out.

import { expect, test } from 'vitest'
import { annotate } from '../../src/model/annotations'
import { readArrowLabel, readNodeLabel } from '../../src/model/annotations/labels/read-label'
import { parseDiagram } from '../../src/syntax'
import { applyEdits } from '../../src/text/edit'

type Places = Readonly<Record<string, string>>

const placesIn = (label: string, { attributes }: ReturnType<typeof readArrowLabel>): Places =>
  Object.fromEntries(attributes.map(({ key, start, end }) => [key, label.slice(start, end)]))

test.each<[string, Places]>([
  ['HTTP, timeout: 300ms, POST', { timeout: 'timeout: 300ms', method: 'POST' }],
  ['HTTP, 300ms timeout, POST', { timeout: '300ms timeout', method: 'POST' }],
  ['gRPC (80ms p99), 5ms p50', { p99: '80ms p99', p50: '5ms p50' }],
  ['gRPC, p99 (80ms)', { p99: 'p99 (80ms' }],
  ['80ms at p99', { p99: '80ms at p99' }],
  ['80ms (p99)', { p99: '80ms (p99' }],
  ['5ms p50 80ms p99', { p50: '5ms p50', p99: '80ms p99' }],
  ['p50 5ms p99 80ms', { p50: 'p50 5ms', p99: 'p99 80ms' }],
  ['times out after 5 seconds', { timeout: 'times out after 5 seconds' }],
  ['gRPC, 3 retries, TTL 300', { retries: '3 retries', ttl: 'TTL 300' }],
  ['gRPC, 3 attempts, TTL = 60', { attempts: '3 attempts', ttl: 'TTL = 60' }],
  ['gRPC, retries (max 3)', { retries: 'retries (max 3' }],
  ['gRPC, attempts: 3', { attempts: 'attempts: 3' }],
  ['gRPC, retry up to 3 times', { retries: 'retry up to 3 times' }],
  ['gRPC, retry x3', { retries: 'retry x3' }],
  ['gRPC 3 times retry', { retries: '3 times retry' }],
  ['gRPC, no retries', { retries: 'no retries' }],
  ['gRPC, unlimited retries', { retries: 'unlimited retries' }],
  ['gRPC, retry forever', { retries: 'retry forever' }],
  ['SELECT x3', { calls: 'x3' }],
  ['HTTP, 5 calls', { calls: '5 calls' }],
  ['is called 5 times', { calls: 'called 5 times' }],
  ['HTTP, 8 parallel requests', { calls: '8 parallel requests', order: '8 parallel requests' }],
  ['HTTP, 8 calls in parallel', { calls: '8 calls in parallel', order: '8 calls in parallel' }],
  ['HTTP, 8 queries concurrently', { calls: '8 queries concurrently', order: '8 queries concurrently' }],
  ['gRPC, no jitter', { jitter: 'no jitter' }],
  ['gRPC, exponential backoff', { backoff: 'exponential backoff' }],
  ['HTTP, idempotent, async', { idempotent: 'idempotent', mode: 'async' }],
  ['(2) check stock', { order: '(2)' }],
  ['cache hit 90%', { hitRatio: 'cache hit 90%' }],
  ['SLA: 99.9%, gRPC', { availability: 'SLA: 99.9%' }],
  ['HTTP, 10% of traffic', { share: '10%' }],
  ['HTTP, fallback: cached prices, gRPC', { fallback: 'fallback: cached prices' }],
  ['HTTP, falls back to Price archive', { fallback: 'falls back to Price archive' }],
  ['timeout 1m 30s, POST', { timeout: 'timeout 1m 30s', method: 'POST' }],
  ['get /users', { method: 'get' }],
  ['HTTP, 300 rps, POST', { rate: '300 rps', method: 'POST' }],
  ['HTTP, peak of 300 rps, gRPC', { rate: 'peak of 300 rps' }],
  ['HTTP, 300 rps peak, gRPC', { rate: '300 rps peak' }],
])('on an arrow, “%s” states %o', (label, places) =>
  expect(placesIn(label, readArrowLabel(label))).toEqual(places),
)

test.each<[string, Places]>([
  ['Orders x3', { replicas: 'x3' }],
  ['3x Orders', { replicas: '3x' }],
  ['Redis (3 replicas)', { replicas: '3 replicas' }],
  ['Redis, replicas: 2', { replicas: 'replicas: 2' }],
  ['Redis, replicas 2', { replicas: 'replicas 2' }],
  ['Postgres, single instance', { replicas: 'single instance' }],
  ['Redis standalone', { replicas: 'standalone' }],
  ['Lambda, 3% cold starts of 1.2s', { coldStarts: '3% cold starts of', coldStart: '1.2s' }],
  ['Lambda, cold start 800ms', { coldStart: 'cold start 800ms' }],
  ['Lambda, 800ms cold start', { coldStart: '800ms cold start' }],
  ['Lambda, cold starts 3%', { coldStarts: 'cold starts 3%' }],
])('on a box, “%s” states %o', (label, places) =>
  expect(placesIn(label, readNodeLabel(label))).toEqual(places),
)

test.each([
  ['SQL, 500ms', '500ms'],
  ['SQL 500ms', '500ms'],
  ['SQL (max 200ms)', 'max 200ms'],
  ['gRPC, at most 200ms', 'at most 200ms'],
  ['gRPC, <200ms, POST', '<200ms'],
  ['~500ms SQL', '~500ms'],
])('in “%s” nothing says what “%s” is', (label, words) => {
  const open = readArrowLabel(label).unnamedDuration
  expect(label.slice(open?.start, open?.end)).toBe(words)
})

/** What stands where the system says that an arrow's timeout or a box's replicas are. */
const placeIn = (lines: string, key: 'timeout' | 'replicas'): string | undefined => {
  const diagram = parseDiagram(`flowchart LR\n${lines}\n`)
  const { arrows, nodes } = annotate(diagram, {})
  const figure = key === 'timeout' ? arrows[0]?.timeout : nodes.get('a')?.replicas
  return figure?.span && diagram.text.slice(figure.span.start, figure.span.end)
}

test.each([
  ['a -->|"HTTP, 2s timeout"| b', 'timeout', '2s timeout'],
  ['a -->|"2s timeout, HTTP"| b', 'timeout', '2s timeout'],
  ['a -->|"2s timeout #amp; more"| b', 'timeout', '2s timeout'],
  ['a -->|"this #amp; that, 2s timeout, HTTP"| b', 'timeout', '2s timeout'],
  ['a -->|"A#amp;B, 2s timeout, 2s timeout"| b', 'timeout', 'A#amp;B, 2s timeout, 2s timeout'],
  ['a -->|"A#amp;B, timeout#58; 2s"| b', 'timeout', 'A#amp;B, timeout#58; 2s'],
  ['a["x3 Orders"]', 'replicas', 'x3'],
  ['a["Orders<br/>3 pods, EU"]', 'replicas', '3 pods'],
  ['a@{ shape: rect, label: "Orders, 3 pods" }', 'replicas', 'a'],
  ['a -->|"2s timeout, 2s timeouts"| b', 'timeout', '2s timeout'],
  ['a["A#amp;B, 3 pods"]', 'replicas', '3 pods'],
  ['a["Orders"]\na["Orders x3"]', 'replicas', 'x3'],
] as const)('in `%s`, the %s stands at “%s”', (lines, key, words) => expect(placeIn(lines, key)).toBe(words))

test.each([
  ['HTTP, 2s timeout, POST', 'HTTP, POST'],
  ['HTTP , 2s timeout', 'HTTP '],
  ['2s timeout, HTTP', 'HTTP'],
  ['2s timeout ,  HTTP', 'HTTP'],
  ['2s timeout,HTTP', 'HTTP'],
  [' 2s timeout, HTTP', ' HTTP'],
  ['A#amp;B, 2s timeout, POST', 'A#amp;B, POST'],
  ['HTTP with 2s timeout', undefined],
  ['HTTP, 2s timeout each', undefined],
  ['HTTP 2s timeout, POST', undefined],
  ['2s timeout', undefined],
  ['2s timeout POST', undefined],
  ['A#amp;B, 2s timeout, 2s timeout', undefined],
])('a timeout that metadata overrule is taken out of “%s”, which leaves “%s”', (label, left) => {
  const diagram = parseDiagram(`flowchart LR\n  a -->|"${label}"| b\n  %% a->b@{ timeout: 3s }\n`)
  const [problem] = annotate(diagram, {}).problems
  const [fix] = problem?.fixes ?? []
  const after = fix && applyEdits(diagram.text, fix.edits)
  expect(problem?.kind).toBe('conflicting-figures')
  expect(after && /\|"(.*)"\|/.exec(after)?.[1]).toBe(left)
})

test('a phrase that a line break parts is one place', () => {
  const diagram = parseDiagram('flowchart LR\n  a -->|"HTTP, async<br/>replication"| b\n')
  const at = annotate(diagram, {}).arrows[0]?.replication?.span
  expect(diagram.text.slice(at?.start, at?.end)).toBe('async<br/>replication')
})

test.each([
  ['flowchart LR\n  a -->|"1. Login"| b', 1],
  ['sequenceDiagram\n  a->>b: 1. Login', undefined],
])('in `%s`, the label states place %s in an order', (text, order) => {
  expect(annotate(parseDiagram(text), {}).arrows[0]?.order?.value).toBe(order)
})
