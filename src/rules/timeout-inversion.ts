// Callees that may still be working when their caller has given up.

import { callsMadeIn, statedBudgets } from '../math'
import { formatDuration } from '../model/annotations'
import type { Call, System, Visit } from '../model/system'
import { defineRule, fixOnDemand, type Judgement } from './rule'
import { restateArrow } from './writing/annotate'

export const timeoutInversion = defineRule({
  id: 'timeout-inversion',
  category: 'failure-handling',
  summary: 'A caller gives up before its callee does.',
  presets: { recommended: 'warning' },
  fixable: 'review',
  options: {},

  *check(system) {
    if (!system.connections.some(({ figures }) => figures.timeout)) return
    const judged = new Set<number>()
    for (const { visits, budget } of statedBudgets(system)) {
      for (const visit of visits) {
        const inversion = inversionAt(visit, budget)
        if (!inversion || judged.has(inversion.call.connection.index)) continue
        judged.add(inversion.call.connection.index)
        yield judge(system, inversion)
      }
    }
  },
})

interface Inversion {
  readonly visit: Visit
  readonly call: Call
  /** Milliseconds the caller waits for one attempt. */
  readonly waits: number
  /** Milliseconds the callee may take by its own stated timeouts. */
  readonly works: number
}

function inversionAt(visit: Visit, budget: (visit: Visit) => number): Inversion | undefined {
  const { call } = visit
  const waits = call?.connection.figures.timeout?.value
  if (!call || waits === undefined || visit.async) return undefined
  const works = budget(visit)
  return works >= waits ? { visit, call, waits, works } : undefined
}

function judge(system: System, inversion: Inversion): Judgement {
  const { visit, call, waits } = inversion
  const { callee, connection } = call
  const inner = callsMadeIn(visit)
  const onlyInner = inner.length === 1 ? inner[0] : undefined
  return {
    at: connection.figures.timeout?.span ?? connection.arrow.operator,
    message: `${whatIsSo(inversion)} Keep what ${callee.name} waits for below ${formatDuration(waits)}, or wait longer here.`,
    related: inner.map(({ connection: { arrow, figures }, callee: target }) => ({
      at: figures.timeout?.span ?? arrow.operator,
      message: `${callee.name} waits up to ${partOf({ connection: { arrow, figures }, callee: target })}`,
    })),
    fixes: onlyInner ? fixesOf(system, { inner: onlyInner, waits }) : [],
  }
}

/** With as much as the caller waits for all of the callee's own waiting, nothing is left for its work and the way back. */
function whatIsSo({ visit, call: { caller, callee }, waits, works }: Inversion): string {
  const wanted = formatDuration(waits)
  const inner = callsMadeIn(visit).map(partOf)
  const parts = inner.length > 0 ? `: ${inner.join(' + ')}` : ' by the timeouts behind it'
  return works === waits
    ? `${caller.name} waits ${wanted} for ${callee.name}, which may spend all of it waiting${parts}. That leaves no time for its own work and the way back: an answer in the last moment comes too late, and a retry doubles the load.`
    : `${caller.name} waits ${wanted} for ${callee.name}, which may work for ${formatDuration(works)}${parts}. After ${wanted} it works for nobody, and a retry doubles its load.`
}

type Part = {
  readonly connection: Pick<Call['connection'], 'arrow' | 'figures'>
  readonly callee: Call['callee']
}

/** "Postgres 3 × 1s". */
function partOf({ connection: { figures }, callee }: Part): string {
  const { timeout, deadline, attempts, retries } = figures
  const tries = attempts?.value ?? (retries ? retries.value + 1 : 1)
  if (!timeout) return `${callee.name} ${deadline ? formatDuration(deadline.value) : ''}`.trim()
  const limit =
    deadline && deadline.value < timeout.value * tries ? ` within ${formatDuration(deadline.value)}` : ''
  return tries > 1
    ? `${callee.name} ${tries} × ${formatDuration(timeout.value)}${limit}`
    : `${callee.name} ${formatDuration(timeout.value)}`
}

/** One call behind: its timeout divided so that all its attempts fit into four fifths of the caller's. */
function fixesOf(system: System, { inner, waits }: { inner: Call; waits: number }): Judgement['fixes'] {
  const { connection } = inner
  const { timeout, attempts, retries, deadline, backoff } = connection.figures
  if (!timeout || deadline || backoff) return []
  const tries = attempts?.value ?? (retries ? retries.value + 1 : 1)
  const each = Math.floor((waits * 0.8) / tries)
  if (!Number.isFinite(each) || each < 1) return []
  const value = formatDuration(each >= 100 ? Math.floor(each / 10) * 10 : each)
  const title = `Lower the timeout of ${inner.caller.name} → ${inner.callee.name} to ${value}`
  return [fixOnDemand(title, () => restateArrow(system, { connection, key: 'timeout', value }))]
}
