// Messages, events and what is written beside them: brokers that forget, queues that hide, transactions, replicas.

import { testRows } from '../rows'

const trace = (...steps: string[]) => `sequenceDiagram
participant web as Browser
participant api as Order service
participant pay as Payment service
participant q as RabbitMQ
participant cache as Redis
participant db as Postgres
${steps.join('\n')}`

testRows([
  [
    'call-in-transaction',
    'another service is called',
    trace('api->>db: BEGIN', 'api->>pay: POST /charges', 'pay-->>api: 200', 'api->>db: COMMIT'),
    'Order service calls Payment service inside a transaction',
    'The transaction begins here | It ends here',
    'at "POST /charges"',
  ],
  [
    'call-in-transaction',
    'an event is published',
    trace('api->>db: BEGIN', 'api-)q: publish order placed', 'api->>db: COMMIT'),
    'Order service publishes to RabbitMQ before it commits',
  ],
  [
    'call-in-transaction',
    'after it',
    trace('api->>db: BEGIN', 'api->>db: COMMIT', 'api->>pay: POST /charges'),
  ],
  [
    'call-in-transaction',
    'before it',
    trace('api->>pay: POST /charges', 'api->>db: BEGIN', 'api->>db: COMMIT'),
  ],
  [
    'call-in-transaction',
    'a cache is asked',
    trace('api->>db: BEGIN', 'api->>cache: GET price', 'api->>db: COMMIT'),
  ],
  [
    'call-in-transaction',
    'the store is asked',
    trace('api->>db: BEGIN', 'api->>db: INSERT order', 'api->>db: COMMIT'),
  ],
  [
    'call-in-transaction',
    'the client is answered',
    trace('api->>db: BEGIN', 'api->>web: push progress', 'api->>db: COMMIT'),
  ],
  [
    'call-in-transaction',
    'another does something meanwhile',
    trace('api->>db: BEGIN', 'web->>pay: GET /receipts', 'api->>db: COMMIT'),
  ],
  [
    'cleared-before-commit',
    'a cache is cleared',
    trace('api->>db: BEGIN', 'api->>db: UPDATE price', 'api->>cache: DEL price', 'api->>db: COMMIT'),
    'Order service clears Redis before it commits.',
    'Others see the new row only from here',
  ],
  [
    'cleared-before-commit',
    'a cache is read',
    trace('api->>db: BEGIN', 'api->>cache: GET price', 'api->>db: COMMIT'),
  ],
  [
    'cleared-before-commit',
    'a cache is cleared afterwards',
    trace('api->>db: BEGIN', 'api->>db: COMMIT', 'api->>cache: DEL price'),
  ],
  [
    'cleared-before-commit',
    'a lock is given back',
    trace('api->>db: BEGIN', 'api->>cache: DEL lock:42', 'api->>db: COMMIT'),
  ],
  [
    'cleared-before-commit',
    'rows are deleted',
    trace('api->>db: BEGIN', 'api->>db: DELETE FROM prices', 'api->>db: COMMIT'),
  ],
  [
    'cleared-before-commit',
    'said in an answer',
    trace('api->>db: BEGIN', 'api->>cache: GET price', 'cache-->>api: invalidated', 'api->>db: COMMIT'),
  ],
])

testRows([
  [
    'check-then-act',
    'read, then taken',
    trace('api->>db: SELECT stock', 'db-->>api: 3', 'api->>db: UPDATE stock'),
    'Order service reads what is left, then takes it in a second step.',
    'Both find enough here',
    'once per document',
    'at "UPDATE stock"',
  ],
  ['check-then-act', 'taken, then read', trace('api->>db: UPDATE stock', 'api->>db: SELECT stock')],
  ['check-then-act', 'read by another', trace('pay->>db: SELECT stock', 'api->>db: UPDATE stock')],
  ['check-then-act', 'read elsewhere', trace('api->>cache: GET stock', 'api->>db: UPDATE stock')],
  ['check-then-act', 'something else is taken', trace('api->>db: SELECT stock', 'api->>db: UPDATE balance')],
  [
    'check-then-act',
    'two things are read',
    trace('api->>db: SELECT stock', 'api->>db: SELECT balance', 'api->>db: UPDATE stock'),
    'Both find enough here',
  ],
  [
    'check-then-act',
    'taken on a condition',
    trace('api->>db: SELECT stock', 'api->>db: UPDATE stock WHERE n > 0'),
  ],
  [
    'check-then-act',
    'under a lock',
    trace('api->>db: SELECT stock', 'api->>db: lock row', 'api->>db: UPDATE stock'),
  ],
  [
    'check-then-act',
    'a balance that is written back, up or down',
    trace('api->>db: get balance', 'api->>db: update the balance'),
    'reads the value, then writes a new one in a second step',
    'n = n + x',
  ],
  [
    'check-then-act',
    'a balance of which something is taken',
    trace('api->>db: get balance', 'api->>db: deduct balance'),
    'n = n - x WHERE n >= x',
  ],
  ['check-then-act', 'asked of a service', trace('api->>pay: check balance', 'api->>pay: debit balance')],
  ['check-then-act', 'said in an answer', trace('api->>db: SELECT stock', 'db-->>api: update stock')],
  [
    'check-then-act',
    'a flowchart says nothing of the order',
    'api[Order service] -->|SELECT stock| db[(Postgres)]\napi -->|UPDATE stock| db',
  ],
])

