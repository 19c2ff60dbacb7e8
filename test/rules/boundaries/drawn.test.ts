// Arrows as they are drawn: without a head or with two, without a label, in circles, too many, or none at all.

import { testGathered, testRows } from '../rows'

testRows([
  ['ambiguous-caller', 'no protocol that anybody named', 'a[Order service] <-->|orders| b[Stock service]'],
  [
    'ambiguous-caller',
    'a protocol as stated',
    'a[Order service] <-->|orders| b[Stock service]\n%% a->b@{ protocol: http }',
    'but with HTTP one end asks',
  ],
  ['ambiguous-caller', 'a protocol that carries others', 'a[Order service] <-->|TCP| b[Stock service]'],
  [
    'ambiguous-caller',
    'one protocol of two that both send by',
    'a[Order service] <-->|HTTP and WebSocket| b[Stock service]',
  ],
  [
    'ambiguous-caller',
    'TLS beside a protocol of requests',
    'a[Order service] <-->|HTTP over TLS| b[Stock service]',
    'one end asks and the other answers',
  ],
  [
    'ambiguous-caller',
    'no way back without a place for it',
    `architecture-beta
service a(server)[Order service]
service b(server)[Stock service]
a:R <--> L:b`,
  ],
  [
    'ambiguous-caller',
    'in C4',
    `C4Container
Container(a, "Order service")
Container(b, "Stock service")
BiRel(a, b, "orders", "HTTP")`,
    'Only Order service calls Stock service | Draw two arrows',
  ],
])

const calls = (count: number, arrow = '-->|HTTP|') =>
  Array.from(
    { length: count },
    (_, n) => `page ${arrow} s${n}[${String.fromCharCode(65 + n)}a service]`,
  ).join('\n')

testRows([
  [
    'chatty-fan-out',
    'eleven that nobody waits for',
    `web[Browser] --> page[Page service]\n${calls(11, '-.->|async HTTP|')}`,
  ],
  [
    'chatty-fan-out',
    'eleven arrows without a word',
    `web[Browser] --> page[Page service]\n${calls(11, '-->')}`,
  ],
  ['chatty-fan-out', 'a client makes them', `${calls(11).replaceAll('page', 'web')}\nweb[Browser]`],
  [
    'chatty-fan-out',
    'a service that nobody is drawn to call',
    `page[Page service]\n${calls(11)}`,
    'Page service makes 11 calls for one request.',
    'at "page"',
  ],
  [
    'chatty-fan-out',
    'several entries to one service',
    `web[Browser] --> page[Page service]\napp[Mobile app] --> page\n${calls(11)}`,
    'Page service makes 11 calls for one request.',
  ],
  [
    'chatty-fan-out',
    'repeated in a trace',
    `sequenceDiagram
participant web as Browser
participant page as Page service
participant stock as Stock service
web->>page: GET /page
${'page->>stock: HTTP GET /stock\nstock-->>page: 200\n'.repeat(11)}page-->>web: 200`,
    'Page service makes 11 calls for one request.',
  ],
  [
    'chatty-fan-out',
    'alternatives, of which each request takes one',
    `sequenceDiagram
participant web as Browser
participant page as Page service
participant stock as Stock service
web->>page: GET /page
alt known
${'page->>stock: HTTP GET /stock\nstock-->>page: 200\n'.repeat(6)}else new
${'page->>stock: HTTP GET /prices\nstock-->>page: 200\n'.repeat(6)}end
page-->>web: 200`,
  ],
])

const chain = (count: number, more = '', kind = 'service') =>
  `web[Browser] --> n0[${String.fromCharCode(65)}a ${kind}]
${Array.from({ length: count }, (_, n) => `n${n} -->|HTTP| n${n + 1}[${String.fromCharCode(66 + n)}a ${kind}]`).join('\n')}
${more}`

