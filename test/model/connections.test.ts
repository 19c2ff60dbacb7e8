// What an arrow stands for, one condition at a time: its role, which way it is called, whether anybody waits.

import { describe, expect, it } from 'vitest'
import { readSystem } from '../../src/model'
import { depthOf } from '../../src/model/ends'
import { layerOf } from '../../src/model/layer'
import { namesCall } from '../../src/model/protocol'
import {
  isAwaited,
  isStream,
  purposeOf,
  repeatsItsEffect,
  statesTries,
  triesOf,
} from '../../src/model/requests'
import { parseDiagram } from '../../src/syntax'

const connectionsIn = (text: string) =>
  readSystem(parseDiagram(/^(?:flowchart|sequence|C4)/.test(text) ? text : `flowchart LR\n${text}\n`), {})
    .connections

/** The last arrow of a picture: what stands before it is what it is seen beside. */
const lastIn = (lines: string) => connectionsIn(lines).at(-1)!

describe('its role', () => {
  it.each([
    ['api[Order service] -->|HTTP| db[Stock service]', 'call'],
    ['api[Order service] -->|SQL| db[(Postgres)]', 'call'],
    ['api[Order service] -->|publishes| q[[RabbitMQ]]', 'enqueue'],
    ['q[[RabbitMQ]] -->|delivers| api[Order service]', 'delivery'],
    ['api[Mail worker] -->|consumes| q[[RabbitMQ]]', 'delivery'],
    ['a[[RabbitMQ]] --> b[[Kafka]]', 'delivery'],
    ['db[(Postgres)] -->|changes| q[[Kafka]]', 'feed'],
    ['a[(Postgres)] --> b[(MySQL)]', 'replication'],
    ['db[(Postgres)] --> api[Order service]', 'feed'],
    ['cache[(Redis cache)] --> api[Order service]', 'feed'],
    ['cache[(Redis cache)] --> copy[(Redis replica)]', 'replication'],
    ['cache[HTTP cache] --> api[Order service]', 'call'],
    ['cache[(Redis cache)] -->|on a miss| api[Order service]', 'call'],
    ['api[Order service] -->|depends on| db[Stock service]', 'structure'],
    ['api[Order service] -->|"depends on, 2s timeout"| db[Stock service]', 'call'],
    ['api[Order service] -->|"depends on, 2s timeout"| q[[RabbitMQ]]', 'enqueue'],
    ['db[(Postgres)] -->|"changes, 2s timeout"| q[[Kafka]]', 'feed'],
    ['api[Order service] -->|writes| o[(Outbox table)]', 'call'],
    ['w[Mail worker] --> q[[RabbitMQ]]', 'enqueue'],
    ['q[[RabbitMQ]] -->|retries| q', 'call'],
    ['user((Customer)) --> web[Web app]', 'usage'],
    ['api[Order service] --> user((Customer))', 'usage'],
    ['api[Order service] --> mon[Prometheus]', 'telemetry'],
    ['api[Order service] --> s[Sentry]', 'telemetry'],
    ['api[Order service] --> web[Browser]', 'callback'],
    ['api[Order service] -->|HTTPS 200| web[Browser]', 'callback'],
    ['ci[GitHub Actions] --> api[Order service]', 'control'],
    ['a[(Postgres)] --> b[(Partition 2025)]', 'attachment'],
    ['feed[Stripe] -->|every 10s| imp[Price importer]', 'feed'],
    ['feed[Price service] -->|every 10s| imp[Price importer]', 'feed'],
    ['feed[Price service] -->|every 10s| imp[Stock service]', 'call'],
  ])('of %s: %s', (lines, role) => expect(lastIn(lines).role.value).toBe(role))

  it('of a dotted arrow back beside the call: a reply', () => {
    const both = 'a[Order service] -->|HTTP| b[Stock service]\nb -.-> a'
    expect(lastIn(both).role.value).toBe('reply')
    expect(lastIn('b[Stock service] -.-> a[Order service]').role.value).toBe('call')
    expect(lastIn('a[Order service] -->|HTTP| b[Stock service]\nb --> a').role.value).toBe('call')
  })

  it('of a line without head and words beside arrows: an attachment', () => {
    const beside = 'a[Order service] -->|HTTP| b[Stock service]\nb -->|SQL| d[(Postgres)]\n'
    expect(lastIn(`${beside}b --- c[Cart service]`).role.value).toBe('attachment')
    expect(lastIn(`${beside}b ---|HTTP| c[Cart service]`).role.value).toBe('call')
    expect(lastIn('a[Order service] --- c[Cart service]').role.value).toBe('call')
  })

  it('of lines without heads, where they are as many as arrows, and where they are more', () => {
    const arrow = 'a[Order service] -->|HTTP| b[Stock service]\n'
    expect(lastIn(`${arrow}b --- c[Cart service]`).role.value).toBe('attachment')
    expect(lastIn(`${arrow}a --- d[Mail service]\nb --- c[Cart service]`).role.value).toBe('call')
    expect(lastIn(`${arrow}a --- d[Mail service]\nb -.- c[Cart service]`).role.value).toBe('attachment')
  })

  it('between a frame and what stands in it: an attachment', () => {
    const frame = 'subgraph f[Frame]\n  a[Order service]\nend\n'
    expect(lastIn(`${frame}a --> f`).role.value).toBe('attachment')
    expect(lastIn(`${frame}f --> a`).role.value).toBe('attachment')
    expect(lastIn(`${frame}f -->|HTTP| a`).role.value).toBe('call')
    expect(lastIn(`${frame}f --> b[Stock service]`).role.value).toBe('call')
  })
})

