// What the label grammar reads on arrows and nodes, and what it leaves alone.

import { expect, test } from 'vitest'
import { readArrowLabel, readNodeLabel } from '../../src/model/annotations/labels/read-label'

const read = (reading: ReturnType<typeof readArrowLabel>) =>
  Object.fromEntries(reading.attributes.map(({ key, value }) => [key, value]))

test.each<[string, Record<string, unknown>]>([
  ['gRPC, 300ms timeout, 2 retries', { timeout: '300ms', retries: 2 }],
  ['HTTPS p99 80ms', { p99: '80ms' }],
  ['async, Kafka', { mode: 'async' }],
  ['POST /orders (idempotent)', { method: 'POST', idempotent: true }],
  ['timeout: 400ms', { timeout: '400ms' }],
  ['timeout=1.5s', { timeout: '1.5s' }],
  ['times out after 5 seconds', { timeout: '5seconds' }],
  ['15-second timeout', { timeout: '15second' }],
  ['Timeout (30s)', { timeout: '30s' }],
  ['HTTP, 超时 2s', { timeout: '2s' }],
  ['gRPC 超时 3s 重试 2 次', { timeout: '3s', retries: 2 }],
  ['超时：500毫秒，最多重试3次', { timeout: '500ms', retries: 3 }],
  ['POST /orders タイムアウト5秒', { method: 'POST', timeout: '5s' }],
  ['課金, 3回リトライ', { retries: 3 }],
  ['注文作成 (gRPC, タイムアウト10秒)', { timeout: '10s' }],
  ['타임아웃 2초, 재시도 3회', { timeout: '2s', retries: 3 }],
  ['HTTPS, timeout de 2 segundos, 3 intentos', { timeout: '2s', attempts: 3 }],
  ['REST, tiempo de espera 800ms, 2 reintentos', { timeout: '800ms', retries: 2 }],
  ['tempo limite 2s, 3 tentativas', { timeout: '2s', attempts: 3 }],
  ['Zeitlimit 3 Sekunden, 2 Wiederholungen', { timeout: '3s', retries: 2 }],
  ['timeout 2 secondes, 3 tentatives', { timeout: '2s', attempts: 3 }],
  ['таймаут 5 с, 3 попытки', { timeout: '5s', attempts: 3 }],
  ['异步, 幂等', { mode: 'async', idempotent: true }],
  ['deadline = now + 800ms', { deadline: '800ms' }],
  ['budget: 800ms', { deadline: '800ms' }],
  ['connect timeout 1s, idle timeout 60s', { connectTimeout: '1s', idleTimeout: '60s' }],
  ['p50 5ms p99 80ms', { p50: '5ms', p99: '80ms' }],
  ['5ms p50 80ms p99', { p50: '5ms', p99: '80ms' }],
  ['P50=5ms,P95=20ms,P99=80ms', { p50: '5ms', p95: '20ms', p99: '80ms' }],
  ['p99 latency 80 ms', { p99: '80ms' }],
  ['latency ~80ms', { latency: '80ms' }],
  ['generate PDF (takes 45s)', { latency: '45s' }],
  ['response time: 120ms', { latency: '120ms' }],
  ['HTTPS, 500 rps', { rate: '500/s' }],
  ['HTTPS, 5,000 rps, 1,500 ms timeout', { rate: '5000/s', timeout: '1500ms' }],
  ['250,000 events/s', { rate: '250000/s' }],
  ['timeout: 2,000ms', { timeout: '2000ms' }],
  ['1,024 KB', { payload: '1024KB' }],
  ['retry after 100,200,400 ms', {}],
  ['timeouts 100,200 ms', {}],
  ['Kafka (1.5k msg/s)', { rate: '1.5k/s' }],
  ['30 requests per minute', { rate: '30/minute' }],
  ['peak 2k qps', { rate: '2k/s' }],
  ['100 rps per user', {}],
  ['limit 100 req/s', {}],
  ['up to 20 rps', {}],
  ['100 rps, later 500 rps', {}],
  ['$0.01 per min', {}],
  ['10 MB/s', { bandwidth: '10MB/s' }],
  ['retry 3/s', {}],
  ['failover takes 30s', {}],
  ['HTTP, keep-alive 30s', { idleTimeout: '30s' }],
  ['MQTT, keep-alive 30s', {}],
  ['gRPC (80ms p99)', { p99: '80ms' }],
  ['80ms at p99', { p99: '80ms' }],
  ['80ms RTT', { rtt: '80ms' }],
  ['2 MB at 80 Mbps', { payload: '2MB', bandwidth: '80Mbps' }],
  ['image (500KB), 10 MB/s', { payload: '500KB', bandwidth: '10MB/s' }],
  ['uploads of max 5 MB', {}],
  ['chunks of 64 KB', {}],
  ['1 MB in, 2 MB out', {}],
  ['TTL 60s', { ttl: '60s' }],
  ['poll every 30s', { interval: '30s' }],
  ['WebSocket, heartbeat every 30s', { heartbeat: '30s' }],
  ['retry 3x', { retries: 3 }],
  ['retry x3', { retries: 3 }],
  ['retry ×3', { retries: 3 }],
  ['retries=3', { retries: 3 }],
  ['maxRetries: 3', { retries: 3 }],
  ['retry up to 3 times', { retries: 3 }],
  ['retry twice', { retries: 2 }],
  ['max 3 attempts', { attempts: 3 }],
  ['Retry (3 attempts)', { attempts: 3 }],
  ['maxAttempts=3', { attempts: 3 }],
  ['no retries', { retries: 0 }],
  ['unlimited retries', { retries: 'unlimited' }],
  ['3 retries, exponential backoff + full jitter', { retries: 3, backoff: 'exponential', jitter: 'full' }],
  ['exponential backoff with jitter', { backoff: 'exponential', jitter: true }],
  ['fixed backoff 100ms, no jitter', { backoff: 'fixed', baseDelay: '100ms', jitter: false }],
  ['HTTP (sync)', { mode: 'sync' }],
  ['async<br/>replication', { replication: 'async' }],
  ['sync HTTP call', { mode: 'sync' }],
  ['fire-and-forget', { mode: 'async' }],
  ['async replication', { replication: 'async' }],
  ['non-idempotent POST', { idempotent: false, method: 'POST' }],
  ['Idempotency-Key', { idempotencyKey: true }],
  ['HTTPS, circuit breaker', { breaker: true }],
  ['99.95% availability', { availability: '99.95%' }],
  ['SLA: 99.9%', { availability: '99.9%' }],
  ['cache hit 90%', { hitRatio: '90%' }],
  ['95% hit ratio', { hitRatio: '95%' }],
  ['50%', { share: '50%' }],
  ['10% of traffic', { share: '10%' }],
  ['x3', { calls: 3 }],
  ['SELECT x3', { calls: 3 }],
  ['1. Login', { order: 1 }],
  ['(2) check stock', { order: 2 }],
  ['② charge', { order: 2 }],
  ['mTLS', { tls: 'mtls' }],
  ['TLS 1.3, 0-RTT', { tls: '1.3', connection: '0-rtt' }],
  ['HTTPS<br/>300ms timeout<br>2 retries', { timeout: '300ms', retries: 2 }],
  ['HTTPS\n300ms timeout', { timeout: '300ms' }],
  ['重试次数 3', { retries: 3 }],
  ['超时时间 5秒', { timeout: '5s' }],
  ['fallback: cached prices', { fallback: 'cached prices' }],
  ['HTTP, fall back to archive, 2 retries', { fallback: 'archive', retries: 2 }],
  ['50% availability', { availability: '50%' }],
  ['49% availability', {}],
  ['error rate 5%', { errorRate: '5%' }],
  ['timeout 1m  30s', { timeout: '1m' }],
  ['round-robin', { algorithm: 'round-robin' }],
])('the arrow label “%s” states %o', (label, figures) => {
  expect(read(readArrowLabel(label))).toStrictEqual(figures)
})

