// Which technology a box names as its own, and which words in a label name none.

import { describe, expect, it } from 'vitest'
import { type ComponentHint, recognizeKind } from '../../src/knowledge'

const technologyOf = (text: string, hint: Partial<ComponentHint> = {}): string =>
  recognizeKind({ id: 'x', text, drawsSteps: true, ...hint }).technology?.id ?? '-'

describe('the technology of a box', () => {
  it.each([
    ['Nginx proxy', 'nginx'],
    ['KEDA operator', 'keda'],
    ['Jenkins controller', 'jenkins'],
    ['Vault', 'vault'],
    ['Snowflake', 'snowflake'],
    ['Data warehouse (Snowflake)', 'snowflake'],
    ['Media bucket S3', 's3'],
    ['Vault cluster', 'vault'],
    ['Thumbnailer\nPython, FFmpeg', 'ffmpeg'],
    ['Order service (Node.js/Fastify)', 'fastify'],
    ['Carts\nPostgreSQL 17', 'postgresql'],
  ])('%s is %s', (text, id) => {
    expect(technologyOf(text)).toBe(id)
  })

  it.each([
    'Vault graph',
    'ID generator (Snowflake)',
    'Snowflake ID service',
    'API service s3',
    'Shard S3',
    'Vault manager',
    'Realm server',
    'Indexer\nUpdates Qdrant',
    'Sync to S3',
    'rebuild_redis.py',
    'redis/migrations/',
    '/api/stripe/{id}',
    'StripeRequest',
    'Postgres data',
    'RDS security group',
    'Excel user',
    'Catalog DB\nPrices, images, CMS',
  ])('%s names none', text => {
    expect(['-', 'python']).toContain(technologyOf(text))
  })

  it('is told by an id, unless the id may be a number of its label', () => {
    expect(technologyOf('Orders', { id: 'postgres' })).toBe('postgresql')
    expect(technologyOf('Orders', { id: 'ordersKafka' })).toBe('kafka')
    expect(technologyOf('Shard 3', { id: 's3' })).toBe('-')
    expect(technologyOf('Database', { id: 'db2' })).toBe('-')
    expect(technologyOf('Consumer', { id: 'rabbit' })).toBe('-')
  })

  it('is told by the group around the members of a cluster', () => {
    expect(technologyOf('Replica 2', { group: 'Redis cluster' })).toBe('redis')
    expect(technologyOf('Broker', { group: 'Kafka' })).toBe('kafka')
    expect(technologyOf('Broker', { group: 'Everything around Kafka' })).toBe('-')
    expect(technologyOf('Billing', { group: 'Redis cluster' })).toBe('-')
  })

  it('may stand where C4 asks for a description', () => {
    expect(technologyOf('Static files', { variant: 'System', description: 'CloudFront' })).toBe('cloudfront')
    expect(
      technologyOf('Static files', { variant: 'System', description: 'Files that CloudFront hands out' }),
    ).toBe('-')
  })
})
