// `arrowsmith failures`: if something is down, what fails, what degrades, and when anybody notices.

import { type FailureRow, failureTables, type StormRow, stormTables } from '../../../service'
import { estimate, formatPercentage } from '../../../text/figures'
import { markdownText } from '../../../text/markdown'
import { type AnalysisOption, analysisOptions, analyzing, tableFormat } from '../analysis'
import type { Arguments } from '../arguments'
import { defineCommand, exit } from '../command'
import { complainOfSize, type LeftOut } from '../left-out'
import { say, standardOutput } from '../output'
import { printable, printableJson } from '../printable'
import { alignedTable, type Column, pipedTable } from '../reporters/columns'
import { manyOf } from '../reporters/flow-table'
import { terminalOf } from '../terminal'

type FailuresOption = AnalysisOption | 'format'

interface FileFailures extends LeftOut {
  readonly text: string
  readonly rows: readonly FailureRow[]
  readonly storms: readonly StormRow[]
}

export const command = defineCommand<FailuresOption>({
  name: 'failures',
  usage: 'arrowsmith failures [paths…] [options]',
  summary: 'Shows what the outage of each component does to every request flow.',
  details: `One thing is down at a time: a component, or a group with a stated region or availability. It hangs until its
callers time out, except with 'fails: refuse', a health check or a circuit breaker, or if no timeout would end the
wait. "Fails after" is the time after which nearly all errors have appeared, "stuck" the number of calls in flight then.
Where rates and capacities are stated, a second table shows how retries multiply errors: how many requests one becomes,
at which error rate they overload a component, and whether it recovers once the cause is gone.`,
  operands: true,
  options: {
    format: tableFormat,
    ...analysisOptions,
  },
  run: given =>
    analyzing(given, {
      each: ({ source, snapshot }): FileFailures => ({
        path: source.path,
        text: source.text,
        ...failureTables(snapshot),
        storms: stormTables(snapshot),
      }),
      all: files => printAll(files, given),
    }),
})

async function printAll(all: readonly FileFailures[], given: Arguments<FailuresOption>): Promise<number> {
  const files = all.filter(({ rows }) => rows.length > 0)
  const format = given.value('format')
  complainOfSize(all)
  if (format === 'json') say(asJson(files))
  else if (files.length === 0) say('No request flows found.')
  else if (format === 'markdown') say(files.map(asMarkdown).join('\n\n'))
  else {
    const texts = all.map(({ text }) => text)
    const terminal = await terminalOf(standardOutput(), { color: false, texts })
    say(
      files
        .map(({ path, rows, storms }) =>
          [
            printable(path),
            alignedTable(columns, rows, terminal),
            ...(storms.length > 0 ? [alignedTable(stormColumns, storms, terminal)] : []),
          ].join('\n'),
        )
        .join('\n\n'),
    )
  }
  return exit.ok
}

function asJson(files: readonly FileFailures[]): string {
  const failures = files.flatMap(({ path, rows }) => rows.map(row => ({ path, ...row })))
  const storms = files.flatMap(({ path, storms }) => storms.map(row => ({ path, ...row })))
  return printableJson({ version: 1, failures, ...(storms.length > 0 && { storms }) })
}

const asMarkdown = ({ path, rows, storms }: FileFailures): string =>
  [
    `### ${markdownText(path)}`,
    '',
    ...pipedTable(columns, rows),
    ...(storms.length > 0 ? ['', ...pipedTable(stormColumns, storms)] : []),
  ].join('\n')

const perSecond = (rate: number): string => `${Number(rate.toPrecision(3))}/s`

const multiplied = (index: number, name: string): Column<StormRow> => ({
  name,
  figure: true,
  cell: ({ rate, multiplied }) => {
    const factor = multiplied[index]?.factor ?? 1
    return `${perSecond(rate * factor)} (× ${Number(factor.toPrecision(3))})`
  },
})

const stormColumns: readonly Column<StormRow>[] = [
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

const columns: readonly Column<FailureRow>[] = [
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
