// Payments that are taken again when the request for them comes again.

import { type End, hasKind, isBroker, isClient, isComponent, isEdge } from '../../model/ends'
import type { Connection, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { isTimeline } from '../../syntax/notation'
import { isPaymentProvider } from '../queries/payments'
import { labelSpanOf } from '../queries/places'
import { isTechnical } from '../queries/technical'
import { takingOf } from '../queries/traces/effects'
import { visibleText } from '../queries/visible-text'
import { defineRule, type Report } from '../rule'

/** Twice is told from once. */
const onceOnly =
  /idempot|dedup|de-dup|exactly[- ]once|duplicate (?:charge|payment|order|request|submission)|double[- ]?(?:charg|spend|pay|submi)|nonce|unique[^.\n]{0,30}(?:key|index|constraint)|client[-_ ]?(?:request|transaction)[-_ ]?id|x-request-id|\bUETR\b|end[-_ ]?to[-_ ]?end[-_ ]?id|\bISO ?20022\b|幂等|冪等|멱등|중복|重复|二重|идемпот/i

export const chargeWithoutKey = defineRule({
  id: 'charge-without-key',
  category: 'retries',
  speaksOf: 'hazard',
  summary: 'A payment is taken, and nothing distinguishes a repeated request from a second purchase.',
  presets: { recommended: 'info' },
  settledBy: onceOnly,
  options: {},

  *check(system) {
    const { connections, diagram } = system
    if (!isTimeline(diagram) || !isTechnical(system) || onceOnly.test(visibleText(diagram))) return
    const charges = connections.filter(each => takesMoney(each) && !isPaidElsewhere(each, system))
    const charge = charges.find(({ callee }) => isPaymentProvider(callee)) ?? charges[0]
    if (charge) yield judge(charge, system)
  },
})

const takesMoney = (connection: Connection): boolean =>
  connection.role.value === 'call' &&
  !isDelivered(connection) &&
  connection.network.value &&
  !isClient(connection.caller) &&
  !hasKind(connection.caller, 'external') &&
  (movesMoney(connection.callee) || passesOn(connection)) &&
  takingOf(connection) === 'money'

/** What a broker brings comes again by itself, which another rule tells of. */
const isDelivered = ({ caller, index }: Connection): boolean =>
  isComponent(caller) &&
  caller.incoming.some(({ connection }) => isBroker(connection.from) && connection.index < index) &&
  caller.incoming.every(({ connection }) => isBroker(connection.from) || connection.index > index)

/**
 * The customer pays at the provider, on its own page or by asking it next: asked twice, there are two pages and one payment.
 * Or the customer came from there: what was begun at the provider is confirmed once.
 */
function isPaidElsewhere({ index, caller, callee }: Connection, { connections }: System): boolean {
  const before = connections.filter(each => each.index < index)
  if (before.some(each => isAtProvider(each, callee) || looksWhetherPaid(each, caller))) return true
  const next = connections.slice(index + 1, index + furthest)
  return (
    next.some(each => ownPage.test(wordingOf(each.arrow)) || isPaidAt(each, callee)) ||
    isPrepared(callee, next)
  )
}

const isAtProvider = ({ caller, callee }: Connection, provider: End): boolean =>
  (callee === provider && isClient(caller)) || (caller === provider && isClient(callee))

/** A second request finds that the first has paid. */
const looksWhetherPaid = ({ caller, arrow }: Connection, charging: End): boolean =>
  caller === charging && whetherPaid.test(wordingOf(arrow))

const whetherPaid =
  /\b(?:check|verif|validat)\w*\b[^.|\n]{0,20}\b(?:orders?|payments?|bookings?|invoices?|reservations?|transactions?)\b[^.|\n]{0,20}\b(?:status|state|paid|pending)\b|\balready (?:paid|charged|processed)\b|(?:주문|결제|예약)[^.|\n]{0,12}상태 ?(?:검증|확인)|(?:检查|校验|檢查)(?:订单|支付|訂單)[^，。|\n]{0,4}(?:状态|狀態)|(?:注文|決済|予約)[^。|\n]{0,8}(?:状態|ステータス)(?:を)?確認/i

const isPaidAt = ({ caller, callee }: Connection, provider: End): boolean =>
  callee === provider && isClient(caller)

/** It makes an intent or a session, which the customer confirms: that is asked twice, and paid once. */
const isPrepared = (callee: End, next: readonly Connection[]): boolean =>
  next.some(({ from, arrow }) => from === callee && intent.test(arrow.text)) &&
  !next.some(({ role, arrow }) => role.value === 'call' && confirms.test(arrow.text))

const intent =
  /\b(?:payment|setup) ?intents?\b|\bclient[-_ ]?secret\b|\b(?:checkout|payment|hosted) sessions?\b|\bpreference\b/i
const confirms = /\b(?:confirm|capture|charge|debit)s?\b|\bconfirmed: ?true\b/i

/** So many messages later, another request is served. */
const furthest = 15
const ownPage =
  /\bredirect\w*|\b(?:payment|checkout|hosted|approval)[ _-]?(?:page|url|link|form|ui|screen|window|pop-?up|modal|widget|sheet)s?\b|\bqr[ _-]?code\b|重定向|跳转|支付(?:页面|链接|二维码)|리다이렉트|결제 ?(?:창|페이지|링크)|リダイレクト|決済(?:ページ|画面)|\bredire(?:c|ci|cci)on\w*|\benlace de pago\b|\blink de pagamento\b|перенаправ|ссылк\S+ на оплат/i

const movesMoney = (callee: End): boolean => isPaymentProvider(callee) || paying.test(callee.text)

/** A gateway forwards it next to whoever moves the money. */
function passesOn({ callee, index }: Connection): boolean {
  if (!isComponent(callee) || !isEdge(callee)) return false
  const next = callee.outgoing.find(
    ({ connection }) => connection.index > index && connection.role.value === 'call',
  )
  return next !== undefined && movesMoney(next.callee)
}

const paying =
  /pay|transfer|ledger|stripe|bank|billing|wallet|\bpsp\b|\bemi\b|결제|支付|決済|pago|оплат|плат[её]ж/i

function judge(charge: Connection, system: System): Report {
  const { caller, callee } = charge
  const how = namesPurchase(charge, system)
    ? `without a key by which ${callee.name} knows a repeated request. A retry after a timeout, or a second click before the first answer, charges again. Pass the id of what is paid for as the key: "idempotency key".`
    : `and nothing distinguishes a repeated request from a second purchase. A user who clicks twice, or tries again after a timeout, pays twice. Let the client send a key for each purchase, store it, and pass it to ${callee.name}: "idempotency key".`
  return {
    at: labelSpanOf(charge),
    oncePerDocument: true,
    message: `${caller.name} asks ${callee.name} to move money ("${wordingOf(charge.arrow)}"), ${how}`,
  }
}

/** What is paid for is named on the way to the charge: `POST /payments {orderId}`. */
const namesPurchase = (charge: Connection, { connections }: System): boolean =>
  connections.some(
    ({ callee, index, arrow }) =>
      index <= charge.index &&
      (callee === charge.caller || callee === charge.callee) &&
      purchase.test(wordingOf(arrow)),
  ) || boughtHere.test(wordingOf(charge.arrow))

const purchase =
  /\b(?:order|payment|invoice|booking|reservation|checkout|cart|purchase|consent|intent|subscription|quote)[-_ ]?id\b/i

/** The request itself says for which of them: `with the authorized consent`. */
const boughtHere =
  /\b(?:consent|intent|reservation|booking|cart|invoice|(?:checkout|payment)[-_ ]session|session[-_ ]?id)\b/i
