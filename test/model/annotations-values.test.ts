// Durations, shares, rates, sizes and flags: read, refused with a hint, and written back.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Raw,
  readBandwidth,
  readDuration,
  readFlag,
  readRate,
  readShare,
  readSize,
  writeDuration,
  writeShare,
} from '../../src/model/annotations/metadata/values'

test.each<[(raw: Raw) => object, Raw, number | boolean]>([
  [readDuration, '250us', 0.25],
  [readDuration, '250µs', 0.25],
  [readDuration, '30ms', 30],
  [readDuration, '1.5s', 1500],
  [readDuration, '2m', 120_000],
  [readDuration, '1h', 3_600_000],
  [readDuration, '1m30s', 90_000],
  [readDuration, '5 seconds', 5000],
  [readDuration, 0, 0],
  [readShare, '99.95%', 0.9995],
  [readShare, 0.9995, 0.9995],
  [readShare, '100%', 1],
  [readShare, 1, 1],
  [readShare, 1e-7, 1e-7],
  [readRate, '500/s', 500],
  [readRate, '30k/min', 500],
  [readRate, '200 rps', 200],
  [readRate, '2k rps', 2000],
  [readRate, '60 req/min', 1],
  [readRate, '2M/s', 2_000_000],
  [readRate, '3k/s', 3000],
  [readRate, '7200/h', 2],
  [readSize, '1MB', 1_000_000],
  [readSize, '1GB', 1_000_000_000],
  [readSize, '1MiB', 1_048_576],
  [readSize, '1GiB', 1_073_741_824],
  [readDuration, '2d', 172_800_000],
  [readDuration, '1h 30m', 5_400_000],
  [readSize, '512B', 512],
  [readSize, '10KB', 10_000],
  [readSize, '10KiB', 10_240],
  [readBandwidth, '100Mbps', 12_500_000],
  [readBandwidth, '1Gbit/s', 125_000_000],
  [readBandwidth, '10MB/s', 10_000_000],
  [readFlag, 'Yes', true],
  [readFlag, true, true],
  [readFlag, false, false],
  [readFlag, 'off', false],
])('%o reads %s as %s', (read, raw, value) => {
  expect(read(raw)).toEqual({ value })
})

test.each<[(raw: Raw) => object, Raw, string | undefined]>([
  [readDuration, 300, '300ms'],
  [readDuration, '300', '300ms'],
  [readDuration, -5, undefined],
  [readDuration, '3 apples', undefined],
  [readDuration, '1.2.3s', undefined],
  [readDuration, '', undefined],
  [readDuration, ' ', undefined],
  [readDuration, null, undefined],
  [readDuration, 1e20, undefined],
  [readDuration, Infinity, undefined],
  [readDuration, '36501d', undefined],
  [readShare, 99.95, '99.95%'],
  [readShare, '99.95', '99.95%'],
  [readShare, 'high', undefined],
  [readShare, '150%', undefined],
  [readShare, -0.5, undefined],
  [readRate, 500, '500/s'],
  [readRate, '500', '500/s'],
  [readSize, '10', '10B'],
  [readRate, '5/fortnight', undefined],
  [readSize, 10, '10B'],
  [readSize, '10 apples', undefined],
  [readBandwidth, 10, undefined],
  [readFlag, 'maybe', undefined],
  [readFlag, ['true'], undefined],
])('%o refuses %s and suggests %s', (read, raw, suggestion) => {
  expect(read(raw)).toMatchObject({ message: expect.any(String), ...(suggestion && { suggestion }) })
  expect(Object.hasOwn(read(raw), 'suggestion')).toBe(suggestion !== undefined)
})

test.each([
  [0.25, '250us'],
  [1, '1ms'],
  [1.5, '1.5ms'],
  [0, '0ms'],
  [30, '30ms'],
  [1500, '1.5s'],
  [60_000, '1m'],
  [59_999, '59.999s'],
  [999, '999ms'],
  [1000, '1s'],
  [5_400_000, '1.5h'],
  [4_500_000, '75m'],
  [90_000, '1.5m'],
  [100_000, '100s'],
  [3_600_000, '1h'],
  [Number.POSITIVE_INFINITY, 'unlimited'],
])('%s ms is written %s', (milliseconds, text) => {
  expect(writeDuration(milliseconds)).toBe(text)
})

test('a share is written with all its nines', () => {
  const shares = [0.9995, 0.99999, 0.07, 1, 1 / 3].map(writeShare)
  expect(shares).toEqual(['99.95%', '99.999%', '7%', '100%', '33.3333333333%'])
})

test('what is written is read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: -3, max: 3 }), (digits, power) => {
      const milliseconds = Number(`${digits}e${power}`)
      const reading = readDuration(writeDuration(milliseconds))
      expect('value' in reading ? reading.value : Number.NaN).toBeCloseTo(milliseconds, 6)
    }),
    { seed: 1 },
  )
})

test('no text makes a reader fail', () => {
  const readers = [readDuration, readShare, readRate, readSize, readBandwidth, readFlag]
  fc.assert(
    fc.property(fc.string(), text => readers.every(read => 'value' in read(text) || 'message' in read(text))),
    { seed: 1 },
  )
})
