// Rows that are locked before the transaction begins which was to keep the lock.

import { isStore } from '../../model/ends'
import type { Connection } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { isTimeline } from '../../syntax/notation'
import { labelSpanOf } from '../queries/places'
import { defineRule, type Report } from '../rule'

export const lockBeforeTransaction = defineRule({
  id: 'lock-before-transaction',
  category: 'consistency',
  speaksOf: 'hazard',
  summary: 'A SELECT … FOR UPDATE stands before the BEGIN of the transaction that changes the rows.',
  presets: { recommended: 'warning' },
  options: {},

  *check({ diagram, connections }) {
    if (!isTimeline(diagram)) return
    const begin = connections.find(connection => begins.test(wordingOf(connection.arrow)))
    const before = begin ? connections.slice(0, begin.index) : []
    const lock = begin && before.find(connection => locks(connection, begin))
    if (begin && lock && !isInAnother(lock, before, diagram.text))
      yield judge(lock, begin, isAnswered(lock, before))
  },
})

const begins = /\bBEGIN\b(?!_)|\bSTART TRANSACTION\b|\bbegins? (?:a )?(?:transaction|tx)\b/i

/** In the database of the transaction, and in none that something else tells of: `tx: SELECT … FOR UPDATE`. */
const locks = ({ callee, arrow, role }: Connection, begin: Connection): boolean => {
  const words = wordingOf(arrow)
  return (
    role.value !== 'reply' &&
    callee === begin.callee &&
    isStore(callee) &&
    /\bFOR (?:NO KEY )?UPDATE\b/i.test(words) &&
    /\bSELECT\b/i.test(words) &&
    !/\btx\b|\btransact\w*|\bCOMMIT\b/i.test(words)
  )
}

/** A frame, a note or a `COMMIT` tells of a transaction whose beginning is not drawn. */
const isInAnother = ({ index, span }: Connection, before: readonly Connection[], text: string): boolean =>
  /\btransact|事务|トランザクション/i.test(text.slice(0, span.start).replace(/%%.*/g, '')) ||
  before.slice(index).some(({ arrow }) => /\bCOMMIT\b|\bROLLBACK\b/i.test(wordingOf(arrow)))

/** Who locks answers before the transaction begins: that is another request. */
const isAnswered = ({ index, caller, callee }: Connection, before: readonly Connection[]): boolean =>
  before.slice(index).some(({ role, from, to }) => role.value === 'reply' && from === caller && to !== callee)

const judge = (lock: Connection, begin: Connection, isOver: boolean): Report => ({
  at: labelSpanOf(lock),
  message: `${lock.caller.name} locks rows with FOR UPDATE before the transaction begins. Outside of one, a lock ends with its statement, so another request can take the same rows before ${begin.caller.name} changes them. ${isOver ? 'Leave FOR UPDATE out of this request, and lock the rows behind BEGIN.' : 'Move the SELECT behind BEGIN, in the same connection.'}`,
  related: [{ at: labelSpanOf(begin), message: 'The transaction begins here' }],
})
