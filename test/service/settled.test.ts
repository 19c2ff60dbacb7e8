// Before something is said, the rest of its document is asked whether it settles it.

import { describe, expect, it } from 'vitest'
import { document, of, told } from './told'

const orders = [
  'flowchart LR',
  '  web[Web app] -->|HTTPS| api[Order service]',
  '  api -->|SQL insert| db[(PostgreSQL)]',
  '  api -->|publishes OrderPlaced| bus[[Kafka]]',
]

describe('dual-write', () => {
  const found = (source: string) => of('dual-write', told(source))

  const relayed = (writer: string) => [
    'flowchart LR',
    `  writer[${writer}] -->|one transaction| store[(PostgreSQL orders)]`,
    '  store --> outbox[(Outbox)] --> relay[Relay] --> bus[[Kafka]]',
  ]

  it('is told of an overview alone', () => expect(found(document(orders))).toHaveLength(1))

  it.each(['Order service', 'What changes an order'])(
    'is refuted by the outbox of %s in another picture',
    name => expect(found(document(orders, relayed(name)))).toEqual([]),
  )

  it("is not refuted by another service's outbox", () => {
    const both = [...orders, '  web -->|HTTPS| mail[Mail service]', '  mail -->|SQL| db']
    expect(of('dual-write', told(document(both, relayed('Mail service')), 'strict'))).toHaveLength(1)
  })

  const trace = [
    'sequenceDiagram',
    '  participant web as Web app',
    '  participant api as Order service',
    '  participant db as PostgreSQL',
    '  participant bus as Kafka',
    '  web->>api: POST /orders',
    '  api->>db: INSERT order',
    '  api->>bus: publish OrderPlaced',
    '  api-->>web: 201',
  ]

  it('is told of a trace that draws both writes, whatever another picture shows', () =>
    expect(found(document(trace, relayed('Order service')))).toHaveLength(1))

  it('is told of the trace, and not of the overview again, where the trace draws no store', () => {
    const named = [
      'flowchart LR',
      '  api[Order service] -->|SQL insert| db[(Orders in PostgreSQL)]',
      orders[3]!,
    ]
    const stores = [...trace.filter(line => !/\bdb\b/.test(line))]
    stores.splice(4, 0, '  api->>api: INSERT INTO orders')
    expect(found(document(named, stores))).toHaveLength(1)
  })

  it.each([
    ['What the Order service could not publish is picked up by the next poll.', 0],
    ['The Order service stores its events in an outbox, which a relay reads.', 0],
    ['There is no outbox yet.', 0],
    ['The outbox is not yet implemented.', 0],
    ['The Mail service stores its events in an outbox.', 1],
    ['Events reach the mail worker by an outbox.', 1],
    ['In this version, the bus is an in-memory event bus.', 0],
    ['Sessions are kept in memory, beside the event bus.', 1],
  ])('beside the words “%s”: %i', (words, count) =>
    expect(found(`${document(trace)}\n${words}\n`)).toHaveLength(count),
  )
})

describe('consumer-not-idempotent', () => {
  const refunds = [
    'sequenceDiagram',
    '  participant bus as Kafka',
    '  participant shop as Booking service',
    '  participant pay as Stripe',
    '  bus->>shop: deliver TripCanceled',
    '  shop->>pay: POST /refunds',
  ]
  const elsewhere = (label: string) => [
    'sequenceDiagram',
    '  participant shop as Booking service',
    '  participant pay as Stripe',
    `  shop->>pay: ${label}`,
    '  pay-->>shop: refund',
  ]
  const found = (...diagrams: readonly (readonly string[])[]) =>
    of('consumer-not-idempotent', told(document(...diagrams)))

  it('is told of one picture', () => expect(found(refunds)).toHaveLength(1))
  it('is refuted where another one draws the key', () =>
    expect(found(refunds, elsewhere('POST /refunds (amount, Idempotency-Key)'))).toEqual([]))
  it('is not refuted by the same call without it', () =>
    expect(found(refunds, elsewhere('POST /refunds (amount)'))).toHaveLength(1))
  it.each([
    ['Every consumer is idempotent.', 0],
    ['Requests of clients are idempotent.', 1],
  ])('beside the words “%s”: %i', (words, count) =>
    expect(of('consumer-not-idempotent', told(`${document(refunds)}\n${words}\n`))).toHaveLength(count),
  )
})

