// Figures that documents keep within their sentences: `<!-- arrowsmith: p99 of checkout -->630 ms<!-- /arrowsmith -->`.

import { coverage, type FlowRow, flowTables, type Snapshot } from '../../../service'
import { markdownText } from '../../../text/markdown'
import { cellNames, cellOf } from '../reporters/flow-table'
import { didYouMean } from '../suggest'
import type { ProseLine } from './prose'

export interface KeptFigure {
  /** The text between the marks. */
  readonly start: number
  readonly end: number
  readonly text: string
}

export interface KeptFigures {
  readonly figures: readonly KeptFigure[]
  /** What nobody could fill in, and where: one sentence each, without the path. */
  readonly problems: readonly { readonly line: number; readonly sentence: string }[]
}

const mark = /<!--\s*arrowsmith:\s([^<>]*)-->|<!--\s*\/arrowsmith\s*-->/g

/** What stands between the marks of the lines, as it has to be. */
export function keptFigures(lines: Iterable<ProseLine>, snapshot: Snapshot): KeptFigures {
  const figures: KeptFigure[] = []
  const problems: { line: number; sentence: string }[] = []
  let flows: readonly FlowRow[] | undefined
  for (const { line, start, text } of lines) {
    for (const { asked, opened, from, to } of askedIn(text)) {
      if (isInCode(text.slice(0, opened))) continue
      flows ??= flowTables(snapshot)
      const renewed = to === undefined ? unclosed : figureFor(asked, flows, snapshot)
      if ('problem' in renewed) problems.push({ line, sentence: renewed.problem })
      else if (to !== undefined)
        figures.push({ start: start + from, end: start + to, text: markdownText(renewed.text) })
    }
  }
  return { figures, problems }
}

interface Asked {
  readonly asked: string
  /** Where its mark stands, and what stands between the two; without an end where nothing closes it. */
  readonly opened: number
  readonly from: number
  readonly to?: number
}

/** What a mark asks for goes up to the next one that closes. */
function askedIn(text: string): readonly Asked[] {
  const found: Asked[] = []
  let open: Asked[] = []
  for (const { 0: written, 1: asked, index } of text.matchAll(mark)) {
    if (asked !== undefined) open.push({ asked: asked.trim(), opened: index, from: index + written.length })
    else {
      const [first] = open
      if (first) found.push({ ...first, to: index })
      open = []
    }
  }
  return [...found, ...open]
}

const unclosed = { problem: 'a figure’s marker needs <!-- /arrowsmith --> after it on the same line' }

/** Code spans show how such a mark is written. */
const isInCode = (before: string): boolean => before.split('`').length % 2 === 0

type Renewed = { readonly text: string } | { readonly problem: string }

function figureFor(asked: string, flows: readonly FlowRow[], snapshot: Snapshot): Renewed {
  if (asked === 'coverage') return { text: coverage(snapshot) }
  const at = asked.search(/\sof\s/)
  const [figure, name] = at < 0 ? [asked] : [asked.slice(0, at).trim(), asked.slice(at + 4).trim()]
  if (!cellNames.includes(figure)) {
    const known = ['coverage', ...cellNames]
    return {
      problem: `there is no figure '${figure}'${didYouMean(figure, known)}; write one of ${known.join(', ')}`,
    }
  }
  if (name === undefined)
    return { problem: `'${asked}' does not name a flow; write '${figure} of' and the name of a flow` }
  const flow = flows.find(each => each.name === name)
  if (flow) return { text: cellOf(figure, flow) }
  const names = flows.map(each => each.name)
  return {
    problem: `no flow is called '${name}'${didYouMean(name, names) || `; there are ${names.join(', ') || 'none'}`}`,
  }
}
