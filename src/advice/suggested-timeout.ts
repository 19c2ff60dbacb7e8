// A timeout that a call could state: room for twice its slow answers and for all its callee may wait for.

import { namesLanguageModel, namesMail } from '../knowledge'
import { slowestOf, USUAL_TAIL, usualTail, worstCaseOfCall } from '../math'
import { callsOver } from '../model/calls'
import { type End, hasKind, isClient, isComponent, isEdge } from '../model/ends'
import { statesTime } from '../model/figure'
import { setsBehind } from '../model/flows/replicas'
import { hiddenTimeout } from '../model/hidden-defaults'
import { rememberedFor } from '../model/remembered-for'
import { isCall } from '../model/requests'
import type { Call, Component, Connection, System } from '../model/system'
import { wordingOf } from '../model/wording'
import { coldStartOf, limitsOf, settableAbove } from './settable-timeout'

export interface Suggestion {
  /** Milliseconds: a round figure that the product which waits can be set to. */
  readonly value: number
  /** It rests on assumed latencies: a start, to be replaced by a measurement. */
  readonly estimated: boolean
}

/** A latency of a call that its author is asked about, milliseconds. */
export interface ShownLatency {
  readonly shown: number
  readonly p99: number
}

/** Based on p99s, assumed ones included. */
export function suggestedTimeout(system: System, connection: Connection, latency?: ShownLatency): Suggestion {
  const { caller, callee } = connection
  const own = callsOver(system, connection)
  const answers = own.map(call => answersOf(copiesOf(call)))
  const slow = latency?.p99 ?? answers.reduce((most, each) => Math.max(most, each.slow), 0)
  const isKnown = latency !== undefined || isMeasured(connection) || answers.some(({ measured }) => measured)
  const assumed = Math.max(2 * slow, isKnown ? 10 : leastFor(connection))
  const behind = answers.reduce((most, each) => Math.max(most, each.behind), 0)
  const needed = roundUp(Math.max(assumed, behind))
  const left = roundDown(own.reduce((least, { caller }) => Math.min(least, leftByCallers(caller)), Infinity))
  const least = Math.max(coldStartOf(callee), latency?.shown ?? 0)
  return {
    value: settableAbove(caller, Math.max(least, Math.min(needed, left))),
    estimated: !isKnown && assumed >= behind && needed <= left,
  }
}

/** Copies behind one balancer answer alike, whatever is drawn of each. */
function copiesOf(call: Call): readonly Call[] {
  const { caller, callee } = call
  if (!isEdge(caller)) return [call]
  return copiesByCallee(caller).get(callee) ?? [call]
}

/** The first of an edge's sets that each of its callees is in. */
const copiesByCallee = rememberedFor((edge: Component): ReadonlyMap<Component, readonly Call[]> => {
  const byCallee = new Map<Component, readonly Call[]>()
  for (const { calls, alternatives } of setsBehind(edge, edge.outgoing.filter(isWaitedFor)))
    if (!alternatives) for (const { callee } of calls) if (!byCallee.has(callee)) byCallee.set(callee, calls)
  return byCallee
})

/** What the slowest of several calls may take, what the waits behind them may, and whether anybody states a time. */
const answersOf = rememberedFor((calls: readonly Call[]) => ({
  slow: calls.reduce((most, call) => Math.max(most, slowAnswer(call, slowWork)), 0),
  behind: calls.reduce((most, { callee }) => Math.max(most, waitsBehind(callee)), 0),
  measured: calls.some(({ connection }) => isMeasured(connection)),
}))

/** The latency of the call or of its callee is stated. */
const isMeasured = ({ callee, figures }: Connection): boolean =>
  statesTime(figures) || (isComponent(callee) && statesTime(callee.figures))

/** Assumed figures know neither the first connection of a pool nor a phone in a train. */
function leastFor({ caller, callee, arrow }: Connection): number {
  // A mail server looks at what it takes, attachments included, before it answers.
  if (namesMail(`${callee.text} ${wordingOf(arrow)}`)) return 10_000
  if (
    writesAnswers(callee) ||
    namesLanguageModel(callee.text, wordingOf(arrow)) ||
    takesLong.test(wordingOf(arrow)) ||
    worksLong.test(callee.text) ||
    hasKind(callee, 'warehouse')
  )
    return 30_000
  return isClient(caller) || hasKind(callee, 'external') ? 1000 : 100
}

