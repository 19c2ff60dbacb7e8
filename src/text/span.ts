// A stretch of text: offsets in UTF-16 units, end exclusive.

import { lastAtMost } from './lines'

export interface Span {
  readonly start: number
  readonly end: number
}

export const span = (start: number, end: number): Span => ({ start, end })

export const contains = (outer: Span, offset: number): boolean => outer.start <= offset && offset <= outer.end

export const encloses = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** Tells whether an offset lies in any of these stretches, in time logarithmic in their number. */
export function insideOf(spans: readonly Span[]): (offset: number) => boolean {
  const isEnclosed = enclosedIn(spans)
  return offset => isEnclosed({ start: offset, end: offset })
}

/** Tells whether any of these stretches encloses another, in logarithmic time. */
export function enclosedIn(spans: readonly Span[]): (inner: Span) => boolean {
  const { starts, reach } = reachOf(spans)
  return ({ start, end }) =>
    starts.length > 0 && starts[0]! <= start && end <= reach[lastAtMost(starts, start)]!
}

/** Tells whether any of these stretches overlaps another, in logarithmic time. */
export function overlapping(spans: readonly Span[]): (other: Span) => boolean {
  const { starts, reach } = reachOf(spans)
  return ({ start, end }) =>
    starts.length > 0 && starts[0]! < end && start < reach[lastAtMost(starts, end - 1)]!
}

/** Where the stretches start, in order, and how far they reach up to each. */
function reachOf(spans: readonly Span[]) {
  const sorted = [...spans].sort((a, b) => a.start - b.start)
  let furthest = -1
  const reach = sorted.map(({ end }) => {
    furthest = Math.max(furthest, end)
    return furthest
  })
  return { starts: sorted.map(({ start }) => start), reach }
}
