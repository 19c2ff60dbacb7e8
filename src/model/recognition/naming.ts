// How names are written: an identifier of a program, a function call, or words.

import type { Component } from '../system'

/** `OrderService`, but not `CloudFront`. */
export function isIdentifier({ headline, technology }: Component): boolean {
  if (!/^\p{Lu}\p{Ll}*[\p{Lu}\d][\p{L}\d]*$/u.test(headline) || headline === headline.toUpperCase())
    return false
  return (
    !technology || ![technology.name, ...technology.aliases].some(name => folded(name) === folded(headline))
  )
}

/** `CacheInvalidationListener`, `DomainEventPublisher`: no store and no broker, whatever else its name says. */
export const isClass = (component: Component): boolean =>
  component.technology === undefined &&
  isIdentifier(component) &&
  [classEnd, inClasses].some(end => end.test(component.headline))

/** `OrderRepository`, however it goes on: what a program is made of. */
export const classEnd =
  /\p{Ll}(?:Limiter|Router|Handler|Validator|Guard|Repository|Controller|Interceptor|Breaker|Adapter|Factory)$/u

const inClasses =
  /\p{Ll}(?:Listener|Publisher|Mapper|Manager|Invalidator|Resolver|Builder|Strategy|Dao|Impl)$/u

/** `Order service` and `order-svc`; `OrderService` may be a class. */
export function isNamedService(component: Component): boolean {
  const { kind } = component
  if (!kind || kind.confidence < 0.75) return false
  return ['service', 'worker', 'auth', 'external'].includes(kind.value) && !isIdentifier(component)
}

/** `save(order)`, `buildNotifications(details, type): void`, `new Order`. */
export const namesFunction = (text: string): boolean =>
  /^[\w.:]*\w\([^)]*\)(?:\s*:.*)?$|^new\s+\w+/.test(text)

/** `lookup(key) [cached]`, `throw NotFound`, `Optional.of(entry)`, `List<Order>`, `void`: as it stands in a program. */
export const readsAsCode = (text: string): boolean => functionCall.test(text) || value.test(text)

/** `CheckStock(id)` may be a remote procedure, `Ship (by mail)` is none. */
const functionCall = /^(?:\d+\W+)?[a-z_][\w.:]*\w\(/

const value =
  /^(?:throws?|raises?) \p{Lu}|^(?:void|null|None)$|\bOptional\b|\b\p{Lu}\w+<\p{L}[\w, ]*>|\p{Ll}Exception\b/u

/** `orders.created`, `q:resize`, `news.*.enriched`; a file and a host have endings of their own. */
export const namesTopic = (headline: string): boolean => topic.test(headline) && !ending.test(headline)

const topic = /^\W{0,3}[a-z][\w-]*(?:[.:][a-z*>{][\w*>{}-]*)+$/

const ending =
  /\.(?:com|org|net|io|dev|app|ai|de|local|svc|internal|[jt]sx?|py|go|rs|java|md|json|ya?ml|sql|db|exe)$/

const folded = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '')
