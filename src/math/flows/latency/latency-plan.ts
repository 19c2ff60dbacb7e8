// A flow's plan into an expression of times.

import { defaults } from '../../../knowledge'
import { statesTime } from '../../../model/figure'
import { callName } from '../../../model/flows/graph'
import { groupedSteps } from '../../../model/flows/plan'
import type { Component, Plan, Visit } from '../../../model/system'
import { evaluatorOf, type Latency, percentilesOf } from '../../latency/latency'
import { lognormalQuantile } from '../../latency/lognormal'
import { type Logged, loggedIn, openAssumptionLog } from '../assumption-log'
import { type Assumptions, callKey, componentKey, milliseconds, noFigure } from '../assumptions'
import { type CallPolicy, DRAWN_ATTEMPTS } from '../attempts/call-policy'
import type { ReadingContext } from '../reading-context'
import { durationOf, usualTail } from './duration'
import { lagOf } from './lag'
import { networkTime } from './network-time'
import { noteExtended, notePolicy } from './noted-assumptions'
import { answeredByOne } from './one-of-copies'
import { inTurn, repeated, sideBySide } from './repetition'
import { policyWith, type UsualLimit, usualLimit } from './usual-limits'

export interface LatencyReader {
  readonly plan: (plan: Plan) => Latency
  /** What one attempt of a visit's call waits for, before timeout and retries. */
  readonly attempt: (visit: Visit) => Latency
  /** The call with timeout, retries and deadline, made once; without its fallback. */
  readonly call: (visit: Visit) => Latency
  /** What ends an attempt of the call, where nobody states that. */
  readonly limit: (visit: Visit) => UsualLimit | undefined
}

const nothing: Latency = { op: 'constant', ms: 0 }

/** The same for any flow, with what each is to note. */
export interface NotedLatencyReader {
  readonly plan: (plan: Plan) => Logged<Latency>
  readonly attempt: (visit: Visit) => Logged<Latency>
  readonly call: (visit: Visit) => Logged<Latency>
  readonly limit: (visit: Visit) => Logged<UsualLimit | undefined>
}

/** Shared parts of plans become shared expressions, so that the work is linear in the diagram. */
export function latencyReader(manner: Omit<ReadingContext, 'assumptions'>): NotedLatencyReader {
  const notebook = openAssumptionLog()
  const context = { ...manner, assumptions: notebook }
  const attempts = notebook.remembering((visit: Visit) => attemptLatency(visit, plan, context))
  const limits = notebook.remembering((visit: Visit) => usualLimit(visit, attempts(visit).value, context))
  const calls = notebook.remembering((visit: Visit) => {
    const policy = visit.call && policyWith(context.policyOf(visit.call), limits(visit).value)
    return callLatency(visit, { attempt: attempts(visit).value, policy }, context)
  })
  const plan = (part: Plan): Latency => context.outage?.elsewhere(part) ?? plans(part).value
  const plans = notebook.remembering((part: Plan): Latency => {
    switch (part.kind) {
      case 'visit':
        return visitLatency(part, calls(part).value, plan)
      case 'sequence':
        return inTurn(groupedSteps(part).map(plan))
      case 'parallel':
        return { op: 'parallel', of: part.branches.map(plan) }
      case 'redundant':
        // Each request is answered by one of the copies; only a quorum is asked together.
        return part.need <= 1
          ? answeredByOne(part, part.branches.map(plan), context)
          : { op: 'quorum', need: part.need, of: part.branches.map(plan) }
      case 'choice':
        return {
          op: 'choice',
          perRequest: true,
          of: part.branches.map(({ share, plan: of }) => {
            const branch = plan(of)
            return { share: part.assumed ? unspared(share, branch, context) : share, of: branch }
          }),
        }
      case 'cacheAside':
        return cachedLatency(
          part,
          { asked: answered(part.cache, calls(part.cache).value, plan), read: plan(part.store) },
          context,
        )
    }
  })
  return { plan: plans, attempt: attempts, call: calls, limit: limits }
}

/** Reads parts for one flow: what is assumed for them is noted there. */
export function readingFor(assumptions: Assumptions, reader: NotedLatencyReader): LatencyReader {
  const noted = loggedIn(assumptions)
  return {
    plan: part => noted(reader.plan(part)),
    attempt: visit => noted(reader.attempt(visit)),
    call: visit => noted(reader.call(visit)),
    limit: visit => noted(reader.limit(visit)),
  }
}

