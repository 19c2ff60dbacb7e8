// Fixes write as the author does, and what they write is whole.

import { describe, expect, it } from 'vitest'
import { analyze } from '../../src/service/engine/analyze'
import { findings } from '../../src/service/engine/findings'
import { applyEdits } from '../../src/text/edit'

/** The text after the first fix of the first finding of a rule. */
function mended(rule: string, text: string): string {
  const rules = { [rule]: { severity: 'info' } } as const
  const snapshot = analyze(text, { language: 'mermaid', configuration: { preset: 'recommended', rules } })
  const finding = findings(snapshot, { figures: true }).find(
    each => each.rule === rule && each.fixes.length > 0,
  )
  return applyEdits(text, finding?.fixes[0]?.edits ?? [])
}

const shop = (...lines: string[]): string =>
  ['flowchart LR', ...lines.map(line => `  ${line}`), ''].join('\n')

describe('a label', () => {
  const label = (...lines: string[]): string | undefined =>
    mended('unlabeled-arrow', shop(...lines))
      .split('\n')
      .at(-2)

  it.each([
    ['in bars', 'web[Web app] -->|HTTPS| api[Order API]', 'api -->|HTTPS| pay[Payment service]'],
    [
      'in bars and quotes',
      'web[Web app] -->|"HTTPS"| api[Order API]',
      'api -->|"HTTPS"| pay[Payment service]',
    ],
    ['within the arrow', 'web[Web app] -- HTTPS --> api[Order API]', 'api -- HTTPS --> pay[Payment service]'],
    [
      'within the arrow and quotes',
      'web[Web app] -- "HTTPS" --> api[Order API]',
      'api -- "HTTPS" --> pay[Payment service]',
    ],
  ])('stands %s where the others do', (_, first, wanted) => {
    expect(label(first, 'api --> pay[Payment service]')?.trim()).toBe(wanted)
  })

  it.each([
    ['==>', 'api == HTTPS ==> pay[Payment service]'],
    ['-.->', 'api -. HTTPS .-> pay[Payment service]'],
    ['---->', 'api -- HTTPS ----> pay[Payment service]'],
    ['<-->', 'api <-->|HTTPS| pay[Payment service]'],
    ['call@-->', 'api call@-->|HTTPS| pay[Payment service]'],
  ])('fits an arrow such as %s', (arrow, wanted) => {
    const line = label('web[Web app] -- HTTPS --> api[Order API]', `api ${arrow} pay[Payment service]`)
    expect(line?.trim()).toBe(wanted)
  })

  it('needs no quotes', () => {
    expect(label('web[Web app] -->|HTTPS| api[Order API]', 'api --> cache[Session cache]')?.trim()).toBe(
      'api -->|RESP| cache[Session cache]',
    )
  })

  it('is written once for several arrows drawn together', () => {
    const line = label(
      'web[Web app] --> edge[API gateway]',
      'edge --> api[Order API]',
      'edge --> pay[Payment service]',
      'edge --> users[User service]',
      'api --> stock[Stock service] & prices[Price service]',
    )
    expect(line?.trim()).toBe('api -->|HTTPS| stock[Stock service] & prices[Price service]')
  })
})

describe('a repair', () => {
  it.each([
    ['circle-or-cross-by-accident', 'api--xml[XML feed]', 'api--- xml[XML feed]'],
    ['circle-or-cross-by-accident', 'api---oauth[Login]', 'api--- oauth[Login]'],
    ['circle-or-cross-by-accident', 'api--orders-->stock', 'api-- orders-->stock'],
  ])('%s: %s', (rule, broken, whole) => {
    expect(mended(rule, shop(broken))).toBe(shop(whole))
  })

  it('leaves no other mark behind that cuts a message', () => {
    const text = 'sequenceDiagram\n  web->>api: Ticket #12 open; see #13\n'
    expect(mended('truncated-message', text)).toBe(
      'sequenceDiagram\n  web->>api: Ticket #35;12 open#59; see #35;13\n',
    )
  })

  it('stands before the line break', () => {
    const text = 'flowchart LR\r\n  api[Order API\r\n  api --> db\r\n'
    expect(mended('syntax-error', text)).toBe('flowchart LR\r\n  api[Order API]\r\n  api --> db\r\n')
  })

  it('is not offered where it would leave a label empty, or a key twice', () => {
    expect(mended('syntax-error', shop('api('))).toBe(shop('api('))
    const twice = shop('web[Web app] -->|HTTPS| api[API]', '%% api@{ replica: 3, replicas: 2 }')
    expect(mended('unknown-attribute', twice)).toBe(twice)
  })
})

