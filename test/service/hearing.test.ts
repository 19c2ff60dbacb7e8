// When rules are heard: hazards always, omissions as far as the document goes into their topic.

import { describe, expect, it } from 'vitest'
import { analyze, defaultConfiguration, type Finding, findings, type Preset } from '../../src/service'
import { applyEdits } from '../../src/text/edit'
import { described, document, of, orders, short, stock, timed, told } from './told'

const lineOf = (source: string, { span }: Finding) => source.slice(0, span.start).split('\n').length

describe('a document that states nothing of a topic', () => {
  const source = document(orders, stock)

  it('has a faint hint at each place for editors, with a fix of its own, and no finding', () => {
    expect(told(source).map(short)).toEqual([])
    const hints = told(source, 'recommended', true)
    expect(hints.map(each => [short(each), each.faint, lineOf(source, each)])).toEqual(
      [5, 10].map(line => ['missing-timeout hint', true, line]),
    )
    for (const { fixes } of hints) expect(fixes).toHaveLength(1)
  })

  it('is not asked how long clients and jobs of the night wait: that holds up nobody else', () => {
    const clients = [
      'flowchart LR',
      '  web[Web app] -->|HTTPS| api[Order API]',
      '  job[Nightly job] -->|SQL| db[(PostgreSQL)]',
    ]
    expect(told(described(clients), 'recommended', true).map(short)).toEqual([])
    expect(of('missing-timeout', told(document(clients), 'strict'))).not.toEqual([])
    const timed = [...clients, '  api -->|HTTPS, 2s timeout| paypal[PayPal]', '  api -->|SQL, 1s timeout| db']
    expect(of('missing-timeout', told(document(timed))).map(each => each.message.slice(0, 35))).not.toEqual(
      [],
    )
  })

  it('is told all under strict, and nothing under sketch', () => {
    const strict = told(source, 'strict').map(({ rule }) => rule)
    expect(strict).toEqual(
      expect.arrayContaining(['missing-timeout', 'missing-circuit-breaker', 'single-point-of-failure']),
    )
    expect(told(source, 'sketch')).toEqual([])
  })

  it('is told of a rule whose severity somebody sets', () => {
    const rules = { 'missing-circuit-breaker': { severity: 'warning' as const } }
    const context = { language: 'markdown', configuration: { ...defaultConfiguration, rules } } as const
    expect(findings(analyze(source, context)).map(short)).toContain('missing-circuit-breaker warning')
  })
})

describe('a choice that works', () => {
  const feed = ['flowchart LR', '  web[Web app] -->|WebSocket: live prices| feed[Price feed]']

  it('is told to who tries something out or asks for it, and not of a system that is there', () => {
    expect(told(document(feed)).map(short)).toContain('websocket-one-way info')
    expect(told(described(feed)).map(short)).not.toContain('websocket-one-way info')
    expect(told(described(feed), 'strict').map(short)).toContain('websocket-one-way info')
  })
})

describe('what only the rest of a design could prove', () => {
  const shared = described([
    'flowchart LR',
    ...['Cart', 'Stock', 'Price'].map(name => `  ${name}[${name} service] -->|SQL| db[(Postgres)]`),
  ])
  const announced = (write: string, publish: string) =>
    described([
      'flowchart LR',
      `  orders[Order service] -->|${write}| db[(Postgres)]`,
      `  orders -->|${publish}| kafka[Kafka]`,
    ])

  it.each([
    'Each microservice scales by itself.',
    'Los microservicios se despliegan por separado.',
    '微服务之间通过 HTTP 通信。',
    'All parts are independently deployable.',
  ])('is told beside words that it puts in question: %s', words => {
    expect(of('shared-database', told(shared))).toEqual([])
    expect(of('shared-database', told(`${shared}\n${words}\n`))).toHaveLength(1)
  })

  it.each(['**Microservices**: split the services when load grows', 'Later we migrate to microservices.'])(
    'is not told beside words about later: %s',
    words => expect(of('shared-database', told(`${shared}\n${words}\n`))).toEqual([]),
  )

  it('is told where both arrows say what they do', () => {
    expect(of('dual-write', told(announced('writes orders', 'publishes OrderCreated')))).toHaveLength(1)
    expect(of('dual-write', told(announced('SQL', 'publishes OrderCreated')))).toEqual([])
  })
})

