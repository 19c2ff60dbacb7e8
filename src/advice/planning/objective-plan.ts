// What it takes to keep a promise: the cheapest changes first, with what each buys.

import {
  finished,
  type JudgedFigures,
  percentileNames,
  percentileShares,
  systemFigures,
  type WorkAllowance,
} from '../../math'
import { restated } from '../../model'
import { visitsOf } from '../../model/flows'
import type { Flow, StatedObjective, System } from '../../model/system'
import { verdictOn } from '../objective-verdict'
import { type Alternative, type Variation, variationsOf } from './deciding-figures'
import { changesFor, type DesignChange, type DesignStatement, linesStating } from './design-changes'
import { type FailureBudget, failureBudget } from './failure-budget'

export interface ObjectivePlan {
  readonly objective: string
  /** "p99 ≤ 300 ms, availability ≥ 99.9 %". */
  readonly promised: string
  readonly now: ReachedFigures
  readonly steps: readonly PlannedStep[]
  /** Whether it is kept after the last step. */
  readonly met: boolean
  /** Whether changes were left untried: all of them would have taken too long. */
  readonly cutShort: boolean
  /** The names of what takes most of what is still missing. */
  readonly remaining: readonly string[]
  /** What may fail in a year as things are; absent where no availability is promised. */
  readonly budget?: FailureBudget
  /** The figures that decide whether it is kept as things are, what matters most at the top. */
  readonly deciding: readonly DecidingFigure[]
}

/** One figure as far as it may plausibly be off, with what the flow comes to then. */
export interface DecidingFigure extends Pick<Variation, 'name' | 'figure' | 'value' | 'stated'> {
  readonly worse: VariedFigure
  readonly better: VariedFigure
}

export interface VariedFigure {
  readonly value: string
  readonly reached: ReachedFigures
}

/** What the flow comes to that is furthest from keeping it. */
export interface ReachedFigures {
  readonly flow: string
  readonly availability: number
  /** Milliseconds; null where no request is answered. */
  readonly p99: number | null
  /** In words; empty when it is kept. */
  readonly shortfalls: readonly string[]
}

export interface PlannedStep {
  readonly title: string
  /** The annotations that say so. */
  readonly lines: readonly string[]
  /** After it. */
  readonly reached: ReachedFigures
}

const mostSteps = 8
/** More changes than this at once nobody looks through. */
const mostTogether = 4
/** A change that brings the promise less near than by this part of the way is none. */
const leastGain = 0.02

/** What trying changes may cost, in parts of designs that are read and worked out again: a second or two. */
export const workForPlans = (): WorkAllowance => ({ left: 12_000 })

/** A plan for the objective of that name; undefined where the system has none, or its figures would take too long. */
export function planFor(name: string, system: System, allowance: WorkAllowance): ObjectivePlan | undefined {
  const first = stageOf(name, { system, allowance })
  if (!first) return undefined
  const promised = first.objective.availability
  const steps = [...stepsFrom(first, mostSteps)]
  const last = steps.at(-1)?.stage ?? first
  return {
    objective: name,
    promised: verdictOn(first.objective, first.reached).text,
    now: reachedAt(first),
    steps: steps.map(({ change, stage }) => ({
      title: change.title,
      lines: linesStating(change, system.diagram),
      reached: reachedAt(stage),
    })),
    met: last.distance === 0,
    cutShort: last.distance > 0 && allowance.left < workOfTrial(last),
    remaining: last.distance > 0 ? remainingIn(last) : [],
    ...(promised !== undefined && { budget: failureBudget(promised, first.reached) }),
    deciding: decidingIn(first),
  }
}

/** The figures that decide whether the objective of that name is kept, what matters most at the top. */
export function decidingFor(
  name: string,
  system: System,
  allowance: WorkAllowance,
): readonly DecidingFigure[] {
  const stage = stageOf(name, { system, allowance })
  return stage ? decidingIn(stage) : []
}

const mostDeciding = 5
/** What changes neither failures nor times by more than this, as a logarithm, decides nothing. */
const LEAST_EFFECT = 0.03

