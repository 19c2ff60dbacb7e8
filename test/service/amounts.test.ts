// Phrases with figures, as people type them, and what they come to.

import { describe, expect, it } from 'vitest'
import { amountIn } from '../../src/service/amounts'

describe('amounts', () => {
  it.each([
    ['1 Gbps × 100 ms', '**12.5 MB** in flight', 'bandwidth-delay-product'],
    ['100 Mbps', '12.5 MB a second. 1 MB take 80 ms', 'bandwidth'],
    ['10 MB over 100 Mbps', '800 ms on the wire', 'bandwidth'],
    ['100K RPS', '**100,000/s**: 8,640,000,000 a day', 'littles-law'],
    ['1000 rps x 200 ms', '**200 in flight**', 'littles-law'],
    ['50 connections / 20 ms', '**2,500/s**', 'littles-law'],
    ['1M concurrent connections', 'about 10 GB of memory', 'file-descriptors'],
    ['200ms, 400ms, 800ms', '**3 pauses**, each 2 times the last: 1.4 s', 'backoff'],
    ['3^4', '**81**', 'retry-layering'],
    ['3 × 4 × 3', '**36**', 'retry-layering'],
    ['81 attempts', '4 layers with 3 attempts each', 'retry-layering'],
    [
      'Polly MaxRetryAttempts 3',
      '4 attempts in all, since the figure comes on top of the first call',
      'retry',
    ],
    ['maxAttempts: 3 in resilience4j', '3 attempts in all, since the figure counts the first call', 'retry'],
    ['gRPC retryPolicy.maxAttempts 8', '5 attempts in all', 'retry'],
    ['3 layers of 4 attempts', '**64 calls** at the bottom', 'retry-layering'],
    ['4 layers with 3 retries each', '**256 calls** at the bottom', 'retry-layering'],
    ['MTBF 1000h, MTTR 1h', '**99.9%** availability', 'mttr'],
    ['50 requests over 6 connections', '**9 rounds** on HTTP/1.1', 'head-of-line-blocking'],
    ['three nines', '**99.9%** available: down 8.76 h a year', 'availability'],
    ['5 nines', '**99.999%** available: down 5.26 min a year', 'availability'],
    ['8.76 h', '99.9% availability', 'availability'],
    ['43.8 min', '99.9% availability', 'availability'],
    ['52.6 minutes per year', '99.99% availability', 'availability'],
    ['39%', 'wait 0.639 service times', 'littles-law'],
    ['p99 of 50 calls', '**39.5%** of requests', 'tail-latency'],
    ['255.255.255.0', 'netmask of a /24: 256 addresses', 'cidr'],
    ['10.0.0.x', '**256 addresses**', 'cidr'],
    ['/24', '256 IPv4 addresses, mask 255.255.255.0', 'cidr'],
    ['2001:db8::1', 'for documentation', 'ipv6'],
    ['fe80::/10', 'link-local', 'ipv6'],
    ['::1', 'loopback', 'private-address'],
    ['New York to London', '5,570 km; light in fiber needs 55.7 ms', 'speed-of-light'],
    ['Berlin to Lagos', '5,196 km', 'speed-of-light'],
    ['5,600 km', '56 ms there and back', 'speed-of-light'],
    ['us-east-1 → ap-northeast-1', '10,874 km', 'speed-of-light'],
    ['transatlantic', 'usual 7', 'speed-of-light'],
    ['europe-west1', 'Google Cloud', 'region'],
    ['TTL 300', '5 min', 'dns-ttl'],
    ['3s timeout', 'timeout 3 s', 'timeout'],
    ['RFC 9110', 'HTTP Semantics', 'http'],
    ['rfc7807', '→ RFC 9457', 'problem-json'],
    ['0.999^10', '**99.0045%**: 10 in series with 99.9% each; down 3.63 days a year', 'serial-availability'],
    ['10 services at 99.9%', '**99.0045%**', 'serial-availability'],
    ['1 - 0.99^50', '**39.5%**', 'tail-latency'],
    ['3⁴ = 81', '**81**', 'retry-layering'],
    ['2^32', '4,294,967,296', 'cidr'],
    ['4.4 min', '99.99% availability', 'availability'],
    ['10.1 min', '99.9% availability', 'availability'],
    ['100 ms × 1 Gbps', '**12.5 MB** in flight', 'bandwidth-delay-product'],
    ['100K+ RPS', '**100,000/s**', 'littles-law'],
    ['350 seconds', 'AWS’s NLB', 'nlb'],
    ['90s', 'IdleConnTimeout', 'go-net-http'],
    ['60s', 'proxy_read_timeout', 'idle-timeout'],
    ['15s', 'Envoy’s route timeout', 'envoy'],
    ['3 retries', '4 attempts', 'retry'],
    ['200 rps, 50 in flight', '**250 ms** each', 'littles-law'],
    ['9110', 'HTTP Semantics', 'http'],
    ['polling every 5s', '17,280 requests a day', 'short-polling'],
    ['::/0', 'default route', 'routing-table'],
    ['86400', '24 h', 'cache-ttl'],
    ['1006', 'lost without a close frame', 'websocket'],
    ['6 connections per origin', 'HTTP/1.1', 'http-1-1'],
    ['5 ms per 1000 km', '200,000 km a second', 'speed-of-light'],
  ])('%s', (phrase, computed, entry) => {
    const amount = amountIn(phrase)
    expect(amount?.computed).toContain(computed)
    expect(amount?.entry?.id).toBe(entry)
  })

  it.each([
    'gRPC',
    '50 apples',
    '255.0.255.0',
    '1:2:3',
    'fe80::1::2',
    '/64 bytes',
    'here to there',
    '0%',
    'x'.repeat(5000),
    '1 '.repeat(3000),
    '',
  ])('leaves alone what is no amount: %s', phrase => {
    expect(amountIn(phrase)).toBeUndefined()
  })
})