describe('words in a label', () => {
  it('are found where entities stand before them', () => {
    const text = mended(
      'retry-layering',
      shop(
        'web[Web app] -->|"Search &amp; buy, HTTPS, 2 retries"| gw[API gateway]',
        'gw -->|"HTTP/2, 2 retries"| api[Order API]',
      ),
    )
    expect(text).toMatch(/"Search &amp; buy, HTTPS, (?:2|no) retries"/)
    expect(text.match(/no retries/g)).toHaveLength(1)
  })

  it('give way in all messages that a finding is about', () => {
    const text = mended(
      'websocket-one-way',
      'sequenceDiagram\n  participant app as Mobile app\n  participant push as Push service\n  push->>app: WebSocket: order update\n  push->>app: WebSocket: courier update\n',
    )
    expect(text).toContain('push->>app: SSE: order update\n  push->>app: SSE: courier update')
  })
})

describe('a timeout', () => {
  it('is stated for all arrows drawn together', () => {
    const text = mended(
      'missing-timeout',
      shop(
        'web[Web app] -->|"HTTPS, 5s timeout"| shop[Shop API]',
        'app[Mobile app] -->|"HTTPS, 5s timeout"| rides[Ride API]',
        'shop & rides -->|gRPC| prices[Price service]',
      ),
    )
    expect(text).toContain('%% shop->prices@{ timeout: 200ms }')
    expect(text).toContain('%% rides->prices@{ timeout: 200ms }')
  })

  it('leaves room for the latency that is stated, whichever percentile it is', () => {
    const text = mended(
      'missing-timeout',
      shop(
        'web[Web app] -->|"HTTPS, 5s timeout"| api[API]',
        'api -->|gRPC| search[Search service]',
        '%% search@{ p50: 120ms }',
      ),
    )
    expect(text).toContain('%% api->search@{ timeout: 3s }')
  })
})

describe('a new figure', () => {
  const last = (rule: string, ...lines: string[]): string | undefined =>
    mended(rule, shop(...lines))
      .trimEnd()
      .split('\n')
      .at(-1)
      ?.trim()

  it.each([
    ['|"HTTPS, 5s timeout"|', '|"gRPC, 200ms timeout"|'],
    ['|"HTTPS (timeout 5s, retry 3x)"|', '|"gRPC (timeout 200ms)"|'],
    ['|"HTTPS, timeout=5s"|', '|"gRPC, timeout=200ms"|'],
    ['|HTTPS timeout: 5s|', '|"gRPC, timeout: 200ms"|'],
  ])('stands in the label as others do: %s', (others, wanted) => {
    const line = last(
      'missing-timeout',
      `web[Web app] -->${others} api[Order API]`,
      `app[Mobile app] -->${others} api`,
      'api -->|gRPC| stock[Stock service]',
    )
    expect(line).toBe(`api -->${wanted} stock[Stock service]`)
  })

  it('stands with those of its own label', () => {
    const line = last('retry-without-backoff', 'api[API] -->|"gRPC (timeout 1s, retry 2x)"| pay[Payments]')
    expect(line).toBe(
      'api[API] -->|"gRPC (timeout 1s, retry 2x, exponential backoff, jitter)"| pay[Payments]',
    )
  })

  it('stands in a block where labels state none, or cannot hold it', () => {
    const block = '%% api->stock@{ timeout: 200ms }'
    const arrow = 'api[Order API] -->|gRPC| stock[Stock service]'
    expect(last('missing-timeout', 'web[Web app] -->|HTTPS| api', '%% web->api@{ timeout: 5s }', arrow)).toBe(
      block,
    )
    const encoded = 'api[Order API] -->|"gRPC #38; more"| stock[Stock service]'
    expect(last('missing-timeout', 'web[Web app] -->|"HTTPS, 5s timeout"| api', encoded)).toBe(block)
  })

  it('stands below the last arrow, or in the block that its author keeps', () => {
    const web = 'web[Web app] -->|"HTTPS #38; more"| api[Order API]'
    const db = 'api -->|"SQL #38; more"| db[(PostgreSQL)]'
    const own = '%% web->api@{ timeout: 5s }'
    const written = (...lines: string[]) => mended('missing-timeout', shop(...lines))
    expect(written(web, db, own)).toMatch(/5s \}\n {2}%% api->db@\{ timeout: /)
    expect(written(own, web, db)).toMatch(/5s \}\n {2}%% api->db@\{ timeout: /)
    expect(written(web, db)).toMatch(/PostgreSQL\)\]\n {2}%% web->api@/)
  })

  it('takes the words of the one it replaces', () => {
    const outer = 'web[Web app] -->|"HTTPS (timeout 4s)"| api[Order API]'
    expect(
      last('timeout-inversion', outer, 'api -->|"gRPC (timeout 3s, retry 2x)"| pay[Payment service]'),
    ).toBe('api -->|"gRPC (timeout 1s, retry 2x)"| pay[Payment service]')
  })
})

