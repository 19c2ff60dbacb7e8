// A checkout: two flows, an objective that is missed, findings, assumptions – and its text half typed.

import type { PreviewModel } from '../../../src/service/preview/messages'
import { arrow, at, bar, flow, node, picture, share } from './build'

const checkoutText = `flowchart TD
  web([Browser]) -->|HTTPS · 3 s| gateway[API gateway]
  gateway -->|HTTP/2 · 2 s · 2 retries| orders[Order service]
  orders -->|SQL · 200 ms| db[(Orders DB)]
  orders -->|gRPC| pay[Payments]
  orders -. async · Kafka .-> events[/order-events/]
  pay -->|HTTPS · 1.5 s · 2 retries| stripe[Stripe #40;external#41;]
  pay -->|RESP · 20 ms| keys[(Idempotency keys)]`

const checkoutArrows = [
  arrow(0, 'web → gateway', { text: 'HTTPS · 3 s' }),
  arrow(1, 'gateway → orders', { text: 'HTTP/2 · 2 s · 2 retries' }),
  arrow(2, 'orders → db', { text: 'SQL · 200 ms' }),
  arrow(3, 'orders → pay', { text: 'gRPC' }),
  arrow(4, 'orders → events', { text: 'async · Kafka', role: 'delivery' }),
  arrow(5, 'pay → stripe', { text: 'HTTPS · 1.5 s · 2 retries' }),
  arrow(6, 'pay → keys', { text: 'RESP · 20 ms' }),
]

const checkoutFlow = flow('Browser → Order service', {
  criticalPath: ['web', 'gateway', 'orders', 'pay', 'stripe'],
  shares: [
    share(at.node('gateway'), 0.06, 0.06, 1),
    share(at.node('orders'), 0.05, 0.1, 3),
    share(at.node('db'), 0.03, 0.2, 3),
    share(at.node('pay'), 0.1, 0.04, 3),
    share(at.node('stripe'), 0.66, 0.55, 9),
    share(at.node('keys'), 0.02, 0.05, 3),
    share(at.arrow(0), 1, 1, 1),
    share(at.arrow(1), 0.94, 0.94, 3),
    share(at.arrow(2), 0.03, 0.2, 3),
    share(at.arrow(3), 0.78, 0.6, 3),
    share(at.arrow(5), 0.66, 0.55, 9),
    share(at.arrow(6), 0.02, 0.05, 3),
  ],
  bars: [
    bar(0, 'API gateway', [0, 0, 920, 3000]),
    bar(1, 'Order service', [1, 30, 890, 930]),
    bar(2, 'Orders DB', [2, 60, 90, 260]),
    bar(3, 'Payments', [2, 100, 870, null]),
    bar(6, 'Idempotency keys', [3, 130, 140, 150]),
    bar(5, 'Stripe (external)', [3, 150, 760, 1050]),
  ],
  improvements: [
    { text: 'Stripe p99 610 → 300 ms', gain: '−270 ms p99', target: at.node('stripe') },
    { text: 'Second payment provider (fallback)', gain: '−8.7 h / year', target: at.node('stripe') },
    { text: 'Replicate Orders DB', gain: '−3.9 h / year', target: at.node('db') },
  ],
  assumed: [
    {
      at: 'stripe',
      key: 'p99',
      value: '610 ms',
      source: 'assumed: third-party payment API',
      target: at.node('stripe'),
      statable: true,
    },
    {
      at: 'db',
      key: 'availability',
      value: '99.95%',
      source: 'Amazon RDS SLA (Multi-AZ)',
      target: at.node('db'),
      statable: true,
    },
    {
      at: 'Browser → Order service',
      key: 'order',
      value: 'one after another',
      source: 'assumed: order of the text',
      statable: false,
    },
  ],
  assumedShare: 0.38,
  objective: {
    text: 'p99 ≤ 800 ms, availability ≥ 99.5%',
    met: false,
    parts: [
      { measure: 'p99', text: 'p99 ≤ 800 ms', met: false },
      { measure: 'availability', text: 'availability ≥ 99.5%', met: true },
    ],
    shortfalls: ['97.1% within 800 ms, 99% promised'],
  },
})

/** Seven nodes, two flows, three findings on two parts and one on the whole. */
export const checkout: PreviewModel = picture('flowchart', checkoutText, {
  nodes: [
    node('web', { text: 'Browser', kind: 'client' }),
    node('gateway', {
      text: 'API gateway',
      kind: 'gateway',
      p50: 4,
      p99: 18,
      availability: 0.9999,
      region: 'eu-west-1',
    }),
    node('orders', {
      text: 'Order service',
      kind: 'service',
      p50: 12,
      p99: 42,
      availability: 0.9998,
      assumed: true,
      region: 'eu-west-1',
    }),
    node('db', {
      text: 'Orders DB',
      kind: 'database',
      p50: 3,
      p99: 30,
      availability: 0.9995,
      assumed: true,
      region: 'eu-west-1',
    }),
    node('pay', {
      text: 'Payments',
      kind: 'service',
      p50: 20,
      p99: 90,
      availability: 0.99995,
      region: 'eu-central-1',
    }),
    node('stripe', {
      text: 'Stripe (external)',
      kind: 'external',
      p50: 80,
      p99: 610,
      availability: 0.999,
      assumed: true,
    }),
    node('keys', {
      text: 'Idempotency keys',
      kind: 'cache',
      p50: 0.3,
      p99: 1.2,
      availability: 0.9999,
      assumed: true,
    }),
    node('events', {
      text: 'order-events',
      kind: 'topic',
      p50: 2,
      p99: 9,
      availability: 0.9999,
      assumed: true,
    }),
  ],
  arrows: checkoutArrows,
  flows: [
    checkoutFlow,
    {
      ...checkoutFlow,
      name: 'Nightly settlement',
      background: true,
      p99: null,
      attempts: 1,
      objective: undefined,
    },
  ],
  findings: [
    {
      rule: 'retry-layering',
      severity: 'warning',
      message:
        '3 × 3 = 9 attempts can reach Stripe when it is down: API gateway (3), Payments (3). Retry in one of them.',
      target: at.arrow(5),
      line: 20,
      fixes: ['Retry only in Payments', 'Retry only in API gateway'],
      url: 'https://example.com/rules/retry-layering',
    },
    {
      rule: 'timeout-budget',
      severity: 'error',
      message: 'Payments waits up to 4.5 s for Stripe, but its caller gives up after 2 s.',
      target: at.arrow(5),
      line: 20,
      fixes: ['Lower the timeout to 600 ms'],
      url: 'https://example.com/rules/timeout-budget',
    },
    {
      rule: 'single-instance',
      severity: 'info',
      message: 'Orders DB has no replica.',
      target: at.node('db'),
      line: 16,
      fixes: [],
      url: 'https://example.com/rules/single-instance',
    },
    {
      rule: 'no-objective',
      severity: 'hint',
      message: 'Nothing says how fast and how available this should be.',
      target: { kind: 'diagram' },
      line: 14,
      fixes: ['Write an objective'],
      url: 'https://example.com/rules/no-objective',
    },
  ],
})

/** The checkout in the middle of being typed. */
export const broken: PreviewModel = { ...checkout, text: `${checkoutText}\n  pay -->|` }
