// A service of things that must last, which keeps them in nothing but a cache.

import { hasKind, holdsData, isComponent, isService, isStore, isSurely } from '../../model/ends'
import type { Component, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { isTimeline } from '../../syntax/notation'
import { nameSpan } from '../queries/places'
import { sameName } from '../queries/same-name'
import { defineRule, type Report } from '../rule'

const things =
  'orders?|payments?|bookings?|reservations?|inventory|stock|invoices?|billing|wallets?|ledger|accounts?|users?|customers?|products?|catalog(?:ue)?'

export const cacheIsOnlyStore = defineRule({
  id: 'cache-is-only-store',
  category: 'topology',
  speaksOf: 'hazard',
  summary: 'A service keeps what must last in nothing but a cache.',
  inOperation: true,
  presets: { recommended: 'info' },
  settledBy:
    /\bredis\b[^.\n]{0,80}\b(?:primary (?:store|database)|persisten\w+|AOF|append[- ]only|source of truth|durable)\b|\b(?:AOF|appendonly|noeviction)\b|\bMemoryDB\b/i,
  byGroups: true,
  options: {},

  *check(system) {
    if (isTimeline(system.diagram)) return
    const services = system.components.filter(part => isService(part) && lasting.test(part.headline))
    if (!services.some(part => onlyCacheOf(part))) return
    for (const service of services) {
      const cache = onlyCacheOf(service)
      if (!cache || drawsStoreOf(service)(system)) continue
      if (saysStore(service, cache) || haveDatabases(siblingsOf(service, system))) yield judge(service, cache)
    }
  },
})

/** `Order service`, `PaymentService`, not `Order cache` or `User interface`. */
const lasting = new RegExp(String.raw`^\W*(?:${things})[- ]?(?:(?:micro)?service|svc|api|management)\b`, 'i')

/** All that it keeps data in: a cache by its own name, asked by nothing but plain calls. */
function onlyCacheOf({ outgoing }: Component): Component | undefined {
  const stores = [...new Set(outgoing.map(({ callee }) => callee).filter(holdsData))]
  const others = outgoing.some(
    ({ callee, connection }) => connection.role.value !== 'call' && callee === stores[0],
  )
  return stores.length === 1 && !others && isCache(stores[0]!) ? stores[0] : undefined
}

const isCache = (part: Component): boolean =>
  isSurely(part, 'cache') &&
  /\bcach(?:e|ing)\b|\bmemcached?\b/i.test(part.text) &&
  !/\b(?:persist\w*|AOF|durable|store|storage|database|db|queue|pub ?\/? ?sub|stream|memorydb|shared)\b/i.test(
    part.text,
  )

/** The label of the arrow says so. */
const saysStore = (service: Component, cache: Component): boolean =>
  service.outgoing.some(
    ({ callee, connection }) => callee === cache && stored.test(wordingOf(connection.arrow)),
  )

const stored = new RegExp(
  String.raw`^\W*(?:stores?|persists?|saves?|keeps?)\b(?!.*\b(?:cach\w*|sessions?|tokens?|otp|ttl|temp\w*|hot|recent|copy|lock\w*|rate|status)\b).*\b(?:${things})\b`,
  'i',
)

/** What else is a service by name, beside it. */
const siblingsOf = (service: Component, { components }: System): readonly Component[] =>
  components.filter(
    part =>
      part !== service &&
      part.boundary === service.boundary &&
      isService(part) &&
      /service\b|\bsvc\b/i.test(part.headline),
  )

/** Each one its own: then the picture leaves none out. */
function haveDatabases(siblings: readonly Component[]): boolean {
  const own = siblings.map(
    ({ outgoing }) => outgoing.find(({ callee }) => isSurely(callee, 'database'))?.callee,
  )
  return siblings.length >= 2 && own.every(store => store !== undefined) && new Set(own).size === own.length
}

/** Another picture, or the same, draws a database of that service. */
const drawsStoreOf =
  (service: Component) =>
  ({ connections, components }: System): boolean =>
    connections.some(
      ({ caller, callee }) =>
        isComponent(caller) && sameName(caller.headline) === sameName(service.headline) && isStore(callee),
    ) ||
    components.some(
      part => hasKind(part, 'database') && sameName(part.headline) === sameName(service.headline),
    )

const judge = (service: Component, cache: Component): Report => ({
  at: nameSpan(cache),
  oncePerDocument: service.name,
  refutedBy: drawsStoreOf(service),
  message: `${service.name} keeps its data in ${cache.name} alone. A cache evicts what it has no room for and is empty after a restart, and nothing else in the picture has what was in it. Draw the database that ${service.name} writes to first, and let the cache hold copies.`,
  related: [{ at: nameSpan(service), message: `${service.name} has no other store` }],
})
