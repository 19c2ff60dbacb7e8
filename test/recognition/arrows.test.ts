// What single arrows mean beside their neighbours: calls, replies, hand-overs, and what stays within a program.

import { describe, expect, it } from 'vitest'
import { readSystem } from '../../src/model'
import { readTrace } from '../../src/model/trace'
import { parseDiagram } from '../../src/syntax'

const arrowsOf = (text: string) =>
  readSystem(parseDiagram(text), {}).connections.map(
    ({ from, to, role, network }) => `${from.id} ${to.id} ${network.value ? role.value : 'within'}`,
  )

const componentsOf = (text: string) =>
  readSystem(parseDiagram(text), {}).components.map(
    ({ headline, kind }) => `${headline}: ${kind && kind.confidence >= 0.5 ? kind.value : '-'}`,
  )

describe('what a consumer sends to its broker', () => {
  it('is handed over, and what the broker sends on is delivered: neither is a reply', () => {
    const saga = arrowsOf(`sequenceDiagram
      participant O as Order Service
      participant K as Kafka
      participant S as Stock Service
      O->>K: OrderPlaced
      K->>S: OrderPlaced
      S->>K: StockReserved
      K->>O: StockReserved`)
    expect(saga).toEqual(['O K enqueue', 'K S delivery', 'S K enqueue', 'K O delivery'])
  })

  it('is a reply where it says so', () => {
    const acked = arrowsOf(`sequenceDiagram
      participant K as Kafka
      participant S as Stock Service
      K->>S: OrderPlaced
      S->>K: ack`)
    expect(acked).toEqual(['K S delivery', 'S K reply'])
  })
})

describe('a solid message back', () => {
  const repliesTo = (label: string, answer: string) => {
    const diagram = parseDiagram(`sequenceDiagram
      participant M as Messenger API
      participant B as Bot service
      participant D as PostgreSQL
      M->>B: POST /updates
      B->>D: SELECT the invoice
      D-->>B: the invoice
      B->>M: ${label}
      M${answer}B: ok`)
    return readTrace(diagram, () => false).replies.has(3)
  }

  it('asks anew where answers are dotted and it asks for something', () => {
    expect(repliesTo('Store the invoice', '-->>')).toBe(false)
    expect(repliesTo('Delete the invoice', '-->>')).toBe(false)
  })

  it('answers where it says so, and where one dotted message may be a slip of the pen', () => {
    expect(repliesTo('200 OK', '-->>')).toBe(true)
    expect(repliesTo('the invoice', '-->>')).toBe(true)
    expect(repliesTo('Store the invoice', '->>')).toBe(true)
  })
})

it('hands over to what is called after messages where it speaks as brokers do, whoever else it calls', () => {
  const arrows = (protocol: string, name: string) =>
    arrowsOf(`sequenceDiagram
      participant W as Web app
      participant S as Order service
      participant E as ${name}
      W->>S: HTTPS
      S->>E: ${protocol}
      S-->>W: 201`)[1]
  expect(arrows('Kafka', 'Order events')).toBe('S E enqueue')
  expect(arrows('gRPC', 'Order events')).toBe('S E call')
  expect(arrows('Kafka', 'Mail service')).toBe('S E call')
})

describe('a dotted arrow back', () => {
  const back = (label: string) =>
    arrowsOf(`flowchart LR
      web[Web client] --> api[Order service]
      api -->|gRPC| stock[Stock service]
      stock -.->${label} api
      api --> db[(Postgres)]`)[2]

  it('is a reply where nothing is said, and what its words say otherwise', () => {
    expect(back('')).toBe('stock api reply')
    expect(back('|reads prices|')).toBe('stock api call')
    expect(back('|webhook|')).toBe('stock api callback')
  })
})

it('takes a token that goes inward for a call, and one that comes back for a reply', () => {
  const arrows = arrowsOf(`flowchart LR
    client[Client] -->|HTTPS| gw[API Gateway]
    gw -->|JWT| orders[Order service]
    orders --> db[(Postgres)]
    gw -->|HTTPS| auth[Auth service]
    auth -->|JWT| gw`)
  expect(arrows).toEqual([
    'client gw call',
    'gw orders call',
    'orders db call',
    'gw auth call',
    'auth gw reply',
  ])
})

