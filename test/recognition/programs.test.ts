// What is a part of a program, a library, a file or a place: no call ends there; and what only sounds like one.

import { describe, expect, it } from 'vitest'
import { readSystem } from '../../src/model'
import { parseDiagram } from '../../src/syntax'

const arrowsOf = (text: string) =>
  readSystem(parseDiagram(text), {}).connections.map(
    ({ from, to, role, network }) => `${from.id} ${to.id} ${network.value ? role.value : 'within'}`,
  )

const componentsOf = (text: string) =>
  readSystem(parseDiagram(text), {}).components.map(
    ({ headline, kind }) => `${headline}: ${kind && kind.confidence >= 0.5 ? kind.value : '-'}`,
  )

describe('parts of one program', () => {
  const shop = (arrows: string) =>
    arrowsOf(`flowchart LR
      web[Browser] -->|HTTPS| api[Order API]
      api -->|SQL| db[(Postgres)]
      ${arrows}`).slice(2)

  it('are packages, files and volumes, whatever they are drawn as', () => {
    expect(shop('api --> lib[("@shop/prices")]')).toEqual(['api lib within'])
    expect(shop('api --> rules[(Price files)]')).toEqual(['api rules within'])
    expect(shop('subgraph Docker volumes\n    kept[(pg_store)]\n  end\n  db --> kept')).toEqual([
      'db kept within',
    ])
    expect(shop('api --> run[Docker Compose]')).toEqual(['api run within'])
  })

  it('are the services below a layer of controllers', () => {
    const arrows = (title: string, ends: string) =>
      arrowsOf(`flowchart TB
      subgraph a [${title}]
        oc[Order ${ends}]
        uc[User ${ends}]
      end
      subgraph s [Service layer]
        os[Order service]
        vs[Validation service]
      end
      web[Browser] -->|HTTPS| oc
      oc --> os
      os --> vs`).at(-1)
    expect(arrows('Application layer', 'Controller')).toBe('os vs within')
    expect(arrows('Gateway layer', 'Gateway')).toBe('os vs call')
  })

  it('are classes beside each other, though one is named after a cache', () => {
    const arrows = arrowsOf(`sequenceDiagram
      participant C as Client
      participant A as Order API
      participant P as PriceEventPublisher
      participant L as CacheRefreshListener
      participant D as PostgreSQL
      C->>A: POST /prices
      A->>D: INSERT price
      P->>L: prices changed
      A-->>C: 201`)
    expect(arrows).toContain('P L within')
  })

  it('are classes beside each other, where code is written on their arrows: what they call outside leaves them', () => {
    const arrows = (...labels: readonly string[]) =>
      arrowsOf(`sequenceDiagram
        participant K as KeyLookup
        participant G as RegistryGateway
        participant R as Key registry
        participant D as PostgreSQL
        K->>G: ${labels[0]}
        G->>R: GET /keys/7
        R-->>G: 200
        G-->>K: ${labels[1]}
        K->>D: INSERT key`)
    const code = arrows('lookup(key) [cached for 5 min]', 'throws KeyMissing')
    expect([code[0], code[3]]).toEqual(['K G within', 'G K within'])
    expect([code[1], code[4]]).toEqual(['G R call', 'K D call'])
    expect(arrows('void', 'Optional.empty')[0]).toBe('K G within')
  })

  it('reach their stores and brokers over a network, be it through a driver', () => {
    expect(shop('api --> orm[Prisma]\n  orm --> db')).toEqual(['api orm within', 'orm db call'])
    expect(shop('repo[OrderRepository] --> db')).toEqual(['repo db call'])
    expect(shop('repo[OrderRepository] --> bus[[Kafka]]').map(line => line.split(' ').at(-1))).toEqual([
      'enqueue',
    ])
    expect(shop('repo[OrderRepository] --> file[(SQLite)]')).toEqual(['repo file within'])
    expect(shop('repo[OrderRepository] --> stock[StockController]')).toEqual(['repo stock within'])
  })

  it('are no hosts, and no stated request ends at their names', () => {
    expect(shop('api --> wiki[wiki.example.ts.net]')).toEqual(['api wiki call'])
    expect(shop('web -->|HTTPS, JSON| stock[Stock controller]')).toEqual(['web stock call'])
    expect(shop('sdk[API client] -->|REST| api')).toEqual(['sdk api call'])
  })

  it('are what controllers and routers hand their requests to, and what stands beside them', () => {
    const backend = (title: string, inner: string) =>
      arrowsOf(`flowchart TB
        subgraph back["${title}"]
          ${inner} --> seats[Seat Service]
          ${inner} --> fares[Fare Service]
        end
        app[Mobile app] -->|HTTPS| ${inner.split('[')[0]}
        seats --> db[(MySQL)]`).slice(0, 2)
    expect(backend('Backend', 'in[Routers]')).toEqual(['in seats within', 'in fares within'])
    expect(backend('Backend', 'in[API Gateway]')).toEqual(['in seats call', 'in fares call'])
    expect(backend('Spring Boot application', 'in[Booking Service]')).toEqual([
      'in seats within',
      'in fares within',
    ])
    expect(backend('Spring Boot microservices', 'in[Booking Service]')[0]).toBe('in seats call')
    const bare = arrowsOf(`flowchart TB
      app[Mobile app] -->|HTTPS| in[Controllers]
      in --> seats[Seat Service] --> fares[Fare Service]
      seats --> mail[Mail Service :8081]
      in -->|gRPC| rates[Rate Service]
      seats --> db[(MySQL)]`)
    expect(bare.filter(line => /^(?:in|seats)/.test(line))).toEqual([
      'in seats within',
      'seats fares within',
      'seats mail call',
      'in rates call',
      'seats db call',
    ])
  })

  it('are layers below the one that is titled by a framework', () => {
    const layered = (title: string, below: string) =>
      arrowsOf(`flowchart TB
        app[Mobile app] -->|REST| book[Booking API]
        subgraph top["${title}"]
          book
        end
        subgraph mid["${below}"]
          seats[Seat Service] --> fares[Fare Service]
        end
        book --> seats
        fares --> db[(MySQL)]`)
    expect(layered('API Layer (FastAPI)', 'Domain Services')).toContain('book seats within')
    expect(layered('API Layer', 'Domain Services')).toContain('book seats call')
    expect(layered('API Layer (FastAPI)', 'External Services')).toContain('book seats call')
  })

  it('are what stands beside several request handlers', () => {
    const inside = arrowsOf(`flowchart TB
      app[Mobile app] -->|HTTPS| edge[API Gateway] -->|HTTPS| one
      subgraph Booker
        one[Fare Request Handler] --> fares[Fare Provider]
        two[Seat Request Handler] --> seats[Seat Provider]
        seats --> rows[Row Service]
      end
      rows -->|SQL| db[(MySQL)]
      edge -->|HTTPS| auth[Auth Service] -->|SQL| users[(Postgres)]`)
    expect(inside).toEqual(expect.arrayContaining(['seats rows within', 'rows db call', 'edge one call']))
  })

  it('are classes that only the box of a framework calls and that share its store', () => {
    const drawn = (stock: string, store: string) =>
      arrowsOf(`flowchart TB
        web[Browser] -->|HTTPS| api[NestJS API]
        api --> ord[OrderService]
        api --> stk[${stock}]
        ord --> db[(Postgres)]
        stk --> ${store}`).slice(1, 3)
    expect(drawn('StockService', 'db')).toEqual(['api ord within', 'api stk within'])
    expect(drawn('StockService', 'other[(MongoDB)]')).toEqual(['api ord call', 'api stk call'])
    expect(drawn('Stock service', 'other[(MongoDB)]')).toEqual(['api ord call', 'api stk call'])
  })

  it('are no components of C4 that are named after a product', () => {
    const arrows = arrowsOf(`C4Component
      Container(web, "Web app", "React")
      Component(edge, "Caddy 2", "Proxy")
      Component(store, "MinIO", "Objects")
      Component(list, "Order list", "Go")
      Component(page, "Order page", "Go")
      Rel(web, edge, "Loads", "HTTPS")
      Rel(edge, store, "reads pictures")
      Rel(page, list, "asks")`)
    expect(arrows).toEqual(['web edge call', 'edge store call', 'page list within'])
  })
})

