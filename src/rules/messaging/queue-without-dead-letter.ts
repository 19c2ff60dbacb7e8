// Messages that are tried again and again, with nowhere to go when they never succeed.

import { type End, isBroker, isComponent } from '../../model/ends'
import { triesOf, writtenTries } from '../../model/requests'
import type { Connection, System } from '../../model/system'
import { defineRule } from '../rule'

export const queueWithoutDeadLetter = defineRule({
  id: 'queue-without-dead-letter',
  category: 'messaging',
  speaksOf: 'omission',
  topic: 'dead letter',
  summary: 'A consumer retries, and there is no dead-letter queue for messages that never succeed.',
  presets: { recommended: 'info' },
  options: {},

  *check(system) {
    const retried = system.connections.filter(
      connection => connection.role.value === 'delivery' && triesOf(connection) > 1,
    )
    if (retried.length === 0 || namesDeadLetters(system)) return
    for (const connection of retried) {
      const { broker, consumer } = endsOf(connection)
      if ([connection.figures, figuresOf(broker), figuresOf(consumer)].some(({ deadLetter }) => deadLetter))
        continue
      const tries = triesOf(connection)
      const after = Number.isFinite(tries)
        ? `After ${tries} attempts such a message is lost`
        : 'Such a message is retried forever'
      const blocks =
        isComponent(broker) && broker.kind?.value === 'stream' ? ', and blocks its partition meanwhile' : ''
      yield {
        at: writtenTries(connection),
        message: `${consumer.name} retries messages of ${broker.name}, and no dead-letter queue is stated for messages that never succeed. ${after}${blocks}. Write deadLetter: with the queue's name on ${broker.name}, or draw it.`,
      }
    }
  },
})

/** The broker is drawn at either end: it delivers, or its consumer polls it. */
function endsOf(connection: Connection): { readonly broker: End; readonly consumer: End } {
  const { caller, callee } = connection
  return isBroker(caller) ? { broker: caller, consumer: callee } : { broker: callee, consumer: caller }
}

const figuresOf = (end: End): { readonly deadLetter?: unknown } => (isComponent(end) ? end.figures : {})

const deadLetters =
  /\bdlq\b|dead.?letter|\bdlx\b|parking.?lot|poison|quarantine|failed.?(?:jobs|messages|queue)/i

/** Drawn or mentioned anywhere. */
function namesDeadLetters({ components, connections }: System): boolean {
  return (
    components.some(({ text, id }) => deadLetters.test(text) || deadLetters.test(id)) ||
    connections.some(({ arrow }) => deadLetters.test(arrow.text))
  )
}
