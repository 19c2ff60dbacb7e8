// Figures as the preview writes them.

import { describe, expect, it } from 'vitest'
import {
  attemptsText,
  availability,
  downtime,
  durationText,
  percent,
  timesText,
  yearlyDowntime,
} from '../../src/adapters/preview/format'

const spaced = (text: string) => text.replaceAll('\u00a0', ' ')

describe('durations have two significant digits and the unit that suits them', () => {
  it.each([
    [0, '0 ms'],
    [0.042, '42 µs'],
    [0.45, '450 µs'],
    [1.24, '1.2 ms'],
    [38.4, '38 ms'],
    [924, '920 ms'],
    [999, '1 s'],
    [1234, '1.2 s'],
    [61_000, '61 s'],
    [250_000, '4.2 min'],
    [null, 'none'],
  ])('%s', (ms, text) => {
    expect(spaced(durationText(ms))).toBe(text)
  })
})

describe('availability shows its nines and the digit after them', () => {
  it.each([
    [1, '100%'],
    [0.5, '50%'],
    [0.983, '98.3%'],
    [0.99832, '99.83%'],
    [0.999, '99.9%'],
    [0.99995, '99.995%'],
    [0.999999, '99.9999%'],
  ])('%s', (fraction, text) => {
    expect(spaced(availability(fraction))).toBe(text)
  })
})

describe('downtime has three significant digits', () => {
  it.each([
    [0, '0 s'],
    [31.536, '31.5 s'],
    [315.36, '5.26 min'],
    [3153.6, '52.6 min'],
    [53_611, '14.9 h'],
    [315_360, '3.65 days'],
  ])('%s', (seconds, text) => {
    expect(spaced(downtime(seconds))).toBe(text)
  })

  it('of a year follows from the fraction', () => {
    expect(spaced(yearlyDowntime(0.999))).toBe('8.76 h')
  })
})

describe('shares and factors', () => {
  it.each([
    [0, '0%'],
    [0.004, '<1%'],
    [0.384, '38%'],
    [1, '100%'],
  ])('%s of a whole', (share, text) => {
    expect(spaced(percent(share))).toBe(text)
  })

  it('attempts are a factor, never in scientific notation', () => {
    expect(timesText(36)).toBe('36')
    expect(timesText(1.5)).toBe('1.5')
    expect(timesText(262_144)).toBe('262000')
  })
})

describe('attempts without a limit are said in words', () => {
  it.each([
    [1, '1 attempt', '1'],
    [36, '36 attempts', '36'],
    [1e9, 'unlimited attempts', 'unlimited'],
  ])('%s', (count, words, factor) => {
    expect(attemptsText(count)).toBe(words)
    expect(timesText(count)).toBe(factor)
  })
})
