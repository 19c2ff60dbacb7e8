// What each rule says of itself, where no diagram on its page would show the difference.

import { expect, it } from 'vitest'
import { rules } from '../../src/rules'

const slow = new Set([
  'latency-objective-missed',
  'availability-objective-missed',
  'background-objective-missed',
  'pool-exhausted',
  'outage-saturates',
  'capacity-exceeded',
])
/** They read words that mean the same in every picture. */
const sameEverywhere = new Set([
  'token-in-web-storage',
  'arrow-drawn-twice',
  'ampersand-crossed',
  'decision-with-one-exit',
  'work-in-memory',
  'goes-on-after-failure',
  'check-then-act',
  'effect-not-undone',
  'token-in-url',
])
const asking = new Set(['unlabeled-arrow', 'missing-timeout'])

const each = rules.map(rule => ({ id: rule.id, rule }))

it.each(each)('$id judges every diagram if it is about writing', ({ rule }) => {
  const isAboutWriting = rule.category === 'syntax' || rule.category === 'annotations'
  expect(rule.everyDiagram === true).toBe(isAboutWriting || sameEverywhere.has(rule.id))
})

it.each(each)('$id keeps off the typing path if it needs figures', ({ rule }) => {
  expect(rule.needsFigures === true).toBe(slow.has(rule.id))
})

it.each(each)('$id asks first, or does not', ({ rule }) => {
  expect('asksFirst' in rule && rule.asksFirst === true).toBe(asking.has(rule.id))
})
