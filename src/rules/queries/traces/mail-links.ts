// Links in mails that use something up when they are opened, as a trace shows it.

import { type End, isClient, isStore } from '../../../model/ends'
import { isRequest, methodOf } from '../../../model/requests'
import type { Connection, System } from '../../../model/system'
import { wordingOf } from '../../../model/wording'
import { isTimeline } from '../../../syntax/notation'

export interface SpentLink {
  /** By which it is opened. */
  readonly request: Connection
  /** What its server does at once. */
  readonly change: Connection
}

/** Each link that was mailed before, with the first change that its server makes until it is asked again. */
export function spentLinks({ connections, diagram }: System): readonly SpentLink[] {
  if (!isTimeline(diagram)) return []
  const found: SpentLink[] = []
  const opened = new Map<End, Connection>()
  let isMailed = false
  for (const connection of connections) {
    const { from, to, role } = connection
    const request = opened.get(from)
    if (request && changes(connection)) {
      found.push({ request, change: connection })
      opened.delete(from)
    }
    if (isMailed && opensLink(connection)) opened.set(to, connection)
    else if (role.value === 'call' && from !== to) opened.delete(to)
    isMailed ||= mails.test(wordingOf(connection.arrow))
  }
  return found
}

const mails =
  /\be-?mail|\bmail\b|\b(?:magic|verification|confirmation|activation) link\b|邮件|郵件|メール|메일|correo|письм/i

/** By whoever reads the mail. A page that is loaded already and asks by script is not what a scanner opens. */
const opensLink = (connection: Connection): boolean =>
  isRequest(connection) &&
  methodOf(connection) === 'GET' &&
  isClient(connection.caller) &&
  !pages.test(connection.caller.text) &&
  isOneTime.test(connection.request?.path ?? '')

const pages = /\bfront-?end\b|\bspa\b|\bweb ?app\b|\bui\b|\breact\b|\bnext\.?js\b|\bvue\b|\bangular\b/i

const isOneTime =
  /(?:verif|confirm|activat|magic|accept|opt-?in)[\w/-]*(?:\?(?:\w+=[^&\s]*&)?(?:token|code|key|hash|t)\b|\/[{:<[]?\w*(?:token|code|hash|key))|unsubscribe/i

/** At its own store or in one step: the answer to the client (`Set cookie`) changes nothing. */
const changes = ({ from, to, callee, arrow, role }: Connection): boolean =>
  role.value !== 'reply' &&
  (from === to || isStore(callee)) &&
  spends.test(wordingOf(arrow)) &&
  !signsIn.test(wordingOf(arrow))

const spends =
  /^\W*(?:\d+\W+)?(?:update|delete|set|mark|activate|invalidate|consume|revoke|remove|burn|unsubscribe|enable|confirm)s?\b[^\n]{0,60}(?:token|link|code|user|account|e-?mail|status|verified|active|subscri|invit|member)/i

const signsIn = /session|cookie|\bjwt\b|(?:access|refresh) token|last_?(?:login|seen)|\blog\b|audit/i