function decidingIn(stage: Stage): readonly DecidingFigure[] {
  const { flow, reached } = stage
  const caches = [...new Set(visitsOf(flow.plan).map(({ component }) => component))].filter(
    ({ figures }) => figures.hitRatio,
  )
  const tried = variationsOf({ flow, reached, slow: weaknessesAt(stage).slow, caches }).flatMap(
    ({ worse, better, ...figure }) => {
      const [low, high] = [triedWith(stage, worse.statement), triedWith(stage, better.statement)]
      if (!low || !high) return []
      const weight = weightOf(stage.objective, low, high)
      const at = ({ value }: Alternative, then: Stage) => ({ value, reached: reachedAt(then) })
      return [{ weight, figure: { ...figure, worse: at(worse, low), better: at(better, high) } }]
    },
  )
  return tried
    .filter(({ weight }) => weight > LEAST_EFFECT)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, mostDeciding)
    .map(({ figure }) => figure)
}

/** What decides between kept and broken counts most, then what moves a broken promise, then what moves its measures. */
function weightOf(objective: StatedObjective, worse: Stage, better: Stage): number {
  const flips = worse.distance > 0 && better.distance === 0
  const apart = (more: number, less: number): number =>
    Math.log(Math.max(more, 1e-12) / Math.max(less, 1e-12)) || 0
  const failing = apart(worse.reached.unavailability, better.reached.unavailability)
  const slower = apart(p99At(worse) ?? Infinity, p99At(better) ?? Infinity)
  const isTimed = percentileNames.some(name => objective[name] !== undefined)
  const moved = Math.max(objective.availability === undefined ? 0 : failing, isTimed ? slower : 0)
  return (flips ? 1000 : 0) + 30 * (worse.distance - better.distance) + Math.min(moved, 10)
}

export interface KeepingChanges {
  /** Together they keep the promise. */
  readonly changes: readonly DesignChange[]
  /** What the flow that is furthest from the promise comes to with them. */
  readonly reached: JudgedFigures
}

/** What a promise is kept by: each change that does so by itself, the cheapest first, else several together. */
export function waysToKeep(name: string, trial: Trial, most: number): readonly KeepingChanges[] {
  const first = stageOf(name, trial)
  if (!first || first.distance === 0) return []
  const alone = triedAt(first).filter(({ stage }) => stage.distance === 0)
  if (alone.length > 0)
    return alone.slice(0, most).map(({ change, stage: { reached } }) => ({ changes: [change], reached }))
  const steps = [...stepsFrom(first, mostTogether)]
  const last = steps.at(-1)?.stage
  return last?.distance === 0 ? [{ changes: steps.map(({ change }) => change), reached: last.reached }] : []
}

/** The best change, then the best one after it, until the promise is kept or nothing brings it nearer. */
function* stepsFrom(first: Stage, most: number): Iterable<TriedStep> {
  let stage = first
  for (let step = 0; step < most && stage.distance > 0; step++) {
    const [next] = triedAt(stage)
    if (!next) return
    yield next
    stage = next.stage
  }
}

/** What a system is tried for, and by what means. */
export interface Trial {
  readonly system: System
  /** What of the objective counts: all of it unless stated. */
  readonly narrowed?: (objective: StatedObjective) => StatedObjective
  /** The changes that may be tried, those first that promise most. */
  readonly chosen?: (changes: readonly DesignChange[]) => readonly DesignChange[]
  /** What trying may still cost, where it may be more than anyone would wait for. */
  readonly allowance?: WorkAllowance
}

/** A trial's system, and its flow that is furthest from keeping a promise. */
interface Stage extends Trial {
  readonly flow: Flow
  readonly objective: StatedObjective
  readonly reached: JudgedFigures
  /** 0 when it is kept. */
  readonly distance: number
}

function stageOf(name: string, trial: Trial): Stage | undefined {
  const { system, narrowed = objective => objective } = trial
  const figures = systemFigures(system)
  const stages = system.flows.flatMap((flow): Stage[] => {
    const reached = flow.objective?.name === name ? figures.judged(flow) : undefined
    if (!flow.objective || !reached) return []
    const objective = narrowed(flow.objective)
    return [{ ...trial, flow, objective, reached, distance: distanceFrom(objective, reached) }]
  })
  return stages.sort((a, b) => b.distance - a.distance)[0]
}

