// Which of several targets are copies of one thing.

import { hasKind } from '../ends'
import type { Call, Component } from '../system'

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
    const kind = call.callee.kind?.value ?? ''
    const key = name === '' ? `kind ${kind || call.callee.id}` : `${name} ${kind}`
    const set = sets.get(key)
    if (set) set.push(call)
    else sets.set(key, [call])
  }
  return [...sets.values()]
}

/** Balancers and DNS spread requests over copies; gateways and proxies route to services, some of them copied. */
export function setsBehind(edge: Component, routed: readonly Call[]): readonly (readonly Call[])[] {
  if (hasKind(edge, 'balancer', 'dns')) return replicaSets(routed)
  return hasKind(edge, 'gateway', 'proxy', 'cdn') ? distinctServices(routed) : routed.map(next => [next])
}
