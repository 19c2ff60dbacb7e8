// `arrowsmith failures`: if something is down, what fails, what degrades, and when anybody notices.

import {
  type ColdCacheRow,
  coldCacheTables,
  type FailureRow,
  failureTables,
  type StormRow,
  stormTables,
} from '../../../service'
import { markdownText } from '../../../text/markdown'
import { type AnalysisOption, analysisOptions, analyzing, tableFormat } from '../analysis'
import type { Arguments } from '../arguments'
import { defineCommand, exit } from '../command'
import { complainOfSize, type LeftOut } from '../left-out'
import { say, standardOutput } from '../output'
import { printable, printableJson } from '../printable'
import { alignedTable, pipedTable } from '../reporters/columns'
import { coldCacheColumns, failureColumns, stormColumns } from '../reporters/failure-columns'
import { terminalOf } from '../terminal'

type FailuresOption = AnalysisOption | 'format'

interface FileFailures extends LeftOut {
  readonly text: string
  readonly rows: readonly FailureRow[]
  readonly storms: readonly StormRow[]
  readonly coldCaches: readonly ColdCacheRow[]
}

export const command = defineCommand<FailuresOption>({
  name: 'failures',
  usage: 'arrowsmith failures [paths…] [options]',
  summary: 'Shows what the outage of each component does to every request flow.',
  details: `One thing is down at a time: a component, or a group with a stated region or availability. It hangs until its
callers time out, except with 'fails: refuse', a health check or a circuit breaker, or if no timeout would end the
wait. "Fails after" is the time after which nearly all errors have appeared, "stuck" the number of calls in flight then.
Where rates and capacities are stated, a second table shows how retries multiply errors: how many requests one becomes,
at which error rate they overload a component, and whether it recovers once the cause is gone. A third table shows what
reaches the components behind a cache with a stated hit ratio while the cache is empty.`,
  operands: true,
  options: {
    format: tableFormat,
    ...analysisOptions,
  },
  run: given =>
    analyzing(given, {
      each: ({ source, snapshot }): FileFailures => {
        const [outages, cold] = [failureTables(snapshot), coldCacheTables(snapshot)]
        return {
          path: source.path,
          text: source.text,
          rows: outages.rows,
          storms: stormTables(snapshot),
          coldCaches: cold.rows,
          leftOut: [...outages.leftOut, ...cold.leftOut],
        }
      },
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
        .map(({ path, rows, storms, coldCaches }) =>
          [
            printable(path),
            alignedTable(failureColumns, rows, terminal),
            ...(storms.length > 0 ? [alignedTable(stormColumns, storms, terminal)] : []),
            ...(coldCaches.length > 0 ? [alignedTable(coldCacheColumns, coldCaches, terminal)] : []),
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
  const coldCaches = files.flatMap(({ path, coldCaches: rows }) => rows.map(row => ({ path, ...row })))
  return printableJson({
    version: 1,
    failures,
    ...(storms.length > 0 && { storms }),
    ...(coldCaches.length > 0 && { coldCaches }),
  })
}

const asMarkdown = ({ path, rows, storms, coldCaches }: FileFailures): string =>
  [
    `### ${markdownText(path)}`,
    '',
    ...pipedTable(failureColumns, rows),
    ...(storms.length > 0 ? ['', ...pipedTable(stormColumns, storms)] : []),
    ...(coldCaches.length > 0 ? ['', ...pipedTable(coldCacheColumns, coldCaches)] : []),
  ].join('\n')
