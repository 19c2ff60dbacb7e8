// What a trace shows one after another, and which of it happens in one run.

import { rememberedFor } from '../../../model/remembered-for'
import type { Diagram, FragmentKind, Section, Step } from '../../../syntax/tree'
import type { Span } from '../../../text/span'

/** One way out of several, or something that happens only at times. */
export interface Branch {
  readonly fragment: Extract<Step, { kind: 'fragment' }>
  readonly section: Section
}

export interface Note {
  readonly over: readonly string[]
  readonly text: string
  readonly span: Span
  /** Among the arrows: half a step behind the one before it. */
  readonly index: number
  readonly branches: readonly Branch[]
}

interface Course {
  /** Around each arrow, the outermost first. */
  readonly around: readonly (readonly Branch[])[]
  readonly notes: readonly Note[]
  /** All there are, each before those inside it. */
  readonly branches: readonly Branch[]
}

const courseOf = rememberedFor((diagram: Diagram): Course => {
  const around: (readonly Branch[])[] = []
  const notes: Note[] = []
  const branches: Branch[] = []
  const waiting: { readonly steps: readonly Step[]; readonly inside: readonly Branch[]; at: number }[] = []
  let last = -1
  waiting.push({ steps: diagram.steps, inside: [], at: 0 })
  for (let top = waiting.at(-1); top; top = waiting.at(-1)) {
    const step = top.steps[top.at++]
    if (!step) waiting.pop()
    else if (step.kind === 'message') {
      last = step.arrow
      around[step.arrow] = top.inside
    } else if (step.kind === 'note') {
      const { over, text, span } = step
      notes.push({ over, text, span, index: last + 0.5, branches: top.inside })
    } else if (step.kind === 'fragment') {
      const { inside } = top
      const own = step.sections.map((section): Branch => ({ fragment: step, section }))
      branches.push(...own)
      for (const branch of own.toReversed())
        waiting.push({ steps: branch.section.steps, inside: [...inside, branch], at: 0 })
    }
  }
  return { around, notes, branches }
})

export const notesIn = (diagram: Diagram): readonly Note[] => courseOf(diagram).notes

export const branchesIn = (diagram: Diagram): readonly Branch[] => courseOf(diagram).branches

/** The branches that an arrow stands in, the outermost first. */
export const branchesAround = (diagram: Diagram, arrow: number): readonly Branch[] =>
  courseOf(diagram).around[arrow] ?? []

/** Whether one run may do both: they don't stand in two branches of which only one is taken. */
export const happenTogether = (some: readonly Branch[], others: readonly Branch[]): boolean =>
  !some.some(({ fragment, section }) =>
    others.some(
      other =>
        other.fragment === fragment && other.section !== section && alternatives.has(fragment.fragment),
    ),
  )

const alternatives: ReadonlySet<FragmentKind> = new Set(['alt', 'critical'])

/** Whether something later in the picture may happen after this in one run. */
export const mayFollow = (diagram: Diagram, first: number, later: number): boolean =>
  first < later && happenTogether(branchesAround(diagram, first), branchesAround(diagram, later))

/** The arrows that a branch draws, those of branches inside it included. */
export const arrowsOf = ({ section }: Branch): readonly number[] => section.steps.flatMap(arrowsIn)

const arrowsIn = (step: Step): readonly number[] => {
  if (step.kind === 'message') return [step.arrow]
  return step.kind === 'fragment' ? step.sections.flatMap(({ steps }) => steps.flatMap(arrowsIn)) : []
}
