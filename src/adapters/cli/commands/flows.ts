// `arrowsmith flows`: latency, availability and worst case of every request flow, and the tables kept in documents.

import { brokenDiagrams, contracted, diagramsLeftOut, type FlowRow, flowTables } from '../../../service'
import type { Change } from '../../../service/preview/messages'
import { markdownText } from '../../../text/markdown'
import { failed } from '../../disk/failure'
import { type AnalysisOption, analysisOptions, analyzing } from '../analysis'
import type { Arguments } from '../arguments'
import { defineCommand, exit } from '../command'
import type { Kept } from '../flow-table-sync'
import { complain, say, standardOutput } from '../output'
import { printable, printableJson } from '../printable'
import { type RateOption, rateOptions, statedRates, strangers, sweepLines, sweptRates } from '../rates'
import { assumptionsOf, markdownTable, noteLines, textTable } from '../reporters/flow-table'
import { type Terminal, terminalOf } from '../terminal'

type FlowsOption = AnalysisOption | RateOption | 'format' | 'assumed' | 'write' | 'check'

interface FileFlows {
  readonly path: string
  readonly text: string
  readonly flows: readonly FlowRow[]
  /** The lines of a sweep of rates. */
  readonly swept: readonly string[]
  /** Entries with a rate that this document does not have. */
  readonly strangers: readonly string[]
  /** The lines of diagrams with syntax errors. */
  readonly broken: readonly number[]
  /** What is said of diagrams that are too large to have flows. */
  readonly leftOut: readonly { readonly line: number; readonly message: string }[]
}

export const command = defineCommand<FlowsOption>({
  name: 'flows',
  usage: 'arrowsmith flows [paths…] [options]',
  summary: 'Computes latency, availability and worst case of every request flow.',
  details: `With --write, the table between '<!-- arrowsmith:flows -->' and '<!-- /arrowsmith:flows -->' in a Markdown
file is kept true; with --check, the exit code is 1 if one no longer is.`,
  operands: true,
  findings: 'with --check, a table out of date',
  options: {
    format: {
      value: 'FORMAT',
      short: 'f',
      choices: ['text', 'json', 'markdown'],
      description: 'how flows are written',
    },
    assumed: { description: 'list every assumed figure' },
    ...rateOptions,
    write: { description: 'update the tables in the documents' },
    check: { description: 'exit 1 if a table in a document is out of date' },
    ...analysisOptions,
  },
  run: given => (given.has('write') || given.has('check') ? keep(given) : print(given)),
})

async function keep(given: Arguments<FlowsOption>): Promise<number> {
  const { keepTables } = await import('../flow-table-sync')
  const write = given.has('write')
  return await analyzing(given, {
    each: file => keepTables(file, { write }),
    all: files => concludeKeeping(files, write),
  })
}

function concludeKeeping(files: readonly Kept[], write: boolean): number {
  const many = (count: number) => `${count} ${count === 1 ? 'table' : 'tables'}`
  const drifted = files.filter(({ drifted, problem }) => drifted && problem === undefined)
  const problems = files.flatMap(({ problem }) => problem ?? [])
  const tables = files.reduce((sum, { tables }) => sum + tables, 0)
  for (const sentence of problems) complain(sentence)
  for (const { path } of drifted)
    say(write ? `updated ${path}` : `${path}: the table of flows is out of date`)
  if (problems.length > 0) return exit.unusable
  if (drifted.length === 0) say(tables === 0 ? 'no tables of flows found' : `${many(tables)} up to date`)
  return drifted.length > 0 && !write ? exit.findings : exit.ok
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
      flows: flowTables(snapshot, stated),
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
  const files = all.filter(({ flows }) => flows.length > 0)
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
      complain(`${path}:${line}: the diagram has syntax errors: what they hide is left out`)
}

function complainOfSize(files: readonly FileFlows[]): void {
  for (const { path, leftOut } of files)
    for (const { line, message } of leftOut) complain(`${path}:${line}: ${message}`)
}

const sweepText = ({ path, swept }: FileFlows): string =>
  [printable(path), ...swept.map(line => `  ${printable(line)}`)].join('\n')

function asJson(files: readonly FileFlows[]): string {
  const flows = files.flatMap(({ path, flows }) => flows.map(flow => ({ path, ...contracted(flow) })))
  return printableJson({ version: 1, flows })
}

function asMarkdown(files: readonly FileFlows[], all: boolean): string {
  return files
    .map(({ path, flows }) =>
      [
        `### ${markdownText(path)}`,
        '',
        ...markdownTable(flows),
        '',
        markdownText(noteLines(flows).join(' ')),
        ...(all ? assumed(flows).map(line => `- ${markdownText(line)}`) : []),
      ].join('\n'),
    )
    .join('\n\n')
}

function asText(files: readonly FileFlows[], all: boolean, terminal: Terminal): string {
  return files
    .map(({ path, flows }) =>
      [
        printable(path),
        textTable(flows, terminal),
        ...noteLines(flows).map(line => `  ${printable(line)}`),
        ...(all ? assumed(flows).map(line => `      ${printable(line)}`) : []),
      ].join('\n'),
    )
    .join('\n\n')
}

const assumed = (flows: readonly FlowRow[]): string[] =>
  assumptionsOf(flows).map(({ at, key, value, source }) => `${at}: ${key} ${value} (${source})`)
