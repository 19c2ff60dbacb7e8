// Tables of both sides of the conditions in rules: figures on the limit and beside it, one side of an "or" at a time, two
// parts of which one fits. The pages show what a rule is for; here stands what they would be too long with.

import { expect, it } from 'vitest'
import { readSystem } from '../../src/model'
import { rules } from '../../src/rules'
import { reportsIn } from '../../src/service/engine/report'
import { parseDiagram } from '../../src/syntax'

/** Each report as its message and the titles of its fixes. */
function saidBy(id: string, text: string): string[] {
  const rule = rules.find(each => each.id === id)!
  const options = Object.fromEntries(
    Object.entries(rule.options).map(([key, option]) => [key, option.default]),
  )
  const review = { preset: 'recommended', unusedSuppressions: [], isSilent: () => false } as const
  return [...rule.check(readSystem(parseDiagram(text), {}), options, review)]
    .flatMap(reportsIn)
    .map(({ message, related = [], fixes = [] }) =>
      [message, ...related.map(each => each.message), ...fixes.map(({ title }) => title)].join(' | '),
    )
}

/** A rule, what is special, the lines of a flowchart or a whole diagram, and what its only finding says; nothing for silence. */
export type Row = readonly [rule: string, what: string, lines: string, ...parts: (string | RegExp)[]]

const header = /^(?:flowchart|sequenceDiagram|C4Container)/

function chart(lines: string): string {
  const text = `${lines.replace(/^ +/gm, '  ')}\n`
  return header.test(text) ? text : `flowchart LR\n${text}`
}

const expected = (text: string, [rule, , , ...parts]: Row): void => {
  const found = saidBy(rule, text)
  expect(found).toHaveLength(parts.length > 0 ? 1 : 0)
  for (const part of parts)
    if (typeof part === 'string') expect(found[0]).toContain(part)
    else expect(found[0]).toMatch(part)
}

export function testRows(rows: readonly Row[]): void {
  it.each(rows.map(row => ({ rule: row[0], what: row[1], row })))('$rule: $what', ({ row }) => {
    expected(chart(row[2]), row)
  })
}
