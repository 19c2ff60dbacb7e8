// What is told once for a document, what its words settle, and what only looks like the mistake.

import { describe, expect, it } from 'vitest'
import { document, of, told } from '../../service/told'
import { testRows } from '../rows'

const linesOf = (source: string, rule: string): readonly number[] =>
  of(rule, told(source)).map(({ span }) => source.slice(0, span.start).split('\n').length)

const trace = (...messages: readonly string[]): readonly string[] => [
  'sequenceDiagram',
  '  participant web as Browser',
  '  participant a as Order service',
  '  participant p as Payment service',
  '  participant db as Postgres',
  '  participant q as Kafka',
  ...messages.map(message => `  ${message}`),
]

describe('one hazard of the same parts', () => {
  const written = trace('web->>a: POST /orders', 'a->>db: INSERT order', 'a-)q: publish order placed')
  const changed = trace('web->>a: PUT /orders/7', 'a->>db: UPDATE order', 'a-)q: publish order changed')

  it('is told in the first diagram that draws it', () => {
    expect(linesOf(document(written, changed), 'dual-write')).toEqual([10])
  })

  it('is told of other parts', () => {
    const others = changed.map(line => line.replace('Order service', 'Stock service'))
    expect(linesOf(document(written, others), 'dual-write')).toHaveLength(2)
  })

  it('is told of functions and their database whatever pictures call them', () => {
    const one = ['flowchart LR', 'web[Browser] -->|HTTPS| f[AWS Lambda] -->|SQL| db[(Postgres)]']
    const two = ['flowchart LR', 'web[Browser] -->|HTTPS| f[Lambda functions] -->|SQL| db[(RDS Postgres)]']
    expect(linesOf(document(one, two), 'connection-churn')).toEqual([3])
  })

  it('is told of a class that nothing defines', () => {
    const styled = ['flowchart LR', 'a[Orders]:::store --> b[Stock]', 'classDef plain fill:#fff']
    expect(linesOf(document(styled, styled), 'undefined-class')).toEqual([3])
  })

  it('is told by the more serious of two rules', () => {
    const held = trace(
      'web->>a: POST /orders',
      'a-)q: order placed',
      'q-)p: order placed',
      'p-)q: paid',
      'q-)a: paid',
      'a-->>web: 201',
    )
    const said = told(document(held)).map(({ rule }) => rule)
    expect(said).toContain('answer-after-events')
    expect(said).not.toContain('request-reply-over-queue')
  })
})

describe('a fence with too much space before it, at the end of a document', () => {
  const found = (lines: readonly string[], after = '') =>
    of('syntax-error', told(`\`\`\`mermaid\n${lines.join('\n')}\n    \`\`\`\n${after}`))[0]
  const messageOf = (lines: readonly string[], after = '') => found(lines, after)?.message

  it('is drawn where backticks are an id', () => {
    const drawn = found(['flowchart LR', '  a[Orders] --> b[Stock]'])
    expect(drawn?.message).toContain('Mermaid draws a box of that name')
    expect(drawn?.fixes.map(({ title }) => title)).toEqual(['Close the diagram as it was opened'])
    expect(drawn?.severity).toBe('warning')
  })

  it('is refused elsewhere', () => {
    const refused = found(['sequenceDiagram', '  a->>b: order'])
    expect(refused?.message).toContain('which Mermaid then refuses')
    expect(refused?.severity).toBe('error')
  })

  it('is refused with the text below it', () => {
    expect(messageOf(['flowchart LR', '  a[Orders] --> b[Stock]'], '\nHow orders are taken.\n')).toContain(
      'which Mermaid then refuses',
    )
  })
})

