// What is left of something, read in a transaction and taken in it by a later statement: the transaction alone keeps nobody
// out, as databases isolate it by default.

import { isStore } from '../../../../model/ends'
import type { Connection, System } from '../../../../model/system'
import { wordingOf } from '../../../../model/wording'
import { branchesIn, mayFollow, notesIn } from '../branches'
import { type OpenTransaction, transactionsIn } from '../transactions'

export interface UnlockedTaking {
  readonly look: Connection
  readonly act: Connection
  readonly begin: Connection
}

/** The first of a trace. */
export function unlockedInTransaction(system: System): UnlockedTaking | undefined {
  for (const transaction of transactionsIn(system)) {
    const { begin } = transaction
    const taking = decrementedUnlocked(transaction, system)
    if (taking && !isKeptApart(transaction, system)) return { look: taking.look, act: taking.act, begin }
  }
  return undefined
}

/** `SELECT Event`, then `UPDATE Event SET tickets = tickets - 1` whatever is left by then. */
function decrementedUnlocked(
  { during }: OpenTransaction,
  { diagram }: System,
): Omit<UnlockedTaking, 'begin'> | undefined {
  for (const act of during) {
    const table = decrement.exec(wordingOf(act.arrow))?.[1]
    if (table === undefined || !isStore(act.callee)) continue
    const look = during.find(
      each =>
        each.callee === act.callee &&
        selected(wordingOf(each.arrow)) === singular(table) &&
        mayFollow(diagram, each.index, act.index),
    )
    if (look && isCompared(look, act, diagram)) return { look, act }
  }
  return undefined
}

/** Whatever is left: a condition further on keeps it apart. */
const decrement = /^\W*(?:\d+\W+)?UPDATE ["`]?(\w+)["`]? SET ["`]?(\w+)["`]? ?= ?["`]?\2["`]? ?-/i

const selected = (words: string): string | undefined => {
  const table = /^\W*(?:\d+\W+)?SELECT\b(?:.*?\bFROM)? ["`]?(\w+)/i.exec(words)?.[1]
  return table === undefined ? undefined : singular(table)
}

const singular = (table: string): string => table.toLowerCase().replace(/s$/, '')

/** What was read decides whether it is taken: a branch stands between the two. */
const isCompared = (look: Connection, act: Connection, diagram: System['diagram']): boolean =>
  branchesIn(diagram).some(
    ({ section: { header, label } }) =>
      header.start > look.span.start && header.start < act.span.start && left.test(label),
  )

const left =
  /\b(?:in)?sufficient|\benough\b|>=|≥|<|[>=] ?0|\b(?:un)?available|sold[- ]?out|\bstock\b|dispon[ií]v|disponib|esgotad|agotad|suficiente|足够|不足|충분|부족|достаточн/i

function isKeptApart({ begin, end, during }: OpenTransaction, { diagram, connections }: System): boolean {
  const said = [
    ...[begin, end, ...during].map(({ arrow }) => wordingOf(arrow)),
    ...connections.filter(({ callee }) => callee === begin.callee).map(({ arrow }) => wordingOf(arrow)),
    ...notesIn(diagram).map(({ text }) => text),
    ...branchesIn(diagram).map(({ section }) => section.label),
  ]
  return said.some(text => apart.test(text))
}

const apart =
  /\block\w*|\bfor update\b|\bversion\b|\bunique\b|constraint|mutex|serializ|repeatable|isolation|\bcas\b|\batomic|conditional|\bwhere\b.*(?:[<>]|>=)|锁|ロック|락|잠금|блокировк/i
