// Tables of both sides of the conditions in rules: figures on the limit and beside it, one side of an "or" at a time, two
// parts of which one fits. The pages show what a rule is for; here stands what they would be too long with.

import { expect, it } from 'vitest'
import { readSystem } from '../../src/model'
import { rules } from '../../src/rules'
import type { Lack, Lacks, Preset, Report } from '../../src/rules/rule'
import { reportsIn } from '../../src/service/engine/report'
import { parseDiagram } from '../../src/syntax'

function checked(id: string, text: string, preset: Preset = 'recommended'): readonly (Report | Lacks)[] {
  const rule = rules.find(each => each.id === id)!
  const options = Object.fromEntries(
    Object.entries(rule.options).map(([key, option]) => [key, option.default]),
  )
  const review = { preset, unusedSuppressions: [], isSilent: () => false }
  return [...rule.check(readSystem(parseDiagram(text), {}), options, review)]
}

/** Each report as its message, what it relates to, the titles of its fixes, how it is heard, and the text that it stands at. */
const saidBy = (id: string, text: string): string[] =>
  checked(id, text)
    .flatMap((said): readonly Lack[] => reportsIn(said))
    .map(report => {
      const { at, message, related = [], fixes = [] } = report
      return [
        message,
        ...related.map(each => each.message),
        ...fixes.map(({ title, safe }) => (safe ? `${unseen} ${title}` : title)),
        ...heardBy(report),
        `at "${text.slice(at.start, at.end)}"`,
      ].join(' | ')
    })

/** A fix that changes a design is for somebody to look at. */
const unseen = 'unseen:'

const heardBy = ({
  oncePerDocument,
  goesIntoIt,
  raised,
  isEvident,
  isMinor,
  onRequest,
  settledBy,
}: Lack): string[] => [
  ...(oncePerDocument ? ['once per document'] : []),
  ...(goesIntoIt ? ['goes into it'] : []),
  ...(raised ? ['raised'] : []),
  ...(isEvident ? ['evident'] : []),
  ...(isMinor ? ['minor'] : []),
  ...(onRequest ? ['on request'] : []),
  ...(settledBy ? ['may be settled in words'] : []),
]

/** What is said once for all places that lack the same, "2 of 3: …", with the title of the fix for all. */
const gatheredBy = (id: string, text: string, preset?: Preset): string[] =>
  checked(id, text, preset).flatMap(said =>
    'missing' in said
      ? [
          `${said.missing.length} of ${said.eligible}: ${said.message('Some')} | ${said.fixTitle(said.missing.length)}`,
        ]
      : [],
  )

/** A rule, what is special, the lines of a flowchart or a whole diagram, and what its only finding says; nothing for silence. */
export type Row = readonly [rule: string, what: string, lines: string, ...parts: (string | RegExp)[]]

const header = /^(?:flowchart|sequenceDiagram|C4Container|C4Context|architecture-beta)/

function chart(lines: string): string {
  const text = `${lines.replace(/^ +/gm, '  ')}\n`
  return header.test(text) ? text : `flowchart LR\n${text}`
}

const expected = (found: readonly string[], parts: readonly (string | RegExp)[]): void => {
  expect(found).toHaveLength(parts.length > 0 ? 1 : 0)
  for (const said of found) expect(said).not.toContain(unseen)
  for (const part of parts)
    if (typeof part === 'string') expect(found[0]).toContain(part)
    else expect(found[0]).toMatch(part)
}

export function testRows(rows: readonly Row[]): void {
  it.each(rows.map(row => ({ rule: row[0], what: row[1], row })))('$rule: $what', ({ row }) => {
    const [rule, , lines, ...parts] = row
    expected(saidBy(rule, chart(lines)), parts)
  })
}

/** Rows of what is said once for several places. */
export function testGathered(rows: readonly Row[], preset?: Preset): void {
  it.each(rows.map(row => ({ rule: row[0], what: row[1], row })))('$rule: in all, $what', ({ row }) => {
    const [rule, , lines, ...parts] = row
    expected(gatheredBy(rule, chart(lines), preset), parts)
  })
}

/** A rule, what is special, the lines of a diagram with one finding, those of another in its document, and whether that refutes it. */
export type Refutation = readonly [rule: string, what: string, lines: string, other: string, refuted: boolean]

function refutedBy(id: string, text: string, other: string): boolean {
  const [report, ...rest] = checked(id, text).flatMap((said): readonly Report[] => reportsIn(said))
  if (!report?.refutedBy || rest.length > 0) throw new Error(`${rest.length + 1} findings`)
  return report.refutedBy(readSystem(parseDiagram(other), {}))
}

export function testRefuted(rows: readonly Refutation[]): void {
  it.each(rows.map(row => ({ rule: row[0], what: row[1], row })))(
    '$rule: beside another, $what',
    ({ row }) => {
      const [rule, , lines, other, refuted] = row
      expect(refutedBy(rule, chart(lines), chart(other))).toBe(refuted)
    },
  )
}
