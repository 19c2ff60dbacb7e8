// What is offered at a cursor, which stands at `¦`: words that fit there, in the order of use, once each.

import { describe, expect, it } from 'vitest'
import { kinds } from '../../src/knowledge'
import { readArrowLabel } from '../../src/model/annotations'
import { analyze, type Completion, completionsAt, defaultConfiguration } from '../../src/service'
import type { Language } from '../../src/text/languages'

function offered(marked: string, language: Language = 'mermaid') {
  const offset = marked.indexOf('¦')
  const source = marked.replace('¦', '')
  const completions = completionsAt(
    analyze(source, { language, configuration: defaultConfiguration }),
    offset,
  )
  return {
    completions,
    labels: completions.map(({ label }) => label),
    /** The text after one of them is taken. */
    taking: (label: string) => taken(source, completions, label),
  }
}

function taken(source: string, completions: readonly Completion[], label: string): string {
  const chosen = completions.find(each => each.label === label)
  if (!chosen) return `no ${label}`
  const { replace, insert } = chosen
  return source.slice(0, replace.start) + insert + source.slice(replace.end)
}

const shop = `flowchart LR
  web[Web app] -->|"HTTPS, 2s timeout"| orders[Order service]
  orders -->|"SQL, 100ms timeout"| db[(PostgreSQL)]
`

describe('a name that is half typed', () => {
  it.each([
    ['at the start of a line', '  ord¦\n'],
    ['as a target', '  web --> ord¦\n'],
    ['between', '  web --> or¦d\n'],
    ['in a comment', '  %% x\n  ord¦ --> web\n'],
  ])('is not offered itself: %s', (_, line) => {
    const { labels } = offered(shop + line)
    expect(labels).toContain('orders')
    expect(labels).not.toContain('ord')
  })

  it('gives way as a whole', () => {
    expect(offered(`${shop}  web --> or¦d\n`).taking('orders')).toBe(`${shop}  web --> orders\n`)
    expect(offered(`${shop}  web --> ¦orders\n`).taking('db')).toBe(`${shop}  web --> dborders\n`)
  })

  it('is offered where it is drawn elsewhere too', () => {
    expect(offered(`${shop}  web --> ord\n  db --> ord¦\n`).labels).toContain('ord')
  })
})

describe('targets', () => {
  it.each([
    ['flowchart', `${shop}  orders --> ¦\n`, 'orders'],
    ['a labeled arrow', `${shop}  orders[Order service] ==>|SQL| ¦\n`, 'orders'],
    ['a chain', `${shop}  web --> orders -.-> ¦\n`, 'orders'],
    ['C4', 'C4Context\n  System(shop, "Shop")\n  System(bank, "Bank")\n  Rel(shop, ¦', 'shop'],
    ['architecture', 'architecture-beta\n  service a(server)[A]\n  service b(server)[B]\n  a:R --> ¦', 'a'],
  ])('are others than the source: %s', (_, text, source) => {
    const { labels } = offered(text)
    expect(labels).not.toContain(source)
  })

  it('include the source last where a participant may call itself', () => {
    const { labels } = offered('sequenceDiagram\n  participant web\n  participant api\n  web->>¦')
    expect(labels).toEqual(['api', 'web'])
  })
})

describe('braces', () => {
  it('list each key once', () => {
    const { labels } = offered(
      'flowchart LR\n  subgraph eu [Europe]\n    api[API]\n  end\n  api --> db[(DB)]\n  %% eu@{ ¦ }\n',
    )
    expect(labels.length).toBeGreaterThan(10)
    expect(labels).toHaveLength(new Set(labels).size)
  })

  it('list all values of a key, the usual ones first', () => {
    const { labels } = offered(`${shop}  %% orders@{ kind: ¦ }\n`)
    expect(labels.slice(0, 2)).toEqual(['service', 'database'])
    expect([...labels].sort()).toEqual([...kinds].sort())
  })

  it('begin with the timeout that the call has room for', () => {
    const { completions } = offered(
      `${shop}  orders -->|gRPC| pay[Payment service]\n  %% orders->pay@{ timeout: ¦ }\n`,
    )
    expect(completions[0]).toMatchObject({
      label: expect.stringMatching(/^\d+m?s$/),
      detail: 'Order service has 1.6s left',
    })
  })

  it('write no second colon', () => {
    expect(offered(`${shop}  %% orders->db@{ ti¦: 3s }\n`).taking('timeout')).toContain('@{ timeout: 3s }')
  })
})

