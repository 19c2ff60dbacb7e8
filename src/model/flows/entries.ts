// Where requests enter: the stated entries, else the clients, else the components that nobody calls.

import { hasKind, isClient } from '../ends'
import type { Component } from '../system'
import { type FlowSource, isOnPath } from './graph'

export interface FlowEntry {
  readonly component: Component
  /** Schedulers, consumers, monitoring: their flows are never judged. */
  readonly background: boolean
}

export function entriesOf(source: FlowSource): readonly FlowEntry[] {
  const calling = source.components.filter(({ outgoing }) => outgoing.some(isOnPath))
  const stated = calling.filter(component => isStatedEntry(component, source))
  if (stated.length > 0) return stated.map(component => ({ component, background: false }))
  const clients = calling.filter(component => isClient(component) && !isCalledByClient(component))
  if (clients.length > 0) return clients.map(component => ({ component, background: false }))
  const uncalled = calling.filter(({ incoming }) => !incoming.some(isOnPath))
  return uncalled.map(component => ({ component, background: isBackground(component) }))
}

function isStatedEntry({ id, figures }: Component, { settings }: FlowSource): boolean {
  return figures.entry?.value === true || settings.entries.includes(id)
}

/** A browser behind a mobile shell is no entry of its own. */
const isCalledByClient = ({ incoming }: Component): boolean =>
  incoming.some(call => isOnPath(call) && isClient(call.caller))

function isBackground(component: Component): boolean {
  return (
    hasKind(component, 'scheduler', 'monitoring') ||
    component.incoming.some(({ connection: { role } }) => role.value === 'delivery' || role.value === 'feed')
  )
}