/** Work over many rows: no store answers it as it answers for one. */
const takesLong =
  /\b(?:reports?|reporting|analytic\w*|aggregat\w*|exports?|bulk|batch|migrat\w*|back-?ups?|full scans?|etl|dumps?|promot\w*|restor\w*|provision\w*|reindex\w*|statistics|transcri\w+|uploads?|uploading|attachments?|pdfs?|videos?|media files?)\b/i

/** What they answer is worked out, or agreed upon by many. */
const worksLong = /\b(?:block-?chain|on-?chain|ocr|document intelligence|(?:azure )?ai services?)\b/i

/** A language model offers to stream its answer because the whole of it takes long. */
const writesAnswers = (callee: End): boolean => {
  const protocols = isComponent(callee) ? (callee.technology?.protocols ?? []) : []
  return protocols[0] === 'https' && protocols.includes('sse')
}

/** What the callers of a component leave it, in milliseconds, with a margin for its own work; Infinity if none gives up. */
export const leftByCallers = rememberedFor(({ incoming }: Component): number =>
  incoming.reduce((least, call) => Math.min(least, leftByCaller(call)), Infinity),
)

function leftByCaller({ connection }: Call): number {
  const { timeout, deadline } = connection.figures
  const usual = limitsOf(connection.caller)?.byDefault.value ?? Infinity
  return Math.min(timeout?.value ?? usual, deadline?.value ?? Infinity) * 0.8
}

/** Beyond so many components nobody waits for all of them in turn, and each arrow looks anew. */
const mostPassed = 30

/** The p99s along the way added up: more than the p99 of the whole, which is right for a limit. A hop that gives up by itself answers then. */
function slowAnswer(
  { callee, connection }: Call,
  workOf: (component: Component) => number | undefined,
): number {
  const stated = slowestOf(connection.figures, () => tailOf(connection))
  const work = stated === undefined ? workOf(callee) : undefined
  const answer = stated ?? (work === undefined ? 0 : work + (connection.figures.rtt?.value ?? 0))
  return Math.min(answer, hiddenTimeout(connection)?.value ?? Infinity)
}

/** p99/p50 where the typical time alone is stated: what takes seconds is work, which does not take ten times as long. */
const tailOf = ({ figures: { latency, p50 } }: Connection | Component): number =>
  ((latency ?? p50)?.value ?? 0) >= 1000 ? 2 : USUAL_TAIL

/** What a component takes by itself, and for all that it waits for. */
const slowWork = rememberedFor((component: Component): number => {
  const passed = new Set<Component>()
  const workOf = (each: Component): number | undefined => {
    if (passed.has(each) || passed.size === mostPassed) return undefined
    passed.add(each)
    const own = slowestOf(each.figures, () => Math.min(usualTail(each), tailOf(each))) ?? 0
    return each.outgoing.filter(isWaitedFor).reduce((sum, call) => sum + slowAnswer(call, workOf), own)
  }
  return workOf(component) ?? 0
})

/** What the callee itself waits for at most, where it is stated. */
const waitsBehind = rememberedFor(({ outgoing }: Component): number => {
  const waits = outgoing.filter(isWaitedFor).map(call => worstCaseOfCall(call) ?? 0)
  return waits.reduce((sum, each) => sum + each, 0) * 1.1
})

const isWaitedFor = ({ connection }: Call): boolean => isCall(connection) && connection.mode.value === 'sync'

const roundFigures = [1, 1.5, 2, 3, 5, 8, 10]

/** Down to the last of 10, 15, 20, 30, 50, 80, 100, 150 … */
export function roundDown(ms: number): number {
  if (!Number.isFinite(ms) || ms < 1) return ms
  const scale = 10 ** Math.floor(Math.log10(ms))
  const step = roundFigures.findLast(each => each * scale <= ms + 1e-9) ?? 1
  return Math.round(step * scale)
}

/** Up to the next of 10, 15, 20, 30, 50, 80, 100, 150 … */
export function roundUp(ms: number): number {
  const scale = 10 ** Math.floor(Math.log10(ms))
  const step = roundFigures.find(each => each * scale >= ms - 1e-9) ?? 10
  return Math.round(step * scale)
}

/** Down to two digits: 2.66s gives 2.6s. */
export function roundedDown(ms: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(ms)) - 1)
  return Math.floor(ms / step + 1e-9) * step
}
