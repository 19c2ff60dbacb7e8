// What looks like a fault and is none, beside the fault that it looks like.

import { describe, expect, it } from 'vitest'
import { analyze, defaultConfiguration, findings, type Preset } from '../../src/service'

const toldAs = (preset: Preset, lines: readonly string[]) => {
  const configuration = { ...defaultConfiguration, preset }
  return findings(analyze(lines.join('\n'), { language: 'mermaid', configuration }), { figures: true })
}

const told = (...lines: readonly string[]) => toldAs('recommended', lines)

const rulesIn = (...lines: readonly string[]): readonly string[] => told(...lines).map(({ rule }) => rule)

/** With what is told on request. */
const allRulesIn = (...lines: readonly string[]): readonly string[] =>
  toldAs('strict', lines).map(({ rule }) => rule)

const trace = (...lines: readonly string[]) => [
  ...['sequenceDiagram', '  participant w as Publish worker', '  participant api as Media API'],
  ...lines.map(line => `  ${line}`),
]

describe('rounds with a pause between them', () => {
  const rounds = (title: string, request: string) =>
    rulesIn(...trace(`loop ${title}`, `w->>api: ${request}`, 'api-->>w: answer', 'end'))

  it.each(['Up to 40 attempts, 1s interval', 'max 10 attempts, wait 500 ms', '3 attempts every 15s'])(
    'ask for a status again, and retry nothing: %s',
    title => {
      const rules = rounds(title, 'GET /media/1')
      expect(rules.filter(rule => rule.startsWith('retry-'))).toEqual([])
    },
  )

  it('are retries of what changes something, whose pause is stated', () => {
    expect(rounds('Up to 3 attempts, 2s interval', 'PUT /media/1')).toContain('retry-without-jitter')
    expect(rounds('Up to 3 attempts, 2s interval', 'PUT /media/1')).not.toContain('retry-without-backoff')
    expect(rounds('Retry up to 3 times', 'PUT /media/1')).toContain('retry-without-backoff')
  })
})

describe('a path with a verb', () => {
  const verbs = (callee: string, request: string, ...more: readonly string[]) =>
    rulesIn('flowchart LR', `  c[Web app] -->|"${request}"| x[${callee}]`, ...more).includes('verb-in-path')

  it('is told of an interface of ours only: a vendor’s paths stay as they are', () => {
    expect(verbs('Order service', 'POST /createOrder')).toBe(true)
    expect(verbs('REST API', 'POST /createOrder')).toBe(true)
    expect(verbs('Aurelia Core', 'POST /createOrder', '  x -->|SQL| db[(PostgreSQL)]')).toBe(true)
    expect(verbs('Aurelia API', 'POST /createOrder')).toBe(false)
  })

  it('may be a command of signing in', () => {
    expect(verbs('User service', 'POST /update-password')).toBe(true)
    expect(verbs('User service', 'POST /auth/update-password')).toBe(false)
  })
})

describe('a circle of calls', () => {
  const circle = (...lines: readonly string[]) => rulesIn('flowchart LR', ...lines).includes('sync-cycle')

  it('is none where two bare arrows are a request and its answer', () => {
    expect(circle('  a[Order API<br/>FastAPI] --> b[Stock API<br/>FastAPI]', '  b --> a')).toBe(false)
    expect(circle('  a[Order service] -->|gRPC| b[Stock service]', '  b -->|HTTP| a')).toBe(true)
  })
})

describe('a socket through a gateway', () => {
  const passes = (gateway: string) =>
    told(
      'flowchart LR',
      `  web[Web app] -->|WebSocket| gw[${gateway}]`,
      '  gw --> a[Order service]',
      '  gw --> b[Price service]',
    ).filter(({ rule }) => rule === 'websocket-behind-l7')

  it('ends there where the gateway is a program of ours', () => {
    expect(passes('API gateway<br/>Rust, Axum')).toEqual([])
    expect(passes('API gateway')).toHaveLength(1)
  })

  it('is not said to go on to the first of several services', () =>
    expect(
      passes('API gateway')[0]
        ?.related.map(({ message }) => message)
        .join(),
    ).toContain('keep the connection behind it open'))
})

