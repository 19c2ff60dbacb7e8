// Sequence diagrams whose branches some of the requests take.

import { describe, expect, it } from 'vitest'
import { check } from './answers'
import { flowIn } from './door'

/** An API that answers a browser, with lines in between. */
const answering = (...lines: readonly string[]) => `sequenceDiagram
  participant web as Browser
  participant api as Order API
  participant price as Price service
  participant stock as Stock service
  web->>api: GET /orders
${lines.map(line => `  ${line}`).join('\n')}
  api-->>web: 200
  %% price@{ p50: 100ms, p99: 100ms, availability: 98% }
  %% stock@{ p50: 10ms, p99: 10ms, availability: 95% }`

const askPrice = ['api->>price: gRPC GetPrice', 'price-->>api: price']
const askStock = ['api->>stock: gRPC GetStock', 'stock-->>api: stock']

describe('the title of a branch', () => {
  check({
    name: 'says how many requests take an option',
    diagram: answering('opt 20% of requests', ...askPrice, 'end'),
    p50: 0,
    p95: 100,
    availability: 1 - 0.2 * 0.02,
  })
  check({
    name: 'says so in brackets',
    diagram: answering('alt cache hit (90%)', ...askStock, 'else cache miss (10%)', ...askPrice, 'end'),
    p50: 10,
    p95: 100,
    availability: 1 - 0.9 * 0.05 - 0.1 * 0.02,
  })
  check({
    name: 'leaves the rest to the branch that states nothing',
    diagram: answering('alt 30% of requests', ...askPrice, 'else otherwise', ...askStock, 'end'),
    p50: 10,
    p95: 100,
    availability: 1 - 0.3 * 0.02 - 0.7 * 0.05,
  })
  check({
    name: 'leaves the rest to the first one too',
    diagram: answering('alt usually', ...askStock, 'else in 30% of cases', ...askPrice, 'end'),
    p50: 10,
    p95: 100,
    availability: 1 - 0.7 * 0.05 - 0.3 * 0.02,
  })
  check({
    name: 'says how many requests a break ends',
    diagram: answering('break 40% of requests', ...askStock, 'end', ...askPrice),
    p50: 100,
    availability: 1 - 0.4 * 0.05 - 0.6 * 0.02,
  })
  check({
    name: 'says how many requests a break answers early',
    diagram: answering(...askStock, 'break sold out (40%)', 'api-->>web: 404', 'end', ...askPrice),
    p50: 110,
    availability: 1 - 0.05 - 0.95 * 0.6 * 0.02,
  })
  check({
    name: 'says so within a loop, whose round it ends',
    diagram: answering('loop 2 times', 'break done (50%)', 'api-->>web: 200', 'end', ...askPrice, 'end'),
    p50: 100,
    p95: 200,
    availability: 1 - 0.75 * 0.02,
  })
  check({
    name: 'says so among other words',
    diagram: answering(...askStock, 'break found in 40% of requests', 'api-->>web: 200', 'end', ...askPrice),
    p50: 110,
    availability: 1 - 0.05 - 0.95 * 0.6 * 0.02,
  })
  check({
    name: 'says how many rounds it takes by what it is over',
    diagram: answering('loop for each of 4 items', ...askPrice, 'end'),
    p50: 400,
    availability: 0.98,
  })
  check({
    name: 'is not counted by what passes between rounds',
    diagram: answering('loop every 30 seconds', ...askPrice, 'end'),
    p50: 100,
  })
  check({
    name: 'may speak of something else',
    diagram: answering('opt discount over 20%', ...askPrice, 'end'),
    p99: 0,
    availability: 1,
  })
})

it('branches without a share are listed as never taken', () => {
  const { assumed } = flowIn(
    answering(
      'alt in stock',
      ...askStock,
      'else sold out',
      ...askPrice,
      'end',
      'opt coupon',
      ...askPrice,
      'end',
    ),
  )
  const said = assumed.filter(({ key }) => key === 'share').map(({ at, value }) => `${at}: ${value}`)
  expect(said).toEqual(['alt sold out: 0%', 'opt coupon: 0%'])
})
