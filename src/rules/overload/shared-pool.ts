// One pool of connections or threads for several dependencies.

import { isRequest } from '../../model/requests'
import type { Call } from '../../model/system'
import { defineRule } from '../rule'

export const sharedPool = defineRule({
  id: 'shared-pool',
  category: 'overload',
  speaksOf: 'hazard',
  summary: 'Calls to two dependencies share one pool.',
  presets: { strict: 'info' },
  options: {},

  *check(system) {
    const owners = new Map<string, Call>()
    for (const call of system.calls) {
      const pool = call.connection.figures.pool
      if (!pool || !isRequest(call.connection)) continue
      const key = `${call.caller.id}\n${pool.value.trim().toLowerCase()}`
      const first = owners.get(key)
      if (!first) owners.set(key, call)
      if (!first || first.callee === call.callee) continue
      const { caller, callee, connection } = call
      yield {
        at: pool.span ?? connection.arrow.operator,
        message: `${caller.name} calls ${callee.name} and ${first.callee.name} from one pool, "${pool.value}". When one of them hangs, its calls fill the pool, and calls to the other wait although it is healthy. Give each its own pool: pool: ${callee.id}-pool.`,
        related: [
          {
            at: first.connection.figures.pool?.span ?? first.connection.arrow.operator,
            message: `${first.callee.name} uses the same pool`,
          },
        ],
      }
    }
  },
})
