// What a summary says of all that was looked at: nothing that was not read is counted as checked.

import { countOf } from '../../../text/figures'
import type { FileReport } from './report'

/** Of the diagrams of one run. */
export interface RunChecked {
  readonly files: number
  readonly diagrams: number
  /** As `docs/a.md:12` and what stands there. */
  readonly lookedAt: readonly Seen[]
  readonly skipped: readonly Seen[]
}

interface Seen {
  readonly place: string
  readonly what: string
}

/** Where Mermaid itself has parsed the kinds that are not read here, those count as checked. */
export function checkedIn(reports: readonly FileReport[]): RunChecked {
  const all = reports.map(({ source: { path }, checked, parsedByMermaid = false }) => {
    const { diagrams, lookedAt, skipped } = checked
    const seen = lookedAt.map(({ line, keyword }) => ({ place: `${path}:${line}`, what: keyword }))
    return {
      diagrams: diagrams + (parsedByMermaid ? seen.length : 0),
      lookedAt: parsedByMermaid ? [] : seen,
      skipped: skipped.map(({ line, why }) => ({ place: `${path}:${line}`, what: why })),
    }
  })
  return {
    files: reports.length,
    diagrams: all.reduce((sum, { diagrams }) => sum + diagrams, 0),
    lookedAt: all.flatMap(({ lookedAt }) => lookedAt),
    skipped: all.flatMap(({ skipped }) => skipped),
  }
}

/** `in 2 diagrams of 1 file`. */
export const whereChecked = ({ diagrams, files }: RunChecked): string =>
  `in ${countOf(diagrams, 'diagram')} of ${countOf(files, 'file')}`

/** A line for what was only looked at, and one for what was skipped. */
export function unchecked({ lookedAt, skipped }: RunChecked): string[] {
  const kinds = [...new Set(lookedAt.map(({ what }) => what))]
  const looked = `${countOf(lookedAt.length, 'diagram')} not checked (${listed(kinds)}): with --syntax=all Mermaid parses ${lookedAt.length === 1 ? 'it' : 'them'}`
  const left = `${countOf(skipped.length, 'diagram')} skipped: ${listed(skipped.map(({ place, what }) => `${place} ${what}`))}`
  return [...(lookedAt.length > 0 ? [looked] : []), ...(skipped.length > 0 ? [left] : [])]
}

const most = 3

function listed(items: readonly string[]): string {
  const rest = items.length - most
  return [...items.slice(0, most), ...(rest > 0 ? [`and ${rest} more`] : [])].join(', ')
}
