// Tables by their columns, for terminals and for Markdown.

import { markdownText } from '../../../text/markdown'
import { printable } from '../printable'
import type { Terminal } from '../terminal'

export interface Column<Row> {
  readonly name: string
  /** Figures are aligned to the right. */
  readonly figure?: boolean
  /** Left out where every row says so. */
  readonly unless?: (row: Row) => boolean
  readonly cell: (row: Row) => string
}

const columnsFor = <Row>(columns: readonly Column<Row>[], rows: readonly Row[]): readonly Column<Row>[] =>
  columns.filter(({ unless }) => !unless || !rows.every(unless))

/** Columns aligned with blanks; figures to the right. */
export function alignedTable<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  { widthOf }: Terminal,
): string {
  const aligned = columnsFor(columns, rows).map(({ name, figure, cell }) => {
    const cells = [name, ...rows.map(row => printable(cell(row)))]
    const width = Math.max(...cells.map(widthOf))
    return cells.map(text => {
      const blanks = ' '.repeat(width - widthOf(text))
      return figure ? blanks + text : text + blanks
    })
  })
  return [0, ...rows.keys()]
    .map((_, row) => `  ${aligned.map(cells => cells[row] ?? '').join('  ')}`.trimEnd())
    .join('\n')
}

/** A Markdown table with one blank around each cell, so that a change of one row changes one line. */
export function pipedTable<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string[] {
  const shown = columnsFor(columns, rows)
  const line = (cells: readonly string[]) => `| ${cells.map(markdownText).join(' | ')} |`
  return [
    line(shown.map(({ name }) => name)),
    `|${shown.map(({ figure }) => (figure ? '--:' : '---')).join('|')}|`,
    ...rows.map(row => line(shown.map(({ cell }) => cell(row)))),
  ]
}
