// Fail-overs that take longer than the outage that was promised.

import { downtimeOf } from '../../math'
import { writeDuration, writeShare } from '../../model/annotations'
import { durationIn } from '../../model/annotations/metadata/values'
import { hasKind } from '../../model/ends'
import { visitsOf } from '../../model/flows'
import type { Component, Flow, System } from '../../model/system'
import type { Span } from '../../text/span'
import { type Commitment, commitmentsOf, placeOfCommitment } from '../queries/promises/commitments'
import { defineRule, type Report } from '../rule'

export const failoverExceedsObjective = defineRule({
  id: 'failover-exceeds-objective',
  category: 'objectives',
  speaksOf: 'contradiction',
  summary: 'A fail-over takes longer than the promised outage.',
  presets: { recommended: 'warning' },
  supersedes: ['dns-ttl-failover'],
  options: {},

  *check(system) {
    const judged = new Set<Component>()
    for (const commitment of commitmentsOf(system)) {
      for (const part of new Set(commitment.flows.flatMap(partsOf))) {
        const judgement = judged.has(part) ? undefined : judgeFor(commitment, part, system)
        if (judgement) judged.add(part)
        if (judgement) yield judgement
      }
    }
    for (const part of system.components)
      if (part.figures.rto?.stated && !judged.has(part)) yield* judgeOwn(part)
  },
})

const partsOf = ({ plan, entry }: Flow): readonly Component[] => [
  entry,
  ...visitsOf(plan).map(({ component }) => component),
]

interface Failover {
  /** Milliseconds. */
  readonly takes: number
  readonly how: string
  readonly at?: Span
}

/** The standby's own time, or the time until resolvers have forgotten the dead address. */
function failoverOf(part: Component): Failover | undefined {
  const { failover, ttl, healthCheck } = part.figures
  if (failover?.stated)
    return {
      takes: failover.value,
      how: `fails over in ${writeDuration(failover.value)}`,
      at: failover.span,
    }
  if (!ttl?.stated || !hasKind(part, 'dns')) return undefined
  const interval = typeof healthCheck?.value === 'string' ? (durationIn(healthCheck.value) ?? 0) : 0
  const detection = interval * failuresNeeded
  const sum = `${detection > 0 ? `${failuresNeeded} failed checks ${writeDuration(detection)} + ` : ''}TTL ${writeDuration(ttl.value)}`
  return {
    takes: detection + ttl.value,
    how: `needs ${writeDuration(detection + ttl.value)} to move clients (${sum})`,
    at: ttl.span,
  }
}

/** What Route 53 asks for unless told otherwise. */
const failuresNeeded = 3

function judgeFor(commitment: Commitment, part: Component, system: System): Report | undefined {
  const found = failoverOf(part)
  const { name, rto, availability } = commitment.objective
  if (!found) return undefined
  const place = placeOfCommitment(commitment.objective, system)
  const related = [{ at: place, message: `the objective of ${name}` }]
  const at = found.at ?? place
  if (rto !== undefined && found.takes > rto) {
    const message = `${part.name} ${found.how}, and ${name} may be down for ${writeDuration(rto)}. ${remedy}`
    return { at, message, related }
  }
  const budget = availability === undefined ? Infinity : downtimeOf(1 - availability).month * 1000
  if (availability === undefined || found.takes <= budget) return undefined
  const message = `${part.name} ${found.how}: one fail-over uses more than the ${inWords(budget)} of outage that ${writeShare(availability)} allows ${name} in a month. ${remedy}`
  return { at, message, related }
}

const remedy =
  'Detect failures faster, lower the TTL, let both sides serve (active-active), or promise this outage.'

function* judgeOwn(part: Component): Iterable<Report> {
  const found = failoverOf(part)
  const rto = part.figures.rto
  if (!found?.at || !rto?.stated || found.takes <= rto.value) return
  const message = `${part.name} ${found.how}, and may be down for ${writeDuration(rto.value)}. ${remedy}`
  yield {
    at: found.at,
    message,
    ...(rto.span && { related: [{ at: rto.span, message: 'the outage accepted' }] }),
  }
}

const inWords = (ms: number): string =>
  ms >= 60_000 ? `${Number((ms / 60_000).toPrecision(2))} min` : `${Number((ms / 1000).toPrecision(2))} s`
