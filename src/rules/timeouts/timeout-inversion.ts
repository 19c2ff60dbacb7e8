// Callees that may still be working when their caller has given up.

import { shorterTimeouts, statementOf } from '../../advice/planning/fitting-timeouts'
import { coldStartOf, settableAbove, settableBelow } from '../../advice/settable-timeout'
import { roundedDown, roundUp } from '../../advice/suggested-timeout'
import { callsMadeIn, type MadeCall, statedBudgets, worstCaseOfCall } from '../../math'
import { writeDuration } from '../../model/annotations'
import type { Figure } from '../../model/figure'
import { visitsOf } from '../../model/flows'
import { hiddenTimeout } from '../../model/hidden-defaults'
import type { Call, Component, System, Visit } from '../../model/system'
import { restateArrow } from '../fixes/annotate'
import { changeDesign } from '../fixes/design-change'
import { unlessMany } from '../fixes/enumeration'
import { defineRule, type Fix, fixOnDemand, type Report } from '../rule'

export const timeoutInversion = defineRule({
  id: 'timeout-inversion',
  category: 'timeouts',
  speaksOf: 'contradiction',
  topic: 'timeout',
  summary: 'A caller gives up before its callee does.',
  presets: { recommended: 'warning' },
  fixable: 'review',
  options: {},

  *check(system) {
    if (!system.connections.some(({ figures }) => figures.timeout)) return
    const judged = new Set<number>()
    const handled = new Set<Component>()
    for (const { visits, budget, waiting } of statedBudgets(system)) {
      for (const visit of visits) {
        const limit = visit.component.figures.timeout
        if (limit?.stated && waiting(visit) >= limit.value && !handled.has(visit.component)) {
          handled.add(visit.component)
          yield judgeHandling(visit, limit, waiting(visit))
        }
        const inversion = inversionAt(visit, budget)
        if (!inversion || judged.has(inversion.call.connection.index)) continue
        judged.add(inversion.call.connection.index)
        yield judge(system, inversion)
      }
    }
  },
})

interface Inversion {
  readonly visit: Visit
  readonly call: Call
  /** Milliseconds the caller waits for one attempt. */
  readonly waits: number
  /** Where it says so, if the author doesn't. */
  readonly byDefault?: string
  /** Milliseconds the callee may take by its own stated timeouts. */
  readonly works: number
}

function inversionAt(visit: Visit, budget: (visit: Visit) => number): Inversion | undefined {
  const { call } = visit
  if (!call || visit.async) return undefined
  // Whoever states how long it may be silent has left the default.
  const hidden = idle.test(call.connection.arrow.text) ? undefined : hiddenTimeout(call.connection)
  const waits = (call.connection.figures.timeout ?? deadlineFor(visit))?.value ?? hidden?.value
  if (waits === undefined) return undefined
  const works = budget(visit)
  return works >= waits
    ? { visit, call, waits, works, ...(hidden && { byDefault: hidden.source }) }
    : undefined
}

const idle = /\bidle[-_ ]?time-?out/i

/** The deadline of a call that some call behind it outlasts; gRPC hands its deadline on to gRPC. */
function deadlineFor(visit: Visit): Figure<number> | undefined {
  const { call } = visit
  const deadline = call?.connection.figures.deadline
  if (!call || !deadline) return undefined
  const outlasts = ({ call: inner, times }: MadeCall): boolean =>
    !(speaksGrpc(call) && speaksGrpc(inner)) &&
    (worstCaseOfCall(inner) ?? Infinity) * times >= deadline.value &&
    inner.connection.figures.timeout !== undefined
  return callsMadeIn(visit).some(outlasts) ? deadline : undefined
}

const speaksGrpc = ({ connection }: Call): boolean => connection.protocols.includes('grpc')

function judge(system: System, inversion: Inversion): Report {
  const { visit, call, waits } = inversion
  const { callee, connection } = call
  const inner = callsMadeIn(visit)
  return {
    at: (connection.figures.timeout ?? connection.figures.deadline)?.span ?? connection.arrow.operator,
    message: `${whatIsSo(inversion)} Keep what ${callee.name} waits for below ${writeDuration(waits)}, or wait longer here.`,
    related: inner.map(made => ({
      at: made.call.connection.figures.timeout?.span ?? made.call.connection.arrow.operator,
      message: `${callee.name} waits ${waitFor(made)}`,
    })),
    get fixes() {
      return waysOut(system, inversion)
    },
  }
}

/** Its own time for a request, which it may spend waiting. */
function judgeHandling(visit: Visit, limit: Figure<number>, works: number): Report {
  const { component } = visit
  const inner = callsMadeIn(visit)
  const most = writeDuration(limit.value)
  return {
    at: limit.span ?? component.span,
    message: `${component.name} gives each request ${most}, and may wait ${writeDuration(works)}${partsOf(inner, works)}. After ${most} the work behind it is wasted, and a retry doubles its load. Keep what ${component.name} waits for below ${most}, or give requests longer.`,
    related: inner.map(made => ({
      at: made.call.connection.figures.timeout?.span ?? made.call.connection.arrow.operator,
      message: `${component.name} waits ${waitFor(made)}`,
    })),
  }
}

function waysOut(system: System, { visit, call, waits, works }: Inversion): readonly Fix[] {
  const inner = callsMadeIn(visit)
  const isOne = inner.length === 1 && !isDoneEarlier(inner, works)
  return [
    ...allShorterBehind(system, visit, waits),
    ...(isOne ? inner.flatMap(made => shorterBehind(system, made, waits)) : []),
    ...longerHere(system, call, works),
  ]
}