describe('pubsub-without-store', () => {
  const sockets = [
    'flowchart LR',
    '  web[Web app] -->|WebSocket| api[Notification service]',
    '  orders[Order service] -->|notifications| bus[Redis Pub/Sub]',
    '  bus -->|notifications| api',
  ]
  const trace = (label: string) => [
    'sequenceDiagram',
    '  participant api as Notification service',
    '  participant db as PostgreSQL',
    `  api->>db: ${label}`,
  ]
  const found = (...diagrams: readonly (readonly string[])[]) =>
    of('pubsub-without-store', told(document(...diagrams)))

  it('is told of one picture', () => expect(found(sockets)).toHaveLength(1))
  it('is refuted where another one stores them first', () =>
    expect(found(sockets, trace('INSERT INTO notifications'))).toEqual([]))
  it('is not refuted by what else is stored', () =>
    expect(found(sockets, trace('INSERT INTO orders'))).toHaveLength(1))
})

describe('shared-database', () => {
  const shared = document([
    'flowchart LR',
    '  a[Order service] -->|SQL| db[(PostgreSQL)]',
    '  b[Stock service] -->|SQL| db',
    '  c[User service] -->|SQL| db',
  ])
  const found = (words: string) => of('shared-database', told(`${shared}\n${words}\n`))

  it.each([
    ['All services are small.', 1],
    ['Orders: `orders` schema.', 1],
    ['**Data**: `orders` schema\n\n## Stock\n\n**Data**: `stock` schema', 0],
    ['Each service owns its own schema.', 0],
    ['Supabase keeps the data.', 0],
    ['Foreign keys across services keep it consistent.', 0],
    ['Orders have a foreign key.', 1],
  ])('beside the words “%s”: %i', (words, count) => expect(found(words)).toHaveLength(count))
})

describe('copy-on-replica', () => {
  const copies = document([
    'flowchart TB',
    '  lb[Load balancer] -->|HTTPS| a1[Order API 1]',
    '  lb -->|HTTPS| a2[Order API 2]',
    '  a1 -->|SQL| p[(PostgreSQL primary)]',
    '  a2 -->|SQL| r[(PostgreSQL replica)]',
    '  p -.->|replication| r',
  ])

  it.each([
    ['Both zones serve requests.', 1],
    ['The second zone is a hot standby.', 0],
    ['Active/passive: the second takes over.', 0],
    ['2 clusters: primary + failover.', 0],
  ])('beside the words “%s”: %i', (words, count) =>
    expect(of('copy-on-replica', told(`${copies}\n${words}\n`))).toHaveLength(count),
  )
})

describe('missing-timeout', () => {
  const call = [
    'sequenceDiagram',
    '  participant web as Web app',
    '  participant api as Order service',
    '  participant users as User service',
    '  web->>api: POST /orders',
    '  api->>users: gRPC GetUser',
    '  users-->>api: user',
    '  api-->>web: 201',
  ]
  const failing = (answer: string) =>
    call.map(line => line.replace('users-->>api: user', `users-->>api: ${answer}`))
  const found = (...diagrams: readonly (readonly string[])[]) =>
    of('missing-timeout', told(document(...diagrams), 'recommended', true))

  it('is told of one picture', () => expect(found(call)).not.toEqual([]))
  it('is refuted where another one shows the caller give up', () =>
    expect(found(call, failing('deadline exceeded (timeout after 2s)'))).toEqual([]))
  it('is not refuted by another failure', () => expect(found(call, failing('NOT_FOUND'))).not.toEqual([]))
})

