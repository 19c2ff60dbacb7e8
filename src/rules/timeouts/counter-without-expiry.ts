// Counters in Redis that go on for ever because their expiry was to be set in a second step.

import type { Connection, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { isTimeline } from '../../syntax/notation'
import { labelSpanOf } from '../queries/places'
import { isRedis } from '../queries/redis'
import { branchesAround, mayFollow } from '../queries/traces/branches'
import { visibleText } from '../queries/visible-text'
import { defineRule, type Report } from '../rule'

export const counterWithoutExpiry = defineRule({
  id: 'counter-without-expiry',
  category: 'timeouts',
  speaksOf: 'hazard',
  summary: 'A counter in Redis that limits something gets its expiry in a second step, once.',
  presets: { recommended: 'info' },
  // A pipeline of data, or what is done in several regions, settles nothing.
  settledBy:
    /\blua\b|\bmulti\b[^.\n]{0,20}\b(?:exec|incr)\b|\bpipelin\w*[^.\n]{0,40}\b(?:incr|expire|redis)\b|\b(?:incr|expire|redis)\b[^.\n]{0,40}\bpipelin|\bevalsha\b|\bexpire\b[^.\n]{0,30}\bNX\b/i,
  options: {},

  *check(system) {
    if (!isTimeline(system.diagram)) return
    const text = visibleText(system.diagram)
    if (!limits.test(text) || atOnce.test(text)) return
    for (const count of system.connections) {
      const expire = counts(count) ? expiryAfter(count, system) : undefined
      if (!expire) continue
      yield judge(count, expire)
      return
    }
  },
})

/** Whoever is counted is refused from some number on. */
const limits =
  /\b(?:rate|limit\w*|429|attempts?|throttl\w*|quotas?|lock-?out|blocked)\b|rate[-_:]|制限|限流|제한|лимит/i

const atOnce = /\blua\b|\bmulti\b(?!-)|\bexec\b|\bpipelin\w*|\beval(?:sha)?\b|\bscript\b|\batomic\w*|\bNX\b/i

const counts = ({ callee, role, arrow }: Connection): boolean =>
  role.value !== 'reply' &&
  isRedis(callee) &&
  /^\W*(?:\d+\W+)?INCR(?:BY)?\b/i.test(wordingOf(arrow)) &&
  !windowed.test(wordingOf(arrow))

/** With the time in its key it counts nobody any more once that is over. */
const windowed = /window|minute|hour|\bday|\bdate|today|month|bucket|epoch|time|\bts\b|now|\d{6,}|\bslot/i

/** So many messages later, something else is served. */
const furthest = 8

/** Whoever sets it at each request repairs what an earlier one has missed. */
function expiryAfter(count: Connection, { connections, diagram }: System): Connection | undefined {
  const around = branchesAround(diagram, count.index)
  return connections
    .slice(count.index + 1, count.index + furthest)
    .find(
      each =>
        each.caller === count.caller &&
        each.callee === count.callee &&
        expiring.test(wordingOf(each.arrow)) &&
        mayFollow(diagram, count.index, each.index) &&
        (first.test(wordingOf(each.arrow)) ||
          branchesAround(diagram, each.index).some(
            branch => !around.includes(branch) && first.test(branch.section.label),
          )),
    )
}

const expiring = /^\W*(?:\d+\W+)?P?EXPIRE(?:AT)?\b/i

const first =
  /\bfirst\b|\bnew (?:key|window|counter)\b|\b(?:count\w*|value|result|n|hits?|current)\b ?={1,3} ?1\b|\bno (?:ttl|expiry)\b|初回|最初|首次|第一次|처음|첫|перв|primera?\b|primeir[ao]/i

const judge = (count: Connection, expire: Connection): Report => {
  const { caller, callee } = count
  return {
    at: labelSpanOf(expire),
    oncePerDocument: true,
    message: `${caller.name} sets the expiry of the counter in ${callee.name} in a second step, and only for the first request. If it stops between the two, the counter never expires, and whoever has reached the limit is refused for good. Send INCR and EXPIRE … NX together with each request (MULTI), or do both in a Lua script.`,
    related: [{ at: labelSpanOf(count), message: 'It is counted here' }],
  }
}
