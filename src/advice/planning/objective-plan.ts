// What it takes to keep a promise: the cheapest changes first, with what each buys.

import { finished, type JudgedFigures, percentileNames, percentileShares, systemFigures } from '../../math'
import { restated } from '../../model'
import type { Flow, StatedObjective, System } from '../../model/system'
import { verdictOn } from '../objective-verdict'
import { changesFor, type DesignChange, linesStating } from './design-changes'

export interface ObjectivePlan {
  readonly objective: string
  /** "p99 ≤ 300 ms, availability ≥ 99.9 %". */
  readonly promised: string
  readonly now: ReachedFigures
  readonly steps: readonly PlannedStep[]
  /** Whether it is kept after the last step. */
  readonly met: boolean
  /** The names of what takes most of what is still missing. */
  readonly remaining: readonly string[]
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
/** A change that brings the promise less near than by this part of the way is none. */
const leastGain = 0.02

/** A plan for the objective of that name; undefined where the system has none, or its figures would take too long. */
export function planFor(name: string, system: System): ObjectivePlan | undefined {
  const first = stageOf(name, system)
  if (!first) return undefined
  const steps: PlannedStep[] = []
  let stage = first
  while (stage.distance > 0 && steps.length < mostSteps) {
    const next = bestStep(stage)
    if (!next) break
    steps.push({
      title: next.change.title,
      lines: linesStating(next.change, system.diagram),
      reached: reachedAt(next.stage),
    })
    stage = next.stage
  }
  return {
    objective: name,
    promised: verdictOn(first.objective, first.reached).text,
    now: reachedAt(first),
    steps,
    met: stage.distance === 0,
    remaining: stage.distance > 0 ? remainingIn(stage) : [],
  }
}

/** A system, and its flow that is furthest from keeping a promise. */
interface Stage {
  readonly system: System
  readonly flow: Flow
  readonly objective: StatedObjective
  readonly reached: JudgedFigures
  /** 0 when it is kept. */
  readonly distance: number
}

const stageOf = (name: string, system: System): Stage | undefined =>
  system.flows
    .flatMap((flow): Stage[] => {
      const { objective } = flow
      if (objective?.name !== name) return []
      const reached = systemFigures(system).judged(flow)
      if (!reached) return []
      return [{ system, flow, objective, reached, distance: distanceFrom(objective, reached) }]
    })
    .sort((a, b) => b.distance - a.distance)[0]

export interface TriedChange {
  readonly change: DesignChange
  /** What the flow that is furthest from the promise comes to with it. */
  readonly reached: JudgedFigures
  readonly kept: boolean
}

/** What brings a promise nearer by itself, the best first; `isMeant` leaves out the others before they are tried. */
export function helpfulChanges(
  name: string,
  system: System,
  isMeant: (change: DesignChange) => boolean,
): readonly TriedChange[] {
  const stage = stageOf(name, system)
  return stage
    ? triedAt(stage, isMeant).map(({ change, stage: { reached, distance } }) => ({
        change,
        reached,
        kept: distance === 0,
      }))
    : []
}

interface TriedStep {
  readonly change: DesignChange
  readonly stage: Stage
}

const bestStep = (stage: Stage): TriedStep | undefined => triedAt(stage)[0]

/** The cheapest change that keeps the promise, then what brings it nearest for what it costs. */
function triedAt(stage: Stage, isMeant: (change: DesignChange) => boolean = () => true): TriedStep[] {
  const { objective, flow, system, distance } = stage
  const gainOf = (next: Stage): number => distance - next.distance
  const changes = changesFor({ flow, ...weaknessesAt(stage), budget: budgetOf(objective) })
  const tried = changes.filter(isMeant).flatMap((change): TriedStep[] => {
    const next = stageOf(objective.name, restated(system, linesStating(change, system.diagram)))
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

function reachedAt({ system, flow, objective, reached }: Stage): ReachedFigures {
  return {
    flow: flow.name,
    availability: reached.availability,
    p99: systemFigures(system).of(flow)?.p99 ?? null,
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
