// Findings in the source: what rules said of places in a diagram's text, with links, fixes and suppressions.

import { groupedBy } from '../../model/grouped-by'
import { type Fix, fixOnDemand, type Report, type Rule } from '../../rules/rule'
import type { DiagramBlock } from '../../text/diagrams'
import type { Span } from '../../text/span'
import { dedupe } from './dedupe'
import { briefOf, editsOf, type FindingGroup } from './gathering'
import type { Said } from './hearing'
import { projectPage } from './project-pages'
import type { RuleReport } from './report'
import type { Finding } from './snapshot'
import type { Suppression } from './suppressions'

/** The page of a rule. */
export const ruleUrl = ({ category, id }: Pick<Rule, 'category' | 'id'>): string =>
  projectPage(
    category === 'conventions' ? 'docs/configuration.md#conventions' : `src/rules/${category}/${id}.md`,
  )

export const findingOf = (verdict: RuleReport, block: Places, suppression?: Suppression): Finding =>
  new PlacedFinding(verdict, block, suppression)

/** Few findings are ever fixed: the edits are placed in the source when they are asked for. */
class PlacedFinding implements Finding {
  readonly rule: string
  readonly severity: Finding['severity']
  readonly span: Span
  readonly message: string
  readonly related: Finding['related']
  readonly suppressed: Finding['suppressed']
  readonly #rule: Rule
  readonly #judgement: Report
  readonly #block: Places
  #fixes: Finding['fixes'] | undefined

  constructor({ rule, severity, judgement }: RuleReport, block: Places, suppression?: Suppression) {
    this.#rule = rule
    this.rule = rule.id
    this.severity = severity
    this.span = placed(judgement.at, block)
    this.message = plain(judgement.message)
    this.related = eachOnce(judgement.related ?? none).map(each => ({
      span: placed(each.at, block),
      message: plain(each.message),
    }))
    this.suppressed = suppression && (suppression.reason === undefined ? {} : { reason: suppression.reason })
    this.#judgement = judgement
    this.#block = block
  }

  get url(): string {
    return ruleUrl(this.#rule)
  }

  get fixes(): Finding['fixes'] {
    this.#fixes ??= (this.#judgement.fixes ?? []).map(fix => placedFix(fix, this.#block))
    return this.#fixes
  }
}

/** Problems and terminals show text as it is: what Markdown would set as code stands in quotes, none around what has some. */
const plain = (message: string): string =>
  message.includes('`') ? message.replace(/`{1,3}([^`]+)`{1,3}/g, '“$1”') : message

const placedFix = (fix: Fix, block: Places): Fix => ({
  title: fix.title,
  safe: fix.safe,
  get edits() {
    return fix.edits.map(edit => block.editToSource(edit))
  },
})

const none: NonNullable<Report['related']> = []

/** Calls that one arrow draws (`a --> b & c`) have one place, and may have one thing said of them. */
const eachOnce = (related: NonNullable<Report['related']>): NonNullable<Report['related']> => [
  ...new Map(related.map(each => [`${each.at.start} ${each.at.end} ${each.message}`, each])).values(),
]

const placed = ({ start, end }: Span, block: Places): Span => ({
  start: block.toSource(start),
  end: block.toSource(end),
})

/** One finding for all places of a group; faintly, each place with a fix of its own too. */
export function groupFindings(
  group: FindingGroup,
  suppression: Suppression | undefined,
  faint: boolean,
): Finding[] {
  const whole = group.isFaint && !suppression ? [] : [wholeOf(group, suppression)]
  return faint && !suppression ? [...whole, ...faintly(group)] : whole
}

function wholeOf(group: FindingGroup, suppression?: Suppression): Finding {
  const { rule, severity, anchor, message, listed } = group
  const related = listed
    .filter(({ report, diagram }) => diagram !== anchor.diagram || report.judgement.at !== anchor.at)
    .map(one => ({ at: sourceSpanOf(one), message: briefOf(one) }))
  const judgement: Report = {
    at: placed(anchor.at, anchor.diagram.block),
    message,
    related,
    get fixes() {
      return fixesOf(group)
    },
  }
  return findingOf({ rule, severity, judgement }, findingAsWritten, suppression)
}

/** One fix for all, as safe as the least safe of theirs. */
function fixesOf({ members, fixTitle }: FindingGroup): readonly Fix[] {
  const fixes = members.flatMap(({ report }) => report.judgement.fixes?.slice(0, 1) ?? [])
  if (fixTitle === undefined || fixes.length === 0) return []
  const isSafe = fixes.every(({ safe }) => safe)
  return [fixOnDemand(fixTitle, () => placedEdits(members), isSafe)]
}

const sourceSpanOf = ({ report, diagram }: Said): Span => placed(report.judgement.at, diagram.block)

const placedEdits = (members: readonly Said[]) =>
  [...groupedBy(members, ({ diagram }) => diagram)].flatMap(([{ block }, said]) =>
    editsOf(said).map(edit => block.editToSource(edit)),
  )

function faintly({ members, anchor, isFaint }: FindingGroup): Finding[] {
  return [...groupedBy(members, ({ diagram }) => diagram)].flatMap(([diagram, said]) =>
    dedupe(said.map(({ report }) => report))
      .filter(({ judgement }) => isFaint || diagram !== anchor.diagram || judgement.at !== anchor.at)
      .map(report => new FaintFinding({ ...report, severity: 'hint' }, diagram.block)),
  )
}

/** Another finding says it for all places. */
class FaintFinding extends PlacedFinding {
  readonly faint = true
}

/** The way from a text's offsets to those of the source. */
export type Places = Pick<DiagramBlock, 'toSource' | 'editToSource'>

export const findingAsWritten: Places = { toSource: offset => offset, editToSource: edit => edit }
