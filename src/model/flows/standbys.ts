// What is called only when something else fails: stated fallbacks, and copies that stand by.

import { rememberedFor } from '../remembered-for'
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

/** What stands in for a call by its own label, `fallback` or `on failure`, where there is one call that it can mean. */
export const saidFallbackOf = (call: Call): Call | undefined => saidFallbacks(call.caller.outgoing).get(call)

const saidFallbacks = rememberedFor((among: readonly Call[]): ReadonlyMap<Call, Call> => {
  const standbys = among.filter(saysWhenCalled)
  const regular = standbys.length === 0 ? [] : among.filter(call => isAwaited(call) && !saysWhenCalled(call))
  return new Map(
    standbys.flatMap(standby => {
      const alike = namesFallback(standby)
        ? regular
        : regular.filter(({ callee }) => callee.kind?.value === standby.callee.kind?.value)
      const [only, ...others] = alike
      return only && others.length === 0 && !statesFallback(only) ? [[only, standby] as const] : []
    }),
  )
})

const isAwaited = ({ connection }: Call): boolean =>
  connection.role.value === 'call' && connection.mode.value === 'sync'

const statesFallback = ({ connection }: Call): boolean => connection.figures.fallback !== undefined

/** Its label says that it is made only where another call fails: `fallback`, `HTTPS, on failure`, `if Stripe is down`. */
export const saysWhenCalled = (call: Call): boolean =>
  !statesFallback(call) && partsOf(call).some(part => fallbackWord.test(part) || failureWords.test(part))

const namesFallback = (call: Call): boolean => partsOf(call).some(part => fallbackWord.test(part))

const partsOf = ({ connection }: Call): readonly string[] =>
  connection.arrow.text.split(/[,;()\n]|<br ?\/?>/i).map(part => part.trim())

const fallbackWord =
  /^(?:as |a |the |only )?fall-?back(?: (?:only|call|path|on (?:error|failure|timeout)s?))?$/i
const failureWords =
  /^(?:only )?(?:(?:on|upon|after|in case of) (?:failure|error|timeout|outage)s?|(?:if|when) (?:[\w-]{1,30} ){0,3}(?:fails|is down|is unavailable|times out|unavailable|down))$/i

/** Calls that are made only when others fail. Of two that stand by for each other, the first drawn is made. */
export function fallbacksIn(calls: readonly Call[]): ReadonlySet<Call> {
  const standbys = new Set(calls.filter(saysWhenCalled))
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
