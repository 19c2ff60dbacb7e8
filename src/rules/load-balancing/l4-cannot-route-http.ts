// Layer-4 balancers that would have to read requests.

import { hasKind, isProbable } from '../../model/ends'
import { layerOf } from '../../model/layer'
import type { Call, Component, System } from '../../model/system'
import { annotatePart } from '../fixes/annotate'
import { labelSpanOf, nameSpan } from '../queries/places'
import { defineRule, type Fix, type Report } from '../rule'

export const l4CannotRouteHttp = defineRule({
  id: 'l4-cannot-route-http',
  category: 'load-balancing',
  speaksOf: 'contradiction',
  summary: 'A layer-4 balancer is expected to route by something that only a request contains.',
  presets: { recommended: 'warning' },
  supersedes: ['sticky-session'],
  fixable: 'review',
  options: {},

  *check(system) {
    for (const part of system.components.filter(passesConnections)) {
      const need = needOf(part)
      if (need) yield judge(system, part, need)
    }
  },
})

/** Surely at layer 4, and something that balances. */
function passesConnections(part: Component): boolean {
  const layer = layerOf(part)
  if (layer?.value !== 'L4' || layer.confidence < 0.9) return false
  return isProbable(part) && hasKind(part, 'balancer', 'proxy', 'gateway')
}

interface Need {
  readonly at: Report['at']
  readonly what: string
  readonly related: Report['related']
}

/** Names and ports are told by TLS and TCP; paths, headers and cookies are inside. */
const routing =
  /\b(?:path|url|uri|header|cookie|method|content)s?[- ](?:based[- ])?(?:rout\w*|stick\w*|affinity|match\w*)/i

function needOf(part: Component): Need | undefined {
  const { sticky } = part.figures
  if (sticky?.stated && (sticky.value === 'cookie' || sticky.value === 'header'))
    return { at: sticky.span ?? nameSpan(part), what: `binds clients by ${sticky.value}`, related: [] }
  const own = routing.exec(part.text)
  if (own) return { at: nameSpan(part), what: `is to do ${own[0]}`, related: [] }
  const said = part.outgoing.find(({ connection }) => routing.test(connection.arrow.text))
  if (said)
    return {
      at: labelSpanOf(said.connection),
      what: 'routes by the contents of requests',
      related: [],
    }
  return byPath(part)
}

/** Different paths to different servers; one path in front of one server is what passes through. */
function byPath({ outgoing }: Component): Need | undefined {
  const routed = outgoing.filter(({ connection }) => connection.request?.path?.startsWith('/'))
  const paths = new Set(routed.map(pathOf))
  const [first, ...rest] = routed
  if (!first || paths.size < 2 || new Set(routed.map(({ callee }) => callee)).size < 2) return undefined
  const at = ({ connection }: Call) => labelSpanOf(connection)
  return {
    at: at(first),
    what: `routes ${[...paths].slice(0, 3).join(', ')} to different servers`,
    related: rest.map(call => ({ at: at(call), message: `${pathOf(call)} goes to ${call.callee.name}` })),
  }
}

const pathOf = ({ connection }: Call): string => connection.request?.path ?? ''

function judge(system: System, part: Component, { at, what, related }: Need): Report {
  const fixes = fixesFor(system, part)
  const instead =
    part.technology?.layer === 'L4'
      ? `Use a layer-7 balancer instead of ${part.name}`
      : `Write layer: L7 on ${part.name}`
  return {
    at,
    message: `${part.name} ${what}, but works at layer 4 (${layerOf(part)?.why ?? 'as it is named'}): it sees addresses and ports, not requests, and picks a server before the first request arrives. ${instead}, or route by host name (SNI) or port.`,
    ...(related && related.length > 0 && { related }),
    fixes,
  }
}

/** Where a block says layer 4, it can say otherwise; a product or a name can't. */
function fixesFor(system: System, part: Component): readonly Fix[] {
  const { layer, tls } = part.figures
  if (part.technology?.layer === 'L4') return []
  const passes = tls?.value === 'passthrough'
  if (layer ? layer.origin !== 'metadata' : !passes || tls?.origin !== 'metadata') return []
  const entries = { layer: 'L7', ...(passes && { tls: 'terminate' }) }
  return [annotatePart(system, { part, title: `Let ${part.name} read requests (layer: L7)`, entries })]
}
