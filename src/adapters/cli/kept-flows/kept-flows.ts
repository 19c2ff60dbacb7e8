// The tables and figures of flows that documents keep between marks: compared, and made true.

import { flowTables } from '../../../service'
import { applyEdits, type Edit } from '../../../text/edit'
import { markdownText } from '../../../text/markdown'
import { writeSource } from '../../disk/files'
import type { AnalyzedFile } from '../analysis'
import { markdownTable, noteLines } from '../reporters/flow-table'
import { keptFigures } from './inline-figures'
import { type ProseLine, proseLines } from './prose'

const opening = '<!-- arrowsmith:flows -->'
const closing = '<!-- /arrowsmith:flows -->'

export interface Kept {
  readonly path: string
  readonly tables: number
  /** Figures within sentences. */
  readonly figures: number
  /** Whether one of them was not true. */
  readonly drifted: boolean
  /** Why they could not be looked at or made true: a sentence each. */
  readonly problems: readonly string[]
}

/** Compares the tables and figures of a file, and rewrites them where they drifted if asked to. */
export function keepFlows(file: AnalyzedFile, mode: { readonly write: boolean }): Kept {
  const { path, text } = file.source
  if (!text.includes('<!--')) return { path, tables: 0, figures: 0, drifted: false, problems: [] }
  const lines = [...proseLines(text)]
  const tables = tablesIn(lines)
  const { figures, problems: unknown } = keptFigures(lines, file.snapshot)
  const problems = [
    ...tables.flatMap(({ line, end }) =>
      end === undefined ? [{ line, sentence: `${opening} without ${closing}` }] : [],
    ),
    ...unknown,
  ].map(({ line, sentence }) => `${path}:${line}: ${sentence}`)
  const counts = { path, tables: tables.length, figures: figures.length }
  if (problems.length > 0) return { ...counts, drifted: false, problems }
  const edits = [
    ...tableEdits(tables, file),
    ...figures.map(({ start, end, text }) => ({ span: { start, end }, text })),
  ]
  const renewed = applyEdits(text, edits)
  const drifted = renewed !== text
  const failed = mode.write && drifted ? writeSource(file.source, renewed) : undefined
  return { ...counts, drifted, problems: failed ? [failed.failure] : [] }
}

interface Table {
  /** 1-based, of the opening mark. */
  readonly line: number
  /** Where the table starts and ends: after the opening mark's line, before the closing mark's. */
  readonly start: number
  readonly end?: number
}

/** Marks alone on their lines. */
function tablesIn(lines: readonly ProseLine[]): Table[] {
  const tables: Table[] = []
  let open: Table | undefined
  for (const { line, start, text } of lines) {
    const content = /^ {0,3}\S/.test(text) ? text.trim() : ''
    if (content === opening) open = { line, start: start + text.length }
    else if (content === closing && open) {
      tables.push({ ...open, end: start })
      open = undefined
    }
  }
  return open ? [...tables, open] : tables
}

function tableEdits(tables: readonly Table[], file: AnalyzedFile): Edit[] {
  if (tables.length === 0) return []
  const lineBreak = file.source.text.includes('\r\n') ? '\r\n' : '\n'
  const text = tableOf(file)
    .map(line => line + lineBreak)
    .join('')
  return tables.map(({ start, end = start }) => ({ span: { start, end }, text }))
}

/** Blank lines around it: Markdown needs them between a comment and a table. */
function tableOf({ snapshot }: AnalyzedFile): string[] {
  const flows = flowTables(snapshot)
  return flows.length === 0
    ? ['', 'No request flows.', '']
    : ['', ...markdownTable(flows), '', markdownText(noteLines(flows).join(' ')), '']
}