describe('several services on one store', () => {
  const share = (store: string) =>
    told(
      'flowchart LR',
      ...['Order', 'Price', 'Stock'].map(
        (name, at) => `  s${at}[${name} service] -->|writes| db[(${store})]`,
      ),
    ).find(({ rule }) => rule === 'shared-database')?.message

  it('are told to divide what the product divides by', () => {
    expect(share('PostgreSQL')).toContain('one schema per service')
    expect(share('Firestore')).toContain('own collections per service')
    expect(share('Firestore')).not.toMatch(/schema|login/)
  })
})

it('proxies of HTTP behind a ClusterIP read requests, unlike a Service of Kubernetes', () => {
  const routed = (box: string) =>
    rulesIn(
      'flowchart LR',
      '  web[Web app] -->|HTTPS| p',
      `  p[${box}] -->|/insert/*| a[Insert service]`,
      '  p -->|/select/*| b[Query service]',
    )
  expect(routed('vmauth<br/>ClusterIP :8427')).not.toContain('l4-cannot-route-http')
  expect(routed('shop svc<br/>ClusterIP :8427')).toContain('l4-cannot-route-http')
})

it('functions at the edge ask a database over HTTP, unlike other functions', () => {
  const crowds = (box: string) =>
    rulesIn('flowchart LR', `  web[Web app] -->|HTTPS| f[${box}]`, '  f -->|SQL| db[(PostgreSQL)]')
  expect(crowds('Edge Function')).not.toContain('connection-churn')
  expect(crowds('AWS Lambda')).toContain('connection-churn')
})

it('a list of endpoints is no screen that loads them in a row', () => {
  const reads = ['GET /profile', 'GET /orders', 'GET /offers']
  const asked = (...requests: readonly string[]) =>
    allRulesIn(
      ...['sequenceDiagram', '  participant b as Browser', '  participant api as Shop API'],
      ...requests.flatMap(request => [`  b->>api: ${request}`, '  api-->>b: 200']),
    )
  expect(asked(...reads)).toContain('client-round-trips')
  expect(asked('PATCH /profile', 'POST /orders', ...reads)).not.toContain('client-round-trips')
})

it('the use of an interface by somebody else is not to be batched', () => {
  const loop = (caller: string) =>
    rulesIn(
      ...['sequenceDiagram', `  participant c as ${caller}`, '  participant api as Bank service'],
      ...['  loop For each owner', '  c->>api: POST /persons', '  api-->>c: 201', '  end'],
    )
  expect(loop('Onboarding service')).toContain('call-in-loop')
  expect(loop('API consumer')).not.toContain('call-in-loop')
})

it('a cloud makes what its customer ordered: it calls no database, and no other region is at fault', () => {
  const far = (callee: string) =>
    rulesIn(
      'flowchart LR',
      '  subgraph west["us-west-1"]',
      '    b[Broker service]',
      '  end',
      '  subgraph east["us-east-1"]',
      `    p[${callee}]`,
      '  end',
      '  b -->|HTTPS| p',
      '  p --> db[(PostgreSQL)]',
    )
  expect(far('Price service')).toContain('cross-region-sync')
  expect(far('AWS control plane API')).not.toContain('cross-region-sync')
})

it('a keyword that sends a message opens a block by accident, which needs no end', () => {
  const messages = told(
    ...[
      'sequenceDiagram',
      '  participant Opt as Options',
      '  participant UI',
      '  Opt->>UI: choose',
      '  UI->>UI: show',
    ],
  ).map(({ message }) => message)
  expect(messages.join()).toContain('“Opt” is a keyword')
  expect(messages.join()).not.toContain('has no')
  expect(
    told('sequenceDiagram', '  opt maybe', '  A->>B: ask')
      .map(({ message }) => message)
      .join(),
  ).toContain('has no “end”')
})

it('notes of other kinds of diagrams are one mistake of a flowchart', () => {
  const lines = [
    'flowchart LR',
    '  a[Order API] --> b[(Redis)]',
    '  note right of b',
    '    Kept for',
    '    one hour',
    '  end note',
  ]
  const found = told(...lines).filter(({ rule }) => rule === 'syntax-error')
  expect(found.map(({ message }) => message.slice(0, 23))).toEqual(['Flowcharts have no note'])
  expect(found[0]?.fixes[0]?.edits).toHaveLength(4)
})

