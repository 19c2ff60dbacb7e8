// Timeouts far above what the call takes: they let a callee that hangs take its callers with it.

import { roundUp } from '../../advice/suggested-timeout'
import { slowestOf } from '../../math'
import { writeDuration } from '../../model/annotations'
import { type End, hasKind, isComponent } from '../../model/ends'
import { isAwaited, isStream } from '../../model/requests'
import type { Component, Connection, Figure, System } from '../../model/system'
import { restateArrow } from '../fixes/annotate'
import { defineRule, fixOnDemand, type Report } from '../rule'

export const oversizedTimeout = defineRule({
  id: 'oversized-timeout',
  category: 'timeouts',
  speaksOf: 'hazard',
  topic: 'timeout',
  summary: 'A timeout is far longer than the call ever takes.',
  presets: { recommended: 'info' },
  fixable: 'review',
  options: {
    times: { default: 20, description: 'A timeout longer than this many times the slow answer is too long.' },
  },

  *check(system, { times }) {
    for (const connection of system.connections) {
      if (!isAwaited(connection) || isStream(connection)) continue
      const { timeout } = connection.figures
      const slow = timeout?.stated ? slowAnswer(connection) : undefined
      if (!timeout || !slow || timeout.value < Math.max(slow.ms * times, least)) continue
      yield judge(system, connection, { timeout, ...slow })
    }
  },
})

/** Milliseconds: shorter ones hold nobody up for long. */
const least = 5000

interface SlowAnswer {
  readonly ms: number
  readonly says: string
}

/** A stated tail; of a cache it is known how long an answer takes. */
function slowAnswer({ figures, callee }: Connection): SlowAnswer | undefined {
  for (const stated of [figures, ...(isLeaf(callee) ? [callee.figures] : [])]) {
    const isStated = [stated.p99, stated.p95].some(figure => figure?.stated)
    const ms = isStated ? slowestOf(stated) : undefined
    if (ms !== undefined) return { ms, says: `whose slow answers take ${writeDuration(Math.round(ms))}` }
  }
  return hasKind(callee, 'cache')
    ? { ms: slowCache, says: 'a cache, which answers in a few milliseconds' }
    : undefined
}

/** Milliseconds: a cache that takes longer is no help. */
const slowCache = 50

/** What calls others takes longer than its own work. */
const isLeaf = (end: End): end is Component =>
  isComponent(end) && !end.outgoing.some(({ connection }) => isAwaited(connection))

interface Oversize extends SlowAnswer {
  readonly timeout: Figure<number>
}

function judge(system: System, connection: Connection, { timeout, ms, says }: Oversize): Report {
  const { caller, callee } = connection
  const value = writeDuration(roundUp(ms * 3))
  const held = Math.round(timeout.value / ms)
  return {
    at: timeout.span ?? connection.arrow.operator,
    message: `${caller.name} waits up to ${writeDuration(timeout.value)} for ${callee.name}, ${says}. When it hangs, each request holds its thread ${held} times as long, and ${caller.name} runs out of threads. Write timeout: ${value}.`,
    fixes: [
      fixOnDemand(`Lower the timeout to ${value}`, () =>
        restateArrow(system, { connection, key: 'timeout', value }),
      ),
    ],
  }
}
