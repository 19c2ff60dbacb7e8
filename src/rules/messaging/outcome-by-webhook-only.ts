// Payments whose outcome is known only from a webhook that may never come.

import { isComponent, isStore } from '../../model/ends'
import type { Connection, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { isTimeline } from '../../syntax/notation'
import { isPaymentProvider } from '../queries/payments'
import { labelSpanOf } from '../queries/places'
import { visibleText } from '../queries/visible-text'
import { saysWebhook } from '../queries/webhooks'
import { defineRule, type Report } from '../rule'

/** Somebody asks, or gives up, when it stays out. */
const askedAfter =
  /reconcil|\bpoll|sweep|\bcron\b|schedul|expir|\bttl\b|time-?out|(?:check|query|verify|fetch|retrieve|get|sync)\w* (?:the )?(?:payment |order |transaction |session )*status|missed webhook|lost webhook|webhook[^.\n]{0,40}(?:retr|fail|lost|miss)|retr(?:y|ies)|만료|재시도|对账|超时|轮询|定时|照合|タイムアウト|conciliac|свер[кя]/i

export const outcomeByWebhookOnly = defineRule({
  id: 'outcome-by-webhook-only',
  category: 'messaging',
  speaksOf: 'hazard',
  summary: 'The outcome of a payment is known only from a webhook, and nothing looks for one that is lost.',
  presets: { recommended: 'info' },
  settledBy: askedAfter,
  options: {},

  *check(system) {
    if (!isTimeline(system.diagram) || askedAfter.test(visibleText(system.diagram))) return
    const hook = system.connections.find(isHook)
    const update = hook && updateAfter(hook, system)
    if (hook && update) yield judge(hook, update, system)
  },
})

/** Where a customer's browser is sent back to is called a callback, too. */
const isHook = (connection: Connection): boolean => {
  const { caller, role, arrow } = connection
  const words = wordingOf(arrow)
  if (
    isPaymentProvider(caller) &&
    role.value !== 'reply' &&
    (saysWebhook(connection) || /call-?back/i.test(words))
  )
    return true
  const isSender = isPaymentProvider(caller) || (isComponent(caller) && alsoPays.test(caller.text))
  return isSender && arrow.stroke !== 'dotted' && tellsOfPayment.test(words)
}

/** By its name where it has one of its own, which looks like an answer: nobody waits for it. */
const tellsOfPayment =
  /支付(?:结果|成功|完成|异步)*(?:通知|回调)|決済(?:結果|完了)(?:通知|コールバック)|결제 ?(?:결과|완료) ?(?:통지|콜백|웹훅)/

/** What people know for other things as well. */
const alsoPays = /微信|支付宝|wechat|alipay/i

const updateAfter = (hook: Connection, { connections }: System): Connection | undefined =>
  connections
    .slice(hook.index + 1, hook.index + 12)
    .find(({ callee, role }) => role.value === 'call' && isStore(callee))

function judge(hook: Connection, update: Connection, system: System): Report {
  const provider = providerBehind(hook, system)
  return {
    at: labelSpanOf(hook),
    oncePerDocument: true,
    message: `${hook.callee.name} learns the outcome of a payment from this webhook alone. If it is lost, or ${hook.callee.name} is down for longer than ${provider} retries, the customer has paid and nothing here knows it. Ask ${provider} for the status of payments that have been open for some minutes, and draw that job.`,
    related: [{ at: labelSpanOf(update), message: 'Stored only then' }],
  }
}

/** `Stripe Webhook Endpoint` only passes it on: whom to ask is the provider itself. */
function providerBehind({ caller }: Connection, { components }: System): string {
  if (!receives.test(caller.name)) return caller.name
  const provider = components.find(part => isPaymentProvider(part) && !receives.test(part.name))
  return provider?.name ?? 'the provider'
}

const receives = /web ?hook|call ?back|endpoint|listener|handler|function|lambda|service|\bapi\b/i
