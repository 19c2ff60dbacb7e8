// Weights at work, at values that can be worked out by hand.

import { describe, expect, it } from 'vitest'
import { chanceOf, logit } from '../../src/model/recognition/classifier'
import { answersOf, reasonsFor } from '../../src/model/recognition/learned'
import { abbreviated, weightTable } from '../../src/model/recognition/weight-table'
import { tableText } from './measure/write'

const yesOrNo = weightTable('no yes\nevery picture\t2\nwords\t1\nshapes\t-0.5\n')
const three = weightTable('a b c\nx\ta=1 c=-1\ny\t0.5\n')

describe('a table', () => {
  it('has words below the place where they are seen', () => {
    const { evidence, weightsOf } = weightTable("no yes\na box says\n 'api'\t.5\n 'web'\t-1\nwords\t.2\n")
    expect([...evidence()]).toEqual(["a box says 'api'", "a box says 'web'", 'words'])
    expect(weightsOf("a box says 'web'")).toEqual([1, -1])
    expect(weightsOf('a box says')).toBeUndefined()
  })

  it('of two answers has all shares of the same in one line', () => {
    const { evidence, weightsOf } = weightTable(
      'no yes\nboxes run\t.1 some=-.2 all=.3\narrows lead back\tmost=.4',
    )
    expect([...evidence()].map(name => [name, weightsOf(name)])).toEqual([
      ['boxes run', [1, 0.1]],
      ['some boxes run', [1, -0.2]],
      ['all boxes run', [1, 0.3]],
      ['most arrows lead back', [1, 0.4]],
    ])
  })

  it('abbreviates answers to what tells them apart', () => {
    expect(abbreviated(['call', 'callback', 'control', 'feed'])).toEqual(['call', 'callb', 'co', 'f'])
    const { weightsOf } = weightTable('call callback control feed\nx\tcall=.1 callb=.2 f=-1')
    expect(weightsOf('x')).toEqual([0, 0.1, 1, 0.2, 3, -1])
  })

  it('reads what was written', () => {
    const answers = ['call', 'callback', 'feed']
    const learned = new Map([
      ["says 'a'", new Map([['call', 0.5]])],
      ["says 'b'", new Map([['callback', -1.25]])],
      ['says nothing', new Map([['feed', 2]])],
      ['named', new Map([['*', 0.75]])],
      ['hardly', new Map([['call', 0.001]])],
    ])
    const { evidence, weightsOf } = weightTable(tableText(learned, answers))
    expect([...evidence()].map(name => [name, weightsOf(name)])).toEqual([
      ['named', [-1, 0.75]],
      ["says 'a'", [0, 0.5]],
      ["says 'b'", [1, -1.25]],
      ['says nothing', [2, 2]],
    ])
  })
})

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
