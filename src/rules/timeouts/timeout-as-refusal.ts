// Charges of which nobody knows whether they happened, treated as if they had not.

import type { Connection, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import type { Section, Step } from '../../syntax/tree'
import type { Span } from '../../text/span'
import { isPaymentProvider } from '../queries/payments'
import { labelSpanOf } from '../queries/places'
import { defineRule, type Report } from '../rule'

export const timeoutAsRefusal = defineRule({
  id: 'timeout-as-refusal',
  category: 'timeouts',
  speaksOf: 'hazard',
  summary: 'A payment that timed out is treated as refused.',
  presets: { recommended: 'warning' },
  options: {},

  *check(system) {
    for (const section of branchesIn(system.diagram.steps)) {
      const report = judgeBranch(section, system)
      if (report) yield report
    }
  },
})

function* branchesIn(steps: readonly Step[]): Iterable<Section> {
  for (const step of steps) {
    if (step.kind !== 'fragment') continue
    if (step.fragment === 'alt') yield* step.sections
    for (const section of step.sections) yield* branchesIn(section.steps)
  }
}

/** Its own messages, not those of the branches inside. */
const messagesOf = (section: Section, { connections }: System): readonly Connection[] =>
  section.steps.flatMap(step => (step.kind === 'message' ? (connections[step.arrow] ?? []) : []))

function judgeBranch(section: Section, system: System): Report | undefined {
  const messages = messagesOf(section, system)
  const words = [section.label, ...messages.map(({ arrow }) => wordingOf(arrow)), ...notesOf(section)]
  const failing = messages.find(({ arrow, role }) => role.value !== 'reply' && settled.test(arrow.text))
  if (!failing || words.some(each => open.test(each))) return undefined
  const about = [section.label, ...messages.filter(isLost).map(({ arrow }) => arrow.text)]
  const folded = about.find(each => either.test(each))
  if (folded === undefined) return undefined
  const isMoney =
    words.some(each => money.test(each)) || messages.some(({ caller }) => isPaymentProvider(caller))
  return isMoney ? judge(section.header, folded, failing) : undefined
}

const notesOf = ({ steps }: Section): readonly string[] =>
  steps.flatMap(step => (step.kind === 'note' ? [step.text] : []))

/** A message that answers, or never arrives. */
const isLost = ({ role, arrow }: Connection): boolean => role.value === 'reply' || arrow.head === 'cross'

const timeout = '(?:time[- ]?(?:d )?outs?|timed out|超时|タイムアウト|타임아웃|tiempo agotado|тайм-?аут)'
const refusal =
  '(?:declin|refus|reject|den(?:y|ied)|fail|error|rechaz|recus|fall|falh|échou|échec|abgelehnt|失败|失敗|拒否|拒绝|실패|거절|отказ|ошибк)'
const or = String.raw`\p{L}*[^\n;]{0,12}?(?:\/|\||&|,|、|・|\b(?:or|and|ou|o|oder|et|e|y)\b|或|または|또는|или)[^\n;]{0,12}?`

/** "Declined / Timeout": one branch for both. */
const either = new RegExp(`${refusal}${or}${timeout}|${timeout}${or}${refusal}`, 'iu')

/** What follows says that no money was taken. */
const settled =
  /\b(?:fail\w*|declin\w*|reject\w*|cancel\w*|rollback|compensat\w*|release\w*|refund\w*|restore\w*|revert\w*|fallid\w*|rechazad\w*|falhou|échou\w*|annul\w*)\b|\p{Ll}(?:Failed|Cancelled|Canceled|Declined|Rejected)\b|失败|失敗|取消|キャンセル|실패|취소/iu

/** Somebody finds out, or leaves it open. */
const open =
  /\b(?:unknown|pending\w*|uncertain|ambiguous|reconcil\w*|retr(?:y|ies|ied)|idempot\w*|inquir\w*|manual|review|investigat\w*|poll\w*|(?:check|query|verify|fetch|get|look ?up)\w* (?:\w+ )?status|desconocid\w*|reintent\w*|void|reversal)\b|重试|リトライ|再試行|재시도/iu

const money =
  /\b(?:pay|pag(?:o|os|amento)|paiement|zahlung|charg(?:e|ing)|cards?\b|psp\b|stripe|paypal)|\p{Ll}Payment|支付|決済|결제|оплат|платеж|платёж/iu

const judge = (header: Span, folded: string, failing: Connection): Report => ({
  at: header,
  message: `"${folded}" treats a timeout like a refusal. After a timeout the money may have been taken: a customer who is told that it failed pays again, and nobody looks for the first charge. Draw a branch of its own for the timeout: keep the payment as unknown, ask the provider by the idempotency key, and settle it then.`,
  related: [{ at: labelSpanOf(failing), message: 'Taken as not paid here' }],
})
