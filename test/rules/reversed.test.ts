// A rule says the same of an arrow drawn from callee to caller (`db <-- api`, `Rel_Back`) as of one drawn the usual way.

import { describe, expect, it } from 'vitest'
import { readSystem } from '../../src/model'
import { rules } from '../../src/rules'
import type { Rule } from '../../src/rules/rule'
import { reportsIn } from '../../src/service/engine/report'
import { parseDiagram } from '../../src/syntax'
import type { Arrow, Diagram, Metadata } from '../../src/syntax/tree'
import { withoutExpectations } from '../expectations'
import { readPage } from '../pages'

const drawn = rules
  .filter(({ everyDiagram }) => !everyDiagram)
  .map(rule => ({ id: rule.id, rule, examples: examplesOf(rule) }))
  // Rules that read an order of messages alone have nothing that could be turned around.
  .filter(({ examples }) => examples.length > 0)

describe.each(drawn)('$id', ({ rule, examples }) => {
  it.each(examples)('speaks of caller and callee (page line $line)', ({ diagram }) => {
    expect(judgements(rule, reversed(diagram))).toEqual(judgements(rule, diagram))
  })
})

/** Flagged and clean diagrams. In sequence diagrams an arrow back is a message of its own. */
function examplesOf(rule: Rule): { line: number; diagram: Diagram }[] {
  return readPage(rule)
    .examples.filter(({ section }) => section === 'Flagged' || section === 'Clean')
    .map(({ line, text }) => ({ line, diagram: parseDiagram(withoutExpectations(text)) }))
    .filter(({ diagram }) => diagram.family !== 'sequence')
}

/** The tree of the same picture whose author writes every arrow with one head from callee to caller. */
const reversed = (diagram: Diagram): Diagram => ({
  ...diagram,
  arrows: diagram.arrows.map(turned),
  metadata: diagram.metadata.map(named),
})

function turned(arrow: Arrow): Arrow {
  if ((arrow.head === 'none') === (arrow.tail === 'none')) return arrow
  const { from, to, head, tail, fromSpan, toSpan } = arrow
  const variant = arrow.variant === 'Rel_Back' ? 'Rel' : arrow.variant
  const marks = { head: tail, tail: head, variant }
  return { ...arrow, ...marks, from: to, to: from, fromSpan: toSpan, toSpan: fromSpan }
}

/** `a->b` names the arrow as it is drawn. */
const named = (block: Metadata): Metadata => ({ ...block, target: block.target.replace('->', '<--') })

/** What is said and where, in order of the text. */
function judgements(rule: Rule, diagram: Diagram): unknown[] {
  const options = Object.fromEntries(Object.entries(rule.options).map(([key, each]) => [key, each.default]))
  const review = { preset: 'strict', unusedSuppressions: [], isSilent: () => false } as const
  const found = [...rule.check(readSystem(diagram, {}), options, review)].flatMap(reportsIn)
  return found
    .map(({ at, message, related = [] }) => ({ at, message, related }))
    .sort((a, b) => a.at.start - b.at.start || a.message.localeCompare(b.message))
}
