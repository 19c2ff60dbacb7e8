// Changes of a design that a flow may need to keep its promise, with what they cost.

import { type AvailabilityPart, type LatencyShare, policyOf } from '../../math'
import { writeDuration, writeShare } from '../../model/annotations'
import { arrowTarget, partTarget } from '../../model/annotations/metadata/target-names'
import { hasKind, isClient, isEdge, isStore } from '../../model/ends'
import { visitsOf } from '../../model/flows'
import type { Call, Component, Connection, Flow } from '../../model/system'
import type { Diagram } from '../../syntax/tree'
import { fittingTimeouts } from './fitting-timeouts'

export interface DesignChange {
  /** In the imperative: "Run 2 replicas of Order API". */
  readonly title: string
  /** What has to be stated then. */
  readonly statements: readonly DesignStatement[]
  /** Effort compared with others: stating a timeout is 1. */
  readonly cost: number
  /** What it is meant to better. */
  readonly against: 'failures' | 'time'
}

export interface DesignStatement {
  readonly about: Component | Connection
  readonly entries: Readonly<Record<string, string | number | boolean>>
}

/** The annotations that say so. */
export const linesStating = (
  { statements }: Pick<DesignChange, 'statements'>,
  diagram: Diagram,
): readonly string[] =>
  statements.map(({ about, entries }) => {
    const target = 'arrow' in about ? arrowTarget(diagram, about.index) : partTarget(about.id)
    const written = Object.entries(entries).map(([key, value]) => `${key}: ${value}`)
    return `%% ${target}@{ ${written.join(', ')} }`
  })

/** What takes most of the failures and of the time is looked at, so many of each. */
const mostLookedAt = 5

/** What is to be bettered in a flow. */
export interface Weaknesses {
  readonly flow: Flow
  readonly down: readonly AvailabilityPart[]
  readonly slow: readonly LatencyShare[]
  /** Milliseconds promised for a request. */
  readonly budget: number | undefined
}

/** Everything worth trying. */
export function changesFor({ flow, budget, ...weak }: Weaknesses): readonly DesignChange[] {
  const calls = [...new Set(visitsOf(flow.plan).flatMap(({ call }) => call ?? []))]
  const down = weak.down.slice(0, mostLookedAt)
  const slow = weak.slow.slice(0, mostLookedAt)
  return [
    ...(budget === undefined ? [] : fittingTimeouts(flow.plan, budget)),
    ...down.flatMap(({ component }) => (component ? againstOutages(component, calls) : [])),
    ...down.flatMap(({ call }) => (call ? againstErrors(call) : [])),
    ...slow.flatMap(({ component }) => (component ? againstSlowness(component, calls) : [])),
    ...madeTogether(calls),
  ]
}

const stating = (
  about: DesignStatement['about'],
  entries: DesignStatement['entries'],
): DesignChange['statements'] => [{ about, entries }]

function againstOutages(component: Component, calls: readonly Call[]): readonly DesignChange[] {
  const { figures, name } = component
  const incoming = calls.filter(({ callee, caller }) => callee === component && !isClient(caller))
  const unavailable = 1 - (figures.availability?.value ?? 1)
  const isOurs =
    figures.managed?.value !== true &&
    figures.availability?.origin !== 'catalogue' &&
    !hasKind(component, 'external')
  const breakers: readonly DesignChange[] = incoming
    .filter(({ connection }) => connection.figures.fallback && !connection.figures.breaker)
    .map(call => ({
      title: `Let a circuit breaker in ${call.caller.name} stop waiting for ${name}`,
      statements: stating(call.connection, { breaker: true }),
      cost: 1,
      against: 'failures',
    }))
  const fallbacks: readonly DesignChange[] = incoming
    .filter(({ caller, connection }) => !connection.figures.fallback && !isEdge(caller) && !isEdge(component))
    .map(call => ({
      title: `Give ${call.caller.name} an answer of its own for when ${name} fails`,
      statements: stating(call.connection, { fallback: true }),
      cost: isStore(component) ? 6 : 4,
      against: 'failures',
    }))
  return [
    ...breakers,
    ...(isOurs ? oneMoreReplica(component, 'failures') : []),
    ...fallbacks,
    ...(unavailable > 0 ? [betterTier(component, unavailable)] : []),
  ]
}

/** More than four are another design. */
function oneMoreReplica(component: Component, against: DesignChange['against']): readonly DesignChange[] {
  const copies = (component.figures.replicas?.value ?? 1) + 1
  if (copies > 4) return []
  const statements = stating(component, { replicas: copies })
  return [{ title: `Run ${copies} replicas of ${component.name}`, statements, cost: 3, against }]
}

function betterTier(component: Component, unavailable: number): DesignChange {
  const promised = writeShare(1 - unavailable / 10)
  return {
    title: `Move ${component.name} to a tier of ${promised}`,
    statements: stating(component, { availability: promised }),
    cost: 8,
    against: 'failures',
  }
}

function againstErrors(call: Call): readonly DesignChange[] {
  const { attempts, errorRate } = policyOf(call)
  if (attempts > 1 || errorRate === 0) return []
  return [
    {
      title: `Try calls of ${call.caller.name} to ${call.callee.name} once more, if they are idempotent`,
      statements: stating(call.connection, { attempts: 2, backoff: 'exponential', jitter: true }),
      cost: 2,
      against: 'failures',
    },
  ]
}

function againstSlowness(component: Component, calls: readonly Call[]): readonly DesignChange[] {
  const { p50, p99, concurrency, capacity } = component.figures
  const queued = concurrency && !capacity ? oneMoreReplica(component, 'time') : []
  if (!p50 || !p99) return queued
  // Where about one call in ten takes longer.
  const after = writeDuration(rounded(p50.value * (p99.value / p50.value) ** 0.55))
  const hedged: readonly DesignChange[] = calls
    .filter(
      ({ callee, caller, connection }) =>
        callee === component && !isClient(caller) && !connection.figures.hedge,
    )
    .map(call => ({
      title: `Hedge calls of ${call.caller.name} to ${component.name} after ${after}, if they only read`,
      statements: stating(call.connection, { hedge: after }),
      cost: 2,
      against: 'time',
    }))
  const half = { p50: writeDuration(rounded(p50.value / 2)), p99: writeDuration(rounded(p99.value / 2)) }
  return [
    ...(p99.value > 2 * p50.value ? hedged : []),
    ...queued,
    {
      title: `Make ${component.name} twice as fast`,
      statements: stating(component, half),
      cost: 8,
      against: 'time',
    },
  ]
}

const rounded = (ms: number): number => Number(ms.toPrecision(2))

/** Calls that one component makes one after another. */
function madeTogether(calls: readonly Call[]): readonly DesignChange[] {
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
      statements: made.map(({ connection }) => ({ about: connection, entries: { order: 'parallel' } })),
      cost: 2,
      against: 'time',
    }))
}
