// What a document says in other words or in another language, what stands at home, and what is only on the way.

import { describe, expect, it } from 'vitest'
import { enumeratedFirst } from '../../../src/rules/fixes/enumeration'
import { wholeWords } from '../../../src/rules/queries/visible-text'
import { supportEnded } from '../../../src/rules/support-ended'
import { document, of, told } from '../../service/told'
import { testRows } from '../rows'

const trace = (...lines: readonly string[]) =>
  [
    'sequenceDiagram',
    'actor web as Browser',
    'participant api as Account service',
    'participant db as PostgreSQL',
    ...lines,
  ].join('\n')

const mailed = 'api->>web: Email with the link'
const opened = 'web->>api: GET /verify?token=abc'

const regions = (label: string, caller = 'Order service', callee = 'Stock service') =>
  `subgraph Region eu-west-1\na[${caller}]\nend\nsubgraph Region us-east-1\nb[${callee}]\nend\na -->|${label}| b`

const queue = (label: string, more = '') => `api[API server] -->|кэш| redis[("${label}")]\n${more}`

const zones = (one: string, other: string, name = 'Ledger worker') =>
  `flowchart TB\n${one}\na1[${name}] -->|SQL| p[(PostgreSQL primary)]\n${one && 'end'}\n${other}\na2[${name}] -->|SQL| r[(PostgreSQL replica)]\n${other && 'end'}\np -.->|replication| r`

testRows([
  [
    'unsafe-get',
    'a way back from a hosted checkout',
    trace('web->>api: GET /checkout/cancel?cart=7', 'api->>db: UPDATE carts'),
  ],
  [
    'unsafe-get',
    'a way back that is sent on',
    trace('web->>api: GET /orders/7/cancel', 'api->>db: UPDATE orders', 'api-->>web: redirect to the shop'),
  ],
  [
    'unsafe-get',
    'a way that is answered',
    trace('web->>api: GET /orders/7/cancel', 'api-->>web: 200'),
    'makes Account service cancel something',
  ],
  [
    'unsafe-get',
    'whose payment it is stands between',
    'web[Browser] -->|GET /payments/7/cancel| api[Payment service]',
    'cancel something',
  ],
  [
    'unsafe-get',
    'who signs in for the first time',
    trace('web->>api: GET /users/me', 'api->>db: INSERT INTO users'),
  ],
  [
    'unsafe-get',
    'what is not found is made',
    trace('web->>api: GET /carts/7', 'api->>db: SELECT carts', 'api->>db: INSERT INTO carts'),
    'on request',
  ],
  [
    'unsafe-get',
    'what is made without a look',
    trace('web->>api: GET /carts/7', 'api->>db: INSERT INTO carts'),
    /^(?!.*on request)/,
  ],
  [
    'unsafe-get',
    'what is found is changed',
    trace('web->>api: GET /carts/7', 'api->>db: SELECT carts', 'api->>db: UPDATE carts'),
    /^(?!.*on request)/,
  ],
  [
    'unsafe-get',
    'a mailed link that is spent',
    trace(mailed, opened, 'api->>db: Delete verification token'),
    'Account service does "Delete verification token" as soon as GET /verify?token=abc is opened from a mail.',
    'What opening the link does',
    'may be settled in words',
  ],
  [
    'unsafe-get',
    'a mailed link, in a step of its own',
    trace(mailed, opened, 'api->>api: Mark e-mail as verified'),
    'opened from a mail',
  ],
  ['unsafe-get', 'a link that nobody mailed', trace(opened, 'api->>db: Delete verification token')],
  ['unsafe-get', 'a mailed link that is looked at', trace(mailed, opened, 'api->>db: Find token')],
  [
    'unsafe-get',
    'a mailed link that signs in',
    trace(mailed, opened, 'api->>api: Set user session', 'api-->>web: 302'),
  ],
  [
    'unsafe-get',
    'a mailed link to a page with a button',
    trace(
      mailed,
      opened,
      'api-->>web: page',
      'web->>api: POST /verify',
      'api->>db: Delete verification token',
    ),
  ],
  [
    'unsafe-get',
    'a page that asks by script',
    trace(mailed, opened, 'api->>db: Delete verification token').replace('as Browser', 'as Web frontend'),
  ],
  ['cross-region-sync', 'a look at what is there', regions('Check')],
  ['cross-region-sync', 'a look that is part of a request', regions('Check stock'), 'waits for'],
  ['cross-region-sync', 'whoever watches', regions('HTTP', 'Drift monitor')],
  [
    'cross-region-sync',
    'a region that is part of the name',
    regions('HTTP', 'Order service eu-west-1', 'Stock service us-east-1'),
    /^Order service eu-west-1 waits for Stock service us-east-1, /,
  ],
  [
    'queue-in-cache',
    'a stem, as it is written',
    queue('Redis', 'redis -->|очередь| worker[Воркер]'),
    'Redis is cache and queue ("очередь") in one',
  ],
  [
    'queue-in-cache',
    'the product that queues, and a name that a line break cuts',
    queue('Redis: кэш · jti · limits ·<br/>брокер ARQ для задач', 'redis -->|очередь| worker[Воркер]'),
    /^Redis: кэш · jti · limits is cache and queue \("ARQ"\)/,
  ],
  [
    'insecure-transport',
    'a device at home',
    'flowchart LR\nweb[Browser] -->|HTTP 80| inverter[Solar inverter]',
  ],
  [
    'insecure-transport',
    'on a small computer',
    'flowchart LR\nsubgraph Raspberry Pi\ndash[Dashboard]\nend\nphone[Mobile app] -->|HTTP 8080| dash',
  ],
  [
    'insecure-transport',
    'a device that reaches out',
    'flowchart LR\npi[Client on a Raspberry Pi] -->|HTTP 80| api[Public cloud API]',
    'clear text',
  ],
  [
    'copy-on-replica',
    'two of one name, in zones',
    zones('subgraph Zone a', 'subgraph Zone b'),
    /^Ledger worker \(Zone b\) reaches only .* while Ledger worker \(Zone a\) has/,
  ],
  [
    'copy-on-replica',
    'two of one name',
    zones('', ''),
    /^Ledger worker reaches only .* while the other Ledger worker has/,
  ],
  [
    'topic-unread',
    'a bend in a line',
    'architecture-beta\ngroup g(cloud)[Topics]\nservice api(server)[Order API] in g\nservice one(logos:aws-sqs)[Paid queue] in g\nservice two(logos:aws-sqs)[Sent queue] in g\nservice w(server)[Worker] in g\njunction to-queue in g\napi:R --> L:one\napi:T --> B:two\none:R --> L:w\ntwo:R --> T:w\napi:B --> T:to-queue\nto-queue:R --> B:two',
  ],
  [
    'retired-product',
    'what it is compatible with itself',
    'api[Order API] --> x[MinIO<br/>S3-compatible]',
    'MinIO',
  ],
  ['retired-product', 'what is compatible with it', 'api[Order API] --> x[MinIO-compatible store]'],
  ['retired-product', 'another pattern in its line', 'api[Order API] --> x[MinIO + outbox pattern]', 'MinIO'],
  [
    'effect-not-undone',
    'a lock, which expires or never does',
    'sequenceDiagram\nparticipant api as Booking service\nparticipant r as Redis\nparticipant pay as Payment service\napi->>r: SETNX seat:7\nr-->>api: OK\napi->>pay: Process payment',
  ],
  [
    'effect-not-undone',
    'a seat',
    'sequenceDiagram\nparticipant api as Booking service\nparticipant r as Seat service\nparticipant pay as Payment service\napi->>r: Reserve seat 7\nr-->>api: OK\napi->>pay: Process payment',
    'before it is paid for',
  ],
])

