// How many attempts one request can cause at each component, hop by hop.

import { partsOfPlan } from '../../../model/flows/plan'
import { isCall } from '../../../model/requests'
import type { Call, Component, Flow, Plan, System, Visit } from '../../../model/system'
import { type CallPolicy, callsPerVisit, policiesAmong } from './call-policy'
import { policiesIn } from './worst-case'

export interface AttemptHop {
  readonly call: Call
  /** Tries of the call, the first included; Infinity when unlimited. */
  readonly attempts: number
  /** How often the call is made for one request of its caller, without retries. */
  readonly times: number
  /** 2 when hedged. */
  readonly copies: number
}

export interface ComponentAttempts {
  readonly component: Component
  /** Attempts that reach it when everything fails: products along paths, summed over paths. */
  readonly attempts: number
  /** How many of them there are without retries and hedges. */
  readonly calls: number
  /** The hops of the worst single path, outermost first. */
  readonly hops: readonly AttemptHop[]
  /** The product over those hops. */
  readonly product: number
}

/** Largest first; empty for a flow without calls. */
export const attemptsOf = (flow: Flow): readonly ComponentAttempts[] =>
  attemptsIn(flow, attemptCounter(policiesIn(flow)))

export const attemptsIn = (flow: Flow, counter: AttemptCounter): readonly ComponentAttempts[] =>
  Array.from(counter(flow.plan).values(), count => new CountedAttempts(count)).sort(
    (a, b) => b.attempts - a.attempts,
  )

/** The worst is shown, if any: how the others are reached nobody asks. */
class CountedAttempts implements ComponentAttempts {
  readonly component: Component
  readonly attempts: number
  readonly calls: number
  readonly product: number
  readonly #path: PathLink | undefined

  constructor({ component, attempts, calls, product, path }: Count) {
    this.component = component
    this.attempts = attempts
    this.calls = calls
    this.product = product
    this.#path = path
  }

