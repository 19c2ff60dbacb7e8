// Stated figures that contradict each other or the speed of light.

import { judgeRoundTrip } from '../../math'
import { writeDuration } from '../../model/annotations'
import { callsOver } from '../../model/calls'
import { crossingOf } from '../../model/regions'
import type { Component, Connection, Figure, StatedObjective, System } from '../../model/system'
import type { Span } from '../../text/span'
import { commitmentsOf, placeOfCommitment } from '../queries/promises/commitments'
import { defineRule, type Report } from '../rule'

export const impossibleFigure = defineRule({
  id: 'impossible-figure',
  category: 'objectives',
  speaksOf: 'contradiction',
  summary: 'Stated figures contradict each other.',
  presets: { sketch: 'error' },
  options: {},

  *check(system) {
    for (const { text, figures } of system.components) {
      const contradiction = contradictionIn(figures, partOrders)
      if (contradiction) yield judge(text, contradiction)
      const quorum = quorumOf(text, figures)
      if (quorum) yield quorum
    }
    for (const connection of system.connections) {
      const contradiction = contradictionIn(connection.figures, callOrders)
      if (contradiction) yield judge(nameOf(connection), contradiction)
      const tooFast = fasterThanLight(connection, system)
      if (tooFast) yield tooFast
    }
    for (const { objective } of commitmentsOf(system)) yield* objectiveOf(objective, system)
  },
})

/** `less` can never exceed `more`. */
interface Order<K extends string> {
  readonly less: K
  readonly more: K
  readonly why: string
}

const percentile = 'a percentile is never below a lower one'
const percentiles = [
  { less: 'p50', more: 'p95', why: percentile },
  { less: 'p50', more: 'p99', why: percentile },
  { less: 'p95', more: 'p99', why: percentile },
] as const
const partOrders = percentiles
const callOrders = [
  ...percentiles,
  { less: 'rtt', more: 'p50', why: 'a call takes at least the round trip of its network' },
  { less: 'connectTimeout', more: 'timeout', why: 'connecting is part of the attempt' },
  { less: 'baseDelay', more: 'maxDelay', why: 'the first pause is one of the pauses' },
] as const

type Durations<K extends string> = { readonly [P in K]?: Figure<number> }

interface Contradiction {
  readonly order: Order<string>
  readonly at: Span
  readonly low: Figure<number>
  readonly high: Figure<number>
}

/** At most one a place: p50 above p95 and p99 is one mistake. */
function contradictionIn<K extends string>(
  figures: Durations<K>,
  orders: readonly Order<K>[],
): Contradiction | undefined {
  for (const order of orders) {
    const low = figures[order.less]
    if (!low?.stated || !low.span) continue
    const high = figures[order.more]
    if (high?.stated && low.value > high.value) return { order, at: low.span, low, high }
  }
  return undefined
}

function judge(name: string, { order: { less, more, why }, at, low, high }: Contradiction): Report {
  return {
    at,
    message: `${name} states ${less} ${writeDuration(low.value)} above ${more} ${writeDuration(high.value)}: ${why}. Correct the one that is wrong.`,
    ...(high.span && { related: [{ at: high.span, message: `${more} ${writeDuration(high.value)}` }] }),
  }
}

const nameOf = ({ caller, callee }: Connection): string => `${caller.name} → ${callee.name}`

function quorumOf(name: string, { quorum, replicas }: Component['figures']): Report | undefined {
  if (!quorum?.span || !replicas?.stated || quorum.value <= replicas.value) return undefined
  return {
    at: quorum.span,
    message: `${name} needs ${quorum.value} of ${replicas.value} replicas: it can never be up. A majority of ${replicas.value} is ${Math.floor(replicas.value / 2) + 1}.`,
    ...(replicas.span && { related: [{ at: replicas.span, message: `${replicas.value} replicas` }] }),
  }
}

function fasterThanLight(connection: Connection, system: System): Report | undefined {
  const figure = connection.figures.rtt ?? connection.figures.p50
  if (!figure?.stated || !figure.span) return undefined
  const [call] = callsOver(system, connection)
  const crossing = call && crossingOf(call)
  if (!crossing) return undefined
  // Cities stand for sites: 2 ms of light.
  if (judgeRoundTrip(crossing.km, figure.value + 2) !== 'impossible') return undefined
  return {
    at: figure.span,
    message: `${nameOf(connection)} states ${writeDuration(figure.value)} for a round trip between ${crossing.from.id} and ${crossing.to.id}: light in a vacuum needs ${Math.round(crossing.vacuumFloorMs)}ms for ${Math.round(crossing.km)} km and back. ${crossing.measured ? 'Measured' : 'Likely'} are ${Math.round(crossing.ms)}ms.`,
  }
}

const aims = ['p50', 'p95', 'p99', 'p999'] as const

function* objectiveOf(objective: StatedObjective, system: System): Iterable<Report> {
  const stated = aims.flatMap(name => (objective[name] === undefined ? [] : [{ name, ms: objective[name] }]))
  for (const [index, low] of stated.entries()) {
    const high = stated.slice(index + 1).find(({ ms }) => ms < low.ms)
    if (!high) continue
    yield {
      at: placeOfCommitment(objective, system),
      message: `${objective.name} promises ${low.name} ${writeDuration(low.ms)} above ${high.name} ${writeDuration(high.ms)}: ${percentile}. Correct the one that is wrong.`,
    }
    return
  }
}