describe('the words around', () => {
  const live = ['flowchart LR', '  web[Web app] -->|"WebSocket, live updates"| a[Stock service]']

  it.each([
    ['nothing', '', 1],
    ['subscriptions over the socket', 'GraphQL subscriptions over WebSocket.', 0],
    ['both directions', 'The WebSocket is bidirectional.', 0],
    ['subscriptions of newsletters', 'Customers book subscriptions.', 1],
  ])('say of a socket: %s', (_, words, count) => {
    expect(linesOf(`${document(live)}\n${words}\n`, 'websocket-one-way')).toHaveLength(count)
  })

  const bank = [
    'flowchart LR',
    '  web[Web app] -->|HTTPS| a[Order service]',
    '  a -->|HTTPS| paypal[PayPal]',
    '  a -->|HTTP| b[Stock service]',
    '  b -->|SQL| db[(Postgres)]',
  ]
  const around = 'Orders are kept for ten years. '.repeat(8)

  it.each([
    ['nothing', '', 2],
    ['a ticked item', '- [x] Manejo de límites de peticiones, rate limiting y timeouts del banco', 0],
    [
      'an item that is still to do',
      '- [ ] Manejo de límites de peticiones, rate limiting y timeouts del banco',
      2,
    ],
    ['an item with a verb', '- handle the payment provider’s answers, errors and timeouts', 0],
  ])('say of timeouts: %s', (_, words, count) => {
    const hints = told(`${document(bank)}\n${around}\n${words}\n`, 'recommended', true)
    expect(of('missing-timeout', hints)).toHaveLength(count)
  })
})

describe('a node that is commented out', () => {
  const drawn = (comment: string) => document(['flowchart LR', '  b[Orders] --> c[Stock]', `  ${comment}`])

  it.each([
    ['with what Mermaid reads', '%% a@{ shape: cloud, label: "Partner" }', 0],
    ['with an image', '%% a@{ img: "https://example.org/a.png", h: 60, constraint: "on" }', 0],
    ['with a figure', '%% a@{ shape: cloud, timeout: 2s }', 1],
  ])('%s', (_, comment, count) => {
    expect(linesOf(drawn(comment), 'unknown-target')).toHaveLength(count)
  })
})

testRows([
  [
    'insecure-transport',
    'protocols as examples',
    'web[Browser] -->|"request (HTTP, gRPC etc.)"| a[Order service]',
  ],
  [
    'insecure-transport',
    'protocols as a list',
    'web[Browser] -->|"HTTP, gRPC"| a[Order service]',
    'Write HTTPS.',
  ],
  [
    'connection-churn',
    'one pooler serves all functions',
    'web[Browser] -->|HTTPS| f[AWS Lambda] -->|SQL| db[(Postgres)]',
    'once per document',
  ],
  [
    'slow-in-request',
    'a page to print',
    'sequenceDiagram\nparticipant web as Browser\nparticipant a as Order service\nparticipant b as Document service\nweb->>a: GET /orders/7\na->>b: generate PDF invoice\nb-->>a: PDF\na-->>web: 200',
  ],
  [
    'slow-in-request',
    'a report',
    'sequenceDiagram\nparticipant web as Browser\nparticipant a as Order service\nparticipant b as Document service\nweb->>a: GET /orders\na->>b: generate PDF report\nb-->>a: PDF\na-->>web: 200',
    'takes seconds or minutes',
  ],
  [
    'charge-without-key',
    'paid on a page of the provider',
    'sequenceDiagram\nparticipant web as Browser\nparticipant a as Order service\nparticipant p as Payment service\nweb->>a: POST /orders\na->>p: initiate payment\np-->>a: URL\na-->>web: redirect to the provider',
  ],
  [
    'charge-without-key',
    'paid by the server',
    'sequenceDiagram\nparticipant web as Browser\nparticipant a as Order service\nparticipant p as Payment service\nweb->>a: POST /orders\na->>p: initiate payment\np-->>a: paid\na-->>web: 201',
    'nothing distinguishes a repeated request from a second purchase',
    'once per document',
  ],
])

const mail = 'a[Mail worker] -->|HTTP| b[Circuit breaker] -->|HTTP| c[Mail service] -->|HTTPS| d[SendGrid]'

