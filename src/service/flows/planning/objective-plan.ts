// What it takes to keep a promise: the cheapest changes first, with what each buys.

import { percentileNames } from '../../../math'
import type { StatedObjective, System } from '../../../model/system'
import { attributedFlows, type EvaluatedFlow } from '../../engine/evaluation'
import type { AnalyzedDiagram, Snapshot } from '../../engine/snapshot'
import { inSource } from '../../features/place'
import { systemStating } from '../../preview/what-if'
import { type Candidate, candidatesFor } from './candidates'

export interface ObjectivePlan {
  readonly objective: string
  /** The line of the diagram's header keyword. */
  readonly line: number
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

/** A plan for the objectives of that name, or for all there are. */
export function objectivePlans(snapshot: Snapshot, name?: string): readonly ObjectivePlan[] {
  return snapshot.diagrams.flatMap(diagram => {
    if (diagram.leftOut) return []
    const names = new Set(diagram.system.flows.flatMap(({ objective }) => objective?.name ?? []))
    const wanted = [...names].filter(each => name === undefined || each === name)
    return wanted.flatMap(each => planFor(each, diagram, snapshot))
  })
}

/** A system with the changes so far, and its flow that is furthest from keeping the promise. */
interface Stage {
  readonly lines: readonly string[]
  readonly worst: EvaluatedFlow
  /** 0 when it is kept. */
  readonly distance: number
}

type StageAt = (lines: readonly string[]) => Stage | undefined

function planFor(name: string, diagram: AnalyzedDiagram, snapshot: Snapshot): ObjectivePlan[] {
  const at: StageAt = lines => stageOf(name, lines, systemStating(diagram, lines, snapshot))
  const first = at([])
  if (!first) return []
  const steps: PlannedStep[] = []
  let stage = first
  while (stage.distance > 0 && steps.length < mostSteps) {
    const next = bestStep(stage, at)
    if (!next) break
    stage = next.stage
    steps.push({ title: next.title, lines: next.lines, reached: reachedAt(stage) })
  }
  const { line } = snapshot.lines.positionAt(inSource(diagram, diagram.system.diagram.header).start)
  return [
    {
      objective: name,
      line,
      promised: first.worst.objective?.text ?? '',
      now: reachedAt(first),
      steps,
      met: stage.distance === 0,
      remaining: stage.distance > 0 ? remainingIn(stage.worst) : [],
    },
  ]
}

interface TriedStep extends Candidate {
  readonly stage: Stage
  readonly gain: number
}

/** The cheapest change that keeps the promise, else the one that brings it nearest for what it costs. */
function bestStep(stage: Stage, at: StageAt): TriedStep | undefined {
  const candidates = candidatesFor(stage.worst, budgetOf(stage.worst.flow.objective))
  const tried = candidates.flatMap((candidate): TriedStep[] => {
    const next = at([...stage.lines, ...candidate.lines])
    const gain = next ? stage.distance - next.distance : 0
    return next && gain > leastGain * stage.distance ? [{ ...candidate, stage: next, gain }] : []
  })
  const keeping = tried.filter(each => each.stage.distance === 0).sort((a, b) => a.cost - b.cost)
  return keeping[0] ?? tried.sort((a, b) => b.gain / b.cost - a.gain / a.cost)[0]
}

const stageOf = (name: string, lines: readonly string[], system: System): Stage | undefined =>
  attributedFlows(system)
    .filter(({ flow }) => flow.objective?.name === name)
    .map(worst => ({ lines, worst, distance: distanceOf(worst) }))
    .sort((a, b) => b.distance - a.distance)[0]

/** By how much more requests fail than may, as a logarithm, over all that is promised. */
function distanceOf({ flow: { objective }, figures, objective: verdict }: EvaluatedFlow): number {
  if (!objective || verdict?.met) return 0
  const excess = (failing: number, allowed: number): number =>
    Math.max(0, Math.log(Math.max(failing, 1e-12) / Math.max(allowed, 1e-12)))
  const late = percentileNames.map(name => {
    const allowed = objective[name]
    return allowed === undefined ? 0 : excess(1 - figures.within(allowed), 1 - Number(`0.${name.slice(1)}`))
  })
  const promised = objective.availability
  const down = promised === undefined ? 0 : excess(figures.unavailability, 1 - promised)
  return Math.max(
    1e-6,
    late.reduce((sum, each) => sum + each, down),
  )
}

/** What a request may take: the strictest of what is promised for the slowest. */
const budgetOf = (objective: StatedObjective | undefined): number | undefined =>
  objective?.p999 ?? objective?.p99 ?? objective?.p95

function reachedAt({ worst: { flow, figures, objective } }: Stage): ReachedFigures {
  const { availability, p99 } = figures
  return { flow: flow.name, availability, p99, shortfalls: objective?.shortfalls ?? [] }
}

function remainingIn({ figures, objective }: EvaluatedFlow): readonly string[] {
  const missed = objective?.missed ?? []
  const parts = [
    ...(missed.includes('availability') ? figures.availabilityParts.slice(0, 2) : []),
    ...(missed.some(measure => measure !== 'availability')
      ? (figures.attribution?.latency ?? []).slice(0, 2)
      : []),
  ]
  return [...new Set(parts.flatMap(({ component, call }) => (component ?? call?.callee)?.name ?? []))]
}
