// Retries of requests that were refused for what they say: the same request is refused again.

import { isRequest } from '../../model/requests'
import type { Connection, Figure, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { annotateArrow } from '../fixes/annotate'
import { wordsOn } from '../fixes/reword-arrow'
import { defineRule, type Report } from '../rule'

export const retryClientErrors = defineRule({
  id: 'retry-client-errors',
  category: 'retries',
  speaksOf: 'hazard',
  topic: 'retry policy',
  summary: 'A request is retried although its caller is at fault.',
  presets: { recommended: 'warning' },
  fixable: 'review',
  options: {},

  *check(system) {
    for (const connection of system.connections) {
      if (!isRequest(connection)) continue
      const { retryOn } = connection.figures
      const wrong = retryOn?.value.filter(isCallersFault) ?? []
      const said = onLabel.exec(wordingOf(connection.arrow))
      if (retryOn && wrong.length > 0) yield judge(system, connection, { retryOn, wrong })
      else if (said && isCallersFault(said[1] ?? '')) yield judgeWords(system, connection, said[1] ?? '')
    }
  },
})

/** 408, 425 and 429 ask for another try; a conflict may be gone by then. */
const worthAnotherTry = /^4(?:08|09|25|29)$/
const sweeping: ReadonlySet<string> = new Set(['all', 'any', 'everything', 'any error', 'all errors'])
const refused =
  /^(?:4\d\d|4xx|(?:all )?client[- ]?errors?|bad[- ]?request|not[- ]?found|unauthori[sz]ed|forbidden|validation(?:[- ]?errors?)?)$/

function isCallersFault(condition: string): boolean {
  const named = condition.trim().toLowerCase()
  return sweeping.has(named) || (refused.test(named) && !worthAnotherTry.test(named))
}

const onLabel =
  /\bretr(?:y|ies|ied|ying)(?: \d+(?:x| times)?)? (?:on|for|after) (4\d\d|4xx|client[- ]errors?|bad request|not found|unauthorized|forbidden|validation errors?|any error|all errors)\b/i

interface Conditions {
  readonly retryOn: Figure<readonly string[]>
  readonly wrong: readonly string[]
}

function judge(system: System, connection: Connection, { retryOn, wrong }: Conditions): Report {
  const kept = retryOn.value.filter(condition => !wrong.includes(condition))
  const better = kept.length > 0 ? kept : usual
  const title = `Retry on ${better.join(', ')} only`
  return {
    at: retryOn.span ?? connection.arrow.operator,
    message: `${whatIsSo(connection, wrong.join(', '))} Write retryOn: [${better.join(', ')}].`,
    fixes: [annotateArrow(system, { connection, title, entries: { retryOn: better } })],
  }
}

const usual: readonly string[] = ['429', '502', '503', '504', 'timeout']

function judgeWords(system: System, connection: Connection, condition: string): Report {
  return {
    at: wordsOn(system, connection, onLabel) ?? connection.arrow.labelSpan ?? connection.arrow.operator,
    message: `${whatIsSo(connection, condition)} Retry only on ${usual.join(', ')}, and fail at once otherwise.`,
  }
}

function whatIsSo(connection: Connection, conditions: string): string {
  const { caller, callee } = connection
  return `${caller.name} retries ${callee.name} after ${conditions}. Most 4xx answers mean that the request itself is wrong: it is refused each time, and the retries only add load.`
}
