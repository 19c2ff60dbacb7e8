// Retries that follow at once on the failure.

import type { Connection } from '../../model/system'
import { annotateArrow } from '../fixes/annotate'
import { defineRule } from '../rule'

export const retryWithoutBackoff = defineRule({
  id: 'retry-without-backoff',
  category: 'failure-handling',
  speaksOf: 'omission',
  topic: 'retry policy',
  summary: 'A call is retried without a pause.',
  presets: { recommended: 'warning' },
  fixable: 'review',
  options: {},

  *check(system) {
    for (const connection of system.connections.filter(retriesAtOnce)) {
      const { caller, callee, figures, arrow } = connection
      yield {
        at: (figures.attempts ?? figures.retries)?.span ?? arrow.operator,
        message: `${caller.name} retries ${callee.name} without a pause. What failed a millisecond ago fails again, and all callers come back at once. Write backoff: exponential, jitter: true.`,
        fixes: [
          annotateArrow(system, {
            connection,
            title: 'Back off exponentially with jitter',
            entries: { backoff: 'exponential', jitter: true },
          }),
        ],
      }
    }
  },
})

function retriesAtOnce({ network, role, figures }: Connection): boolean {
  if (!network.value || (role.value !== 'call' && role.value !== 'enqueue')) return false
  const extra = figures.attempts ? figures.attempts.value - 1 : (figures.retries?.value ?? 0)
  const pauses = figures.backoff ? figures.backoff.value !== 'none' : figures.baseDelay !== undefined
  return extra > 0 && !pauses
}
