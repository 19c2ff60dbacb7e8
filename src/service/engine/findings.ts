// What the rules said, as findings in the source: suppressed, ordered, each once, with links and fixes.

import { finished, type Steps } from '../../knowledge'
import { groupedBy } from '../../model/grouped-by'
import { rules } from '../../rules'
import { unusedSuppression } from '../../rules/annotations/unused-suppression'
import type { Report, Rule } from '../../rules/rule'
import { syntaxErrorRule } from '../../rules/syntax/syntax-error'
import { contains, type Span } from '../../text/span'
import { lacksGrounds } from './broken-statements'
import { dedupe } from './dedupe'
import { documentProblems } from './document'
import { fenceFaults, fileFault } from './fence-errors'
import { gathered, groupOf, habitsIn } from './gathering'
import { heardOf, type Lacking, type Said } from './hearing'
import { findingAsWritten, findingOf, groupFindings } from './placed-finding'
import { brokenPromises } from './promises-beside'
import {
  presetOf,
  type RuleReport,
  reportsIn,
  ruleReport,
  rulesFor,
  runningRules,
  severityOf,
} from './report'
import type { AnalyzedDiagram, Finding, Snapshot } from './snapshot'
import { type Suppression, suppressionOf, unusedOf } from './suppressions'
import { presetOfWords, toldInWords } from './told-in-words'
import { wordsAround } from './words-around'

/**
 * All findings of a text in its order, suppressed ones marked; none for a document that its workspace excludes.
 * `figures` waits for the rules that need figures; without it they say what they have said before (see `figureWork`).
 * `faint` includes those that an editor shows as dots, where one finding speaks for several places.
 */
export function findings(
  snapshot: Snapshot,
  { figures = false, faint = false }: { readonly figures?: boolean; readonly faint?: boolean } = {},
): readonly Finding[] {
  if (snapshot.context.configuration.excluded) return []
  const heard = heardIn(snapshot, figures, faint)
  return heard
    .concat(
      unusedAround(snapshot, figures),
      problemsAround(snapshot),
      toldBeside(heard, snapshot),
      figures || snapshot.diagrams.every(isJudged) ? promisedBeside(heard, snapshot) : [],
    )
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || compare(a.rule, b.rule))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** What the rules said that is heard, and which suppressions nobody needed. */
function heardIn(snapshot: Snapshot, waits: boolean, faint: boolean): Finding[] {
  const { diagrams, context } = snapshot
  const said = diagrams.flatMap(diagram =>
    verdictsOf(diagram, snapshot, waits || isJudged(diagram)).map(report => ({ report, diagram })),
  )
  const used = new Set<Suppression>()
  const reaching = ({ report, diagram }: Said): Suppression | undefined =>
    reachingAt(report.rule.id, { diagram, at: report.judgement.at }, snapshot)
  const isSuppressed = (one: Said) => reaching(one) !== undefined
  const heard = heardOf(said, {
    diagrams,
    configuration: context.configuration,
    isTrial: isTrial(snapshot),
    mentions: words => words.test(snapshot.source),
    speaksOf: wordsAround(snapshot),
    isSuppressed,
  })
  const { each: apart, groups: habits } = habitsIn(heard.each, isSuppressed)
  const found = [...groupedBy(apart, ({ diagram }) => diagram)].flatMap(([diagram, each]) => {
    const once = dedupe(each.map(({ report }) => report)).map(report => ({ report, diagram }))
    const { each: single, groups } = gathered(once, isSuppressed)
    return [
      ...single.map(one => findingOf(one.report, diagram.block, using(reaching(one)))),
      ...groups.flatMap(group => groupFindings(group, undefined, faint)),
    ]
  })
  const lacking = heard.together
    .flatMap(lack => apartWhereSuppressed(lack, snapshot))
    .map(groupOf)
    .flatMap(group => groupFindings(group, using(reachingAt(group.rule.id, group.anchor, snapshot)), faint))
  function using(suppression: Suppression | undefined) {
    if (suppression) used.add(suppression)
    return suppression
  }
  const spread = habits.flatMap(group => groupFindings(group, undefined, faint))
  return [...found, ...spread, ...lacking, ...unusedIn(snapshot, used, waits)]
}

