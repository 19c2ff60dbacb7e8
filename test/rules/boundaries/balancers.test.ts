// Rules about what balancers do with connections, and about checks of servers, on and beside their limits.

import { testRows } from '../rows'

testRows([
  [
    'grpc-behind-l4',
    'two replicas',
    `a[Order service] -->|gRPC| lb[Network load balancer]
     lb -->|gRPC| b[Stock service]
     lb@{ layer: L4 }
     b@{ replicas: 2 }`,
    'Order service keeps one HTTP/2 connection, and Network load balancer balances connections: all its gRPC calls go to 1 of 2 replicas of Stock service, and',
    'behind Network load balancer',
  ],
  [
    'grpc-behind-l4',
    'one replica',
    `a[Order service] -->|gRPC| lb[Network load balancer]
     lb -->|gRPC| b[Stock service]
     lb@{ layer: L4 }`,
  ],
  [
    'grpc-behind-l4',
    'two servers',
    `a[Order service] -->|gRPC| lb[Network load balancer]
     lb -->|gRPC| b[Stock service 1]
     lb -->|gRPC| c[Stock service 2]
     lb@{ layer: L4 }`,
    'go to 1 of 2 replicas, and',
  ],
  [
    'grpc-behind-l4',
    'the balancer stands for them',
    `a[Order service] -->|gRPC| lb[Network load balancer]
     lb@{ layer: L4, replicas: 3 }`,
    'go to 1 of 3 replicas, and new replicas get none',
    'Network load balancer stands for 3 replicas',
  ],
  [
    'grpc-behind-l4',
    'it reads requests',
    `a[Order service] -->|gRPC| lb[Network load balancer]
     lb -->|gRPC| b[Stock service]
     lb@{ layer: L7 }
     b@{ replicas: 2 }`,
  ],
  [
    'grpc-behind-l4',
    'the caller distributes its calls',
    `a[Order service] -->|gRPC| lb[Network load balancer]
     lb -->|gRPC| b[Stock service]
     lb@{ layer: L4 }
     b@{ replicas: 2 }
     %% a->lb@{ algorithm: round-robin }`,
  ],
  [
    'grpc-behind-l4',
    'the caller picks the first',
    `a[Order service] -->|gRPC| lb[Network load balancer]
     lb -->|gRPC| b[Stock service]
     lb@{ layer: L4 }
     b@{ replicas: 2 }
     %% a->lb@{ algorithm: pick-first }`,
    'go to 1 of 2 replicas',
  ],
  [
    'grpc-behind-l4',
    'connections are closed in time',
    `a[Order service] -->|gRPC| lb[Network load balancer]
     lb -->|gRPC| b[Stock service]
     lb@{ layer: L4 }
     b@{ replicas: 2, maxConnectionAge: 5m }`,
  ],
  [
    'grpc-behind-l4',
    'many clients have a connection each',
    `a[Mobile app] -->|gRPC| lb[Network load balancer]
     lb -->|gRPC| b[Stock service]
     lb@{ layer: L4 }
     b@{ replicas: 2 }`,
  ],
  [
    'grpc-behind-l4',
    'another protocol',
    `a[Order service] -->|HTTP| lb[Network load balancer]
     lb -->|HTTP| b[Stock service]
     lb@{ layer: L4 }
     b@{ replicas: 2 }`,
  ],
  [
    'grpc-behind-l4',
    'a mesh',
    `a[Order service] -->|gRPC| lb[Network load balancer]
     lb -->|gRPC| b[Stock service]
     lb@{ layer: L4 }
     b@{ replicas: 2 }
     mesh[Istio]`,
  ],
])

testRows([
  [
    'persistent-connections-round-robin',
    'sockets in turn',
    `web[Browser] -->|WebSocket| lb[Load balancer]
     lb -->|WebSocket| chat[Chat service]
     lb@{ algorithm: round-robin }`,
    'Load balancer distributes WebSockets in turn',
    'Balance by open connections',
  ],
  [
    'persistent-connections-round-robin',
    'sockets at random',
    `web[Browser] -->|WebSocket| lb[Load balancer]
     lb -->|WebSocket| chat[Chat service]
     lb@{ algorithm: random }`,
    'Load balancer distributes WebSockets at random',
  ],
  [
    'persistent-connections-round-robin',
    'in turn by weight',
    `web[Browser] -->|SSE| lb[Load balancer]
     lb -->|SSE| chat[Chat service]
     lb@{ algorithm: weighted-round-robin }`,
    'Load balancer distributes event streams in turn',
  ],
  [
    'persistent-connections-round-robin',
    'to the emptiest',
    `web[Browser] -->|WebSocket| lb[Load balancer]
     lb -->|WebSocket| chat[Chat service]
     lb@{ algorithm: least-connections }`,
  ],
  [
    'persistent-connections-round-robin',
    'requests are short',
    `web[Browser] -->|HTTPS| lb[Load balancer]
     lb -->|HTTP| chat[Chat service]
     lb@{ algorithm: round-robin }`,
  ],
  [
    'persistent-connections-round-robin',
    'nothing says how',
    `web[Browser] -->|WebSocket| lb[Load balancer]
     lb -->|WebSocket| chat[Chat service]`,
  ],
  [
    'persistent-connections-round-robin',
    'on the arrow to the servers',
    `web[Browser] -->|WebSocket| lb[Load balancer]
     lb -->|WebSocket| chat[Chat service]
     %% lb->chat@{ algorithm: round-robin }`,
    'Load balancer distributes WebSockets in turn',
  ],
  [
    'persistent-connections-round-robin',
    'a client picks its server',
    `a[Order service] -->|WebSocket| b[Stock service]
     %% a->b@{ algorithm: round-robin }`,
    'Order service distributes WebSockets in turn',
  ],
  [
    'load-balancer-layer-unstated',
    'a balancer',
    `web[Browser] -->|HTTPS| lb[Load balancer]
     lb -->|HTTP| api[Order API]`,
    'Load balancer does not state whether it balances connections (L4) or requests (L7). Retries',
    'State layer: L7 (it reads requests) | State layer: L4 (it passes connections on)',
  ],
  [
    'load-balancer-layer-unstated',
    'stated',
    `web[Browser] -->|HTTPS| lb[Load balancer]
     lb -->|HTTP| api[Order API]
     lb@{ layer: L4 }`,
  ],
  ['load-balancer-layer-unstated', 'nothing behind it', `web[Browser] -->|HTTPS| lb[Load balancer]`],
  [
    'load-balancer-layer-unstated',
    'a library in its caller',
    `web[Order service] -->|HTTPS| lb[Client-side load balancer]
     lb -->|HTTP| api[Order API]`,
  ],
  [
    'load-balancer-layer-unstated',
    'a product that does both',
    `web[Browser] -->|HTTPS| lb[HAProxy]
     lb -->|HTTP| api[Order API]`,
    'HAProxy does both.',
  ],
])

