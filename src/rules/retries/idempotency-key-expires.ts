// Idempotency keys that are forgotten while the request they protect is still being retried.

import { policyOf } from '../../math'
import { durationIn, writeDuration } from '../../model/annotations'
import { isRequest } from '../../model/requests'
import type { Call, Connection, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { wordsOn } from '../fixes/reword-arrow'
import { defineRule, type Report } from '../rule'

export const idempotencyKeyExpires = defineRule({
  id: 'idempotency-key-expires',
  category: 'retries',
  speaksOf: 'contradiction',
  topic: 'idempotency',
  summary: 'An idempotency key is forgotten before the last retry.',
  presets: { recommended: 'warning' },
  options: {},

  *check(system) {
    const judged = new Set<number>()
    for (const call of system.calls) {
      const { connection } = call
      const lifetime = isRequest(connection) ? lifetimeOf(connection) : undefined
      const last = lifetime === undefined ? undefined : lastAttemptAfter(call)
      if (lifetime === undefined || last === undefined || last <= lifetime) continue
      if (judged.has(connection.index)) continue
      judged.add(connection.index)
      yield judge(system, call, { lifetime, last })
    }
  },
})

const keptFor = /\b(?:idempotency[- ]keys?|dedup\w*)[^,;]{0,20}?(?<![\d.])(\d{1,6} ?(?:ms|s|m|min|h|d)\b)/i

/** Milliseconds that the callee remembers a key: behind its name in metadata, or in the label. */
function lifetimeOf({ figures, arrow }: Connection): number | undefined {
  const stated = figures.idempotencyKey?.value
  const inMetadata =
    typeof stated === 'string' ? /(?<![\w.])\d{1,6} ?(?:ms|s|m|min|h|d)\b/i.exec(stated)?.[0] : undefined
  const written = inMetadata ?? keptFor.exec(wordingOf(arrow))?.[1]
  return written === undefined ? undefined : durationIn(written.replace(' ', '').replace('min', 'm'))
}

/** Milliseconds from the first attempt to the start of the last, when all before run into their timeout. */
function lastAttemptAfter(call: Call): number | undefined {
  const { attempts, timeout, deadline, waits } = policyOf(call)
  if (attempts === 1 || timeout === undefined) return undefined
  const all = (attempts - 1) * timeout + waits.reduce((sum, wait) => sum + wait, 0)
  return Math.min(all, deadline ?? Infinity)
}

interface Gap {
  readonly lifetime: number
  readonly last: number
}

function judge(system: System, { connection, caller, callee }: Call, { lifetime, last }: Gap): Report {
  const longer = Number.isFinite(last)
    ? `for more than ${writeDuration(last)}`
    : 'as long as anything is retried'
  const when = Number.isFinite(last) ? `up to ${writeDuration(last)} after the first` : 'without end'
  return {
    at:
      connection.figures.idempotencyKey?.span ??
      wordsOn(system, connection, keptFor) ??
      connection.arrow.operator,
    message: `${callee.name} forgets idempotency keys after ${writeDuration(lifetime)}, and ${caller.name} tries ${when}. By the last attempts, the callee no longer knows about the first one and does the work twice. Keep keys ${longer}.`,
  }
}
