// Connections into calls between components: groups reach their members, junctions are passed through.

import { type End, isComponent } from './ends'
import type { Call, Component, Connection, System } from './system'

/** A cap on what one arrow between two groups may stand for. */
const mostCallsPerArrow = 64

export function callsOf(connections: readonly Connection[]): readonly Call[] {
  const insideCallees = new Set<string>()
  const insideCallers = new Set<string>()
  for (const connection of connections) noteInside(connection, { insideCallees, insideCallers })
  const callersOf = remembering(end => membersOf(end, insideCallers))
  const calleesOf = remembering(end => membersOf(end, insideCallees))
  const direct: Call[] = []
  for (const connection of connections) {
    if (!isPartOfDesign(connection)) continue
    const ends = { callers: callersOf(connection.caller), callees: calleesOf(connection.callee) }
    for (const call of callsBetween(connection, ends)) direct.push(call)
  }
  return withoutJunctions(direct)
}

/** Many arrows lead to one group. */
function remembering(find: (end: End) => readonly Component[]): (end: End) => readonly Component[] {
  const known = new Map<End, readonly Component[]>()
  return end => {
    const found = known.get(end) ?? find(end)
    known.set(end, found)
    return found
  }
}

interface Ends {
  readonly callers: readonly Component[]
  readonly callees: readonly Component[]
}

function callsBetween(connection: Connection, { callers, callees }: Ends): readonly Call[] {
  const calls: Call[] = []
  for (const caller of callers)
    for (const callee of callees) {
      if (calls.length >= mostCallsPerArrow) return calls
      if (caller !== callee) calls.push({ connection, caller, callee })
    }
  return calls
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
    const { id, node } = call.caller
    if (!node.junction) continue
    const same = beyond.get(id)
    if (same) same.push(call)
    else beyond.set(id, [call])
  }
  if (beyond.size === 0) return calls
  return calls.filter(({ caller }) => !caller.node.junction).flatMap(call => reached(call, beyond))
}

/** The components that a call leads to, through one junction after another, in the order of their arrows. */
function reached(
  { connection, caller, callee }: Call,
  beyond: ReadonlyMap<string, readonly Call[]>,
): readonly Call[] {
  const calls: Call[] = []
  const passed = new Set<string>()
  const ahead = [callee]
  for (let next = ahead.pop(); next && calls.length < mostCallsPerArrow; next = ahead.pop()) {
    if (!next.node.junction) calls.push({ connection, caller, callee: next })
    else if (!passed.has(next.id)) {
      passed.add(next.id)
      for (const call of (beyond.get(next.id) ?? []).toReversed()) ahead.push(call.callee)
    }
  }
  return calls
}
