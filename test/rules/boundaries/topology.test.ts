// Rules of the category topology on and beside their limits.

import { testRows } from '../rows'

testRows([
  [
    'udp-amplification',
    'from a client',
    `app[Mobile app] -->|UDP| game[Game server]`,
    'Game server answers UDP from the internet.',
  ],
  ['udp-amplification', 'between servers', `api[Order API] -->|UDP| stats[Metrics server]`],
  [
    'udp-amplification',
    'inside',
    `app[Mobile app] -->|UDP| game[Game server]
     game@{ network: private }`,
  ],
  [
    'udp-amplification',
    'for insiders',
    `app[Mobile app] -->|UDP| game[Game server]
     game@{ audience: internal }`,
  ],
  [
    'udp-amplification',
    'limited',
    `app[Mobile app] -->|UDP| game[Game server]
     game@{ rateLimit: 100/s }`,
  ],
  [
    'webrtc-recording-without-sfu',
    'one peer is a server',
    `alice[Browser A] -->|WebRTC| media[Call service]
     rec[Call recorder]`,
  ],
  [
    'webrtc-recording-without-sfu',
    'recorded on the client',
    `alice[Browser A] -->|WebRTC| bob[Browser B]
     rec[Local call recorder]`,
  ],
  [
    'webrtc-recording-without-sfu',
    'recorded by nobody in the middle',
    `alice[Browser A] -->|WebRTC| bob[Browser B]
     rec[Call recorder]`,
    'Call recorder gets no media',
    'Call recorder needs the media',
  ],
])

testRows([
  [
    'single-zone',
    'copies of one box',
    `web[Web app] -->|HTTPS| api[Order API]
     api@{ replicas: 2, zone: eu-west-1a }`,
    'All 2 copies of Order API run in eu-west-1a.',
  ],
  [
    'single-zone',
    'one instance is no set of copies',
    `web[Web app] -->|HTTPS| api[Order API]
     api@{ replicas: 1, zone: eu-west-1a }`,
  ],
  [
    'single-zone',
    'copies that nobody asks',
    `api[Order API] -->|SQL| db[(Postgres)]
     api@{ replicas: 2, zone: eu-west-1a }`,
  ],
  [
    'single-zone',
    'two zones',
    `web[Web app] -->|HTTPS| api[Order API]
     api@{ replicas: 2, zone: [eu-west-1a, eu-west-1b] }`,
  ],
  [
    'single-zone',
    'copies drawn one by one',
    `lb[Load balancer] -->|HTTP| one[Order API 1]
     lb -->|HTTP| two[Order API 2]
     one@{ zone: eu-west-1a }
     two@{ zone: eu-west-1a }`,
    'Order API 1 and Order API 2 both run in eu-west-1a.',
    'Order API 2 runs in eu-west-1a too',
  ],
  [
    'single-zone',
    'copies in two zones',
    `lb[Load balancer] -->|HTTP| one[Order API 1]
     lb -->|HTTP| two[Order API 2]
     one@{ zone: eu-west-1a }
     two@{ zone: eu-west-1b }`,
  ],
])

