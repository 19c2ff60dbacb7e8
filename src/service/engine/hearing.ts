// When a rule is heard: hazards, contradictions and writing always, omissions as far as the author goes into detail.

import { groupedBy } from '../../model/grouped-by'
import { rememberedFor } from '../../model/remembered-for'
import type { System } from '../../model/system'
import type { Lack } from '../../rules/rule'
import { type OmissionTopic, placesStating } from '../../rules/topics'
import type { Configuration } from '../configuration/configuration'
import { isDetailed } from './level-of-detail'
import { presetOf, type RuleReport } from './report'
import { showsMistake } from './shown-mistakes'
import { isSmallSetup } from './small-setups'
import type { AnalyzedDiagram } from './snapshot'

/** What a rule said, and of which diagram. */
export interface Said {
  readonly report: RuleReport
  readonly diagram: AnalyzedDiagram
}

/** What is heard: at its place, or once for several. */
export interface Heard {
  readonly each: readonly Said[]
  readonly together: readonly Lacking[]
}

/** What several places of a document lack. */
export interface Lacking {
  readonly said: readonly Said[]
  /** How many others state it. */
  readonly stated: number
  /** Whether these are not all that lack it, or not surely. */
  readonly isUnsure: boolean
  /** Whether the author leaves the topic out: a question with examples, not a list of what to mend. */
  readonly isQuestion: boolean
  /** Said at each place, faintly, and nowhere else. */
  readonly isFaint: boolean
}

export interface Hearing {
  /** All designs of the document, and what the rules said of each. */
  readonly diagrams: readonly AnalyzedDiagram[]
  readonly configuration: Configuration
  /** Whether the document is little more than one small picture: somebody tries something out and wants to hear of it. */
  readonly isTrial: boolean
  /** Whether these words are anywhere in the document. */
  mentions(words: RegExp): boolean
  /** Whether the document speaks of a topic in words. */
  speaksOf(topic: OmissionTopic): boolean
  /** Whether its author suppressed it: it is neither counted nor held back, for the suppression to find it. */
  isSuppressed(said: Said): boolean
}

/** What is heard of all that the rules said about a document. */
export function heardOf(all: readonly Said[], hearing: Hearing): Heard {
  const said = all.filter(
    one =>
      !isRefuted(one, hearing) &&
      !isSettled(one, hearing) &&
      !isIntended(one) &&
      !isOutOfOperation(one, hearing) &&
      !isOnlyOnRequest(one, hearing),
  )
  const isHeard = (one: Said) => isAlwaysHeard(one.report) || hearing.isSuppressed(one)
  const isCounted = (one: Said) =>
    !isHeard(one) && (isWantedBy(one, hearing.configuration) || isDetailed(one.diagram))
  const omitted = groupedBy(
    said.filter(isCounted),
    one => `${one.report.rule.id} ${isWantedBy(one, hearing.configuration)}`,
  )
  const heard = [...omitted.values()].map(missing => omission(missing, hearing))
  return {
    each: [...firstTold(said.filter(isHeard), hearing), ...heard.flatMap(({ each }) => each)],
    together: heard.flatMap(({ together }) => together),
  }
}

/**
 * Without the later ones of what is told once, and of what another diagram is told in the same words: the same parts are
 * drawn there again. One that is suppressed is told to nobody.
 */
function firstTold(said: readonly Said[], { isSuppressed }: Hearing): readonly Said[] {
  const told = new Map<string, AnalyzedDiagram>()
  return said.filter(one => {
    const { rule, judgement } = one.report
    const isWriting = rule.speaksOf === 'writing' && !judgement.oncePerDocument
    // Of a habit each place is told with the first.
    if (isWriting || judgement.habit !== undefined || isSuppressed(one)) return true
    const name = `${rule.id} ${judgement.oncePerDocument ?? judgement.message}`
    const first = told.get(name)
    if (!first) told.set(name, one.diagram)
    return !first || (first === one.diagram && !judgement.oncePerDocument)
  })
}

