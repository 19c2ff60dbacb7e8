// What is told of a box and of an arrow at first sight, before anything is weighed: each condition by itself.

import { describe, expect, it } from 'vitest'
import { readSystem } from '../../src/model'
import type { Classifier } from '../../src/model/recognition/classifier'
import { deployabilityOf } from '../../src/model/recognition/deployability'
import { categoryOf } from '../../src/model/recognition/node-category'
import { parseDiagram } from '../../src/syntax'

const nothingBefore = { headings: [], before: '' }
const nothingWeighed: Classifier = question => (question === 'picture' ? [['yes', 0.9]] : [])
const systemOf = (lines: string) =>
  readSystem(
    parseDiagram(/^(?:sequence|C4)/.test(lines) ? lines : `flowchart LR\n${lines}\n`),
    {},
    nothingBefore,
    nothingWeighed,
  )
const boxIn = (lines: string) => systemOf(lines).components.find(({ id }) => id === 'x')!

describe('what a box is by its wording', () => {
  it.each([
    ['x[Order service] --> y', 'system'],
    ['x[Postgres] --> y', 'system'],
    ['x((Customer)) --> y', 'system'],
    ['x[Orders :8080] --> y', 'system'],
    ['x{Paid?} --> y', 'decision'],
    ['x[Enough stock?] --> y', 'decision'],
    ['x[Done] --> y', 'step'],
    ['x[Start here] --> y', 'step'],
    ['x[Error budget desk] --> y', 'unknown'],
    ['x[Phase 2: migrate] --> y', 'step'],
    ['x[Manual approval] --> y', 'step'],
    ['x[Check the stock] --> y', 'step'],
    ['x[main.ts] --> y', 'code'],
    ['x["reserve(order)"] --> y', 'code'],
    ['x[OrderController] --> y', 'code'],
    ['x[aws_lambda_function.api] --> y', 'code'],
    ['x[Prisma] --> y', 'code'],
    ['x["REDIS_HOST: localhost"] --> y', 'code'],
    ['subgraph g [Terraform modules]\nx[Desk]\nend\nx --> y', 'code'],
    ['x[API client] --> y', 'code'],
    ['x[Caching] --> y', 'topic'],
    ['x[Message queues] --> y', 'topic'],
    ['x[Testing strategies] --> y', 'topic'],
    ['x[SLOs] --> y', 'topic'],
    ['subgraph g [Features]\nx[Desk]\nend\nx --> y', 'topic'],
    ['x[Core switch] --> y', 'equipment'],
    ['x[VLAN 20] --> y', 'equipment'],
    ['x[Desk] --> y', 'unknown'],
    ['x[one two three four five six seven] --> y', 'unknown'],
    ['x[one two three four five six seven eight] --> y', 'step'],
    ['sequenceDiagram\nparticipant x as Make a plea\nx->>y: asks', 'unknown'],
    ['x[Make a plea] --> y', 'step'],
  ])('%s: %s', (lines, category) => expect(categoryOf(boxIn(lines))).toBe(category))
})

describe('how surely a box runs by itself', () => {
  it.each([
    ['x[Order service] --> y', 'runs'],
    ['x["Fare service<br/>net_fare<br/>gross_fare()"] --> y', 'part'],
    ['x["Fare service<br/>net fare"] --> y', 'runs'],
    ['x[("Fares<br/>net_fare")] --> y', 'runs'],
    ['x[Postgres] --> y', 'runs'],
    ['x[Orders :8080] --> y', 'runs'],
    ['x[Browser] --> y', 'runs'],
    ['sequenceDiagram\nparticipant x as Desk\nx->>y: asks', 'runs'],
    ['C4Container\nContainer(x, "Desk")\nRel(x, y, "asks")', 'runs'],
    ['x[Desk] --> y', 'unsure'],
    ['x[OrderController] --> y', 'part'],
    ['x[Caching] --> y', 'part'],
    ['x["@shop/prices"] --> y', 'part'],
    ['x{Paid?} --> y', 'part'],
  ])('%s: %s', (lines, found) => expect(deployabilityOf(boxIn(lines))).toBe(found))
})

