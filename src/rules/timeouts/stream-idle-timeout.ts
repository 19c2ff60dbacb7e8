// Signs of life that come after somebody on the way has hung up.

import { writeDuration } from '../../model/annotations'
import { isEdge } from '../../model/ends'
import { isCall, isStream } from '../../model/requests'
import type { Call, Component, Figure, System } from '../../model/system'
import { restateArrow } from '../fixes/annotate'
import { type IdleTimeout, idleTimeoutsOf } from '../queries/idle-timeouts'
import { defineRule, type Report } from '../rule'

export const streamIdleTimeout = defineRule({
  id: 'stream-idle-timeout',
  category: 'timeouts',
  speaksOf: 'hazard',
  summary: 'A stream is silent for longer than a hop on its path keeps idle connections open.',
  presets: { recommended: 'info' },
  fixable: 'review',
  options: {},

  *check(system) {
    const judged = new Set<number>()
    for (const call of system.calls) {
      const silence = silenceOf(call)
      const limit = silence && tightest(limitsAround(call))
      if (!silence || !limit || !outlasts(silence.figure.value, limit) || judged.has(call.connection.index))
        continue
      judged.add(call.connection.index)
      yield judge(system, call, { silence, limit })
    }
  },
})

/** What a product does by itself is only surely too short where it is shorter. */
const outlasts = (silence: number, { value, stated }: IdleTimeout): boolean =>
  stated ? silence >= value : silence > value

interface Silence {
  readonly key: 'heartbeat' | 'interval' | 'timeout'
  /** The longest the connection is silent, milliseconds. */
  readonly figure: Figure<number>
}

/** WebSockets have a rule of their own (websocket-heartbeat). */
function silenceOf({ connection }: Call): Silence | undefined {
  const { figures, protocols, network } = connection
  if (!network.value || protocols.includes('websocket')) return undefined
  if (figures.heartbeat && isStream(connection)) return { key: 'heartbeat', figure: figures.heartbeat }
  if (!protocols.includes('long-polling')) return undefined
  if (figures.interval) return { key: 'interval', figure: figures.interval }
  if (figures.timeout?.stated) return { key: 'timeout', figure: figures.timeout }
  return undefined
}

/** Idle timeouts of the hops that the stream passes, on either side of this arrow. */
function limitsAround(call: Call): readonly IdleTimeout[] {
  const { idleTimeout } = call.connection.figures
  const seen = new Set<Component>()
  const limits: IdleTimeout[] = idleTimeout?.stated ? [{ ...idleTimeout, component: call.callee }] : []
  // What a product does by itself is known of those that pass connections on.
  const note = (hop: Component) =>
    limits.push(...idleTimeoutsOf(hop).filter(({ stated }) => stated || isEdge(hop)))
  const onward = (hop: Component): void => {
    if (seen.has(hop)) return
    seen.add(hop)
    note(hop)
    if (!isEdge(hop)) return
    for (const { callee, connection } of hop.outgoing) if (isCall(connection)) onward(callee)
  }
  const back = (hop: Component): void => {
    if (seen.has(hop) || !isEdge(hop)) return
    seen.add(hop)
    note(hop)
    for (const { caller, connection } of hop.incoming) if (isCall(connection)) back(caller)
  }
  back(call.caller)
  onward(call.callee)
  return limits
}

const tightest = (limits: readonly IdleTimeout[]): IdleTimeout | undefined =>
  limits.toSorted((a, b) => a.value - b.value)[0]

const doing: Readonly<Record<Silence['key'], (value: string) => string>> = {
  heartbeat: value => `sends a heartbeat every ${value}`,
  interval: value => `is answered at the latest every ${value}`,
  timeout: value => `may wait ${value} for an answer`,
}

function judge(
  system: System,
  { connection, caller, callee }: Call,
  { silence, limit }: { silence: Silence; limit: IdleTimeout },
): Report {
  const { key, figure } = silence
  const value = writeDuration(Math.max(1000, Math.floor(limit.value / 2000) * 1000))
  const cut = writeDuration(limit.value)
  const hop = limit.component
  const closes = `closes connections that are idle for ${cut}${limit.stated ? '' : ' unless configured'}`
  const what = connection.protocols.includes('long-polling') ? 'long poll' : 'stream'
  return {
    at: figure.span ?? connection.arrow.operator,
    message: `The ${what} between ${caller.name} and ${callee.name} ${doing[key](writeDuration(figure.value))}, but ${hop.name} ${closes}. Quiet streams break, and clients reconnect in a loop. Write ${key}: ${value}, half of the tightest idle timeout.`,
    related: [{ at: limit.span ?? hop.span, message: `${hop.name} closes idle connections after ${cut}` }],
    fixes: [
      { title: `Lower it to ${value}`, edits: restateArrow(system, { connection, key, value }), safe: false },
    ],
  }
}
