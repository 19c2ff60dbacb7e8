// What is said of several places in one finding.

import { groupedBy } from '../../model/grouped-by'
import { rememberedFor } from '../../model/remembered-for'
import type { System } from '../../model/system'
import { inOneBlock, mergedEdits } from '../../rules/fixes/annotate'
import type { Fix, Lack, Rule, Severity } from '../../rules/rule'
import { syntaxErrorRule } from '../../rules/syntax/syntax-error'
import type { Span } from '../../text/span'
import { certaintyOf, eachOnce, fewPlaces, type Lacking, type Said, sure } from './hearing'

/** One finding that stands for several. */
export interface FindingGroup {
  readonly rule: Rule
  readonly severity: Severity
  /** The diagram it is told in, and where in its text. */
  readonly anchor: { readonly diagram: Said['diagram']; readonly at: Span }
  readonly message: string
  readonly members: readonly Said[]
  /** The members that are told as its related places. */
  readonly listed: readonly Said[]
  /** Mends all of them, each by its first fix; none where each deserves a look. */
  readonly fixTitle?: string | undefined
  /** Said at each place, faintly, and nowhere else. */
  readonly isFaint?: boolean
}

/** What several places lack is told at the header of the first diagram. */
export function groupOf(lacking: Lacking): FindingGroup {
  const { said, isFaint } = lacking
  const { report, diagram } = said[0]!
  const { rule, severity, lacks } = report
  if (!lacks || said.length === 1) return alike(said, isFaint)
  return {
    rule,
    severity,
    anchor: { diagram, at: diagram.system.diagram.header },
    message: lacks.message(howMany(lacking)),
    members: said,
    listed: lacking.isQuestion ? surestOf(said) : said,
    isFaint,
    get fixTitle() {
      return lacks.fixTitle(said.length)
    },
  }
}

/** A number where it is sure: `8` or `8 of 10`. */
function howMany({ said, stated, isUnsure }: Lacking): string {
  const count = eachOnce(said).length
  if (isUnsure || (stated > 0 && count < said.length)) return count > fewPlaces ? 'Several' : 'Some'
  return stated === 0 ? `${count}` : `${count} of ${count + stated}`
}

/** A few examples convince, and a wrong one among many spoils them all: those of which nobody doubts, in their order. */
function surestOf(said: readonly Said[]): readonly Said[] {
  // One more takes no more room than the reader's question which it is.
  if (said.length <= fewPlaces + 1) return said
  const calls = eachOnce(said)
  const bySureness = (calls.length > 1 ? calls : said).toSorted((a, b) => sureness(b) - sureness(a))
  const surest = new Set(bySureness.slice(0, fewPlaces))
  return said.filter(one => surest.has(one))
}

/** Beyond doubt, what the rule names first comes first. */
const sureness = (one: Said): number => Math.min(certaintyOf(one), sure)

/** Of one rule in one diagram: what it says of more than a few places alike is said once. */
export function gathered(said: readonly Said[], isSuppressed: (said: Said) => boolean): Gathered {
  const open = said.filter(one => !isSuppressed(one))
  const groups = [...groupedBy(open, ({ report }) => report.rule).values()].flatMap(ofRule => {
    const rule = ofRule[0]?.report.rule
    return rule === syntaxErrorRule ? errorsByCause(ofRule) : manyAlike(ofRule)
  })
  const gone = new Set(groups.flatMap(({ members }) => members))
  return { each: said.filter(one => !gone.has(one)), groups }
}

export interface Gathered {
  readonly each: readonly Said[]
  readonly groups: readonly FindingGroup[]
}

/** What a document has more than once by habit is told once, at the first place. */
export function habitsIn(said: readonly Said[], isSuppressed: (said: Said) => boolean): Gathered {
  const habitual = said.filter(one => one.report.judgement.habit !== undefined && !isSuppressed(one))
  const habits = groupedBy(habitual, ({ report: { rule, judgement } }) => `${rule.id} ${judgement.habit}`)
  const spread = [...habits.values()].filter(({ length }) => length > 1)
  const gone = new Set(spread.flat())
  return { each: said.filter(one => !gone.has(one)), groups: spread.map(each => alike(each)) }
}

