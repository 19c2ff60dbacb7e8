// What a summary says of all that was looked at: nothing that was not read is counted as checked.

import { countOf } from '../../../text/figures'
import type { FileReport } from './report'

/** Of the diagrams of one run. */
export interface RunChecked {
  readonly files: number
  readonly diagrams: number
  /** Those of the diagrams of which only the syntax was judged, as `docs/a.md:12`. */
  readonly syntaxOnly: readonly string[]
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
    const { diagrams, syntaxOnly, lookedAt, skipped } = checked
    const seen = lookedAt.map(({ line, keyword }) => ({ place: `${path}:${line}`, what: keyword }))
    return {
      diagrams: diagrams + (parsedByMermaid ? seen.length : 0),
      syntaxOnly: syntaxOnly.map(({ line }) => `${path}:${line}`),
      lookedAt: parsedByMermaid ? [] : seen,
      skipped: skipped.map(({ line, why }) => ({ place: `${path}:${line}`, what: why })),
    }
  })
  return {
    files: reports.length,
    diagrams: all.reduce((sum, { diagrams }) => sum + diagrams, 0),
    syntaxOnly: all.flatMap(({ syntaxOnly }) => syntaxOnly),
    lookedAt: all.flatMap(({ lookedAt }) => lookedAt),
    skipped: all.flatMap(({ skipped }) => skipped),
  }
}

/** `in 2 diagrams of 1 file`. */
export const whereChecked = ({ diagrams, files }: RunChecked): string =>
  `in ${countOf(diagrams, 'diagram')} of ${countOf(files, 'file')}`

/** A line for what only the syntax was judged of, one for what was only looked at, and one for what was skipped. */
export const unchecked = (checked: RunChecked): string[] =>
  [syntaxOnlyLine(checked), lookedAtLine(checked), skippedLine(checked)].filter(line => line !== '')

/** “No findings” would read as an approval of what no rule about running systems has judged. */
function syntaxOnlyLine({ syntaxOnly }: RunChecked): string {
  if (syntaxOnly.length === 0) return ''
  const many = syntaxOnly.length > 1
  const which = syntaxOnly.length > most ? '' : ` (${listed(syntaxOnly)})`
  const why = `${many ? 'they do' : 'it does'} not look like ${many ? 'designs' : 'a design'} of running systems`
  const remedy = 'Where one is, write in it: %% arrowsmith: { preset: recommended }'
  return `${countOf(syntaxOnly.length, 'diagram')} checked for syntax only${which}: ${why}. ${remedy}`
}

function lookedAtLine({ lookedAt }: RunChecked): string {
  if (lookedAt.length === 0) return ''
  const kinds = [...new Set(lookedAt.map(({ what }) => what))]
  return `${countOf(lookedAt.length, 'diagram')} not checked (${listed(kinds)}): with --syntax=all Mermaid parses ${lookedAt.length === 1 ? 'it' : 'them'}`
}

function skippedLine({ skipped }: RunChecked): string {
  if (skipped.length === 0) return ''
  return `${countOf(skipped.length, 'diagram')} skipped: ${listed(skipped.map(({ place, what }) => `${place} ${what}`))}`
}

const most = 3

function listed(items: readonly string[]): string {
  const rest = items.length - most
  return [...items.slice(0, most), ...(rest > 0 ? [`and ${rest} more`] : [])].join(', ')
}
