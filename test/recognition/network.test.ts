// Whether an arrow crosses a network at first sight and why, one condition at a time.

import { expect, it } from 'vitest'
import { readSystem } from '../../src/model'
import { tellCrossings } from '../../src/model/recognition/network'
import { programsOf } from '../../src/model/recognition/programs'
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
  ['a store that is asked', 'a[Cart] -->|reads| b[(Postgres)]', true, 'beside known systems'],
  ['a broker', 'a[[Kafka]] --> b[Projection]', true, 'beside known systems'],
  ['a client asks', 'a[Browser] --> b[Checkout]', true, 'beside known systems'],
  ['an edge asks', 'a[API gateway] --> b[Checkout]', true, 'beside known systems'],
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
