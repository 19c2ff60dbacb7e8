// What is called only when something else fails: stated fallbacks, and copies that stand by.

import type { Call, Component } from '../system'
import { isPassive, normalizedName } from './replicas'

/** The call to the component that a fallback names. */
export function fallbackAmong(call: Call, among: readonly Call[]): Call | undefined {
  const stated = call.connection.figures.fallback?.value
  if (typeof stated !== 'string') return undefined
  const others = among.filter(other => other !== call)
  const named = stated.toLowerCase()
  return (
    others.find(({ callee }) => callee.id === stated || callee.text === stated) ??
    others.find(({ callee }) => [callee.headline, callee.name].some(name => name.toLowerCase() === named))
  )
}

/** Calls that are made only when others fail. Of two that stand by for each other, the first drawn is made. */
export function fallbacksIn(calls: readonly Call[]): ReadonlySet<Call> {
  const standbys = new Set<Call>()
  for (const call of calls) {
    if (!call.connection.figures.fallback || standbys.has(call)) continue
    for (
      let next = fallbackAmong(call, calls);
      next && next !== call && !standbys.has(next);
      next = fallbackAmong(next, calls)
    )
      standbys.add(next)
  }
  return standbys
}

/**
 * Passive copies by the call whose callee they stand by for: those called beside it by the same name, or else of the
 * same kind where there is one; and those that it is replicated to.
 */
export function passivesBehind(calls: readonly Call[]): ReadonlyMap<Call, readonly Call[]> {
  const standbys = new Map<Call, Call[]>()
  const add = (call: Call, standby: Call) => {
    const known = standbys.get(call) ?? []
    if (!known.some(({ callee }) => callee === standby.callee)) standbys.set(call, [...known, standby])
  }
  const serving = calls.filter(({ callee }) => !isPassive(callee))
  for (const call of calls) {
    if (!isPassive(call.callee)) continue
    const like = servedFor(call.callee, serving)
    if (like) add(like, call)
  }
  for (const call of serving)
    for (const { callee, connection } of call.callee.outgoing)
      if (connection.role.value === 'replication' && isPassive(callee)) add(call, { ...call, callee })
  return standbys
}

function servedFor(standby: Component, serving: readonly Call[]): Call | undefined {
  const alike = serving.filter(({ callee }) => callee.kind?.value === standby.kind?.value)
  const named = alike.filter(({ callee }) => normalizedName(callee) === normalizedName(standby))
  return named.length > 0 ? named[0] : alike.length === 1 ? alike[0] : undefined
}
