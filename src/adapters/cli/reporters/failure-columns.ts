// What outages, retries and empty caches do, as columns of tables.

import type { ColdCacheRow, FailureRow, StormRow } from '../../../service'
import { estimate, formatPercentage } from '../../../text/figures'
import type { Column } from './columns'
import { manyOf } from './flow-table'

const perSecond = (rate: number): string => `${Number(rate.toPrecision(3))}/s`

const multiplied = (index: number, name: string): Column<StormRow> => ({
  name,
  figure: true,
  cell: ({ rate, multiplied }) => {
    const factor = multiplied[index]?.factor ?? 1
    return `${perSecond(rate * factor)} (× ${Number(factor.toPrecision(3))})`
  },
})

export const stormColumns: readonly Column<StormRow>[] = [
  { name: 'Retries at', cell: ({ name }) => name },
  { name: 'Serves', figure: true, cell: ({ serving }) => perSecond(serving) },
  { name: 'Gets', figure: true, cell: ({ rate }) => perSecond(rate) },
  multiplied(0, '10% errors'),
  multiplied(1, '50% errors'),
  multiplied(2, 'all fail'),
  { name: 'Then', cell: row => storm(row) },
]

function storm({ state, tipping, recoversBelow }: StormRow): string {
  if (state === 'overloaded') return 'already overloaded'
  if (tipping === null) return 'stable: it has capacity for all retries'
  return `metastable: from ${formatPercentage(tipping)} errors on it stays overloaded until fewer than ${perSecond(recoversBelow)} arrive`
}

export const failureColumns: readonly Column<FailureRow>[] = [
  { name: 'Down', cell: ({ name }) => name },
  { name: 'Flow', cell: ({ flow }) => flow },
  { name: 'Requests', cell: row => requestsIn(row) },
  { name: 'p99', figure: true, cell: ({ p99 }) => estimate(p99) },
  { name: 'Usual p99', figure: true, cell: ({ usualP99 }) => estimate(usualP99) },
  {
    name: 'Fails after',
    figure: true,
    cell: row => (row.effect === 'none' ? '–' : estimate(row.shownAfter)),
  },
  { name: 'Attempts', figure: true, cell: ({ attempts }) => manyOf(attempts) },
  {
    name: 'Stuck',
    figure: true,
    unless: ({ stuck }) => stuck === undefined,
    cell: ({ stuck }) =>
      stuck === undefined ? '' : stuck === null ? 'no limit' : String(Math.ceil(stuck - 1e-3)),
  },
  {
    name: 'If it hangs',
    unless: ({ waitingForever }) => waitingForever < 0.001,
    cell: ({ waitingForever }) =>
      waitingForever < 0.001 ? '' : `${formatPercentage(waitingForever)} wait forever: no timeout`,
  },
]

function requestsIn({ effect, failed }: FailureRow): string {
  if (effect === 'fails') return 'all fail'
  if (effect === 'none') return 'as usual'
  return failed < 0.001 ? 'slower' : `${formatPercentage(failed)} fail`
}

const times = (factor: number | null): string =>
  factor === null ? 'unknown before' : `× ${Number(factor.toPrecision(3))}`

export const coldCacheColumns: readonly Column<ColdCacheRow>[] = [
  { name: 'Empty cache', cell: ({ cacheName }) => cacheName },
  { name: 'Answers instead', cell: ({ name }) => name },
  {
    name: 'Serves',
    figure: true,
    unless: ({ rates }) => rates?.serving == null,
    cell: ({ rates }) => (rates?.serving == null ? '' : perSecond(rates.serving)),
  },
  {
    name: 'Usually gets',
    figure: true,
    unless: ({ rates }) => rates === undefined,
    cell: ({ rates }) => (rates ? perSecond(rates.usual) : ''),
  },
  {
    name: 'Then gets',
    figure: true,
    cell: ({ rates, factor }) => (rates ? `${perSecond(rates.cold)} (${times(factor)})` : times(factor)),
  },
  {
    name: 'Then',
    unless: ({ rates }) => rates?.serving == null,
    cell: ({ rates }) => (rates?.serving == null ? '' : used(rates.cold / rates.serving)),
  },
]

/** The share of its capacity that it would need. */
const used = (utilization: number): string =>
  utilization < 1
    ? `${formatPercentage(utilization)} of its capacity`
    : `overloaded: ${Number(utilization.toPrecision(2))} times its capacity`
