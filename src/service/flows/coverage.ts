// How much of a document's calls is stated; what is not, is assumed.

import { isAwaited, isStream } from '../../model/requests'
import type { Connection } from '../../model/system'
import { statesProtocol } from '../../rules/queries/protocols-named'
import type { Snapshot } from '../engine/snapshot'

/** "protocol 9/9, timeout 7/9": arrows that name a protocol, and calls that state a timeout, of all in designs. */
export function coverage({ diagrams }: Snapshot): string {
  const crossing = diagrams
    .filter(({ system }) => system.architecture.value)
    .flatMap(({ system }) =>
      system.connections.filter(({ network, role }) => network.value && role.value !== 'reply'),
    )
  const waiting = crossing.filter(connection => isAwaited(connection) && !isStream(connection))
  return `protocol ${share(crossing, statesProtocol)}, timeout ${share(waiting, statesTimeout)}`
}

const statesTimeout = ({ figures: { timeout, deadline } }: Connection): boolean =>
  timeout?.stated === true || deadline?.stated === true

const share = (connections: readonly Connection[], states: (connection: Connection) => boolean): string =>
  `${connections.filter(states).length}/${connections.length}`
