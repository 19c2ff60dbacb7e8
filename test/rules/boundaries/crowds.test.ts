// What many requests at once do: breakers, caches, loops, connections, limits, outages.

import { testRows } from '../rows'

const filled = (cache: string, more = '') => `web[Browser] --> api[Order API]
     api -->|GET| ${cache}
     api -->|SQL| db[(Postgres)]
     ${more}`

testRows([
  [
    'cache-stampede',
    'entries that expire',
    filled('c["Redis cache, TTL 60s"]'),
    'When an entry of Redis cache expires, every request for it goes to Postgres',
    'Misses are fetched from Postgres',
  ],
  ['cache-stampede', 'a Redis that may hold anything', filled('c[Redis]')],
  [
    'cache-stampede',
    'a Redis that asks the store itself',
    'api[Order API] -->|GET| c[Redis] -->|SQL| db[(Postgres)]',
    'every request for it goes to Postgres',
  ],
  [
    'cache-stampede',
    'a CDN in front of a service',
    'web[Browser] -->|HTTPS| cdn[Akamai CDN] -->|HTTPS| api[Order API]',
    'every request for it goes to Order API',
  ],
  [
    'cache-stampede',
    'a CDN without an origin, beside a store',
    'web[Browser] -->|HTTPS| cdn[Akamai CDN]\nweb -->|HTTPS| db[(Postgres)]',
  ],
  [
    'cache-stampede',
    'a cache that calls a service',
    'api[Order API] -->|GET| c[Redis] -->|HTTP| b[Stock service]',
  ],
])

const loop = (title: string, ...steps: string[]) => `sequenceDiagram
participant web as Browser
participant api as Order service
participant stock as Stock service
participant job as Report service
loop ${title}
${steps.join('\n')}
end`

testRows([
  [
    'call-in-loop',
    'for each item',
    `${loop('for each item', 'api->>stock: GET /stock', 'stock-->>api: 200').replace('loop', 'web->>api: GET /orders\nloop')}`,
    'The loop',
  ],
  [
    'call-in-loop',
    'a client goes through them by hand',
    loop(
      'for each item',
      'web->>api: POST /scan',
      'api->>stock: GET /stock',
      'stock-->>api: 200',
      'api-->>web: 200',
    ),
  ],
  [
    'call-in-loop',
    'a client is told of each',
    loop('for each item', 'api->>stock: GET /stock', 'stock-->>api: 200', 'api-->>web: 200').replace(
      'loop',
      'web->>api: GET /orders\nloop',
    ),
    'The loop',
  ],
  [
    'call-in-loop',
    'whom nobody asked',
    `${loop('for each item', 'job->>stock: GET /stock', 'stock-->>job: 200')}\nweb->>api: GET /orders`,
  ],
  [
    'call-in-loop',
    'who is asked only later',
    `${loop('for each item', 'job->>stock: GET /stock', 'stock-->>job: 200')}\nweb->>job: GET /report`,
  ],
  [
    'call-in-loop',
    'who was answered before',
    `${loop('for each item', 'job->>stock: GET /stock', 'stock-->>job: 200').replace('loop', 'job->>api: GET /orders\napi-->>job: 200\nloop')}\nweb->>api: GET /orders`,
  ],
  [
    'call-in-loop',
    'who does something itself before',
    `${loop('for each item', 'job->>stock: GET /stock', 'stock-->>job: 200').replace('loop', 'job->>job: prepare\nloop')}\nweb->>api: GET /orders`,
  ],
  [
    'call-in-loop',
    'five at most',
    loop('for each item (up to 5)', 'api->>stock: GET /stock', 'stock-->>api: 200').replace(
      'loop',
      'web->>api: GET /orders\nloop',
    ),
  ],
  [
    'call-in-loop',
    'six at most',
    loop('for each item (up to 6)', 'api->>stock: GET /stock', 'stock-->>api: 200').replace(
      'loop',
      'web->>api: GET /orders\nloop',
    ),
    'The loop',
  ],
  [
    'call-in-loop',
    'every five minutes, for each item',
    loop(
      'every 5 minutes',
      'loop for each item',
      'api->>stock: GET /stock for each item',
      'stock-->>api: 200',
      'end',
    ).replace('loop', 'web->>api: GET /orders\nloop'),
  ],
  [
    'call-in-loop',
    'a clock begins it',
    'c[Cron scheduler] -->|HTTP| a[Order service] -->|"HTTP, for each item"| b[Stock service]',
  ],
  [
    'call-in-loop',
    'a request, and a clock for something else',
    'web[Browser] -->|HTTPS| a[Order service] -->|"HTTP, for each item"| b[Stock service]\nc[Cron scheduler] -->|HTTP| d[Mail service]',
    'Order service',
  ],
  [
    'call-in-loop',
    'what each adds',
    'web[Browser] -->|HTTPS| a[Order service] -->|"HTTP, for each item"| b[Stock service]\n%% b@{ p50: 0.5ms }\n%% a->b@{ rtt: 0.5ms }',
    ': each adds 1ms (50 of them 50ms)',
  ],
  [
    'call-in-loop',
    'nothing is assumed of what each adds',
    'web[Browser] -->|HTTPS| a[Order service] -->|"HTTP, for each item"| b[Stock service]\n%% arrowsmith: { assume: nothing }',
    'once for each item ("HTTP, for each item"), and one slow answer',
  ],
  [
    'call-in-loop',
    'half a millisecond is all that each adds',
    'web[Browser] -->|HTTPS| a[Order service] -->|"HTTP, for each item"| b[Stock service]\n%% a->b@{ rtt: 0.5ms }\n%% arrowsmith: { assume: nothing }',
    ': each adds 500us (50 of them 25ms)',
  ],
  [
    'call-in-loop',
    'a group is called',
    'web[Browser] -->|HTTPS| a[Order service]\nsubgraph s [Stock]\nb[Stock service]\nend\na -->|"HTTP, for each item"| s',
  ],
])