const said = (rule: string, source: string): number => of(rule, told(source)).length
const picture = (...lines: readonly string[]) => document(['flowchart LR', ...lines])

describe('what the text around the picture says', () => {
  it.each([
    ['', 1],
    ['Promtail은 올해 지원이 종료되었습니다.', 0],
    ['Promtail は非推奨です。', 0],
    ['Promtail 已停止维护', 0],
    ['Promtail ist abgekündigt.', 0],
    ['Promtail está descontinuado.', 0],
    ['Promtail больше не поддерживается.', 0],
    ['We leave. Promtail reads the logs of every node.', 1],
  ])('of a product: %j', (words, count) => {
    expect(said('retired-product', `${picture('a[Order API] --> p[Promtail]')}\n${words}\n`)).toBe(count)
  })

  it.each([
    ['', 1],
    ['MySQL 5.7은 지원이 종료되어 업그레이드합니다.', 0],
    ['业务扩展后 MySQL 会升级', 0],
    ['업그레이드는 매주 합니다. MySQL holds orders.', 1],
  ])('of a version: %j', (words, count) => {
    expect(
      said('unsupported-version', `${picture('a[Order API] -->|SQL| m[(MySQL 5.7)]')}\n${words}\n`),
    ).toBe(count)
  })

  const booking = document([
    'sequenceDiagram',
    'participant api as Booking service',
    'participant s as Stock service',
    'participant pay as Payment service',
    'api->>s: Reserve stock',
    's-->>api: OK',
    'api->>pay: Process payment',
  ])
  it.each([
    ['', 1],
    ['订单超时取消。', 0],
    ['注文は期限切れで取り消す。', 0],
    ['결제하지 않은 주문은 자동 취소된다.', 0],
    ['Unpaid orders are cancelled after a while.', 0],
    ['Orders have a timeout of their own, after which a job has to cancel them.', 0],
    ['Requests have a timeout.', 1],
    ['Резерв снимается, когда истечёт время: заказ просрочен.', 0],
  ])('of what runs out: %j', (words, count) => {
    expect(said('effect-not-undone', `${booking}\n${words}\n`)).toBe(count)
  })

  it('of links that a page asks about', () => {
    const source = document(trace(mailed, opened, 'api->>db: Delete verification token').split('\n'))
    expect(said('unsafe-get', source)).toBe(1)
    expect(said('unsafe-get', `${source}\nMail scanners are served a landing page.\n`)).toBe(0)
  })
})

describe('words as they are written', () => {
  it.each([
    ['в очереди задач', /очеред/, 'очереди'],
    ['消息队列服务', /队列/, '队列'],
    ['Warteschlangen', /schlange/, 'Warteschlangen'],
    ['작업 대기열을', /대기열/, '대기열을'],
    ['queue-1', /queue/, 'queue'],
    ['nothing', /queue/, undefined],
  ])('of %j', (text, pattern, words) => expect(wholeWords(pattern, text)).toBe(words))

  it.each([
    [['a', 'b', 'c', 'd'], 'a, b, c and d'],
    [['a', 'b', 'c', 'd', 'e'], 'a, b, c and others'],
  ])('of %j', (names, words) => expect(enumeratedFirst(names)).toBe(words))

  it('of support that ended', () => {
    expect('サポート終了').toMatch(new RegExp(supportEnded))
    expect('サポートします').not.toMatch(new RegExp(supportEnded))
  })
})
