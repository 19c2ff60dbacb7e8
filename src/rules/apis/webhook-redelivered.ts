// Webhooks that do their work again when they are delivered again.

import { purposeOf } from '../../model/requests'
import type { Connection, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { isTimeline } from '../../syntax/notation'
import { isPaymentProvider } from '../queries/payments'
import { labelSpanOf } from '../queries/places'
import { isWebhook, workOfWebhook } from '../queries/webhooks'
import { defineRule } from '../rule'

export const webhookRedelivered = defineRule({
  id: 'webhook-redelivered',
  category: 'apis',
  speaksOf: 'hazard',
  summary: 'A webhook books, sends or creates something each time it is delivered.',
  presets: { recommended: 'info' },
  settledBy:
    /idempot|\bdedup|\bduplicates?\b|\balready (?:processed|handled|paid|done|seen|exists)\b|\bevent[_ ]?ids?\b|\bprocessed[_ ](?:events|webhooks)\b|\bupsert|\bon conflict\b|\bunique\b|幂等|去重|冪等|重複|멱등|중복/i,
  options: {},

  *check(system) {
    if (!isTimeline(system.diagram)) return
    for (const hook of system.connections) {
      const effect = isWebhook(hook) && !isInteraction(hook, system) ? repeatedBy(hook, system) : undefined
      if (!effect) continue
      const what = purposeOf(effect) || effect.arrow.text
      yield {
        at: labelSpanOf(hook),
        oncePerDocument: true,
        // Of others, what is repeated and when depends on the event.
        onRequest: !isPaymentProvider(hook.caller),
        message: `${hook.caller.name} delivers a webhook again when the answer is late or lost, and ${hook.callee.name} does "${what}" at ${effect.callee.name} each time. Store the id of the event first, under a unique key, and skip events that are already stored; draw it ("skip if the event was processed").`,
        related: [{ at: labelSpanOf(effect), message: 'Done again for each delivery' }],
      }
    }
  },
})

/** A click or a command in a messenger fails before the eyes of its user, and is not sent again as its events are. */
function isInteraction(hook: Connection, { connections }: System): boolean {
  if (!/\b(?:slack|discord)\b/i.test(hook.caller.text)) return false
  const before = connections.slice(Math.max(0, hook.index - 2), hook.index)
  const said = [hook, ...before.filter(({ to }) => to === hook.from)]
  return said.some(({ arrow }) => interacting.test(wordingOf(arrow)))
}

const interacting =
  /\binteract\w*|\bclick\w*|\bbuttons?\b|\bslash\b|\bcommands?\b|\bactions?\b|\bmodals?\b|\bpress\w*|\bblock_actions\b|(?:^|\s)\/[a-z][\w-]{1,20}(?=\s|$)/i

const repeatedBy = (hook: Connection, system: System): Connection | undefined =>
  workOfWebhook(hook, system).done.find(
    ({ arrow, role }) =>
      role.value !== 'reply' && once.test(wordingOf(arrow)) && !again.test(wordingOf(arrow)),
  )

/** Its second time is a second entry, mail or order. What sets a status sets what is set. */
const once =
  /^\W*(?:\d+[.)]?\s+)?(?:(?:insert|create|credit|debit|increment|increase|decrement|decrease|deduct|append|add|grant|issue|ship|book)s?\b|sends? (?:an? |the )?(?:\w+ )?(?:e-?mails?|mails?|sms|receipt|invoice|confirmation|push|notification)|fulfil\w*|top[- ]?up)|\+=|\+ ?1\b/i
const again = /\b(?:check|verify|find|get|load|read|log|audit|upsert|if not exists|session|link|intent)\b/i
