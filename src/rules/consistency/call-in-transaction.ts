// Rows that stay locked while somebody else is asked.

import { hasKind, isBroker, isClient, isComponent, isStore } from '../../model/ends'
import { isRequest } from '../../model/requests'
import type { Connection } from '../../model/system'
import { isAside } from '../queries/deeds-aside'
import { labelSpanOf } from '../queries/places'
import { sameName } from '../queries/same-name'
import { type OpenTransaction, transactionsIn } from '../queries/traces/transactions'
import { defineRule, type Report } from '../rule'
import { oneProgram } from '../topics-in-prose'

/** Whoever is called takes part in it, as a module does: `orders and payments in one transaction`. */
const oneTransaction =
  /(?:payments?|charges?|결제|支付|決済)[^\n.]{0,40}(?:\b(?:in|as|within) (?:one|a single|the same) (?:db |database )?transaction\b|하나의 트랜잭션|단일 트랜잭션|同一(?:个|個)?事务|1つのトランザクション)/

const oneProgramOrTransaction = new RegExp(`${oneProgram.source}|${oneTransaction.source}`, 'i')

export const callInTransaction = defineRule({
  id: 'call-in-transaction',
  category: 'consistency',
  speaksOf: 'hazard',
  summary: 'A program calls another one while its database transaction is open.',
  presets: { recommended: 'warning' },
  supersedes: ['dual-write'],
  settledBy: oneProgramOrTransaction,
  options: {},

  *check(system) {
    for (const transaction of transactionsIn(system)) {
      const call = transaction.during.find(leaves)
      if (call) yield judge(call, transaction)
    }
  },
})

/** What stands between `BEGIN` and `COMMIT` is described in full: less than elsewhere tells a call from a step. */
const likelyOutside = 0.4

/** To another program or a broker: what is asked of stores and caches belongs to the transaction, or is brief. */
const leaves = (connection: Connection): boolean =>
  isRequest(connection) &&
  (isBroker(connection.callee) || connection.chances.call >= likelyOutside) &&
  !/\bmethods?\b|\bproxy\b|\bhandler\b|\brepositor\w+\b|\bdaos?\b|\bmappers?\b|\b(?:states?|tables?|log|outbox|store|entity|aggregate)\W*$/i.test(
    connection.callee.text,
  ) &&
  isComponent(connection.callee) &&
  !isClient(connection.callee) &&
  !isStore(connection.callee) &&
  !hasKind(connection.callee, 'cache', 'monitoring') &&
  !isAside(connection)

function judge(call: Connection, { begin, end }: OpenTransaction): Report {
  const { caller, callee } = call
  const message = isBroker(callee)
    ? `${caller.name} publishes to ${callee.name} before it commits. Consumers may look for a row that is not there yet, and if the commit fails, they were notified of something that never happened. Write the event to an outbox table inside the transaction, and publish it from there.`
    : `${caller.name} calls ${callee.name} inside a transaction. Rows stay locked and a connection stays in use until it answers, and if the commit fails, what ${callee.name} did is not undone. Commit the intent first (status pending), call ${callee.name}, then store the outcome.`
  return {
    at: labelSpanOf(call),
    oncePerDocument: `${sameName(caller.name)} ${sameName(callee.name)}`,
    message,
    related: [
      { at: labelSpanOf(begin), message: 'The transaction begins here' },
      { at: labelSpanOf(end), message: 'It ends here' },
    ],
  }
}