testRows([
  ['deep-call-chain', 'three hops', chain(3)],
  ['deep-call-chain', 'four hops', chain(4), 'A request crosses 5 services'],
  [
    'deep-call-chain',
    'six hops',
    chain(6),
    'A request crosses 7 services one after another, from Aa service to Ga service. Each adds its own time, and 7 at 99.9% each are up 99.3% of the time together.',
    'Aa service → Ba service | ',
    'Ea service → Fa service | on request | at "-->"',
    /^(?!.*Fa service → Ga service)/,
  ],
  [
    'deep-call-chain',
    'with a median and a way',
    chain(6, '%% n1@{ p50: 0.5ms }\n%% n0->n1@{ rtt: 0.25ms }'),
    'The times that are stated add up to 750us',
  ],
  ['deep-call-chain', 'a latency instead of a median', chain(6, '%% n1@{ latency: 5ms }'), 'add up to 5ms'],
  [
    'deep-call-chain',
    'nothing is assumed of its time',
    chain(6, '%% arrowsmith: { assume: nothing }'),
    'from Aa service to Ga service. Each adds its own time, and 7 at 99.9%',
  ],
  [
    'deep-call-chain',
    'half a millisecond is all that is known of its time',
    chain(6, '%% n1@{ p50: 0.5ms }\n%% arrowsmith: { assume: nothing }'),
    'The times that are stated add up to 500us',
  ],
  ['deep-call-chain', 'workers that hand on', chain(6, '', 'worker')],
  [
    'deep-call-chain',
    'three workers of six',
    'web[Browser] --> a[Aa service] -->|HTTP| b[Ba service] -->|HTTP| c[Ca service] -->|HTTP| d[Da service] -->|HTTP| e[Ea worker] -->|HTTP| f[Fa worker] -->|HTTP| g[Ga worker]',
    'A request crosses 7 services',
  ],
  [
    'deep-call-chain',
    'four workers of six',
    'web[Browser] --> a[Aa service] -->|HTTP| b[Ba service] -->|HTTP| c[Ca service] -->|HTTP| d[Da worker] -->|HTTP| e[Ea worker] -->|HTTP| f[Fa worker] -->|HTTP| g[Ga worker]',
  ],
  [
    'deep-call-chain',
    'an asynchronous hop in between',
    'web[Browser] --> a[Aa service] -->|HTTP| b[Ba service] -->|HTTP| c[Ca service] -.->|async HTTP| d[Da service] -->|HTTP| e[Ea service] -->|HTTP| f[Fa service] -->|HTTP| g[Ga service]',
  ],
  [
    'deep-call-chain',
    'two entries to one chain',
    chain(6, 'app[Mobile app] --> n0'),
    'A request crosses 7 services',
  ],
])

/** Nine that are joined. */
const shop = `web[Browser] --> gw[API gateway] --> a[Order service] & b[Stock service] & c[Price service] & d[Tax service] & e[Ship service] & f[Mail service]
     a --> p[(Orders PostgreSQL)]`

/** A sequence in which the mail service gets no message. */
const ordered = (first: string, before = '%% stored') => `sequenceDiagram
       ${first}
       participant a as Order API
       participant d as PostgreSQL
       participant m as Mail service
       w->>a: HTTPS POST /orders
       a->>d: SQL INSERT
       d-->>a: done
       ${before}
       a-->>w: 201`