test.each([
  'sync data',
  'Sync',
  'failed after 3x',
  'Service 1 calls Service 2',
  'After backoff delay',
  '1000 × 500 errors',
  'liveness fails ×3',
  'boost: certified(×2), popular(×1.5)',
  'bi-directional sync',
  'sync orders to CRM',
  'users 0–33%',
  '33-66% of users',
  '1-3ms p99',
  'p99 < 200ms',
  'wait 10ms then retry',
  'retry after 10ms',
  'retry',
  'Attempt 1: send',
  'attempt 2/3',
  'Retry #2',
  'after 3 retries',
  'after 3 failed attempts',
  '3 retries exceeded',
  'Queue 1000 retries',
  'after 5s timeout',
  '> 80ms p99',
  'no fallback to the archive',
  'fallback if empty',
  'the fallback old prices',
  'fallback:',
  'error rate < 5%',
  'some retries happen',
  'many calls in parallel',
  'visibility timeout 30s',
  'session timeout 15m',
  '504 Gateway Timeout',
  'max latency 2s',
  'error budget 1%',
  'circuit breaker opens',
  'jitter buffer',
  'HTTPS',
  '2.5 seconds of audio',
  'scale 2x faster now',
  'every order',
  'top 10 items',
  '200 OK',
  '5 items',
  '7: retry the upload',
  '#7 retry the upload',
  'step 7 retries the upload',
  'upload<br/>7. retry on conflict',
  'UploadFailed {attempts: 4, timeout: 2s}',
  'emit {"job": {"retries": 4}, idempotent}',
  'Read the 12h average (3 min)',
  '10 min average',
])('the arrow label “%s” states nothing', label => {
  expect(read(readArrowLabel(label))).toStrictEqual({})
})

