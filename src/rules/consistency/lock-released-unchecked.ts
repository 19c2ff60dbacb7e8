// Locks that are deleted by whoever is done, also when they belong to somebody else by then.

import type { Connection } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { isTimeline } from '../../syntax/notation'
import { labelSpanOf } from '../queries/places'
import { isRedis } from '../queries/redis'
import { visibleText } from '../queries/visible-text'
import { defineRule, type Report } from '../rule'

/** Whose lock it is, is looked at. */
const owned =
  /\block[-_ ]?(?:token|value|id)s?\b|\b(?:owner|fencing)\b|\blua\b|\beval(?:sha)?\b|compare[- ]and|\bif (?:the )?(?:value|token|still)|\bonly if\b|redlock|redisson/i

export const lockReleasedUnchecked = defineRule({
  id: 'lock-released-unchecked',
  category: 'consistency',
  speaksOf: 'hazard',
  summary: 'A lock in Redis is deleted without a look at who holds it.',
  presets: { recommended: 'info' },
  settledBy: owned,
  options: {},

  *check(system) {
    if (!isTimeline(system.diagram) || owned.test(visibleText(system.diagram))) return
    const takes = system.connections.filter(takesLock)
    const release = system.connections.find(each => deletesLock(each) && !isForever(takes, each))
    if (release) yield judge(release, takenFor(takes, release))
  },
})

const takenFor = (takes: readonly Connection[], { callee }: Connection): Connection | undefined =>
  takes.find(each => each.callee === callee)

/** One that never expires is nobody else's meanwhile. */
function isForever(takes: readonly Connection[], release: Connection): boolean {
  const take = takenFor(takes, release)
  return take !== undefined && !expiring.test(wordingOf(take.arrow))
}

const deletesLock = ({ callee, role, arrow }: Connection): boolean =>
  role.value !== 'reply' &&
  isRedis(callee) &&
  (/\b(?:del(?:ete)?|unlink)\b.*(?:lock|mutex|lease)(?!ed|out)/i.test(wordingOf(arrow)) ||
    /(?:(?<!\p{L})락|锁|ロック)[^\n]{0,12}\bDEL\b|\bDEL\b[^\n]{0,12}(?:(?<!\p{L})락|锁|ロック)/u.test(
      wordingOf(arrow),
    )) &&
  !/advisory|blocked/i.test(wordingOf(arrow))

const takesLock = ({ role, arrow }: Connection): boolean =>
  role.value !== 'reply' &&
  /\bsetnx\b|\bset\b[^;|\n]{1,80}?\bnx\b|\b(?:acquire|take|get)\w*\b.*\block\b/i.test(wordingOf(arrow))

const expiring = /\b(?:EX|PX)\b|\bttl\b|\bexpir\w*|\blease\b|\b\d+ ?(?:s|sec\w*|ms|min\w*)\b|\s\d+\)?$/i

const token = /uuid|token|\b(?:owner|holder|nonce|random|unique)\b/i

const judge = (release: Connection, take: Connection | undefined): Report => ({
  at: labelSpanOf(release),
  oncePerDocument: true,
  message: `${release.caller.name} deletes the lock without checking who holds it. If its work took longer than the expiry, another process holds the lock by now: the DEL frees it for a third, and two work at the same time. ${take && token.test(wordingOf(take.arrow)) ? 'Delete' : 'Store a unique token as the value, and delete'} the key only if it still holds that token, in one Lua script.`,
  ...(take && { related: [{ at: labelSpanOf(take), message: 'Taken here, until it expires' }] }),
})
