// Functions that are paid for while they wait for another function.

import { hasKind } from '../../model/ends'
import { isAwaited } from '../../model/requests'
import type { Connection } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { labelSpanOf } from '../queries/places'
import { defineRule } from '../rule'

export const functionWaitsForFunction = defineRule({
  id: 'function-waits-for-function',
  category: 'timeouts',
  speaksOf: 'hazard',
  summary: 'A function invokes another one and waits for its answer.',
  presets: { recommended: 'info' },
  options: {},

  *check(system) {
    for (const connection of system.connections) {
      if (!isAwaited(connection) || !betweenFunctions(connection) || !saysWaits(connection)) continue
      const { caller, callee } = connection
      yield {
        at: labelSpanOf(connection),
        oncePerDocument: true,
        message: `${caller.name} invokes ${callee.name} and waits: both are paid for while one works, their cold starts and time limits add up, and a retry of the first runs both again. Call its code directly, hand the work over by a queue, or let a workflow such as Step Functions call both.`,
      }
    }
  },
})

const betweenFunctions = ({ caller, callee, from, to }: Connection): boolean =>
  from !== to && hasKind(caller, 'function') && hasKind(callee, 'function')

/** A bare arrow between two functions may be an event. */
const saysWaits = (connection: Connection): boolean => {
  const words = wordingOf(connection.arrow)
  return (
    (connection.figures.mode?.value === 'sync' ||
      connection.figures.timeout?.stated ||
      waiting.test(words)) &&
    !handedOver.test(words)
  )
}

const waiting = /\b(?:invoke|sync\w*|request\w*|call|https?|rest|await|GET|POST|RequestResponse)s?\b/i
const handedOver =
  /\b(?:a-?sync\w*|event\w*|trigger\w*|queue\w*|enqueue\w*|publish\w*|fire|stream|schedul\w*)\b/i
