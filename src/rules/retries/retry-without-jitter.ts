// Retries whose callers all come back at the same moment.

import { isRequest, triesOf, writtenTries } from '../../model/requests'
import type { Connection } from '../../model/system'
import { annotateArrow } from '../fixes/annotate'
import { defineRule } from '../rule'

export const retryWithoutJitter = defineRule({
  id: 'retry-without-jitter',
  category: 'retries',
  speaksOf: 'omission',
  topic: 'retry policy',
  summary: 'All callers pause for the same time between attempts.',
  presets: { recommended: 'warning' },
  fixable: 'review',
  options: {},

  *check(system) {
    for (const connection of system.connections.filter(pausesInStep)) {
      const { caller, callee, figures } = connection
      yield {
        at: (figures.jitter ?? figures.backoff ?? figures.baseDelay)?.span ?? writtenTries(connection),
        message: `${caller.name} pauses before it retries ${callee.name}, but without jitter. Callers that failed together retry together: the load returns in waves, each as high as the first. Write jitter: true.`,
        fixes: [
          annotateArrow(system, {
            connection,
            title: 'Randomize the pauses',
            entries: { jitter: true },
          }),
        ],
      }
    }
  },
})

function pausesInStep(connection: Connection): boolean {
  const { backoff, baseDelay, jitter } = connection.figures
  const pauses = backoff ? backoff.value !== 'none' : baseDelay !== undefined
  return isRequest(connection) && triesOf(connection) > 1 && pauses && (jitter?.value ?? false) === false
}
