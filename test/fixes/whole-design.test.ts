// Fixes that look at more than one call: what keeps a promise, and timeouts that fit into each other.

import { expect, it } from 'vitest'
import { analyze, defaultConfiguration, findings } from '../../src/service'
import { applyEdits } from '../../src/text/edit'

const read = (text: string) => analyze(text, { language: 'mermaid', configuration: defaultConfiguration })
const found = (text: string, rule: string) =>
  findings(read(text), { figures: true }).filter(finding => finding.rule === rule)

const fixesOf = (text: string, rule: string) =>
  found(text, rule).flatMap(({ fixes }) =>
    fixes.map(({ title, edits }) => ({ title, text: applyEdits(text, edits) })),
  )

const design = (objective: string, orders = 'availability: 99.9%') => `flowchart LR
  %% arrowsmith: { assume: nothing, objectives: { checkout: { from: web, to: orders, ${objective} } } }
  web[Web app] -->|HTTPS| orders[Order service]
  orders -->|gRPC| price[Price service]
  orders -->|gRPC| stock[Stock service]
  %% orders@{ ${orders} }
  %% price@{ availability: 99.95%, p50: 100ms, p99: 180ms }
  %% stock@{ availability: 99.95%, p50: 100ms, p99: 180ms }
`

it('a replica says how much of an outage it buys', () => {
  const [first] = fixesOf(design('availability: 99.88%'), 'availability-objective-missed')
  // 0.1% of 8,760 h, of which a tenth stays common.
  expect(first?.title).toBe('Run 2 replicas of Order service, which buys 7.9 h a year')
  expect(first?.text).toContain('%% orders@{ availability: 99.9%, replicas: 2 }')
})

it('several changes are one fix where none is enough', () => {
  const text = design('availability: 99.95%')
  const [first, ...others] = fixesOf(text, 'availability-objective-missed')
  expect(others).toEqual([])
  expect(first?.title).toMatch(/^Run 2 replicas of Order service; .*, which buys \d+ h a year$/)
  expect(found(first?.text ?? '', 'availability-objective-missed')).toEqual([])
})

it('calls made at once bring the percentile down', () => {
  const [first] = fixesOf(design('p99: 200ms'), 'latency-objective-missed')
  expect(first?.title).toMatch(
    /^Make the 2 calls of Order service at once, if none needs what another answers, which brings the p99 to 191ms$/,
  )
  expect(found(first?.text ?? '', 'latency-objective-missed')).toEqual([])
})

it('nothing is offered that keeps no promise', () => {
  expect(found(design('p99: 20ms'), 'latency-objective-missed')).toHaveLength(1)
  expect(fixesOf(design('p99: 20ms'), 'latency-objective-missed')).toEqual([])
})

it('timeouts one inside the other are set together', () => {
  const text = `flowchart LR
  web[Web app] -->|"HTTPS, 2s timeout"| api[Order API]
  api -->|"gRPC, 3s timeout"| payment[Payment service]
  payment -->|"gRPC, 2800ms timeout"| ledger[Ledger service]
  api -->|"gRPC, 1s timeout"| stock[Stock service]
`
  const [first] = fixesOf(text, 'timeout-inversion')
  // 90% of 2s are shared as 3 to 1, and each of them passes on 90%.
  expect(first?.title).toBe(
    'Set these 3 timeouts: Payment service 1.3s, Ledger service 1.2s, Stock service 450ms',
  )
  expect(found(first?.text ?? '', 'timeout-inversion')).toEqual([])
})
