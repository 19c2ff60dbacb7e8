// One condition at a time where nothing else would show it: labels, loops, names, copies, requests and what they state.

import { describe, expect, it } from 'vitest'
import { readSystem } from '../../src/model'
import { intervalIn, isPerItem, isRetry } from '../../src/model/annotations/labels/loops'
import { readArrowLabel, readNodeLabel } from '../../src/model/annotations/labels/read-label'
import { outsideIn, visitsOf } from '../../src/model/flows/plan'
import { wordsIn } from '../../src/model/recognition/evidence/words'
import { repeatsItsEffect } from '../../src/model/requests'
import { parseDiagram } from '../../src/syntax'

const systemOf = (text: string) =>
  readSystem(parseDiagram(/^(?:flowchart|sequence|C4)/.test(text) ? text : `flowchart LR\n${text}\n`), {})

describe('labels', () => {
  const arrow = (label: string) =>
    Object.fromEntries(
      readArrowLabel(label).attributes.map(({ key, value, start, end }) => [
        key,
        [value, label.slice(start, end)],
      ]),
    )
  const node = (label: string) =>
    Object.fromEntries(
      readNodeLabel(label).attributes.map(({ key, value, start, end }) => [
        key,
        [value, label.slice(start, end)],
      ]),
    )

  it.each([
    ['95 % hit ratio', { hitRatio: ['95%', '95 % hit ratio'] }],
    ['HTTP, 59s average', { latency: ['59s', '59s average'] }],
    ['HTTP, 60s average', {}],
    ['HTTP, response time 15 min', { latency: ['15min', 'response time 15 min'] }],
    ['HTTP, response time 16 min', {}],
    ['Kafka (1.5k msg/s)', { rate: ['1.5k/s', '1.5k msg/s'] }],
    ['30 requests per minute', { rate: ['30/minute', '30 requests per minute'] }],
  ])('an arrow’s “%s”', (label, expected) => expect(arrow(label)).toEqual(expected))

  it.each([
    [
      'Lambda, 3% cold starts of 1.2s',
      { coldStarts: ['3%', '3% cold starts of'], coldStart: ['1.2s', '1.2s'] },
    ],
    ['cold start 800ms', { coldStart: ['800ms', 'cold start 800ms'] }],
    ['Lambda (cold starts 5%)', { coldStarts: ['5%', 'cold starts 5%'] }],
    ['Lambda, 800ms cold start', { coldStart: ['800ms', '800ms cold start'] }],
    ['Lambda, starts 5%', {}],
    ['Lambda, cold 5%', {}],
    ['API, rate limit 100/s', { rateLimit: ['100/s', 'rate limit 100/s'] }],
    ['API, 100/s rate limit', { rateLimit: ['100/s', '100/s rate limit'] }],
  ])('a box’s “%s”', (label, expected) => expect(node(label)).toEqual(expected))
})

describe('loops', () => {
  const firstCall = (title: string, call = 'a->>b: POST /orders') => {
    const { connections } = systemOf(
      `sequenceDiagram\nparticipant a as Order service\nparticipant b as Stock service\nloop ${title}\n${call}\nend\n`,
    )
    const { attempts, interval, baseDelay } = connections[0]!.figures
    return { attempts: attempts?.value, interval: interval?.value, baseDelay: baseDelay?.value }
  }
  const none = { attempts: undefined, interval: undefined, baseDelay: undefined }

  it.each([
    ['retry up to 3 times', { ...none, attempts: 3 }],
    ['retry 1 times', { ...none, attempts: 1 }],
    ['retry 0 times', none],
    ['3 attempts, 15s interval', { ...none, attempts: 3, baseDelay: 15_000 }],
    ['retry 3 times, wait 2 s', { ...none, attempts: 3, baseDelay: 2000 }],
    ['every 5 s', { ...none, interval: 5000 }],
    ['every minute', { ...none, interval: 60_000 }],
    ['alle 2,5 Sekunden', { ...none, interval: 2500 }],
    ['5秒ごと', { ...none, interval: 5000 }],
    ['for each order', none],
  ])('“%s”', (title, expected) => expect(firstCall(title)).toEqual(expected))

  it('that ask until it is done poll, however often', () =>
    expect(firstCall('up to 10 attempts every 5 s', 'a->>b: GET /jobs/1')).toEqual({
      ...none,
      interval: 5000,
    }))

  it.each([
    ['every 5 s', 5000],
    ['every 200 ms', 200],
    ['every second', 1000],
    ['cada 2 segundos', 2000],
    ['toutes les 5 minutes', 300_000],
    ['everyone', undefined],
    ['every 5 orders', undefined],
  ])('“%s” is an interval of %s', (text, ms) => expect(intervalIn(text)).toBe(ms))

  it('say that something is tried again, or done for each', () => {
    expect(['retry', 'wiederholen', 'again'].map(isRetry)).toEqual([true, true, false])
    expect(['für jede Bestellung', 'pour chaque commande', 'for all'].map(isPerItem)).toEqual([
      true,
      true,
      false,
    ])
  })

  it('are none where nothing stands in order', () =>
    expect(
      systemOf('a[Order service] -->|loop every 5s| b[Stock service]').connections[0]?.figures.attempts,
    ).toBeUndefined())
})

