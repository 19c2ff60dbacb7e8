// Changes of a design that a flow may need to keep its promise, with what they cost.

import { policyOf } from '../../../math'
import { writeDuration, writeShare } from '../../../model/annotations'
import { hasKind, isClient, isEdge, isStore } from '../../../model/ends'
import { visitsOf } from '../../../model/flows/plan'
import type { Call, Component } from '../../../model/system'
import type { EvaluatedFlow } from '../../engine/evaluation'
import { idInTarget } from '../../preview/statements'
import { fittingTimeouts } from './timeouts'

export interface Candidate {
  /** In the imperative: "Run 2 replicas of Order API". */
  readonly title: string
  /** The annotations that say so. */
  readonly lines: readonly string[]
  /** Effort compared with others: stating a timeout is 1. */
  readonly cost: number
}

/** What takes most of the failures and of the time is looked at, so many of each. */
const mostLookedAt = 5

/** Everything worth trying for a flow, with `budget` milliseconds promised for a request. */
export function candidatesFor(
  { flow, figures }: EvaluatedFlow,
  budget: number | undefined,
): readonly Candidate[] {
  const calls = [...new Set(visitsOf(flow.plan).flatMap(({ call }) => call ?? []))]
  const down = figures.availabilityParts.slice(0, mostLookedAt)
  const slow = (figures.attribution?.latency ?? []).slice(0, mostLookedAt)
  return [
    ...fittingTimeouts(flow, budget),
    ...down.flatMap(({ component }) => (component ? againstOutages(component, calls) : [])),
    ...down.flatMap(({ call }) => (call ? againstErrors(call) : [])),
    ...slow.flatMap(({ component }) => (component ? againstSlowness(component, calls) : [])),
    ...madeTogether(calls),
  ]
}

const callTarget = ({ caller, callee }: Call): string => `${idInTarget(caller.id)}->${idInTarget(callee.id)}`
const stating = (target: string, entries: string): string => `%% ${target}@{ ${entries} }`

function againstOutages(component: Component, calls: readonly Call[]): readonly Candidate[] {
  const { figures, name } = component
  const incoming = calls.filter(({ callee, caller }) => callee === component && !isClient(caller))
  const unavailable = 1 - (figures.availability?.value ?? 1)
  const isOurs =
    figures.managed?.value !== true &&
    figures.availability?.origin !== 'catalogue' &&
    !hasKind(component, 'external')
  const breakers = incoming
    .filter(({ connection }) => connection.figures.fallback && !connection.figures.breaker)
    .map(call => ({
      title: `Let a circuit breaker in ${call.caller.name} stop waiting for ${name}`,
      lines: [stating(callTarget(call), 'breaker: true')],
      cost: 1,
    }))
  const fallbacks = incoming
    .filter(({ connection }) => !connection.figures.fallback && !isEdge(component))
    .map(call => ({
      title: `Give ${call.caller.name} an answer of its own for when ${name} fails`,
      lines: [stating(callTarget(call), 'fallback: true')],
      cost: isStore(component) ? 6 : 4,
    }))
  return [
    ...breakers,
    ...(isOurs ? oneMoreReplica(component) : []),
    ...fallbacks,
    ...(unavailable > 0 ? [betterTier(component, unavailable)] : []),
  ]
}

/** More than four are another design. */
function oneMoreReplica(component: Component): readonly Candidate[] {
  const copies = (component.figures.replicas?.value ?? 1) + 1
  if (copies > 4) return []
  const lines = [stating(idInTarget(component.id), `replicas: ${copies}`)]
  return [{ title: `Run ${copies} replicas of ${component.name}`, lines, cost: 3 }]
}

function betterTier({ id, name }: Component, unavailable: number): Candidate {
  const promised = writeShare(1 - unavailable / 10)
  return {
    title: `Move ${name} to a tier of ${promised}`,
    lines: [stating(idInTarget(id), `availability: ${promised}`)],
    cost: 8,
  }
}

function againstErrors(call: Call): readonly Candidate[] {
  const { attempts, errorRate } = policyOf(call)
  if (attempts > 1 || errorRate === 0) return []
  return [
    {
      title: `Try calls of ${call.caller.name} to ${call.callee.name} once more, if they are idempotent`,
      lines: [stating(callTarget(call), 'attempts: 2, backoff: exponential, jitter: true')],
      cost: 2,
    },
  ]
}

function againstSlowness(component: Component, calls: readonly Call[]): readonly Candidate[] {
  const { p50, p99, concurrency, capacity } = component.figures
  const queued = concurrency && !capacity ? oneMoreReplica(component) : []
  if (!p50 || !p99) return queued
  // Where about one call in ten takes longer.
  const after = writeDuration(rounded(p50.value * (p99.value / p50.value) ** 0.55))
  const hedged = calls
    .filter(
      ({ callee, caller, connection }) =>
        callee === component && !isClient(caller) && !connection.figures.hedge,
    )
    .map(call => ({
      title: `Hedge calls of ${call.caller.name} to ${component.name} after ${after}, if they only read`,
      lines: [stating(callTarget(call), `hedge: ${after}`)],
      cost: 2,
    }))
  const half = `p50: ${writeDuration(rounded(p50.value / 2))}, p99: ${writeDuration(rounded(p99.value / 2))}`
  return [
    ...(p99.value > 2 * p50.value ? hedged : []),
    ...queued,
    {
      title: `Make ${component.name} twice as fast`,
      lines: [stating(idInTarget(component.id), half)],
      cost: 8,
    },
  ]
}

const rounded = (ms: number): number => Number(ms.toPrecision(2))

/** Calls that one component makes one after another. */
function madeTogether(calls: readonly Call[]): readonly Candidate[] {
  const byCaller = new Map<Component, Call[]>()
  for (const call of calls) byCaller.set(call.caller, [...(byCaller.get(call.caller) ?? []), call])
  return [...byCaller]
    .filter(
      ([caller, made]) =>
        made.length > 1 &&
        !isEdge(caller) &&
        !isClient(caller) &&
        made.every(({ connection }) => !connection.figures.order),
    )
    .map(([caller, made]) => ({
      title: `Make the ${made.length} calls of ${caller.name} at once, if none needs what another answers`,
      lines: made.map(call => stating(callTarget(call), 'order: parallel')),
      cost: 2,
    }))
}
