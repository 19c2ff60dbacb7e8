// How long a hop keeps a silent connection: as stated, or as its product does unless configured.

import type { Component } from '../../model/system'
import type { Span } from '../../text/span'

export interface IdleTimeout {
  /** Milliseconds. */
  readonly value: number
  readonly component: Component
  readonly stated: boolean
  readonly span?: Span
}

/** The shortest of them on a way; none where nothing is stated or known. */
export function shortestIdleTimeout(way: readonly Component[]): IdleTimeout | undefined {
  const known = way.flatMap(idleTimeoutsOf)
  return known.length > 0
    ? known.reduce((least, each) => (each.value < least.value ? each : least))
    : undefined
}

/** Stated, or else known of its product. */
export function idleTimeoutsOf(component: Component): readonly IdleTimeout[] {
  const { idleTimeout, upstreamIdleTimeout } = component.figures
  const stated = [idleTimeout, upstreamIdleTimeout].filter(figure => figure !== undefined)
  if (stated.length > 0)
    return stated.map(({ value, span }) => ({ value, component, stated: true, ...(span && { span }) }))
  const value = byDefault.get(component.technology?.id ?? '')
  return value === undefined ? [] : [{ value, component, stated: false }]
}

/** From the products' own documentation, in milliseconds: read timeout, idle timeout, stream idle timeout. */
const byDefault: ReadonlyMap<string, number> = new Map(
  Object.entries({
    alb: 60_000,
    elb: 60_000,
    nlb: 350_000,
    'azure-lb': 240_000,
    'heroku-router': 55_000,
    cloudflare: 100_000,
    nginx: 60_000,
    'nginx-plus': 60_000,
    'ingress-nginx': 60_000,
    kong: 60_000,
    apisix: 60_000,
    envoy: 300_000,
    'aws-api-gateway-websocket': 600_000,
  }),
)