describe('a reply', () => {
  const answered = (reply: string) =>
    systemOf(
      `sequenceDiagram\nparticipant a as Browser\nparticipant b as Stock service\na->>b: GET /stock\nb-->>a: ${reply}\n`,
    ).flows.map(({ plan }) => (plan.kind === 'visit' ? plan.call?.connection.figures : undefined))[0]

  it.each([
    ['200, latency 80ms', 'latency', 80],
    ['200, p50 70ms', 'p50', 70],
    ['200, p95 90ms', 'p95', 90],
    ['200, p99 95ms', 'p99', 95],
    ['80ms', 'latency', 80],
  ] as const)('“%s” says how long the callee took', (reply, key, ms) =>
    expect(answered(reply)?.[key]?.value).toBe(ms),
  )
})

describe('a request', () => {
  const again = (label: string, callee = 'b[Payment service]', more = '') =>
    repeatsItsEffect(systemOf(`a[Order service] -->|"${label}"| ${callee}\n${more}`).connections[0]!)

  it.each([
    ['POST /payments', true],
    ['PATCH /payments/1', true],
    ['GET /payments', false],
    ['PUT /payments/1', false],
    ['DELETE /payments/1', false],
    ['PUT /charges, charge card', false],
    ['POST /orders/search', false],
    ['POST /login', false],
    ['charge card', true],
    ['gRPC CreateOrder', true],
    ['gRPC GetOrder', false],
    ['verify charge', false],
    ['send email', true],
    ['tell', false],
  ])('“%s” does harm twice: %s', (label, expected) => expect(again(label)).toBe(expected))

  it('into a store does so only where it adds', () => {
    expect(again('insert order', 'b[(Postgres)]')).toBe(true)
    expect(again('create order', 'b[(Postgres)]')).toBe(false)
    expect(again('upsert order', 'b[(Postgres)]')).toBe(false)
  })

  it('does none where that is stated', () => {
    expect(again('POST /payments', 'b[Payment service]', '%% a->b@{ idempotent: true }')).toBe(false)
    expect(again('GET /payments', 'b[Payment service]', '%% a->b@{ idempotent: false }')).toBe(true)
    expect(again('POST /payments', 'b[Payment service]', '%% a->b@{ idempotencyKey: true }')).toBe(false)
    expect(again('POST /payments', 'b[Payment service]', '%% a->b@{ idempotencyKey: false }')).toBe(true)
  })
})

describe('names', () => {
  const nameOf = (text: string) => systemOf(`a[${text}] --> b[Stock service]`).components[0]!.name

  it.each([
    ['"Order service"', 'Order service'],
    ["'Order service'", 'Order service'],
    ["Order's service", "Order's service"],
    ['"Order service<br/>takes orders"', 'Order service'],
    ['"Order service (rate<br/>limited)"', 'Order service'],
  ])('%s is called %s', (text, name) => expect(nameOf(text)).toBe(name))

  it('are cut at forty characters, at a whole word', () => {
    const name = nameOf('Service that takes the orders of all the customers of the shop')
    expect(name.length).toBeLessThanOrEqual(41)
    expect(name).toMatch(/^Service that takes the orders of all.*…$/)
  })

  it('count as their words, in singular; Chinese ones in pairs of characters', () => {
    expect(wordsIn('Order services 2')).toEqual(['order', 'service'])
    expect(wordsIn('class pass')).toEqual(['class', 'pass'])
    expect(wordsIn('订单服务')).toEqual(['订单', '单服', '服务'])
    expect(wordsIn('a b Orders')).toEqual(['order'])
    expect(
      wordsIn(Array.from({ length: 40 }, (_, n) => `word${String.fromCharCode(97 + n)}x`).join(' ')),
    ).toHaveLength(24)
  })
})

describe('copies', () => {
  const sharesOf = (...lines: readonly string[]) => {
    const { flows } = systemOf(
      ['web[Browser] --> lb[Load balancer]', 'lb --> a[Order API 1]', 'lb --> b[Order API 2]', ...lines].join(
        '\n',
      ),
    )
    const copies = flows.flatMap(({ plan }) => outsideIn(plan)).find(part => part.kind === 'redundant')
    return copies?.kind === 'redundant' ? copies.shares : undefined
  }

  it('that stand by get nothing, and the others all of it', () => {
    expect(sharesOf('%% b@{ active: passive }')).toEqual([1, 0])
    expect(sharesOf('lb --> c[Order API 3]', '%% c@{ active: passive }')).toEqual([0.5, 0.5, 0])
  })

  it('without a statement have no shares of their own', () => expect(sharesOf()).toBeUndefined())
})

