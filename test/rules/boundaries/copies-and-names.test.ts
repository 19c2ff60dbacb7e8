// Copies of which some reach only a replica, and names that are almost those of others: on and beside their conditions.

import { testRows } from '../rows'

const copies = (...lines: readonly string[]) =>
  [
    'flowchart TB',
    'lb[Load balancer] -->|HTTPS| a1[Order API 1]',
    'lb -->|HTTPS| a2[Order API 2]',
    'a1 -->|SQL| p[(PostgreSQL primary)]',
    ...lines,
  ].join('\n')

const replicates = 'p -.->|replication| r'
const stranded =
  'Order API 2 reaches only PostgreSQL replica, which takes no writes, while Order API 1 has PostgreSQL primary.'

const boxes = (...lines: readonly string[]) =>
  [
    'flowchart TB',
    'web[Web app] -->|HTTPS| orders[Order service]',
    'orders -->|HTTPS| stock[Stock service]',
    'stock -->|SQL| database[(PostgreSQL)]',
    ...lines,
  ].join('\n')

const trace = (...steps: readonly string[]) =>
  [
    'sequenceDiagram',
    'participant api as Order API',
    'participant db as PostgreSQL',
    'participant log as MySQL',
    ...steps,
  ].join('\n')

const lock = 'api->>db: SELECT stock FOR UPDATE'
const begin = 'api->>db: BEGIN'

