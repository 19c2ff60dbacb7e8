// `--rate` and `--rates`: what arrives, instead of what the documents state.

import { type FlowRow, flowTables, hasComponent, rateChange, rateSweep, type Snapshot } from '../../service'
import type { Change } from '../../service/preview/messages'
import { estimate, formatPercentage } from '../../text/figures'
import { type FileFailure, failure } from '../disk/failure'
import type { Arguments } from './arguments'

export type RateOption = 'rate' | 'rates'

export const rateOptions = {
  rate: { value: 'ENTRY=RATE', repeated: true, description: 'the request rate at an entry: web=800/s' },
  rates: {
    value: 'ENTRY=A..B/s',
    description: 'a table for rates from A to B, and the rate at which the design breaks',
  },
} as const

/** The changes that every flow is worked out with, or a sentence about what cannot be read. */
export function statedRates(given: Arguments<RateOption>): readonly Change[] | FileFailure {
  const changes: Change[] = []
  for (const written of given.values('rate')) {
    const change = rateChange(written)
    if (!change) return failure(`--rate ${written}: write an entry and its rate, as in web=800/s`)
    changes.push(change)
  }
  return changes
}

/** The rates of a sweep from the lowest to the highest; none if none is asked for. */
export function sweptRates(given: Arguments<RateOption>): readonly Change[] | FileFailure {
  const written = given.value('rates')
  if (written === undefined) return []
  return (
    rateSweep(written) ?? failure(`--rates ${written}: write an entry and two rates, as in web=100..2000/s`)
  )
}

/** The names among the changes that a document does not know. */
export const strangers = (changes: readonly Change[], snapshot: Snapshot): readonly string[] =>
  [...new Set(changes.map(({ target }) => target))].filter(name => !hasComponent(snapshot, name))

/** A line for each rate and flow; the first rate at which something is asked for more than it can serve is marked. */
export function sweepLines(
  snapshot: Snapshot,
  rates: readonly Change[],
  others: readonly Change[],
): string[] {
  const broken = new Set<string>()
  return rates.flatMap(rate =>
    flowTables(snapshot, [...others, rate]).map(flow => {
      const isFirst = (flow.load?.[0]?.utilization ?? 0) > 1 && !broken.has(flow.name)
      if (isFirst) broken.add(flow.name)
      return `${rate.value.padStart(10)}  ${sweptLine(flow)}${isFirst ? '  <- breaks here' : ''}`
    }),
  )
}

function sweptLine({ name, p50, p99, failed, load }: FlowRow): string {
  const [fullest] = load ?? []
  const used = fullest ? `, ${fullest.at} used to ${Math.round(fullest.utilization * 100)}%` : ''
  return `${name}: p50 ${estimate(p50)}, p99 ${estimate(p99)}, ${formatPercentage(1 - failed)} answered${used}`
}
