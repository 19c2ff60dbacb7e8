// GraphQL in a design: the arrows that carry it, and the servers that execute its queries.

import { protocolById } from '../../knowledge'
import { behindEdge } from '../../model/behind-edge'
import { hasKind, isClient, isEdge } from '../../model/ends'
import { isRequest } from '../../model/requests'
import type { Call, Component } from '../../model/system'

/** Said on the arrow, or by the name of what it reaches where the arrow says HTTP or nothing. */
export const isGraphQL = ({ connection, callee }: Call): boolean =>
  isRequest(connection) &&
  (connection.protocols.includes('graphql') ||
    (answersOnlyGraphQL(callee) && connection.protocols.every(id => protocolById(id).http && id !== 'rest')))

const answersOnlyGraphQL = ({ text }: Component): boolean =>
  /graph ?ql/i.test(text) && !/\brest\b|grpc/i.test(text)

const executes = /graph ?ql|apollo|federation|supergraph|hasura|app ?sync/i

/** An edge that only passes queries on to a server behind it. */
const passesQueries = (component: Component): boolean =>
  isEdge(component) &&
  !executes.test(component.text) &&
  component.outgoing.some(call => isGraphQL(call) || executes.test(call.callee.text))

export interface Execution {
  readonly executor: Component
  /** What the queries pass, the executor last. */
  readonly way: readonly Component[]
}

/** Who executes the queries of a call; none where they end, as drawn, at a client or at what only passes them on. */
export function executorOf(call: Call): Execution | undefined {
  const { answerers, hops, calls } = behindEdge(call, passesQueries)
  const reached = calls
    .filter(each => isGraphQL(each) || executes.test(each.callee.text))
    .map(({ callee }) => callee)
  const executor = answerers.find(each => reached.includes(each)) ?? call.callee
  const isPassedOn =
    isClient(executor) || hasKind(executor, 'balancer', 'dns', 'cdn', 'waf', 'firewall', 'nat')
  return isPassedOn ? undefined : { executor, way: [...hops, executor] }
}
