// Signs of life that come after somebody on the way has hung up.

import { writeDuration } from '../../model/annotations'
import { isEdge } from '../../model/ends'
import { isCall, isStream } from '../../model/requests'
import type { Call, Component, Figure, System } from '../../model/system'
import { restateArrow } from '../fixes/annotate'
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
      if (
        !silence ||
        !limit ||
        silence.figure.value < limit.figure.value ||
        judged.has(call.connection.index)
      )
        continue
      judged.add(call.connection.index)
      yield judge(system, call, { silence, limit })
    }
  },
})

interface Silence {
  readonly key: 'heartbeat' | 'interval'
  /** The longest the connection is silent, milliseconds. */
  readonly figure: Figure<number>
}

/** WebSockets have a rule of their own (websocket-heartbeat). */
function silenceOf({ connection }: Call): Silence | undefined {
  const { figures, protocols, network } = connection
  if (!network.value || protocols.includes('websocket')) return undefined
  if (figures.heartbeat && isStream(connection)) return { key: 'heartbeat', figure: figures.heartbeat }
  if (figures.interval && protocols.includes('long-polling'))
    return { key: 'interval', figure: figures.interval }
  return undefined
}

interface Limit {
  readonly hop: Component
  readonly figure: Figure<number>
}

/** Idle timeouts of the hops that the stream passes, on either side of this arrow. */
function limitsAround(call: Call): readonly Limit[] {
  const seen = new Set<Component>()
  const limits: Limit[] = []
  const note = (hop: Component, figure: Figure<number> | undefined) => {
    if (figure?.stated) limits.push({ hop, figure })
  }
  note(call.callee, call.connection.figures.idleTimeout)
  const onward = (hop: Component): void => {
    if (seen.has(hop)) return
    seen.add(hop)
    note(hop, hop.figures.idleTimeout)
    if (!isEdge(hop)) return
    note(hop, hop.figures.upstreamIdleTimeout)
    for (const { callee, connection } of hop.outgoing) if (isCall(connection)) onward(callee)
  }
  const back = (hop: Component): void => {
    if (seen.has(hop) || !isEdge(hop)) return
    seen.add(hop)
    note(hop, hop.figures.idleTimeout)
    note(hop, hop.figures.upstreamIdleTimeout)
    for (const { caller, connection } of hop.incoming) if (isCall(connection)) back(caller)
  }
  back(call.caller)
  onward(call.callee)
  return limits
}

const tightest = (limits: readonly Limit[]): Limit | undefined =>
  limits.toSorted((a, b) => a.figure.value - b.figure.value)[0]

function judge(
  system: System,
  { connection, caller, callee }: Call,
  { silence, limit }: { silence: Silence; limit: Limit },
): Report {
  const { key, figure } = silence
  const value = writeDuration(Math.max(1000, Math.floor(limit.figure.value / 2000) * 1000))
  const what = key === 'heartbeat' ? 'sends a heartbeat' : 'is answered at the latest'
  const cut = writeDuration(limit.figure.value)
  return {
    at: figure.span ?? connection.arrow.operator,
    message: `The stream between ${caller.name} and ${callee.name} ${what} every ${writeDuration(figure.value)}, but ${limit.hop.name} closes connections that are idle for ${cut}. Quiet streams break, and clients reconnect in a loop. Write ${key}: ${value}, half of the tightest idle timeout.`,
    related: [
      {
        at: limit.figure.span ?? limit.hop.span,
        message: `${limit.hop.name} closes idle connections after ${cut}`,
      },
    ],
    fixes: [
      { title: `Lower it to ${value}`, edits: restateArrow(system, { connection, key, value }), safe: false },
    ],
  }
}
