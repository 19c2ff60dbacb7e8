// The ways a request can take through DNS, CDN, balancers and gateways to the component that answers it.

import type { Assumption, Call, Component, Plan } from '../system'
import { hitRatioOf, isPassedThrough, type Reached, sparesFailures, throughCache } from './caches'
import type { Planner } from './component-work'
import { asksForCopies, type Follows, isAskedAlways, pathCalls } from './graph'
import { type CallSet, copiesOf, isPassive, setsBehind, sharesOfSplit } from './replicas'

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
  routesBehind({ component: edge }, { planner, follows, passed: [], ways: { left: mostWays } }) ?? []

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
  const behind = isPassedThrough(edge) ? routesBehind({ component: edge, call }, passage) : undefined
  if (!behind) {
    ways.left--
    return [{ to: edge, plan: planner.visit(call), assumptions: [] }]
  }
  return behind.map(route => ({ ...route, plan: planner.visit(call, route.plan) }))
}

/** Undefined when nothing is behind the edge. */
function routesBehind(reached: Reached, passage: Passage): readonly Route[] | undefined {
  const { component: edge } = reached
  const { planner, follows, passed } = passage
  const onward = pathCalls(edge, follows).filter(next => !passed.includes(next.callee.id))
  if (onward.length === 0 || passed.length > mostEdges) return undefined
  const asked = onward.filter(isAskedAlways)
  const routed = asked.length === onward.length ? onward : onward.filter(next => !asked.includes(next))
  const always = asked.length === onward.length ? [] : asked
  const sets = setsBehind(edge, routed)
  return sets.flatMap(set => {
    if (passage.ways.left <= 0) return []
    const branches = set.calls.map(next => routesThrough(next, { ...passage, passed: [...passed, edge.id] }))
    return joined(set, branches).map(route => {
      const { plan, assumptions } = throughCache(reached, route.plan, set.calls)
      const missed = { ...route, plan, assumptions: [...route.assumptions, ...assumptions] }
      return withAsked(always, missed, planner)
    })
  })
}

/** What an edge asks before it sends a request on. Answers that it finds in a cache with a stated ratio go no further. */
function withAsked(asked: readonly Call[], route: Route, planner: Planner): Route {
  if (asked.length === 0) return route
  const cache = asked.find(call => asksForCopies(call) && hitRatioOf(call)?.stated)
  const steps: Plan[] = asked.flatMap(call => (call === cache ? [] : [planner.visit(call)]))
  steps.push(cache ? cachedBeside(cache, route.plan, planner) : route.plan)
  return { ...route, plan: steps.length === 1 ? steps[0]! : { kind: 'sequence', steps } }
}

function cachedBeside(cache: Call, store: Plan, planner: Planner): Plan {
  const ratio = hitRatioOf(cache)
  return {
    kind: 'cacheAside',
    cache: planner.visit(cache),
    store,
    hitRatio: ratio?.value ?? 0,
    assumed: !sparesFailures(ratio, cache.callee),
    failOpen: cache.connection.figures.optional?.value ?? true,
  }
}

/** The way that most requests take, the first of equals. */
function leadingOf({ calls, alternatives }: CallSet): number {
  if (!alternatives)
    return Math.max(
      0,
      calls.findIndex(({ callee }) => !isPassive(callee)),
    )
  const shares = sharesOfSplit(calls)
  return shares.indexOf(Math.max(...shares))
}

function oneOf(calls: readonly Call[], plans: readonly Plan[]): Plan {
  const shares = sharesOfSplit(calls)
  return { kind: 'choice', branches: plans.map((plan, index) => ({ share: shares[index] ?? 0, plan })) }
}

/** Copies stand in for each other route by route; a copy with fewer routes stands in for none of the others. */
function joined(set: CallSet, branches: readonly (readonly Route[])[]): readonly Route[] {
  const leading = branches[leadingOf(set)]
  if (!leading || branches.length === 1) return leading ?? []
  return leading.map((route, index) => {
    const ways = set.calls.flatMap((call, at) => {
      const routes = branches[at] ?? []
      const way = routes[Math.min(index, routes.length - 1)]
      return way ? [{ call, way }] : []
    })
    const copies = ways.map(({ way }) => way)
    const calls = ways.map(({ call }) => call)
    const plans = copies.map(({ plan }) => plan)
    return {
      to: route.to,
      plan: set.alternatives ? oneOf(calls, plans) : copiesOf(calls, plans),
      assumptions: copies.flatMap(({ assumptions }) => assumptions),
    }
  })
}
