// Server-sent events from a server that has no place to keep what a client misses between two connections.

import { behindEdge } from '../../model/behind-edge'
import { hasKind, isBroker, isClient, isStore, isSurelyClient } from '../../model/ends'
import { isCall, methodOf } from '../../model/requests'
import type { Call, Component, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { wordsOn } from '../fixes/reword-arrow'
import { nameSpan } from '../queries/places'
import { isServerSentEvents, sseWord } from '../queries/real-time/server-sent-events'
import { defineRule, type Report } from '../rule'

export const sseWithoutReplay = defineRule({
  id: 'sse-without-replay',
  category: 'real-time',
  speaksOf: 'omission',
  topic: 'replay',
  summary: 'Server-sent events come from a server that does not store them.',
  presets: { strict: 'hint' },
  options: {},

  *check(system) {
    if (catchesUp.test(withoutComments(system.diagram.text))) return
    for (const call of system.calls) {
      if (!isServerSentEvents(call.connection) || !isSurelyClient(call.caller)) continue
      if (isAnswer(call) || isLatestOnly(call) || asksBeside(call, system)) continue
      const servers = behindEdge(call).answerers
      if (servers.some(each => isClient(each) || isBlackBox(each))) continue
      const server = servers.find(each => !remembers(each))
      if (server) yield judge(call, server, system)
    }
  },
})

/** How a client gets what it missed, in the diagram's words. */
const catchesUp =
  /last[- ]?event[- ]?id|\bresum(?:e|es|able|ing)\b|\breplay|\bcatch(?:es)?[- ]?up|\bbacklog\b|\bhistory\b|\bsnapshot|\bevent (?:log|store)|\boutbox|\bcursor\b|\boffset\b|\bsince=/i

const withoutComments = (text: string): string => text.replace(/%%.*/g, '')

/** Tokens of a model, answers to tool calls (MCP) or to a POST: a new connection is a new request. */
const isAnswer = ({ connection, caller, callee }: Call): boolean =>
  (methodOf(connection) ?? 'GET') !== 'GET' ||
  /\btokens?\b|\bmcp\b|\bllm\b|\bgpt|\bcompletions?\b|\bchat ?bot|\bassistant|\binference|\bmodel\b|\bagent/i.test(
    `${connection.arrow.text} ${caller.text} ${callee.text}`,
  )

/** Values of which only the newest counts: whoever misses one sees the next. */
const isLatestOnly = ({ connection, callee }: Call): boolean =>
  /\bprices?\b|\btickers?\b|\bquotes?\b|\bmetrics?\b|\bprogress|\bstatus|\bpresence|\bposition|\blocation|\btelemetry|\bgauge|\bheartbeat|\bscores?\b|\bdashboard|\breload|\bcounts?\b/i.test(
    `${connection.arrow.text} ${callee.text}`,
  )

/** Another request by which the client can read the present state, drawn for itself or on the same arrow. */
const asksBeside = ({ connection, caller, callee }: Call, { calls }: System): boolean =>
  /\brest\b|\bgraphql\b/i.test(wordingOf(connection.arrow)) ||
  calls.some(
    other =>
      other.caller === caller &&
      other.callee === callee &&
      other.connection !== connection &&
      isCall(other.connection) &&
      !isServerSentEvents(other.connection) &&
      (methodOf(other.connection) ?? 'GET') === 'GET',
  )

/** A system of C4 hides what is in it. */
const isBlackBox = ({ node }: Component): boolean => /system/.test(node.shape)

/** A store, a cache or a broker within its reach or in front of it, or something of no known kind. */
function remembers(server: Component): boolean {
  const reached = new Set<Component>([server])
  for (const component of reached) {
    if (keeps(component)) return true
    for (const { callee } of component.outgoing) if (!isClient(callee)) reached.add(callee)
    if (component.incoming.some(({ caller }) => keeps(caller))) return true
  }
  return false
}

const keeps = (component: Component): boolean =>
  isStore(component) ||
  isBroker(component) ||
  hasKind(component, 'cache', 'external') ||
  component.kind === undefined

function judge({ connection, caller }: Call, server: Component, system: System): Report {
  return {
    at: wordsOn(system, connection, sseWord) ?? connection.arrow.labelSpan ?? connection.arrow.operator,
    message: `${server.name} sends events to ${caller.name} and does not store them. After a break the client reconnects and sends Last-Event-ID, but nothing has stored the events since then, so they are lost. Draw where ${server.name} keeps recent events (a Redis stream, a table), or a GET that reads the current state.`,
    related: [{ at: nameSpan(server), message: `${server.name} stores nothing` }],
  }
}
