// Connections into calls between components: groups reach their members, junctions are passed through.

import { type End, isComponent } from './ends'
import type { Call, Component, Connection, System } from './system'

/** A cap on what one arrow between two groups may stand for. */
const mostCallsPerArrow = 64

export function callsOf(connections: readonly Connection[]): readonly Call[] {
  const insideCallees = new Set<string>()
  const insideCallers = new Set<string>()
  for (const connection of connections) noteInside(connection, { insideCallees, insideCallers })
  const direct: Call[] = []
  for (const connection of connections) {
    if (!isPartOfDesign(connection)) continue
    const callees = membersOf(connection.callee, insideCallees)
    let left = mostCallsPerArrow
    for (const caller of membersOf(connection.caller, insideCallers))
      for (const callee of callees)
        if (caller !== callee && left-- > 0) direct.push({ connection, caller, callee })
  }
  return withoutJunctions(direct)
}

const byConnection = new WeakMap<System, readonly (readonly Call[] | undefined)[]>()

/** The calls that one arrow stands for. */
export function callsOver(system: System, connection: Connection): readonly Call[] {
  const known = byConnection.get(system) ?? groupedByConnection(system.calls)
  byConnection.set(system, known)
  return known[connection.index] ?? []
}

function groupedByConnection(calls: readonly Call[]): readonly (readonly Call[] | undefined)[] {
  const grouped: Call[][] = []
  for (const call of calls) {
    const { index } = call.connection
    const same = grouped[index]
    if (same) same.push(call)
    else grouped[index] = [call]
  }
  return grouped
}

function isPartOfDesign({ network, direction }: Connection): boolean {
  return network.value && direction.value !== 'unknown'
}

/** A group stands for its members but those that are reached from inside. */
function membersOf(end: End, inside: ReadonlySet<string>): readonly Component[] {
  return isComponent(end) ? [end] : end.members.filter(({ id, node }) => !node.junction && !inside.has(id))
}

/** Who calls or is called from within its own group is no entrance or exit of it. */
function noteInside(
  { caller, callee }: Connection,
  inside: { insideCallees: Set<string>; insideCallers: Set<string> },
): void {
  if (!isComponent(caller) || !isComponent(callee)) return
  if (!caller.boundary || caller.boundary !== callee.boundary) return
  inside.insideCallers.add(caller.id)
  inside.insideCallees.add(callee.id)
}

/** Arrows into a junction go on to where the junction's other arrows lead. */
function withoutJunctions(calls: readonly Call[]): readonly Call[] {
  const beyond = new Map<string, Call[]>()
  for (const call of calls) {
    if (call.caller.node.junction) beyond.set(call.caller.id, [...(beyond.get(call.caller.id) ?? []), call])
  }
  if (beyond.size === 0) return calls
  return calls.filter(({ caller }) => !caller.node.junction).flatMap(call => reached(call, beyond, new Set()))
}

function reached(
  call: Call,
  beyond: ReadonlyMap<string, readonly Call[]>,
  passed: Set<string>,
): readonly Call[] {
  if (!call.callee.node.junction) return [call]
  if (passed.has(call.callee.id)) return []
  passed.add(call.callee.id)
  return (beyond.get(call.callee.id) ?? []).flatMap(next =>
    reached({ connection: call.connection, caller: call.caller, callee: next.callee }, beyond, passed),
  )
}