describe('within a program', () => {
  it('stays what a component sends to itself', () => {
    const arrows = arrowsOf(`sequenceDiagram
      participant W as Web client
      participant A as Order API
      W->>A: POST /orders
      A->>A: price the cart
      A-->>W: 201`)
    expect(arrows).toEqual(['W A call', 'A A within', 'A W reply'])
  })

  it('stay the function calls of classes, but not what they send to a database', () => {
    const arrows = arrowsOf(`sequenceDiagram
      participant C as Client
      participant O as OrderService
      participant P as PriceService
      participant D as PostgreSQL
      C->>O: POST /orders
      O->>P: priceOf(cart)
      P-->>O: rounded(price)
      O->>D: INSERT order`)
    expect(arrows).toEqual(['C O call', 'O P within', 'P O within', 'O D call'])
  })

  it('stay the parts of one service, but not the services of a platform', () => {
    const drawn = (title: string) =>
      arrowsOf(`flowchart LR
        web[Web client] -->|HTTPS| gw[API Gateway]
        subgraph S [${title}]
          orders[Order intake] --> prices[Price rules]
        end
        gw -->|HTTP| orders
        prices --> db[(Postgres)]`)
    expect(drawn('Order service')).toContain('orders prices within')
    expect(drawn('Core services')).toContain('orders prices call')
  })
})

describe('what runs by itself', () => {
  const chain = (ends: string, group = 'Orders') =>
    arrowsOf(`flowchart LR
      web[Browser] -->|HTTPS| gw[API Gateway]
      gw -->|HTTP| stock[Stock service]
      stock -->|SQL| db[(Postgres)]
      subgraph ${group}
        ${ends}
      end`)

  it('is called by what runs, a part of a program is not', () => {
    expect(chain('gw --> shop[Shop]')).toContain('gw shop call')
    expect(chain('gw --> limits[Rate limiting]')).toContain('gw limits within')
    expect(chain('stock --> guard[Input guardrails]')).toContain('stock guard within')
  })

  it('is what a gateway reaches, and in a plain design what a service calls', () => {
    expect(chain('stock --> shelf[Shelf planning]')).toContain('stock shelf call')
    expect(chain('stock --> shelf[Shelf planning]\n gw --> shelf', 'AWS cloud')).toContain('stock shelf call')
    expect(chain('stock -->|reserves a place, calls| shelf[Shelf planning]')).toContain('stock shelf call')
  })

  it('is asked by whatever is drawn beside a product, but a cache of a few words may be a variable', () => {
    expect(chain('plans[Planner] --> llm[OpenAI]')).toContain('plans llm call')
    expect(chain('parts[Row components] --> lists[List cache]')).toContain('parts lists within')
  })

  it('is told by what things are deployed as, by a port, or by a group of systems', () => {
    expect(chain('stock --> pod[Picking pod 2]')).toContain('stock pod call')
    expect(chain('stock --> picks[Picking :8090]')).toContain('stock picks call')
    expect(chain('stock --> picks[Picking]', 'External services')).toContain('stock picks call')
  })

  it('is no file, no library, no role and no dashboard', () => {
    expect(chain('stock --> log[(events.jsonl)]')).toContain('stock log within')
    expect(chain('stock --> sdk[Payments SDK]')).toContain('stock sdk within')
    expect(chain('stock --> role[Execution role]')).toContain('stock role within')
    expect(chain('graf[Grafana] --> view[Cost dashboard]')).toContain('graf view within')
  })

  it('is no part of the store it is drawn behind, unless the arrow says what is sent', () => {
    expect(chain('db --> half[(Shard 1: A to M)]')).toContain('db half within')
    expect(chain('db -->|replicates| half[(Shard 1: A to M)]')).toContain('db half replication')
  })
})

