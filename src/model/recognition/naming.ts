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

const folded = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '')
