// A timeout that a call could state: room for twice its slow answers and for all its callee may wait for.

import { slowestOf, usualTail, worstCaseOfCall } from '../../math'
import { callsOver } from '../../model/calls'
import { type End, hasKind, isClient, isComponent } from '../../model/ends'
import type { Call, Component, Connection, System } from '../../model/system'

/** Milliseconds, a round figure. Based on p99s, assumed ones included: a start, to be replaced by a measurement. */
export function suggestedTimeout(system: System, connection: Connection): number {
  const calls = callsOver(system, connection)
  const needed = calls.map(call => Math.max(2 * slowAnswer(call, new Set()), waitsBehind(call.callee)))
  const left = calls.flatMap(({ caller }) => caller.incoming.map(leftByCaller))
  return Math.min(roundUp(Math.max(leastFor(connection), ...needed)), roundDown(Math.min(...left)))
}

/** Assumed figures know neither the first connection of a pool nor a phone in a train. */
function leastFor(connection: Connection): number {
  const { caller, callee } = connection
  const places = [connection.figures, ...(isComponent(callee) ? [callee.figures] : [])]
  const measured = places.flatMap(({ p50, p95, p99, latency }) => [p50, p95, p99, latency])
  if (measured.some(figure => figure?.stated)) return 10
  if (writesAnswers(callee)) return 30_000
  return isClient(caller) || hasKind(callee, 'external') ? 1000 : 100
}

/** A language model offers to stream its answer because the whole of it takes long. */
const writesAnswers = (callee: End): boolean => {
  const protocols = isComponent(callee) ? (callee.technology?.protocols ?? []) : []
  return protocols[0] === 'https' && protocols.includes('sse')
}

/** What a caller's own caller leaves it, with a margin for its own work. */
function leftByCaller({ connection }: Call): number {
  const { timeout, deadline } = connection.figures
  return Math.min(timeout?.value ?? Infinity, deadline?.value ?? Infinity) * 0.8
}

/** Beyond so many components nobody waits for all of them in turn, and each arrow looks anew. */
const mostPassed = 30

/** The p99s along the way added up: more than the p99 of the whole, which is right for a limit. */
function slowAnswer({ callee, connection }: Call, passed: Set<Component>): number {
  const stated = slowestOf(connection.figures)
  if (stated !== undefined) return stated
  if (passed.has(callee) || passed.size === mostPassed) return 0
  passed.add(callee)
  const own = slowestOf(callee.figures, () => usualTail(callee)) ?? 0
  let below = 0
  for (const call of callee.outgoing) if (isWaitedFor(call)) below += slowAnswer(call, passed)
  return own + below + (connection.figures.rtt?.value ?? 0)
}

/** What the callee itself waits for at most, where it is stated. */
function waitsBehind({ outgoing }: Component): number {
  const waits = outgoing.filter(isWaitedFor).map(call => worstCaseOfCall(call) ?? 0)
  return waits.reduce((sum, each) => sum + each, 0) * 1.1
}

const isWaitedFor = ({ connection }: Call): boolean =>
  connection.role.value === 'call' && connection.mode.value === 'sync'

const roundFigures = [1, 1.5, 2, 3, 5, 8, 10]

function roundDown(ms: number): number {
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
