// Retried requests whose second time is a second order.

import { isRequest, purposeOf, repeatsItsEffect, triesOf, writtenTries } from '../../model/requests'
import { annotateArrow } from '../fixes/annotate'
import { defineRule } from '../rule'

export const retryNotIdempotent = defineRule({
  id: 'retry-not-idempotent',
  category: 'failure-handling',
  summary: 'A request that does its work again each time is retried.',
  presets: { recommended: 'warning' },
  fixable: 'review',
  options: {},

  *check(system) {
    for (const connection of system.connections) {
      if (!isRequest(connection) || connection.role.value !== 'call') continue
      if (triesOf(connection) === 1 || !repeatsItsEffect(connection)) continue
      const { caller, callee } = connection
      const purpose = purposeOf(connection)
      const what = purpose === '' ? 'the request' : `"${purpose}"`
      yield {
        at: writtenTries(connection),
        message: `${caller.name} retries ${what} at ${callee.name}. When only the answer was lost, the work has been done: the retry does it a second time. Send an idempotency key that stays the same across attempts (idempotencyKey: true), or don't retry.`,
        fixes: [
          annotateArrow(system, {
            connection,
            title: 'State that requests carry an idempotency key',
            entries: { idempotencyKey: true },
          }),
        ],
      }
    }
  },
})
