// Cached values that are cleared while the old row is still what others read.

import { hasKind } from '../../model/ends'
import type { Connection } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { labelSpanOf } from '../queries/places'
import { isRedis } from '../queries/redis'
import { type OpenTransaction, transactionsIn } from '../queries/traces/transactions'
import { defineRule, type Report } from '../rule'

export const clearedBeforeCommit = defineRule({
  id: 'cleared-before-commit',
  category: 'consistency',
  speaksOf: 'hazard',
  summary: 'A cache is cleared before the transaction commits.',
  presets: { recommended: 'warning' },
  told: [
    {
      words: [
        /\b(?:del(?:etes?)?|invalidates?|evicts?|clears?|purges?|drops?|removes?)\b[^.,]{0,20}\b(?:cache[ds]?|keys?|redis|entr(?:y|ies))\b|\b(?:cache[ds]?|keys?|redis|entr(?:y|ies)) (?:is|are) (?:deleted|invalidated|evicted|cleared|purged|dropped|removed)\b|(?:löscht|invalidiert|borra|elimina)\b.{0,20}\bcach|(?:删除|清除).{0,6}缓存|缓存.{0,6}(?:删除|清除)|キャッシュ.{0,4}削除/i,
        /\bfirst\b(?! step)|\bbefore (?:it |they )?(?:writ|updat|commit|sav|stor)|\bthen (?:it )?(?:writ|updat|commit|sav|stor)|\bbevor\b|\bzuerst\b|antes de|primero|先|してから/i,
        /\b(?:rows?|updat\w*|writ\w*|saves|stores|database|db|postgres\w*|mysql|commits?|datenbank|zeile)\b|actualiza|更新|写/i,
      ],
      unless:
        /\bnot\b|\bnever\b|\bafter (?:the )?(?:commit|writ|updat)|delayed double|双删|\bstale\b|\bexpired\b|\b(?:stored|written|saved|updated|committed) first\b|deploy/i,
      message:
        'The cache entry is cleared before the row is written. A read in between caches the old row again, and it stays there until it expires. Write the row first, and clear the entry after the commit.',
    },
  ],
  options: {},

  *check(system) {
    for (const transaction of transactionsIn(system)) {
      const clearing = transaction.during.find(clears)
      if (clearing) yield judge(clearing, transaction)
    }
  },
})

const clears = ({ callee, role, arrow }: Connection): boolean =>
  role.value !== 'reply' &&
  (hasKind(callee, 'cache') || isRedis(callee)) &&
  clearing.test(wordingOf(arrow)) &&
  !/lock|idempot|session/i.test(wordingOf(arrow))

const clearing =
  /\b(?:del(?:ete)?|unlink|invalid\p{L}*|evict\w*|clear|purge|flush\w*|expire|supprim\w*|elimina\w*|borra\w*|lösch\w*)\b|删除|清除|失效|削除|無効化|삭제|무효화|инвалид\p{L}*|сбро\p{L}*/iu

const judge = (clear: Connection, { end }: OpenTransaction): Report => ({
  at: labelSpanOf(clear),
  message: `${clear.caller.name} clears ${clear.callee.name} before it commits. A read in between finds nothing cached and caches the old row again, where it stays until it expires. Clear ${clear.callee.name} after the commit.`,
  related: [{ at: labelSpanOf(end), message: 'Others see the new row only from here' }],
})
