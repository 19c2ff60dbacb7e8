// What a program does while it has a transaction of its database open, as a trace shows it.

import { type End, isStore } from '../../../model/ends'
import { rememberedFor } from '../../../model/remembered-for'
import type { Connection, System } from '../../../model/system'
import { wordingOf } from '../../../model/wording'
import { isTimeline } from '../../../syntax/notation'
import type { Section, Step } from '../../../syntax/tree'

/** From `BEGIN` to the `COMMIT` or `ROLLBACK` of the same program. */
export interface OpenTransaction {
  readonly begin: Connection
  /** The last one drawn, of all branches. */
  readonly end: Connection
  /** What its program sends meanwhile, in order. */
  readonly during: readonly Connection[]
}

/** Those of which both ends are drawn: elsewhere nothing tells what belongs to them. */
export const transactionsIn = rememberedFor((system: System): readonly OpenTransaction[] => {
  if (!isTimeline(system.diagram) || !system.connections.some(opens)) return []
  const reader = new TransactionReader(system.connections)
  reader.follow(system.diagram.steps, new Map())
  return reader.begun.flatMap(({ end, ...begun }) => (end ? [{ ...begun, end }] : []))
})

interface Begun {
  readonly begin: Connection
  readonly during: Connection[]
  end?: Connection
}

/** By the program that has them open. */
type Open = Map<End, Begun>

class TransactionReader {
  readonly begun: Begun[] = []
  readonly #connections: readonly Connection[]
  /** Who draws its `BEGIN`: no lock stands for one. */
  readonly #explicit: ReadonlySet<End>

  constructor(connections: readonly Connection[]) {
    this.#connections = connections
    this.#explicit = new Set(connections.filter(begins).map(({ caller }) => caller))
  }

  follow(steps: readonly Step[], open: Open): void {
    for (const step of steps) {
      const connection = step.kind === 'message' ? this.#connections[step.arrow] : undefined
      if (connection) this.#message(connection, open)
      else if (step.kind === 'fragment') this.#branches(step.sections, open)
    }
  }

  /** What any branch ends is over: which of them is taken nobody knows. */
  #branches(sections: readonly Section[], open: Open): void {
    const after = sections.map(({ steps }) => {
      const branch = new Map(open)
      this.follow(steps, branch)
      return branch
    })
    for (const [program, begun] of after[0] ?? []) open.set(program, begun)
    for (const program of open.keys()) if (!after.every(branch => branch.has(program))) open.delete(program)
  }

  #message(connection: Connection, open: Open): void {
    const { caller, callee } = connection
    if (confirmsEnd(connection)) this.#end(connection, callee, open)
    const begun = open.get(caller)
    if (!begun) {
      if (this.#explicit.has(caller) ? begins(connection) : opens(connection)) this.#begin(connection, open)
    } else if (ends(connection)) this.#end(connection, caller, open)
    else begun.during.push(connection)
  }

  #end(connection: Connection, program: End, open: Open): void {
    const begun = open.get(program)
    if (begun) begun.end = connection
    open.delete(program)
  }

  #begin(begin: Connection, open: Open): void {
    const begun: Begun = { begin, during: [] }
    this.begun.push(begun)
    open.set(begin.caller, begun)
  }
}

const toOwnStore = ({ from, to, callee, role }: Connection): boolean =>
  role.value !== 'reply' && (from === to || isStore(callee))

const begins = (connection: Connection): boolean =>
  toOwnStore(connection) && opening.test(wordingOf(connection.arrow)) && !ends(connection)

/** A lock lasts as long as a transaction, whether or not its beginning is drawn. */
const opens = (connection: Connection): boolean =>
  begins(connection) ||
  (toOwnStore(connection) && locking.test(wordingOf(connection.arrow)) && !ends(connection))

const locking = /\bFOR (?:NO KEY )?UPDATE\b/i

const ends = (connection: Connection): boolean =>
  toOwnStore(connection) && ending.test(wordingOf(connection.arrow))

/** `COMMIT OK`, where the statement itself is not drawn. */
const confirmsEnd = ({ role, caller, arrow }: Connection): boolean =>
  role.value === 'reply' && isStore(caller) && /\b(?:COMMIT|ROLLBACK)\b/i.test(wordingOf(arrow))

/** Statements in capitals, as databases are told, or in words with what they are about. */
const opening =
  /\bBEGIN\b(?!_)|\bSTART TRANSACTION\b|\b(?:begin|start|open)s? (?:an? |the )?(?:db |database |sql )?(?:transaction|tx)\b|\bbegin_?(?:transaction|tx)\b|(?:开启|开始|啟動|開始)(?:数据库)?(?:事务|交易)|トランザクション開始|트랜잭션 시작|\binici(?:a|ar|o)(?: \p{L}+){0,2} transac\p{L}+|\bdébut(?:e|er)?(?: \p{L}+){0,2} transaction|нач\p{L}+ транзакц/iu

const ending =
  /\bCOMMIT\b|\bROLLBACK\b|\b(?:commit|rollback|roll back|abort)s?(?: (?:the )?(?:db |database )?(?:transaction|tx))?\b|提交事务|事务提交|コミット|커밋|\bconfirma\p{L}* transac\p{L}+|коммит/iu
