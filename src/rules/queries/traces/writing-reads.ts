// Reads whose handler, as a trace shows it, changes what is stored.

import { type End, isBroker, isStore } from '../../../model/ends'
import { isRequest, methodOf } from '../../../model/requests'
import type { Connection, System } from '../../../model/system'
import { wordingOf } from '../../../model/wording'
import { isTimeline } from '../../../syntax/notation'

export interface WritingRead {
  readonly request: Connection
  readonly write: Connection
  /** It looks first and inserts what is missing, such as the user who signs in for the first time: once more changes nothing. */
  readonly isFirstOnly: boolean
}

/** Each GET of a trace with the first statement by which its server changes a store until it is asked again. */
export function writingReads({ connections, diagram }: System): readonly WritingRead[] {
  if (!isTimeline(diagram)) return []
  const found: WritingRead[] = []
  /** By server, while it works on them. */
  const reads = new Map<End, Connection>()
  const looked = new Set<End>()
  for (const connection of connections) {
    const { caller, callee, role } = connection
    // What a broker brings starts something else.
    if (isBroker(caller)) reads.clear()
    const request = reads.get(caller)
    if (request && changes(connection)) {
      const isFirstOnly = looked.has(caller) && inserts.test(connection.arrow.text)
      if (!isReturn(request, connections)) found.push({ request, write: connection, isFirstOnly })
      reads.delete(caller)
    }
    if (request && isStore(callee) && looks.test(connection.arrow.text)) looked.add(caller)
    if (isRead(connection)) {
      reads.set(callee, connection)
      looked.delete(callee)
    } else if (role.value === 'call') reads.delete(callee)
  }
  return found
}

function isRead(connection: Connection): boolean {
  const { path } = connection.request ?? {}
  return isRequest(connection) && methodOf(connection) === 'GET' && path !== undefined && !byDesign.test(path)
}

/** Browsers are sent there by others, and whoever asks for a state has it brought up to date, or who they are, has their account made. */
const byDesign =
  /callback|oauth|redirect|verif|confirm|activat|unsubscribe|magic|logout|status|tasks?\b|jobs?\b|poll|sync|refresh|\/(?:me|whoami|userinfo)(?![\w-])/i

const looks = /\bselect\b|\bfind|\blook(?:s|ing)? ?up\b|\bcheck|\bexists?\b|\bquery|\bget\b/i
const inserts = /^(?:\W*\d+[.)]\s*)?INSERT\b/i

/** To where a hosted checkout or sign-in sends the browser back (`/checkout/success`): it can't send a POST, and is sent on. */
export const isReturn = (
  { caller, callee, index, request }: Connection,
  all: readonly Connection[],
): boolean =>
  isWayBack.test(request?.path ?? '') &&
  (isHosted.test(request?.path ?? '') ||
    all
      .slice(index + 1, index + answeredWithin)
      .some(each => each.from === callee && each.to === caller && sendsOn.test(wordingOf(each.arrow))))

const answeredWithin = 20
const isWayBack = /\/(?:success|cancel(?:led|ed)?|return|callback|complete|fail(?:ed|ure)?)\/?(?:[?#]|$)/i
/** Without the id of anything in between. */
const isHosted =
  /\/(?:checkout|payments?|pay|paypal|stripe|billing|oauth2?|auth|sso|saml|login)\/\w+\/?(?:[?#]|$)/i
const sendsOn = /\bredirect|\b30[1237]\b/i

const changes = ({ callee, arrow }: Connection): boolean =>
  isStore(callee) && statement.test(arrow.text) && !aside.test(arrow.text)

const statement = /^(?:\W*\d+[.)]\s*)?(?:UPDATE|INSERT INTO|INSERT|DELETE FROM) [A-Za-z_"`]\w+/

/** Counters, traces and copies: repeated, they do no harm that anybody would mind. */
const aside =
  /view|count|metric|stat(?:s|istic)|log|audit|hits?\b|last_?|seen|access|popular|cache|session|rate|analytic|histor|token|visit|usage|expire|idempot|lock|snapshot|on conflict|quer(?:y|ies)/i
