// How far consumers are stated to be behind with their messages.

import type { Figure, Visit } from '../../../model/system'

/** Milliseconds, as stated where messages are handed out, at the consumer or at the broker. */
export function lagOf({ call, component }: Visit): Figure<number> | undefined {
  if (call?.connection.role.value !== 'delivery') return undefined
  return call.connection.figures.lag ?? component.figures.lag ?? call.caller.figures.lag
}
