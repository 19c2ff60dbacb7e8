// Hops that reuse connections which their servers are about to close.

import { writeDuration } from '../../model/annotations'
import { hiddenIdleTimeout } from '../../model/hidden-defaults'
import { layerOf } from '../../model/layer'
import { isRequest } from '../../model/requests'
import type { Call, Component, Figure, System } from '../../model/system'
import { annotatePart } from '../fixes/annotate'
import { defineRule, type Fix, type Report } from '../rule'

export const keepaliveMismatch = defineRule({
  id: 'keepalive-mismatch',
  category: 'load-balancing',
  speaksOf: 'contradiction',
  summary: 'A hop keeps idle connections longer than its server does.',
  presets: { recommended: 'warning' },
  fixable: 'review',
  options: {},

  *check(system) {
    for (const hop of system.components) {
      const kept = keptBy(hop)
      if (!kept || !readsRequests(hop)) continue
      for (const call of new Map(hop.outgoing.map(each => [each.callee, each])).values()) {
        const closed = closedBy(call)
        if (!closed || !(kept.stated || closed.stated)) continue
        if (kept.value > closed.value - margin) yield judge(system, { call, kept, closed })
      }
    }
  },
})

/** A request on its way meets the closing of the connection: leave it time. */
const margin = 2000

const readsRequests = (part: Component): boolean =>
  part.technology?.layer !== 'L4' && layerOf(part)?.value !== 'L4'

/** As it is stated, or as its product does by itself. The balancers of AWS have one idle timeout for both sides. */
function keptBy(hop: Component): IdleTimeout | undefined {
  const { figures, technology } = hop
  const own = figures.upstreamIdleTimeout
  if (own?.stated) return own
  const bothSides = technology?.id === 'alb' || technology?.id === 'elb'
  return bothSides && figures.idleTimeout?.stated
    ? figures.idleTimeout
    : byDefault(hop, 'upstreamIdleTimeout')
}

/** As it is stated of the server or of the connection, or as the server's product does by itself. */
function closedBy({ callee, connection }: Call): IdleTimeout | undefined {
  const stated = [callee.figures.idleTimeout, connection.figures.idleTimeout].find(each => each?.stated)
  if (stated) return stated
  return isRequest(connection) ? byDefault(callee, 'idleTimeout') : undefined
}

/** In milliseconds. */
interface IdleTimeout extends Pick<Figure<number>, 'value' | 'stated' | 'span' | 'origin'> {
  /** Whose default it is. */
  readonly product?: string
}

function byDefault(part: Component, key: 'idleTimeout' | 'upstreamIdleTimeout'): IdleTimeout | undefined {
  const found = hiddenIdleTimeout(part, key)
  return found && { value: found.value, stated: false, origin: 'catalogue', product: part.technology?.name }
}

interface Mismatch {
  readonly call: Call
  readonly kept: IdleTimeout
  readonly closed: IdleTimeout
}

function judge(system: System, { call, kept, closed }: Mismatch): Report {
  const { caller, callee, connection } = call
  return {
    at: kept.span ?? connection.arrow.operator,
    message: `${caller.name} keeps idle connections to ${callee.name} for ${timeOf(kept)}, and ${callee.name} closes them after ${timeOf(closed)}. A request sent on a closing connection sometimes fails with 502, mostly in quiet hours. Let the server keep them a few seconds longer than ${caller.name}.`,
    ...(closed.span && {
      related: [{ at: closed.span, message: `${callee.name} closes after ${writeDuration(closed.value)}` }],
    }),
    fixes: fixesOf(system, { call, kept, closed }),
  }
}

const timeOf = ({ value, product }: IdleTimeout): string =>
  product === undefined ? writeDuration(value) : `${writeDuration(value)} (default of ${product})`

/** Figures in labels stay as they are written: only blocks are changed. */
function fixesOf(system: System, { call: { caller, callee }, kept, closed }: Mismatch): readonly Fix[] {
  const longer = writeDuration(kept.value + 5000)
  const shorter = closed.value - 5000
  const raise = annotatePart(system, {
    part: callee,
    title: `Let ${callee.name} keep them for ${longer}`,
    entries: { idleTimeout: longer },
  })
  const lower = annotatePart(system, {
    part: caller,
    title: `Let ${caller.name} drop them after ${writeDuration(shorter)}`,
    entries: { upstreamIdleTimeout: writeDuration(shorter) },
  })
  const lowered = kept === caller.figures.upstreamIdleTimeout && kept.origin === 'metadata' && shorter > 0
  const raised = closed.origin === 'metadata' || !closed.stated
  return [...(lowered ? [lower] : []), ...(raised ? [raise] : [])]
}