testRows([
  ['missing-circuit-breaker', 'one that is drawn in front', mail],
  [
    'missing-circuit-breaker',
    'one that is part of the program',
    'subgraph w [Mail worker]\na[Consumer] --> b[Circuit breaker] --> c[Mail renderer]\nend\nq[[RabbitMQ]] -->|deliver| a\nc -->|HTTPS| d[SendGrid]',
  ],
  [
    'missing-circuit-breaker',
    'another part of the program',
    'subgraph w [Mail worker]\na[Consumer] --> b[Validator] --> c[Mail renderer]\nend\nq[[RabbitMQ]] -->|deliver| a\nc -->|HTTPS| d[SendGrid]',
    'calls SendGrid without a circuit breaker',
  ],
  [
    'missing-circuit-breaker',
    'one that is drawn beside',
    mail.replace(' -->|HTTP| c', '\nc'),
    'Mail service calls SendGrid without a circuit breaker',
    'State a circuit breaker for SendGrid',
  ],
])

const booked = (statement: string, words = '') =>
  `${document([
    'sequenceDiagram',
    '  participant web as Browser',
    '  participant a as Room service',
    '  participant db as Postgres',
    '  web->>a: POST /rooms/7',
    '  a->>db: query rooms with status FREE',
    `  a->>db: ${statement}`,
    '  a-->>web: 201',
  ])}\n${words}\n`

describe('what is claimed of two requests at once', () => {
  const locked = "UPDATE rooms SET status='LOCKED'"

  it.each([
    ['is refuted by a statement without a condition', booked(locked, 'This handles race conditions.'), 1],
    ['is believed of other statements', booked('update room', 'This handles race conditions.'), 0],
    ['is believed where it says how', booked(locked, 'Optimistic locking avoids double bookings.'), 0],
    ['is shown by a condition', booked(`${locked} WHERE id=7 AND status='FREE'`), 0],
    ['is not shown by a key', booked(`${locked} WHERE id=7`, 'This handles race conditions.'), 1],
  ])('%s', (_, source, count) => {
    expect(linesOf(source, 'check-then-act')).toHaveLength(count)
  })
})

describe('what a page has just got', () => {
  const kept = (...messages: readonly string[]) => document(trace('web->>a: POST /login', ...messages))

  it.each([
    [
      'is a token, whatever language keeps it',
      kept('a-->>web: returns the JWT', 'web->>web: localStorage 保存'),
      1,
    ],
    ['is something else', kept('a-->>web: returns the theme', 'web->>web: localStorage 保存'), 0],
    [
      'was a token long ago',
      kept('a-->>web: returns the JWT', 'a-->>web: the theme', 'web->>web: localStorage 保存'),
      0,
    ],
  ])('%s', (_, source, count) => {
    expect(linesOf(source, 'token-in-web-storage')).toHaveLength(count)
  })
})

testRows([
  [
    'undeclared-node',
    'letters that look alike',
    'sequenceDiagram\nparticipant web as Web\nparticipant Cаrt\nweb->>Cart: order\nweb->>Cаrt: order',
    'but is another id',
    'Declared here',
    'Write Cаrt',
  ],
  [
    'undeclared-node',
    'a stray quote',
    'sequenceDiagram\nparticipant web\nparticipant api\nweb->>"api: order',
    'Write api',
    'Declared here',
  ],
  ['undeclared-node', 'a prime', "sequenceDiagram\nparticipant web\nparticipant api\nweb->>api': order"],
  [
    'undeclared-node',
    'a group with that title and another id',
    'subgraph data[Data node]\na[Order service]\nend\nb[Stock service] --> c[Price service]\nc --> DataNode',
    'Write subgraph DataNode["Data node"]',
    'The group',
  ],
  [
    'undeclared-node',
    'a group with that id',
    'subgraph DataNode[Data node]\na[Order service]\nend\nb[Stock service] --> c[Price service]\nc --> DataNode',
  ],
])

testRows([
  [
    'undeclared-node',
    'one of the same name in another frame of a trace',
    `sequenceDiagram
box API
participant Handler
end
box Consumer
participant h2 as Handler
participant s as Stock service
end
Handler->>s: POST /orders
h2->>s: POST /orders`,
  ],
])