testRows([
  ['connection-churn', 'messages', 'a[Order service] -->|publish| q[[Kafka]]\n%% a->q@{ connection: new }'],
  [
    'connection-churn',
    'an answer',
    'a[Order service] -->|HTTP| b[Stock service]\nb -.->|result| a\n%% b->a@{ connection: new, calls: 3 }',
  ],
  [
    'connection-churn',
    'a function',
    'web[Browser] -->|HTTPS| f[AWS Lambda] -->|SQL| db[(Postgres)]',
    'PostgreSQL accepts 100 by default',
    'Put a pooler in front (RDS Proxy)',
    'One instance for each request at a time',
  ],
  [
    'connection-churn',
    'a function of nobody',
    'web[Browser] -->|HTTPS| f[Serverless function] -->|SQL| db[(Postgres)]',
    'Put a pooler in front (PgBouncer)',
  ],
  [
    'connection-churn',
    'a store of nobody',
    'web[Browser] -->|HTTPS| f[Serverless function] -->|SQL| db[(Orders database)]',
    'Put a pooler in front (PgBouncer, ProxySQL)',
    ', more than most servers accept',
  ],
  [
    'connection-churn',
    'SQL over TLS',
    'web[Browser] -->|HTTPS| f[Serverless function] -->|SQL over TLS| db[(Postgres)]',
    'Put a pooler in front (PgBouncer)',
  ],
  [
    'connection-churn',
    'many requests in one instance',
    'web[Browser] -->|HTTPS| f["Function on Cloud Run"] -->|SQL| db[(Postgres)]',
  ],
  [
    'connection-churn',
    'many requests in one instance, by its product',
    'web[Browser] -->|HTTPS| f[Azure Functions] -->|SQL| db[(Postgres)]',
  ],
  [
    'connection-churn',
    'a clock starts it',
    'c[Scheduler] -->|HTTP| f[Serverless function] -->|SQL| db[(Postgres)]',
  ],
  [
    'connection-churn',
    'a clock and clients start it',
    'c[Scheduler] -->|HTTP| f[Serverless function] -->|SQL| db[(Postgres)]\nweb[Browser] -->|HTTPS| f',
    'Put a pooler in front',
  ],
])

testRows([
  [
    'missing-rate-limit',
    'a firewall behind the door',
    'web[Browser] -->|HTTPS| api[Order API] -->|HTTP| w[ModSecurity]\n%% w@{ kind: waf }',
  ],
  [
    'missing-rate-limit',
    'a limiter by its name',
    'web[Browser] -->|HTTPS| api[Order API] -->|HTTP| w[Rate limiter]',
  ],
  [
    'missing-rate-limit',
    'no limit, as stated',
    'web[Browser] -->|HTTPS| api[Order API]\n%% api@{ rateLimit: false }',
    'Requests from Browser enter here',
  ],
  [
    'missing-rate-limit',
    'a gateway pushes to the client',
    'web[Browser] -->|HTTPS| api[Order API]\ngw[Push gateway] -.->|events| web',
    'Browser reaches Order API',
  ],
  [
    'missing-rate-limit',
    'a frontend behind a balancer',
    'lb[Load balancer] -->|HTTP| web[Frontend] -->|HTTP| api[Order API]',
  ],
  [
    'missing-rate-limit',
    'a door that answers',
    'web[Frontend] -->|HTTP| api[API gateway]\napi -->|HTTP| web',
    'Frontend reaches API gateway',
  ],
])

const down = (arrow: string, more = '') => `web[Browser] -->|HTTPS| api[Order API]
     api -->|${arrow}| stock[Stock service]
     %% web->api@{ rate: 90/s }
     %% stock@{ capacity: 100/s }
     ${more}`

testRows([
  ['outage-saturates', 'no retries', down('HTTP, 1s timeout')],
  [
    'outage-saturates',
    'one retry',
    down('"HTTP, 1s timeout, 1 retry"'),
    'Stock service serves 90 requests a second of at most 100, but when it is down each becomes up to 2 attempts: above 50 a second they overload it again after it recovers.',
    'Order API tries again',
    'Add a circuit breaker to the calls to Stock service',
  ],
  [
    'outage-saturates',
    'a breaker stops them',
    down('"HTTP, 1s timeout, 1 retry"', '%% api->stock@{ breaker: true }'),
  ],
  [
    'outage-saturates',
    'without limit',
    down('"HTTP, 1s timeout, unlimited retries"'),
    'each is tried again without limit',
  ],
])