testRows([
  [
    'disconnected-component',
    'a participant without a message',
    ordered('participant w as Web app'),
    'Mail service is declared but takes no part: none of the 4 messages reaches or leaves it.',
  ],
  [
    'disconnected-component',
    'a participant that only a note in a branch names',
    ordered('participant w as Web app', 'opt paid\nNote over m: sends a receipt later\nend'),
  ],
  [
    'disconnected-component',
    'who is not declared may be the same under another spelling',
    ordered('%% the web app'),
  ],
  [
    'disconnected-component',
    'two of a dozen',
    `${shop}
     l[(MySQL)]
     m[(MongoDB)]
     b --> s[(Stock PostgreSQL)]`,
    'MySQL and MongoDB are the only ones of 12 components without an arrow of their own or of their group: nothing calls them',
    'MongoDB has no arrow either',
  ],
  [
    'disconnected-component',
    'two of eleven',
    `${shop}
     l[(MySQL)]
     v[HashiCorp Vault]`,
    'Nothing calls MySQL and it calls nothing.',
  ],
  [
    'disconnected-component',
    'four of fifteen are a way to draw',
    `${shop}
     t[Prometheus] --> g[Grafana]
     l[(MySQL)]
     v[HashiCorp Vault]
     k[Consul]
     o[Jaeger]`,
    'Nothing calls MySQL and it calls nothing.',
  ],
  [
    'disconnected-component',
    'two of a dozen that are drawn where they run',
    `${shop}
     t[Prometheus] --> g[Grafana]
     subgraph n [Data node]
       l[(MySQL)]
       v[HashiCorp Vault]
     end`,
    'Nothing calls MySQL and it calls nothing.',
  ],
  [
    'disconnected-component',
    'a registry where all tools have arrows',
    `${shop}
     v[HashiCorp Vault]
     t[Prometheus] --> g[Grafana]`,
    'HashiCorp Vault is the only one of 12 components without an arrow',
  ],
  [
    'disconnected-component',
    'a registry where no tool has any',
    `${shop}
     v[HashiCorp Vault]
     b --> s[(Stock PostgreSQL)]
     c --> q[(Price PostgreSQL)]`,
  ],
  [
    'disconnected-component',
    'a topic among topics',
    `${shop}
     subgraph Kafka
       x[order-events]
       y[stock-events]
       z[price-events]
     end
     a --> x --> f
     b --> y --> f`,
    'price-events is the only one of 12 components without an arrow',
  ],
  ['disconnected-component', 'nothing is joined', 'a[Order service]\nb[Stock service]'],
  [
    'disconnected-component',
    'one is left over',
    'web[Browser] --> a[Order service]\nb[Stock service]',
    'Nothing calls Stock service and it calls nothing.',
    'at "b"',
  ],
  [
    'disconnected-component',
    'one that talks to itself alone counts as joined',
    'a[Order service] --> a\nb[Stock service]',
    'Nothing calls Stock service',
  ],
  ['disconnected-component', 'what all report to', 'web[Browser] --> a[Order service]\nm[Prometheus]'],
  ['disconnected-component', 'a note', 'web[Browser] --> a[Order service]\nnote1[Stock service]'],
  ['disconnected-component', 'a settings file', 'web[Browser] --> a[Order service]\nc[config.yaml]'],
  [
    'disconnected-component',
    'a legend',
    'web[Browser] --> a[Order service]\nsubgraph l [Legend]\nb[Stock service]\nend',
  ],
  [
    'disconnected-component',
    'in a group that an arrow reaches',
    'web[Browser] --> l\nsubgraph l [Shop]\nb[Stock service]\nend\nx[Price service] --> web',
  ],
])

testRows([
  [
    'sync-cycle',
    'one asks and goes on in the background',
    'a[Order service] -->|HTTP| b[Stock service] -->|HTTP| c[Price service] -->|HTTP in the background| a',
  ],
  ['sync-cycle', 'both ways on one arrow', 'a[Order service] <-->|HTTP| b[Stock service]'],
  ['sync-cycle', 'nobody waits', 'a[Order service] -->|HTTP| b[Stock service] -.->|async HTTP| a'],
  ['sync-cycle', 'a client in it', 'a[Mobile app] -->|HTTP| b[Stock service] -->|HTTP| a'],
  ['sync-cycle', 'a store in it', 'a[Order service] -->|HTTP| b[(Postgres)] -->|HTTP| a'],
  ['sync-cycle', 'words without a protocol', 'a[Order service] -->|orders| b[Stock service] -->|stock| a'],
  [
    'sync-cycle',
    'a method instead of a protocol',
    'a[Order service] -->|GET /stock| b[Stock service] -->|GET /orders| a',
    'Order service → Stock service → Order service',
  ],
  [
    'sync-cycle',
    'two protocols, one of requests',
    'a[Order service] -->|HTTP over TCP| b[Stock service] -->|HTTP over TCP| a',
    'Order service → Stock service → Order service',
  ],
  [
    'sync-cycle',
    'dotted, with figures of a call',
    'a[Order service] -->|HTTP GET /stock| b[Stock service]\nb -.->|HTTP GET /orders| a\n%% b->a@{ timeout: 5s }',
    'Order service → Stock service → Order service',
  ],
  [
    'sync-cycle',
    'two circles that share a service are one mistake',
    `a[Order service] -->|HTTP| b[Stock service] -->|HTTP| a
     a -->|HTTP| c[Price service] -->|HTTP| a`,
    'synchronous calls in a cycle',
  ],
  [
    'sync-cycle',
    'a service of two calls, the second in a circle',
    `a[Order service] -->|HTTP| x[Tax service]
     a -->|HTTP| b[Stock service] -->|HTTP| c[Price service] -->|HTTP| a`,
    'Order service → Stock service → Price service → Order service',
    'Order service → Stock service | Stock service → Price service | on request | at "-->"',
  ],
  [
    'sync-cycle',
    'protocols that are stated, without a word',
    'a[Order service] --> b[Stock service] --> a\n%% a->b@{ protocol: http }\n%% b->a@{ protocol: http }',
    'Order service → Stock service → Order service',
  ],
  [
    'sync-cycle',
    'in a trace, a client that is asked back',
    `sequenceDiagram
participant a as Mobile app
participant b as Stock service
a->>b: GET /stock
b->>a: GET /place
a-->>b: 200
b-->>a: 200`,
  ],
  [
    'sync-cycle',
    'in a trace, handed over meanwhile',
    `sequenceDiagram
participant a as Order service
participant b as Stock service
a-)b: stock wanted
b->>a: GET /orders
a-->>b: 200`,
  ],
  [
    'sync-cycle',
    'in a trace, a service behind one that was left',
    `sequenceDiagram
participant a as Order service
participant b as Stock service
participant c as Price service
a->>b: GET /stock
b-->>a: 200
a->>c: GET /prices
c->>b: GET /stock
b-->>c: 200
c-->>a: 200`,
  ],
])

