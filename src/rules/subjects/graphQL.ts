// GraphQL in a design: the arrows that carry it, and the servers that execute its queries.

import { behindEdge } from '../../model/behindEdge'
import { isEdge } from '../../model/ends'
import { isRequest } from '../../model/requests'
import type { Call, Component } from '../../model/system'

export const isGraphQL = ({ connection }: Call): boolean =>
  isRequest(connection) && connection.protocols.includes('graphql')

const executes = /graph ?ql|apollo|federation|supergraph|hasura|app ?sync/i

/** An edge that only passes queries on to a server behind it. */
const passesQueries = (component: Component): boolean =>
  isEdge(component) &&
  !executes.test(component.text) &&
  component.outgoing.some(call => isGraphQL(call) || executes.test(call.callee.text))

/** The component that executes the queries of a call, and what they pass on their way. */
export function executorOf(call: Call): { readonly executor: Component; readonly way: readonly Component[] } {
  const { answerers, hops, calls } = behindEdge(call, passesQueries)
  const reached = calls
    .filter(each => isGraphQL(each) || executes.test(each.callee.text))
    .map(({ callee }) => callee)
  const executor = answerers.find(each => reached.includes(each)) ?? call.callee
  return { executor, way: [...hops, executor] }
}
