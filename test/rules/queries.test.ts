// What several rules ask, by known values.

import { describe, expect, it } from 'vitest'
import { readSystem } from '../../src/model'
import { fits } from '../../src/rules/conventions/selection'
import { restateArrow } from '../../src/rules/fixes/annotate'
import { dependenciesNamed, drawsChecks } from '../../src/rules/queries/health-checks'
import { shortestIdleTimeout } from '../../src/rules/queries/idle-timeouts'
import { isServerSentEvents } from '../../src/rules/queries/real-time/server-sent-events'
import { parseDiagram } from '../../src/syntax'
import { applyEdits } from '../../src/text/edit'

const systemOf = (...lines: string[]) =>
  readSystem(parseDiagram(['flowchart LR', ...lines.map(line => `  ${line}`), ''].join('\n')), {})

describe('a pattern of a convention', () => {
  it.each([
    ['orders', 'Orders', true],
    ['orders', 'orders-db', false],
    ['orders*', 'orders', true],
    ['*orders', 'old-orders', true],
    ['*orders', 'orders-db', false],
    ['a*a', 'a', false],
    ['a*a', 'aa', true],
    ['a*b*c', 'axbxc', true],
    ['a*b*c', 'abc', true],
    ['a*b*c', 'acc', false],
    ['a*bc*c', 'abc', false],
    ['a*bc*c', 'abcc', true],
    ['a*b*b*c', 'abc', false],
    ['*', '', true],
  ])('%s, %s: %s', (pattern, name, expected) => expect(fits(pattern, name)).toBe(expected))
})

describe('the shortest idle timeout on a way', () => {
  const shortest = (...lines: string[]) => shortestIdleTimeout(systemOf(...lines).components)

  it.each([
    [60_000, false, ['lb[ALB] -->|HTTP| api[Order API]']],
    [350_000, false, ['lb[NLB] -->|TCP| api[Order API]']],
    [55_000, false, ['lb[Heroku router] -->|HTTP| api[Order API]']],
    [300_000, false, ['lb[Envoy] -->|HTTP| api[Order API]']],
    [60_000, false, ['lb[Envoy] -->|HTTP| hop[nginx]']],
    [20_000, true, ['lb[Envoy] -->|HTTP| hop[nginx]', 'lb@{ idleTimeout: 20s }']],
    [10_000, true, ['lb[nginx]', 'lb@{ idleTimeout: 20s, upstreamIdleTimeout: 10s }']],
    [120_000, true, ['lb[nginx]', 'lb@{ idleTimeout: 2m }']],
  ])('%d ms, stated: %s', (value, stated, lines) => {
    expect(shortest(...lines)).toMatchObject({ value, stated })
  })

  it('is unknown where nobody states one', () => {
    expect(shortest('web[Web app] -->|HTTP| api[Order API]')).toBeUndefined()
  })
})

describe('what a health check names', () => {
  const { components } = systemOf(
    'api[Order API] -->|SQL| orders[(Postgres)]',
    'api -->|AMQP| jobs[[RabbitMQ]]',
    'api -->|HTTP| pay[Payment service]',
  )
  const named = (...names: string[]) =>
    dependenciesNamed(names, components.find(({ id }) => id === 'api')!).map(({ id }) => id)

  it.each([
    ['orders', ['orders']],
    ['postgres', ['orders']],
    ['DB', ['orders']],
    ['database', ['orders']],
    ['store', ['orders']],
    ['queue', ['jobs']],
    ['broker', ['jobs']],
    [' pay ', ['pay']],
    ['Payment service', ['pay']],
    ['nothing', []],
  ])('%s: %j', (name, ids) => expect(named(name)).toEqual(ids))

  it('is drawn on an arrow, in a box, or nowhere', () => {
    expect(drawsChecks(systemOf('a -->|health| b'))).toBe(true)
    expect(drawsChecks(systemOf('a[Health probe] --> b'))).toBe(true)
    expect(drawsChecks(systemOf('a[Prober] -->|HTTP| b'))).toBe(false)
  })
})

describe('server-sent events', () => {
  it.each([
    ['web[Browser] -->|SSE| api[Order API]', true],
    ['web[Browser] -->|HTTPS| api[Order API]', false],
  ])('%s: %s', (line, expected) => expect(isServerSentEvents(systemOf(line).connections[0]!)).toBe(expected))
})

describe('a figure that is restated', () => {
  it.each([
    ['HTTP, 2s timeout', 'timeout', '300ms', 'HTTP, 300ms timeout'],
    ['HTTP, timeout 2s', 'timeout', '1.5s', 'HTTP, timeout 1.5s'],
    ['HTTP, 3 retries', 'retries', 1, 'HTTP, 1 retry'],
    ['HTTP, 3 retries', 'retries', 2, 'HTTP, 2 retries'],
    ['HTTP, 3 retries', 'retries', 0, 'HTTP, no retries'],
    ['HTTP, 3 attempts', 'attempts', 1, 'HTTP, 1 attempt'],
    ['HTTP, 3 attempts', 'attempts', 2, 'HTTP, 2 attempts'],
    ['HTTP, retry 3x', 'retries', 2, 'HTTP, retry 2x'],
  ] as const)('%s, %s %s', (label, key, value, expected) => {
    const text = (words: string) => `flowchart LR\n  a -->|"${words}"| b\n`
    const system = readSystem(parseDiagram(text(label)), {})
    const edits = restateArrow(system, { connection: system.connections[0]!, key, value })
    expect(applyEdits(text(label), edits)).toBe(text(expected))
  })
})
