// Empty caches: what comes to those behind them until they have filled again.

import { type ComponentLoad, systemFigures } from '../math'
import { restated } from '../model'
import { arrowTarget, partTarget } from '../model/annotations/metadata/target-names'
import type { Component, System } from '../model/system'

/** What one component behind a cache gets when the cache has lost everything. */
export interface ColdCache {
  readonly cache: Component
  readonly behind: Component
  /** Of what it usually gets; null where that is nothing. */
  readonly factor: number | null
  /** Requests per second, usually and then; absent where nobody states how many enter. */
  readonly rates?: { readonly usual: number; readonly cold: number; readonly serving: number | null }
}

export interface ColdCaches {
  /** The first to be overloaded at the top. */
  readonly caches: readonly ColdCache[]
  /** How many caches are not tried: that would take too long. */
  readonly leftOut: number
}

/** What trying caches may cost, in parts of designs that are read again. */
const mostRead = 6000
/** Who gets less than this more, gets as much as ever. */
const NOTICED = 1.01

/** For each cache with a stated hit ratio, whoever then gets more than usual. */
export function coldCachesOf(system: System): ColdCaches {
  const caches = system.components.filter(component => emptied(component, system).length > 0)
  if (caches.length === 0) return { caches: [], leftOut: 0 }
  const areRatesKnown = loadsOf(system).size > 0
  const entering = areRatesKnown ? [] : oneEach(system)
  const usual = loadsOf(restated(system, entering))
  const tried = caches.slice(0, Math.floor(mostRead / (system.components.length + system.calls.length)))
  const found = tried.flatMap(cache => {
    const cold = loadsOf(restated(system, [...entering, ...emptied(cache, system)]))
    return mostTelling([...cold.values()].flatMap(load => burdenOf(load, usual, { cache, areRatesKnown })))
  })
  return { caches: found.sort((a, b) => urgencyOf(b) - urgencyOf(a)), leftOut: caches.length - tried.length }
}

/** Loads by the ids of components. */
const loadsOf = (system: System): ReadonlyMap<string, ComponentLoad> =>
  new Map([...systemFigures(system).load.components.values()].map(load => [load.component.id, load]))

/** One request a second at each entry: enough to tell by how much a load grows. */
const oneEach = ({ flows }: System): readonly string[] =>
  [...new Set(flows.flatMap(({ background, entry }) => (background ? [] : [entry.id])))].map(
    id => `%% ${partTarget(id)}@{ rate: 1/s }`,
  )

/** The annotations by which it answers nothing; none of what is no cache. */
function emptied({ id, figures, incoming }: Component, { diagram }: System): readonly string[] {
  const arrows = incoming.filter(call => call.connection.figures.hitRatio?.stated)
  const targets = [
    ...(figures.hitRatio?.stated ? [partTarget(id)] : []),
    ...arrows.map(({ connection }) => arrowTarget(diagram, connection.index)),
  ]
  return targets.map(target => `%% ${target}@{ hitRatio: 0% }`)
}

function burdenOf(
  { component: behind, rate: cold, utilization }: ComponentLoad,
  usually: ReadonlyMap<string, ComponentLoad>,
  { cache, areRatesKnown }: { readonly cache: Component; readonly areRatesKnown: boolean },
): readonly ColdCache[] {
  const usual = usually.get(behind.id)?.rate ?? 0
  if (cold <= usual * NOTICED) return []
  const serving = utilization === undefined ? null : cold / utilization
  const factor = usual > 0 ? cold / usual : null
  return [{ cache, behind, factor, ...(areRatesKnown && { rates: { usual, cold, serving } }) }]
}

/** Those whose capacity is known, and the one whose load grows most. */
function mostTelling(burdens: readonly ColdCache[]): readonly ColdCache[] {
  const growth = ({ factor }: ColdCache): number => factor ?? Infinity
  const most = burdens.reduce<ColdCache | undefined>(
    (most, each) => (most && growth(most) >= growth(each) ? most : each),
    undefined,
  )
  return burdens.filter(each => each === most || each.rates?.serving != null)
}

/** How full it becomes; by how much the load grows where nobody knows. */
const urgencyOf = ({ factor, rates }: ColdCache): number =>
  rates && rates.serving !== null ? 1e9 + rates.cold / rates.serving : (factor ?? 1e6)
