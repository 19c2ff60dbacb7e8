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
    ...groups.map(({ whole }) => ({ whole, branches: [] })),
    ...fragmentsIn(steps).map(({ span, sections }) => ({
      whole: span,
      branches: sections.slice(1).map(section => section.header),
    })),
  ].filter(({ whole }) => text.slice(whole.start, whole.end).includes('\n'))
  return line => {
    const below = line.first > header.end ? 1 : 0
    return below + containers.filter(container => isWithin(container, line, text)).length
  }
}

interface Container {
  readonly whole: Span
  /** The lines that begin a further branch: they stand as far left as the first. */
  readonly branches: readonly Span[]
}

function isWithin({ whole, branches }: Container, { first, start, end }: TextLine, text: string): boolean {
  const lastLine = text.lastIndexOf('\n', text.slice(0, whole.end).trimEnd().length - 1) + 1
  const beginsBefore = whole.start < start
  return (
    beginsBefore && start < lastLine && !branches.some(branch => first <= branch.start && branch.start < end)
  )
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
