// Retried requests whose second time is a second order.

import { statementWords } from '../../knowledge'
import { repeater } from '../../model/hidden-defaults'
import {
  isRequest,
  purposeOf,
  repeatsItsEffect,
  statesTries,
  triesOf,
  writtenTries,
} from '../../model/requests'
import type { Connection, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { isTimeline } from '../../syntax/notation'
import { annotateArrow } from '../fixes/annotate'
import { isPaymentProvider } from '../queries/payments'
import { labelSpanOf } from '../queries/places'
import { repeatedRequestsIn } from '../queries/repeated-requests'
import { takingOf } from '../queries/traces/effects'
import { visibleText } from '../queries/visible-text'
import { defineRule, type Report } from '../rule'

export const retryNotIdempotent = defineRule({
  id: 'retry-not-idempotent',
  category: 'retries',
  speaksOf: 'hazard',
  topic: 'retry policy',
  summary: 'A request is retried, although each attempt does its work again.',
  presets: { recommended: 'warning' },
  fixable: 'review',
  told: [
    {
      words: [statementWords.retrying, statementWords.paying, statementWords.unanswered],
      unless:
        /idempot|\bdedup|\bkeys?\b|\busers?\b|\bpages?\b|\bcustomers? (?:may|can|is|are)\b|another card|e-?mails?\b|notif|looks? up|looking up|benutzer|usuario|用户可以|same (?:id|reference|nonce)|reconcil|\bdays?\b|\bweeks?\b|dunning|webhook|幂等|冪等|去重|重複排除/i,
      settledBy: /idempot|\bdedup|幂等|去重|冪等|重複排除|멱등|идемпотент/i,
      message:
        'A payment without an answer may have been made, and repeating it charges the customer twice. Send the same idempotency key with each attempt, stored before the first one, or ask for the status of the payment before repeating it.',
    },
  ],
  options: {},

  *check(system) {
    for (const connection of system.connections) {
      if (!isRequest(connection) || connection.role.value !== 'call') continue
      if (triesOf(connection) === 1 || isSafeSdk(connection) || !repeatsItsEffect(connection)) continue
      if (isKnownAgain(connection, system)) continue
      const purpose = purposeOf(connection)
      const what = purpose === '' ? 'the request' : `"${purpose}"`
      yield {
        at: writtenTries(connection),
        message: `${whoRetries(connection, what)} If only the answer was lost, the retry does the work a second time. Send an idempotency key that stays the same across attempts (idempotencyKey: true), or don't retry.`,
        fixes: [stateKey(system, connection)],
      }
    }
    yield* drawnTwice(system)
    yield* retriedByItself(system)
  },
})

const stateKey = (system: System, connection: Connection) =>
  annotateArrow(system, {
    connection,
    title: 'State that requests carry an idempotency key',
    entries: { idempotencyKey: true },
  })

/** So many messages later, its callee is done with it. */
const soon = 4

/** Whoever is asked says next that a repetition changes nothing. */
const isKnownAgain = ({ index, callee }: Connection, { connections }: System): boolean =>
  connections
    .slice(index + 1, index + soon)
    .some(({ from, arrow }) => from === callee && /\bidempoten/i.test(wordingOf(arrow)))

/** A trace that draws the retry itself. */
function* drawnTwice(system: System): Iterable<Report> {
  for (const { first, again } of repeatedRequestsIn(system)) {
    if (triesOf(first) > 1 || !repeatsItsEffect(first) || again.figures.idempotencyKey) continue
    yield {
      at: labelSpanOf(again),
      oncePerDocument: `${first.caller.name} ${first.callee.name} ${purposeOf(first)}`,
      // What was learned in between may make it another request.
      onRequest: true,
      settledBy: /idempotency|\bidempotent (?:requests?|calls?|by|on|through|api|endpoint)\b|\bdedup/i,
      message: `${first.caller.name} sends "${purposeOf(first)}" to ${first.callee.name} again. If only the answer was lost, the work is done a second time. Send an idempotency key that stays the same across attempts (idempotencyKey: true), or ask for the outcome of the first attempt.`,
      related: [{ at: labelSpanOf(first), message: 'Sent before, and perhaps done' }],
      fixes: [stateKey(system, first)],
    }
  }
}

/** `Bank ->> Bank: retry if unavailable`, right behind a payment or a booking that was asked for there. */
function* retriedByItself({ connections, diagram }: System): Iterable<Report> {
  if (!isTimeline(diagram)) return
  for (const again of connections) {
    if (again.from !== again.to || !retries.test(wordingOf(again.arrow))) continue
    const first = connections
      .slice(Math.max(0, again.index - soon), again.index)
      .findLast(({ role }) => role.value !== 'reply')
    const isMeant =
      first !== undefined &&
      first.from !== first.to &&
      (first.callee === again.to || first.caller === again.to) &&
      triesOf(first) === 1 &&
      ordersElsewhere(first)
    if (!isMeant || key.test(visibleText(diagram))) continue
    yield {
      at: labelSpanOf(again),
      oncePerDocument: true,
      settledBy: key,
      message: `"${purposeOf(first)}" to ${first.callee.name} is retried ("${wordingOf(again.arrow).trim()}"). If only the answer was lost, the retry does the work a second time. Send an idempotency key that stays the same across attempts, or ask for the outcome of the first attempt.`,
      related: [{ at: labelSpanOf(first), message: 'Sent before, and perhaps done' }],
    }
  }
}

const retries =
  /^\W*(?:\d+\W+)?(?:auto(?:matic)?(?:ally)? )?retr(?:y|ies)\b|^\W*(?:\d+\W+)?(?:重试|リトライ|再試行|재시도)/i

const key =
  /idempot|\bdedup|幂等|去重|冪等|重複排除|멱등|идемпотент|(?:same|client)[- ](?:request[- ]?)?(?:id|key|reference)\b/i

/** Something that is bought, booked or moved at somebody else's. */
const ordersElsewhere = (connection: Connection): boolean =>
  connection.role.value === 'call' &&
  (takingOf(connection) === 'money' ||
    (/^\W*(?:\d+\W+)?POST\b/i.test(wordingOf(connection.arrow)) &&
      (isPaymentProvider(connection.callee) || provider.test(connection.callee.text))))

const provider =
  /\bbanks?\b|\bacquir\w+|\bpsp\b|\b(?:payment|booking|airline|hotel|gds)s? (?:gateway|provider|processor|api|partner)\b/i

/** SDKs repeat by themselves what the service recognizes when it comes twice: writes by key, uploads. */
const isSafeSdk = (connection: Connection): boolean =>
  !statesTries(connection) && repeater(connection) !== 'the mesh'

/** The caller, or what repeats its requests without being told to. */
function whoRetries(connection: Connection, what: string): string {
  const { caller, callee, figures } = connection
  if (statesTries(connection)) return `${caller.name} retries ${what} at ${callee.name}.`
  return `The mesh makes up to ${triesOf(connection)} attempts of ${what} at ${callee.name} by default (${figures.attempts?.source}).`
}
