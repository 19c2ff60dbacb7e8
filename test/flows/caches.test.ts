// What a cache spares: in front of what it keeps copies of, or beside it.

import { describe, it } from 'vitest'
import { checkDesign, type Design } from './check'
import { cacheAside, component, inOrder, sometimes } from './reference'

const hit = { availability: 0.999, p50: 2 }
const shop = component('shop', { availability: 0.95, p50: 80 })

const behind = (cache: string, arrow = '-->'): string => `flowchart LR
  web[Browser] --> c[${cache}]
  c ${arrow} shop[Shop service]
  %% c@{ hitRatio: 80%, availability: 99.9%, p50: 2ms, p99: 2ms }
  %% shop@{ availability: 95%, p50: 80ms, p99: 80ms }`

const passed = {
  request: component('c', hit, sometimes(0.2, shop)),
  expected: { to: 'shop', availability: 0.999 * (1 - 0.05 * 0.2), p50: 2, p99: 82 },
}

const designs: readonly Design[] = [
  { name: 'Varnish passes misses on', diagram: behind('Varnish'), ...passed },
  { name: 'a reverse proxy with a share of hits', diagram: behind('nginx'), ...passed },
  { name: 'a balancer with a share of hits', diagram: behind('Load balancer'), ...passed },
  { name: 'a cache of responses', diagram: behind('Response cache'), ...passed },
  { name: 'a cache that asks over HTTP', diagram: behind('Catalog cache', '-->|HTTP|'), ...passed },
  {
    name: 'a cache between a service and its database',
    diagram: `flowchart LR
  web[Browser] --> api[API service] --> cache[(Redis)] --> db[(Postgres)]
  %% cache@{ hitRatio: 70%, availability: 99%, p50: 1ms, p99: 1ms }
  %% db@{ availability: 90%, p50: 30ms, p99: 30ms }`,
    request: component(
      'cache',
      { availability: 0.99, p50: 1 },
      sometimes(0.3, component('db', { availability: 0.9, p50: 30 })),
    ),
    expected: { availability: 0.99 * (1 - 0.1 * 0.3) },
  },
  {
    name: 'a cache that its caller can do without, since it reaches the database itself',
    diagram: `flowchart LR
  web[Browser] --> api[API service]
  api --> cache[(Redis)]
  api --> db[(Postgres)]
  cache -->|on a miss| db
  %% cache@{ hitRatio: 70%, availability: 99% }
  %% db@{ availability: 90% }`,
    request: cacheAside(
      0.7,
      component('cache', { availability: 0.99 }),
      component('db', { availability: 0.9 }),
    ),
  },
  {
    name: 'a cache beside a service',
    diagram: `flowchart LR
  web[Browser] --> api[API service]
  api --> cache[(Redis)]
  api -->|gRPC| shop[Shop service]
  %% cache@{ hitRatio: 80%, availability: 99% }
  %% shop@{ availability: 95% }`,
    request: cacheAside(
      0.8,
      component('cache', { availability: 0.99 }),
      component('s', { availability: 0.95 }),
    ),
  },
  {
    name: 'of several services a cache spares the one it is named after',
    diagram: `flowchart LR
  web[Browser] --> api[API service]
  api --> cache[(Price cache)]
  api --> price[Price service]
  api --> pay[Payment service]
  %% cache@{ hitRatio: 80%, availability: 99% }
  %% price@{ availability: 95% }
  %% pay@{ availability: 98% }`,
    request: inOrder(
      cacheAside(0.8, component('cache', { availability: 0.99 }), component('s', { availability: 0.95 })),
      component('pay', { availability: 0.98 }),
    ),
  },
  {
    name: 'a gateway with a cache beside it',
    diagram: `flowchart LR
  web[Browser] --> gw[API gateway]
  gw --> cache[(Redis)]
  gw --> shop[Shop service]
  %% cache@{ hitRatio: 80%, availability: 99% }
  %% shop@{ availability: 95% }`,
    request: cacheAside(
      0.8,
      component('cache', { availability: 0.99 }),
      component('s', { availability: 0.95 }),
    ),
    expected: { to: 'shop' },
  },
  {
    name: 'a participant that caches calls on for misses',
    diagram: `sequenceDiagram
  participant web as Browser
  participant c as Varnish
  participant shop as Shop service
  web->>c: GET /items
  c->>shop: GET /items
  shop-->>c: 200
  c-->>web: 200
  %% c@{ hitRatio: 80%, availability: 99.9% }
  %% shop@{ availability: 95% }`,
    expected: { availability: 0.999 * (1 - 0.05 * 0.2) },
  },
]

describe('caches', () => {
  for (const design of designs) it(design.name, () => checkDesign(design))
})
