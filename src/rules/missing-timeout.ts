// Calls whose caller waits for ever.

import { formatDuration } from '../model/annotations'
import { type End, hasKind, isComponent } from '../model/ends'
import { isAwaited, isStream } from '../model/requests'
import type { Connection, System } from '../model/system'
import type { Span } from '../text/span'
import { defineRule, type Fix } from './rule'
import { type Lack, once } from './subjects/once'
import { annotateArrow } from './writing/annotate'
import { suggestedTimeout } from './writing/suggestedTimeout'

export const missingTimeout = defineRule({
  id: 'missing-timeout',
  category: 'failure-handling',
  summary: 'A synchronous call states no timeout.',
  presets: { sketch: 'warning' },
  fixable: 'review',
  options: {},

  *check(system, _, review) {
    const eligible = system.connections.filter(waits)
    const missing = eligible.filter(isUnbounded).map(connection => new WaitsForEver(system, connection))
    yield* once(system, review, {
      eligible: eligible.length,
      missing,
      message: (count, all) =>
        `${count} of ${all} synchronous calls state no timeout. Most clients wait for ever by default: one dependency that hangs holds every thread in front of it. State timeout: on each, a little above what the call takes on a bad day.`,
      fixTitle: count => `State a timeout on all ${count} calls`,
    })
  },
})

/** Somebody waits for an answer. Streams live as long as they are used; their sign of life is a heartbeat. */
function waits(connection: Connection): boolean {
  const { caller, callee } = connection
  if (!isAwaited(connection) || isStream(connection) || [caller, callee].some(isJunction)) return false
  return !hasKind(caller, 'person', 'dns') && !hasKind(callee, 'dns', 'stun')
}

/** Where lines meet nobody waits. */
const isJunction = (end: End): boolean => isComponent(end) && end.node.junction === true

function isUnbounded({ figures }: Connection): boolean {
  return figures.timeout === undefined && figures.deadline === undefined
}

/** The timeout to write is worked out where it is read: most of these are only counted. */
class WaitsForEver implements Lack {
  readonly at: Span
  readonly brief: string
  readonly #system: System
  readonly #connection: Connection
  #suggested: string | undefined

  constructor(system: System, connection: Connection) {
    const { arrow, caller, callee } = connection
    this.at = arrow.operator
    this.brief = `${caller.name} waits for ${callee.name} without a timeout.`
    this.#system = system
    this.#connection = connection
  }

  get message(): string {
    return `${this.brief} When ${this.#connection.callee.name} hangs, so does every request in front of it. Write timeout: ${this.#timeout}.`
  }

  get fixes(): readonly Fix[] {
    const value = this.#timeout
    return [
      annotateArrow(this.#system, {
        connection: this.#connection,
        title: `State a timeout of ${value}`,
        entries: { timeout: value },
      }),
    ]
  }

  get #timeout(): string {
    this.#suggested ??= formatDuration(suggestedTimeout(this.#system, this.#connection))
    return this.#suggested
  }
}