describe('whether an arrow crosses a network', () => {
  const first = (lines: string) => {
    const { value, confidence, why } = systemOf(lines).connections[0]!.network
    return [value, confidence, why]
  }
  const api = 'a[Order service]'

  it.each<[string, boolean, number, string]>([
    [`${api} ~~~ b[Stock service]`, false, 0.99, 'an invisible link'],
    [`${api} -->|HTTP| a`, false, 0.95, 'it stays within one component'],
    [`${api} --x|never| b[Stock service]`, false, 0.9, 'a call that does not happen'],
    [
      `subgraph p [Phase 2: migrate]\nc[Cart]\nend\n${api} -->|HTTP| p`,
      false,
      0.85,
      'an end is a phase of a plan',
    ],
    [`${api} -->|HTTP| b[Manual approval]`, false, 0.85, 'somebody decides it'],
    [`${api} -->|reads| b["prices.csv"]`, false, 0.85, 'one lives in the process of the other'],
    [`${api} -->|in-process| b[Stock service]`, false, 0.85, 'one lives in the process of the other'],
    [`${api} --> b["@shop/prices"]`, false, 0.85, 'a library runs in what uses it'],
    [`${api} --> b[Rate limiter]`, false, 0.85, 'a filter runs in what it filters for'],
    [`${api} --> b[Desk]\n%% a->b@{ timeout: 1s }`, true, 0.97, 'its figures are stated'],
    [`${api} -->|HTTP| b[Stock service]`, true, 0.9, 'its label names a protocol'],
    [`${api} -->|/stock| b[Stock service]`, true, 0.85, 'its label names a path'],
    [`a[Browser] -->|HTTPS| b[OrderController]`, true, 0.75, 'its label names a protocol'],
    [`${api} -->|HTTP| b{Paid?}`, false, 0.8, 'an end is no running system'],
    [`${api} --> b[Check the stock]`, false, 0.75, 'an end is a step, not a system'],
    [`${api} --> b[Stock service]`, true, 0.9, 'between two systems'],
    ['a[Cart] --> b[Checkout]', false, 0.7, 'neither is known to run by itself'],
    ['a[Plan] -->|1. reprices| b[Shelf]', false, 0.7, 'neither is known to run by itself'],
    [`a[Cart] --> b[Checkout]\nw[Browser] --> a\nw --> b`, true, 0.7, 'both are reached from outside'],
    [`a[Desk] --> b[(Postgres)]`, true, 0.7, 'beside known systems'],
    [`${api} --> b[Desk]`, false, 0.65, 'an end may be a part of the other'],
    [`${api} -->|"reserve(order)"| b[Desk]`, false, 0.85, 'a function call'],
    [
      'subgraph g [User browser]\na[Page]\nb[Service worker]\nend\na --> b',
      false,
      0.85,
      'both run in one browser',
    ],
  ])('%s: %s', (lines, ...found) => expect(first(lines)).toEqual(found))
})

describe('every confidence', () => {
  const confidencesIn = (value: unknown, seen = new Set<unknown>()): number[] => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return []
    seen.add(value)
    const parts = value instanceof Map ? [...value.values()] : Object.values(value)
    const own = 'confidence' in value && typeof value.confidence === 'number' ? [value.confidence] : []
    return [...own, ...parts.flatMap(part => confidencesIn(part, seen))]
  }

  it.each([
    'a[Order service] -->|HTTP| b[Stock service]\na --> c[(Postgres)]\na -->|publishes| q[[Kafka]]\nq --> w[Mail worker]',
    'web[Browser] --> lb[AWS ALB]\nlb -->|/orders| a[Order service]\na <--> b[Stock service]\na -.-> web',
    'a[Order service] --- b[Stock service]\nb --> s[Stripe]\ns -->|webhook| a\na --> m[Prometheus]',
    'a[Desk] --> b{Paid?}\nb --> c[Done]',
    'C4Container\nContainer(a, "Order service")\nContainerDb(b, "Orders", "Postgres")\nRel_Back(b, a, "reads", "SQL")\nBiRel(a, b, "syncs")',
    'sequenceDiagram\nactor u as Customer\nparticipant a as Order service\nparticipant q as Kafka\nu->>a: POST /orders\na-)q: OrderPlaced\nq->>a: OrderPlaced\na-->>u: 201',
    'subgraph eu [eu-west-1]\nlb[nginx] -->|/orders| a[Order service]\nend\nweb[Browser] -->|WebSocket| lb\na --- d[Disk]\na -->|depends on| l["@shop/prices"]\nlb2[HAProxy] --> a\n%% lb2@{ tls: passthrough }',
    'db[(Postgres)] -->|changes| q[[Kafka]]\ndb --> r[(MySQL)]\nr -->|replicates| s[(MySQL replica)]',
    'subgraph api [Order service]\na[Order controller] --> b[Order repository]\nend\nb -->|SQL| d[(Postgres)]',
    'a[Kubernetes service] --> b[Pod 1]\na --> c[Pod 2]\nu((Customer)) --> a',
  ])('of %s is a chance', lines => {
    const confidences = confidencesIn(systemOf(lines))
    expect(confidences.length).toBeGreaterThan(0)
    expect(confidences.filter(chance => chance < 0 || chance > 1)).toEqual([])
  })
})

describe('a sequence of written requests', () => {
  const design = (lines: string) =>
    readSystem(parseDiagram(`sequenceDiagram\n${lines}\n`), {}, nothingBefore, () => [['no', 0.99]])
      .architecture.value

  it.each([
    ['two requests', 'P->>C: POST /visits\nC->>S: book(dto)\nP->>C: GET /visits/{id}', true],
    ['one, told twice', 'P->>C: POST /visits\nC->>S: book(dto)\nP->>C: POST /visits', false],
    ['one, and a store', 'participant D as PostgreSQL\nP->>C: POST /visits\nC->>D: INSERT', true],
    ['one, and a broker', 'participant D as RabbitMQ\nP->>C: POST /visits\nC->>D: visit booked', true],
    [
      'one, and what lives in its caller',
      'participant D as SQLite\nP->>C: POST /visits\nC->>D: INSERT',
      false,
    ],
    ['one, and calls of functions', 'P->>C: POST /visits\nC->>S: book(dto)\nS->>R: save(visit)', false],
    ['a method without a path', 'participant D as PostgreSQL\nP->>C: POST\nC->>D: INSERT', false],
    ['a request to oneself', 'C->>C: POST /visits\nC->>C: GET /visits/1', false],
  ])('of %s is a design, whatever its names are: %#', (_, lines, expected) =>
    expect(design(lines)).toBe(expected),
  )
})