describe('a picture of one program', () => {
  it('is no design, though one of its parts asks a store', () => {
    const system = readSystem(
      parseDiagram(`flowchart LR
        app[Mobile app] -->|HTTPS| api[Lending API]
        api --> guard[Input guardrails]
        guard --> plan[Planner]
        plan --> memory[Short-term memory]
        plan --> tools[Tools]
        tools --> router[Tool router]
        tools -->|SQL| db[(Postgres)]`),
      {},
    )
    expect(system.architecture.value).toBe(false)
    expect(system.architecture.why).not.toBe('')
    expect(system.calls).toEqual([])
  })

  it('shows its calls where they are most of it', () => {
    expect(
      arrowsOf(`sequenceDiagram
        participant C as Client
        participant A as Order API
        participant F as Price framework
        participant D as PostgreSQL
        C->>A: POST /orders
        A->>F: price(order)
        F-->>A: price
        A->>D: INSERT order
        D-->>A: ok
        A-->>C: 201`),
    ).toEqual(['C A call', 'A F within', 'F A within', 'A D call', 'D A reply', 'A C reply'])
  })
})

describe('whoever watches', () => {
  it.each([
    'w[Watcher] -->|GET /metrics| api',
    'w[Watcher] -->|GET /actuator/prometheus, timeout 1s| api',
    'w[Supervisor] -->|monitora| db',
    'w[Supervisor] -->|surveille| db',
  ])('asks for no work: %s', arrow => {
    const arrows = arrowsOf(`flowchart LR
      web[Web client] -->|HTTPS| api[Order API]
      api -->|SQL| db[(Postgres)]
      ${arrow}`)
    expect(arrows.at(-1)).toMatch(/ telemetry$/)
  })
})

it('calls no library', () => {
  const arrows = arrowsOf(`flowchart LR
    web[Web client] -->|HTTPS| api[Order API]
    api --> orm[Prisma Client]
    orm --> model[EF Core]
    api -->|SQL| db[(Postgres)]`)
  expect(arrows).toEqual(['web api call', 'api orm within', 'orm model within', 'api db call'])
})

describe('what a service sends to a client', () => {
  it('is pushed: nobody waits for it', () => {
    const { connections } = readSystem(
      parseDiagram(`flowchart LR
        app[Mobile app] -->|WebSocket| chat[Chat service]
        chat -->|new message| app2[Mobile app]`),
      {},
    )
    expect(connections.map(({ mode }) => mode.value)).toEqual(['stream', 'async'])
  })
})

describe('the name of a box', () => {
  it('stands in its first line; the others describe it', () => {
    expect(
      componentsOf(`flowchart LR
        a[Cart Service<br/>Redis, Kafka] --> b[(Orders<br/>30 days of users)]
        b --> c[Feature Notes<br/>written by the user team]`),
    ).toEqual(['Cart Service: service', 'Orders: database', 'Feature Notes: -'])
  })

  it('may be broken into lines', () => {
    expect(
      componentsOf(`flowchart LR
        a[Load<br/>Balancer<br/>round robin, sticky] --> b[Order<br/>Service]`),
    ).toEqual(['Load Balancer: balancer', 'Order Service: service'])
  })

  it('says what the line of a C4 element draws', () => {
    expect(
      componentsOf(`flowchart LR
        a["Clerk at the desk<br/>[Person]"] --> b["Make a claim<br/>[Software System]"]
        b --> c["Claims<br/>[Container: PostgreSQL]<br/>All claims"]`),
    ).toEqual(['Clerk at the desk: person', 'Make a claim: service', 'Claims: database'])
  })

  it('leaves it to the group where it says nothing', () => {
    expect(
      componentsOf(`flowchart LR
        subgraph Clients
          api[API clients]
        end
        subgraph Topics
          orders[order-placed]
        end
        subgraph External systems
          spine[Spine]
        end
        api --> orders --> spine`),
    ).toEqual(['API clients: client', 'order-placed: stream', 'Spine: external'])
  })
})

describe('where things run and what joins them', () => {
  it('is called by nobody', () => {
    const arrows = arrowsOf(`flowchart TB
      node1[Proxmox host] --- lan[Home network]
      lan --- mq[LXC 4: RabbitMQ]
      node1 --> vm[VM 2: Postgres]
      shop[Shop service] -->|SQL| vm
      shop ---|site-to-site VPN| erp[ERP system]
      shop --> bill[Billing service]
      web[Web app] -->|HTTPS| shop`)
    expect(arrows.map(arrow => arrow.split(' ').at(-1)).slice(0, -1)).toEqual([
      'within',
      'within',
      'within',
      'call',
      'within',
      'call',
    ])
  })

  it('is called where the arrow says how', () => {
    const arrows = arrowsOf(`flowchart LR
      shop[Shop service] -->|HTTPS| host[Docker host]
      shop ---|gRPC| stock[Stock service]`)
    expect(arrows).toEqual(['shop host call', 'shop stock call'])
  })
})

