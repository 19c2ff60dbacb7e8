// Messages that are gone from the list before the work on them is done.

import type { End } from '../../model/ends'
import { groupedBy } from '../../model/grouped-by'
import type { Connection, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { wordsOn } from '../fixes/reword-arrow'
import { labelSpanOf } from '../queries/places'
import { isRedis } from '../queries/redis'
import { sameName } from '../queries/same-name'
import { defineRule, type Report } from '../rule'

export const popWithoutAck = defineRule({
  id: 'pop-without-ack',
  category: 'messaging',
  speaksOf: 'hazard',
  summary: 'A worker pops messages off a Redis list, which does not keep them until they are processed.',
  presets: { recommended: 'info' },
  // What the worker held is found by somebody who looks for it.
  settledBy: /\breapers?\b|\bre-?(?:en)?queue\w*|\bprocessing list\b/i,
  options: {},

  *check(system) {
    if (keepsWhatIsTaken(system)) return
    const popped = system.connections.flatMap(connection => {
      const [, command] = popping.exec(wordingOf(connection.arrow)) ?? []
      const worker = workerOf(connection)
      return command && worker ? [{ connection, worker, command }] : []
    })
    for (const [first, ...others] of groupedBy(popped, listOf).values())
      if (first) yield judge(system, first, others)
  },
})

/** `BRPOP`, `lpop jobs`. What moves an item to another list keeps it. */
const popping = /\b(b?[lr]m?pop|bz?mpop|b?zpop(?:min|max)|spop)\b(?!lpush)/i

/** A list of what is in work, a stream with a group, or a check of what was lost. */
const keeping =
  /\b(?:b?rpoplpush|b?lmove|xreadgroup|xack|processing (?:list|queue)|in-?flight (?:list|queue)|reliable queue|visibility timeout|re-?queue\w*|at-least-once)\b/i

const keepsWhatIsTaken = ({ components, connections }: System): boolean =>
  components.some(({ text }) => keeping.test(text)) ||
  connections.some(({ arrow }) => keeping.test(wordingOf(arrow)))

/** Drawn as the command is sent, or the way the message goes. */
function workerOf({ from, to }: Connection): End | undefined {
  if (isRedis(from) === isRedis(to)) return undefined
  return isRedis(from) ? to : from
}

interface Popped {
  readonly connection: Connection
  readonly worker: End
  readonly command: string
}

const listOf = ({ connection: { from, to }, worker }: Popped): End => (from === worker ? to : from)

/** One mend does for all workers of a list, wherever they are drawn. */
function judge(system: System, first: Popped, rest: readonly Popped[]): Report {
  const { connection, worker, command } = first
  const list = listOf(first)
  const others = rest.filter(each => each.worker !== worker)
  return {
    at: wordsOn(system, connection, popping) ?? labelSpanOf(connection),
    oncePerDocument: sameName(list.name),
    message: `${worker.name} takes messages off ${list.name} with ${command.toUpperCase()}: they leave the list before the work is done, so whatever ${worker.name} holds when it crashes or is deployed is lost. ${/z/i.test(command) ? 'Move them to a second set of what is in work, in one script,' : 'Write BLMOVE to a processing list,'} or use a stream with a consumer group (XREADGROUP, XACK).`,
    related: others.map(each => ({
      at: labelSpanOf(each.connection),
      message: `So does ${each.worker.name}`,
    })),
  }
}
