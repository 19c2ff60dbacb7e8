// Where a label states a figure: the words that a finding underlines and a fix replaces.

import { expect, test } from 'vitest'
import { readArrowLabel, readNodeLabel } from '../../src/model/annotations/labels/read-label'
import {
  durationIn,
  durationUnit,
  readBandwidth,
  readDuration,
  readRate,
  readShare,
  readSize,
  writeDuration,
} from '../../src/model/annotations/metadata/values'
import { nearest, plain } from '../../src/syntax/nearest'

const said = (label: string, { attributes }: ReturnType<typeof readArrowLabel>) =>
  Object.fromEntries(attributes.map(({ key, start, end }) => [key, label.slice(start, end)]))

test.each<[string, object]>([
  ['gRPC, 300ms timeout, 2 retries', { timeout: '300ms timeout', retries: '2 retries' }],
  ['gRPC, timeout: 300ms (max 3 attempts)', { timeout: 'timeout: 300ms', attempts: '3 attempts' }],
  ['gRPC timeout (300ms)', { timeout: 'timeout (300ms' }],
  ['80ms (p99)', { p99: '80ms (p99' }],
  ['80ms at p99', { p99: '80ms at p99' }],
  ['P50=5ms,P95=20ms', { p50: 'P50=5ms', p95: 'P95=20ms' }],
  ['HTTP, retry 3 times', { retries: 'retry 3 times' }],
  ['HTTP, retry up to 3 times', { retries: 'retry up to 3 times' }],
  ['HTTP, retry 3x', { retries: 'retry 3x' }],
  ['HTTP, retry twice', { retries: 'retry twice' }],
  ['HTTP, retries = 3', { retries: 'retries = 3' }],
  ['HTTP, attempts: 3', { attempts: 'attempts: 3' }],
  ['HTTP, no retries', { retries: 'no retries' }],
  ['HTTP, retry forever', { retries: 'retry forever' }],
  ['HTTP, unlimited retries', { retries: 'unlimited retries' }],
  ['HTTP, 5 calls', { calls: '5 calls' }],
  ['called 5 times', { calls: 'called 5 times' }],
  ['SELECT x3', { calls: 'x3' }],
  ['3x SELECT', { calls: '3x' }],
  [
    'GET /a, 8 calls in parallel, 1s timeout',
    { method: 'GET', calls: '8 calls in parallel', order: '8 calls in parallel', timeout: '1s timeout' },
  ],
  ['8 parallel requests', { calls: '8 parallel requests', order: '8 parallel requests' }],
  ['8 queries concurrently', { calls: '8 queries concurrently', order: '8 queries concurrently' }],
  ['DNS, TTL 300', { ttl: 'TTL 300' }],
  ['DNS, ttl=60', { ttl: 'ttl=60' }],
  ['95% hit ratio', { hitRatio: '95% hit ratio' }],
  ['2 MB at 80 Mbps', { payload: '2 MB', bandwidth: '80 Mbps' }],
  ['poll every 30s', { interval: 'every 30s' }],
])('the arrow label “%s” says so at %o', (label, places) => {
  expect(said(label, readArrowLabel(label))).toStrictEqual(places)
})

test.each<[string, object]>([
  ['Orders x3', { replicas: 'x3' }],
  ['3x Orders', { replicas: '3x' }],
  ['Orders (3 pods)', { replicas: '3 pods' }],
  ['Orders, replicas: 3', { replicas: 'replicas: 3' }],
  ['Orders, replicas 3', { replicas: 'replicas 3' }],
  ['Redis standalone', { replicas: 'standalone' }],
  ['Orders, single instance', { replicas: 'single instance' }],
  ['Orders, p99 80ms, 99.9% availability', { p99: 'p99 80ms', availability: '99.9% availability' }],
])('the box “%s” says so at %o', (label, places) => {
  expect(said(label, readNodeLabel(label))).toStrictEqual(places)
})

test.each<[string, string, boolean, string]>([
  ['SQL ~500ms', '500ms', false, '~500ms'],
  ['SQL, max 200ms', '200ms', true, 'max 200ms'],
  ['SQL, <200ms', '200ms', true, '<200ms'],
  ['500ms', '500ms', false, '500ms'],
  ['SQL, up to 2s', '2s', true, 'up to 2s'],
])('“%s” has %s that nothing names, a limit: %s', (label, text, isLimit, words) => {
  const { unnamedDuration } = readArrowLabel(label)
  expect(unnamedDuration).toMatchObject({ text, isLimit })
  expect(label.slice(unnamedDuration?.start, unnamedDuration?.end)).toBe(words)
})

test.each(['created in 5 orders', 'SQL, 16m', 'now() - 5min', 'wait 5s for orders'])(
  '“%s” has none',
  label => {
    expect(readArrowLabel(label).unnamedDuration).toBeUndefined()
  },
)

test.each<[string, number]>([
  ...['ns', 'nanoseconds'].map(unit => [unit, 1e-6] as [string, number]),
  ...['us', 'µs', 'μs', 'microseconds'].map(unit => [unit, 1e-3] as [string, number]),
  ...['ms', 'MS', 'msec', 'msecs', 'millis', 'millisecond', 'milliseconds'].map(
    unit => [unit, 1] as [string, number],
  ),
  ...['s', 'S', 'sec', 'secs', 'second', 'seconds'].map(unit => [unit, 1000] as [string, number]),
  ...['m', 'min', 'mins', 'minute', 'minutes'].map(unit => [unit, 60_000] as [string, number]),
  ...['h', 'hr', 'hrs', 'hour', 'hours'].map(unit => [unit, 3_600_000] as [string, number]),
  ...['d', 'day', 'days'].map(unit => [unit, 86_400_000] as [string, number]),
])('a %s is %s ms', (unit, milliseconds) => {
  expect(durationUnit(unit)).toBe(milliseconds)
  expect(readDuration(`3${unit}`)).toEqual({ value: expect.closeTo(3 * milliseconds, 9) })
})

