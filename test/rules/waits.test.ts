// Which waits are minor: each condition with what it is about and next to it.

import { describe, expect, it } from 'vitest'
import { readSystem } from '../../src/model'
import { isMinorWait, subjectOfWait } from '../../src/rules/queries/waits-that-matter'
import { answersOthers, holdsUpOthers, isAbroad } from '../../src/rules/queries/where-it-hurts'
import { parseDiagram } from '../../src/syntax'

const systemOf = (lines: string) =>
  readSystem(parseDiagram(/^sequence/.test(lines) ? lines : `flowchart LR\n${lines}\n`), {})

describe('a minor wait', () => {
  it.each([
    ['of a service for a service', 'a[Order service] -->|HTTP| b[Stock service]', false],
    ['of a browser', 'a[Browser] -->|HTTP| b[Stock service]', true],
    ['of a gateway', 'a[API gateway] -->|HTTP| b[Stock service]', true],
    ['of a gateway for a third party', 'a[Gateway service] -->|HTTPS| b[PayPal]', false],
    ['of a balancer', 'a[Load balancer] -->|HTTP| b[Stock service]', true],
    ['of a network of caches', 'a[CDN] -->|HTTP| b[Stock service]', true],
    ['of a scheduler', 'a[Cron scheduler] -->|HTTP| b[Stock service]', true],
    ['of a third party', 'a[Stripe] -->|HTTP| b[Stock service]', true],
    ['whoever polls', 'a[Order service] -->|"HTTP, polling"| b[Partner API]', true],
    ['for a chain', 'a[Order service] -->|JSON-RPC| b[Blockchain]', true],
    [
      'for an answer that is not drawn',
      'sequenceDiagram\nc->>a: POST /orders\na->>b: PUT /stock\na-->>c: 201',
      true,
    ],
    [
      'for an answer that is drawn',
      'sequenceDiagram\nparticipant a as Order service\nparticipant b as Stock service\nc->>a: POST /orders\na->>b: PUT /stock\nb-->>a: 200\na-->>c: 201',
      false,
    ],
    ['for a store', 'a[Order service] -->|SQL| b[(Postgres)]', true],
    ['for a page', 'a[Order service] -->|HTTP| b[Checkout page]', true],
    ['of a page', 'a[Checkout page] -->|HTTP| b[Stock service]', true],
    ['for a stand-in', 'a[Order service] -->|HTTP| b[Mock stock service]', true],
    ['of a job of the night', 'a[Nightly export job] -->|HTTP| b[Stock service]', true],
    ['for what nobody runs yet', 'a[Order service] -->|HTTP| b["Stock service (planned)"]', true],
    ['that nobody makes yet', 'a[Order service] -->|"HTTP, planned"| b[Stock service]', true],
    ['of what queues alone feed', 'q[[RabbitMQ]] --> a[Order service]\na -->|HTTP| b[Stock service]', true],
    [
      'of what others call as well',
      'q[[RabbitMQ]] --> a[Order service]\nc[Cart service] -->|HTTP| a\na -->|HTTP| b[Stock service]',
      false,
    ],
    [
      'of what a clock alone starts',
      't[Scheduler] -->|starts| a[Mail service]\na -->|HTTP| b[Stock service]',
      true,
    ],
    [
      'of what is started every so often',
      'c[Ops service] -->|"HTTP, every 5 min"| a[Mail service]\na -->|HTTP| b[Stock service]',
      true,
    ],
    [
      'of what is asked besides',
      't[Scheduler] -->|starts| a[Mail service]\nc[Cart service] -->|HTTP| a\na -->|HTTP| b[Stock service]',
      false,
    ],
    ['of who is first for an edge', 'a[Order service] -->|HTTP| b[API gateway]', true],
    [
      'of who is called for an edge',
      'c[Cart service] -->|HTTP| a[Order service]\na -->|HTTP| b[API gateway]',
      false,
    ],
  ])('%s', (_, lines, expected) => {
    const system = systemOf(lines)
    const wait = system.connections.find(({ from, to }) => from.id === 'a' && to.id === 'b')!
    expect(isMinorWait(wait, system)).toBe(expected)
  })
})

describe('who holds up others', () => {
  const partOf = (box: string) =>
    systemOf(`a${box} --> z[Stock service]`).components.find(({ id }) => id === 'a')!

  it.each([
    ['[Order service]', true],
    ['[API gateway]', true],
    ['[(Postgres)]', false],
    ['[Browser]', false],
    ['[Nightly import service]', false],
    ['[Backup service]', false],
  ])('%s: %s', (box, expected) => {
    expect(answersOthers(partOf(box))).toBe(expected)
    expect(holdsUpOthers(partOf(box))).toBe(expected)
  })

  it.each([
    ['[Stripe]', true],
    ['[Mock Stripe]', false],
    ['[Stripe SDK]', false],
    ['[Order service]', false],
    ['[External bank API]', true],
  ])('abroad is %s: %s', (box, expected) => expect(isAbroad(partOf(box))).toBe(expected))

  it('what is drawn among our own parts is ours', () => {
    const { components } = systemOf(
      'subgraph own [Platform]\na[Stripe] --> b[Order service]\nend\nc[Cart service] --> d[Stripe]',
    )
    expect(components.filter(isAbroad).map(({ id }) => id)).toEqual(['d'])
  })
})

describe('what a wait is about', () => {
  const subject = (lines: string) => subjectOfWait(systemOf(lines).connections[0]!)

  it('is a caller and a callee by their names, or by the product of a store', () => {
    expect(subject('a[Order service] --> b[Stock service]')).toBe(
      subject('a[order-service] --> b[stock-service]'),
    )
    expect(subject('a[Order service] --> b[(Postgres)]')).toBe('order → postgres')
    expect(subject('a[Order service] --> b[(Orders: Postgres)]')).not.toBe(
      subject('a[Order service] --> b[(Users: Postgres)]'),
    )
  })
})
