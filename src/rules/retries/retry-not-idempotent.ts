// Retried requests whose second time is a second order.

import { repeater } from '../../model/hidden-defaults'
import {
  isRequest,
  purposeOf,
  repeatsItsEffect,
  statesTries,
  triesOf,
  writtenTries,
} from '../../model/requests'
import type { Connection } from '../../model/system'
import { annotateArrow } from '../fixes/annotate'
import { defineRule } from '../rule'

export const retryNotIdempotent = defineRule({
  id: 'retry-not-idempotent',
  category: 'retries',
  speaksOf: 'hazard',
  topic: 'retry policy',
  summary: 'A request is retried, although each attempt does its work again.',
  presets: { recommended: 'warning' },
  fixable: 'review',
  options: {},

  *check(system) {
    for (const connection of system.connections) {
      if (!isRequest(connection) || connection.role.value !== 'call') continue
      if (triesOf(connection) === 1 || isSafeSdk(connection) || !repeatsItsEffect(connection)) continue
      const purpose = purposeOf(connection)
      const what = purpose === '' ? 'the request' : `"${purpose}"`
      yield {
        at: writtenTries(connection),
        message: `${whoRetries(connection, what)} If only the answer was lost, the retry does the work a second time. Send an idempotency key that stays the same across attempts (idempotencyKey: true), or don't retry.`,
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

/** SDKs repeat by themselves what the service recognizes when it comes twice: writes by key, uploads. */
const isSafeSdk = (connection: Connection): boolean =>
  !statesTries(connection) && repeater(connection) !== 'the mesh'

/** The caller, or what repeats its requests without being told to. */
function whoRetries(connection: Connection, what: string): string {
  const { caller, callee, figures } = connection
  if (statesTries(connection)) return `${caller.name} retries ${what} at ${callee.name}.`
  return `The mesh makes up to ${triesOf(connection)} attempts of ${what} at ${callee.name} by default (${figures.attempts?.source}).`
}
