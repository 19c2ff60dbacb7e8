// Circuit breakers that turn a slow failure into a fast one, on a call that the request can't do without.

import { writeShare } from '../../model/annotations'
import { visitsOf } from '../../model/flows'
import type { Call } from '../../model/system'
import { defineRule } from '../rule'

export const breakerWithoutFallback = defineRule({
  id: 'breaker-without-fallback',
  category: 'overload',
  speaksOf: 'omission',
  topic: 'breaker',
  summary: 'A required call of a flow with an availability objective has a breaker and no fallback.',
  presets: { strict: 'info' },
  options: {},

  *check(system) {
    const judged = new Set<number>()
    for (const { plan, objective } of system.flows) {
      const wanted = objective?.availability
      if (!objective || wanted === undefined) continue
      for (const { call, optional, fallback } of visitsOf(plan)) {
        if (!call || optional || fallback || !hasBreaker(call) || judged.has(call.connection.index)) continue
        judged.add(call.connection.index)
        const { caller, callee, connection } = call
        yield {
          at: connection.figures.breaker?.span ?? connection.arrow.operator,
          message: `While the breaker around ${callee.name} is open, ${caller.name} fails at once, and with it every request of "${objective.name}", which promises ${writeShare(wanted)}. A breaker protects ${callee.name} but doesn't answer requests. Write fallback: with the alternative (a cached answer, a queue, another provider), or optional: true.`,
          ...(objective.span && { related: [{ at: objective.span, message: 'The objective' }] }),
        }
      }
    }
  },
})

function hasBreaker({ connection }: Call): boolean {
  const { breaker, fallback } = connection.figures
  return breaker !== undefined && breaker.value !== false && !fallback
}
