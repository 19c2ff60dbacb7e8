// Messages that failed for good, put where nobody looks.

import { isBroker } from '../../model/ends'
import type { Component, Connection, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { isTimeline } from '../../syntax/notation'
import { nameSpan } from '../queries/places'
import { defineRule, type Report } from '../rule'

export const deadLettersUnread = defineRule({
  id: 'dead-letters-unread',
  category: 'messaging',
  speaksOf: 'hazard',
  summary: 'A dead-letter queue is written, and nothing reads it.',
  presets: { recommended: 'info' },
  settledBy:
    /(?:\bdlqs?\b|dead[- ]?letter)[^.\n]{0,160}\b(?:re-?(?:play|process|driv|deliver|queue|tr[iy])|alert|alarm|monitor|inspect|manual|triag|investigat|review|metric|dashboard|depth|on-?call)|\b(?:re-?(?:play|process|driv)|alert|alarm|monitor|inspect|triag|metric)\w*[^.\n]{0,80}(?:\bdlqs?\b|dead[- ]?letter)/i,
  options: {},

  *check(system) {
    if (isTimeline(system.diagram)) return
    for (const queue of system.components)
      if (isDeadLetterQueue(queue) && isOnlyWritten(queue, system)) yield judge(queue)
  },
})

/** Named for it, not a queue that also has one. */
const isDeadLetterQueue = ({ text, headline }: Component): boolean =>
  deadLetters.test(headline.replace(/[_.]/g, ' ')) &&
  !/[+&]|\b(?:and|with)\b/.test(headline) &&
  !seen.test(text)

const deadLetters = /\bdl[qt]s?\b|\bdead[- ]?letters?\b|死信|デッドレター/i

/** In its own words: somebody looks at it. */
const seen =
  /\b(?:re-?(?:play|process|driv)\w*|alert\w*|alarm\w*|monitor\w*|inspect\w*|manual\w*|triag\w*|review\w*|investigat\w*|on-?call)\b/i

function isOnlyWritten(queue: Component, { connections }: System): boolean {
  const at = connections.filter(({ caller, callee }) => caller === queue || callee === queue)
  return at.length > 0 && at.every(connection => isWrite(connection, queue))
}

/** Where one queue hands over to another, the arrow is drawn like a delivery. */
const isWrite = ({ caller, callee, arrow, role }: Connection, queue: Component): boolean =>
  callee === queue &&
  (role.value !== 'delivery' || isBroker(caller)) &&
  !seen.test(`${wordingOf(arrow)} ${caller.text}`)

const judge = (queue: Component): Report => ({
  at: nameSpan(queue),
  oncePerDocument: true,
  refutedBy: ({ components, connections }) =>
    components.some(part => isDeadLetterQueue(part) && connections.some(({ caller }) => caller === part)),
  message: `Messages that failed permanently end up in ${queue.name}, and nothing reads it. Nobody notices that their work is missing, and they are deleted when the retention ends. Draw an alarm on its depth and what replays its messages, or write it in the box: "alarm above 0, replayed by hand".`,
})
