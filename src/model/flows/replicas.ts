// Which of several targets are copies of one thing.

import { familyOfKind, framesAround, hasKind, isProbable, kindOf } from '../ends'
import type { Call, Component, Plan, Takeover } from '../system'

const placeWords =
  /\b(?:primary|secondary|standby|replica|active|passive|blue|green|canary|east|west|north|south|central|zone|region|az|dc|site|node|instance|pod|server|[a-d]|i{1,3}|iv|one|two|three|asia|europe|apac|emea|latam|americas?|africa|australia|(?:us|eu|ap|sa|ca|me|af)(?:-?(?:east|west|north|south|central|northeast|southeast))?)\b/g

/** Letters tell services apart as often as copies. */
const letters = /\b(?:[a-d]|i{1,3}|iv)\b/

/** A label without what tells copies apart: numbers, letters, places. */
export function normalizedName({ text }: Component): string {
  const words = text.toLowerCase().replace(/[^\p{L}]+/gu, ' ')
  return words.replace(placeWords, ' ').replace(/\s+/g, ' ').trim()
}

/** What says that there are several of something, and not of what. */
const anyService = /^(?:micro ?)?services?$|^$/

/** Behind a gateway or proxy: "Service A" and "Service B" are two services, "Order API 1" and "2" are copies. */
export function distinctServices(calls: readonly Call[]): readonly (readonly Call[])[] {
  return replicaSets(calls).flatMap(set => {
    const lettered = set.some(({ callee }) => letters.test(callee.text.toLowerCase()))
    return lettered || set.some(({ callee }) => anyService.test(normalizedName(callee)))
      ? set.map(call => [call])
      : [set]
  })
}

/** Calls grouped by what they lead to: copies of one thing together, in the order of the first. */
export function replicaSets(calls: readonly Call[]): readonly (readonly Call[])[] {
  const sets = new Map<string, Call[]>()
  for (const call of calls) {
    const name = normalizedName(call.callee)
    // What is hardly known to be of a kind is of its copies'.
    const kind = isProbable(call.callee) ? kindOf(call.callee) : undefined
    const key =
      name === ''
        ? `kind ${call.callee.kind?.value ?? call.callee.id}`
        : `${name} ${kind && familyOfKind(kind)}`
    const set = sets.get(key)
    if (set) set.push(call)
    else sets.set(key, [call])
  }
  return [...sets.values()]
}

/** Calls of which one is made for a request: to copies that stand in for each other, or else to `alternatives`. */
export interface CallSet {
  readonly calls: readonly Call[]
  readonly alternatives: boolean
}

/** Balancers and DNS spread requests over copies; gateways and proxies route to services, some of them copied. */
export function setsBehind(edge: Component, routed: readonly Call[]): readonly CallSet[] {
  const split = splitAmong(edge, routed)
  const others = routed.filter(call => !split.includes(call))
  const sets = withStandbys(copiesBehind(edge, others)).map(calls => ({ calls, alternatives: false }))
  return split.length > 0 ? [{ calls: split, alternatives: true }, ...sets] : sets
}

function copiesBehind(edge: Component, routed: readonly Call[]): readonly (readonly Call[])[] {
  if (hasKind(edge, 'balancer', 'dns')) return replicaSets(routed)
  return hasKind(edge, 'gateway', 'proxy', 'cdn') ? distinctServices(routed) : routed.map(next => [next])
}

/**
 * Requests of one kind that are split between different things: by a balancer, or while one replaces the other. One
 * arrow without a share gets what the others leave.
 */
function splitAmong(edge: Component, routed: readonly Call[]): readonly Call[] {
  const shared = routed.filter(({ connection }) => connection.figures.share)
  const sum = shared.reduce((total, { connection }) => total + (connection.figures.share?.value ?? 0), 0)
  const others = routed.filter(call => !shared.includes(call) && !standsBy(call))
  const hasRest = shared.length > 0 && others.length === 1 && sum < 1
  const split = hasRest ? routed.filter(call => !standsBy(call)) : shared
  if (split.length < 2 || (!hasRest && Math.abs(sum - 1) > 0.01) || replicaSets(split).length === 1) return []
  const replacing = split.some(({ connection, callee }) =>
    replacement.test(`${connection.arrow.text} ${callee.text}`),
  )
  return replacing || hasKind(edge, 'balancer', 'dns') ? split : []
}

