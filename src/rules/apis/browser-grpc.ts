// Browsers that are drawn as gRPC clients.

import { isSurely, runsOnServer } from '../../model/ends'
import { isRequest } from '../../model/requests'
import type { Call, System } from '../../model/system'
import { rewordArrow, wordsOn } from '../fixes/reword-arrow'
import { defineRule, type Report } from '../rule'

export const browserGrpc = defineRule({
  id: 'browser-grpc',
  category: 'apis',
  speaksOf: 'hazard',
  summary: 'A browser calls gRPC directly.',
  presets: { sketch: 'warning' },
  fixable: 'review',
  supersedes: ['public-grpc'],
  options: {},

  *check(system) {
    for (const call of system.calls) if (isRawGrpc(call)) yield judge(call, system)
  },
})

const translates = /grpc-?\s?web|\bconnect(?:-?rpc)?\b|transcod|translat|grpc-gateway|improbable/i

/** gRPC named on a browser's arrow, and nothing at either end that makes gRPC-Web of it. */
function isRawGrpc({ connection, caller, callee }: Call): boolean {
  const { protocols, arrow } = connection
  if (!isRequest(connection) || !isSurely(caller, 'browser') || !protocols.includes('grpc')) return false
  if (protocols.some(id => alternatives.has(id)) || runsOnServer(caller)) return false
  const words = `${arrow.text} ${arrow.technology ?? ''} ${caller.text} ${callee.text} ${callee.node.description ?? ''}`
  return !translates.test(words) && !(callee.technology && translators.has(callee.technology.id))
}

/** What a page can speak, named beside gRPC. */
const alternatives: ReadonlySet<string> = new Set(['grpc-web', 'connect', 'json-rpc'])

/** Products with a filter that turns gRPC-Web into gRPC: the arrow into them is meant as gRPC-Web. */
const translators: ReadonlySet<string> = new Set(['envoy', 'istio', 'apisix', 'traefik', 'contour-ingress'])

function judge({ connection, caller, callee }: Call, system: System): Report {
  const { arrow } = connection
  return {
    at: wordsOn(system, connection, word) ?? arrow.labelSpan ?? arrow.operator,
    message: `${caller.name} calls ${callee.name} by gRPC, which browsers cannot use: fetch gives a page neither HTTP/2 frames nor trailers. Write gRPC-Web or Connect, and let ${callee.name} or a proxy in front of it translate.`,
    fixes: [
      ...rewordArrow(system, connection, { title: 'Use gRPC-Web', pattern: word, by: 'gRPC-Web' }),
      ...rewordArrow(system, connection, { title: 'Use Connect', pattern: word, by: 'Connect RPC' }),
    ],
  }
}

const word = /\bgrpcs?\b(?:\+?(?:proto|protobuf))?/i