it('finds what two requests do at once also between the parts of one program', () => {
  const trace = document([
    'sequenceDiagram',
    '  participant c as PaymentController',
    '  participant s as PaymentService',
    '  participant r as BalanceRepository',
    '  c->>s: pay order',
    '  s->>r: get balance',
    '  r-->>s: balance',
    '  s->>s: check balance >= price',
    '  s->>r: deduct balance',
    '  s-->>c: paid',
  ])
  expect(told(trace).map(({ rule }) => rule)).toEqual(['check-then-act'])
})

describe('a document of one small picture', () => {
  const three = ['flowchart LR', '  web[Web app] --> api[Order API]', '  api --> db[(PostgreSQL)]']

  it('is told what nobody would ask a longer one: somebody tries it out', () => {
    expect(told(document(three)).map(({ rule, message }) => [rule, message.split('.')[0]])).toEqual([
      ['missing-timeout', expect.stringMatching(/^(?:2|Some) synchronous calls state no timeout/)],
      ['unlabeled-arrow', 'The arrow from Web app to Order API names no protocol'],
    ])
  })

  it.each([
    ['with words around it', `X`],
    ['beside another', document(three, stock)],
    [
      'of five arrows',
      document([...three, ...['red', 'blue', 'green'].map(name => `  web --> ${name}[${name} page]`)]),
    ],
  ])('is not told what is evident %s', (_, source) => {
    expect(of('unlabeled-arrow', told(source))).toEqual([])
  })
})

describe('a document that goes into a topic', () => {
  it('in fewer places than lack it is a faint hint at each of the rest', () => {
    const source = document(timed(orders, 1), stock)
    expect(of('missing-timeout', told(source))).toEqual([])
    const faint = of('missing-timeout', told(source, 'recommended', true))
    expect(faint.map(each => lineOf(source, each))).toEqual([5, 10])
  })

  it('in most places is told of each of the rest', () => {
    const source = document(timed(orders, 1, 2, 3), stock)
    expect(of('missing-timeout', told(source)).map(each => lineOf(source, each))).toEqual([10, 11])
  })

  it('is told what other rules of the topic miss', () => {
    const guarded = [...orders, '  api -->|HTTPS| twilio[Twilio]', '  %% api->twilio@{ breaker: true }']
    expect(of('missing-circuit-breaker', told(document(orders)))).toEqual([])
    expect(
      of('missing-circuit-breaker', told(document(guarded))).map(({ message }) => message.slice(0, 22)),
    ).toEqual(['Order API calls PayPal'])
  })
})

describe('pictures above that level of detail', () => {
  it('are those that a heading calls so, in any family', () => {
    const source = (heading: string) => `## ${heading}\n\n${described(orders)}`
    const lines = source('Runtime')
    const hints = (text: string) => told(text, 'recommended', true).map(short)
    expect(hints(lines)).toContain('missing-timeout hint')
    for (const heading of ['System Context', 'Context diagram', 'The system landscape', '系统上下文图'])
      expect(hints(source(heading))).toEqual([])
  })

  it('are those that a comment in their first lines calls so', () => {
    const hints = (comment: string) =>
      told(described([orders[0] ?? '', `  %% ${comment}`, ...orders.slice(1)]), 'recommended', true).map(
        short,
      )
    expect(hints('Orders')).toContain('missing-timeout hint')
    expect(hints('System context: orders')).toEqual([])
  })

  it.each([
    [
      'a C4 context',
      [
        'C4Context',
        '  Person(buyer, "Buyer")',
        '  System(shop, "Shop", "Orders goods over the web")',
        '  System_Ext(psp, "Payment provider")',
        '  Rel(buyer, shop, "Orders")',
        '  Rel(shop, psp, "Charges cards", "HTTPS")',
      ],
    ],
    [
      'a use case without technology',
      [
        'sequenceDiagram',
        '  participant shop as Shop service',
        '  participant pay as Payment service',
        '  shop->>pay: charge the card',
        '  pay-->>shop: charged',
        '  shop->>pay: refund the card',
        '  pay-->>shop: refunded',
      ],
    ],
  ])('are told nothing of omissions: %s', (_, lines) => {
    expect(told(document(lines)).map(short)).toEqual([])
    expect(told(document(lines), 'strict').map(({ rule }) => rule)).toContain('missing-timeout')
  })
})

