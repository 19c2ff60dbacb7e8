// What must be so of every fix of a text, whatever the text is.

import type { Configuration } from '../../src/service/configuration/configuration'
import { analyze } from '../../src/service/engine/analyze'
import { findings } from '../../src/service/engine/findings'
import type { Finding, Snapshot } from '../../src/service/engine/snapshot'
import { fixAll } from '../../src/service/features/fixes'
import { applyEdits, type Edit } from '../../src/text/edit'
import { type Answer, ask } from '../conformance/oracle'

/** All rules, the one that needs to know its host included. */
const configuration: Configuration = {
  preset: 'strict',
  rules: { 'newer-than-host': { severity: 'warning', options: { host: '10.9' } } },
}

const read = (source: string): Snapshot => analyze(source, { language: 'mermaid', configuration })

/** What is wrong with the fixes of a text, in words: nothing. */
export async function faultsOf(text: string): Promise<string[]> {
  const before = await readingOf(text)
  const faults = await faultsOfFixAll(before)
  for (const finding of findings(before.snapshot, { figures: true }))
    for (const { title } of finding.fixes)
      for (const fault of await faultsOfFix(before, finding, title))
        faults.push(`${finding.rule}, “${title}” ${fault}`)
  return faults
}

interface Reading {
  readonly text: string
  readonly snapshot: Snapshot
  readonly answer: Answer
}

const readingOf = async (text: string): Promise<Reading> => ({
  text,
  snapshot: read(text),
  answer: await ask(text),
})

/** As a save applies them: after two rounds nothing is left to do. */
async function faultsOfFixAll(before: Reading): Promise<string[]> {
  const edits = fixAll(before.snapshot)
  if (edits.length === 0) return []
  const once = applyEdits(before.text, edits)
  const twice = applyEdits(once, fixAll(read(once)))
  const left = fixAll(read(twice))
  const unsettled = left.length > 0 ? [`fixes go on: ${applyEdits(twice, left)}`] : []
  return [...unsettled, ...(await changesFor(before, edits, once))]
}

async function faultsOfFix(before: Reading, finding: Finding, title: string): Promise<string[]> {
  const edits = editsOf(finding, title) ?? []
  const mended = applyEdits(before.text, edits)
  if (mended === before.text) return ['does nothing']
  const twice = againOf(mended, finding, title)
  const third = twice && againOf(twice, finding, title)
  const faults = await changesFor(before, edits, mended)
  // A list that loses its items one by one comes to an end.
  if (twice && third && third.length >= twice.length) faults.push(`goes on: ${third}`)
  const [was, is] = [before.snapshot, read(mended)].map(errorsIn) as [number, number]
  if (finding.rule === 'syntax-error' ? is >= was : is > was)
    faults.push(`leaves ${is} of ${was} errors: ${mended}`)
  return faults
}

/** What Mermaid accepted it still accepts, and what other lines draw is drawn as before. */
async function changesFor(
  { text, answer }: Reading,
  edits: readonly Edit[],
  mended: string,
): Promise<string[]> {
  if (answer.error !== undefined) return []
  const after = await ask(mended)
  if (after.error !== undefined) return [`is refused: ${mended}`]
  const lost = untouchedArrows(text, edits).filter(arrow => !drawnIn(mended).includes(arrow))
  return lost.map(arrow => `changes ${arrow}: ${mended}`)
}

/** The arrows on lines that no edit reaches, as Mermaid reads them. */
function untouchedArrows(text: string, edits: readonly Edit[]): string[] {
  const { arrows = [] } = read(text).diagrams[0]?.system.diagram ?? {}
  const isTouched = ({ start, end }: Edit['span']): boolean => {
    const [from, to] = [text.lastIndexOf('\n', start - 1) + 1, `${text}\n`.indexOf('\n', end)]
    return edits.some(({ span }) => span.start <= to && from <= span.end)
  }
  return arrows.filter(({ statement }) => !isTouched(statement)).map(inWords)
}

const drawnIn = (text: string): string[] => (read(text).diagrams[0]?.system.diagram.arrows ?? []).map(inWords)

const inWords = ({ from, to, label }: { from: string; to: string; label: string }): string =>
  `${from} → ${to} “${label}”`

const errorsIn = ({ diagrams }: Snapshot): number =>
  diagrams[0]?.system.diagram.problems.filter(({ kind }) => kind === 'syntax-error').length ?? 0

const editsOf = ({ fixes }: Finding, title: string): readonly Edit[] | undefined =>
  fixes.find(fix => fix.title === title)?.edits

/** The text after the same fix once more, where it is offered again at the same place. */
function againOf(text: string, { rule, span }: Finding, title: string): string | undefined {
  const isSame = (other: Finding): boolean =>
    other.rule === rule && Math.abs(other.span.start - span.start) < 4
  const edits = findings(read(text), { figures: true })
    .filter(isSame)
    .flatMap(other => editsOf(other, title) ?? [])
  return edits.length > 0 ? applyEdits(text, edits) : undefined
}