testRows([
  [
    'embedded-database-shared',
    'two numbered servers',
    'a[Order API 1] -->|SQL| db[(SQLite)]\nb[Order API 2] -->|SQL| db',
    'Order API 1 and Order API 2 use SQLite, which lives inside one process or in one file.',
  ],
  [
    'embedded-database-shared',
    'two different servers',
    'a[Order API] -->|SQL| db[(SQLite)]\nb[Stock API] -->|SQL| db',
  ],
  [
    'embedded-database-shared',
    'two copies, as stated',
    'a[Order API] -->|SQL| db[(SQLite)]\n%% a@{ replicas: 2 }',
    'Several instances of Order API use SQLite',
  ],
  [
    'embedded-database-shared',
    'one copy, as stated',
    'a[Order API] -->|SQL| db[(SQLite)]\n%% a@{ replicas: 1 }',
  ],
  [
    'embedded-database-shared',
    'two numbered clients',
    'a[Mobile app 1] -->|SQL| db[(SQLite)]\nb[Mobile app 2] -->|SQL| db',
  ],
  [
    'embedded-database-shared',
    'a server',
    'a[Order API 1] -->|SQL| db[(Postgres)]\nb[Order API 2] -->|SQL| db',
  ],
  [
    'embedded-database-shared',
    'a server by its name',
    'a[Order API 1] -->|SQL| db[(SQLite server)]\nb[Order API 2] -->|SQL| db',
  ],
  [
    'embedded-database-shared',
    'a trace',
    'sequenceDiagram\nparticipant a as Order API 1\nparticipant b as Order API 2\nparticipant db as SQLite\na->>db: SQL\nb->>db: SQL',
  ],
  [
    'queue-in-cache',
    'both in one',
    'a[Order API] -->|cache| r[(Redis)]\na -->|job queue| r',
    'Redis is cache and queue ("job queue") in one',
    'once per document',
  ],
  ['queue-in-cache', 'a cache', 'a[Order API] -->|cache| r[(Redis)]'],
  ['queue-in-cache', 'a queue', 'a[Order API] -->|job queue| r[(Redis)]'],
  [
    'queue-in-cache',
    'two of them',
    'a[Order API] -->|cache| r[(Redis)]\na -->|job queue| r\nx[(Redis jobs)]',
  ],
  [
    'queue-in-cache',
    'said in its box',
    'a[Order API] -->|RESP| r[(Redis cache and queue)]',
    'is cache and queue',
  ],
  [
    'queue-in-cache',
    'a worker of such a product',
    'a[Order API] -->|cache| r[(Redis)]\nr --> w[BullMQ worker]',
    'Redis is cache and queue ("BullMQ") in one',
  ],
  ['queue-in-cache', 'a worker of no product', 'a[Order API] -->|cache| r[(Redis)]\nr --> w[Mail worker]'],
  ['queue-in-cache', 'another product', 'a[Order API] -->|cache| r[(Memcached)]\na -->|job queue| r'],
  [
    'unread-replica',
    'nobody reads it',
    'a[Order API] -->|reads| p[(Postgres primary)]\np -->|replication| r[(Postgres read replica)]',
    'Nobody reads Postgres read replica: Order API reads Postgres primary',
  ],
  [
    'unread-replica',
    'two read the primary',
    'a[Order API] -->|reads| p[(Postgres primary)]\nb[Stock API] -->|select| p\np -->|replication| r[(Postgres read replica)]',
    'Order API and Stock API read Postgres primary',
  ],
  [
    'unread-replica',
    'somebody reads it',
    'a[Order API] -->|reads| p[(Postgres primary)]\np -->|replication| r[(Postgres read replica)]\na -->|reads| r',
  ],
  [
    'unread-replica',
    'nobody only reads the primary',
    'a[Order API] -->|reads and writes| p[(Postgres primary)]\np -->|replication| r[(Postgres read replica)]',
  ],
  [
    'unread-replica',
    'a standby',
    'a[Order API] -->|reads| p[(Postgres primary)]\np -->|replication| r[(Postgres standby replica)]',
  ],
  [
    'unread-replica',
    'it is fed by a service',
    'a[Order API] -->|reads| p[(Postgres primary)]\nb[Sync service] -->|replication| r[(Postgres read replica)]',
  ],
  [
    'unread-replica',
    'drawn towards the primary',
    'a[Order API] -->|reads| p[(Postgres primary)]\nr[(Postgres read replica)] -->|replicates from| p',
    'Nobody reads Postgres read replica',
  ],
])

