// REST paths that name what is done instead of what it is done to.

import { isSurely } from '../../model/ends'
import { isRequest, methodOf } from '../../model/requests'
import type { Connection, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { rewordArrow, wordsOn } from '../fixes/reword-arrow'
import { restPathFor, type VerbPath, verbPathIn } from '../queries/rest-paths'
import { defineRule, type Report } from '../rule'

export const verbInPath = defineRule({
  id: 'verb-in-path',
  category: 'apis',
  speaksOf: 'writing',
  summary: 'A REST path contains a verb that duplicates the HTTP method.',
  presets: { recommended: 'info' },
  fixable: 'review',
  options: {},

  *check(system) {
    for (const connection of system.connections.filter(isRest)) {
      const found = verbPathIn(connection.request?.path ?? '')
      if (found && !isUnsafeGet(connection, found)) yield judge(system, connection, found)
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
  if (!isRequest(connection) || connection.request?.path === undefined || isSurely(callee, 'external'))
    return false
  const words = wordingOf(connection.arrow)
  return (
    (methodOf(connection) !== undefined || /\bhttps?\b|\brest\b/i.test(words)) &&
    !connection.protocols.some(id => procedures.has(id)) &&
    !/\brpc\b|twirp|\.php\b|\.aspx?\b|\bcgi\b/i.test(words)
  )
}

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

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
