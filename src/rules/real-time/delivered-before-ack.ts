// Messages that count as delivered once they are sent.

import { isClient, isStore } from '../../model/ends'
import type { Connection, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { isTimeline } from '../../syntax/notation'
import { labelSpanOf } from '../queries/places'
import { defineRule, type Report } from '../rule'

export const deliveredBeforeAck = defineRule({
  id: 'delivered-before-ack',
  category: 'real-time',
  speaksOf: 'hazard',
  summary: 'A message is marked as delivered before the receiver has confirmed it.',
  presets: { recommended: 'info' },
  options: {},

  *check(system) {
    if (!isTimeline(system.diagram)) return
    for (const mark of system.connections) {
      const sent = marks(mark) ? sentBefore(mark, system) : undefined
      if (sent) yield judge(sent, mark)
    }
  },
})

/** `UPDATE delivered_at = NOW()`, at a store. */
const marks = ({ callee, role, arrow }: Connection): boolean =>
  role.value !== 'reply' &&
  isStore(callee) &&
  /\b(?:update|set|mark)\w*\b.*\bdelivered(?:_at)?\b/i.test(wordingOf(arrow)) &&
  !/delivered(?:_at)? ?(?:= ?|is )(?:null|false)|undelivered|not delivered/i.test(wordingOf(arrow))

/** The push to a client right before, by the one who marks it, and to which that client has said nothing. */
function sentBefore({ caller, index }: Connection, { connections }: System): Connection | undefined {
  for (let at = index - 1; at >= Math.max(0, index - furthest); at--) {
    const each = connections[at]!
    if (each.to === caller && isClient(each.from)) return undefined
    if (each.from === caller) return isClient(each.to) && pushes(each) ? each : undefined
  }
  return undefined
}

/** So many messages before, something else went on. */
const furthest = 20

const pushes = ({ role, arrow }: Connection): boolean =>
  role.value !== 'reply' || /messages?|push|emit|deliver|batch|send/i.test(arrow.text)

const judge = (sent: Connection, mark: Connection): Report => ({
  at: labelSpanOf(mark),
  oncePerDocument: true,
  message: `${mark.caller.name} marks a message as delivered after only sending it. If the connection to ${sent.to.name} drops meanwhile, the message is lost, and nothing sends it again. Let ${sent.to.name} acknowledge each message (or the last id it has), and mark it only then.`,
  related: [{ at: labelSpanOf(sent), message: `Sent here, and ${sent.to.name} has not answered yet` }],
})
