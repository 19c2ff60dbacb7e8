// Signs of life over a connection: stated, drawn, or sent by the library that holds it.

import type { Call, Connection, System } from '../../../model/system'

const signOfLife = /heart ?-?beat|\bpings?\b|keep-?alive/i

/** A label between the two ends tells of it: on the connection itself, or on a message of its own. */
export function isDrawn({ connection, caller, callee }: Call, { connections }: System): boolean {
  const ends = new Set<Connection['caller']>([caller, callee])
  return [connection, ...connections].some(
    other => ends.has(other.caller) && ends.has(other.callee) && signOfLife.test(other.arrow.text),
  )
}

/**
 * Milliseconds between the pings that libraries send unless told otherwise, by the words that name them
 * (Socket.IO `pingInterval`, SignalR `KeepAliveInterval`, Action Cable, Phoenix `heartbeatIntervalMs`,
 * SockJS `heartbeat_delay`, Centrifugo `ping_interval`, Pusher `activity_timeout`).
 */
const byLibrary: readonly (readonly [RegExp, number])[] = [
  [/\bsocket\.?io\b/i, 25_000],
  [/\bsignalr\b/i, 15_000],
  [/\baction ?cable\b/i, 3_000],
  [/\bphoenix (?:channels?|sockets?|live ?view)\b/i, 30_000],
  [/\bsockjs\b/i, 25_000],
  [/\bcentrifug[eo]\b/i, 25_000],
  [/\bpusher\b/i, 120_000],
]

/** The shortest interval, in milliseconds, of the libraries that an arrow or its ends name. */
export function heartbeatOfLibrary(calls: readonly Call[]): number | undefined {
  const words = calls
    .map(({ connection, caller, callee }) => `${connection.arrow.text} ${caller.text} ${callee.text}`)
    .join(' ')
  const known = byLibrary.filter(([name]) => name.test(words)).map(([, interval]) => interval)
  return known.length > 0 ? Math.min(...known) : undefined
}
