// Messages that are acknowledged before their work is done.

import { saysWrite, statementWords } from '../../knowledge'
import { hasKind, isBroker, isStore } from '../../model/ends'
import type { Connection, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { isTimeline } from '../../syntax/notation'
import { labelSpanOf } from '../queries/places'
import { branchAround, happenTogether } from '../queries/traces/branches'
import { defineRule } from '../rule'

const harm =
  'The message is acknowledged before its work is done, and the broker then deletes it. A consumer that crashes or is deployed loses that work without an error. Acknowledge when the work is stored, and make the work idempotent, since the message is delivered again after a crash.'

const acknowledging =
  /\b(?:acks?|acked|acknowledge[sd]?|acknowledging)\b|\bconfirms? (?:its |the |each |every |a )?(?:messages?|events?|jobs?|deliver\w+)\b|\bcommits? (?:its |the |each |every |an? )?offsets?\b|bestätig|quittier|confirma|acquitt|确认|提交位点|コミット|確認応答/i

const beforehand =
  /\bbefore (?:it |they |the |being )?(?:process|work|handl|do|writ|stor|call|deliver|execut|sav|run)|\b(?:up)?on (?:receipt|arrival|receiving)|\bas soon as\s(?:it|they|the \w+) (?:arrives?|is received|are received|comes? in)|\bimmediately(?: after| on| upon)? (?:it |they )?(?:recei|arriv|receipt)|\bthen (?:it )?(?:process|work|handl|do|plan|writ|stor|call|send|book|run)|nada más recibir|antes de procesar|al recibir|\bbevor\b|beim empfang|(?:sofort|direkt) nach (?:dem )?(?:empfang|erhalt)|收到.{0,10}(?:立即|就|后马上)|处理前|先确认|先提交|受信(?:直後|時|したらすぐ)|処理(?:する)?前/i

const acks =
  /^\W*(?:\d+\W+)?(?:acks?|acknowledge\w*|commit(?:s)? (?:the )?offsets?|delete(?:s)? (?:the )?message)\b/i

export const ackBeforeWork = defineRule({
  id: 'ack-before-work',
  category: 'messaging',
  speaksOf: 'hazard',
  summary: 'A consumer acknowledges a message before its work is done.',
  presets: { recommended: 'warning' },
  settledBy: /at[- ]most[- ]once|best[- ]effort|fire[- ]and[- ]forget|\binbox\b|\boutbox\b|最多一次|高々1回/i,
  told: [
    {
      words: [statementWords.messages, acknowledging, beforehand],
      unless:
        /\b(?:not|never|only after|receipt of (?:the|an?) (?:confirm|answer|response|reply)\w*|http|webhooks?|20[0-9]|users?|clients?|producers?)\b|n['’]t\b|\bnicht\b|不要/i,
      message: harm,
    },
    {
      words: [
        /\bauto-?ack(?:nowledge\w*)?\b|\benable\.auto\.commit\W{1,3}true\b|\b(?:offsets?|messages?) (?:is|are) (?:auto-?committed|acknowledged automatically)\b|自动(?:提交位点|确认)|自動(?:コミット|確認)/i,
      ],
      unless: /\b(?:not?|never|off|false|disabled?|without|manual)\b/i,
      message: harm,
    },
  ],
  options: {},

  *check(system) {
    if (!isTimeline(system.diagram)) return
    for (const delivery of system.connections) {
      const [ack, work] = (isDelivery(delivery) && ackedFirst(delivery, system)) || []
      if (ack && work)
        yield {
          at: labelSpanOf(ack),
          message: harm,
          oncePerDocument: true,
          related: [{ at: labelSpanOf(work), message: 'Done only afterwards' }],
        }
    }
  },
})

const isDelivery = ({ caller, role }: Connection): boolean => isBroker(caller) && role.value === 'delivery'

/** The acknowledgement of a delivery and what its consumer does only behind it. */
function ackedFirst(
  { index, caller: broker, callee: consumer }: Connection,
  { connections, diagram }: System,
): readonly Connection[] | undefined {
  const next = connections.find(each => each.index > index && isDelivery(each))?.index ?? Infinity
  const done = connections.filter(each => each.index > index && each.index < next && each.from === consumer)
  for (const ack of done.filter(({ to, arrow }) => to === broker && acks.test(wordingOf(arrow)))) {
    const branch = branchAround(diagram, ack.index)
    const run = done.filter(each => happenTogether(branch, branchAround(diagram, each.index)))
    const work = run.find(isWork)
    if (work && work.index > ack.index) return [ack, work]
  }
  return undefined
}

const isWork = ({ callee, role, arrow }: Connection): boolean =>
  role.value === 'call' && (hasKind(callee, 'external') || (isStore(callee) && saysWrite(wordingOf(arrow))))
