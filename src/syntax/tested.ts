// Fixes that were tried: what is offered as a repair is a guess until the repaired lines have been read again.

import { applyEdits, type Edit } from '../text/edit'
import { overlaps, type Span, span } from '../text/span'
import { lineEnd } from './problems'
import type { Diagram, Problem } from './tree'

type Read = (text: string) => readonly Problem[]

type ProblemOf<Kind extends string> = Problem & { readonly kind: Kind }

/** A problem with those of its fixes that leave less of its kind and nothing worse; tried when they are asked for. */
export function withTestedFixes<Kind extends string>(
  problem: ProblemOf<Kind>,
  diagram: Diagram,
  read: Read,
): ProblemOf<Kind> {
  return problem.fixes.length === 0 ? problem : new TestedProblem(problem, diagram, read)
}

/** A class: the fixes of most problems are never asked for. */
class TestedProblem<Kind extends string> implements ProblemOf<Kind> {
  readonly kind: Kind
  readonly span: Span
  readonly message: string
  readonly leavesGroupsOpen?: true
  readonly #test: () => Problem['fixes']
  #fixes: Problem['fixes'] | undefined

  constructor(
    { kind, span, message, fixes, leavesGroupsOpen }: ProblemOf<Kind>,
    diagram: Diagram,
    read: Read,
  ) {
    this.kind = kind
    this.span = span
    this.message = message
    if (leavesGroupsOpen) this.leavesGroupsOpen = leavesGroupsOpen
    this.#test = () => fixes.filter(({ edits }) => isRepair(kind, { edits, around: span }, diagram, read))
  }

  get fixes(): Problem['fixes'] {
    this.#fixes ??= this.#test()
    return this.#fixes
  }
}

interface Attempt {
  readonly edits: readonly Edit[]
  /** What the problem points at. */
  readonly around: Span
}

function isRepair(kind: string, { edits, around }: Attempt, diagram: Diagram, read: Read): boolean {
  const { text } = diagram
  if (edits.every(({ span: { start, end }, text: wanted }) => text.slice(start, end) === wanted)) return false
  const [edit] = edits
  if (edit && isClosing(edit) && !isShort(diagram)) return isWhole(lineAround(text, edit.span), diagram)
  const where = isShort(diagram) ? span(0, text.length) : linesAround([around, ...edits.map(at)], diagram)
  if (where.end - where.start > longest) return false
  const before = read(excerpt(diagram, where, []))
  const after = read(excerpt(diagram, where, edits))
  const less = (of: string): boolean => count(after, of) < Math.max(1, count(before, of))
  return less(kind) && count(after, syntaxError) <= count(before, syntaxError)
}

const syntaxError = 'syntax-error'

/** Characters: as many as can be read again for each of the problems in them. */
const longest = 4000

/** Whether all of a text can be read again for each of its problems. */
const isShort = ({ text, problems }: Diagram): boolean =>
  text.length <= longest && text.length * problems.length <= 50 * longest

const at = (edit: Edit): Span => edit.span

const count = (problems: readonly Problem[], kind: string): number =>
  problems.filter(problem => problem.kind === kind).length

/** What was opened somewhere above is closed on a line of its own. */
const isClosing = ({ text }: Edit): boolean => /^\n\s*(?:end|\})$/.test(text)

/** Nothing is wrong in a line but that it leaves something open. */
const isWhole = (line: Span, { problems }: Diagram): boolean =>
  !problems.some(
    ({ kind, span: place, fixes }) =>
      kind === syntaxError && overlaps(place, line) && !fixes.some(({ edits }) => edits.some(isClosing)),
  )

function lineAround(text: string, { start, end }: Span): Span {
  return span(text.lastIndexOf('\n', start - 1) + 1, lineEnd(text, end))
}

function linesAround(places: readonly Span[], { text }: Diagram): Span {
  const start = Math.min(...places.map(place => place.start))
  return lineAround(text, span(start, Math.max(...places.map(place => place.end))))
}

/** Some lines of a diagram after edits in them, as a diagram of their own. */
function excerpt({ text, header, keyword }: Diagram, lines: Span, edits: readonly Edit[]): string {
  const inside = edits.map(({ span: { start, end }, text }) => ({
    span: span(start - lines.start, end - lines.start),
    text,
  }))
  const excerpted = applyEdits(text.slice(lines.start, lines.end), inside)
  return lines.start > header.end ? `${keyword}\n${excerpted}` : excerpted
}
