// What nobody drew: attempts that a mesh, a proxy or an SDK makes by itself, and when a product gives up by itself.

import {
  type HiddenDefault,
  hiddenDefaultsOf,
  type ProtocolId,
  protocolById,
  requestTimeoutOf,
  type Technology,
  technologiesIn,
} from '../knowledge'
import {
  type End,
  framesAround,
  hasKind,
  isBroker,
  isClient,
  isComponent,
  isEdge,
  isService,
  isStore,
} from './ends'
import type { Component, Connection, Figure, Figures } from './system'
import type { ArrowAttributes } from './vocabulary'

interface MadeCall {
  readonly caller: End
  readonly callee: End
  readonly protocols: readonly ProtocolId[]
  readonly figures: Figures<ArrowAttributes>
}

/** Attempts where the author states none, by the product that makes them; they share the time that the caller itself waits. */
export function hiddenAttempts(call: MadeCall): Figures<ArrowAttributes> | undefined {
  const { figures } = call
  if (figures.attempts || figures.retries) return undefined
  const made = attemptsOfMesh(call) ?? attemptsOfSdk(call)
  if (!made || made.value <= 1) return undefined
  const assumed = { origin: 'catalogue', stated: false, source: made.source } as const
  return {
    attempts: { ...assumed, value: made.value },
    baseDelay: { ...assumed, value: made.pause ?? usualPause },
    jitter: { ...assumed, value: true },
    ...(figures.timeout && !figures.deadline && { deadline: { ...assumed, value: figures.timeout.value } }),
  }
}

/** Whether a mesh or an SDK makes the attempts, however many: all in the ledger wait before they try again. */
export const pausesByDefault = (call: MadeCall): boolean =>
  (attemptsOfMesh(call) ?? attemptsOfSdk(call)) !== undefined

/** What makes those attempts, as a sentence names it. */
export const repeater = (call: MadeCall): string => (attemptsOfMesh(call) ? 'the mesh' : 'the AWS SDK')

/** Milliseconds before the first retry where the ledger has none. */
const usualPause = 100

function attemptsOfMesh(call: MadeCall): HiddenDefault | undefined {
  if (!isRouted(call)) return undefined
  const mesh = meshAround(call.caller)
  return mesh && meshAround(call.callee)?.id === mesh.id ? defaultOf(mesh, 'attempts') : undefined
}

/** Requests that a proxy can read: not SQL, not what the program encrypts itself. */
const isRouted = ({ caller, callee, protocols }: MadeCall): boolean =>
  !isClient(caller) &&
  ![caller, callee].some(end => isStore(end) || isBroker(end)) &&
  protocols.every(id => protocolById(id).http || id === 'grpc') &&
  !protocols.includes('websocket')

/** The mesh that a group around it is named after; without sidecars (ambient mode) nobody reads the requests. */
function meshAround(end: End): Technology | undefined {
  for (const { text } of framesAround(end)) {
    const mesh = technologiesIn(text).find(({ technology }) => technology.kind === 'mesh')?.technology
    if (mesh) return /\bambient\b/i.test(text) ? undefined : mesh
  }
  return undefined
}

/** A program of ours calls what a provider runs through the provider's SDK; what stands in front of it does not. */
function attemptsOfSdk({ caller, callee }: MadeCall): HiddenDefault | undefined {
  if (!isService(caller) || !isComponent(callee) || !callee.technology) return undefined
  return defaultOf(callee.technology, 'clientAttempts')
}

/**
 * When a hop in front gives a request up although the author states no timeout, in milliseconds. Services and clients
 * have none here: they wait as their libraries do.
 */
export function hiddenTimeout(connection: Connection): HiddenDefault | undefined {
  const { caller } = connection
  if (!waitsUnstated(connection) || !isComponent(caller) || caller.figures.timeout?.stated) return undefined
  if (!(isEdge(caller) || hasKind(caller, 'mesh')) || statedIdleTimeout(connection)) return undefined
  const made = caller.technology && defaultOf(caller.technology, 'timeout')
  return made && Number.isFinite(made.value) ? made : undefined
}

const waitsUnstated = ({ figures, mode }: Pick<Connection, 'figures' | 'mode'>): boolean =>
  !figures.timeout && !figures.deadline && mode.value === 'sync'

/** How long the caller of a call without a timeout waits by what its author states of the caller itself. */
export const statedLimit = (connection: Connection): Figure<number> | undefined =>
  (waitsUnstated(connection) && isComponent(connection.caller) && connection.caller.figures.timeout) ||
  statedIdleTimeout(connection)

/** How long a balancer waits for an answer by the timeout of idle connections that its author states. */
export function statedIdleTimeout(connection: Connection): Figure<number> | undefined {
  const { caller } = connection
  if (!waitsUnstated(connection) || !isComponent(caller)) return undefined
  if (!requestTimeoutOf(caller.technology)?.whenIdle) return undefined
  const { upstreamIdleTimeout, idleTimeout } = caller.figures
  return [upstreamIdleTimeout, idleTimeout].find(figure => figure?.stated)
}

/** When a platform ends what a component does for a request, where no timeout of the component is stated. */
export function hiddenLongestRun({ callee, mode }: Connection): HiddenDefault | undefined {
  if (mode.value !== 'sync' || !isComponent(callee) || callee.figures.timeout) return undefined
  return callee.technology && defaultOf(callee.technology, 'longestRun')
}

/** When a component closes idle connections of its clients, or drops those to its servers, by its product alone. */
export const hiddenIdleTimeout = (
  { technology }: Component,
  key: 'idleTimeout' | 'upstreamIdleTimeout',
): HiddenDefault | undefined => technology && defaultOf(technology, key)

const defaultOf = (technology: Technology, key: HiddenDefault['key']): HiddenDefault | undefined =>
  hiddenDefaultsOf(technology).find(each => each.key === key)
