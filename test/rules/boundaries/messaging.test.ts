// Rules of the category messaging on and beside their limits.

import { testRows } from '../rows'

testRows([
  [
    'queue-without-dead-letter',
    'tried several times',
    `api[Order service] -->|publish| queue[[RabbitMQ]]
     queue -->|"delivers, 5 attempts"| mail[Mail worker]`,
    'After 5 attempts such a message is lost',
  ],
  [
    'queue-without-dead-letter',
    'tried once',
    `api[Order service] -->|publish| queue[[RabbitMQ]]
     queue -->|"delivers, 1 attempt"| mail[Mail worker]`,
  ],
  [
    'queue-without-dead-letter',
    'tried twice',
    `api[Order service] -->|publish| queue[[RabbitMQ]]
     queue -->|"delivers, 2 attempts"| mail[Mail worker]`,
    'After 2 attempts such a message is lost',
  ],
  [
    'queue-without-dead-letter',
    'dead letters are drawn',
    `api[Order service] -->|publish| queue[[RabbitMQ]]
     queue -->|"delivers, 5 attempts"| mail[Mail worker]
     mail -->|publish| dead[[Failed messages]]`,
  ],
  [
    'queue-without-dead-letter',
    'dead letters by id',
    `api[Order service] -->|publish| queue[[RabbitMQ]]
     queue -->|"delivers, 5 attempts"| mail[Mail worker]
     mail -->|publish| dlq[[Kafka]]`,
  ],
  [
    'queue-without-dead-letter',
    'stated of the queue',
    `api[Order service] -->|publish| queue[[RabbitMQ]]
     queue -->|"delivers, 5 attempts"| mail[Mail worker]
     queue@{ deadLetter: failed }`,
  ],
  [
    'queue-without-dead-letter',
    'stated of the consumer',
    `api[Order service] -->|publish| queue[[RabbitMQ]]
     queue -->|"delivers, 5 attempts"| mail[Mail worker]
     mail@{ deadLetter: failed }`,
  ],
])

testRows([
  [
    'consumer-not-idempotent',
    'a second delivery charges twice',
    `queue[[RabbitMQ]] -->|delivers| pay[Payment worker]
     pay -->|POST /charges| psp[Stripe]`,
    'Payment worker does this for each delivery',
  ],
  [
    'consumer-not-idempotent',
    'it asks only',
    `queue[[RabbitMQ]] -->|delivers| pay[Payment worker]
     pay -->|GET /charges| psp[Stripe]`,
  ],
  [
    'consumer-not-idempotent',
    'a PATCH sets what it set before',
    `queue[[RabbitMQ]] -->|delivers| pay[Payment worker]
     pay -->|PATCH /charges/1| psp[Stripe]`,
  ],
  [
    'consumer-not-idempotent',
    'idempotent, as stated',
    `queue[[RabbitMQ]] -->|delivers| pay[Payment worker]
     pay -->|POST /charges| psp[Stripe]
     %% queue->pay@{ idempotent: true }`,
  ],
  [
    'consumer-not-idempotent',
    'not idempotent, as stated',
    `queue[[RabbitMQ]] -->|delivers| pay[Payment worker]
     pay -->|POST /charges| psp[Stripe]
     %% queue->pay@{ idempotent: false }`,
    'Payment worker does this for each delivery',
  ],
  [
    'consumer-not-idempotent',
    'it looks up what it has processed',
    `queue[[RabbitMQ]] -->|delivers| pay[Payment worker]
     pay -->|POST /charges| psp[Stripe]
     pay -->|SQL processed ids| db[(Postgres)]`,
  ],
  [
    'consumer-not-idempotent',
    'it also answers others',
    `queue[[RabbitMQ]] -->|delivers| pay[Payment service]
     web[Web app] -->|HTTPS| pay
     pay -->|POST /charges| psp[Stripe]`,
  ],
  [
    'consumer-not-idempotent',
    'in a trace that asks first',
    `sequenceDiagram
       participant queue as RabbitMQ
       participant pay as Payment worker
       participant psp as Stripe
       queue->>pay: delivers
       alt already processed
         pay->>pay: skip
       else new
         pay->>psp: POST /charges
       end`,
  ],
])

