// Which default figures a component gets when its author states none.

import type { Kind } from '../recognition/kind'
import type { Technology } from '../technologies/technology'
import { type ComponentFigures, figuresOf } from './component-figures'

/**
 * Figures for a component nobody measured. A cloud SLA applies only where the service is named (RDS, ALB); a bare
 * Postgres, Redis or nginx is one instance; `managed` without a product is an assumption about its provider.
 */
export function defaultFigures(
  technology: Technology | undefined,
  kind: Kind | undefined,
  managed?: boolean,
): ComponentFigures | undefined {
  const named = technology?.figures === undefined ? undefined : figuresOf(technology.figures)
  const generic = kind === undefined ? undefined : figuresOf(byKind[kind])
  const base =
    technology !== undefined && kind !== undefined && kind !== technology.kind
      ? (named ?? generic)
      : (named ?? generic)
  if (!base || !(managed ?? technology?.managed) || base.availability?.tag === 'SLA') return base
  const provider = figuresOf('managed')?.availability
  const higher = provider && provider.value > (base.availability?.value ?? 0)
  return higher && takesCalls(kind ?? technology?.kind) ? { ...base, availability: provider } : base
}

/** A third party stays a third party, however well it is run. */
function takesCalls(kind: Kind | undefined): boolean {
  return (
    kind !== 'external' && kind !== 'person' && kind !== 'client' && kind !== 'browser' && kind !== 'mobile'
  )
}

const byKind: Readonly<Record<Kind, string>> = {
  person: 'client',
  client: 'client',
  browser: 'client',
  mobile: 'mobile',
  service: 'service',
  worker: 'service',
  function: 'function',
  gateway: 'gateway',
  balancer: 'balancer',
  cdn: 'cdn',
  waf: 'balancer',
  dns: 'dns',
  cache: 'redis-single',
  database: 'database',
  warehouse: 'warehouse',
  queue: 'queue',
  stream: 'queue',
  objectStore: 'objectStore',
  search: 'search',
  external: 'thirdparty',
  auth: 'idp',
  proxy: 'proxy-single',
  mesh: 'balancer',
  registry: 'service',
  scheduler: 'service',
  monitoring: 'service',
  firewall: 'balancer',
  nat: 'balancer',
  signaling: 'service',
  stun: 'service',
  turn: 'service',
  sfu: 'service',
}

/** Assumptions that the arithmetic falls back on, each with the reason it is that size. */
export const defaults = {
  /** Share of a component's failures that hit all its replicas at once. */
  betaFactor: {
    value: 0.1,
    low: 0.02,
    high: 0.1,
    source: 'implied by SLA pairs: Compute Engine 99.9 → 99.99, RDS 99.5 → 99.95; IEC 61508-6 uses 0.01–0.1',
  },
  acrossRegionsBeta: {
    value: 0.1,
    source: 'implied by SLA pairs: DynamoDB 99.99 → 99.999 with global tables',
  },
  failover: { coverage: 0.99, detectSeconds: 30, switchSeconds: 30, source: 'assumption' },
  mttrMinutes: { value: 60, source: 'assumption' },
  /** What a caller waits for when it enqueues, in milliseconds. */
  sendLatency: { p50: 5, p99: 50, source: 'assumption' },
  /** p99/p50 where only one percentile is known. */
  tailRatio: {
    value: 10,
    source: 'The Tail at Scale (Dean, Barroso 2013): leaf requests 1 ms at the median, 10 ms at p99',
  },
  /** Round trips within a region, in milliseconds. */
  sameZoneRoundTrip: { ms: 0.1, low: 0.07, high: 0.9, source: 'IBM Cloud documentation, measured 2026' },
  crossZoneRoundTrip: { ms: 1, low: 0.13, high: 2.2, source: 'IBM Cloud documentation, measured 2026' },
  /** Extra milliseconds of the last mile to a user. */
  lastMile: { broadband: 20, mobile: 50, source: 'assumption' },
  hitRatio: { value: 0.9, source: 'assumption' },
} as const
