// Jobs that are started again before they have ended.

import { periodIn } from '../../knowledge'
import { writeDuration } from '../../model/annotations'
import { hasKind, isComponent } from '../../model/ends'
import type { Call, Figure } from '../../model/system'
import { labelSpanOf } from '../queries/places'
import { defineRule } from '../rule'

export const jobOverlaps = defineRule({
  id: 'job-overlaps',
  category: 'consistency',
  speaksOf: 'contradiction',
  summary: 'A job takes longer than the time between two of its starts.',
  presets: { recommended: 'warning' },
  settledBy:
    /\bconcurrencyPolicy\b|\b(?:skip|forbid|prevent|avoid)\w* (?:\w+ )?(?:overlap\w*|if (?:still )?running)|\b(?:single|one) instance at a time\b|\bdistributed lock\b|\bshedlock\b|\bflock\b|\bleader election\b/i,
  options: {},

  *check(system) {
    for (const connection of system.connections) {
      const { caller, callee } = connection
      if (caller === callee || !isComponent(caller) || !isComponent(callee)) continue
      const every = pauseBetween({ connection, caller, callee })
      const takes = durationOf({ connection, caller, callee })
      if (every === undefined || !takes || takes.value <= every) continue
      yield {
        at: labelSpanOf(connection),
        message: `${caller.name} starts ${callee.name} again after ${writeDuration(every)}, and it takes ${writeDuration(takes.value)}: up to ${Math.ceil(takes.value / every)} run at once, work on the same rows and slow each other down. Skip a run while another is still running (an expiring lock, concurrencyPolicy: Forbid), or start it less often.`,
        related: [{ at: takes.span ?? callee.span, message: `Takes ${writeDuration(takes.value)}` }],
      }
    }
  },
})

/** Milliseconds from one start to the next. */
function pauseBetween({ connection, caller }: Call): number | undefined {
  if (connection.figures.interval?.stated) return connection.figures.interval.value
  if (!hasKind(caller, 'scheduler')) return undefined
  return periodIn(`${caller.text} ${connection.arrow.text}`)
}

const durationOf = ({ connection, callee }: Call): Figure<number> | undefined =>
  [connection.figures, callee.figures]
    .flatMap(({ p50, latency, p99 }) => [p50 ?? latency ?? p99])
    .find(figure => figure?.stated)