describe('a hazard that the text around has settled', () => {
  const socket = document([
    'flowchart LR',
    '  web[Browser] -->|WebSocket| lb[nginx]',
    '  lb -->|WebSocket| chat[Chat server]',
  ])
  const beside = (words: string, preset: Preset = 'recommended') =>
    of('websocket-behind-l7', told(`${socket}\n${words}\n`, preset))

  it.each([
    'proxy_set_header Upgrade $http_upgrade;',
    'timeout tunnel 1h',
    'upgrade_configs: [{ upgrade_type: websocket }]',
    'RewriteCond %{HTTP:Upgrade} websocket [NC]',
    'nginx.org/websocket-services: "chat"',
    'WebSocket support is enabled on the load balancer.',
  ])('is told to nobody, but under strict: %s', words => {
    expect(beside(words)).toEqual([])
    expect(beside(words, 'strict')).toHaveLength(1)
  })

  it.each([
    'The chat uses WebSockets.',
    'timeout client 30s',
    'The database pool has an idle_timeout of 60 s.',
    'proxy_read_timeout 3600s;',
    'Users may upgrade to a larger plan.',
  ])('is told beside other words: %s', words => expect(beside(words)).toHaveLength(1))
})

describe('a hazard of which one place is enough', () => {
  const balanced = (name: string, label = 'WebSocket') => [
    'flowchart LR',
    `  web[Browser] -->|${label}| lb["${name}, round robin"]`,
    '  lb --> a[Chat server 1] & b[Chat server 2]',
    '  lb@{ algorithm: round-robin }',
  ]
  const found = (...diagrams: readonly (readonly string[])[]) =>
    of('persistent-connections-round-robin', told(document(...diagrams))).map(
      ({ message }) => message.split(',')[0],
    )

  it('is told once for each thing of that name', () => {
    expect(found(balanced('Chat balancer'), balanced('Chat Balancer'))).toEqual(['Chat balancer'])
    expect(found(balanced('Chat balancer'), balanced('Game balancer'))).toEqual([
      'Chat balancer',
      'Game balancer',
    ])
  })

  it('is not told where a connection ends', () => {
    expect(found(balanced('Chat balancer', 'WebSocket disconnect'))).toEqual([])
  })
})

describe('what is said alike of many places', () => {
  const clients = ['Web', 'Phone', 'Tablet', 'Watch'].map(
    name => `  ${name}[${name} browser] -->|http://shop.example.com| api[Public API]`,
  )

  it('is one finding from the fourth on, with a fix for all', () => {
    const three = document(['flowchart LR', ...clients.slice(1)])
    const four = document(['flowchart LR', ...clients])
    const count = of('insecure-transport', told(three)).length
    expect(count).toBe(3)
    const [finding, ...others] = of('insecure-transport', told(four))
    expect(others).toEqual([])
    expect(finding?.related).toHaveLength(3)
    const mended = applyEdits(four, finding?.fixes[0]?.edits ?? [])
    expect(of('insecure-transport', told(mended))).toEqual([])
  })

  it('is one syntax error from the second on, with a fix for all', () => {
    const text = document([
      'flowchart LR',
      '  a[One (1)] --> b[Two (2)]',
      '  b --> c[Three (3)]',
      '  c --> d]',
    ])
    const [quotes, bracket, ...others] = of('syntax-error', told(text))
    expect(others).toEqual([])
    expect(quotes?.message).toMatch(/ needs quotes\. The same applies to 2 other places\.$/)
    expect(quotes?.related).toHaveLength(2)
    expect(bracket?.message).not.toContain('The same applies')
    const mended = applyEdits(text, quotes?.fixes[0]?.edits ?? [])
    expect(quotes?.fixes[0]?.safe).toBe(true)
    expect(mended).toContain('a["One (1)"] --> b["Two (2)"]')
    expect(of('syntax-error', told(mended))).toHaveLength(1)
  })

  it('is no more than five causes of syntax errors and how many more places there are', () => {
    const lines = (count: number) => ['flowchart LR', ...habits.slice(0, count)]
    expect(of('syntax-error', told(document(lines(6)))).map(({ message }) => message)).not.toContain(
      'more places',
    )
    const found = of('syntax-error', told(document(lines(8))))
    expect(found).toHaveLength(6)
    expect(found.at(-1)?.message).toMatch(/^3 more places/)
  })
})