describe('a protocol', () => {
  const spoken = (lines: string) => systemOf(lines).connections.at(-1)?.protocol?.value

  it('is that of the product, and of the group only where no product is named', () => {
    expect(spoken('subgraph k [Kafka]\n  t[[orders topic]]\nend\na[Order service] --> t')).toBe('kafka')
    expect(spoken('subgraph k [Kafka]\n  t[[RabbitMQ]]\nend\na[Order service] --> t')).toBe('amqp')
  })
})

describe('a relation of C4', () => {
  const role = (technology: string) =>
    systemOf(
      `C4Container\nContainer(a, "Order service")\nContainer(b, "Seat service")\nRel(a, b, "depends on", "${technology}")\n`,
    ).connections[0]?.role.value

  it('calls where its technology is a protocol, whatever it says', () => {
    expect(role('gRPC')).toBe('call')
    expect(role('Java')).toBe('structure')
    expect(role('')).toBe('structure')
  })
})

describe('objectives', () => {
  const named = (objective: string) =>
    systemOf(
      `web[Browser] -->|HTTPS| api[Order API] -->|SQL| db[(Postgres)]\napp[Mobile app] -->|HTTPS| api\n%% arrowsmith: { objectives: { buy: { ${objective}, p99: 1s } } }`,
    ).flows.map(({ entry, objective: own }) => [entry.id, own?.name])

  it('are for all flows that begin and end where they say', () => {
    expect(named('from: web')).toEqual([
      ['web', 'buy'],
      ['app', undefined],
    ])
    expect(named('to: api')).toEqual([
      ['web', 'buy'],
      ['app', 'buy'],
    ])
    expect(named('from: app, to: api')).toEqual([
      ['web', undefined],
      ['app', 'buy'],
    ])
  })
})

describe('a circle', () => {
  it('leaves out the call back of each way into it, whichever is planned first', () => {
    const { flows } = systemOf(
      'web[Browser] -->|HTTPS| a[Order service]\napp[Mobile app] -->|HTTPS| b[Stock service]\na -->|HTTP| b\nb -->|HTTP| a',
    )
    const visited = flows.map(({ entry, plan }) => [
      entry.id,
      ...visitsOf(plan).map(({ component }) => component.id),
    ])
    expect(visited).toEqual([
      ['web', 'a', 'b'],
      ['app', 'b', 'a'],
    ])
    expect(flows.map(({ assumptions }) => assumptions.map(({ at, value }) => `${at} ${value}`))).toEqual([
      ['b->a left out'],
      ['a->b left out'],
    ])
  })
})

describe('where requests enter', () => {
  const entries = (lines: string) =>
    systemOf(lines).flows.map(({ entry, background }) => [entry.id, background])
  const reports = 'reports[Report service] -->|SQL| db[(Postgres)]'

  it('is at clients, else at what nobody calls, or where that is stated', () => {
    expect(entries(`web[Browser] -->|HTTPS| api[Order API]\n${reports}`)).toEqual([['web', false]])
    expect(entries(reports)).toEqual([['reports', false]])
    expect(entries(`web[Browser] -->|HTTPS| api[Order API]\n${reports}\n%% reports@{ entry: true }`)).toEqual(
      [['reports', false]],
    )
    expect(entries('app[Mobile app] --> web[Browser] -->|HTTPS| api[Order API]')).toHaveLength(1)
  })
})

describe('two regions', () => {
  it('are as far apart as light and cables have it, where nothing else is known of the call', () => {
    const [call] = systemOf(
      'a[Order service] -->|HTTP| b[Stock service]\n%% a@{ region: eu-west-1 }\n%% b@{ region: us-east-1 }',
    ).connections
    expect(call?.figures.rtt).toMatchObject({ stated: false })
    expect(call?.figures.rtt?.value).toBeGreaterThan(50)
  })
})

describe('a target that is not there', () => {
  const said = (target: string) =>
    systemOf(`api[Order API] -->|SQL| db[(Postgres)]\n%% ${target}@{ retries: 2 }`).problems.map(
      ({ message }) => message,
    )

  it.each([
    ['apu->db', ['Nothing here is called “apu->db”. Did you mean “api->db”?']],
    ['db->api', ['No arrow goes from db to api, but one goes from api to db.']],
    ['apu->warehouse', ['Nothing here is called “apu->warehouse”: no node, arrow id or group.']],
    ['warehouse->api', ['Nothing here is called “warehouse->api”: no node, arrow id or group.']],
    ['apj', ['Nothing here is called “apj”. Did you mean “api”?']],
    ['api->db#2', ['There is no call #2 from api to db: only one is drawn.']],
  ])('%s', (target, expected) => expect(said(target)).toEqual(expected))
})