describe('a label', () => {
  it('is continued by figures, not by another protocol', () => {
    const { labels } = offered(`${shop}  orders -->|"gRPC, ¦"| pay[Payment service]\n`)
    expect(labels[0]).toMatch(/^\d+m?s timeout$/)
    expect(labels.slice(1, 3)).toEqual(['2 retries', 'idempotent'])
    expect(labels).not.toContain('HTTPS')
  })

  it.each([
    ['unclosed', `${shop}  orders -->|"gRPC, ¦`],
    ['without quotes', `${shop}  orders -->|gRPC ¦| pay\n`],
    ['of a message', 'sequenceDiagram\n  participant web\n  participant api\n  web->>api: HTTPS, ¦\n'],
    ['of a relation', 'C4Context\n  System(a, "A")\n  System(b, "B")\n  Rel(a, b, "asks", "HTTPS, ¦")'],
  ])('%s is too', (_, text) => {
    expect(offered(text).labels).toEqual(
      expect.arrayContaining([expect.stringMatching(/ timeout$/), 'idempotent']),
    )
  })

  it('offers what it lacks', () => {
    const { labels } = offered(`${shop}  orders -->|"gRPC, 300ms timeout, 2 retries, ¦"| pay\n`)
    expect(labels[0]).toBe('exponential backoff, jitter')
    expect(labels.join()).not.toMatch(/timeout|retr/)
  })

  it('allows no more attempts than its caller has time for', () => {
    const { labels, completions } = offered(`${shop}  orders -->|"gRPC, 900ms timeout, ¦"| pay\n`)
    expect(labels[0]).toBe('no retries')
    expect(completions[0]?.detail).toBe('Order service has 1.6s left')
  })

  it('replaces the part that is typed', () => {
    const text = `${shop}  orders -->|"gRPC, 2s tim¦"| pay\n`
    const { labels, taking } = offered(text)
    expect(taking(labels[0] ?? '')).toContain(`|"gRPC, ${labels[0]}"|`)
  })

  it.each(['HTTPS', 'WebSocket', 'Kafka', 'SQL, 2 retries'])('%s: every figure reads as one', protocol => {
    const unread = offered(`${shop}  web -->|"${protocol}, ¦"| x\n`).labels.filter(
      label =>
        readArrowLabel(`${protocol}, ${label}`).attributes.length <=
        readArrowLabel(protocol).attributes.length,
    )
    expect(unread).toEqual([])
  })

  it('offers HTTPS before HTTP', () => {
    const { labels } = offered('flowchart LR\n  a -->|¦| b\n')
    expect(labels.indexOf('HTTPS')).toBeLessThan(labels.indexOf('HTTP'))
    expect(labels).toContain('HTTP')
  })
})

describe('frontmatter', () => {
  const within = (lines: string) => `---\n${lines}\n---\n${shop}`

  it.each([
    ['the top', '¦', ['arrowsmith', 'title', 'config']],
    ['our settings', 'arrowsmith:\n  ¦', ['objectives', 'entries', 'defaults', 'assume', 'preset']],
    [
      'what is not written yet',
      'arrowsmith:\n  preset: strict\n  ¦',
      ['objectives', 'entries', 'defaults', 'assume'],
    ],
    ['presets', 'arrowsmith:\n  preset: ¦', ['sketch', 'recommended', 'strict']],
    ['entries', 'arrowsmith:\n  entries: [web, ¦]', ['web', 'orders', 'db']],
    ['a list of entries', 'arrowsmith:\n  entries:\n    - ¦', ['web', 'orders', 'db']],
    ['promises', 'arrowsmith:\n  objectives:\n    ¦', ['objective']],
    ['the ends of a promise', 'arrowsmith:\n  objectives:\n    buying: { from: ¦ }', ['web', 'orders', 'db']],
    ['the themes', 'config:\n  theme: ¦', ['default', 'neutral', 'dark', 'forest', 'base']],
  ])('%s', (_, lines, expected) => {
    expect(offered(within(lines)).labels).toEqual(expected)
  })

  it.each([
    'buying: { from: web, ¦ }',
    'place an order: { from: web, ¦ }',
    '"place an order":\n      from: web\n      ¦',
    'place an order:\n      from: web\n      ¦',
  ])('keys of a promise that it lacks: %s', promise => {
    const { labels } = offered(within(`arrowsmith:\n  objectives:\n    ${promise}`))
    expect(labels).toContain('p99')
    expect(labels).not.toContain('from')
  })

  it('defaults of arrows, in a comment too', () => {
    expect(offered(within('arrowsmith:\n  defaults:\n    arrow: { ¦ }')).labels).toContain('timeout')
    expect(offered(`${shop}  %% arrowsmith: { defaults: { node: { ¦ } } }\n`).labels).toContain('replicas')
  })

  it('of a document speaks of all its diagrams, and leaves the keys of others alone', () => {
    const document = (lines: string) => `---\n${lines}\n---\n\n\`\`\`mermaid\n${shop}\`\`\`\n`
    expect(offered(document('layout: post\narr¦'), 'markdown').labels).toEqual(['arrowsmith'])
    expect(offered(document('arrowsmith:\n  entries: [¦]'), 'markdown').labels).toEqual([
      'web',
      'orders',
      'db',
    ])
    expect(offered(document('layout: ¦'), 'markdown').labels).toEqual([])
    expect(offered(document('arrowsmith:\n  pre¦'), 'markdown').taking('preset')).toContain(
      '\n  preset: \n---',
    )
  })
})

