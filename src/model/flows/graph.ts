// The calls that are part of a request's path, and what flows need to know of a diagram.

import type { Diagram, Section } from '../../syntax/tree'
import { hasKind, isBroker } from '../ends'
import type { Call, Component, Connection, Figures } from '../system'
import type { Trace } from '../trace'
import type { SectionAttributes, Settings } from '../vocabulary'

export interface FlowSource {
  readonly diagram: Diagram
  readonly settings: Settings
  readonly components: readonly Component[]
  readonly connections: readonly Connection[]
  readonly calls: readonly Call[]
  readonly trace: Trace
  /** What is stated for blocks of a sequence diagram: shares of branches, rounds of loops. */
  readonly sections: ReadonlyMap<Section, Figures<SectionAttributes>>
}

/** Which calls a flow may follow: all, or those towards an objective's target. */
export type Follows = (call: Call) => boolean

/** Calls that a request waits for, and messages it hands to a broker. Asynchronous calls between services go on without it. */
export function isOnPath({ connection }: Call): boolean {
  const { role, mode, arrow } = connection
  if (role.value === 'enqueue') return !outbox.test(arrow.text)
  return role.value === 'call' && mode.value !== 'async'
}

/** A relay hands the message over later. */
const outbox = /\boutbox\b/i

/** Whether the request succeeds without the call: where nothing is stated, caches of copies fail open. */
export const isOptional = (call: Call): boolean =>
  call.connection.figures.optional?.value ?? (asksForCopies(call) && !leadsOn(call))

/** What is behind it, its caller reaches no other way. */
const leadsOn = ({ caller, callee }: Call): boolean =>
  callee.outgoing.some(
    next => isOnPath(next) && !caller.outgoing.some(own => own.callee === next.callee && isOnPath(own)),
  )

/** Asks a cache for copies of what a store holds, rather than for what stands nowhere else. */
export const asksForCopies = ({ connection, callee }: Call): boolean =>
  hasKind(callee, 'cache') &&
  (callee.kind?.confidence === 1 || !onlyHolder.test(`${callee.text}\n${connection.arrow.text}`))

/** What is kept in a fast store alone: without its sessions, locks or counters a request fails. `Session cache` says otherwise. */
const onlyHolder =
  /\b(?:sessions?|presence|queues?|locks?|locking|rate[- ]?limit\w*|limiters?|quotas?|geo\w*|leaderboards?|pub[ /-]*sub)\b(?!\s+cach)/i

export const pathCalls = (component: Component, follows: Follows): readonly Call[] =>
  component.outgoing.filter(call => isOnPath(call) && follows(call))

/** Asked on every request by a gateway, rather than routed to: a firewall or a cache that leads nowhere is asked beside the way. */
export function isAskedAlways({ callee }: Call): boolean {
  return (
    hasKind(callee, 'auth', 'registry', 'monitoring') ||
    (hasKind(callee, 'waf', 'cache') && !callee.outgoing.some(isOnPath)) ||
    isBroker(callee) ||
    /\brate.?limit|\blimiter\b|\bquota/i.test(callee.text)
  )
}

/** A call's name in assumptions and reports. */
export const callName = ({ caller, callee }: Call): string => `${caller.id}->${callee.id}`