testRows([
  [
    'undeclared-node',
    'a label instead of an id',
    `a[Order service] --> b[Stock service]
     b --> c[Price service]
     Order_service --> c`,
    '“Order_service” draws a second box: the box labelled “Order service” has the id a.',
    'Its id is a',
    'Write a | at "Order_service"',
  ],
  [
    'undeclared-node',
    'one in three is on purpose',
    `a[Order service] --> b[Stock service]
     Order_service --> b`,
  ],
  [
    'undeclared-node',
    'two boxes of that label',
    `a[Order service] --> b[Stock service]
     b --> c[Order service]
     Order_service --> d[Tax service]`,
  ],
  [
    'undeclared-node',
    'labelled later',
    `a[Order service] --> b[Stock service]
     b --> Stock
     Stock[Stock] --> c[Price service]
     c --> d[Stock]`,
  ],
  [
    'undirected-arrow',
    'a line',
    'a[Order service] ---|HTTP| b[Stock service]',
    'The line between Order service and Stock service has no head, so it is unclear which of them calls.',
    'Make it an arrow: Order service calls Stock service',
  ],
  ['undirected-arrow', 'an arrow', 'a[Order service] -->|HTTP| b[Stock service]'],
  [
    'undirected-arrow',
    'in a trace',
    'sequenceDiagram\nparticipant a as Order service\nparticipant b as Stock service\na->b: HTTP GET /stock',
  ],
])

