// REST paths that name what is done instead of what it is done to.

import { type End, hasKind, holdsData, isComponent, isSurely } from '../../model/ends'
import { isRequest, methodOf } from '../../model/requests'
import type { Connection, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { rewordArrow, wordsOn } from '../fixes/reword-arrow'
import { restPathFor, type VerbPath, verbPathIn } from '../queries/rest-paths'
import { escaped } from '../queries/visible-text'
import { defineRule, type Report } from '../rule'

export const verbInPath = defineRule({
  id: 'verb-in-path',
  category: 'apis',
  speaksOf: 'writing',
  summary: 'A REST path contains a verb that duplicates the HTTP method.',
  presets: { recommended: 'info' },
  fixable: 'review',
  onRequest: true,
  options: {},

  *check(system) {
    for (const connection of system.connections.filter(isRest)) {
      const found = verbPathIn(connection.request?.path ?? '')
      if (found && isOurs(connection.callee, found) && !isUnsafeGet(connection, found))
        yield judge(system, connection, found)
    }
  },
})

const procedures: ReadonlySet<string> = new Set([
  'grpc',
  'grpc-web',
  'connect',
  'json-rpc',
  'xml-rpc',
  'rpc',
  'soap',
  'graphql',
  'thrift',
])

/** Our own HTTP interface, not one whose style is calling procedures. A path alone may name a command or a tool. */
function isRest(connection: Connection): boolean {
  const { callee } = connection
  const path = connection.request?.path
  if (!isRequest(connection) || path === undefined || isSurely(callee, 'external')) return false
  if (command.test(path)) return false
  const words = wordingOf(connection.arrow)
  return (
    (methodOf(connection) !== undefined || /\bhttps?\b|\brest\b/i.test(words)) &&
    !connection.protocols.some(id => procedures.has(id)) &&
    !/\brpc\b|twirp|\.php\b|\.aspx?\b|\bcgi\b/i.test(words)
  )
}

/** Signing in, resetting a password and the like are commands wherever they are named. */
const command = /\/(?:auth|oauth2?|login|session|account|password|rpc)s?(?=\/|$)/i

/** Whoever describes the API of a vendor cannot rename its paths: ours stores data, is named for its part, for what its paths are about, or for what it is built with. */
const isOurs = (callee: End, { noun }: VerbPath): boolean =>
  !isComponent(callee) ||
  callee.technology !== undefined ||
  hasKind(callee, 'gateway', 'balancer', 'proxy', 'function') ||
  ownPart.test(callee.headline) ||
  callee.headline.toLowerCase().includes(noun) ||
  callee.outgoing.some(call => holdsData(call.callee))

const ownPart =
  /(?:service|svc|server|backend|back-end|gateway|bff|controller|module)\b|^\W*(?:the |our )?(?:(?:rest|http|web|public|internal|main|core) )*apis?\b/i

/** A GET that changes something is worse than its path: another rule speaks of it. */
const isUnsafeGet = (connection: Connection, { method }: VerbPath): boolean =>
  /^(?:GET|HEAD)$/.test(methodOf(connection) ?? '') && method !== 'GET'

function judge(system: System, connection: Connection, found: VerbPath): Report {
  const { arrow, request } = connection
  const stated = methodOf(connection)
  const method = found.method === 'PUT' && stated === 'PATCH' ? 'PATCH' : found.method
  const better = `${method} ${restPathFor(found)}`
  const path = request?.path ?? ''
  const pattern = new RegExp(`${stated ? `(?:${stated}\\s+)?` : ''}${escaped(path)}`, 'i')
  return {
    at: wordsOn(system, connection, new RegExp(escaped(path))) ?? arrow.labelSpan ?? arrow.operator,
    message: `${path} says "${found.verb}", which is the job of the method. Caches, retries and people who guess the next path rely on methods and nouns. Write ${better}.`,
    fixes: rewordArrow(system, connection, { title: `Write ${better}`, pattern, by: better }),
  }
}