testRows([
  [
    'client-round-trips',
    'two in a row',
    `web[Browser] -->|HTTPS| api[Order API]
     %% web->api@{ calls: 2 }`,
  ],
  [
    'client-round-trips',
    'three in a row',
    `web[Browser] -->|HTTPS| api[Order API]
     %% web->api@{ calls: 3 }`,
    'Browser asks Order API 3 times in a row: at 20 ms (a typical round trip over the last mile) that is 60 ms',
  ],
  [
    'client-round-trips',
    'from a phone',
    `app[Mobile app] -->|HTTPS| api[Order API]
     %% app->api@{ calls: 3 }`,
    'at 50 ms (a typical round trip over the last mile) that is 150 ms',
  ],
  [
    'client-round-trips',
    'its own round trip',
    `web[Browser] -->|"HTTPS, 100ms RTT"| api[Order API]
     %% web->api@{ calls: 3 }`,
    'at 100 ms (its round trip) that is 300 ms',
  ],
  [
    'client-round-trips',
    'a service has no screen',
    `shop[Shop service] -->|HTTPS| api[Order API]
     %% shop->api@{ calls: 3 }`,
  ],
  [
    'client-round-trips',
    'polls are many by nature',
    `web[Browser] -->|HTTPS polls| api[Order API]
     %% web->api@{ calls: 3 }`,
  ],
  [
    'client-round-trips',
    'GraphQL has asked for all at once',
    `web[Browser] -->|GraphQL| api[Order API]
     %% web->api@{ calls: 3 }`,
  ],
  [
    'client-round-trips',
    'reads in a trace',
    `sequenceDiagram
       participant web as Browser
       participant api as Order API
       web->>api: GET /orders
       web->>api: GET /prices
       web->>api: GET /stock`,
    'Browser asks Order API 3 times in a row',
    'then GET /stock',
  ],
  [
    'client-round-trips',
    'three tokens in a trace',
    `sequenceDiagram
       participant web as Browser
       participant api as Order API
       web->>api: GET /token
       web->>api: GET /token
       web->>api: GET /token`,
  ],
  [
    'client-round-trips',
    'three reads of another client',
    `sequenceDiagram
       participant web as Browser
       participant app as Mobile app
       web->>app: GET /orders
       web->>app: GET /prices
       web->>app: GET /stock`,
  ],
  [
    'client-round-trips',
    'three reads by a service',
    `sequenceDiagram
       participant web as Shop service
       participant api as Order API
       web->>api: GET /orders
       web->>api: GET /prices
       web->>api: GET /stock`,
  ],
  [
    'client-round-trips',
    'three writes',
    `sequenceDiagram
       participant web as Browser
       participant api as Order API
       web->>api: POST /orders
       web->>api: POST /prices
       web->>api: POST /stock`,
  ],
  [
    'client-round-trips',
    'two reads in a trace',
    `sequenceDiagram
       participant web as Browser
       participant api as Order API
       web->>api: GET /orders
       web->>api: GET /prices`,
  ],
  [
    'client-round-trips',
    'a write in between',
    `sequenceDiagram
       participant web as Browser
       participant api as Order API
       web->>api: GET /orders
       web->>api: GET /prices
       web->>api: POST /orders
       web->>api: GET /stock`,
  ],
  [
    'client-round-trips',
    'another server in between',
    `sequenceDiagram
       participant web as Browser
       participant api as Order API
       participant stock as Stock API
       web->>api: GET /orders
       web->>stock: GET /stock
       web->>api: GET /prices`,
  ],
  [
    'client-round-trips',
    'somebody picks one in between',
    `sequenceDiagram
       actor user as Customer
       participant web as Browser
       participant api as Order API
       web->>api: GET /orders
       web->>api: GET /prices
       user->>web: picks one
       web->>api: GET /stock`,
  ],
])

