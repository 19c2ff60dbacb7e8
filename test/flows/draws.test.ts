// A share, a hit or an error is drawn once for a request and a call: copies and attempts share it, other calls don't.

import { describe, expect, it } from 'vitest'
import { flowIn } from './door'

const unavailability = (diagram: string): number =>
  1 - flowIn(`flowchart LR\n${diagram}\n  %% arrowsmith: { assume: nothing }\n`).availability

const behindBalancer = (copies: string, more: string) => `
  web[Browser] --> lb[Load balancer]
  ${copies}
  ${more}`

describe('copies of a box draw together', () => {
  it('the share of requests that go on', () => {
    const copies = `lb --> one[Basket API 1] --> stock[Stock service]
  lb --> two[Basket API 2] --> stock`
    const shares = `%% one->stock@{ share: 40% }
  %% two->stock@{ share: 40% }
  %% stock@{ availability: 95% }`
    expect(unavailability(behindBalancer(copies, shares))).toBeCloseTo(0.4 * 0.05, 12)
  })

  it('whether the cache that they share hits', () => {
    const one = 'lb --> one[Basket API 1]\n  one --> cache[(Redis)]\n  one --> db[(Postgres)]'
    const two = `${one}\n  lb --> two[Basket API 2]\n  two --> cache\n  two --> db`
    const figures = `%% cache@{ hitRatio: 80%, availability: 100% }
  %% db@{ availability: 98% }`
    for (const copies of [one, two])
      expect(unavailability(behindBalancer(copies, figures))).toBeCloseTo(0.2 * 0.02, 12)
  })

  it('whether what their arrows promise holds', () => {
    const copies = 'lb --> one[Basket API 1] --> pay[Payment provider]\n  lb --> two[Basket API 2] --> pay'
    const promises = '%% one->pay@{ availability: 96% }\n  %% two->pay@{ availability: 96% }'
    expect(unavailability(behindBalancer(copies, promises))).toBeCloseTo(0.04, 12)
  })

  it('errors of what stands behind them', () => {
    const copies = 'lb --> one[Basket API 1] --> stock[Stock service]\n  lb --> two[Basket API 2] --> stock'
    const errors = 'stock --> db[(Postgres)]\n  %% stock->db@{ errorRate: 3% }'
    expect(unavailability(behindBalancer(copies, errors))).toBeCloseTo(0.03, 9)
  })
})

describe('attempts meet the same request', () => {
  const chain = `
  web[Browser] --> api[Order API] --> stock[Stock service]
  %% api->stock@{ attempts: 3 }`

  it('with its share', () => {
    const more = 'stock --> tax[Tax service]\n  %% stock->tax@{ share: 2%, errorRate: 10% }'
    expect(unavailability(`${chain}\n  ${more}`)).toBeCloseTo(0.02 * 0.1 ** 3, 12)
  })

  it('with its hit', () => {
    const more = `stock --> cache[(Redis)]
  stock --> db[(Postgres)]
  %% cache@{ hitRatio: 90% }
  %% stock->db@{ errorRate: 10% }`
    expect(unavailability(`${chain}\n  ${more}`)).toBeCloseTo(0.1 * 0.1 ** 3, 12)
  })
})

describe('different calls draw apart', () => {
  const diamond = `
  web[Browser] --> api[Order API]
  api --> price[Price service] --> rate[Rate service]
  api --> tariff[Tariff service] --> rate
  rate --> db[(Postgres)]`

  it('where both are needed', () => {
    expect(unavailability(`${diamond}\n  %% rate->db@{ errorRate: 1% }`)).toBeCloseTo(1 - 0.99 ** 2, 12)
    const shared = '%% rate->db@{ share: 50% }\n  %% db@{ availability: 90% }'
    expect(unavailability(`${diamond}\n  ${shared}`)).toBeCloseTo(0.1 * 0.75, 12)
  })

  it('where one stands by for the other', () => {
    const standby = '%% rate->db@{ errorRate: 10% }\n  %% api->price@{ fallback: tariff }'
    expect(unavailability(`${diamond}\n  ${standby}`)).toBeCloseTo(0.01, 12)
  })

  it('where work that several ask for asks for work that several ask for', () => {
    const ways = `
  web[Browser] --> api[Order API]
  api --> stock[Stock service] --> price[Price service] --> tax[Tax service] --> db[(Postgres)]
  api --> price
  stock --> tax
  %% tax->db@{ errorRate: 10% }`
    expect(unavailability(ways)).toBeCloseTo(1 - 0.9 ** 3, 12)
  })

  it('in rounds of rounds', () => {
    const rounds = `
  web[Browser] --> api[Order API] --> stock[Stock service] --> price[Price service] --> tax[Tax service]
  %% api->stock@{ calls: 2 }
  %% stock->price@{ calls: 2 }
  %% price->tax@{ share: 50%, errorRate: 10% }`
    expect(unavailability(rounds)).toBeCloseTo(1 - 0.95 ** 4, 12)
  })

  it.each([2, 3, 10, 500])('in each of %i rounds', calls => {
    const rounds = `
  web[Browser] --> api[Order API] --> stock[Stock service] --> db[(Postgres)]
  %% api->stock@{ calls: ${calls} }`
    const shared = '%% stock->db@{ share: 20% }\n  %% db@{ availability: 90% }'
    expect(unavailability(`${rounds}\n  ${shared}`)).toBeCloseTo(0.1 * (1 - 0.8 ** calls), 12)
    const errors = '%% stock->db@{ errorRate: 0.1% }'
    expect(unavailability(`${rounds}\n  ${errors}`)).toBeCloseTo(1 - 0.999 ** calls, 9)
  })

  it('in each round that falls back', () => {
    const rounds = `
  web[Browser] --> api[Order API] --> stock[Stock service]
  stock --> near[Near store service]
  stock --> far[Far store service]
  %% api->stock@{ calls: 3 }
  %% stock->near@{ share: 30%, fallback: far }
  %% near@{ availability: 90% }
  %% far@{ availability: 80% }`
    expect(unavailability(rounds)).toBeCloseTo(0.1 * 0.2 * (1 - 0.7 ** 3), 12)
  })
})

it('a promise does not cover errors and timeouts that are stated beside it', () => {
  const call = `
  web[Browser] --> api[Order API] --> price[Price service]
  %% api->price@{ availability: 99%, errorRate: 10% }`
  expect(unavailability(call)).toBeCloseTo(1 - 0.99 * 0.9, 12)
})

it.each(['%% db@{ timeout: 100ms }', '%% api->db@{ deadline: 100ms }', '%% api->db@{ timeout: 100ms }'])(
  'what runs into %s is not answered',
  limit => {
    const call = `
  web[Browser] --> api[Order API] --> db[(Postgres)]
  %% db@{ p50: 100ms, p99: 900ms }`
    expect(unavailability(`${call}\n  ${limit}`)).toBeCloseTo(0.5, 3)
  },
)
