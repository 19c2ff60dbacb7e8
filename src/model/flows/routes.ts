// The ways a request can take through DNS, CDN, balancers and gateways to the component that answers it.

import { hasKind, isEdge } from '../ends'
import type { Assumption, Call, Component, Plan, Visit } from '../system'
import { callName, type Follows, isAskedAlways, pathCalls } from './graph'
import { replicaSets } from './replicas'
import { nothing, type Planner } from './work'

export interface Route {
  /** The first component that is no edge. */
  readonly to: Component
  readonly plan: Visit
  readonly assumptions: readonly Assumption[]
}

/** Deeper chains of edges than this are cut: no design has them. */
const mostEdges = 12

export function routesOf(call: Call, planner: Planner, follows: Follows): readonly Route[] {
  return routesThrough({ call, planner, follows, passed: [call.caller.id] })
}

interface Passage {
  readonly call: Call
  readonly planner: Planner
  readonly follows: Follows
  readonly passed: readonly string[]
}

function routesThrough(passage: Passage): readonly Route[] {
  const { call, planner, follows, passed } = passage
  const edge = call.callee
  const onward = isEdge(edge) ? pathCalls(edge, follows).filter(next => !passed.includes(next.callee.id)) : []
  if (onward.length === 0 || passed.length > mostEdges)
    return [{ to: edge, plan: planner.visit(call), assumptions: [] }]
  const asked = onward.filter(isAskedAlways)
  const routed = asked.length === onward.length ? onward : onward.filter(next => !asked.includes(next))
  const always = asked.length === onward.length ? [] : asked.map(call => planner.visit(call))
  const sets = canHoldReplicas(edge) ? replicaSets(routed) : routed.map(next => [next])
  return sets.flatMap(set => {
    const branches = set.map(next => routesThrough({ ...passage, call: next, passed: [...passed, edge.id] }))
    return joined(branches).map(route => behind(call, { route, always, set, planner }))
  })
}

const canHoldReplicas = (edge: Component): boolean =>
  hasKind(edge, 'balancer', 'dns', 'gateway', 'proxy', 'cdn')

interface OpenRoute {
  readonly to: Component
  readonly plan: Plan
  readonly assumptions: readonly Assumption[]
}

/** Copies stand in for each other route by route; a copy with fewer routes stands in for none of the others. */
function joined(branches: readonly (readonly Route[])[]): readonly OpenRoute[] {
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

interface Behind {
  readonly route: OpenRoute
  readonly always: readonly Visit[]
  readonly set: readonly Call[]
  readonly planner: Planner
}

/** The visit of an edge: what it asks on every request, then the route behind it. */
function behind(call: Call, { route, always, set, planner }: Behind): Route {
  const { plan, assumptions } = throughCache(call, route, set)
  const steps = [...always, plan]
  return {
    to: route.to,
    plan: planner.visit(call, steps.length === 1 ? plan : { kind: 'sequence', steps }),
    assumptions,
  }
}

const staticContent = /\b(?:static|assets?|images?|media|scripts?|css)\b/i

/** A CDN answers its share of hits itself; unstated, it passes everything on unless the arrow says static content. */
function throughCache(call: Call, route: OpenRoute, set: readonly Call[]): OpenRoute {
  const edge = call.callee
  if (!hasKind(edge, 'cdn') || route.plan === nothing) return route
  const ratio = edge.figures.hitRatio
  const cacheable = [call, ...set].some(({ connection }) => staticContent.test(connection.arrow.text))
  if (!ratio || (!ratio.stated && !cacheable)) return route
  const plan: Plan = { kind: 'choice', branches: [{ share: 1 - ratio.value, plan: route.plan }] }
  if (ratio.stated) return { ...route, plan }
  const assumption = {
    at: edge.id,
    key: 'hitRatio',
    value: `${ratio.value * 100}%`,
    source: `${ratio.source}; ${callName(call)} carries static content`,
  }
  return { ...route, plan, assumptions: [...route.assumptions, assumption] }
}
