// Messages that a queue hands out a second time while the first consumer still works on them.

import { durationIn, writeDuration } from '../../model/annotations'
import { type End, isBroker, isComponent } from '../../model/ends'
import { isAwaited, triesOf } from '../../model/requests'
import type { Call, Component, Connection } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { nameSpan } from '../queries/places'
import { visibleText } from '../queries/visible-text'
import { defineRule, type RelatedPlace, type Report } from '../rule'

export const visibilityTimeoutTooShort = defineRule({
  id: 'visibility-timeout-too-short',
  category: 'messaging',
  speaksOf: 'contradiction',
  summary: 'A consumer may work on a message for longer than the queue hides it from others.',
  presets: { recommended: 'warning' },
  options: {},

  *check(system) {
    if (extended.test(visibleText(system.diagram))) return
    const judged = new Set<End>()
    for (const connection of system.connections) {
      const { queue, consumer } = endsOf(connection) ?? {}
      if (!queue || !consumer || judged.has(queue)) continue
      const hidden = hiddenFor(`${queue.text} ${wordingOf(connection.arrow)}`)
      const work = longestWorkOf(consumer)
      if (hidden === undefined || !work || work.ms < hidden) continue
      judged.add(queue)
      yield judge({ queue, consumer, hidden, work })
    }
  },
})

/** Whoever renews it may work for as long as it takes. */
const extended =
  /\bchangemessagevisibility\b|\b(?:extend|renew|heartbeat|prolong)\w*\b[^\n]{0,40}\bvisib\w*|\bvisib\w*[^\n]{0,40}\b(?:extend|renew)\w*/i

const visibility =
  /\b(?:visibility(?: timeout)?|visible again|invisible|hidden)\b[^\d\n]{0,16}(\d+(?:\.\d+)? ?(?:ms|s|secs?|seconds?|m|mins?|minutes?|h|hours?)\b)/i

/** `SQS jobs (visibility timeout 30s)` is called `SQS jobs`. */
const figure = /[\s,;(–-]{1,4}(?:visib|hidden|invisible)[\s\S]*/i

/** Milliseconds; undefined where nothing says it. */
function hiddenFor(text: string): number | undefined {
  const [, said] = visibility.exec(text) ?? []
  return said === undefined ? undefined : durationIn(said)
}

/** Drawn as the message goes, or as its consumer asks for it. */
function endsOf({
  role,
  caller,
  callee,
}: Connection): { readonly queue: Component; readonly consumer: Component } | undefined {
  if (role.value !== 'delivery' || !isComponent(caller) || !isComponent(callee)) return undefined
  if (isBroker(caller) === isBroker(callee)) return undefined
  return isBroker(caller) ? { queue: caller, consumer: callee } : { queue: callee, consumer: caller }
}

interface Work {
  /** Milliseconds. */
  readonly ms: number
  readonly says: string
  readonly place: RelatedPlace
}

/** What is stated of its own work, or of one call that it waits for; either is a lower bound of both. */
function longestWorkOf(consumer: Component): Work | undefined {
  const { p99, p95, p50, latency, timeout } = consumer.figures
  const own = [timeout, p99, p95, latency, p50]
    .filter(figure => figure?.stated === true)
    .map(figure => ({
      ms: figure!.value,
      says: `takes ${writeDuration(figure!.value)}`,
      place: {
        at: figure!.span ?? consumer.span,
        message: `${consumer.name} takes ${writeDuration(figure!.value)}`,
      },
    }))
  const all: readonly Work[] = [...own, ...consumer.outgoing.flatMap(waitFor)]
  return all.toSorted((one, other) => other.ms - one.ms)[0]
}

function waitFor({ connection, callee }: Call): readonly Work[] {
  const { timeout } = connection.figures
  const tries = triesOf(connection)
  if (!timeout?.stated || !isAwaited(connection) || !Number.isFinite(tries)) return []
  const each = writeDuration(timeout.value)
  const says = `waits up to ${tries > 1 ? `${tries} × ` : ''}${each} for ${callee.name}`
  const place = { at: timeout.span ?? connection.arrow.operator, message: `The wait for ${callee.name}` }
  return [{ ms: timeout.value * tries, says, place }]
}

interface Overlap {
  readonly queue: Component
  readonly consumer: Component
  /** Milliseconds. */
  readonly hidden: number
  readonly work: Work
}

function judge({ queue, consumer, hidden, work }: Overlap): Report {
  const after = writeDuration(hidden)
  const name = queue.name.replace(figure, '')
  return {
    at: nameSpan(queue),
    message: `${name} hides a message for ${after}, and ${consumer.name} ${work.says}. After ${after} a second consumer gets the message while the first still works on it. Write a visibility timeout well above ${writeDuration(work.ms)}, or let ${consumer.name} extend it while it works.`,
    related: [work.place],
  }
}
