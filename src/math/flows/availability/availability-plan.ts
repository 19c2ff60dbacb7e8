// A flow's plan into the structure of what must be up, and the unavailability of each part.

import type { Call, Component, Plan, Visit } from '../../../model/system'
import { all, always, any, atLeast, choice, type Structure, up } from '../../availability/structure'
import { massBeyond } from '../../latency/distribution-reader'
import { evaluatorOf } from '../../latency/latency'
import { callKey, componentKey, unrecorded } from '../assumptions'
import type { FlowReading } from '../flow-reading'
import type { ReadingContext } from '../reading-context'
import { sharedCause } from './common-cause'
import { type Doubt, noDoubt, unavailabilityOf } from './component-availability'
import { downWith, type Part } from './part'
import { counterparts, DRAWN, drawnNames, redrawing } from './request-draws'
import { framesUp, takenOver } from './standby-structure'

export interface AvailabilityModel {
  readonly structure: Structure
  readonly parts: ReadonlyMap<string, Part>
}

export function availabilityModel(context: FlowReading): AvailabilityModel {
  const reader = createReader(context)
  const structure = reader.plan(context.flow.plan, true)
  return { structure, parts: reader.parts }
}

interface Reader {
  readonly context: FlowReading
  readonly parts: Map<string, Part>
  /** Parts of copies by those of the first copy, whose draws they share. */
  readonly copies: ReturnType<typeof counterparts>
  /** Work that several calls have done draws for each of them. */
  readonly redrawn: ReturnType<typeof redrawing>
  /** Of what is drawn for each request. */
  readonly keyOf: (part: Plan) => string
  /** `transient`: whether calls may fail by themselves, or a retrying call above has counted that. */
  readonly plan: (plan: Plan, transient: boolean) => Structure
}

function createReader(context: FlowReading): Reader {
  const parts = new Map<string, Part>()
  const keys = new Map<Plan, string>()
  const copies = counterparts()
  const memo = [new Map<Plan, Structure>(), new Map<Plan, Structure>()] as const
  const reader: Reader = {
    context,
    parts,
    copies,
    redrawn: redrawing(drawnNames(parts)),
    keyOf: part => {
      const first = copies.of(part)
      const key = keys.get(first) ?? String(keys.size)
      keys.set(first, key)
      return key
    },
    plan: (part, transient) => {
      const known = memo[transient ? 1 : 0].get(part)
      if (known) return known
      const structure = readPlan(part, transient, reader)
      memo[transient ? 1 : 0].set(part, structure)
      return structure
    },
  }
  return reader
}

function readPlan(part: Plan, transient: boolean, reader: Reader): Structure {
  const read = (plan: Plan): Structure => reader.plan(plan, transient)
  switch (part.kind) {
    case 'visit':
      return readVisit(part, transient, reader)
    case 'sequence':
      return all(part.steps.map(read))
    case 'parallel':
      return all(part.branches.map(read))
    case 'redundant':
      return readCopies(part, transient, reader)
    case 'choice':
      return part.assumed
        ? all(part.branches.map(({ plan }) => read(plan)))
        : choices(
            part.branches.map(({ share, plan }) => ({ share, of: read(plan) })),
            reader.keyOf(part),
          )
    case 'cacheAside': {
      const asked = { ...part.cache, optional: false }
      reader.copies.standsFor(asked, part.cache)
      const cache = read(asked)
      const store = read(part.store)
      if (part.assumed) return part.failOpen ? store : all([cache, store])
      return part.failOpen
        ? choice(part.hitRatio, any([cache, store]), store, reader.keyOf(part))
        : all([cache, choice(part.hitRatio, always, store, reader.keyOf(part))])
    }
  }
}

/**
 * A copy that is down is left out; a request that fails on its way to a copy or behind it is not sent to another.
 */
function readCopies(
  part: Extract<Plan, { kind: 'redundant' }>,
  transient: boolean,
  reader: Reader,
): Structure {
  const { branches, need } = part
  reader.copies.pair(branches)
  const single = need <= 1 && branches.length > 1
  const copies = branches.map(branch => reader.plan(branch, transient && !single))
  const parts = [sharedCause(branches, reader), takenOver(part, copies, reader) ?? atLeast(need, copies)]
  if (single && transient) parts.push(passedOn(part, reader))
  return all(parts)
}

/** P(errors and timeouts fail a request that one of the copies serves). */
function passedOn(part: Extract<Plan, { kind: 'redundant' }>, { context, parts, keyOf }: Reader): Structure {
  const unavailability = evaluatorOf(context.gamma).evaluate(context.latency.plan(part)).failed
  if (unavailability === 0) return always
  const first = part.branches[0]
  const call = first?.kind === 'visit' ? first.call : undefined
  const name = `${DRAWN}served:${keyOf(part)}`
  parts.set(name, { name, unavailability: () => unavailability, ...(call && { call }) })
  return up(name)
}

function readVisit(visit: Visit, transient: boolean, reader: Reader): Structure {
  if (visit.optional) {
    // Nothing of it is needed; its outages may take too long all the same.
    const asked = { ...visit, optional: false }
    reader.copies.standsFor(asked, visit)
    reader.plan(asked, transient)
    return always
  }
  const { call } = visit
  const stated = call?.connection.figures.availability
  const fallback = visit.fallback
  const needed =
    stated && call ? promised(visit, call, transient, reader) : requirements(visit, transient, reader)
  return fallback ? any([all(needed), reader.plan(fallback, transient)]) : all(needed)
}

