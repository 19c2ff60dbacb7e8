// Who moves money, and which words ask for it.

import { type End, hasKind, isComponent } from '../../model/ends'

/** Another organization that takes money: a provider, a bank, a card network. */
export const isPaymentProvider = (end: End): boolean =>
  isComponent(end) &&
  (hasKind(end, 'external') || end.technology?.kind === 'external') &&
  provider.test(`${end.text} ${end.technology?.name ?? ''}`)

const provider =
  /\b(?:stripe|paypal|adyen|braintree|square|klarna|mollie|razorpay|worldpay|checkout\.com|mercado ?pago|vnpay|momo|psp|acquirer|payments?|bank|card)\b/i

/** Says that money is taken. An intent or a session moves nothing yet. */
export const saysCharge = (words: string): boolean => charging.test(words) && !preparing.test(words)

const charging =
  /\b(?:charge|capture|debit|pay|collect|deduct)(?:s|d|ment)?\b|\/(?:charges?|payments?|captures?)\b/i

const preparing =
  /\b(?:intent|session|link|set-?up|methods?|authori[sz]\w*|pre-?auth\w*|quote|status|verify|check|get|list|refund|webhook|retrieve)\b/i