testRows([
  [
    'cdn-caches-private',
    'an account, for a minute',
    `web[Browser] -->|GET /account| cdn[CloudFront]
     cdn -->|GET /account| api[Order API]
     cdn@{ ttl: 60s }`,
    'CloudFront caches /account, which differs from user to user',
  ],
  [
    'cdn-caches-private',
    'for no time',
    `web[Browser] -->|GET /account| cdn[CloudFront]
     cdn -->|GET /account| api[Order API]
     cdn@{ ttl: 0s }`,
  ],
  [
    'cdn-caches-private',
    'a page for all',
    `web[Browser] -->|GET /prices| cdn[CloudFront]
     cdn@{ ttl: 60s }`,
  ],
  [
    'cdn-caches-private',
    'passed through',
    `web[Browser] -->|"GET /account, no-store"| cdn[CloudFront]
     cdn@{ ttl: 60s }`,
  ],
  ['cdn-caches-private', 'nothing says that it is cached', `web[Browser] -->|GET /account| cdn[CloudFront]`],
  [
    'cdn-caches-private',
    'by its arrow',
    `web[Browser] -->|cached profile, HTTPS| cdn[CloudFront]`,
    'CloudFront caches “cached profile, HTTPS”',
  ],
  [
    'cdn-caches-private',
    'the arrow has a share that is answered from it',
    `web[Browser] -->|GET /account| cdn[CloudFront]
     %% web->cdn@{ hitRatio: 90% }`,
    'CloudFront caches /account',
  ],
  [
    'modulo-sharding',
    'by four',
    `api[Order service] -->|SQL hash(id) % 4| db[(Postgres)]`,
    '“hash(id) % 4” depends on the number of servers. From 4 to 5, 80% of the keys move; with consistent hashing 20%.',
  ],
  [
    'modulo-sharding',
    'by N',
    `api[Order service] -->|SQL hash(id) % N| db[(Postgres)]`,
    'From N to N + 1, N of N + 1 keys move',
  ],
  [
    'modulo-sharding',
    'by 63',
    `api[Order service] -->|SQL hash(id) % 63| db[(Postgres)]`,
    'From 63 to 64, 98% of the keys move; with consistent hashing 2%.',
  ],
  ['modulo-sharding', 'by 64', `api[Order service] -->|SQL hash(id) % 64| db[(Postgres)]`],
  ['modulo-sharding', 'into slots', `api[Order service] -->|SQL hash(id) % 4 slots| db[(Postgres)]`],
  [
    'modulo-sharding',
    'said twice',
    `api[Order service] -->|SQL hash(id) % 4| db[(Postgres)]
     stock[Stock service] -->|SQL key mod 4| db`,
    '“hash(id) % 4”',
  ],
  [
    'modulo-sharding',
    'as stated',
    `api[Order service] -->|SQL| db[(Postgres)]
     %% api->db@{ algorithm: modulo-hash }`,
    '“hash % N” depends on the number of servers',
  ],
])

testRows([
  [
    'shared-database',
    'two services',
    `orders[Order service] -->|SQL| db[(PostgreSQL)]
     stock[Stock service] -->|SQL| db`,
  ],
  [
    'shared-database',
    'two services and copies of one of them',
    `orders[Order service 1] -->|SQL| db[(PostgreSQL)]
     again[Order service 2] -->|SQL| db
     stock[Stock service] -->|SQL| db`,
  ],
  [
    'shared-database',
    'three services, one of which only reads',
    `orders[Order service] -->|SQL| db[(PostgreSQL)]
     stock[Stock service] -->|SQL| db
     report[Report service] -->|reads| db`,
  ],
  [
    'shared-database',
    'a schema each, said on an arrow',
    `orders[Order service] -->|own schema| db[(PostgreSQL)]
     stock[Stock service] -->|SQL| db
     users[User service] -->|SQL| db`,
  ],
  [
    'shared-database',
    'three services',
    `orders[Order service] -->|SQL| db[(PostgreSQL)]
     stock[Stock service] -->|SQL| db
     users[User service] -->|SQL| db`,
    'Order service, Stock service and User service all use PostgreSQL.',
  ],
  [
    'shared-database',
    'microservices in Portuguese',
    `a[Microsserviço de Pacientes] -->|SQL| db[(PostgreSQL)]
     b[Microsserviço de Consultas] -->|SQL| db
     c[Serviço de Faturamento] -->|SQL| db`,
    'all use PostgreSQL',
  ],
  [
    'shared-database',
    'services in Chinese',
    `a[订单服务] -->|SQL| db[(PostgreSQL)]
     b[库存服务] -->|SQL| db
     c[用户服务] -->|SQL| db`,
    'all use PostgreSQL',
  ],
])