testRows([
  [
    'visibility-timeout-too-short',
    'work as long as it is hidden',
    'q[[SQS jobs, visibility timeout 30s]] -->|jobs| w[Print worker]\n%% w@{ p99: 30s }',
    'SQS jobs hides a message for 30s, and Print worker takes 30s. After 30s a second consumer gets the message',
    'Print worker takes 30s',
  ],
  [
    'visibility-timeout-too-short',
    'work that is shorter',
    'q[[SQS jobs, visibility timeout 30s]] -->|jobs| w[Print worker]\n%% w@{ p99: 29s }',
  ],
  [
    'visibility-timeout-too-short',
    'the longest of several figures',
    'q[[SQS jobs, visibility timeout 30s]] -->|jobs| w[Print worker]\n%% w@{ p50: 1s, p99: 40s }',
    'Print worker takes 40s',
  ],
  [
    'visibility-timeout-too-short',
    'a call that it waits for',
    'q[[SQS jobs, visibility timeout 30s]] -->|jobs| w[Print worker] -->|"HTTP, 10s timeout, 3 attempts"| s[Font service]',
    'Print worker waits up to 3 × 10s for Font service',
    'The wait for Font service',
  ],
  [
    'visibility-timeout-too-short',
    'a call that it waits for once',
    'q[[SQS jobs, visibility timeout 30s]] -->|jobs| w[Print worker] -->|"HTTP, 30s timeout"| s[Font service]',
    'Print worker waits up to 30s for Font service',
  ],
  [
    'visibility-timeout-too-short',
    'a call that nobody waits for',
    'q[[SQS jobs, visibility timeout 30s]] -->|jobs| w[Print worker] -.->|"async HTTP, 30s timeout"| s[Font service]',
  ],
  [
    'visibility-timeout-too-short',
    'a call without end',
    'q[[SQS jobs, visibility timeout 30s]] -->|jobs| w[Print worker] -->|"HTTP, 30s timeout, unlimited retries"| s[Font service]',
  ],
  [
    'visibility-timeout-too-short',
    'it asks for its work',
    'w[Print worker] -->|consumes jobs| q[[SQS jobs, visibility timeout 30s]]\n%% w@{ p99: 30s }',
    'SQS jobs hides a message for 30s',
  ],
  [
    'visibility-timeout-too-short',
    'two consumers',
    'q[[SQS jobs, visibility timeout 30s]] -->|jobs| w[Print worker]\nq -->|jobs| v[Mail worker]\n%% w@{ p99: 30s }\n%% v@{ p99: 30s }',
    'Print worker takes 30s',
  ],
  [
    'visibility-timeout-too-short',
    'the second of two consumers',
    'q[[SQS jobs, visibility timeout 30s]] -->|jobs| w[Print worker]\nq -->|jobs| v[Mail worker]\n%% v@{ p99: 30s }',
    'Mail worker takes 30s',
  ],
  [
    'visibility-timeout-too-short',
    'extended meanwhile',
    'q[[SQS jobs, visibility timeout 30s]] -->|"jobs, extends visibility"| w[Print worker]\n%% w@{ p99: 30s }',
  ],
  [
    'visibility-timeout-too-short',
    'a group consumes',
    'q[[SQS jobs, visibility timeout 30s]] -->|jobs| g\nsubgraph g [Workers]\nw[Print worker]\nend\n%% w@{ p99: 30s }',
  ],
  [
    'visibility-timeout-too-short',
    'nothing says how long',
    'q[[SQS jobs]] -->|jobs| w[Print worker]\n%% w@{ p99: 30s }',
  ],
])

const delivered = (broker: string, ...steps: string[]) => `q[[${broker}]] -->|order placed| w[Payment worker]
     ${steps.join('\n')}`

