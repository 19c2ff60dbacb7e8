// Whether an arrow crosses a network at first sight and why, one condition at a time.

import { expect, it } from 'vitest'
import { readSystem } from '../../src/model'
import { answersWithin, tellCrossings } from '../../src/model/recognition/network'
import { programsOf } from '../../src/model/recognition/programs'
import type { Connection } from '../../src/model/system'
import { parseDiagram } from '../../src/syntax'

/** What is told of the last arrow by its ends and its words, whatever the picture is. */
function toldOfLast(lines: string) {
  const { components, connections } = readSystem(parseDiagram(`flowchart LR\n${lines}\n`), {})
  return tellCrossings(connections, programsOf(components, connections)).at(-1)!
}

const services = 'a[Order service]'

it.each<[string, string, boolean, string]>([
  ['two services', `${services} --> b[Stock service]`, true, 'between two systems'],
  ['an invisible link', `${services} ~~~ b[Stock service]`, false, 'an invisible link'],
  ['to itself', `${services} --> a`, false, 'it stays within one component'],
  ['crossed out', `${services} --x|blocked| b[(Postgres)]`, false, 'a call that does not happen'],
  ['crossed without a reason', `${services} --x|SQL| b[(Postgres)]`, true, 'its label names a protocol'],
  ['figures', `${services} -->|2s timeout| b[Validator]`, true, 'its figures are stated'],
  ['a number of a step', `${services} -->|1. reserve| b[(Postgres)]`, true, 'between two systems'],
  ['a protocol', 'a[Cart] -->|gRPC| b[Stock]', true, 'its label names a protocol'],
  ['a path', 'a[Cart] -->|/orders| b[Stock]', true, 'its label names a path'],
  ['an embedded store', `${services} --> b[(SQLite)]`, false, 'one lives in the process of the other'],
  ['in memory', `${services} --> b[In-memory price list]`, false, 'one lives in the process of the other'],
  [
    'a program that keeps some in memory',
    `${services} --> b["Stock service (in-memory sessions)"]`,
    true,
    'between two systems',
  ],
  ['a function', `${services} -->|"reserve(order)"| b[Stock]`, false, 'a function call'],
  ['a remote procedure', `${services} -->|"CheckStock(id)"| b[Stock service]`, true, 'between two systems'],
  ['neither is known', 'a[Cart] --> b[Checkout]', false, 'neither is known to run by itself'],
  ['a store that is asked', 'a[Cart] -->|reads| b[(Postgres)]', true, 'between two systems'],
  ['a broker', 'a[[Kafka]] --> b[Projection]', true, 'beside known systems'],
  ['a client asks', 'a[Browser] --> b[Checkout]', true, 'beside known systems'],
  ['an edge asks', 'a[API gateway] --> b[Checkout]', true, 'between two systems'],
  ['a service and a part', `${services} --> b[Checkout]`, false, 'an end may be a part of the other'],
  ['a service and a part that it calls', `${services} -->|calls| b[Checkout]`, true, 'beside known systems'],
  [
    'a service and what a client reaches',
    `${services} --> b[Checkout]\nw[Browser] --> b\na --> b`,
    true,
    'beside known systems',
  ],
  ['a step', `${services} --> b[Phase 2]`, false, 'an end is a step, not a system'],
  ['a middleware', `${services} --> b[Auth middleware]`, false, 'a filter runs in what it filters for'],
  [
    'in one browser',
    'subgraph u[User browser]\n  a[Page]\n  b[Service worker]\nend\na --> b',
    false,
    'both run in one browser',
  ],
])('%s', (_, lines, value, why) => {
  const told = toldOfLast(lines)
  expect([told.value, told.why]).toEqual([value, why])
})

/** The same by names alone, as long as nothing has been learned. */
function toldAtFirst(text: string): string {
  const { components, connections } = readSystem(parseDiagram(text), {}, undefined, () => [])
  const { value, confidence, why } = tellCrossings(connections, programsOf(components, connections)).at(-1)!
  return `${value ? 'crosses' : 'stays'} ${confidence}: ${why}`
}

