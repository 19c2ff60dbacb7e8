// What a mesh repeats by itself: counted where it is so, and marked as nobody's statement.

import { expect, it } from 'vitest'
import { explain } from '../../src/knowledge'
import { attemptsOf } from '../../src/math'
import { readSystem } from '../../src/model'
import { hiddenTimeout } from '../../src/model/hidden-defaults'
import { parseDiagram } from '../../src/syntax'

const inMesh = (title: string, ...lines: readonly string[]) =>
  readSystem(
    parseDiagram(`flowchart LR
  web[Web app] -->|HTTPS| cart
  subgraph mesh [${title}]
    cart[Cart service]
    pay[Payment service]
    db[(Postgres)]
  end
  ${lines.join('\n  ')}`),
    {},
  )

const attempts = (system: ReturnType<typeof inMesh>, from: string, to: string) =>
  system.connections.find(({ caller, callee }) => caller.id === from && callee.id === to)?.figures.attempts

it('makes three attempts of a request between its members, by its documentation', () => {
  const system = inMesh('Istio mesh', 'cart -->|POST /charges| pay', 'pay -->|SQL| db')
  expect(attempts(system, 'cart', 'pay')).toMatchObject({
    value: 3,
    stated: false,
    origin: 'catalogue',
    source: expect.stringContaining('Istio documentation'),
  })
  const { figures } = system.connections.find(({ callee }) => callee.id === 'pay')!
  expect(figures.jitter).toMatchObject({ value: true, stated: false })
  expect(attempts(system, 'pay', 'db')).toBeUndefined()
  expect(attempts(system, 'web', 'cart')).toBeUndefined()
})

it.each([
  ['HTTP', 'cart -->|HTTP| pay', 3],
  ['gRPC', 'cart -->|gRPC| pay', 3],
  ['without a protocol', 'cart --> pay', 3],
  ['a socket', 'cart -->|WebSocket| pay', undefined],
  ['AMQP', 'cart -->|AMQP| pay', undefined],
  ['HTTP into a store', 'cart -->|HTTP| db', undefined],
  ['HTTP into a broker', 'q[[Kafka]]\n  cart -->|HTTP| q', undefined],
])('repeats what a proxy can read: %s', (_, line, expected) => {
  const made = inMesh('Istio mesh', line).connections.find(({ caller }) => caller.id === 'cart')
  expect(made?.figures.attempts?.value).toBe(expected)
})

it('gives no time to who says how long it waits, and to nobody but a hop', () => {
  const given = (caller: string, label: string) => {
    const { connections } = readSystem(
      parseDiagram(`flowchart LR\n  hop[${caller}] -->|${label}| api[Report service]`),
      {},
    )
    return hiddenTimeout(connections[0]!)?.value
  }
  expect(given('nginx', 'HTTP')).toBe(60_000)
  expect(given('nginx', '"HTTP, 2s timeout"')).toBeUndefined()
  expect(given('nginx', '"HTTP, 2s deadline"')).toBeUndefined()
  expect(given('nginx', 'async HTTP')).toBeUndefined()
  expect(given('Redis', 'HTTP')).toBeUndefined()
})

it('counts in the attempts of a flow, and the caller goes on waiting no longer than it said', () => {
  const system = inMesh('Istio mesh', 'cart -->|"POST /charges, 900ms timeout"| pay')
  const [flow] = system.flows
  expect(flow && attemptsOf(flow).find(({ component }) => component.id === 'pay')?.attempts).toBe(3)
  const call = system.connections.find(({ callee }) => callee.id === 'pay')
  expect(call?.figures.deadline).toMatchObject({ value: 900, stated: false })
})

it('gives way to what the author states, and is none of other meshes and of one without sidecars', () => {
  const retried = inMesh('Istio mesh', 'cart -->|"POST /charges, 1 retry"| pay')
  expect(attempts(retried, 'cart', 'pay')).toBeUndefined()
  for (const title of ['Linkerd mesh', 'Istio ambient mesh', 'Cluster'])
    expect(attempts(inMesh(title, 'cart -->|POST /charges| pay'), 'cart', 'pay')).toBeUndefined()
})

it.each([
  ['sqs', 'delivers a message again every 30 s until it is deleted or expires after 4 days'],
  ['rabbitmq', 'after 20 deliveries; classic queues redeliver forever (since 4.0)'],
  ['envoy', 'waits 15 s for an answer'],
])('what %s does by itself is explained with its source', (product, says) => {
  const text = JSON.stringify(explain(product))
  expect(text).toContain(`By default it`)
  expect(text).toContain(says)
})

it('is an SDK’s too, in programs that call what a provider runs', () => {
  const system = readSystem(
    parseDiagram(`flowchart LR
  web[Web app] -->|HTTPS| cart[Cart service]
  cart --> table[(DynamoDB)]
  web -->|HTTPS| files[(S3)]`),
    {},
  )
  expect(attempts(system, 'cart', 'table')).toMatchObject({ value: 3, stated: false })
  expect(attempts(system, 'web', 'files')).toBeUndefined()
})

it.each([
  ['nginx', 60_000],
  ['Envoy', 15_000],
  ['ALB', 60_000],
  ['HAProxy', undefined],
  ['Order service', undefined],
])('%s gives up by itself after %s ms', (name, expected) => {
  const system = readSystem(
    parseDiagram(`flowchart LR
  web[Web app] -->|HTTPS| hop[${name}]
  hop -->|HTTP/1.1| api[Report service]`),
    {},
  )
  const call = system.connections[1]
  expect(call && hiddenTimeout(call)?.value).toBe(expected)
})
