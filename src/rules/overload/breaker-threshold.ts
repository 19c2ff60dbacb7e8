// Circuit breakers that open at every blip, or never.

import { isRequest } from '../../model/requests'
import type { Connection, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { annotateArrow } from '../fixes/annotate'
import { wordsOn } from '../fixes/reword-arrow'
import { defineRule, type Report } from '../rule'

export const breakerThreshold = defineRule({
  id: 'breaker-threshold',
  category: 'overload',
  speaksOf: 'hazard',
  topic: 'breaker',
  summary: 'A circuit breaker opens after a single failure, or only when everything has failed.',
  presets: { recommended: 'info' },
  fixable: 'review',
  options: {},

  *check(system) {
    for (const connection of system.connections) {
      if (!isRequest(connection)) continue
      const fault = faultOf(conditionOf(connection))
      if (fault) yield judge(system, connection, fault)
    }
  },
})

/** The breaker's value in metadata, else what its label says of it. */
function conditionOf({ figures, arrow }: Connection): string {
  const stated = figures.breaker?.value
  if (typeof stated === 'string') return stated
  return aboutBreaker.exec(wordingOf(arrow))?.[0] ?? ''
}

const aboutBreaker = /\bbreaker\b[^,;]{0,60}|\b(?:opens?|trips?) (?:after|at|on) [^,;]{0,40}/i
const share = /\b(\d{1,3}(?:\.\d+)?) ?%(?: of (?:the )?(?:last )?(\d{1,6}))?/
const count =
  /(?<![\d.%])\b(\d{1,6}|one|a single|the first) (?:consecutive )?(?:failures?|failed calls?|errors?|timeouts?)\b/i

interface Fault {
  readonly pattern: RegExp
  readonly what: string
  readonly why: string
}

const tooSoon = 'One lost packet cuts off the callee for all callers as long as the breaker stays open.'
const tooLate =
  'A callee that answers one call in a hundred keeps it closed, and all other calls keep waiting.'

function faultOf(condition: string): Fault | undefined {
  const [, percent, calls] = share.exec(condition) ?? []
  if (percent !== undefined) {
    if (Number(percent) >= 100)
      return { pattern: share, what: 'opens only when all calls fail', why: tooLate }
    if (Number(percent) < 5)
      return { pattern: share, what: `opens when ${percent}% of the calls fail`, why: tooSoon }
    if (calls !== undefined && Number(calls) < 5)
      return { pattern: share, what: `judges by ${calls} ${calls === '1' ? 'call' : 'calls'}`, why: tooSoon }
    return undefined
  }
  const [, failures] = count.exec(condition) ?? []
  const isSingle = failures !== undefined && /^(?:1|one|a single|the first)$/i.test(failures)
  return isSingle ? { pattern: count, what: 'opens after a single failure', why: tooSoon } : undefined
}

function judge(system: System, connection: Connection, { pattern, what, why }: Fault): Report {
  const { caller, callee, figures, arrow } = connection
  const better = '50% of 20 calls'
  const isStated = typeof figures.breaker?.value === 'string'
  return {
    at: figures.breaker?.span ?? wordsOn(system, connection, pattern) ?? arrow.labelSpan ?? arrow.operator,
    message: `${caller.name}'s breaker for ${callee.name} ${what}. ${why} Write breaker: ${better}, or a threshold that fits your traffic.`,
    fixes: isStated
      ? [annotateArrow(system, { connection, title: `Open at ${better}`, entries: { breaker: better } })]
      : [],
  }
}