testRows([
  [
    'consumer-not-idempotent',
    'a charge',
    delivered('RabbitMQ', 'w -->|POST /charges| s[Stripe]'),
    'RabbitMQ delivers at least once',
    'Payment worker does this for each delivery',
    'goes into it',
  ],
  [
    'consumer-not-idempotent',
    'a row',
    delivered('RabbitMQ', 'w -->|"SQL: insert order"| db[(Postgres)]').replace(
      'Payment worker',
      'Order worker',
    ),
    'does "',
    /^(?!.*goes into it)/,
  ],
  [
    'consumer-not-idempotent',
    'an entry in a ledger',
    delivered('RabbitMQ', 'w -->|"SQL: insert entry"| db[(Postgres)]').replace(
      'Payment worker',
      'Ledger worker',
    ),
    'goes into it',
  ],
  [
    'consumer-not-idempotent',
    'an entry of an audit',
    delivered('RabbitMQ', 'w -->|"SQL: insert audit log"| db[(Postgres)]'),
    /^(?!.*goes into it)/,
  ],
  [
    'consumer-not-idempotent',
    'a change of what was',
    delivered('RabbitMQ', 'w -->|PATCH /orders/1| s[Order service]'),
  ],
  ['consumer-not-idempotent', 'an index', delivered('RabbitMQ', 'w -->|POST /index| s[Elasticsearch]')],
  ['consumer-not-idempotent', 'nobody waits', delivered('RabbitMQ', 'w -.->|async POST /charges| s[Stripe]')],
  [
    'consumer-not-idempotent',
    'once, as stated',
    delivered('RabbitMQ', 'w -->|POST /charges| s[Stripe]', '%% q->w@{ idempotent: true }'),
  ],
  [
    'consumer-not-idempotent',
    'with a key, as stated',
    delivered('RabbitMQ', 'w -->|POST /charges| s[Stripe]', '%% w->s@{ idempotencyKey: order id }'),
  ],
  [
    'consumer-not-idempotent',
    'in the words of its store',
    delivered('RabbitMQ', 'w -->|POST /charges| s[Stripe]', 'w -->|SQL| db[(Processed ids)]'),
  ],
  [
    'consumer-not-idempotent',
    'it answers others too',
    delivered('RabbitMQ', 'w -->|POST /charges| s[Stripe]', 'x[Order service] -->|HTTP| w'),
  ],
  [
    'consumer-not-idempotent',
    'it asks for its work',
    'w[Payment worker] -->|consumes orders| q[[RabbitMQ]]\nw -->|POST /charges| s[Stripe]',
    'RabbitMQ delivers at least once',
  ],
  [
    'consumer-not-idempotent',
    'a client consumes',
    delivered('RabbitMQ', 'w -->|POST /charges| s[Stripe]').replace('Payment worker', 'Mobile app'),
  ],
  [
    'consumer-not-idempotent',
    'from broker to broker',
    'q[[RabbitMQ]] -->|order placed| w[[Kafka]]\nw -->|POST /charges| s[Stripe]',
  ],
  [
    'consumer-not-idempotent',
    'before the delivery',
    'sequenceDiagram\nparticipant q as RabbitMQ\nparticipant w as Payment worker\nparticipant s as Stripe\nw->>s: POST /charges\nq-)w: order placed',
  ],
  [
    'consumer-not-idempotent',
    'after the delivery',
    'sequenceDiagram\nparticipant q as RabbitMQ\nparticipant w as Payment worker\nparticipant s as Stripe\nq-)w: order placed\nw->>s: POST /charges',
    'RabbitMQ delivers at least once',
  ],
  [
    'consumer-not-idempotent',
    'a branch for duplicates',
    'sequenceDiagram\nparticipant q as RabbitMQ\nparticipant w as Payment worker\nparticipant s as Stripe\nq-)w: order placed\nalt already processed\nw->>w: skip\nelse new\nw->>s: POST /charges\nend',
  ],
])

testRows([
  [
    'queue-without-dead-letter',
    'five attempts',
    'q[[RabbitMQ]] -->|"orders, 5 attempts"| w[Mail worker]',
    'Mail worker retries messages of RabbitMQ',
    'After 5 attempts such a message is lost.',
  ],
  [
    'queue-without-dead-letter',
    'a log blocks its partition',
    'q[[Kafka]] -->|"orders, 5 attempts"| w[Mail worker]',
    'is lost, and blocks its partition meanwhile',
  ],
  [
    'queue-without-dead-letter',
    'in words',
    'q[[RabbitMQ]] -->|orders with retries| w[Mail worker]',
    'Such a message comes back forever or is dropped',
    'goes into it',
  ],
  [
    'queue-without-dead-letter',
    'without end',
    'q[[RabbitMQ]] -->|"orders, unlimited retries"| w[Mail worker]',
    'Such a message is retried forever',
  ],
  ['queue-without-dead-letter', 'one attempt', 'q[[RabbitMQ]] -->|"orders, 1 attempt"| w[Mail worker]'],
  [
    'queue-without-dead-letter',
    'a dead-letter queue elsewhere in the picture',
    'q[[RabbitMQ]] -->|"orders, 5 attempts"| w[Mail worker]\nd[[orders DLQ]]',
  ],
  [
    'queue-without-dead-letter',
    'a dead-letter queue by its id',
    'q[[RabbitMQ]] -->|"orders, 5 attempts"| w[Mail worker]\ndlq[[orders aside]]',
  ],
  [
    'queue-without-dead-letter',
    'one of several arrows names it',
    'q[[RabbitMQ]] -->|"orders, 5 attempts"| w[Mail worker]\nw -->|dead letters| x[[orders aside]]',
  ],
  [
    'queue-without-dead-letter',
    'stated of the broker',
    'q[[RabbitMQ]] -->|"orders, 5 attempts"| w[Mail worker]\n%% q@{ deadLetter: aside }',
  ],
])