it('reads who takes part in a sequence as a system, however it is called', () => {
  const arrows = arrowsOf(`sequenceDiagram
    participant N as Notify: letters
    participant P as Post office API
    N->>P: sends the letter over HTTPS
    P-->>N: accepted`)
  expect(arrows).toEqual(['N P call', 'P N reply'])
})

it('takes what monitors ask each other for telemetry, whichever way it is drawn', () => {
  const arrows = arrowsOf(`flowchart LR
    web[Browser] -->|HTTPS| api[Order API]
    api -->|SQL| db[(Postgres)]
    prom[Prometheus] --> graf[Grafana]
    graf --> loki[Loki]`)
  expect(arrows.slice(2)).toEqual(['prom graf telemetry', 'graf loki telemetry'])
})

it('takes a webhook for no reply, though it goes back to who called', () => {
  const arrows = arrowsOf(`sequenceDiagram
    participant S as Order Service
    participant P as Payment provider
    S->>P: POST /payments
    P->>S: webhook: payment succeeded`)
  expect(arrows).toEqual(['S P call', 'P S callback'])
})

it('takes a group of users for people, but for what they use', () => {
  expect(
    componentsOf(`flowchart LR
      subgraph Users
        clerk[Night desk]
        app[Desk app]
      end
      clerk --> app -->|HTTPS| api[Order API]
      api -->|SQL| db[(Postgres)]`).slice(0, 1),
  ).toEqual(['Night desk: person'])
})
