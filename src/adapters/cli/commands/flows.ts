// `arrowsmith flows`: latency, availability and worst case of every request flow, and the tables kept in documents.

import {
  backgroundTables,
  brokenDiagrams,
  contracted,
  diagramsLeftOut,
  type FlowRow,
  flowsWithDeciding,
  flowTables,
  pageTables,
} from '../../../service'
import type { Change } from '../../../service/preview/messages'
import { markdownText } from '../../../text/markdown'
import { failed } from '../../disk/failure'
import { type AnalysisOption, analysisOptions, analyzing, tableFormat } from '../analysis'
import type { Arguments } from '../arguments'
import { defineCommand, exit } from '../command'
import type { Kept } from '../kept-flows/kept-flows'
import { complainOfSize, type LeftOut } from '../left-out'
import { complain, say, standardOutput } from '../output'
import { printable, printableJson } from '../printable'
import { type RateOption, rateOptions, statedRates, strangers, sweepLines, sweptRates } from '../rates'
import { assumptionsOf, markdownTable, noteLines, textTable } from '../reporters/flow-table'
import { type Terminal, terminalOf } from '../terminal'

type FlowsOption = AnalysisOption | RateOption | 'format' | 'assumed' | 'write' | 'check'

interface FileFlows extends LeftOut {
  readonly text: string
  readonly flows: readonly FlowRow[]
  /** What a browser asks for in all, and what nobody waits for. */
  readonly pages: readonly FlowRow[]
  readonly background: readonly FlowRow[]
  /** The lines of a sweep of rates. */
  readonly swept: readonly string[]
  /** Entries with a rate that this document does not have. */
  readonly strangers: readonly string[]
  /** The lines of diagrams with syntax errors. */
  readonly broken: readonly number[]
}

export const command = defineCommand<FlowsOption>({
  name: 'flows',
  usage: 'arrowsmith flows [paths…] [options]',
  summary: 'Computes latency, availability and worst case of every request flow.',
  details: `With --write, Markdown files are updated between markers: a table between the lines
'<!-- arrowsmith:flows -->' and '<!-- /arrowsmith:flows -->', a figure in a sentence as in
'<!-- arrowsmith: p99 of checkout -->630 ms<!-- /arrowsmith -->'. With --check, the exit code is 1 if one is out of date.
Figures are p50, p95, p99, answered, availability, downtime, worst case and objective of a flow, and overall coverage.`,
  operands: true,
  findings: 'with --check, a table or figure out of date',
  options: {
    format: tableFormat,
    assumed: { description: 'list every assumed figure' },
    ...rateOptions,
    write: { description: 'update the tables and figures in the documents' },
    check: { description: 'exit 1 if a table or figure in a document is out of date' },
    ...analysisOptions,
  },
  run: given => (given.has('write') || given.has('check') ? keep(given) : print(given)),
})

async function keep(given: Arguments<FlowsOption>): Promise<number> {
  const { keepFlows } = await import('../kept-flows/kept-flows')
  const write = given.has('write')
  return await analyzing(given, {
    each: file => keepFlows(file, { write }),
    all: files => concludeKeeping(files, write),
  })
}

function concludeKeeping(files: readonly Kept[], write: boolean): number {
  const drifted = files.filter(({ drifted, problems }) => drifted && problems.length === 0)
  const problems = files.flatMap(({ problems }) => problems)
  for (const sentence of problems) complain(sentence)
  for (const { path } of drifted)
    say(write ? `updated ${path}` : `${path}: its tables or figures of flows are out of date`)
  if (problems.length > 0) return exit.unusable
  if (drifted.length === 0) say(upToDate(files))
  return drifted.length > 0 && !write ? exit.findings : exit.ok
}

function upToDate(files: readonly Kept[]): string {
  const count = (key: 'tables' | 'figures', noun: string) => {
    const sum = files.reduce((sum, { [key]: number }) => sum + number, 0)
    return sum === 0 ? [] : [`${sum} ${noun}${sum === 1 ? '' : 's'}`]
  }
  const kept = [...count('tables', 'table'), ...count('figures', 'figure')]
  return kept.length === 0 ? 'no tables or figures of flows found' : `${kept.join(' and ')} up to date`
}

async function print(given: Arguments<FlowsOption>): Promise<number> {
  const [stated, swept] = [statedRates(given), sweptRates(given)]
  if (!failed(stated) && !failed(swept)) return await printUnder({ stated, swept }, given)
  for (const each of [stated, swept]) if (failed(each)) complain(each.failure)
  return exit.unusable
}

interface Rates {
  /** What every flow is worked out with, and the rates that are tried one after the other. */
  readonly stated: readonly Change[]
  readonly swept: readonly Change[]
}

