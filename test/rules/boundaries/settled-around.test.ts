// What the words around a picture, its heading or another line of it settle.

import { describe, expect, it } from 'vitest'
import { readSystem } from '../../../src/model'
import { parseDiagram } from '../../../src/syntax'
import { document, of, told } from '../../service/told'
import { testRows } from '../rows'

const trace = (...messages: readonly string[]): readonly string[] => [
  'sequenceDiagram',
  '  participant web as Browser',
  '  participant a as Order service',
  '  participant p as Payment service',
  '  participant q as RabbitMQ',
  '  participant psp as Stripe',
  ...messages.map(message => `  ${message}`),
]

const said = (rule: string, source: string): number => of(rule, told(source)).length

describe('a consumer that charges', () => {
  const picture = document(
    trace('a-)q: order placed', 'q-)p: order placed', 'p->>psp: POST /charges', 'psp-->>p: paid'),
  )

  it.each([
    ['', 1],
    ['Consumers look up the `processed_messages` table before they work.', 0],
    ['The ids are stored in an inbox table in the same transaction.', 0],
    ['Duplicate messages are skipped.', 0],
    ['Services check a handled_events table before they act.', 0],
    ['There is no inbox table yet.', 1],
    ['The gauge counts processed messages.', 1],
  ])('is told unless the text says how it sees repetitions: %s', (words, count) => {
    expect(said('consumer-not-idempotent', `${picture}\n${words}\n`)).toBe(count)
  })
})

describe('a payment asked for', () => {
  const picture = document(trace('web->>a: POST /orders', 'a->>psp: POST /v1/charges', 'psp-->>a: paid'))

  it.each([
    ['', 1],
    ['Each instruction carries a UETR.', 0],
    ['Each instruction carries a reference for the reader.', 1],
  ])('is told unless the text says what tells it from the next: %s', (words, count) => {
    expect(said('charge-without-key', `${picture}\n${words}\n`)).toBe(count)
  })
})

describe('a call inside a transaction', () => {
  const picture = document([
    'sequenceDiagram',
    '  participant a as Order service',
    '  participant p as Payment service',
    '  participant d as Postgres',
    '  a->>d: BEGIN',
    '  a->>p: POST /charges',
    '  p-->>a: paid',
    '  a->>d: COMMIT',
  ])

  it.each([
    ['', 1],
    ['Orders and payments happen in one transaction.', 0],
    ['주문-결제-재고차감을 하나의 트랜잭션으로 처리한다.', 0],
    ['The event is written to an outbox in the same transaction.', 1],
  ])('is told unless the text says that the other takes part: %s', (words, count) => {
    expect(said('call-in-transaction', `${picture}\n${words}\n`)).toBe(count)
  })
})

describe('a token in the URL', () => {
  const asking = (what: string) =>
    document(['flowchart LR', `  web[Web App] -->|${what}| api[Order API]`, '  api -->|SQL| db[(Postgres)]'])

  it.each([
    ['GET /enter?token=abc', '', 1],
    ['GET /enter?token=abc', 'We mail a magic link.', 0],
    ['WSS /chat?token=abc', 'We mail a magic link.', 1],
  ])('is no fault of a link that is mailed: %s, %s', (what, words, count) => {
    expect(said('token-in-url', `${asking(what)}\n${words}\n`)).toBe(count)
  })
})

describe('one instance', () => {
  const alone = [
    'flowchart LR',
    'web[Browser] -->|HTTPS| api["Order API<br/>1 replica"] -->|SQL| db[(Postgres)]',
  ]
  const under = (heading: string) => `${heading}\n\n${document(alone)}`

  it.each([
    ['## Deployment', 1],
    ['## Development', 0],
    ['## Local setup', 0],
    ['## Single node', 0],
    ['**One server (dev)**', 0],
    ['## Minimal deployment\n\n### Orders', 0],
    ['## Development view', 1],
    ['## Development process', 1],
    ['## Local payments', 1],
  ])('below %j', (heading, count) => {
    expect(said('single-point-of-failure', under(heading))).toBe(count)
  })
})

