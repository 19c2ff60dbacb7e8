// Ways out of findings: their own fixes, and silence where the author knows better.

import { groupedBy } from '../../model/grouped-by'
import { unusedSuppression } from '../../rules/annotations/unused-suppression'
import { inOneBlock } from '../../rules/fixes/annotate'
import type { Fix } from '../../rules/rule'
import type { Edit } from '../../text/edit'
import { markupOf } from '../../text/languages'
import { contains, overlaps, type Span } from '../../text/span'
import { takenPlaces } from '../../text/taken'
import { findings } from '../engine/findings'
import type { Finding, Snapshot } from '../engine/snapshot'
import { placeAt } from './place'

export interface OfferedFix extends Fix {
  readonly finding: Finding
  /** The best way out of its finding: what an editor takes when it is told to fix without asking. */
  readonly preferred: boolean
}

/**
 * The fixes of the findings that a span of the source touches, as far as they are known, then one for all findings of
 * their rule, then a suppression of each.
 */
export function fixesAt(snapshot: Snapshot, span: Span): readonly OfferedFix[] {
  const all = findings(snapshot, { faint: true })
  const touched = all.filter(
    finding =>
      !finding.suppressed &&
      (overlaps(finding.span, span) || finding.span.start === span.start || finding.span.end === span.start),
  )
  const own = touched.flatMap(finding =>
    finding.fixes.map((fix, index) => new OwnFix(fix, finding, index === 0)),
  )
  return [
    ...own,
    ...ofAKind(snapshot, touched, all),
    ...touched.flatMap(finding => suppressionFix(snapshot, finding)),
  ]
}

/** The first fix of each finding of a rule, where there are several in the document that do not collide. */
function ofAKind(
  snapshot: Snapshot,
  touched: readonly Finding[],
  all: readonly Finding[],
): readonly OfferedFix[] {
  const byRule = new Map(touched.filter(({ fixes }) => fixes.length > 0).map(each => [each.rule, each]))
  return [...byRule].flatMap(([rule, finding]) => {
    const alike = all.filter(each => each.rule === rule)
    // One finding that speaks for several places has a fix for all of them.
    if (alike.some(({ faint }) => faint)) return []
    const accepted = apart(alike, ([first]) => first)
    if (accepted.length < 2) return []
    const title = `Fix all ${accepted.length} findings of ${rule}`
    const edits = accepted.flatMap(fix => fix.edits)
    return [{ title, safe: false, edits: togetherIn(snapshot, edits), finding, preferred: false }]
  })
}

/** In each diagram, what is stated behind `%%` is one block. */
function togetherIn({ diagrams }: Snapshot, edits: readonly Edit[]): readonly Edit[] {
  const isIn = (edit: Edit) => diagrams.find(({ block }) => contains(block.span, edit.span.start))
  return [...groupedBy(edits, isIn).values()].flatMap(inOneBlock)
}

/** Its edits are worked out when they are asked for: a menu shows titles. */
class OwnFix implements OfferedFix {
  readonly title: string
  readonly safe: boolean
  readonly finding: Finding
  readonly preferred: boolean
  readonly #fix: Fix

  constructor(fix: Fix, finding: Finding, preferred: boolean) {
    this.#fix = fix
    this.title = fix.title
    this.safe = fix.safe
    this.finding = finding
    this.preferred = preferred
  }

  get edits(): readonly Edit[] {
    return this.#fix.edits
  }
}

/** The edits of the safe fixes of all findings that are known: editors run them while somebody saves. */
export const fixAll = (snapshot: Snapshot): readonly Edit[] =>
  safeFixes(snapshot, { figures: false }).flatMap(({ edits }) => edits)

/** Safe fixes of all findings, first come first served where they collide. */
export function safeFixes(snapshot: Snapshot, { figures = true } = {}): readonly Fix[] {
  return apart(findings(snapshot, { figures }), fixes => fixes.find(({ safe }) => safe))
}

/** The chosen fix of each finding, as far as they don't touch the same places. */
function apart(all: readonly Finding[], choose: (fixes: readonly Fix[]) => Fix | undefined): readonly Fix[] {
  const accepted: Fix[] = []
  const taken = takenPlaces()
  for (const { fixes, suppressed } of all) {
    const fix = choose(fixes)
    if (!fix || suppressed) continue
    const { edits } = fix
    if (edits.some(({ span }) => taken.overlaps(span) || taken.startsAt(span.start))) continue
    accepted.push(fix)
    for (const edit of edits) taken.add(edit)
  }
  return accepted
}

/** A comment line above the line of the finding, which may be a comment itself: figures are stated there. */
function suppressionFix(snapshot: Snapshot, finding: Finding): OfferedFix[] {
  if (finding.rule === unusedSuppression.id) return []
  const place = placeAt(snapshot, finding.span.start)
  if (!place) return commentAbove(snapshot, finding)
  const { block, system } = place.diagram
  const { statements, comments, frontmatter } = system.diagram
  const lines = [...statements, ...comments.map(({ span }) => span)]
  const lineOfOffset = block.text.lastIndexOf('\n', place.offset - 1) + 1
  const anchor = lines.find(line => contains(line, place.offset))?.start ?? lineOfOffset
  const lineStart = block.text.lastIndexOf('\n', anchor - 1) + 1
  if (
    (frontmatter && place.offset < frontmatter.span.end) ||
    block.text.slice(anchor, place.offset).includes('\n')
  )
    return []
  const indentation = /^[ \t]*/.exec(block.text.slice(lineStart))?.[0] ?? ''
  const text = `${indentation}%% arrowsmith-disable-next-line ${finding.rule}\n`
  const edit = block.editToSource({ span: { start: lineStart, end: lineStart }, text })
  return [{ title: `Ignore ${finding.rule} here`, edits: [edit], safe: false, finding, preferred: false }]
}

/** The same in Markdown around the diagrams, where a paragraph begins with what is said: within one, a comment would end it. */
function commentAbove({ source, context: { language } }: Snapshot, finding: Finding): OfferedFix[] {
  const { start } = finding.span
  if (
    markupOf(language) !== 'markdown' ||
    !/(?:^|\n\r?\n)$/.test(source.slice(Math.max(0, start - 3), start))
  )
    return []
  const words = `arrowsmith-disable-next-line ${finding.rule}`
  const text = language === 'mdx' ? `{/* ${words} */}\n\n` : `<!-- ${words} -->\n`
  const edits = [{ span: { start, end: start }, text }]
  return [{ title: `Ignore ${finding.rule} here`, edits, safe: false, finding, preferred: false }]
}
