// Where the label grammar stops reading a number as a figure: both sides of each limit.

import { expect, test } from 'vitest'
import { readArrowLabel, readNodeLabel } from '../../src/model/annotations/labels/read-label'

const figuresIn = (reading: ReturnType<typeof readArrowLabel>): object =>
  Object.fromEntries(reading.attributes.map(({ key, value }) => [key, value]))

test.each<[string, object]>([
  ['TTL 300', { ttl: '300s' }],
  ['ttl=60', { ttl: '60s' }],
  ['TTL < 300', {}],
  ['20 retries', { retries: 20 }],
  ['21 retries', {}],
  ['0 retries', { retries: 0 }],
  ['2 retry', { retries: 2 }],
  ['20 attempts', { attempts: 20 }],
  ['21 attempts', {}],
  ['3 tries', { attempts: 3 }],
  ['retries (max 3)', { retries: 3 }],
  ['retries > 3', {}],
  ['attempts: 3', { attempts: 3 }],
  ['attempts of at most 3', { attempts: 3 }],
  ['attempts < 3', {}],
  ['until 3 retries', {}],
  ['if 3 attempts', {}],
  ['3 retries left', {}],
  ['3 retries later', {}],
  ['3 attempts failed', {}],
  ['3 retries each', { retries: 3 }],
  ['retry 3 times', { retries: 3 }],
  ['retry max 3', { retries: 3 }],
  ['retry 3 attempts', { retries: 3 }],
  ['retry 3', {}],
  ['retry once', { retries: 1 }],
  ['retry twice', { retries: 2 }],
  ['retry 3.5x', {}],
  ['infinite retries', { retries: 'unlimited' }],
  ['endless retries', { retries: 'unlimited' }],
  ['retry forever', { retries: 'unlimited' }],
  ['retry indefinitely', { retries: 'unlimited' }],
  ['without retries', { retries: 0 }],
  ['no retry', { retries: 0 }],
  ['some retries', {}],
  ['1 calls', { calls: 1 }],
  ['0 calls', {}],
  ['100 calls', { calls: 100 }],
  ['101 calls', {}],
  ['HTTP 5 calls', {}],
  ['HTTP, 5 calls', { calls: 5 }],
  ['5 calls failed', {}],
  ['5 calls when busy', {}],
  ['called 5 times', { calls: 5 }],
  ['seen 5 times', {}],
  ['x100', { calls: 100 }],
  ['x101', {}],
  ['100x', { calls: 100 }],
  ['5x SELECT', { calls: 5 }],
  ['SELECT 5x rows', {}],
  ['5x a, 6x b', {}],
  ['5x faster', {}],
  ['5x more', {}],
  ['x86', {}],
  ['x64', {}],
  ['x65', { calls: 65 }],
  ['2 calls in parallel', { calls: 2, order: 'parallel' }],
  ['1 calls in parallel', { calls: 1 }],
  ['10000 calls in parallel', { calls: 10_000, order: 'parallel' }],
  ['10001 calls in parallel', {}],
  ['8 parallel requests', { calls: 8, order: 'parallel' }],
  ['8 concurrent lookups', { calls: 8, order: 'parallel' }],
  ['8 queries concurrently', { calls: 8, order: 'parallel' }],
  ['8 rpcs in sequence', {}],
  ['8 parallel steps', {}],
  ['timeout 1m 30s', { timeout: '1m30s' }],
  ['1m 30s timeout', { timeout: '1m30s' }],
  ['timeout 1 min 30 sec', { timeout: '1min30sec' }],
  ['timeout 2 hours 15 minutes', { timeout: '2hours15minutes' }],
  ['timeout 1m 60s', { timeout: '1m' }],
  ['timeout 1h 30s', { timeout: '1h' }],
  ['timeout 1s 30ms p99', { timeout: '1s', p99: '30ms' }],
  ['timeout 1m, 30s p99', { timeout: '1m', p99: '30s' }],
])('the arrow label “%s” states %o', (label, figures) => {
  expect(figuresIn(readArrowLabel(label))).toStrictEqual(figures)
})

test.each<[string, object]>([
  ['Redis standalone', { replicas: 1 }],
  ['single instance', { replicas: 1 }],
  ['single page', {}],
  ['1 replica', { replicas: 1 }],
  ['0 replicas', {}],
  ['999 replicas', { replicas: 999 }],
  ['1000 replicas', {}],
  ['3 pods', { replicas: 3 }],
  ['3 brokers', { replicas: 3 }],
  ['3 people', {}],
  ['on 3 nodes', {}],
  ['across 3 nodes', {}],
  ['of 3 nodes', {}],
  ['limit 3 nodes', {}],
  ['replicas: 3', { replicas: 3 }],
  ['replicas 3', { replicas: 3 }],
  ['read replicas: 3', {}],
  ['Orders x3', { replicas: 3 }],
  ['3x Orders', { replicas: 3 }],
  ['Orders 3x API', {}],
  ['Orders x999', { replicas: 999 }],
  ['Orders x1000', {}],
  ['Orders x86', {}],
  ['3x vCPU', {}],
  ['TTL 300', { ttl: '300s' }],
])('the box “%s” states %o', (label, figures) => {
  expect(figuresIn(readNodeLabel(label))).toStrictEqual(figures)
})

