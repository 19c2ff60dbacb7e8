// Answers that are drawn past the gateway that passed the request on.

import { hasKind } from '../../model/ends'
import type { Component, Connection, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { isTimeline } from '../../syntax/notation'
import { labelSpanOf } from '../queries/places'
import { defineRule, type Fix, type Report } from '../rule'

export const answerSkipsGateway = defineRule({
  id: 'answer-skips-gateway',
  category: 'arrows',
  speaksOf: 'contradiction',
  summary: 'An answer is drawn straight to the client, although its request came through a gateway.',
  presets: { strict: 'info' },
  fixable: 'review',
  options: {},

  *check(system) {
    if (!isTimeline(system.diagram)) return
    /** Who has asked whom so far, and who asked each participant last. */
    const asked = new Set<string>()
    const askers = new Map<string, Connection>()
    for (const message of system.connections) {
      const { from, to } = message
      if (from === to) continue
      if (!isAnswer(message)) {
        asked.add(pair(message.from.id, message.to.id))
        askers.set(to.id, message)
        continue
      }
      const request = askers.get(from.id)
      const isDirect = request !== undefined && request.from !== to && !asked.has(pair(to.id, from.id))
      if (isDirect && asked.has(pair(to.id, request.from.id))) yield* skipped({ message, request }, system)
    }
  },
})

interface Skip {
  readonly message: Connection
  /** By which the gateway passed on what is answered. */
  readonly request: Connection
}

const pair = (caller: string, callee: string): string => `${caller}\n${callee}`

const isAnswer = ({ arrow }: Connection): boolean => arrow.stroke === 'dotted'

/** Who draws all answers in short leaves the gateway out on purpose: another one goes through it. */
function* skipped({ message, request }: Skip, system: System): Iterable<Report> {
  const { from: gateway } = request
  const usual = system.connections.find(
    each => isAnswer(each) && each.from === gateway && each.to === message.to,
  )
  if (
    usual &&
    hasKind(message.from, 'service', 'auth', 'function', 'gateway') &&
    forwards(gateway) &&
    isHttp(message)
  )
    yield judge({ message, request }, usual, system)
}

const forwards = (gateway: Connection['from']): gateway is Component =>
  hasKind(gateway, 'gateway', 'balancer', 'proxy', 'waf')

/** A link of its own, which the gateway may not see. */
const ownLink =
  /\b(?:sse|stream\w*|web ?sockets?|wss?|push\w*|notif\w*|e-?mails?|sms|media|upload\w*|webrtc|redirect\w*|callback|webhook|events?)\b/i

const isHttp = ({ arrow }: Connection): boolean => !ownLink.test(wordingOf(arrow))

function judge({ message, request }: Skip, usual: Connection, { diagram }: System): Report {
  const [server, client, gateway] = [message.from, message.to, request.from]
  return {
    at: labelSpanOf(message),
    oncePerDocument: `${server.name} ${client.name}`,
    message: `${server.name} answers ${client.name}, which never asked it: the request came through ${gateway.name}, and its answer goes back on the same connection. Other answers are drawn so ("${wordingOf(usual.arrow)}"). Draw it to ${gateway.name}, and on from there.`,
    related: [
      { at: labelSpanOf(request), message: `${gateway.name} passed the request on here` },
      { at: labelSpanOf(usual), message: `This answer goes through ${gateway.name}` },
    ],
    fixes: through({ message, request }, diagram.text),
  }
}

/** Two messages for one. Marks of activation are left to the author. */
function through({ message, request }: Skip, text: string): readonly Fix[] {
  const { arrow } = message
  if (arrow.activates || arrow.deactivates) return []
  const { statement, toSpan } = arrow
  const indent = text.slice(text.lastIndexOf('\n', statement.start - 1) + 1, statement.start)
  if (indent.trim() !== '') return []
  const { id } = request.from
  const on = `\n${indent}${id}-->>${message.to.id}: ${text.slice(labelSpanOf(message).start, labelSpanOf(message).end)}`
  return [
    {
      title: `Answer through ${request.from.name}`,
      safe: false,
      edits: [
        { span: toSpan, text: id },
        { span: { start: statement.end, end: statement.end }, text: on },
      ],
    },
  ]
}
