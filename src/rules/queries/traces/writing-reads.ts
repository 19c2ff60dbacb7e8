// Reads whose handler, as a trace shows it, changes what is stored.

import { type End, isBroker, isStore } from '../../../model/ends'
import { isRequest, methodOf } from '../../../model/requests'
import type { Connection, System } from '../../../model/system'
import { isTimeline } from '../../../syntax/notation'

export interface WritingRead {
  readonly request: Connection
  readonly write: Connection
}

/** Each GET of a trace with the first statement by which its server changes a store until it is asked again. */
export function writingReads({ connections, diagram }: System): readonly WritingRead[] {
  if (!isTimeline(diagram)) return []
  const found: WritingRead[] = []
  /** By server, while it works on them. */
  const reads = new Map<End, Connection>()
  for (const connection of connections) {
    const { caller, callee, role } = connection
    // What a broker brings starts something else.
    if (isBroker(caller)) reads.clear()
    const request = reads.get(caller)
    if (request && changes(connection)) {
      found.push({ request, write: connection })
      reads.delete(caller)
    }
    if (isRead(connection)) reads.set(callee, connection)
    else if (role.value === 'call') reads.delete(callee)
  }
  return found
}

function isRead(connection: Connection): boolean {
  const { path } = connection.request ?? {}
  return isRequest(connection) && methodOf(connection) === 'GET' && path !== undefined && !byDesign.test(path)
}

/** Browsers are sent there by others, and whoever asks for a state has it brought up to date. */
const byDesign =
  /callback|oauth|redirect|verif|confirm|activat|unsubscribe|magic|logout|status|tasks?\b|jobs?\b|poll|sync|refresh/i

const changes = ({ callee, arrow }: Connection): boolean =>
  isStore(callee) && statement.test(arrow.text) && !aside.test(arrow.text)

const statement = /^(?:\W*\d+[.)]\s*)?(?:UPDATE|INSERT INTO|INSERT|DELETE FROM) [A-Za-z_"`]\w+/

/** Counters, traces and copies: repeated, they do no harm that anybody would mind. */
const aside =
  /view|count|metric|stat(?:s|istic)|log|audit|hits?\b|last_?|seen|access|popular|cache|session|rate|analytic|histor|token|visit|usage|expire|idempot|lock|snapshot|on conflict|quer(?:y|ies)/i
