// A list or set in Redis that is read as a whole and deleted by a later command.

import type { Connection, System } from '../../../../model/system'
import { wordingOf } from '../../../../model/wording'
import { isRedis } from '../../redis'

export interface ReadAndDeleted {
  readonly push: Connection
  readonly read: Connection
  readonly removal: Connection
}

/** What others push between the two commands is deleted unread; a key that nobody is drawn pushing to is no inbox. */
export function readAndDeleted({ connections }: System): ReadAndDeleted | undefined {
  const pushes = new Map<string, Connection>()
  const reads = new Map<string, Connection>()
  for (const connection of connections) {
    const { callee, role, arrow } = connection
    if (role.value === 'reply' || !isRedis(callee)) continue
    const words = wordingOf(arrow)
    const pushed = pushing.exec(words)?.[1]
    if (pushed !== undefined) pushes.set(pushed, connection)
    const looked = reading.exec(words)?.[1]
    if (looked !== undefined) reads.set(looked, connection)
    const removed = removing.exec(words)?.[1]
    const push = removed === undefined ? undefined : pushes.get(removed)
    const read = removed === undefined ? undefined : reads.get(removed)
    if (push && read?.caller === connection.caller && read.callee === callee && push.index < read.index)
      return { push, read, removal: connection }
  }
  return undefined
}

/** A hash holds fields of one thing, which goes with it: a session is read, and deleted when it ends. */
const pushing = /^\W*(?:[RL]PUSHX?|SADD|ZADD|XADD)\b\W*([\w:{}<>[\].*-]+)/i
const reading = /^\W*(?:LRANGE|SMEMBERS|ZRANGE|XRANGE)\b\W*([\w:{}<>[\].*-]+)/i
const removing = /^\W*(?:DEL|UNLINK)\b\W*([\w:{}<>[\].*-]+)/i