const isRefuted = ({ report, diagram }: Said, { diagrams }: Hearing): boolean => {
  const { refutedBy } = report.judgement
  return refutedBy !== undefined && diagrams.some(other => other !== diagram && refutedBy(other.system))
}

/** The text around says what was done about it. */
const isSettled = (one: Said, { configuration, mentions }: Hearing): boolean => {
  const settledBy = one.report.judgement.settledBy ?? one.report.rule.settledBy
  return settledBy !== undefined && !isWantedBy(one, configuration) && mentions(settledBy)
}

const isIntended = ({ report, diagram }: Said): boolean =>
  report.rule.category === 'syntax' && showsMistake(diagram)

const isOutOfOperation = (one: Said, { configuration }: Hearing): boolean =>
  (one.report.judgement.inOperation ?? one.report.rule.inOperation) === true &&
  isSmallSetup(one.diagram) &&
  !isWantedBy(one, configuration)

/** Nobody rebuilds a system that works for it, or the document around knows more. Whoever sets its options wants it. */
const isOnlyOnRequest = (one: Said, { isTrial, configuration, mentions }: Hearing): boolean =>
  (one.report.judgement.onRequest ?? one.report.rule.onRequest) === true &&
  !isTrial &&
  !(one.report.rule.askedForBy && mentions(one.report.rule.askedForBy)) &&
  configuration.rules[one.report.rule.id] === undefined &&
  !isWantedBy(one, configuration)

const isAlwaysHeard = ({ rule, judgement }: RuleReport): boolean =>
  rule.speaksOf !== 'omission' || judgement.goesIntoIt === true

/** `strict` asks for everything, and whoever sets a rule's severity asks for that rule. */
function isWantedBy({ report: { rule }, diagram }: Said, configuration: Configuration): boolean {
  return (
    presetOf(diagram.system, configuration) === 'strict' ||
    configuration.rules[rule.id]?.severity !== undefined
  )
}

/** What one rule misses in a document. */
function omission(all: readonly Said[], hearing: Hearing): Heard {
  const [first] = all
  const rule = first?.report.rule
  if (!first || rule?.speaksOf !== 'omission') return { each: all, together: [] }
  if (isWantedBy(first, hearing.configuration)) return inDetail(all.map(withoutDoubt), hearing)
  const goesIntoIt = hearing.diagrams.some(({ system }) => countIn(system)(rule.topic) > 0)
  const stated = goesIntoIt ? statedBeside(all, rule.topic, hearing) : 0
  const asks = rule.asksFirst && stated * hardly < stated + all.length
  if (!asks && !goesIntoIt) return nothing
  // Who writes of it around the picture did not forget it.
  if (hearing.speaksOf(rule.topic)) return nothing
  if (hearing.isTrial) {
    const said = all.map(asDrawn)
    return asks ? asked(said.map(toConsider), stated) : inDetail(said, hearing, toConsider)
  }
  // Whoever states it in fewer than half of the places has chosen which.
  const isRare = rule.asksFirst === true && stated < all.length
  return isRare ? hinted(all.map(toConsider), stated) : inDetail(all, hearing, toConsider)
}

/** Who labels one arrow in more than so many does not go into it. */
const hardly = 5

const nothing: Heard = { each: [], together: [] }

/** How likely a place is one that could state what is missing. */
export const certaintyOf = ({ report: { chance, judgement } }: Said): number =>
  chance ?? (judgement.isEvident ? 0 : (judgement.chance ?? 1))

/** However evident the answer. */
const asDrawn = (one: Said): Said => ({
  ...one,
  report: { ...one.report, chance: one.report.chance ?? one.report.judgement.chance ?? 1 },
})

/** Whoever asks for a rule wants to hear of all places that it sees. */
const withoutDoubt = (one: Said): Said => ({ ...one, report: { ...one.report, chance: 1 } })

/** Nothing that anybody has to mend. */
const toConsider = (one: Said): Said => ({
  ...one,
  report: { ...one.report, severity: one.report.severity === 'hint' ? 'hint' : 'info' },
})