it('a poller asks whoever is drawn in front of it', () => {
  const waits = (callee: string) =>
    told(
      'flowchart LR',
      `  weather[OpenWeatherMap] -->|HTTP GET| p[${callee}]`,
      '  p -->|SQL| db[(PostgreSQL)]',
      '  p -->|HTTPS| stripe[Stripe]',
    )
      .flatMap(({ message, related }) => [message, ...related.map(each => each.message)])
      .join()
  expect(waits('Weather poller')).not.toContain('OpenWeatherMap →')
})

it('an interface for the few is in nobody’s reach where its own clients share the gateway', () => {
  const accused = (...more: readonly string[]) =>
    rulesIn(
      ...['flowchart LR', '  app[Patient app] -->|HTTPS| gw[API gateway]', '  gw --> back[Admin backend]'],
      ...more,
    ).includes('missing-authentication')
  expect(accused()).toBe(true)
  expect(accused('  panel[Admin app] -->|HTTPS| gw', '  gw --> shop[Shop service]')).toBe(false)
})

describe('a duration on an arrow', () => {
  const asked = (label: string) =>
    told('flowchart LR', '  web[Web app] -->|HTTPS| api[Order API]', `  api -->|"${label}"| s3[(S3)]`)
      .map(({ message }) => message)
      .join()
      .includes('is the timeout or the latency')

  it('is asked about where it can only be of the call', () => {
    expect(asked('HTTPS, 500ms')).toBe(true)
    expect(asked('create signed link (path, 600s)')).toBe(false)
    expect(asked('createSignedUrl(path, 600s)')).toBe(false)
    expect(asked('setup-everything.sh (8 min)')).toBe(false)
  })
})

it('a server and what it runs in one process wait for no network', () => {
  const places = (callee: string) =>
    told(
      'flowchart LR',
      `  api[FastAPI] --> x[${callee}]`,
      '  api -->|SQL| db[(PostgreSQL)]',
      '  api -->|HTTPS| stripe[Stripe]',
      '  api -->|HTTPS| mail[SendGrid]',
      '  api -->|RESP| cache[(Redis)]',
    )
      .flatMap(({ message, related }) => [message, ...related.map(each => each.message)])
      .join()
  expect(places('Uvicorn workers')).not.toContain('Uvicorn')
})

it('workers that hand on to workers are no chain that a request waits for', () => {
  const names = ['Stock', 'Price', 'Tax', 'Shipping', 'Invoice', 'Ledger', 'Report', 'Archive']
  const chain = (kind: string) =>
    allRulesIn(
      ...['flowchart LR', `  web[Web app] -->|HTTPS| p0[Order ${kind}]`],
      ...names.map((name, at) => `  p${at} -->|HTTP| p${at + 1}[${name} ${kind}]`),
    ).includes('deep-call-chain')
  expect(chain('service')).toBe(true)
  expect(chain('worker')).toBe(false)
})

describe('what stands in which group', () => {
  const network = (...last: readonly string[]) =>
    rulesIn(
      'flowchart LR',
      '  subgraph vpc[Production VPC]',
      '    subgraph app[Application]',
      '      api[Order API] -->|HTTPS| stripe[Stripe]',
      '      api -->|SQL| db[(Orders)]',
      ...last,
      '  style AZ1 fill:#fdd',
    )

  it('is argued with where each group ends', () => {
    expect(network('    end', '  end')).toEqual(
      expect.arrayContaining(['styled-nothing', 'vendor-inside-boundary']),
    )
  })

  it.each([[['    end']], [['    end', '  end', '  end']]])(
    'is open where an `end` is missing or too many: %j',
    last => {
      const found = network(...last)
      expect(found).toContain('syntax-error')
      expect(found).not.toContain('vendor-inside-boundary')
      expect(found).not.toContain('styled-nothing')
    },
  )

  it('is no reason to leave out what needs no group', () => {
    const found = rulesIn(
      'flowchart LR',
      '  subgraph vpc[VPC]',
      '    web[Browser] -->|SQL| db[(Orders)]',
      '    db[(Bills)]',
    )
    expect(found).toEqual(expect.arrayContaining(['syntax-error', 'label-redefined']))
  })
})