testRows([
  [
    'dual-write',
    'a message that never arrives',
    'sequenceDiagram\nc->>a: POST /entries\nparticipant a as Entry API\nparticipant db as MySQL\nparticipant q as RabbitMQ\na->>db: create entry\na-xq: publish entry created\na-->>c: 201',
  ],
  [
    'dual-write',
    'a task in the words of its library',
    'sequenceDiagram\nc->>a: POST /entries\nparticipant a as Entry API\nparticipant db as MySQL\nparticipant w as Celery worker\na->>db: create entry\na->>w: analyze_entry.delay(id)\na-->>c: 201',
    'Entry API writes to MySQL and hands over to Celery worker',
  ],
  [
    'dual-write',
    'a row in its state',
    'sequenceDiagram\nc->>a: POST /submissions\nparticipant a as Course API\nparticipant db as Postgres\nparticipant q as RabbitMQ\na->>db: Submission(status=queued)\na->>q: publish submission created\na-->>c: 202',
    'Course API writes to Postgres and publishes to RabbitMQ',
  ],
  [
    'dual-write',
    'a row that is looked for by its state',
    'sequenceDiagram\nc->>a: POST /submissions\nparticipant a as Course API\nparticipant db as Postgres\nparticipant q as RabbitMQ\na->>db: FindSubmission(status=queued)\na->>q: publish submission created\na-->>c: 202',
  ],
  [
    'dual-write',
    'a store and a broker',
    'a[Order service] -->|"SQL: insert order"| db[(Postgres)]\na -->|publish order placed| q[[Kafka]]',
    'Order service writes to Postgres and publishes to Kafka',
    'The write to Postgres',
    'raised',
  ],
  [
    'dual-write',
    'a store that nobody says is written to',
    'a[Order service] -->|SQL| db[(Postgres)]\na -->|publish order placed| q[[Kafka]]',
    'Order service writes to Postgres',
    /^(?!.*raised)/,
  ],
  [
    'dual-write',
    'a store that is read',
    'a[Order service] -->|"SQL: select order"| db[(Postgres)]\na -->|publish order placed| q[[Kafka]]',
  ],
  [
    'dual-write',
    'a store of others as well',
    'a[Order service] -->|SQL| db[(Postgres)]\na -->|publish order placed| q[[Kafka]]\nb[Stock service] -->|SQL writes| db',
  ],
  [
    'dual-write',
    'one of two stores',
    'a[Order service] -->|SQL| db[(Postgres)]\na -->|publish order placed| q[[Kafka]]\na -->|SQL| x[(MySQL)]',
  ],
  [
    'dual-write',
    'an outbox',
    'a[Order service] -->|"SQL: insert order and outbox"| db[(Postgres)]\na -->|publish order placed| q[[Kafka]]',
  ],
  [
    'dual-write',
    'it consumes',
    'q[[Kafka]] -->|order placed| a[Order service] -->|"SQL: insert order"| db[(Postgres)]\na -->|publish order stored| q',
  ],
  [
    'dual-write',
    'a file',
    'a[Order service] -->|"SQL: insert image"| db[(Image store)]\na -->|publish order placed| q[[Kafka]]',
  ],
  [
    'dual-write',
    'e-mails',
    'a[Order service] -->|"SQL: insert order"| db[(Postgres)]\na -->|publish e-mail| q[[Kafka]]',
  ],
  [
    'dual-write',
    'documents',
    'a[Order service] -->|insert order| db[(MongoDB)]\na -->|publish order placed| q[[Kafka]]',
    "Publish the store's own change stream (CDC)",
  ],
  [
    'dual-write',
    'a chain',
    'a[Order service] -->|"SQL: insert order"| db[(Postgres)]\na -->|submits transaction| c[Ethereum blockchain]',
    'Order service writes to Postgres and submits to Ethereum blockchain',
    'The write to Postgres',
  ],
  [
    'dual-write',
    'a chain, and what is to be submitted is stored',
    'a[Order service] -->|"SQL: insert order"| db[(Postgres)]\na -->|INSERT pending transaction| db\na -->|submits transaction| c[Ethereum blockchain]',
  ],
])

const bought = (...steps: string[]) => `sequenceDiagram
participant web as Browser
participant api as Order service
participant stock as Stock service
participant psp as Stripe
participant q as RabbitMQ
participant db as Postgres
${steps.join('\n')}`

testRows([
  [
    'charge-before-record',
    'stored only afterwards',
    bought('api->>psp: charge card', 'psp-->>api: ok', 'api->>db: INSERT order'),
    'Order service lets Stripe take the money before it stores what the money is for.',
    'Stored only here, in Postgres',
    'at "charge card"',
  ],
  [
    'charge-before-record',
    'stored before',
    bought('api->>db: INSERT order', 'api->>psp: charge card', 'api->>db: INSERT receipt'),
  ],
  [
    'charge-before-record',
    'created by itself before',
    bought('api->>api: create order', 'api->>psp: charge card', 'api->>db: INSERT order'),
  ],
  [
    'charge-before-record',
    'reserved elsewhere before',
    bought('api->>stock: reserve stock', 'api->>psp: charge card', 'api->>db: INSERT order'),
  ],
  [
    'charge-before-record',
    'only wanted by the client before',
    bought('web->>api: create order', 'api->>psp: charge card', 'api->>db: INSERT order'),
    'before it stores what the money is for',
  ],
  [
    'charge-before-record',
    'said in an answer before',
    bought(
      'api->>stock: GET /stock',
      'stock-->>api: reserved',
      'api->>psp: charge card',
      'api->>db: INSERT order',
    ),
    'before it stores what the money is for',
  ],
  ['charge-before-record', 'stored by another', bought('api->>psp: charge card', 'stock->>db: INSERT order')],
  [
    'charge-before-record',
    'only changed afterwards',
    bought('api->>psp: charge card', 'api->>db: UPDATE order'),
  ],
  [
    'charge-before-record',
    'stored by a service afterwards',
    bought('api->>psp: charge card', 'api->>stock: create order'),
  ],
  ['charge-before-record', 'the client pays', bought('web->>psp: charge card', 'web->>db: INSERT order')],
  ['charge-before-record', 'only asked', bought('api->>psp: GET /customers', 'api->>db: INSERT order')],
  [
    'charge-before-record',
    'the provider answers',
    bought('psp-->>api: charge succeeded', 'api->>db: INSERT order'),
  ],
])