testRows([
  [
    'undeclared-node',
    'a name with blanks that is its own label',
    `sequenceDiagram
participant a as API
participant Order queue as Order queue
a->>Order queue: POST /orders`,
    'Write participant Order queue.',
    'Write Order queue',
  ],
  [
    'activation-left-open',
    'activated by the arrow and by a line',
    `sequenceDiagram
participant a as Order API
participant b as Stock service
a->>+b: HTTP GET /stock
activate b
b-->>-a: 200`,
    'The + on the arrow above activates Stock service already',
    'Remove the second activation',
    'at "activate b"',
  ],
])

const asked = (...messages: readonly string[]): string =>
  [
    'sequenceDiagram',
    'participant web as Browser',
    'participant a as Order service',
    'participant p as Payment service',
    'participant m as Mail service',
    ...messages,
  ].join('\n')

testRows([
  [
    'goes-on-after-failure',
    'an error and an answer',
    asked(
      'web->>a: POST /orders',
      'opt unknown user',
      'a-->>web: 404 not found',
      'end',
      'a-->>web: 201 Created',
    ),
    'Browser is answered "404 not found" and then "201 Created"',
    'Write break',
    'at "opt unknown user"',
  ],
  [
    'goes-on-after-failure',
    'what is there already, and an answer',
    asked(
      'web->>a: POST /orders',
      'opt already exists',
      'a-->>web: 200 order',
      'end',
      'a-->>web: 201 Created',
    ),
    'Browser is answered "200 order" and then "201 Created"',
  ],
  [
    'goes-on-after-failure',
    'an answer, and an error behind it',
    asked(
      'web->>a: POST /orders',
      'a-->>web: 201 Created, success',
      'opt payment fails',
      'a-->>web: 402 declined',
      'end',
    ),
    'Browser is answered "201 Created, success" in any case, and "402 declined" afterwards if "payment fails": a request gets one answer.',
    'The first answer',
  ],
  [
    'goes-on-after-failure',
    'an error of the next request',
    asked(
      'web->>a: POST /orders',
      'a-->>web: 201 Created, success',
      'web->>a: POST /payments',
      'opt payment fails',
      'a-->>web: 402 declined',
      'end',
    ),
  ],
  [
    'goes-on-after-failure',
    'an answer that says neither',
    asked('web->>a: POST /orders', 'a-->>web: 202', 'opt payment fails', 'a-->>web: 402 declined', 'end'),
  ],
  [
    'goes-on-after-failure',
    'success, whichever it was',
    asked('a->>p: refund', 'p-->>a: SUCCESS/FAILED/UNKNOWN', 'a->>m: REFUND_SUCCESS'),
    'Payment service answers "SUCCESS/FAILED/UNKNOWN", and Order service tells Mail service "REFUND_SUCCESS" whichever it was.',
    'May be a failure',
  ],
  [
    'goes-on-after-failure',
    'success, if it was',
    asked('a->>p: refund', 'p-->>a: SUCCESS/FAILED', 'alt SUCCESS', 'a->>m: REFUND_SUCCESS', 'end'),
  ],
  [
    'goes-on-after-failure',
    'whichever it was, told as such',
    asked('a->>p: refund', 'p-->>a: success or error', 'a->>m: success or error'),
  ],
  [
    'goes-on-after-failure',
    'two errors',
    asked(
      'web->>a: POST /orders',
      'opt unknown user',
      'a-->>web: 404 not found',
      'end',
      'a-->>web: 500 error',
    ),
  ],
  [
    'goes-on-after-failure',
    'an answer to another',
    asked(
      'web->>a: POST /orders',
      'opt unknown user',
      'a-->>web: 404 not found',
      'end',
      'a-->>m: 201 Created',
    ),
  ],
  [
    'goes-on-after-failure',
    'no error',
    asked('web->>a: POST /orders', 'opt slow', 'a-->>web: 202 Accepted', 'end', 'a-->>web: 201 Created'),
  ],
  [
    'goes-on-after-failure',
    'nobody asked',
    asked('a->>p: charge', 'opt unknown user', 'a-->>web: 404 not found', 'end', 'a-->>web: 201 Created'),
  ],
  [
    'goes-on-after-failure',
    'a way out of another branch',
    asked(
      'web->>a: POST /orders',
      'alt new',
      'opt unknown user',
      'a-->>web: 404 not found',
      'end',
      'else known',
      'a-->>web: 201 Created',
      'end',
    ),
  ],
  [
    'goes-on-after-failure',
    'an error in each round, and an answer behind the loop',
    asked(
      'web->>a: POST /imports',
      'loop each row',
      'opt row invalid',
      'a-->>web: error',
      'end',
      'end',
      'a-->>web: 200 summary',
    ),
  ],
  [
    'goes-on-after-failure',
    'an answer on a condition of its own',
    asked(
      'web->>a: POST /orders',
      'opt no token',
      'a-->>web: 401 unauthorized',
      'end',
      'opt with a token',
      'a-->>web: 201 Created',
      'end',
    ),
  ],
  [
    'goes-on-after-failure',
    'an answer in one of two ways, of which one is taken',
    asked(
      'web->>a: POST /orders',
      'opt no token',
      'a-->>web: 401 unauthorized',
      'end',
      'alt new',
      'a-->>web: 201 Created',
      'else known',
      'a-->>web: 200 order',
      'end',
    ),
    'and then "201 Created"',
    'Write break',
  ],
  [
    'goes-on-after-failure',
    'a success that names an error',
    asked(
      'web->>a: GET /orders',
      'opt no cache',
      'a-->>web: 200, not found in cache',
      'end',
      'a-->>web: 200 orders',
    ),
  ],
  [
    'goes-on-after-failure',
    'unpaid and confirmed',
    asked('a->>p: charge', 'opt payment failed', 'a->>a: note it', 'end', 'a->>m: send receipt'),
    '"send receipt" follows although the payment failed',
    'Write break',
  ],
  [
    'goes-on-after-failure',
    'unpaid and put off',
    asked('a->>p: charge', 'opt payment failed', 'a->>a: try again later', 'end', 'a->>m: send receipt'),
  ],
  [
    'goes-on-after-failure',
    'unpaid and told of it',
    asked('a->>p: charge', 'opt payment failed', 'a->>a: note it', 'end', 'a->>m: send reminder'),
  ],
])

