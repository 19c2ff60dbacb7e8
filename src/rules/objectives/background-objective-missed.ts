// Promises about work that nobody waits for: how old messages and results may get, how long an outage may last on.

import { freshInTime, verdictOn } from '../../advice/objective-verdict'
import { roundUp } from '../../advice/suggested-timeout'
import { type JudgedFigures, systemFigures } from '../../math'
import { writeDuration } from '../../model/annotations'
import type { StatedObjective, System } from '../../model/system'
import {
  type Commitment,
  commitmentName,
  figuresIn,
  type JudgedFlow,
  placeOfCommitment,
  promisesOfBackground,
  shareOf,
  unjudged,
} from '../queries/promises/commitments'
import { defineRule, type Report } from '../rule'

export const backgroundObjectiveMissed = defineRule({
  id: 'background-objective-missed',
  category: 'objectives',
  speaksOf: 'contradiction',
  summary: 'Messages or results get older, or an outage takes longer to work off, than the objective says.',
  presets: { sketch: 'info' },
  raised: 'error',
  needsFigures: true,
  options: {},

  *check(system) {
    const figures = systemFigures(system)
    for (const commitment of promisesOfBackground(system)) {
      const promised = ofBackground(commitment.objective)
      if (promised.freshness === undefined && promised.drain === undefined) continue
      const { judged, leftOut } = figuresIn(commitment, figures)
      const missed = judged.find(({ reached }) => !verdictOn(promised, reached).met)
      if (missed) yield judge(missed, { commitment, promised, system })
      else if (leftOut[0]) yield unjudged(leftOut[0], commitment, system)
    }
  },
})

const ofBackground = ({ name, freshness, drain }: StatedObjective): StatedObjective => ({
  name,
  ...(freshness !== undefined && { freshness }),
  ...(drain !== undefined && { drain }),
})

interface Occasion {
  readonly commitment: Commitment
  readonly promised: StatedObjective
  readonly system: System
}

function judge({ flow, reached }: JudgedFlow, { commitment, promised, system }: Occasion): Report {
  const { missed, shortfalls } = verdictOn(promised, reached)
  const isLate = missed.includes('freshness')
  const kept = isLate ? `freshness ${writeDuration(promised.freshness ?? 0)}` : drainOf(promised)
  const pace = reached.backlog
    ? `${flow.to.name} gets ${perSecond(reached.backlog.arriving)} messages a second and does at most ${perSecond(reached.backlog.serving)}. `
    : ''
  const { figures } = flow.to
  return {
    at: placeOfCommitment(commitment.objective, system),
    message: `${commitmentName(commitment, flow)} promises ${kept}: ${shortfalls[0]}. ${pace}${remedyFor(reached, isLate)}`,
    related: [shareOf(flow.to, 'does the work')],
    raised: reached.backlog ? (figures.concurrency ?? figures.capacity)?.stated === true : isLate,
  }
}

const drainOf = ({ drain = 0 }: StatedObjective): string => `drain ${writeDuration(drain)}`

function remedyFor({ backlog, interval, answering }: JudgedFigures, isLate: boolean): string {
  const attained = isLate ? withInterval(answering(freshInTime), interval) : (backlog?.drain ?? null)
  const instead = attained === null ? '' : `, or promise ${writeDuration(attainable(attained))}`
  if (interval !== undefined) return `Run it more often${instead}.`
  return backlog
    ? `Give it more replicas or concurrency${instead}.`
    : `Shorten what is done for a message${instead}.`
}

const withInterval = (ms: number | null, interval = 0): number | null => (ms === null ? null : ms + interval)

/** Up to whole half hours, half minutes, or a round figure. */
function attainable(ms: number): number {
  const step = ms >= 3_600_000 ? 1_800_000 : 30_000
  return ms < 60_000 ? roundUp(ms) : Math.ceil(ms / step - 1e-6) * step
}

const perSecond = (rate: number): string => String(Number(rate.toPrecision(3)))
