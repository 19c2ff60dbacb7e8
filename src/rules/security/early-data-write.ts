// Writes in TLS early data, which anybody on the way can send again.

import { isRequest, methodOf, repeatsItsEffect } from '../../model/requests'
import type { Connection } from '../../model/system'
import { wordsOn } from '../fixes/reword-arrow'
import { defineRule } from '../rule'

export const earlyDataWrite = defineRule({
  id: 'early-data-write',
  category: 'security',
  speaksOf: 'hazard',
  summary: 'A request that is not idempotent goes out as 0-RTT early data.',
  presets: { recommended: 'warning' },
  options: {},

  *check(system) {
    const spoken = anyEarly.test(system.diagram.text)
    for (const connection of system.connections) {
      if (!isStatedEarly(connection) && !(spoken && wordsOn(system, connection, early))) continue
      if (!isRequest(connection) || !repeatsItsEffect(connection)) continue
      const { caller, callee } = connection
      const { figures, arrow } = connection
      yield {
        at: wordsOn(system, connection, early) ?? figures.connection?.span ?? arrow.operator,
        message: `${caller.name} sends ${nameOf(connection)} to ${callee.name} as 0-RTT early data. Whoever records the packets can send them again, and ${callee.name} does it twice. Use early data only for GET, or require idempotencyKey:.`,
      }
    }
  },
})

const early = /\b0-?rtt\b|\bearly[- ]data\b/i

/** Asked of the whole text at once: where it says nothing of the kind, no arrow does. */
const anyEarly = /0-?rtt|early[- ]data/i

const isStatedEarly = ({ figures }: Connection): boolean => figures.connection?.value === '0-rtt'

const nameOf = (connection: Connection): string => {
  const method = methodOf(connection)
  const path = connection.request?.path
  return method ? `${method}${path ? ` ${path}` : ''}` : 'a write'
}
