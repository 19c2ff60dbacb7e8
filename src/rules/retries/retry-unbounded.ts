// Retries that go on while somebody waits for the answer.

import { hasKind } from '../../model/ends'
import { isAwaited, triesOf, writtenTries } from '../../model/requests'
import type { Connection, System } from '../../model/system'
import { restateArrow } from '../fixes/annotate'
import { defineRule, type Report } from '../rule'

export const retryUnbounded = defineRule({
  id: 'retry-unbounded',
  category: 'retries',
  speaksOf: 'hazard',
  topic: 'retry policy',
  summary: 'A call that somebody waits for is retried too often.',
  presets: { recommended: 'warning' },
  fixable: 'review',
  options: {
    max: { default: 5, description: 'The maximum number of attempts, including the first.' },
  },

  *check(system, { max }) {
    for (const connection of system.connections) {
      const endless = isAwaited(connection) && triesOf(connection) > max && !connection.figures.deadline
      if (endless && !worksAlone(connection)) yield judge(system, connection)
    }
  },
})

const patient =
  /\b(?:outbox|relay|cdc|connector|controller|operator|reconcil\w+|consumer|worker|job|cron|agent|daemon|sync|batch)\b/i

/** Nobody waits for what it does: it may try until it succeeds. */
function worksAlone(connection: Connection): boolean {
  const { caller } = connection
  if (hasKind(caller, 'worker', 'scheduler', 'queue', 'stream') || patient.test(caller.text)) return true
  const incoming = 'incoming' in caller ? caller.incoming : []
  return incoming.some(({ connection: { role } }) => role.value === 'delivery' || role.value === 'feed')
}

function judge(system: System, connection: Connection): Report {
  const { caller, callee, figures } = connection
  const tries = triesOf(connection)
  const howOften = Number.isFinite(tries) ? `up to ${tries} times` : 'forever'
  const load = Number.isFinite(tries) ? `${tries} times its load` : 'more load the longer it lasts'
  const [key, value] = figures.attempts ? (['attempts', 3] as const) : (['retries', 2] as const)
  return {
    at: writtenTries(connection),
    message: `${caller.name} calls ${callee.name} ${howOften} while somebody waits. After three failures, the fault is unlikely to be brief: the user has left, and ${callee.name} gets ${load} when it is weakest. Write ${key}: ${value}, or hand the work to a queue.`,
    fixes: [
      {
        title: 'Give up after 3 attempts',
        edits: restateArrow(system, { connection, key, value }),
        safe: false,
      },
    ],
  }
}
