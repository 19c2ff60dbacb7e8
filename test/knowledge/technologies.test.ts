// The catalogue of technologies and figures is sound.

import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import {
  defaultFigures,
  explain,
  figuresOf,
  kinds,
  protocolById,
  requestTimeoutOf,
  technologies,
  technologiesIn,
  technologyById,
} from '../../src/knowledge'
import { fold } from '../../src/knowledge/names/lexicon'

const technology = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string().min(1),
  aliases: z.array(z.string().min(1)),
  everyday: z.array(z.string().min(1)).optional(),
  kind: z.enum(kinds),
  mayBe: z.array(z.enum(kinds)).optional(),
  layer: z.enum(['L4', 'L7', 'both']).optional(),
  protocols: z.array(z.string().refine(id => protocolById(id) !== undefined)),
  port: z.int().min(1).max(65535).optional(),
  managed: z.boolean().optional(),
  webSocket: z.enum(['native', 'configure', 'none', 'terminates']).optional(),
  buffersResponses: z.boolean().optional(),
  healthChecksByDefault: z.boolean().optional(),
  embedded: z.boolean().optional(),
  library: z.boolean().optional(),
  delivers: z.boolean().optional(),
  language: z.boolean(),
  generic: z.boolean(),
  figures: z
    .string()
    .refine(id => figuresOf(id) !== undefined)
    .optional(),
})

describe('technologies', () => {
  it('number at least 400 and all validate', () => {
    expect(technologies().length).toBeGreaterThanOrEqual(400)
    for (const one of technologies()) expect(technology.safeParse(one).error, one.id).toBeUndefined()
  })

  it('have ids and names of their own', () => {
    const owners = new Map<string, string>()
    const ids = new Set<string>()
    for (const { id, name, aliases, everyday = [] } of technologies()) {
      expect(ids.has(id), id).toBe(false)
      ids.add(id)
      for (const key of new Set([name, ...aliases, ...everyday].map(fold))) {
        expect(owners.get(key) ?? id, key).toBe(id)
        owners.set(key, id)
      }
    }
  })

  it('are found by name in any spelling, whole words only', () => {
    const ids = (text: string) => technologiesIn(text).map(mention => mention.technology.id)
    expect(ids('PostgreSQL, redis and RabbitMQ')).toEqual(['postgresql', 'redis', 'rabbitmq'])
    expect(ids('my-redis-cluster')).toEqual(['redis'])
    expect(ids('rediscover the fastapis')).toEqual(['fastapi'])
    expect(ids('Express checkout')).toEqual(['express'])
    expect(ids('express checkout')).toEqual([])
    expect(ids('RenderQueue')).toEqual([])
    expect(technologiesIn('to S3 now')).toMatchObject([{ start: 3, end: 5, confidence: 0.95 }])
  })

  it('know what the rules ask of hops', () => {
    const support = [
      'alb',
      'haproxy',
      'traefik',
      'cloudfront',
      'cloudflare',
      'gcp-lb',
      'nginx',
      'envoy',
      'aws-api-gateway',
      'aws-api-gateway-websocket',
    ]
    expect(support.map(id => technologyById(id)?.webSocket)).toEqual([
      'native',
      'native',
      'native',
      'native',
      'native',
      'native',
      'configure',
      'configure',
      'none',
      'terminates',
    ])
    expect(technologyById('nginx')).toMatchObject({
      buffersResponses: true,
      healthChecksByDefault: true,
      layer: 'both',
    })
    expect(technologyById('alb')).toMatchObject({ healthChecksByDefault: true, layer: 'L7' })
  })
})

describe('default figures', () => {
  const availability = (id: string, managed?: boolean) => {
    const found = technologyById(id)
    return defaultFigures(found, found?.kind, managed)?.availability
  }

  it('take a cloud SLA only where the service is named', () => {
    expect(availability('rds')).toMatchObject({ value: 0.9995, tag: 'SLA' })
    expect(availability('alb')).toMatchObject({ value: 0.9999, tag: 'SLA' })
    for (const id of ['postgresql', 'redis', 'nginx']) {
      expect(availability(id)).toMatchObject({ value: 0.995, tag: 'assumption' })
    }
    expect(availability('postgresql', true)).toMatchObject({ value: 0.9995, tag: 'assumption' })
  })

  it('exist for every kind', () => {
    for (const kind of kinds) expect(defaultFigures(undefined, kind), kind).toBeDefined()
    expect(defaultFigures(undefined, undefined)).toBeUndefined()
  })

  it('are possible: p50 ≤ p99, availability a share', () => {
    for (const one of technologies()) {
      const figures = defaultFigures(one, one.kind)
      expect(figures?.p50?.value ?? 0).toBeLessThanOrEqual(figures?.p99?.value ?? 0)
      expect(figures?.availability?.value ?? 1).toBeGreaterThan(0.9)
      expect(figures?.availability?.value ?? 1).toBeLessThanOrEqual(1)
    }
  })

  it('count sending to a queue, and show delivery apart', () => {
    const sqs = defaultFigures(technologyById('sqs'), 'queue')
    expect([sqs?.p50?.value, sqs?.p99?.value, sqs?.delivery?.p50.value]).toEqual([8, 50, 16.2])
  })
})

describe('request timeouts', () => {
  it.each([
    ['cloudfront', 30_000],
    ['aws-api-gateway', 29_000],
    ['alb', 60_000],
    ['elb', 60_000],
    ['gcp-lb', 30_000],
    ['azure-front-door', 30_000],
    ['azure-app-gateway', 20_000],
    ['heroku-router', 30_000],
    ['cloudflare', 120_000],
    ['nginx', 60_000],
    ['nginx-plus', 60_000],
    ['openresty', 60_000],
    ['ingress-nginx', 60_000],
    ['envoy', 15_000],
    ['kong', 60_000],
    ['apisix', 60_000],
    ['varnish', 60_000],
    ['fastly', 15_000],
  ])('%s gives up after %d ms, which it can be set to', (id, ms) => {
    const timeout = requestTimeoutOf(technologyById(id))
    expect(timeout?.byDefault).toMatchObject({ value: ms, tag: 'vendor documentation' })
    expect(timeout && ms % timeout.step).toBe(0)
    expect(timeout && timeout.least <= ms && ms <= timeout.most).toBe(true)
  })

  it.each(['haproxy', 'traefik', 'postgres'])('%s has none unless configured', id => {
    expect(requestTimeoutOf(technologyById(id))).toBeUndefined()
  })
})

describe('SLAs', () => {
  it('belong to one product, or to one service under two names', () => {
    const products = new Map<string, string[]>()
    for (const { name, figures } of technologies()) {
      if (figures === undefined || figuresOf(figures)?.availability?.tag !== 'SLA') continue
      products.set(figures, [...(products.get(figures) ?? []), name])
    }
    expect([...products.values()].filter(names => names.length > 1)).toEqual([
      ['Amazon RDS for PostgreSQL', 'Amazon RDS'],
      ['AWS Application Load Balancer', 'Elastic Load Balancing'],
      ['Amazon API Gateway', 'API Gateway WebSocket API'],
    ])
  })

  it('are not told of products that somebody runs, or of a similar product', () => {
    for (const name of [
      'Elasticsearch',
      'OpenSearch',
      'WireGuard',
      'ElasticMQ',
      'VPC Peering',
      'Google Cloud KMS',
    ])
      expect(explain(name).senses[0]?.computed, name).not.toMatch(/SLA: (?!Google Cloud KMS)/)
  })
})
