// Lines indented by what they are nested in, and nothing behind their last character.

import type { Diagram, Section, Step } from '../../syntax/tree'
import type { Edit } from '../../text/edit'
import type { Span } from '../../text/span'
import { linesOfDiagram, type TextLine } from './lines'

const unit = '  '

/** The indentation of each line as it should be, where it is another; what stands inside of a part is left alone. */
export function indentation(diagram: Diagram): readonly Edit[] {
  const depthAt = depths(diagram)
  return linesOfDiagram(diagram).flatMap(line => [
    ...leading(line, depthAt(line), diagram),
    ...trailing(line, diagram),
  ])
}

function leading({ start, first, end, inside }: TextLine, depth: number, { text }: Diagram): readonly Edit[] {
  const wanted = first === end ? '' : unit.repeat(depth)
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
  return line => {
    const below = line.first > header.end ? 1 : 0
    return below + containers.filter(container => isWithin(container, line)).length
  }
}

interface Container {
  readonly start: number
  /** Where the line starts that closes it. */
  readonly lastLine: number
  /** Where further branches begin: their lines stand as far left as the first. */
  readonly branches: readonly number[]
}

/** None for what stands on one line. */
function containerOf(text: string, { start, end }: Span, sections: readonly Section[]): Container[] {
  const written = text.slice(start, end).trimEnd()
  const lastLine = start + written.lastIndexOf('\n') + 1
  return lastLine === start
    ? []
    : [{ start, lastLine, branches: sections.slice(1).map(({ header }) => header.start) }]
}

const isWithin = ({ start, lastLine, branches }: Container, line: TextLine): boolean =>
  start < line.start &&
  line.start < lastLine &&
  !branches.some(branch => line.first <= branch && branch < line.end)

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
