// What is drawn beside the requests of a design: nobody waits for it, and nobody is asked how it talks.

import { describe, expect, it } from 'vitest'
import { analyze, type Configuration, defaultConfiguration, findings } from '../../src/service'

/** Each finding with its places, as `rule: text`. */
const told = (...lines: readonly string[]): string => toldUnder({}, ...lines)

const toldUnder = (rules: Configuration['rules'], ...lines: readonly string[]): string =>
  findings(
    analyze(lines.join('\n'), { language: 'mermaid', configuration: { ...defaultConfiguration, rules } }),
    {
      figures: true,
    },
  )
    .flatMap(({ rule, message, related }) =>
      [message, ...related.map(place => place.message)].map(text => `${rule}: ${text}`),
    )
    .join('\n')

const shop = [
  'flowchart LR',
  '  web[Web app] --> api[Order API]',
  '  api --> mail[Mail service]',
  '  api -->|SQL| db[(PostgreSQL)]',
  '  mail -->|SMTP| relay[SendGrid]',
]

const beside = (...lines: readonly string[]) => told(...shop, ...lines)

describe('nothing is asked of', () => {
  it.each([
    ['a container platform', '  k8s[Kubernetes] --> api', 'Kubernetes'],
    ['a set of tests', '  suite[Integration tests] --> api', 'Integration tests'],
    [
      'what a program reads when it starts',
      '  api -->|load rules on startup| rules[Rule service]',
      '→ Rule service',
    ],
    ['files of configuration', '  files[Configuration files] --> db', 'Configuration files'],
    ['weights of a model', '  api --> w[Detector weights]', 'Detector weights'],
    ['somebody who approves', '  api --> approval[Human approval]', 'Human approval'],
    ['an engineer in front of a database', '  eng[ML-инженер] --> db', 'инженер'],
    ['a NAT gateway', '  api --> nat[NAT Gateway<br/>egress of the pods]', 'NAT'],
    ['an interface of a program', '  mail --> ports[Application ports]', 'ports'],
  ])('%s', (_, line, name) => expect(beside(line)).not.toContain(name))

  it('a page and its worker in one browser, unlike a worker and its server', () => {
    const text = told(
      'flowchart LR',
      '  subgraph browser["User browser"]',
      '    page[Web app] <--> worker[Sync worker]',
      '  end',
      '  worker <--> api[Sync API]',
      '  api --> db[(PostgreSQL)]',
    )
    expect(text).not.toContain('Web app')
    expect(text).toContain('Sync worker → Sync API')
  })

  it('parts of a backend of one framework', () => {
    const inside = (title: string) =>
      toldUnder(
        { 'missing-timeout': { severity: 'info' } },
        'flowchart LR',
        '  web[Web app] -->|HTTPS| api',
        `  subgraph backend["${title}"]`,
        '    api[REST API] --> search[Search service]',
        '  end',
        '  search --> db[(Weaviate)]',
        '  api --> pg[(PostgreSQL)]',
      )
    expect(inside('Backend (FastAPI)')).not.toContain('REST API → Search service')
    expect(inside('Backend')).toContain('REST API → Search service')
  })

  it('the sender of what an outbox relays', () => {
    const text = told(
      'sequenceDiagram',
      '  participant A as Order API',
      '  participant O as Outbox worker',
      '  participant P as Stripe',
      '  A->>O: start the payment',
      '  O->>P: POST /v1/charges',
    )
    expect(text).not.toContain('Order API → Outbox worker')
    expect(text).toContain('Outbox worker → Stripe')
  })
})

describe('a box tells by itself', () => {
  const around = ['flowchart LR', '  web[Web app] --> api[Order API]', '  api --> mail[Mail service]']

  it.each([
    ['its protocol in its name', '  api --> m[(MQTT)]', 'MQTT'],
    ['the protocol its product is named for', '  api --> dir[OpenLDAP]', 'OpenLDAP'],
    [
      'which database it is by its group',
      '  subgraph PostgreSQL\n    o[(orders_db)]\n  end\n  api --> o',
      'orders_db',
    ],
  ])('%s', (_, lines, name) => expect(unlabeled(told(...around, ...lines.split('\n')))).not.toContain(name))

  it('not which of two databases of its group it is', () =>
    expect(
      unlabeled(
        toldUnder(
          { 'unlabeled-arrow': { severity: 'warning' } },
          ...[...around, '  subgraph s["MySQL, Redis"]', '    o[(orders_db)]', '  end', '  api --> o'],
        ),
      ),
    ).toContain('orders_db'))

  const unlabeled = (text: string) =>
    text
      .split('\n')
      .filter(line => line.startsWith('unlabeled-arrow'))
      .join('\n')
})