  get hops(): readonly AttemptHop[] {
    return hopsOf(this.#path)
  }
}

/** A linked path, so that plans share their tails. */
interface PathLink {
  readonly hop: AttemptHop
  readonly next?: PathLink
  readonly length: number
}

const linked = (hop: AttemptHop, next: PathLink | undefined): PathLink =>
  next ? { hop, next, length: next.length + 1 } : { hop, length: 1 }

interface Count {
  readonly component: Component
  readonly attempts: number
  readonly calls: number
  readonly product: number
  readonly path?: PathLink
}

type Counts = ReadonlyMap<Component, Count>

/** Attempts that one request at a plan can cause. It remembers: what flows share is counted once. */
export type AttemptCounter = (plan: Plan) => Counts

export function attemptCounter(policyOf: (call: Call) => CallPolicy): AttemptCounter {
  const known = new Map<Plan, Counts>()
  const count = (part: Plan): Counts => {
    const done = known.get(part)
    if (done) return done
    const counts =
      part.kind === 'visit' ? countVisit(part) : merged(partsOfPlan(part).map(count), areAlternatives(part))
    known.set(part, counts)
    return counts
  }
  const countVisit = (visit: Visit): Counts => {
    const { component, call, work, fallback } = visit
    const below = new Map(count(work))
    below.set(component, { component, attempts: 1, calls: 1, product: 1 })
    const reached = call ? multiplied(below, visit, policyOf(call)) : below
    return fallback ? merged([reached, count(fallback)], false) : reached
  }
  return count
}

function multiplied(counts: Counts, visit: Visit, policy: CallPolicy): Counts {
  const { call } = visit
  if (!call) return counts
  const factor = callsPerVisit(policy, visit)
  const hop: AttemptHop = {
    call,
    attempts: policy.attempts,
    times: Math.max(1, visit.times),
    copies: policy.copies,
  }
  return new Map(
    [...counts].map(([component, { attempts, calls, product, path }]) => [
      component,
      {
        component,
        attempts: attempts * factor,
        calls: calls * hop.times,
        product: product * factor,
        path: linked(hop, path),
      },
    ]),
  )
}

/** Alternatives: one of them happens, so the largest counts; otherwise all do. */
function merged(all: readonly Counts[], alternatives: boolean): Counts {
  if (all.length === 1) return all[0]!
  const together = (a: number, b: number): number => (alternatives ? Math.max(a, b) : a + b)
  const result = new Map<Component, Count>()
  for (const counts of all)
    for (const [component, one] of counts) {
      const other = result.get(component)
      if (!other) {
        result.set(component, one)
        continue
      }
      const attempts = together(one.attempts, other.attempts)
      const calls = together(one.calls, other.calls)
      const worse = one.product > other.product ? one : other
      result.set(component, { ...worse, attempts, calls })
    }
  return result
}

/** One branch of a choice happens; one of several copies is asked. */
const areAlternatives = (plan: Plan): boolean =>
  plan.kind === 'choice' || (plan.kind === 'redundant' && plan.need <= 1)

function hopsOf(path: PathLink | undefined): AttemptHop[] {
  const hops: AttemptHop[] = []
  for (let link = path; link; link = link.next) hops.push(link.hop)
  return hops
}

/** Paths are counted so far, then anew: deeper chains are no design. */
const MOST_HOPS = 64

/** A way to a component. */
export interface ReachedBy {
  readonly component: Component
  /** The product of the attempts on the way. */
  readonly product: number
  /** From the component backwards. */
  readonly path: PathLink
}

/** The hops of a way, outermost first. */
export const hopsTo = ({ path }: ReachedBy): readonly AttemptHop[] => hopsOf(path).reverse()

/**
 * For each component the path of calls with the largest product of attempts, whatever the flows; calls that
 * lead back to a waiting component are left out. Components nobody calls have no entry.
 */
export function attemptsTo(system: System): ReadonlyMap<Component, ReachedBy> {
  const policyOf = policiesAmong(system.components)
  const best = new Map<Component, ReachedBy>()
  for (const { component, calls } of callersFirst(system.components)) {
    const reached = best.get(component)
    const before = reached && reached.path.length < MOST_HOPS ? reached : undefined
    for (const call of calls) {
      const policy = policyOf(call)
      const times = Math.max(1, call.connection.figures.calls?.value ?? 1)
      const product = (before?.product ?? 1) * callsPerVisit(policy, { times })
      const known = best.get(call.callee)
      if (known && product <= known.product) continue
      const hop: AttemptHop = { call, attempts: policy.attempts, times, copies: policy.copies }
      best.set(call.callee, { component: call.callee, product, path: linked(hop, before?.path) })
    }
  }
  return best
}

interface Caller {
  readonly component: Component
  /** Its calls but those that lead back to a waiting component. */
  readonly calls: readonly Call[]
  /** The next of them to look at. */
  next: number
}

/** Callers before callees, starting from those nobody calls. Walks without recursion: chains may be long. */
function callersFirst(components: readonly Component[]): Caller[] {
  const waiting = new Set<Component>()
  const done = new Set<Component>()
  const order: Caller[] = []
  const enter = (component: Component): Caller => {
    waiting.add(component)
    const calls = component.outgoing.filter(call => isRequest(call) && !waiting.has(call.callee))
    return { component, calls, next: 0 }
  }
  const called = (component: Component): boolean => component.incoming.some(isRequest)
  const starts = components.filter(component => !called(component)).concat(components.filter(called))
  for (const start of starts) {
    const stack = done.has(start) ? [] : [enter(start)]
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const call = top.calls[top.next++]
      if (call && !done.has(call.callee) && !waiting.has(call.callee)) stack.push(enter(call.callee))
      if (call) continue
      stack.pop()
      waiting.delete(top.component)
      done.add(top.component)
      order.push(top)
    }
  }
  return order.reverse()
}

const isRequest = ({ connection }: Call): boolean =>
  (isCall(connection) && connection.mode.value !== 'async') || connection.role.value === 'enqueue'
