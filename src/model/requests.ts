// What a connection asks of its callee: whether somebody waits, how often it is tried, whether twice does harm.

import { type ProtocolId, protocolById, protocolsIn } from '../knowledge'
import type { Span } from '../text/span'
import { purposeWithoutFigures } from './annotations'
import { depthOf, isComponent, isEdge, isStore } from './ends'
import type { Component, Connection } from './system'
import { wordingOf } from './wording'

/** Asks for something; who asks may wait for the answer or not. */
export const isCall = ({ role }: Pick<Connection, 'role'>): boolean => role.value === 'call'

/** Made on behalf of somebody: a call, or a message handed to a broker. */
export const isRequest = ({ network, role, from, to }: Connection): boolean =>
  network.value && from !== to && (role.value === 'call' || role.value === 'enqueue')

/** A call whose caller does nothing else until the answer is there. Streams and asynchronous calls are none. */
export const isAwaited = (connection: Connection): boolean =>
  isRequest(connection) && isCall(connection) && connection.mode.value === 'sync'

/** Learned from arrows that people read: of those that are this likely, four in five are calls between two programs. */
export const isLikelyCall = ({ chances }: Pick<Connection, 'chances'>): boolean => chances.call >= 0.8

/** Somebody waits for it, and its protocol is known: "uses" may mean a library. */
export const isSurelyRemote = (connection: Connection): boolean =>
  isAwaited(connection) && (connection.protocols.length > 0 || connection.request !== undefined)

/** How often it is tried by its stated figures, the first time included; Infinity for unlimited. */
export function triesOf({ figures }: Connection): number {
  return Math.max(1, figures.attempts?.value ?? (figures.retries?.value ?? 0) + 1)
}

/** By the author: what a mesh repeats by itself is not the caller's. */
export const statesTries = ({ figures }: Pick<Connection, 'figures'>): boolean =>
  (figures.attempts ?? figures.retries)?.stated === true

/** Where its tries are written, else the arrow. */
export const writtenTries = ({ figures, arrow }: Connection): Span =>
  (figures.attempts ?? figures.retries)?.span ?? arrow.operator

/** The HTTP method in capitals, where one is stated. */
export const methodOf = ({ figures, request }: Connection): string | undefined =>
  (figures.method?.value ?? request?.method)?.toUpperCase()

/** What is asked, as a sentence quotes it: `POST /orders`, "charge card"; '' where the label says nothing but figures. */
export function purposeOf({ arrow, request }: Connection): string {
  if (request?.method && request.path) return `${request.method} ${request.path}`
  return purposeWithoutFigures(upToComma(arrow.text)).trim()
}

/** What stands before the first comma outside of brackets. */
function upToComma(text: string): string {
  let end = text.length
  let inBrackets = false
  for (let at = text.length - 1; at >= 0; at--) {
    if (text[at] === ')' || text[at] === '(') inBrackets = text[at] === ')'
    else if (text[at] === ',' && !inBrackets) end = at
  }
  return text.slice(0, end)
}

/** Safe or idempotent by their definition (RFC 9110 §9.2.2). */
const repeatable: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE', 'PUT', 'DELETE'])

/** Verbs whose second time is a second order, a second charge, a second mail. */
const once =
  /\b(?:charges?|pays?|create[sd]?|books?|transfers?|debits?|credits?|refunds?|withdraws?|purchases?|(?:places?|submits?) (?:an? |the )?(?:\w+ )?orders?|sends? (?:an? |the )?(?:e-?mails?|mails?|sms|push|receipt|invoice|money)|inserts?|appends?|increments?)\b/i
const onceInStores = /\b(?:inserts?|appends?|increments?)\b/i
const harmless =
  /\b(?:upserts?|reads?|get|select|quer(?:y|ies)|fetch(?:es)?|lookup|list|search|verify|validate|if not exists|on conflict|dedup\w*|idempotent)\b/i
const harmlessPath =
  /\/(?:search|query|graphql|login|token|tokens|validate|verify|lookup|quote|quotes|preview|fetch|poll|(?:get|check)-?status)\/?$/i

/** Surely does it again when it is repeated, and nothing is stated that prevents it. */
export function repeatsItsEffect(connection: Connection): boolean {
  const { figures, arrow, request } = connection
  if (figures.idempotencyKey && figures.idempotencyKey.value !== false) return false
  if (figures.idempotent) return !figures.idempotent.value
  const method = methodOf(connection)
  if (method !== undefined && repeatable.has(method)) return false
  const words = wordsOf(`${arrow.text} ${figures.method?.value ?? ''}`)
  if (harmless.test(words) || harmlessPath.test(request?.path ?? '')) return false
  if (method === 'POST' || method === 'PATCH') return true
  return (isStore(connection.callee) ? onceInStores : once).test(words)
}

/** "gRPC CreateOrder" reads "gRPC Create Order"; paths say nothing here. */
const wordsOf = (label: string): string =>
  label.replace(/\/[\w/{}:.-]+/g, ' ').replace(/([a-z])([A-Z])/g, '$1 $2')

/** Stays open and carries many messages: WebSocket, server-sent events, a gRPC stream, also behind a hop that passes it on. */
export const isStream = (connection: Connection): boolean => streams(connection, new Set())

/** `passed`: the hops looked behind already. */
function streams(connection: Connection, passed: Set<Component>): boolean {
  const { figures, mode, protocols, arrow } = connection
  if (figures.mode) return figures.mode.value === 'stream'
  if (protocols.includes('grpc') && /\bstream|\bbidi/i.test(wordingOf(arrow))) return true
  if (mode.value === 'stream') return protocols.some(isApplication)
  return passesStreamOn(connection, passed)
}

/** What leaves a balancer or proxy carries what comes in, unless it says otherwise. */
function passesStreamOn(connection: Connection, passed: Set<Component>): boolean {
  const { caller, callee } = connection
  if (!isComponent(caller) || !isEdge(caller) || passed.has(caller)) return false
  if (caller.technology?.webSocket === 'terminates' || saysWhatItCarries(connection)) return false
  if ((depthOf(callee) ?? 0) > deepestServer) return false
  passed.add(caller)
  const incoming = caller.incoming.filter(call => isRequest(call.connection))
  return incoming.length > 0 && incoming.every(call => streams(call.connection, passed))
}

const saysWhatItCarries = ({ figures, request, arrow }: Connection): boolean =>
  request !== undefined ||
  figures.protocol !== undefined ||
  protocolsIn(wordingOf(arrow)).some(({ id }) => isApplication(id))

const isApplication = (id: ProtocolId): boolean => protocolById(id).layer === 'application'

/** Hops and services take streams; what stands behind them is asked anew. */
const deepestServer = 2
