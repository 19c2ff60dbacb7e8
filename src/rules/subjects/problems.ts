// What reading the text found wrong, as judgements of the rule of that name.

import type { System } from '../../model/system'
import type { Judgement } from '../rule'

/**
 * The problems of a kind that parsing and reading annotations reported. `safe`: all their fixes state nothing about the
 * system; otherwise only those do that keep what is written.
 */
export function* problemsOfKind(system: System, kind: string, safe: boolean): Iterable<Judgement> {
  for (const { span, message, fixes, kind: found } of [...system.diagram.problems, ...system.problems]) {
    if (found === kind)
      yield { at: span, message, fixes: fixes.map(fix => ({ ...fix, safe: safe || fix.verbatim === true })) }
  }
}
