// What single arrows mean beside their neighbours: calls, replies, hand-overs, and what stays within a program.

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

describe('what a consumer sends to its broker', () => {
  const saga = arrowsOf(`sequenceDiagram
    participant O as Order Service
    participant K as Kafka
    participant S as Stock Service
    O->>K: OrderPlaced
    K->>S: OrderPlaced
    S->>K: StockReserved
    K->>O: StockReserved`)

  it('is handed over, and what the broker sends on is delivered: neither is a reply', () => {
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
