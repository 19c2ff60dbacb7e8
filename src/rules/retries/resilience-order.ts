// Retry and breaker around one call: nobody knows which is inside.

import { isRequest, statesTries, triesOf } from '../../model/requests'
import type { Connection } from '../../model/system'
import { annotateArrow } from '../fixes/annotate'
import { defineRule } from '../rule'

export const resilienceOrder = defineRule({
  id: 'resilience-order',
  category: 'retries',
  speaksOf: 'omission',
  topic: 'retry policy',
  summary: 'A call has retries and a circuit breaker, and their order is not stated.',
  presets: { strict: 'info' },
  fixable: 'review',
  options: {},

  *check(system) {
    for (const connection of system.connections.filter(leavesOrderOpen)) {
      const { caller, callee, figures, arrow } = connection
      yield {
        at: figures.breaker?.span ?? arrow.operator,
        message: `${caller.name} has retries and a circuit breaker around ${callee.name}, in no stated order. An outer breaker counts failed requests; an inner one counts each of ${triesOf(connection)} attempts, and retries hit the open breaker. Write stack: [breaker, retry, timeout], outermost first.`,
        fixes: [
          annotateArrow(system, {
            connection,
            title: 'Breaker outside: it counts requests',
            entries: { stack: ['breaker', 'retry', 'timeout'] },
          }),
          annotateArrow(system, {
            connection,
            title: 'Retry outside: the breaker counts attempts',
            entries: { stack: ['retry', 'breaker', 'timeout'] },
          }),
        ],
      }
    }
  },
})

function leavesOrderOpen(connection: Connection): boolean {
  const { breaker, stack } = connection.figures
  return (
    isRequest(connection) &&
    triesOf(connection) > 1 &&
    statesTries(connection) &&
    breaker !== undefined &&
    breaker.value !== false &&
    !stack
  )
}
