// What a component does for one request: the calls it makes, in which order, with which cache in front of which store.

import { isBroker } from '../ends'
import type { Assumption, Call, Component, Plan, Visit } from '../system'
import {
  assumedRatio,
  cachedAmong,
  hitRatioOf,
  isPassedThrough,
  sparesFailures,
  throughCache,
} from './caches'
import { callName, type Follows, isOptional, pathCalls } from './graph'
import { type Ordering, orderedSteps } from './ordered-steps'
import { copiesOf } from './replicas'
import { drawnTogether, roundsReader } from './rounds'
import { fallbacksIn, passivesBehind, saidFallbackOf, saysWhenCalled } from './standbys'
import { fallbackOf, fallbackSaid, isHandedOver, noWork, visitOf } from './visit'

/** Reads plans of components for one flow; each component's work is planned once and shared. */
export interface Planner {
  /** The visit that a call makes; `then` stands for the callee's own calls where a route is known. */
  visit(call: Call, then?: Plan): Visit
  /** What it does when `call` reaches it: hits spare what is behind a cache. */
  work(component: Component, call?: Call): Plan
  /** What was assumed when this work was planned. */
  assumptionsOf(work: Plan): readonly Assumption[]
  /** The same work whatever the way there; undefined where a call leads back to what waits on that way. */
  workAnywhere(component: Component, call?: Call): Plan | undefined
}

/** What planners have in common: where one follows all calls behind a component, the other has planned its work. */
export interface SharedPlanning {
  readonly planner: Planner
  readonly isAllFollowedBehind: (component: Component) => boolean
}

/** A longer chain of calls is no design: what lies beyond is left out, and said. */
export const mostHops = 64

export function plannerOf(follows: Follows, shared?: SharedPlanning): Planner {
  const underway = new Set<string>()
  const plans = planMemory(underway)
  const assumptions = new Map<Plan, readonly Assumption[]>()
  const fallback = onceAtATime(
    (call: Call) => fallbackOf(call, planner.visit) ?? fallbackSaid(call, planner.visit),
  )
  const noting = (plan: Plan, assumed: readonly Assumption[]): Plan => {
    assumptions.set(plan, assumed)
    return plan
  }
  const missed = new Map<Plan, Map<string, Plan>>()
  /** Shared by all calls with the same share of hits. */
  const misses = (component: Component, call: Call | undefined, all: Plan): Plan => {
    if (!isPassedThrough(component)) return all
    const passed = throughCache({ component, call }, all, pathCalls(component, follows))
    if (passed.plan.kind !== 'choice' || passed.plan === all) return all
    const byShare = missed.get(all) ?? new Map<string, Plan>()
    missed.set(all, byShare)
    const share = `${passed.plan.branches[0]?.share} ${passed.plan.assumed}`
    const known = byShare.get(share)
    if (known) return known
    byShare.set(share, passed.plan)
    return noting(passed.plan, [...planner.assumptionsOf(all), ...passed.assumptions])
  }
  const sharedWork = (component: Component, call: Call | undefined): Plan | undefined =>
    shared?.isAllFollowedBehind(component) ? shared.planner.workAnywhere(component, call) : undefined
  const workFor = (call: Call, then: Plan | undefined): Plan =>
    isHandedOver(call) || isBroker(call.callee) ? noWork : (then ?? planner.work(call.callee, call))
  const planner: Planner = {
    visit: (call, then) => visitOf(call, { fallback: fallback(call), work: workFor(call, then) }),
    assumptionsOf: work => assumptions.get(work) ?? shared?.planner.assumptionsOf(work) ?? [],
    work: (component, call) => sharedWork(component, call) ?? misses(component, call, planned(component)),
    workAnywhere: (component, call) => {
      const plan = planned(component)
      return plans.isSettled(component) ? misses(component, call, plan) : undefined
    },
  }
  const planned = (component: Component): Plan => {
    const known = plans.of(component)
    if (known) return known
    if (underway.size >= mostHops) return noting({ kind: 'sequence', steps: [] }, [cutOff(component)])
    underway.add(component.id)
    const calls = pathCalls(component, follows)
    const back = calls.filter(({ callee }) => underway.has(callee.id))
    if (back.length > 0) plans.cutUnderway()
    const assumed = back.map(leftOut)
    const assume = (assumption: Assumption) => assumed.push(assumption)
    const onward = calls.filter(call => !back.includes(call))
    const plan = noting(planCalls(onward, { component, planner, assume }), assumed)
    underway.delete(component.id)
    plans.keep(component, plan)
    if (underway.size === 0) plans.settle()
    return plan
  }
  return planner
}

/** A fallback of a fallback of a call is not the call itself. */
function onceAtATime(plan: (call: Call) => Plan | undefined): (call: Call) => Plan | undefined {
  const rescuing = new Set<Call>()
  return call => {
    if (rescuing.has(call)) return undefined
    rescuing.add(call)
    const result = plan(call)
    rescuing.delete(call)
    return result
  }
}