describe('a timeout that is too long', () => {
  const titles = (text: string): readonly string[] =>
    findings(analyze(text, { language: 'mermaid', configuration: { preset: 'recommended', rules: {} } }), {
      figures: true,
    })
      .filter(({ rule }) => rule === 'timeout-inversion')
      .flatMap(({ fixes }) => fixes.map(({ title }) => title))

  it('is lowered, tried less often, or waited for', () => {
    const text = shop(
      'web[Web app] -->|"HTTPS, 10s timeout"| api[Order API]',
      'api -->|"gRPC, 4s timeout, 2 retries"| pay[Payment service]',
    )
    expect(titles(text)).toEqual([
      'Lower the timeout of Order API → Payment service to 2.6s',
      'Lower the retries of Order API → Payment service to 1',
      'Raise the timeout of Web app → Order API to 15s',
    ])
  })

  it('is lowered to what the product can be set to', () => {
    const behind = (label: string, server: string) =>
      shop(`cdn[CloudFront] -->|"HTTPS, 5s timeout"| lb[AWS ALB]`, `lb -->|"HTTP, ${label}"| api[${server}]`)
    expect(titles(behind('6s timeout, 1 retry', 'Order API'))).toContain(
      'Lower the timeout of AWS ALB → Order API to 2s',
    )
    expect(titles(behind('6s timeout, 9 retries', 'Order API')).join()).not.toContain('Lower the timeout')
  })

  it('is not lowered below the start of a function', () => {
    const text = shop(
      'web[Web app] -->|"HTTPS, 600ms timeout"| api[Order API]',
      'api -->|"HTTPS, 2s timeout"| fn[AWS Lambda]',
    )
    expect(titles(text)).toEqual(['Raise the timeout of Web app → Order API to 3s'])
  })
})

describe('several statements', () => {
  it('stand together below the last arrow, not between the arrows', () => {
    const text = shop(
      'web[Web app] -->|HTTPS| api[Order API]',
      'api -->|HTTPS| pay[Payment service]',
      'api -->|SQL| db[(Postgres)]',
    )
    expect(
      mended('missing-timeout', text)
        .trim()
        .split('\n')
        .slice(1)
        .map(line => line.trim()),
    ).toEqual([
      'web[Web app] -->|HTTPS| api[Order API]',
      'api -->|HTTPS| pay[Payment service]',
      'api -->|SQL| db[(Postgres)]',
      expect.stringMatching(/^%% web->api@/),
      expect.stringMatching(/^%% api->pay@/),
      expect.stringMatching(/^%% api->db@/),
    ])
  })
})
