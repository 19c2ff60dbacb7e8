// Which protocol an arrow speaks: stated, named, or told by its ends, one condition at a time.

import { expect, it } from 'vitest'
import { readSystem } from '../../src/model'
import { isApiRequest } from '../../src/model/protocol'
import { parseDiagram } from '../../src/syntax'

const lastIn = (lines: string) => readSystem(parseDiagram(`flowchart LR\n${lines}\n`), {}).connections.at(-1)!

it.each([
  ['stated', 'a[Order service] -->|HTTP| b[Stock service]\n%% a->b@{ protocol: grpc }', 'grpc', 'stated'],
  ['named', 'a[Order service] -->|gRPC| b[Stock service]', 'grpc', "'gRPC' in the label"],
  [
    'named over a transport',
    'a[Order service] -->|TCP gRPC| b[Stock service]',
    'grpc',
    "'gRPC' in the label",
  ],
  [
    'named, whatever the callee speaks',
    'a[Order service] -->|HTTP| b[(Postgres)]',
    'http',
    "'HTTP' in the label",
  ],
  [
    'of the product over the transport that is named',
    'a[Order service] -->|TCP| b[(Postgres)]',
    'postgres',
    'PostgreSQL speaks it',
  ],
  ['of the product over TLS', 'a[Order service] -->|mTLS| b[(Redis)]', 'resp', 'Redis speaks it'],
  ['a transport to a program', 'a[Order service] -->|TCP| b[Node.js service]', 'tcp', "'TCP' in the label"],
  [
    'of the broker that delivers',
    'a[Kafka] --> b[Stock service in Node.js]',
    'kafka',
    'Apache Kafka speaks it',
  ],
  ['of what a broker writes to', 'a[Kafka] --> b[(Postgres)]', 'postgres', 'PostgreSQL speaks it'],
  ['by the product', 'a[Order service] --> b[(Postgres)]', 'postgres', 'PostgreSQL speaks it'],
  [
    'by the name of the server',
    'a[Order service] --> b[gRPC server]',
    'grpc',
    "'gRPC' in the name of the server",
  ],
  [
    'of a socket server, from a client',
    'a[Browser] --> b[WebSocket server]',
    'websocket',
    "'WebSocket' in the name of the server",
  ],
  [
    'of a socket server, from an edge',
    'a[API gateway] --> b[WebSocket server]',
    'websocket',
    "'WebSocket' in the name of the server",
  ],
  ['of a socket server, from behind', 'a[Order service] --> b[WebSocket server]', undefined, undefined],
  [
    'of a socket server, to a client',
    'a[WebSocket server] --> b[Browser]',
    'websocket',
    "'WebSocket' in the name of the server",
  ],
  [
    'by a line below the name',
    'a[Browser] --> b["Realtime gateway<br/>WebSocket fan-out"]',
    'websocket',
    "'WebSocket' in the name of the server",
  ],
  [
    'by the group of socket servers',
    'subgraph s[WebSocket servers]\n  b[Chat service]\nend\na[Browser] --> b',
    'websocket',
    "'WebSocket' in the name of the server",
  ],
  [
    'by the group of a broker',
    'subgraph k[Kafka]\n  t[[orders topic]]\nend\na[Order service] --> t',
    'kafka',
    'Apache Kafka speaks it',
  ],
  [
    'by the group of a database',
    'subgraph k[PostgreSQL]\n  t[(orders)]\nend\na[Order service] --> t',
    'postgres',
    'PostgreSQL speaks it',
  ],
  [
    'by a group of two databases',
    'subgraph k[PostgreSQL and MySQL]\n  t[(orders)]\nend\na[Order service] --> t',
    undefined,
    undefined,
  ],
  ['by nothing', 'a[Order service] --> b[Stock service]', undefined, undefined],
])('%s', (_, lines, protocol, why) => {
  const found = lastIn(lines).protocol
  expect([found?.value, found?.why]).toEqual([protocol, why])
})

it('of all that are named the application stands first, each once', () => {
  expect(lastIn('a[Order service] -->|TCP then HTTP over TCP| b[Stock service]').protocols).toEqual([
    'http',
    'tcp',
  ])
})

it.each([
  ['HTTP', 'a[Order service] -->|HTTP| b[Stock service]', true],
  ['a method', 'a[Order service] -->|GET /stock| b[Stock service]', true],
  ['SQL', 'a[Order service] -->|SQL| b[(Postgres)]', false],
  ['nobody waits', 'a[Order service] -->|async HTTP| b[Stock service]', false],
  ['nothing is named', 'a[Order service] --> b[Stock service]', false],
])('a request of an API: %s', (_, lines, isRequest) => expect(isApiRequest(lastIn(lines))).toBe(isRequest))
