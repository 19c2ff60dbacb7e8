// `arrowsmith flows`: latency, availability and worst case of every request flow, and the tables kept in documents.

import { brokenDiagrams, type FlowRow, flowTables } from '../../../service'
import { type AnalysisOption, type AnalyzedFile, analysisOptions, analyzing } from '../analysis'
import type { Arguments } from '../arguments'
import { defineCommand, exit } from '../command'
import { complain, say, standardOutput } from '../output'
import { assumptionsOf, contracted, markdownTable, notesOn, textTable } from '../reporters/flowTable'
import { type Terminal, terminalOf } from '../terminal'

type FlowsOption = AnalysisOption | 'format' | 'assumed' | 'write' | 'check'

interface FileFlows {
  readonly path: string
  readonly flows: readonly FlowRow[]
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
  run: given =>
    analyzing(given, files =>
      given.has('write') || given.has('check') ? keep(files, given) : print(files, given),
    ),
})

async function keep(files: readonly AnalyzedFile[], given: Arguments<FlowsOption>): Promise<number> {
  const { keepTables } = await import('../keptTables')
  const { kept, drifted, failures } = keepTables(files, { write: given.has('write') })
  for (const sentence of failures) complain(sentence)
  const many = (count: number) => `${count} ${count === 1 ? 'table' : 'tables'}`
  for (const path of drifted)
    say(given.has('write') ? `updated ${path}` : `${path}: the table of flows is out of date`)
  if (drifted.length === 0) say(kept === 0 ? 'no tables of flows found' : `${many(kept)} up to date`)
  if (failures.length > 0) return exit.unusable
  return drifted.length > 0 && !given.has('write') ? exit.findings : exit.ok
}

async function print(analyzed: readonly AnalyzedFile[], given: Arguments<FlowsOption>): Promise<number> {
  const files = analyzed
    .map(({ source, snapshot }) => ({ path: source.path, flows: flowTables(snapshot) }))
    .filter(({ flows }) => flows.length > 0)
  const format = given.value('format')
  // The notes under a table say so too; JSON has none, and neither has what is left of no flow.
  if (format === 'json' || files.length === 0) complainOfSyntax(analyzed)
  if (format === 'json') say(asJson(files))
  else if (files.length === 0) say('No request flows found.')
  else if (format === 'markdown') say(asMarkdown(files, given.has('assumed')))
  else {
    const texts = analyzed.map(({ source }) => source.text)
    say(asText(files, given.has('assumed'), await terminalOf(standardOutput(), { color: false, texts })))
  }
  return exit.ok
}

function complainOfSyntax(analyzed: readonly AnalyzedFile[]): void {
  for (const { source, snapshot } of analyzed)
    for (const line of brokenDiagrams(snapshot))
      complain(`${source.path}:${line}: the diagram has syntax errors: what they hide is left out`)
}

function asJson(files: readonly FileFlows[]): string {
  const flows = files.flatMap(({ path, flows }) => flows.map(flow => ({ path, ...contracted(flow) })))
  return JSON.stringify({ version: 1, flows }, undefined, 2)
}

function asMarkdown(files: readonly FileFlows[], all: boolean): string {
  return files
    .map(({ path, flows }) =>
      [
        `### ${path}`,
        '',
        ...markdownTable(flows),
        '',
        notesOn(flows).join(' '),
        ...(all ? assumed(flows, '- ') : []),
      ].join('\n'),
    )
    .join('\n\n')
}

function asText(files: readonly FileFlows[], all: boolean, terminal: Terminal): string {
  return files
    .map(({ path, flows }) =>
      [
        path,
        textTable(flows, terminal),
        ...[...notesOn(flows), ...(all ? assumed(flows, '    ') : [])].map(line => `  ${line}`),
      ].join('\n'),
    )
    .join('\n\n')
}

const assumed = (flows: readonly FlowRow[], indent: string): string[] =>
  assumptionsOf(flows).map(({ at, key, value, source }) => `${indent}${at}: ${key} ${value} (${source})`)