testRows([
  [
    'copy-on-replica',
    'of a store whose every node takes writes',
    copies('a2 -->|CQL| r[(Cassandra replica)]', replicates),
  ],
  [
    'copy-on-replica',
    'stores of which only the second line says what they are',
    'a1[Order service 1] -->|SQL| p[("Postgres<br/>Primary")]\na2[Order service 2] -->|SQL| r[("Postgres<br/>Read replica")]\np -->|replicates| r',
    'reaches only Postgres Read replica, which takes no writes, while Order service 1 has Postgres Primary.',
  ],
  ['copy-on-replica', 'a replica alone', copies('a2 -->|SQL| r[(PostgreSQL replica)]', replicates), stranded],
  [
    'copy-on-replica',
    'no arrow between the two, one of which is called the primary',
    copies('a2 -->|SQL| r[(PostgreSQL replica)]'),
    stranded,
  ],
  [
    'copy-on-replica',
    'two databases are called the primary',
    copies('a2 -->|SQL| r[(PostgreSQL replica)]', 'b[Billing] -->|SQL| q[(PostgreSQL master)]'),
  ],
  ['copy-on-replica', 'both', copies('a2 -->|SQL| r[(PostgreSQL replica)]', 'a2 -->|SQL| p', replicates)],
  [
    'copy-on-replica',
    'in another region',
    'flowchart TB\nsubgraph e [Region Frankfurt]\na1[Order API 1] -->|SQL| p[(PostgreSQL primary)]\nend\nsubgraph u [Region Virginia]\na2[Order API 2] -->|SQL| r[(PostgreSQL replica)]\nend\np -.->|replication| r',
  ],
  [
    'copy-on-replica',
    'in another zone of the region',
    'flowchart TB\nsubgraph e [Region Frankfurt]\nsubgraph x [Zone 1]\na1[Order API 1] -->|SQL| p[(PostgreSQL primary)]\nend\nsubgraph y [Zone 2]\na2[Order API 2] -->|SQL| r[(PostgreSQL replica)]\nend\nend\np -.->|replication| r',
    stranded,
  ],
  [
    'copy-on-replica',
    'asked by GET alone',
    copies('a2 -->|SQL| r[(PostgreSQL replica)]', replicates).replace('HTTPS| a2', 'HTTPS GET /orders| a2'),
  ],
  ['copy-on-replica', 'read by its label', copies('a2 -->|read| r[(PostgreSQL replica)]', replicates)],
  ['copy-on-replica', 'in case of failure', copies('a2 -.->|failover| r[(PostgreSQL replica)]', replicates)],
  [
    'copy-on-replica',
    'of another service',
    copies('m[Mail API 2] -->|SQL| r[(PostgreSQL replica)]', replicates),
  ],
  [
    'copy-on-replica',
    'replicas write to each other',
    copies('a2 -->|SQL| r[(PostgreSQL replica)]', 'p <-->|replication| r').replace('primary', 'one'),
  ],
  [
    'copy-on-replica',
    'a member of a replica set',
    copies('a2 -->|SQL| r[(MongoDB replica set)]', replicates),
  ],
  [
    'undeclared-node',
    'one letter too many',
    boxes('databbase:::hot', 'classDef hot fill:#f9d'),
    '“databbase” draws a box of its own',
  ],
  ['undeclared-node', 'one letter too few', boxes('orders -->|SQL| datbase'), 'Write database.'],
  ['undeclared-node', 'two letters exchanged', boxes('orders -->|SQL| databsae'), 'Write database.'],
  ['undeclared-node', 'another letter', boxes('orders -->|SQL| datapase'), 'Write database.'],
  ['undeclared-node', 'two letters wrong', boxes('orders -->|SQL| batapase')],
  ['undeclared-node', 'named twice', boxes('orders -->|SQL| datbase', 'web -->|SQL| datbase')],
  ['undeclared-node', 'with a label', boxes('orders -->|SQL| datbase[(Orders)]')],
  ['undeclared-node', 'the last letter', boxes('orders -->|SQL| databasa')],
  ['undeclared-node', 'one and several', boxes('orders -->|SQL| databases')],
  ['undeclared-node', 'several inside', boxes('orders -->|SQL| databas_e', 'a[A] --> b[B]')],
  ['undeclared-node', 'a number', boxes('orders -->|SQL| data1base')],
  ['undeclared-node', 'too short', boxes('orders -->|HTTPS| weib')],
  [
    'undeclared-node',
    'of two that it might be',
    boxes('orders -->|SQL| datahase', 'stock -->|SQL| datacase[(Cases)]'),
  ],
  [
    'undeclared-node',
    'a label joined, where few boxes have one',
    'flowchart LR\nWeb -->|HTTPS| back[Checkout API]\nApp -->|HTTPS| back\nCheckoutAPI -->|HTTPS| Orders',
    '“CheckoutAPI” draws a second box',
  ],
  [
    'undeclared-node',
    'in other capitals',
    'flowchart LR\nWeb -->|HTTPS| back[Checkout API]\nApp -->|HTTPS| back\nCheckoutApi -->|HTTPS| Orders',
  ],
  [
    'pubsub-without-store',
    'what audit records',
    'flowchart LR\napi[Order API] -->|publish| bus[Redis Pub/Sub]\napi -->|SQL| db[(PostgreSQL)]\nbus -->|events| a[Audit service]',
    'Publish/subscribe keeps nothing, and Audit service gets its events from Redis Pub/Sub.',
  ],
  [
    'pubsub-without-store',
    'by a box of the events',
    'flowchart LR\napi[Order API] -->|publish| bus[Event bus<br/>Redis Pub/Sub]\nbus --> e[Order events]\ne --> a[Billing worker]',
    'Billing worker gets its events from Event bus.',
  ],
  [
    'pubsub-without-store',
    'what nobody records',
    'flowchart LR\napi[Order API] -->|publish| bus[Redis Pub/Sub]\nbus -->|events| a[Price board]',
  ],
  [
    'pubsub-without-store',
    'streams',
    'flowchart LR\napi[Order API] -->|publish| bus[Redis Pub/Sub and Streams]\nbus -->|events| a[Audit service]',
  ],
  [
    'pubsub-without-store',
    'or another broker',
    'flowchart LR\napi[Order API] -->|publish| bus[Kafka or Redis Pub/Sub]\nbus -->|events| a[Audit service]',
  ],
  [
    'impossible-pairing',
    'MQTT from Kafka',
    'flowchart LR\napi[Order API] -->|Kafka| log[Kafka]\nlog -->|MQTT| phone[Alarm service]',
    'cannot connect to Kafka.',
  ],
  [
    'impossible-pairing',
    'AMQP to SQS',
    'flowchart LR\napi[Order API] -->|AMQP| q[Amazon SQS]\nq -->|HTTPS| w[Worker]',
    'SQS is an API over HTTPS',
  ],
  [
    'impossible-pairing',
    'either of two brokers',
    'flowchart LR\napi[Order API] -->|AMQP| q[Kafka / RabbitMQ]\nq --> w[Worker]',
  ],
  [
    'impossible-pairing',
    'either of two protocols',
    'flowchart LR\napi[Order API] -->|Kafka/AMQP| q[Kafka]\nq --> w[Worker]',
  ],
  [
    'impossible-pairing',
    'Event Hubs, which speak both',
    'flowchart LR\napi[Order API] -->|AMQP| q[Event Hubs, Kafka API]\nq --> w[Worker]',
  ],
  [
    'impossible-pairing',
    'JDBC in Go',
    'flowchart LR\napi[Order API in Golang] -->|JDBC| db[(PostgreSQL)]',
    'JDBC is an interface of Java, and Order API in Golang is drawn in another language.',
  ],
  ['impossible-pairing', 'JDBC in who knows what', 'flowchart LR\napi[Order API] -->|JDBC| db[(PostgreSQL)]'],
  [
    'impossible-pairing',
    'JDBC by Spark, which is asked in Python',
    'flowchart LR\napi[Python, PySpark jobs] -->|JDBC| db[(PostgreSQL)]',
  ],
  [
    'impossible-pairing',
    'Timescale in Aurora',
    'flowchart LR\napi[Order API] -->|SQL| db[(Aurora with TimescaleDB)]',
    "don't offer TimescaleDB",
  ],
  [
    'impossible-pairing',
    'Timescale beside RDS',
    'flowchart LR\napi[Order API] -->|SQL| db[(TimescaleDB)]\napi -->|SQL| o[(RDS)]',
  ],
  ['lock-before-transaction', 'above BEGIN', trace(lock, begin), 'Order API locks rows with FOR UPDATE'],
  ['lock-before-transaction', 'below BEGIN', trace(begin, lock)],
  ['lock-before-transaction', 'no BEGIN', trace(lock)],
  ['lock-before-transaction', 'a select without a lock', trace('api->>db: SELECT stock', begin)],
  ['lock-before-transaction', 'of another database', trace(lock, 'api->>log: BEGIN')],
  ['lock-before-transaction', 'in one that ends above', trace(lock, 'api->>db: COMMIT', begin)],
  [
    'lock-before-transaction',
    'in one that a note tells of',
    trace('note over api: transaction', lock, begin),
  ],
  ['lock-before-transaction', 'in one by its words', trace('api->>db: tx: SELECT stock FOR UPDATE', begin)],
  ['lock-before-transaction', 'told by the database', trace('db-->>api: SELECT stock FOR UPDATE', begin)],
])
