// Pairs in two zones that talk to each other many times for one request.

import { writeDuration } from '../../model/annotations'
import { isAwaited } from '../../model/requests'
import type { Call, Component } from '../../model/system'
import { labelSpanOf } from '../queries/places'
import { defineRule } from '../rule'

export const chattyAcrossZones = defineRule({
  id: 'chatty-across-zones',
  category: 'topology',
  speaksOf: 'hazard',
  summary: 'One request crosses availability zones many times.',
  inOperation: true,
  presets: { recommended: 'info' },
  byGroups: true,
  options: { max: { default: 9, description: 'The maximum number of calls across zones.' } },

  *check(system, { max }) {
    const judged = new Set<number>()
    for (const call of system.calls) {
      const { connection, caller, callee } = call
      const [from, to] = [zoneOf(caller), zoneOf(callee)]
      const times = timesOf(call)
      if (!from || !to || from === to || times <= max || judged.has(connection.index)) continue
      if (!isAwaited(connection)) continue
      judged.add(connection.index)
      yield {
        at: labelSpanOf(connection),
        message: `${caller.name} in ${from} calls ${callee.name} in ${to} ${times} times for one request. At 1 ms between zones that is ${writeDuration(times)} in a row, and clouds bill each byte on both sides. Fetch everything in one call, or keep the two in one zone.`,
      }
    }
  },
})

/** Where it surely stands: in one zone. */
const zoneOf = ({ figures }: Component): string | undefined =>
  figures.zone?.value.length === 1 ? figures.zone.value[0] : undefined

/** Calls side by side wait together. */
const timesOf = ({ connection: { figures } }: Call): number =>
  figures.order?.value === 'parallel' ? 1 : (figures.calls?.value ?? 1)