testRows([
  [
    'pop-without-ack',
    'a worker takes',
    'w[Mail worker] -->|BRPOP jobs| r[(Redis)]',
    'Mail worker takes messages off Redis with BRPOP',
    'at "BRPOP"',
  ],
  [
    'pop-without-ack',
    'drawn the way the message goes',
    'r[(Redis)] -->|BRPOP jobs| w[Mail worker]',
    'Mail worker takes messages off Redis',
  ],
  [
    'pop-without-ack',
    'twice by one',
    'w[Mail worker] -->|BRPOP jobs| r[(Redis)]\nw -->|LPOP mails| r',
    'with BRPOP',
  ],
  [
    'pop-without-ack',
    'by several, who are told once',
    'w[Mail worker 1] -->|BRPOP jobs| r[(Redis)]\nv[Mail worker 2] -->|BRPOP jobs| r',
    'Mail worker 1 takes messages off Redis with BRPOP',
    'So does Mail worker 2',
    'once per document',
  ],
  [
    'pop-without-ack',
    'a list of what is in work',
    'w[Mail worker] -->|BRPOP jobs| r[(Redis)]\nx[(Redis processing list)]',
  ],
  [
    'pop-without-ack',
    'moved by another command',
    'w[Mail worker] -->|BRPOP jobs| r[(Redis)]\nv[Print worker] -->|BLMOVE| r',
  ],
  ['pop-without-ack', 'from another store', 'w[Mail worker] -->|BRPOP jobs| r[(Postgres)]'],
  ['pop-without-ack', 'from list to list', 'a[(Redis jobs)] -->|LPOP| b[(Redis work)]'],
  ['pop-without-ack', 'not popped', 'w[Mail worker] -->|GET jobs| r[(Redis)]'],
])

const chatting = (broker: string, more = '') => `web[Browser] -->|WebSocket| c[Chat server]
     c -->|publish messages| r[${broker}]
     r -->|messages| c
     ${more}`

testRows([
  [
    'pubsub-without-store',
    'nothing is stored',
    chatting('Redis Pub/Sub'),
    'Redis Pub/Sub delivers messages only to current subscribers and does not store them.',
    'Chat server passes them on to connected clients',
  ],
  ['pubsub-without-store', 'core NATS', chatting('Core NATS'), 'Core NATS delivers messages only'],
  ['pubsub-without-store', 'another broker', chatting('Google Pub/Sub')],
  ['pubsub-without-store', 'a Redis for something else', chatting('Redis')],
  ['pubsub-without-store', 'a stream', chatting('Redis Pub/Sub and streams')],
  ['pubsub-without-store', 'a store beside it', chatting('Redis Pub/Sub', 'c -->|SQL| db[(Postgres)]')],
  [
    'pubsub-without-store',
    'a store that only tells',
    chatting('Redis Pub/Sub', 'db[(Postgres)] -->|changes| c'),
    'Redis Pub/Sub delivers',
  ],
  ['pubsub-without-store', 'a log beside it', chatting('Redis Pub/Sub', 'c -->|publish| k[[Kafka]]')],
  [
    'pubsub-without-store',
    'not about messages',
    chatting('Redis Pub/Sub')
      .replace('publish messages', 'publish prices')
      .replace('|messages|', '|prices|')
      .replace('Chat server', 'Price server'),
  ],
  [
    'pubsub-without-store',
    'no client is connected',
    'c[Chat server] -->|publish messages| r[Redis Pub/Sub]\nr -->|messages| m[Mail worker]',
  ],
  [
    'pubsub-without-store',
    'clients come through a gateway',
    'web[Browser] -->|WebSocket| gw[API gateway] --> c[Chat server]\nx[Batch service] --> gw\nc -->|publish messages| r[Redis Pub/Sub]\nr -->|messages| c',
    'Chat server passes them on',
  ],
  [
    'pubsub-without-store',
    'only services come through a gateway',
    'x[Batch service] --> gw[API gateway] --> c[Chat server]\nc -->|publish messages| r[Redis Pub/Sub]\nr -->|messages| c',
  ],
  [
    'pubsub-without-store',
    'it pushes to clients',
    'c[Chat server] -->|publish messages| r[Redis Pub/Sub]\nr -->|messages| p[Push server]\np -->|push| web[Browser]',
    'Push server passes them on',
  ],
])

testRows([
  [
    'queue-without-dead-letter',
    'put back in a trace',
    bought('q-)api: order placed', 'api-)q: schedule retry'),
    'Order service retries messages of RabbitMQ',
    'Such a message comes back forever or is dropped',
    'goes into it',
  ],
  [
    'queue-without-dead-letter',
    'put back with a count',
    bought('q-)api: order placed', 'api-)q: retry (attempt 2)'),
  ],
  [
    'queue-without-dead-letter',
    'put back, and a limit elsewhere',
    bought('q-)api: order placed', 'api-)q: schedule retry', 'Note over api: max 5 attempts'),
  ],
  [
    'queue-without-dead-letter',
    'put somewhere else',
    bought('q-)api: order placed', 'api-)q: publish order stored'),
  ],
  [
    'queue-without-dead-letter',
    'put there before anything came',
    bought('api-)q: schedule retry', 'q-)api: order placed'),
  ],
  [
    'queue-without-dead-letter',
    'what came to another',
    bought('q-)stock: order placed', 'api-)q: schedule retry'),
  ],
  [
    'queue-without-dead-letter',
    'a service is told',
    bought('q-)api: order placed', 'api->>stock: schedule retry'),
  ],
  [
    'queue-without-dead-letter',
    'delivered again in a trace',
    bought('q-)api: order placed', 'q-)api: redelivers order'),
  ],
  [
    'queue-without-dead-letter',
    'delivered again in a flowchart',
    'q[[RabbitMQ]] -->|redelivers orders| w[Mail worker]',
    'goes into it',
  ],
  [
    'queue-without-dead-letter',
    'put back in a flowchart',
    'q[[RabbitMQ]] -->|orders| w[Mail worker]\nw -->|schedule retry| q',
  ],
])

