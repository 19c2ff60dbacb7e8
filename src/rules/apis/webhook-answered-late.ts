// Webhooks that are answered when the work is done that they asked for.

import { namesLanguageModel } from '../../knowledge'
import { hasKind, isBroker, isClient, isComponent } from '../../model/ends'
import { isAwaited, isCall } from '../../model/requests'
import type { Component, Connection, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { isTimeline } from '../../syntax/notation'
import { namesChannel } from '../queries/channels'
import { labelSpanOf } from '../queries/places'
import { isWebhook, saysWebhook, workOfWebhook } from '../queries/webhooks'
import { defineRule, type Report } from '../rule'

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
    if (!isTimeline(system.diagram)) {
      yield* withoutQueue(system)
      return
    }
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

/** An overview draws no answer: it tells what lies between a messenger and a model, and that no queue does. */
function* withoutQueue({ connections, components }: System): Iterable<Report> {
  if (components.some(part => isBroker(part) || hasKind(part, 'worker'))) return
  for (const hook of connections) {
    if (!isFromMessenger(hook) || !isComponent(hook.callee)) continue
    const asked = modelBehind(hook.callee)
    if (!asked) continue
    yield {
      at: labelSpanOf(asked),
      oncePerDocument: true,
      settledBy: putOff,
      // What is asked for by the webhook, and what by others through the same gateway, only the text tells.
      onRequest: true,
      message: `No queue or worker stands between the webhook of ${hook.caller.name} and ${asked.callee.name}. Where the answer waits for the model, ${hook.caller.name} gives up after some seconds and delivers the webhook again. Store the event, answer 200, and let a worker ask the model.`,
      related: [{ at: labelSpanOf(hook), message: 'The webhook' }],
    }
    return
  }
}

/** Theirs by name, whatever the cloud is drawn as. */
const isFromMessenger = (hook: Connection): boolean =>
  saysWebhook(hook) && impatient.test(hook.caller.text) && !isClient(hook.caller) && !isClient(hook.callee)

/** They wait for seconds. */
const impatient =
  /\b(?:whats ?app|meta|messenger|instagram|twilio|slack|telegram|discord|line|viber|stripe|shopify|github)\b/i

const putOff =
  /\b(?:queues?d?|background|async\w*|workers?|waituntil|fire[- ]and[- ]forget|polling)\b|\b(?:answers?|respon[ds]\w*|returns?|ack\w*)[^.\n]{0,40}\b(?:immediately|at once|first|right away|within)\b|\b200\b[^.\n]{0,30}\b(?:immediately|first|before)\b/i

/** What it asks a model by, itself or within so many calls. */
function modelBehind(receiver: Component): Connection | undefined {
  let near: readonly Component[] = [receiver]
  const seen = new Set(near)
  for (let hop = 0; hop < furthest; hop++) {
    const calls = near.flatMap(({ outgoing }) => outgoing).filter(({ connection }) => isCall(connection))
    const asked = calls.find(({ connection, callee }) =>
      namesLanguageModel(callee.text, connection.arrow.text),
    )
    if (asked) return asked.connection
    near = calls.flatMap(({ callee }) => (seen.has(callee) || hasKind(callee, 'external') ? [] : [callee]))
    for (const part of near) seen.add(part)
  }
  return undefined
}

const furthest = 3

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
