// What a component does for one request: the calls it makes, in which order, with which cache in front of which store.

import { hasKind, isBroker, isStore } from '../ends'
import type { Assumption, Call, Component, Plan, Visit } from '../system'
import { callName, type Follows, pathCalls } from './graph'

export const nothing: Plan = { kind: 'sequence', steps: [] }

/** Reads plans of components for one flow; each component's work is planned once and shared. */
export interface Planner {
  /** The visit that a call makes; `then` stands for the callee's own calls where a route is known. */
  visit(call: Call, then?: Plan): Visit
  work(component: Component): Plan
  /** What the plans of these components assumed. */
  assumptionsAt(id: string): readonly Assumption[]
}

/** A longer chain of calls is no design: what lies beyond is left out, and said. */
const mostHops = 64

export function plannerOf(follows: Follows): Planner {
  const planned = new Map<string, Plan>()
  const underway = new Set<string>()
  const assumptions = new Map<string, Assumption[]>()
  const assume = (id: string, assumption: Assumption) =>
    assumptions.set(id, [...(assumptions.get(id) ?? []), assumption])

  const planner: Planner = {
    visit: (call, then) => visitOf(call, { planner, then }),
    assumptionsAt: id => assumptions.get(id) ?? [],
    work(component) {
      const known = planned.get(component.id)
      if (known) return known
      if (underway.size >= mostHops) {
        assume(component.id, {
          at: component.id,
          key: 'path',
          value: 'cut off',
          source: `more than ${mostHops} calls one inside the other`,
        })
        return nothing
      }
      underway.add(component.id)
      const calls = pathCalls(component, follows).filter(call => {
        const back = underway.has(call.callee.id)
        if (back)
          assume(component.id, {
            at: callName(call),
            key: 'path',
            value: 'left out',
            source: 'it leads back to a component that is waiting',
          })
        return !back
      })
      const plan = planCalls(calls, { component, planner, assume })
      underway.delete(component.id)
      planned.set(component.id, plan)
      return plan
    },
  }
  return planner
}

function visitOf(call: Call, { planner, then }: { planner: Planner; then: Plan | undefined }): Visit {
  const { callee, connection } = call
  const { figures } = connection
  const async = connection.role.value === 'enqueue'
  const fallback = fallbackOf(call, planner)
  return {
    kind: 'visit',
    component: callee,
    call,
    then: async || isBroker(callee) ? nothing : (then ?? planner.work(callee)),
    times: figures.calls?.value ?? 1,
    optional: figures.optional?.value ?? hasKind(callee, 'cache'),
    async,
    ...(fallback && { fallback }),
  }
}

/** `fallback` names a component that answers instead, or just says that there is an answer. */
function fallbackOf(call: Call, planner: Planner): Plan | undefined {
  const stated = call.connection.figures.fallback?.value
  if (stated === undefined || stated === false || stated === 'none') return undefined
  const instead = call.caller.outgoing.find(({ callee }) => callee.id === stated || callee.text === stated)
  return instead && instead !== call ? planner.visit(instead) : nothing
}

interface Planning {
  readonly component: Component
  readonly planner: Planner
  assume(id: string, assumption: Assumption): void
}

function planCalls(calls: readonly Call[], planning: Planning): Plan {
  const fallbacks = new Set(calls.map(({ connection }) => connection.figures.fallback?.value))
  const regular = calls.filter(({ callee }) => !fallbacks.has(callee.id) && !fallbacks.has(callee.text))
  const cached = cacheAsideOf(regular, planning)
  const rest = regular.filter(call => !cached?.covers.has(call))
  const shared = exclusiveShares(rest)
  const single = rest.filter(call => !shared.includes(call))
  const steps = orderedSteps(single, planning)
  const choice = shared.length > 0 ? [choiceOf(shared, planning.planner)] : []
  const all = [...(cached ? [cached.plan] : []), ...steps, ...choice]
  return all.length === 1 ? all[0]! : { kind: 'sequence', steps: all }
}

interface CachedReads {
  readonly plan: Plan
  readonly covers: ReadonlySet<Call>
}

/** A cache beside stores: reads ask the cache first. Writes go to the store always. */
function cacheAsideOf(
  calls: readonly Call[],
  { planner, assume, component }: Planning,
): CachedReads | undefined {
  const cache = calls.find(({ callee }) => hasKind(callee, 'cache'))
  const reads = calls.filter(
    call => isStore(call.callee) && !hasKind(call.callee, 'objectStore') && !isWrite(call),
  )
  if (!cache || reads.length === 0) return undefined
  const ratio = cache.callee.figures.hitRatio
  const hitRatio = ratio?.value ?? 0
  if (!ratio?.stated) {
    assume(component.id, {
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
  const failOpen = cache.connection.figures.optional?.value ?? true
  return {
    plan: { kind: 'cacheAside', cache: planner.visit(cache), store, hitRatio, failOpen },
    covers: new Set([cache, ...reads]),
  }
}

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
  const shared = calls.filter(({ connection }) => shareOf(connection.figures.share?.value) < 1)
  const sum = shared.reduce((total, { connection }) => total + shareOf(connection.figures.share?.value), 0)
  return sum <= 1.0001 ? shared : []
}

const shareOf = (stated: number | undefined): number => stated ?? 1

function choiceOf(calls: readonly Call[], planner: Planner): Plan {
  return {
    kind: 'choice',
    branches: calls.map(call => ({
      share: shareOf(call.connection.figures.share?.value),
      plan: planner.visit(call),
    })),
  }
}

/** In the stated order; calls of one number and calls marked parallel run side by side. */
function orderedSteps(calls: readonly Call[], { planner, assume, component }: Planning): readonly Plan[] {
  const groups = new Map<string, Call[]>()
  calls.forEach((call, index) => {
    const key = orderKey(call, index)
    groups.set(key, [...(groups.get(key) ?? []), call])
  })
  const unstated = calls.filter(({ connection }) => !connection.figures.order)
  if (unstated.length > 1) {
    assume(component.id, {
      at: component.id,
      key: 'order',
      value: 'one after another',
      source: 'no order is stated',
    })
  }
  const ordered = [...groups].sort(([a], [b]) => rankOf(a) - rankOf(b))
  return ordered.map(([, group]) => {
    const visits = group.map(call => planned(call, planner))
    return visits.length === 1 ? visits[0]! : { kind: 'parallel', branches: visits }
  })
}

/** A share that is no alternative to others: the call happens with that probability. */
function planned(call: Call, planner: Planner): Plan {
  const share = shareOf(call.connection.figures.share?.value)
  return share < 1
    ? { kind: 'choice', branches: [{ share, plan: planner.visit(call) }] }
    : planner.visit(call)
}

function orderKey({ connection }: Call, index: number): string {
  const order = connection.figures.order?.value
  if (order === 'parallel') return 'parallel'
  return typeof order === 'number' ? `#${order}` : `unordered ${index}`
}

/** Numbered steps by number; the others keep the order in which they are drawn (sorting is stable). */
const rankOf = (key: string): number => (key.startsWith('#') ? Number(key.slice(1)) : 0)