const numbered = (last: string, others = '') =>
  `${[
    'a1[Order API :3001]',
    'a2[Stock API :3002]',
    'a3[Price API :3003]',
    'a4[Mail API :3004]',
    'a5[Tax API :3005]',
    last,
    others,
  ]
    .filter(line => line !== '')
    .join('\n')}\na1 -->|HTTP| a3\na3 -->|HTTP| a4\na4 -->|HTTP| a5\na1 -->|HTTP| a2`

testRows([
  [
    'port-taken-twice',
    'one number',
    numbered('a6[Report API :3002]'),
    'Stock API and Report API both use port 3002, and each of the other 4 ports is used once.',
    'Port 3002',
  ],
  ['port-taken-twice', 'two numbers', numbered('a6[Report API :3002]', 'a7[Chart API :3003]')],
  ['port-taken-twice', 'three on one', numbered('a6[Report API :3002]', 'a7[Chart API :3002]')],
  ['port-taken-twice', 'a longer number', numbered('a6[Report API :30021]')],
  [
    'port-taken-twice',
    'few numbers',
    numbered('a6[Report API :3002]').replace(':3005', '').replace(':3004', ''),
  ],
  ['port-taken-twice', 'one calls the other', `${numbered('a6[Report API :3002]')}\na6 -->|HTTP| a2`],
  ['port-taken-twice', 'another kind of port', numbered('a6[Report API UDP :3002]')],
  ['port-taken-twice', 'a copy', numbered('a6[Stock API 2 :3002]')],
])

testRows([
  [
    'headless-message',
    'two of three',
    asked('web->a: POST /orders', 'a->>p: charge', 'a-->web: 201'),
    'and so does one more of 3 messages',
    'Also without a head',
    'Draw all 2 heads',
    'once per document',
  ],
  ['headless-message', 'one', asked('web->>a: POST /orders', 'a-->web: 201'), 'Draw the head'],
  ['headless-message', 'what both do', asked('web->a: exchange keys', 'web->>a: POST /orders')],
  ['headless-message', 'to itself', asked('web->>a: POST /orders', 'a->a: check it')],
])