/** Assumed hits save time and no failure: the share of misses, or all requests where what is behind is down. */
const unspared = (misses: number, behind: Latency, { outage, gamma }: ReadingContext): number =>
  outage && evaluatorOf(gamma).evaluate(behind).failed === 1 ? 1 : misses

/** A miss goes on to the store, and where the cache fails open its failure does too. */
function cachedLatency(
  { hitRatio: usual, assumed, failOpen }: Extract<Plan, { kind: 'cacheAside' }>,
  { asked, read }: { readonly asked: Latency; readonly read: Latency },
  context: ReadingContext,
): Latency {
  const hitRatio = assumed ? 1 - unspared(1 - usual, read, context) : usual
  if (!failOpen)
    return inTurn([asked, { op: 'choice', perRequest: true, of: [{ share: 1 - hitRatio, of: read }] }])
  const hit: Latency = { op: 'fallback', of: asked, otherwise: read }
  const miss = inTurn([{ op: 'optional', of: asked }, read])
  return {
    op: 'choice',
    perRequest: true,
    of: [
      { share: hitRatio, of: hit },
      { share: 1 - hitRatio, of: miss },
    ],
  }
}

function visitLatency(visit: Visit, call: Latency, plan: (plan: Plan) => Latency): Latency {
  const all = answered(visit, call, plan)
  return visit.optional ? { op: 'optional', of: all } : all
}

/** The calls of a visit with its fallback, for those who need an answer. */
function answered(visit: Visit, call: Latency, plan: (plan: Plan) => Latency): Latency {
  const all = visit.sideBySide ? sideBySide(call, visit.times) : repeated(call, visit.times)
  return visit.fallback ? { op: 'fallback', of: all, otherwise: plan(visit.fallback) } : all
}

function attemptLatency(visit: Visit, plan: (plan: Plan) => Latency, context: ReadingContext): Latency {
  const { call, component } = visit
  const down = context.outage?.at(visit)
  if (down === 'hangs') return { op: 'down', hangs: true }
  if (down) return refusal(visit, context)
  const asSeen = call && durationOf(call.connection.figures, usualTail(component))
  if (call && asSeen) {
    noteExtended(asSeen, callName(call), context.assumptions)
    return { op: 'lognormal', ...asSeen.lognormal, item: callKey(call) }
  }
  const network = call ? networkTime(call, context.assumptions) : 0
  const onNetwork: Latency =
    call && network > 0 ? { op: 'constant', ms: network, item: callKey(call) } : nothing
  const own = visit.async ? sendTime(visit, context) : ownTime(component, context)
  const done = visit.async ? own : inTurn([own, plan(visit.work)])
  const work = visit.async ? own : (lagging(visit, done) ?? context.load.queued(component, done))
  const timeout = component.figures.timeout?.value
  const handled: Latency = timeout === undefined ? work : { ...once(work, componentKey(component)), timeout }
  return hedgedLatency(visit, inTurn([onNetwork, handled]), context)
}

/** A stated lag takes the place of the wait that follows from the load. */
function lagging(visit: Visit, done: Latency): Latency | undefined {
  const lag = lagOf(visit)
  return lag && inTurn([{ op: 'constant', ms: lag.value, item: componentKey(visit.component) }, done])
}

/** A refusal takes the way there and back. */
const refusal = ({ call }: Visit, { assumptions }: ReadingContext): Latency =>
  inTurn([
    { op: 'constant', ms: call ? networkTime(call, assumptions) : 0 },
    { op: 'down', hangs: false },
  ])

interface Made {
  readonly attempt: Latency
  readonly policy: CallPolicy | undefined
}

function callLatency(visit: Visit, { attempt, policy }: Made, context: ReadingContext): Latency {
  const { call } = visit
  if (!call || !policy) return attempt
  notePolicy(policy, call, context.assumptions)
  const { timeout, deadline, attempts, waits, jitter, base } = policy
  // What is down makes no transient errors.
  const errorRate = isHedged(visit) || context.outage?.at(visit) ? 0 : policy.errorRate
  const bounded = timeout !== undefined || errorRate > 0 || attempts > 1
  const made = (of: Latency): Latency => ({
    op: 'call',
    of,
    item: callKey(call),
    ...(timeout !== undefined && { timeout }),
    attempts: Math.min(attempts, DRAWN_ATTEMPTS),
    backoff: waits,
    jitter,
    ...(base !== undefined && { base }),
    errorRate,
    errorMs: usualErrorTime(visit, context),
  })
  const tried = !bounded ? attempt : attempts > 1 ? context.perDraw(attempt, made) : made(attempt)
  return deadline === undefined ? tried : { ...once(tried, callKey(call)), timeout: deadline }
}