describe('which way it is called', () => {
  it.each([
    ['a[Order service] --> b[Stock service]', 'forward', 'a'],
    ['a[Order service] <--> b[Stock service]', 'both', 'a'],
    ['a[Order service] --- b[Stock service]', 'unknown', 'a'],
    ['a[Order service] --- b[(Postgres)]', 'forward', 'a'],
    ['b[(Postgres)] --- a[Order service]', 'backward', 'a'],
    [
      'C4Container\nContainer(a, "Order service")\nContainer(b, "Stock service")\nRel_Back(a, b, "asks")',
      'backward',
      'b',
    ],
  ])('%s: %s', (lines, direction, caller) => {
    const { direction: found, caller: end } = lastIn(lines)
    expect([found.value, end.id]).toEqual([direction, caller])
  })
})

describe('whether anybody waits', () => {
  it.each([
    ['a[Order service] -->|HTTP| b[Stock service]', 'sync'],
    ['a[Order service] -->|async HTTP| b[Stock service]', 'async'],
    ['a[Order service] -->|WebSocket| b[Stock service]', 'stream'],
    ['a[Order service] -->|MQTT| b[Stock service]', 'async'],
    ['a[Order service] -->|publishes| b[[Kafka]]', 'async'],
    ['a[Order service] -->|TCP| b[Stock service]', 'stream'],
    ['a[Order service] -->|HTTP over TCP| b[Stock service]', 'sync'],
    ['a[Order service] -->|subscribes| b[Stock service]', 'async'],
    ['a[Order service] -->|GET /orders| b[Browser]', 'sync'],
    ['a[Order service] --> b[Browser]', 'async'],
    ['a[(Postgres)] --> b[(MySQL)]', 'async'],
    ['a[Order service] -->|async HTTP| b[Stock service]\n%% a->b@{ mode: sync }', 'sync'],
  ])('%s: %s', (lines, mode) => expect(lastIn(lines).mode.value).toBe(mode))

  it('who is answered waited', () => {
    const mode = (answer: string) =>
      connectionsIn(
        `sequenceDiagram\nparticipant a as Order service\nparticipant b as Browser\na->>b: shows the order\n${answer}`,
      )[0]!.mode.value
    expect(mode('b-->>a: done')).toBe('sync')
    expect(mode('')).toBe('async')
  })

  it.each([
    ['a[Order service] -->|HTTP| b[Stock service]', true],
    ['a[Order service] -->|async HTTP| b[Stock service]', false],
    ['a[Order service] -->|publishes| b[[Kafka]]', false],
    ['a[Order service] -->|retries| a', false],
  ])('%s is awaited: %s', (lines, awaited) => expect(isAwaited(lastIn(lines))).toBe(awaited))

  it.each([
    ['a[Order service] -->|WebSocket| b[Stock service]', true],
    ['a[Order service] -->|gRPC stream| b[Stock service]', true],
    ['a[Order service] -->|gRPC| b[Stock service]', false],
    ['a[Order service] -->|WebSocket| b[Stock service]\n%% a->b@{ mode: sync }', false],
    ['a[Order service] -->|HTTP| b[Stock service]\n%% a->b@{ mode: stream }', true],
    ['a[Browser] -->|WebSocket| lb[Load balancer]\nlb --> b[Stock service]', true],
    ['a[Browser] -->|WebSocket| lb[Load balancer]\nlb -->|HTTP| b[Stock service]', false],
    ['a[Browser] -->|WebSocket| lb[Load balancer]\nlb --> b[(Postgres)]', false],
    [
      'a[Browser] -->|WebSocket| lb[Load balancer]\nc[Mobile app] -->|HTTPS| lb\nlb --> b[Stock service]',
      false,
    ],
    ['a[Browser] -->|WebSocket| s[Chat service]\ns --> b[Stock service]', false],
    ['lb[Load balancer] --> b[Stock service]', false],
  ])('%s stays open: %s', (lines, open) => expect(isStream(lastIn(lines))).toBe(open))
})

