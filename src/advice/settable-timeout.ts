// Timeouts that the product which waits can be configured with.

import { defaultFigures, requestTimeoutOf } from '../knowledge'
import { type End, isComponent } from '../model/ends'

/** The first at or above `ms` milliseconds, or the longest there is. */
export function settableAbove(waiter: End, ms: number): number {
  const { step = 1, least = 1, most = Infinity } = limitsOf(waiter) ?? {}
  return Math.min(most, Math.max(least, Math.ceil(ms / step) * step))
}

/** The last at or below `ms` milliseconds; undefined where it cannot be set so low. */
export function settableBelow(waiter: End, ms: number): number | undefined {
  const { step = 1, least = 1, most = Infinity } = limitsOf(waiter) ?? {}
  const value = Math.min(most, Math.floor(ms / step) * step)
  return value >= least ? value : undefined
}

/** What the product that waits does unless configured. A `Cloudflare agent` looks after the product and is none. */
export const limitsOf = (waiter: End) =>
  isComponent(waiter) && !agent.test(waiter.headline) ? requestTimeoutOf(waiter.technology) : undefined

const agent = /\bagents?$/i

/** The p99 of a function's first answer in milliseconds, 0 for what is always warm. */
export function coldStartOf(callee: End): number {
  if (!isComponent(callee)) return 0
  return defaultFigures(callee.technology, callee.kind?.value)?.coldStart?.p99.value ?? 0
}
