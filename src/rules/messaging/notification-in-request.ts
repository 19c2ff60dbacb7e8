// Mail, text messages and webhooks that a user waits for, beside a worker that could send them.

import { hasKind, isBroker, isClient, isEdge, isProbable, isService } from '../../model/ends'
import { isAwaited, isLikelyCall } from '../../model/requests'
import type { Call, Component, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { isTimeline } from '../../syntax/notation'
import { enumeratedFirst } from '../fixes/enumeration'
import { namesChannel } from '../queries/channels'
import { labelSpanOf } from '../queries/places'
import { defineRule, type Report } from '../rule'

export const notificationInRequest = defineRule({
  id: 'notification-in-request',
  category: 'messaging',
  speaksOf: 'hazard',
  summary: 'A request waits for mail, text messages or webhooks that a worker could send.',
  presets: { recommended: 'info' },
  onRequest: true,
  options: {},

  *check(system) {
    if (isTimeline(system.diagram)) return
    const helper = system.components.find(isHelper)
    for (const caller of system.components) {
      if (!answersUsers(caller)) continue
      const sends = caller.outgoing.filter(
        call => (helper !== undefined && isNotification(call)) || isToNotifier(call),
      )
      const [first] = sends
      if (first) yield judge(first, sends, helper)
    }
  },
})

const isHelper = (part: Component): boolean =>
  isProbable(part) &&
  (hasKind(part, 'worker') || isBroker(part)) &&
  part.incoming.length + part.outgoing.length > 0

/** Nobody waits for what a broker starts, and what exists to notify does nothing else. */
const answersUsers = (part: Component): boolean =>
  isService(part) &&
  !hasKind(part, 'worker', 'function') &&
  isProbable(part) &&
  !notifier.test(part.headline) &&
  !live.test(part.headline) &&
  part.incoming.some(
    ({ connection, caller }) => isAwaited(connection) && (isClient(caller) || isEdge(caller)),
  ) &&
  !part.incoming.some(({ connection }) => connection.role.value === 'delivery')

/** It holds sockets open, and answers no requests. */
const live = /\bweb ?sockets?\b|\bws\b|\bsockets?\b|\breal-?time\b|\bhub\b|\bsse\b/i

const notifier = /notif\w*|\bmails?\b|e-?mail|\bsms\b|messag\w*|webhook|deliver|alert|communicat\w*|dispatch/i

/** Another organization's, by its name. */
const isNotification = ({ connection, callee }: Call): boolean =>
  isAwaited(connection) &&
  connection.arrow.stroke !== 'dotted' &&
  isLikelyCall(connection) &&
  hasKind(callee, 'external') &&
  isProbable(callee) &&
  namesChannel(callee.text) &&
  !aside.test(`${callee.text} ${wordingOf(connection.arrow)}`)

/** A service of one's own that exists to notify, asked by a protocol that waits; behind a queue it would answer at once. */
const isToNotifier = ({ connection, callee }: Call): boolean =>
  isAwaited(connection) &&
  saysRequest.test(wordingOf(connection.arrow)) &&
  isService(callee) &&
  isProbable(callee) &&
  ownNotifier.test(callee.headline) &&
  !reads.test(`${wordingOf(connection.arrow)} ${connection.request?.method ?? ''}`) &&
  !aside.test(`${callee.text} ${wordingOf(connection.arrow)}`) &&
  !callee.outgoing.some(({ callee }) => isBroker(callee) || hasKind(callee, 'worker')) &&
  !callee.incoming.some(({ caller }) => isBroker(caller))

const saysRequest = /\b(?:open)?feign\b|\bhttps?\b|\brest\b|\bgrpc\b|\bsync(?:hronous)?\b/i

const ownNotifier =
  /\b(?:notifications?|notificaciones|notificações|notificacion|notif|e-?mails?|mails?|mailer|sms)[- _]?(?:micro)?(?:service|svc|ms|api|server|servicio|serviço)\b|\b(?:servicio|serviço) de (?:notifica\w+|correos?|e-?mails?)\b|(?:通知|消息)(?:服务|微服务)|通知サービス|알림 ?서비스/i

const reads = /\b(?:GET|list|lists|reads?|fetch(?:es)?|quer(?:y|ies)|inbox|preferences|settings|history)\b/i

/** Somebody waits for a code on purpose, or nobody waits at all. */
const aside =
  /\botp\b|\b2fa\b|\bverif\w*|\bcodes?\b|\ba?sync\w*|\bqueue\w*|\bbackground|\blocal\b|\bdev\b|\btests?\b|\bmock|\bpoll\w*|\bstatus\b|\bplanned\b|\bfuture\b/i

function judge({ connection, caller }: Call, sends: readonly Call[], helper: Component | undefined): Report {
  const names = enumeratedFirst([...new Set(sends.map(({ callee }) => callee.name))])
  return {
    at: labelSpanOf(connection),
    oncePerDocument: caller.name,
    refutedBy: other => sendsAside(other, sends),
    message: `${caller.name} calls ${names} itself while a user waits: when ${sends.length > 1 ? 'one of them' : 'it'} is slow or down, requests hang or fail although their work is done, and unsent messages are lost. Store the message with the request, answer, and let a worker send and retry it${helper ? ` (${helper.name} is already there)` : ''}.`,
    related: sends
      .slice(1)
      .map(each => ({ at: labelSpanOf(each.connection), message: `also ${each.callee.name}` })),
  }
}

/** Another picture of the document has a worker or what a broker delivers to send it. */
const sendsAside = ({ calls }: System, sends: readonly Call[]): boolean =>
  calls.some(({ caller, callee }) => isBroker(caller) && notifier.test(callee.headline)) ||
  calls.some(
    ({ caller, callee }) =>
      sends.some(each => each.callee.name === callee.name) &&
      (hasKind(caller, 'worker', 'function') || isBroker(caller) || notifier.test(caller.headline)),
  )