/** A transient error shows after about the callee's median and what the network takes; milliseconds. */
function usualErrorTime({ call, component }: Visit, { assumptions }: ReadingContext): number {
  const seen = call && durationOf(call.connection.figures)
  const own = seen ?? durationOf(component.figures)
  const network = call && !seen ? networkTime(call, assumptions) : 0
  return network + (own ? lognormalQuantile(own.lognormal, 0.5) : 0)
}

/** What its caller sees of a call is seen with its hedges. */
const isHedged = ({ call }: Visit): boolean => {
  const figures = call?.connection.figures
  return figures?.hedge !== undefined && figures.hedge.value !== false && durationOf(figures) === undefined
}

const once = (of: Latency, item: string): Extract<Latency, { op: 'call' }> => ({
  op: 'call',
  of,
  item,
  attempts: 1,
  backoff: [],
  jitter: 'none',
  errorRate: 0,
  errorMs: 0,
})

function hedgedLatency(visit: Visit, inner: Latency, context: ReadingContext): Latency {
  const { call } = visit
  const stated = call?.connection.figures.hedge?.value
  if (!call || stated === undefined || stated === false) return inner
  const item = callKey(call)
  const { errorRate } = context.policyOf(call)
  // Each copy fails for itself.
  const copy: Latency =
    errorRate > 0 ? { ...once(inner, item), errorRate, errorMs: usualErrorTime(visit, context) } : inner
  if (typeof stated === 'number')
    return context.perDraw(copy, of => ({ op: 'hedge', of, after: stated, item }))
  // Where that is too much work, so is all that contains it.
  const after = context.affords(inner) ? percentilesOf(inner, context.gamma).at(0.95) : 0
  // No copy of what is down is sent either: it would be down as well.
  if (after === Infinity) return inner
  const source = 'a hedge is sent after the 95th percentile (Dean and Barroso 2013)'
  context.assumptions.add({ at: callName(call), key: 'hedge', value: milliseconds(after), source })
  return context.perDraw(copy, of => ({ op: 'hedge', of, after, item }))
}

/** Its own time, and now and then the start of a fresh instance before it. */
function ownTime(component: Component, context: ReadingContext): Latency {
  const { coldStart, coldStarts } = component.figures
  const own = warmTime(component, context)
  if (!coldStart || !coldStarts) return own
  const start: Latency = { op: 'constant', ms: coldStart.value, item: componentKey(component) }
  return inTurn([{ op: 'choice', of: [{ share: coldStarts.value, of: start }] }, own])
}

function warmTime(component: Component, { assumptions }: ReadingContext): Latency {
  const { figures } = component
  const own = durationOf(figures, usualTail(component))
  if (!own) {
    assumptions.add({ at: component.id, key: 'p99', value: milliseconds(0), source: noFigure })
    return nothing
  }
  for (const key of ['p50', 'p95', 'p99'] as const) {
    const figure = figures[key]
    if (figure && !figure.stated)
      assumptions.add({ at: component.id, key, value: milliseconds(figure.value), source: figure.source })
  }
  noteExtended(own, component.id, assumptions, usualTail(component))
  return { op: 'lognormal', ...own.lognormal, item: componentKey(component) }
}

function sendTime({ component }: Visit, { assumptions, assume }: ReadingContext): Latency {
  const own = statesTime(component.figures) ? durationOf(component.figures, usualTail(component)) : undefined
  if (own) return { op: 'lognormal', ...own.lognormal, item: componentKey(component) }
  if (assume === 'nothing') return nothing
  const value = `${milliseconds(defaults.sendLatency.p50)} / ${milliseconds(defaults.sendLatency.p99)}`
  assumptions.add({ at: component.id, key: 'p50/p99', value, source: 'usual time to hand a message over' })
  const usual = durationOf({ p50: assumed(defaults.sendLatency.p50), p99: assumed(defaults.sendLatency.p99) })
  return usual ? { op: 'lognormal', ...usual.lognormal, item: componentKey(component) } : nothing
}

const assumed = (value: number) => ({ value, origin: 'assumed', stated: false, source: 'usual' }) as const