/** Plans by component. Those with a call left out hold only on the way where it would lead back: `underway`. */
function planMemory(underway: ReadonlySet<string>) {
  const settled = new Map<string, Plan>()
  const recent = new Map<string, Plan>()
  const cut = new Set<string>()
  const cutUnderway = () => {
    for (const id of underway) cut.add(id)
  }
  return {
    of({ id }: Component): Plan | undefined {
      const known = settled.get(id) ?? recent.get(id)
      if (known && cut.has(id)) cutUnderway()
      return known
    },
    keep: ({ id }: Component, plan: Plan) => recent.set(id, plan),
    cutUnderway,
    isSettled: ({ id }: Component): boolean => settled.has(id),
    /** The outermost component is planned: what no cut has touched is good for other ways too. */
    settle() {
      for (const [id, plan] of recent) if (!cut.has(id)) settled.set(id, plan)
      recent.clear()
      cut.clear()
    },
  }
}

const leftOut = (call: Call): Assumption => ({
  at: callName(call),
  key: 'path',
  value: 'left out',
  source: 'it leads back to a component that is waiting',
})

export const cutOff = ({ id }: Component): Assumption => ({
  at: id,
  key: 'path',
  value: 'cut off',
  source: `more than ${mostHops} calls one inside the other`,
})

interface Planning extends Ordering {
  readonly planner: Planner
}

/** Calls that stand on their own each have a fallback of their own; half a call is a chance. */
function eachFor(visit: Visit, assume: Planning['assume']): Plan {
  const { call, times, sideBySide, fallback, ...once } = visit
  if (!call || times === 1 || (times > 1 && !fallback)) return visit
  const one = { ...once, call, times: 1, ...(fallback && { fallback }) }
  const { plan, together } = roundsReader()(one, times)
  if (together > 1) assume(drawnTogether(callName(call), together))
  return sideBySide && plan.kind === 'sequence' ? { kind: 'parallel', branches: plan.steps } : plan
}

function planCalls(calls: readonly Call[], { component, planner, assume }: Omit<Planning, 'visit'>): Plan {
  const fallbacks = fallbacksIn(calls)
  const made = calls.filter(call => !fallbacks.has(call))
  const meant = new Set(made.map(saidFallbackOf))
  for (const call of fallbacks) if (saysWhenCalled(call) && !meant.has(call)) assume(onlyOnFailure(call))
  const passives = passivesBehind(made)
  const idle = new Set([...passives.values()].flat())
  const regular = made.filter(call => !idle.has(call))
  const visit = (call: Call): Plan => {
    const copies = [call, ...(passives.get(call) ?? [])]
    const plans = copies.map(copy => eachFor(planner.visit(copy), assume))
    return plans.length === 1 ? plans[0]! : copiesOf(copies, plans)
  }
  const planning: Planning = { component, planner, visit, assume }
  const cached = cacheAsideOf(regular, planning)
  for (const call of regular)
    if (!cached?.covers.has(call) && !call.connection.figures.optional && isOptional(call))
      planning.assume({
        at: callName(call),
        key: 'optional',
        value: 'true',
        source: 'it holds copies, so that requests succeed without it',
      })
  const others = cached ? regular.filter(call => !cached.covers.has(call)) : regular
  return inTurn([...(cached ? [cached.plan] : []), ...orderedSteps(others, planning)])
}

const onlyOnFailure = (call: Call): Assumption => ({
  at: callName(call),
  key: 'path',
  value: 'left out',
  source: 'it is made only when another call fails, and the diagram does not say which',
})

const inTurn = (steps: readonly Plan[]): Plan =>
  steps.length === 1 ? steps[0]! : { kind: 'sequence', steps }

interface CachedReads {
  readonly plan: Plan
  readonly covers: ReadonlySet<Call>
}

/** A cache beside what it holds copies of: reads ask the cache first. */
function cacheAsideOf(calls: readonly Call[], planning: Planning): CachedReads | undefined {
  const { planner, assume } = planning
  const cached = cachedAmong(calls)
  if (!cached) return undefined
  const { cache, reads, fetches } = cached
  if (reads.length === 0) return undefined
  const ratio = hitRatioOf(cache)
  const hitRatio = ratio?.value ?? 0
  if (!ratio?.stated)
    assume(assumedRatio(cache.callee, { value: hitRatio, source: ratio?.source ?? 'nothing stated' }))
  const store = inTurn(orderedSteps(reads, planning))
  const assumed = !sparesFailures(ratio, cache.callee)
  const failOpen = cache.connection.figures.optional?.value ?? true
  const asked = planner.visit(cache, fetches ? noWork : undefined)
  return {
    plan: { kind: 'cacheAside', cache: asked, store, hitRatio, assumed, failOpen },
    covers: new Set([cache, ...reads]),
  }
}
