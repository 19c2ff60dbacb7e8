// Messages that failed for good, put where nobody looks.

import { isBroker } from '../../model/ends'
import type { Component, Connection, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { isTimeline } from '../../syntax/notation'
import { nameSpan } from '../queries/places'
import { defineRule, type Report } from '../rule'

const lettersThere = String.raw`(?<!\b(?:no|without|sin|sem|ohne|sans) )(?:\bdlqs?\b|dead[- ]?letter)`

/** A sentence, a row, a picture or a list of metrics: somebody looks at it, or something reads it. */
const lookedAfter = new RegExp(
  [
    String.raw`${lettersThere}[^.\n]{0,160}\b(?:re-?(?:play|process|driv|deliver|queue|tr[iy])|alert|alarm|monitor|inspect|manual|triag|investigat|review|metric|dashboard|depth|on-?call)`,
    String.raw`\b(?:re-?(?:play|process|driv)|alert|alarm|monitor|inspect|triag|metric)\w*[^.\n]{0,80}${lettersThere}`,
    String.raw`${lettersThere}[^.\n]{0,40}\b(?:handlers?|consumers?|processors?|listeners?|readers?|watchers?)\b`,
    String.raw`${lettersThere}[ _-](?:writes?|counts?|totals?|size|rate|messages)\b`,
    String.raw`\b(?:metrics?|alerts?|alarms?|dashboards?)\b[^\n]{0,60}:[ \t]*\n(?:[ \t]*\n)?(?:[ \t]*[-*+•] [^\n]{0,200}\n){0,20}[ \t]*[-*+•] [^\n]{0,120}${lettersThere}`,
    String.raw`${lettersThere}[^.\n]{0,80}(?:모니터링|알림|재처리|監視|アラート|通知|再処理|再実行|监控|告警|报警|重放|人工|мониторинг|оповещ|alerta|reproces|überwach)`,
    String.raw`(?:모니터링|알림|재처리|監視|アラート|再処理|监控|告警|报警|重放|мониторинг|оповещ|reproces|überwach)[^.\n]{0,80}${lettersThere}`,
  ].join('|'),
  'i',
)

export const deadLettersUnread = defineRule({
  id: 'dead-letters-unread',
  category: 'messaging',
  speaksOf: 'hazard',
  summary: 'A dead-letter queue is written, and nothing reads it.',
  presets: { recommended: 'info' },
  settledBy: lookedAfter,
  onRequest: true,
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
  const isSeenElsewhere = at.some(connection => connections.some(other => getsTheSame(other, connection)))
  return at.length > 0 && at.every(connection => isWrite(connection, queue)) && !isSeenElsewhere
}

/** `*.*` beside `error.*` from one exchange: whoever reads that hears of each. */
const getsTheSame = (other: Connection, { caller, callee, arrow }: Connection): boolean =>
  other.caller === caller &&
  other.callee !== callee &&
  (everything.test(other.arrow.label) ||
    (arrow.text.trim() !== '' && arrow.text.trim() === other.arrow.text.trim()))

/** As AMQP and NATS subscribe to all there is; Markdown would take the stars for emphasis. */
const everything = /^["'`\s]*(?:\*\.\*|\*\*|[#>*])["'`\s]*$/

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
  message: `Messages that failed permanently end up in ${queue.name}, and nothing reads it: their work stays undone. Draw an alarm on its depth and what replays its messages, or write it in the box: "alarm above 0, replayed by hand".`,
})