/** One picture of a few arrows, and hardly a word around it. */
function isTrial({ source, diagrams }: Snapshot): boolean {
  const [only] = diagrams
  if (!only || diagrams.length > 1) return false
  const { diagram, connections } = only.system
  return connections.length <= MOST_TRIED && source.length - diagram.text.length <= MOST_AROUND
}

const MOST_TRIED = 4
/** In characters. */
const MOST_AROUND = 200

interface Anchor {
  readonly diagram: AnalyzedDiagram
  readonly at: Span
}

/** The first suppression that reaches a place: of its diagram, then of the document. */
const reachingAt = (rule: string, { diagram, at: { start } }: Anchor, snapshot: Snapshot) =>
  suppressionOf(rule, start, diagram.suppressions) ??
  (snapshot.suppressions.length > 0
    ? suppressionOf(rule, diagram.block.toSource(start), snapshot.suppressions)
    : undefined)

/** Where a header's finding is suppressed, that is about its own diagram. */
function apartWhereSuppressed(lacking: Lacking, snapshot: Snapshot): readonly Lacking[] {
  const isApart = ({ report, diagram }: Said) =>
    reachingAt(report.rule.id, { diagram, at: diagram.system.diagram.header }, snapshot) !== undefined
  const rest = lacking.said.filter(one => !isApart(one))
  const apart = groupedBy(lacking.said.filter(isApart), ({ diagram }) => diagram)
  return [rest, ...apart.values()].filter(({ length }) => length > 0).map(said => ({ ...lacking, said }))
}

/** The suppressions of diagrams that reached nothing. */
const unusedIn = (snapshot: Snapshot, used: ReadonlySet<Suppression>, waits: boolean): Finding[] =>
  snapshot.diagrams.flatMap(diagram => {
    const figures = waits || isJudged(diagram)
    const unused = diagram.suppressions.filter(
      suppression => !used.has(suppression) && canBeUnused(suppression, { diagram, snapshot, figures }),
    )
    return judgeUnused(unused, diagram, snapshot).map(verdict => findingOf(verdict, diagram.block))
  })

const slowVerdicts = new WeakMap<AnalyzedDiagram['system'], readonly RuleReport[]>()

/** Whether the rules that need figures have judged a diagram. */
export const isJudged = ({ system }: AnalyzedDiagram): boolean => slowVerdicts.has(system)

/** What the rules say that need figures: once for each system, since snapshots share systems. */
const judgeSlowly = (diagram: AnalyzedDiagram, snapshot: Snapshot): readonly RuleReport[] =>
  finished(judgingSlowly(diagram, snapshot))

/** The same in steps. */
export function* judgingSlowly(
  { system, suppressions }: AnalyzedDiagram,
  { context }: Snapshot,
): Steps<readonly RuleReport[]> {
  const slow = slowVerdicts.get(system) ?? (yield* runningRules({ system, suppressions }, context, 'slow'))
  slowVerdicts.set(system, slow)
  return slow
}

const verdictsOf = (diagram: AnalyzedDiagram, snapshot: Snapshot, figures: boolean): readonly RuleReport[] =>
  figures ? [...diagram.verdicts, ...judgeSlowly(diagram, snapshot)] : diagram.verdicts

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
    !lacksGrounds(rule, diagram.system.diagram) &&
    (rule.everyDiagram || diagram.system.architecture.value)
  // Whether Mermaid refuses a diagram of another family is not always asked.
  const { family, keyword } = diagram.system.diagram
  if (family === 'other' && keyword !== '' && (id === undefined || id === syntaxErrorRule.id)) return false
  if (id === undefined) return figures
  const rule = rulesFor(context.configuration).find(known => known.id === id)
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
  const ids = rulesFor(context.configuration).map(({ id }) => id)
  const unusedSuppressions = unused.map(suppression => unusedOf(suppression, ids))
  const review = { preset, unusedSuppressions, isSilent: () => false }
  const judgements = unusedSuppression.check(system, {}, review)
  return [...judgements]
    .flatMap(reportsIn)
    .map(judgement => ruleReport(unusedSuppression, judgement, severity))
}

