// Figures at the ends of their ranges: nothing is thrown, nothing takes long, and nothing that is said is no number.

import { describe, expect, it } from 'vitest'
import { analyze, defaultConfiguration, failureTables, flowTables, previewModel } from '../../src/service'
import { noNumbers } from './numbers'

const design = (more: string) => `flowchart LR
  web[Browser] -->|"HTTPS, 2s timeout"| api[Order API]
  api -->|"RESP, 50ms timeout"| cache[(Redis)]
  api -->|"SQL, 300ms timeout, 3 attempts"| db[(Postgres)]
  api -->|AMQP| q[[RabbitMQ]]
  q -->|AMQP| worker[Mail worker]
  %% web@{ rate: 100/s }
  %% cache@{ hitRatio: 90% }
  %% db@{ p50: 10ms, p99: 50ms, availability: 99.9%, concurrency: 20 }
  %% worker@{ p50: 5ms, p99: 20ms }
  %% arrowsmith: { objectives: { order: { from: web, to: api, p99: 1s, availability: 99.9% } } }
  ${more}
`

const read = (more: string) =>
  analyze(design(more), { language: 'mermaid', configuration: defaultConfiguration })

describe('extreme figures', () => {
  it.each([
    ['nothing arrives', '%% web@{ rate: 0/s }'],
    ['nothing gets past the cache', '%% cache@{ hitRatio: 100%, availability: 100% }'],
    ['every call is an error', '%% api->db@{ errorRate: 100%, attempts: 50 }'],
    ['more places than anybody counts', '%% db@{ replicas: 1000000000, quorum: 500000000 }'],
    ['more calls than anybody counts', '%% api->db@{ calls: 1000000000, order: parallel }'],
    ['a quorum of more than there are', '%% db@{ replicas: 3, quorum: 5 }'],
    ['no time at all', '%% web->api@{ timeout: 0ms }\n  %% api->db@{ timeout: 0ms }'],
    ['no places', '%% db@{ concurrency: 0 }'],
    ['capacity for next to nothing', '%% web@{ rate: 1000000000/s }\n  %% db@{ capacity: 0.001/s }'],
    ['no capacity', '%% db@{ capacity: 0/s }'],
    ['next to no calls', '%% api->db@{ calls: 1e-308 }'],
    ['percentiles that fall', '%% db@{ p50: 100ms, p95: 5ms, p99: 1ms }'],
    ['attempts without end', '%% api->db@{ attempts: unlimited }\n  %% web->api@{ attempts: unlimited }'],
    ['pauses longer than a life', '%% api->db@{ attempts: 1000, backoff: exponential, baseDelay: 1h }'],
    ['circles', '%% api->db@{ fallback: cache }\n  %% api->cache@{ fallback: db }\n  db -->|HTTPS| api'],
  ])('%s', (_, more) => {
    const snapshot = read(more)
    const flows = flowTables(snapshot)
    for (const { p50, p95, p99, p999, availability, failed } of flows) {
      const times = [p50, p95, p99, p999].filter(ms => ms !== null)
      expect(times).toEqual([...times].sort((a, b) => a - b))
      expect([availability, failed].every(share => share >= 0 && share <= 1)).toBe(true)
    }
    const { title: _title, ...picture } = previewModel(snapshot, 0)
    expect([...noNumbers(flows), ...noNumbers(failureTables(snapshot)), ...noNumbers(picture)]).toEqual([])
  })

  it('what nobody asks for is no load', () => {
    const [flow] = flowTables(read('%% cache@{ hitRatio: 100%, availability: 100% }'))
    expect(flow?.load ?? []).toEqual([])
  })
})