testRows([
  [
    'dual-write',
    'in a trace',
    bought('api->>db: INSERT order', 'api-)q: publish order placed'),
    'Order service writes to Postgres and publishes to RabbitMQ',
    'raised',
    'at "publish order placed"',
  ],
  [
    'dual-write',
    'in a trace, published first',
    bought('api-)q: publish order placed', 'api->>db: INSERT order'),
    'Order service writes to Postgres',
  ],
  [
    'dual-write',
    'in a trace, what it consumed is repeated',
    bought('q-)api: order wanted', 'api->>db: INSERT order', 'api-)q: publish order placed'),
  ],
  [
    'dual-write',
    'in a trace, before it consumes',
    bought('api->>db: INSERT order', 'api-)q: publish order placed', 'q-)api: stock reserved'),
    'writes to Postgres',
  ],
  [
    'dual-write',
    'in a trace, by itself',
    bought('api->>api: save order in PostgreSQL', 'api-)q: publish order placed'),
    'Order service writes to PostgreSQL',
    'raised',
  ],
  [
    'dual-write',
    'in a note of a trace',
    bought(
      'web->>api: POST /orders',
      'Note over api: insert order into PostgreSQL',
      'api-)q: publish order placed',
    ),
    'Order service writes to PostgreSQL',
  ],
  [
    'dual-write',
    'in a note of a branch',
    bought(
      'web->>api: POST /orders',
      'alt new',
      'Note over api: insert order into PostgreSQL',
      'api-)q: publish order placed',
      'end',
    ),
    'Order service writes to PostgreSQL',
  ],
  [
    'dual-write',
    'in a note after it consumed',
    bought(
      'q-)api: order wanted',
      'Note over api: insert order into PostgreSQL',
      'api-)q: publish order placed',
    ),
  ],
  [
    'dual-write',
    'in a note before it consumes',
    bought(
      'web->>api: POST',
      'Note over api: insert order into PostgreSQL',
      'q-)api: order wanted',
      'api-)q: publish order placed',
    ),
  ],
  [
    'dual-write',
    'an outbox in a trace',
    bought('api->>db: INSERT order and outbox', 'api-)q: publish order placed'),
  ],
  [
    'dual-write',
    'the outbox of another in a trace',
    bought(
      'stock->>db: INSERT into outbox',
      'stock-)q: publish stock',
      'api->>db: INSERT order',
      'api-)q: publish order placed',
    ),
    'Order service writes to Postgres',
  ],
  [
    'dual-write',
    'a relay in a trace',
    bought('stock->>db: read outbox', 'api->>db: INSERT order', 'api-)q: publish order placed'),
  ],
  [
    'dual-write',
    'what is left is kept in Redis',
    'a[Order service] -->|DECR stock| r[(Redis)]\na -->|publish order placed| q[[Kafka]]',
    'Take it and add the event to a stream in one script (XADD)',
  ],
  [
    'dual-write',
    'a price in Redis',
    'a[Order service] -->|SET price| r[(Redis)]\na -->|publish order placed| q[[Kafka]]',
  ],
  [
    'dual-write',
    'stock that a service is asked to reserve',
    'a[Order service] -->|reserve stock| r[Stock service]\na -->|publish order placed| q[[Kafka]]',
  ],
  [
    'dual-write',
    'a bus within the program',
    'a[Order service] -->|"SQL: insert order"| db[(Postgres)]\na -->|publish order placed| q[[Event bus]]',
  ],
  [
    'dual-write',
    'a bus of a product',
    'a[Order service] -->|"SQL: insert order"| db[(Postgres)]\na -->|publish order placed| q[[Kafka event bus]]',
    'publishes to Kafka event bus',
  ],
  [
    'dual-write',
    'a worker',
    'a[Order worker] -->|"SQL: insert order"| db[(Postgres)]\na -->|publish order placed| q[[Kafka]]',
  ],
  [
    'dual-write',
    'an outbox somewhere in the picture',
    'a[Order service] -->|"SQL: insert order"| db[(Postgres)]\na -->|publish order placed| q[[Kafka]]\nx[Outbox relay]',
  ],
])

const saga = (...steps: string[]) => `sequenceDiagram
participant web as Browser
participant saga as Order saga
participant q as RabbitMQ
participant stock as Stock service
participant mail as Mail service
${steps.join('\n')}`