/** Of the requests that are split: as stated, else what the others leave. They add up to 1. */
export function sharesOfSplit(calls: readonly Call[]): readonly number[] {
  const stated = calls.map(({ connection }) => connection.figures.share?.value)
  const sum = stated.reduce<number>((total, share) => total + (share ?? 0), 0)
  const shares = stated.map(share => share ?? Math.max(0, 1 - sum))
  const whole = shares.reduce((total, share) => total + share, 0)
  return shares.map(share => share / whole)
}

const replacement =
  /\b(?:canary|legacy|monolith|stable|baseline|rollout|experiment|rewrite|strangler|weight(?:ed)?|old|new|blue|green|v\d+)\b/i

/** What stands by joins the only set of its kind that serves. */
function withStandbys(sets: readonly (readonly Call[])[]): readonly (readonly Call[])[] {
  const idle = sets.filter(set => set.every(standsBy))
  const joined = sets.filter(set => !idle.includes(set)).map(set => [...set])
  const apart: (readonly Call[])[] = []
  for (const set of idle) {
    const alike = joined.filter(([first]) => first?.callee.kind?.value === set[0]?.callee.kind?.value)
    if (alike.length === 1) alike[0]?.push(...set)
    else apart.push(set)
  }
  return [...joined, ...apart]
}

const standsBy = ({ callee }: Call): boolean => isPassive(callee)

/** It or what it stands in waits for its like to fail; several replicas may do so among themselves. */
export const isPassive = (component: Component): boolean =>
  (component.figures.active?.value === 'passive' && (component.figures.replicas?.value ?? 1) <= 1) ||
  framesAround(component).some(({ figures }) => figures.active?.value === 'passive')

/** How requests are spread over copies, and how those that stand by take over. */
export function spreadOver(calls: readonly Call[]): Pick<Redundant, 'shares' | 'takeover'> {
  const passive = calls.map(standsBy)
  const serving = calls.filter((_, index) => !passive[index])
  if (serving.length === 0) return {}
  const stated = serving.map(({ connection }) => connection.figures.share?.value)
  const idle = calls.find(standsBy)
  if (!idle && stated.every(share => share === undefined)) return {}
  const sum = stated.reduce<number>((total, share) => total + (share ?? 0), 0)
  const unstated = stated.filter(share => share === undefined).length
  const whole = unstated > 0 ? Math.max(sum, 1) : sum
  const shares = calls.map(({ connection }, index) => {
    if (passive[index] || whole === 0) return passive[index] ? 0 : 1 / serving.length
    return (connection.figures.share?.value ?? (whole - sum) / unstated) / whole
  })
  return { shares, ...(idle && { takeover: takeoverOf(idle.callee, serving) }) }
}

type Redundant = Extract<Plan, { kind: 'redundant' }>

/** As the standby states it, else what it stands in, else what fails over to it. */
function takeoverOf(standby: Component, serving: readonly Call[]): Takeover {
  const places = [standby, ...serving.map(({ callee }) => callee)].flatMap(component => [
    component,
    ...framesAround(component),
  ])
  const first = <K extends 'failover' | 'mttr' | 'coverage'>(key: K): Takeover[K] =>
    places.find(({ figures }) => figures[key])?.figures[key]
  const [failover, mttr, coverage] = [first('failover'), first('mttr'), first('coverage')]
  return {
    at: standby.id,
    ...(failover && { failover }),
    ...(mttr && { mttr }),
    ...(coverage && { coverage }),
  }
}

/** Copies of which one answers, as far as `shares` and standbys are stated. */
export const copiesOf = (calls: readonly Call[], branches: readonly Plan[]): Plan => ({
  kind: 'redundant',
  branches,
  need: 1,
  ...spreadOver(calls),
})
