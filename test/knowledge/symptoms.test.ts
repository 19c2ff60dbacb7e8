// Sentences about troubles are told what causes them, in whichever words.

import { describe, expect, it } from 'vitest'
import { entryById, explain } from '../../src/knowledge'
import { symptomIn } from '../../src/knowledge/explanations/symptoms'
import { connectionSymptoms } from '../../src/knowledge/explanations/symptoms/connections'
import { loadSymptoms } from '../../src/knowledge/explanations/symptoms/load'

const symptoms = [...connectionSymptoms, ...loadSymptoms]

describe('a trouble', () => {
  it.each(symptoms)('$title: is found by its words and has an explanation', ({ words, entry, text }) => {
    expect(entryById(entry)?.id).toBe(entry)
    expect(text).toMatch(/^[A-Z\d“].*[.!]$/)
    expect(text).not.toMatch(/\w'\w/)
    const sentence = words
      .split(' ')
      .map(group => group.split('|')[0])
      .join(' ')
    expect(symptomIn(`${sentence} today`)).toBeDefined()
  })

  it('is told in whichever words it is described', () => {
    const told = (sentence: string) => explain(sentence).senses[0]?.entry?.id
    expect(told('our consumer keeps rebalancing')).toBe('consumer-group')
    expect(told('kafka consumers constantly rebalance')).toBe('consumer-group')
    expect(told('SSL works in Chrome but fails in Java')).toBe('certificate')
    expect(told('one pod gets most of the traffic')).toBe('client-side-load-balancing')
  })

  it('is not read into what names something else', () => {
    for (const term of [
      'cache',
      'slow start',
      'websocket upgrade',
      'connection limit',
      'send a second request',
    ])
      expect(symptomIn(term), term).toBeUndefined()
  })
})