testRows([
  [
    'saga-without-timeout',
    'a worker answers over the broker',
    saga(
      'saga-)q: ReserveStockCommand',
      'q-)stock: ReserveStockCommand',
      'stock-)q: StockReserved',
      'q-)saga: StockReserved',
    ),
    'Order saga goes on when Stock service answers over RabbitMQ.',
    'It waits for this',
    'once per document',
    'at "ReserveStockCommand"',
  ],
  [
    'saga-without-timeout',
    'no answer is drawn',
    saga('saga-)q: ReserveStockCommand', 'q-)stock: ReserveStockCommand'),
  ],
  [
    'saga-without-timeout',
    'only an event',
    saga(
      'saga-)q: OrderPlaced',
      'q-)stock: OrderPlaced',
      'stock-)q: StockReserved',
      'q-)saga: StockReserved',
    ),
  ],
  ['saga-without-timeout', 'no worker got it', saga('saga-)q: ReserveStockCommand', 'q-)saga: OrderPlaced')],
  [
    'saga-without-timeout',
    'told before it asked',
    saga('q-)stock: OrderPlaced', 'q-)saga: StockReserved', 'saga-)q: ReserveStockCommand'),
  ],
  [
    'saga-without-timeout',
    'another is told to do something',
    saga('web-)q: ReserveStockCommand', 'q-)stock: ReserveStockCommand', 'q-)saga: StockReserved'),
  ],
  [
    'saga-without-timeout',
    'the second command is answered',
    saga(
      'saga-)q: ReserveStockCommand',
      'q-)stock: ReserveStockCommand',
      'saga-)q: ShipOrderCommand',
      'q-)mail: ShipOrderCommand',
      'q-)saga: OrderShipped',
    ),
    'goes on when Mail service answers',
    'at "ShipOrderCommand"',
  ],
  [
    'saga-without-timeout',
    'called in between',
    saga(
      'saga-)q: ReserveStockCommand',
      'q-)stock: ReserveStockCommand',
      'stock->>mail: POST /mails',
      'q-)saga: StockReserved',
    ),
    'goes on when Stock service answers',
  ],
  [
    'saga-without-timeout',
    'a deadline somewhere',
    saga(
      'saga-)q: ReserveStockCommand',
      'q-)stock: ReserveStockCommand',
      'q-)saga: StockReserved',
      'Note over saga: timeout after 30 s',
    ),
  ],
  [
    'saga-without-timeout',
    'no saga',
    saga('saga-)q: ReserveStockCommand', 'q-)stock: ReserveStockCommand', 'q-)saga: StockReserved').replace(
      'Order saga',
      'Order service',
    ),
  ],
  [
    'saga-without-timeout',
    'called, not told',
    saga('saga->>stock: ReserveStockCommand', 'stock-->>saga: StockReserved'),
  ],
])

testRows([
  [
    'call-in-transaction',
    'a handler of its own',
    trace('api->>db: BEGIN', 'api->>pay: validate order', 'api->>db: COMMIT').replace(
      'Payment service',
      'Order handler',
    ),
  ],
  [
    'call-in-transaction',
    'it calls itself',
    trace('api->>db: BEGIN', 'api->>api: validate order', 'api->>db: COMMIT'),
  ],
  [
    'call-in-transaction',
    'metrics are sent',
    trace('api->>db: BEGIN', 'api->>pay: POST /metrics', 'api->>db: COMMIT').replace(
      'Payment service',
      'Prometheus',
    ),
  ],
  [
    'cleared-before-commit',
    'a cache of no product',
    trace('api->>db: BEGIN', 'api->>cache: invalidate price', 'api->>db: COMMIT').replace(
      'Redis',
      'Price cache',
    ),
    'Order service clears Price cache before it commits.',
  ],
  [
    'cleared-before-commit',
    'a Redis that is no cache',
    trace('api->>db: BEGIN', 'api->>cache: DEL price', 'api->>db: COMMIT').replace(
      'as Redis',
      'as Redis database',
    ),
    'before it commits',
  ],
  [
    'embedded-database-shared',
    'it is copied from',
    'db[(SQLite)] -->|rows| a[Order API 1]\nb[Order API 2] -->|SQL| db',
  ],
  [
    'queue-in-cache',
    'it is read by a worker',
    'a[Order API] -->|cache| r[(Redis)]\nw[Celery worker] --> r',
    'Redis is cache and queue ("Celery") in one',
  ],
  [
    'queue-in-cache',
    'a service of such a name',
    'a[Order API] -->|cache| r[(Redis)]\nw[Celery dashboard API] --> r',
  ],
  [
    'unread-replica',
    'in a trace',
    'sequenceDiagram\nparticipant a as Order API\nparticipant p as Postgres primary\nparticipant r as Postgres read replica\na->>p: reads\np->>r: replication',
  ],
  [
    'unread-replica',
    'a service named so',
    'a[Order API] -->|reads| p[(Postgres primary)]\np -->|replication| r[Replica service]',
  ],
  [
    'unread-replica',
    'of a group',
    'a[Order API] -->|reads| g\nsubgraph g [Postgres]\np[(Postgres primary)]\nend\ng -->|replication| r[(Postgres read replica)]',
  ],
])