describe('how often it is tried', () => {
  it.each([
    ['HTTP', 1, false],
    ['"HTTP, 2 retries"', 3, true],
    ['"HTTP, 3 attempts"', 3, true],
    ['"HTTP, 0 retries"', 1, true],
    ['"HTTP, unlimited retries"', Infinity, true],
  ])('%s: %s', (label, tries, stated) => {
    const connection = lastIn(`a[Order service] -->|${label}| b[Stock service]`)
    expect(triesOf(connection)).toBe(tries)
    expect(statesTries(connection)).toBe(stated)
  })
})

describe('what it asks', () => {
  it.each([
    ['GET /orders', 'GET /orders'],
    ['"places orders, 2s timeout"', 'places orders'],
    ['"asks (by id), by name"', 'asks (by id)'],
    ['"asks, by id (or name)"', 'asks'],
    ['"asks (by id, or name), 2s"', 'asks (by id, or name)'],
  ])('%s: %s', (label, purpose) =>
    expect(purposeOf(lastIn(`a[Order service] -->|${label}| b[Stock service]`))).toBe(purpose),
  )

  it.each([
    ['POST /orders', true],
    ['PATCH /orders/1', true],
    ['PUT /orders/1', false],
    ['GET /orders', false],
    ['DELETE /orders/1', false],
    ['POST /orders/search', false],
    ['HTTP charges the card', true],
    ['HTTP CreateOrder', true],
    ['HTTP asks for prices', false],
    ['HTTP upserts', false],
    ['"POST /orders, idempotent"', false],
    ['"POST /orders, Idempotency-Key"', false],
  ])('%s does it again when it is repeated: %s', (label, again) =>
    expect(repeatsItsEffect(lastIn(`a[Order service] -->|${label}| b[Stock service]`))).toBe(again),
  )

  it.each([
    ['SQL insert', true],
    ['SQL creates', false],
    ['SQL upsert', false],
  ])('%s into a store: %s', (label, again) =>
    expect(repeatsItsEffect(lastIn(`a[Order service] -->|${label}| b[(Postgres)]`))).toBe(again),
  )

  it('is stated', () => {
    const stated = (entries: string) =>
      repeatsItsEffect(lastIn(`a[Order service] -->|POST /orders| b[Stock service]\n%% a->b@{ ${entries} }`))
    expect(stated('idempotent: true')).toBe(false)
    expect(stated('idempotent: false')).toBe(true)
    expect(stated('idempotencyKey: true')).toBe(false)
    expect(stated('idempotencyKey: false')).toBe(true)
  })
})

