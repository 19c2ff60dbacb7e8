// The ways a request can take through DNS, CDN, balancers and gateways to the component that answers it.

import { hasKind, isEdge } from '../ends'
import type { Assumption, Call, Component, Plan } from '../system'
import { noWork, type Planner, sparesFailures } from './component-work'
import { callName, type Follows, isAskedAlways, pathCalls } from './graph'
import { setsBehind } from './replicas'

export interface Route {
  /** The first component that is no edge. */
  readonly to: Component
  readonly plan: Plan
  readonly assumptions: readonly Assumption[]
}

/** Deeper chains of edges than this are cut: no design has them. */
const mostEdges = 12

/** More ways through edges than this are not followed: far fewer are ever listed. */
const mostWays = 1000

/** The ways of a request that a client makes with this call. */
export const routesOf = (call: Call, planner: Planner, follows: Follows): readonly Route[] =>
  routesThrough(call, { planner, follows, passed: [call.caller.id], ways: { left: mostWays } })

/** The ways of the requests that enter at an edge: what it asks on every request, then where it sends them. */
export const routesFrom = (edge: Component, planner: Planner, follows: Follows): readonly Route[] =>
  routesBehind({ edge }, { planner, follows, passed: [], ways: { left: mostWays } }) ?? []

interface Passage {
  readonly planner: Planner
  readonly follows: Follows
  readonly passed: readonly string[]
  /** How many ways may still be followed to their end, over all branches. */
  readonly ways: { left: number }
}

function routesThrough(call: Call, passage: Passage): readonly Route[] {
  const { planner, ways } = passage
  const edge = call.callee
  const behind = isEdge(edge) ? routesBehind({ edge, call }, passage) : undefined
  if (!behind) {
    ways.left--
    return [{ to: edge, plan: planner.visit(call), assumptions: [] }]
  }
  return behind.map(route => ({ ...route, plan: planner.visit(call, route.plan) }))
}

interface Reached {
  readonly edge: Component
  /** Absent where requests enter. */
  readonly call?: Call
}

/** Undefined when nothing is behind the edge. */
function routesBehind(reached: Reached, passage: Passage): readonly Route[] | undefined {
  const { edge } = reached
  const { planner, follows, passed } = passage
  const onward = pathCalls(edge, follows).filter(next => !passed.includes(next.callee.id))
  if (onward.length === 0 || passed.length > mostEdges) return undefined
  const asked = onward.filter(isAskedAlways)
  const routed = asked.length === onward.length ? onward : onward.filter(next => !asked.includes(next))
  const always = asked.length === onward.length ? [] : asked.map(next => planner.visit(next))
  const sets = setsBehind(edge, routed)
  return sets.flatMap(set => {
    if (passage.ways.left <= 0) return []
    const branches = set.map(next => routesThrough(next, { ...passage, passed: [...passed, edge.id] }))
    return joined(branches).map(route => withAsked(always, throughCache(reached, route, set)))
  })
}

function withAsked(always: readonly Plan[], route: Route): Route {
  return always.length === 0
    ? route
    : { ...route, plan: { kind: 'sequence', steps: [...always, route.plan] } }
}

/** Copies stand in for each other route by route; a copy with fewer routes stands in for none of the others. */
function joined(branches: readonly (readonly Route[])[]): readonly Route[] {
  const [first, ...others] = branches
  if (!first) return []
  if (others.length === 0) return first
  return first.map((route, index) => {
    const copies = [route, ...others.flatMap(other => other[Math.min(index, other.length - 1)] ?? [])]
    return {
      to: route.to,
      plan: { kind: 'redundant', branches: copies.map(({ plan }) => plan), need: 1 },
      assumptions: copies.flatMap(({ assumptions }) => assumptions),
    }
  })
}

const staticContent = /\b(?:static|assets?|images?|media|scripts?|css|buckets?)\b/i

/** A CDN answers its share of hits itself; unstated, it passes everything on unless an arrow or what it fetches from says static content. */
function throughCache({ edge, call }: Reached, route: Route, set: readonly Call[]): Route {
  if (!hasKind(edge, 'cdn') || route.plan === noWork) return route
  const ratio = edge.figures.hitRatio
  const carrier = [...(call ? [call] : []), ...set].find(
    ({ connection, callee }) =>
      staticContent.test(connection.arrow.text) || (callee !== edge && staticContent.test(callee.text)),
  )
  if (!ratio || (!ratio.stated && !carrier)) return route
  const branches = [{ share: 1 - ratio.value, plan: route.plan }]
  const plan: Plan = { kind: 'choice', branches, assumed: !sparesFailures(ratio, edge) }
  if (ratio.stated || !carrier) return { ...route, plan }
  const assumption = {
    at: edge.id,
    key: 'hitRatio',
    value: `${ratio.value * 100}%`,
    source: `${ratio.source}; ${callName(carrier)} carries static content`,
  }
  return { ...route, plan, assumptions: [...route.assumptions, assumption] }
}
