// What a component does for one request: the calls it makes, in which order, with which cache in front of which store.

import { hasKind, isBroker, isStore } from '../ends'
import type { Assumption, Call, Component, Figure, Plan, Visit } from '../system'
import type { ArrowAttributes } from '../vocabulary'
import { asksForCopies, callName, type Follows, isOptional, pathCalls } from './graph'

export const noWork: Plan = { kind: 'sequence', steps: [] }

/** Reads plans of components for one flow; each component's work is planned once and shared. */
export interface Planner {
  /** The visit that a call makes; `then` stands for the callee's own calls where a route is known. */
  visit(call: Call, then?: Plan): Visit
  work(component: Component): Plan
  /** What was assumed when this work was planned. */
  assumptionsOf(work: Plan): readonly Assumption[]
}

/** A longer chain of calls is no design: what lies beyond is left out, and said. */
export const mostHops = 64

export function plannerOf(follows: Follows): Planner {
  const underway = new Set<string>()
  const plans = planMemory(underway)
  const assumptions = new Map<Plan, readonly Assumption[]>()
  const rescuing = new Set<Call>()
  /** A fallback of a fallback of a call is not the call itself. */
  const fallback = (call: Call): Plan | undefined => {
    if (rescuing.has(call)) return undefined
    rescuing.add(call)
    const plan = fallbackOf(call, planner)
    rescuing.delete(call)
    return plan
  }
  const noting = (plan: Plan, assumed: readonly Assumption[]): Plan => {
    assumptions.set(plan, assumed)
    return plan
  }
  const planner: Planner = {
    visit: (call, then) => visitOf(call, { work: () => then ?? planner.work(call.callee), fallback }),
    assumptionsOf: work => assumptions.get(work) ?? [],
    work(component) {
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
    },
  }
  return planner
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

interface Behind {
  work(): Plan
  fallback(call: Call): Plan | undefined
}

function visitOf(call: Call, behind: Behind): Visit {
  const { callee, connection } = call
  const async = connection.role.value === 'enqueue'
  const fallback = behind.fallback(call)
  return {
    kind: 'visit',
    component: callee,
    call,
    work: async || isBroker(callee) ? noWork : behind.work(),
    times: connection.figures.calls?.value ?? 1,
    optional: isOptional(call),
    async,
    ...(fallback && { fallback }),
  }
}

/** `fallback` names a component that answers instead, or just says that there is an answer. */
function fallbackOf(call: Call, planner: Planner): Plan | undefined {
  const stated = call.connection.figures.fallback?.value
  if (stated === undefined || stated === false || stated === 'none') return undefined
  const instead = standbyOf(call, call.caller.outgoing)
  return instead ? planner.visit(instead) : noWork
}

/** The call to the component that a fallback names. */
function standbyOf(call: Call, among: readonly Call[]): Call | undefined {
  const stated = call.connection.figures.fallback?.value
  return stated === undefined
    ? undefined
    : among.find(other => other !== call && (other.callee.id === stated || other.callee.text === stated))
}

/** Calls that are made only when others fail. Of two that stand by for each other, the first drawn is made. */
function standbysAmong(calls: readonly Call[]): ReadonlySet<Call> {
  const standbys = new Set<Call>()
  for (const call of calls) {
    if (!call.connection.figures.fallback || standbys.has(call)) continue
    for (
      let next = standbyOf(call, calls);
      next && next !== call && !standbys.has(next);
      next = standbyOf(next, calls)
    )
      standbys.add(next)
  }
  return standbys
}

interface Planning {
  readonly component: Component
  readonly planner: Planner
  assume(assumption: Assumption): void
}

function planCalls(calls: readonly Call[], planning: Planning): Plan {
  const standbys = standbysAmong(calls)
  const regular = standbys.size === 0 ? calls : calls.filter(call => !standbys.has(call))
  const cached = cacheAsideOf(regular, planning)
  const all = cached
    ? [
        cached.plan,
        ...orderedSteps(
          regular.filter(call => !cached.covers.has(call)),
          planning,
        ),
      ]
    : orderedSteps(regular, planning)
  return all.length === 1 ? all[0]! : { kind: 'sequence', steps: all }
}

interface CachedReads {
  readonly plan: Plan
  readonly covers: ReadonlySet<Call>
}

/** A cache beside stores: reads ask the cache first. Writes go to the store always. */
function cacheAsideOf(calls: readonly Call[], { planner, assume }: Planning): CachedReads | undefined {
  const cache = calls.find(asksForCopies)
  if (!cache) return undefined
  const reads = calls.filter(
    call => isStore(call.callee) && !hasKind(call.callee, 'objectStore') && !isWrite(call),
  )
  if (reads.length === 0) return undefined
  const ratio = hitRatioOf(cache)
  const hitRatio = ratio?.value ?? 0
  if (!ratio?.stated) {
    assume({
      at: cache.callee.id,
      key: 'hitRatio',
      value: `${hitRatio * 100}%`,
      source: ratio?.source ?? 'nothing stated',
    })
  }
  const store: Plan =
    reads.length === 1
      ? planner.visit(reads[0]!)
      : { kind: 'sequence', steps: reads.map(read => planner.visit(read)) }
  const assumed = !sparesFailures(ratio, cache.callee)
  const failOpen = cache.connection.figures.optional?.value ?? true
  return {
    plan: { kind: 'cacheAside', cache: planner.visit(cache), store, hitRatio, assumed, failOpen },
    covers: new Set([cache, ...reads]),
  }
}

/** The share of these reads that the cache answers: of this caller, else of all. */
export const hitRatioOf = ({ connection, callee }: Call): Figure<number> | undefined =>
  connection.figures.hitRatio ?? callee.figures.hitRatio

/** Whether hits count when what is behind is down: by a stated ratio, or where it is stated that stale answers are served. */
export const sparesFailures = (
  ratio: Figure<number> | undefined,
  { figures: { staleIfError } }: Component,
): boolean => ratio?.stated === true || (staleIfError?.stated === true && staleIfError.value !== false)

const writing =
  /\b(?:writes?|insert|update|upsert|create|save|stores?|persist|delete|commit|post|put|patch)\b/i
const reading = /\b(?:reads?|get|select|query|queries|fetch|load|lookup|find)\b/i

/** Says that it writes, and not also that it reads. */
export function isWrite({ connection }: Call): boolean {
  const method = connection.figures.method?.value ?? connection.request?.method ?? ''
  const words = `${connection.arrow.text} ${method}`
  return writing.test(words) && !reading.test(words)
}

/** Stated shares that add up to at most one are alternatives. */
function exclusiveShares(calls: readonly Call[]): readonly Call[] {
  const shared = calls.filter(call => shareOf(call) < 1)
  const sum = shared.reduce((total, call) => total + shareOf(call), 0)
  return sum <= 1.0001 ? shared : []
}

/** Something done at one place in the order: a call, or one of several alternatives. */
interface Step {
  readonly order: ArrowAttributes['order']
  readonly plan: () => Plan
}

/** In the stated order; what has one number and what is marked parallel runs side by side. */
function orderedSteps(calls: readonly Call[], { planner, assume, component }: Planning): readonly Plan[] {
  const steps = stepsOf(calls, planner)
  if (steps.length === 1) return [steps[0]!.plan()]
  const unordered = steps.filter(({ order }) => order === undefined).length
  if (unordered > 1) {
    assume({
      at: component.id,
      key: 'order',
      value: 'one after another',
      source: 'no order is stated',
    })
  }
  if (unordered === steps.length) return steps.map(step => step.plan())
  const groups = new Map<string, Step[]>()
  steps.forEach((step, index) => {
    const key = orderKey(step, index)
    const same = groups.get(key)
    if (same) same.push(step)
    else groups.set(key, [step])
  })
  const ordered = [...groups].sort(([a], [b]) => rankOf(a) - rankOf(b))
  return ordered.map(([, group]) => {
    const plans = group.map(step => step.plan())
    return plans.length === 1 ? plans[0]! : { kind: 'parallel', branches: plans }
  })
}

/** Alternatives are one step, in the place of the first of them. */
function stepsOf(calls: readonly Call[], planner: Planner): readonly Step[] {
  const alternatives = exclusiveShares(calls)
  if (alternatives.length === 0) return calls.map(call => stepOf([call], planner))
  return calls.flatMap(call => {
    if (!alternatives.includes(call)) return [stepOf([call], planner)]
    return call === alternatives[0] ? [stepOf(alternatives, planner)] : []
  })
}

function stepOf(calls: readonly Call[], planner: Planner): Step {
  const order = calls.find(({ connection }) => connection.figures.order)?.connection.figures.order?.value
  const [only] = calls
  if (only && calls.length === 1 && shareOf(only) >= 1) return { order, plan: () => planner.visit(only) }
  // A share that is no alternative to others is a chance.
  const branches = () => calls.map(call => ({ share: shareOf(call), plan: planner.visit(call) }))
  return { order, plan: () => ({ kind: 'choice', branches: branches() }) }
}

const shareOf = ({ connection }: Call): number => connection.figures.share?.value ?? 1

function orderKey({ order }: Step, index: number): string {
  if (order === 'parallel') return 'parallel'
  return typeof order === 'number' ? `#${order}` : `unordered ${index}`
}

/** Numbered steps by number; the others keep the order in which they are drawn (sorting is stable). */
const rankOf = (key: string): number => (key.startsWith('#') ? Number(key.slice(1)) : 0)
