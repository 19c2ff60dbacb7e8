// A lock that is looked at first, and taken by a later statement if nobody held it.

import { holdsData, isClient } from '../../../../model/ends'
import type { Connection, System } from '../../../../model/system'
import { wordingOf } from '../../../../model/wording'
import { asWords } from '../../visible-text'
import { mayFollow } from '../branches'

export interface LockedInTwoSteps {
  readonly look: Connection
  readonly act: Connection
}

/** So many messages later, another lock is meant. */
const furthest = 12

/** The first of a trace. */
export function lockedInTwoSteps({ connections, diagram }: System): LockedInTwoSteps | undefined {
  for (const look of connections) {
    if (look.role.value === 'reply' || isClient(look.caller) || !looksAtLock(look)) continue
    const act = connections
      .slice(look.index + 1, look.index + furthest)
      .find(
        each =>
          each.caller === look.caller &&
          each.callee === look.callee &&
          takesLock(each) &&
          mayFollow(diagram, look.index, each.index),
      )
    if (act) return { look, act }
  }
  return undefined
}

/** `checkLock()` as words. */
const wordsOf = ({ arrow }: Connection): string => asWords(wordingOf(arrow))

const looksAtLock = (connection: Connection): boolean =>
  looking.test(wordsOf(connection)) && !otherLocks.test(wordsOf(connection))

const looking =
  /^\W*(?:\d+\W+)?(?:get|check\w*|exists?|is|query|read|find|select|has|fetch|verify|see)\b[^\n]{0,40}\block(?:s|ed)?\b|\block(?:ed|s)? ?(?:exists?|status|state)\b|(?:检查|查询|判断)[^\n]{0,12}锁|락[^\n]{0,8}(?:확인|조회)|ロック[^\n]{0,8}(?:確認|照会)|провер\p{L}* [^\n]{0,20}блокир/iu

/** Taken in the same step, or what keeps out somebody who mistyped a password. */
const otherLocks =
  /\b(?:pessimis\w*|optimis\w*|for update|try|nx|if not|not exists|login|accounts?|attempts?|brute|lock-?outs?|until|versions?|unlock\w*|with (?:a )?lock|advisory|atomic\w*|unique|lua|script)\b/i

/** Whoever manages locks lets one alone acquire each: what only keeps data does not. */
const takesLock = (connection: Connection): boolean => {
  const words = wordsOf(connection)
  if (connection.role.value === 'reply' || otherLocks.test(words)) return false
  return setting.test(words) || (holdsData(connection.callee) && acquiring.test(words))
}

const setting =
  /^\W*(?:\d+\W+)?(?:(?:set|create|insert|put|place|add|store|save|write)s?\b[^\n]{0,40}\block|locks?\b)|(?:加|设置|添加|写入)[^\n]{0,6}锁|ロック(?:を)?設定|락\S{0,2} ?설정/i

const acquiring =
  /^\W*(?:\d+\W+)?(?:acquire|take|obtain|get)s?\b[^\n]{0,30}\block|获取[^\n]{0,6}锁|ロック(?:を)?取得|락\S{0,2} ?획득/i
