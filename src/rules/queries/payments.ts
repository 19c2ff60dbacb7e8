// Who moves money, and which words ask for it.

import { type End, hasKind, isComponent } from '../../model/ends'

/** Another organization that takes money: a provider, a bank, a card network. */
export const isPaymentProvider = (end: End): boolean =>
  isComponent(end) &&
  (surely.test(end.text) ||
    ((hasKind(end, 'external') || end.technology?.kind === 'external') &&
      provider.test(`${end.text} ${end.technology?.name ?? ''}`)))

/** Whatever it is drawn as. */
const surely =
  /\bpayment (?:provider|processor)\b|zahlungs(?:anbieter|dienstleister)|\b(?:proveedor|pasarela) de pagos?\b|prestataire de paiement|provedor de pagamento|支付(?:渠道|服务商|网关)|決済(?:代行|プロバイダ)|결제 ?대행/i

const provider =
  /\b(?:stripe|paypal|adyen|braintree|square|klarna|mollie|razorpay|worldpay|checkout\.com|mercado ?pago|vnpay|momo|psp|acquirer|payments?|bank|card)\b/i

/** Says that money is taken. An intent or a session moves nothing yet; what is authorized and captured at once does. */
export const saysCharge = (words: string): boolean =>
  charging.test(words) && (!preparing.test(words) || atOnce.test(words))

const charging =
  /\b(?:charge|capture|debit|pay|collect|deduct)(?:s|d|ment)?\b|\/(?:charges?|payments?|captures?)\b|abbuch|\bbelaste|\bcobra(?:r|)\b|扣款|^支付|決済(?:を)?(?:実行|要求|処理)|결제 ?(?:요청|실행)/i

const atOnce = /\bauthori[sz]e (?:and|&|\+) captures?\b/i

const preparing =
  /\b(?:intent|session|link|set-?up|methods?|authori[sz]\w*|pre-?auth\w*|quote|status|verify|check|get|list|refund|webhook|retrieve)\b/i