/** The document's own suppressions that reached nothing in any diagram. */
function unusedAround(snapshot: Snapshot, waits: boolean): Finding[] {
  const [first] = snapshot.diagrams
  if (!first || snapshot.suppressions.length === 0) return []
  const figures = waits || snapshot.diagrams.every(isJudged)
  const told = toldInWords(snapshot)
  const speaking = new Set([
    ...snapshot.diagrams.flatMap(diagram =>
      verdictsOf(diagram, snapshot, figures).map(({ rule }) => rule.id),
    ),
    ...problemsAround(snapshot).map(({ rule }) => rule),
    ...told.map(({ rule }) => rule.id),
  ])
  const reaches = ({ rule, range }: Suppression) =>
    range.start > 0
      ? told.some(({ rule: { id }, judgement: { at } }) => (rule ?? id) === id && contains(range, at.start))
      : rule === undefined
        ? speaking.size > 0
        : speaking.has(rule)
  const unused = snapshot.suppressions.filter(
    suppression =>
      !reaches(suppression) &&
      snapshot.diagrams.some(diagram => canBeUnused(suppression, { diagram, snapshot, figures })),
  )
  return judgeUnused(unused, first, snapshot).map(verdict => findingOf(verdict, findingAsWritten))
}

/** What is wrong in the document's own settings, and with the fences of its diagrams. */
function problemsAround(snapshot: Snapshot): Finding[] {
  const settings = documentProblems(snapshot).flatMap(({ kind, span, message, fixes }) =>
    judgedAround(kind, { at: span, message, fixes: fixes.map(fix => ({ ...fix, safe: false })) }, snapshot),
  )
  const fences = fenceFaults(snapshot).flatMap(({ report, drawn }) =>
    judgedAround('syntax-error', report, snapshot).map(finding => (drawn ? atMostWarning(finding) : finding)),
  )
  const file = fileFault(snapshot)
  return [...settings, ...(file ? judgedAround('syntax-error', file, snapshot) : []), ...fences]
}

/** A copy has no getters of what it was made from: what they give is asked for by name. */
const atMostWarning = (finding: Finding): Finding =>
  finding.severity === 'error'
    ? { ...finding, severity: 'warning', url: finding.url, fixes: finding.fixes }
    : finding

/** What sentences tell and no picture shows. In a long document others say more of it, which only people understand. */
function toldBeside(heard: readonly Finding[], snapshot: Snapshot): Finding[] {
  const preset = presetOfWords(snapshot)
  if (preset !== 'strict' && snapshot.source.length > LONGEST_READ) return []
  const shown = new Set(heard.map(({ rule }) => rule))
  return toldInWords(snapshot).flatMap(({ rule: { id }, judgement }) =>
    shown.has(id) ? [] : judgedAround(id, judgement, snapshot, preset),
  )
}

/** In characters: a picture and a page of words about it. */
const LONGEST_READ = 4000

/** What sentences promise and the figures of a picture contradict, unless a promise in the picture is told already. */
function promisedBeside(heard: readonly Finding[], snapshot: Snapshot): Finding[] {
  const shown = new Set(heard.map(({ rule }) => rule))
  return brokenPromises(snapshot).flatMap(({ rule: { id }, judgement }) =>
    shown.has(id) ? [] : judgedAround(id, judgement, snapshot, presetOfWords(snapshot)),
  )
}

/** What a rule says of the document itself, if it is on. */
function judgedAround(
  id: string,
  judgement: Report,
  { context: { configuration }, suppressions }: Snapshot,
  preset = configuration.preset,
): Finding[] {
  const rule = rules.find(known => known.id === id)
  const severity = rule && severityOf(rule, configuration, preset)
  const suppression = suppressionOf(id, judgement.at.start, suppressions)
  return rule && severity ? [findingOf({ rule, severity, judgement }, findingAsWritten, suppression)] : []
}