/** What a promise covers, and what the caller makes of it: errors that are stated beside it, timeouts. */
const promised = (visit: Visit, call: Call, transient: boolean, reader: Reader): Structure[] =>
  transient ? [asStated(visit, call, reader), callUp(visit, call, reader)] : [asStated(visit, call, reader)]

/** The call as its caller sees it stands for everything behind it. */
function asStated(visit: Visit, call: Call, { parts, copies }: Reader): Structure {
  const availability = call.connection.figures.availability?.value ?? 1
  const counterpart = copies.of(visit)
  const first = (counterpart.kind === 'visit' && counterpart.call) || call
  const same = first.connection.figures.availability?.value === availability ? first : call
  const name = callKey(same)
  const strikes = (other: Visit): boolean => other.call === same
  parts.set(name, { name, unavailability: () => 1 - availability, call: same, strikes })
  return up(name)
}

function requirements(visit: Visit, transient: boolean, reader: Reader): Structure[] {
  const { call, component } = visit
  const counted = call !== undefined && countsBelow(visit, call, reader.context)
  const needed = [componentUp(component, reader), ...framesUp(component, reader.parts)]
  if (call && transient) needed.push(callUp(visit, call, reader))
  if (transient && !visit.async) needed.push(admitted(visit, reader))
  const work = reader.plan(visit.work, transient && !counted)
  const first = reader.copies.of(visit)
  const called = reader.redrawn.calledBy(first, visit.work, work)
  needed.push(reader.redrawn.rounds(called, first, visit.times))
  return needed
}

/**
 * Repetitions, hedges and deadlines repeat or cut what is below as well: its transient failures are counted with
 * the call.
 */
function countsBelow(visit: Visit, call: Call, { policyOf }: ReadingContext): boolean {
  const { attempts, deadline, copies } = policyOf(call)
  const repeats = attempts > 1 || copies > 1 || (visit.times !== 1 && !isLeaf(visit))
  return repeats || deadline !== undefined || visit.component.figures.timeout !== undefined
}

function componentUp(component: Component, { parts, context }: Reader): Structure {
  const name = componentKey(component)
  let part = parts.get(name)
  if (!part) {
    const usual = unavailabilityOf(component, context.assumptions)
    const unavailability = (doubt: Doubt): number =>
      doubt === noDoubt ? usual : unavailabilityOf(component, unrecorded, doubt)
    part = { name, unavailability, component, strikes: downWith(component) }
    parts.set(name, part)
  }
  return part.unavailability(noDoubt) > 0 ? up(name) : always
}

function callUp(visit: Visit, call: Call, { context, parts, keyOf }: Reader): Structure {
  const once = transientFailure(visit, call, context)
  if (once === 0) return always
  const unavailability = 0 - Math.expm1(visit.times * Math.log1p(-once))
  const name = `${DRAWN}${keyOf(visit)}:${unavailability}`
  parts.set(name, { name, unavailability: () => unavailability, call })
  return up(name)
}

/** Where load leaves requests without an answer, some are. */
function admitted(visit: Visit, { context, parts, keyOf }: Reader): Structure {
  const { component, times } = visit
  const unanswered = context.load.unanswered(component)
  if (unanswered === 0) return always
  const name = `${DRAWN}load:${keyOf(visit)}:${component.id}`
  const unavailability = 0 - Math.expm1(times * Math.log1p(-unanswered))
  parts.set(name, { name, unavailability: () => unavailability, component })
  return up(name)
}

/** P(the call fails with every component up): errors and timeouts that its retries did not repair. */
function transientFailure(visit: Visit, call: Call, context: FlowReading): number {
  const { deadline, errorRate, ...policy } = context.policyOf(call)
  const timeout = policy.timeout ?? context.latency.limit(visit)?.ms
  if (countsBelow(visit, call, context)) {
    const ends = timeout ?? deadline ?? visit.component.figures.timeout?.value
    const bare = ends === undefined && errorRate === 0 && isLeaf(visit)
    if (bare) return 0
    const all = context.latency.call(visit)
    return failureOnce(visit, context, () => evaluatorOf(context.gamma).evaluate(all).failed)
  }
  if (timeout === undefined) return errorRate
  const attempt = context.latency.attempt(visit)
  return failureOnce(visit, context, () => {
    const inner = evaluatorOf(context.gamma).evaluate(attempt)
    return errorRate + (1 - errorRate) * Math.min(1, massBeyond(inner.success, timeout))
  })
}

function failureOnce(visit: Visit, { failures }: FlowReading, workOut: () => number): number {
  const known = failures.get(visit)
  if (known !== undefined) return known
  const failure = workOut()
  failures.set(visit, failure)
  return failure
}

/** Branches of a choice, drawn one after the other with the share that is left. */
function choices(
  branches: readonly { readonly share: number; readonly of: Structure }[],
  key: string,
): Structure {
  let left = Math.max(
    1,
    branches.reduce((sum, { share }) => sum + share, 0),
  )
  const drawn = branches.map(({ share, of }) => {
    const odds = left > 0 ? share / left : 0
    left -= share
    return { odds, of }
  })
  return drawn.reduceRight<Structure>(
    (otherwise, { odds, of }, index) => choice(odds, of, otherwise, `${key}.${index}`),
    always,
  )
}

const isLeaf = ({ work }: Visit): boolean => work.kind === 'sequence' && work.steps.length === 0