test.each([
  ['1h30m', 5_400_000],
  ['1h 30m 15s', 5_415_000],
  ['1.5 s', 1500],
  ['', undefined],
  ['5', undefined],
  ['5M', undefined],
  ['5 apples', undefined],
  ['1s later', undefined],
])('“%s” is %s ms', (text, milliseconds) => expect(durationIn(text)).toBe(milliseconds))

test.each<[string, object, object]>([
  ['the longest duration', readDuration('36500d'), { value: 36_500 * 86_400_000 }],
  ['a longer one', readDuration('36501d'), { message: 'expected a duration from 0 to 36500d' }],
  ['the highest rate', readRate('1000000M/s'), { value: 1e12 }],
  ['a higher one', readRate('1000001M/s'), { message: 'expected a rate from 0 to 1000000M/s' }],
  ['the largest size', readSize('1000000TB'), { value: 1e18 }],
  ['a larger one', readSize('1000001TB'), { message: 'expected a size from 0 to 1000000TB' }],
  ['the widest band', readBandwidth('1000000TB/s'), { value: 1e18 }],
  ['a wider one', readBandwidth('1000001TB/s'), { message: 'expected a bandwidth from 0 to 1000000TB/s' }],
  ['a number without a unit', readRate(5), { message: 'a rate needs its unit: 5/s', suggestion: '5/s' }],
  ['one in quotes', readSize('5'), { message: 'a size needs its unit: 5B', suggestion: '5B' }],
  ['less than nothing', readDuration(-5), { message: 'expected a positive figure with a unit, such as 5ms' }],
  ['nothing', readRate(0), { value: 0 }],
  ['all', readShare('100%'), { value: 1 }],
  ['more than all', readShare('100.1%'), { message: 'expected a share of at most 100%' }],
  [
    'more than 1',
    readShare(1.5),
    { message: 'a share above 1 needs a percent sign: 1.5%', suggestion: '1.5%' },
  ],
  ['one', readShare('1'), { value: 1 }],
])('%s', (_, reading, expected) => expect(reading).toEqual(expected))

test.each([
  ['1 req/s', 1],
  ['2 requests/s', 2],
  ['2 calls/min', 2 / 60],
  ['2 msg/s', 2],
  ['2 messages/s', 2],
  ['2 events/h', 2 / 3600],
  ['2 r/s', 2],
  ['2 ops/s', 2],
  ['2 qps', 2],
  ['2 tps', 2],
  ['2K/s', 2000],
  ['2k qps', 2000],
])('%s is a rate of %s', (text, perSecond) =>
  expect(readRate(text)).toEqual({ value: expect.closeTo(perSecond, 12) }),
)

test.each(['2 apples/s', '2/s/s', '2 m/rps', '2'.repeat(0), 'rps'])('“%s” is no rate', text =>
  expect(readRate(text)).toHaveProperty('message'),
)

test.each([
  ['1B', 1],
  ['3 bytes', 3],
  ['2kB', 2000],
  ['2MB', 2e6],
  ['2GB', 2e9],
  ['2TB', 2e12],
  ['2KiB', 2048],
  ['2MiB', 2 * 1024 ** 2],
  ['2GiB', 2 * 1024 ** 3],
])('%s is a size of %s', (text, bytes) => expect(readSize(text)).toEqual({ value: bytes }))

test.each([
  ['8bps', 1],
  ['8kbps', 1000],
  ['8Mbit/s', 1e6],
  ['8Gb/s', 1e9],
  ['8Tbps', 1e12],
  ['2KiB/s', 2048],
])('%s is a bandwidth of %s', (text, bytes) => expect(readBandwidth(text)).toEqual({ value: bytes }))

test.each([
  [0.001, '1us'],
  [0.9996, '999.6us'],
  [999.5, '999.5ms'],
  [1_234_567, '1234.57s'],
  [3_599_999, '3600s'],
  [7_200_000, '2h'],
  [9_000_000, '2.5h'],
  [8_100_000, '135m'],
])('%s ms is written %s', (milliseconds, text) => expect(writeDuration(milliseconds)).toBe(text))

const keys = ['timeout', 'attempts', 'retries', 'baseDelay', 'p99']

test.each([
  ['timout', 'timeout'],
  ['tiemout', 'timeout'],
  ['timeouts', 'timeout'],
  ['time_out', 'timeout'],
  ['TIME-OUT', 'timeout'],
  ['base delay', 'baseDelay'],
  ['retrys', 'retries'],
  ['atempts', 'attempts'],
  ['p98', 'p99'],
  ['p9', undefined],
  ['tmt', undefined],
  ['deadline', undefined],
  ['', undefined],
])('“%s” was meant as %s', (written, meant) => expect(nearest(written, keys)).toBe(meant))

test('of two the nearer one is meant, of equals the first', () => {
  expect(nearest('retried', ['retires', 'retries'])).toBe('retries')
  expect(nearest('orderx', ['ordera', 'orderb'])).toBe('ordera')
  expect(plain(' Order_Service-2 ')).toBe('orderservice2')
})
