// Reverse proxies in a row that do the same work twice.

import { isSurely } from '../../model/ends'
import { normalizedName } from '../../model/flows/replicas'
import { layerOf } from '../../model/layer'
import { isCall } from '../../model/requests'
import type { Call, Component } from '../../model/system'
import { bothNamed } from '../queries/same-name'
import { defineRule, type Report } from '../rule'

export const stackedL7 = defineRule({
  id: 'stacked-l7',
  category: 'load-balancing',
  speaksOf: 'hazard',
  summary: 'Every request passes several layer-7 proxies in a row.',
  presets: { recommended: 'info' },
  onRequest: true,
  options: {},

  *check(system) {
    const judged = new Set<string>()
    for (const call of system.calls.filter(isRequestBetweenHops)) {
      // Copies of a hop are one hop.
      const pair = `${normalizedName(call.caller)}\n${normalizedName(call.callee)}`
      if (judged.has(pair)) continue
      judged.add(pair)
      if (isProxy(call.caller) && isProxy(call.callee)) yield judgePair(call)
      else yield* judgeThird(call)
    }
  },
})

/** Proxies that other rules of the house put there: an ingress, a sidecar, a way to another region. */
const ownReason =
  /\b(?:ingress|sidecars?|mesh|global|geo\w*|gslb|anycast|edge|regional|internal|waf|cdn|cloudflare|akamai|fastly|cloudfront|front door|ddos|cache|auth\w*|egress|forward|ngrok|local ?tunnel|dev(?:elopment)? tunnel|tunnels?)\b/i
const ownWork =
  /\b(?:php|fpm|fastcgi|wsgi|uwsgi|gunicorn|uvicorn|unicorn|puma|static|spa|assets|files|ui|front-?end|react|angular|vue)\b/i

const isHop = (part: Component): boolean =>
  isSurely(part, 'balancer', 'proxy', 'gateway') && part.outgoing.some(({ connection }) => isCall(connection))

function readsRequests(part: Component): boolean {
  const { technology, text } = part
  if (ownReason.test(`${text} ${technology?.name ?? ''}`) || technology?.id === 'envoy') return false
  return layerOf(part)?.value === 'L7' || (layerOf(part) === undefined && technology?.layer === 'both')
}

const isReadingHop = (part: Component): boolean => isHop(part) && readsRequests(part)

/** Balancers and reverse proxies have one role; an API gateway has another. */
const isProxy = ({ kind }: Component): boolean => kind?.value !== 'gateway'

function isRequestBetweenHops({ connection, caller, callee }: Call): boolean {
  if (connection.role.value !== 'call' || caller === callee) return false
  return isReadingHop(caller) && isReadingHop(callee) && !servesItself(callee)
}

/** Pages of its own, or the program behind it: `nginx + UI`, `nginx → gunicorn`. */
const servesItself = ({ headline, outgoing }: Component): boolean =>
  ownWork.test(headline) ||
  outgoing.some(({ connection, callee }) => ownWork.test(`${connection.arrow.text} ${callee.text}`))

function judgePair({ connection, caller, callee }: Call): Report {
  return {
    at: connection.arrow.operator,
    message: `${bothNamed(caller, callee)} both read every request, one after the other. ${cost([callee])}Let one of them do the work of both, ${atLayer4(caller)}.`,
  }
}

const atLayer4 = ({ name, technology }: Component): string =>
  technology?.layer === 'L7'
    ? `or put a layer-4 balancer in place of ${name}`
    : `or let ${name} pass connections on (layer: L4)`

/** Three in a row are too many, whatever their roles. */
function* judgeThird({ connection, caller, callee }: Call): Iterable<Report> {
  const first = caller.incoming.find(
    call => isCall(call.connection) && isReadingHop(call.caller) && call.caller !== callee,
  )
  if (!first || (isProxy(first.caller) && isProxy(caller))) return
  yield {
    at: connection.arrow.operator,
    message: `${first.caller.name}, ${caller.name} and ${callee.name} all read every request. ${cost([caller, callee])}Two are enough: one for the edge, one for the API.`,
    related: [{ at: first.connection.arrow.operator, message: `${first.caller.name} → ${caller.name}` }],
  }
}

/** What the later hops add by their own figures. */
function cost(later: readonly Component[]): string {
  const medians = later.map(({ figures }) => figures.p50?.value ?? 0)
  const ms = Number(medians.reduce((sum, each) => sum + each, 0).toPrecision(2))
  const time = ms > 0 ? `about ${ms} ms, ` : ''
  return `Each one adds ${time}idle timeouts and retries that have to match the others', and a point of failure. `
}