const manyAlike = (ofRule: readonly Said[]): readonly FindingGroup[] =>
  [...groupedBy(ofRule, shapeOf).values()].filter(({ length }) => length > fewPlaces).map(each => alike(each))

/** A habit breaks every line that has it: each is told once, and no more of them than anybody mends at a time. */
function errorsByCause(errors: readonly Said[]): readonly FindingGroup[] {
  const inOrder = errors.toSorted((a, b) => a.report.judgement.at.start - b.report.judgement.at.start)
  const causes = [...groupedBy(inOrder, causeOf).values()]
  // A single one more takes no more room than the sentence on it.
  const told = causes.length > mostSyntaxErrors + 1 ? causes.slice(0, mostSyntaxErrors) : causes
  const rest = causes.slice(told.length).flat()
  const alikes = told.filter(({ length }) => length > 1).map(each => alike(each))
  return rest.length > 0 ? [...alikes, restOfErrors(rest)] : alikes
}

const mostSyntaxErrors = 5

function restOfErrors(rest: readonly Said[]): FindingGroup {
  const { report, diagram } = rest[0]!
  return {
    rule: report.rule,
    severity: report.severity,
    anchor: { diagram, at: report.judgement.at },
    message: `${rest.length} more places of this diagram would be refused. Mermaid stops at the first error. Fix the errors from the top; later ones may disappear.`,
    members: rest,
    listed: rest,
  }
}

function alike(said: readonly Said[], isFaint = false): FindingGroup {
  const { report, diagram } = said[0]!
  const { rule, severity, judgement } = report
  const others = otherPlaces(said.length - 1)
  return {
    rule,
    severity,
    anchor: { diagram, at: judgement.at },
    message: others ? `${asSentence(judgement.message)} The same applies to ${others}.` : judgement.message,
    members: said,
    listed: said,
    isFaint,
    // Fixes are worked out where somebody asks for them.
    get fixTitle() {
      const title = judgement.fixes?.[0]?.title
      const mended = otherPlaces(said.slice(1).filter(({ report }) => report.judgement.fixes?.length).length)
      return title && (mended ? `${title}, and likewise in ${mended}` : title)
    },
  }
}

const otherPlaces = (count: number): string =>
  count === 0 ? '' : count === 1 ? 'one other place' : `${count} other places`

/** What the parser says has no full stop. */
const asSentence = (message: string): string => (/[.!?]$/.test(message) ? message : `${message}.`)

/** What a report says, whatever the things are called that it says it of, and whatever it quotes. */
function shapeOf(said: Said): string {
  const { report, diagram } = said
  const words = causeOf(said)
    .replace(/"[^"]*"/g, '""')
    .split(wordEnd)
  const names = namesIn(diagram.system)
  return `${report.severity} ${words.filter(word => !names.has(word)).join(' ')}`
}

/** What is wrong with a line, whatever it says. */
const causeOf = ({ report: { judgement } }: Said): string =>
  judgement.message.replace(/`[^`]*`/g, code => (hasWord.test(code) ? '``' : code))

const hasWord = /[\p{L}\p{N}]/u

const wordEnd = /[^\p{L}\p{N}]+/u

const namesIn = rememberedFor(
  ({ components, boundaries }: System): ReadonlySet<string> =>
    new Set([...components, ...boundaries].flatMap(({ id, name }) => [id, ...name.split(wordEnd)])),
)

const none: readonly Fix[] = []

/** A group's edits in the text of one of its diagrams. */
export const editsOf = (members: readonly Said[]): ReturnType<typeof mergedEdits> =>
  inOneBlock(mergedEdits(members.flatMap(({ report }) => report.judgement.fixes?.slice(0, 1) ?? none)))

/** What is so at a group's place, in a sentence. */
export function briefOf({ report: { judgement } }: Said): string {
  const { brief }: Lack = judgement
  return brief ?? firstSentence(judgement.message)
}

const firstSentence = (message: string): string => /^.*?[.!?](?= |$)/.exec(message)?.[0] ?? message