it.each<[string, string, string]>([
  [
    'lines that join beside arrows',
    'a[Order service] -->|HTTP| b[Stock service]\nb -->|SQL| d[(Postgres)]\nb --- c[Cart service]',
    'stays 0.8: a line that joins or hosts, beside arrows that are calls',
  ],
  ['a person at a screen', 'u((Customer)) --> w[Web app]', 'stays 0.95: a person in front of a screen'],
  [
    'what depends',
    'a[Order service] -->|depends on| b[Stock service]',
    "stays 0.95: 'depends on' on the arrow",
  ],
  ['a stage', 'a[Phase 1] --> b[Order service]', 'stays 0.75: an end is a step, not a system'],
  ['a view of monitoring', 'a[Prometheus] --> b[Cost dashboard]', 'stays 0.85: a view of what monitors'],
  ['a view of a service', 'a[Order service] --> b[Cost dashboard]', 'crosses 0.9: between two systems'],
  ['an approval', 'a[Order service] --> b[Manual approval]', 'stays 0.85: somebody decides it'],
  [
    'configuration at the end',
    'a[Order service] --> b[ConfigMap]',
    'stays 0.85: an end configures what runs',
  ],
  [
    'configuration at the start',
    'a[IAM role] --> b[Order service]',
    'stays 0.85: an end configures what runs',
  ],
  ['a library', 'a[Order service] --> b[Payments SDK]', 'stays 0.85: a library runs in what uses it'],
  ['out of a library', 'a[Payments SDK] --> b[Order service]', 'stays 0.8: an end is no running system'],
  [
    'a filter by name',
    'a[Order service] -->|HTTP| b[Retry filter]',
    'stays 0.85: a filter runs in what it filters for',
  ],
  [
    'out of a filter',
    'a[JwtAuthFilter] --> b[Order service]',
    'stays 0.85: a filter runs in what it filters for',
  ],
  [
    'out of a filter by a protocol',
    'a[JwtAuthFilter] -->|HTTP| b[Order service]',
    'crosses 0.9: its label names a protocol',
  ],
  [
    'out of a browser',
    'subgraph g [User browser]\na[Page]\nend\na --> b[Service worker]',
    'stays 0.65: an end may be a part of the other',
  ],
  [
    'parts of one program',
    'subgraph g [Order service]\na[Parser]\nb[Planner]\nend\na --> b',
    'stays 0.85: two parts of one program',
  ],
  [
    'parts of one program by a protocol',
    'subgraph g [Order service]\na[Parser]\nb[Planner]\nend\na -->|gRPC| b',
    'crosses 0.9: its label names a protocol',
  ],
  [
    'parts of two programs',
    'subgraph g [Order service]\na[Parser]\nend\nsubgraph h [Stock service]\nb[Planner]\nend\na --> b',
    'stays 0.7: neither is known to run by itself',
  ],
  [
    'components of a container',
    'C4Component\nContainer_Boundary(g, "API") {\nComponent(a, "Orders")\nComponent(b, "Stock")\n}\nRel(a, b, "asks")',
    'stays 0.85: two components of one process',
  ],
  [
    'components of a container by a path',
    'C4Component\nContainer_Boundary(g, "API") {\nComponent(a, "Router")\nComponent(b, "Uploads")\n}\nRel(a, b, "Routes POST /uploads to")',
    'crosses 0.97: its figures are stated',
  ],
  [
    'components of a container by a technology',
    'C4Component\nContainer_Boundary(g, "API") {\nComponent(a, "Orders")\nComponent(b, "Stock")\n}\nRel(a, b, "asks", "gRPC")',
    'crosses 0.9: its label names a protocol',
  ],
  [
    'components of two containers',
    'C4Component\nContainer_Boundary(g, "API") {\nComponent(a, "Orders")\n}\nContainer_Boundary(h, "Shop") {\nComponent(b, "Stock")\n}\nRel(a, b, "GET /stock")',
    'crosses 0.97: its figures are stated',
  ],
  [
    'a component and a container',
    'C4Component\nContainer_Boundary(g, "API") {\nComponent(a, "Orders")\n}\nContainer(b, "Stock service")\nRel(a, b, "asks")',
    'stays 0.65: an end may be a part of the other',
  ],
  [
    'code that asks a service',
    'a[OrdersController] -->|HTTPS| b[Stock service]',
    'crosses 0.75: its label names a protocol',
  ],
  [
    'code that asks code',
    'a[OrdersController] -->|HTTPS| b[StockController]',
    'stays 0.8: an end is no running system',
  ],
  [
    'a client that asks code',
    'a[Browser] -->|HTTPS| b[OrdersController]',
    'crosses 0.75: its label names a protocol',
  ],
  [
    'a service that asks code',
    'a[Stock service] -->|HTTPS| b[OrdersController]',
    'stays 0.8: an end is no running system',
  ],
  [
    'code that asks who knows what',
    'a[OrdersController] -->|HTTPS| b[Stock]',
    'stays 0.8: an end is no running system',
  ],
  ['a decision', 'a{Paid?} --> b[Order service]', 'stays 0.8: an end is no running system'],
  ['a file', 'a[Order service] --> b[orders.py]', 'stays 0.8: an end is no running system'],
  [
    'a file by a protocol',
    'a[orders.py] -->|HTTPS| b[Stock service]',
    'stays 0.8: an end is no running system',
  ],
  ['a step', 'a[Order service] --> b[Charge the card]', 'stays 0.75: an end is a step, not a system'],
  [
    'a step by a protocol',
    'a[Order service] -->|HTTP| b[Charge the card]',
    'crosses 0.9: its label names a protocol',
  ],
  [
    'a function of a client',
    'a[Order service] -->|"reserve(order)"| b[Stock client]',
    'crosses 0.9: between two systems',
  ],
  [
    'a function of a store',
    'a[Order service] -->|"reserve(order)"| b[(Postgres)]',
    'crosses 0.9: between two systems',
  ],
  ['a function of a part', 'a[Stock] -->|"reserve(order)"| b[Checkout]', 'stays 0.85: a function call'],
  [
    'two that a gateway reaches',
    'g[API gateway] --> a[Cart]\ng --> b[Checkout]\na --> b',
    'crosses 0.7: both are reached from outside',
  ],
  [
    'one that a gateway reaches',
    'g[API gateway] --> a[Cart]\na --> b[Checkout]',
    'stays 0.7: neither is known to run by itself',
  ],
  ['into a store', 'a[Cart] --> b[(Orders)]', 'crosses 0.7: beside known systems'],
  ['a part into a store', 'a[Order validator] --> b[(Orders)]', 'crosses 0.7: beside known systems'],
  ['a part into a product', 'a[Order validator] --> b[(Postgres)]', 'crosses 0.7: beside known systems'],
  ['into a third party', 'a[Cart] --> b[External system]', 'crosses 0.7: beside known systems'],
  [
    'a part into a product of others',
    'a[Order validator] --> b[Stripe]',
    'crosses 0.7: beside known systems',
  ],
  [
    'a part into a cache',
    'a[Order validator] --> b[Price cache]',
    'stays 0.75: an end may be a part of the other',
  ],
  ['into a cache', 'a[Cart] --> b[Price cache]', 'crosses 0.7: beside known systems'],
  ['out of a store', 'a[(Postgres)] --> b[Cart]', 'stays 0.65: an end may be a part of the other'],
  [
    'out of a store into a part',
    'a[(Postgres)] --> b[Order validator]',
    'stays 0.75: an end may be a part of the other',
  ],
  [
    'out of a store into what a gateway reaches',
    'g[API gateway] --> b[Cart]\na[(Postgres)] --> b',
    'crosses 0.7: beside known systems',
  ],
  ['out of a broker into a part', 'a[[Kafka]] --> b[Order validator]', 'crosses 0.7: beside known systems'],
  ['a client and a part', 'a[Browser] --> b[Order validator]', 'crosses 0.7: beside known systems'],
  [
    'a service and a part',
    'a[Order service] --> b[Order validator]',
    'stays 0.75: an end may be a part of the other',
  ],
  [
    'a part and a service',
    'a[Order validator] --> b[Order service]',
    'stays 0.75: an end may be a part of the other',
  ],
  [
    'who knows what and a service',
    'a[Cart] --> b[Order service]',
    'stays 0.65: an end may be a part of the other',
  ],
  [
    'an edge and a part',
    'a[API gateway] --> b[Order validator]',
    'stays 0.75: an end may be a part of the other',
  ],
  ['a service that tells', 'a[Order service] -->|notifies| b[Cart]', 'crosses 0.7: beside known systems'],
  [
    'a service that subscribes',
    'a[Order service] -->|subscribes to| b[Cart]',
    'crosses 0.7: beside known systems',
  ],
  [
    'in one group',
    'g[API gateway] --> b\nsubgraph f [Checkout]\na[Order service]\nb[Cart]\nend\na --> b',
    'stays 0.65: an end may be a part of the other',
  ],
  [
    'in one place',
    'g[API gateway] --> b\nsubgraph f [Production cluster]\na[Order service]\nb[Cart]\nend\na --> b',
    'crosses 0.7: beside known systems',
  ],
  [
    'a client and a part in one group',
    'subgraph f [Checkout]\na[Browser]\nb[Order validator]\nend\na --> b',
    'stays 0.75: an end may be a part of the other',
  ],
  [
    'into a part of another program',
    'subgraph f [Ledger service]\nb[API layer]\nend\na[Order service] --> b',
    'crosses 0.7: beside known systems',
  ],
  [
    'into a part of its own program',
    'subgraph f [Ledger service]\nb[API layer]\na[Mobile app]\nend\na --> b',
    'stays 0.75: an end may be a part of the other',
  ],
  [
    'into a layer',
    'subgraph f [Domain layer]\nb[Pricing]\nend\na[Order service] --> b',
    'stays 0.65: an end may be a part of the other',
  ],
  [
    'who knows what into a program',
    'subgraph f [Ledger service]\nb[API layer]\nend\na[Cart] --> b',
    'stays 0.7: neither is known to run by itself',
  ],
  [
    'an answer from who knows what',
    'a[Cart] -->|HTTP| b[Order service]\nb -.-> a',
    'stays 0.65: an end may be a part of the other',
  ],
  [
    'an answer to a client',
    'a[Browser] -->|HTTP| b[Order validator]\nb -.-> a',
    'crosses 0.7: beside known systems',
  ],
])('by names alone: %s', (_, lines, told) =>
  expect(toldAtFirst(lines.startsWith('C4') ? lines : `flowchart LR\n${lines}\n`)).toBe(told),
)

it('what answers a call within a program stays there, what answers another does not', () => {
  const [a, b, c] = ['a', 'b', 'c'].map(id => ({ id }))
  const within = answersWithin()
  const arrow = (caller: unknown, callee: unknown, role = 'call') =>
    ({ caller, callee, role: { value: role } }) as unknown as Connection
  const stays = { value: false, confidence: 0.8, why: 'within' }
  const crosses = { value: true, confidence: 0.9, why: 'between' }
  expect(within(arrow(a, b), stays)).toBe(stays)
  expect(within(arrow(a, c), crosses)).toBe(crosses)
  expect(within(arrow(b, a, 'reply'), crosses)).toBe(stays)
  expect(within(arrow(b, a), crosses)).toBe(crosses)
  expect(within(arrow(c, a, 'reply'), crosses)).toBe(crosses)
  const unsure = { value: false, confidence: 0.6, why: 'within, perhaps' }
  expect(within(arrow(b, a, 'reply'), unsure)).toBe(unsure)
  expect(within(arrow(c, b, 'reply'), crosses)).toBe(crosses)
})
