// What a program stores and publishes one after the other, as a trace shows it.

import { hasKind } from '../../../model/ends'
import type { Call, Component, System } from '../../../model/system'
import { isWebhook, startedByWebhook } from '../webhooks'
import { announcedSteps } from './announced-steps'
import { brokerOf } from './announcements'
import { isOneRun, isPublishedFirst } from './runs'
import { turnsRepeatsAway } from './turned-away'
import { isMomentary, storesTheChange, type Write, writeOf, writesToOwn } from './writes'

export interface Pair {
  readonly write: Write
  /** The author says that it is a write. */
  readonly isSaid: boolean
  readonly publish: Call
  readonly broker: Component
  /** What began it is sent again, and turned away: what is stored says that it is done. */
  readonly isTurnedAway?: boolean
  /** What it publishes later in the picture, likewise behind a write of its own. */
  readonly later?: readonly Call[]
}

export const isDelivery = ({ connection }: Call): boolean => connection.role.value === 'delivery'

/** A webhook is sent again until it is answered. */
export const isSentAgain = ({ connection }: Call): boolean => isWebhook(connection)

/** The write that an event tells of is the last before it and after the event before; or the first behind it. */
export function pairInTime(part: Component, system: System): Pair | undefined {
  const started = repeatedFrom(part, system)
  let write: Write | undefined
  let published: Call | undefined
  let behind: Pair | undefined
  let first: Pair | undefined
  const later: Call[] = []
  for (const deed of deedsOf(part, system))
    if ('connection' in deed) {
      const pair = write && isOneRun(part, write.index, deed.connection.index, system) && paired(write, deed)
      if (pair && deed.connection.index < started) {
        if (first) later.push(deed)
        first ??= pair
        write = undefined
        continue
      }
      if (first) continue
      if (pair && turnsRepeatsAway(part, started, pair.write.index, system))
        return { ...pair, isTurnedAway: true }
      published = deed
    } else {
      write = deed
      if (published && write.index < started && isPublishedFirst(part, published, write.index, system))
        behind ??= paired(write, published)
    }
  if (first) return { ...first, later }
  // What a scheduler marks only when it is handed over, it finds again.
  return hasKind(part, 'scheduler') ? undefined : behind
}

/** From there on a message starts what it does, and is repeated until it is done. */
function repeatedFrom(part: Component, system: System): number {
  const delivered = part.incoming.find(call => isDelivery(call) || isSentAgain(call))?.connection.index
  return Math.min(delivered ?? Infinity, startedByWebhook(part, system))
}

const paired = (write: Write, publish: Call): Pair => ({
  write,
  isSaid: true,
  publish,
  broker: brokerOf(publish) ?? publish.callee,
})

/** What a part stores and publishes, in order. */
function deedsOf(part: Component, system: System): readonly (Write | Call)[] {
  const { diagram } = system
  const own = (writesToOwn(diagram).get(part.id) ?? []).filter(({ words }) => !isMomentary(words))
  const drawn = part.outgoing.flatMap((call): (Write | Call)[] => {
    if (brokerOf(call)) return [call]
    return storesTheChange(call) ? [writeOf(call)] : []
  })
  const indexOf = (deed: Write | Call): number => ('connection' in deed ? deed.connection.index : deed.index)
  const told = announcedSteps(part, system).filter(({ index }) => !own.some(each => each.index === index))
  return [...drawn, ...own, ...told].toSorted((a, b) => indexOf(a) - indexOf(b))
}
