// One request at a percentile, call by call: when each begins, ends and gives up.

import { longestOf, policiesIn } from '../../math'
import type { Call, Plan, Visit } from '../../model/system'
import type { EvaluatedFlow } from '../engine/evaluation'
import type { PreviewTarget } from '../preview/messages'
import { type Weights, weightsOf } from './shares'
import { unlimitedAttempts } from './unlimited-attempts'

export interface Bar {
  readonly target: PreviewTarget
  readonly label: string
  readonly depth: number
  /** Milliseconds since the request began. */
  readonly start: number
  readonly end: number
  /** When what the callee does itself is over; from then on it waits for others. */
  readonly worked: number
  /** When the call gives up, all its rounds, attempts and pauses included, on the same axis; null if it never does. */
  readonly timeout: number | null
  /** Attempts that the call makes at most. */
  readonly attempts: number
  readonly onCriticalPath: boolean
}

/** More bars than anybody reads. */
const mostBars = 200

/**
 * The calls of a flow in the order of the request. Widths are each call's part of the percentile whose
 * attribution the figures have, which is `duration` milliseconds; of calls made together all begin at once and the
 * slowest lasts as long as the whole. None where shares are left out.
 */
export function waterfallOf(evaluated: EvaluatedFlow, duration: number | null): readonly Bar[] {
  const { flow, figures } = evaluated
  if (figures.attribution === null) return []
  const drawing: Drawing = {
    weights: weightsOf(evaluated),
    policyOf: policiesIn(flow),
    critical: new Set(figures.criticalPath),
    bars: [],
  }
  const end = draw(flow.plan, { start: 0, depth: 0, stretch: 1 }, drawing)
  return withinLimits(drawing.bars, duration !== null && end > duration ? duration / end : 1)
}

/**
 * Parts of calls made together are drawn wider than they are: no bar may come out longer than its call can take, or
 * outlast the one that waits for it, or the request.
 */
function withinLimits(bars: readonly Bar[], scale: number): readonly Bar[] {
  const callers: Bar[] = []
  return bars.map(bar => {
    while ((callers.at(-1)?.depth ?? -1) >= bar.depth) callers.pop()
    const latest = callers.at(-1)?.end ?? Infinity
    const patience = bar.timeout === null ? Infinity : bar.timeout - bar.start
    const start = Math.min(bar.start * scale, latest)
    const end = Math.min(bar.end * scale, start + patience, latest)
    const settled = {
      ...bar,
      start,
      end,
      worked: Math.min(bar.worked * scale, end),
      timeout: bar.timeout === null ? null : start + patience,
    }
    callers.push(settled)
    return settled
  })
}

interface Drawing {
  readonly weights: Weights
  readonly policyOf: ReturnType<typeof policiesIn>
  readonly critical: ReadonlySet<string>
  readonly bars: Bar[]
}

interface Place {
  readonly start: number
  readonly depth: number
  /** Parts of a join are drawn wider than their share, so that the slowest fills it. */
  readonly stretch: number
}

/** Draws a plan and gives the time at which it ends. */
function draw(plan: Plan, place: Place, drawing: Drawing): number {
  if (drawing.bars.length >= mostBars) return place.start
  switch (plan.kind) {
    case 'visit':
      return drawVisit(plan, place, drawing)
    case 'sequence':
      return inSequence(plan.steps, place, drawing)
    case 'cacheAside':
      return inSequence([plan.cache, plan.store], place, drawing)
    case 'choice':
      return inSequence(
        plan.branches.map(branch => branch.plan),
        place,
        drawing,
      )
    case 'parallel':
    case 'redundant':
      return together(plan.branches, place, drawing)
  }
}

function inSequence(steps: readonly Plan[], place: Place, drawing: Drawing): number {
  return steps.reduce((start, step) => draw(step, { ...place, start }, drawing), place.start)
}

/** The branches begin at once; the heaviest lasts as long as all of their parts, the others in proportion. */
function together(branches: readonly Plan[], place: Place, drawing: Drawing): number {
  const widths = branches.map(branch => drawing.weights.of(branch).ms)
  const whole = widths.reduce((sum, width) => sum + width, 0)
  const widest = Math.max(...widths, 0)
  const stretch = widest > 0 ? (place.stretch * whole) / widest : place.stretch
  const ends = branches.map(branch => draw(branch, { ...place, stretch }, drawing))
  return Math.max(place.start, ...ends)
}

function drawVisit(visit: Visit, place: Place, drawing: Drawing): number {
  const { call, component, work } = visit
  const { weights, critical, bars } = drawing
  const below = weights.of(work).ms
  const own =
    Math.max(0, weights.of(visit).ms - below - (visit.fallback ? weights.of(visit.fallback).ms : 0)) *
    place.stretch
  if (!call) return draw(work, { ...place, start: place.start + own }, drawing)
  const index = bars.length
  const policy = drawing.policyOf(call)
  const longest = longestOf(policy, Infinity) * (visit.sideBySide ? 1 : Math.max(1, visit.times))
  const bar = {
    target: { kind: 'arrow', index: call.connection.index },
    label: labelOf(call),
    depth: place.depth,
    start: place.start,
    worked: place.start + own,
    timeout: Number.isFinite(longest) ? place.start + longest : null,
    attempts: Math.min(policy.attempts, unlimitedAttempts),
    onCriticalPath: critical.has(component.id),
  } as const
  bars.push({ ...bar, end: place.start + own })
  const end = draw(
    work,
    { start: place.start + own, depth: place.depth + 1, stretch: place.stretch },
    drawing,
  )
  bars[index] = { ...bar, end }
  return end
}

const labelOf = ({ caller, callee }: Call): string => `${caller.text} → ${callee.text}`