testRows([
  [
    'unlabeled-arrow',
    'between two services',
    'a[Order service] --> b[Stock service]',
    'The arrow from Order service to Stock service names no protocol.',
    'Label it, e.g. HTTPS.',
    /^(?!.*evident)/,
  ],
  ['unlabeled-arrow', 'a client asks', 'web[Browser] --> b[Stock service]', '| evident'],
  ['unlabeled-arrow', 'a proxy asks', 'lb[Reverse proxy] --> b[Stock service]', '| evident'],
  ['unlabeled-arrow', 'a gateway is asked', 'a[Order service] --> b[API gateway]', '| evident'],
  ['unlabeled-arrow', 'what stands in for another', 'a[Order service] --> b[Fake tax service]', '| evident'],
  ['unlabeled-arrow', 'who stands in for another', 'a[Mock tax service] --> b[Tax service]', '| evident'],
  [
    'unlabeled-arrow',
    'services of others',
    'a[Order service] --> b[Stock service]\nsubgraph x [External services]\nb\nend',
    '| evident',
  ],
  [
    'unlabeled-arrow',
    'a group of others around the group',
    'a[Order service] --> b[Stock service]\nsubgraph x [External services]\nsubgraph y [Warehouse]\nb\nend\nend',
    '| evident',
  ],
  [
    'unlabeled-arrow',
    'others of no known product',
    'a[Order service] --> b[Third party]\n%% b@{ kind: external }',
    '| evident',
  ],
  [
    'unlabeled-arrow',
    'an API outside of our frame',
    'subgraph x [Shop]\na[Order service]\nend\na --> b[Tides API]',
    '| evident',
  ],
  ['unlabeled-arrow', 'an API beside its caller', 'a[Order service] --> b[Tides API]', /^(?!.*evident)/],
  [
    'unlabeled-arrow',
    'a program of ours outside of our frame',
    'subgraph x [Shop]\na[Order service]\nend\na --> b[Tides API]\nb --> c[(Tides)]\n%% b->c@{ protocol: sql }',
    /^(?!.*evident)/,
  ],
  [
    'unlabeled-arrow',
    'a frame named after its product',
    'a[Order service] --> d\nsubgraph d [DynamoDB]\nb[(Orders)]\nend',
  ],
  [
    'unlabeled-arrow',
    'a frame named after two products',
    'a[Order service] --> d\nsubgraph d [SNS/SQS]\nb[[Orders]]\nend',
  ],
  [
    'unlabeled-arrow',
    'a frame named after what runs in it',
    'a[Order service] --> d\nsubgraph d [Spring Boot]\nb[Stock service]\nend',
    'names no protocol',
  ],
  ['unlabeled-arrow', 'a service of a known product', 'a[Order service] --> b[Tomcat]', /^(?!.*evident)/],
  ['unlabeled-arrow', 'a store speaks its protocol', 'a[Order service] --> b[(Postgres)]'],
  [
    'unlabeled-arrow',
    'a store of no product',
    'a[Order service] --> b[(Orders)]',
    'Label it, e.g. SQL.',
    '| evident',
  ],
  [
    'unlabeled-arrow',
    'a cache of no product',
    'a[Order service] --> b[Cache]',
    'Label it RESP | Label it Memcached | evident',
  ],
  [
    'unlabeled-arrow',
    'two products, of which nobody knows which is asked',
    'a[Order service] --> b[SES / SendGrid]',
    'Label it, e.g. HTTPS. |',
  ],
  [
    'unlabeled-arrow',
    'a product that signs people in',
    'a[Order service] --> b[Keycloak]',
    'Label it, e.g. OpenID Connect, which Keycloak speaks.',
    '| evident',
  ],
  ['unlabeled-arrow', 'a cache speaks its protocol', 'a[Order service] --> b[Redis]'],
  ['unlabeled-arrow', 'a broker speaks its protocol', 'a[Order service] --> b[[RabbitMQ]]'],
  ['unlabeled-arrow', 'the name of the box says it', 'a[Order service] --> b[Stock gRPC service]'],
  ['unlabeled-arrow', 'an answer', 'a[Order service] -->|HTTP| b[Stock service]\nb -.-> a'],
  [
    'unlabeled-arrow',
    'a balancer repeats what it was asked',
    'web[Browser] -->|HTTPS| lb[Load balancer]\nlb --> a[Order API 1]\nlb --> b[Order API 2]',
  ],
  [
    'unlabeled-arrow',
    'of a balancer nothing says what it was asked',
    'lb[Load balancer] --> a[Order API 1]',
    'The arrow from Load balancer to Order API 1 names no protocol.',
  ],
])

testGathered([
  [
    'unlabeled-arrow',
    'three of four',
    `a[Order service] --> b[Stock service]
     a --> c[Price service]
     a --> d[Tax service]
     a -->|HTTP| e[Mail service]`,
    '3 of 4: Some arrows name no protocol. Whether callers wait',
    'Label all 3 arrows with their likely protocol',
  ],
  [
    'unlabeled-arrow',
    'a store that tells is not counted',
    `a[Order service] --> b[Stock service]
     a --> c[(Postgres)]`,
    '1 of 1: ',
  ],
  [
    'unknown-protocol',
    'one of two',
    `a[Order service] -->|reserves| b[Stock service]
     a -->|HTTP GET /price| c[Price service]`,
    '1 of 2: Some labels state a purpose but no protocol.',
    'Append the likely protocol to all 1 labels',
  ],
])

const words = (length: number) => 'reserves the wanted number of every item in the order'.slice(0, length)

testRows([
  [
    'unknown-protocol',
    'as long as is quoted',
    `a[Order service] -->|${words(39)}x| b[Stock service]`,
    `"${words(39)}x" says what Order service wants of Stock service, not how they talk.`,
    `Append it: "${words(39)}x, HTTPS".`,
  ],
  [
    'unknown-protocol',
    'longer than is quoted',
    `a[Order service] -->|${words(40)}xy| b[Stock service]`,
    `"${words(39)}…" says what`,
  ],
  ['unknown-protocol', 'a person', 'u((Customer)) -->|buys| b[Stock service]'],
])
