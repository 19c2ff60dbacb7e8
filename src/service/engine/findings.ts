// What the rules said, as findings in the source: suppressed, ordered, each once, with links and fixes.

import { rules } from '../../rules'
import type { Fix, Report, Rule } from '../../rules/rule'
import { unusedSuppression } from '../../rules/syntax/unused-suppression'
import type { DiagramBlock } from '../../text/diagrams'
import type { Span } from '../../text/span'
import { dedupe } from './dedupe'
import { documentProblems } from './document'
import { fenceFaults } from './fence-errors'
import { presetOf, type RuleReport, ruleReport, runRules, severityOf } from './report'
import type { AnalyzedDiagram, Finding, Snapshot } from './snapshot'
import { type Suppression, suppressionOf, unusedOf } from './suppressions'

const ruleIds = rules.map(({ id }) => id)

/**
 * All findings of a text in its order, suppressed ones marked; none for a document that its workspace excludes.
 * `figures` waits for the rules that need figures; without it they say what they have said before (see `figureWork`).
 */
export function findings(
  snapshot: Snapshot,
  { figures = false }: { readonly figures?: boolean } = {},
): readonly Finding[] {
  if (snapshot.context.configuration.excluded) return []
  return snapshot.diagrams
    .flatMap(diagram => findingsOf(diagram, snapshot, figures))
    .concat(unusedAround(snapshot, figures), problemsAround(snapshot))
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || compare(a.rule, b.rule))
}

/** The page of a rule. */
export const ruleUrl = ({ category, id }: Pick<Rule, 'category' | 'id'>): string =>
  `https://github.com/arrowsmith/arrowsmith/blob/main/src/rules/${category}/${id}.md`

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function findingsOf(diagram: AnalyzedDiagram, snapshot: Snapshot, waits: boolean): Finding[] {
  const figures = waits || isJudged(diagram)
  const verdicts = dedupe(verdictsOf(diagram, snapshot, figures))
  const own = new Set<Suppression>()
  const found = verdicts.map(verdict => {
    const { rule, judgement } = verdict
    const { start } = judgement.at
    const inside = suppressionOf(rule.id, start, diagram.suppressions)
    if (inside) own.add(inside)
    const around = suppressionOf(rule.id, diagram.block.toSource(start), snapshot.suppressions)
    return findingOf(verdict, diagram.block, inside ?? around)
  })
  const unused = diagram.suppressions.filter(
    suppression => !own.has(suppression) && canBeUnused(suppression, { diagram, snapshot, figures }),
  )
  return [
    ...found,
    ...judgeUnused(unused, diagram, snapshot).map(verdict => findingOf(verdict, diagram.block)),
  ]
}

const slowVerdicts = new WeakMap<AnalyzedDiagram['system'], readonly RuleReport[]>()

/** Whether the rules that need figures have judged a diagram. */
export const isJudged = ({ system }: AnalyzedDiagram): boolean => slowVerdicts.has(system)

/** What the rules say that need figures: once for each system, since snapshots share systems. */
export function judgeSlowly(
  { system, suppressions }: AnalyzedDiagram,
  { context }: Snapshot,
): readonly RuleReport[] {
  const slow = slowVerdicts.get(system) ?? runRules({ system, suppressions }, context.configuration, 'slow')
  slowVerdicts.set(system, slow)
  return slow
}

const verdictsOf = (diagram: AnalyzedDiagram, snapshot: Snapshot, figures: boolean): readonly RuleReport[] =>
  figures ? [...diagram.verdicts, ...judgeSlowly(diagram, snapshot)] : diagram.verdicts

const findingOf = (verdict: RuleReport, block: Places, suppression?: Suppression): Finding =>
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
    this.message = judgement.message
    this.related = eachOnce(judgement.related ?? none).map(each => ({
      span: placed(each.at, block),
      message: each.message,
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

interface Circumstances {
  readonly diagram: AnalyzedDiagram
  readonly snapshot: Snapshot
  readonly figures: boolean
}

/** A suppression of a rule that did not run says nothing. */
function canBeUnused(
  { rule: id }: Suppression,
  { diagram, snapshot: { context }, figures }: Circumstances,
): boolean {
  const preset = presetOf(diagram.system, context.configuration)
  const ran = (rule: Rule) =>
    severityOf(rule, context.configuration, preset) !== undefined &&
    (figures || !rule.needsFigures) &&
    (rule.everyDiagram || diagram.system.architecture.value)
  if (id === undefined) return figures
  const rule = rules.find(known => known.id === id)
  return rule === undefined || ran(rule)
}

function judgeUnused(
  unused: readonly Suppression[],
  { system }: AnalyzedDiagram,
  { context }: Snapshot,
): RuleReport[] {
  const preset = presetOf(system, context.configuration)
  const severity = severityOf(unusedSuppression, context.configuration, preset)
  if (severity === undefined) return []
  const unusedSuppressions = unused.map(suppression => unusedOf(suppression, ruleIds))
  const review = { preset, unusedSuppressions, isSilent: () => false }
  const judgements = unusedSuppression.check(system, {}, review)
  return Array.from(judgements, judgement => ruleReport(unusedSuppression, judgement, severity))
}

/** The document's own suppressions that reached nothing in any diagram. */
function unusedAround(snapshot: Snapshot, waits: boolean): Finding[] {
  const [first] = snapshot.diagrams
  if (!first || snapshot.suppressions.length === 0) return []
  const figures = waits || snapshot.diagrams.every(isJudged)
  const speaking = new Set([
    ...snapshot.diagrams.flatMap(diagram =>
      verdictsOf(diagram, snapshot, figures).map(({ rule }) => rule.id),
    ),
    ...problemsAround(snapshot).map(({ rule }) => rule),
  ])
  const reaches = ({ rule }: Suppression) => (rule === undefined ? speaking.size > 0 : speaking.has(rule))
  const unused = snapshot.suppressions.filter(
    suppression =>
      !reaches(suppression) &&
      snapshot.diagrams.some(diagram => canBeUnused(suppression, { diagram, snapshot, figures })),
  )
  return judgeUnused(unused, first, snapshot).map(verdict => findingOf(verdict, asWritten))
}

/** What is wrong in the document's own settings, and with the fences of its diagrams. */
function problemsAround(snapshot: Snapshot): Finding[] {
  const settings = documentProblems(snapshot).flatMap(({ kind, span, message, fixes }) =>
    judgedAround(kind, { at: span, message, fixes: fixes.map(fix => ({ ...fix, safe: false })) }, snapshot),
  )
  const fences = fenceFaults(snapshot).flatMap(fault => judgedAround('syntax-error', fault, snapshot))
  return [...settings, ...fences]
}

/** What a rule says of the document itself, if it is on. */
function judgedAround(id: string, judgement: Report, { context, suppressions }: Snapshot): Finding[] {
  const { configuration } = context
  const rule = rules.find(known => known.id === id)
  const severity = rule && severityOf(rule, configuration, configuration.preset)
  const suppression = suppressionOf(id, judgement.at.start, suppressions)
  return rule && severity ? [findingOf({ rule, severity, judgement }, asWritten, suppression)] : []
}

/** The way from a text's offsets to those of the source. */
type Places = Pick<DiagramBlock, 'toSource' | 'editToSource'>

const asWritten: Places = { toSource: offset => offset, editToSource: edit => edit }
