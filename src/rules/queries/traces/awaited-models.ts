// What a client of a trace waits for that models do: whole answers, and what they read of an upload.

import { namesLanguageModel } from '../../../knowledge'
import { type End, hasKind, isBroker, isClient, isComponent } from '../../../model/ends'
import { isAwaited, isStream } from '../../../model/requests'
import type { Component, Connection, System } from '../../../model/system'
import { wordingOf } from '../../../model/wording'
import { isTimeline } from '../../../syntax/notation'
import type { Report } from '../../rule'
import { labelSpanOf } from '../places'
import { waitingClient } from './waiting-client'

/** The last model that is asked while a client waits, where nothing in the picture streams, queues or hands over. An overview shows nobody who waits. */
export function* modelsAwaited(system: System): Iterable<Report> {
  if (!isTimeline(system.diagram) || goesAround(system)) return
  for (const connection of system.connections.toReversed()) {
    const waiting = asksModel(connection) ? waitingClient(connection, system) : undefined
    if (!waiting) continue
    const { client, request } = waiting
    const isChat = chats.test(`${client.text} ${request.to.text}`)
    yield {
      at: labelSpanOf(connection),
      message: `${client.name} waits until ${connection.callee.name} has written its whole answer. ${isChat ? outOfChat : outOfRequest(client)}`,
      oncePerDocument: true,
      refutedBy: goesAround,
      settledBy: goesOnInWords,
    }
    return
  }
}

/** The first upload whose parts are embedded before it is answered. */
export function* uploadsRead(system: System): Iterable<Report> {
  if (!isTimeline(system.diagram) || goesAround(system)) return
  for (const connection of system.connections) {
    const [what] = embeds.exec(wordingOf(connection.arrow)) ?? []
    if (what === undefined || isClient(connection.from)) continue
    const waiting = waitingClient(connection, system)
    if (!waiting || !uploads.test(wordingOf(waiting.request.arrow))) continue
    yield {
      at: labelSpanOf(connection),
      message: `${waiting.client.name} waits for "${what}", which takes longer the larger the upload is. A large one outlives a timeout on the path (60 s at nginx and ALB), and ends half done. Store it, answer 202 Accepted with a status URL, and let a worker do the rest.`,
      oncePerDocument: true,
      refutedBy: handsUploadsOver,
      settledBy: readsLater,
    }
    return
  }
}

/** Another picture has an arrow of uploads to what takes work over. */
const handsUploadsOver = ({ connections }: System): boolean =>
  connections.some(({ from, to, arrow }) => {
    const words = `${from.text} ${wordingOf(arrow)} ${to.text}`
    return readsParts.test(words) && (isBroker(to) || later.test(words))
  })

const readsParts = /\bup-?load|\bingest|\bembed/i

const later = /\bqueue\w*|\bworkers?\b|\bjobs?\b|\basync\w*|\bbackground|\bcelery|\bbatch/i

const readsLater =
  /\b(?:up-?load|ingest|embed|chunk|document|index)\w*\b[^.|\n]{0,80}\b(?:queues?d?|workers?|background|async\w*|celery|202)\b|\b(?:queues?d?|workers?|background|async\w*|celery)\b[^.|\n]{0,80}\b(?:up-?load|ingest|embed|chunk|index)/i

const uploads = /\b(?:up-?load|ingest|import)\w*\b|\bPOST \S{0,60}\/(?:documents?|files?|knowledge)\b/i

/** Of many parts: one of a question is there at once. */
const embeds =
  /\b(?:(?:generat|creat|comput|calculat|get|request)\w* (?:the )?(?:vector )?embeddings\b(?! (?:for|of) (?:the )?(?:query|question|prompt))|(?:embed|vectori[sz])\w* (?:(?:the|all|each|every) )?(?:text )?(?:chunks?|documents?|pages|sections)\b)/i

const asksModel = (connection: Connection): boolean => {
  const { caller, callee, arrow } = connection
  return (
    isComponent(callee) &&
    !isClient(caller) &&
    !isWhole(caller) &&
    !isAnsweredLater(connection) &&
    hasKind(callee, 'external', 'service') &&
    namesLanguageModel(callee.text, wordingOf(arrow))
  )
}

export function isAnsweredLater(connection: Connection): boolean {
  const { callee } = connection
  return (
    !isAwaited(connection) ||
    isStream(connection) ||
    connection.protocols.includes('sse') ||
    (hasKind(callee, 'worker', 'scheduler') && connection.protocols.length === 0)
  )
}

/** A system of C4 is a whole product: its jobs ask as well as its requests. */
export const isWhole = (end: End): boolean =>
  isComponent(end) && (/system/.test(end.node.shape) || /\[(?:software )?system\]/i.test(end.text))

/** What runs at the edge of a network or in a page is called a worker, too, and answers requests. */
const around =
  /\bstream\w*|\bsse\b|server[- ]sent|\bweb ?sockets?\b|\bwss?\b|(?<!\b(?:auth|access|refresh|jwt) )\btokens\b(?! auth)|\bqueue\w*|(?<!\b(?:edge|cloudflare|service|web) )\bworkers?\b|\bjobs?\b|\ba?sync\w*|\bbackground|\bcelery|\bvoice|\bbatch/i

const goesAround = ({ components, connections }: System): boolean =>
  components.some(part => isBroker(part) || around.test(`${part.text} ${part.node.description ?? ''}`)) ||
  connections.some(({ arrow }) => around.test(wordingOf(arrow)))

/** The text around streams it, keeps it in an outbox, or bounds how long an answer may get. */
const goesOnInWords =
  /\boutbox\b|\bmax_?(?:output_?|new_?|completion_?)?tokens\b|\bstream(?:s|ed|ing)?\b[^.|\n]{0,60}\b(?:tokens?|answers?|responses?|repl(?:y|ies)|completions?|llm|models?|sse|output)\b|\b(?:tokens?|answers?|responses?|repl(?:y|ies)|completions?|llm|models?|output)\b[^.|\n]{0,60}\bstream(?:s|ed|ing)?\b|\bserver[- ]sent events\b|\bSSE\b/i

const chats =
  /\b(?:telegram|whats ?app|slack|discord|messenger|teams|wechat|viber|zalo|line (?:app|bot|oa))\b/i

/** Nobody holds a request open there. */
const outOfChat =
  'A chat platform whose webhook is not answered soon sends the message again (Slack after 3 s), and it is answered twice. Answer the webhook at once, show that an answer is being written, and send it when it is there.'

const outOfRequest = ({ name }: Component): string =>
  `Nothing arrives until then, and a long one outlives timeouts on the path (Amazon API Gateway 29 s, nginx and ALB 60 s). Stream it to ${name} as it is written (SSE), or answer 202 Accepted and let a worker call the model.`
