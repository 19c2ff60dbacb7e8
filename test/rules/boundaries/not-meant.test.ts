// What looks like a hazard and is none: words and boxes of real designs that rules had misread.

import { testRows } from '../rows'

testRows([
  [
    'dual-write',
    'a publisher of events within the process',
    `web[Web app] -->|HTTPS| api[Order service]
     api -->|"SQL insert"| db[(PostgreSQL)]
     api -->|"publish OrderPlaced"| bus[DomainEventPublisher]`,
  ],
  [
    'dual-write',
    'an event about what somebody did',
    `web[Web app] -->|HTTPS| users[User service]
     users -->|SQL insert audit| db[(PostgreSQL)]
     users -->|publish user.logged-in| bus[Kafka]`,
  ],
  [
    'dual-write',
    'a broker of that name',
    `web[Web app] -->|HTTPS| api[Order service]
     api -->|"SQL insert"| db[(PostgreSQL)]
     api -->|"publish OrderPlaced"| bus[Kafka event bus]`,
    'writes to PostgreSQL and publishes to Kafka event bus',
  ],
  [
    'call-in-loop',
    'each test in a container of its own',
    'runner[Code runner service] -->|"HTTPS, for each test case"| box[Sandbox service]',
  ],
  [
    'call-in-loop',
    'each item of an order',
    'orders[Order service] -->|"HTTPS, for each item"| stock[Stock service]',
    'once for each item',
  ],
  ['missing-timeout', 'the platform that runs it', 'lb[Load balancer] -->|HTTPS| k8s[Kubernetes cluster]'],
  ['missing-timeout', 'a browser at the edge', 'web[Web browser] -->|HTTPS| edge[API gateway]'],
  [
    'missing-timeout',
    'an app at the edge',
    'web[Shop app] -->|HTTPS| edge[API gateway]',
    'No timeout: Shop app → API gateway',
  ],
  [
    'gateway-bypassed',
    'an operator beside clients of a gateway',
    `web[Web browser] -->|HTTPS| gw[API gateway] -->|HTTP| api[Order service]
     ops[Operator laptop] -->|kubectl deploy| api`,
  ],
  ['insecure-transport', 'a generator of load', 'gen[loadgenerator] -->|HTTP| lb[AWS ALB]'],
  [
    'persistent-connections-round-robin',
    "a client's own balancer",
    `gw[API gateway] --> lb["Client-side gRPC load balancer, round robin"]
     lb -->|gRPC stream| one[Auth service 1] & two[Auth service 2]`,
  ],
  [
    'call-in-loop',
    'an ingestion, which nobody waits for',
    'in[Ingestion service] -->|"HTTPS, for each item"| stock[Stock service]',
  ],
  ['unlabeled-arrow', 'a topic by its name', 'orders[Order service] --> created[order.created]'],
  [
    'dual-write',
    'a second database without a word about what it is asked',
    `web[Web app] -->|HTTPS| api[Order service]
     api -->|SQL| db[(PostgreSQL)]
     api -->|SQL| search[(Qdrant)]
     etl[Loader service] -->|SQL| db
     api -->|"publish OrderPlaced"| bus[Kafka]`,
  ],
  [
    'cross-region-sync',
    'a bucket and its replica elsewhere',
    `subgraph us-east-1
       first[(Primary S3 bucket)]
     end
     subgraph us-west-2
       second[(Replica bucket)]
     end
     first --> second`,
  ],
  [
    'cross-region-sync',
    'a service that waits for one elsewhere',
    `subgraph us-east-1
       orders[Order service]
     end
     subgraph us-west-2
       stock[Stock service]
     end
     orders -->|"HTTPS, 1s timeout"| stock`,
    'waits for Stock service in us-west-2',
  ],
  [
    'retry-not-idempotent',
    'a status that is asked for again and again',
    'worker[Publish worker] -->|"HTTPS POST /publish/status/fetch/, 40 attempts"| tok[Video API]',
  ],
  [
    'retry-not-idempotent',
    'a status that is set',
    'worker[Publish worker] -->|"HTTPS PATCH /videos/1/status, 4 attempts"| tok[Video API]',
    'retries "PATCH /videos/1/status"',
  ],
])