it('copies a cache to its replica, and asks one cache behind another', () => {
  const arrows = arrowsOf(`flowchart LR
    api[Order API] --> main[(Redis)]
    main --> copy[(Redis replica)]
    api --> near[(Memcached)]
    near --> main`)
  expect(arrows[1]).toBe('main copy replication')
  expect(arrows[3]).toBe('near main call')
})

describe('a filter', () => {
  it('runs in the gateway whose requests pass it', () => {
    expect(
      arrowsOf(`flowchart LR
      web[Web app] -->|HTTPS| gw[API Gateway]
      gw --> jwt[JwtAuthFilter]
      jwt --> limit[Rate limit middleware]
      limit --> orders[Order service]
      gw --> users[User service]`),
    ).toEqual(['web gw call', 'gw jwt within', 'jwt limit within', 'limit orders within', 'gw users call'])
  })

  it('and what only sounds like one runs by itself', () => {
    expect(
      arrowsOf(`flowchart LR
      gw[API Gateway] --> spam[Spam filter service]
      spam --> db[(Postgres)]`),
    ).toEqual(['gw spam call', 'spam db call'])
  })
})

describe('what more than the names of its ends says of an arrow', () => {
  const connectionsIn = (text: string) =>
    new Map(
      readSystem(parseDiagram(text), {}).connections.map(
        one => [`${one.from.id} ${one.to.id}`, one] as const,
      ),
    )

  it('makes it a call that a registry or a bus answers, by what it asks', () => {
    const arrows = connectionsIn(`flowchart LR
      web[Web app] -->|HTTPS| gw[API Gateway]
      gw -->|looks up agents in| reg[Agent registry]
      gw --> orders[Order service]
      orders -->|SQL| pg[(Postgres)]
      bus[Agent bus] -->|stores history in| pg
      orders -->|sends requests to| bus`)
    expect(arrows.get('gw reg')?.role).toMatchObject({ value: 'call', why: expect.stringMatching(/./) })
    expect(arrows.get('bus pg')?.role.value).toBe('call')
  })

  it('leaves a person who uses a system at a screen', () => {
    const arrows = connectionsIn(`C4Context
      Person(clerk, "Clerk", "Books the orders")
      System(shop, "Order system", "Keeps orders")
      SystemDb(db, "Orders", "PostgreSQL")
      Rel(clerk, shop, "Views and books orders using")
      Rel(shop, db, "Reads from and writes to", "SQL")`)
    expect(arrows.get('clerk shop')).toMatchObject({ role: { value: 'usage' }, network: { value: false } })
    expect(arrows.get('shop db')).toMatchObject({ role: { value: 'call' }, network: { value: true } })
  })

  it('changes nothing of products that deliver, configure or broker, nor of webhooks', () => {
    const arrows = connectionsIn(`flowchart LR
      argo[Argo CD] -->|syncs| api[Order API]
      secrets[AWS Secrets Manager] --> api
      web[Web app] -->|HTTPS| api
      api -->|SQL| db[(Postgres)]
      api --> events[[Kafka]]
      events --> mail[Mail service]
      pay[Payment service] -->|HTTPS webhook| api`)
    expect([...arrows.values()].map(({ role }) => role.value)).toEqual([
      'control',
      'control',
      'call',
      'call',
      'enqueue',
      'delivery',
      'callback',
    ])
  })
})

it('names no systems in what is surely no design, but leaves a picture without arrows alone', () => {
  const kinds = (text: string) =>
    readSystem(parseDiagram(text), {}).components.map(({ kind }) => (kind?.confidence ?? 0) >= 0.5)
  expect(
    kinds(`flowchart TD
      start([Start]) --> check{Server free?}
      check -->|yes| run[Service starts]
      check -->|no| wait[Client waits]
      wait --> check
      run --> done([Done])`),
  ).toEqual([false, false, false, false, false])
  expect(kinds('flowchart LR\n  api[Order API]\n  db[(Orders)]')).toEqual([true, true])
})
