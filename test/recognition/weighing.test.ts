// Weights at work, at values that can be worked out by hand.

import { describe, expect, it } from 'vitest'
import { chanceOf, logit } from '../../src/model/recognition/classifier'
import { answersOf, reasonsFor, weightTable } from '../../src/model/recognition/learned'

const yesOrNo = weightTable('no yes\nevery picture\t2\nwords\t1\nshapes\t-0.5\n')
const three = weightTable('a b c\nx\ta=1 c=-1\ny\t0.5\n')

describe('answers', () => {
  it('of two: a weight alone speaks for the second', () => {
    const answers = answersOf(yesOrNo, [{ name: 'words', amount: 1 }])
    expect(chanceOf(answers, 'yes')).toBeCloseTo(1 / (1 + Math.exp(-1)), 12)
    expect(answers.map(([answer]) => answer)).toEqual(['yes', 'no'])
  })

  it('by amounts, which add up', () => {
    const seen = [
      { name: 'words', amount: 2 },
      { name: 'shapes', amount: 3 },
      { name: 'unheard of', amount: 9 },
    ]
    expect(chanceOf(answersOf(yesOrNo, seen), 'yes')).toBeCloseTo(1 / (1 + Math.exp(-0.5)), 12)
  })

  it('of three', () => {
    const answers = answersOf(three, [{ name: 'x', amount: 1 }])
    const all = Math.exp(1) + 1 + Math.exp(-1)
    expect(answers.map(([answer]) => answer)).toEqual(['a', 'b', 'c'])
    expect(chanceOf(answers, 'a')).toBeCloseTo(Math.exp(1) / all, 12)
    expect(chanceOf(answers, 'c')).toBeCloseTo(Math.exp(-1) / all, 12)
    expect(chanceOf(answers, 'd')).toBe(0)
  })

  it('that the evidence itself names', () => {
    const [likeliest] = answersOf(three, [{ name: 'y', amount: 2, answer: 'b' }])
    expect(likeliest).toEqual(['b', expect.closeTo(Math.E / (Math.E + 2), 12)])
    expect(answersOf(three, [{ name: 'y', amount: 2, answer: 'z' }]).map(([, chance]) => chance)).toEqual([
      expect.closeTo(1 / 3, 12),
      expect.closeTo(1 / 3, 12),
      expect.closeTo(1 / 3, 12),
    ])
  })
})

describe('reasons', () => {
  it('are the strongest two, the strongest first, and not what is seen everywhere', () => {
    const seen = [
      { name: 'every picture', amount: 1 },
      { name: 'words', amount: 0.2, why: 'some words' },
      { name: 'words', amount: 0.5 },
      { name: 'words', amount: 0.3, why: 'more words' },
      { name: 'shapes', amount: 1, why: 'shapes' },
    ]
    expect(reasonsFor(yesOrNo, seen, 'yes')).toEqual(['words', 'more words'])
    expect(reasonsFor(yesOrNo, seen, 'no')).toEqual(['shapes'])
  })

  it('of three: what speaks for others speaks half against', () => {
    expect(reasonsFor(three, [{ name: 'x', amount: 0.034, why: 'x' }], 'a')).toEqual(['x'])
    expect(reasonsFor(three, [{ name: 'x', amount: 0.033, why: 'x' }], 'a')).toEqual([])
  })

  it('are told from a twentieth on', () => {
    expect(reasonsFor(yesOrNo, [{ name: 'words', amount: 0.051, why: 'w' }], 'yes')).toEqual(['w'])
    expect(reasonsFor(yesOrNo, [{ name: 'words', amount: 0.05, why: 'w' }], 'yes')).toEqual([])
  })
})

it('log odds stay within reason', () => {
  expect(logit(0.5)).toBeCloseTo(0, 12)
  expect(logit(0.75)).toBeCloseTo(Math.log(3), 12)
  expect(logit(1)).toBeCloseTo(Math.log(99), 12)
  expect(logit(0)).toBeCloseTo(-Math.log(99), 12)
})
