// Which technology a box names as its own, and which words in a label name none.

import { describe, expect, it } from 'vitest'
import { type ComponentHint, recognizeKind } from '../../src/knowledge'

const technologyOf = (text: string, hint: Partial<ComponentHint> = {}): string =>
  recognizeKind({ id: 'x', text, drawsSteps: true, ...hint }).technology?.id ?? '-'

describe('the technology of a box', () => {
  it.each([
    ['Nginx proxy', 'nginx'],
    ['KEDA operator', 'keda'],
    ['AWS Elastic Container Service', 'ecs'],
    ['Elastic Container Registry', 'ecr'],
    ['Amazon Relational Database Service', 'rds'],
    ['微信支付', 'wechat-pay'],
    ['支付宝', 'alipay'],
    ['七牛云', 'qiniu'],
    ['Jenkins controller', 'jenkins'],
    ['Vault', 'vault'],
    ['Datadog agent', 'datadog'],
    ['SAP-Server', 'sap'],
    ['Hugging Face Transformers\nsummaries', 'hugging-face-transformers'],
    ['Snowflake', 'snowflake'],
    ['Data warehouse (Snowflake)', 'snowflake'],
    ['Media bucket S3', 's3'],
    ['Vault cluster', 'vault'],
    ['Thumbnailer\nPython, FFmpeg', 'ffmpeg'],
    ['Order service (Node.js/Fastify)', 'fastify'],
    ['Carts\nPostgreSQL 17', 'postgresql'],
    ['Telegram Bot API', 'telegram'],
    ['TypeScript Preact client', 'preact'],
    ['Prisma Client', 'prisma'],
    ['Blob Storage', 'azure-blob'],
    ['LangChain agents', 'langchain'],
    ['Hono routes - orders', 'hono'],
    ['Tempo trace backend', 'tempo'],
    ['BullMQ worker', 'bullmq'],
  ])('%s is %s', (text, id) => {
    expect(technologyOf(text)).toBe(id)
  })

  it.each([
    'Vault graph',
    'Cloudflare agent',
    'K8s manager',
    'docker0 bridge',
    'Zendesk clients',
    'SAP-Beleg',
    'Providers (OpenAI / Claude / Gemini / Ollama)',
    'neo4j_import',
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
    'OpenAI-compatible API',
    'OpenAI-совместимый шлюз',
    'Telegram-бот заказов',
    'Redshift enabled?',
    'RDS_SG',
    'postgres_data redis_data',
    '~/.claude/projects/*.jsonl',
    'Mail relay (e.g. Brevo)',
    'MongoDB handler',
    'Redis helper (src/redis.ts)',
    'DynamoDB repository',
    'DynamoDB repository - table per tenant',
    'Audit repository - DynamoDB',
    'GitHub Actions trigger',
    'Event publisher - SQS / in-memory',
    'SQS/memory consumer',
    'Product page → search service (Elasticsearch)',
    'FacebookAdsApi',
    'Dataflow_2',
    'Container registry (image: shop/spring-boot-app)',
    'OrderAppService',
    'Key & Certificate Vault',
    'Order service\nNode.js, Prisma',
  ])('%s names none', text => {
    expect(['-', 'python', 'nodejs']).toContain(technologyOf(text))
  })

  it('is told by an id, unless the id may be a number of its label', () => {
    expect(technologyOf('Orders', { id: 'postgres' })).toBe('postgresql')
    expect(technologyOf('Orders', { id: 'ordersKafka' })).toBe('kafka')
    expect(technologyOf('Shard 3', { id: 's3' })).toBe('-')
    expect(technologyOf('Database', { id: 'db2' })).toBe('-')
    expect(technologyOf('Consumer', { id: 'rabbit' })).toBe('-')
    expect(technologyOf('Docker manager', { id: 'DockerMgr' })).toBe('-')
  })

  it('is told by an icon, unless that shows who uses it or how it is packed', () => {
    expect(technologyOf('Price search', { icon: 'logos:react' })).toBe('react')
    expect(technologyOf('Login service', { icon: 'logos:auth0' })).toBe('auth0')
    expect(technologyOf('Clerk user', { icon: 'logos:chrome' })).toBe('-')
    expect(technologyOf('Price server', { icon: 'logos:docker' })).toBe('-')
  })

  it('is told by the group around the members of a cluster', () => {
    expect(technologyOf('Replica 2', { group: 'Redis cluster' })).toBe('redis')
    expect(technologyOf('Broker', { group: 'Kafka' })).toBe('kafka')
    expect(technologyOf('Broker', { group: 'Everything around Kafka' })).toBe('-')
    expect(technologyOf('Billing', { group: 'Redis cluster' })).toBe('-')
  })

  it('is a library only where a box names nothing else, or where a component says what it is made with', () => {
    expect(technologyOf('Orders', { variant: 'component', technology: 'TypeORM' })).toBe('typeorm')
    expect(technologyOf('Orders', { variant: 'container', technology: 'TypeORM' })).toBe('-')
    expect(technologyOf('Cart store: Redux')).toBe('-')
  })

  it('may stand where C4 asks for a description', () => {
    expect(technologyOf('Static files', { variant: 'System', description: 'CloudFront' })).toBe('cloudfront')
    expect(
      technologyOf('Static files', { variant: 'System', description: 'Files that CloudFront hands out' }),
    ).toBe('-')
    expect(
      technologyOf('Agents', { variant: 'System', description: 'LangChain, CrewAI, AutoGen and others' }),
    ).toBe('-')
  })
})
