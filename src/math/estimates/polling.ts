// Polling: how stale, how much load; and how a token bucket limits it.

/** Mean age of what a poller sees, milliseconds: half the interval and a round trip. */
export const staleness = (intervalMs: number, roundTripMs: number): number => intervalMs / 2 + roundTripMs