describe('whoever draws it runs it too', () => {
  it.each([
    ['mock-bank :9001', false],
    ['Simulated acquirer', false],
    ['Stripe', true],
  ])('%s', (name, isAbroad) => {
    const text = told(
      'flowchart LR',
      `  pay[Payment service] -->|HTTP| x["${name}"]`,
      '  pay -->|SQL| db[(PostgreSQL)]',
    )
    expect(text.includes('third party')).toBe(isAbroad)
    expect(text.includes('insecure-transport')).toBe(isAbroad)
  })

  it('a catcher of mail', () =>
    expect(
      told('flowchart LR', '  api[Order API] -->|SMTP| mail[MailHog]', '  api -->|SQL| db[(PostgreSQL)]'),
    ).not.toContain('third party'))
})

describe('a sentence', () => {
  it('names a list of services whole, however its label is broken', () =>
    expect(
      toldUnder(
        { 'missing-timeout': { severity: 'warning' } },
        ...[...shop, '  api -->|HTTPS| rest["catalog, payment,<br/>routing"]'],
      ),
    ).toContain('→ catalog, payment, routing.'))

  it('speaks of the defaults of a product, not of an agent that looks after it', () => {
    const calls = (name: string) =>
      told(
        'flowchart LR',
        `  cf[${name}] -->|HTTPS| api[Order API]`,
        '  api -->|HTTPS| mail[Mail service]',
        '  api -->|SQL| db[(PostgreSQL)]',
      )
    expect(calls('Cloudflare')).toContain('Calls by Cloudflare are not counted')
    expect(calls('CloudFront')).toContain('Calls by CloudFront are not counted')
    expect(calls('Cloudflare agent')).not.toContain('not counted')
  })

  it('names the product of a box whose label does not', () => {
    const rows = [
      'C4Container',
      '  Container(spa, "Shop page", "React")',
      '  Container(gw, "API Gateway", "Kong")',
      '  Container(one, "Order service", "Go")',
      '  Container(two, "Stock service", "Go")',
      '  Rel(spa, gw, "calls", "HTTPS")',
      '  Rel(gw, one, "routes", "HTTP")',
      '  Container(three, "Price service", "Go")',
      '  Rel(one, two, "asks", "HTTP")',
      '  Rel(two, three, "asks", "HTTP")',
    ]
    expect(told(...rows)).toContain('Calls by API Gateway (Kong) are not counted')
  })

  it('gives a promotion the time that it takes', () => {
    const suggested = (label: string) =>
      toldUnder(
        { 'missing-timeout': { severity: 'warning' } },
        ...['flowchart LR', `  f[Failover service] -->|${label}| db[(PostgreSQL)]`],
      )
    expect(suggested('promotes the standby')).toContain('timeout: 30s')
    expect(suggested('asks for orders')).toContain('timeout: 100ms')
  })

  it('takes no main database for the first of two', () => {
    const single = (box: string) =>
      told('flowchart LR', '  web[Web app] -->|HTTPS| api[Order API]', `  api -->|SQL| db[("${box}")]`)
    expect(single('MySQL 8<br/>Primary datastore')).not.toContain('single-point-of-failure')
    expect(single('MySQL primary')).toContain('single-point-of-failure')
  })

  it('points at the tail that opens a label', () =>
    expect(
      told('flowchart LR', '  a[Order API] <--|Webhook| b[Stripe]', '  a -->|HTTP| c[Mail service]'),
    ).toContain('“<--” has no end on its right'))

  it('of retried messages names two, never one that retries its own', () =>
    expect(
      told(
        'sequenceDiagram',
        '  participant S as Shop API',
        '  participant W as Webhook broker',
        '  participant X as Partner API',
        '  S->>W: order accepted',
        '  W->>X: POST /hooks',
        '  X-->>W: 500',
        '  W->>W: Retry (3 attempts)',
      ),
    ).not.toContain('Webhook broker retries messages of Webhook broker'))
})
