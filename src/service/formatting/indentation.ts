// Lines indented by what they are nested in, and nothing behind their last character.

import type { Diagram, Section, Step } from '../../syntax/tree'
import type { Edit } from '../../text/edit'
import { lastAtMost } from '../../text/lines'
import type { Span } from '../../text/span'
import { linesOfDiagram, type TextLine } from './lines'

/** The indentation of each line as it should be, where it is another; what stands inside of a part is left alone. */
export function indentation(diagram: Diagram): readonly Edit[] {
  const depthAt = depths(diagram)
  const level = indentationLevel(diagram)
  return linesOfDiagram(diagram).flatMap(line => [
    ...leading(line, level.repeat(depthAt(line)), diagram),
    ...trailing(line, diagram),
  ])
}

const usualLevel = '  '

/** The author's own level, as the first line below the header shows it: a tab, or so many blanks. */
export function indentationLevel(diagram: Diagram): string {
  const depthAt = depths(diagram)
  const line = linesOfDiagram(diagram).find(
    each => !each.inside && each.first < each.end && depthAt(each) === 1,
  )
  return line ? levelOf(line, diagram) : usualLevel
}

function levelOf({ start, first }: TextLine, { text, header }: Diagram): string {
  const headerIndentation = text.slice(text.lastIndexOf('\n', header.start - 1) + 1, header.start)
  const written = text.slice(start, first)
  const level = written.startsWith(headerIndentation) ? written.slice(headerIndentation.length) : written
  return /^(?:\t| {2,8})$/.test(level) ? level : usualLevel
}

function leading({ start, first, end, inside }: TextLine, level: string, { text }: Diagram): readonly Edit[] {
  const wanted = first === end ? '' : level
  return inside || text.slice(start, first) === wanted ? [] : [{ span: { start, end: first }, text: wanted }]
}

function trailing({ first, end }: TextLine, { text }: Diagram): readonly Edit[] {
  const kept = text.slice(first, end).trimEnd().length
  // A line of nothing but blanks is all indentation.
  return kept === 0 || first + kept === end ? [] : [{ span: { start: first + kept, end }, text: '' }]
}

/** How many things a line stands inside of; the diagram itself counts below its header. */
function depths(diagram: Diagram): (line: TextLine) => number {
  const { text, header, groups, steps } = diagram
  const containers = [
    ...groups.map(({ whole }) => ({ whole, sections: [] })),
    ...fragmentsIn(steps).map(({ span, sections }) => ({ whole: span, sections })),
  ].flatMap(({ whole, sections }) => containerOf(text, whole, sections))
  const opened = upTo(containers.map(({ start }) => start + 1))
  const closed = upTo(containers.map(({ lastLine }) => lastLine))
  const branches = upTo(containers.flatMap(container => container.branchLines))
  return ({ start, first }) => {
    const below = first > header.end ? 1 : 0
    return below + opened(start) - closed(start) - (branches(start) - branches(start - 1))
  }
}

interface Container {
  readonly start: number
  /** Where the line starts that closes it. */
  readonly lastLine: number
  /** Where the lines start inside of it at which further branches begin: they stand as far left as the first. */
  readonly branchLines: readonly number[]
}

/** None for what stands on one line. */
function containerOf(text: string, { start, end }: Span, sections: readonly Section[]): Container[] {
  const written = text.slice(start, end).trimEnd()
  const lastLine = start + written.lastIndexOf('\n') + 1
  if (lastLine === start) return []
  const lines = sections.slice(1).map(({ header }) => text.lastIndexOf('\n', header.start - 1) + 1)
  const branchLines = [...new Set(lines)].filter(line => start < line && line < lastLine)
  return [{ start, lastLine, branchLines }]
}

/** How many of these offsets are no larger than another, in logarithmic time. */
function upTo(offsets: readonly number[]): (offset: number) => number {
  const sorted = [...offsets].sort((a, b) => a - b)
  return offset => (sorted.length > 0 && sorted[0]! <= offset ? lastAtMost(sorted, offset) + 1 : 0)
}

type Fragment = Extract<Step, { readonly kind: 'fragment' }>

function fragmentsIn(steps: readonly Step[]): readonly Fragment[] {
  const found: Fragment[] = []
  const pending = [...steps]
  for (let step = pending.pop(); step; step = pending.pop()) {
    if (step.kind !== 'fragment') continue
    found.push(step)
    pending.push(...step.sections.flatMap((section: Section) => section.steps))
  }
  return found
}
