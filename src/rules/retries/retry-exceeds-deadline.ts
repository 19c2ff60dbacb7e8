// Attempts that no deadline leaves time for.

import { attemptsThatFit, policyOf } from '../../math'
import { writeDuration } from '../../model/annotations'
import type { Call, Figure, System } from '../../model/system'
import { restateArrow } from '../fixes/annotate'
import { defineRule, type Report } from '../rule'

export const retryExceedsDeadline = defineRule({
  id: 'retry-exceeds-deadline',
  category: 'retries',
  speaksOf: 'contradiction',
  topic: 'timeout',
  summary: 'The deadline ends before the attempts do.',
  presets: { recommended: 'warning' },
  fixable: 'review',
  options: {},

  *check(system) {
    const judged = new Set<number>()
    for (const call of system.calls) {
      const excess = excessOf(call)
      if (!excess || judged.has(call.connection.index)) continue
      judged.add(call.connection.index)
      yield judge(system, call, excess)
    }
  },
})

interface Excess {
  /** Milliseconds all attempts and pauses take when each runs into its timeout. */
  readonly needs: number
  readonly limit: Figure<number>
  readonly whose: string
  readonly attempts: number
  /** Attempts that end in time. */
  readonly fits: number
}

/** One attempt fits, all don't. A single attempt that doesn't fit is a matter of the timeout itself. */
function excessOf(call: Call): Excess | undefined {
  const { connection, caller } = call
  const { deadline, timeout } = connection.figures
  const handling = caller.figures.timeout
  const limit = handling && handling.value < (deadline?.value ?? Infinity) ? handling : deadline
  if (connection.role.value !== 'call' || !limit?.stated || !timeout) return undefined
  const { attempts, waits } = policyOf(call)
  const fits = attemptsThatFit(
    { attempts: Math.min(attempts, 1000), timeout: timeout.value, waits },
    limit.value,
  )
  if (attempts === 1 || fits === 0 || fits >= attempts) return undefined
  const needs = attempts * timeout.value + waits.reduce((sum, wait) => sum + wait, 0)
  return { needs, limit, whose: limit === deadline ? 'the call' : caller.name, attempts, fits }
}

function judge(system: System, call: Call, { needs, limit, whose, attempts, fits }: Excess): Report {
  const { connection, caller, callee } = call
  const { figures, arrow } = connection
  const each = writeDuration(figures.timeout?.value ?? 0)
  const pauses = needs - attempts * (figures.timeout?.value ?? 0)
  const sum = `${attempts} × ${each}${pauses > 0 ? ` + ${writeDuration(pauses)} of pauses` : ''}`
  const many = Number.isFinite(needs) ? `may take ${writeDuration(needs)} (${sum})` : 'may go on without end'
  const whole = fits === 1 ? 'one attempt fits' : `${fits} attempts fit`
  const [key, value] = figures.attempts ? (['attempts', fits] as const) : (['retries', fits - 1] as const)
  return {
    at: (figures.attempts ?? figures.retries)?.span ?? arrow.operator,
    message: `${caller.name}'s attempts at ${callee.name} ${many}, but ${whose} is over after ${writeDuration(limit.value)}. Only ${whole}; the last is cut off while ${callee.name} works on it. Write ${key}: ${value}, or a shorter timeout.`,
    ...(limit.span && {
      related: [{ at: limit.span, message: `Everything ends after ${writeDuration(limit.value)}` }],
    }),
    fixes: [
      {
        title: `Make only the ${fits === 1 ? 'attempt that fits' : `${fits} attempts that fit`}`,
        edits: restateArrow(system, { connection, key, value }),
        safe: false,
      },
    ],
  }
}