test.each<[string, Record<string, unknown>]>([
  ['Orders x3', { replicas: 3 }],
  ['Orders ×3', { replicas: 3 }],
  ['3x Orders', { replicas: 3 }],
  ['Redis (3 replicas)', { replicas: 3 }],
  ['Kafka<br/>3 brokers', { replicas: 3 }],
  ['3-node cluster', { replicas: 3 }],
  ['replicas: 2', { replicas: 2 }],
  ['Postgres, single instance', { replicas: 1 }],
  ['Orders<br/>p99 40ms', { p99: '40ms' }],
  ['API (budget: 800ms)', { timeout: '800ms' }],
  ['Order API, capacity 300/s', { capacity: '300/s' }],
  ['Order API, handles 12,500 req/s', { capacity: '12500/s' }],
  ['Order API, capacity 300/s, rate limit 200/s', { capacity: '300/s', rateLimit: '200/s' }],
  ['Orders, p99 1,200 ms', { p99: '1200ms' }],
  ['Postgres (max 2k qps)', { capacity: '2k/s' }],
  ['Gateway, rate limit 100 req/min', { rateLimit: '100/min' }],
  ['Web app, traffic 500 rps', { rate: '500/s' }],
  ['DB, SLA 99.95%', { availability: '99.95%' }],
  ['Route 53 failover, TTL 300', { ttl: '300s' }],
  ['DNS (ttl=60)', { ttl: '60s' }],
  ['TTL > 300', {}],
  ['CDN, 95% hit ratio, TTL 5m', { hitRatio: '95%', ttl: '5m' }],
  ['Load balancer (L7, least connections)', { layer: 'L7', algorithm: 'least-connections' }],
  ['Active/passive pair', { active: 'passive' }],
  ['Cache, sticky sessions, health checks', { sticky: true, healthCheck: true }],
  ['Lambda, 3% cold starts of 1.2s', { coldStarts: '3%', coldStart: '1.2s' }],
  ['Lambda, cold start 800ms', { coldStart: '800ms' }],
  ['Standby, RPO 5s, RTO 2m', { rpo: '5s', rto: '2m' }],
])('the node label “%s” states %o', (label, figures) => {
  expect(read(readNodeLabel(label))).toStrictEqual(figures)
})

