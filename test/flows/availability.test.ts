// What must be up for a request: designs with their availability enumerated.

import { describe, expect, it } from 'vitest'
import { checkDesign, type Design } from './check'
import {
  cacheAside,
  call,
  component,
  copies,
  either,
  ignoring,
  inOrder,
  orElse,
  sometimes,
} from './reference'

const db = component('db', { availability: 0.999 })

const designs: readonly Design[] = [
  {
    name: 'a series of three',
    diagram: `flowchart LR
  web[Browser] --> api[API service] --> db[(Postgres)]
  %% web@{ availability: 50% }
  %% api@{ availability: 99.95% }
  %% db@{ availability: 99.9% }`,
    request: component('api', { availability: 0.9995 }, db),
    expected: {
      availability: 0.9995 * 0.999,
      name: 'Browser → API service',
      from: 'web',
      to: 'api',
      attempts: 1,
    },
  },
  {
    name: 'a database reached by two paths counts once',
    diagram: `flowchart LR
  web[Browser] --> api[API service]
  api --> orders[Order service] --> db[(Postgres)]
  api --> prices[Price service] --> db
  %% orders@{ availability: 99% }
  %% prices@{ availability: 99.5% }
  %% db@{ availability: 99.9% }`,
    request: inOrder(
      component('orders', { availability: 0.99 }, db),
      component('prices', { availability: 0.995 }, db),
    ),
    expected: { availability: 0.99 * 0.995 * 0.999, attempts: 2, attemptsAt: 'db' },
  },
  {
    name: 'replicas with the usual common cause',
    diagram: `flowchart LR
  web[Browser] --> api[API service]
  %% api@{ availability: 99%, replicas: 3 }`,
    request: copies('api', { availability: 0.99, of: 3 }),
    expected: { availability: 0.999 * (1 - 0.009 ** 3) },
  },
  {
    name: 'replicas with a stated common cause',
    diagram: `flowchart LR
  web[Browser] --> api[API service]
  %% api@{ availability: 99%, replicas: 2, commonCause: 2% }`,
    request: copies('api', { availability: 0.99, of: 2, beta: 0.02 }),
  },
  {
    name: 'replicas without a common cause',
    diagram: `flowchart LR
  web[Browser] --> api[API service]
  %% api@{ availability: 99%, replicas: 2, commonCause: 0% }`,
    expected: { availability: 0.9999 },
  },
  {
    name: 'a quorum of two out of three',
    diagram: `flowchart LR
  web[Browser] --> api[API service] --> db[(etcd)]
  %% db@{ availability: 99%, replicas: 3, quorum: 2 }`,
    request: copies('db', { availability: 0.99, of: 3, need: 2 }),
  },
  {
    name: 'replicas of a managed database change nothing',
    diagram: `flowchart LR
  web[Browser] --> api[API service] --> db[(Postgres)]
  %% db@{ availability: 99.95%, replicas: 3, managed: true }`,
    expected: { availability: 0.9995 },
  },
  {
    name: 'a standby with fail-over time, repair time and coverage',
    diagram: `flowchart LR
  web[Browser] --> api[API service] --> db[(Postgres)]
  %% db@{ availability: 99.9%, replicas: 2, active: passive, failover: 60s, mttr: 1h, coverage: 99% }`,
    expected: { availability: 1 - 2.75e-5 },
  },
  {
    name: 'a cache beside a database: hits are served while it is down',
    diagram: `flowchart LR
  web[Browser] --> api[API service]
  api --> cache[(Redis)]
  api --> db[(Postgres)]
  %% cache@{ availability: 99%, hitRatio: 90% }
  %% db@{ availability: 99.9% }`,
    request: cacheAside(0.9, component('cache', { availability: 0.99 }), db),
    expected: { availability: 1 - 0.001 * (1 - 0.99 * 0.9) },
  },
  {
    name: 'the share of hits may stand on the arrow',
    diagram: `flowchart LR
  web[Browser] --> api[API service]
  api --> cache[(Redis)]
  api --> db[(Postgres)]
  %% cache@{ availability: 99% }
  %% api->cache@{ hitRatio: 90% }
  %% db@{ availability: 99.9% }`,
    expected: { availability: 1 - 0.001 * (1 - 0.99 * 0.9) },
  },
  {
    name: 'a write goes to the database always',
    diagram: `flowchart LR
  web[Browser] --> api[API service]
  api --> cache[(Redis)]
  api -->|INSERT| db[(Postgres)]
  %% cache@{ availability: 99%, hitRatio: 90% }
  %% db@{ availability: 99.9% }`,
    request: inOrder(ignoring(component('cache', { availability: 0.99 })), db),
  },
  {
    name: 'a cache that is needed',
    diagram: `flowchart LR
  web[Browser] --> api[API service]
  api --> cache[(Redis)]
  api --> db[(Postgres)]
  %% cache@{ availability: 99.9%, hitRatio: 90% }
  %% db@{ availability: 99.9% }
  %% api->cache@{ optional: false }`,
    request: inOrder(component('cache', { availability: 0.999 }), sometimes(0.1, db)),
    expected: { availability: 0.9989001 },
  },
  {
    name: 'a cache without a store fails open',
    diagram: `flowchart LR
  web[Browser] --> api[API service] --> cache[(Redis)]
  %% cache@{ availability: 99% }
  %% api@{ availability: 99.9% }`,
    expected: { availability: 0.999 },
  },
  {
    name: 'a content delivery network answers its hits',
    diagram: `flowchart LR
  web[Browser] --> cdn[CDN] --> api[API service]
  %% cdn@{ availability: 99.99%, hitRatio: 80% }
  %% api@{ availability: 99% }`,
    request: component(
      'cdn',
      { availability: 0.9999 },
      sometimes(0.2, component('api', { availability: 0.99 })),
    ),
    expected: { to: 'api' },
  },
  {
    name: 'a content delivery network passes on what is not said to be cached',
    diagram: `flowchart LR
  web[Browser] --> cdn[CDN] --> api[API service]
  %% cdn@{ availability: 99.99% }
  %% api@{ availability: 99% }`,
    expected: { availability: 0.9999 * 0.99 },
  },
  {
    name: 'handing over needs the broker, not the consumer',
    diagram: `flowchart LR
  web[Browser] --> api[API service] --> queue[[RabbitMQ]] --> worker[Email worker]
  %% api@{ availability: 99.95% }
  %% queue@{ availability: 99.9% }
  %% worker@{ availability: 90% }`,
    expected: { availability: 0.9995 * 0.999, attempts: 1, criticalPath: ['web', 'api', 'queue'] },
  },
  {
    name: 'handing over that is optional needs nothing',
    diagram: `flowchart LR
  web[Browser] --> api[API service] --> queue[[RabbitMQ]] --> worker[Email worker]
  %% api@{ availability: 99.95% }
  %% queue@{ availability: 99.9% }
  %% api->queue@{ optional: true }`,
    expected: { availability: 0.9995 },
  },
  {
    name: 'an outbox hands over later',
    diagram: `flowchart LR
  web[Browser] --> api[API service] -->|outbox| queue[[RabbitMQ]]
  api --> db[(Postgres)]
  %% api@{ availability: 99.95% }
  %% queue@{ availability: 99% }`,
    expected: { availability: 0.9995 },
  },
  {
    name: 'an asynchronous call to a service is not waited for',
    diagram: `flowchart LR
  web[Browser] --> api[API service] -->|async| mail[Email service]
  %% api@{ availability: 99.95% }
  %% mail@{ availability: 90% }`,
    expected: { availability: 0.9995, criticalPath: ['web', 'api'] },
  },
  {
    name: 'a fallback that is another component',
    diagram: `flowchart LR
  web[Browser] --> api[API service]
  api --> live[Price service]
  api --> stale[Price archive service]
  live --> db[(Postgres)]
  stale --> db
  %% live@{ availability: 99% }
  %% stale@{ availability: 98% }
  %% db@{ availability: 99.9% }
  %% api->live@{ fallback: stale }`,
    request: orElse(
      component('live', { availability: 0.99 }, db),
      component('stale', { availability: 0.98 }, db),
    ),
    expected: { availability: 0.999 * (1 - 0.01 * 0.02) },
  },
  {
    name: 'a fallback that is said to exist',
    diagram: `flowchart LR
  web[Browser] --> api[API service] --> prices[Price service]
  %% api@{ availability: 99.9% }
  %% prices@{ availability: 50% }
  %% api->prices@{ fallback: default prices }`,
    expected: { availability: 0.999 },
  },
  {
    name: 'of two that stand by for each other the first is asked',
    diagram: `flowchart LR
  web[Browser] --> api[API service]
  api --> card[Card service]
  api --> bank[Bank service]
  %% card@{ availability: 99% }
  %% bank@{ availability: 98% }
  %% api->card@{ fallback: bank }
  %% api->bank@{ fallback: card }`,
    request: orElse(component('card', { availability: 0.99 }), component('bank', { availability: 0.98 })),
    expected: { criticalPath: ['web', 'api', 'card'] },
  },
  {
    name: 'a breaker without a fallback saves nothing',
    diagram: `flowchart LR
  web[Browser] --> api[API service] --> prices[Price service]
  %% prices@{ availability: 99% }
  %% api->prices@{ breaker: true }`,
    expected: { availability: 0.99 },
  },
  {
    name: 'an optional call',
    diagram: `flowchart LR
  web[Browser] --> api[API service] --> tips[Recommendation service] --> db[(Postgres)]
  api --> orders[Order service]
  %% tips@{ availability: 50% }
  %% db@{ availability: 90% }
  %% orders@{ availability: 99.9% }
  %% api->tips@{ optional: true }`,
    expected: { availability: 0.999 },
  },
  {
    name: 'errors are repaired by attempts, components that are down are not',
    diagram: `flowchart LR
  web[Browser] --> api[API service] --> db[(Postgres)]
  %% db@{ availability: 99.9% }
  %% api->db@{ errorRate: 1%, attempts: 3 }`,
    request: call(db, { errorRate: 0.01, attempts: 3 }),
    expected: { availability: 0.998999001, attempts: 3, attemptsAt: 'db' },
  },
  {
    name: 'retries exclude the first call',
    diagram: `flowchart LR
  web[Browser] --> api[API service] --> db[(Postgres)]
  %% api->db@{ errorRate: 10%, retries: 1 }`,
    request: call(component('db', {}), { errorRate: 0.1, attempts: 2 }),
    expected: { availability: 0.99, attempts: 2 },
  },
  {
    name: 'retries above repeat the errors below',
    diagram: `flowchart LR
  web[Browser] --> api[API service] --> db[(Postgres)]
  %% api@{ availability: 99.9% }
  %% web->api@{ errorRate: 2%, attempts: 2 }
  %% api->db@{ errorRate: 5%, attempts: 2 }`,
    request: call(
      component('api', { availability: 0.999 }, call(component('db', {}), { errorRate: 0.05, attempts: 2 })),
      { errorRate: 0.02, attempts: 2 },
    ),
    expected: { attempts: 4, attemptsAt: 'db' },
  },
  {
    name: 'three calls for one request fail three times as often',
    diagram: `flowchart LR
  web[Browser] --> api[API service] --> stock[Stock service] --> db[(Postgres)]
  %% stock@{ availability: 99.9% }
  %% api->stock@{ calls: 3, errorRate: 1% }`,
    request: inOrder(
      ...Array.from({ length: 3 }, () =>
        call(component('stock', { availability: 0.999 }), { errorRate: 0.01 }),
      ),
    ),
    expected: { availability: 0.999 * 0.99 ** 3, attempts: 3 },
  },
  {
    name: 'three calls make three calls below',
    diagram: `flowchart LR
  web[Browser] --> api[API service] --> stock[Stock service] --> db[(Postgres)]
  %% api->stock@{ calls: 3 }
  %% stock->db@{ errorRate: 1% }`,
    request: inOrder(...Array.from({ length: 3 }, () => call(component('db', {}), { errorRate: 0.01 }))),
    expected: { availability: 0.99 ** 3, attempts: 3 },
  },
  {
    name: 'a hedge to another copy repairs what is transient',
    diagram: `flowchart LR
  web[Browser] --> api[API service] --> stock[Stock service]
  %% stock@{ availability: 99.9% }
  %% api->stock@{ errorRate: 1%, hedge: 50ms }`,
    expected: { availability: 0.999 * (1 - 0.01 ** 2), attempts: 2 },
  },
  {
    name: 'a call as its caller sees it stands for all behind it',
    diagram: `flowchart LR
  web[Browser] --> api[API service] --> db[(Postgres)]
  %% api@{ availability: 50% }
  %% db@{ availability: 50% }
  %% web->api@{ availability: 99.5% }`,
    expected: { availability: 0.995 },
  },
  {
    name: 'shares are alternatives',
    diagram: `flowchart LR
  web[Browser] --> api[API service]
  api -->|share 70%| card[Card service]
  api --> bank[Bank service]
  %% card@{ availability: 99% }
  %% bank@{ availability: 98% }
  %% api->card@{ share: 70% }
  %% api->bank@{ share: 30% }`,
    request: either(
      0.7,
      component('card', { availability: 0.99 }),
      component('bank', { availability: 0.98 }),
    ),
    expected: { availability: 1 - 0.7 * 0.01 - 0.3 * 0.02 },
  },
  {
    name: 'a share below one is a chance',
    diagram: `flowchart LR
  web[Browser] --> api[API service] --> fraud[Fraud service]
  %% fraud@{ availability: 90% }
  %% api->fraud@{ share: 10% }`,
    expected: { availability: 0.99 },
  },
  {
    name: 'shares that add up to more than one are chances each',
    diagram: `flowchart LR
  web[Browser] --> api[API service]
  api --> a[Order service]
  api --> b[Price service]
  %% a@{ availability: 90% }
  %% b@{ availability: 80% }
  %% api->a@{ share: 80% }
  %% api->b@{ share: 50% }`,
    request: inOrder(
      sometimes(0.8, component('a', { availability: 0.9 })),
      sometimes(0.5, component('b', { availability: 0.8 })),
    ),
  },
  {
    name: 'copies behind a balancer share a tenth of their failures',
    diagram: `flowchart LR
  web[Browser] --> lb[Load balancer]
  lb --> api1[API 1]
  lb --> api2[API 2]
  lb --> api3[API 3]
  api1 --> db[(Postgres)]
  api2 --> db
  api3 --> db
  %% lb@{ availability: 99.99% }
  %% api1@{ availability: 99% }
  %% api2@{ availability: 99% }
  %% api3@{ availability: 99% }
  %% db@{ availability: 99.9% }`,
    request: component('lb', { availability: 0.9999 }, copies('api', { availability: 0.99, of: 3 }), db),
    expected: { from: 'web', attempts: 1, criticalPath: ['web', 'lb', 'api1', 'db'] },
  },
  {
    name: 'a balancer before a group of copies',
    diagram: `flowchart LR
  web[Browser] --> lb[Load balancer]
  lb --> pool
  subgraph pool [Order services]
    a[Order service 1]
    b[Order service 2]
  end
  %% a@{ availability: 99% }
  %% b@{ availability: 99% }`,
    request: copies('orders', { availability: 0.99, of: 2 }),
  },
  {
    name: 'a balancer that nobody calls is where requests enter',
    diagram: `flowchart LR
  lb[Load balancer] --> api1[API 1]
  lb --> api2[API 2]
  %% lb@{ availability: 50% }
  %% api1@{ availability: 99% }
  %% api2@{ availability: 99% }`,
    request: copies('api', { availability: 0.99, of: 2 }),
    expected: { from: 'lb' },
  },
  {
    name: 'what a balancer sends to one copy is not repaired by another',
    diagram: `flowchart LR
  web[Browser] --> lb[Load balancer]
  lb --> api1[API 1] --> db[(Postgres)]
  lb --> api2[API 2] --> db
  %% api1@{ availability: 99% }
  %% api2@{ availability: 99% }
  %% api1->db@{ errorRate: 1% }
  %% api2->db@{ errorRate: 3% }`,
    request: inOrder(
      copies('api', { availability: 0.99, of: 2 }),
      either(0.5, call(db01(), { errorRate: 0.01 }), call(db01(), { errorRate: 0.03 })),
    ),
  },
  {
    name: 'a gateway asks for the token on every request',
    diagram: `flowchart LR
  web[Browser] --> gw[API gateway]
  gw --> auth[Auth service]
  gw --> orders[Order service]
  %% gw@{ availability: 99.99% }
  %% auth@{ availability: 99% }
  %% orders@{ availability: 99.9% }`,
    expected: {
      availability: 0.9999 * 0.99 * 0.999,
      to: 'orders',
      criticalPath: ['web', 'gw', 'auth', 'orders'],
    },
  },
  {
    name: 'a gateway that nobody calls asks for the token too',
    diagram: `flowchart LR
  gw[API gateway] --> auth[Auth service]
  gw --> orders[Order service]
  %% gw@{ availability: 99.99% }
  %% auth@{ availability: 99% }
  %% orders@{ availability: 99.9% }`,
    expected: { availability: 0.99 * 0.999, to: 'orders' },
  },
  {
    name: 'a call that leads back is left out',
    diagram: `flowchart LR
  web[Browser] --> a[Order service] --> b[Price service] --> a
  %% a@{ availability: 99% }
  %% b@{ availability: 98% }`,
    expected: {
      availability: 0.99 * 0.98,
      assumed: expect.arrayContaining([
        expect.objectContaining({ at: 'b->a', key: 'path', value: 'left out' }),
      ]),
    },
  },
]

function db01() {
  return component('db', {})
}

describe('availability', () => {
  it.each(designs)('$name', checkDesign)
})
