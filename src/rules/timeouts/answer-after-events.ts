// Requests that stay open while messages travel through a broker and back.

import { isBroker, isComponent } from '../../model/ends'
import { isAwaited, isStream } from '../../model/requests'
import type { Call, Component, Connection, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { isTimeline } from '../../syntax/notation'
import { labelSpanOf } from '../queries/places'
import { defineRule, type Report } from '../rule'

export const answerAfterEvents = defineRule({
  id: 'answer-after-events',
  category: 'timeouts',
  speaksOf: 'hazard',
  summary: 'A request is answered only after events have come back through a broker.',
  presets: { recommended: 'warning' },
  supersedes: ['request-reply-over-queue'],
  options: {},

  *check(system) {
    if (!isTimeline(system.diagram)) return
    for (const part of system.components)
      if (
        !isBroker(part) &&
        !part.outgoing.some(isToOwnHandler) &&
        part.outgoing.some(({ connection }) => connection.role.value === 'enqueue')
      ) {
        const held = heldRequest(part, system)
        if (held) yield judge(held)
      }
  },
})

/** `Event handler`, `EventPublisher`: a class of the same program, whose errors come back to who called. */
const isToOwnHandler = ({ connection: { role }, callee }: Call): boolean =>
  role.value === 'enqueue' && /(?:handler|listener|publisher|dispatcher|emitter)s?\W*$/i.test(callee.headline)

interface Held {
  readonly request: Connection
  readonly publish: Connection
  readonly back: Connection
  readonly reply: Connection
}

/** The first request that its server answers only when what it published has come back to it. */
function heldRequest(part: Component, { connections }: System): Held | undefined {
  let request: Connection | undefined
  let publish: Connection | undefined
  let delivered = false
  let back: Connection | undefined
  for (const each of connections) {
    const { role, caller, callee } = each
    if (role.value === 'delivery' && publish) {
      if (callee !== part) delivered = true
      else if (delivered) back ??= each
    } else if (callee === part && role.value === 'call' && caller !== part) {
      if (delivered && caller !== request?.caller) back ??= each
      else
        [request, publish, delivered, back] = [
          startsHere(each) ? each : undefined,
          undefined,
          false,
          undefined,
        ]
    } else if (caller === part && request && role.value === 'enqueue') publish ??= each
    else if (request && isAnswer(each, request)) {
      if (publish && back) return { request, publish, back, reply: each }
      request = undefined
    }
  }
  return undefined
}

/** What is pushed later answers nobody who waits. */
const isAnswer = ({ from, to, role, arrow }: Connection, { caller, callee }: Connection): boolean =>
  from === callee && to === caller && role.value === 'reply' && !pushed.test(wordingOf(arrow))

const pushed =
  /\b(?:web ?sockets?|wss?|sse|push\w*|webhooks?)\b|^\W*(?:\d+\W+)?notif\w+\b|推送|プッシュ|푸시|푸쉬/i

const startsHere = (connection: Connection): boolean =>
  isAwaited(connection) &&
  !isStream(connection) &&
  isComponent(connection.caller) &&
  !isBroker(connection.caller)

function judge({ request, publish, back, reply }: Held): Report {
  const { caller, callee } = request
  return {
    at: labelSpanOf(reply),
    message: `${caller.name} waits until events have gone through ${publish.callee.name} and back to ${callee.name}. A consumer that lags makes the request time out, and the event may reach another instance than the one that waits. Answer 202 Accepted with a status URL, and report the outcome there or by push.`,
    related: [
      { at: labelSpanOf(request), message: 'The request begins here' },
      { at: labelSpanOf(publish), message: 'Handed to the broker here' },
      { at: labelSpanOf(back), message: 'It comes back here' },
    ],
  }
}