test.each([
  ['gRPC ~20ms p99', { p99: '20ms' }],
  ['gRPC, p99 ~20ms', { p99: '20ms' }],
  ['gRPC, t/o 1s', { timeout: '1s' }],
  ['gRPC, 1s t/o', { timeout: '1s' }],
  ['12. Retry the upload if nothing came for 2 hours', { order: 12 }],
  ['(7) retries the upload', { order: 7 }],
  ['7) retry the upload', { order: 7 }],
  ['3. charge, 2 retries', { order: 3, retries: 2 }],
  ['GET /jobs/{id} 2 retries', { method: 'GET', retries: 2 }],
  ['POST /jobs {"ttl": 60} 2 retries', { method: 'POST', retries: 2 }],
  ['40ms average', { latency: '40ms' }],
  ['SQL (max 200ms)', {}],
])('the label “%s” states %o and no more', (label, figures) => {
  expect(read(readArrowLabel(label))).toStrictEqual(figures)
})

test.each([
  'Intel x86',
  'Iterate up to 5x',
  'SET NX on 5 nodes',
  'Scale limit: 1 node',
  '2 read replicas',
  'read replicas: 2',
  'p99 dashboards',
  'Retry queue',
  'Web app',
  'Layer cake',
  'error rate 5%',
  'several replicas',
  '50% off',
])('the node label “%s” states nothing', label => {
  expect(read(readNodeLabel(label))).toStrictEqual({})
})

test.each([
  ['POST /orders (idempotent)', { method: 'POST', path: '/orders' }],
  ['get /users/:id', { method: 'GET', path: '/users/:id' }],
  ['/api/v1/items', { path: '/api/v1/items' }],
  ['HTTPS:443', { port: 443 }],
  ['TCP/5432', { port: 5432 }],
  ['port 6379', { port: 6379 }],
  ['GET stock', { method: 'GET' }],
  ['gRPC', undefined],
  ['get the stock', undefined],
  ['https://example.com/x', undefined],
])('the label “%s” requests %o', (label, request) => {
  expect(readArrowLabel(label).request).toEqual(request)
})

test.each([
  ['80ms', '80ms'],
  ['200 OK (80ms)', '80ms'],
  ['rows, ~12 ms', '12ms'],
  ['retry after 5s', undefined],
  ['p99 80ms', undefined],
  ['5ms, then 80ms', undefined],
])('the reply “%s” took %s', (label, time) => {
  expect(readArrowLabel(label).bareDuration?.value).toBe(time)
})

test.each([
  ['SQL, 500ms', '500ms', false],
  ['SQL 500ms', '500ms', false],
  ['SQL (max 200ms)', '200ms', true],
  ['gRPC, <200ms', '200ms', true],
  ['≤200ms', '200ms', true],
  ['HTTP, max 3 attempts, 500 ms', '500ms', false],
  ['gRPC, p99 20ms, 1s', '1s', false],
])('in “%s” nothing names %s', (label, text, isLimit) => {
  expect(readArrowLabel(label).unnamedDuration).toMatchObject({ text, isLimit })
})

test.each([
  'SQL, 500ms timeout',
  'gRPC, t/o 1s',
  'retry after 5s',
  'HTTPS, every 30s',
  'report of the last 24h',
  'SELECT old records (> 90 days)',
  'HTTPS, 24h',
  'SQL, >5s',
])('in “%s” no duration is left open', label => {
  expect(readArrowLabel(label).unnamedDuration).toBeUndefined()
})

test('offsets are those of the words in the label', () => {
  const label = 'gRPC, timeout: 300ms, retry up to 3 times'
  expect(readArrowLabel(label).attributes.map(({ start, end }) => label.slice(start, end))).toEqual([
    'timeout: 300ms',
    'retry up to 3 times',
  ])
})

test('odd labels are read in linear time and without failing', () => {
  for (const piece of [
    '<',
    '<b',
    '3 ',
    'retry ',
    '(',
    '1.1.',
    ':',
    '%',
    'timeout(',
    'a-',
    'é́',
    '/',
    '\\',
    '\u{1f600}',
  ]) {
    const label = piece.repeat(300)
    expect(() => [readArrowLabel(label), readNodeLabel(label)]).not.toThrow()
  }
})
