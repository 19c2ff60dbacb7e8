// Sensitivity: the figures that decide whether a promise is kept, each changed as far as it may plausibly be off.

import { type AvailabilityPart, DOUBT_FACTOR, type JudgedFigures, type LatencyShare } from '../../math'
import { writeDuration, writeShare } from '../../model/annotations'
import type { Call, Component, Connection, Flow } from '../../model/system'
import type { DesignStatement } from './design-changes'

/** How far a figure may be off: what is stated was measured once, what is assumed is of another system. */
const factors = {
  stated: { shares: 1.5, times: 1.25 },
  assumed: { shares: DOUBT_FACTOR, times: 2 },
} as const

/** One figure with two other values for it. */
export interface Variation {
  /** "Order API", or "Order API → Postgres". */
  readonly name: string
  readonly figure: 'availability' | 'time' | 'errorRate' | 'hitRatio' | 'rate'
  /** As it is written: "99.9%", "p50 20ms, p99 200ms". */
  readonly value: string
  /** Whether anybody states it. */
  readonly stated: boolean
  readonly worse: Alternative
  readonly better: Alternative
}

export interface Alternative {
  readonly value: string
  readonly statement: DesignStatement
}

/** What takes most of the failures and of the time is looked at, so many of each. */
const mostLookedAt = 4

export interface Examined {
  readonly flow: Flow
  readonly reached: JudgedFigures
  readonly slow: readonly LatencyShare[]
  readonly caches: readonly Component[]
}

/** The figures that may decide, with their plausible ranges. */
export function variationsOf({ flow, reached, slow, caches }: Examined): readonly Variation[] {
  const failing = reached.availabilityParts.filter(({ gain }) => gain > 0).slice(0, mostLookedAt)
  return [
    ...failing.map(failuresOf),
    ...slow.slice(0, mostLookedAt).map(timesOf),
    ...caches.slice(0, mostLookedAt).map(hitsOf),
    rateOf(flow.entry),
  ].filter(variation => variation !== undefined)
}

function failuresOf({ component, call }: AvailabilityPart): Variation | undefined {
  const availability = component?.figures.availability
  const errorRate = call?.connection.figures.errorRate
  if (component && availability && availability.value < 1)
    return varied(
      { name: component.name, figure: 'availability', about: component, stated: availability.stated },
      by => ({ availability: writtenShare(1 - availability.value, by) }),
    )
  if (!call || !errorRate) return undefined
  return varied(
    { name: callTitle(call), figure: 'errorRate', about: call.connection, stated: errorRate.stated },
    by => ({ errorRate: writeShare(digits(Math.min(1, errorRate.value * by))) }),
  )
}

function timesOf({ component, call }: LatencyShare): Variation | undefined {
  const about = component ?? call?.connection
  const { p50, p95, p99 } = about?.figures ?? {}
  if (!about || !p50 || !p99) return undefined
  const name = component?.name ?? (call ? callTitle(call) : '')
  return varied({ name, figure: 'time', about, stated: p50.stated && p99.stated }, by => ({
    p50: writeDuration(digits(p50.value * by)),
    ...(p95 && { p95: writeDuration(digits(p95.value * by)) }),
    p99: writeDuration(digits(p99.value * by)),
  }))
}

function hitsOf(cache: Component): Variation | undefined {
  const { hitRatio } = cache.figures
  if (!hitRatio || hitRatio.value >= 1) return undefined
  return varied({ name: cache.name, figure: 'hitRatio', about: cache, stated: hitRatio.stated }, by => ({
    hitRatio: writtenShare(1 - hitRatio.value, by),
  }))
}

function rateOf(entry: Component): Variation | undefined {
  const { rate } = entry.figures
  return (
    rate &&
    varied({ name: entry.name, figure: 'rate', about: entry, stated: rate.stated }, by => ({
      rate: `${digits(rate.value * by)}/s`,
    }))
  )
}

interface Base extends Pick<Variation, 'name' | 'figure' | 'stated'> {
  readonly about: Component | Connection
}

type Entries = DesignStatement['entries']

/** As it is, and worse and better by a factor. */
function varied({ about, ...base }: Base, entriesAt: (by: number) => Entries): Variation {
  const offBy = factors[base.stated ? 'stated' : 'assumed'][base.figure === 'time' ? 'times' : 'shares']
  const at = (by: number): Alternative => ({
    value: written(entriesAt(by)),
    statement: { about, entries: entriesAt(by) },
  })
  return { ...base, value: at(1).value, worse: at(offBy), better: at(1 / offBy) }
}

/** A duration by its percentiles, anything else by its only value. */
const written = (entries: Entries): string =>
  Object.entries(entries)
    .flatMap(([key, value]) => (key === 'p95' ? [] : [key.startsWith('p') ? `${key} ${value}` : `${value}`]))
    .join(', ')

const writtenShare = (missing: number, by: number): string =>
  writeShare(1 - digits(Math.min(1, missing * by)))

const callTitle = ({ caller, callee }: Call): string => `${caller.name} → ${callee.name}`

const digits = (figure: number): number => Number(figure.toPrecision(3))