describe('services with one database', () => {
  const shared = [
    'flowchart LR',
    ...['Cart', 'Order', 'Stock'].map((name, at) => `s${at}[${name} service] -->|SQL| db[(Postgres)]`),
  ]

  it.each([
    ['', 1],
    ['All of it is one FastAPI application.', 0],
    ['```\nservices/\n  cart_service.py\n  order_service.py\n```', 0],
    ['Each service is a FastAPI application.', 1],
    ['```\ncart_service.yaml\norder_service.yaml\n```', 1],
    ['### MongoDB Collections', 0],
    ['### MongoDB', 1],
    ['Independent services, each with its own database.', 0],
    ['Each with its own repository.', 1],
  ])('are parts of one program: %s', (words, count) => {
    expect(said('shared-database', `${document(shared)}\n${words}\n`)).toBe(count)
  })

  it('are not called from each other inside a transaction', () => {
    const picture = document(
      trace(
        'web->>a: POST /orders',
        'a->>db: BEGIN',
        'a->>p: POST /payments',
        'p-->>a: paid',
        'a->>db: COMMIT',
      ).flatMap((line, at) => (at === 1 ? [line, '  participant db as Postgres'] : [line])),
    )
    expect(said('call-in-transaction', picture)).toBe(1)
    expect(said('call-in-transaction', `${picture}\nIt is a single Django app.\n`)).toBe(0)
  })
})

describe('a store and a broker, written one after the other', () => {
  const writing = (name: string, words = 'SQL: insert', store = 'Postgres') =>
    `${name}[${name} service] -->|"${words}"| ${name}db[(${store})]\n${name} -->|publish event| q[[Kafka]]`

  it('are told once for all services of an overview', () => {
    const found = of('dual-write', told(document(['flowchart LR', writing('Cart'), writing('Stock')])))
    expect(found).toHaveLength(1)
    expect(found[0]?.related.map(({ message }) => message)).toContain('Stock service publishes likewise')
  })

  it.each([
    ['Save state', 'MongoDB snapshots'],
    ['insert snapshot every 5 min', 'Postgres'],
    ['periodic flush', 'Postgres'],
  ])('are no pair where the store is written now and then: %s, %s', (words, store) => {
    expect(said('dual-write', document(['flowchart LR', writing('Game', words, store)]))).toBe(0)
  })
})

describe('a payment', () => {
  const paying = (...messages: readonly string[]) =>
    said(
      'charge-without-key',
      document(trace('web->>a: POST /orders', 'a->>p: create payment', ...messages, 'a-->>web: 201')),
    )

  it('is told where the service takes it', () => {
    expect(paying('p->>psp: POST /charges', 'psp-->>p: paid')).toBe(1)
  })

  it('is not where an intent is made, which the customer confirms', () => {
    expect(paying('p->>psp: create payment intent', 'psp-->>p: client secret')).toBe(0)
  })

  it('is where the service confirms the intent, too', () => {
    expect(paying('p->>psp: create payment intent', 'p->>psp: confirm the payment', 'psp-->>p: paid')).toBe(1)
  })
})

const quiet = /^(?!.* \| raised)/

testRows([
  ['insecure-transport', 'a label that may name the family', 'a[Browser] -->|HTTP| b[Order API]', quiet],
  [
    'insecure-transport',
    'HTTP where another client has HTTPS',
    'a[Browser] -->|HTTP| b[Order API]\nc[Mobile app] -->|HTTPS| b',
    '| raised |',
  ],
  ['insecure-transport', 'HTTP on its port', 'a[Browser] -->|HTTP 80| b[Order API]', '| raised |'],
  [
    'insecure-transport',
    'HTTPS to a third party',
    'a[Browser] -->|HTTP| b[Order API] -->|HTTPS| c[Stripe]',
    quiet,
  ],
  ['headless-message', 'to connect', 'sequenceDiagram\na-->b: Connect and sign in\na->>b: order'],
  [
    'active-active-conflict',
    'two of one name',
    `subgraph Oslo
       a[(Orders primary)]
     end
     subgraph Milan
       b[(Orders primary)]
     end
     s[Order service] -->|SQL insert| a
     t[Order service] -->|SQL insert| b
     a <-->|replication| b`,
    'Orders primary (Oslo) and Orders primary (Milan) both take writes',
  ],
  [
    'active-active-conflict',
    'two of one name without frames',
    `a[(Orders primary)] <-->|replication| b[(Orders primary)]
     s[Order service] -->|SQL insert| a
     t[Order service] -->|SQL insert| b`,
    'Two boxes named Orders primary both take writes',
  ],
])

const worker = (what: string, ...more: readonly string[]) =>
  ['sequenceDiagram', 'participant w as Consumer service', ...more, what].join('\n')

