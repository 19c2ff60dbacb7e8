// Reads whose handler, as a trace shows it, changes what is stored.

import { isBroker, isStore } from '../../model/ends'
import { isRequest, methodOf } from '../../model/requests'
import type { Connection, System } from '../../model/system'
import { isTimeline } from '../../syntax/notation'

export interface WritingRead {
  readonly request: Connection
  readonly write: Connection
}

/** Each GET of a trace with the first statement by which its server changes a store until it is asked again. */
export function writingReads({ connections, diagram }: System): readonly WritingRead[] {
  if (!isTimeline(diagram)) return []
  return connections.flatMap((request, index) => {
    const { path } = request.request ?? {}
    if (!isRequest(request) || methodOf(request) !== 'GET' || !path || byDesign.test(path)) return []
    const server = request.callee
    const rest = connections.slice(index + 1)
    const next = rest.findIndex(
      each => (each.callee === server && each.role.value === 'call') || isBroker(each.caller),
    )
    const handled = next < 0 ? rest : rest.slice(0, next)
    const write = handled.find(each => each.caller === server && changes(each))
    return write ? [{ request, write }] : []
  })
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