/** With as much as the caller waits for all of the callee's own waiting, nothing is left for its work and the way back. */
function whatIsSo({ visit, call: { caller, callee }, waits, works, byDefault }: Inversion): string {
  const wanted = writeDuration(waits)
  const parts = partsOf(callsMadeIn(visit), works)
  if (byDefault !== undefined)
    return `${caller.name} gives up on ${callee.name} after ${wanted} by default (${byDefault}), and ${callee.name} may work for ${writeDuration(works)}${parts}. After ${wanted} its work is wasted.`
  return works === waits
    ? `${caller.name} waits ${wanted} for ${callee.name}, which may spend all of it waiting${parts}. That leaves no time for its own work and the response: an answer at the last moment comes too late, and a retry doubles the load.`
    : `${caller.name} waits ${wanted} for ${callee.name}, which may work for ${writeDuration(works)}${parts}. After ${wanted} its work is wasted, and a retry doubles its load.`
}

const longestOf = ({ call, times }: MadeCall): number => (worstCaseOfCall(call) ?? Infinity) * times

/** What is called is done before its caller's patience ends: what it waits for in turn decides. */
const isDoneEarlier = (made: readonly MadeCall[], works: number): boolean =>
  made.some(each => longestOf(each) > works + 1)

/** A sum only where the parts add up: calls side by side, and waits between attempts, don't. */
function partsOf(made: readonly MadeCall[], works: number): string {
  if (made.length === 0 || isDoneEarlier(made, works)) return ' by the timeouts behind it'
  const total = made.reduce((sum, each) => sum + longestOf(each), 0)
  const parts = made.map(partOf)
  return Math.abs(total - works) < 1
    ? `: ${parts.join(' + ')}`
    : ` by what it waits for (${parts.join(', ')})`
}

/** "Postgres 3 × 1s", "5 × (Postgres 200ms)". */
function partOf({ call, times }: MadeCall): string {
  const one = `${call.callee.name} ${limitOf(call)}`.trim()
  return times > 1 ? `${times} × (${one})` : one
}

/** "up to 3 × 1s for Postgres". */
function waitFor({ call, times }: MadeCall): string {
  const limit = limitOf(call)
  const often = times > 1 ? `, ${times} times` : ''
  return limit === '' ? `for ${call.callee.name}${often}` : `up to ${limit} for ${call.callee.name}${often}`
}

/** "3 × 1s within 2s"; '' where nothing limits it. */
function limitOf({ connection: { figures } }: Call): string {
  const { timeout, deadline, attempts, retries } = figures
  const tries = attempts?.value ?? (retries ? retries.value + 1 : 1)
  if (!timeout) return deadline ? writeDuration(deadline.value) : ''
  const limit =
    deadline && deadline.value < timeout.value * tries ? ` within ${writeDuration(deadline.value)}` : ''
  return tries > 1 ? `${tries} × ${writeDuration(timeout.value)}${limit}` : writeDuration(timeout.value)
}

const mostNamed = 5

/** So many calls behind one nobody changes at once. */
const mostBehind = 200

/** Several calls behind, or one behind the other: together they fit into what the caller waits. */
function allShorterBehind(system: System, visit: Visit, waits: number): readonly Fix[] {
  if (visitsOf(visit.work).length > mostBehind) return []
  const shorter = shorterTimeouts(visit, waits)
  if (shorter.length < 2) return []
  const named = unlessMany(shorter, mostNamed).map(
    ({ call, timeout }) => `${call.callee.name} ${writeDuration(timeout)}`,
  )
  const others = shorter.length > named.length ? ` and ${shorter.length - named.length} more` : ''
  const title = `Set these ${shorter.length} timeouts: ${named.join(', ')}${others}`
  return [changeDesign(system, { title, statements: shorter.map(statementOf) })]
}

/** One call behind: all its attempts fit into four fifths of the caller's timeout, or fewer of them. */
function shorterBehind(system: System, { call: inner, times }: MadeCall, waits: number): readonly Fix[] {
  if (times > 1) return []
  const { connection, callee } = inner
  const { timeout, attempts, retries, deadline, backoff } = connection.figures
  if (!timeout || deadline || backoff) return []
  const tries = attempts?.value ?? (retries ? retries.value + 1 : 1)
  const call = `${inner.caller.name} → ${callee.name}`
  const fixes: Fix[] = []
  const each = Number.isFinite(tries)
    ? settableBelow(inner.caller, roundedDown((waits * 0.8) / tries))
    : undefined
  if (each !== undefined && each >= Math.max(1, coldStartOf(callee))) {
    const value = writeDuration(each)
    const title = `Lower the timeout of ${call} to ${value}`
    fixes.push(fixOnDemand(title, () => restateArrow(system, { connection, key: 'timeout', value })))
  }
  const fitting = Math.ceil(waits / timeout.value) - 1
  if (fitting >= 1 && fitting < tries) {
    const key = attempts ? 'attempts' : 'retries'
    const value = attempts ? fitting : fitting - 1
    const title = `Lower the ${key} of ${call} to ${value}`
    fixes.push(fixOnDemand(title, () => restateArrow(system, { connection, key, value })))
  }
  return fixes
}

/** Only where nobody in front gives up in turn. */
function longerHere(system: System, { caller, callee, connection }: Call, works: number): readonly Fix[] {
  const { deadline } = connection.figures
  const isBounded = caller.incoming.some(({ connection: { figures } }) => figures.timeout ?? figures.deadline)
  const longer = settableAbove(caller, roundUp(works * 1.1))
  if (deadline || isBounded || !Number.isFinite(works) || longer <= works) return []
  const value = writeDuration(longer)
  const title = `Raise the timeout of ${caller.name} → ${callee.name} to ${value}`
  return [fixOnDemand(title, () => restateArrow(system, { connection, key: 'timeout', value }))]
}
