// Messages that are tried again and again, with nowhere to go when they never succeed.

import { statementWords } from '../../knowledge'
import { type End, isBroker, isComponent, isSurely } from '../../model/ends'
import { triesOf, writtenTries } from '../../model/requests'
import type { Connection, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { isTimeline } from '../../syntax/notation'
import { visibleText } from '../queries/visible-text'
import { defineRule } from '../rule'

export const queueWithoutDeadLetter = defineRule({
  id: 'queue-without-dead-letter',
  category: 'messaging',
  speaksOf: 'omission',
  topic: 'dead letter',
  summary: 'A consumer retries, and there is no dead-letter queue for messages that never succeed.',
  presets: { recommended: 'info' },
  settledBy: /\bdl[qx]\b|dead[- ]?letter|parking lot queue|死信|デッドレター/i,
  told: [
    {
      words: [
        /requeu|re-?enqueu|put back|re-?deliver|deliver(?:s|ed)? (?:it |them )?(?:again|until)|returned to the queue|zurückgelegt|erneut zugestellt|vuelven? a poner|reencol|重新入队|放回|再入列|キューに戻/i,
        statementWords.endless,
      ],
      message:
        'A message that can never succeed is retried forever. It uses up capacity, fills logs and, in an ordered queue, blocks everything behind it. Give up after a few attempts, and move it to a dead-letter queue with an alert.',
    },
  ],
  onRequest: true,
  options: {},

  *check(system) {
    const retried = system.connections.filter(
      connection =>
        (connection.role.value === 'delivery' &&
          (triesOf(connection) > 1 || isRedelivered(connection, system))) ||
        putsBack(connection, system),
    )
    if (retried.length === 0 || namesDeadLetters(system)) return
    for (const connection of retried) {
      const { broker, consumer } = endsOf(connection)
      if ([connection.figures, figuresOf(broker), figuresOf(consumer)].some(({ deadLetter }) => deadLetter))
        continue
      const tries = triesOf(connection)
      const after = fateAfter(tries)
      const blocks =
        isComponent(broker) && broker.kind?.value === 'stream' ? ', and blocks its partition meanwhile' : ''
      yield {
        at: writtenTries(connection),
        goesIntoIt: isRedelivered(connection, system) || putsBack(connection, system),
        message: `${consumer.name} retries messages of ${broker.name}, and no dead-letter queue is stated for messages that never succeed. ${after}${blocks}. Write deadLetter: with the queue's name on ${broker.name}, or draw it.`,
      }
    }
  },
})

/** In words, without a number. One that comes again in a trace shows what happened once. */
const isRedelivered = ({ arrow, caller }: Connection, { diagram }: System): boolean =>
  isSurely(caller, 'queue', 'stream') &&
  (isTimeline(diagram) ? retrying : sendingAgain).test(wordingOf(arrow))

const retrying = /\bwith retries\b|\bretries\b(?! exhausted)|\bre-?queues?\b/i
const sendingAgain =
  /\bwith retries\b|\bretries\b(?! (?:exhausted|failed))|\bre-?queues?\b|\bre-?delivers?\b/i

/** `Schedule retry` to the broker that the message came from, and no word on how often. */
const putsBack = (
  { arrow, caller, callee, role, index }: Connection,
  { diagram, connections }: System,
): boolean =>
  role.value === 'enqueue' &&
  isTimeline(diagram) &&
  isSurely(callee, 'queue', 'stream') &&
  /\bretr(?:y|ies)\b|\bre-?(?:queue|enqueue|publish|schedule)\w*|リトライ|重试|재시도|reintent\w*/i.test(
    wordingOf(arrow),
  ) &&
  !/\b(?:max\w*|attempts?|count|limit\w*|topic|\d+ ?x|[<≤]) ?|\d/i.test(wordingOf(arrow)) &&
  connections.some(
    each =>
      each.index < index &&
      each.role.value === 'delivery' &&
      each.caller === callee &&
      each.callee === caller,
  ) &&
  !/max\w*[-_ ]?(?:retr|attempt|deliver)|\b\d+ ?(?:retries|attempts|times|tries)|attempts? ?(?:<|≤|>|exceed)|retr\w+ (?:limit|exhaust|exceed|count)|give up/i.test(
    visibleText(diagram),
  )

/** A single try is one whose number nobody states. */
function fateAfter(tries: number): string {
  if (tries === 1) return 'Such a message comes back forever or is dropped'
  return Number.isFinite(tries)
    ? `After ${tries} attempts such a message is lost`
    : 'Such a message is retried forever'
}

/** The broker is drawn at either end: it delivers, or its consumer polls it. */
function endsOf(connection: Connection): { readonly broker: End; readonly consumer: End } {
  const { caller, callee } = connection
  return isBroker(caller) ? { broker: caller, consumer: callee } : { broker: callee, consumer: caller }
}

const figuresOf = (end: End): { readonly deadLetter?: unknown } => (isComponent(end) ? end.figures : {})

const deadLetters = /\bdl[qtx]\b|dead.?letter|parking.?lot|poison|quarantine|failed.?(?:jobs|messages|queue)/i

/** Drawn or mentioned anywhere. */
function namesDeadLetters({ components, connections }: System): boolean {
  return (
    components.some(({ text, id }) => deadLetters.test(text) || deadLetters.test(id)) ||
    connections.some(({ arrow }) => deadLetters.test(arrow.text))
  )
}
