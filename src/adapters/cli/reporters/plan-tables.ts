// What an objective lets fail, and the figures that decide whether it is met, as tables.

import type { PlacedPlan } from '../../../service'
import { estimate, formatPercentage, formatPeriod } from '../../../text/figures'
import type { Terminal } from '../terminal'
import { alignedTable, type Column, pipedTable } from './columns'

type Budget = NonNullable<PlacedPlan['budget']>
type Deciding = PlacedPlan['deciding'][number]

/** The whole first, then its parts. */
const usesIn = (budget: Budget): readonly Budget['parts'][number][] => [
  { ...budget, name: 'All together' },
  ...budget.parts,
]

const budgetColumns: readonly Column<Budget['parts'][number]>[] = [
  { name: 'Failures a year', cell: ({ name }) => name },
  { name: 'Allowed', figure: true, cell: ({ allowedSecondsPerYear }) => formatPeriod(allowedSecondsPerYear) },
  { name: 'Used', figure: true, cell: ({ usedSecondsPerYear }) => formatPeriod(usedSecondsPerYear) },
  {
    name: 'Left',
    figure: true,
    cell: ({ allowedSecondsPerYear: allowed, usedSecondsPerYear: used }) =>
      used > allowed ? `${formatPeriod(used - allowed)} too much` : formatPeriod(allowed - used),
  },
]

const figureNames: Readonly<Record<Deciding['figure'], string>> = {
  availability: 'availability',
  time: 'time',
  errorRate: 'error rate',
  hitRatio: 'hit ratio',
  rate: 'rate',
}

const decidingColumns = (now: Reached): readonly Column<Deciding>[] => [
  { name: 'What decides', cell: ({ name, figure }) => `${name}: ${figureNames[figure]}` },
  { name: 'Now', cell: ({ value, stated }) => `${value}${stated ? '' : ' (assumed)'}` },
  { name: 'If worse', cell: ({ worse }) => outcome(worse, now) },
  { name: 'If better', cell: ({ better }) => outcome(better, now) },
]

type Reached = PlacedPlan['now']

/** What is no longer as it is now, and whether the objective is met. */
function outcome({ value, reached }: Deciding['worse'], now: Reached): string {
  const figures = [
    (figures: Reached) => `p99 ${estimate(figures.p99)}`,
    (figures: Reached) => `${formatPercentage(figures.availability)} available`,
  ].flatMap(written => (written(reached) === written(now) ? [] : [written(reached)]))
  return `${value}: ${[...figures, reached.shortfalls.length === 0 ? 'met' : 'missed'].join(', ')}`
}

/** Aligned, each table as one text. */
export const planTables = ({ budget, deciding, now }: PlacedPlan, terminal: Terminal): readonly string[] => [
  ...(budget ? [alignedTable(budgetColumns, usesIn(budget), terminal)] : []),
  ...(deciding.length > 0 ? [alignedTable(decidingColumns(now), deciding, terminal)] : []),
]

/** The same in Markdown. */
export const planMarkdownTables = ({ budget, deciding, now }: PlacedPlan): readonly (readonly string[])[] => [
  ...(budget ? [pipedTable(budgetColumns, usesIn(budget))] : []),
  ...(deciding.length > 0 ? [pipedTable(decidingColumns(now), deciding)] : []),
]
