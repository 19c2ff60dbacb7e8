// Several diagrams one below the other in one text: Mermaid reads all of it as the first, and refuses it.

import { type Span, span } from '../text/span'
import { isHeader } from './detect'
import { lineAround } from './problems'
import type { Contents } from './tree'

/** The headers that stand below statements of the first diagram, each alone on its line. */
export function nextHeaders(text: string): readonly Span[] {
  const found: Span[] = []
  let start = 0
  // The header of the first is one of them.
  let statements = 0
  for (const line of text.split('\n')) {
    const written = line.trim()
    if (statements > 1 && isHeader(line)) {
      const at = start + line.indexOf(written)
      found.push(span(at, at + written.length))
    }
    if (written !== '' && !written.startsWith('%%')) statements++
    start += line.length + 1
  }
  return found
}

/** Whether all that follows may belong to the first: the same kind, and no third behind it. */
export const isRepeated = ([{ start, end }, ...others]: readonly [Span, ...Span[]], text: string): boolean =>
  others.length === 0 &&
  /^\s*(?:graph|flowchart)/.test(text) &&
  /^(?:graph|flowchart)/.test(text.slice(start, end))

/** What stands before the next header, read without the lines right above it that are refused: they are its heading. */
export function withoutHeading(header: number, text: string, readTo: (end: number) => Contents): Contents {
  let best = readTo(header)
  let end = header
  for (let count = 0; count < mostHeadings && errorsOf(best) > 0; count++) {
    const { start, text: line } = lineAround(text.slice(0, end).trimEnd().length, text)
    if (/[-=.]>|--/.test(line)) break
    end = start
    const shorter = readTo(end)
    if (errorsOf(shorter) < errorsOf(best)) best = shorter
  }
  return best
}

/** In lines. */
const mostHeadings = 3

const errorsOf = ({ problems }: Contents): number =>
  problems.filter(({ kind }) => kind === 'syntax-error').length

export const secondDiagram = (at: Span, text: string): string =>
  `\`${lineAround(at.start, text).text.trim()}\` begins another diagram, and a text holds only one: move this line and what follows into a diagram of its own`
