// One system through all rules that the configuration turns on.

import type { Steps } from '../../knowledge'
import type { System } from '../../model/system'
import { rules } from '../../rules'
import type { Convention } from '../../rules/conventions/convention'
import { conventionRule } from '../../rules/conventions/convention-rule'
import { toldIn } from '../../rules/queries/told'
import {
  type Lacks,
  type OptionValue,
  type Preset,
  presets,
  type Report,
  type Rule,
  type Severity,
} from '../../rules/rule'
import type { Span } from '../../text/span'
import type { Configuration } from '../configuration/configuration'
import { isInBrokenStatement, lacksGrounds } from './broken-statements'
import type { Context, Timed } from './snapshot'
import { type Suppression, suppressionOf } from './suppressions'

/** What a rule said, with its severity; offsets in the diagram's text. */
export interface RuleReport {
  readonly rule: Rule
  readonly severity: Severity
  readonly judgement: Report
  /** How likely its place is what the rule takes it for; what the judgement says unless stated. */
  readonly chance?: number
  /** What it is one of, where several places lack the same. */
  readonly lacks?: Lacks
}

/** `quick`: all that can be had on the typing path. `slow`: the rules that need figures. Never throws. */
export type Pace = 'quick' | 'slow'

/** A diagram as the rules get to see it. */
export interface ReviewedDiagram {
  readonly system: System
  /** The diagram's own; offsets in its text. */
  readonly suppressions: readonly Suppression[]
}

/** In steps, a rule each. */
export function* runningRules(
  judged: ReviewedDiagram,
  { configuration, timed = untimed }: Pick<Context, 'configuration' | 'timed'>,
  pace: Pace,
): Steps<readonly RuleReport[]> {
  const { system } = judged
  const preset = presetOf(system, configuration)
  const verdicts: RuleReport[] = []
  for (const active of activeRules(configuration, preset)[pace]) {
    if (!active.rule.everyDiagram && !system.architecture.value) continue
    for (const verdict of timed(active.rule.id, () => judgeBy(active, judged, preset))) verdicts.push(verdict)
    yield
  }
  return verdicts
}

const untimed: Timed = (_, work) => work()

interface ActiveRule {
  readonly rule: Rule
  readonly severity: Severity
  readonly options: Readonly<Record<string, OptionValue>>
}

type ActiveRules = Readonly<Record<Pace, readonly ActiveRule[]>>

const known = new WeakMap<readonly Rule[], WeakMap<Configuration['rules'], Map<Preset, ActiveRules>>>()

/** The rules that are on, found once for all diagrams of a workspace. */
function activeRules(configuration: Configuration, preset: Preset): ActiveRules {
  const all = rulesFor(configuration)
  const bySettings = known.get(all) ?? new WeakMap<Configuration['rules'], Map<Preset, ActiveRules>>()
  known.set(all, bySettings)
  const byPreset = bySettings.get(configuration.rules) ?? new Map<Preset, ActiveRules>()
  bySettings.set(configuration.rules, byPreset)
  const found = byPreset.get(preset) ?? rulesTurnedOn(configuration, preset)
  byPreset.set(preset, found)
  return found
}

const ownRules = new WeakMap<readonly Convention[], readonly Rule[]>()

/** The rules that ship, and the workspace's own. */
export function rulesFor({ conventions }: Configuration): readonly Rule[] {
  if (!conventions?.length) return rules
  const known = ownRules.get(conventions) ?? [...rules, ...conventions.map(conventionRule)]
  ownRules.set(conventions, known)
  return known
}

function rulesTurnedOn(configuration: Configuration, preset: Preset): ActiveRules {
  const active = rulesFor(configuration).flatMap(rule => {
    const severity = severityOf(rule, configuration, preset)
    return severity === undefined ? [] : [{ rule, severity, options: optionsOf(rule, configuration) }]
  })
  const needingFigures = (needed: boolean) =>
    active.filter(({ rule }) => (rule.needsFigures === true) === needed)
  return { quick: needingFigures(false), slow: needingFigures(true) }
}

/** The diagram's own preset stands over the configured one. */
export function presetOf({ settings }: System, { preset }: Configuration): Preset {
  return settings.preset ?? preset
}

/** The severity of a rule, or off. */
export function severityOf(rule: Rule, configuration: Configuration, preset: Preset): Severity | undefined {
  const configured = configuration.rules[rule.id]?.severity
  if (configured === 'off') return undefined
  return configured ?? inherited(rule, preset)
}

function inherited(rule: Rule, preset: Preset): Severity | undefined {
  const atMost = presets.slice(0, presets.indexOf(preset) + 1)
  return atMost.map(weaker => rule.presets[weaker]).findLast(severity => severity !== undefined)
}

/** Defaults, with what the configuration sets. */
function optionsOf(rule: Rule, configuration: Configuration): Readonly<Record<string, OptionValue>> {
  const set = configuration.rules[rule.id]?.options ?? {}
  return Object.fromEntries(
    Object.entries(rule.options).map(([name, option]) => [name, set[name] ?? option.default]),
  )
}

function judgeBy(
  { rule, severity, options }: ActiveRule,
  judged: ReviewedDiagram,
  preset: Preset,
): RuleReport[] {
  const { system, suppressions } = judged
  if (lacksGrounds(rule, system.diagram)) return []
  const isUnheard = (at: Span) => !rule.everyDiagram && isInBrokenStatement(system.diagram, at)
  const isSilent = (at: Span) => isUnheard(at) || suppressionOf(rule.id, at.start, suppressions) !== undefined
  try {
    const verdicts: RuleReport[] = []
    const review = { preset, unusedSuppressions: [], isSilent }
    for (const said of withWords(rule, [...rule.check(system, options, review)], system)) {
      const lacks = 'missing' in said ? said : undefined
      for (const judgement of reportsIn(said))
        if (!isUnheard(judgement.at)) verdicts.push({ ...ruleReport(rule, judgement, severity), lacks })
    }
    return verdicts
  } catch (error) {
    const message = `${rule.id} crashed on this diagram (${String(error)}); the other rules were not affected. Please report it.`
    return [{ rule, severity: 'hint', judgement: { at: system.diagram.header, message } }]
  }
}

/** What a picture tells in words is said where its arrows and boxes show nothing of the kind. */
const withWords = (
  { told = [], speaksOf }: Rule,
  said: readonly (Report | Lacks)[],
  system: System,
): Iterable<Report | Lacks> =>
  told.length > 0 && (said.length === 0 || speaksOf === 'omission')
    ? [...said, ...toldIn(system, told)]
    : said

/** What a rule yields stands for one place, or for all that lack the same. */
export const reportsIn = (said: Report | Lacks): readonly Report[] =>
  'missing' in said ? said.missing : [said]

export function ruleReport(rule: Rule, judgement: Report, severity: Severity): RuleReport {
  return { rule, severity: judgement.raised ? (rule.raised ?? severity) : severity, judgement }
}