/** The author states it in most places, and misses the others; or in few, and `asFew` says what that is to them. */
function inDetail(missing: readonly Said[], hearing: Hearing, asFew = (one: Said) => one): Heard {
  const { rule, lacks } = missing[0]!.report
  // What has no sentence for all of them is gathered by what it says, like hazards.
  if (missing.length === 1 || !lacks || rule.speaksOf !== 'omission') return oneByOne(missing)
  const stated = statedBeside(missing, rule.topic, hearing)
  return stated < missing.length
    ? together(missing.map(asFew), { stated })
    : eachUnlessMany(missing, rule.topic, hearing)
}

/** Who draws a system of some size has chosen what to write: the places carry a hint in the editor, each with its fix. */
function hinted(all: readonly Said[], stated: number): Heard {
  const said = all.filter(one => !one.report.judgement.isMinor && certaintyOf(one) >= likely)
  const hint = { said, stated, isUnsure: true, isQuestion: true, isFaint: true }
  return { each: [], together: said.length > 0 ? [hint] : [] }
}

/** Of one thing that several places are about, at the first of them. */
function asked(all: readonly Said[], stated: number): Heard {
  const said = all.filter(one => certaintyOf(one) >= likely)
  if (eachOnce(said).length < 2) return oneByOne(said.slice(0, 1))
  return together(all, { stated, isQuestion: true })
}

/** The first place of each thing that places are about: a call that several arrows draw is one. */
export const eachOnce = (said: readonly Said[]): readonly Said[] =>
  [...groupedBy(said, subjectOf).values()].map(same => same[0]!)

function subjectOf(one: Said): unknown {
  const { subject, brief }: Lack = one.report.judgement
  return subject ?? brief ?? one
}

/** One sentence for all that are likely it. */
function together(
  all: readonly Said[],
  { stated, isQuestion = false }: Pick<Lacking, 'stated'> & Partial<Pick<Lacking, 'isQuestion'>>,
): Heard {
  const said = all.filter(one => certaintyOf(one) >= likely)
  if (said.length < 2) return oneByOne(said)
  const isUnsure = said.length < all.length || said.some(one => certaintyOf(one) < certain)
  return { each: [], together: [{ said, stated, isUnsure, isQuestion, isFaint: false }] }
}

/** A place of an omission is told of with others where it is this likely to be one. */
const likely = 0.9

/** And by itself where it is this likely. */
export const sure = 0.93

/** So sure a place is counted as it is. */
const certain = 0.98

const oneByOne = (said: readonly Said[]): Heard => ({
  each: said.filter(one => certaintyOf(one) >= sure),
  together: [],
})

/** So many of one diagram are said one by one. */
export const fewPlaces = 3

function eachUnlessMany(missing: readonly Said[], topic: OmissionTopic, hearing: Hearing): Heard {
  const byDiagram = [...groupedBy(missing, ({ diagram }) => diagram).values()].map(said =>
    said.length > fewPlaces
      ? together(said, { stated: statedBeside(said, topic, { ...hearing, diagrams: [said[0]!.diagram] }) })
      : oneByOne(said),
  )
  return {
    each: byDiagram.flatMap(({ each }) => each),
    together: byDiagram.flatMap(({ together }) => together),
  }
}

/** How many places of the document's designs state what these lack. */
function statedBeside(missing: readonly Said[], topic: OmissionTopic, { diagrams }: Hearing): number {
  const lacksOf = new Map(missing.map(({ report, diagram }) => [diagram, report.lacks]))
  const counts = diagrams.map(diagram => {
    const lacks = lacksOf.get(diagram)
    return lacks ? lacks.eligible - lacks.missing.length : countIn(diagram.system)(topic)
  })
  return counts.reduce((sum, count) => sum + count, 0)
}

/** In how many places a diagram states something of a topic, counted once. */
const countIn = rememberedFor((system: System): ((topic: OmissionTopic) => number) => {
  const known = new Map<OmissionTopic, number>()
  return topic => {
    const count = known.get(topic) ?? (system.architecture.value ? placesStating(topic, system) : 0)
    known.set(topic, count)
    return count
  }
})
