// What reading the text found wrong, as judgements of the rule of that name.

import type { AnnotationProblem, System } from '../../model/system'
import type { Problem } from '../../syntax/tree'
import type { Report } from '../rule'

/**
 * The problems of a kind that parsing and reading annotations reported. `safe`: all their fixes state nothing about the
 * system; otherwise only those do that keep what is written. `isHabit`: what a document has of it is told once.
 */
export function* problemsOfKind(
  system: System,
  kind: string,
  safe: boolean,
  isHabit = false,
): Iterable<Report> {
  for (const problem of [...system.diagram.problems, ...system.problems])
    if (problem.kind === kind) yield judgementOf(problem, safe, isHabit)
}

/** Its fixes are tried when they are asked for. */
function judgementOf(problem: Problem | AnnotationProblem, safe: boolean, isHabit: boolean): Report {
  return {
    at: problem.span,
    message: problem.message,
    ...(isHabit && { habit: problem.message.replace(/`[^`]*`/g, '') }),
    get fixes() {
      return problem.fixes.map(fix => ({
        ...fix,
        safe: safe || ('verbatim' in fix && fix.verbatim === true),
      }))
    },
  }
}
