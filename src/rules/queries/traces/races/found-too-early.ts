// What is seen to be there before the transaction begins that takes it.

import { isStore } from '../../../../model/ends'
import type { Connection, System } from '../../../../model/system'
import { wordingOf } from '../../../../model/wording'
import { branchAround, branchesIn, happenTogether, notesIn } from '../branches'
import { checkedOnly } from '../checked-only'

export interface FoundTooEarly {
  /** How much is left, or whether there is one already. */
  readonly kind: 'left' | 'existing'
  readonly look: Connection
  readonly act: Connection
  readonly begin: Connection
}

interface Checked {
  readonly look: Connection
  readonly act: Connection
}

/** The first one. `found` is seen and taken at one store. */
export function foundTooEarly(system: System, found: readonly Checked[]): FoundTooEarly | undefined {
  const begins = system.connections.filter(isBegin)
  const [first] = begins
  if (!first || inTransaction.test(system.diagram.text.slice(0, first.span.start))) return undefined
  const checked = checkedOnly(system)
  const left = [...found, ...(checked ? [checked] : [])].map(each => ({ ...each, kind: 'left' }) as const)
  for (const { kind, look, act } of [...left, ...insertedUnlessFound(system)]) {
    const begin = begins.findLast(
      each =>
        each.index > look.index &&
        each.index < act.index &&
        each.caller === act.caller &&
        isTogether(each, act, system),
    )
    if (begin && look.index < first.index && !isKeptApart(look, act, system))
      return { kind, look, act, begin }
  }
  return undefined
}

interface Inserted extends Checked {
  readonly kind: 'existing'
}

/** `Check for existing conversation`, then `INSERT INTO conversations` at the same store. */
function* insertedUnlessFound({ connections }: System): Iterable<Inserted> {
  const looks = connections.filter(
    ({ role, callee, arrow }) =>
      role.value !== 'reply' && isStore(callee) && looksForExisting(wordingOf(arrow)),
  )
  for (const look of looks) {
    const words = wordingOf(look.arrow).toLowerCase()
    const act = connections.slice(look.index + 1, look.index + furthest).find(({ caller, callee, arrow }) => {
      const table = inserted.exec(wordingOf(arrow))?.[1]?.toLowerCase().replace(/s$/, '')
      return (
        caller === look.caller &&
        callee === look.callee &&
        table !== undefined &&
        words.includes(table.replaceAll('_', ' '))
      )
    })
    if (act) yield { kind: 'existing', look, act }
  }
}

/** So many messages later, another request is served. */
const furthest = 20

const inserted = /^\W*(?:\d+\W+)?INSERT (?:INTO )?["`]?(\w{3,})/i

/** Of accounts and their addresses, which are unique wherever they are kept, nothing is asked. */
const looksForExisting = (words: string): boolean =>
  /\b(?:check\w*|find|select|look\w*|query|get|search)\b.*\b(?:existing|exists?|already|duplicates?)\b/i.test(
    words,
  ) && !/user|e-?mail|account|phone|idempot|processed|unique/i.test(words)

const isBegin = ({ role, arrow }: Connection): boolean =>
  role.value !== 'reply' &&
  /^\W*(?:\d+\W+)?(?:BEGIN|begins? (?:(?:a|the|db|database) )*transaction|start (?:(?:a|the|db|database) )*transaction)\b(?!_)/i.test(
    wordingOf(arrow),
  )

/** A frame or a note above the first `BEGIN` speaks of another one. */
const inTransaction =
  /@transactional|\b(?:in|within|inside|same|single|one|atomic|db|database) (?:\w+ )?transaction|\bBEGIN\b/i

const isTogether = (one: Connection, other: Connection, { diagram }: System): boolean =>
  happenTogether(branchAround(diagram, one.index), branchAround(diagram, other.index))

/** By its program, by the store, or by what is written around them. */
function isKeptApart({ caller }: Connection, { callee, arrow }: Connection, system: System): boolean {
  const said = [
    wordingOf(arrow),
    ...notesIn(system.diagram).map(({ text }) => text),
    ...branchesIn(system.diagram).map(({ section }) => section.label),
    ...system.connections
      .filter(each => each.caller === caller || each.callee === callee)
      .map(each => wordingOf(each.arrow)),
  ]
  return said.some(text => apart.test(text))
}

const apart =
  /\block\w*|\bversion\b|\bunique\b|constraint|mutex|\bwhere\b.*(?:[<>]|>=)|serializ|锁|ロック|락|잠금|блокировк/i