function printUnder({ stated, swept }: Rates, given: Arguments<FlowsOption>): Promise<number> {
  return analyzing(given, {
    each: ({ source, snapshot }): FileFlows => ({
      path: source.path,
      text: source.text,
      flows: (given.value('format') === 'json' ? flowsWithDeciding : flowTables)(snapshot, stated),
      pages: pageTables(snapshot, stated),
      background: backgroundTables(snapshot, stated),
      swept: sweepLines(snapshot, swept, stated),
      strangers: strangers([...stated, ...swept], snapshot),
      broken: brokenDiagrams(snapshot),
      leftOut: diagramsLeftOut(snapshot),
    }),
    all: files => (areKnown(files) ? printAll(files, given) : exit.unusable),
  })
}

/** Whether each entry with a rate is in one document at least; says which is not. */
function areKnown(files: readonly FileFlows[]): boolean {
  const unknown = (files[0]?.strangers ?? []).filter(name =>
    files.every(file => file.strangers.includes(name)),
  )
  for (const name of unknown)
    complain(`no component is called ${printable(name)}: name an entry by its id or its label`)
  return unknown.length === 0
}

async function printAll(all: readonly FileFlows[], given: Arguments<FlowsOption>): Promise<number> {
  const files = all.filter(({ flows, background }) => flows.length + background.length > 0)
  const format = given.value('format')
  complainOfSize(all)
  // The notes under a table say so too; JSON has none, and neither has what is left of no flow.
  if (format === 'json' || files.length === 0) complainOfSyntax(all)
  const sweeps = files.filter(({ swept }) => swept.length > 0)
  if (sweeps.length > 0) say(sweeps.map(sweepText).join('\n\n'))
  else if (format === 'json') say(asJson(files))
  else if (files.length === 0) say('No request flows found.')
  else if (format === 'markdown') say(asMarkdown(files, given.has('assumed')))
  else {
    const texts = all.map(({ text }) => text)
    say(asText(files, given.has('assumed'), await terminalOf(standardOutput(), { color: false, texts })))
  }
  return exit.ok
}

function complainOfSyntax(files: readonly FileFlows[]): void {
  for (const { path, broken } of files)
    for (const line of broken)
      complain(`${path}:${line}: the diagram has syntax errors; the affected statements are left out`)
}

const sweepText = ({ path, swept }: FileFlows): string =>
  [printable(path), ...swept.map(line => `  ${printable(line)}`)].join('\n')

function asJson(files: readonly FileFlows[]): string {
  const rows = (of: (file: FileFlows) => readonly FlowRow[]) =>
    files.flatMap(file => of(file).map(row => ({ path: file.path, ...contracted(row) })))
  const [pages, background] = [rows(file => file.pages), rows(file => file.background)]
  return printableJson({
    version: 1,
    flows: rows(({ flows }) => flows),
    ...(pages.length > 0 && { pages }),
    ...(background.length > 0 && { background }),
  })
}

interface TitledTable {
  readonly title: string
  readonly rows: readonly FlowRow[]
}

const tablesOf = ({ flows, pages, background }: FileFlows): readonly TitledTable[] =>
  [
    { title: 'Flow', rows: flows },
    { title: 'Page', rows: pages },
    { title: 'Background', rows: background },
  ].filter(({ rows }) => rows.length > 0)

const allRows = ({ flows, pages, background }: FileFlows): readonly FlowRow[] => [
  ...flows,
  ...pages,
  ...background,
]

function asMarkdown(files: readonly FileFlows[], all: boolean): string {
  return files
    .map(file =>
      [
        `### ${markdownText(file.path)}`,
        '',
        ...tablesOf(file).flatMap(({ title, rows }) => [...markdownTable(rows, title), '']),
        markdownText(notesOn(file).join(' ')),
        ...(all ? assumed(allRows(file)).map(line => `- ${markdownText(line)}`) : []),
      ].join('\n'),
    )
    .join('\n\n')
}

function asText(files: readonly FileFlows[], all: boolean, terminal: Terminal): string {
  return files
    .map(file =>
      [
        printable(file.path),
        ...tablesOf(file).map(({ title, rows }) => textTable(rows, terminal, title)),
        ...notesOn(file).map(line => `  ${printable(line)}`),
        ...(all ? assumed(allRows(file)).map(line => `      ${printable(line)}`) : []),
      ].join('\n'),
    )
    .join('\n\n')
}

/** What the figures leave out, and where to look for more about objectives. */
const notesOn = (file: FileFlows): readonly string[] => [
  ...noteLines(allRows(file)),
  ...(file.flows.some(({ objective }) => objective)
    ? ["'arrowsmith plan' shows the budget of each dependency and the figures that decide."]
    : []),
]

const assumed = (flows: readonly FlowRow[]): string[] =>
  assumptionsOf(flows).map(({ at, key, value, source }) => `${at}: ${key} ${value} (${source})`)