testRows([
  [
    'missing-timeout',
    'a worker that sends mail',
    worker('w->>m: POST /mail', 'participant m as SendGrid'),
    'Write timeout: 10s',
    '| minor',
  ],
  [
    'missing-timeout',
    'a worker that tries again',
    worker('w->>p: POST /charges\nw->>w: schedule retry', 'participant p as PayPal'),
    '| minor',
  ],
  [
    'missing-timeout',
    'a worker that does not',
    worker('w->>p: POST /charges', 'participant p as PayPal'),
    /^(?!.* \| minor)/,
  ],
  [
    'missing-timeout',
    'a program under test',
    'subgraph t [Load tests]\na[Order service]\nend\na -->|HTTPS| p[PayPal]',
    '| minor',
  ],
  ['missing-timeout', 'a call by a name', 'a[Order service] -->|"chargeCard()"| p[PayPal]', '| minor'],
  [
    'missing-timeout',
    'an upload',
    'a[Order service] -->|"HTTPS, upload invoice"| p[Acme external API]',
    'Write timeout: 30s',
  ],
])

describe('a product of a general name', () => {
  const productOf = (name: string, other: string) =>
    readSystem(parseDiagram(`flowchart LR\nweb[Browser] -->|WebSocket| s[${name}] --> o[${other}]`), {})
      .components[1]?.technology?.id

  it.each([
    ['WebSocket API', 'Chat service', undefined],
    ['API Gateway REST', 'Chat service', undefined],
    ['WebSocket API', 'AWS Lambda', 'aws-api-gateway-websocket'],
    ['AWS API Gateway', 'Chat service', 'aws-api-gateway'],
  ])('%s beside %s', (name, other, id) => {
    expect(productOf(name, other)).toBe(id)
  })
})

describe('dead letters', () => {
  const picture = document([
    'flowchart LR',
    'api[Order API] -->|publish| q[[RabbitMQ]] --> w[Stock worker]',
    'q --> dlq[[Dead letter queue]]',
  ])

  it.each([
    ['', 1],
    ['`order-dlq` is read by the DLQ handler.', 0],
    ['Metrics cover:\n\n- retries\n- DLQ writes', 0],
    ['Prometheus metrics:\n\n- retries\n- age of dead letters', 0],
    ['DLQ 모니터링 알림 설정', 0],
    ['There is no DLQ alarm yet.', 1],
  ])('are told unless the text says who looks at them: %j', (words, count) => {
    expect(said('dead-letters-unread', `${picture}\n${words}\n`)).toBe(count)
  })
})

describe('a model that a client waits for', () => {
  const picture = document([
    'sequenceDiagram',
    'participant web as Browser',
    'participant api as Help API',
    'participant llm as OpenAI API',
    'web->>api: POST /questions',
    'api->>llm: complete the prompt',
    'api-->>web: 200',
  ])

  it.each([
    ['', 1],
    ['Answers are streamed to the page.', 0],
    ['`max_tokens` is 200.', 0],
    ['Prompts go through an LLM outbox.', 0],
    ['Events are streamed to the warehouse.', 1],
  ])('is told unless the text streams it or bounds it: %s', (words, count) => {
    expect(said('slow-in-request', `${picture}\n${words}\n`)).toBe(count)
  })
})

describe('a secret in the URL', () => {
  const picture = document(['flowchart LR', 'web[Browser] -->|HTTPS| api[Order API]'])

  it.each([
    ['Partners send their API key in the query string.', 1],
    ['Security note: the API key is in the URL, so it can end up in server logs.', 0],
    ['The API key in the URL is deliberate.', 0],
  ])('is told unless its author knows: %s', (words, count) => {
    expect(said('token-in-url', `${picture}\n${words}\n`)).toBe(count)
  })
})

describe('what its author has decided', () => {
  const polls = document([
    'flowchart LR',
    'web[Browser] -->|"HTTPS GET /orders, poll every 4s"| api[Order API]',
  ])
  const primary = document([
    'flowchart LR',
    'web[Browser] -->|HTTPS| api[Order API] -->|SQL| db[(Postgres primary)]',
  ])
  const reports = document([
    'flowchart LR',
    'api[Order service] -->|SQL| db[(Postgres)]',
    'bi[Metabase] -->|SQL| db',
  ])
  const socket = document([
    'flowchart LR',
    'web[Browser] -->|WebSocket| edge[nginx] -->|WebSocket| chat[Chat server]',
  ])

  it.each([
    ['short-polling', polls, 'Polling is enough at this size.', 0],
    ['short-polling', polls, '현재 트래픽에서는 폴링으로 충분', 0],
    ['short-polling', polls, 'Clients are polling.', 1],
    ['single-point-of-failure', primary, 'There is a single relational database.', 0],
    ['single-point-of-failure', primary, 'Orders are kept for a year.', 1],
    ['analytics-on-primary', reports, 'We intentionally start with a simple baseline.', 0],
    ['analytics-on-primary', reports, 'Reports are made each week.', 1],
    ['websocket-behind-l7', socket, 'Clients use Socket.IO.', 0],
    ['websocket-behind-l7', socket, 'Clients chat.', 1],
    ['restart-herd', polls, '## 多 Pod 同时启动（fencing 语义）', 0],
    ['restart-herd', polls, '所有 Pod 同时启动。', 1],
  ])('%s', (rule, picture, words, count) => {
    expect(said(rule, `${picture}\n${words}\n`)).toBe(count)
  })
})

