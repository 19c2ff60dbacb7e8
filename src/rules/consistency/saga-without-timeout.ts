// Steps of a saga that wait forever for an answer that was lost.

import { isBroker, isComponent } from '../../model/ends'
import type { Component, Connection, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { isTimeline } from '../../syntax/notation'
import { labelSpanOf } from '../queries/places'
import { visibleText } from '../queries/visible-text'
import { defineRule, type Report } from '../rule'

/** Somebody looks for what has been under way for too long. */
const endsWaiting =
  /(?<!without[- ])time[- ]?outs?\b|timed out|\bdeadlines?\b|\bexpir\w*|\bttl\b|\bwatchdog|\bsweep\w*|\breaper|\bstuck\b|\breconcil\w*|超时|タイムアウト|타임 ?아웃|тайм-?аут/i

export const sagaWithoutTimeout = defineRule({
  id: 'saga-without-timeout',
  category: 'consistency',
  speaksOf: 'hazard',
  summary: 'A saga waits for answers over a broker, and nothing says what happens when none comes.',
  presets: { recommended: 'info' },
  settledBy: endsWaiting,
  options: {},

  *check(system) {
    if (!isTimeline(system.diagram) || endsWaiting.test(visibleText(system.diagram))) return
    for (const part of system.components) {
      const step = isSaga(part) ? stepOf(part, system) : undefined
      if (step) yield judge(part, step)
    }
  },
})

const isSaga = (part: Component): boolean => !isBroker(part) && /saga/i.test(part.text)

interface SagaStep {
  readonly command: Connection
  readonly worker: Connection['callee']
  readonly answer: Connection
}

/** A command that goes over a broker to a worker, which answers over the broker. */
function stepOf(saga: Component, { connections }: System): SagaStep | undefined {
  let command: Connection | undefined
  let worker: Connection['callee'] | undefined
  for (const each of connections) {
    if (each.caller === saga && commands(each)) [command, worker] = [each, undefined]
    else if (each.role.value !== 'delivery' || !command) continue
    else if (each.callee !== saga) worker ??= each.callee
    else if (worker && isComponent(worker)) return { command, worker, answer: each }
  }
  return undefined
}

/** `PaymentRequest`, `ReserveStockCommand`, `reserve-cmd`: somebody is told to do something. */
const commands = ({ role, arrow }: Connection): boolean =>
  role.value === 'enqueue' &&
  /command|\bcmd\b|request(?!ed|id)|\b(?:reserve|charge|process|ship|release|allocate)\b|コマンド|命令|명령/i.test(
    wordingOf(arrow),
  )

const judge = (saga: Component, { command, worker, answer }: SagaStep): Report => ({
  at: labelSpanOf(command),
  oncePerDocument: true,
  message: `${saga.name} goes on when ${worker.name} answers over ${command.callee.name}. If the message is lost or ${worker.name} fails, no answer comes, and the saga never finishes and keeps what earlier steps have reserved. Give each step a deadline after which it is retried or compensated, and draw that branch.`,
  related: [{ at: labelSpanOf(answer), message: 'It waits for this' }],
})
