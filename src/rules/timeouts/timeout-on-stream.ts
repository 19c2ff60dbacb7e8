// Streams that are cut off in the middle because a timeout meant for requests runs out.

import { writeDuration } from '../../model/annotations'
import { isStream } from '../../model/requests'
import type { Connection, Figure, System } from '../../model/system'
import { defineRule, type Fix, type Report } from '../rule'

export const timeoutOnStream = defineRule({
  id: 'timeout-on-stream',
  category: 'timeouts',
  speaksOf: 'hazard',
  topic: 'timeout',
  summary: 'A total timeout ends a stream while it is in use.',
  presets: { recommended: 'warning' },
  fixable: 'review',
  options: {
    life: { default: 300, description: 'The shortest lifetime that is expected of a stream, in seconds.' },
  },

  *check(system, { life }) {
    for (const connection of system.connections) {
      const limit = limitOf(connection)
      if (limit && limit.figure.value < life * 1000) yield judge(system, connection, limit)
    }
  },
})

interface Limit {
  readonly key: 'timeout' | 'deadline'
  readonly figure: Figure<number>
}

const resumes = /resum|reconnect|last.?event.?id|catch.?up|\bfrom offset/i
/** An answer that comes in pieces is over when it is complete. */
const endsByItself = /tokens?\b|completion|\banswer|\bresponse|llm|chat completion|upload|download|export/i

/** A total limit stated for this very stream, which nothing says is picked up again. */
function limitOf(connection: Connection): Limit | undefined {
  const { figures, arrow, network } = connection
  const key = figures.timeout ? 'timeout' : 'deadline'
  const figure = figures[key]
  if (!network.value || !isStream(connection) || !figure) return undefined
  if (figure.origin !== 'metadata' && figure.origin !== 'label') return undefined
  return resumes.test(arrow.text) || endsByItself.test(arrow.text) ? undefined : { key, figure }
}

function judge(system: System, connection: Connection, { key, figure }: Limit): Report {
  const { caller, callee, arrow, figures } = connection
  const after = writeDuration(figure.value)
  return {
    at: figure.span ?? arrow.operator,
    message: `The ${key} of ${after} starts with the stream between ${caller.name} and ${callee.name}, however busy it is: the stream breaks every ${after}, and all clients reconnect. Write idleTimeout: ${after}, which counts silence, with a heartbeat well below it.`,
    fixes: figures.idleTimeout ? [] : fixesOf(system, { key, figure }),
  }
}

/** The same figure as a limit on silence, where it is written. */
function fixesOf({ diagram }: System, { key, figure }: Limit): readonly Fix[] {
  const { span, origin } = figure
  if (!span) return []
  const written = diagram.text.slice(span.start, span.end)
  const text =
    origin === 'label' ? `${writeDuration(figure.value)} idle timeout` : written.replace(key, 'idleTimeout')
  return [{ title: 'Make it an idle timeout', edits: [{ span, text }], safe: false }]
}