describe('what is stored and may never be announced', () => {
  const picture = document([
    'sequenceDiagram',
    '  participant web as Browser',
    '  participant a as Order service',
    '  participant db as Postgres',
    '  participant q as RabbitMQ',
    '  web->>a: POST /orders',
    '  a->>db: INSERT INTO orders',
    '  a-)q: publish OrderPlaced',
  ])

  it.each([
    ['', 1],
    ['A job marks PENDING orders that are older than a minute as failed.', 0],
    ['A timeout sweep runs every minute.', 0],
    ['Reconcile mismatches with weekly checks.', 0],
    ['Reconcile the accounts by hand.', 1],
    ['Orders are pending until they are paid.', 1],
  ])('is told unless somebody looks for it: %s', (words, count) => {
    expect(said('dual-write', `${picture}\n${words}\n`)).toBe(count)
  })
})

describe('a port of two programs', () => {
  const numbered = document([
    'flowchart LR',
    ...['Cart', 'Stock', 'Price', 'Mail'].map((name, at) => `  s${at}["${name} service :300${at}"]`),
    '  tax["Tax service :3009"] -->|HTTP| s0',
    '  audit["Audit service :3009"] -->|HTTP| s1',
  ])

  it('is none where each pod or container has an address of its own', () => {
    expect(said('port-taken-twice', numbered)).toBe(1)
    expect(said('port-taken-twice', `${numbered}\nEverything runs on Kubernetes.\n`)).toBe(0)
    expect(said('port-taken-twice', `${numbered}\nEach is a container.\n`)).toBe(0)
    const published = numbered.replaceAll(' service :', ' service localhost:')
    expect(said('port-taken-twice', `${published}\nEach is a container.\n`)).toBe(1)
  })
})

describe('what only looks like work', () => {
  const trace = (...messages: readonly string[]): string =>
    document([
      ...['sequenceDiagram', '  participant web as Browser', '  participant a as Report service'],
      ...['  participant db as Postgres', '  participant s3 as S3', '  web->>a: POST /reports'],
      ...messages.map(message => `  ${message}`),
      '  a-->>web: 201',
    ])

  it.each([
    ['a->>a: Generate monthly report', 1],
    ['a->>db: Create report', 0],
  ])('is not waited for: %s', (message, count) => {
    expect(said('slow-in-request', trace(message, 'db-->>a: ok'))).toBe(count)
  })

  it.each([
    ['GET object', 1],
    ['getSignedUrl for 60s', 0],
  ])('is no call: %s', (call, count) => {
    const many = trace('loop 101 times', `a->>s3: ${call}`, 's3-->>a: ok', 'end')
    expect(said('chatty-fan-out', many)).toBe(count)
  })

  it.each([
    ['Services', 1],
    ['Core application', 0],
  ])('is drawn inside %s', (frame, count) => {
    const lines = ['Cart', 'Stock', 'Tax'].map(
      (name, at) => `  s${at}[${name} service] -->|SQL| db[(Postgres)]`,
    )
    const drawn = document(['flowchart LR', `  subgraph one [${frame}]`, ...lines, '  end'])
    expect(said('shared-database', drawn)).toBe(count)
  })
})

describe('a write and an event', () => {
  const picture = document([
    'sequenceDiagram',
    '  participant a as Order service',
    '  participant d as Postgres',
    '  participant k as Kafka',
    '  a->>d: INSERT order',
    '  a->>k: publish OrderPlaced',
  ])

  it.each([
    ['', 1],
    ['- ✅ Events by Kafka + Wolverine Outbox Pattern', 0],
    ['✅ Outbox Pattern for events', 0],
    ['- [x] Outbox', 0],
    ['- [ ] Outbox', 1],
    ['- ✅ Events by Kafka', 1],
  ])('go together where a list says that it is done: %s', (words, count) => {
    expect(said('dual-write', `${picture}\n\n${words}\n`)).toBe(count)
  })
})