describe('how far from the client', () => {
  it.each([
    ['Browser', 0],
    ['API gateway', 1],
    ['Order service', 2],
    ['Redis cache', 3],
    ['Kafka', 3],
    ['Postgres', 4],
    ['Stripe', 4],
    ['Old wiki', undefined],
  ])('%s stands: %s', (name, depth) =>
    expect(depthOf(connectionsIn(`a[${name}] --> b[Other wiki]`)[0]!.from)).toBe(depth),
  )
})

describe('the layer that a balancer works at', () => {
  const layer = (lines: string) => {
    const { components } = readSystem(parseDiagram(`flowchart LR\n${lines}\n`), {})
    const found = layerOf(components.find(({ id }) => id === 'lb')!)
    return found && [found.value, found.confidence]
  }

  it.each([
    ['as stated', 'lb[Load balancer] --> b[Order service]\n%% lb@{ layer: L4 }', ['L4', 1]],
    [
      'of what TLS passes through',
      'lb[Load balancer] --> b[Order service]\n%% lb@{ tls: passthrough }',
      ['L4', 0.95],
    ],
    ['of a product', 'lb[Traefik] --> b[Order service]', ['L7', 0.9]],
    ['by a path', 'lb[Load balancer] -->|/orders| b[Order service]', ['L7', 0.8]],
    ['not by a path of TCP', 'lb[Load balancer] -->|TCP /orders| b[Order service]', undefined],
    ['that nobody says', 'lb[Load balancer] --> b[Order service]', undefined],
    ['of a product that does both', 'lb[HAProxy] --> b[Order service]', undefined],
  ])('%s', (_, lines, found) => expect(layer(lines)).toEqual(found))
})

it('an arrow between groups stands for 64 calls at most', () => {
  const group = (id: string, count: number) =>
    `subgraph ${id}\n${Array.from({ length: count }, (_, at) => `${id}${at}[Service ${id}${at}]`).join('\n')}\nend`
  const calls = (callers: number, callees: number) =>
    readSystem(
      parseDiagram(`flowchart LR\n${group('a', callers)}\n${group('b', callees)}\na -->|HTTP| b`),
      {},
    ).calls.length
  expect([calls(8, 8), calls(5, 13), calls(2, 3)]).toEqual([64, 64, 6])
})

describe('whether its label or its figures say that it is a call', () => {
  it.each([
    ['a[Order service] -->|HTTP| b[Stock service]', true],
    ['a[Order service] --> b[(Postgres)]', false],
    ['a[Order service] -->|asks| b[(Postgres)]', false],
    ['a[Order service] -->|TCP| b[Stock service]', false],
    ['a[Order service] -->|asks, 2s timeout| b[Stock service]', true],
    ['a[Order service] -->|depends on HTTP| b[Stock service]', false],
    [
      'C4Container\nContainer(a, "Order service")\nContainer(b, "Stock service")\nRel(a, b, "asks", "gRPC")',
      true,
    ],
    [
      'C4Container\nContainer(a, "Order service")\nContainer(b, "Stock service")\nRel(a, b, "", "gRPC")',
      true,
    ],
  ])('%s: %s', (lines, names) => expect(namesCall(lastIn(lines))).toBe(names))
})

describe('the protocol that is told by a group', () => {
  const protocol = (title: string, box: string) =>
    lastIn(`subgraph g [${title}]\nb${box}\nend\na[Order service] --> b`).protocol?.value

  it.each([
    ['Kafka', '[[Orders topic]]', 'kafka'],
    ['PostgreSQL', '[(Orders)]', 'postgres'],
    ['PostgreSQL and MySQL', '[(Orders)]', undefined],
    ['PostgreSQL', '[Stock service]', undefined],
    ['Backend', '[(Orders)]', undefined],
  ])('%s around b%s: %s', (title, box, found) => expect(protocol(title, box)).toBe(found))
})
