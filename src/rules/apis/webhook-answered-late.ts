// Webhooks that are answered when the work is done that they asked for.

import { namesLanguageModel } from '../../knowledge'
import { hasKind } from '../../model/ends'
import { isAwaited } from '../../model/requests'
import type { Connection, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { isTimeline } from '../../syntax/notation'
import { namesChannel } from '../queries/channels'
import { labelSpanOf } from '../queries/places'
import { isWebhook, workOfWebhook } from '../queries/webhooks'
import { defineRule } from '../rule'

export const webhookAnsweredLate = defineRule({
  id: 'webhook-answered-late',
  category: 'apis',
  speaksOf: 'hazard',
  summary: 'A webhook is answered only after mail has been sent or a model has written.',
  presets: { recommended: 'info' },
  settledBy:
    /\b(?:in|as) (?:the |a )?background\b|\bafter (?:the )?response\b|\bwaituntil\b|\bfire[- ]and[- ]forget\b/i,
  options: {},

  *check(system) {
    if (!isTimeline(system.diagram)) return
    for (const hook of system.connections) {
      const waited = isWebhook(hook) ? waitedFor(hook, system) : undefined
      if (!waited) continue
      yield {
        at: labelSpanOf(waited),
        oncePerDocument: true,
        message: `${hook.caller.name} waits for the answer to its webhook until ${waited.callee.name} is done. When that is slow or down, ${hook.caller.name} considers the webhook failed and delivers it again. Store the event, answer 200, and let a worker do the rest.`,
        related: [{ at: labelSpanOf(hook), message: 'The webhook' }],
      }
    }
  },
})

/** Something between a webhook and its answer that could come behind it. */
function waitedFor(hook: Connection, system: System): Connection | undefined {
  const { done, isAnswered } = workOfWebhook(hook, system)
  return isAnswered ? done.find(each => isPutOff(each, hook)) : undefined
}

/** Mail that a third party takes, and what a language model writes. */
const isPutOff = (each: Connection, { caller }: Connection): boolean =>
  isAwaited(each) &&
  each.callee !== caller &&
  (namesLanguageModel(each.callee.text, each.arrow.text) ||
    (hasKind(each.callee, 'external') && namesChannel(`${each.callee.text} ${wordingOf(each.arrow)}`)))