testRows([
  [
    'dual-write',
    'a store and a broker',
    `api[Order service] -->|SQL insert| db[(Postgres)]
     api -->|publish| queue[[Kafka]]`,
    'Write the event to an outbox table in the same transaction',
    'The write to Postgres',
  ],
  [
    'dual-write',
    'a store without transactions over two tables',
    `api[Order service] -->|insert| db[(MongoDB)]
     api -->|publish| queue[[Kafka]]`,
    "Publish the store's own change stream (CDC)",
  ],
  [
    'dual-write',
    'the store is only read',
    `api[Order service] -->|SQL select| db[(Postgres)]
     api -->|publish| queue[[Kafka]]`,
  ],
  [
    'dual-write',
    'by an outbox',
    `api[Order service] -->|SQL insert outbox| db[(Postgres)]
     api -->|publish| queue[[Kafka]]`,
  ],
  [
    'dual-write',
    'started by a message',
    `jobs[[RabbitMQ]] -->|delivers| api[Order service]
     api -->|SQL insert| db[(Postgres)]
     api -->|publish| queue[[Kafka]]`,
  ],
  [
    'dual-write',
    'nothing hangs on what is published',
    `api[Order service] -->|SQL insert| db[(Postgres)]
     api -->|publish metrics| queue[[Kafka]]`,
  ],
  [
    'dual-write',
    'what is sent was never promised',
    `api[Order service] -->|SQL insert| db[(Postgres)]
     api -->|publish| queue[[Redis Pub/Sub]]`,
  ],
  [
    'dual-write',
    'a store of its own and an event',
    `api[Order service] -->|SQL| db[(Postgres)]
     api -->|publishes OrderPlaced| queue[[Kafka]]`,
    'The write to Postgres',
  ],
  [
    'dual-write',
    'a store of others and an event',
    `api[Order service] -->|SQL| db[(Postgres)]
     stock[Stock service] --> db
     api -->|publishes OrderPlaced| queue[[Kafka]]`,
  ],
])

testRows([
  [
    'pubsub-without-store',
    'chats over Redis',
    `chat[Chat service] -->|Pub/Sub| redis[(Redis)]
     redis -->|Pub/Sub| socket[Socket server]
     web[Web app] -->|WebSocket| socket`,
    'Redis delivers messages only to current subscribers',
    'Clients that are offline, or reconnect while Socket server restarts',
    'Socket server passes them on to connected clients',
  ],
  [
    'pubsub-without-store',
    'a store takes them too',
    `chat[Chat service] -->|Pub/Sub| redis[(Redis)]
     chat -->|SQL| db[(Postgres)]
     redis -->|Pub/Sub| socket[Socket server]
     web[Web app] -->|WebSocket| socket`,
  ],
  [
    'pubsub-without-store',
    'a log takes them too',
    `chat[Chat service] -->|Pub/Sub| redis[(Redis)]
     chat -->|publish| log[[Kafka]]
     redis -->|Pub/Sub| socket[Socket server]
     web[Web app] -->|WebSocket| socket`,
  ],
  [
    'pubsub-without-store',
    'Redis keeps a stream',
    `chat[Chat service] -->|Pub/Sub| redis[(Redis Streams)]
     redis -->|Pub/Sub| socket[Socket server]
     web[Web app] -->|WebSocket| socket`,
  ],
  [
    'pubsub-without-store',
    'prices are no messages to people',
    `price[Price service] -->|Pub/Sub| redis[(Redis)]
     redis -->|Pub/Sub| socket[Socket server]
     web[Web app] -->|WebSocket| socket`,
  ],
  [
    'pubsub-without-store',
    'no client is connected',
    `chat[Chat service] -->|Pub/Sub| redis[(Redis)]
     redis -->|Pub/Sub| socket[Socket server]`,
  ],
  [
    'pubsub-without-store',
    'clients behind a balancer',
    `chat[Chat service] -->|Pub/Sub| redis[(Redis)]
     redis -->|Pub/Sub| socket[Socket server]
     web[Web app] -->|WebSocket| lb[Load balancer]
     lb -->|WebSocket| socket`,
    'Redis delivers messages only to current subscribers',
  ],
  [
    'pubsub-without-store',
    'core NATS',
    `chat[Chat service] -->|publish| nats[[Core NATS]]
     nats -->|delivers| socket[Socket server]
     socket -->|push| web[Web app]`,
    'Core NATS delivers messages only to current subscribers',
  ],
])

testRows([
  [
    'pop-without-ack',
    'one list for work, another for what is in work',
    `worker[Mail worker] -->|BRPOP jobs| jobs[(Redis)]
     worker -->|"HSET processing list"| jobs`,
  ],
  [
    'pop-without-ack',
    'a part of the drawing keeps it',
    `worker[Mail worker] -->|BRPOP jobs| jobs[(Redis)]
     kept[In-flight list]`,
  ],
  [
    'visibility-timeout-too-short',
    'work as long as the message is hidden',
    `q["SQS jobs (visibility timeout 30s)"] --> w[Mail worker]
     w -->|"HTTPS, 30s timeout"| api[Mail API]`,
    'SQS jobs hides a message for 30s, and Mail worker waits up to 30s for Mail API',
  ],
  [
    'visibility-timeout-too-short',
    'work that is done a second before',
    `q["SQS jobs (visibility timeout 30s)"] --> w[Mail worker]
     w -->|"HTTPS, 29s timeout"| api[Mail API]`,
  ],
  [
    'queue-without-dead-letter',
    'retries without a number',
    'relay[RabbitMQ] -->|deliver with retries| hook[Webhook service]',
    'Webhook service retries messages of RabbitMQ',
    'Such a message comes back forever or is dropped.',
  ],
  [
    'queue-without-dead-letter',
    'retries into a dead-letter topic',
    `relay[Kafka] -->|deliver with retries| hook[Webhook service]
     relay --> dlt[orders-dlt]`,
  ],
])
