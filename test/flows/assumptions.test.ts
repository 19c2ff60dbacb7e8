// What is assumed where nothing is stated: what it may do to the figures, and how they say so.

import { describe, expect, it } from 'vitest'
import type { FlowRow } from '../../src/service'
import { flowIn, flowsIn } from './door'

const assumedIn = ({ assumed }: FlowRow) => assumed.map(({ at, key }) => `${at} ${key}`)

describe('a cache beside a store', () => {
  const shop = (lines = '') =>
    flowIn(`flowchart LR
  web[Browser] --> api[API service]
  api -->|SQL| db[(MySQL)]
  api --> fast[(Redis)]
  %% db@{ availability: 99%, p50: 20ms, p99: 200ms }
  %% fast@{ availability: 99.9% }
  %% api@{ availability: 100% }${lines}`)

  it('shortens times by an assumed share of hits, and makes up for no failure', () => {
    const flow = shop()
    expect(flow.availability).toBeCloseTo(0.99, 10)
    expect(flow.p50).toBeLessThan(20)
    expect(assumedIn(flow)).toContain('fast hitRatio')
  })

  it('that is needed only adds its own failures', () => {
    expect(shop('\n  %% api->fast@{ optional: false }').availability).toBeCloseTo(0.99 * 0.999, 10)
  })

  it('answers for the store where the share of hits or stale answers are stated', () => {
    const spared = 1 - 0.01 * (1 - 0.999 * 0.9)
    expect(shop('\n  %% fast@{ hitRatio: 90% }').availability).toBeCloseTo(spared, 10)
    expect(shop('\n  %% fast@{ staleIfError: true }').availability).toBeCloseTo(spared, 10)
  })
})

describe('a fast store that alone holds what is asked for', () => {
  const shop = (label: string, arrow = '-->') => `flowchart LR
  web[Browser] --> api[API service]
  api -->|SQL| db[(MySQL)]
  api ${arrow} fast[(${label})]
  %% db@{ availability: 99% }
  %% fast@{ availability: 99.5% }
  %% api@{ availability: 100% }`

  it.each([
    'Redis sessions',
    'Redis presence',
    'Redis locks',
    'Redis rate limits',
    'Redis geo index',
    'Redis pub/sub',
    'Redis job queue',
  ])('%s: is needed', label => {
    expect(flowIn(shop(label)).availability).toBeCloseTo(0.99 * 0.995, 10)
  })

  it('may be told by the arrow', () => {
    expect(flowIn(shop('Redis', '-->|session lookup|')).availability).toBeCloseTo(0.99 * 0.995, 10)
  })

  it('is not needed where that is stated, or where it is called a cache', () => {
    const optional = `${shop('Redis sessions')}\n  %% api->fast@{ optional: true }`
    for (const diagram of [optional, shop('Session cache'), shop('Redis')])
      expect(flowIn(diagram).availability).toBeCloseTo(0.99, 10)
  })
})

describe('a content delivery network before static files', () => {
  const flows = () =>
    flowsIn(`flowchart LR
  web[Browser] --> cdn[CloudFront]
  cdn --> files[(S3 static assets)]
  cdn --> api[API service]
  %% cdn@{ availability: 99.9%, p50: 10ms, p99: 20ms }
  %% files@{ availability: 99%, p50: 150ms, p99: 200ms }`)

  it('answers an assumed share itself, while the origin is up', () => {
    const [files] = flows()
    expect(assumedIn(files!)).toContain('cdn hitRatio')
    expect(files!.p50).toBeLessThan(20)
    expect(files!.availability).toBeCloseTo(0.999 * 0.99, 10)
  })

  it('passes everything else on', () => {
    const [, pages] = flows()
    expect(assumedIn(pages!)).not.toContain('cdn hitRatio')
  })
})

describe('boxes that only their calls tell what they are', () => {
  it('are services where they answer requests', () => {
    const [flow] = flowsIn(`sequenceDiagram
  participant web as Browser
  participant orders as Order service
  participant pay as Payment
  participant fraud as Fraud scoring
  web->>orders: POST /orders
  orders->>pay: POST /charges
  pay->>fraud: gRPC Score
  fraud-->>pay: score
  pay-->>orders: 201
  orders-->>web: 201`)
    expect(assumedIn(flow!)).toEqual(
      expect.arrayContaining(['pay p99', 'pay availability', 'fraud p99', 'fraud availability']),
    )
    expect(flow!.availability).toBeLessThan(0.998)
    expect(flow!.notes.gaps.filter(gap => gap.includes('no figure'))).toEqual([])
  })

  it('are named where no figure is known', () => {
    const flow = flowIn(`flowchart LR
  web[Web app] -->|HTTPS| api[Order API] -->|LDAP| zorp[Zorp rules]
  api -->|LDAP| blip[Blip]
  %% blip@{ p50: 2ms, p99: 4ms }`)
    expect(flow.notes.gaps).toContain(
      'Not included: Zorp rules and failures of Blip, because no figure is known.',
    )
    expect(assumedIn(flow)).toEqual(expect.arrayContaining(['zorp p99', 'zorp availability']))
  })
})

describe('figures know what they rest on', () => {
  const notesOf = (figures: string) =>
    flowIn(`flowchart LR\n  web[Browser] -->|HTTPS| api[API service]\n  %% api@{ ${figures} }`).notes

  it('on nothing assumed, times or availability', () => {
    const times = 'p50: 5ms, p99: 20ms'
    expect(notesOf(`${times}, availability: 99.9%`).assumed).toEqual({ times: false, availability: false })
    expect(notesOf(times).assumed).toEqual({ times: false, availability: true })
    expect(notesOf('availability: 99.9%').assumed).toEqual({ times: true, availability: false })
  })

  it('and whether the way from the client is in them', () => {
    const gap = "The client's network is not included: state rtt on the client's arrow to count it."
    const shop = 'flowchart LR\n  web[Browser] -->|HTTPS| api[API service]'
    expect(flowIn(shop).notes.gaps).toContain(gap)
    expect(flowIn(`${shop}\n  %% web->api@{ rtt: 20ms }`).notes.gaps).not.toContain(gap)
  })

  it('and whether calls are repeated or only made', () => {
    const rounds = (arrow: string) =>
      flowIn(`flowchart LR\n  web[Browser] --> api[API service]\n  %% web->api@{ ${arrow} }`)
    expect(rounds('calls: 4')).toMatchObject({ attempts: 4, notes: { calls: 4, retried: false } })
    expect(rounds('calls: 4, retries: 2')).toMatchObject({ attempts: 12, notes: { calls: 4, retried: true } })
    expect(rounds('retries: 2')).toMatchObject({ attempts: 3, notes: { calls: 1, retried: true } })
  })
})
