// Messages and webhooks that are sent again, and turned away because the first of them has left its mark.

import { isStore } from '../../../model/ends'
import type { Component, Connection, System } from '../../../model/system'
import { wordingOf } from '../../../model/wording'
import { isRedis } from '../redis'
import { branchesIn } from './branches'

/** So many messages later, another one is served. */
const furthest = 40

/**
 * Whether a repeat of what began at `started` does nothing any more once `last` has been stored: a mark by which repeats are
 * known is set by then.
 */
export function turnsRepeatsAway(part: Component, started: number, last: number, system: System): boolean {
  const { connections, diagram } = system
  if (last <= started || last > started + furthest) return false
  const during = connections.slice(started, Math.floor(last) + 1).filter(({ caller }) => caller === part)
  if (during.some(each => isInserted(each) && keys.test(wordingOf(each.arrow)))) return true
  const ways = branchesIn(diagram).filter(({ opening }) => opening > started && opening <= last)
  if (!ways.some(({ section }) => known.test(section.label) && !unknown.test(section.label))) return false
  const looks = during.filter(each => looking.test(wordingOf(each.arrow)))
  return during.some(each => isInserted(each) && marks(each, looks))
}

const known =
  /\bduplicates?\b|\balready (?:processed|handled|exists?|received|seen|known|recorded)\b|重复|重複|중복|повтор|дублик|duplicad[ao]/i

const unknown =
  /\b(?:not|no|un|non)[ -]?(?:duplicates?|already|yet)\b|\bnot\b[^\n]{0,20}\b(?:processed|handled)\b/i

const looking = /\b(?:check|get|select|find|look|query|exists|fetch|is)\b|检查|查询|確認|확인|조회|провер/i

/** In the table that is looked at, or by its words. */
const marks = (each: Connection, looks: readonly Connection[]): boolean =>
  events.test(wordingOf(each.arrow)) ||
  looks.some(
    look =>
      look.index < each.index && look.callee === each.callee && sharesTable(look, wordingOf(each.arrow)),
  )

const isInserted = ({ role, callee, arrow }: Connection): boolean =>
  role.value !== 'reply' &&
  (isStore(callee) || isRedis(callee)) &&
  inserting.test(wordingOf(arrow)) &&
  !looksFirst.test(wordingOf(arrow))

const inserting =
  /\b(?:insert|store|save|persist|record|mark|create|add|set(?:nx|ex)?)\w*\b|保存|写入|插入|登録|저장|сохран/i

/** What only looks for a mark that was set (`check if the event was stored`). */
const looksFirst = /^\W*(?:\d+\W+)?(?:check|get|select|find|look|query|exists|fetch|is)\b/i

/** There for nothing but repeats. */
const keys = /idempot|\bdedup|processed[-_ ]?(?:event|message|webhook)s?\b/i

const events =
  /(?:event|message|webhook)s?[-_ ]?(?:id|log|inbox|key)s?\b|\binbox\b|(?:raw|webhook|received) events?\b/i

/** `events_state` in both. */
const sharesTable = ({ arrow }: Connection, words: string): boolean =>
  (wordingOf(arrow).match(/\b[a-z]+(?:_[a-z]+)+\b/gi) ?? []).some(table => words.includes(table))
