// Requests spread over copies: by shares, to standbys when others fail, in groups that fail as a whole.

import { describe, expect, it } from 'vitest'
import { checkDesign, type Design } from './check'
import { flowsIn } from './door'
import { component, either, inOrder } from './reference'

const quick = component('quick', { availability: 0.999, p50: 10 })
const slow = component('slow', { availability: 0.9, p50: 70 })

/** One hour to repair, a minute to notice and switch, which works 99 times out of 100. */
const unserved = 0.99 * (60 / 3600) + 0.01
const withStandby = { availability: 1 - 0.001 * (0.001 + unserved - 0.001 * unserved) }

const designs: readonly Design[] = [
  {
    name: 'a balancer sends a few requests to one copy',
    diagram: `flowchart LR
  web[Browser] --> lb[Load balancer]
  lb -->|97% of traffic| a[Orders blue]
  lb -->|3% of traffic| b[Orders green]
  %% a@{ kind: service, p50: 10ms, p99: 10ms, availability: 99% }
  %% b@{ kind: service, p50: 70ms, p99: 70ms, availability: 99% }`,
    expected: { availability: 0.999 * (1 - 0.009 ** 2), p50: 10, p95: 10, p99: 70 },
  },
  {
    name: 'copies without a stated share have what is left',
    diagram: `flowchart LR
  web[Browser] --> lb[Load balancer]
  lb -->|4% of traffic| a[Orders 1]
  lb --> b[Orders 2]
  lb --> c[Orders 3]
  %% a@{ kind: service, p50: 70ms, p99: 70ms }
  %% b@{ kind: service, p50: 10ms, p99: 10ms }
  %% c@{ kind: service, p50: 10ms, p99: 10ms }`,
    expected: { p95: 10, p99: 70 },
  },
  {
    name: 'errors behind copies count by their shares',
    diagram: `flowchart LR
  web[Browser] --> lb[Load balancer]
  lb -->|90% of traffic| a[Orders blue]
  lb -->|10% of traffic| b[Orders green]
  a -->|1% error rate| db[(Postgres)]
  b -->|5% error rate| db
  %% a@{ kind: service }
  %% b@{ kind: service }`,
    expected: { availability: 1 - (0.9 * 0.01 + 0.1 * 0.05) },
  },
  {
    name: 'a gateway splits requests between old and new, which do not stand in for each other',
    diagram: `flowchart LR
  web[Browser] --> gw[API gateway]
  gw -->|20% of traffic| old[Legacy orders]
  gw -->|80% of traffic| orders[Order service]
  %% orders@{ availability: 99.9%, p50: 10ms, p99: 10ms }
  %% old@{ kind: service, availability: 90%, p50: 70ms, p99: 70ms }`,
    request: either(0.8, quick, slow),
    expected: { to: 'orders' },
  },
  {
    name: 'a copy that stands by serves after it took over',
    diagram: `flowchart LR
  web[Browser] --> lb[Load balancer]
  lb --> a[Orders primary]
  lb --> b[Orders standby]
  %% a@{ kind: service, availability: 99.9%, commonCause: 0%, p50: 10ms, p99: 10ms }
  %% b@{ kind: service, availability: 99.9%, p50: 70ms, p99: 70ms }
  %% b@{ active: passive, failover: 60s, mttr: 1h, coverage: 99% }`,
    expected: { ...withStandby, p99: 10 },
  },
  {
    name: 'a database that stands by is not asked beside the other',
    diagram: `flowchart LR
  web[Browser] --> api[API service]
  api --> a[(Orders database)]
  api --> b[(Spare database)]
  %% a@{ availability: 99.9%, commonCause: 0%, p50: 10ms, p99: 10ms, mttr: 1h }
  %% b@{ availability: 99.9%, p50: 70ms, p99: 70ms }
  %% b@{ active: passive, failover: 60s, coverage: 99% }`,
    expected: { ...withStandby, p50: 10, p99: 10, attempts: 1 },
  },
  {
    name: 'a database that is replicated to one that stands by',
    diagram: `flowchart LR
  web[Browser] --> api[API service] --> a[(Postgres)]
  a -->|replicates| b[(Postgres copy)]
  %% a@{ availability: 99.9%, commonCause: 0% }
  %% b@{ availability: 99.9%, active: passive, failover: 60s, mttr: 1h, coverage: 99% }`,
    expected: withStandby,
  },
  {
    name: 'a region that stands by',
    diagram: `flowchart LR
  web[Browser] --> dns[Route 53]
  dns --> eu
  dns --> us
  subgraph eu [Region Dublin]
    a[Orders 1]
  end
  subgraph us [Region Virginia]
    b[Orders 2]
  end
  us@{ active: passive, failover: 60s, mttr: 1h, coverage: 99% }
  %% a@{ kind: service, availability: 99.9%, commonCause: 0%, p50: 10ms, p99: 10ms }
  %% b@{ kind: service, availability: 99.9%, p50: 70ms, p99: 70ms }`,
    expected: { ...withStandby, p99: 10 },
  },
  {
    name: 'a group that fails takes all it holds',
    diagram: `flowchart LR
  web[Browser] --> api
  subgraph zone [Data centre]
    api[API service] --> db[(Postgres)]
  end
  %% zone@{ availability: 99% }
  %% db@{ availability: 99.9% }`,
    request: inOrder(component('zone', { availability: 0.99 }), component('db', { availability: 0.999 })),
  },
]

describe('copies', () => {
  for (const design of designs) it(design.name, () => checkDesign(design))

  it('says what it assumed of a take-over', () => {
    const [flow] = flowsIn(`flowchart LR
  web[Browser] --> lb[Load balancer]
  lb --> a[Orders primary]
  lb --> b[Orders standby]
  %% b@{ active: passive }`)
    const told = flow?.assumed.filter(({ at }) => at === 'b').map(({ key }) => key)
    expect(told).toEqual(expect.arrayContaining(['failover', 'mttr', 'coverage']))
  })

  it('metadata of a group that an arrow ends at is the group’s', () => {
    const [flow] = flowsIn(`flowchart LR
  web[Browser] --> pool
  subgraph pool [Pool]
    api[API service]
  end
  pool@{ replicas: 3 }
  %% api@{ availability: 99%, commonCause: 0% }
  %% arrowsmith: { assume: nothing }`)
    expect(flow?.availability).toBeCloseTo(1 - 1e-6, 12)
  })
})
