// A stretch of text: offsets in UTF-16 units, end exclusive.

export interface Span {
  readonly start: number
  readonly end: number
}

export const span = (start: number, end: number): Span => ({ start, end })

export const contains = (outer: Span, offset: number): boolean => outer.start <= offset && offset <= outer.end

export const encloses = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end