/** Lines that Mermaid refuses, each for a reason of its own. */
const habits = [
  '  a1[One (1)]',
  '  a2[/health]',
  '  a5[]',
  '  // a comment',
  '  note right of a1: text',
  '  a6 --> b6 : text',
  '  a7 -->|two (2)| b7',
  '  a8 --> graph',
]

describe('one topic at one place', () => {
  it('is told once, by the gravest', () => {
    const retried = [
      'flowchart LR',
      '  api[Order API] -->|"HTTPS POST /orders, 3 retries, 1s timeout"| psp[Payment provider]',
    ]
    const about = told(document(retried)).map(({ rule }) => rule)
    expect(about).toContain('retry-not-idempotent')
    expect(about).not.toContain('retry-without-backoff')
  })

  it('is rather what is done twice than what is tried too often', () => {
    const charged = [
      'flowchart LR',
      '  api[Order API] -->|"HTTPS POST /payments, 9 retries, 1s timeout"| psp[Payment provider]',
    ]
    const about = told(document(charged)).map(({ rule }) => rule)
    expect(about).toContain('retry-not-idempotent')
    expect(about).not.toContain('retry-unbounded')
  })
})

it('is silent about a socket of which another diagram of the document shows the other direction', () => {
  const push = `sequenceDiagram
  participant web as Web app
  participant feed as Price service
  feed->>web: WebSocket push price updates`
  const order = `sequenceDiagram
  participant web as Web app
  participant feed as Price service
  web->>feed: WebSocket subscribe AAPL`
  const document = (...texts: readonly string[]) =>
    findings(
      analyze(texts.map(text => `\`\`\`mermaid\n${text}\n\`\`\`\n`).join('\n'), {
        language: 'markdown',
        configuration: defaultConfiguration,
      }),
    ).filter(({ rule }) => rule === 'websocket-one-way')
  expect(document(push)).toHaveLength(1)
  expect(document(push, order)).toEqual([])
})

describe('a guide to the syntax', () => {
  const shown = (before: string, ...lines: readonly string[]) =>
    told(`# Guide\n\n${before}\n\n${document(lines)}`).map(({ rule }) => rule)
  const broken = ['flowchart LR', '  a[Web app (beta)] --> b[API']

  it('shows what Mermaid refuses, and pieces of diagrams side by side', () => {
    expect(shown('**Before (parse error):**', ...broken)).toEqual([])
    expect(shown('❌ Wrong:', ...broken)).toEqual([])
    expect(shown('This does not render:', ...broken)).toEqual([])
    expect(shown('**After:**', 'a["Web app (beta)"]')).toEqual([])
    expect(shown('Quote labels.', '# ✅ Good', 'a["Web app (beta)"]')).toEqual([])
  })

  it('leaves gaps for others to fill in', () => {
    expect(shown('The components:', 'graph TD', '{component diagram}')).toEqual([])
    expect(shown('The components:', 'graph TD', 'a[Web app]', '{component diagram}')).toContain(
      'syntax-error',
    )
  })

  it('is told of its other mistakes', () => {
    expect(shown('The new design:', ...broken)).toContain('syntax-error')
    expect(shown('Before:', ...broken)).toContain('syntax-error')
    expect(shown('The web app:', 'a["Web app (beta)"]')).toContain('syntax-error')
  })
})
