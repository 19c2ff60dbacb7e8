// Timeouts that cut off answers which are merely slow.

import { roundUp } from '../../advice/suggested-timeout'
import { shareBeyond } from '../../math'
import { writeDuration, writeShare } from '../../model/annotations'
import { isComponent } from '../../model/ends'
import { hiddenTimeout, statedLimit } from '../../model/hidden-defaults'
import { isAwaited } from '../../model/requests'
import type { Connection, Figure, System } from '../../model/system'
import { restateArrow } from '../fixes/annotate'
import { labelSpanOf } from '../queries/places'
import { defineRule, type Fix, type Report } from '../rule'

export const timeoutBelowLatency = defineRule({
  id: 'timeout-below-latency',
  category: 'timeouts',
  speaksOf: 'contradiction',
  topic: 'timeout',
  summary: 'A timeout is shorter than the stated latency of what it waits for.',
  presets: { recommended: 'warning' },
  raised: 'error',
  fixable: 'review',
  supersedes: ['slow-in-request'],
  options: {},

  *check(system) {
    for (const connection of system.connections.filter(isAwaited)) {
      const timeout = connection.figures.timeout ?? statedLimit(connection)
      const slow = timeout?.stated ? slowestStated(connection) : undefined
      if (timeout && slow && timeout.value < slow.figure.value)
        yield judge(system, { connection, timeout, slow })
      else yield* judgeDefault(connection)
    }
  },
})

/** What a product in front gives up by itself, although no timeout is written: where the usual answer takes longer. */
function* judgeDefault(connection: Connection): Iterable<Report> {
  const limit = hiddenTimeout(connection)
  const slow = limit && slowestStated(connection)
  if (!limit || !slow || slow.beyond(limit.value) < 0.5) return
  const { caller, callee } = connection
  const takes = writeDuration(slow.figure.value)
  yield {
    at: labelSpanOf(connection),
    message: `${caller.name} gives up after ${writeDuration(limit.value)} by default, and ${callee.name} takes ${takes}: most calls fail although ${callee.name} is healthy, and its work is wasted. Answer 202 Accepted with a status URL and let a worker do the work, or state the timeout that ${caller.name} is configured with.`,
    related: [
      { at: slow.figure.span ?? callee.span, message: `Takes ${takes}; the limit is from ${limit.source}` },
    ],
  }
}

interface Slow {
  readonly name: string
  readonly figure: Figure<number>
  readonly callee: string
  /** The share of answers that take longer than `ms`. */
  readonly beyond: (ms: number) => number
}

interface Misfit {
  readonly connection: Connection
  readonly timeout: Figure<number>
  readonly slow: Slow
}

/** The call's own latency where that is stated, else its callee's: it can't answer sooner. */
function slowestStated(connection: Connection): Slow | undefined {
  const { callee } = connection
  const places = [connection.figures, ...(isComponent(callee) ? [callee.figures] : [])]
  for (const stated of places) {
    for (const name of ['p99', 'p95', 'p50', 'latency'] as const) {
      const figure = stated[name]
      if (figure?.stated)
        return { name, figure, callee: callee.name, beyond: ms => shareBeyond(stated, ms) ?? 0 }
    }
  }
  return undefined
}

function judge(system: System, { connection, timeout, slow }: Misfit): Report {
  const { name, figure, callee, beyond } = slow
  const lost = beyond(timeout.value)
  const value = writeDuration(roundUp(figure.value * (name === 'p99' ? 1.5 : 3)))
  const usually = lost >= 0.5
  return {
    at: timeout.span ?? connection.arrow.operator,
    message: `${writeDuration(timeout.value)} is less than ${callee} needs: its ${name} is ${writeDuration(figure.value)}. ${usually ? 'Most' : 'About'} ${usually ? `calls (${percent(lost)})` : `${percent(lost)} of the calls`} are cut off although ${callee} is healthy, and retries only repeat them. Write timeout: ${value}, or make ${callee} faster.`,
    ...(figure.span && { related: [{ at: figure.span, message: `${callee} takes this long` }] }),
    fixes: connection.figures.timeout ? [raise(system, connection, value)] : [],
    raised: usually,
  }
}

const raise = (system: System, connection: Connection, value: string): Fix => ({
  title: `Raise the timeout to ${value}`,
  edits: restateArrow(system, { connection, key: 'timeout', value }),
  safe: false,
})

/** "3%" to two digits. */
const percent = (share: number): string => writeShare(Number(share.toPrecision(2)))