testRows([
  [
    'liveness-checks-dependency',
    'as stated',
    `api[Order service] -->|SQL| db[(Postgres)]
     api@{ liveness: [db] }`,
    'Order service counts as dead when Postgres does not answer.',
    'Postgres is not part of Order service',
    'Let liveness check only the process',
  ],
  [
    'liveness-checks-dependency',
    'only the process, as stated',
    `api[Order service] -->|SQL| db[(Postgres)]
     api@{ liveness: none }`,
  ],
  [
    'liveness-checks-dependency',
    'as drawn',
    `api[Order service] -->|liveness check| db[(Postgres)]`,
    'Order service counts as dead when Postgres does not answer.',
  ],
  [
    'liveness-checks-dependency',
    'readiness',
    `api[Order service] -->|readiness and liveness check| db[(Postgres)]`,
  ],
  [
    'liveness-checks-dependency',
    'of the service itself',
    `probe[Kubernetes service] -->|liveness check| api[Order service]`,
  ],
  [
    'liveness-checks-dependency',
    'in a trace',
    `sequenceDiagram
       participant k as Kubelet
       participant api as Order service
       participant db as Postgres
       k->>api: GET /livez
       api->>db: SELECT 1
       db-->>api: 1
       api-->>k: 200`,
    'Order service counts as dead when Postgres does not answer.',
  ],
  [
    'liveness-checks-dependency',
    'in a trace of readiness',
    `sequenceDiagram
       participant k as Kubelet
       participant api as Order service
       participant db as Postgres
       k->>api: GET /readyz
       api->>db: SELECT 1
       db-->>api: 1
       api-->>k: 200`,
  ],
])

testRows([
  [
    'dns-without-health-check',
    'three servers',
    `web[Browser] --> dns[Round-robin DNS] -->|HTTPS| a[Order API 1]
     dns -->|HTTPS| b[Order API 2]
     dns -->|HTTPS| c[Order API 3]`,
    'returns addresses of Order API 1, Order API 2, Order API 3 without health checks. When one fails, 33% of the clients keep calling it until somebody removes the record, and then for its TTL.',
    'State a health check every 30s',
  ],
  ['dns-without-health-check', 'one server', `dns[Round-robin DNS] -->|HTTPS| a[Order API 1]`],
  [
    'dns-without-health-check',
    'it checks them',
    `dns[Round-robin DNS] -->|HTTPS| a[Order API 1]
     dns -->|HTTPS| b[Order API 2]
     dns@{ healthCheck: 30s }`,
  ],
  [
    'dns-without-health-check',
    'the arrows check them',
    `dns[Round-robin DNS] -->|HTTPS| a[Order API 1]
     dns -->|HTTPS| b[Order API 2]
     %% dns->a@{ healthCheck: 30s }
     %% dns->b@{ healthCheck: 30s }`,
  ],
  [
    'dns-without-health-check',
    'it fails over',
    `dns[DNS failover] -->|HTTPS| a[Order API 1]
     dns -->|HTTPS| b[Order API 2]`,
  ],
  [
    'dns-without-health-check',
    'balancers have none in front of them',
    `dns[Round-robin DNS] -->|HTTPS| a[Load balancer 1]
     dns -->|HTTPS| b[Load balancer 2]
     a -->|HTTP| api[Order API]
     b -->|HTTP| api`,
    'State healthCheck: 30s. |',
  ],
  [
    'dns-without-health-check',
    'regions share none',
    `subgraph eu[Europe]
       a[Order API 1]
     end
     subgraph us[America]
       b[Order API 2]
     end
     dns[Round-robin DNS] -->|HTTPS| a
     dns -->|HTTPS| b`,
    'State healthCheck: 30s. |',
  ],
  [
    'dns-without-health-check',
    'clients are sent to the nearest',
    `dns[Geo DNS] -->|HTTPS| a[Order API 1]
     dns -->|HTTPS| b[Order API 2]`,
    'the clients nearest to it keep calling it',
  ],
])
