// Answers that say it is done, before anything is stored that says so.

import { saysPublish } from '../../knowledge'
import { hasKind, isBroker, isComponent, isStore } from '../../model/ends'
import { isAwaited, methodOf } from '../../model/requests'
import type { Call, Component, Connection, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { isTimeline } from '../../syntax/notation'
import { isAside } from '../queries/deeds-aside'
import { labelSpanOf } from '../queries/places'
import { isPublished } from '../queries/traces/announcements'
import { mayFollow, notesIn } from '../queries/traces/branches'
import { takingOf } from '../queries/traces/effects'
import { storesSomething, writesToOwn } from '../queries/traces/writes'
import { defineRule, type Report } from '../rule'

export const answeredBeforeStored = defineRule({
  id: 'answered-before-stored',
  category: 'consistency',
  speaksOf: 'hazard',
  summary: 'A caller is told that it is done before anything is stored.',
  presets: { recommended: 'info' },
  options: {},

  *check(system) {
    if (!isTimeline(system.diagram)) return
    for (const part of system.components) {
      if (isStore(part) || isBroker(part)) continue
      const early = earlyAnswer(part, system)
      if (early) yield judge(part, early)
    }
  },
})

interface Early {
  readonly request: Connection
  readonly answer: Connection
  readonly store: Connection
}

/** So many messages earlier, something else was asked for. */
const furthest = 60

function earlyAnswer(part: Component, system: System): Early | undefined {
  const { connections, diagram } = system
  const kept = part.outgoing.filter(keeps).map(({ connection }) => connection)
  const [store] = kept
  if (
    !store ||
    (writesToOwn(diagram)
      .get(part.id)
      ?.some(({ index }) => index < store.index) ??
      false)
  )
    return undefined
  const before = connections.slice(0, store.index)
  const answer = before.findLast(each => each.from === part || each.to === part)
  const isEarly =
    answer && (saysDone(answer, part) || (promises(answer, part) && answer.index === store.index - 1))
  if (!isEarly || !mayFollow(diagram, answer.index, store.index)) return undefined
  const request = before.findLast(
    each => each.callee === part && each.caller === answer.to && isAwaited(each),
  )
  if (
    !request ||
    request.index < answer.index - furthest ||
    !changes(request) ||
    notesIn(diagram).some(({ over, index }) => over.includes(part.id) && index <= store.index)
  )
    return undefined
  return before.slice(request.index + 1, answer.index).every(each => storesNothing(each, part))
    ? { request, answer, store }
    : undefined
}

/** Of its own, or of another: a look, a check or a payment leaves no trace of what was asked for. */
const storesNothing = (each: Connection, part: Component): boolean =>
  each.role.value === 'reply' ||
  takingOf(each) === 'money' ||
  (each.caller !== part && each.from !== each.to) ||
  /^(?!\W*(?:insert|update|save|store|persist|create)).*\b(?:get|select|read|find|fetch|load|check|verif\w*|validat\w*|authenticat\w*|calculat\w*|comput\w*)\b/i.test(
    wordingOf(each.arrow),
  )

/** A store or an event that others count on. */
const keeps = (call: Call): boolean =>
  (storesSomething(call) || isPublished(call) || isEvent(call)) &&
  !isAside(call.connection) &&
  !aside.test(wordingOf(call.connection.arrow))

/** `order paid event`, at an event store. */
const isEvent = ({ connection, callee }: Call): boolean =>
  connection.role.value === 'call' && hasKind(callee, 'database') && saysPublish(wordingOf(connection.arrow))

const aside = /view|visit|last_?|seen|access|usage|history|recent|counter|stat/i

/** `201 Created`, `checkout complete`; `202` promises to do it. */
const saysDone = ({ from, to, role, arrow }: Connection, part: Component): boolean =>
  from === part &&
  to !== part &&
  isComponent(to) &&
  (role.value === 'reply' || /^\W*\d{3}\b/.test(arrow.text)) &&
  /\b20[01]\b|\bcreated\b|\bcomplet\w*|\bsucce\w*|\bconfirm\w*|\bdone\b|\bplaced\b|성공|완료|成功|完了/i.test(
    arrow.text,
  ) &&
  !/\b202\b|accepted|queued|pending|processing|async/i.test(arrow.text)

/** `202 Accepted`: kept in a queue, perhaps, unless it is stored right behind it. */
const promises = ({ from, to, role, arrow }: Connection, part: Component): boolean =>
  from === part && to !== part && isComponent(to) && role.value === 'reply' && accepted.test(arrow.text)

const accepted = /\b202\b/

const changes = (request: Connection): boolean => methodOf(request) !== 'GET'

const judge = (part: Component, { request, answer, store }: Early): Report => ({
  at: labelSpanOf(answer),
  oncePerDocument: true,
  message: `${part.name} tells ${answer.to.name} that it ${accepted.test(answer.arrow.text) ? 'will be done' : 'is done'} ("${answer.arrow.text.trim()}") before anything is stored. If it stops in between, the caller relies on something that was never stored. ${accepted.test(answer.arrow.text) ? 'Store it first and then answer.' : 'Store it first and then answer, or answer 202 Accepted once it is in a durable queue.'}`,
  related: [
    { at: labelSpanOf(request), message: 'Asked for here' },
    { at: labelSpanOf(store), message: `Only here does ${store.callee.name} hear of it` },
  ],
})
