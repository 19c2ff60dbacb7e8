// Server-sent events that are meant to carry something to the server.

import { isClient } from '../../model/ends'
import { isCall, methodOf } from '../../model/requests'
import type { Call, System } from '../../model/system'
import { rewordArrow, wordsOn } from '../fixes/reword-arrow'
import { isServerSentEvents, sseWord } from '../queries/real-time/server-sent-events'
import { defineRule, type Report } from '../rule'

export const sseTwoWay = defineRule({
  id: 'sse-two-way',
  category: 'real-time',
  speaksOf: 'contradiction',
  summary: 'Server-sent events are used to send data to the server.',
  presets: { recommended: 'warning' },
  fixable: 'review',
  supersedes: ['sse-buffering', 'sse-http1-limit'],
  options: {},

  *check(system) {
    for (const call of system.calls) {
      if (
        isServerSentEvents(call.connection) &&
        isTwoWay(call) &&
        !hasOwnPost(call) &&
        !requestsBeside.test(call.connection.arrow.text) &&
        !sendsBeside(call, system)
      )
        yield judge(call, system)
    }
  },
})

/** MCP over SSE sends by a POST of its own. */
const hasOwnPost = ({ caller, callee, connection }: Call): boolean =>
  [caller.text, callee.text, connection.arrow.text].some(text => /\bmcp\b/i.test(text))

const up = String.raw`\b(?:rest|https?|(?:json-?)?rpc|posts?|graphql|apis?|fetch)\b`
const down = String.raw`\b(?:sse|server[- ]sent[- ]events?|event ?streams?)\b`
const and = String.raw`\s*(?:[+/&,·]|\band\b)\s*`

/** `REST + SSE`: requests go up by the one, and what comes of them down by the other. */
const requestsBeside = new RegExp(`${up}${and}${down}|${down}${and}${up}`, 'i')

const sending =
  /\b(?:sends?|submits?|uploads?|publish(?:es)?|writes?|types?|typing|commands?|inputs?|edits?|two[- ]way|bi-?directional|duplex|posts? (?:a |the )?(?:messages?|comments?))\b(?! (?:by|from) (?:the )?server)/i

/** Drawn both ways, or the client is said to send over it. A POST that is answered with a stream is none. */
function isTwoWay({ connection, caller, callee }: Call): boolean {
  if (methodOf(connection) !== undefined) return false
  if (connection.direction.value === 'both') return isClient(caller) || isClient(callee)
  return (
    isClient(caller) &&
    !isClient(callee) &&
    sending.test(connection.arrow.text) &&
    !receives.test(connection.arrow.text)
  )
}

const receives = /\b(?:receives?|gets?|listens?|subscribes?|pushes|server sends|streams? (?:back|down))\b/i

/** Another request between the two, by which the client can send. */
function sendsBeside({ connection, caller, callee }: Call, { calls }: System): boolean {
  return calls.some(
    other =>
      other.connection !== connection &&
      isCall(other.connection) &&
      !isServerSentEvents(other.connection) &&
      ((other.caller === caller && other.callee === callee) ||
        (other.caller === callee && other.callee === caller)),
  )
}

function judge({ connection, caller, callee }: Call, system: System): Report {
  const { arrow } = connection
  const [client, server] = isClient(caller) ? [caller, callee] : [callee, caller]
  return {
    at: wordsOn(system, connection, sseWord) ?? arrow.labelSpan ?? arrow.operator,
    message: `${client.name} sends to ${server.name} over server-sent events, which only flow from the server. Nothing that the client writes arrives. Draw a POST in addition to the stream, or write WebSocket.`,
    fixes: rewordArrow(system, connection, { title: 'Use a WebSocket', pattern: sseWord, by: 'WebSocket' }),
  }
}
