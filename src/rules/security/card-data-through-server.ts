// Card numbers that a client sends to a program of one's own instead of to the payment provider.

import { hasKind, isClient, isComponent, isEdge, isProbable, isService } from '../../model/ends'
import type { Component, Connection } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { isPaymentProvider } from '../queries/payments'
import { labelSpanOf } from '../queries/places'
import { defineRule, type Report } from '../rule'

export const cardDataThroughServer = defineRule({
  id: 'card-data-through-server',
  category: 'security',
  speaksOf: 'hazard',
  summary: 'A client sends card data to a program of your own instead of to the payment provider.',
  inOperation: true,
  presets: { recommended: 'info' },
  // Whoever knows these words has weighed it, or is the provider.
  settledBy:
    /\bPCI\b|\bhosted (?:fields|page|checkout|payment)|\bstripe[ .]?(?:elements|js)\b|\bpayment elements?\b|\btokeni[sz]\w*|\bacquir(?:er|ing)\b|\bissu(?:er|ing bank)\b|\bcard (?:networks?|schemes?)\b|\bISO ?8583\b|\bcore[- ]banking\b|\bmerchant (?:api|portal|onboarding|dashboard|account)s?\b/i,
  options: {},

  *check({ connections }) {
    const [first, ...others] = connections.filter(carriesCard)
    if (!first) {
      yield* judgeHolder(connections)
      return
    }
    yield {
      at: labelSpanOf(first),
      oncePerDocument: true,
      message: `${first.caller.name} sends card data to ${first.callee.name}. PCI DSS then applies to ${first.callee.name} and to everything behind it, down to logs and backups, and a leak there exposes cards. Let the provider's hosted fields or page take the card, and send its token.`,
      related: others.map(each => ({
        at: labelSpanOf(each),
        message: `also ${each.caller.name} to ${each.callee.name}`,
      })),
    }
  },
})

/** How it got there is not drawn: it hands the card on to the provider, or decrypts it. */
function* judgeHolder(connections: readonly Connection[]): Iterable<Report> {
  const [first, ...others] = connections.filter(each => handsCardOn(each) || decryptsCard(each))
  if (!first) return
  const holder = first.caller.name
  yield {
    at: labelSpanOf(first),
    oncePerDocument: true,
    message: `${holder} holds card data in clear: it ${handsCardOn(first) ? `sends it to ${first.callee.name}` : 'decrypts it'}. PCI DSS then applies to ${holder} and to everything beside it, down to logs and backups, and a leak there exposes cards. Let the provider's hosted fields or page take the card, and pass on its token.`,
    settledBy: inTheTrade,
    related: others.map(each => ({
      at: labelSpanOf(each),
      message: `${each.caller.name} has it here, too`,
    })),
  }
}

/** Whoever holds cards for a living, or has measured what that takes: that the picture keeps to PCI is no more than claimed. */
const inTheTrade =
  /\bSAQ[- ]?[A-D]\b|\bPCI[- ](?:DSS )?(?:level|scope|zone|certif\w+|assess\w+|audit)|\bacquir(?:er|ing)\b|\bissu(?:er|ing bank)\b|\bcard (?:networks?|schemes?|vault)\b|\bISO ?8583\b|\bcore[- ]banking\b|\bmerchant (?:api|portal|onboarding|dashboard|account)s?\b/i

const handsCardOn = ({ caller, callee, role, network, arrow }: Connection): boolean => {
  if (!network.value || role.value !== 'call' || !isComponent(caller) || !isComponent(callee)) return false
  const words = wordingOf(arrow)
  return (
    isOwnProgram(caller) &&
    !isClient(caller) &&
    isPaymentProvider(callee) &&
    saysCard(words, callee) &&
    !/\b(?:verif|validat|check|update|get|list|show|mask)\w*/i.test(words)
  )
}

const decryptsCard = ({ from, to, arrow }: Connection): boolean =>
  from === to &&
  isComponent(from) &&
  isOwnProgram(from) &&
  !isClient(from) &&
  /\bdecrypt\w* (?:\w+ )?(?:card|payment) (?:data|details|info(?:rmation)?|numbers?)\b/i.test(
    wordingOf(arrow),
  )

function carriesCard(connection: Connection): boolean {
  const { caller, callee, role, network } = connection
  if (!network.value || role.value === 'reply' || !isComponent(caller) || !isComponent(callee)) return false
  const words = wordingOf(connection.arrow)
  return (
    isClient(caller) &&
    isOwnProgram(callee) &&
    (!hasKind(caller, 'person') || isSent(connection)) &&
    saysCard(words, callee)
  )
}

const saysCard = (words: string, callee: Component): boolean =>
  (security.test(words) ||
    (card.test(words) && !otherCard.test(words) && paying.test(`${words} ${callee.text}`))) &&
  !standsForIt.test(words)

const isOwnProgram = (part: Component): boolean =>
  isProbable(part) &&
  (isService(part) || isEdge(part)) &&
  !isPaymentProvider(part) &&
  !somebodyElses.test(`${part.text} ${part.technology?.name ?? ''}`)

/** A person types into a page; what the page does with it is drawn elsewhere. */
const isSent = ({ request, arrow }: Connection): boolean =>
  request !== undefined || /\b(?:POST|PUT|HTTPS?|sends?|submits?|posts?)\b/i.test(wordingOf(arrow))

/** Theirs by name, whatever they are drawn as. */
const somebodyElses =
  /\b(?:stripe|paypal|adyen|braintree|square|klarna|mollie|razorpay|worldpay|checkout\.com|mercado ?pago|authorize\.net|pay(?:ment)? ?gateway|payment (?:provider|processor)|psp|bank\w*|acquirer|issuer|visa|mastercard|amex|terminal|pos|atm|vault|token\w*)\b|支付网关|決済(?:代行|ゲートウェイ)|pasarela/i

/** Nothing else has one. */
const security = /\b(?:cvv2?|cvc2?)\b/i

const card =
  /\b(?:credit |debit |payment |bank )?card[ _-]?(?:numbers?|data|details|info(?:rmation)?)\b|\bcard(?:Number|Data|Details|Info)\b|\bPAN\b(?!-)|卡号|银行卡信息|信用卡信息|カード(?:番号|情報)|카드 ?(?:번호|정보)|\bkarten(?:daten|nummer)\b|\b(?:datos|número) de (?:la )?tarjeta\b|\b(?:dados|número) do cartão\b|\bdonnées (?:de )?carte\b|(?:номер|данные) карты/i

const otherCard =
  /\b(?:id|identity|sim|gift|loyalty|member\w*|library|report|business|student|health|insurance|fuel|transport|smart|rfid|nfc|access|key|score|content|product|weather)[ -]?cards?\b|身份证|会员卡/i

const paying =
  /\b(?:credit|debit|pay\w*|checkout|purchase|order|billing|charge|book\w*|donat\w*|subscri\w*|cvv|expir\w*|pago|pagamento|paiement|zahlung\w*|bezahl\w*)\b|支付|付款|決済|支払|결제|оплат|платеж|платёж/i

/** What opens nothing anywhere else. */
const standsForIt =
  /\btoken\w*|\bnonce\b|payment[ _-]?method[ _-]?id|\bpm_|\blast[ _-]?(?:4|four)\b|\bmasked?\b|\bencrypt\w*|\bwithout\b|\bno card\b|\bnot?\b/i
