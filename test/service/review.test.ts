// What is shown of a document, and when: with a clock that stands still unless it is told to go on.

import { describe, expect, it } from 'vitest'
import { analyze, createReview, defaultConfiguration, hints, lenses, type Snapshot } from '../../src/service'
import { treeFlowchart } from '../bench/designs'

const pauses = { findings: 80, figures: 300 }

const snapshotOf = (text: string, previous?: Snapshot) =>
  analyze(text, { language: 'mermaid', configuration: defaultConfiguration }, previous)

/** One document, and time by hand. Every look at the clock takes a millisecond: work is cut into slices by it. */
function desk() {
  let now = 0
  let snapshot: Snapshot | undefined
  const due = new Map<() => void, number>()
  const shown: string[] = []
  let turns = 0
  const review = createReview<string>({
    clock: {
      now: () => now++,
      after(milliseconds, act) {
        const turn = () => act()
        due.set(turn, now + milliseconds)
        return () => void due.delete(turn)
      },
    },
    snapshotOf: () => snapshot,
    show: (_, stage) => void shown.push(stage),
  })
  const next = () => {
    const [turn] = [...due].sort(([, a], [, b]) => a - b)[0] ?? []
    if (!turn) return false
    now = Math.max(now, due.get(turn)!)
    due.delete(turn)
    turns++
    turn()
    return true
  }
  return {
    review,
    shown,
    turns: () => turns,
    type(written: string, within = pauses) {
      snapshot = snapshotOf(written, snapshot)
      review.start('it', within)
      return snapshot
    },
    next,
    untilShown(stage: string) {
      while (!shown.includes(stage) && next());
      return shown
    },
  }
}

describe('a document', () => {
  it('shows findings, then figures of flows, then shares, in many turns', () => {
    const { type, untilShown, turns, review } = desk()
    const snapshot = type(treeFlowchart(60))
    expect(untilShown('shares')).toEqual(['findings', 'flows', 'shares'])
    expect(turns()).toBeGreaterThan(5)
    expect(review.latest('it')).toBe(snapshot)
  })

  it('starts over at every keystroke: nothing of an older text is shown or worked on', () => {
    const { type, next, shown, untilShown, review } = desk()
    type(treeFlowchart(61))
    type(treeFlowchart(62))
    next()
    expect(shown).toEqual(['findings'])
    const newest = type(treeFlowchart(63))
    expect(untilShown('shares')).toEqual(['findings', 'findings', 'flows', 'shares'])
    expect(review.latest('it')).toBe(newest)
  })

  it('shows nothing again that did not change', () => {
    const { type, next, untilShown, shown } = desk()
    type(treeFlowchart(64))
    untilShown('shares')
    type(treeFlowchart(64))
    while (next());
    expect(shown).toEqual(['findings', 'flows', 'shares', 'findings'])
  })

  it('is hurried by those who wait, who are told when it closes too', async () => {
    const { type, next, review } = desk()
    type(treeFlowchart(65))
    const waits = review.hurry('it', 'flows')
    while (next());
    await waits
    type(treeFlowchart(66))
    const waitsForNothing = review.hurry('it', 'shares')
    review.stop('it')
    await waitsForNothing
    expect(review.latest('it')).toBeUndefined()
  })
})

describe('figures that are not known yet', () => {
  it('are those of the arrows and diagrams of before', () => {
    const before = snapshotOf(treeFlowchart(20))
    const known = hints(before)
    expect(known.length).toBeGreaterThan(3)
    expect(lenses(before)).toHaveLength(1)
    const now = snapshotOf(`%% a line more\n${treeFlowchart(20)}  n0 --> fresh[New service]\n`)
    expect(hints(now, { earlier: undefined })).toEqual([])
    expect(hints(now, { earlier: before })).toEqual(
      known.map(hint => ({ ...hint, offset: hint.offset + '%% a line more\n'.length })),
    )
    expect(lenses(now, { earlier: before }).map(({ title }) => title)).toEqual(
      lenses(before).map(({ title }) => title),
    )
    expect(hints(now).length).toBeGreaterThan(known.length - 1)
  })
})
