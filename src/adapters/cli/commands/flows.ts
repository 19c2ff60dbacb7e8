// `arrowsmith flows`: latency, availability and worst case of every request flow, and the tables kept in documents.

import { brokenDiagrams, diagramsLeftOut, type FlowRow, flowTables } from '../../../service'
import { markdownText } from '../../../text/markdown'
import { type AnalysisOption, analysisOptions, analyzing } from '../analysis'
import type { Arguments } from '../arguments'
import { defineCommand, exit } from '../command'
import type { Kept } from '../flow-table-sync'
import { complain, say, standardOutput } from '../output'
import { printable, printableJson } from '../printable'
import { assumptionsOf, contracted, markdownTable, noteLines, textTable } from '../reporters/flow-table'
import { type Terminal, terminalOf } from '../terminal'

type FlowsOption = AnalysisOption | 'format' | 'assumed' | 'write' | 'check'

interface FileFlows {
  readonly path: string
  readonly text: string
  readonly flows: readonly FlowRow[]
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

function print(given: Arguments<FlowsOption>): Promise<number> {
  return analyzing(given, {
    each: ({ source, snapshot }): FileFlows => ({
      path: source.path,
      text: source.text,
      flows: flowTables(snapshot),
      broken: brokenDiagrams(snapshot),
      leftOut: diagramsLeftOut(snapshot),
    }),
    all: files => printAll(files, given),
  })
}

async function printAll(all: readonly FileFlows[], given: Arguments<FlowsOption>): Promise<number> {
  const files = all.filter(({ flows }) => flows.length > 0)
  const format = given.value('format')
  complainOfSize(all)
  // The notes under a table say so too; JSON has none, and neither has what is left of no flow.
  if (format === 'json' || files.length === 0) complainOfSyntax(all)
  if (format === 'json') say(asJson(files))
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