describe('what comes first', () => {
  const chat = 'sequenceDiagram\n  actor user as Shopper\n  participant api as Order API\n'
  const stores = '  participant db as PostgreSQL\n  participant mq as RabbitMQ\n'
  const europe =
    'architecture-beta\n  group eu(cloud)[EU]\n  service a(server)[A] in eu\n  service b(server)[B]\n'

  it.each([
    ['the direction of a diagram', 'flowchart ¦', 'LR'],
    ['the direction of a group', `${shop}  subgraph s\n  direction ¦\n  end\n`, 'LR'],
    ['an arrow behind a component', `${shop}  orders ¦\n`, '-->'],
    ['an arrow behind a chain', `${shop}  web --> orders -¦\n`, '-->'],
    ['a message behind a participant', `${chat}  user-¦\n`, '->>'],
    ['what is called before who calls', `${shop}  orders --> ¦\n`, 'db'],
    ['the protocol of a store in a message', `${chat}${stores}  api->>db: ¦\n`, 'SQL'],
    ['the protocol of a broker in a message', `${chat}${stores}  api-)mq: ¦\n`, 'AMQP'],
    ['the timeout that is half typed', `${shop}  orders -->|"SQL, 2s t¦"| db\n`, '2s timeout'],
    ['the retries that are half typed', `${shop}  orders -->|"SQL, 100ms timeout, 1¦"| db\n`, '1 retry'],
    ['where a note stands', `${chat}  Note ¦\n`, 'over'],
    ['properties of a style', `${shop}  style web fill:#f00,¦\n`, 'fill'],
    ['arrows by their number', `${shop}  linkStyle ¦\n`, '0'],
    ['a side', `${europe}  a:¦\n`, 'R'],
    [
      'where a flow leads to',
      `---\narrowsmith:\n  objectives:\n    buy: { from: web, to: ¦ }\n---\n${shop}`,
      'orders',
    ],
  ])('%s', (_, text, first) => {
    expect(offered(text).labels[0]).toBe(first)
  })

  it('is the target of a comment, whole', () => {
    expect(offered(`${shop}  %% orders->¦\n`).taking('orders->db@{ }')).toBe(
      `${shop}  %% orders->db@{ $0 }\n`,
    )
  })

  it('is a service by the side that faces the other, and no group', () => {
    const facing = offered(`${europe}  a:R --> ¦`)
    expect(facing.labels).toEqual(['b'])
    expect(facing.taking('b')).toBe(`${europe}  a:R --> L:b`)
    expect(offered(`${europe}  a:R --> T:¦`).taking('b')).toBe(`${europe}  a:R --> T:b`)
  })

  it.each([
    ['in a reply', `${chat}  user->>api: HTTPS\n  api-->>user: ¦\n`],
    ['in a label that ends like a component', 'flowchart LR\n  orders --> x[All orders ¦'],
    ['behind the name of a group', `${shop}  subgraph orders ¦\n`],
    ['behind a participant that is introduced', `${chat}  participant api ¦\n`],
  ])('nothing %s', (_, text) => {
    expect(offered(text).labels).toEqual([])
  })
})

describe('statements', () => {
  it.each([
    ['click', `${shop}  click ¦\n`, ['web', 'orders', 'db']],
    ['classes of style', `${shop}  classDef slow fill:#f00\n  class web ¦\n`, ['slow']],
    ['icons', 'architecture-beta\n  service db(¦', ['cloud', 'database', 'disk', 'internet', 'server']],
    ['notes', 'sequenceDiagram\n  participant a\n  participant b\n  Note over a, ¦', ['a', 'b']],
  ])('%s name what there is', (_, text, expected) => {
    expect(offered(text).labels).toEqual(expected)
  })
})
