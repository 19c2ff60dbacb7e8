// The tables of flows that documents keep between two marks: compared, and made true.

import { flowTables } from '../../service'
import { writeSource } from '../disk/files'
import type { AnalyzedFile } from './analysis'
import { markdownTable, notesOn } from './reporters/flowTable'

const opening = '<!-- arrowsmith:flows -->'
const closing = '<!-- /arrowsmith:flows -->'

export interface Kept {
  /** How many tables there are. */
  readonly kept: number
  /** The files whose tables were not true. */
  readonly drifted: readonly string[]
  readonly failures: readonly string[]
}

/** Compares the tables of all files, and rewrites those that drifted if asked to. */
export function keepTables(files: readonly AnalyzedFile[], mode: { readonly write: boolean }): Kept {
  const results = files.map(file => keepTablesOf(file, mode.write))
  return {
    kept: results.reduce((sum, { kept }) => sum + kept, 0),
    drifted: results.flatMap(({ drifted }) => drifted),
    failures: results.flatMap(({ failures }) => failures),
  }
}

function keepTablesOf(file: AnalyzedFile, write: boolean): Kept {
  const { path, text } = file.source
  if (!text.includes(opening)) return { kept: 0, drifted: [], failures: [] }
  const places = placesIn(text)
  const unclosed = places.find(({ end }) => end === undefined)
  if (unclosed) {
    return { kept: 0, drifted: [], failures: [`${path}:${unclosed.line}: ${opening} without ${closing}`] }
  }
  const renewed = renew(text, places, tableOf(file))
  const drifted = renewed === text ? [] : [path]
  const problem = write && renewed !== text ? writeSource(file.source, renewed) : undefined
  return { kept: places.length, drifted, failures: problem ? [problem.failure] : [] }
}

interface Place {
  /** 1-based, of the opening mark. */
  readonly line: number
  /** Where the table starts and ends: after the opening mark's line, before the closing mark's. */
  readonly start: number
  readonly end?: number
}

/** Marks alone on their lines, outside code. */
function placesIn(text: string): Place[] {
  const places: Place[] = []
  let fence: string | undefined
  let open: Place | undefined
  let line = 0
  for (const { 0: whole, index } of text.matchAll(/[^\n]*(?:\n|$)/g)) {
    line++
    const content = /^ {0,3}\S/.test(whole) ? whole.trim() : ''
    const mark = /^(?:`{3,}|~{3,})/.exec(content)?.[0]
    if (fence !== undefined) {
      if (mark?.startsWith(fence) && mark === content) fence = undefined
    } else if (mark) fence = mark
    else if (content === opening) open = { line, start: index + whole.length }
    else if (content === closing && open) {
      places.push({ ...open, end: index })
      open = undefined
    }
  }
  return open ? [...places, open] : places
}

function renew(text: string, places: readonly Place[], table: readonly string[]): string {
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n'
  const content = table.map(line => line + lineBreak).join('')
  let renewed = ''
  let done = 0
  for (const { start, end = start } of places) {
    renewed += text.slice(done, start) + content
    done = end
  }
  return renewed + text.slice(done)
}

/** Blank lines around it: Markdown needs them between a comment and a table. */
function tableOf({ snapshot }: AnalyzedFile): string[] {
  const flows = flowTables(snapshot)
  return flows.length === 0
    ? ['', 'No request flows.', '']
    : ['', ...markdownTable(flows), '', notesOn(flows).join(' '), '']
}
