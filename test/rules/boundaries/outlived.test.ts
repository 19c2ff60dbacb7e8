// What is out of support, what stands where it doesn't belong, and what doesn't outlive its process.

import { describe, expect, it } from 'vitest'
import { versionedProducts } from '../../../src/knowledge'
import { document, of, told } from '../../service/told'
import { testRows } from '../rows'

const box = (label: string, more = '') => `api[Order API] -->|HTTPS| x["${label}"]\n${more}`

const sends = (words: string, callee = 'api[Checkout API]', caller = 'web[Web app]') =>
  `${caller} -->|"HTTPS, ${words}"| ${callee}`

const opens = (words: string, caller = 'web[Web app]') => `${caller} -->|"${words}"| chat[Chat service]`

const bus = (label: string, callee = 'Mail sender') =>
  `api[Order API] -->|order placed| bus["${label}"]\nbus --> x[${callee}]`

testRows([
  ['unsupported-version', 'ended', box('Node.js 18'), 'Node.js 18 has been out of support since April 2025'],
  ['retired-product', 'one of several examples', box('Language model<br/>Claude, GPT-4, etc.')],
  [
    'retired-product',
    'the only one',
    box('Language model<br/>GPT-4 by OpenAI'),
    'GPT-4 in the API of OpenAI',
  ],
  [
    'retired-product',
    'what a deployment node is',
    'C4Deployment\nDeployment_Node(kv, "Vercel KV", "Upstash Redis") {\n  ContainerDb(db, "Sessions", "Redis")\n}\nRel(db, db, "Copies", "RESP")',
  ],
  ['unsupported-version', 'current', box('Node.js 24')],
  ['unsupported-version', 'as an image', box('orders<br/>node:18-alpine'), 'Node.js 18', 'once per document'],
  ['unsupported-version', 'a port', box('node:3000')],
  ['unsupported-version', 'with .x', box('Node.js 18.x'), 'Node.js 18 has'],
  ['unsupported-version', 'or newer', box('Node.js 18+')],
  ['unsupported-version', 'or newer, with .x', box('Node.js 18.x+')],
  ['unsupported-version', 'beside another', box('Node.js 18 + Express'), 'Node.js 18'],
  ['unsupported-version', 'or newer, in words', box('Node.js 18 or newer')],
  ['unsupported-version', 'a range', box('Python 3.8 - 3.12')],
  ['unsupported-version', 'two parts', box('Python 3.9'), 'Python 3.9', 'October 2025'],
  ['unsupported-version', 'two digits', box('Python 3.14')],
  ['unsupported-version', 'without a minor version', box('Python 3')],
  ['unsupported-version', 'the last of its line', box('Spring Boot 3'), 'free support since June 2026'],
  ['unsupported-version', 'an earlier one of its line', box('Spring Boot 3.2'), 'December 2024'],
  ['unsupported-version', 'named .NET', box('ASP.NET Core 6'), '.NET 6 has been', 'November 2024'],
  ['unsupported-version', 'named .NET Core', box('.NET Core 3.1'), '.NET Core 3.1', 'December 2022'],
  ['unsupported-version', 'a framework for Windows', box('.NET Framework 4.8')],
  ['unsupported-version', 'in a cloud', box('Amazon RDS<br/>MySQL 5.7')],
  ['unsupported-version', 'in a frame of a cloud', 'subgraph Amazon RDS\nx[MySQL 5.7]\nend\napi -->|SQL| x'],
  ['unsupported-version', 'in a frame', 'subgraph Data\nx[MySQL 5.7]\nend\napi -->|SQL| x', 'MySQL 5.7'],
  ['unsupported-version', 'the title of a frame', 'subgraph vm[Ubuntu 18.04]\nx[API]\nend', 'May 2023'],
  ['unsupported-version', 'known', box('MySQL 5.7 (legacy)')],
  ['unsupported-version', 'on its way', box('MySQL 5.7', 'subgraph Before\nx\nend')],
  ['unsupported-version', 'copies', box('Redis 1', 'api --> y[Redis 5]')],
  ['unsupported-version', 'tables', box('PostgreSQL 13 tables')],
  ['unsupported-version', 'tables in the next line', box('PostgreSQL<br/>9 tables')],
  [
    'unsupported-version',
    'Go',
    box('Order API<br/>Go 1.22'),
    'Go 1.22 has been out of support since February 2025',
  ],
  ['unsupported-version', 'a current Go', box('Go 1.27')],
  ['unsupported-version', 'Go as an image', box('golang:1.21-bullseye'), 'Go 1.21'],
  ['unsupported-version', 'Go, in a word', box('Argo 1.21')],
  ['unsupported-version', 'fixed longer than two years', box('Next.js 15 (App Router)')],
  [
    'unsupported-version',
    'an image of Confluent',
    box('cp-kafka:7.5.0'),
    'Confluent Platform 7.5.0',
    'standard support',
  ],
  ['unsupported-version', 'a current image of Confluent', box('cp-kafka:8.1.0')],
  ['unsupported-version', 'Kafka', box('Apache Kafka 3.5'), 'Kafka 3.5', 'community support'],
  ['unsupported-version', 'Kafka of a cloud', box('Amazon MSK<br/>Kafka 3.5')],
  ['unsupported-version', 'the number of Confluent beside Kafka', box('Kafka 7.5.0')],
  ['unsupported-version', 'a port of Kafka', box('kafka:9092')],
  ['unsupported-version', 'a letter behind the version', box('Oracle 11g'), 'Oracle Database 11 has'],
  ['unsupported-version', 'Oracle that is fixed', box('Oracle Database 19c')],
  ['unsupported-version', 'another thing of Oracle', box('Oracle Linux 8')],
  ['unsupported-version', 'an image with v', box('traefik:v2.10'), 'Traefik 2.10', 'February 2024'],
  ['unsupported-version', 'a current proxy', box('Traefik v3')],
  ['unsupported-version', 'a login server', box('Keycloak 24 + NestJS'), 'Keycloak 24', 'June 2024'],
  ['unsupported-version', 'a login server of Red Hat', box('Red Hat Keycloak 24')],
  ['unsupported-version', 'a system in a tag', box('python:3.12-alpine3.18'), 'Alpine Linux 3.18'],
  [
    'unsupported-version',
    'what a deployment node is',
    'C4Deployment\nDeployment_Node(vm, "Order host", "Linux Alpine 3.16") {\n  Container(api, "Order API", "Go")\n}\nRel(api, api, "Checks itself", "HTTPS")',
    'Alpine Linux 3.16',
  ],
  ['unsupported-version', 'a library of that name', box('Alpine.js 3.13')],
  ['unsupported-version', 'a year for a version', box('Amazon Linux 2023')],
  [
    'unsupported-version',
    'a number for a version',
    box('EC2, Amazon Linux 2'),
    'Amazon Linux 2',
    'June 2026',
  ],
  ['unsupported-version', 'a desktop', box('Cash desk<br/>Windows 10'), 'Windows 10', 'free support'],
  ['unsupported-version', 'one of two desktops', box('Windows 10/11')],
  ['unsupported-version', 'a desktop that is fixed longer', box('Windows 10 LTSC')],
  ['unsupported-version', 'windows of time', box('Tumbling Windows 10 s')],
  ['unsupported-version', 'a time', box('Redis 5m')],
  ['unsupported-version', 'seconds in brackets', box('Redis (5s TTL)')],
  ['unsupported-version', 'nodes in brackets', box('Cassandra (3)')],
  [
    'unsupported-version',
    'what is colored as legacy',
    box('MySQL 5.7', 'classDef legacySystem fill:#ddd\nclass x legacySystem'),
  ],
  [
    'unsupported-version',
    'what has another color',
    box('MySQL 5.7', 'classDef store fill:#ddd\nclass x store'),
    'MySQL 5.7',
  ],
  ['unsupported-version', 'EKS', box('EKS<br/>Kubernetes 1.28'), 'Amazon EKS 1.28', 'extended support'],
  ['unsupported-version', 'Camunda 7', box('Camunda 7 Engine'), 'community support since October 2025'],
  ['unsupported-version', 'Camunda 8', box('Camunda 8')],
  ['unsupported-version', 'of another cloud', box('GKE<br/>Kubernetes 1.28')],
  [
    'unsupported-version',
    'four of them',
    box('PHP 8.1, Laravel 10', 'api --> y["MySQL 5.7, Ubuntu 18.04"]'),
    /^[^,]+, [^,]+, [^,]+ and Laravel 10 \(since February 2025\) are out of support/,
    'Laravel 10: February 2025',
  ],
  [
    'unsupported-version',
    'five of them',
    box('PHP 8.1, Laravel 10', 'api --> y["MySQL 5.7, Ubuntu 18.04, Node.js 18"]'),
    /^[^,]+, [^,]+, [^,]+ and 2 more are out of support/,
  ],

  ['card-data-through-server', 'a number', sends('pay with card number'), 'Web app sends card data'],
  ['card-data-through-server', 'a security code', sends('CVV'), 'Checkout API'],
  ['card-data-through-server', 'a token', sends('pay with card token')],
  ['card-data-through-server', 'no payment', sends('card details', 'api[Board service]')],
  ['card-data-through-server', 'another card', sends('pay with gift card number')],
  ['card-data-through-server', 'to the provider', sends('card number, pay', 'psp[Stripe]')],
  ['card-data-through-server', 'from a server', sends('card number, pay', 'b[Order API]', 'a[Cart service]')],
  ['card-data-through-server', 'encrypted before', sends('pay, encrypted card data')],
  ['card-data-through-server', 'in other words', sends('支付，卡号'), 'Web app sends card data'],

  [
    'websocket-header-auth',
    'a web app',
    opens('WebSocket, Authorization: Bearer'),
    'Web app opens a WebSocket',
  ],
  ['websocket-header-auth', 'in words', opens('WSS, JWT in header'), 'once per document'],
  ['websocket-header-auth', 'a token, nobody says where', opens('WSS, JWT')],
  ['websocket-header-auth', 'no socket', opens('HTTPS, Authorization: Bearer')],
  ['websocket-header-auth', 'a phone', opens('WSS, JWT in header', 'app[Mobile app]')],
  ['websocket-header-auth', 'React on a phone', opens('WSS, JWT in header', 'app[React Native app]')],
  ['websocket-header-auth', 'a program', opens('WSS, JWT in header', 'bot[Trading service]')],
  ['websocket-header-auth', 'in the query', opens('WSS, bearer token in query')],

  ['work-in-memory', 'a bus', bus('In-memory event bus'), 'process: mails', 'at "In-memory event bus"'],
  ['work-in-memory', 'a queue that lasts', bus('In-memory queue, persisted')],
  ['work-in-memory', 'nothing that anybody counts on', bus('In-memory event bus', 'Search index')],
  ['work-in-memory', 'on a desktop', `${bus('In-memory queue')}\nd[Desktop app] --> api`],
  ['work-in-memory', 'a client’s', 'web[Web app with EventEmitter] --> x[Mail sender]'],
  ['work-in-memory', 'an arrow', 'api[Order API] -->|"@Async"| x[Mail sender]', 'at "@Async"'],
  ['work-in-memory', 'a frame', 'subgraph q[In-process channel]\nx[Refund job]\nend', 'process: refunds'],
  ['work-in-memory', 'asynchronous, nobody says how', 'api[Order API] -->|async| x[Mail sender]'],

  [
    'notification-in-request',
    'a service that notifies, asked by Feign',
    'web[Web app] -->|HTTPS| api[Fine service] -.->|Feign| n[notification-service]',
    'Fine service calls notification-service itself',
    /a worker send and retry it\.(?: \||$)/,
  ],
  [
    'notification-in-request',
    'nobody says how it is asked',
    'web[Web app] -->|HTTPS| api[Fine service] --> n[notification-service]',
  ],
  [
    'notification-in-request',
    'it hands over to a queue',
    'web[Web app] -->|HTTPS| api[Fine service] -->|HTTP| n[notification-service] --> q[(RabbitMQ)]',
  ],
  [
    'notification-in-request',
    'it is asked for what it has',
    'web[Web app] -->|HTTPS| api[Portal service] -->|HTTP GET| n[notification-service]',
  ],
  [
    'check-then-act',
    'the same key in Redis, called otherwise',
    `sequenceDiagram
participant api as API
participant kv as Redis
participant db as PostgreSQL
api->>kv: GET receipt:{idempotencyKey}
api->>db: INSERT payment
api->>kv: SETEX receipt:{key}`,
    'API looks up the key first',
  ],
  [
    'check-then-act',
    'a short name of the key',
    `sequenceDiagram
participant api as API
participant kv as Redis
participant db as PostgreSQL
api->>kv: GET idem:{key}
api->>db: INSERT payment
api->>kv: SETEX idem:{key}`,
    'API looks up the key first',
  ],
  [
    'check-then-act',
    'another key',
    `sequenceDiagram
participant api as API
participant kv as Redis
participant db as PostgreSQL
api->>kv: GET receipt:{idempotencyKey}
api->>db: INSERT payment
api->>kv: SET status:{key}`,
  ],
])

describe('unsupported-version', () => {
  it.each([
    ['', 1],
    ['We will upgrade MySQL to 8.4 in May.', 0],
    ['The vendor sells extended support.', 0],
    ['We will upgrade the office.', 1],
  ])('beside "%s": %i', (words, count) => {
    const drawn = document(['flowchart LR', 'a[Order API] -->|SQL| d[(MySQL 5.7)]'])
    expect(of('unsupported-version', told(`${drawn}\n${words}\n`))).toHaveLength(count)
  })

  it.each(versionedProducts)('knows months and source of $name', ({ ended, source }) => {
    expect(ended.size).toBeGreaterThan(0)
    for (const month of ended.values()) {
      expect(month).toMatch(/^20[12]\d-(?:0[1-9]|1[0-2])$/)
      expect(month <= '2026-11').toBe(true)
    }
    expect(new URL(source).protocol).toBe('https:')
  })
})
