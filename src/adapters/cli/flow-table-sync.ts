// The tables of flows that documents keep between two marks: compared, and made true.

import { flowTables } from '../../service'
import { markdownText } from '../../text/markdown'
import { writeSource } from '../disk/files'
import type { AnalyzedFile } from './analysis'
import { markdownTable, noteLines } from './reporters/flow-table'

const opening = '<!-- arrowsmith:flows -->'
const closing = '<!-- /arrowsmith:flows -->'

export interface Kept {
  readonly path: string
  /** How many tables there are. */
  readonly tables: number
  /** Whether they were not true. */
  readonly drifted: boolean
  /** Why they could not be looked at or made true. */
  readonly problem?: string
}

/** Compares the tables of a file, and rewrites them where they drifted if asked to. */
export function keepTables(file: AnalyzedFile, mode: { readonly write: boolean }): Kept {
  const { path, text } = file.source
  if (!text.includes(opening)) return { path, tables: 0, drifted: false }
  const places = placesIn(text)
  const unclosed = places.find(({ end }) => end === undefined)
  if (unclosed)
    return {
      path,
      tables: 0,
      drifted: false,
      problem: `${path}:${unclosed.line}: ${opening} without ${closing}`,
    }
  const renewed = renew(text, places, tableOf(file))
  const drifted = renewed !== text
  const problem = mode.write && drifted ? writeSource(file.source, renewed) : undefined
  return { path, tables: places.length, drifted, ...(problem && { problem: problem.failure }) }
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
    : ['', ...markdownTable(flows), '', markdownText(noteLines(flows).join(' ')), '']
}