test.each<[string, object]>([
  ['costs 5€, 300 rps', { rate: '300/s' }],
  ['costs 5€ at 300 rps', {}],
  ['900 rpm', { rate: '900/min' }],
  ['gRPC, 300 rps limit', {}],
  ['300 rps peak', { rate: '300/s' }],
  ['called once', {}],
  ['called 3 times', { calls: 3 }],
  ['takes 15min', { latency: '15min' }],
  ['takes 16min', {}],
  ['average 59s', { latency: '59s' }],
  ['average 60s', {}],
  ['HTTP/2, keep-alive 30s', {}],
  ['100%', { share: '100%' }],
  ['101%', {}],
  ['timeout at about max 2s', { timeout: '2s' }],
  ['timeout of at about max 2s', { timeout: '2s' }],
  ['timeout of at most about max 2s', {}],
  ['deadline = now + 800ms', { deadline: '800ms' }],
  ['deadline = today + 800ms', {}],
  ['timeout (2s', { timeout: '2s' }],
  ['timeout (2s, 3 tries)', { attempts: 3 }],
  ['fallback to:', {}],
  ['fallback to: cache', { fallback: 'cache' }],
  ['fallback = cache, 2 retries', { fallback: 'cache', retries: 2 }],
  ['fallback cache', {}],
  ['falls back', {}],
  ['falls back to', {}],
  ['falls back to: cache', { fallback: 'cache' }],
  ['fallback: , cache', {}],
  ['fallback: none', {}],
  ['fallback: cache', { fallback: 'cache' }],
  ['falls over to cache', {}],
  ['holds back to cache', {}],
  ['no exponential backoff', { backoff: 'none' }],
  ['no async', {}],
  ['not idempotent', { idempotent: false }],
  ['TLS passthrough', {}],
  ['Timeout (30s) POST', { timeout: '30s', method: 'POST' }],
  ['timeout of at about within 2s', { timeout: '2s' }],
  ['timeout of at about within max 2s', {}],
  ['deadline + 800ms', {}],
  ['deadline now maybe 800ms', {}],
])('the arrow label “%s”, read to its ends, states %o', (label, figures) => {
  expect(figuresIn(readArrowLabel(label))).toStrictEqual(figures)
})

test.each<[string, object]>([
  ['Order API, 12,500 req/s capacity', { capacity: '12500/s' }],
  ['1,500 req/s capacity', { capacity: '1500/s' }],
  ['Order API, 1,500 req/s, limit 2,000 req/s', { rateLimit: '2000/s' }],
  ['Order API, 300 rps', {}],
  ['Order API, GET 5x orders', {}],
  ['Lambda, 5% cold starts 3% of the time', {}],
  ['Lambda, cold start 1s 2s', {}],
  ['Order API, 90%', {}],
  ['Redis standalone', { replicas: 1 }],
  ['8 calls in parallel', {}],
  ['cold start 800ms', { coldStart: '800ms' }],
  ['Lambda, starts 800ms', {}],
  ['Lambda, cold 800ms', {}],
])('the box “%s”, read to its ends, states %o', (label, figures) => {
  expect(figuresIn(readNodeLabel(label))).toStrictEqual(figures)
})

test.each([
  [2000, { retries: 2 }],
  [2001, {}],
])('of a label of %s characters, figures are %o', (length, figures) => {
  expect(figuresIn(readArrowLabel(`2 retries, ${'x'.repeat(length - 11)}`))).toStrictEqual(figures)
})

test.each([
  ['HTTPS:65535', 65_535],
  ['HTTPS:65536', undefined],
  ['TCP/65535', 65_535],
  ['TCP/65536', undefined],
  ['port 80', 80],
  ['port 8', undefined],
  ['port https', undefined],
  ['UDP 5353', undefined],
  ['HTTPS: 443', undefined],
  ['HTTPS :443', undefined],
  ['TCP/443 or 8443', 443],
])('the label “%s” names port %s', (label, port) => {
  expect(readArrowLabel(label).request?.port).toBe(port)
})

test('a request without a method states none', () => {
  expect(figuresIn(readArrowLabel('/orders'))).toStrictEqual({})
  expect(readNodeLabel('GET /orders')).toStrictEqual({ attributes: [] })
})

test.each([
  ['SQL, 15min', '15min'],
  [') - 5min', undefined],
])('in “%s” nothing names %s', (label, text) => {
  expect(readArrowLabel(label).unnamedDuration?.text).toBe(text)
})

test.each([
  ['cache prices, 9s', '9s'],
  ['cache prices, 10s', undefined],
  ['p99 (80ms)', undefined],
])('the answer “%s” took %s', (label, time) => {
  expect(readArrowLabel(label).bareDuration?.value).toBe(time)
})
