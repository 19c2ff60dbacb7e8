// Which arrows tell how the two talk.

import { protocolsIn } from '../../knowledge'
import { isStore } from '../../model/ends'
import type { Connection } from '../../model/system'

/** Its author names the protocol on the arrow, or shows it: a method or path is HTTP, a statement SQL. */
export function statesProtocol(connection: Connection): boolean {
  const { figures, request, arrow, callee } = connection
  if (figures.protocol !== undefined || request !== undefined) return true
  if (statement.test(arrow.text) && isStore(callee)) return true
  return [arrow.text, arrow.technology ?? ''].some(words => protocolsIn(words).length > 0)
}

/** Or nobody needs to: the only protocol of a product is known. */
export const namesProtocol = (connection: Connection): boolean =>
  connection.protocols.length > 0 || statesProtocol(connection)

const statement = /^\W*(?:\d+[.)]\s*)?(?:SELECT|INSERT|UPDATE|DELETE FROM|BEGIN|COMMIT)\b/