describe('told once', () => {
  const screens = [
    'flowchart LR',
    '  a[Web app] -->|WebSocket live prices| api[Price API]',
    '  b[Mobile app] -->|WebSocket live prices| api',
  ]
  const machine = [
    'flowchart TB',
    '  subgraph vps [VPS]',
    '    web[nginx] -->|HTTP| api[Order API]',
    '    api -->|SQL| db[(PostgreSQL)]',
    '    api -->|RESP| cache[(Redis)]',
    '  end',
  ]
  it.each([
    ['websocket-one-way', 'all screens', document(screens)],
    ['single-machine', 'all pictures of it', document(machine, machine)],
  ])('%s, for %s', (rule, _, source) => expect(of(rule, told(source, 'strict'))).toHaveLength(1))
})

describe('what stands elsewhere in the document', () => {
  const socket = ['flowchart LR', '  web[Browser] -->|WebSocket price updates| api[Price API]']
  const inverted = (label: string) =>
    document([
      'flowchart LR',
      `  lb[AWS ALB] -->|"${label}"| api[Order API]`,
      '  api -->|"SQL, 90s timeout"| db[(Postgres)]',
    ])
  const clear = (words: string) =>
    of(
      'insecure-transport',
      told(
        `${document(['flowchart LR', '  web[Browser] -->|http://shop.example.com| api[Order API]'])}\n${words}\n`,
      ),
    )

  it('settles what becomes of jobs that a worker held', () => {
    const taken = [
      'flowchart LR',
      '  worker[Mail worker] -->|BLPOP jobs| list[(Redis)]',
      '  api[Order API] -->|RPUSH jobs| list',
    ]
    const lost = (words: string) => of('pop-without-ack', told(`${document(taken)}\n${words}\n`)).length
    expect(lost('Workers send mails.')).toBe(1)
    expect(lost('A reaper puts back what a dead worker held.')).toBe(0)
  })

  it.each([
    'Each table has row-level security.',
    'The app holds the anon key.',
    'All of it runs on Appwrite.',
  ])('settles who may read a store that clients reach: %s', words => {
    const reached = document(['flowchart LR', '  web[Browser] -->|HTTPS| db[(Postgres)]'])
    const open = (source: string) => of('public-datastore', told(source))
    expect(open(`${reached}\nOrders are kept here.\n`)).toHaveLength(1)
    expect(open(`${reached}\n${words}\n`)).toEqual([])
  })

  it('settles what clients miss of messages that nothing keeps', () => {
    const chat = document([
      'flowchart LR',
      '  web[Browser] -->|WebSocket| c[Chat server] -->|publish messages| r[Redis Pub/Sub]',
      '  r -->|messages| c',
    ])
    const missed = (words: string) => of('pubsub-without-store', told(`${chat}\n${words}\n`)).length
    expect(missed('Riders chat with drivers.')).toBe(1)
    expect(missed('Clients rehydrate their state from the API.')).toBe(0)
    expect(missed('After a reconnect, the history is asked for.')).toBe(0)
  })

  it('settles which way a socket is used', () => {
    const ways = (words: string) => of('websocket-one-way', told(`${document(socket)}\n${words}\n`)).length
    expect(ways('Riders look at the map.')).toBe(1)
    expect(ways('The WebSocket ingest takes the GPS of riders.')).toBe(0)
  })

  it('settles how long a balancer waits, on the same arrow', () => {
    expect(of('timeout-inversion', told(inverted('HTTP')))).toHaveLength(1)
    expect(of('timeout-inversion', told(inverted('HTTP, idle_timeout 3600s')))).toEqual([])
  })

  it('settles clear text that is deliberate', () => {
    expect(clear('Orders come in here.')).toHaveLength(1)
    expect(clear('An HTTP-only listener is a deliberate trade-off of this demo.')).toEqual([])
  })
})