interface TriedStep {
  readonly change: DesignChange
  readonly stage: Stage
}

/** The cheapest change that keeps the promise, then what brings it nearest for what it costs. */
function triedAt(stage: Stage): TriedStep[] {
  const { objective, flow, distance, chosen = changes => changes } = stage
  const gainOf = (next: Stage): number => distance - next.distance
  const changes = changesFor({ flow, ...weaknessesAt(stage), budget: budgetOf(objective) })
  const tried = chosen(changes).flatMap((change): TriedStep[] => {
    const next = triedWith(stage, ...change.statements)
    return next && gainOf(next) > leastGain * distance ? [{ change, stage: next }] : []
  })
  const keeping = tried.filter(each => each.stage.distance === 0)
  const others = tried.filter(each => !keeping.includes(each))
  const worth = ({ change, stage: next }: TriedStep): number => gainOf(next) / change.cost
  return [
    ...keeping.sort((a, b) => a.change.cost - b.change.cost),
    ...others.sort((a, b) => worth(b) - worth(a)),
  ]
}

/** Undefined where the allowance does not suffice. */
function triedWith(stage: Stage, ...statements: readonly DesignStatement[]): Stage | undefined {
  const { objective, system, allowance } = stage
  const work = workOfTrial(stage)
  if (allowance && allowance.left < work) return undefined
  const changed = restated(system, linesStating({ statements }, system.diagram))
  // A change may make a small flow a large one: rounds with a fallback are looked at one by one.
  const grown = workOfFlows(changed) - workOfFlows(system)
  if (allowance && allowance.left < work + grown) return undefined
  if (allowance) allowance.left -= work + Math.max(0, grown)
  return stageOf(objective.name, { ...stage, system: changed })
}

const workOfFlows = ({ flows }: System): number =>
  flows.reduce((sum, { plan }) => sum + 4 * visitsOf(plan).length, 0)

/** Of reading a system again with a change, and of working out its flow. */
const workOfTrial = ({ system: { components, calls, flows }, flow }: Stage): number =>
  components.length + calls.length + 2 * flows.length + 4 * visitsOf(flow.plan).length

function weaknessesAt({ system, flow, reached }: Stage) {
  const shares = finished(systemFigures(system).shares(flow))
  return { down: reached.availabilityParts, slow: shares?.latency ?? [] }
}

/** By how much more requests fail than may, as a logarithm, over all that is promised. */
function distanceFrom(objective: StatedObjective, reached: JudgedFigures): number {
  if (verdictOn(objective, reached).met) return 0
  const excess = (failing: number, allowed: number): number =>
    Math.max(0, Math.log(Math.max(failing, 1e-12) / Math.max(allowed, 1e-12)))
  const late = percentileNames.map(name => {
    const allowed = objective[name]
    return allowed === undefined ? 0 : excess(1 - reached.within(allowed), 1 - percentileShares[name])
  })
  const promised = objective.availability
  const down = promised === undefined ? 0 : excess(reached.unavailability, 1 - promised)
  return Math.max(
    1e-6,
    late.reduce((sum, each) => sum + each, down),
  )
}

/** What a request may take: the strictest of what is promised for the slowest. */
const budgetOf = (objective: StatedObjective): number | undefined =>
  objective.p999 ?? objective.p99 ?? objective.p95

const p99At = ({ system, flow }: Stage): number | null => systemFigures(system).of(flow)?.p99 ?? null

function reachedAt(stage: Stage): ReachedFigures {
  const { flow, objective, reached } = stage
  return {
    flow: flow.name,
    availability: reached.availability,
    p99: p99At(stage),
    shortfalls: verdictOn(objective, reached).shortfalls,
  }
}

function remainingIn(stage: Stage): readonly string[] {
  const { down, slow } = weaknessesAt(stage)
  const { missed } = verdictOn(stage.objective, stage.reached)
  const parts = [
    ...(missed.includes('availability') ? down.slice(0, 2) : []),
    ...(missed.some(measure => measure !== 'availability') ? slow.slice(0, 2) : []),
  ]
  return [...new Set(parts.flatMap(({ component, call }) => (component ?? call?.callee)?.name ?? []))]
}
