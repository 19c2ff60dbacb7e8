// Moving bytes: time on the wire, slow start, windows, rounds of requests.

/** Segment size and initial window of today's TCP (RFC 6928). */
export const SEGMENT_BYTES = 1460
export const INITIAL_SEGMENTS = 10

/** Milliseconds to put bytes on a link of so many bits a second. */
export const transmissionMs = (bytes: number, bitsPerSecond: number): number =>
  (bytes * 8 * 1000) / bitsPerSecond

/** Bytes in flight that fill a path: bandwidth × round trip. */
export const bandwidthDelayBytes = (bitsPerSecond: number, roundTripMs: number): number =>
  (bitsPerSecond / 8) * (roundTripMs / 1000)

export interface Window {
  readonly segments: number
  readonly segmentBytes: number
}

/**
 * Round trips to deliver bytes while the window doubles from its initial size, at least 1 (RFC 5681):
 * the least n with initial·(2ⁿ − 1) ≥ bytes.
 */
export function slowStartRoundTrips(
  bytes: number,
  { segments, segmentBytes }: Window = { segments: INITIAL_SEGMENTS, segmentBytes: SEGMENT_BYTES },
): number {
  return Math.max(1, Math.ceil(Math.log2(bytes / (segments * segmentBytes) + 1)))
}

export interface Path {
  readonly roundTripMs: number
  readonly bitsPerSecond: number
}

/** Milliseconds to fetch bytes on an open connection: its round trips of slow start plus time on the wire. */
export const transferMs = (bytes: number, { roundTripMs, bitsPerSecond }: Path): number =>
  slowStartRoundTrips(bytes) * roundTripMs + transmissionMs(bytes, bitsPerSecond)

/** Rounds of requests on HTTP/1.1, where each connection carries one at a time (browsers open 6 per host). */
export const http1Rounds = (resources: number, connections = 6): number => Math.ceil(resources / connections)
