// Polling: how stale, how much load; and how a token bucket limits it.

/** Mean age of what a poller sees, milliseconds: half the interval and a round trip. */
export const staleness = (intervalMs: number, roundTripMs: number): number => intervalMs / 2 + roundTripMs

/** Requests a second of clients that ask every so many milliseconds. */
export const pollRate = (clients: number, intervalMs: number): number => (clients * 1000) / intervalMs

export interface LongPoll {
  readonly clients: number
  /** How long the server holds an idle request, milliseconds. */
  readonly holdMs: number
  /** Messages each client receives a second; each ends a request. */
  readonly messagesPerSecond: number
}

/** Requests a second of long polling: one per message and one per hold that passes without. */
export const longPollRate = ({ clients, holdMs, messagesPerSecond }: LongPoll): number =>
  clients * Math.max(messagesPerSecond, 1000 / holdMs)

/** Requests a token bucket lets through in a time: its size and what flows in (seconds, per second). */
export const tokenBucket = (size: number, ratePerSecond: number, seconds: number): number =>
  size + ratePerSecond * seconds
